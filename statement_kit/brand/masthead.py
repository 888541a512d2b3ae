"""What a brand puts around the text: how its letterhead stands, the bar under it, what lies behind every page."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from statement_kit.brand.page import BAR_GAP_PT, BAR_PT, BAR_WIDTH_PT, MM, WATERMARK_TINT
from statement_kit.brand.placement import Placement
from statement_kit.pictures import Picture


@dataclass(frozen=True, slots=True)
class Masthead:
    """How the head of the first page looks; what it says is the letterhead.

    Attributes:
        placement: Where logo and lines stand: beside each other from the left, in the middle, or at the right.
        ground: The colour of the band behind it, which reaches the edges of the sheet; empty for none.
        ink: The colour of its words; empty for that of each role. On a ground it is one that is read there.
        rule_pt: How thick a rule stands below it, as wide as the text; 0 for none.
        rule_colour: The colour of that rule.
        room_pt: Height kept for it below the top margin, in pt, whether something stands there or not: a coalition may
            print on paper that has a letterhead.
    """

    placement: Placement = Placement.START
    ground: str = ""
    ink: str = ""
    rule_pt: float = 0.0
    rule_colour: str = "accent"
    room_pt: float = 10 * MM


@dataclass(frozen=True, slots=True)
class AccentBar:
    """The bar above the first line of the text and above the heading of the annex, where that line is placed.

    Attributes:
        width_pt: How wide, in pt; None for as wide as the text.
        height_pt: How high, in pt; 0 for no bar.
        colour: The name of its colour.
    """

    width_pt: float | None = BAR_WIDTH_PT
    height_pt: float = BAR_PT
    colour: str = "accent"

    @property
    def room_pt(self) -> float:
        """From its top to the line below it; nothing where there is no bar."""
        return BAR_GAP_PT + (self.height_pt - BAR_PT) if self.height_pt else 0.0


@dataclass(frozen=True, slots=True)
class Backdrop:
    """What lies behind every page, faint enough that text is read over it: words, or a picture; a draft has its own.

    Attributes:
        words: What stands across the page, per language; in one that is not named, nothing.
        emblem: The picture in the middle of the page instead.
        colour: The name of the colour of the words.
        tint: How much is left of the colours, as a part.
        width: How wide the picture is, as a part of the width of the sheet.
        file: What findings call the picture.
    """

    words: Mapping[str, str] = field(default_factory=dict)
    emblem: Picture | None = None
    colour: str = "ink"
    tint: float = WATERMARK_TINT
    width: float = 0.6
    file: str = "The watermark"
