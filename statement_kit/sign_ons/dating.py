"""The dates of a column, read in one order of day and month."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.columns import Column
from statement_kit.sign_ons.dates import DateForm, is_date, iso_of, order_of
from statement_kit.sign_ons.findings import counted, problem, quoted
from statement_kit.sign_ons.headers import technical_name
from statement_kit.sign_ons.table import Table
from statement_kit.sign_ons.technical_names import IN_UTC


class Dating:
    """Reads the dates of a column, and keeps each that cannot be read."""

    def __init__(self, column: Column | None, table: Table, column_map: ColumnMap, path: str) -> None:
        self._column = column
        self._path = path
        order = order_of(row.cells[column.place] for row in table.rows) if column else order_of(())
        given = column_map.month_first
        self._order = order
        is_utc = column is not None and technical_name(column.header) == IN_UTC.get(table.source)
        self._form = DateForm(order.decided if given is None else given, UTC if is_utc else column_map.zone)
        self._is_open = given is None and order.decided is None and (order.either > 0 or order.month_first > 0)
        self._problems: list[Diagnostic] = []
        self._first_line: int | None = None

    def signed(self, cell: str, where: Location) -> str:
        """The date in a cell as ISO 8601; empty for none, or, with the problem kept, for one that cannot be read."""
        if not cell or self._column is None:
            return ""
        self._first_line = self._first_line or where.line
        date = iso_of(cell, self._form)
        if date is None and not (self._is_open and is_date(cell)):
            self._problems.append(self._problem(cell, self._column, where))
        return date or ""

    def _problem(self, cell: str, column: Column, where: Location) -> Diagnostic:
        if self._form.month_first is not None and iso_of(cell, DateForm(not self._form.month_first)) is not None:
            first = "month" if self._form.month_first else "day"
            message = f"{quoted(cell)} in {column.words} is no date whose {first} comes first, as in the other rows."
            return problem("date", message, where, "Write it as 2025-07-28, or correct “month_first” in the mapping.")
        message = f"{quoted(cell)} in {column.words} is no date."
        hint = "Write it as 2025-07-28, or 2025-07-28 14:03; or leave the cell empty."
        return problem("date", message, where, hint)

    def problems(self) -> Iterator[Diagnostic]:
        """Each date that cannot be read, and the order of day and month, if nothing tells it."""
        yield from self._problems
        if not self._is_open or self._column is None:
            return
        dates = counted(self._order.either, "date")
        message = f"Does the month or the day come first in {self._column.words}? {dates} can be either."
        if self._order.month_first:
            message = f"In {self._column.words} the month comes first in some dates, and the day in others."
        hint = "Write month_first = true or month_first = false below [dates] in the mapping."
        yield problem("month-first", message, Location(self._path, self._first_line), hint)
