"""The rows of a CSV file that people wrote, each with its line (RFC 4180)."""

from __future__ import annotations

import csv
import re
from collections.abc import Iterable, Iterator, Sequence
from io import StringIO

from statement_kit.diagnostics import Diagnostic, Location, StatementKitError

_FORMULA = re.compile("'*[=+\\-@\t\r＝＋－＠]")
"""What a spreadsheet would take for a formula, and what stands for such a text in a file."""


def guarded(cell: str) -> str:
    """A cell as it is written: an apostrophe before what a spreadsheet would take for a formula."""
    return f"'{cell}" if _FORMULA.match(cell) else cell


def unguarded(cell: str) -> str:
    """A cell as it was before it was guarded."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def csv_rows(
    lines: Iterable[str], path: str, family: str, refuse: type[StatementKitError]
) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line it begins on.

    Args:
        lines: The lines of the file.
        path: Its path, for messages.
        family: The first part of the name of its rule.
        refuse: What is raised.

    Raises:
        StatementKitError: Of that kind, at the first row that is no CSV.
    """
    rows, line = csv.reader(lines, strict=True), 1
    try:
        for cells in rows:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = rows.line_num + 1
    except csv.Error as error:
        is_open = "unexpected end of data" in str(error)
        opened = "A quotation mark opened here is never closed."
        message = opened if is_open else f"This row cannot be read as CSV: {error}."
        hint = "Put a cell that contains a comma or a quote into double quotes, and double the quotes inside it."
        raise refuse([Diagnostic(f"{family}/csv-syntax", message, Location(path, line), hint)]) from error


def written_rows(rows: Iterable[Sequence[str]]) -> bytes:
    """A CSV file as the kit writes it: UTF-8, its lines ended by LF."""
    out = StringIO()
    csv.writer(out, lineterminator="\n").writerows(rows)
    return out.getvalue().encode()


def header_hint(cells: Sequence[str], otherwise: str) -> str:
    """What to do about a first line that is wrong: save it with commas if it has other marks between its cells."""
    if len(cells) == 1 and any(mark in cells[0] for mark in ";\t"):
        return "The cells are separated by semicolons or tabs; save the file with commas."
    return otherwise
