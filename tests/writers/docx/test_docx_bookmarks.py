"""Bookmarks: links within the document lead to the part they name, and nothing else is marked."""

from __future__ import annotations

import re
from collections.abc import Callable

import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.writers.docx.markup import R, W

NS = {"w": W}


@pytest.fixture
def file(document_of: Callable[..., Document], marked: Callable[..., Block]) -> bytes:
    """Three demands, of which the second is linked to twice and the third from a note."""
    return docx_of(
        document_of(
            "en",
            marked(
                Role.PARAGRAPH, "See [the *law*](#demand.2) and [here](#demand.2).[^a]", block_id="p.1", numbers="1"
            ),
            marked(Role.NOTE, "As [aid](#demand.3) shows.", block_id="note.a", label="1"),
            marked(Role.DEMAND_HEADING, "Peace", block_id="demand.1", label="1."),
            marked(Role.DEMAND_HEADING, "The *law*", block_id="demand.2", label="2."),
            marked(Role.DEMAND_HEADING, "Aid", block_id="demand.3", label="3."),
        ),
        Brand(),
    )


def test_a_link_to_a_part_names_its_bookmark_and_needs_no_relationship(file: bytes, part) -> None:
    links = list(part(file, "word/document.xml").iter(f"{{{W}}}hyperlink"))
    assert [(one.get(f"{{{W}}}anchor"), "".join(one.itertext())) for one in links] == [
        ("demand_2", "the law"),
        ("demand_2", "here"),
    ]
    assert [one.get(f"{{{R}}}id") for one in links] == [None, None]
    styles = {one for link in links for one in link.xpath("w:r/w:rPr/w:rStyle/@w:val", namespaces=NS)}
    assert styles == {"Hyperlink"}


def test_a_link_in_a_note_leads_into_the_text(file: bytes, part) -> None:
    (link,) = part(file, "word/footnotes.xml").iter(f"{{{W}}}hyperlink")
    assert link.get(f"{{{W}}}anchor") == "demand_3"


def test_a_bookmark_stands_around_the_whole_of_the_part_that_is_linked_to(file: bytes, part) -> None:
    body = part(file, "word/document.xml")
    named = {
        name: start for start in body.iter(f"{{{W}}}bookmarkStart") if "Note" not in (name := start.get(f"{{{W}}}name"))
    }
    assert list(named) == ["demand_2", "demand_3"]
    for start, text in zip(named.values(), ["2.The law", "3.Aid"], strict=True):
        paragraph = start.getparent()
        assert etree.QName(start.getprevious()).localname == "pPr"
        assert paragraph[-1].get(f"{{{W}}}id") == start.get(f"{{{W}}}id")
        assert "".join(paragraph.itertext()) == text


def test_bookmarks_have_numbers_of_their_own_beside_those_of_notes(file: bytes, part) -> None:
    starts = part(file, "word/document.xml").xpath("//w:bookmarkStart", namespaces=NS)
    assert [(one.get(f"{{{W}}}id"), one.get(f"{{{W}}}name")) for one in starts] == [
        ("1", "_Note1"),
        ("2", "demand_2"),
        ("3", "demand_3"),
    ]


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_every_link_of_a_statement_has_its_bookmark_under_a_name_that_word_takes(
    language: str, everything_files: dict[str, bytes], part
) -> None:
    body = part(everything_files[language], "word/document.xml")
    names = body.xpath("//w:bookmarkStart[not(starts-with(@w:name, '_'))]/@w:name", namespaces=NS)
    assert sorted(names) == sorted(set(body.xpath("//w:hyperlink/@w:anchor", namespaces=NS))) == ["annex", "demand_1"]
    assert all(re.fullmatch("[A-Za-z][A-Za-z0-9_]{0,39}", name) for name in names)


def test_a_document_without_such_links_has_no_bookmarks(docx_files: dict[str, bytes], part) -> None:
    assert part(docx_files["en"], "word/document.xml").find(f".//{{{W}}}bookmarkStart") is None
