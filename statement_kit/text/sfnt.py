"""The container of OpenType fonts: a directory of tables (OpenType 1.9, “Organization of an OpenType font”)."""

from __future__ import annotations

import struct
from collections.abc import Mapping

from statement_kit.text.font_file import damaged

TRUETYPE = b"\0\1\0\0"
FLAVOURS = (TRUETYPE, b"OTTO", b"true")
"""How a font file begins: TrueType outlines, CFF outlines, TrueType as Apple writes it."""

COLLECTION = b"ttcf"

_PIECE = 1 << 16
"""How many bytes are summed at once: Python's numbers take ten times the room of the words they stand for."""


def check_directory(data: bytes, at: int = 0) -> None:
    """Make sure that the font at an offset has tables, and that all of them lie within the file.

    Raises:
        UnusableFontError: It has none, or one lies outside.
    """
    count = struct.unpack_from(">H", data, at + 4)[0]
    if not count:
        raise damaged("it has no tables")
    for number in range(count):
        tag, _, offset, length = struct.unpack_from(">4sIII", data, at + 12 + 16 * number)
        if offset + length > len(data):
            raise damaged(f"its table “{tag.decode('latin-1').strip()}” reaches beyond the end of the file")


def collection_offsets(data: bytes) -> tuple[int, ...]:
    """Where each font of a collection begins."""
    count = struct.unpack_from(">I", data, 8)[0]
    if not 0 < count <= (len(data) - 12) // 4:
        raise damaged("the collection holds other fonts than it says")
    return struct.unpack_from(f">{count}I", data, 12)


def assemble(tables: Mapping[str, bytes], flavour: bytes = TRUETYPE) -> bytes:
    """A font file with these tables."""
    power = len(tables).bit_length() - 1
    span = 16 << power
    header = struct.pack(">4sHHHH", flavour, len(tables), span, power, 16 * len(tables) - span)
    offset = len(header) + 16 * len(tables)
    directory, body = [header], []
    for tag, data in sorted(tables.items()):
        directory.append(struct.pack(">4sIII", tag.encode("latin-1"), _checksum(tag, data), offset, len(data)))
        body.append(_padded(data))
        offset += len(body[-1])
    return b"".join(directory + body)


def _checksum(tag: str, data: bytes) -> int:
    """The sum of a table's words; of `head` without the adjustment for the whole file in it."""
    summed = memoryview(_padded(data[:8] + bytes(4) + data[12:] if tag == "head" else data))
    pieces = (summed[at : at + _PIECE] for at in range(0, len(summed), _PIECE))
    return sum(sum(struct.unpack(f">{len(piece) // 4}I", piece)) for piece in pieces) & 0xFFFFFFFF


def _padded(data: bytes) -> bytes:
    return data + b"\0" * (-len(data) % 4)
