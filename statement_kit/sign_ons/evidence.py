"""What a table shows of its columns, to guess what they mean: their headers, their cells, one another."""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import islice
from typing import NamedTuple

from statement_kit.markup.private import EMAIL, private_kinds
from statement_kit.sign_ons.answers import canonical, is_nothing
from statement_kit.sign_ons.dates import is_date
from statement_kit.sign_ons.fields import ANSWERS
from statement_kit.sign_ons.header_topics import ORGANISATION_NAME, PERSON_NAME, language_of, topics_of
from statement_kit.sign_ons.headers import header_words, technical_name
from statement_kit.sign_ons.language_words import LANGUAGE_WORDS, LETTERS
from statement_kit.sign_ons.table import Table
from statement_kit.sign_ons.websites import is_website

MOST = 0.75
"""Which part of the cells is most of them."""

_TOLD_BY, _LONGEST = 200, 500
"""How many cells of a column are looked at, and how many characters of each and of the header."""

_MOST_DIGITS = 6
"""How many digits the number of an endorser may have."""

_FEW = 6
"""How many different answers a question with a choice may have."""

_QUESTION_ENDS = ("?", "？", "ទេ", "หรือไม่", "ไหม")
"""What stands at the end of a question with yes or no; in Khmer and in Thai (twice) it is a word of its own."""

_LANGUAGE_SUFFIX = re.compile(r"::[^()]*\((?P<tag>[a-z]{2,3})\)\s*$")
_TAG_SUFFIX = re.compile(rf"(?:[_\-. ]|\()(?P<tag>{'|'.join(LANGUAGE_WORDS)})\)?$", re.IGNORECASE)


@dataclass(frozen=True, slots=True)
class Column:
    """A column as a guess sees it.

    Attributes:
        header: What it is called.
        name: The same, as systems write it.
        words: The same, as words.
        cells: The first cells with anything in them.
    """

    header: str
    name: str
    words: str
    cells: tuple[str, ...]

    def share(self, test: Callable[[str], bool]) -> float:
        """Which part of the cells passes a test; all of none."""
        return sum(map(test, self.cells)) / len(self.cells) if self.cells else 1.0

    def fit(self, field: str) -> float:
        """Which part of the cells can be what a field holds; 1 where it may hold anything."""
        test = CONTENTS.get(field)
        return self.share(test) if test else 1.0

    def is_choice(self) -> bool:
        """Whether it holds answers to a question with a choice, whatever they mean."""
        different = len(set(self.cells))
        is_question = self.header.rstrip().endswith(_QUESTION_ENDS)
        return is_question or (different <= _FEW and len(self.cells) >= 3 * different)

    @property
    def language(self) -> str | None:
        """The tag of the language that the header asks for: `::Khmer (km)`, “in Khmer”, `name_km`."""
        if match := _LANGUAGE_SUFFIX.search(self.header[:_LONGEST]):
            return match["tag"]
        if tag := language_of(self.words):
            return tag
        match = _TAG_SUFFIX.search(self.header[:_LONGEST])
        return match["tag"].lower() if match else None

    @property
    def letters(self) -> str | None:
        """The tag of the language in whose letters most cells are written; None for Latin letters."""
        if not self.cells:
            return None
        return next((tag for tag, letter in LETTERS.items() if self.share(partial(_has, letter)) >= MOST), None)


def _has(letter: re.Pattern[str], cell: str) -> bool:
    return bool(letter.search(cell))


def _understood(field: str, cell: str) -> bool:
    return canonical(field, cell) is not None


CONTENTS: Mapping[str, Callable[[str], bool]] = {
    "number": lambda cell: cell.isdecimal() and len(cell) <= _MOST_DIGITS,
    **{field: partial(_understood, field) for field in (*ANSWERS, "country")},
    "email": lambda cell: EMAIL in private_kinds(cell),
    "website": is_website,
    "signed": is_date,
}
"""By field, what its cells must be."""


class Context(NamedTuple):
    """What of the whole table bears on a column.

    Attributes:
        source: Where it comes from.
        names: What all its columns are called, as systems write it.
        has_organisations: Whether some column asks for the name of an organisation.
        has_persons: Whether some column asks for that of a person.
        has_english: Whether some column asks for a name in English.
    """

    source: str
    names: frozenset[str]
    has_organisations: bool
    has_persons: bool
    has_english: bool


def observed_columns(table: Table) -> list[Column]:
    """The columns of a table as a guess sees them, in its order."""
    return [_column(table, place) for place in range(len(table.header))]


def _column(table: Table, place: int) -> Column:
    header = table.header[place]
    start = header[:_LONGEST]
    cells = (row.cells[place][:_LONGEST] for row in table.rows)
    filled = tuple(islice((cell for cell in cells if not is_nothing(cell)), _TOLD_BY))
    return Column(header, technical_name(start), header_words(without_language(start)), filled)


def without_language(header: str) -> str:
    """A header without the language that a form's translation adds to it: `::Khmer (km)`."""
    return _LANGUAGE_SUFFIX.sub("", header)


def context_of(table: Table, columns: Sequence[Column]) -> Context:
    """What of a whole table bears on each of its columns."""
    topics = [(column, next(topics_of(column.words), None)) for column in columns]
    plain_names = [column for column, topic in topics if topic == "name" and not column.language]
    return Context(
        table.source,
        frozenset(column.name for column in columns),
        any(topic == ORGANISATION_NAME for _, topic in topics),
        bool(plain_names) or any(topic in (PERSON_NAME, "first_name", "last_name") for _, topic in topics),
        any(topic in ("name", ORGANISATION_NAME) and column.language == "en" for column, topic in topics),
    )
