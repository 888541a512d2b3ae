"""Outlines that HarfBuzz draws: of CFF fonts, and of variable fonts at the place they are set to.

Each glyph that is used is drawn once and made a simple TrueType glyph of it.
"""

from __future__ import annotations

from statement_kit.text.fonts import Font
from statement_kit.text.quadratic import Draughtsman
from statement_kit.writers.pdf.outlines import Outlines


class DrawnOutlines(Outlines):
    """The outlines of a font as HarfBuzz draws them, in the form that TrueType keeps them."""

    def __init__(self, font: Font) -> None:
        super().__init__(font)
        self._draughtsman = Draughtsman(font.shaper)

    def advance(self, glyph: int) -> int:
        """Its advance width, in font units."""
        return int(self._font.shaper.get_glyph_h_advance(glyph))

    def bearing(self, glyph: int) -> int:
        """Its left side bearing, in font units: where its outline begins, since HarfBuzz draws it in place."""
        return self.box(glyph).x_min

    def _read(self, glyph: int) -> bytes:
        made = self._draughtsman.glyph(glyph)
        return bytes(made.compile(None)) if made.numberOfContours else b""
