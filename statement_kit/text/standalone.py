"""A font as a file of its own, for documents that carry their fonts.

Word draws TrueType outlines only, knows the fonts of a family by two switches, bold and italic, and tells them by the
names and flags inside of the file. So whatever a font came from (CFF, a place on the axes of a variable font, a
collection, a file packed for the web), it leaves here as one static TrueType font under the name a document calls it
by; its copyright and its licence go with it.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from functools import lru_cache
from io import BytesIO
from typing import Any

import uharfbuzz as hb
from fontTools.fontBuilder import FontBuilder
from fontTools.ttLib import TTFont, TTLibError, newTable

from statement_kit.text.embedding import embedding_bits
from statement_kit.text.font_file import damaged, reading
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font
from statement_kit.text.quadratic import Draughtsman

_KEPT_NAMES = (
    hb.OTNameIdPredefined.COPYRIGHT,
    hb.OTNameIdPredefined.VERSION_STRING,
    hb.OTNameIdPredefined.TRADEMARK,
    hb.OTNameIdPredefined.MANUFACTURER,
    hb.OTNameIdPredefined.DESIGNER,
    hb.OTNameIdPredefined.LICENSE,
    hb.OTNameIdPredefined.LICENSE_URL,
)
_WINDOWS, _UNICODE, _AMERICAN = 3, 1, 0x409
"""Platform, encoding and language of names (OpenType 1.9, `name`)."""

_UNNAMED_STYLE = ("STAT", "DSIG")
"""Tables that would contradict the new name, or no longer fit: style attributes, and a signature."""

_POSTSCRIPT = ("CFF ", "CFF2", "VORG")
_BOLD_BIT, _ITALIC_BIT, _REGULAR_BIT = 0x20, 0x01, 0x40
"""Bits of `OS/2`, `fsSelection`."""

_LEAST_MEASURES = 78
"""Bytes of the first version of `OS/2`, up to `usWinDescent`."""

_LATIN_1 = 1
"""What a program takes a font for: one of the code page that ASCII belongs to (OpenType 1.9, `ulCodePageRange1`)."""

_MAC_BOLD, _MAC_ITALIC = 1, 2
_REGULAR_WEIGHT, _BOLD_WEIGHT = 400, 700


@lru_cache(maxsize=64)
def standalone(font: Font, name: FontName, chars: frozenset[str] | None = None) -> bytes:
    """A font as the bytes of a static TrueType font under a name.

    Args:
        font: The font.
        name: What it will be called.
        chars: The characters it must keep, with all glyphs they are shaped with; None for all it has.

    Raises:
        FontError: Its tables cannot be made sense of.
    """
    with reading(font.path):
        try:
            face = hb.subset(font.face, _wanted(font, chars))
            file = TTFont(BytesIO(face.blob.data), recalcBBoxes=False, recalcTimestamp=False)
            if "glyf" not in file:
                _turn_to_truetype(file, face)
            if not _has_measures(font):
                measure(FontBuilder(font=file), font, embedding_bits(font))
            rename(file, name, kept_names([font]))
            stream = BytesIO()
            file.save(stream)
        except (RuntimeError, TTLibError, AssertionError) as error:
            raise damaged("its tables cannot be taken apart") from error
        return stream.getvalue()


def _wanted(font: Font, chars: frozenset[str] | None) -> hb.SubsetInput:
    """What HarfBuzz is to keep of a font: whole with its hinting, or some characters without.

    Glyphs keep their numbers in either case: a reader that has the font installed, too, may take glyphs from one and
    numbers from the other, as LibreOffice does when it opens many files one after another.
    """
    wanted = hb.SubsetInput()
    if chars is None:
        wanted.keep_everything()
    else:
        wanted.unicode_set.update(map(ord, chars))
        wanted.flags = hb.SubsetFlags.NO_HINTING | hb.SubsetFlags.NOTDEF_OUTLINE | hb.SubsetFlags.RETAIN_GIDS
    if not _has_measures(font):
        wanted.drop_table_tag_set.add(int.from_bytes(b"OS/2"))  # HarfBuzz gives up on one that is too short
    if font.place or font.face.axis_infos:
        wanted.pin_all_axes_to_default(font.face)
    for tag, value in font.place.items():
        wanted.pin_axis_location(font.face, tag, value)
    return wanted


def _has_measures(font: Font) -> bool:
    """Whether the font has a table of measures that is long enough to hold its height."""
    return len(font.table("OS/2")) >= _LEAST_MEASURES


def kept_names(fonts: Iterable[Font]) -> Mapping[int, str]:
    """What fonts say of their makers and of their licences, by name identifier."""
    said = {int(which): dict.fromkeys(filter(None, (font.name(which) for font in fonts))) for which in _KEPT_NAMES}
    return {number: " ".join(texts) for number, texts in said.items() if texts}


def measure(builder: FontBuilder, like: Font, rights: int) -> None:
    """Give a font the table of its measures that Windows reads, with the line height of another.

    Args:
        builder: The font.
        like: The other one, in units of an em as large.
        rights: What it says of embedding (OpenType 1.9, `OS/2`, `fsType`).
    """
    extents = like.shaper.get_font_extents("ltr")
    builder.setupOS2(
        fsType=rights,
        sTypoAscender=extents.ascender,
        sTypoDescender=extents.descender,
        sTypoLineGap=extents.line_gap,
        usWinAscent=max(0, extents.ascender),
        usWinDescent=max(0, -extents.descender),
        ulCodePageRange1=_LATIN_1,
    )


def rename(file: TTFont, name: FontName, others: Mapping[int, str]) -> None:
    """Give a font its name: in its names, its weight and its flags, so that all programs find the same font.

    Args:
        file: The font.
        name: What it will be called.
        others: What else it says of itself, by name identifier (OpenType 1.9, `name`).
    """
    for tag in _UNNAMED_STYLE:
        if tag in file:
            del file[tag]
    table = file["name"] = newTable("name")
    table.names = []
    full = name.family if name.style == "Regular" else f"{name.family} {name.style}"
    own = {1: name.family, 2: name.style, 3: f"{name.postscript};embedded", 4: full, 6: name.postscript}
    for number, text in sorted({5: "Version 1.0", **others, **own}.items()):
        table.setName(text, number, _WINDOWS, _UNICODE, _AMERICAN)
    metrics, head = file["OS/2"], file["head"]
    metrics.usWeightClass = _BOLD_WEIGHT if name.is_bold else _REGULAR_WEIGHT
    flags = _BOLD_BIT * name.is_bold | _ITALIC_BIT * name.is_italic or _REGULAR_BIT
    metrics.fsSelection = metrics.fsSelection & ~(_BOLD_BIT | _ITALIC_BIT | _REGULAR_BIT) | flags
    head.macStyle = head.macStyle & ~(_MAC_BOLD | _MAC_ITALIC) | _MAC_BOLD * name.is_bold | _MAC_ITALIC * name.is_italic


def _turn_to_truetype(file: TTFont, face: hb.Face) -> None:
    """Replace PostScript outlines by the same in TrueType's curves, glyph by glyph.

    Args:
        file: The font.
        face: The same to HarfBuzz.
    """
    font = hb.Font(face)
    draughtsman = Draughtsman(font)
    for tag in _POSTSCRIPT:
        if tag in file:
            del file[tag]
    names = {f"glyph{number:05}": number for number in range(face.glyph_count)}
    file.setGlyphOrder(list(names))
    builder = FontBuilder(font=file)
    builder.isTTF = True
    builder.setupGlyf({name: draughtsman.glyph(number) for name, number in names.items()})
    outlines = file["glyf"]
    advances = {name: font.get_glyph_h_advance(number) for name, number in names.items()}
    builder.setupHorizontalMetrics({name: (width, left_edge(outlines[name])) for name, width in advances.items()})
    file["maxp"].__dict__.update(_NUMBERS)
    file["maxp"].recalc(file)
    file["post"].formatType = 3.0
    file.sfntVersion = "\0\1\0\0"


def left_edge(glyph: Any) -> int:
    """Where the outline of a glyph begins; a renderer moves it there from wherever its left side bearing says."""
    return int(glyph.xMin) if glyph.numberOfContours else 0


_NUMBERS = {
    "tableVersion": 0x00010000,
    "maxZones": 1,
    "maxTwilightPoints": 0,
    "maxStorage": 0,
    "maxFunctionDefs": 0,
    "maxInstructionDefs": 0,
    "maxStackElements": 0,
    "maxSizeOfInstructions": 0,
}
"""What the table of numbers says of a TrueType font without instructions (OpenType 1.9, `maxp`)."""
