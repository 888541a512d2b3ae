"""Whatever the bytes of a font file are: it is loaded, shaped with and embedded, or refused, and soon."""

from __future__ import annotations

from collections.abc import Callable
from contextlib import suppress
from functools import cache
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_fonts import KHMER, cff, collection, loaded, opened, packed, saved, variable

from statement_kit.diagnostics import FontError
from statement_kit.text.fonts import FontSet, SizedFont
from statement_kit.text.shaping import shape
from statement_kit.writers.pdf.cluster_font import ClusterFont

OURS = Path("fonts/Ours.ttf")
WORDS = "ស្ត្រី ខ្ញុំ"  # woman, I


@cache
def whole(kind: str) -> bytes:
    return KINDS[kind]()


KINDS: dict[str, Callable[[], bytes]] = {
    "truetype": KHMER.read_bytes,
    "cff": cff,
    "variable": variable,
    "collection": collection,
    "woff": lambda: packed(KHMER.read_bytes(), "woff"),
    "woff2": lambda: packed(KHMER.read_bytes(), "woff2"),
    "truetype-bare": lambda: bare(KHMER.read_bytes()),
    "cff-bare": lambda: bare(cff()),
}


def bare(data: bytes) -> bytes:
    """A font without what only shaping reads, so that damage strikes outlines and widths."""
    font = opened(data)
    for tag in ("GSUB", "GPOS", "GDEF", "name", "post", "OS/2", "DSIG"):
        if tag in font:
            del font[tag]
    return saved(font)


def use(data: bytes, number: int | None = None) -> bytes:
    """What the embedded font becomes, and every name and number that a PDF takes from it."""
    font = loaded(data, OURS, number=number)
    made = ClusterFont(font)
    for cluster in shape(WORDS, FontSet({"Khmr": SizedFont(font, 1.0)}, "Khmr"), 10, "km"):
        made.code(cluster)
    assert font.postscript_name.isascii()
    assert abs(font.italic_angle) < 1e6
    return made.build()


@pytest.mark.parametrize("kind", KINDS)
@settings(max_examples=60, deadline=5000, derandomize=True, suppress_health_check=[HealthCheck.too_slow])
@given(
    cut=st.floats(0, 1) | st.just(1.0),
    changes=st.lists(st.tuples(st.floats(0, 1), st.integers(0, 255), st.booleans()), max_size=30),
)
def test_a_damaged_font_is_used_or_refused(kind: str, cut: float, changes: list[tuple[float, int, bool]]) -> None:
    data = bytearray(whole(kind))
    for place, value, is_early in changes:
        data[int(place * (min(len(data), 600) - 1 if is_early else len(data) - 1))] = value
    with suppress(FontError):
        use(bytes(data[: int(cut * len(data))]), 3 if kind == "collection" else None)


@settings(max_examples=200, deadline=5000, derandomize=True)
@given(
    head=st.sampled_from([b"\0\1\0\0", b"OTTO", b"true", b"ttcf", b"wOFF", b"wOF2", b""]), rest=st.binary(max_size=400)
)
def test_bytes_that_begin_like_a_font_are_refused(head: bytes, rest: bytes) -> None:
    with pytest.raises(FontError) as caught:
        use(head + rest, 1)
    assert all(str(found.where) == str(OURS) and found.hint for found in caught.value.diagnostics)
