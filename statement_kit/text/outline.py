"""Words as shapes, for what is to be seen and not read: nobody who copies the page finds it among the text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import NamedTuple

from fontTools.pens.transformPen import TransformPen

from statement_kit.outline_pen import OutlinePen, Point
from statement_kit.text.shaping import Cluster


class Stroke(NamedTuple):
    """A piece of an outline, by its operator in PDF: `m`, `l`, `c` (cubic, two control points and its end) or `h`."""

    operator: str
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


class _Pen(OutlinePen):
    """Takes down the strokes of a glyph."""

    def __init__(self) -> None:
        super().__init__()
        self.strokes: list[Stroke] = []

    def add(self, operator: str, *points: Point) -> None:
        self.strokes.append(Stroke(operator, points))
