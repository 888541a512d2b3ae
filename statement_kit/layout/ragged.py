"""Ragged lines: the cost of one is the square of the white it leaves.

One very short line then costs more than several slightly short ones. Ending a line inside a phrase, inside
a compound or with a hyphen costs a little, so that of two equal ways the better one to read is taken. The lines of
a title are held against a common width instead, which they may exceed, and where they end counts for more.
"""

from __future__ import annotations

from statement_kit.layout.measured import SLACK_PT, Piece
from statement_kit.text.breaks import BreakClass

_LINE = 0.02
"""Cost of each line, so that no paragraph grows longer than it need be."""

_TITLE_LINE = 0.05
"""Cost of each line of a title."""

_SHORT_LAST = 0.15
"""Cost of a lost last line."""

_NEVER = 1e6

_ENDS = {
    BreakClass.PHRASE: 0.0,
    BreakClass.WORD: 0.004,  # as in Khmer and Thai: as much as 6 % of the measure left white
    BreakClass.COMPOUND: 0.02,
    BreakClass.HYPHEN: 0.06,
    BreakClass.LAST_RESORT: _NEVER,
}

_TITLE_ENDS = {
    BreakClass.PHRASE: 0.03,
    BreakClass.WORD: 0.2,
    BreakClass.COMPOUND: 0.3,
    BreakClass.HYPHEN: 1.0,
    BreakClass.LAST_RESORT: _NEVER,
}
"""In a title; behind a mark that ends a clause it costs nothing. A word of a language without spaces may end a line
there, but not one that leans on the next."""


def ragged_lines(piece: Piece) -> list[int]:
    """The stops at which the lines that together cost least begin, and the last one's end.

    Raises:
        OverfullError: No line can hold some part.
    """
    measure = piece.setting.measure_pt
    wanted, line = _wanted_pt(piece) / measure, _line_cost(piece)
    lefts = [left / measure for left in piece.left]
    best, came_from = [0.0], [0]
    for end, first in piece.line_ends():
        if end == piece.last:
            break
        over = wanted - piece.right[end] / measure
        # As a comprehension, the one loop that runs for every line there could be.
        costs = [cost + (over + left) ** 2 for cost, left in zip(best[first:end], lefts[first:end], strict=True)]
        least = min(costs)
        best.append(least + line + _end_cost(piece, end))
        came_from.append(first + costs.index(least))
    starts = range(first, piece.last)
    came_from.append(min(starts, key=lambda start: best[start] + ragged_cost(piece, start, piece.last)))
    return _trace(came_from)


def ragged_cost(piece: Piece, start: int, end: int) -> float:
    """What one line costs; infinitely much if it does not fit."""
    natural_pt, measure_pt = piece.natural_pt(start, end), piece.setting.measure_pt
    if natural_pt > measure_pt + SLACK_PT:
        return float("inf")
    white = (_wanted_pt(piece) - natural_pt) / measure_pt
    if end < piece.last:
        return _line_cost(piece) + white * white + _end_cost(piece, end)
    if piece.setting.target_pt is not None:
        return _line_cost(piece) + white * white
    return _line_cost(piece) + (_SHORT_LAST if piece.is_lost(start) else 0.0)


def _line_cost(piece: Piece) -> float:
    return _LINE if piece.setting.target_pt is None else _TITLE_LINE


def _wanted_pt(piece: Piece) -> float:
    return piece.setting.measure_pt if piece.setting.target_pt is None else piece.setting.target_pt


def _end_cost(piece: Piece, end: int) -> float:
    if piece.setting.target_pt is None:
        return _ENDS[piece.kinds[end]]
    is_clause = piece.closes[end] and piece.kinds[end] <= BreakClass.WORD
    return 0.0 if is_clause else _TITLE_ENDS[piece.kinds[end]]


def _trace(came_from: list[int]) -> list[int]:
    stops = [len(came_from) - 1]
    while stops[-1] > 0:
        stops.append(came_from[stops[-1]])
    return stops[::-1]
