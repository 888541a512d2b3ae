"""Lines as they stand on the pages of a PDF, whoever wrote it: characters and ink boxes by pdfium, grouped by baseline.

The reader knows neither the kit nor its peers. What it reads as characters may be wrong where a PDF's ToUnicode is;
ink boxes and baselines are not.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from ctypes import c_double
from dataclasses import dataclass
from itertools import pairwise
from statistics import median
from typing import NamedTuple

import pypdfium2 as pdfium
import pypdfium2.raw as pdfium_c

_BETWEEN_LINES_PT = 10.0
"""Origins further apart than this are not of one line: marks are placed less far from their baseline."""

_ABOVE_PT, _BELOW_PT = 17.0, 12.0
"""How far the ink of a line may reach from its baseline."""

_SCALE = 3
_INKED = re.compile(rb"[\x00-\xbf]{3,}")
"""At least three pixels in a row that are not white: a third of a point each."""


class Ink(NamedTuple):
    """A character on a page: what it is read as, its origin's height, and from where to where it is drawn, in pt."""

    char: str
    y_pt: float
    left_pt: float
    right_pt: float


@dataclass(frozen=True, slots=True)
class ReadLine:
    """One line of a page.

    Attributes:
        inks: The characters that are read, in the order of the file, spaces left out.
        boxes: From where to where something is drawn, in pt: each character that is read, and what the picture of
            the page shows, since a PDF may hide glyphs from readers.
    """

    inks: tuple[Ink, ...]
    boxes: tuple[tuple[float, float], ...]

    @property
    def text(self) -> str:
        """What is read, without spaces."""
        return "".join(ink.char for ink in self.inks)

    @property
    def right_pt(self) -> float:
        """Where its last ink ends."""
        return max(right for _, right in self.boxes)

    @property
    def gaps_pt(self) -> Iterator[float]:
        """Widths of the white between inks, from left to right."""
        reached = min(left for left, _ in self.boxes)
        for left, right in sorted(self.boxes):
            if left > reached:
                yield left - reached
            reached = max(reached, right)


def read_lines(pdf: bytes) -> list[list[ReadLine]]:
    """The lines of each page, from top to bottom."""
    document = pdfium.PdfDocument(pdf)
    try:
        return [_lines(document[number]) for number in range(len(document))]
    finally:
        document.close()


def _lines(page: pdfium.PdfPage) -> list[ReadLine]:
    inks = list(_inks(page))
    heights = sorted({ink.y_pt for ink in inks}, reverse=True)
    floors = [low for high, low in pairwise(heights) if high - low > _BETWEEN_LINES_PT]
    found: list[list[Ink]] = [[] for _ in range(len(floors) + 1)]
    for ink in inks:
        found[sum(ink.y_pt <= floor for floor in floors)].append(ink)
    lines = [line for line in found if line]
    glyphs = ([(ink.left_pt, ink.right_pt) for ink in line] for line in lines)
    drawn = _drawn(page, [median(ink.y_pt for ink in line) for line in lines])
    return [ReadLine(tuple(line), (*boxes, *runs)) for line, boxes, runs in zip(lines, glyphs, drawn, strict=True)]


def _drawn(page: pdfium.PdfPage, baselines: list[float]) -> Iterator[list[tuple[float, float]]]:
    """Where anything is drawn on each line, a little narrower than it is: as the page's picture shows it."""
    if not baselines:
        return
    height, top, bottom = page.get_height(), baselines[0] + _ABOVE_PT, baselines[-1] - _BELOW_PT
    image = page.render(scale=_SCALE, grayscale=True, crop=(0, bottom, 0, height - top))
    pixels, stride = bytes(image.buffer), image.stride
    rows = [pixels[at : at + stride] for at in range(0, len(pixels), stride)]
    for baseline in baselines:
        first, last = (round((top - baseline + reach) * _SCALE) for reach in (-_ABOVE_PT, _BELOW_PT))
        white = int.from_bytes(b"\xff" * stride)
        for row in rows[first:last]:
            white &= int.from_bytes(row)
        inked = _INKED.finditer(white.to_bytes(stride)[: image.width])
        yield [((run.start() + 1) / _SCALE, (run.end() - 1) / _SCALE) for run in inked]


def _inks(page: pdfium.PdfPage) -> Iterator[Ink]:
    text = page.get_textpage()
    x, y, left, right, bottom, top = (c_double() for _ in range(6))
    for at in range(text.count_chars()):
        char = chr(pdfium_c.FPDFText_GetUnicode(text, at))
        if char.isspace() or pdfium_c.FPDFText_IsGenerated(text, at) == 1:
            continue
        pdfium_c.FPDFText_GetCharOrigin(text, at, x, y)
        pdfium_c.FPDFText_GetCharBox(text, at, left, right, bottom, top)
        if right.value > left.value:
            yield Ink(char, y.value, left.value, right.value)
