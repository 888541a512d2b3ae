"""Records that stand beside a catalog, as CSV: one line for each, so that version control shows what was added.

A record nobody can read is not passed over: it may hold the word of somebody who has signed off a clause.
"""

from __future__ import annotations

import csv
from collections.abc import Callable, Iterable, Iterator, Sequence
from datetime import date
from io import StringIO

from statement_kit.csv_rows import written_rows
from statement_kit.diagnostics import CatalogError, Diagnostic, Location
from statement_kit.translation.digest import DIGEST

RowProblems = Callable[[Sequence[str]], Iterator[str]]
"""What is wrong with a row that has as many cells as it should, in words."""


def write_rows(columns: Sequence[str], rows: Iterable[Sequence[str]]) -> bytes:
    """A record, its columns named in the first line."""
    return written_rows((columns, *rows))


def parse_rows(text: str, path: str, columns: Sequence[str], family: str, problems_of: RowProblems) -> list[list[str]]:
    """The rows of a record.

    Args:
        text: The file.
        path: Its path, for messages.
        columns: What its first line must name.
        family: The first part of the names of its rules.
        problems_of: What is wrong with a row.

    Raises:
        CatalogError: With every line that cannot be read, at its place.
    """
    reader = csv.reader(StringIO(text, newline=""), strict=True)
    rows: list[list[str]] = []
    problems: list[Diagnostic] = []

    def report(message: str) -> None:
        hint = "Take the line back from your version control, or delete it and record it again."
        problems.append(Diagnostic(f"{family}/line", message, Location(path, reader.line_num or 1), hint))

    try:
        if next(reader, []) != list(columns):
            report(f"The first line must be {','.join(columns)}.")
            raise CatalogError(problems)
        for row in filter(None, reader):
            if len(row) != len(columns):
                report(f"A line has {len(columns)} parts: {', '.join(columns)}. This one has {len(row)}.")
                continue
            found = list(problems_of(row))
            rows += [row] if not found else []
            for message in found:
                report(message)
    except csv.Error as error:
        report(f"This line cannot be read as CSV: {error}.")
    if problems:
        raise CatalogError(problems)
    return rows


def digest_problems(cell: str) -> Iterator[str]:
    """What is wrong with a cell that should hold a `pair_digest`."""
    if not DIGEST.fullmatch(cell):
        yield f"“{cell[:40]}” is no fingerprint of two texts."


def date_problems(cell: str) -> Iterator[str]:
    """What is wrong with a cell that should hold a date."""
    try:
        date.fromisoformat(cell)
    except ValueError:
        yield f"“{cell[:40]}” is no date like 2026-03-21."
