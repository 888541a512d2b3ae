"""The answers of a row out of a few, understood by themselves or as the mapping explains them."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.sign_ons.answers import answer_key, canonical, combined, is_nothing
from statement_kit.sign_ons.column_map import ColumnMap, taught
from statement_kit.sign_ons.columns import Column
from statement_kit.sign_ons.fields import ANSWERS, TAUGHT, ticked_field
from statement_kit.sign_ons.findings import counted, problem, quoted
from statement_kit.sign_ons.table import Row

_BOX = "logo_consent"
"""A field of yes and no; what is in a box is understood as its answers are."""


class Answering:
    """Understands answers, and keeps each that it does not with the rows that give it."""

    def __init__(self, columns: Sequence[Column], column_map: ColumnMap, path: str) -> None:
        self._path = path
        self._columns = [column for column in columns if column.field in TAUGHT]
        self._boxes = [(column, *ticked) for column in columns if (ticked := ticked_field(column.field))]
        self._taught = {field: taught(column_map, field) for field in TAUGHT}
        self._known: dict[tuple[str, str], str | None] = {}
        self._unknown: dict[tuple[Column, str], list[int]] = {}

    def answers(self, row: Row) -> dict[str, str]:
        """What a row answers, canonical, by field; what is blank, or not understood, is not there."""
        found = {}
        for column in self._columns:
            cell = row.cells[column.place]
            meant = self._meaning(column.field, cell)
            if meant is None:
                self._unknown.setdefault((column, answer_key(cell)), []).append(row.line)
            elif meant:
                found[column.field] = meant
        if self._boxes:
            found.update(self._ticked(row))
        return found

    def _meaning(self, field: str, cell: str) -> str | None:
        """What a cell means; empty for no answer, None for one that is not understood."""
        known = self._known
        if (field, cell) not in known:
            known[field, cell] = self._understood(field, cell)
        return known[field, cell]

    def _understood(self, field: str, cell: str) -> str | None:
        # “NA” is how people say that there is nothing, and Namibia's code: the list's own cells have codes in capitals.
        is_blank = is_nothing(cell) and not (field == "country" and cell == "NA")
        explained = self._taught[field].get("" if is_blank else answer_key(cell))
        if explained is not None:
            return explained
        return "" if is_blank else canonical(field, cell)

    def _ticked(self, row: Row) -> Iterator[tuple[str, str]]:
        """What the boxes say, by field; boxes that contradict one another say what is not understood."""
        meant: dict[str, list[tuple[Column, str]]] = {}
        for column, field, meaning in self._boxes:
            cell = row.cells[column.place]
            is_ticked = "no" if is_nothing(cell) else canonical(_BOX, cell)
            if is_ticked is None:
                self._unknown.setdefault((column, answer_key(cell)), []).append(row.line)
            elif is_ticked == "yes":
                meant.setdefault(field, []).append((column, meaning))
        for field, many in meant.items():
            together = combined({meaning for _, meaning in many})
            if together is None:
                self._unknown.setdefault((many[0][0], " + ".join(sorted(one for _, one in many))), []).append(row.line)
            elif together:
                yield field, together

    def problems(self) -> Iterator[Diagnostic]:
        """Each answer that is not understood, once, at its first row."""
        for (column, answer), lines in self._unknown.items():
            field = column.field.partition("=")[0]
            rows = f" ({counted(len(lines), 'row')})" if len(lines) > 1 else ""
            message = f"The answer {quoted(answer)} in {column.words} is not understood as “{field}”{rows}."
            yield problem("answer", message, Location(self._path, lines[0]), _hint(field, answer))


def _hint(field: str, answer: str) -> str:
    """How to teach the mapping an answer."""
    if field == "country":
        return f'Say in the mapping which country it is: [answers.country] {_example(answer)} = "KH".'
    choices = " or ".join(f'"{value}"' for value in ANSWERS[field])
    return f"Say in the mapping what it means: [answers.{field}] {_example(answer)} = {choices}."


def _example(answer: str) -> str:
    shown = quoted(answer)
    return f'"{answer}"' if shown.startswith("“") and len(answer) <= 60 else '"the answer"'
