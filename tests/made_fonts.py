"""Fonts of every kind, made from the bundled ones when a test wants them, so that no binary has to be kept.

Outlines, widths and shaping tables are those of a bundled font; only how they are kept differs. What is drawn with a
font made here can therefore be laid over what HarfBuzz draws with the one it was made from.
"""

from __future__ import annotations

from functools import cache
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.designspaceLib import DesignSpaceDocument
from fontTools.fontBuilder import FontBuilder
from fontTools.pens.qu2cuPen import Qu2CuPen
from fontTools.pens.t2CharStringPen import T2CharStringPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTCollection, TTFont
from fontTools.ttLib.tables.TupleVariation import TupleVariation
from fontTools.varLib import build

from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.text.fonts import Font

KHMER = fonts_folder() / "moul" / "Moul-Regular.ttf"
LATIN = fonts_folder() / "source-serif-4" / "SourceSerif4-Regular.ttf"
ITALIC = fonts_folder() / "source-serif-4" / "SourceSerif4-Italic.ttf"


def saved(font: TTFont | TTCollection) -> bytes:
    stream = BytesIO()
    font.save(stream)
    return stream.getvalue()


def opened(data: bytes | Path) -> TTFont:
    return TTFont(BytesIO(data if isinstance(data, bytes) else data.read_bytes()), recalcTimestamp=False)


def loaded(data: bytes, path: Path, **names: Any) -> Font:
    """The font in these bytes, as if it were a brand's file of that path."""
    return Font(FontFile(path, "Our Own", **names), data)


@cache
def cff(source: Path = KHMER, lean: float = 0.0) -> bytes:
    """A font with PostScript outlines, the curves of the source turned to cubic ones, and leaning if so wanted."""
    font = opened(source)
    glyphs, widths = font.getGlyphSet(), font["hmtx"].metrics
    drawings = {}
    for name in font.getGlyphOrder():
        pen = T2CharStringPen(widths[name][0], glyphs)
        glyphs[name].draw(
            Qu2CuPen(TransformPen(pen, (1, 0, lean, 1, 0, 0)), 0.5, reverse_direction=True, all_cubic=True)
        )
        drawings[name] = pen.getCharString()
    builder = FontBuilder(font=font)
    builder.isTTF = False
    for tag in ("glyf", "loca", "fpgm", "prep", "cvt ", "gasp", "hdmx", "VDMX", "LTSH", "DSIG"):
        if tag in font:
            del font[tag]
    builder.setupCFF("OurOwn-Regular", {}, drawings, {})
    font["maxp"].tableVersion = 0x00005000
    font.sfntVersion = "OTTO"
    return saved(font)


@cache
def variable(source: Path = KHMER) -> bytes:
    """A font with an axis `wght` from 100 to 900 and one `wdth`, which moves every second point of an outline."""
    font = opened(source)
    builder = FontBuilder(font=font)
    builder.setupFvar([("wght", 100, 400, 900, "Weight"), ("wdth", 75, 100, 125, "Width")], [])
    names = font.getGlyphOrder()
    builder.setupGvar({name: _varied(font, name) for name in names})
    return saved(font)


def _varied(font: TTFont, name: str) -> list[TupleVariation]:
    glyph = font["glyf"][name]
    count = len(glyph.components) if glyph.isComposite() else len(getattr(glyph, "coordinates", ()))
    heavier = [(0, 0) if glyph.isComposite() else (37 * (at % 2), 13 * (at % 2)) for at in range(count)]
    wider = [(0, 0) if glyph.isComposite() else (11, 0)] * count
    phantom = [(0, 0), (60, 0), (0, 0), (0, 0)]
    return [
        TupleVariation({"wght": (0.0, 1.0, 1.0)}, heavier + phantom),
        TupleVariation({"wdth": (0.0, 1.0, 1.0)}, wider + phantom),
    ]


@cache
def variable_cff(source: Path = KHMER) -> bytes:
    """A font with PostScript outlines and an axis `wght` from 400, as the source is, to 900, where it leans (CFF2)."""
    plan = DesignSpaceDocument()
    plan.addAxisDescriptor(name="Weight", tag="wght", minimum=400, default=400, maximum=900)
    for weight, lean in ((400, 0.0), (900, 0.25)):
        plan.addSourceDescriptor(name=str(weight), location={"Weight": weight}, font=opened(cff(source, lean)))
    return saved(build(plan)[0])


def collection() -> bytes:
    """A collection of Latin upright, Latin italic and Khmer."""
    made = TTCollection()
    made.fonts = [opened(path) for path in (LATIN, ITALIC, KHMER)]
    return saved(made)


def packed(data: bytes, flavour: str) -> bytes:
    """A font packed for the web: `woff` or `woff2`."""
    font = opened(data)
    font.flavor = flavour
    return saved(font)
