"""A pack that came back, opened by what it is and not by what it is called."""

from __future__ import annotations

from collections.abc import Callable
from typing import NamedTuple

from statement_kit.diagnostics import Location
from statement_kit.packs.parts import Parts, is_zip
from statement_kit.packs.returned import Returned, refusal
from statement_kit.packs.word_reading import read_word_table
from statement_kit.packs.workbook_reading import read_workbook
from statement_kit.packs.xliff_reading import is_xliff, read_xliff

_OFFICE = "application/vnd.openxmlformats-officedocument."
_READERS: dict[str, Callable[[Parts, str], Returned]] = {
    f"{_OFFICE}spreadsheetml.sheet.main+xml": read_workbook,
    f"{_OFFICE}wordprocessingml.document.main+xml": read_word_table,
}
"""Per media type of the main part of an Office file, who reads it."""

_OLE = b"\xd0\xcf\x11\xe0"


class Kind(NamedTuple):
    """A kind of file: how it is recognised by its bytes, and how it is read."""

    recognises: Callable[[bytes], bool]
    read: Callable[[bytes, str], Returned]


def read_pack(data: bytes, path: str) -> Returned:
    """The rows of a pack that came back.

    Args:
        data: The file.
        path: Its path, for messages.

    Raises:
        CatalogError: The file is no pack, is damaged, locked or hostile, or with every row that cannot be read.
    """
    for kind in KINDS:
        if kind.recognises(data):
            return kind.read(data, path)
    message = "This file is no pack: it is neither a workbook (.xlsx), nor a Word document (.docx), nor XLIFF."
    raise refusal("unknown", message, Location(path), "Give the file that the translator sent back.")


def _is_office(data: bytes) -> bool:
    return is_zip(data) or data.startswith(_OLE)


def _read_office(data: bytes, path: str) -> Returned:
    """A workbook or a Word document, told by the media type of its main part."""
    parts = Parts(data, path)
    if parts.has("mimetype"):
        raise parts.refused("unknown", "This file has a format of OpenDocument (.ods, .odt).", _SAVE)
    if not parts.has("[Content_Types].xml"):
        raise parts.refused("unknown", "This file is a zip, but no workbook and no Word document.", _SAVE)
    name, kind = parts.main_part()
    reader = _READERS.get(kind)
    if reader:
        return reader(parts, name)
    if "macroEnabled" in kind:
        raise parts.refused("macros", "This file may hold macros (.xlsm, .docm), which are programs.", _SAVE)
    raise parts.refused("unknown", "This file is neither a workbook (.xlsx) nor a Word document (.docx).", _SAVE)


_SAVE = "Save it as .xlsx or .docx (“Save as”), in the kind that was sent out, and send that file."

KINDS: tuple[Kind, ...] = (Kind(_is_office, _read_office), Kind(is_xliff, read_xliff))
"""What is tried in turn."""
