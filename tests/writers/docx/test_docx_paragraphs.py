"""Paragraphs beside one another: lists, quotations and the spaces between; alignment, indents and hyphens."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import DEFAULT_STYLES, Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import Alignment
from statement_kit.markup import LINE_END
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.style_names import ROLE_STYLES, WHERE_USED

NS = {"w": W}
LANGUAGES = ["en", "km", "th"]
SPACES = {
    Role.PARAGRAPH: replace(DEFAULT_STYLES[Role.PARAGRAPH], before_em=0.0, after_em=0.6),
    Role.LIST_ITEM: replace(DEFAULT_STYLES[Role.LIST_ITEM], before_em=0.0, after_em=0.6, between_em=0.3),
    Role.QUOTATION: replace(
        DEFAULT_STYLES[Role.QUOTATION], before_em=0.8, after_em=0.8, between_em=0.4, size_em=0.9, inset_em=2.0
    ),
}
BRAND = Brand(base_pt=10.0, script_base={}, styles={**DEFAULT_STYLES, **SPACES})
RUNNING_TEXT = {role for role, style in BRAND.styles.items() if style.is_running_text} - WHERE_USED


def styles_of(document: Document, part, brand: Brand = BRAND) -> dict[Role, etree._Element]:
    """The `w:pPr` of the style of each role that the file has one for."""
    styles = part(docx_of(document, brand), "word/styles.xml")
    found = {
        role: styles.xpath(f"w:style[@w:styleId='{one.id}']/w:pPr", namespaces=NS) for role, one in ROLE_STYLES.items()
    }
    assert {role for role, properties in found.items() if not properties} <= WHERE_USED
    return {role: properties[0] for role, properties in found.items() if properties}


def attributes(properties: etree._Element, path: str) -> dict[str, str]:
    found = properties.find(path, NS)
    return {} if found is None else {str(name).split("}")[1]: str(value) for name, value in found.attrib.items()}


def gaps(document: Document, part) -> list[int]:
    """The space between each paragraph and the next, as readers reckon it: the larger of what both want."""
    styles = styles_of(document, part)
    body = part(docx_of(document, BRAND), "word/document.xml").find("w:body", NS)
    roles = [block.role for block in document.blocks if block.role is not Role.NOTE]
    wanted = [
        {**attributes(styles[role], "w:spacing"), **attributes(one, "w:pPr/w:spacing")}
        for role, one in zip(roles, body.findall("w:p", NS), strict=True)
    ]
    return [max(int(above["after"]), int(below["before"])) for above, below in pairwise(wanted)]


def test_items_stand_closer_to_each_other_than_to_the_text_around(document_of: Callable[..., Document], part) -> None:
    """In em of 10 pt: 0.6 around a list, 0.3 between its items; a note in between takes no room."""
    document = document_of(
        "en",
        Block("p.1", Role.PARAGRAPH, "All must:"),
        Block("p.2.1", Role.LIST_ITEM, "stop;", "a.", number=1),
        Block("note.x", Role.NOTE, "At once.", "1"),
        Block("p.2.2", Role.LIST_ITEM, "talk;", "b.", number=2),
        Block("p.2.3", Role.LIST_ITEM, "listen.", "c.", number=3),
        Block("p.3", Role.PARAGRAPH, "We will help."),
    )
    assert gaps(document, part) == [120, 60, 60, 120]


def test_who_speaks_stands_as_close_to_a_quotation_as_its_paragraphs_to_each_other(
    document_of: Callable[..., Document], part
) -> None:
    document = document_of(
        "en",
        Block("p.1", Role.PARAGRAPH, "She said:"),
        Block("p.2.1", Role.QUOTATION, "Stop."),
        Block("p.2.2", Role.QUOTATION, "Talk."),
        Block("note.x", Role.NOTE, "At once.", "1"),
        Block("p.2.speaker", Role.ATTRIBUTION, "Sok Dara"),
        Block("p.3", Role.PARAGRAPH, "We will help."),
    )
    assert gaps(document, part) == [160, 80, 80, 160]


def test_two_lists_stand_as_far_apart_as_a_list_from_the_text(document_of: Callable[..., Document], part) -> None:
    document = document_of(
        "en",
        Block("p.2.1", Role.LIST_ITEM, "stop;", "•"),
        Block("p.2.2", Role.LIST_ITEM, "talk;", "•"),
        Block("p.3.1", Role.LIST_ITEM, "listen;", "a.", number=1),
        Block("p.3.2", Role.LIST_ITEM, "help.", "b.", number=2),
    )
    assert gaps(document, part) == [60, 120, 60]


def test_paragraphs_of_a_quotation_stand_closer_than_it_does_to_the_text_around(
    document_of: Callable[..., Document], part
) -> None:
    document = document_of(
        "en",
        Block("p.1", Role.PARAGRAPH, "She said:"),
        Block("p.2.1", Role.QUOTATION, "We left."),
        Block("p.2.2", Role.QUOTATION, "We wait."),
        Block("p.3", Role.PARAGRAPH, "So do many."),
    )
    assert gaps(document, part) == [160, 80, 160]


def test_a_single_quotation_has_no_spacing_of_its_own(document_of: Callable[..., Document], part) -> None:
    document = document_of("en", Block("p", Role.QUOTATION, "We left."))
    body = part(docx_of(document, BRAND), "word/document.xml")
    assert body.xpath("//w:p//w:spacing", namespaces=NS) == []


def test_words_before_a_list_or_a_quotation_stay_with_its_beginning(document_of: Callable[..., Document], part) -> None:
    """P07: and its pieces with nothing."""
    document = document_of(
        "en",
        Block("p.1", Role.PARAGRAPH, "All must:"),
        Block("p.2.1", Role.LIST_ITEM, "stop;", "•"),
        Block("p.2.2", Role.LIST_ITEM, "talk.", "•"),
        Block("p.3", Role.PARAGRAPH, "She said:"),
        Block("p.4.1", Role.QUOTATION, "We left."),
    )
    body = part(docx_of(document, BRAND), "word/document.xml").find("w:body", NS)
    kept = [one.find("w:pPr/w:keepNext", NS) is not None for one in body.findall("w:p", NS)]
    assert kept == [True, False, False, True, False]


def test_quotations_stand_in_from_both_sides(document_of: Callable[..., Document], part) -> None:
    """By 2 em of a style at 0.9 of 10 pt."""
    document = document_of("en", Block("p", Role.QUOTATION, "We left."))
    assert attributes(styles_of(document, part)[Role.QUOTATION], "w:ind") == {
        "left": "360",
        "right": "360",
        "firstLine": "0",
    }


@pytest.mark.parametrize(
    ("language", "alignment", "expected"),
    [
        ("en", None, "both"),
        ("km", None, "left"),
        ("th", None, "left"),
        ("en", Alignment.RAGGED, "left"),
        ("km", Alignment.JUSTIFIED, "both"),
        ("th", Alignment.JUSTIFIED, "thaiDistribute"),
    ],
)
def test_running_text_is_aligned_as_the_brand_or_the_language_has_it(
    language: str, alignment: Alignment | None, expected: str, document_of: Callable[..., Document], part
) -> None:
    """P01, D10; everything else stays at the left."""
    brand = Brand(alignment={language: alignment} if alignment else {})
    document = document_of(language, Block("p", Role.PARAGRAPH, "ASEAN"))
    for role, properties in styles_of(document, part, brand).items():
        assert attributes(properties, "w:jc") == ({"val": expected} if role in RUNNING_TEXT else {})
    default = part(docx_of(document, brand), "word/styles.xml").find("w:docDefaults//w:jc", NS)
    assert default.get(f"{{{W}}}val") == "left"


@pytest.mark.parametrize(
    ("language", "indents", "expected"),
    [("th", {}, "600"), ("km", {}, None), ("en", {}, None), ("km", {"km": 2.0}, "400"), ("th", {"th": 0.0}, None)],
)
def test_first_lines_are_indented_by_a_property_of_their_style(
    language: str, indents: dict[str, float], expected: str | None, document_of: Callable[..., Document], part
) -> None:
    """P04, P05: never spaces, never tabs; only paragraphs of running text, no list and no quotation."""
    brand = Brand(base_pt=10.0, script_base={}, indent_em=indents)
    document = document_of(language, Block("p", Role.PARAGRAPH, "ASEAN"))
    for role, properties in styles_of(document, part, brand).items():
        first = attributes(properties, "w:ind").get("firstLine", "0")
        assert first == (expected or "0" if role in {Role.LEAD, Role.PARAGRAPH} else "0")
    body = part(docx_of(document, brand), "word/document.xml")
    assert body.xpath("//w:p//w:tab | //w:p//w:ind", namespaces=NS) == []


@pytest.mark.parametrize(("language", "expected"), [("th", {"firstLine": "0"}), ("en", {})])
def test_a_paragraph_whose_lines_the_author_ended_begins_at_the_margin(
    language: str, expected: dict[str, str], document_of: Callable[..., Document], part
) -> None:
    """An address or a verse has no first line to indent; in languages without indents nothing is said."""
    document = document_of(language, Block("p", Role.PARAGRAPH, f"P.O. Box 12{LINE_END}Phnom Penh"))
    (paragraph,) = part(docx_of(document, BRAND), "word/document.xml").xpath("//w:p[.//w:br]", namespaces=NS)
    assert attributes(paragraph.find("w:pPr", NS), "w:ind") == expected


@pytest.mark.parametrize(
    ("language", "alignment", "is_hyphenated"),
    [
        ("en", Alignment.JUSTIFIED, True),
        ("en", Alignment.RAGGED, False),
        ("km", Alignment.JUSTIFIED, False),
        ("th", Alignment.JUSTIFIED, False),
    ],
)
def test_words_are_hyphenated_only_where_lines_are_filled(
    language: str, alignment: Alignment, is_hyphenated: bool, document_of: Callable[..., Document], part
) -> None:
    brand = Brand(alignment={language: alignment})
    document = document_of(language, Block("p", Role.PARAGRAPH, "ASEAN"))
    settings = part(docx_of(document, brand), "word/settings.xml")
    for name in ("autoHyphenation", "doNotHyphenateCaps"):
        assert (settings.find(f"w:{name}", NS) is not None) is is_hyphenated
    for role, properties in styles_of(document, part, brand).items():
        allowed = attributes(properties, "w:suppressAutoHyphens") == {"val": "0"}
        assert allowed is (is_hyphenated and role in RUNNING_TEXT)
    styles = part(docx_of(document, brand), "word/styles.xml")
    assert styles.find("w:docDefaults//w:pPr/w:suppressAutoHyphens", NS) is not None


def test_a_line_that_the_author_ended_is_not_stretched(docx_files: dict[str, bytes], part) -> None:
    for file in docx_files.values():
        assert part(file, "word/settings.xml").find("w:compat/w:doNotExpandShiftReturn", NS) is not None
