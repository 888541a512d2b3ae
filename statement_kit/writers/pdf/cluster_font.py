"""A font made for one document: each distinct cluster is one glyph, with one code and its whole text.

Readers map codes to text one by one. Where a code is a whole cluster, copying, searching and reading
aloud give back the very code points, in logical order, in every reader that honours ToUnicode
(ISO 32000-1 9.10.3), with no ActualText.

Where a cluster's text holds a mark, its code has the text before the mark, and a code without ink or width behind
it the rest. PDF.js takes any code whose text holds a nonspacing mark for one without width, loses its width, and then
finds a space where none is, so that a word cannot be found (mozilla/pdf.js, issue 21890); here it is right.
"""

from __future__ import annotations

import struct
import unicodedata
from functools import lru_cache
from hashlib import sha256

from statement_kit.text.embedding import check_embedding
from statement_kit.text.font_file import reading
from statement_kit.text.fonts import Font
from statement_kit.text.sfnt import assemble
from statement_kit.text.shaping import Cluster, Glyph
from statement_kit.writers.pdf.outlines import Box, CopiedOutlines, Outlines, composite

Key = tuple[str, tuple[Glyph, ...]]


class ClusterFont:
    """The embedded font that grows as a document's clusters ask it for codes.

    Raises:
        FontError: On construction, where the font forbids embedding; then and later, where what it holds is damaged.
    """

    def __init__(self, font: Font) -> None:
        check_embedding(font)
        self.font = font
        self._codes: dict[Key, int] = {}
        self._shown: dict[Key, tuple[str, int]] = {}
        self._met: dict[int, tuple[tuple[str, int], Cluster]] = {}
        with reading(font.path):
            self.outlines = _outlines(font)
            self.widths: list[int] = [self.outlines.advance(0)]
        self.texts: list[str] = [""]

    def show(self, cluster: Cluster) -> tuple[str, int]:
        """What shows a cluster: its codes in hexadecimal, and how far they reach, in font units.

        Clusters that are alike are mostly one and the same, which is sooner found than what they are like.
        """
        met = self._met.get(id(cluster))
        if met is not None:
            return met[0]
        key = (cluster.text, cluster.glyphs)
        shown = self._shown.get(key)
        if shown is None:
            code, rest = self.code(cluster), cluster.text[_first_mark(cluster.text) :]
            behind = f"{self._code((rest, ()), 0):04X}" if rest else ""
            shown = self._shown[key] = (f"{code:04X}{behind}", self.widths[code])
        if not cluster.gap:
            self._met[id(cluster)] = shown, cluster  # held, or another one might come to lie in its place
        return shown

    def code(self, cluster: Cluster) -> int:
        """The code that draws a cluster, its glyph id in the embedded font and its CID; its text ends before a mark."""
        return self._code((cluster.text[: _first_mark(cluster.text)], cluster.glyphs), cluster.advance)

    def _code(self, key: Key, advance: int) -> int:
        code = self._codes.get(key)
        if code is None:
            code = self._codes[key] = len(self.widths)
            # Without kerning to what follows, so that it is the same wherever the cluster stands.
            with reading(self.font.path):
                self.widths.append(self.outlines.advance(key[1][0].id) if _stands_alone(key) else advance)
            self.texts.append(key[0])
        return code

    def build(self) -> bytes:
        """The font file."""
        with reading(self.font.path):
            return _Builder(self.outlines, list(self._codes), self.widths).sfnt()


def _outlines(font: Font) -> Outlines:
    """Copied where the file has them as they are drawn, drawn by HarfBuzz where it does not."""
    if font.is_static_truetype:
        return _copied(font)
    from statement_kit.writers.pdf.drawn_outlines import DrawnOutlines  # brings fontTools, which most fonts do not need

    return DrawnOutlines(font)


@lru_cache(maxsize=32)
def _copied(font: Font) -> CopiedOutlines:
    """The outlines of a font, shared by the documents of a process: what was looked through once is sound."""
    return CopiedOutlines(font)


class _Builder:
    """Lays out the glyphs of the new font: `.notdef`, one per cluster, then the parts they are made of."""

    def __init__(self, outlines: Outlines, keys: list[Key], widths: list[int]) -> None:
        self._source = outlines
        self._keys = keys
        self._widths = list(widths)
        self._glyphs: list[bytes] = [b""] * (1 + len(keys))
        self._bearings: list[int] = [0] * (1 + len(keys))
        self._new_ids = {0: 0}
        self._most_points = self._most_contours = self._most_parts = self._depth = 0

    def sfnt(self) -> bytes:
        """The finished font."""
        self._copy(0, 0)
        alone = {n: key[1][0].id for n, key in enumerate(self._keys, 1) if _stands_alone(key)}
        for n, glyph in alone.items():
            self._new_ids.setdefault(glyph, n)
        for n, glyph in alone.items():
            if self._new_ids[glyph] == n:
                self._copy(glyph, n)
        for n, (_, glyphs) in enumerate(self._keys, 1):
            if n not in alone or self._new_ids[alone[n]] != n:
                self._compose(glyphs, n)
        return assemble(self._tables())

    def _copy(self, glyph: int, at: int) -> None:
        """Put a source glyph at a place of the new font, its own parts renumbered."""
        points, contours, depth, _ = self._source.counts(glyph)
        data = self._source.unhinted(glyph)
        for part in self._source.components(glyph):
            struct.pack_into(">H", data, part.id_at, self._new_id(part.glyph))
        self._glyphs[at] = bytes(data)
        self._bearings[at] = self._source.bearing(glyph)
        self._note(points, contours, len(self._source.components(glyph)), depth)

    def _new_id(self, glyph: int) -> int:
        """Where a source glyph stands in the new font, copied there if it is not there yet."""
        if glyph not in self._new_ids:
            self._new_ids[glyph] = len(self._glyphs)
            self._glyphs.append(b"")
            self._bearings.append(0)
            self._widths.append(self._source.advance(glyph))
            self._copy(glyph, self._new_ids[glyph])
        return self._new_ids[glyph]

    def _compose(self, glyphs: tuple[Glyph, ...], at: int) -> None:
        """Put a cluster together from its shaped glyphs, each where HarfBuzz placed it."""
        parts: list[tuple[int, int, int]] = []
        boxes: list[Box] = []
        totals = [self._source.counts(glyph.id) for glyph in glyphs]
        for glyph in glyphs:
            box = self._source.box(glyph.id)
            if self._source.data(glyph.id):
                # A rasteriser sets a glyph's left edge at its bearing, but a part's at its own outline.
                x = glyph.x + self._source.bearing(glyph.id) - box.x_min
                parts.append((self._new_id(glyph.id), x, glyph.y))
                boxes.append(box.moved(x, glyph.y))
        if not parts:
            return
        whole = Box(
            min(box.x_min for box in boxes),
            min(box.y_min for box in boxes),
            max(box.x_max for box in boxes),
            max(box.y_max for box in boxes),
        )
        self._glyphs[at] = composite(parts, whole)
        self._bearings[at] = whole.x_min
        depth = 1 + max(total[2] for total in totals)
        self._note(sum(t[0] for t in totals), sum(t[1] for t in totals), len(parts), depth)

    def _note(self, points: int, contours: int, parts: int, depth: int) -> None:
        self._most_points = max(self._most_points, points)
        self._most_contours = max(self._most_contours, contours)
        self._most_parts = max(self._most_parts, parts)
        self._depth = max(self._depth, depth)

    def _tables(self) -> dict[str, bytes]:
        offsets, glyf = [0], bytearray()
        for data in self._glyphs:
            glyf += data + b"\0" * (-len(data) % 4)
            offsets.append(len(glyf))
        count = len(self._glyphs)
        head, hhea = bytearray(self._source.head), bytearray(self._source.hhea)
        struct.pack_into(">I", head, 8, 0)  # checkSumAdjustment: unused in an embedded subset
        struct.pack_into(">h", head, 50, 1)  # long offsets in loca
        struct.pack_into(">H", hhea, 34, count)
        metrics = zip(self._widths, self._bearings, strict=True)
        return {
            "glyf": bytes(glyf),
            "head": bytes(head),
            "hhea": bytes(hhea),
            "hmtx": b"".join(struct.pack(">Hh", width, bearing) for width, bearing in metrics),
            "loca": struct.pack(f">{len(offsets)}I", *offsets),
            "maxp": self._maxp(count),
        }

    def _maxp(self, count: int) -> bytes:
        points, contours = self._most_points, self._most_contours
        version, zones = 0x00010000, 2
        depth = max(self._depth, 1)
        return struct.pack(
            ">I14H",
            version,
            count,
            points,
            contours,
            points,
            contours,
            zones,
            0,
            0,
            0,
            0,
            0,
            0,
            self._most_parts,
            depth,
        )


def _stands_alone(key: Key) -> bool:
    """Whether a cluster is one glyph of the source font and nothing else."""
    return len(key[1]) == 1 and key[1][0][1:] == (0, 0)


def _first_mark(text: str) -> int:
    """Where the first character stands that has no width of its own, behind another; the text's end if none does."""
    return next((at for at, char in enumerate(text) if at and unicodedata.category(char) in ("Mn", "Cf")), len(text))


def subset_tag(data: bytes) -> str:
    """The six letters that mark a subset's name (ISO 32000-1 9.6.4), from its content, so that they never vary."""
    number = int.from_bytes(sha256(data).digest()[:8], "big")
    letters = ""
    for _ in range(6):
        number, rest = divmod(number, 26)
        letters += chr(ord("A") + rest)
    return letters
