"""The pages of a document while they fill: what stands on each, and how far down the last one is filled."""

from __future__ import annotations

from collections.abc import Sequence

from statement_kit.arranging.masthead import SHARES
from statement_kit.brand import Brand
from statement_kit.brand.page import (
    HAIRLINE_PT,
    HAIRLINE_TINT,
    NOTES_GAP_PT,
    NOTES_RULE_PT,
    NOTES_RULE_WIDTH_PT,
)
from statement_kit.document.blocks import Role
from statement_kit.layout.dressing import dressed
from statement_kit.layout.flow import Stackable, height_pt, place, standing
from statement_kit.layout.frames import Bar, Line, PlacedPicture


class Sheet:
    """The geometry of a brand's pages, and the pages that are begun.

    Attributes:
        width_pt: Width of the paper.
        height_pt: Its height.
        left_pt: The left margin, where lines begin.
        top_pt: The top margin, where the text of every page but the first begins.
        measure_pt: Width between the margins.
        floor_pt: The lower margin, down from the top of the page.
        bodies: Per page, its lines of text.
        notes: Per page, its notes.
        bars: Per page, its bars and rules.
        logos: Per page, the logos of endorsers on it.
        grounds: Per page, what lies behind its text: grounds and the rules of blocks.
        y_pt: How far down the last page is filled.
    """

    def __init__(self, brand: Brand) -> None:
        self._brand = brand
        self.width_pt, self.height_pt = brand.paper.size_pt
        self.top_pt, _, bottom_pt, self.left_pt = brand.margins_pt
        self.measure_pt = brand.measure_pt
        self.floor_pt = self.height_pt - bottom_pt
        self.bodies: list[list[Line]] = []
        self.notes: list[list[Line]] = []
        self.bars: list[list[Bar]] = []
        self.logos: list[list[PlacedPicture]] = []
        self.grounds: list[list[Bar]] = []
        self.y_pt = self._page_floor_pt = self.floor_pt

    @property
    def page_pt(self) -> float:
        """Height between the margins."""
        return self.floor_pt - self.top_pt

    @property
    def room_pt(self) -> float:
        """What is left of the last page, above its notes."""
        return self._page_floor_pt - self.y_pt

    @property
    def bar_room_pt(self) -> float:
        """From the top of the brand's bar to the line below it."""
        return self._brand.bar.room_pt

    def column_step_pt(self, count: int) -> float:
        """From the left edge of one of so many columns to that of the next."""
        return (self.measure_pt + self._brand.annex_gap_pt) / count

    def new_page(self, top_pt: float | None = None) -> None:
        """Begin a page; its text may begin lower than the top margin."""
        for pages in (self.bodies, self.notes, self.bars, self.logos, self.grounds):
            pages.append([])
        self.y_pt, self._page_floor_pt = self.top_pt if top_pt is None else top_pt, self.floor_pt

    def put(self, stack: Sequence[Stackable], indent_pt: float = 0.0, stretch: float = 0.0) -> float:
        """Put rows under one another on the last page, from where it is filled to; where they end.

        Args:
            stack: The rows.
            indent_pt: How far from the left margin.
            stretch: How much larger their gaps are, as a part of themselves.
        """
        x_pt = self.left_pt + indent_pt
        lines, end_pt = place(stack, x_pt, self.y_pt, stretch)
        self.bodies[-1] += lines
        self.grounds[-1] += dressed(standing(stack, self.y_pt, stretch), x_pt, self._brand.colours)
        return end_pt

    def put_notes(self, columns: Sequence[Sequence[Stackable]], step_pt: float = 0.0) -> None:
        """The notes of the last page at its foot, those of each column under a short rule.

        Args:
            columns: The notes of each column of the text.
            step_pt: From the left edge of a column to that of the next.
        """
        height = max(map(height_pt, columns), default=0.0)
        if not height:
            return
        top_pt = self.floor_pt - height
        self._page_floor_pt = top_pt - NOTES_GAP_PT
        rule_pt = top_pt - NOTES_GAP_PT / 2
        colour = self._brand.colours["quiet"]
        for number, stack in enumerate(columns):
            if stack:
                x_pt = self.left_pt + number * step_pt
                self.notes[-1] += place(stack, x_pt, top_pt)[0]
                self.bars[-1].append(Bar(x_pt, rule_pt, NOTES_RULE_WIDTH_PT, NOTES_RULE_PT, colour))

    def accent_bar(self, y_pt: float, role: Role, indent_pt: float = 0.0, measure_pt: float | None = None) -> None:
        """The brand's bar at a height of the last page, if it has one, above a line of a role and where that stands.

        Args:
            y_pt: The height.
            role: The role.
            indent_pt: How far from the left margin its column begins.
            measure_pt: How wide that is; as wide as the page's, where nothing is said.
        """
        bar, measure_pt = self._brand.bar, self.measure_pt if measure_pt is None else measure_pt
        if bar.height_pt:
            width_pt = measure_pt if bar.width_pt is None else min(bar.width_pt, measure_pt)
            shift_pt = SHARES[self._brand.styles[role].placement] * (measure_pt - width_pt)
            x_pt = self.left_pt + indent_pt + shift_pt
            self.bars[-1].append(Bar(x_pt, y_pt, width_pt, bar.height_pt, self._brand.colours[bar.colour]))

    def hairline(self, indent_pt: float, top_pt: float, end_pt: float) -> None:
        """A thin upright line between two columns of the last page."""
        x_pt = self.left_pt + indent_pt - HAIRLINE_PT / 2
        self.bars[-1].append(Bar(x_pt, top_pt, HAIRLINE_PT, end_pt - top_pt, self._brand.tint("quiet", HAIRLINE_TINT)))
