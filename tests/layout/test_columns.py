"""Columns of the annex: headings of groups with their entries, notes with the entries before them, time and order."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Role
from statement_kit.layout.annex import in_register
from statement_kit.layout.columns import Columns, entry_rows
from statement_kit.layout.flow import Row, height_pt
from statement_kit.layout.frames import Segment
from statement_kit.layout.paragraphs import SetBlock

LINE_PT = 10.0
LINE = (Segment(0, (), "#000000"),)


def entry(number: int, lines: int = 1) -> SetBlock:
    block = Block(f"endorser.{number}", Role.ENDORSER, "x", f"{number}.", number=number)
    return SetBlock(block, Brand().styles[Role.ENDORSER], (LINE,) * lines, LINE_PT, 8.0, 0, 0, 0)


def heading(name: str, lines: int = 1, leading_pt: float = 9.0) -> SetBlock:
    block = Block(f"annex.{name}", Role.GROUP_HEADING, name)
    return SetBlock(block, Brand().styles[Role.GROUP_HEADING], (LINE,) * lines, leading_pt, 7.0, 8.0, 0, 8.0)


def grouped(*sizes: int, lines: int = 1) -> list[Row]:
    """Groups of so many entries, each under its heading."""
    blocks: list[SetBlock] = []
    for group, size in enumerate(sizes):
        blocks.append(heading(f"group-{group}"))
        blocks += [entry(100 * group + number, lines) for number in range(size)]
    return entry_rows(in_register(blocks))


def shown(column: list[Row]) -> str:
    """A column as letters: H for a heading, e for the first line of an entry, . for others."""
    letters = {Role.GROUP_HEADING: "H", Role.ENDORSER: "e"}
    return "".join("." if row.number else letters[row.set_block.block.role] for row in column)


def pages_of(waiting: list[Row], count: int, room_pt: float, below_pt: float = 0.0) -> list[list[str]]:
    """What stands in each column of each page."""
    columns, start, found = Columns(waiting, count), 0, []
    while start < len(waiting):
        page = columns.page(start, room_pt, below_pt)
        found.append([shown(list(column)) for column in page])
        start += sum(map(len, page))
    return found


def test_a_column_ends_behind_no_heading_nor_behind_one_line_under_it() -> None:
    waiting = grouped(3, 3)
    assert [row.may_begin for row in waiting] == [True, False, False, True, True, False, False, True]
    assert [row.may_begin for row in grouped(2, 2, lines=2)] == [True, False, False, True, False] * 2


def test_a_group_of_one_lets_the_next_heading_begin_a_column() -> None:
    assert [row.may_begin for row in grouped(1, 1, 1)] == [True, False] * 3


def test_the_last_entry_of_a_long_group_does_not_begin_a_column() -> None:
    assert [row.may_begin for row in grouped(5)] == [True, False, False, True, True, False]
    assert [row.may_begin for row in entry_rows([entry(1), entry(2), entry(3), entry(4)])] == [True] * 4


def test_what_belongs_together_moves_to_the_next_column() -> None:
    assert pages_of(grouped(2, 4), 2, 5 * LINE_PT) == [["Hee", "Heeee"]]
    assert pages_of(grouped(15), 1, 15 * LINE_PT) == [["Heeeeeeeeeeeee"], ["ee"]], "the last two stay together"


@given(
    st.lists(st.integers(1, 9), min_size=1, max_size=8),
    st.integers(1, 4),
    st.integers(8, 40),
    st.integers(0, 3),
)
def test_groups_fill_columns_in_order_and_whole_within_their_room(
    sizes: list[int], count: int, room: int, below: int
) -> None:
    waiting = grouped(*sizes)
    columns, start, taken = Columns(waiting, count), 0, []
    while start < len(waiting):
        page = columns.page(start, room * LINE_PT, below * LINE_PT)
        assert len(page) == count
        assert any(page), "every page takes some"
        for column in page:
            assert height_pt(column) <= room * LINE_PT + 1e-6
            assert shown(list(column))[-1:] != "H"
            taken += column
        start = len(taken)
    assert taken == waiting
    assert max(map(height_pt, page)) <= (room - below) * LINE_PT + 1e-6, "what follows has its room"


def test_a_note_that_has_no_room_below_takes_entries_along_to_the_next_page() -> None:
    rows = entry_rows([entry(number) for number in range(20)])
    assert pages_of(rows, 2, 10 * LINE_PT) == [["e" * 10, "e" * 10]]
    assert pages_of(rows, 2, 10 * LINE_PT, below_pt=15.0) == [["e" * 8] * 2, ["e" * 2] * 2]
    assert pages_of(rows[:2], 1, 2 * LINE_PT, below_pt=15.0) == [["e"], ["e"]], "though they be lonely"


@pytest.mark.parametrize("count", [1, 2, 3])
def test_the_least_height_worth_beginning_is_what_all_need_or_so_much(count: int) -> None:
    few, many = (Columns(entry_rows([entry(at) for at in range(size)]), count) for size in (count, 90))
    assert few.least_pt(4 * LINE_PT) == LINE_PT
    assert many.least_pt(4 * LINE_PT) == 4 * LINE_PT
    tall = Columns(entry_rows([entry(1, lines=6), entry(2)]), 1)
    assert tall.least_pt(4 * LINE_PT) == 6 * LINE_PT, "the first one, whole"
    assert [each.least_pt(4 * LINE_PT, 15.0) for each in (few, many)] == [LINE_PT + 15.0, 4 * LINE_PT]


@pytest.mark.parametrize("lines", [1, 2, 3])
@pytest.mark.parametrize("leading_pt", [6.0, 9.0, 10.0, 12.0, 13.4, 14.0, 21.0])
def test_a_heading_takes_whole_lines_of_the_grid_with_and_without_its_gap(lines: int, leading_pt: float) -> None:
    blocks = in_register([entry(1), heading("a", lines, leading_pt), entry(2)])
    _, first, *others, last = entry_rows(blocks)
    assert first.gap_pt % LINE_PT == pytest.approx(0)
    assert (height_pt([first, *others]) + 1e-6) % LINE_PT == pytest.approx(0, abs=1e-5)
    assert last.gap_pt == 0
    assert height_pt([first, *others]) >= lines * leading_pt - 0.35 * LINE_PT
    assert first.gap_pt + first.sink_pt > 0, "something parts it from what stands above"
    foot_pt = first.line(0, 0).baseline_pt + (lines - 1) * leading_pt + leading_pt - 7.0
    assert foot_pt == pytest.approx(height_pt([first, *others])), "its last line stands right over the entries"


def test_a_list_of_headings_alone_is_left_as_it_is() -> None:
    assert in_register([heading("a")]) == [heading("a")]
