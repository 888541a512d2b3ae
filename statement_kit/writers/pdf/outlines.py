"""Glyph outlines of a TrueType font, copied byte by byte (OpenType `glyf`, `loca`, `hmtx`).

Glyphs are copied raw, their hinting left behind, and put together as composites; going through a font
editor's objects would cost some twenty times the time for the same bytes.
"""

from __future__ import annotations

import struct
from collections.abc import Iterator
from typing import NamedTuple

from statement_kit.diagnostics import Diagnostic, FontError, Location
from statement_kit.text.fonts import Font

WORDS = 0x0001
XY_VALUES = 0x0002
HAS_SCALE = 0x0008
MORE = 0x0020
HAS_XY_SCALE = 0x0040
HAS_MATRIX = 0x0080
HAS_INSTRUCTIONS = 0x0100


class Box(NamedTuple):
    """A glyph's bounding box, in font units."""

    x_min: int
    y_min: int
    x_max: int
    y_max: int

    def moved(self, x: int, y: int) -> Box:
        """The box at another place."""
        return Box(self.x_min + x, self.y_min + y, self.x_max + x, self.y_max + y)


class Component(NamedTuple):
    """A part of a composite: which glyph, and where its record holds the glyph's id."""

    glyph: int
    id_at: int


class Outlines:
    """The outlines of one font, by glyph id.

    Raises:
        FontError: The font has no TrueType outlines.
    """

    def __init__(self, font: Font) -> None:
        self.head = font.table("head")
        self.maxp = font.table("maxp")
        self.hhea = font.table("hhea")
        self._glyf = font.table("glyf")
        if not self._glyf or not font.table("loca"):
            where = Location(str(font.path))
            message = f"{font.family} has no TrueType outlines, which PDF embedding needs."
            raise FontError([Diagnostic("font/no-outlines", message, where, "Choose a TrueType (.ttf) font.")])
        self._loca = self._offsets(font.table("loca"))
        self._hmtx = font.table("hmtx")
        self._counts: dict[int, tuple[int, int, int]] = {}
        self._long_metrics = struct.unpack_from(">H", self.hhea, 34)[0]

    def _offsets(self, loca: bytes) -> tuple[int, ...]:
        if struct.unpack_from(">h", self.head, 50)[0]:
            return struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4])
        return tuple(2 * offset for offset in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2]))

    def data(self, glyph: int) -> bytes:
        """The glyph as the font holds it; empty for one that draws nothing."""
        return self._glyf[self._loca[glyph] : self._loca[glyph + 1]]

    def box(self, glyph: int) -> Box:
        """Its bounding box, all zero for one that draws nothing."""
        data = self.data(glyph)
        return Box(*struct.unpack_from(">4h", data, 2)) if data else Box(0, 0, 0, 0)

    def advance(self, glyph: int) -> int:
        """Its advance width, in font units."""
        return int(struct.unpack_from(">H", self._hmtx, 4 * min(glyph, self._long_metrics - 1))[0])

    def bearing(self, glyph: int) -> int:
        """Its left side bearing, in font units."""
        if glyph < self._long_metrics:
            return int(struct.unpack_from(">h", self._hmtx, 4 * glyph + 2)[0])
        return int(struct.unpack_from(">h", self._hmtx, 4 * self._long_metrics + 2 * (glyph - self._long_metrics))[0])

    def components(self, glyph: int) -> list[Component]:
        """The parts of a composite glyph; none for a simple one."""
        data = self.data(glyph)
        return list(_components(data)) if is_composite(data) else []

    def unhinted(self, glyph: int) -> bytearray:
        """A copy of the glyph without its instructions."""
        data = bytearray(self.data(glyph))
        if not data:
            return data
        if is_composite(data):
            *_, last = _components(data)
            for part in _components(bytes(data)):
                flags = struct.unpack_from(">H", data, part.id_at - 2)[0]
                struct.pack_into(">H", data, part.id_at - 2, flags & ~HAS_INSTRUCTIONS)
            return data[: _record_end(data, last.id_at - 2)]
        at = 10 + 2 * struct.unpack_from(">h", data)[0]
        length = struct.unpack_from(">H", data, at)[0]
        return data[:at] + b"\0\0" + data[at + 2 + length :]

    def counts(self, glyph: int) -> tuple[int, int, int]:
        """Points and contours of the glyph with all its parts, and how deep parts are nested (for `maxp`)."""
        if glyph not in self._counts:
            self._counts[glyph] = self._count(glyph)
        return self._counts[glyph]

    def _count(self, glyph: int) -> tuple[int, int, int]:
        data = self.data(glyph)
        if not data:
            return 0, 0, 0
        if not is_composite(data):
            contours = struct.unpack_from(">h", data)[0]
            points = struct.unpack_from(">H", data, 8 + 2 * contours)[0] + 1 if contours else 0
            return points, contours, 0
        parts = [self.counts(part.glyph) for part in _components(data)]
        return sum(p for p, _, _ in parts), sum(c for _, c, _ in parts), 1 + max(d for _, _, d in parts)


def is_composite(data: bytes | bytearray) -> bool:
    """Whether a glyph is put together from others."""
    return len(data) > 1 and struct.unpack_from(">h", data)[0] < 0


def _components(data: bytes | bytearray) -> Iterator[Component]:
    at = 10
    while True:
        flags, glyph = struct.unpack_from(">HH", data, at)
        yield Component(glyph, at + 2)
        if not flags & MORE:
            return
        at = _record_end(data, at)


def _record_end(data: bytes | bytearray, at: int) -> int:
    flags = struct.unpack_from(">H", data, at)[0]
    scale = 2 if flags & HAS_SCALE else 4 if flags & HAS_XY_SCALE else 8 if flags & HAS_MATRIX else 0
    return int(at + 4 + (4 if flags & WORDS else 2) + scale)


def composite(parts: list[tuple[int, int, int]], box: Box) -> bytes:
    """A glyph put together from others: new glyph id, x and y of each, in font units."""
    data = struct.pack(">5h", -1, *box)
    for at, (glyph, x, y) in enumerate(parts):
        flags = WORDS | XY_VALUES | (MORE if at < len(parts) - 1 else 0)
        data += struct.pack(">HHhh", flags, glyph, x, y)
    return data
