"""The head of the first page: where logos, lines, ground and rule stand, the same in every format."""

from __future__ import annotations

from collections.abc import Mapping
from itertools import pairwise
from typing import NamedTuple

from statement_kit.brand import Brand, Logo, Placement
from statement_kit.brand.contrast import is_dark
from statement_kit.brand.logo import row_width_pt
from statement_kit.brand.page import (
    BAND_PAD_PT,
    BAND_RULE_GAP_PT,
    LETTERHEAD_GAP_PT,
    LOGO_GAP_PT,
    MASTHEAD_RULE_GAP_PT,
)

SHARES: Mapping[Placement, float] = {Placement.START: 0.0, Placement.CENTRE: 0.5, Placement.END: 1.0}
"""Per placement, what part of the white beside something stands before it."""


class InRow(NamedTuple):
    """A logo in the row at the head of the page.

    Attributes:
        id: What its picture is called.
        logo: The logo, as it is shown on the masthead's ground.
        x_pt: Its left edge, from that of the measure.
        y_pt: Its top, down from that of the row: the middles of all are level.
    """

    id: str
    logo: Logo
    x_pt: float
    y_pt: float


class Foot(NamedTuple):
    """What closes a masthead, down from the top of the sheet.

    Attributes:
        ground_pt: Where its ground ends; None without one.
        rule_pt: Where its rule begins; None without one.
        end_pt: From where the text keeps its distance.
    """

    ground_pt: float | None
    rule_pt: float | None
    end_pt: float


def logo_row(brand: Brand) -> list[InRow]:
    """The brand's logos in their row, where the masthead's placement wants it; nothing without any."""
    on_dark = bool(brand.masthead.ground) and is_dark(brand.colours[brand.masthead.ground])
    logos = {name: logo.on_dark if on_dark else logo for name, logo in brand.logos.items()}
    height_pt = max((logo.height_pt for logo in logos.values()), default=0.0)
    x_pt = SHARES[brand.masthead.placement] * (brand.measure_pt - row_width_pt(logos.values()))
    gaps = [max(one.gap_pt, other.gap_pt) for one, other in pairwise(logos.values())]
    found = []
    for (name, logo), gap_pt in zip(logos.items(), [*gaps, 0.0], strict=False):
        found.append(InRow(name, logo, x_pt, (height_pt - logo.height_pt) / 2))
        x_pt += logo.width_pt + gap_pt
    return found


def is_beside(row: list[InRow], brand: Brand) -> bool:
    """Whether the lines stand beside the logo: one alone, at the start or at the end, and no wordmark."""
    placement, measure_pt = brand.masthead.placement, brand.measure_pt
    return len(row) == 1 and placement is not Placement.CENTRE and row[0].logo.has_room_beside(measure_pt)


def row_height_pt(row: list[InRow]) -> float:
    """The height of the row: that of its highest logo."""
    return max((each.logo.height_pt for each in row), default=0.0)


def below_row_pt(row: list[InRow]) -> float:
    """Between the row and the lines below it."""
    return max((each.logo.gap_pt for each in row), default=LOGO_GAP_PT)


def foot(brand: Brand, row_end_pt: float, end_pt: float) -> Foot:
    """What closes a masthead.

    Args:
        brand: Whose masthead.
        row_end_pt: Where its logos end, if it has any.
        end_pt: Where logos and lines end.
    """
    masthead = brand.masthead
    clear_end_pt = row_end_pt + brand.clear_pt if brand.logos else 0.0
    ground_pt = max(end_pt + BAND_PAD_PT, clear_end_pt) if masthead.ground else None
    if not masthead.rule_pt:
        return Foot(ground_pt, None, ground_pt or max(end_pt, clear_end_pt - LETTERHEAD_GAP_PT))
    rule_pt = ground_pt + BAND_RULE_GAP_PT if ground_pt else max(end_pt + MASTHEAD_RULE_GAP_PT, clear_end_pt)
    return Foot(ground_pt, rule_pt, rule_pt + masthead.rule_pt)


def text_top_pt(brand: Brand, end_pt: float) -> float:
    """Where the text of the first page begins with its bar, below a masthead that ends there.

    Without one the space is kept all the same: a coalition may print on paper that has one.
    """
    return max(brand.margins_pt[0] + brand.masthead.room_pt, end_pt + LETTERHEAD_GAP_PT)
