"""How the rule and the ground of a style lie around the lines of a block, the same in every format."""

from __future__ import annotations

from typing import NamedTuple

from statement_kit.brand.placement import RuleSide
from statement_kit.brand.styles import Style
from statement_kit.document.blocks import Role

UNDRESSED = frozenset((Role.LIST_ITEM, Role.NOTE, Role.ENDORSER, Role.LETTERHEAD, Role.FURNITURE, Role.ATTRIBUTION))
"""Roles that have no rule or ground of their own: pieces of lists and notes, and what stands around the text."""

LABEL_PAD_EM = 0.14
"""How much further the field behind a label reaches than the label, in em of it."""


def box_of(role: Role) -> Role:
    """The role whose box and insets another has: a speaker stands in the box of what they said."""
    return Role.QUOTATION if role is Role.ATTRIBUTION else role


class Dress(NamedTuple):
    """What rule and ground take around the lines of a block, in pt.

    Attributes:
        above_pt: From the top of the box to that of the first line.
        below_pt: From the foot of the last line to that of the box.
        left_pt: From the left edge of the measure to the text.
        right_pt: From the text to the right edge of the measure.
        edge_left_pt: From the left edge of the measure to that of the box.
        edge_right_pt: From the right edge of the box to that of the measure.
    """

    above_pt: float
    below_pt: float
    left_pt: float
    right_pt: float
    edge_left_pt: float
    edge_right_pt: float


def dress_of(style: Style, size_pt: float, inset_pt: float) -> Dress | None:
    """The dress of a style; None for one without rule and ground.

    On a ground, which sets it off by itself, text stands in by the padding alone. A rule beside text that stands in
    lies in what that leaves free.

    Args:
        style: Whose rule and ground.
        size_pt: Its size.
        inset_pt: How far it stands in from both sides without them.
    """
    if style.rule is None and not style.ground:
        return None
    pad_pt = padding_pt(style, size_pt)
    above_pt, below_pt, beside_pt = (
        style.rule_pt if style.rule is side else 0.0 for side in (RuleSide.ABOVE, RuleSide.BELOW, RuleSide.BESIDE)
    )
    if style.ground:
        return Dress(pad_pt + above_pt, pad_pt + below_pt, pad_pt + beside_pt, pad_pt, 0.0, 0.0)
    if beside_pt:
        left_pt = max(inset_pt, pad_pt + beside_pt)
        return Dress(0.0, 0.0, left_pt, inset_pt, left_pt - pad_pt - beside_pt, inset_pt)
    above_pt, below_pt = (each and each + pad_pt for each in (above_pt, below_pt))
    return Dress(above_pt, below_pt, inset_pt, inset_pt, inset_pt, inset_pt)


def padding_pt(style: Style, size_pt: float) -> int:
    """Between the text of a style and its rule or the edge of its ground: in whole points, as Word has it."""
    return round(style.pad_em * size_pt)
