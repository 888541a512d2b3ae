"""A workbook (XLSX): which of its sheets holds the sign-ons, and its cells as text."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, datetime, time, timedelta
from io import BytesIO

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetTypeEnum, SheetVisibleEnum

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.sign_ons.findings import counted, note, quoted, refusal
from statement_kit.sign_ons.workbook_bounds import Bounded, bounded, damaged, locked

_ZIP = (b"PK\x03\x04", b"PK\x05\x06")
_OLE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"
_PACKAGE = "EncryptedPackage".encode("utf-16-le")
_MOST_SHEETS = 50
_LARGEST_WHOLE = 1e15
"""From here on a number of a workbook is not exact."""

_OF_REPEATS = frozenset({"_parent_index", "_parent_table_name", "_submission__id", "_submission__uuid"})
"""Columns that KoboToolbox writes into the sheets of repeated groups, which belong to answers of the first sheet."""

Lines = list[tuple[int, list[str]]]
"""Rows with anything in them, each with its number in the sheet."""


def is_workbook(data: bytes) -> bool:
    """Whether a file is one of an office program, by how it begins."""
    return data.startswith((*_ZIP, _OLE))


def workbook_rows(data: bytes, path: str, sheet: str | None) -> tuple[Lines, tuple[Diagnostic, ...]]:
    """The rows of the sheet that holds the sign-ons, and notes on what was left aside.

    Args:
        data: The file.
        path: Its path, for messages.
        sheet: The name of the sheet; None for the only one that has rows, those of repeated groups aside.

    Raises:
        SourceError: The file is no workbook, damaged, locked or hostile, has no such sheet, or several to choose from.
    """
    where = Location(path)
    if data.startswith(_OLE):
        raise _old_format(data, where)
    safe = bounded(data, path)
    sheets = _sheets(safe, where)
    name = _chosen(sheets, sheet, where)
    return sheets[name], tuple(_notes(sheets, name, safe.errors, where))


def _old_format(data: bytes, where: Location) -> Exception:
    if _PACKAGE in data:
        return locked(where)
    message = "This file has the format of Excel 97 to 2003 (.xls)."
    return refusal("old-format", message, where, "Save it as .xlsx (“Save as”), or the sheet as CSV.")


def _sheets(safe: Bounded, where: Location) -> dict[str, Lines]:
    """The rows of each sheet that is shown, by its name."""
    try:
        with CalamineWorkbook.from_filelike(BytesIO(safe.data)) as book:
            shown = [
                one.name
                for one in book.sheets_metadata
                if one.typ is SheetTypeEnum.WorkSheet and one.visible is SheetVisibleEnum.Visible
            ]
            if len(shown) > _MOST_SHEETS:
                raise damaged(where, f"it has more than {_MOST_SHEETS} sheets")
            return {name: _lines(book.get_sheet_by_name(name).to_python(skip_empty_area=False)) for name in shown}
    except PasswordError as error:
        raise locked(where) from error
    except CalamineError as error:
        raise damaged(where, "it is no workbook that Excel could open") from error


def _lines(rows: Sequence[Sequence[object]]) -> Lines:
    """The rows with anything in them, their cells as text."""
    found = []
    for number, row in enumerate(rows, 1):
        cells = [value if type(value) is str else _text(value) for value in row]
        if any(map(str.strip, cells)):
            found.append((number, cells))
    return found


def _text(value: object) -> str:
    """A cell as text: whole numbers without a point, days and times as ISO 8601 writes them, to the second."""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < _LARGEST_WHOLE else repr(value)
    if isinstance(value, datetime):
        return (value + timedelta(seconds=round(value.microsecond / 1e6))).isoformat(timespec="seconds")
    return value.isoformat() if isinstance(value, date | time) else str(value)


def _chosen(sheets: dict[str, Lines], wanted: str | None, where: Location) -> str:
    """The name of the sheet to read."""
    named = ", ".join(map(quoted, sheets))
    if wanted is not None:
        if wanted in sheets:
            return wanted
        raise refusal("sheet", f"There is no sheet {quoted(wanted)} in this workbook.", where, f"It has: {named}.")
    tests: tuple[Callable[[Lines], bool], ...] = (lambda rows: len(rows) > 1 and not _is_of_repeats(rows), bool)
    for test in tests:
        found = [name for name, rows in sheets.items() if test(rows)]
        if len(found) == 1:
            return found[0]
        if found:
            message = f"Several sheets of this workbook have rows: {', '.join(map(quoted, found))}."
            raise refusal("sheets", message, where, "Say which of them holds the sign-ons.")
    raise refusal("empty", "This workbook is empty.", where, "Export it again, with the answers.")


def _is_of_repeats(rows: Lines) -> bool:
    return bool(_OF_REPEATS.intersection(rows[0][1]))


def _notes(sheets: dict[str, Lines], chosen: str, errors: int, where: Location) -> list[Diagnostic]:
    """What somebody should know about the rest of a workbook."""
    found = []
    others = [name for name, rows in sheets.items() if name != chosen and rows]
    if others:
        verb = "was" if len(others) == 1 else "were"
        message = f"Only the sheet {quoted(chosen)} is read; {', '.join(map(quoted, others))} {verb} left aside."
        repeats = any(_is_of_repeats(sheets[name]) for name in others)
        hint = "Answers of a group that repeats stand there; none of them can be taken over." if repeats else None
        found.append(note("other-sheets", message, where, hint))
    if errors:
        message = f"{counted(errors, 'cell')} of this workbook hold an error such as #N/A, and are read as empty."
        found.append(note("error-cells", message, where, "Correct the formulas, and save the workbook."))
    return found
