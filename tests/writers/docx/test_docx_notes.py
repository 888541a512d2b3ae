"""Notes: real footnotes, one sign for each, and fields for what refers to them again (D06)."""

from __future__ import annotations

from collections.abc import Callable

import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.markup import R, W

NS = {"w": W}
LANGUAGES = ["en", "km", "th"]


LINK = Mark(15, 20, MarkKind.LINK, "https://example.org")


def again(at: int) -> tuple[Mark]:
    """A further reference to the first note."""
    return (Mark(at, at + 1, MarkKind.NOTE, "note.a"),)


@pytest.fixture
def file(document_of: Callable[..., Document], marked: Callable[..., Block]) -> bytes:
    """Two notes, the first referred to three times, once within a link."""
    return docx_of(
        document_of(
            "en",
            marked(Role.PARAGRAPH, "Since June.[^a] Half a year.[^b]", block_id="p.1", numbers="12"),
            marked(Role.NOTE, "By [our *count*](https://example.org).", block_id="note.a", label="1"),
            marked(Role.NOTE, "Or more.", block_id="note.b", label="2"),
            Block("p.2", Role.PARAGRAPH, "As before,1 and here1.", "", (*again(10), LINK, *again(19))),
        ),
        Brand(),
    )


def test_notes_stand_in_their_own_part_and_not_in_the_body(file: bytes, part) -> None:
    body, notes = part(file, "word/document.xml"), part(file, "word/footnotes.xml")
    assert "count" not in "".join(body.itertext())
    assert [(one.get(f"{{{W}}}id"), one.get(f"{{{W}}}type")) for one in notes] == [
        ("-1", "separator"),
        ("0", "continuationSeparator"),
        ("1", None),
        ("2", None),
    ]
    assert ["".join(one.itertext()) for one in notes][2:] == ["By our count.", "Or more."]


def test_the_settings_know_the_lines_above_notes(file: bytes, part) -> None:
    settings = part(file, "word/settings.xml")
    assert settings.xpath("w:footnotePr/w:footnote/@w:id", namespaces=NS) == ["-1", "0"]


def test_a_note_begins_with_its_live_number_and_a_tab(file: bytes, part) -> None:
    for note in part(file, "word/footnotes.xml")[2:]:
        (paragraph,) = note
        assert paragraph.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS) == ["FootnoteText"]
        number, tab = paragraph.findall("w:r", NS)[:2]
        assert number.find("w:footnoteRef", NS) is not None
        assert tab.find("w:tab", NS) is not None


def test_a_note_has_one_sign_and_what_refers_to_it_again_repeats_that(file: bytes, part) -> None:
    body = part(file, "word/document.xml")
    signs = body.xpath("//w:r[w:rPr/w:rStyle/@w:val='FootnoteReference']/w:footnoteReference/@w:id", namespaces=NS)
    fields = body.xpath("//w:r[w:instrText]", namespaces=NS)
    assert signs == ["1", "2"]
    assert ["".join(one.itertext()) for one in fields] == [" NOTEREF _Note1 \\f \\h "] * 2
    shown = body.xpath("//w:r[w:fldChar/@w:fldCharType='separate']/following-sibling::w:r[1]/w:t/text()", namespaces=NS)
    assert shown == ["1", "1"]
    styles = body.xpath("//w:r[w:fldChar]/w:rPr/w:rStyle/@w:val", namespaces=NS)
    assert styles == ["FootnoteReference"] * 6
    assert etree.QName(fields[1].getparent()).localname == "hyperlink"


def test_a_field_finds_its_note_by_a_bookmark_around_the_sign(file: bytes, part) -> None:
    body = part(file, "word/document.xml")
    starts = body.xpath("//w:bookmarkStart", namespaces=NS)
    assert [one.get(f"{{{W}}}name") for one in starts] == ["_Note1", "_Note2"]
    for start in starts:
        sign = start.getnext()
        assert sign.find("w:footnoteReference", NS) is not None
        assert sign.getnext().get(f"{{{W}}}id") == start.get(f"{{{W}}}id")


def test_links_in_notes_are_relationships_of_the_notes(file: bytes, part) -> None:
    (link,) = part(file, "word/footnotes.xml").iter(f"{{{W}}}hyperlink")
    (relationship,) = part(file, "word/_rels/footnotes.xml.rels")
    assert (relationship.get("Id"), relationship.get("Target")) == (link.get(f"{{{R}}}id"), "https://example.org")


def test_a_document_without_notes_has_no_trace_of_any(docx_files: dict[str, bytes], part) -> None:
    assert b"footnotes" not in docx_files["en"]
    assert part(docx_files["en"], "word/settings.xml").find("w:footnotePr", NS) is None


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_note_of_a_statement_is_there_once_and_in_order(
    language: str, everything: dict[str, Document], everything_files: dict[str, bytes], part, bare
) -> None:
    notes = [block for block in everything[language].blocks if block.role is Role.NOTE]
    found = part(everything_files[language], "word/footnotes.xml")[2:]
    assert [bare("".join(one.itertext())) for one in found] == [bare(note.text) for note in notes]
    signs = part(everything_files[language], "word/document.xml").xpath("//w:footnoteReference/@w:id", namespaces=NS)
    assert signs == [str(number) for number in range(1, len(notes) + 1)]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_notes_are_as_reviewed(language: str, everything_files: dict[str, bytes], part, shown, golden) -> None:
    golden(f"docx/everything.{language}.footnotes.xml", shown(part(everything_files[language], "word/footnotes.xml")))
