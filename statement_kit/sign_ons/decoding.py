"""Bytes of a text file to text, as forms and spreadsheets write them."""

from __future__ import annotations

from statement_kit.diagnostics import Location
from statement_kit.sign_ons.findings import refusal

_WIDE = {b"\xff\xfe": "utf-16-le", b"\xfe\xff": "utf-16-be"}
"""Byte order marks of UTF-16, which Excel writes as “Unicode text”."""

_HINT = (
    "Export it again: Google Sheets and KoboToolbox write UTF-8 by themselves; in Excel choose “CSV UTF-8”, "
    "in LibreOffice the character set “Unicode (UTF-8)”."
)


def text_of(data: bytes, path: str) -> str:
    """The text of a file in UTF-8 or UTF-16, line ends as LF.

    Raises:
        SourceError: The bytes are in another encoding, or no text.
    """
    encoding = _WIDE.get(data[:2], "utf-8")
    try:
        text = data.decode(encoding)
    except UnicodeDecodeError as error:
        line = data.count(b"\n", 0, error.start) + 1
        message = "This file is neither UTF-8 nor UTF-16, so that its Khmer and Thai letters cannot be read."
        raise refusal("encoding", message, Location(path, line), _HINT) from error
    if "\0" in text:
        where = Location(path, text.count("\n", 0, text.index("\0")) + 1)
        raise refusal("encoding", "This file is no text.", where, "Export it again, as CSV or as XLSX.")
    return text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n")
