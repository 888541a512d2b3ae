"""Glyphs of a TrueType font are copied whole, without padding, and looked through: a font may be made to do harm."""

from __future__ import annotations

import logging
import struct
from collections.abc import Callable
from io import BytesIO
from pathlib import Path

import pytest
from fontTools.cffLib import SubrsIndex
from fontTools.fontBuilder import FontBuilder
from fontTools.misc.psCharStrings import T2CharString
from fontTools.pens.ttGlyphPen import TTGlyphPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables._g_l_y_f import Glyph, GlyphComponent
from made_fonts import KHMER, LATIN, cff, loaded, opened, saved

from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.text.fonts import Font, FontSet, SizedFont
from statement_kit.text.shaping import shape
from statement_kit.writers.pdf.cluster_font import ClusterFont
from statement_kit.writers.pdf.outlines import CopiedOutlines

OURS = Path("fonts/Ours.ttf")


def embedded(font: Font, text: str = "A", script: str = "Latn") -> bytes:
    made = ClusterFont(font)
    for cluster in shape(text, FontSet({script: SizedFont(font, 1.0)}, script), 10, "und"):
        made.code(cluster)
    return made.build()


def refused(data: bytes) -> Diagnostic:
    """The one finding about a font whose letter A does harm."""
    with pytest.raises(FontError) as caught:
        embedded(loaded(data, OURS))
    (found,) = caught.value.diagnostics
    assert str(found.where) == str(OURS)
    assert found.hint
    return found


def test_glyphs_are_copied_without_padding(caplog: pytest.LogCaptureFixture) -> None:
    """Fonts align their glyphs; padding that is aligned once more is more than readers expect."""
    with caplog.at_level(logging.WARNING, "fontTools"):
        read = TTFont(BytesIO(embedded(loaded(LATIN.read_bytes(), OURS), "The quick brown fox, 1991")))
        for name in read.getGlyphOrder():
            read["glyf"][name].expand(read["glyf"])
    assert caplog.messages == []


def test_every_glyph_of_the_bundled_fonts_is_found_sound() -> None:
    for path in (LATIN, KHMER):
        outlines = CopiedOutlines(loaded(path.read_bytes(), OURS))
        count = opened(path)["maxp"].numGlyphs
        assert sum(outlines.counts(glyph).points for glyph in range(count)) > count


# Harm


def with_letter(make: Callable[[TTFont], dict[str, Glyph]]) -> bytes:
    """A font in which some glyphs are others; the widths stay."""
    font = opened(LATIN)
    font.recalcBBoxes = False
    for name, glyph in make(font).items():
        font["glyf"].glyphs[name] = glyph
    return saved(font)


def of_parts(*names: str) -> Glyph:
    glyph = Glyph()
    glyph.numberOfContours = -1
    glyph.xMin = glyph.yMin = glyph.xMax = glyph.yMax = 0
    glyph.components = []
    for name in names:
        part = GlyphComponent()
        part.glyphName, part.x, part.y, part.flags = name, 0, 0, 0x0003
        glyph.components.append(part)
    return glyph


def circle(font: TTFont) -> dict[str, Glyph]:
    return {"A": of_parts("B"), "B": of_parts("C"), "C": of_parts("A")}


def of_itself(font: TTFont) -> dict[str, Glyph]:
    return {"A": of_parts("A", "A", "A")}


def chain(font: TTFont) -> dict[str, Glyph]:
    names = ["A", *(name for name in font.getGlyphOrder()[1:] if name != "A")]
    return {name: of_parts(names[at + 1]) for at, name in enumerate(names[:-1])}


def avalanche(font: TTFont) -> dict[str, Glyph]:
    """Ten levels of ten parts each: ten thousand million outlines."""
    names = ["A", *(name for name in font.getGlyphOrder()[1:] if name != "A")][:11]
    return {name: of_parts(*[names[at + 1]] * 10) for at, name in enumerate(names[:-1])}


def avalanche_of_nothing(font: TTFont) -> dict[str, Glyph]:
    return {**avalanche(font), sorted(avalanche(font))[-1]: of_parts("space")}


@pytest.mark.parametrize("make", [circle, of_itself, chain, avalanche, avalanche_of_nothing])
def test_parts_within_parts_without_end_are_refused(make: Callable[[TTFont], dict[str, Glyph]]) -> None:
    assert refused(with_letter(make)).rule == "font/damaged"


def with_bytes(letter: bytes) -> bytes:
    """A font whose letter A is these bytes: they are put in the place of its own."""
    font = opened(LATIN)
    glyph = font.getGlyphID("A")
    start, end = font["loca"].locations[glyph : glyph + 2]
    assert len(letter) <= end - start
    data = bytearray(LATIN.read_bytes())
    at = font.reader.tables["glyf"].offset + start
    data[at : at + end - start] = letter.ljust(end - start, b"\xff")
    return bytes(data)


BOX = bytes(8)
LETTERS = {
    "points-that-run-backwards": struct.pack(">h", 2) + BOX + struct.pack(">HHH", 9, 3, 0) + bytes([0x37] * 30),
    "more-points-than-there-are": struct.pack(">h", 1) + BOX + struct.pack(">HH", 60000, 0) + bytes([0x07] * 40),
    "more-hinting-than-there-is": struct.pack(">h", 1) + BOX + struct.pack(">HH", 3, 60000),
    "more-contours-than-there-are": struct.pack(">h", 30000) + BOX,
    "flags-that-repeat-too-often": struct.pack(">h", 1) + BOX + struct.pack(">HH", 3, 0) + bytes([0x3F, 255]),
    "a-part-that-is-no-glyph": struct.pack(">h", -1) + BOX + struct.pack(">HHbb", 0x0002, 65000, 0, 0),
    "parts-that-never-end": struct.pack(">h", -1) + BOX + struct.pack(">HHbb", 0x0022, 0, 0, 0) * 12,
}


@pytest.mark.parametrize("kind", LETTERS)
def test_an_outline_that_contradicts_itself_is_refused(kind: str) -> None:
    assert refused(with_bytes(LETTERS[kind])).rule == "font/damaged"


@pytest.mark.parametrize("places", [(200, 100), (0, 0xFFFFFF00)], ids=["backwards", "outside"])
def test_a_glyph_that_lies_nowhere_is_refused(places: tuple[int, int]) -> None:
    font = opened(LATIN)
    glyph, is_long = font.getGlyphID("A"), font["head"].indexToLocFormat
    data = bytearray(LATIN.read_bytes())
    at = font.reader.tables["loca"].offset + glyph * (4 if is_long else 2)
    struct.pack_into(
        ">2I" if is_long else ">2H", data, at, *(place & (0xFFFFFFFF if is_long else 0xFFFF) for place in places)
    )
    assert refused(bytes(data)).rule == "font/damaged"


def test_a_table_of_places_that_is_too_short_is_refused() -> None:
    data = bytearray(LATIN.read_bytes())
    struct.pack_into(">I", data, data.index(b"loca", 12) + 12, 4)
    assert refused(bytes(data)).rule == "font/damaged"


def with_program(program: list[object], *subroutines: list[object]) -> bytes:
    """A CFF font whose letter A is this program."""
    font = opened(cff(LATIN))
    font.recalcBBoxes = False  # or fontTools would draw it
    top = font["CFF "].cff.topDictIndex[0]
    builder = FontBuilder(font=font)
    strings = {name: top.CharStrings[name] for name in font.getGlyphOrder()}
    for each in strings.values():
        each.decompile()
    strings["A"] = T2CharString(program=program)
    builder.setupCFF("OurOwn", {}, strings, {})
    private = font["CFF "].cff.topDictIndex[0].Private
    private.Subrs = SubrsIndex()
    for subroutine in subroutines:
        private.Subrs.append(T2CharString(program=subroutine))
    return saved(font)


BIAS = -107
"""What is added to the number of a subroutine where there are few (Adobe Technical Note 5176, 16)."""

AVALANCHE = [[BIAS + level + 1, "callsubr"] * 20 + ["return"] for level in range(6)]
"""Six levels of subroutines that each call the next one twenty times."""

PROGRAMS = {
    "itself-without-end": ([BIAS, "callsubr", "endchar"], [BIAS, "callsubr", "return"]),
    "sixty-four-million-lines": (
        [0, 0, "rmoveto", BIAS, "callsubr", "endchar"],
        *AVALANCHE,
        [1, 1, "rlineto", "return"],
    ),
    "a-subroutine-that-is-not-there": ([0, 0, "rmoveto", 900, "callsubr", "endchar"],),
}


@pytest.mark.parametrize("kind", PROGRAMS)
def test_a_drawing_without_end_is_refused(kind: str) -> None:
    program, *subroutines = PROGRAMS[kind]
    assert refused(with_program(program, *subroutines)).rule == "font/damaged"


def test_letters_that_are_pictures_are_refused() -> None:
    """A colour font may have no outline of a letter at all, and would leave holes in the text."""
    font = opened(LATIN)
    font["glyf"].glyphs["A"] = TTGlyphPen(None).glyph()
    FontBuilder(font=font).setupCOLR({"A": [("B", 0), ("C", 1)]})
    found = refused(saved(font))
    assert found.rule == "font/no-outlines"
    assert "pictures" in found.message


def test_a_space_is_no_picture() -> None:
    font = opened(LATIN)
    FontBuilder(font=font).setupCOLR({"A": [("B", 0), ("C", 1)]})
    assert embedded(loaded(saved(font), OURS), "A A")
