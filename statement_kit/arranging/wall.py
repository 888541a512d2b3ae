"""The wall of logos behind the annex: how large each is, and in which of its equal cells; the same in every format."""

from __future__ import annotations

from collections.abc import Sequence
from math import sqrt
from typing import NamedTuple

from statement_kit.document.blocks import WallLogo
from statement_kit.pictures.picture import Picture, RasterPicture
from statement_kit.pictures.resolution import LEAST_PIXELS_PER_INCH

CELL_HEIGHT_PT = 46.0
"""Height of a cell."""

COLUMN_GAP_PT, ROW_GAP_PT = 24.0, 20.0
"""Between two cells of a row, and between two rows."""

WALL_GAP_PT = 30.0
"""Between the annex and the wall."""

_CELL_WIDTH_PT = 92.0
"""About how wide a cell is: the measure says how many there are in a row."""

_LOGO_AREA_PT2 = 1500.0
"""The area of each logo, in square points: so all weigh alike on the page, be they seals or wordmarks."""

_LEAST_PT = 0.5
"""What a logo is at least high and wide, whatever its shape: a mere line is still to be seen."""

_POINTS_PER_INCH = 72

_TOGETHER = 2
"""Fewest rows of a wall that stand on a page of their own, if it has more."""


class Cell(NamedTuple):
    """A logo in its place.

    Attributes:
        logo: The logo.
        middle_pt: The middle of its cell, from the left end of the measure.
        width_pt: How wide it is.
        height_pt: How high.
    """

    logo: WallLogo
    middle_pt: float
    width_pt: float
    height_pt: float

    @property
    def size_pt(self) -> tuple[float, float]:
        """Both."""
        return self.width_pt, self.height_pt


def wall_rows(logos: Sequence[WallLogo], measure_pt: float) -> list[list[Cell]]:
    """The logos in rows of equal cells, each as heavy as the others, in their order.

    Args:
        logos: What hangs on the wall.
        measure_pt: How wide it is.
    """
    count = max(1, round((measure_pt + COLUMN_GAP_PT) / (_CELL_WIDTH_PT + COLUMN_GAP_PT)))
    step_pt = (measure_pt + COLUMN_GAP_PT) / count
    cell_pt = step_pt - COLUMN_GAP_PT
    cells = [
        Cell(logo, at % count * step_pt + cell_pt / 2, *_size_pt(logo.picture, cell_pt))
        for at, logo in enumerate(logos)
    ]
    return [cells[start : start + count] for start in range(0, len(cells), count)]


def rows_on_pages(count: int, room_pt: float, page_pt: float) -> list[int]:
    """How many rows of a wall stand on each page, from the one on which the annex ends; none at first, maybe.

    They are parted only if a page does not hold them all.

    Args:
        count: How many rows there are.
        room_pt: What is left of that page.
        page_pt: What every other page holds.
    """
    here, most = most_rows(room_pt), max(1, most_rows(page_pt))
    if count <= here:
        return [count]
    # A row alone is not worth beginning, nor is one left over.
    here = 0 if count <= most or here < _TOGETHER else min(here, count - _TOGETHER)
    left = count - here
    pages = -(-left // most)
    return [here, *((left + number) // pages for number in reversed(range(pages)))]


def most_rows(height_pt: float) -> int:
    """How many rows a height holds."""
    return max(0, int((height_pt + ROW_GAP_PT) // (CELL_HEIGHT_PT + ROW_GAP_PT)))


def _size_pt(picture: Picture, cell_pt: float) -> tuple[float, float]:
    """Width and height of a logo: of equal area, within its cell, no pixel of it larger than the eye forgives."""
    widths = [sqrt(_LOGO_AREA_PT2 * picture.aspect), cell_pt, CELL_HEIGHT_PT * picture.aspect]
    if isinstance(picture, RasterPicture):
        widths.append(picture.width_px * _POINTS_PER_INCH / LEAST_PIXELS_PER_INCH)
    width_pt = min(widths)
    return max(width_pt, _LEAST_PT), max(width_pt / picture.aspect, _LEAST_PT)
