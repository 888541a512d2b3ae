"""Links within a document, from the Markdown of a statement to each format: demand to demand, and to the annex."""

from __future__ import annotations

from datetime import date

import pymupdf
import pytest
from docx_reading import part, words

from statement_kit import Demand, Endorser, Section, Statement, render

FILLER = ("All parties must refrain from actions that could further inflame tensions. " * 8).strip()

STATEMENT = Statement(
    title="Peace",
    preamble=("See [the law](#demand.2), [us](#section.1) and [all who sign](#annex).",),
    parts=(
        Demand("Silence the guns", (FILLER,) * 7),
        Demand("Keep the law", (FILLER,) * 7),
        Section("Who we are", ("As the [first demand](#demand.1) says.",)),
    ),
    issued=date(2025, 7, 28),
    endorsers=(Endorser(1, "Village Support Group"),),
)

LINKS = {
    "the law": "Keep the law",
    "us": "Who we are",
    "all who sign": "Endorsed by",
    "first demand": "Silence the guns",
}
"""The words of each link, and the heading it leads to."""


def test_a_link_of_the_pdf_leads_to_the_page_and_place_of_the_heading() -> None:
    with pymupdf.open(stream=render(STATEMENT, "pdf")) as pdf:
        found = {
            page.get_textbox(link["from"]).strip(): heading_below(pdf[link["page"]], link["to"].y)
            for page in pdf
            for link in page.get_links()
        }
        assert len(pdf) > 2
    assert found == LINKS


def heading_below(page: pymupdf.Page, y_pt: float) -> str:
    """The first heading of a page that stands below a height."""
    places = ((rect.y0, heading) for heading in LINKS.values() for rect in page.search_for(heading))
    return min(place for place in places if place[0] >= y_pt)[1]


def test_a_link_of_the_docx_leads_to_the_bookmark_of_the_heading() -> None:
    body = part(render(STATEMENT, "docx"), "word/document.xml")
    names = {"w": body.nsmap["w"]}
    found = {}
    for link in body.iterfind(".//w:hyperlink", names):
        anchor = link.get(f"{{{names['w']}}}anchor")
        (start,) = body.xpath("//w:bookmarkStart[@w:name=$anchor]", namespaces=names, anchor=anchor)
        found[words(link)] = words(start.getparent())
    assert found == LINKS


@pytest.mark.parametrize("words", LINKS)
def test_plain_text_has_the_words_alone(words: str) -> None:
    text = render(STATEMENT, "txt").decode()
    assert words in text
    assert "#" not in text
