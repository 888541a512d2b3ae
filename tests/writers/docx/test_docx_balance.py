"""Headings narrowed until their lines are about equal and end between phrases, seldom for a line more."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.feaLib.builder import addOpenTypeFeaturesFromString
from hypothesis import given
from hypothesis import strategies as st
from made_docx import BUNDLED, KITS_OWN
from made_fonts import LATIN, opened, saved

from statement_kit.brand import DEFAULT_STYLES, Brand, Face, Typeface
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import get_language
from statement_kit.text.breaks import line_breaks
from statement_kit.text.font_file import FontFile
from statement_kit.text.shaping import width_pt
from statement_kit.writers.docx.balance import balancing_indent_pt
from statement_kit.writers.docx.font_names import FontNames
from statement_kit.writers.docx.labels import hang_pt
from statement_kit.writers.docx.looks import Looks, looks_of

LONG = "Joint Statement for an Immediate Ceasefire on the Border of Cambodia and Thailand by Civil Society"
LABELS = PageLabels("Page {page} of {pages}", "0123456789")
NAMING = [word for word in LONG.split() if word[0].isupper()]
"""Words that lean on no other: between any two of them a line may well end."""

BALANCED = [Role.TITLE, Role.LEAD, Role.SECTION_HEADING, Role.DEMAND_HEADING]


def looks_for(block: Block, brand: Brand = KITS_OWN, language: str = "en") -> Looks:
    document = Document(get_language(language), "Title", "2025-07-28", (block,), "Head", LABELS)
    return looks_of(document, brand, BUNDLED.with_files(brand.fonts), FontNames(brand), brand.measure_pt)


def filled(words: list[str], measure_pt: float, role: Role, looks: Looks) -> list[float]:
    """The widths of the lines of a reader that puts on each what fits, kerning between words aside, in pt."""
    size_pt, face = looks.brand.size_pt(role, "Latn"), looks.brand.styles[role].face
    widths = {word: width_pt(looks.faces.word(word, face, size_pt)) for word in {*words, " "}}
    lines = [0.0]
    for word in words:
        wider = lines[-1] + (widths[" "] if lines[-1] else 0.0) + widths[word]
        if lines[-1] and wider > measure_pt:
            lines.append(widths[word])
        else:
            lines[-1] = wider
    return lines


def lines_of(block: Block, measure_pt: float, looks: Looks) -> list[str]:
    """The lines of a reader that knows words where no spaces part them."""
    size_pt, face = looks.brand.size_pt(block.role, looks.language.script), looks.brand.styles[block.role].face
    lines, start, fits = [], 0, 0
    for end in (*(found.at for found in line_breaks(block.text, looks.language)), len(block.text)):
        reach = looks.faces.shape(block.text[start:end].rstrip(), face, size_pt)
        if fits > start and sum(cluster.width_pt for cluster in reach) > measure_pt:
            lines.append(block.text[start:fits].rstrip())
            start = fits
        fits = end
    return [*lines, block.text[start:]]


@given(
    st.lists(st.sampled_from(NAMING), min_size=1, max_size=40),
    st.sampled_from([role for role in BALANCED if DEFAULT_STYLES[role].balanced]),
)
def test_no_heading_gets_a_line_more_and_its_longest_is_as_short_as_can_be(words: list[str], role: Role) -> None:
    block = Block("h", role, " ".join(words))
    looks = looks_for(block)
    measure_pt = looks.brand.measure_pt - hang_pt(role, looks)
    indent_pt = balancing_indent_pt(block, looks)
    plain, balanced = (filled(words, width, role, looks) for width in (measure_pt, measure_pt - indent_pt))
    assert 0 <= indent_pt < measure_pt
    assert len(balanced) == len(plain)
    assert max(balanced) <= max(plain) + 0.01
    if indent_pt:
        assert max(balanced) > (measure_pt - indent_pt) / 1.02 - 2, "but for what readers differ by, and a step"


PHRASES = {
    # "every clinic of a village needs clean water", "those who work for health say"
    "km": "គ្លីនិកភូមិទាំងអស់ត្រូវការទឹកស្អាត បុគ្គលិកសុខាភិបាលថ្លែង",
    # "call for a ceasefire at once", "talk constructively", "respect the law of nations", "live together in peace"
    "th": "เรียกร้องให้หยุดยิงโดยทันที เจรจาหารืออย่างสร้างสรรค์ เคารพกฎหมายระหว่างประเทศ และอยู่ร่วมกันโดยสันติ",
}


def titled(text: str, measure_pt: float, language: str) -> tuple[Block, Looks]:
    """A title on a page of that measure."""
    side = (Brand().paper.size_pt[0] - measure_pt) / 2
    block = Block("title", Role.TITLE, text)
    return block, looks_for(block, Brand(margins_pt=(70, side, 70, side)), language)


@pytest.mark.parametrize(("language", "measure_pt"), [("km", 320.0), ("th", 340.0)])
def test_lines_end_between_phrases_though_others_were_evener(language: str, measure_pt: float) -> None:
    block, looks = titled(PHRASES[language], measure_pt, language)
    lines = lines_of(block, measure_pt - balancing_indent_pt(block, looks), looks)
    assert len(lines) > 1
    assert " ".join(lines) == PHRASES[language]


def test_a_phrase_is_parted_rather_than_a_word_left_alone() -> None:
    """In Thai: “respect the law of nations and live together”, “well”."""
    text = "เคารพกฎหมายระหว่างประเทศและอยู่ร่วมกัน ดี"
    block, looks = titled(text, 400.0, "th")
    _, last = lines_of(block, 400.0, looks)
    assert last == "ดี", "where lines are filled"
    lines = lines_of(block, 400.0 - balancing_indent_pt(block, looks), looks)
    assert len(lines) == 2
    assert len(lines[1]) > len(last)


@given(st.lists(st.sampled_from(LONG.split()), min_size=1, max_size=40))
def test_a_reader_that_sets_lines_a_little_wider_takes_no_line_more(words: list[str]) -> None:
    block = Block("h", Role.TITLE, " ".join(words))
    looks = looks_for(block)
    measure_pt = looks.brand.measure_pt - balancing_indent_pt(block, looks)
    if measure_pt < looks.brand.measure_pt:
        wider = len(lines_of(block, measure_pt / 1.019, looks))
        assert wider == len(lines_of(block, measure_pt, looks))


def test_a_last_word_alone_gets_company() -> None:
    words = LONG.split()
    block = Block("title", Role.TITLE, LONG)
    looks = looks_for(block)
    lines = filled(words, looks.brand.measure_pt - balancing_indent_pt(block, looks), Role.TITLE, looks)
    assert len(lines) > 1
    assert min(lines) > 0.75 * max(lines)


@pytest.mark.parametrize(
    ("role", "text"),
    [
        (Role.TITLE, "Ceasefire now"),
        (Role.TITLE, LONG.replace(" on ", "\u2028on ")),
        (Role.PARAGRAPH, LONG * 3),
        (Role.ENDORSER, LONG),
    ],
    ids=["one line", "lines of its own", "no heading", "an entry of the annex"],
)
def test_what_has_no_lines_to_make_equal_keeps_the_measure(role: Role, text: str) -> None:
    block = Block("b", role, text)
    assert balancing_indent_pt(block, looks_for(block)) == 0


def test_letters_that_join_over_a_line_end_are_no_hindrance(tmp_path: Path) -> None:
    """As in a font that draws a hyphen and the letter behind it as one, and a letter and the space before it."""
    font = opened(LATIN)
    addOpenTypeFeaturesFromString(font, "feature liga { sub hyphen f by A; sub e space by B; } liga;")
    (tmp_path / "joined.ttf").write_bytes(saved(font))
    typefaces = {face: {"Latn": Typeface("Joined")} for face in Face}
    brand = Brand(fonts=(FontFile(tmp_path / "joined.ttf", "Joined"),), typefaces=typefaces)
    block = Block("title", Role.TITLE, "A cease-fire now, on the border of all " * 5)
    assert balancing_indent_pt(block, looks_for(block, brand)) > 0
