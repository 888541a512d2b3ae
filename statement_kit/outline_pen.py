"""A pen for fontTools to draw with, which takes down what it is led through."""

from __future__ import annotations

from abc import abstractmethod

from fontTools.pens.basePen import BasePen

Point = tuple[float, float]


class OutlinePen(BasePen):  # type: ignore[misc] # fontTools has no types
    """Moves, lines, cubic curves and ends, by their operators in PDF; its base makes quadratic curves cubic."""

    def __init__(self) -> None:
        super().__init__(None)

    @abstractmethod
    def add(self, operator: str, *points: Point) -> None:
        """Take down a stroke: `m`, `l`, `c` with two control points before its end, or `h` (ISO 32000-1 table 59)."""

    def _moveTo(self, pt: Point) -> None:  # noqa: N802 - fontTools' own names, here and below
        self.add("m", pt)

    def _lineTo(self, pt: Point) -> None:  # noqa: N802
        self.add("l", pt)

    def _curveToOne(self, pt1: Point, pt2: Point, pt3: Point) -> None:  # noqa: N802
        self.add("c", pt1, pt2, pt3)

    def _closePath(self) -> None:  # noqa: N802
        self.add("h")
