"""The columns of a register, and what a cell of each may hold.

Addresses, telephone numbers and the like have no column: what is not kept cannot get out.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import NamedTuple

from statement_kit.endorsers import COUNTRY, WEBSITE, EndorserKind


class Standing(StrEnum):
    """Whether an endorser is printed, only counted, or neither: the most careful last."""

    NAMED = "named"
    WITHHELD = "withheld"
    WITHDRAWN = "withdrawn"


def most_careful(standings: Iterable[Standing]) -> Standing | None:
    """Of several answers the one that exposes least, since that is worse than being left out; None of none."""
    return max(standings, key=tuple(Standing).index, default=None)


class Column(NamedTuple):
    """A column: what its cells hold, in words and as a question. An empty cell holds nothing, and is always right."""

    words: str
    holds: Callable[[str], bool] = bool


PERSONAL = "personal"
YES, NO = "yes", "no"


def parse_time(text: str) -> date | datetime:
    """A day, or a moment, as it stands in a register (ISO 8601).

    Raises:
        ValueError: It is neither.
    """
    return date.fromisoformat(text) if len(text) == len("2025-07-28") else datetime.fromisoformat(text)


def _is_time(text: str) -> bool:
    try:
        parse_time(text)
    except ValueError:
        return False
    return True


def _one_of(*values: str) -> Column:
    return Column(" or ".join(values), values.__contains__)


NUMBER, NAME = "number", "name"

COLUMNS: Mapping[str, Column] = {
    NUMBER: Column("a number of its own"),
    NAME: Column("the name"),
    "acronym": Column("the acronym"),
    "kind": _one_of(*EndorserKind),
    "title": Column("what a person is, and where"),
    "capacity": _one_of(PERSONAL),
    "country": Column("the code of a country, such as KH, TH or MM", lambda text: bool(COUNTRY.fullmatch(text))),
    "website": Column("an address such as https://example.org", lambda text: bool(WEBSITE.fullmatch(text))),
    "signed": Column("a date such as 2025-07-28, or 2025-07-28T14:03+07:00", _is_time),
    "standing": _one_of(*Standing),
    "logo": Column("the file of a logo in the statement folder"),
    "logo_consent": _one_of(YES, NO),
}
"""Every column that is the same for all languages. Only the number and the name must be there."""

BY_LANGUAGE: Mapping[str, str] = {
    "name": "the name in that language, as the organisation writes it",
    "transliteration": "the name in that language's letters, where there is no official one",
    "acronym": "the acronym in that language",
    "title": "what a person is, in that language",
}
"""Every column that a language may have of its own: `name:km`."""

_OF_A_LANGUAGE = re.compile(rf"({'|'.join(BY_LANGUAGE)}):([a-z]{{2,8}}(-[A-Za-z0-9]{{1,8}})*)")


def language_column(column: str) -> tuple[str, str] | None:
    """What a column holds, and in which language; None for one that is the same for all."""
    match = _OF_A_LANGUAGE.fullmatch(column)
    return (match[1], match[2]) if match else None


def is_column(column: str) -> bool:
    """Whether a register has such a column."""
    return column in COLUMNS or language_column(column) is not None


def column_of(column: str) -> Column:
    """What a column holds."""
    local = language_column(column)
    return Column(BY_LANGUAGE[local[0]]) if local else COLUMNS[column]


TEXTS = frozenset({NAME, "acronym", "title"})
"""Columns whose cells are printed as they stand."""


def is_text(column: str) -> bool:
    """Whether the cells of a column are printed as they stand."""
    return column in TEXTS or language_column(column) is not None


def column_rank(column: str) -> tuple[int, str]:
    """Where a column stands among others."""
    names = list(COLUMNS)
    local = language_column(column)
    return (len(names), column) if local else (names.index(column), "")
