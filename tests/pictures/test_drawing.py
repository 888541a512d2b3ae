"""Paintings, and the operators they become."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.pictures.drawing import (
    IDENTITY,
    LARGEST,
    MOST_COMPARED,
    MOST_SEGMENTS,
    Clip,
    Fill,
    Matrix,
    Outline,
    Painting,
    Stroke,
    are_apart,
    concatenate,
    faded,
    rectangle,
    transformed,
    vector_picture,
)

RED = (1.0, 0.0, 0.0)


def filled(x: float, alpha: float = 1.0, clips: tuple[Clip, ...] = ()) -> Painting:
    """A square of 10, beginning at x."""
    return Painting(rectangle(x, 0, 10, 10), IDENTITY, Fill(RED, alpha), clips)


def stroked(outline: Outline, matrix: Matrix, **looks: object) -> Painting:
    pen = {"width": 2.0, "cap": 0, "join": 0, "miter_limit": 4.0} | looks
    return Painting(outline, matrix, Stroke(RED, 1.0, **pen))


def operators(*paintings: Painting) -> list[str]:
    return vector_picture(100, 100, paintings, "logo.svg").drawing.decode("ascii").split("\n")


def test_matrices_apply_one_after_the_other() -> None:
    move, double = (1, 0, 0, 1, 10, 0), (2, 0, 0, 2, 0, 0)
    assert transformed((("m", (1, 1)),), concatenate(move, double)) == (("m", (22, 2)),)
    assert transformed((("m", (1, 1)),), concatenate(double, move)) == (("m", (12, 2)),)


def test_numbers_are_written_without_exponents() -> None:
    line = (("m", (1e-12, 0.00001234567891)), ("l", (-1234567.891, 3.0)))
    assert operators(stroked(line, IDENTITY))[4:6] == ["0 0.00001234568 m", "-1234568 3 l"]


def test_a_strokes_width_is_transformed_with_its_outline() -> None:
    assert operators(stroked((("m", (0, 0)), ("l", (5, 5))), (2, 0, 0, 1, 3, 4), dashes=(2, 1), dash_phase=0.5)) == [
        "q",
        "1 0 0 RG",
        "2 0 0 1 3 4 cm",
        "2 w 0 J 0 j 4 M",
        "[2 1] 0.5 d",
        "0 0 m",
        "5 5 l",
        "S",
        "Q",
    ]


def test_paintings_that_share_their_clips_are_clipped_once() -> None:
    clips = (Clip(rectangle(0, 0, 50, 50), is_even_odd=True),)
    written = operators(filled(0, clips=clips), filled(20, clips=clips), filled(40))
    assert (written.count("W* n"), written.count("f"), written.count("q")) == (1, 3, 4)


def test_one_graphics_state_serves_all_of_an_opacity() -> None:
    picture = vector_picture(9, 9, [filled(0, 0.5), filled(1, 0.25), filled(2, 0.5), filled(3, 0)], "logo.svg")
    assert picture.opacities == {"O0": 0.5, "O1": 0.25}
    assert picture.drawing.count(b"\nf\n") == 3


def test_boxes_that_touch_are_apart_and_those_that_overlap_are_not() -> None:
    assert are_apart([(0, 0, 1, 1), (1, 0, 2, 1), (0, 1, 1, 2)])
    assert not are_apart([(0, 0, 2, 2), (1, 1, 3, 3)])
    assert not are_apart([(at, 0, at + 1, 1) for at in range(MOST_COMPARED + 1)])


def test_shapes_apart_fade_each_for_itself_and_others_not_at_all() -> None:
    assert [painting.paint.alpha for painting in faded([filled(0), filled(10, 0.5)], 0.5) or []] == [0.5, 0.25]
    assert faded([filled(0), filled(9)], 0.5) is None
    assert faded([filled(0), filled(9)], 1) == [filled(0), filled(9)]


def test_a_line_beside_a_shape_counts_with_its_width() -> None:
    beside = (("m", (10.5, 0.0)), ("l", (10.5, 10.0)))
    assert faded([filled(0), stroked(beside, IDENTITY, width=2.0)], 0.5) is None
    assert faded([filled(0), stroked(beside, IDENTITY, width=0.1)], 0.5) is not None


@pytest.mark.parametrize(
    ("rule", "painting"),
    [
        ("too-far", filled(LARGEST)),
        ("too-far", filled(float("nan"))),
        ("too-complex", Painting((("m", (0, 0)),) * (MOST_SEGMENTS + 1), IDENTITY, Fill(RED))),
        ("too-complex", stroked((("m", (0, 0)), ("l", (9e5, 0))), IDENTITY, dashes=(0.01,))),
    ],
)
def test_what_no_reader_could_follow_is_refused(rule: str, painting: Painting) -> None:
    with pytest.raises(SourceError, match=f"picture/{rule}"):
        operators(painting)


@pytest.mark.parametrize(
    "matrix",
    [
        (0, 0, 0, 0, 5, 5),
        (1, 0, 0, 0, 0, 0),
        (1, 1, 1, 1, 0, 0),
        (0.1, 0.2, 0.3, 0.6, 0, 0),
        (1e-10, 0, 0, 1, 0, 0),
        (1, 1, 1, 1.00000001, 0, 0),
    ],
)
def test_what_a_matrix_makes_a_line_or_a_point_is_left_out(matrix: Matrix) -> None:
    square = rectangle(0, 0, 10, 10)
    flat = [stroked(square, matrix), Painting(square, matrix, Fill(RED), (Clip(square),))]
    assert operators(*flat) == [""]
    assert operators(filled(0), *flat) == operators(filled(0))


@pytest.mark.parametrize("value", [float("nan"), float("inf"), 1e200])
def test_a_matrix_that_reaches_too_far_is_not_left_out(value: float) -> None:
    with pytest.raises(SourceError, match="too-far"):
        operators(stroked(rectangle(0, 0, 10, 10), (value, value, value, value, 0, 0)))
