"""Line breaking over a whole paragraph: of all ways to end its lines, the evenest (Knuth and Plass's optimum)."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise

from statement_kit.layout.justified import justified_cost, justified_lines
from statement_kit.layout.measured import Measured, OverfullError, Piece, Setting, Span, pieces
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


def balanced_lines(text: Measured, setting: Setting) -> list[Span]:
    """As few lines as the measure allows, as equal as can be, broken at phrase spaces if possible: for titles.

    Raises:
        OverfullError: No line can hold some piece.
    """
    text = _by_phrases(text, setting)
    fewest = break_lines(text, setting)
    narrow, wide = 0.0, setting.measure_pt
    while len(fewest) > 1 and wide - narrow > setting.measure_pt / 200:
        middle = (narrow + wide) / 2
        fits = _fits(text, replace(setting, measure_pt=middle), len(fewest))
        narrow, wide = (narrow, middle) if fits else (middle, wide)
    return break_lines(text, replace(setting, measure_pt=wide))


def _by_phrases(text: Measured, setting: Setting) -> Measured:
    """The text with stops at spaces only, if that costs one line at most: a title is read phrase by phrase."""
    at_spaces = replace(text, stops=[stop for stop in text.stops if stop.kind <= BreakClass.PHRASE])
    return at_spaces if _fits(at_spaces, setting, len(break_lines(text, setting)) + 1) else text


def _fits(text: Measured, setting: Setting, lines: int) -> bool:
    try:
        return len(break_lines(text, setting)) <= lines
    except OverfullError:
        return False
