"""Page breaks chosen over the whole document: of all ways to part it into pages, the evenest.

As with lines, what matters is what all pages cost together: the white at their feet beyond what their gaps
take up, paragraphs parted, a last page with hardly anything on it. No page is then left half empty, or with two
lonely lines, for want of looking ahead.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate, pairwise

from statement_kit.diagnostics import Diagnostic, LayoutError
from statement_kit.layout.flow import Row, Stackable
from statement_kit.layout.measured import SLACK_PT

MOST_STRETCH = 0.5
"""How much larger the gaps of a page may be made, as a part of themselves, so that its last line stands at its foot."""

_PAGE = 1.0
"""Cost of each page: no document is a page longer than it need be, unless keep rules want it."""

_PARTED = 0.01
_HYPHENATED = 0.05
_SCANT_LAST, _SCANT = 0.1, 0.12
"""Cost of a last page filled to less than this part."""

_NEVER = 1e3
"""Cost of parting what belongs together: only where nothing else is possible."""


@dataclass(frozen=True, slots=True)
class PageRoom:
    """How much stands on a page, and what notes take of it.

    Attributes:
        first_pt: Height for text on the first page.
        next_pt: Height for text on every other.
        notes_gap_pt: Between the text and the notes under it, their rule included.
    """

    first_pt: float
    next_pt: float
    notes_gap_pt: float


@dataclass(frozen=True, slots=True)
class Stack:
    """What stands on one page: rows, by column the notes they refer to, and how much its gaps are stretched."""

    rows: Sequence[Stackable]
    notes: Sequence[Sequence[Row]]
    stretch: float


NotesOf = Mapping[str, Sequence[Row]]
"""The rows of each note of a column, by block id."""


def paginate(waiting: Sequence[Stackable], notes: Sequence[NotesOf], room: PageRoom) -> list[Stack]:
    """The rows of the text on pages, each note on the page its number first stands on.

    Args:
        waiting: All rows of the text.
        notes: For each of the columns that the text has, the notes that stand under it.
        room: How much a page holds.

    Raises:
        LayoutError: A line and the notes that belong to it are taller than a page.
    """
    plan = _Plan(waiting, notes, room)
    best, came_from = [0.0], [0]
    for end in range(1, len(waiting) + 1):
        costs = {start: best[start] + cost for start, cost in plan.pages_ending(end)}
        start = min(costs, key=lambda start: (costs[start], -start))
        best.append(costs[start])
        came_from.append(start)
    ends = [len(waiting)]
    while ends[-1] > 0:
        ends.append(came_from[ends[-1]])
    bounds = ends[::-1]
    return [plan.stack(start, end) for start, end in pairwise(bounds)]


def _taller_than_a_page(row: Stackable) -> Diagnostic:
    return Diagnostic(
        "layout/taller-than-page",
        f"{row.clause}: a line of it, with the footnotes its numbers stand for, is taller than a page.",
        hint="Shorten the footnotes, or say in the text what they say.",
        clause=next(iter(row.notes), row.clause),
    )


class _Notes:
    """The notes of one column in the order in which the text refers to them, and the sums of their heights."""

    def __init__(self, waiting: Sequence[Stackable], notes: NotesOf) -> None:
        unplaced = dict(notes)
        self._rows: list[Row] = []
        self._before = [0]
        for row in waiting:
            self._rows += [each for note in row.notes for each in unplaced.pop(note, ())]
            self._before.append(len(self._rows))
        self._tops = [0.0, *accumulate(row.gap_pt + row.height_pt for row in self._rows)]

    def of(self, start: int, end: int) -> Sequence[Row]:
        """The notes of the text from one row to another."""
        return self._rows[self._before[start] : self._before[end]]

    def height_pt(self, start: int, end: int) -> float:
        """Their height; 0 if there are none."""
        first, last = self._before[start], self._before[end]
        return self._tops[last] - self._tops[first] - self._rows[first].gap_pt if first < last else 0.0


class _Plan:
    """The sums that make any page cheap to weigh."""

    def __init__(self, waiting: Sequence[Stackable], notes: Sequence[NotesOf], room: PageRoom) -> None:
        self._rows = waiting
        self._room = room
        self._tops = [0.0, *accumulate(row.gap_pt + row.height_pt for row in waiting)]
        self._gaps = [0.0, *accumulate(row.gap_pt for row in waiting)]
        self._notes = [_Notes(waiting, column) for column in notes]

    def pages_ending(self, end: int) -> Iterator[tuple[int, float]]:
        """Each row a page may begin with that ends before `end`, and what such a page costs."""
        for start in range(end - 1, -1, -1):
            white_pt = self._room_pt(start) - self._height_pt(start, end)
            if white_pt < -SLACK_PT:
                if start == end - 1:
                    raise LayoutError([_taller_than_a_page(self._rows[start])])
                return
            yield start, self._cost(start, end, white_pt)

    def stack(self, start: int, end: int) -> Stack:
        """The page from one row to another."""
        white_pt = self._room_pt(start) - self._height_pt(start, end)
        gaps_pt = self._gaps_pt(start, end)
        # Where gaps can take up less than half of the white, they are better left as they are.
        is_stretched = end < len(self._rows) and 0 < white_pt <= 2 * MOST_STRETCH * gaps_pt
        notes = [column.of(start, end) for column in self._notes]
        stretch = min(white_pt / gaps_pt, MOST_STRETCH) if is_stretched else 0.0
        return Stack(self._rows[start:end], notes, stretch)

    def _cost(self, start: int, end: int, white_pt: float) -> float:
        if end == len(self._rows):
            is_scant = start > 0 and white_pt > self._room_pt(start) * (1 - _SCANT)
            return _PAGE + (_SCANT_LAST if is_scant else 0.0)
        left = max(0.0, white_pt - self._gaps_pt(start, end) * MOST_STRETCH) / self._room_pt(start)
        following = self._rows[end]
        cost = _PAGE + left * left + (_PARTED if following.number else 0.0)
        cost += _HYPHENATED if self._rows[end - 1].is_hyphenated else 0.0
        return cost + (0.0 if following.may_begin else _NEVER)

    def _room_pt(self, start: int) -> float:
        return self._room.next_pt if start else self._room.first_pt

    def _height_pt(self, start: int, end: int) -> float:
        """Height of the text and of the notes under it."""
        text_pt = self._tops[end] - self._tops[start] - self._rows[start].gap_pt
        text_pt += self._rows[start].parted_above_pt + self._rows[end - 1].parted_below_pt
        notes_pt = max((column.height_pt(start, end) for column in self._notes), default=0.0)
        return text_pt + self._room.notes_gap_pt + notes_pt if notes_pt else text_pt

    def _gaps_pt(self, start: int, end: int) -> float:
        return self._gaps[end] - self._gaps[start + 1]
