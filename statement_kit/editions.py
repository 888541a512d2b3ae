"""Parallel editions: which languages of a statement stand together in one file, and how."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from enum import StrEnum

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.values import tuple_type, wrong_type

FEWEST, MOST = 2, 3
"""How many languages stand together: more columns than three hold no words."""


class Arrangement(StrEnum):
    """How the versions of a parallel edition stand; the value is its name in files."""

    IN_TURN = "in-turn"
    """One behind the other, each complete."""
    SIDE_BY_SIDE = "side-by-side"
    """In columns, the first line of each clause level in all of them."""


@dataclass(frozen=True, slots=True)
class ParallelEdition:
    """One file that holds a statement in several languages.

    Attributes:
        languages: BCP 47 tags, two or three, in the order in which they stand.
        arrangement: How.

    Raises:
        SourceError: On construction: a value is of another type, there are too few or too many languages, or one stands
            there twice.
    """

    languages: tuple[str, ...]
    arrangement: Arrangement = Arrangement.IN_TURN

    def __post_init__(self) -> None:
        if problems := list(_type_problems(self)) or list(_problems(self.languages)):
            raise SourceError(problems)

    @property
    def name(self) -> str:
        """What it is called in the names of files: `km+en`."""
        return "+".join(self.languages)


def _type_problems(edition: ParallelEdition) -> Iterator[Diagnostic]:
    yield from tuple_type("parallel", edition.languages, "language tags", str)
    if edition.arrangement not in tuple(Arrangement):  # no set: what was given may have no hash
        yield wrong_type("parallel", edition.arrangement, "an Arrangement", f"Known: {', '.join(Arrangement)}.")


def _problems(languages: Sequence[str]) -> Iterator[Diagnostic]:
    if not FEWEST <= len(languages) <= MOST:
        message = f"A parallel edition has two or three languages, not {len(languages)}."
        yield Diagnostic(
            "parallel/languages", message, hint='Name them in their order: ["km", "en"].', clause="parallel"
        )
    for tag in dict.fromkeys(tag for tag in languages if languages.count(tag) > 1):
        message = f"A parallel edition names the language “{tag}” twice."
        yield Diagnostic("parallel/languages", message, hint="Name each once.", clause="parallel")


def repeated_names(editions: Sequence[ParallelEdition]) -> list[str]:
    """The names that more than one edition would have; their files would replace each other."""
    names = [edition.name for edition in editions]
    return list(dict.fromkeys(name for name in names if names.count(name) > 1))
