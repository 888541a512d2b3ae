"""Web fonts, unpacked: WOFF 1.0 and 2.0 to the OpenType files they were made from.

A compressed file may unpack to a thousand times its size, so nothing is unpacked beyond what it declares,
and nothing is begun that declares too much.
"""

from __future__ import annotations

import struct
import zlib
from collections.abc import Callable, Iterator, Mapping
from io import BytesIO
from typing import Any

from statement_kit.text.font_file import UnusableFontError, damaged
from statement_kit.text.sfnt import assemble

MOST_UNPACKED = 64 << 20
"""Most bytes that a web font may unpack to."""

MOST_TRANSFORMED = 4 << 20
"""Most bytes of outlines in WOFF 2's own form: taking more of them apart takes longer than anybody waits."""

_ON_DISK = "Bring the font as a .ttf or .otf file instead."
_PIECE = 1 << 20


def unpack_woff(data: bytes) -> bytes:
    """The OpenType file in a WOFF 1.0 file.

    Raises:
        UnusableFontError: It is damaged or too large.
    """
    flavour, _, count = struct.unpack_from(">4sIH", data, 4)
    entries = [struct.unpack_from(">4sIII", data, 44 + 20 * number) for number in range(count)]
    _check_size(sum(length for *_, length in entries))
    return assemble({tag.decode("latin-1"): _table(data, *place) for tag, *place in entries}, flavour)


def _table(data: bytes, offset: int, packed: int, length: int) -> bytes:
    """One table: stored as it is where packing would not make it shorter (WOFF 1.0, 5)."""
    stored = data[offset : offset + packed]
    if len(stored) < packed:
        raise damaged("a table of it reaches beyond the end of the file")
    try:
        table = stored if packed == length else zlib.decompressobj().decompress(stored, length + 1)
    except zlib.error as error:
        raise damaged("what is packed in it cannot be unpacked") from error
    if len(table) != length:
        raise damaged("a table of it is not as long as it says")
    return table


def unpack_woff2(data: bytes) -> bytes:
    """The OpenType file in a WOFF 2.0 file; its outlines are put together again by fontTools.

    Raises:
        UnusableFontError: It is damaged, too large, or a collection.
    """
    if data[4:8] == b"ttcf":
        raise UnusableFontError("collection", "A collection of fonts is packed into this web font.", _ON_DISK)
    directory, packed = _woff2_parts(data)
    _check_size(sum(length for _, length in directory))
    _check_unpacked(packed, sum(length for _, length in directory))
    if max((length for is_transformed, length in directory if is_transformed), default=0) > MOST_TRANSFORMED:
        raise _too_large()
    return assemble(_woff2_tables(data), data[4:8])


def _woff2_parts(data: bytes) -> tuple[list[tuple[bool, int]], bytes]:
    """Whether each table is transformed and how long it is once unpacked, and the bytes that hold them all."""
    count, packed = struct.unpack_from(">H", data, 12)[0], struct.unpack_from(">I", data, 20)[0]
    at, found = 48, []
    for _ in range(count):
        flags, at = data[at], at + 1
        tag = flags & 0x3F
        is_shape = data[at : at + 4] in (b"glyf", b"loca") if tag == 0x3F else tag in (10, 11)
        at += 4 if tag == 0x3F else 0
        length, at = _base128(data, at)
        # For outlines version 3 is the one without a transform, for everything else version 0 (WOFF 2.0, 4.1).
        is_transformed = flags >> 6 != (3 if is_shape else 0)
        if is_transformed:
            length, at = _base128(data, at)
        found.append((is_transformed, length))
    return found, data[at : at + packed]


def _base128(data: bytes, at: int) -> tuple[int, int]:
    """A number of up to five bytes, seven bits in each (WOFF 2.0, 4.1), and where it ends."""
    value = 0
    for place in range(at, at + 5):
        value = value << 7 | data[place] & 0x7F
        if not data[place] & 0x80:
            return value, place + 1
    raise damaged("a table of it is not as long as it says")


def _check_unpacked(packed: bytes, length: int) -> None:
    """Unpack piece by piece, keeping nothing, to see that it comes to what was declared."""
    import brotli

    try:
        found = sum(map(len, _pieces(brotli.Decompressor().process, packed, length)))
    except brotli.error as error:
        raise damaged("what is packed in it cannot be unpacked") from error
    if found != length:
        raise damaged("it unpacks to another size than it says")


def _pieces(process: Callable[..., bytes], packed: bytes, length: int) -> Iterator[bytes]:
    found, piece = 0, process(packed, output_buffer_limit=_PIECE)
    while piece and found <= length:
        yield piece
        found += len(piece)
        piece = process(b"", output_buffer_limit=_PIECE)


def _woff2_tables(data: bytes) -> Mapping[str, bytes]:
    """The tables, the transforms of WOFF 2 undone."""
    from fontTools.ttLib.woff2 import WOFF2Reader

    # Without the places of metadata and private data, which nothing here bounds or wants (WOFF 2.0, 4.1).
    plain = data[:28] + bytes(20) + data[48:]
    try:
        reader: Any = WOFF2Reader(BytesIO(plain))
        return {str(tag): reader[tag] for tag in reader.keys()}  # noqa: SIM118 – a reader is no mapping
    except Exception as error:  # it meets damage with errors of every kind
        raise damaged("what is packed in it cannot be put together") from error


def _check_size(length: int) -> None:
    if length > MOST_UNPACKED:
        raise _too_large()


def _too_large() -> UnusableFontError:
    return UnusableFontError("too-large", "The web font unpacks to more than the kit takes on.", _ON_DISK)
