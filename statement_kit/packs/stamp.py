"""What a table of a pack carries for the kit, beside what people read: which column is which, and whose pack it is.

It stands in the table itself, hidden, and not in the properties of the file or in parts of their own: those are lost
when a table is copied into a new file, or is opened and saved by a program that does not know them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from typing import NamedTuple

from statement_kit.diagnostics import Location
from statement_kit.packs.pack import Pack
from statement_kit.packs.returned import refusal

COLUMNS = ("clause", "source", "previous", "text", "note", "state", "digest")
"""What a table of a pack may hold, in the order it is written in."""

NEEDED = ("clause", "source", "text", "note", "state", "digest")
"""What it must hold still when it comes back."""

FEWEST_KEYS = 3
"""How many keys make a row one of keys; a translation may speak of one."""

_KEY = re.compile(r"statement-kit:([a-z]+)(?![a-z])")
_STAMP = re.compile(r"statement-kit:pack (\d{1,9}) ([\w-]{1,40}) ([\w-]{1,40}) (.{1,500})")
_VERSION = "1"


class Stamp(NamedTuple):
    """Whose pack a table is."""

    project: str
    source_language: str
    language: str


def column_key(column: str) -> str:
    """What marks a column, wherever it is moved."""
    return f"statement-kit:{column}"


def stamp(pack: Pack) -> str:
    """What says whose pack a table is."""
    return f"statement-kit:pack {_VERSION} {pack.source_language} {pack.language} {one_line(pack.project)}"


def one_line(project: str) -> str:
    """The name of a folder as a stamp holds it."""
    return " ".join(project.split())


def column_of(text: str) -> str:
    """The column that a cell marks, or empty."""
    return next((key for key in _KEY.findall(text) if key in COLUMNS), "")


def read_stamp(text: str, where: Location) -> Stamp | None:
    """Whose pack a table is, if a text says so.

    Raises:
        CatalogError: The pack was made by a later kit.
    """
    found = _STAMP.search(text)
    if not found:
        return None
    if found[1] != _VERSION:
        message = f"This pack was made by a later version of the kit (packs of kind {found[1]})."
        raise refusal("version", message, where, "Install the current version of the kit, and try again.")
    return Stamp(one_line(found[4]), found[2], found[3])


def check_columns(columns: set[str], repeated: set[str], where: Location) -> None:
    """Make sure that every column is there once.

    Args:
        columns: Those that are there.
        repeated: Those that are there again.
        where: The row of keys.

    Raises:
        CatalogError: With the names of those that are not.
    """
    missing = [column for column in NEEDED if column not in columns]
    if missing:
        message = f"The table has lost {'a column' if len(missing) == 1 else 'columns'}: {_named(missing)}."
        hint = "Columns may be moved and narrowed, but not deleted. Put them back from the file that was sent out."
        raise refusal("columns", message, where, hint)
    if repeated:
        message = f"A column stands twice in the table: {_named(sorted(repeated))}."
        raise refusal("columns", message, where, "Delete the one that is not meant.")


def _named(columns: Iterable[str]) -> str:
    return ", ".join(f"“{_NAMES.get(column, column)}”" for column in columns)


def no_table(where: Location) -> Exception:
    """The error that a file has no table of a pack."""
    message = "There is no table of a pack in this file, or its hidden first row or hidden text was deleted."
    hint = "Translate in the file that “statement-kit pack” made, or copy the translations back into it."
    return refusal("no-table", message, where, hint)


_NAMES = {
    "clause": "Clause",
    "source": "Source",
    "previous": "Source before",
    "text": "Translation",
    "note": "Note",
    "state": "State",
    "digest": "Do not change",
}
"""What the columns are called in English, for messages."""
