"""A Word document that came back: the rows of its table, wherever it stands, and in however many pieces."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.packs.parts import Parts, attribute, local
from statement_kit.packs.returned import Returned, ReturnedRow, finding, refusal, refuse
from statement_kit.packs.rows import made_row, repeated_clauses
from statement_kit.packs.stamp import FEWEST_KEYS, Stamp, check_columns, column_of, no_table, read_stamp
from statement_kit.packs.word_text import Reader, comments_on, foreign, has_tracked_changes
from statement_kit.packs.wording import is_column_name
from statement_kit.values import is_blank

MOST_ROWS = 20_000
"""Most rows that are read; a statement has some hundred clauses."""

_ID = re.compile(r"\s*(\S+)\s+([0-9a-f]{32})\s*")
"""A clause's id and, hidden behind it, its digest."""

_WITHOUT_COLUMN = {"digest"}
"""The digest has no column of its own in a Word table: it stands behind the clause."""


@dataclass(frozen=True, slots=True)
class _Columns:
    """Which column is which in a table, how many there are, and whose pack it is."""

    places: Mapping[str, int]
    count: int
    stamp: Stamp | None


class _Rows:
    """The rows of a document while they are read.

    Attributes:
        rows: Those that can be read.
        problems: What is wrong with the others.
        columns: The columns as the last row of names had them; None before there was one.
        stamp: Whose pack it is.
    """

    def __init__(self, path: str, comments: Mapping[str, str]) -> None:
        self.rows: list[ReturnedRow] = []
        self.problems: list[Diagnostic] = []
        self.columns: _Columns | None = None
        self.stamp: Stamp | None = None
        self._tables: set[etree._Element] = set()
        self._path = path
        self._comments = comments

    def add_table(self, table: etree._Element) -> None:
        """Read the rows of a table: one of a pack, or one that was split off such a table.

        A table in a cell of a pack's table is passed over, since the row it stands in is refused for it.
        """
        if any(outer in self._tables for outer in table.iterancestors("{*}tbl")):
            return
        rows = [(row, list(_members(row, "tc"))) for row in _members(table, "tr")]
        if len(self.rows) + len(rows) > MOST_ROWS:
            message = f"The tables of this file have more than {MOST_ROWS:,} rows."
            hint = "Delete what is no part of the pack, or copy the translations into the file that was sent out."
            raise refusal("too-many-rows", message, Location(self._path), hint)
        named = {line: _columns(cells, Location(self._path, line)) for line, (_, cells) in enumerate(rows, 1)}
        split_from = self.columns
        if not any(named.values()) and not (split_from and any(_ours(split_from, cells) for _, cells in rows)):
            return
        self._tables.add(table)
        for line, (row, cells) in enumerate(rows, 1):
            if found := named[line]:
                self.columns, self.stamp = found, self.stamp or found.stamp
            elif self.columns:
                self._add(row, cells, self.columns, Location(self._path, line))

    def _add(self, row: etree._Element, cells: list[etree._Element], columns: _Columns, where: Location) -> None:
        """Read a row below the names."""
        clause, digest = _clause(cells, columns)
        if fault := _row_fault(row, cells, columns, clause, where):
            self.problems.append(fault)
            return
        if is_column_name("clause", clause):  # a row of names, copied without what is hidden in it
            return
        faults = list(_cell_faults(cells, columns, clause, where))
        self.problems += faults
        texts = {column: Reader().text(cells[place]) for column, place in columns.places.items()}
        said = [self._comments.get(comment, "") for comment in comments_on(row)]
        note = "\n".join(filter(None, (texts["note"], *said)))
        if not faults and (
            made := made_row({**texts, "clause": clause, "digest": digest, "note": note}, where, self.problems)
        ):
            self.rows.append(made)


def read_word_table(parts: Parts, main: str) -> Returned:
    """The rows of a Word document's table.

    Args:
        parts: The file.
        main: The name of its main part.

    Raises:
        CatalogError: There is no table of a pack in it, or with every fault of its rows.
    """
    found = _Rows(parts.where.path, _comments(parts, main))
    for table in parts.xml(main).iter("{*}tbl"):
        found.add_table(table)
    if found.columns is None or found.stamp is None:
        raise no_table(parts.where)
    refuse([*found.problems, *repeated_clauses(found.rows)])
    return Returned(*found.stamp, tuple(found.rows), parts.where.path)


def _members(element: etree._Element, wanted: str) -> Iterator[etree._Element]:
    """The rows of a table or the cells of a row, those within content controls and other wrappers too."""
    for child in element:
        name = local(child)
        if name == wanted:
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "del", "moveFrom", "moveTo"):
            yield from _members(child, wanted)


def _columns(cells: list[etree._Element], where: Location) -> _Columns | None:
    """The columns, if it is the row of names: their keys are hidden in it."""
    texts = [Reader().text(cell) for cell in cells]
    keys = [column_of(text) for text in texts]
    places = {key: place for place, key in enumerate(keys) if key}
    if len(places) < FEWEST_KEYS:
        return None
    check_columns(places.keys() | _WITHOUT_COLUMN, {key for key in keys if key and keys.count(key) > 1}, where)
    whose = next(filter(None, (read_stamp(text, where) for text in texts)), None)
    return _Columns(places, len(cells), whose)


def _ours(columns: _Columns, cells: list[etree._Element]) -> bool:
    """Whether it is a row of a pack, by its id and digest."""
    return len(cells) == columns.count and bool(_clause(cells, columns)[1])


def _clause(cells: list[etree._Element], columns: _Columns) -> tuple[str, str]:
    """The clause and the digest of a row, each empty if it is not there."""
    place = columns.places["clause"]
    text = Reader().text(cells[place]) if place < len(cells) else ""
    found = _ID.fullmatch(text)
    return (found[1], found[2]) if found else (text.strip(), "")


def _row_fault(
    row: etree._Element, cells: list[etree._Element], columns: _Columns, clause: str, where: Location
) -> Diagnostic | None:
    """Why a row as a whole cannot be read."""
    name = clause[:60] or "without a clause"
    if has_tracked_changes(row):
        message = f"The row {name} has tracked changes, so that it is open which text is meant."
        hint = "Accept or reject all changes (“Review”), save the file, and try again."
        return finding("tracked-changes", message, where, hint, clause or None)
    if any(map(_is_merged, cells)):
        message = f"Cells of the row {name} are merged, so that it cannot be told which row each text belongs to."
        hint = "Split them again, and put back what they held from the file that was sent out."
        return finding("merged", message, where, hint, clause or None)
    if len(cells) != columns.count or row.find("{*}trPr/{*}gridBefore") is not None:
        message = f"The row {name} has {len(cells)} cells where {columns.count} are wanted."
        hint = "Put the row back from the file that was sent out, and copy the translation into it."
        return finding("cells", message, where, hint, clause or None)
    return None


def _is_merged(cell: etree._Element) -> bool:
    """Whether a cell is merged with one beside or below it."""
    span = cell.find("{*}tcPr/{*}gridSpan")
    is_wide = span is not None and (attribute(span, "val") or "1") != "1"
    return is_wide or any(cell.find(f"{{*}}tcPr/{{*}}{name}") is not None for name in ("vMerge", "hMerge"))


def _cell_faults(cells: list[etree._Element], columns: _Columns, clause: str, where: Location) -> Iterator[Diagnostic]:
    """Everything in the translation and the note that no text can stand for."""
    for column, name in (("text", "translation"), ("note", "note")):
        if found := foreign(cells[columns.places[column]]):
            message = f"The {name} of {clause or 'a row'} holds {found}, which no text can stand for."
            hint = "Remove it, and say in words what is needed."
            yield finding("not-text", message, where, hint, clause or None)


def _comments(parts: Parts, main: str) -> dict[str, str]:
    """The text of each comment by its id: what a translator says there is a note too."""
    name = next((target for kind, target in parts.related(main).values() if kind == "comments"), "")
    if not name:
        return {}
    comments = ((attribute(comment, "id") or "", Reader().text(comment)) for comment in parts.xml(name))
    return {comment: text for comment, text in comments if not is_blank(text)}
