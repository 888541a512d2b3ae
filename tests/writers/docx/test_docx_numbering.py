"""Live lists: what readers count, and how the font of the list draws it, is what the document says (D03, D04)."""

from __future__ import annotations

from collections.abc import Callable
from itertools import pairwise

import pytest
from docx_reading import embedded_fonts, paragraphs
from hypothesis import given
from hypothesis import strategies as st
from made_docx import docx_of

from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.numbers import label, letter_label
from statement_kit.languages.registry import LANGUAGES, get_language
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.numbering import Kind, lists_of

NS = {"w": W}
TAGS = ["en", "km", "th"]


def document_with(language: str, *blocks: Block) -> Document:
    labels = PageLabels("{page}/{pages}", get_language(language).label_digits)
    return Document(get_language(language), "Title", "2025-07-28", blocks, "head", labels)


def demand(number: int, language: str) -> Block:
    return Block(f"demand.{number}", Role.DEMAND_HEADING, "Peace", label(number, LANGUAGES[language]), number=number)


def endorser(number: int, language: str) -> Block:
    return Block(f"endorser.{number}", Role.ENDORSER, "ADHOC", label(number, LANGUAGES[language]), number=number)


def items(owner: str, language: str, count: int) -> list[Block]:
    return [
        Block(f"{owner}.{n}", Role.LIST_ITEM, "stop", letter_label(n, LANGUAGES[language]), number=n)
        for n in range(1, count + 1)
    ]


def labels(file: bytes) -> list[str]:
    return [one.drawn for one in paragraphs(file) if one.drawn]


@pytest.mark.parametrize("language", TAGS)
def test_every_label_of_a_statement_is_counted_and_drawn_as_the_document_has_it(
    language: str,
    docx_files: dict[str, bytes],
    documents: dict[str, Document],
    everything: dict[str, Document],
    everything_files: dict[str, bytes],
) -> None:
    for document, file in ((documents, docx_files), (everything, everything_files)):
        expected = [block.label for block in document[language].blocks if block.label and block.role is not Role.NOTE]
        assert labels(file[language]) == expected


@pytest.mark.parametrize("language", TAGS)
def test_lists_in_the_text_begin_anew_and_demands_go_on_around_them(language: str) -> None:
    blocks = [demand(1, language), *items("p.1", language, 2), *items("p.2", language, 3), demand(2, language)]
    section = Block("section.1", Role.SECTION_HEADING, "Who we are")
    found = labels(docx_of(document_with(language, *blocks, section, demand(3, language))))
    assert found == [block.label for block in (*blocks, demand(3, language))]


@pytest.mark.parametrize("language", TAGS)
def test_a_gap_among_the_numbers_of_endorsers_stays_a_gap(language: str) -> None:
    """N16: number 57 is the same party in every language, whoever has withdrawn."""
    blocks = [endorser(number, language) for number in (1, 2, 5, 6, 103)]
    assert labels(docx_of(document_with(language, *blocks))) == [block.label for block in blocks]


@pytest.mark.parametrize(("language", "most"), [("en", 26), ("km", 26), ("th", 32)])
def test_letters_beyond_the_last_that_readers_count_are_typed(language: str, most: int) -> None:
    for count, typed in ((most, ""), (most + 1, letter_label(1, LANGUAGES[language]))):
        blocks = items("p.1", language, count)
        file = docx_of(document_with(language, *blocks))
        assert [one.drawn + one.text.split()[0] for one in paragraphs(file)] == [
            block.label + ("" if typed else "stop") for block in blocks
        ]


def test_all_bullets_are_one_list_and_come_from_the_latin_typeface(part) -> None:
    """Noto Serif Khmer has none, and readers set it on the axis of the text behind it."""
    bullets = [Block(f"p.{n}.1", Role.LIST_ITEM, "សន្តិភាព", "•") for n in (1, 2)]  # "peace"
    file = docx_of(document_with("km", *bullets))
    assert labels(file) == ["•", "•"]
    numbering = part(file, "word/numbering.xml")
    (level,) = numbering.xpath("w:abstractNum/w:lvl[w:numFmt/@w:val='bullet']", namespaces=NS)
    assert set(level.find("w:rPr/w:rFonts", NS).attrib.values()) == {"Source Serif 4"}


@pytest.mark.parametrize(
    ("language", "numbers", "letters"),
    [("en", "decimal", "lowerLetter"), ("km", "decimal", "lowerLetter"), ("th", "thaiNumbers", "thaiLetters")],
)
def test_readers_count_as_far_as_they_can_in_the_language(language: str, numbers: str, letters: str, part) -> None:
    file = docx_of(document_with(language, demand(1, language), *items("p.1", language, 1)))
    found = part(file, "word/numbering.xml").xpath("w:abstractNum/w:lvl/w:numFmt/@w:val", namespaces=NS)
    assert found == [numbers, numbers, letters]


@pytest.mark.parametrize("language", TAGS)
def test_numbers_end_at_one_edge_where_their_style_wants_it(language: str, part) -> None:
    """The text behind them begins half an em further, as long as the widest number fits."""
    file = docx_of(document_with(language, endorser(1, language), endorser(102, language)))
    numbering = part(file, "word/numbering.xml")
    (level,) = numbering.xpath("w:abstractNum/w:lvl[w:pStyle/@w:val='Endorser']", namespaces=NS)
    assert level.find("w:lvlJc", NS).get(f"{{{W}}}val") == "right"
    indent = level.find("w:pPr/w:ind", NS)
    left, hanging = (int(indent.get(f"{{{W}}}{name}")) for name in ("left", "hanging"))
    digit_em = {"en": 0.53, "km": 0.72, "th": 0.66}[language]
    (size,) = level.xpath("w:rPr/w:sz/@w:val", namespaces=NS)
    assert 10 * int(size) * (digit_em * 3 + 0.25) < left - hanging
    (style,) = part(file, "word/styles.xml").xpath("w:style[@w:styleId='Endorser']/w:pPr/w:ind", namespaces=NS)
    assert dict(style.attrib) == dict(indent.attrib)


@pytest.mark.parametrize(("language", "widest"), [("en", 13), ("km", 9), ("th", 12)])
def test_the_widest_letter_fits_the_column_it_hangs_in(language: str, widest: int, part) -> None:
    """The letters m, ឈ and ฌ, with widths as in the kit's own fonts."""
    letter_em = {"en": 0.95, "km": 1.35 * 0.92, "th": 0.88}[language]
    file = docx_of(document_with(language, *items("p.1", language, widest)))
    numbering = part(file, "word/numbering.xml")
    *_, level = numbering.xpath("w:abstractNum/w:lvl", namespaces=NS)
    indent = level.find("w:pPr/w:ind", NS)
    left, hanging = (int(indent.get(f"{{{W}}}{name}")) for name in ("left", "hanging"))
    (size,) = level.xpath("w:rPr/w:sz/@w:val", namespaces=NS)
    assert 10 * int(size) * (letter_em + 0.25) < left - hanging


def test_kinds_of_lists_are_told_apart_wherever_they_are_pasted(everything_files: dict[str, bytes], part) -> None:
    """Word takes definitions of one `nsid` for one list."""
    found = part(everything_files["km"], "word/numbering.xml").xpath("w:abstractNum/w:nsid/@w:val", namespaces=NS)
    assert len(set(found)) == len(found) == len(Kind)


@pytest.mark.parametrize("language", ["km", "th"])
def test_labels_are_bold_where_the_text_beside_them_is(language: str, everything_files: dict[str, bytes]) -> None:
    """Moul has one weight; the other fonts of labels come in the weights their labels are set in, none made bold."""
    styles = {name for name in embedded_fonts(everything_files[language]) if "Labels" in name[0]}
    assert (
        styles
        == {
            "km": {
                ("Moul Labels", "Regular"),
                ("Noto Sans Khmer Labels", "Regular"),
                ("Noto Serif Khmer Labels", "Regular"),
                ("Noto Serif Khmer Labels", "Bold"),
            },
            "th": {("Sarabun Labels", "Regular"), ("Taviraj Labels", "Regular"), ("Taviraj Labels", "Bold")},
        }[language]
    )


@given(st.lists(st.one_of(st.just(None), st.integers(1, 4)), max_size=8), st.sampled_from(TAGS))
def test_whatever_lists_there_are_each_block_is_in_the_one_that_counts_to_its_label(
    plan: list[int | None], language: str
) -> None:
    """None stands for a demand, a number for a list of so many items."""
    blocks: list[Block] = []
    for at, step in enumerate(plan):
        demands = sum(block.role is Role.DEMAND_HEADING for block in blocks)
        blocks += [demand(demands + 1, language)] if step is None else items(f"p.{at}", language, step)
    found = lists_of(document_with(language, *blocks))
    counts: dict[int, int] = {}
    for block in blocks:
        number = found.own.get(block.id, Kind.DEMANDS)
        counts[number] = counts.get(number, 0) + 1
        assert counts[number] == block.number
    begins = [start for kind, start in found.begun if kind is Kind.LETTERS]
    assert begins == [1] * sum(step is not None for step in plan)


def test_a_block_that_no_number_is_known_of_has_its_label_typed(document_of: Callable[..., Document]) -> None:
    file = docx_of(document_of("km", Block("e", Role.ENDORSER, "ADHOC", "១.")))
    (found, _) = paragraphs(file)
    assert (found.drawn, found.text) == ("", " ១. ADHOC"), "a tab takes it to the edge where the others end"
    assert not list(pairwise(labels(file)))
