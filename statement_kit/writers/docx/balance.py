"""Titles and headings in lines of about one length, without a line break that an editor would have to move.

A reader fills its lines, and leaves the last with what is left. A right indent that takes from the measure what all
lines can do without makes them nearly equal, whatever the reader; where an editor changes the words, it does no harm.
Of the ways to fill narrower lines, one that ends them between phrases is better than one that is a little evener.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.document.blocks import ANNEX_ROLES, Block, Role
from statement_kit.markup import LINE_END
from statement_kit.text.breaks import BreakClass, line_breaks
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.docx.labels import hang_pt
from statement_kit.writers.docx.looks import Looks

_SLACK = 1.02
"""How much wider than the kit reckons a reader may set a line."""

_LEAST_PT = 0.01
"""By how much a measure is narrower than one that a line just fits."""

_SHORT = 0.3
"""A line shorter than this part of the longest is too short to be worth a phrase kept whole."""


def balancing_indent_pt(block: Block, looks: Looks) -> float:
    """How much narrower than the measure a heading is best set to end its lines between phrases, and evenly, in pt.

    It takes a line more only where the fewest cannot all end between phrases.

    None for entries of the annex, which stand in columns, nor for a text in one line or with line ends of its own; nor
    for one with a rule or a ground, which would be narrower with it.
    """
    if not looks.brand.styles[block.role].balanced or block.role is Role.ENDORSER or LINE_END in block.text:
        return 0.0
    if looks.brand.dress(block.role, looks.language):
        return 0.0
    measure_pt = _measure_pt(block.role, looks) - hang_pt(block.role, looks)
    fillings = list(_fillings(_pieces(block, looks), measure_pt))
    if fillings[0].lines == 1:
        return 0.0
    best = min(fillings, key=lambda filling: (not filling.is_by_phrase, filling.lines, filling.measure_pt))
    return measure_pt - best.measure_pt


def line_count(block: Block, measure_pt: float, looks: Looks) -> int:
    """In how many lines a reader sets a block on a measure; where its author ended one, another begins."""
    parts = block.text.split(LINE_END) if LINE_END in block.text else [block.text]
    return sum(_filled(_pieces(replace(block, text=part), looks), measure_pt).lines for part in parts)


def _measure_pt(role: Role, looks: Looks) -> float:
    """How wide a role is set."""
    if role is Role.GROUP_HEADING:
        return looks.column_pt
    return looks.brand.measure_pt if role in ANNEX_ROLES else looks.text_pt


class _Piece(NamedTuple):
    """What no line may part: its width, that without the space at its end, and whether a phrase ends with it."""

    whole_pt: float
    solid_pt: float
    ends_phrase: bool


class _Filling(NamedTuple):
    """How a reader fills lines that puts on each what fits.

    Attributes:
        widths_pt: How long each line is.
        is_by_phrase: Whether each ends where a phrase does, and none is far shorter than the longest.
        measure_pt: The measure on which it does so, with what readers differ by.
    """

    widths_pt: tuple[float, ...]
    is_by_phrase: bool
    measure_pt: float

    @property
    def lines(self) -> int:
        """How many lines there are."""
        return len(self.widths_pt)

    @property
    def widest_pt(self) -> float:
        """How long the longest is."""
        return max(self.widths_pt)


def _pieces(block: Block, looks: Looks) -> list[_Piece]:
    """The pieces of a block's text."""
    text = block.text.translate(IGNORABLE)
    size_pt = looks.brand.size_pt(block.role, looks.language.script)
    clusters = looks.faces.shape(text, looks.brand.styles[block.role].face, size_pt)
    ends = accumulate((len(cluster.text) for cluster in clusters), initial=0)
    reaches = accumulate((cluster.width_pt for cluster in clusters), initial=0.0)
    x_pt = dict(zip(ends, reaches, strict=True))
    kinds = {found.at: found.kind for found in line_breaks(text, looks.language)}
    breaks = [0, *(at for at in kinds if at in x_pt), len(text)]  # where letters join, none is reckoned with
    return [
        _Piece(
            whole_pt=x_pt[stop] - x_pt[start],
            solid_pt=x_pt.get(start + len(text[start:stop].rstrip()), x_pt[stop]) - x_pt[start],
            ends_phrase=kinds.get(stop, BreakClass.PHRASE) <= BreakClass.PHRASE,
        )
        for start, stop in pairwise(breaks)
    ]


def _fillings(pieces: Sequence[_Piece], measure_pt: float) -> Iterator[_Filling]:
    """Every way to fill lines of this measure or less, in as few lines as can be or one more, the widest first.

    Left out are those that a reader who sets lines a little wider would not fill so.
    """
    tight = _filled(pieces, measure_pt)
    most, widest_pt = tight.lines + 1, max(piece.solid_pt for piece in pieces)
    while tight.lines <= most:
        loose = _filled(pieces, min(measure_pt, tight.widest_pt * _SLACK))
        if loose.widths_pt == tight.widths_pt:
            yield loose
        if tight.widest_pt <= widest_pt:
            return
        tight = _filled(pieces, tight.widest_pt - _LEAST_PT)


def _filled(pieces: Sequence[_Piece], measure_pt: float) -> _Filling:
    """The lines of a measure, filled."""
    lines: list[list[_Piece]] = []
    at_pt = 0.0
    for piece in pieces:
        if not lines or at_pt + piece.solid_pt > measure_pt:
            lines.append([])
            at_pt = 0.0
        lines[-1].append(piece)
        at_pt += piece.whole_pt
    widths_pt = tuple(sum(piece.whole_pt for piece in line[:-1]) + line[-1].solid_pt for line in lines)
    has_whole = all(line[-1].ends_phrase for line in lines)
    return _Filling(widths_pt, has_whole and min(widths_pt) > _SHORT * max(widths_pt), measure_pt)
