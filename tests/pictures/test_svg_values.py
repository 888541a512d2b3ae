"""The notations of SVG attributes."""

from __future__ import annotations

import pytest

from statement_kit.pictures.svg.values import UnreadableValueError, colour, length, local_id, numbers, transform


@pytest.mark.parametrize(
    ("text", "values"),
    [("1,2", (1, 2)), ("1-2.5.5", (1, -2.5, 0.5)), (" 1e2 , +3. ", (100, 3)), ("", ()), ("00.5", (0.5,))],
)
def test_numbers_stand_between_spaces_commas_or_nothing(text: str, values: tuple[float, ...]) -> None:
    assert numbers(text) == values


@pytest.mark.parametrize("text", ["1 x", "1,,2", "1 2,", "1e400", "inf", "nan", "--1", "1e8"])
def test_what_is_no_coordinate_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableValueError):
        numbers(text)


@pytest.mark.parametrize(
    ("text", "units"), [("3", 3), ("3px", 3), ("3pt", 4), ("25.4mm", 96), ("2.54CM", 96), ("1in", 96), ("50%", 40)]
)
def test_lengths_come_in_user_units(text: str, units: float) -> None:
    assert length(text, 80) == pytest.approx(units)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("#f00", ((1, 0, 0), 1)),
        ("DarkBlue", ((0, 0, 139 / 255), 1)),
        ("rgba(0, 0, 255, 0.25)", ((0, 0, 1), 0.25)),
        ("#00ff0033", ((0, 1, 0), 0.2)),
    ],
)
def test_colours_come_with_their_opacity(text: str, expected: tuple[tuple[float, ...], float]) -> None:
    rgb, alpha = colour(text)
    assert rgb == pytest.approx(expected[0])
    assert alpha == pytest.approx(expected[1])


def test_only_a_reference_within_the_file_has_an_id() -> None:
    assert [local_id(text) for text in ("url(#a)", "url( '#a b' )", "url(b.svg#a)", "#a", "url('#a\")")] == [
        "a",
        "a b",
        None,
        None,
        None,
    ]


def test_of_several_transforms_the_last_is_applied_first() -> None:
    assert transform("translate(10) scale(2)") == (2, 0, 0, 2, 10, 0)
    assert transform("scale(2),translate(10 5)") == (2, 0, 0, 2, 20, 10)
    assert transform("rotate(90 10 0)") == pytest.approx((0, 1, -1, 0, 10, -10))


@pytest.mark.parametrize("text", ["scale()", "matrix(1 2)", "rotate(1 2)", "translate(1px)", "turn(3)", "scale(2) x"])
def test_a_transform_that_svg_does_not_know_is_unreadable(text: str) -> None:
    with pytest.raises(UnreadableValueError):
        transform(text)
