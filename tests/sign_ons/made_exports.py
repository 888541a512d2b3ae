"""Exports for the tests: those in the folder, and workbooks made from them as their sources would."""

from __future__ import annotations

import csv
import io
import zipfile
from collections.abc import Iterable, Mapping, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from openpyxl import Workbook

from statement_kit.diagnostics import SourceError
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.reading import Reading, sign_ons
from statement_kit.sign_ons.table import Row, Table, read_table

EXPORTS = Path(__file__).parent / "exports"
MAIN = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"


def export(name: str) -> Table:
    """An export of the folder."""
    return read_table((EXPORTS / name).read_bytes(), name)


def table(header: Sequence[str], *rows: Sequence[str], source: str = "table") -> Table:
    """A table as it is read from a file, its header on line 1."""
    return Table(tuple(header), tuple(Row(line, tuple(cells)) for line, cells in enumerate(rows, 2)), source)


def read(made: Table, **given: object) -> Reading:
    """What a table gives whose columns are called as fields are."""
    columns = given.pop("columns", {header: header for header in made.header})
    assert isinstance(columns, Mapping)
    return sign_ons(made, ColumnMap(columns, **given), "form.csv")  # type: ignore[arg-type]


def facts(made: Table, **given: object) -> list[dict[str, str]]:
    """The facts of each sign-on of such a table."""
    return [dict(one.facts) for one in read(made, **given).sign_ons]


def refused(made: Table, **given: object) -> SourceError:
    """The error that such a table is refused with."""
    with pytest.raises(SourceError) as caught:
        read(made, **given)
    return caught.value


def rules(error: SourceError) -> list[tuple[str, int | None]]:
    """The rule and the line of each finding of an error."""
    return [(one.rule.removeprefix("import/"), one.where.line if one.where else None) for one in error.diagnostics]


def as_csv(rows: Iterable[Sequence[str]], delimiter: str = ",") -> str:
    out = io.StringIO()
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(rows)
    return out.getvalue()


def workbook(**sheets: Iterable[Sequence[object]]) -> bytes:
    """A workbook with these rows in these sheets."""
    book = Workbook()
    book.remove(book.worksheets[0])
    for title, rows in sheets.items():
        sheet = book.create_sheet(title)
        for row in rows:
            sheet.append(list(row))
    out = BytesIO()
    book.save(out)
    return out.getvalue()


def with_parts(data: bytes, parts: Mapping[str, str | bytes]) -> bytes:
    """The same zip with some parts replaced, or added."""
    out = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in parts:
                new.writestr(name, old.read(name))
        for name, content in parts.items():
            new.writestr(name, content)
    return out.getvalue()


def with_sheet(xml: str) -> bytes:
    """A workbook whose only sheet has these rows, as XML."""
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{xml}</sheetData></worksheet>'
    return with_parts(workbook(Sheet=[["Name"]]), {"xl/worksheets/sheet1.xml": sheet})
