"""Font files of every kind are read, and what is no usable font is refused in words, with its file."""

from __future__ import annotations

import os
import re
import struct
from collections.abc import Callable
from pathlib import Path

import pytest
from made_fonts import KHMER, LATIN, cff, collection, loaded, opened, packed, saved, variable, variable_cff

from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.text import font_loading
from statement_kit.text.font_file import FontFile
from statement_kit.text.font_loading import read_font
from statement_kit.text.fonts import Font, FontSet, SizedFont
from statement_kit.text.shaping import shape

OURS = Path("fonts/Ours.ttf")
WORDS = "ស្ត្រី កិច្ចព្រមព្រៀង"  # woman, agreement
WHOLE = KHMER.read_bytes()

KINDS: dict[str, Callable[[], bytes]] = {
    "truetype": lambda: WHOLE,
    "cff": cff,
    "variable": variable,
    "variable-cff2": variable_cff,
    "woff": lambda: packed(WHOLE, "woff"),
    "woff2": lambda: packed(WHOLE, "woff2"),
    "woff-of-cff": lambda: packed(cff(), "woff"),
    "woff2-of-cff": lambda: packed(cff(), "woff2"),
    "woff2-variable": lambda: packed(variable(), "woff2"),
}


def refused(data: bytes, **names: object) -> Diagnostic:
    """The one finding about these bytes, which names their file and what to do."""
    with pytest.raises(FontError) as caught:
        loaded(data, OURS, **names)
    (found,) = caught.value.diagnostics
    assert str(found.where) == str(OURS)
    assert found.hint
    return found


def glyphs(font: Font, text: str = WORDS) -> list[tuple[int, int, int]]:
    face = FontSet({"Khmr": SizedFont(font, 1.0)}, "Khmr")
    return [(glyph.id, glyph.x, glyph.y) for cluster in shape(text, face, 10, "km") for glyph in cluster.glyphs]


@pytest.mark.parametrize("kind", KINDS)
def test_a_font_of_every_kind_shapes_as_the_one_it_was_made_from(kind: str) -> None:
    assert glyphs(loaded(KINDS[kind](), OURS)) == glyphs(loaded(WHOLE, OURS))


def test_a_font_of_a_collection_is_found_by_its_number() -> None:
    assert glyphs(loaded(collection(), OURS, number=3)) == glyphs(loaded(WHOLE, OURS))
    assert loaded(collection(), OURS, number=2).italic_angle == -12


@pytest.mark.parametrize("number", [None, 4])
def test_a_collection_without_the_number_of_a_font_is_refused_with_the_fonts_it_holds(number: int | None) -> None:
    found = refused(collection(), number=number)
    assert found.rule == "font/number"
    assert "1 is Source Serif 4 Regular, 2 is Source Serif 4 Italic, 3 is Moul Regular" in str(found.hint)


def test_a_number_is_refused_where_there_is_one_font() -> None:
    assert refused(WHOLE, number=2).rule == "font/number"


def test_a_variable_font_stands_where_it_is_put() -> None:
    light, heavy = (loaded(variable(), OURS, weight=weight) for weight in (400, 900))
    wide = loaded(variable(), OURS, weight=400, axes={"wdth": 125})
    glyph = light.shaper.get_nominal_glyph(ord("ក"))  # (letter)
    advances = [font.shaper.get_glyph_h_advance(glyph) for font in (light, heavy, wide)]
    assert [advance - advances[0] for advance in advances] == [0, 60, 60]


@pytest.mark.parametrize(
    ("data", "names", "hint"),
    [
        (variable, {"weight": 950}, "wght from 100 to 900"),
        (variable, {"axes": {"opsz": 12}}, "wdth from 75 to 125"),
        (variable, {"axes": {"wdth": 126}}, "wdth from 75 to 125"),
        (lambda: WHOLE, {"axes": {"wdth": 90}}, "not a variable font"),
    ],
    ids=["weight-out-of-range", "no-such-axis", "out-of-range", "static"],
)
def test_a_place_no_axis_reaches_is_refused_with_the_axes_there_are(
    data: Callable[[], bytes], names: dict[str, object], hint: str
) -> None:
    found = refused(data(), **names)
    assert found.rule == "font/axis"
    assert hint in str(found.hint)


# What is no font, or a broken one


def without(*tags: str) -> bytes:
    font = opened(LATIN)
    for tag in tags:
        del font[tag]
    return saved(font)


def changed(tag: str, offset: int, form: str, value: int) -> bytes:
    """A font with one number of a table changed."""
    data = bytearray(LATIN.read_bytes())
    struct.pack_into(form, data, opened(LATIN).reader.tables[tag].offset + offset, value)
    return bytes(data)


def pointing_outside() -> bytes:
    data = bytearray(WHOLE)
    struct.pack_into(">I", data, 12 + 8, 0xFFFFFF00)
    return bytes(data)


BROKEN: dict[str, tuple[Callable[[], bytes], str]] = {
    "empty": (lambda: b"", "not-a-font"),
    "text": (lambda: "ក្រសួង, and so on".encode(), "not-a-font"),  # ministry
    "postscript-type-1": (lambda: b"%!PS-AdobeFont-1.0: Old", "not-a-font"),
    "half-a-font": (lambda: WHOLE[: len(WHOLE) // 2], "damaged"),
    "four-bytes": (lambda: WHOLE[:4], "damaged"),
    "no-tables": (lambda: WHOLE[:4] + bytes(8), "damaged"),
    "table-outside": (pointing_outside, "damaged"),
    "no-head": (lambda: without("head"), "damaged"),
    "no-widths": (lambda: without("hmtx"), "damaged"),
    "no-characters": (lambda: without("cmap"), "damaged"),
    "no-outlines": (lambda: without("glyf", "loca"), "no-outlines"),
    "no-em": (lambda: changed("head", 18, ">H", 0), "damaged"),
    "more-glyphs-than-widths": (lambda: changed("maxp", 4, ">H", 65535), "damaged"),
    "more-widths-than-glyphs": (lambda: changed("hhea", 34, ">H", 65535), "damaged"),
    "no-glyphs": (lambda: changed("maxp", 4, ">H", 0), "damaged"),
    "collection-of-none": (lambda: b"ttcf\0\1\0\0" + bytes(4), "damaged"),
    "collection-of-too-many": (lambda: b"ttcf\0\1\0\0\xff\xff\xff\xff" + bytes(64), "damaged"),
}


@pytest.mark.parametrize("kind", BROKEN)
def test_what_is_no_whole_font_is_refused(kind: str) -> None:
    make, rule = BROKEN[kind]
    assert refused(make()).rule == f"font/{rule}"


def unreadable(path: Path) -> Diagnostic:
    with pytest.raises(FontError) as caught:
        read_font(path)
    (found,) = caught.value.diagnostics
    assert str(found.where) == str(path)
    return found


def test_what_is_no_file_is_refused(tmp_path: Path) -> None:
    loop, pipe = tmp_path / "loop.ttf", tmp_path / "pipe.ttf"
    loop.symlink_to(loop)
    os.mkfifo(pipe)
    for path in (tmp_path, tmp_path / "absent.ttf", loop, pipe, tmp_path / "a\0b.ttf"):
        assert unreadable(path).rule == "font/unreadable"


def test_a_file_larger_than_any_font_for_a_statement_is_refused(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(font_loading, "MOST_BYTES", 1000)
    (tmp_path / "large.ttf").write_bytes(bytes(1001))
    assert unreadable(tmp_path / "large.ttf").rule == "font/too-large"


def test_a_postscript_name_has_only_the_characters_it_may_have() -> None:
    font = opened(LATIN)
    font["name"].setName("Ours (Bold)/<x>-1", 6, 3, 1, 0x409)
    font["name"].removeNames(nameID=6, platformID=1)
    assert loaded(saved(font), OURS).postscript_name == "OursBoldx-1"
    font["name"].removeNames(nameID=6)
    assert re.fullmatch("Our-[0-9a-f]{8}", Font(FontFile(OURS, "Our ខ្មែរ"), saved(font)).postscript_name)  # "Khmer"
