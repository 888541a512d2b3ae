"""The columns of the annex: full ones while entries remain, and balanced ones where they end."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterator, Sequence
from itertools import accumulate, groupby, islice, pairwise

from statement_kit.document.blocks import Role
from statement_kit.layout.flow import TOGETHER, Row, gap_between_pt
from statement_kit.layout.measured import SLACK_PT
from statement_kit.layout.paragraphs import SetBlock

_LONG_GROUP = 4
"""Fewest entries of a group whose last one does not begin a column alone."""


def entry_rows(blocks: Sequence[SetBlock]) -> list[Row]:
    """The lines of entries and of the headings of their groups; no block is ever parted.

    A column never ends behind a heading, nor behind a single line under it; nor does it begin with the last entry of a
    group that has some more (P07).
    """
    found: list[Row] = []
    above: SetBlock | None = None
    for block, may_begin in _beginnings(blocks):
        gap = gap_between_pt(above, block) if above else 0.0
        last = len(block.lines) - 1
        found.append(Row(block, 0, gap, may_begin, opens=True, closes=not last))
        found += [Row(block, number, 0.0, False, closes=number == last) for number in range(1, last + 1)]
        above = block
    return found


def _beginnings(blocks: Sequence[SetBlock]) -> Iterator[tuple[SetBlock, bool]]:
    """Each block, and whether a column may begin with it."""
    is_grouped = False
    for is_heading, together in groupby(blocks, key=lambda one: one.block.role is Role.GROUP_HEADING):
        group = list(together)
        if is_heading:
            yield from ((block, number == 0) for number, block in enumerate(group))
            is_grouped = True
            continue
        above = 0 if is_grouped else TOGETHER
        for number, block in enumerate(group, 1):
            is_last = is_grouped and number == len(group) >= _LONG_GROUP
            yield block, above >= TOGETHER and not is_last
            above += len(block.lines)


Span = tuple[int, int]
"""The rows of a column: the first one's number, and the number behind the last one's."""


class Columns:
    """Rows that go on the columns of one page after another.

    Args:
        waiting: The rows, in order.
        count: How many columns a page has.
    """

    def __init__(self, waiting: Sequence[Row], count: int) -> None:
        self._rows = waiting
        self._count = count
        self._ends = list(accumulate((row.gap_pt + row.height_pt for row in waiting), initial=0.0))
        starts = [number for number, row in enumerate(waiting) if row.may_begin]
        self._may_end = sorted({*starts, len(waiting)} - {0})

    def page(self, start: int, room_pt: float, below_pt: float = 0.0) -> list[Sequence[Row]]:
        """The columns of the next page; balanced ones on the last.

        Balanced means as low as can be with no entry parted. A page is filled a little less where the rest would
        be a few lonely entries on the next, and where what follows the entries would stand there alone (P07).

        Args:
            start: The first row that is left.
            room_pt: How high the columns may be.
            below_pt: What must have room below the last of them, on the same page.
        """
        lower_pt = room_pt - below_pt
        spans = self._fill(start, self._count, lower_pt)
        is_last = spans[-1][1] == len(self._rows) and self._tallest_pt(spans) <= lower_pt + SLACK_PT
        spans = self._balanced(start, self._count, lower_pt) if is_last else self._full(start, room_pt)
        return [self._rows[slice(*span)] for span in spans]

    def height_pt(self, start: int, end: int) -> float:
        """Height of rows set one under another, the first one's gap dropped."""
        return self._ends[end] - self._ends[start] - (self._rows[start].gap_pt if start < end else 0.0)

    def least_pt(self, some_pt: float, below_pt: float = 0.0) -> float:
        """The least height with which columns are worth beginning.

        Args:
            some_pt: What is enough, if the rows need more.
            below_pt: What stands below them all, if that is little.
        """
        spans = self._balanced(0, self._count, some_pt)
        if self._is_whole(spans):
            return self._tallest_pt(spans) + below_pt
        return max(some_pt, self.height_pt(0, self._may_end[0]))

    def _tallest_pt(self, spans: Sequence[Span]) -> float:
        return max(self.height_pt(*span) for span in spans)

    def _full(self, start: int, room_pt: float) -> list[Span]:
        """The columns of a page that is not the last."""
        line_pt = self._rows[-1].height_pt
        rooms = [room_pt - line_pt * less for less in range(int(room_pt / 2 / line_pt) + 1)]
        tried = (self._fill(start, self._count, lower_pt) for lower_pt in rooms)
        if found := next(filter(self._leaves_enough, tried), None):
            return found
        leaving = (self._fill(start, self._count, lower_pt) for lower_pt in rooms)
        is_all = len(self._rows)
        return next((spans for spans in leaving if spans[-1][1] < is_all), self._fill(start, self._count, room_pt))

    def _balanced(self, start: int, count: int, room_pt: float) -> list[Span]:
        """All rows from one on, in columns as low as possible."""
        end = len(self._rows)
        even_pt = (self._ends[end] - self._ends[start]) / count
        slack_pt = max((row.gap_pt for row in self._rows[start:]), default=0.0) + SLACK_PT
        heights = sorted({self.height_pt(start, stop) for stop in range(start, end + 1)})
        tried = (
            self._fill(start, count, height)
            for height in heights[bisect_right(heights, even_pt - slack_pt) :]
            if height <= room_pt + SLACK_PT
        )
        spans = next(filter(self._is_whole, tried), None)
        if spans is None or count == 1 or start == spans[0][1]:
            return spans or self._fill(start, count, room_pt)
        # The first column as high as it must be; what is left is shared out among the others.
        return [spans[0], *self._balanced(spans[0][1], count - 1, room_pt)]

    def _fill(self, start: int, count: int, room_pt: float) -> list[Span]:
        """As much on each column as fits."""
        spans = []
        for _ in range(count):
            end = self._fit(start, room_pt)
            spans.append((start, end))
            start = end
        return spans

    def _fit(self, start: int, room_pt: float) -> int:
        """Where a column ends that begins with a row, which it always holds.

        What belongs together is parted only where not even that fits.
        """
        if start == len(self._rows):
            return start
        limit_pt = self._ends[start] + self._rows[start].gap_pt + room_pt + SLACK_PT
        most = bisect_right(self._ends, limit_pt) - 1
        last_good = bisect_right(self._may_end, most) - 1
        if last_good >= 0 and self._may_end[last_good] > start:
            return self._may_end[last_good]
        return max(most, start + 1)

    def _is_whole(self, spans: Sequence[Span]) -> bool:
        """Whether columns hold all the rows, and no entry is parted between two."""
        return spans[-1][1] == len(self._rows) and self._parts_none(spans)

    def _leaves_enough(self, spans: Sequence[Span]) -> bool:
        """Whether what columns leave for the next page is no few lonely entries, and no entry is parted."""
        end, least = spans[-1][1], TOGETHER * len(spans)
        firsts = (number for number in range(end, len(self._rows)) if self._rows[number].number == 0)
        return self._parts_none(spans) and self._may_begin(end) and len(list(islice(firsts, least))) == least

    def _parts_none(self, spans: Sequence[Span]) -> bool:
        """Whether each column but the first begins with a row that may begin one."""
        return all(self._may_begin(start) for _, (start, _) in pairwise(spans))

    def _may_begin(self, number: int) -> bool:
        return number == len(self._rows) or self._rows[number].may_begin
