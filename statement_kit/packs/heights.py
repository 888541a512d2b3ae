"""How high the rows of a workbook must be: not every program lays them out when it opens one."""

from __future__ import annotations

import math
import unicodedata
from collections.abc import Iterable

LARGEST_PT = 409.0
"""As high as a row of Excel can be, in points."""

_LINE_PT = 18.0
"""Height of a line of eleven points, with room for stacked Khmer and Thai marks."""

_LETTER = 1.05
"""Width of a letter in widths of a digit: a little too much, since lines end before words that do not fit."""

_COENG = "\u17d2"
"""What puts the Khmer consonant behind it below the one before it."""


def row_height_pt(cells: Iterable[tuple[str, float]]) -> float:
    """The height that shows every cell of a row whole, as far as a row can be so high.

    Args:
        cells: Per cell its text, and the width of its column in widths of a digit.
    """
    return min(LARGEST_PT, _LINE_PT * max(_lines(text, width) for text, width in cells))


def _lines(text: str, width: float) -> int:
    return sum(max(1, math.ceil(_width(line) / width)) for line in text.split("\n"))


def _width(line: str) -> float:
    """The width of a line, in widths of a digit; what stands above or below another letter takes none."""
    before = zip(f" {line}", line, strict=False)
    return sum(_LETTER for last, char in before if last != _COENG and unicodedata.category(char) not in _NO_WIDTH)


_NO_WIDTH = {"Mn", "Me", "Cf"}
