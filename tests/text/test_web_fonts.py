"""Web fonts are unpacked as they were packed, and never beyond what they say."""

from __future__ import annotations

import struct
import tracemalloc
import zlib
from collections.abc import Callable
from io import BytesIO

import brotli
import pytest
from fontTools.ttLib import TTFont
from made_fonts import KHMER, cff, packed, variable

from statement_kit.text import web_fonts
from statement_kit.text.font_file import UnusableFontError
from statement_kit.text.web_fonts import unpack_woff, unpack_woff2

UNPACK = {"woff": unpack_woff, "woff2": unpack_woff2}


@pytest.mark.parametrize("flavour", UNPACK)
@pytest.mark.parametrize("make", [KHMER.read_bytes, cff, variable], ids=["truetype", "cff", "variable"])
def test_a_web_font_is_unpacked_table_for_table(make: Callable[[], bytes], flavour: str) -> None:
    data = make()
    font, before = (
        TTFont(BytesIO(found), checkChecksums=2) for found in (UNPACK[flavour](packed(data, flavour)), data)
    )
    assert font.sfntVersion == before.sfntVersion
    for tag in set(before.reader.tables) - {"head", "glyf", "loca", "DSIG"}:
        assert font.reader[tag] == before.reader[tag], tag
    if "glyf" in before:
        assert all(font["glyf"][name] == before["glyf"][name] for name in before.getGlyphOrder())


def woff(length: int, stored: bytes) -> bytes:
    """A WOFF file of one table that says it is so long."""
    header = struct.pack(">4s4sIHHI", b"wOFF", b"OTTO", 0, 1, 0, 0) + bytes(24)
    return header + struct.pack(">4sIIII", b"CFF ", 64, len(stored), length, 0) + stored


def woff2(lengths: list[int], stored: bytes, metadata: bytes = b"") -> bytes:
    """A WOFF2 file of tables, the first of them `CFF `, that say they are so long."""
    tables = b"".join(bytes([13 + at]) + base128(length) for at, length in enumerate(lengths))
    at = 48 + len(tables) + len(stored)
    header = struct.pack(">4s4sIHHII", b"wOF2", b"OTTO", at + len(metadata), len(lengths), 0, 0, len(stored))
    return header + struct.pack(">HHIIIII", 1, 0, at, len(metadata), 1 << 30, 0, 0) + tables + stored + metadata


def base128(value: int) -> bytes:
    digits = [value & 0x7F]
    while value := value >> 7:
        digits.insert(0, value & 0x7F | 0x80)
    return bytes(digits)


def refused(unpack: object, data: bytes) -> str:
    with pytest.raises(UnusableFontError) as caught:
        unpack(data)  # type: ignore[operator]
    assert caught.value.hint
    return caught.value.rule


ZEROS = 60 << 20
"""What the bombs hold: 60 MiB of zeros, in some kilobytes."""


@pytest.mark.parametrize("said", [100, 65 << 20], ids=["says-little", "says-much"])
def test_a_woff_that_unpacks_to_more_than_it_says_or_more_than_is_taken_on_is_refused_before_it_is_unpacked(
    said: int,
) -> None:
    bomb = woff(said, zlib.compress(bytes(ZEROS)))
    tracemalloc.start()
    assert refused(unpack_woff, bomb) == ("damaged" if said == 100 else "too-large")
    assert tracemalloc.get_traced_memory()[1] < 4 << 20
    tracemalloc.stop()


@pytest.mark.parametrize("said", [100, 65 << 20], ids=["says-little", "says-much"])
def test_a_woff2_that_unpacks_to_more_than_it_says_or_more_than_is_taken_on_is_refused_before_it_is_unpacked(
    said: int,
) -> None:
    bomb = woff2([said], brotli.compress(bytes(ZEROS), quality=1))
    tracemalloc.start()
    assert refused(unpack_woff2, bomb) == ("damaged" if said == 100 else "too-large")
    assert tracemalloc.get_traced_memory()[1] < 12 << 20
    tracemalloc.stop()


def test_many_small_tables_come_to_a_large_file_too() -> None:
    assert refused(unpack_woff2, woff2([10 << 20] * 7, b"")) == "too-large"


def test_the_metadata_of_a_web_font_is_left_packed() -> None:
    bomb = woff2([4], brotli.compress(b"CFF!"), brotli.compress(bytes(ZEROS), quality=1))
    tracemalloc.start()
    unpack_woff2(bomb)
    assert tracemalloc.get_traced_memory()[1] < 12 << 20
    tracemalloc.stop()


def test_outlines_that_take_too_long_to_put_together_are_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(web_fonts, "MOST_TRANSFORMED", 1000)
    assert refused(unpack_woff2, packed(KHMER.read_bytes(), "woff2")) == "too-large"
    assert unpack_woff2(packed(cff(), "woff2"))  # nothing is transformed in it


def test_a_collection_in_a_web_font_is_refused() -> None:
    assert refused(unpack_woff2, b"wOF2ttcf" + bytes(60)) == "collection"


@pytest.mark.parametrize("flavour", UNPACK)
def test_a_web_font_cut_short_is_refused(flavour: str) -> None:
    whole = packed(KHMER.read_bytes(), flavour)
    assert refused(UNPACK[flavour], whole[:-2000]) == "damaged"


def test_a_table_whose_length_never_ends_is_refused() -> None:
    assert refused(unpack_woff2, woff2([4], b"").replace(b"\x0d\x04", b"\x0d" + b"\xff" * 6)) == "damaged"


@pytest.mark.parametrize("flavour", UNPACK)
def test_what_is_packed_in_no_known_way_is_refused(flavour: str) -> None:
    make = woff(9, b"\xff" * 5) if flavour == "woff" else woff2([9], b"\xff" * 5)
    assert refused(UNPACK[flavour], make) == "damaged"
