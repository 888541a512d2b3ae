"""The page: its sizes, and the distances of what stands around the text, in points (pt)."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

MM = 72 / 25.4
"""Points in a millimetre."""

BAR_PT, BAR_WIDTH_PT = 2.4, 34.0
"""Height and width of the accent bar above the kind line and the annex's heading."""

BAR_GAP_PT = 11.0
"""From the accent bar to the line below it."""

LETTERHEAD_RISE_PT = 24.0
"""How far above the top margin the letterhead begins."""

LETTERHEAD_GAP_PT = 22.0
"""Space below a letterhead so tall that it pushes the text down."""

LOGO_GAP_PT = 12.0
"""Between a logo and the letterhead beside or below it."""

LOGO_BESIDE = 0.45
"""Widest logo that the letterhead stands beside, as a part of the measure; below a wider one, a wordmark."""

BAND_TOP_PT, BAND_PAD_PT = 28.0, 20.0
"""From the top of the sheet to a letterhead on a ground, at most; and from its end to the edge of that ground."""

MASTHEAD_RULE_GAP_PT, BAND_RULE_GAP_PT = 9.0, 3.0
"""From a letterhead to the rule below it, and from the edge of its ground."""

HEAD_GAP_PT, FOOT_GAP_PT = 22.0, 24.0
"""From the running head to the text, and from the text to the page label."""

NOTES_GAP_PT = 17.0
"""Between the text of a page and the notes under it."""

NOTES_RULE_PT, NOTES_RULE_WIDTH_PT = 0.4, 60.0
"""Height and width of the rule above the notes, halfway in that gap."""

HAIRLINE_PT, HAIRLINE_TINT = 0.4, 0.4
"""Width of the line between columns of text that are to be compared, and how much of the quiet colour is left in it."""

EDGE_PT = 14.0
"""Least distance of anything from the edge of the sheet: what office printers cannot reach."""

WATERMARK_LENGTH = 0.72
"""Length of the words across a draft's pages, as a part of the diagonal."""

WATERMARK_MOST_PT = 72.0
"""Largest size of these words, in pt."""

WATERMARK_TINT = 0.13
"""How much of the ink is left in their colour: seen at once, and text is read over it."""

LEAST_AREA_PT = 200.0
"""Least width and height of the text on a page: less holds no column of names and no keep rule."""


class Paper(StrEnum):
    """Page sizes a newsroom's printer holds."""

    A4 = "a4"
    LETTER = "letter"
    LEGAL = "legal"

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height in pt (ISO 216; ANSI/ASME Y14.1; legal is 8½ by 14 inches)."""
        return _SIZES_PT[self]


_SIZES_PT: Mapping[Paper, tuple[float, float]] = {
    Paper.A4: (210 * MM, 297 * MM),
    Paper.LETTER: (612.0, 792.0),
    Paper.LEGAL: (612.0, 1008.0),
}
