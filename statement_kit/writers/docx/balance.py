"""Titles and headings in lines of about one length, without a line break that an editor would have to move.

A reader fills its lines, and leaves the last with what is left. A right indent that takes from the measure what all
lines can do without makes them nearly equal, whatever the reader; where an editor changes the words, it does no harm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.document.blocks import ANNEX_ROLES, Block, Role
from statement_kit.markup import LINE_END
from statement_kit.text.breaks import line_breaks
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.docx.labels import hang_pt
from statement_kit.writers.docx.looks import Looks

_SLACK = 1.02
"""How much wider than the kit reckons a reader may set a line."""

_STEP_PT = 1.0
"""How near to the narrowest measure is near enough."""


def balancing_indent_pt(block: Block, looks: Looks) -> float:
    """How much narrower than the measure a heading may be set without taking a line more, in pt.

    None for entries of the annex, which stand in columns, nor for a text in one line or with line ends of its own; nor
    for one with a rule or a ground, which would be narrower with it.
    """
    if not looks.brand.styles[block.role].balanced or block.role is Role.ENDORSER or LINE_END in block.text:
        return 0.0
    if looks.brand.dress(block.role, looks.language):
        return 0.0
    measure_pt = _measure_pt(block.role, looks) - hang_pt(block.role, looks)
    pieces = _pieces(block, looks)
    most, widest_pt = _lines(pieces, measure_pt), max(piece.solid_pt for piece in pieces)
    if most == 1:
        return 0.0
    narrow_pt, wide_pt = widest_pt, measure_pt
    while wide_pt - narrow_pt > _STEP_PT:
        middle_pt = (narrow_pt + wide_pt) / 2
        if _lines(pieces, middle_pt) == most:
            wide_pt = middle_pt
        else:
            narrow_pt = middle_pt
    return max(0.0, measure_pt - wide_pt * _SLACK)


def line_count(block: Block, measure_pt: float, looks: Looks) -> int:
    """In how many lines a reader sets a block on a measure; where its author ended one, another begins."""
    parts = block.text.split(LINE_END) if LINE_END in block.text else [block.text]
    return sum(_lines(_pieces(replace(block, text=part), looks), measure_pt) for part in parts)


def _measure_pt(role: Role, looks: Looks) -> float:
    """How wide a role is set."""
    if role is Role.GROUP_HEADING:
        return looks.column_pt
    return looks.brand.measure_pt if role in ANNEX_ROLES else looks.text_pt


class _Piece(NamedTuple):
    """What no line may part: its width, and its width without the space at its end, which a line's end swallows."""

    whole_pt: float
    solid_pt: float


def _pieces(block: Block, looks: Looks) -> list[_Piece]:
    """The pieces of a block's text."""
    text = block.text.translate(IGNORABLE)
    size_pt = looks.brand.size_pt(block.role, looks.language.script)
    clusters = looks.faces.shape(text, looks.brand.styles[block.role].face, size_pt)
    ends = accumulate((len(cluster.text) for cluster in clusters), initial=0)
    reaches = accumulate((cluster.width_pt for cluster in clusters), initial=0.0)
    x_pt = dict(zip(ends, reaches, strict=True))
    ends_of_lines = (found.at for found in line_breaks(text, looks.language))
    breaks = [0, *(at for at in ends_of_lines if at in x_pt), len(text)]  # where letters join, none is reckoned with
    return [
        _Piece(
            whole_pt=x_pt[stop] - x_pt[start],
            solid_pt=x_pt.get(start + len(text[start:stop].rstrip()), x_pt[stop]) - x_pt[start],
        )
        for start, stop in pairwise(breaks)
    ]


def _lines(pieces: Sequence[_Piece], measure_pt: float) -> int:
    """How many lines a reader fills that puts on each what fits."""
    lines, at_pt = 1, 0.0
    for piece in pieces:
        if at_pt and at_pt + piece.solid_pt > measure_pt:
            lines, at_pt = lines + 1, 0.0
        at_pt += piece.whole_pt
    return lines
