"""The outlines of SVG's shapes, in their own coordinates."""

from __future__ import annotations

import re
from collections.abc import Mapping

from fontTools.svgLib.path import parse_path
from lxml import etree

from statement_kit.outline_pen import OutlinePen
from statement_kit.pictures.drawing import Outline, Segment, rectangle
from statement_kit.pictures.svg.elements import attribute
from statement_kit.pictures.svg.values import NUMBER, UnreadableValueError, checked, diagonal, length, numbers

SHAPES = frozenset(["path", "rect", "circle", "ellipse", "line", "polyline", "polygon"])

_BETWEEN_NUMBERS = re.compile(r"[MmZzLlHhVvCcSsQqTtAa,\s]*")
_ARCS_AND_OTHERS = re.compile(r"[^Aa]+|[Aa][^MmZzLlHhVvCcSsQqTt]*")
_BARE_POINT = re.compile(r"(?<=\d)\.(?!\d)")
_LEADING_ZERO = re.compile(r"(?<![\d.])0+(?=\d)")
_ROUND = 0.5522847498
"""How far the control points of a quarter circle lie from its ends, in radii."""


def shape_outline(
    name: str, element: etree._Element, properties: Mapping[str, str], viewport: tuple[float, float]
) -> Outline:
    """The outline of a shape; empty where its size is nought or less.

    Raises:
        UnreadableValueError: A coordinate or its path cannot be read.
    """
    if name == "path":
        return _path(attribute(element, "d"))
    if name in ("polyline", "polygon"):
        return _polygon(attribute(element, "points"), is_closed=name == "polygon")
    return _Measures(element, properties, viewport).outline(name)


def _path(text: str) -> Outline:
    if text.strip() in ("", "none"):
        return ()
    if not _BETWEEN_NUMBERS.fullmatch(re.sub(NUMBER, " ", text)):
        raise UnreadableValueError(_shortened(text))
    pen = _Pen()
    try:
        parse_path(_plain_numbers(text), pen)
    except (ValueError, IndexError, ZeroDivisionError, OverflowError) as error:
        raise UnreadableValueError(_shortened(text)) from error
    return tuple(pen.segments)


def _plain_numbers(text: str) -> str:
    """The path with `6.` as `6` and, outside of arcs with their flags in a row, `06` as `6`, as fontTools wants it."""
    parts = _ARCS_AND_OTHERS.findall(" ".join(text.split()))
    return "".join(_BARE_POINT.sub("", part if part[0] in "Aa" else _LEADING_ZERO.sub("", part)) for part in parts)


def _shortened(text: str) -> str:
    return text if len(text) <= 40 else text[:40] + "…"


class _Pen(OutlinePen):
    """Collects what fontTools draws, its numbers checked."""

    def __init__(self) -> None:
        super().__init__()
        self.segments: list[Segment] = []

    def add(self, operator: str, *points: tuple[float, float]) -> None:
        self.segments.append((operator, tuple(checked(value) for point in points for value in point)))


def _polygon(text: str, is_closed: bool) -> Outline:
    values = numbers(text)
    if len(values) % 2:
        raise UnreadableValueError(_shortened(text))
    points = list(zip(values[::2], values[1::2], strict=True))
    lines = tuple(("l" if at else "m", point) for at, point in enumerate(points))
    return (*lines, ("h", ())) if lines and is_closed else lines


class _Measures:
    """The coordinates of one basic shape."""

    def __init__(self, element: etree._Element, properties: Mapping[str, str], viewport: tuple[float, float]) -> None:
        self._element = element
        self._properties = properties
        width, height = viewport
        self._wholes = {"x": width, "y": height, "r": diagonal(width, height)}

    def outline(self, name: str) -> Outline:
        match name:
            case "rect":
                return self._rect()
            case "line":
                x1, y1, x2, y2 = (self._of(key, key[0]) for key in ("x1", "y1", "x2", "y2"))
                return (("m", (x1, y1)), ("l", (x2, y2)))
            case "circle":
                radius = self._of("r", "r")
                return _ellipse(self._of("cx", "x"), self._of("cy", "y"), radius, radius)
        rx, ry = self._radii()
        return _ellipse(self._of("cx", "x"), self._of("cy", "y"), rx or 0, ry or 0)

    def _of(self, key: str, axis: str) -> float:
        return self._maybe(key, axis) or 0.0

    def _maybe(self, key: str, axis: str) -> float | None:
        """A coordinate; None where it is left to be found."""
        text = self._properties.get(key) or attribute(self._element, key, "auto")
        return None if text == "auto" else length(text, self._wholes[axis])

    def _radii(self) -> tuple[float | None, float | None]:
        """Both radii; one that is not given is like the other."""
        rx, ry = self._maybe("rx", "x"), self._maybe("ry", "y")
        return (ry if rx is None else rx), (rx if ry is None else ry)

    def _rect(self) -> Outline:
        x, y = self._of("x", "x"), self._of("y", "y")
        width, height = self._of("width", "x"), self._of("height", "y")
        if width <= 0 or height <= 0:
            return ()
        rx, ry = (max(0.0, radius or 0) for radius in self._radii())
        rx, ry = min(rx, width / 2), min(ry, height / 2)
        return _rounded(x, y, width, height, rx, ry) if rx and ry else rectangle(x, y, width, height)


def _ellipse(x: float, y: float, rx: float, ry: float) -> Outline:
    if rx <= 0 or ry <= 0:
        return ()
    h, v = rx * _ROUND, ry * _ROUND
    return (
        ("m", (x + rx, y)),
        ("c", (x + rx, y + v, x + h, y + ry, x, y + ry)),
        ("c", (x - h, y + ry, x - rx, y + v, x - rx, y)),
        ("c", (x - rx, y - v, x - h, y - ry, x, y - ry)),
        ("c", (x + h, y - ry, x + rx, y - v, x + rx, y)),
        ("h", ()),
    )


def _rounded(x: float, y: float, width: float, height: float, rx: float, ry: float) -> Outline:
    right, far, h, v = x + width, y + height, rx * (1 - _ROUND), ry * (1 - _ROUND)
    return (
        ("m", (x + rx, y)),
        ("l", (right - rx, y)),
        ("c", (right - h, y, right, y + v, right, y + ry)),
        ("l", (right, far - ry)),
        ("c", (right, far - v, right - h, far, right - rx, far)),
        ("l", (x + rx, far)),
        ("c", (x + h, far, x, far - v, x, far - ry)),
        ("l", (x, y + ry)),
        ("c", (x, y + v, x + h, y, x + rx, y)),
        ("h", ()),
    )
