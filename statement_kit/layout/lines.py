"""Line breaking over a whole paragraph: of all ways to end its lines, the evenest.

Ragged setting: the cost of a line is the square of the white it leaves, so that one very short line
costs more than several slightly short ones. A break at a phrase space is preferred to one inside a
phrase, and a last line of one short word is avoided.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

_INSIDE_PHRASE = 0.004
"""Cost of ending a line where no space stands, as in Khmer and Thai: as much as 6 % of the measure left white."""

_SHORT_LAST = 0.04
"""Cost of a last line shorter than `_SHORT_LAST_RATIO` of the measure."""

_SHORT_LAST_RATIO = 0.12

_LINE = 0.02
"""Cost of each line, so that no paragraph grows longer than it need be."""

_SLACK_PT = 1e-6
"""Room for rounding in sums of widths."""


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph as line breaking sees it.

    Attributes:
        widths: Width of each cluster, in pt.
        spaces: Whether each cluster is white space, which a line end swallows.
        breaks: Indices of clusters before which a line may begin, ascending.
    """

    widths: Sequence[float]
    spaces: Sequence[bool]
    breaks: Sequence[int]


class OverfullError(ValueError):
    """A piece of text without a break is wider than the measure; `span` holds its clusters' indices."""

    def __init__(self, span: tuple[int, int]) -> None:
        super().__init__(f"clusters {span[0]} to {span[1]} do not fit")
        self.span = span


def break_lines(text: Measured, measure_pt: float) -> list[tuple[int, int]]:
    """Spans of clusters, one per line, that together cost least.

    Raises:
        OverfullError: No line can hold some piece; it is reported, never squeezed.
    """
    ends = [*text.breaks, len(text.widths)]
    starts = [0, *text.breaks]
    begin_at, end_at = _edges(text, starts, ends)
    best = [0.0] + [float("inf")] * len(ends)
    came_from = [0] * (len(ends) + 1)
    first = 0
    for end in range(1, len(ends) + 1):
        edge, last = end_at[end - 1], end == len(ends)
        inside = 0.0 if last or text.spaces[ends[end - 1] - 1] else _INSIDE_PHRASE
        while first < end and edge - begin_at[first] > measure_pt + _SLACK_PT:
            first += 1
        if first == end:
            raise OverfullError((starts[end - 1], ends[end - 1]))
        for start in range(first, end):
            white = (measure_pt - (edge - begin_at[start])) / measure_pt
            cost = best[start] + _LINE + (_last_cost(white) if last else white * white + inside)
            if cost < best[end]:
                best[end], came_from[end] = cost, start
    return _trace(came_from, starts, ends)


def balanced_lines(text: Measured, measure_pt: float) -> list[tuple[int, int]]:
    """As few lines as the measure allows, as equal as can be, broken at phrase spaces if possible: for titles.

    Raises:
        OverfullError: No line can hold some piece.
    """
    text = _by_phrases(text, measure_pt)
    fewest = break_lines(text, measure_pt)
    if len(fewest) == 1:
        return fewest
    narrow, wide = 0.0, measure_pt
    while wide - narrow > measure_pt / 200:
        middle = (narrow + wide) / 2
        narrow, wide = (narrow, middle) if _fits(text, middle, len(fewest)) else (middle, wide)
    return break_lines(text, wide)


def _by_phrases(text: Measured, measure_pt: float) -> Measured:
    """The text with breaks at spaces only, if that costs one line at most: a title is read phrase by phrase."""
    at_spaces = replace(text, breaks=[at for at in text.breaks if text.spaces[at - 1]])
    return at_spaces if _fits(at_spaces, measure_pt, len(break_lines(text, measure_pt)) + 1) else text


def _fits(text: Measured, measure_pt: float, lines: int) -> bool:
    try:
        return len(break_lines(text, measure_pt)) <= lines
    except OverfullError:
        return False


def _edges(text: Measured, starts: Sequence[int], ends: Sequence[int]) -> tuple[list[float], list[float]]:
    """Where a line that begins at each start has its left edge, and at each end its right one, spaces dropped."""
    pen = [0.0]
    for width in text.widths:
        pen.append(pen[-1] + width)
    right = []
    for end in ends:
        while end > 0 and text.spaces[end - 1]:
            end -= 1
        right.append(pen[end])
    return [pen[start] for start in starts], right


def _last_cost(white: float) -> float:
    return _SHORT_LAST if white > 1 - _SHORT_LAST_RATIO else 0.0


def _trace(came_from: Sequence[int], starts: Sequence[int], ends: Sequence[int]) -> list[tuple[int, int]]:
    spans: list[tuple[int, int]] = []
    at = len(ends)
    while at > 0:
        spans.append((starts[came_from[at]], ends[at - 1]))
        at = came_from[at]
    return spans[::-1]
