"""The record of reviews: who found which translation right, bound to the exact words of it and of its source (A18).

PO knows only “fuzzy” or not, so it stands beside the catalog. A later change of either text leaves the line in the
record, but no clause that it speaks for.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from statement_kit.diagnostics import CatalogError, Diagnostic
from statement_kit.markup.problems import character_problems
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.record_file import date_problems, digest_problems, parse_rows, write_rows
from statement_kit.values import is_blank

COLUMNS = ("clause", "texts", "reviewer", "date")


@dataclass(frozen=True, slots=True)
class Review:
    """One person's word that a translation says what its source says.

    Attributes:
        clause: The id of the clause when it was reviewed.
        texts: `pair_digest` of source and translation.
        reviewer: Who.
        day: When.
    """

    clause: str
    texts: str
    reviewer: str
    day: date


Reviews = tuple[Review, ...]
"""The record of a language, oldest first."""


def reviewers_of(reviews: Iterable[Review]) -> Mapping[str, tuple[str, ...]]:
    """Per digest of a source and its translation, who has reviewed them, each once."""
    found: dict[str, dict[str, str]] = {}
    for review in reviews:
        found.setdefault(review.texts, {}).setdefault(person_key(review.reviewer), review.reviewer)
    return {texts: tuple(people.values()) for texts, people in found.items()}


def person_key(name: str) -> str:
    """What two spellings of one person's name share: no invisible characters, one form of each letter, no capitals."""
    seen = "".join(char for char in unicodedata.normalize("NFKC", name) if unicodedata.category(char) != "Cf")
    return " ".join(seen.casefold().split())


def has_reviewed(name: str, people: Iterable[str]) -> bool:
    """Whether a person is among the reviewers of something, however the name is spelt."""
    return person_key(name) in map(person_key, people)


def with_review(reviews: Reviews, clause: str, source: str, text: str, reviewer: str, day: date) -> Reviews:
    """The record with one review more, unless the same person has reviewed the same words before.

    Raises:
        CatalogError: The reviewer has no name, or one that holds characters that cannot be printed.
    """
    reviewer = checked_words(reviewer, "reviewer", "Say who has read it: --by “Name”.")
    texts = pair_digest(source, text)
    if has_reviewed(reviewer, reviewers_of(reviews).get(texts, ())):
        return reviews
    return (*reviews, Review(clause, texts, reviewer, day))


def checked_words(words: str, what: str, hint: str) -> str:
    """Words that go into a record, on one line and without needless spaces.

    Raises:
        CatalogError: There are none, or they hold characters that cannot be printed.
    """
    words = " ".join(words.split())
    problems = list(character_problems(what, words))
    if is_blank(words):
        problems.append(Diagnostic(f"record/no-{what}", f"No {what} is given.", hint=hint))
    if problems:
        raise CatalogError(problems)
    return words


def write_reviews(reviews: Iterable[Review]) -> bytes:
    """A record as a file."""
    rows = ((review.clause, review.texts, review.reviewer, review.day.isoformat()) for review in reviews)
    return write_rows(COLUMNS, rows)


def parse_reviews(text: str, path: str) -> Reviews:
    """Read a record.

    Raises:
        CatalogError: With every line that is none, at its place.
    """
    rows = parse_rows(text, path, COLUMNS, "review", _problems)
    return tuple(Review(clause, texts, reviewer, date.fromisoformat(day)) for clause, texts, reviewer, day in rows)


def _problems(row: Sequence[str]) -> Iterator[str]:
    yield from digest_problems(row[1])
    if not row[2].strip():
        yield "The review has no reviewer."
    yield from date_problems(row[3])
