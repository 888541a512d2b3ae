"""Outlines that HarfBuzz draws: of CFF fonts, and of variable fonts at the place they are set to.

Each glyph that is used is drawn once and made a simple TrueType glyph of it, cubic curves turned to quadratic ones.
"""

from __future__ import annotations

from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from statement_kit.text.font_file import damaged
from statement_kit.text.fonts import Font
from statement_kit.writers.pdf.outlines import Outlines

TOLERANCE_EM = 0.25 / 1000
"""How far a quadratic curve may stray from the cubic one it stands for: a quarter of a unit of most CFF fonts."""

MOST_STROKES = 400_000
"""Most lines and curves drawn of one font: a thousand times what a document of Khmer needs take seconds already."""


class DrawnOutlines(Outlines):
    """The outlines of a font as HarfBuzz draws them, in the form that TrueType keeps them."""

    def __init__(self, font: Font) -> None:
        super().__init__(font)
        self._strokes_left = MOST_STROKES
        # Outer contours turn clockwise in TrueType and the other way round in PostScript (OpenType 1.9, `glyf`).
        self._is_reversed = not font.table("glyf")

    def advance(self, glyph: int) -> int:
        """Its advance width, in font units."""
        return int(self._font.shaper.get_glyph_h_advance(glyph))

    def bearing(self, glyph: int) -> int:
        """Its left side bearing, in font units: where its outline begins, since HarfBuzz draws it in place."""
        return self.box(glyph).x_min

    def _read(self, glyph: int) -> bytes:
        strokes = RecordingPen()
        self._font.shaper.draw_glyph_with_pen(glyph, strokes)
        # What it gives up half-way it leaves half drawn, and says so only when asked for the extents.
        if self._font.shaper.get_glyph_extents(glyph) is None:
            raise damaged(f"glyph {glyph} cannot be drawn")
        self._strokes_left -= len(strokes.value)
        if self._strokes_left < 0:
            raise damaged("its outlines have more points than any letters need")
        pen = TTGlyphPen(None)
        tolerance = TOLERANCE_EM * self._font.units_per_em
        strokes.replay(Cu2QuPen(pen, tolerance, reverse_direction=self._is_reversed))
        made = pen.glyph(dropImpliedOnCurves=True)
        return bytes(made.compile(None)) if made.numberOfContours else b""
