"""Words as shapes, for what is to be seen and not read: nobody who copies the page finds it among the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen

from statement_kit.text.shaping import Cluster

Point = tuple[float, float]


class Stroke(NamedTuple):
    """A piece of an outline: `move`, `line`, `curve` (cubic, two control points and its end) or `close`."""

    kind: str
    points: tuple[Point, ...] = ()


def outlines(clusters: Iterable[Cluster]) -> Iterator[tuple[Stroke, ...]]:
    """The outlines of clusters set one after another, glyph by glyph, in pt from where they begin, y upwards.

    Each glyph is to be filled by itself, since those of a stack overlap.
    """
    x_pt = 0.0
    for cluster in clusters:
        scale = cluster.size_pt / cluster.font.units_per_em
        for glyph in cluster.glyphs:
            pen = _Pen()
            place = (scale, 0, 0, scale, x_pt + glyph.x * scale, glyph.y * scale)
            cluster.font.shaper.draw_glyph_with_pen(glyph.id, TransformPen(pen, place))
            yield tuple(pen.strokes)
        x_pt += cluster.width_pt


class _Pen(BasePen):  # type: ignore[misc] # fontTools has no types
    """Takes down the strokes it is led through; its base turns quadratic curves into cubic ones."""

    def __init__(self) -> None:
        super().__init__(None)
        self.strokes: list[Stroke] = []

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' own name
        self.strokes.append(Stroke("move", (pt,)))

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.strokes.append(Stroke("line", (pt,)))

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self.strokes.append(Stroke("curve", (pt1, pt2, pt3)))

    def _closePath(self) -> None:  # noqa: N802
        self.strokes.append(Stroke("close"))
