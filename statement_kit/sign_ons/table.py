"""A file of sign-ons as a table: a header, and rows that know their lines."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.markup.private import EMAIL, private_kinds
from statement_kit.sign_ons.csv_table import csv_rows_of, delimiter_of
from statement_kit.sign_ons.decoding import text_of
from statement_kit.sign_ons.findings import counted, refusal
from statement_kit.sign_ons.plain_list import HEADER, is_list, list_rows
from statement_kit.sign_ons.source_kinds import LIST, source_of
from statement_kit.sign_ons.workbook import is_workbook, workbook_rows

MOST_BYTES = 32_000_000
"""Largest file that is opened; ten thousand sign-ons have a tenth of that."""

_MOST_ROWS, _MOST_COLUMNS = 100_000, 1_000


@dataclass(frozen=True, slots=True)
class Row:
    """A row: its line in the file, and the text of each cell, without space around it."""

    line: int
    cells: tuple[str, ...] = field(repr=False)


@dataclass(frozen=True, slots=True)
class Table:
    """What stands in a file, before anybody says what it means.

    Attributes:
        header: What each column is called, each name once: a second “Name” is “Name (2)”, one without a name
            “column G”.
        rows: Every row with anything in it, each with as many cells as the header.
        source: Where it comes from, as far as its header tells (see `source_kinds`).
        notes: What of the file was left aside.
    """

    header: tuple[str, ...] = field(repr=False)
    rows: tuple[Row, ...] = field(repr=False)
    source: str
    notes: tuple[Diagnostic, ...] = ()


def read_table(data: bytes, path: str, sheet: str | None = None) -> Table:
    """The table in a file: CSV (with commas, semicolons or tabs), a workbook (XLSX), or a plain list of names.

    Args:
        data: The file.
        path: Its path, for messages; its ending tells a list from a table where the text does not.
        sheet: Which sheet of a workbook; None for the one that has rows.

    Raises:
        SourceError: The file cannot be read, is larger than any list of sign-ons, or holds several sheets to choose
            from; or with every row that has more cells than the header.
    """
    if len(data) > MOST_BYTES:
        message = f"The file has {len(data) / 1e6:.0f} MB; a list of sign-ons has at most {MOST_BYTES / 1e6:.0f}."
        raise refusal("too-large", message, Location(path), "Export only the answers, without pictures or attachments.")
    if is_workbook(data):
        rows, notes = workbook_rows(data, path, sheet)
        return _table(rows, path, notes)
    text = text_of(data, path)
    delimiter = delimiter_of(text)
    if is_list(text, path, delimiter):
        entries, notes = list_rows(text, path)
        return Table(HEADER, tuple(Row(line, cells) for line, cells in entries), LIST, notes)
    return _table(csv_rows_of(text, path, delimiter or ","), path, ())


def _table(rows: Iterable[tuple[int, Sequence[str]]], path: str, notes: tuple[Diagnostic, ...]) -> Table:
    """The table of rows of which the first is the header."""
    found = [(line, tuple(map(str.strip, cells))) for line, cells in rows]
    if not found:
        raise refusal("empty", "This file is empty.", Location(path), "Export it again, with the answers.")
    width = max(len(cells) for _, cells in found)
    if len(found) - 1 > _MOST_ROWS or width > _MOST_COLUMNS:
        size = f"{counted(len(found) - 1, 'row')} and {counted(width, 'column')}"
        message = f"This table has {size}; at most {_MOST_ROWS:,} and {_MOST_COLUMNS:,} are read."
        raise refusal("too-large", message, Location(path), "Delete the rows and columns that are no sign-ons.")
    padded = [(line, cells + ("",) * (width - len(cells))) for line, cells in found]
    used = [place for place in range(width) if any(cells[place] for _, cells in padded)]
    header = _header([padded[0][1][place] for place in used], used)
    if any(EMAIL in private_kinds(name) and " " not in name for name in header):
        message = "The first row is no header: it holds somebody's e-mail address."
        raise refusal("no-header", message, Location(path, found[0][0]), "Put a row above it that names the columns.")
    if len(used) == width:
        kept = tuple(Row(line, cells) for line, cells in padded[1:])
    else:
        kept = tuple(Row(line, tuple(cells[place] for place in used)) for line, cells in padded[1:])
    return Table(header, kept, source_of(header), notes)


def _header(names: Sequence[str], places: Sequence[int]) -> tuple[str, ...]:
    """What each column is called: no name twice, and none without."""
    header: dict[str, None] = {}
    numbers: dict[str, int] = {}
    for name, place in zip(names, places, strict=True):
        plain = " ".join(name.split()) or f"column {column_letters(place)}"
        called = plain
        while called in header:
            numbers[plain] = numbers.get(plain, 1) + 1
            called = f"{plain} ({numbers[plain]})"
        header[called] = None
    return tuple(header)


def column_letters(place: int) -> str:
    """What spreadsheets call a column, counted from 0: `A`, `Z`, `AA`."""
    letters, place = "", place + 1
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters
