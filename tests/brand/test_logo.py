"""A brand's logo: what its shape and words must be, and what is said against it."""

from __future__ import annotations

from typing import Any

import pytest

from statement_kit.brand import Brand, Logo, Paper, letterhead_problems, logo_warnings
from statement_kit.brand.logo import MOST_ALT
from statement_kit.brand.page import MM
from statement_kit.diagnostics import Diagnostic, Severity, SourceError
from statement_kit.pictures import RasterPicture, VectorPicture

SQUARE = VectorPicture(100, 100, b"0 0 100 100 re f")
WORDS = {"en": "Logo of the Coalition", "km": "និមិត្តសញ្ញា", "th": "ตรา"}  # Khmer and Thai: "logo"


def pixels(width_px: int, height_px: int) -> RasterPicture:
    return RasterPicture(width_px, height_px, 1, bytes(width_px * height_px))


def refused(logo: Any, **changes: Any) -> tuple[Diagnostic, ...]:
    with pytest.raises(SourceError) as caught:
        Brand(logo=logo, **changes)
    assert all(found.hint for found in caught.value.diagnostics)
    return caught.value.diagnostics


@pytest.mark.parametrize(("picture", "width_pt"), [(SQUARE, 40), (VectorPicture(80, 20, b""), 160), (pixels(3, 6), 20)])
def test_it_is_as_wide_as_its_shape_makes_it(picture: Any, width_pt: float) -> None:
    assert Logo(picture, WORDS, 40).width_pt == pytest.approx(width_pt)


@pytest.mark.parametrize(
    ("logo", "rule", "named"),
    [
        ("logo.svg", "brand/wrong-type", "logo of the brand"),
        (Logo(b"<svg/>", WORDS), "brand/wrong-type", "logo.picture of the brand"),  # type: ignore[arg-type]
        (Logo(SQUARE, "Logo"), "brand/wrong-type", "logo.alt of the brand"),  # type: ignore[arg-type]
        (Logo(SQUARE, {"en": None}), "brand/wrong-type", "logo.alt[en] of the brand"),  # type: ignore[dict-item]
        (Logo(SQUARE, WORDS, 4.9 * MM), "brand/number", "logo.height_pt of the brand"),
        (Logo(SQUARE, WORDS, 81 * MM), "brand/number", "logo.height_pt of the brand"),
        (Logo(SQUARE, WORDS, float("nan")), "brand/number", "logo.height_pt of the brand"),
        (Logo(SQUARE, {"km": ""}), "brand/empty-text", "The logo's alternative text in “km”"),
        (Logo(SQUARE, {"en": " \u200b"}), "brand/empty-text", "The logo's alternative text in “en”"),
        (Logo(SQUARE, {**WORDS, "kh": "Logo"}), "brand/unknown-language", "The logo has alternative text for “kh”"),
        (Logo(SQUARE, {"en": "a" * (MOST_ALT + 1)}), "brand/long-alt", "The logo's alternative text in “en”"),
        (Logo(SQUARE, {"en": "Our\nlogo"}), "statement/control-character", "The logo's alternative text in “en”"),
    ],
)
def test_what_cannot_be_printed_or_said_is_refused(logo: Any, rule: str, named: str) -> None:
    (found,) = refused(logo)
    assert (found.rule, found.message[: len(named)]) == (rule, named)


def test_what_is_refused_as_a_picture_says_how_one_is_made() -> None:
    (found,) = refused(Logo("logo.svg", WORDS))  # type: ignore[arg-type]
    assert found.hint == "Write parse_picture(…)."


def test_one_wider_than_the_text_is_refused_with_the_height_that_fits() -> None:
    ten_to_one = VectorPicture(100, 10, b"")
    (found,) = refused(Logo(ten_to_one, WORDS, 20 * MM, "logo.svg"))
    assert (found.rule, found.clause) == ("brand/logo-width", "brand.logo")
    assert found.message == "logo.svg is 200 mm wide, the text only 156 mm."
    assert found.hint == "Print it at most 15 mm high."
    assert Brand(logo=Logo(ten_to_one, WORDS, 15 * MM)).logo


def test_one_as_wide_as_the_text_fits() -> None:
    brand = Brand(paper=Paper.LETTER)
    exact = VectorPicture(brand.measure_pt, 20, b"")
    assert Brand(paper=Paper.LETTER, logo=Logo(exact, WORDS, 20)).logo


def test_pixels_that_would_show_are_refused_and_few_ones_are_a_warning() -> None:
    inch = 72.0
    (found,) = refused(Logo(pixels(149, 149), WORDS, inch, "logo.png"))
    assert (found.rule, found.severity, found.clause) == ("picture/coarse", Severity.ERROR, "brand.logo")
    (warned,) = logo_warnings(Brand(logo=Logo(pixels(299, 299), WORDS, inch, "logo.png")))
    assert (warned.rule, warned.severity, warned.where) == ("picture/coarse", Severity.WARNING, None)
    assert warned.message.startswith("logo.png is 299 pixels wide")
    assert logo_warnings(Brand(logo=Logo(pixels(300, 300), WORDS, inch))) == []
    assert logo_warnings(Brand()) == []


@pytest.mark.parametrize(
    ("alt", "tags", "rules"),
    [
        (WORDS, ["en", "km", "th"], []),
        ({"en": "Logo"}, ["en"], []),
        ({"en": "Logo"}, ["en", "km"], ["brand/no-alt"]),
        ({}, ["en", "km"], ["brand/no-alt", "brand/no-alt"]),
    ],
)
def test_its_words_are_there_in_every_language_that_is_made(
    alt: dict[str, str], tags: list[str], rules: list[str]
) -> None:
    found = list(letterhead_problems(Brand(logo=Logo(SQUARE, alt)), tags))
    assert [each.rule for each in found] == rules
    assert all(each.hint and each.clause == "brand.logo" for each in found)


def test_the_letterhead_stands_beside_it_up_to_nine_twentieths_of_the_measure() -> None:
    logo = Logo(SQUARE, WORDS, 45)
    assert (logo.has_room_beside(100), logo.has_room_beside(99)) == (True, False)
