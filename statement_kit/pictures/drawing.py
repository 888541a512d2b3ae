"""A drawing as a list of paintings, whatever file it came from, and the PDF operators that paint it."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from decimal import Decimal
from itertools import combinations, groupby
from math import hypot, isclose, sqrt

from statement_kit.pictures.picture import VectorPicture
from statement_kit.pictures.refusal import refusal

Matrix = tuple[float, float, float, float, float, float]
"""a b c d e f of PDF and SVG: x' = ax + cy + e, y' = bx + dy + f."""

Segment = tuple[str, tuple[float, ...]]
"""A path operator of PDF (m, l, c, h) and its coordinates."""

Outline = tuple[Segment, ...]
Box = tuple[float, float, float, float]
Colour = tuple[float, float, float]
"""Red, green and blue of sRGB, from 0 to 1."""

LARGEST = 1e7
"""No coordinate of a picture is larger; beyond this, readers of PDF lose precision."""

MOST_DASHES = 1_000_000
"""In one line; each costs every reader some work."""

_LEAST = 1e-9
"""Smaller numbers are written as 0."""

_ROUNDING = 1e-12
"""By which products of numbers that are equal on paper may differ."""

IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)

MOST_COMPARED = 300
"""Shapes of which it is asked whether they are apart: each is compared with each."""

MOST_SEGMENTS = 300_000
"""Lines and curves of a whole drawing, with its clipping."""


@dataclass(frozen=True, slots=True)
class Clip:
    """Nothing is painted outside this outline, which stands in the picture's own space."""

    outline: Outline
    is_even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Fill:
    """The inside of an outline, by the non-zero or the even-odd rule."""

    colour: Colour
    alpha: float = 1.0
    is_even_odd: bool = False


@dataclass(frozen=True, slots=True)
class Stroke:
    """A line along an outline; lengths are in the outline's space, caps and joins are PDF's numbers."""

    colour: Colour
    alpha: float
    width: float
    cap: int
    join: int
    miter_limit: float
    dashes: tuple[float, ...] = ()
    dash_phase: float = 0.0


@dataclass(frozen=True, slots=True)
class Painting:
    """One outline, filled or stroked; `matrix` leads from its space to the picture's."""

    outline: Outline
    matrix: Matrix
    paint: Fill | Stroke
    clips: tuple[Clip, ...] = ()


Run = tuple[tuple[Clip, ...], list[Painting]]
"""Paintings that follow on one another and share their clips."""


def concatenate(first: Matrix, then: Matrix) -> Matrix:
    """The matrix that does what the two do one after the other."""
    a, b, c, d, e, f = first
    g, h, i, j, k, m = then
    return (a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j, e * g + f * i + k, e * h + f * j + m)


def transformed(outline: Outline, matrix: Matrix) -> Outline:
    """The outline in the space that the matrix leads to."""
    a, b, c, d, e, f = matrix
    return tuple(
        (
            operator,
            tuple(
                value
                for x, y in zip(points[::2], points[1::2], strict=True)
                for value in (a * x + c * y + e, b * x + d * y + f)
            ),
        )
        for operator, points in outline
    )


def rectangle(x: float, y: float, width: float, height: float) -> Outline:
    """A rectangle, drawn from its corner along the x axis first."""
    right, far = x + width, y + height
    return (("m", (x, y)), ("l", (right, y)), ("l", (right, far)), ("l", (x, far)), ("h", ()))


def outline_box(outline: Outline) -> Box:
    """A box that holds the outline: that of its points and control points."""
    xs = [x for _, points in outline for x in points[::2]] or [0.0]
    ys = [y for _, points in outline for y in points[1::2]] or [0.0]
    return min(xs), min(ys), max(xs), max(ys)


def are_apart(boxes: Sequence[Box]) -> bool:
    """Whether no two of the boxes share ground; of more boxes than are compared, they are taken to."""
    return len(boxes) <= MOST_COMPARED and not any(
        a[0] < b[2] and b[0] < a[2] and a[1] < b[3] and b[1] < a[3] for a, b in combinations(boxes, 2)
    )


def faded(paintings: Sequence[Painting], opacity: float) -> list[Painting] | None:
    """The paintings as one sheet of this opacity; None where they cannot be.

    Each may fade for itself as long as none covers another. Where one does, what lies below would shine through.
    """
    if opacity == 1:
        return list(paintings)
    if not are_apart([_painted_box(painting) for painting in paintings[: MOST_COMPARED + 1]]):
        return None
    return [
        replace(painting, paint=replace(painting.paint, alpha=painting.paint.alpha * opacity)) for painting in paintings
    ]


def _painted_box(painting: Painting) -> Box:
    left, bottom, right, top = outline_box(transformed(painting.outline, painting.matrix))
    if isinstance(painting.paint, Fill):
        return left, bottom, right, top
    a, b, c, d, _, _ = painting.matrix
    reach = painting.paint.miter_limit if painting.paint.join == 0 else 1.0
    outset = painting.paint.width / 2 * max(reach, sqrt(2)) * max(hypot(a, c), hypot(b, d))
    return left - outset, bottom - outset, right + outset, top + outset


def vector_picture(width_pt: float, height_pt: float, paintings: Sequence[Painting], path: str) -> VectorPicture:
    """The picture that these paintings make, first painted first; the invisible ones are left out.

    Paintings that share their clips share a `q`, and each has its own within, so that no depth of groups in a file
    can exceed the 28 levels PDF/A allows.

    Raises:
        SourceError: It reaches further than readers of PDF can follow, or is dashed without end.
    """
    visible = filter(_is_visible, paintings)
    runs = [(clips, list(run)) for clips, run in groupby(visible, lambda painting: painting.clips)]
    if sum(map(_segment_count, runs)) > MOST_SEGMENTS:
        message = f"{path} has more than {MOST_SEGMENTS} lines and curves."
        raise refusal("too-complex", message, "Simplify the drawing, or export it as PNG.", path)
    if any(_dash_count(painting) > MOST_DASHES for painting in paintings):
        message = f"{path} has a line of more than {MOST_DASHES} dashes."
        raise refusal("too-complex", message, "Make its dashes longer, or export it as PNG.", path)
    try:
        drawing, opacities = _written(runs)
    except OverflowError as error:
        message = f"{path} reaches much further than a page."
        raise refusal("too-far", message, "Scale the drawing to the size it is printed.", path) from error
    return VectorPicture(width_pt, height_pt, drawing, opacities)


def _is_visible(painting: Painting) -> bool:
    """Whether it is more than clear, and its matrix, as it is written, makes it more than a line or a point."""
    a, b, c, d = (_rounded(value) for value in painting.matrix[:4])
    reaches_too_far = max(map(abs, (a, b, c, d))) > LARGEST  # which is no reason to leave it out
    return _opacity(painting) > 0 and (reaches_too_far or not isclose(a * d, b * c, rel_tol=_ROUNDING))


def _opacity(painting: Painting) -> float:
    return round(painting.paint.alpha, 4)


def _dash_count(painting: Painting) -> float:
    """No fewer dashes than the painting has, as far as the extent of its outline tells."""
    if isinstance(painting.paint, Fill) or not painting.paint.dashes:
        return 0
    left, bottom, right, top = outline_box(painting.outline)
    return len(painting.outline) * (right - left + top - bottom) / sum(painting.paint.dashes)


def _segment_count(run: Run) -> int:
    clips, paintings = run
    return sum(len(clip.outline) for clip in clips) + sum(len(painting.outline) for painting in paintings)


def _written(runs: Iterable[Run]) -> tuple[bytes, dict[str, float]]:
    names: dict[float, str] = {}
    lines: list[str] = []
    for clips, paintings in runs:
        lines += ["q", *_clipping(clips)] if clips else []
        for painting in paintings:
            alpha = _opacity(painting)
            state = names.setdefault(alpha, f"O{len(names)}") if alpha < 1 else None
            lines += ["q", *([f"/{state} gs"] if state else []), *_operators(painting), "Q"]
        lines += ["Q"] if clips else []
    return "\n".join(lines).encode("ascii"), {name: alpha for alpha, name in names.items()}


def _clipping(clips: Iterable[Clip]) -> Iterable[str]:
    for clip in clips:
        yield from _path(clip.outline)
        yield "W* n" if clip.is_even_odd else "W n"


def _operators(painting: Painting) -> list[str]:
    paint = painting.paint
    if isinstance(paint, Fill):
        path = _path(transformed(painting.outline, painting.matrix))
        return [f"{_numbers(paint.colour)} rg", *path, "f*" if paint.is_even_odd else "f"]
    return [f"{_numbers(paint.colour)} RG", *_pen(paint, painting.matrix), *_path(painting.outline), "S"]


def _pen(stroke: Stroke, matrix: Matrix) -> Iterable[str]:
    """A line's looks; the matrix goes to the operators, since it may make the line's width depend on direction."""
    yield f"{_numbers(matrix)} cm"
    yield f"{_numbers((stroke.width,))} w {stroke.cap} J {stroke.join} j {_numbers((stroke.miter_limit,))} M"
    if stroke.dashes:
        yield f"[{_numbers(stroke.dashes)}] {_numbers((stroke.dash_phase,))} d"


def _path(outline: Outline) -> list[str]:
    return [f"{_numbers(points)} {operator}" if points else operator for operator, points in outline]


def _numbers(values: Iterable[float]) -> str:
    return " ".join(map(_number, values))


def _number(value: float) -> str:
    """Seven digits that count, never with an exponent, which PDF does not know (ISO 32000-1, 7.3.3).

    Raises:
        OverflowError: It is no number, or larger than any coordinate.
    """
    if not abs(value) <= LARGEST:
        raise OverflowError
    text = f"{_rounded(value):.7g}"
    return format(Decimal(text), "f") if "e" in text else text


def _rounded(value: float) -> float:
    """The value to as many digits as are written."""
    return 0.0 if abs(value) < _LEAST else float(f"{value:.7g}")
