"""Files that the kit keeps beside a register, as CSV: one line for each thing, for version control to show."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from statement_kit.csv_rows import csv_rows, guarded, unguarded, written_rows
from statement_kit.diagnostics import Diagnostic, Location, SourceError


def write_record(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A record as a file, its columns named in the first line."""
    return written_rows([columns, *([guarded(cell) for cell in row] for row in rows)])


def read_record(text: str, path: str, columns: Sequence[str]) -> Iterator[tuple[Location, list[str]]]:
    """The rows of a record, each with its place.

    Raises:
        SourceError: At the first line that has other parts than it should.
    """
    rows = csv_rows(StringIO(text), path, "register", SourceError)
    line, header = next(rows, (1, []))
    if header != list(columns):
        raise damaged(Location(path, line), f"The first line must be {','.join(columns)}.")
    for line, cells in rows:
        if len(cells) != len(columns):
            raise damaged(Location(path, line), f"A line has {len(columns)} parts: {', '.join(columns)}.")
        yield Location(path, line), [unguarded(cell) for cell in cells]


def damaged(where: Location, message: str) -> SourceError:
    """That a record cannot be read. It is never passed over: what it knows would be forgotten."""
    hint = "The kit writes this file. Take it back from your version control, or from a copy of the folder."
    return SourceError([Diagnostic("register/record", message, where, hint)])
