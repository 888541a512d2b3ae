"""Links of the PDF: they lie on their words and lead where they say."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO
from typing import Any

import pypdf
import pytest

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.pages import lay_out
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf


def made(documents: dict[str, Document], library: FontLibrary, *blocks: Block) -> pypdf.PdfReader:
    document = replace(documents["en"], blocks=(Block("title", Role.TITLE, "Peace"), *blocks))
    return pypdf.PdfReader(BytesIO(write_pdf(document, lay_out(document, Brand(), library))))


def annotations(reader: pypdf.PdfReader) -> list[tuple[int, Any]]:
    return [(n, each.get_object()) for n, page in enumerate(reader.pages) for each in page.get("/Annots", [])]


def test_a_web_link_leads_to_its_address_and_lies_on_its_words(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    link = Mark(9, 16, MarkKind.LINK, "https://www.un.org/charter?a=(1)")
    reader = made(documents, library, Block("p.1", Role.PARAGRAPH, "Read the Charter today.", marks=(link,)))
    ((number, found),) = annotations(reader)
    assert (number, found["/Subtype"], found["/A"]["/S"]) == (0, "/Link", "/URI")
    assert found["/A"]["/URI"] == "https://www.un.org/charter?a=(1)"
    words: list[tuple[str, float, float]] = []
    reader.pages[0].extract_text(visitor_text=lambda text, _, tm, *__: words.append((text, tm[4], tm[5])))
    x, y = next((x, y) for text, x, y in words if "Charter" in text)
    left, low, right, high = found["/Rect"]
    assert left == pytest.approx(x, abs=0.01)
    assert low < y < high
    assert 30 < right - left < 60


def test_a_link_over_two_lines_has_a_place_on_each(documents: dict[str, Document], library: FontLibrary) -> None:
    text = "All parties must refrain from actions that could further inflame tensions and endanger lives. " * 2
    link = Mark(0, len(text.strip()), MarkKind.LINK, "https://example.org")
    found = annotations(made(documents, library, Block("p.1", Role.PARAGRAPH, text.strip(), marks=(link,))))
    assert len(found) == 3
    assert len({float(each["/Rect"][1]) for _, each in found}) == 3


def test_a_notes_number_leads_to_the_note_on_its_page_and_back(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    filler = [Block(f"f.{n}", Role.PARAGRAPH, "Peace.") for n in range(60)]
    text = Block("p.1", Role.PARAGRAPH, "Peace.1", marks=(Mark(6, 7, MarkKind.NOTE, "note.a"),))
    reader = made(documents, library, *filler, text, Block("note.a", Role.NOTE, "At last.", "1"))
    (number, there), (other, back) = annotations(reader)
    assert number == other > 0
    for link, goal in ((there, back), (back, there)):
        page, kind, _, height, _ = link["/Dest"]
        assert (page.get_object(), kind) == (reader.pages[number].get_object(), "/XYZ")
        assert float(goal["/Rect"][1]) < float(height) < float(goal["/Rect"][3]) + 18
    assert (there["/Contents"], back["/Contents"]) == ("Note 1: At last.", "Back to the text, at note 1")


def test_a_link_to_a_demand_leads_there_and_says_which_it_is(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    filler = [Block(f"f.{n}", Role.PARAGRAPH, "Peace.") for n in range(60)]
    link = Block("p.1", Role.PARAGRAPH, "As demanded.", marks=(Mark(3, 11, MarkKind.LINK, "#demand.1"),))
    demand = Block("demand.1", Role.DEMAND_HEADING, "Cease fire", "1.")
    reader = made(documents, library, link, *filler, demand)
    ((number, found),) = annotations(reader)
    assert (number, found["/Contents"]) == (0, "demanded (1. Cease fire)")
    assert found["/Dest"][0].get_object() == reader.pages[-1].get_object()


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("mailto:info@cid.asia", "Ask us (info@cid.asia)"),
        ("tel:+85512345678", "Ask us (+85512345678)"),
        ("tel:Askus", "Ask us"),
        ("https://example.org/Ask us", "https://example.org/Ask us"),
    ],
)
def test_a_link_says_its_words_and_the_address_it_leads_to_and_is_printed(
    documents: dict[str, Document], library: FontLibrary, target: str, said: str
) -> None:
    text = Block("p.1", Role.PARAGRAPH, "Ask us.", marks=(Mark(0, 6, MarkKind.LINK, target),))
    ((_, found),) = annotations(made(documents, library, text))
    assert (found["/Contents"], found["/F"]) == (said, 4)


def test_a_description_is_short_enough_for_every_archive(documents: dict[str, Document], library: FontLibrary) -> None:
    words = "សន្តិភាព " * 500  # "peace"
    text = Block("p.1", Role.PARAGRAPH, words, marks=(Mark(0, len(words), MarkKind.LINK, "https://example.org"),))
    found = annotations(made(documents, library, text))
    assert {len(each["/Contents"]) for _, each in found} == {500}


def test_a_document_without_links_has_no_annotations(documents: dict[str, Document], library: FontLibrary) -> None:
    assert annotations(made(documents, library, Block("p.1", Role.PARAGRAPH, "Peace."))) == []
