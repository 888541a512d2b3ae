"""What comes back in a pack, whatever kind of file it was, and how one is refused."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from statement_kit.diagnostics import CatalogError, Diagnostic, Location

_MOST_FINDINGS = 50
"""A hostile file could be wrong in a hundred thousand places; nobody reads more than these."""


class Verdict(StrEnum):
    """What the translator says of a row."""

    NONE = "none"
    DONE = "done"
    DOUBTFUL = "doubtful"


@dataclass(frozen=True, slots=True)
class ReturnedRow:
    """One clause as it came back.

    Attributes:
        clause: Its id.
        source: The source that the translator was shown.
        text: The translation, exactly as it stands in the file.
        note: What translators wrote about it, line by line.
        verdict: Whether it is marked as done, or as needing another look.
        digest: The digest it left with (`Row.digest`); empty if the file lost it.
        place: The file, and the row counted from 1.
    """

    clause: str
    source: str
    text: str
    note: str
    verdict: Verdict
    digest: str
    place: Location


@dataclass(frozen=True, slots=True)
class Returned:
    """A pack as it came back.

    Attributes:
        project: The folder's name.
        source_language: Tag of the language of the statement.
        language: Tag of the language of the translations.
        rows: The rows, in the order of the file, which may be another than they left in.
        path: The file, for messages.
    """

    project: str
    source_language: str
    language: str
    rows: tuple[ReturnedRow, ...]
    path: str = ""


def refusal(rule: str, message: str, where: Location, hint: str, clause: str | None = None) -> CatalogError:
    """The error of one finding; `rule` comes without its family."""
    return CatalogError([finding(rule, message, where, hint, clause)])


def finding(rule: str, message: str, where: Location, hint: str, clause: str | None = None) -> Diagnostic:
    """A finding about a pack; `rule` comes without its family."""
    return Diagnostic(f"pack/{rule}", message, where, hint, clause)


def refuse(problems: Iterable[Diagnostic]) -> None:
    """Refuse the pack if anything was found, naming the first fifty things.

    Raises:
        CatalogError: There is a problem.
    """
    if found := list(problems)[:_MOST_FINDINGS]:
        raise CatalogError(found)
