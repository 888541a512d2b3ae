"""Brands: how each role and face looks, and what a brand says of running text and of its letterhead."""

from __future__ import annotations

import re
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Paper, voice
from statement_kit.brand.contrast import contrast
from statement_kit.diagnostics import SourceError
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES, Alignment
from statement_kit.text.font_file import FontFile


def test_every_role_has_a_style_and_every_face_a_typeface_per_script() -> None:
    assert DEFAULT_STYLES.keys() == set(Role)
    assert DEFAULT_TYPEFACES.keys() == set(Face)
    assert {frozenset(by_script) for by_script in DEFAULT_TYPEFACES.values()} == {frozenset({"Latn", "Khmr", "Thai"})}


def test_running_text_may_be_set_either_way_and_indented_up_to_10_em() -> None:
    brand = Brand(alignment={"en": Alignment.RAGGED, "km": Alignment.JUSTIFIED}, indent_em={"en": 0, "th": 10.0})
    assert brand.alignment_of(Role.PARAGRAPH, LANGUAGES["en"]) is Alignment.RAGGED
    assert brand.indent_pt(Role.PARAGRAPH, LANGUAGES["th"]) == 10 * brand.size_pt(Role.PARAGRAPH, "Thai")


def test_the_kits_own_look_is_a_brand_on_every_paper() -> None:
    assert [Brand(paper=paper).paper for paper in Paper] == list(Paper)


def test_a_brand_brings_fonts() -> None:
    fonts = (FontFile(Path("Ours.ttf"), "Ours"), FontFile(Path("Ours.ttc"), "Ours", 650, number=2, axes={"wdth": 90.5}))
    assert Brand(fonts=fonts).fonts == fonts


@pytest.mark.parametrize(
    "changes",
    [{"path": "Ours.ttf"}, {"family": None}, {"weight": 0}, {"is_italic": 1}, {"number": 0}, {"axes": {"wdth": "90"}}],
)
def test_a_font_that_is_none_is_refused(changes: dict[str, Any]) -> None:
    font = replace(FontFile(Path("Ours.ttf"), "Ours"), **changes)
    with pytest.raises(SourceError, match=re.escape(f"fonts[1].{next(iter(changes))}")):
        Brand(fonts=(font,))


def test_the_letterhead_of_a_language_is_its_name_and_its_lines() -> None:
    brand = Brand(names={"en": "Coalition"}, letterhead={"en": ("Street 1", "Phnom Penh")})
    assert [(block.role, block.text) for block in brand.letterhead_blocks("en")] == [
        (Role.LETTERHEAD, "Coalition"),
        (Role.FURNITURE, "Street 1"),
        (Role.FURNITURE, "Phnom Penh"),
    ]
    assert brand.letterhead_blocks("km") == ()


def test_moul_is_for_titles_and_headings_only() -> None:
    """T10: the round style of Khmer is never set as text."""
    faces = {face for face, by_script in DEFAULT_TYPEFACES.items() if by_script["Khmr"].family == "Moul"}
    assert faces == {Face.HEADING, Face.HEADING_EMPHASIS, Face.TITLE, Face.TITLE_EMPHASIS}
    assert {style.face for role, style in DEFAULT_STYLES.items() if style.is_running_text} == {Face.TEXT}


@pytest.mark.parametrize("name", ["tracking_em", "letter_spacing_em", "spread_em"])
def test_no_style_can_ask_for_letter_spacing(name: str) -> None:
    """T14: what no script of the region wants cannot be asked for."""
    with pytest.raises(TypeError, match=name):
        replace(DEFAULT_STYLES[Role.PARAGRAPH], **{name: 0.1})


@pytest.mark.parametrize(("is_emphasised", "is_strong"), [(False, True), (True, True)])
def test_strong_text_in_a_heading_is_no_heavier_than_the_heading(is_emphasised: bool, is_strong: bool) -> None:
    found = voice(Face.HEADING, is_emphasised=is_emphasised, is_strong=is_strong)
    assert found is (Face.HEADING_EMPHASIS if is_emphasised else Face.HEADING)
    assert voice(Face.LABEL, is_emphasised=is_emphasised, is_strong=is_strong) is Face.LABEL


@pytest.mark.parametrize("colour", ["#5f5f5f", "#767676", "#9b2226", "#000000", "#005f73"])
def test_a_faint_colour_is_as_pale_as_a_line_may_be_that_is_to_be_seen(colour: str) -> None:
    """WCAG 2.1, 1.4.11: one more of a hundred parts of white, and it is too pale."""
    brand = Brand(colours={**Brand().colours, "quiet": colour})
    faint = brand.faint("quiet")
    assert 3.0 <= contrast(faint) < 3.2
    assert contrast(faint) < contrast(colour)


def test_a_colour_too_pale_already_stays_as_it_is() -> None:
    """Where nothing is set in it, nobody asks for its contrast."""
    styles = {role: replace(style, colour="ink", label_colour="") for role, style in DEFAULT_STYLES.items()}
    brand = Brand(styles=styles, colours={**Brand().colours, "quiet": "#dddddd"})
    assert brand.faint("quiet") == "#dddddd"


def test_links_in_the_annex_are_no_field_of_colour() -> None:
    style = DEFAULT_STYLES[Role.ENDORSER]
    assert (style.link_colour, style.underline_colour) == ("ink", "quiet")
    others = {role: (each.link_colour, each.underline_colour) for role, each in DEFAULT_STYLES.items()}
    assert {value for role, value in others.items() if role is not Role.ENDORSER} == {("accent", "")}


def test_the_names_decide_how_many_columns_the_annex_has_unless_the_brand_does() -> None:
    assert Brand().annex_columns is None
    assert Brand(annex_columns=3).annex_columns == 3
