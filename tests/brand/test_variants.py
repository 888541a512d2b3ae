"""The voices that follow from the family a brand names."""

from __future__ import annotations

import pytest

from statement_kit.brand import DEFAULT_TYPEFACES, Face, Typeface
from statement_kit.brand.variants import BUNDLED, Cut, Typefaces, with_variants
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library

OWN = (
    Cut("Our Serif", 400, False),
    Cut("Our Serif", 400, True),
    Cut("Our Serif", 700, False),
    Cut("Our Serif", 900, False),
    Cut("Our Serif", 700, True),
    Cut("Our Khmer", 400, False),
    Cut("Our Khmer", 700, False),
    Cut("Our Poster", 400, False),
)


def named(face: Face, script: str, typeface: Typeface) -> Typefaces:
    return {**DEFAULT_TYPEFACES, face: {**DEFAULT_TYPEFACES[face], script: typeface}}


@pytest.mark.parametrize(
    ("face", "weight", "is_italic"),
    [
        (Face.TEXT_EMPHASIS, 400, True),
        (Face.TEXT_STRONG, 700, False),
        (Face.TEXT_STRONG_EMPHASIS, 700, True),
    ],
)
def test_a_family_with_italics_has_all_its_voices(face: Face, weight: int, is_italic: bool) -> None:
    changed = named(Face.TEXT, "Latn", Typeface("Our Serif", scale=0.95))
    found = with_variants(changed, {(Face.TEXT, "Latn")}, OWN)
    assert found[face]["Latn"] == Typeface("Our Serif", weight, 0.95, is_italic)


@pytest.mark.parametrize("face", [Face.TEXT_EMPHASIS, Face.TEXT_STRONG, Face.TEXT_STRONG_EMPHASIS])
def test_a_family_without_italics_is_emphasised_by_its_bold(face: Face) -> None:
    changed = named(Face.TEXT, "Khmr", Typeface("Our Khmer", scale=0.9))
    assert with_variants(changed, {(Face.TEXT, "Khmr")}, OWN)[face]["Khmr"] == Typeface("Our Khmer", 700, 0.9)


@pytest.mark.parametrize("face", [Face.TITLE_EMPHASIS, Face.TITLE])
def test_a_family_of_one_font_has_one_voice(face: Face) -> None:
    changed = named(Face.TITLE, "Thai", Typeface("Our Poster"))
    assert with_variants(changed, {(Face.TITLE, "Thai")}, OWN)[face]["Thai"] == Typeface("Our Poster")


def test_the_fonts_of_the_kit_are_known_too() -> None:
    changed = named(Face.LABEL, "Thai", Typeface("Sarabun"))
    assert with_variants(changed, {(Face.LABEL, "Thai")}, ())[Face.LABEL_STRONG]["Thai"] == Typeface("Sarabun", 600)


def test_what_a_brand_names_is_left_as_it_is() -> None:
    own = Typeface("Our Serif", 900)
    changed = {
        **named(Face.TEXT, "Latn", Typeface("Our Serif")),
        Face.TEXT_STRONG: {**DEFAULT_TYPEFACES[Face.TEXT_STRONG], "Latn": own},
    }
    both = {(Face.TEXT, "Latn"), (Face.TEXT_STRONG, "Latn")}
    assert with_variants(changed, both, OWN)[Face.TEXT_STRONG]["Latn"] == own


def test_what_it_does_not_name_is_the_kits() -> None:
    assert with_variants(DEFAULT_TYPEFACES, set(), OWN) == DEFAULT_TYPEFACES


def test_every_font_that_is_taken_for_bundled_lies_in_the_kit() -> None:
    assert set(map(tuple, BUNDLED)) <= font_library(fonts_folder()).names
