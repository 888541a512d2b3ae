"""CSV as forms and spreadsheets write it: with commas, semicolons or tabs between the cells (RFC 4180)."""

from __future__ import annotations

import csv
from collections.abc import Iterator
from io import StringIO
from itertools import islice

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.sign_ons.findings import problem, refusal

_DELIMITERS = ("\t", ";", ",")
"""What may stand between cells. The rarest within a cell comes first: it wins where several would do."""

_TOLD_BY = 1_000
"""How many rows tell the delimiter."""

_MOST_CELLS = 3_000_000


def delimiter_of(text: str) -> str | None:
    """What stands between the cells of a CSV file; None if it has only one column.

    It is what parts the most rows into as many cells as the first, which must be two or more; of several that do, the
    one that gives the most cells.
    """
    shapes = {delimiter: _shape(text, delimiter) for delimiter in _DELIMITERS if delimiter in text}
    best = max(shapes, key=lambda delimiter: shapes[delimiter], default=None)
    return best if best is not None and shapes[best][1] > 1 else None


def _shape(text: str, delimiter: str) -> tuple[float, int]:
    """Which part of the rows have as many cells as the first, and how many those are; nothing where it has one."""
    widths = []
    try:
        for cells in islice(csv.reader(StringIO(text), delimiter=delimiter, strict=True), _TOLD_BY):
            if any(cells):
                widths.append(len(cells))
    except csv.Error:
        if len(widths) < 2:  # a mark that stands beside quotation marks everywhere is none; one slip below is a slip
            return 0.0, 0
    if not widths or widths[0] < 2:
        return 0.0, 0
    return sum(width == widths[0] for width in widths) / len(widths), widths[0]


def csv_rows_of(text: str, path: str, delimiter: str) -> Iterator[tuple[int, list[str]]]:
    """Each row that is not blank, with the line it begins on, without the blank cells at its end.

    Raises:
        SourceError: At the first row that is no CSV; at the end, with every row that has more cells than the first.
    """
    rows, line, width, seen = csv.reader(StringIO(text), delimiter=delimiter, strict=True), 1, 0, 0
    wide: list[Diagnostic] = []
    try:
        for cells in rows:
            width = width or len(cells)
            while cells and not cells[-1].strip():
                cells.pop()
            if cells:
                seen += len(cells)
                yield line, cells
            if len(cells) > width:
                wide.append(_too_wide(len(cells), width, Location(path, line)))
            if seen > _MOST_CELLS:
                message = f"This table has more than {_MOST_CELLS:,} cells."
                raise refusal("too-large", message, Location(path, line), "Export only the answers.")
            line = rows.line_num + 1
    except csv.Error as error:
        raise _no_csv(error, Location(path, line)) from error
    if wide:
        raise SourceError(wide)


def _too_wide(cells: int, width: int, where: Location) -> Diagnostic:
    message = f"This row has {cells} cells, and the first line names {width} columns."
    hint = "Is there a comma in a name? Then put the name in double quotes; or export the file again."
    return problem("cells", message, where, hint)


def _no_csv(error: csv.Error, where: Location) -> SourceError:
    is_open = "unexpected end of data" in str(error)
    message = "A quotation mark opened here is never closed." if is_open else f"This row is no CSV: {error}."
    hint = "Put a cell that contains a comma or a quote into double quotes, and double the quotes inside it."
    return refusal("csv-syntax", message, where, hint)
