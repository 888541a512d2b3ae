"""The wall of logos: equal cells, equal weight, nothing cut or enlarged, rows together."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.arranging.wall import CELL_HEIGHT_PT, ROW_GAP_PT, Cell, rows_on_pages, wall_rows
from statement_kit.document.blocks import WallLogo
from statement_kit.pictures import Picture, RasterPicture, VectorPicture, resolution

MEASURE_PT = 442.0


def wall(*pictures: Picture, measure_pt: float = MEASURE_PT) -> list[Cell]:
    """The cells of a wall, row by row."""
    logos = [WallLogo(f"logo.{number}", picture, "Logo") for number, picture in enumerate(pictures, 1)]
    return [cell for row in wall_rows(logos, measure_pt) for cell in row]


def drawing(aspect: float) -> Picture:
    return VectorPicture(100 * aspect, 100, b"")


@given(st.lists(st.floats(0.02, 50), min_size=1, max_size=30), st.floats(200, 900))
def test_logos_stand_in_their_cells_in_order_and_keep_their_shape(aspects: list[float], measure_pt: float) -> None:
    logos = [WallLogo(f"logo.{number}", drawing(each), "Logo") for number, each in enumerate(aspects)]
    rows = wall_rows(logos, measure_pt)
    assert [cell.logo.id for row in rows for cell in row] == [logo.id for logo in logos]
    assert len({len(row) for row in rows[:-1]}) <= 1
    for row in rows:
        for cell, aspect in zip(row, aspects[: len(row)], strict=True):
            assert cell.width_pt / cell.height_pt == pytest.approx(aspect)
            assert cell.height_pt <= CELL_HEIGHT_PT + 1e-6
            assert cell.middle_pt - cell.width_pt / 2 >= -1e-6
            assert cell.middle_pt + cell.width_pt / 2 <= measure_pt + 1e-6
        aspects = aspects[len(row) :]
        for left, right in pairwise(row):
            assert left.middle_pt + left.width_pt / 2 < right.middle_pt - right.width_pt / 2


def test_logos_that_no_cell_bounds_are_of_one_area() -> None:
    areas = [cell.width_pt * cell.height_pt for cell in wall(*map(drawing, (0.8, 1, 2, 3, 4)))]
    assert areas == pytest.approx([areas[0]] * 5)


def test_a_page_of_common_width_has_four_in_a_row_and_all_columns_are_in_line() -> None:
    cells = wall(*[drawing(1)] * 7)
    assert [round(cell.middle_pt) for cell in cells[:4]] == [46, 163, 279, 396]
    assert [cell.middle_pt for cell in cells[4:]] == [cell.middle_pt for cell in cells[:3]]


@pytest.mark.parametrize("width_px", [10, 60, 120, 4000])
def test_pixels_are_never_larger_than_the_eye_forgives(width_px: int) -> None:
    picture = RasterPicture(width_px, width_px // 2, 1, bytes(width_px * width_px // 2))
    (cell,) = wall(picture)
    found = resolution(picture, cell.width_pt)
    assert found
    assert found >= 150 - 1e-6
    assert (cell.width_pt < wall(drawing(2))[0].width_pt) is (width_px <= 60)


def test_a_picture_that_is_a_mere_line_is_still_seen() -> None:
    for aspect in (1e9, 1e-9):
        (cell,) = wall(drawing(aspect))
        assert min(cell.size_pt) == 0.5


def test_a_wall_of_nothing_has_no_row() -> None:
    assert wall_rows([], MEASURE_PT) == []


STEP_PT = CELL_HEIGHT_PT + ROW_GAP_PT


@pytest.mark.parametrize(
    ("count", "here", "most", "expected"),
    [
        (3, 3, 10, [3]),
        (3, 2, 10, [0, 3]),  # a page holds them all
        (12, 1, 10, [0, 6, 6]),  # one row alone is not worth beginning
        (12, 5, 10, [5, 7]),
        (11, 10, 10, [9, 2]),  # nor is one left over
        (40, 4, 10, [4, 9, 9, 9, 9]),
        (1, 0, 10, [0, 1]),
        (2, 0, 1, [0, 1, 1]),
    ],
)
def test_rows_stay_together_while_a_page_holds_them(count: int, here: int, most: int, expected: list[int]) -> None:
    heights = ((STEP_PT * rows - ROW_GAP_PT + 1) if rows else 0.0 for rows in (here, most))
    assert rows_on_pages(count, *heights) == expected


@given(st.integers(1, 200), st.floats(0, 900), st.floats(50, 900))
def test_every_row_stands_on_some_page_that_holds_it(count: int, room_pt: float, page_pt: float) -> None:
    found = rows_on_pages(count, room_pt, page_pt)
    assert sum(found) == count
    assert found[0] >= 0
    assert all(rows > 0 for rows in found[1:])
    assert all(rows * STEP_PT - ROW_GAP_PT <= page_pt + 1e-6 for rows in found[1:])
    assert found[0] * STEP_PT - ROW_GAP_PT <= room_pt + 1e-6 or found[0] == 0
