"""Fonts as files of their own: static TrueType under the name that a document calls them by."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
import uharfbuzz as hb
from fontTools.pens.boundsPen import BoundsPen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.ttLib import TTFont
from fontTools.ttLib.tables.DefaultTable import DefaultTable
from made_fonts import ITALIC, KHMER, LATIN, cff, collection, loaded, opened, packed, saved, variable, variable_cff

from statement_kit.diagnostics import FontError
from statement_kit.text.font_name import FontName
from statement_kit.text.fonts import Font
from statement_kit.text.repertoire import repertoire
from statement_kit.text.standalone import standalone

OURS = Path("fonts/Ours.ttf")
NAME = FontName("Ours in Documents")
WORDS = "ស្ត្រី ខ្ញុំ កម្ពុជា"  # "woman", "I", "Cambodia": stacks, split and reordered vowels

KINDS: Mapping[str, tuple[Callable[[], bytes], dict[str, Any]]] = {
    "TrueType": (KHMER.read_bytes, {}),
    "CFF": (cff, {}),
    "variable": (variable, {"weight": 650}),
    "variable CFF": (variable_cff, {"weight": 700}),
    "collection": (collection, {"number": 3}),
    "WOFF2": (lambda: packed(KHMER.read_bytes(), "woff2"), {}),
}
"""How each is made, and what a brand says of it."""


def made(font: Font, chars: frozenset[str] | None = None, name: FontName = NAME) -> TTFont:
    return TTFont(BytesIO(standalone(font, name, chars)))


def placed(data: bytes, text: str, place: dict[str, float]) -> list[tuple[int, int, int]]:
    """The advances and offsets of a text's glyphs."""
    font = hb.Font(hb.Face(hb.Blob(data)))
    if place:
        font.set_variations(place)
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    hb.shape(font, buffer)
    return [(one.x_advance, one.x_offset, one.y_offset) for one in buffer.glyph_positions]


def ink(font: hb.Font, glyph: int) -> tuple[float, float, float, float]:
    """The bounds of what is drawn."""
    strokes, bounds = RecordingPen(), BoundsPen(None)
    font.draw_glyph_with_pen(glyph, strokes)
    strokes.replay(bounds)
    return bounds.bounds


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("chars", [None, repertoire("Khmr")], ids=["whole", "subset"])
def test_whatever_a_font_came_from_it_leaves_as_one_static_truetype_font(
    kind: str, chars: frozenset[str] | None
) -> None:
    make, names = KINDS[kind]
    font = made(loaded(make(), OURS, **names), chars)
    assert "glyf" in font
    assert not {"CFF ", "CFF2", "fvar", "gvar", "STAT", "DSIG"} & set(font.keys())
    assert font.sfntVersion == "\0\1\0\0"
    assert {ord(char) for char in WORDS} <= font.getBestCmap().keys()


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_shaped_as_the_font_it_came_from(kind: str) -> None:
    make, names = KINDS[kind]
    data = make()
    font = loaded(data, OURS, **names)
    plain = saved(opened(KHMER)) if kind in ("collection", "WOFF2") else data
    expected = placed(plain, WORDS, font.place)
    for chars in (None, frozenset(WORDS)):
        assert placed(standalone(font, NAME, chars), WORDS, {}) == expected


@pytest.mark.parametrize("kind", KINDS)
def test_it_is_drawn_as_the_font_it_came_from(kind: str) -> None:
    """Where each glyph's ink stands, to a unit: curves that were cubic are within a quarter of one."""
    make, names = KINDS[kind]
    font = loaded(make(), OURS, **names)
    drawn = hb.Font(hb.Face(hb.Blob(standalone(font, NAME, frozenset("ក្ខ")))))
    for char in "កខ":
        glyph = font.shaper.get_nominal_glyph(ord(char))
        assert ink(drawn, glyph) == pytest.approx(ink(font.shaper, glyph), abs=1.5)


@pytest.mark.parametrize(
    ("name", "style", "weight", "selection", "mac"),
    [
        (FontName("Ours"), "Regular", 400, 0x40, 0),
        (FontName("Ours", is_bold=True), "Bold", 700, 0x20, 1),
        (FontName("Ours", is_italic=True), "Italic", 400, 0x01, 2),
        (FontName("Ours", is_bold=True, is_italic=True), "Bold Italic", 700, 0x21, 3),
    ],
)
def test_its_names_its_weight_and_its_flags_say_the_same(
    name: FontName, style: str, weight: int, selection: int, mac: int
) -> None:
    font = made(loaded(ITALIC.read_bytes(), OURS), name=name)
    names = font["name"]
    assert [names.getDebugName(number) for number in (1, 2)] == ["Ours", style]
    assert names.getDebugName(4) == ("Ours" if style == "Regular" else f"Ours {style}")
    assert names.getDebugName(6) == f"Ours-{style}".replace(" ", "")
    assert [names.getDebugName(number) for number in (16, 17)] == [None, None], "no other family is named"
    assert font["OS/2"].usWeightClass == weight
    assert font["OS/2"].fsSelection & 0x61 == selection
    assert font["head"].macStyle == mac


def test_a_name_in_another_script_is_kept_and_has_a_name_for_postscript() -> None:
    font = made(loaded(LATIN.read_bytes(), OURS), name=FontName("មូល", is_bold=True))  # "round", a style of letters
    assert font["name"].getDebugName(1) == "មូល"
    assert re.fullmatch("Font-[0-9a-f]{8}-Bold", font["name"].getDebugName(6))
    assert FontName("មូល").postscript != FontName("សន្តិភាព").postscript  # "peace"


def test_its_makers_and_its_licence_go_along() -> None:
    font, source = made(loaded(LATIN.read_bytes(), OURS)), opened(LATIN)
    for number in (0, 5, 13, 14):
        assert font["name"].getDebugName(number) == source["name"].getDebugName(number)


@pytest.mark.parametrize("chars", [None, frozenset("Peace")], ids=["whole", "subset"])
@pytest.mark.parametrize("length", [0, 68, 76])
def test_a_font_without_its_measures_or_with_too_few_gets_them(length: int, chars: frozenset[str] | None) -> None:
    """A table of 68 bytes, without the heights, comes from Apple; Word cuts off what is above the height it reads."""
    bare = opened(LATIN)
    measures = bare.reader["OS/2"]
    del bare["OS/2"]
    if length:
        bare.tables["OS/2"] = own = DefaultTable("OS/2")
        own.data = b"\0\0" + measures[2:8] + b"\0\x08" + measures[10:length]
    source = loaded(saved(bare), OURS)
    font = made(source, chars, FontName("Ours", is_bold=True))
    extents, found = source.shaper.get_font_extents("ltr"), font["OS/2"]
    assert (found.usWeightClass, found.fsType) == (700, 8 if length else 0)
    assert (found.usWinAscent, found.usWinDescent) == (extents.ascender, -extents.descender)
    assert (found.sTypoAscender, found.sTypoDescender) == (extents.ascender, extents.descender)


def test_a_subset_is_smaller_unhinted_and_its_glyphs_keep_their_numbers() -> None:
    font, chars = loaded(LATIN.read_bytes(), OURS), frozenset("Peace")
    some, whole = made(font, chars), opened(LATIN)
    assert len(standalone(font, NAME, chars)) < len(standalone(font, NAME)) / 10
    assert "fpgm" not in some
    assert {char: some.getGlyphID(some.getBestCmap()[ord(char)]) for char in chars} == {
        char: whole.getGlyphID(whole.getBestCmap()[ord(char)]) for char in chars
    }


def test_the_same_font_and_name_make_the_same_bytes() -> None:
    first, second = (loaded(LATIN.read_bytes(), OURS) for _ in range(2))
    assert first is not second
    assert standalone(first, NAME) == standalone(second, NAME)


def test_a_font_whose_tables_make_no_sense_is_refused() -> None:
    data = bytearray(cff())
    entry = opened(bytes(data)).reader.tables["CFF "]
    data[entry.offset : entry.offset + entry.length] = b"\xff" * entry.length
    with pytest.raises(FontError, match="damaged"):
        standalone(loaded(bytes(data), OURS), NAME)
