"""A workbook that came back, read without openpyxl.

openpyxl reads a whole workbook, with every style, chart and picture in it, and says of a strange file no more than the
name of the exception. All that is wanted here are the texts of one table, and for each that is none its cell.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field

from lxml import etree

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.packs.cells import CellText, cell_text, place_of, rich_text, unescaped
from statement_kit.packs.parts import Parts, attribute, local
from statement_kit.packs.returned import Returned, ReturnedRow, finding, refusal, refuse
from statement_kit.packs.rows import made_row, repeated_clauses
from statement_kit.packs.stamp import FEWEST_KEYS, NEEDED, Stamp, check_columns, column_of, no_table, read_stamp
from statement_kit.packs.wording import is_column_name
from statement_kit.values import is_blank

MOST_ROWS = 20_000
"""Most rows that are read of a sheet; a statement has some hundred clauses."""

_MOST_STRINGS = 200_000
_MOST_SHEETS = 50
_KEYS_WITHIN = 50
"""Among how many rows the row of keys is looked for; somebody may have put others above it."""

_WHOLE = re.compile(r"\d{1,7}")


@dataclass(slots=True)
class _Table:
    """A table of a pack while it is read.

    Attributes:
        sheet: The sheet's name.
        line: The row with the keys.
        places: At which column each key stands.
        stamp: Whose pack it is.
        rows: The cells of each later row, by column key.
        merged: The ranges of merged cells of its sheet.
        last: The last row with anything in it.
    """

    sheet: str
    line: int = 0
    places: dict[str, int] = field(default_factory=dict)
    stamp: Stamp | None = None
    rows: dict[int, dict[str, CellText]] = field(default_factory=dict)
    merged: list[str] = field(default_factory=list)
    last: int = 0


def read_workbook(parts: Parts, main: str) -> Returned:
    """The rows of a workbook's table.

    Args:
        parts: The file.
        main: The name of its main part.

    Raises:
        CatalogError: There is no table of a pack in it or two, or with every fault of the one there is.
    """
    links = parts.related(main)
    strings = _strings(parts, links)
    formats = _formats(parts, links)
    found = []
    for name, part in _sheets(parts, main, links):
        table = _read_sheet(parts, part, name, strings, formats)
        if table.line:
            found.append((table, part))
    if not found:
        raise no_table(parts.where)
    if len(found) > 1:
        names = ", ".join(f"“{table.sheet}”" for table, _ in found)
        hint = "Keep the sheet with the right translations, and delete the others."
        raise refusal("two-tables", f"The table stands in this file {len(found)} times: {names}.", parts.where, hint)
    table, part = found[0]
    where = Location(parts.where.path, table.line)
    if table.stamp is None:
        raise no_table(where)
    rows, problems = _rows(table, parts.where.path, _comments(parts, part))
    refuse([*_merged_problems(table, parts.where.path), *problems, *repeated_clauses(rows)])
    return Returned(*table.stamp, tuple(rows), parts.where.path)


def _sheets(parts: Parts, main: str, links: Mapping[str, tuple[str, str]]) -> Iterator[tuple[str, str]]:
    """Name and part of each worksheet, hidden ones too."""
    sheets = list(parts.xml(main).iter("{*}sheet"))
    if len(sheets) > _MOST_SHEETS:
        raise parts.damaged(f"it has more than {_MOST_SHEETS} sheets")
    for sheet in sheets:
        kind, part = links.get(attribute(sheet, "id") or "", ("", ""))
        if kind == "worksheet":
            yield sheet.get("name", ""), part


def _target(links: Mapping[str, tuple[str, str]], wanted: str) -> str:
    return next((target for kind, target in links.values() if kind == wanted), "")


def _strings(parts: Parts, links: Mapping[str, tuple[str, str]]) -> list[str]:
    """The texts that cells refer to by number."""
    name, found = _target(links, "sharedStrings"), list[str]()
    for element in parts.elements(name, "si") if name else ():
        found.append(rich_text(element))
        if len(found) > _MOST_STRINGS:
            raise parts.damaged(f"it holds more than {_MOST_STRINGS:,} texts")
    return found


def _formats(parts: Parts, links: Mapping[str, tuple[str, str]]) -> list[int]:
    """The number format of each cell style."""
    name = _target(links, "styles")
    styles = parts.xml(name).iterchildren("{*}cellXfs") if name else iter(())
    numbers = [style.get("numFmtId", "0") for group in styles for style in group if local(style) == "xf"]
    return [int(number) if _WHOLE.fullmatch(number) else -1 for number in numbers]


def _read_sheet(parts: Parts, part: str, name: str, strings: list[str], formats: list[int]) -> _Table:
    """A sheet's table, if it has one: its keys are among the first rows."""
    table, line = _Table(name), 0
    for element in parts.elements(part, "row", "mergeCell"):
        if local(element) == "mergeCell":
            table.merged.append(element.get("ref", ""))
            continue
        number = element.get("r", "")
        line = int(number) if _WHOLE.fullmatch(number) else line + 1
        if table.line:
            _keep(table, line, element, strings, formats)
        elif line <= _KEYS_WITHIN:
            _look_for_keys(table, line, element, strings, formats, parts.where.path)
        else:
            break
        if len(table.rows) > MOST_ROWS:
            message = f"This sheet has more than {MOST_ROWS:,} rows."
            hint = "Delete the rows below the table, or copy the translations into the file that was sent out."
            raise refusal("too-many-rows", message, Location(parts.where.path, line), hint)
    return table


def _cells(row: etree._Element) -> Iterator[tuple[int, etree._Element]]:
    """Each cell of a row with its column, counted from 1; a cell without a reference follows the one before."""
    place = 0
    for cell in row.iterchildren("{*}c"):
        found = place_of(cell.get("r", ""))
        place = found[1] if found else place + 1
        yield place, cell


def _look_for_keys(
    table: _Table, line: int, row: etree._Element, strings: list[str], formats: list[int], path: str
) -> None:
    """Note the columns, if this is the row of keys."""
    places: dict[str, int] = {}
    repeated: set[str] = set()
    whose = None
    for place, cell in _cells(row):
        text = cell_text(cell, strings, formats).text
        whose = whose or read_stamp(text, Location(path, line))
        if column := column_of(text):
            repeated |= {column} & places.keys()
            places[column] = place
    if len(places) >= FEWEST_KEYS:
        check_columns(set(places), repeated, Location(path, line))
        table.line, table.places, table.stamp = line, places, whose


def _keep(table: _Table, line: int, row: etree._Element, strings: list[str], formats: list[int]) -> None:
    """Keep what stands in the table's columns of a row."""
    columns = {place: column for column, place in table.places.items()}
    cells = {columns[place]: cell_text(cell, strings, formats) for place, cell in _cells(row) if place in columns}
    if any(cell.fault or not is_blank(cell.text) for cell in cells.values()):
        table.rows[line], table.last = cells, line


def _rows(table: _Table, path: str, comments: Mapping[int, list[str]]) -> tuple[list[ReturnedRow], list[Diagnostic]]:
    """The rows below the names of the columns, and what is wrong with them."""
    rows: list[ReturnedRow] = []
    problems: list[Diagnostic] = []
    for line, cells in table.rows.items():
        if _is_row_of_names(cells):
            continue
        where = Location(path, line)
        if faults := list(_faults(table, line, cells, where)):
            problems += faults
        elif row := _row(cells, comments.get(line, []), where, problems):
            rows.append(row)
    return rows, problems


def _is_row_of_names(cells: Mapping[str, CellText]) -> bool:
    """Whether it is the row that says in words what the columns are; sorting may have moved it."""
    return "digest" in cells and is_column_name("digest", cells["digest"].text)


def _faults(table: _Table, line: int, cells: Mapping[str, CellText], where: Location) -> Iterator[Diagnostic]:
    """Every cell of a row that holds something other than a text."""
    clause = cells.get("clause", CellText("")).text.strip()
    for column in NEEDED:
        if column in cells and (fault := cells[column].fault):
            message = (
                f"Cell {_letters(table.places[column])}{line} ({clause or 'no clause'}) holds {fault}, not a text."
            )
            hint = "Type the text itself, with an apostrophe (') before it if Excel changes it."
            yield finding("not-text", message, where, hint, clause or None)


def _letters(place: int) -> str:
    """The letters of a column, counted from 1."""
    letters = ""
    while place:
        place, letter = divmod(place - 1, 26)
        letters = chr(ord("A") + letter) + letters
    return letters


def _row(
    cells: Mapping[str, CellText], comments: Iterable[str], where: Location, problems: list[Diagnostic]
) -> ReturnedRow | None:
    """A row as it came back; None, with the problem noted, if it says of no clause what it says."""
    text = {column: cells[column].text if column in cells else "" for column in NEEDED}
    note = "\n".join(filter(None, (text["note"], *comments)))
    return made_row({**text, "note": note}, where, problems)


def _merged_problems(table: _Table, path: str) -> Iterator[Diagnostic]:
    """Every range of merged cells that lies over the table: all but the first of their texts are gone."""
    used = sorted(table.places.values())
    for reference in table.merged:
        start, _, end = reference.partition(":")
        first, last = place_of(start), place_of(end or start)
        if first is None or last is None:
            continue
        is_beside = last[1] < used[0] or first[1] > used[-1] or last[0] < table.line or first[0] > table.last
        if not is_beside:
            message = f"The cells {reference} are merged, so that it cannot be told which row each text belongs to."
            hint = "Unmerge them, and put back what they held from the file that was sent out."
            yield finding("merged", message, Location(path, first[0]), hint)


def _comments(parts: Parts, part: str) -> dict[int, list[str]]:
    """The comments on the cells of a sheet, by row: what a translator says there is a note too."""
    name, found = _target(parts.related(part), "comments"), dict[int, list[str]]()
    for element in parts.elements(name, "comment") if name else ():
        place = place_of(element.get("ref", ""))
        text = "".join(rich_text(child) for child in element if local(child) == "text")
        if place and not is_blank(text):
            found.setdefault(place[0], []).append(unescaped(text))
    return found
