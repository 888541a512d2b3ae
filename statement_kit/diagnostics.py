"""What went wrong, where, and what to do: the words every stage speaks when it must refuse.

A stage checks everything it can, collects its `Diagnostic`s and raises one `StatementKitError` with
all of them. Warnings travel with the result and never stop a release by themselves.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import TypeVar

T = TypeVar("T")


class Severity(StrEnum):
    """How grave a finding is: an error stops the release, a warning does not."""

    ERROR = "error"
    WARNING = "warning"


@dataclass(frozen=True, slots=True)
class Location:
    """A place in a file: its path as the reader knows it, and a line counted from 1 (None: the whole file)."""

    path: str
    line: int | None = None

    def __str__(self) -> str:
        return self.path if self.line is None else f"{self.path}:{self.line}"


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding.

    Attributes:
        rule: A stable, searchable name, `family/what-is-wrong`.
        message: What is wrong, in words a campaigner understands.
        where: File and line, where the finding has one.
        hint: What to do next.
        clause: Id of the clause it concerns (`demand.3.1`, `endorser.57`), if it concerns one.
        severity: Error or warning.
    """

    rule: str
    message: str
    where: Location | None = None
    hint: str | None = None
    clause: str | None = None
    severity: Severity = Severity.ERROR

    def __str__(self) -> str:
        place = f"{self.where}: " if self.where else ""
        hint = f"\n    {self.hint}" if self.hint else ""
        return f"{place}{self.severity}: {self.message} [{self.rule}]{hint}"


class StatementKitError(Exception):
    """The root of every error this package raises; it carries all findings of the stage that failed."""

    def __init__(self, diagnostics: Iterable[Diagnostic]) -> None:
        self.diagnostics = tuple(diagnostics)
        super().__init__("\n".join(map(str, self.diagnostics)))


class SourceError(StatementKitError):
    """A statement, endorser list or brand that cannot be read or does not hold together."""


class CatalogError(StatementKitError):
    """A translation that is missing, fuzzy, stale or damaged."""


class FontError(StatementKitError):
    """A font that cannot be used, or a character that no font of the brand can draw."""


class LayoutError(StatementKitError):
    """Text that does not fit where it has to stand."""


class OutputError(StatementKitError):
    """Files that could not be written."""


class SigningError(StatementKitError):
    """A file that cannot be signed, a signature that cannot be read, or a certificate that cannot be used."""


def locate(diagnostics: Iterable[Diagnostic], places: Mapping[str, Location]) -> list[Diagnostic]:
    """Give each finding that names a clause and has no place yet the place of its clause."""
    return [
        replace(found, where=places.get(found.clause)) if found.clause and found.where is None else found
        for found in diagnostics
    ]


def gather(tasks: Iterable[Callable[[], T]]) -> list[T]:
    """The results of all tasks, or the findings of all that failed.

    Raises:
        StatementKitError: Of the first failure's kind, with the findings of every failed task.
    """
    results: list[T] = []
    failures: list[StatementKitError] = []
    for task in tasks:
        try:
            results.append(task())
        except StatementKitError as error:
            failures.append(error)
    if failures:
        raise type(failures[0])(found for failure in failures for found in failure.diagnostics)
    return results
