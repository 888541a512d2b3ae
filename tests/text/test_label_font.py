"""Fonts of labels: a 1 that is drawn as ១, at its own size, on the line of the text beside it."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Mapping
from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.ttLib import TTFont
from made_fonts import KHMER, LATIN, cff, loaded, opened, saved

from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font, FontLibrary, FontSet, SizedFont
from statement_kit.text.label_font import label_font

NAME = FontName("Our Labels")
DRAWN = dict(zip(ASCII_DIGITS, KHMER_DIGITS, strict=True)) | {digit: digit for digit in KHMER_DIGITS} | {".": "."}


def at_scale(fonts: FontSet, library: FontLibrary, scale: float) -> FontSet:
    khmer = SizedFont(library.font("Noto Serif Khmer", 400), scale)
    return FontSet({"Khmr": khmer, "Latn": SizedFont(library.font("Source Serif 4", 400), 1.0)}, "Khmr")


def taken(fonts: FontSet, drawn: Mapping[str, str] = DRAWN) -> Mapping[str, tuple[SizedFont, str]]:
    """The glyphs that are drawn, each from the font that text in Khmer has it from."""
    chosen = {typed: fonts.choose(shown, "Khmr") for typed, shown in drawn.items()}
    return {typed: (sized, drawn[typed]) for typed, sized in chosen.items() if sized}


def shaper(data: bytes) -> hb.Font:
    return hb.Font(hb.Face(hb.Blob(data)))


def extents(font: hb.Font, char: str) -> tuple[float, ...]:
    """Advance and ink of a character, in em."""
    glyph, upem = font.get_nominal_glyph(ord(char)), font.face.upem
    ink = font.get_glyph_extents(glyph)
    advance = font.get_glyph_h_advance(glyph)
    return tuple(value / upem for value in (advance, ink.x_bearing, ink.y_bearing, ink.width, ink.height))


@pytest.mark.parametrize("scale", [1.0, 0.92])
def test_ascii_digits_are_drawn_as_native_ones_at_their_scale(
    scale: float, fonts: FontSet, library: FontLibrary
) -> None:
    khmer = library.font("Noto Serif Khmer", 400)
    made = shaper(label_font(taken(at_scale(fonts, library, scale)), library.font("Source Serif 4", 400), NAME))
    for typed, shown in DRAWN.items():
        if shown != ".":
            expected = [value * scale for value in extents(khmer.shaper, shown)]
            assert extents(made, typed) == pytest.approx(expected, abs=0.0025)


def test_what_the_typeface_lacks_comes_from_its_fellow(fonts: FontSet, library: FontLibrary) -> None:
    latin = library.font("Source Serif 4", 400)
    made = shaper(label_font(taken(fonts, DRAWN | {"-": "–"}), latin, NAME))
    assert not library.font("Noto Serif Khmer", 400).covers("–")
    assert extents(made, "-") == pytest.approx(extents(latin.shaper, "–"), abs=0.0025)


def test_a_digit_typed_either_way_is_one_glyph(fonts: FontSet, library: FontLibrary) -> None:
    font = TTFont(BytesIO(label_font(taken(fonts), library.font("Source Serif 4", 400), NAME)))
    glyphs = font.getBestCmap()
    assert [glyphs[ord(digit)] for digit in ASCII_DIGITS] == [glyphs[ord(digit)] for digit in KHMER_DIGITS]
    assert len(font.getGlyphOrder()) == 12


def test_it_has_the_line_height_of_the_text_it_stands_in(fonts: FontSet, library: FontLibrary) -> None:
    """In all three places that programs take it from; a taller font would push the lines of a list apart."""
    latin = library.font("Source Serif 4", 400)
    font = TTFont(BytesIO(label_font(taken(fonts), latin, NAME)))
    wanted = latin.shaper.get_font_extents("ltr")
    hhea, os2 = font["hhea"], font["OS/2"]
    assert (hhea.ascent, hhea.descent, hhea.lineGap) == (wanted.ascender, wanted.descender, wanted.line_gap)
    assert (os2.sTypoAscender, os2.sTypoDescender) == (wanted.ascender, wanted.descender)
    assert (os2.usWinAscent, os2.usWinDescent) == (wanted.ascender, -wanted.descender)


def test_it_goes_by_its_name_and_keeps_makers_licence_and_rights(fonts: FontSet, library: FontLibrary) -> None:
    font = TTFont(BytesIO(label_font(taken(fonts), library.font("Source Serif 4", 400), NAME)))
    assert [font["name"].getDebugName(number) for number in (1, 2, 4)] == ["Our Labels", "Regular", "Our Labels"]
    assert "SIL Open Font License" in font["name"].getDebugName(13)
    assert font["OS/2"].fsType == 0


@pytest.mark.parametrize(
    ("version", "khmer", "latin", "expected"),
    [(4, 0, 0, 0), (4, 8, 0, 8), (4, 0, 8, 8), (2, 0x0C, 0, 8)],
    ids=["all installable", "digits editable", "point editable", "preview and editable, the lesser counts"],
)
def test_it_gives_the_rights_that_all_of_its_sources_give(version: int, khmer: int, latin: int, expected: int) -> None:
    """And says so in a version of the table in which one right excludes another."""
    digits, point = with_rights(KHMER, version, khmer), with_rights(LATIN, version, latin)
    drawn = {"1": (SizedFont(digits, 1.0), "១"), ".": (SizedFont(point, 1.0), ".")}
    made = TTFont(BytesIO(label_font(drawn, point, NAME)))
    assert made["OS/2"].fsType == expected
    assert made["OS/2"].version >= 3
    assert made["name"].getDebugName(0) == f"{KHMER.stem}'s {LATIN.stem}'s"


def with_rights(path: Path, version: int, rights: int) -> Font:
    font = opened(path)
    font["OS/2"].version, font["OS/2"].fsType = version, rights
    font["name"].setName(f"{path.stem}'s", 0, 3, 1, 0x409)
    return loaded(saved(font), path)


def test_a_font_of_any_kind_can_draw_labels(fonts: FontSet, library: FontLibrary) -> None:
    own = loaded(cff(KHMER), Path("Ours.otf"))
    made = shaper(label_font({"1": (SizedFont(own, 1.0), "១")}, own, NAME))
    assert extents(made, "1") == pytest.approx(extents(own.shaper, "១"), abs=0.005)


PROGRAM = """
import hashlib, time
time.time = lambda: float(%r)
from statement_kit.resources import fonts_folder
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import SizedFont, font_library
from statement_kit.text.label_font import label_font
font = font_library(fonts_folder()).font("Moul", 400)
drawn = {typed: (SizedFont(font, 0.8), shown) for typed, shown in zip("12", "១២", strict=True)}
made = label_font(drawn, font, FontName("Labels"))
print(hashlib.sha256(made).hexdigest())
"""


def test_it_is_the_same_whatever_the_clock_says_and_the_process() -> None:
    made = set()
    for seed, seconds in (("0", 10**9), ("1", 2 * 10**9)):
        command = [sys.executable, "-c", PROGRAM % seconds]
        environment = {**os.environ, "PYTHONHASHSEED": seed}
        made.add(subprocess.run(command, env=environment, capture_output=True, check=True, text=True).stdout)
    assert len(made) == 1
