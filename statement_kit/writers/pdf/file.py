"""The file around the objects: numbers, object streams, cross-references (ISO 32000-1 7.5).

ReportLab's classes write each object. Its document would put every object on its own in plain text, which
doubles a tagged file, and would sign it. Here what is no stream is packed into object streams (7.5.7), and
the file's identifier is a digest of what it holds: the same pages give the same bytes (requirement F06).
"""

from __future__ import annotations

import zlib
from collections.abc import Mapping, Sequence
from hashlib import sha256

from reportlab.pdfbase.pdfdoc import NoEncryption, PDFDictionary, PDFName, PDFObject
from reportlab.pdfbase.pdfdoc import format as formatted

_HEADER = b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n"
"""The version, and a comment of bytes above 127, which says that the file is binary (7.5.2)."""

_MOST_PACKED = 250
"""Most objects in one object stream: readers unpack one whole to get at any of its objects."""


class Reference(PDFObject):  # type: ignore[misc]  # ReportLab has no types
    """An object's number, as other objects name it."""

    def __init__(self, number: int) -> None:
        self.number = number

    def format(self, document: object) -> bytes:
        """The reference in the syntax of a file (7.3.10)."""
        return b"%d 0 R" % self.number

    def __str__(self) -> str:
        return f"{self.number} 0 R"


class PdfFile:
    """The objects of a file, numbered in the order in which they are added.

    Attributes:
        encrypt: What ReportLab's objects ask of the document they are written for; nothing here is encrypted.
    """

    encrypt = NoEncryption()

    def __init__(self) -> None:
        self._streams: dict[int, bytes] = {}
        self._others: dict[int, object] = {}
        self._count = 0

    def reserve(self) -> Reference:
        """A number for an object that others name before it is complete."""
        self._count += 1
        return Reference(self._count)

    def put(self, reference: Reference, content: object) -> Reference:
        """Add an object under a number it was given; anything ReportLab can write, or bytes in a file's syntax."""
        self._others[reference.number] = content
        return reference

    def add(self, content: object) -> Reference:
        """Add an object."""
        return self.put(self.reserve(), content)

    def add_stream(
        self, content: bytes, entries: Mapping[str, object] | None = None, *, is_final: bool = False
    ) -> Reference:
        """Add a stream.

        Args:
            content: What it holds.
            entries: Its dictionary, without its length.
            is_final: Whether it stays as it is: encoded already, as the entries say; or plain, for programs that
                look for it without reading the file.
        """
        reference = self.reserve()
        self._streams[reference.number] = self._stream(content, dict(entries or {}), is_final=is_final)
        return reference

    def save(self, root: Reference, info: Reference) -> bytes:
        """The bytes of the file.

        Args:
            root: Its catalog.
            info: Its document information dictionary.
        """
        packed = self._pack()
        data = bytearray(_HEADER)
        offsets: dict[int, int] = {}
        for number, stream in self._streams.items():
            offsets[number] = len(data)
            data += b"%d 0 obj\n%b\nendobj\n" % (number, stream)
        table = self.reserve()
        offsets[table.number] = start = len(data)
        identifier = b"<%b>" % sha256(data).hexdigest()[:32].encode()
        entries = {
            "Type": PDFName("XRef"),
            "Size": table.number + 1,
            "W": b"[1 4 2]",
            "Root": root,
            "Info": info,
            "ID": b"[%b %b]" % (identifier, identifier),
        }
        rows = b"".join(_row(number, offsets, packed) for number in range(1, table.number + 1))
        stream = self._stream(_FREE + rows, entries)
        return bytes(data + b"%d 0 obj\n%b\nendobj\nstartxref\n%d\n%%%%EOF\n" % (table.number, stream, start))

    def _pack(self) -> dict[int, tuple[int, int]]:
        """Put what is no stream into object streams; per object, the number of its stream and its place there."""
        numbers = list(self._others)
        packed: dict[int, tuple[int, int]] = {}
        for first in range(0, len(numbers), _MOST_PACKED):
            group = numbers[first : first + _MOST_PACKED]
            stream = self.add_stream(*self._object_stream(group))
            packed |= {number: (stream.number, at) for at, number in enumerate(group)}
        return packed

    def _object_stream(self, numbers: Sequence[int]) -> tuple[bytes, Mapping[str, object]]:
        places, body = [], bytearray()
        for number in numbers:
            places.append(b"%d %d " % (number, len(body)))
            body += formatted(self._others[number], self) + b"\n"
        head = b"".join(places)
        return head + body, {"Type": PDFName("ObjStm"), "N": len(numbers), "First": len(head)}

    def _stream(self, content: bytes, entries: dict[str, object], *, is_final: bool = False) -> bytes:
        if not is_final:
            content = zlib.compress(content, 6)
            entries["Filter"] = PDFName("FlateDecode")
        entries["Length"] = len(content)
        return b"%b\nstream\n%b\nendstream" % (formatted(PDFDictionary(entries), self), content)


_FREE = b"\0\0\0\0\0\xff\xff"
"""The row of object 0, the head of the list of free objects (7.5.4)."""


def _row(number: int, offsets: Mapping[int, int], packed: Mapping[int, tuple[int, int]]) -> bytes:
    """An object's row in the cross-reference stream (7.5.8.3)."""
    kind, first, second = (1, offsets[number], 0) if number in offsets else (2, *packed[number])
    return bytes([kind]) + first.to_bytes(4, "big") + second.to_bytes(2, "big")
