"""Justified lines: the cost of one is how far it is stretched or shrunk, and how little it matches the one before.

The costs are of the kind of Knuth and Plass's (“Breaking Paragraphs into Lines”, 1981), in TeX's figures divided by
ten thousand, but that hyphens and lost last lines are dearer. A line that could reach the measure only by gaping is
left short instead, at a price that makes it the last way out.
"""

from __future__ import annotations

from itertools import pairwise
from typing import NamedTuple

from statement_kit.layout.measured import SLACK_PT, Piece
from statement_kit.text.breaks import BreakClass

_LINE = 0.1
_HYPHENS_IN_A_ROW = 4.0
_HYPHEN_BEFORE_LAST = 3.0
_UNLIKE_NEIGHBOURS = 2.0
_SHORT_LAST = 5.0
_LEFT_SHORT = 1e5

_ENDS = {
    BreakClass.PHRASE: 0.0,
    BreakClass.WORD: 0.01,
    BreakClass.COMPOUND: 0.05,
    BreakClass.HYPHEN: 0.45,
    BreakClass.LAST_RESORT: 1e8,
}

_DECENT = 2.0
"""A paragraph is first tried with no line stretched further than so many times its stretch, which is quick."""

_NORMAL = 1


class _Node(NamedTuple):
    """The best way found to a stop by a last line of one colour."""

    cost: float
    colour: int
    stop: int
    before: _Node | None


def justified_lines(piece: Piece) -> list[int]:
    """The stops at which the lines that together cost least begin, and the last one's end.

    Raises:
        OverfullError: No line can hold some part.
    """
    most = min(_DECENT, piece.setting.most)
    node = _best(piece, most)
    # One line stretched further costs so much at least, and might still undercut what was found.
    least = _LEFT_SHORT if most == piece.setting.most else (_LINE + most**3) ** 2
    if node is None or node.cost > least:
        node = _best(piece, float("inf"))
    stops = []
    while node:
        stops.append(node.stop)
        node = node.before
    return stops[::-1]


def justified_cost(piece: Piece, stops: list[int]) -> float:
    """What lines that begin and end at these stops cost together; infinitely much if one does not fit."""
    total, before = 0.0, _NORMAL
    for start, end in pairwise(stops):
        fit = _fit(piece, start, end)
        colour = _colour(fit)
        total += _cost(piece, start, end, fit) + _UNLIKE_NEIGHBOURS * (abs(colour - before) > 1)
        before = colour
    return total


def _best(piece: Piece, most: float) -> _Node | None:
    """The best way to the end with no line stretched further than so many times its stretch; None if there is none.

    Raises:
        OverfullError: No line can hold some part.
    """
    nodes: list[list[_Node]] = [[_Node(0.0, _NORMAL, 0, None)]]
    for end, first in piece.line_ends():
        found: dict[int, _Node] = {}
        for start in range(first, end):
            fit = _fit(piece, start, end)
            if fit > most:
                break
            if not nodes[start]:
                continue
            colour = _colour(fit)
            cost = _cost(piece, start, end, fit)
            for node in nodes[start]:
                total = node.cost + cost + (_UNLIKE_NEIGHBOURS if abs(colour - node.colour) > 1 else 0.0)
                if colour not in found or total < found[colour].cost:
                    found[colour] = _Node(total, colour, end, node)
        nodes.append(list(found.values()))
    return min(nodes[-1], key=lambda node: node.cost, default=None)


def _fit(piece: Piece, start: int, end: int) -> float:
    """How many times its stretch a line is stretched; negative, its shrink shrunk. A last line is not stretched."""
    white_pt = piece.setting.measure_pt - piece.natural_pt(start, end)
    if white_pt < 0:
        shrink_pt = piece.shrink_right[end] - piece.shrink_left[start]
        return white_pt / shrink_pt if shrink_pt > 0 else -1.0 if white_pt > -SLACK_PT else -float("inf")
    if end == piece.last or white_pt < SLACK_PT:
        return 0.0
    stretch_pt = piece.stretch_right[end] - piece.stretch_left[start]
    return white_pt / stretch_pt if stretch_pt > 0 else float("inf")


def _colour(fit: float) -> int:
    """Tight, normal, loose or very loose: TeX's four classes."""
    return 0 if fit < -0.5 else _NORMAL if fit <= 0.5 else 2 if fit <= 1 else 3


def _cost(piece: Piece, start: int, end: int, fit: float) -> float:
    """What one line costs, whatever stands before it."""
    if fit < -1 - SLACK_PT:
        return float("inf")
    follows_hyphen = piece.kinds[start] is BreakClass.HYPHEN
    if fit > piece.setting.most:
        white = 1 - piece.natural_pt(start, end) / piece.setting.measure_pt
        cost = _LEFT_SHORT * (1 + 10 * white * white)
    else:
        cost = (_LINE + abs(fit) ** 3) ** 2
    if end == piece.last:
        return cost + _SHORT_LAST * piece.is_lost(start) + _HYPHEN_BEFORE_LAST * follows_hyphen
    ends_in_hyphen = piece.kinds[end] is BreakClass.HYPHEN
    return cost + _ENDS[piece.kinds[end]] + _HYPHENS_IN_A_ROW * (follows_hyphen and ends_in_hyphen)
