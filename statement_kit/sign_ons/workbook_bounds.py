"""A workbook (XLSX) made safe to read: unpacked within bounds, measured, and packed again without what nobody needs.

calamine makes room for every cell between the first and the last of a sheet, and for the text of each: one cell at the
far corner, or one long text that a million cells refer to, would end the program. So a sheet is measured before, from
its bytes. Every measure errs upwards only: what could be an attribute or an element to any reader is counted as one.
"""

from __future__ import annotations

import lzma
import re
import zipfile
import zlib
from collections.abc import Iterator, Mapping, Sequence
from io import BytesIO
from typing import NamedTuple
from xml.parsers import expat

from statement_kit.diagnostics import Location, SourceError
from statement_kit.sign_ons.findings import refusal

_MOST_PARTS = 2_000
_MOST_UNPACKED = 96_000_000
"""Largest size of all parts together, in bytes; a sheet of ten thousand sign-ons has about twelve million."""

_MOST_CELLS = 3_000_000
_MOST_TEXT = 150_000_000
"""Most bytes that the texts of all cells may have, those that several cells share counted for each."""

_UNREADABLE = (zipfile.BadZipFile, zlib.error, lzma.LZMAError, EOFError, RuntimeError, OSError, ValueError)
"""What `zipfile` raises for a member that is damaged, or packed in a way that it does not know."""

_NOT_NEEDED = re.compile(
    r"docProps/|customXml/|xl/(?:charts|comments|drawings|media|pivot\w*|printerSettings|theme)/", re.I
)
_NEEDED = (".xml", ".rels")

_NAME = rb"(?:[^\s<>/]*:)?"
_CELL = re.compile(rb"<" + _NAME + rb"c[\s/>]")
_UNPLACED = re.compile(rb"<" + _NAME + rb"(?:c(?!\s+r=\"[A-Z]{1,3}[0-9]{1,7}\")|row(?!\s+r=\"[0-9]{1,7}\"))[\s/>]")
"""A cell or row that does not say first of all where it stands; a reader counts on from the one before."""

# What is looked for in every sheet begins with a fixed letter, which is many times as fast; it may find too much.
_PERHAPS_UNPLACED = re.compile(
    rb"<(?:c(?!\s+r=\"[A-Z]{1,3}[0-9]{1,7}\")|row(?!\s+r=\"[0-9]{1,7}\")|[^\s<>/]*:(?:c|row))[\s/>]"
)
_PERHAPS_FAR = re.compile(rb"r(?<=[\s\"']r)\s*=\s*[\"'](?![A-Z]?[0-9]{1,5}[\"'])")
"""A place beyond column Z or row 99,999."""

_NEAR_AREA = 26 * 99_999

_PLACE = re.compile(rb"[\s\"']r\s*=\s*[\"']\s*([A-Za-z]*)([0-9]*)")
_EMPTY_CELL = re.compile(rb"<(?:\w+:)?c(?:\s+[\w:]+=\"[^\"<>]*\")*\s*/>")
_TEXT_END = re.compile(rb"</" + _NAME + rb"si[\s>]")
_VALUE = re.compile(rb"<" + _NAME + rb"v(?:\s[^<>]*)?>([^<]*)(?=<)")
_VALUE_START = re.compile(rb"<" + _NAME + rb"v[\s>]")

_NO_RESULT = re.compile(
    rb"<(?:\w+:)?c(?![^<>]*\bt=[\"']str[\"'])(?:\s[^<>]*)?>\s*<(?:\w+:)?f(?:\s[^<>]*)?(?:/>|>[^<]*</(?:\w+:)?f>)\s*"
    rb"(?:<(?:\w+:)?v\s*/>|<(?:\w+:)?v>\s*</(?:\w+:)?v>)?\s*</(?:\w+:)?c>"
)
"""A formula whose cell has no value. One whose result is an empty text is a text (`t="str"`)."""

_AGAIN = "Open it in Excel or LibreOffice, save it under a new name as .xlsx, or save the sheet as CSV."


class Bounded(NamedTuple):
    """A workbook that is safe to read.

    Attributes:
        data: It, with only the parts that are needed.
        errors: How many of its cells hold an error such as `#N/A`; a reader takes them for empty.
    """

    data: bytes
    errors: int


def bounded(data: bytes, path: str) -> Bounded:
    """The same workbook with only the parts that hold cells, none of which can grow.

    Raises:
        SourceError: It is damaged, locked, unpacks to more than any list of sign-ons has, or has formulas that nobody
            has computed.
    """
    where = Location(path)
    parts = dict(_parts(data, where))
    sheets = [content for content in parts.values() if _CELL.search(content)]
    _check_size(sheets, where)
    _check_texts(b"".join(content for content in parts.values() if _TEXT_END.search(content)), sheets, where)
    if any(_NO_RESULT.search(sheet) for sheet in sheets if b"<f" in sheet or b":f" in sheet):
        message = "This workbook holds formulas without their results."
        raise refusal("formula", message, where, "Open it in Excel or LibreOffice, save it, and give that file.")
    return Bounded(_packed(parts), sum(sheet.count(b' t="e"') for sheet in sheets))


def _packed(parts: Mapping[str, bytes]) -> bytes:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content)
    return out.getvalue()


def _parts(data: bytes, where: Location) -> Iterator[tuple[str, bytes]]:
    """Each part that is needed, unpacked within the bound."""
    left = _MOST_UNPACKED
    try:
        with zipfile.ZipFile(BytesIO(data)) as archive:
            entries = archive.infolist()
            if len(entries) > _MOST_PARTS:
                raise damaged(where, f"it holds more than {_MOST_PARTS:,} parts")
            if len({entry.filename.lower() for entry in entries}) < len(entries):
                raise damaged(where, "two parts of it have the same name")
            for entry in entries:
                if not entry.filename.lower().endswith(_NEEDED) or _NOT_NEEDED.match(entry.filename):
                    continue
                if entry.flag_bits & 1:
                    raise locked(where)
                with archive.open(entry) as file:
                    content = file.read(left + 1)
                left -= len(content)
                if left < 0:
                    message = f"Unpacked, this workbook would have more than {_MOST_UNPACKED / 1e6:.0f} MB."
                    raise refusal("too-large", message, where, "Export only the answers, or save the sheet as CSV.")
                yield entry.filename, _plain(content, where)
    except _UNREADABLE as error:
        raise damaged(where, "a part of it is damaged or missing") from error


def _plain(content: bytes, where: Location) -> bytes:
    """A part, if it is such XML as spreadsheets write: UTF-8, without declarations of its own."""
    if b"\0" in content or content.startswith((b"\xff\xfe", b"\xfe\xff")):
        raise damaged(where, "a part of it is not UTF-8")
    if b"<!DOCTYPE" in content or b"<!ENTITY" in content:
        message = "This workbook defines XML entities, as no spreadsheet does and some attacks do."
        raise refusal("entities", message, where, "Do not open it. Ask whoever sent it where it comes from.")
    return content


def _check_size(sheets: Sequence[bytes], where: Location) -> None:
    """Make sure that a reader makes room for no more cells than there may be."""
    if sum(map(_rough_area, sheets)) > _MOST_CELLS and sum(map(_area, sheets)) > _MOST_CELLS:
        message = f"The sheets of this workbook reach over more than {_MOST_CELLS:,} cells."
        hint = "Delete the rows and columns beside the answers in Excel or LibreOffice and save it, or save it as CSV."
        raise refusal("too-large", message, where, hint)


def _rough_area(sheet: bytes) -> int:
    """At most how many cells a reader makes room for, quickly told."""
    return _MOST_CELLS + 1 if _PERHAPS_FAR.search(sheet) or _PERHAPS_UNPLACED.search(sheet) else _NEAR_AREA


def _area(sheet: bytes) -> int:
    """At most how many cells a reader makes room for: the width of a sheet times its height.

    Cells without anything in them take no room, wherever they stand. One that does not say where it stands may be
    beside any other, in any row.
    """
    filled = _EMPTY_CELL.sub(b"", sheet)
    unplaced = len(_UNPLACED.findall(filled))
    places = [(letters, row) for letters, row in _PLACE.findall(filled) if letters or unplaced]
    widest = max((_column(letters) for letters, _ in places), default=0)
    highest = max((int(row[:12] or b"0") for _, row in places), default=0)
    return (widest + unplaced) * (highest + unplaced)


def _column(letters: bytes) -> int:
    """The number of a column from its letters; far out for one that no sheet has."""
    number = 0
    for letter in letters.upper()[:6]:
        number = number * 26 + letter - 64
    return number


def _check_texts(strings: bytes, sheets: Sequence[bytes], where: Location) -> None:
    """Make sure that the texts of all cells together stay within bounds."""
    ends = [match.start() for match in _TEXT_END.finditer(strings)]
    sizes = [end - start for start, end in zip([0, *ends], ends, strict=False)]
    longest = max(sizes, default=0)
    if longest * sum(sheet.count(b"<c") + sheet.count(b":c") for sheet in sheets) <= _MOST_TEXT:
        return
    total = sum(_text_size(sheet, sizes, longest) for sheet in sheets)
    if total > _MOST_TEXT or not _is_plain_xml(strings):
        message = "The cells of this workbook hold more text than any list of sign-ons."
        raise refusal("too-large", message, where, "Export only the answers, or save the sheet as CSV.")


def _text_size(sheet: bytes, sizes: Sequence[int], longest: int) -> int:
    """At most how many bytes the texts have that the cells of a sheet refer to."""
    values = _VALUE.findall(sheet)
    unread = len(_VALUE_START.findall(sheet)) - len(values)
    return sum(_size(value, sizes, longest) for value in values) + longest * unread


def _size(value: bytes, sizes: Sequence[int], longest: int) -> int:
    """The size of the text that a cell may refer to."""
    digits = value.strip()
    if not digits.isdigit():
        return 0 if re.fullmatch(rb"[-+.0-9eE]*", digits) else longest
    number = int(digits[:9])
    return sizes[number] if number < len(sizes) else 0


def _is_plain_xml(content: bytes) -> bool:
    """Whether tags are what they seem to be: only then may the ends of texts be looked for among bytes."""
    if b"<!" in content:  # within a comment or a CDATA section they are none
        return False
    parser = expat.ParserCreate()
    try:
        parser.Parse(content, True)
    except expat.ExpatError:
        return False
    return True


def locked(where: Location) -> SourceError:
    """The refusal of a workbook with a password."""
    message = "This workbook is locked with a password."
    return refusal("encrypted", message, where, "Open it with its password, remove the password, and save it.")


def damaged(where: Location, reason: str) -> SourceError:
    """The refusal of a workbook that is not whole."""
    return refusal("damaged", f"This workbook cannot be read: {reason}.", where, _AGAIN)
