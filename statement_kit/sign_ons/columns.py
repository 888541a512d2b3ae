"""The columns of a table as its mapping has them, and what of either the other does not know."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.markup.private import private_kinds
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.fields import IGNORED, is_printed, ticked_field
from statement_kit.sign_ons.findings import counted, note, problem, quoted
from statement_kit.sign_ons.table import Table, column_letters

_NEEDED = frozenset({"anonymous", "consent", "email", "registration", "standing", "status"})
"""Fields that a reading must not lose unseen, beside those that are printed: who is known again, who may be named."""


class Column(NamedTuple):
    """A column that is kept.

    Attributes:
        place: Its place in each row, from 0.
        header: What it is called.
        field: What it holds.
    """

    place: int
    header: str
    field: str

    @property
    def words(self) -> str:
        """What it is called, for a sentence; its letter, where that is something private."""
        return column_words(self.header, self.place)


def column_words(header: str, place: int) -> str:
    """What a column is called, for a sentence: a file without a header has somebody's address there."""
    return f"column {column_letters(place)}" if private_kinds(header) else quoted(header)


def columns_of(
    table: Table, column_map: ColumnMap, path: str, *, allow_unknown: bool = False
) -> tuple[tuple[Column, ...], tuple[Diagnostic, ...]]:
    """The columns that are kept, in the order of the table, and notes on those that are missing or not known.

    Args:
        table: The table.
        column_map: What its columns hold.
        path: The path of its file, for messages.
        allow_unknown: Whether columns that the mapping does not name may be left out.

    Raises:
        SourceError: There are such columns, and they may not; a column is gone that says who may be named or is known
            again; two hold the same; or none holds a name.
    """
    where = Location(path, 1)
    unknown = [column_words(one, place) for place, one in enumerate(table.header) if one not in column_map.columns]
    gone = [
        (header, held) for header, held in column_map.columns.items() if header not in table.header and held != IGNORED
    ]
    lost = [(header, held) for header, held in gone if _is_needed(held)]
    problems = [_lost(header, held, where) for header, held in lost]
    notes = [_gone(header, held, where) for header, held in gone if not _is_needed(held)]
    if unknown and allow_unknown:
        notes.append(note("unknown-column", f"{_named(unknown)} left out: the mapping does not know them.", where))
    elif unknown:
        message = f"{_named(unknown)} in no line of the mapping."
        hint = f'Add each to [columns] with what it holds, or with "{IGNORED}"; or make a new mapping from this file.'
        problems.append(problem("unknown-column", message, where, hint))
    kept = tuple(
        Column(place, header, held)
        for place, header in enumerate(table.header)
        if (held := column_map.columns.get(header, IGNORED)) != IGNORED
    )
    problems += _twice(kept, where)
    if not problems and not any(is_printed(column.field) for column in kept):
        hint = "Say in [columns] which column holds it: name, organisation or person."
        problems.append(problem("no-name-column", "No column holds the names of who signed.", where, hint))
    if problems:
        raise SourceError(problems)
    return kept, tuple(notes)


def _twice(kept: Sequence[Column], where: Location) -> Iterator[Diagnostic]:
    """Every field that two columns of a table hold; boxes aside, of which each is an answer of its own."""
    first: dict[str, Column] = {}
    for column in kept:
        if ticked_field(column.field) is None and first.setdefault(column.field, column) is not column:
            message = f"Two columns are “{column.field}”: {first[column.field].words} and {column.words}."
            yield problem("field-twice", message, where, f"Write “{IGNORED}” for one of them in [columns].")


def _is_needed(held: str) -> bool:
    ticked = ticked_field(held)
    return is_printed(held) or (ticked[0] if ticked else held) in _NEEDED


def _named(unknown: Sequence[str]) -> str:
    return f"{counted(len(unknown), 'column')} ({', '.join(unknown)}) {'is' if len(unknown) == 1 else 'are'}"


def _lost(header: str, held: str, where: Location) -> Diagnostic:
    message = f"The column {quoted(header)} is gone, which held “{held}”."
    hint = (
        "Was the question changed? Correct its name in [columns] of the mapping, or delete its line to do without it. "
        "If this is another form, give it a name of its own: --source NAME."
    )
    return problem("lost-column", message, where, hint)


def _gone(header: str, held: str, where: Location) -> Diagnostic:
    return note("gone-column", f"The column {quoted(header)} is gone, which held “{held}”.", where)
