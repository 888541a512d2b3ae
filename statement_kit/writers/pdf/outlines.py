"""Glyph outlines as TrueType keeps them (OpenType `glyf`, `loca`, `hmtx`), for the font of a document.

The glyphs of a TrueType font are copied byte by byte, their hinting left behind, and put together as composites; going
through a font editor's objects would cost some twenty times the time for the same bytes. What is copied is looked
through on the way: a brand's font may be damaged, or made to do harm.
"""

from __future__ import annotations

import struct
from abc import ABC, abstractmethod
from collections.abc import Iterator
from typing import NamedTuple

from statement_kit.text.font_file import UnusableFontError, damaged
from statement_kit.text.fonts import Font

WORDS = 0x0001
XY_VALUES = 0x0002
HAS_SCALE = 0x0008
MORE = 0x0020
HAS_XY_SCALE = 0x0040
HAS_MATRIX = 0x0080
HAS_INSTRUCTIONS = 0x0100

_REPEAT = 0x08
_POINT_BYTES = tuple(
    (1 if flag & 2 else 0 if flag & 16 else 2) + (1 if flag & 4 else 0 if flag & 32 else 2) for flag in range(64)
)
"""How many bytes the coordinates of a point take, by its flags."""

MOST_NESTED = 16
"""How deep parts may stand within parts; fonts go two or three deep."""

MOST_POINTS = 0xFFFF
"""Most points and parts a glyph may come to, all told: what `maxp` can say."""


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


class Counts(NamedTuple):
    """What a glyph comes to with all its parts: how deep they are nested, and how many it takes to draw it."""

    points: int = 0
    contours: int = 0
    depth: int = 0
    drawn: int = 1


class Outlines(ABC):
    """The outlines of one font, by glyph id; what is damaged is an `UnusableFontError`, for its reader to locate."""

    def __init__(self, font: Font) -> None:
        self.head = font.table("head")
        self.hhea = font.table("hhea")
        self._font = font
        self._data: dict[int, bytes] = {}
        self._counts: dict[int, Counts] = {}

    @abstractmethod
    def advance(self, glyph: int) -> int:
        """Its advance width, in font units."""

    @abstractmethod
    def bearing(self, glyph: int) -> int:
        """Its left side bearing, in font units."""

    @abstractmethod
    def _read(self, glyph: int) -> bytes: ...

    def data(self, glyph: int) -> bytes:
        """The glyph's own bytes, without padding; empty for one that draws nothing."""
        if glyph not in self._data:
            self._data[glyph] = self._read(glyph)
            if not self._data[glyph] and self._font.is_picture(glyph):
                message = "The font holds pictures of letters, in bitmaps or colours, where outlines are needed."
                raise UnusableFontError("no-outlines", message, "Choose a font with outlines.")
        return self._data[glyph]

    def box(self, glyph: int) -> Box:
        """Its bounding box, all zero for one that draws nothing."""
        data = self.data(glyph)
        return Box(*struct.unpack_from(">4h", data, 2)) if data else Box(0, 0, 0, 0)

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

    def counts(self, glyph: int, nested: int = 0) -> Counts:
        """What the glyph comes to, itself so deep within others."""
        if nested > MOST_NESTED:
            raise damaged(f"glyph {glyph} has parts within parts without end")
        if glyph not in self._counts:
            self._counts[glyph] = self._count(glyph, nested)
        return self._counts[glyph]

    def _count(self, glyph: int, nested: int) -> Counts:
        data = self.data(glyph)
        if not data:
            return Counts()
        if not is_composite(data):
            contours = struct.unpack_from(">h", data)[0]
            return Counts(struct.unpack_from(">H", data, 8 + 2 * contours)[0] + 1, contours)
        parts = [self.counts(part.glyph, nested + 1) for part in _components(data)]
        points, contours, depths, drawn = zip(*parts, strict=True)
        found = Counts(sum(points), sum(contours), 1 + max(depths), sum(drawn))
        if found.depth > MOST_NESTED or max(found.points, found.drawn) > MOST_POINTS:
            raise damaged(f"glyph {glyph} has too many parts")
        return found


class CopiedOutlines(Outlines):
    """The outlines of a TrueType font, as its file has them."""

    def __init__(self, font: Font) -> None:
        super().__init__(font)
        self._glyf = font.table("glyf")
        self._loca = self._offsets(font.table("loca"))
        self._hmtx = font.table("hmtx")
        self._long_metrics = struct.unpack_from(">H", self.hhea, 34)[0]

    def _offsets(self, loca: bytes) -> tuple[int, ...]:
        if struct.unpack_from(">h", self.head, 50)[0]:
            return struct.unpack(f">{len(loca) // 4}I", loca[: len(loca) // 4 * 4])
        return tuple(2 * offset for offset in struct.unpack(f">{len(loca) // 2}H", loca[: len(loca) // 2 * 2]))

    def advance(self, glyph: int) -> int:
        """Its advance width, in font units."""
        return int(struct.unpack_from(">H", self._hmtx, 4 * min(glyph, self._long_metrics - 1))[0])

    def bearing(self, glyph: int) -> int:
        """Its left side bearing, in font units."""
        if glyph < self._long_metrics:
            return int(struct.unpack_from(">h", self._hmtx, 4 * glyph + 2)[0])
        return int(struct.unpack_from(">h", self._hmtx, 4 * self._long_metrics + 2 * (glyph - self._long_metrics))[0])

    def _read(self, glyph: int) -> bytes:
        start, end = self._loca[glyph], self._loca[glyph + 1]
        if not start <= end <= len(self._glyf):
            raise damaged(f"glyph {glyph} lies outside of the outlines")
        data = self._glyf[start:end]
        if not data or not any(data[:2]):  # no contours
            return b""
        return data if is_composite(data) else data[: _simple_end(data)]


def is_composite(data: bytes | bytearray) -> bool:
    """Whether a glyph is put together from others."""
    return len(data) > 1 and struct.unpack_from(">h", data)[0] < 0


def _simple_end(data: bytes) -> int:
    """Where a simple glyph ends, behind the coordinates of its last point; what follows is padding."""
    contours: int = struct.unpack_from(">h", data)[0]
    *ends, hinting = struct.unpack_from(f">{contours + 1}H", data, 10)
    at, left, size = 12 + 2 * contours + hinting, ends[-1] + 1, 0
    while left > 0:
        flags, times = data[at], 1
        if flags & _REPEAT:
            at += 1
            times += data[at]
        at, left, size = at + 1, left - times, size + times * _POINT_BYTES[flags & 63]
    if left < 0 or at + size > len(data) or ends != sorted(set(ends)):
        raise damaged("an outline of it has other points than it says")
    return int(at + size)


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
