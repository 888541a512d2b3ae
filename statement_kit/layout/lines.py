"""Line breaking over a whole paragraph: of all ways to end its lines, the evenest (Knuth and Plass's optimum)."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from statement_kit.layout.justified import justified_cost, justified_lines
from statement_kit.layout.measured import Measured, Piece, Setting, Span, pieces
from statement_kit.layout.ragged import ragged_cost, ragged_lines
from statement_kit.text.breaks import BreakClass


def break_lines(text: Measured, setting: Setting) -> list[Span]:
    """Spans of clusters, one per line, that together cost least.

    Raises:
        OverfullError: No line can hold some piece; it is reported, never squeezed.
    """
    find = justified_lines if setting.is_justified else ragged_lines
    return [(piece.at[start], piece.at[end]) for piece in pieces(text, setting) for start, end in pairwise(find(piece))]


def demerits(text: Measured, setting: Setting, spans: Sequence[Span]) -> float:
    """What these lines cost together: the less, the evener the paragraph; infinitely much if one does not fit.

    Raises:
        ValueError: A line begins or ends where none may.
    """
    return sum(_cost(piece, spans) for piece in pieces(text, setting))


def _cost(piece: Piece, spans: Sequence[Span]) -> float:
    within = [end for _, end in spans if piece.at[0] < end <= piece.at[-1]]
    stops = [0, *(piece.at.index(end) for end in within)]
    if piece.setting.is_justified:
        return justified_cost(piece, stops)
    return sum(ragged_cost(piece, start, end) for start, end in pairwise(stops))


def balanced_lines(text: Measured, setting: Setting, *, may_spare_a_line: bool = False) -> list[Span]:
    """As few lines as can be, as equal as can be, each ending where a clause or a phrase does: for titles.

    One line more is taken where no other way ends all lines between phrases; or, if a line may be spared, where it
    ends them so much better.

    Raises:
        OverfullError: No line can hold some piece.
    """
    found = (_balanced(piece, may_spare_a_line) for piece in pieces(text, setting))
    return [span for spans in found for span in spans]


def _balanced(piece: Piece, may_spare_a_line: bool) -> list[Span]:
    """The lines of what stands between two forced line breaks."""
    fewest = _count(piece, piece.setting.measure_pt)
    if fewest == 1:
        return [(piece.at[0], piece.at[-1])]
    fewest = fewest or piece.last  # where some part must be parted, or is too wide
    cost, lines = _aimed(piece.aiming_at(_least_width_pt(piece, fewest)))
    if may_spare_a_line or any(piece.kinds[end] >= BreakClass.WORD for _, end in lines):
        _, lines = min((cost, lines), _aimed(piece.aiming_at(_least_width_pt(piece, fewest + 1))))
    return [(piece.at[start], piece.at[end]) for start, end in lines]


def _aimed(piece: Piece) -> tuple[float, list[tuple[int, int]]]:
    """The best lines of a title's piece, between its stops, and what they cost."""
    lines = list(pairwise(ragged_lines(piece)))
    return sum(ragged_cost(piece, *line) for line in lines), lines


def _least_width_pt(piece: Piece, count: int) -> float:
    """The least width at which so many lines hold the piece, nothing parted that stays whole if it can."""
    narrow, wide = 0.0, piece.setting.measure_pt
    while wide - narrow > piece.setting.measure_pt / 200:
        middle = (narrow + wide) / 2
        lines = _count(piece, middle)
        narrow, wide = (narrow, middle) if lines and lines <= count else (middle, wide)
    return wide


def _count(piece: Piece, width_pt: float) -> int | None:
    """How many lines of a width hold a piece, each filled; None if some part is wider."""
    left, right, kinds = piece.left, piece.right, piece.kinds
    lines = start = 0
    while start < piece.last:
        end, begin_pt = piece.last, left[start]
        while end > start and (right[end] - begin_pt > width_pt or kinds[end] >= BreakClass.HYPHEN):
            end -= 1
        if end == start:
            return None
        start = end
        lines += 1
    return lines
