"""Outlines as TrueType keeps them: what HarfBuzz draws, its cubic curves turned to quadratic ones.

HarfBuzz draws the glyphs of every kind of font, and of variable ones at the place they are set to.
"""

from __future__ import annotations

from typing import Any

import uharfbuzz as hb
from fontTools.pens.cu2quPen import Cu2QuPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.pens.ttGlyphPen import TTGlyphPen

from statement_kit.text.font_file import UnusableFontError, damaged

TOLERANCE_EM = 0.25 / 1000
"""How far a quadratic curve may stray from the cubic one it stands for: a quarter of a unit of most CFF fonts."""

MOST_STROKES = 400_000
"""Most lines and curves drawn of one font: a thousand times what a document of Khmer needs take seconds already."""

_PLAINER = (
    "Bring it as a TrueType font (.ttf) that is not variable, or choose a plainer one. If it is to go whole into DOCX "
    'files, write fonts = "subset" under [docx] in brand.toml, in straight quotes.'
)


class Draughtsman:
    """Draws the glyphs of a font as simple TrueType glyphs.

    Args:
        font: The font, at the place on its axes where it is to be drawn.
        scale: Its units in those of the glyphs that are made.
        is_compact: Whether points that follow from their neighbours are left out: a third of the points of curves
            that were cubic, for as much time again.
    """

    def __init__(self, font: hb.Font, scale: float = 1.0, *, is_compact: bool = True) -> None:
        self._font = font
        self._scale = scale
        self._is_compact = is_compact
        self._strokes_left = MOST_STROKES
        # Outer contours turn clockwise in TrueType and the other way round in PostScript (OpenType 1.9, `glyf`).
        self._is_reversed = not len(font.face.reference_table("glyf"))

    def glyph(self, number: int) -> Any:
        """A glyph of fontTools, in units of an em as large as that of the font, times the scale.

        Raises:
            UnusableFontError: It cannot be drawn, or has more points than any letter needs.
        """
        strokes = RecordingPen()
        self._font.draw_glyph_with_pen(number, strokes)
        # What it gives up half-way it leaves half drawn, and says so only when asked for the extents.
        if self._font.get_glyph_extents(number) is None:
            raise damaged(f"glyph {number} cannot be drawn")
        self._strokes_left -= len(strokes.value)
        if self._strokes_left < 0:
            raise UnusableFontError(
                "too-many-points", "The font's outlines have more points than any letters need.", _PLAINER
            )
        pen = TTGlyphPen(None)
        tolerance = TOLERANCE_EM * self._font.face.upem * self._scale
        quadratic = Cu2QuPen(pen, tolerance, reverse_direction=self._is_reversed)
        strokes.replay(TransformPen(quadratic, (self._scale, 0, 0, self._scale, 0, 0)))
        return pen.glyph(dropImpliedOnCurves=self._is_compact)
