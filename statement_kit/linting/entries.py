"""An endorser as the checks look at it, and how they say what they found."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.model import Endorser

FAMILY = "endorsers/"
"""What the rules of this stage begin with; those of the file's reader do too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One row of the list.

    Attributes:
        endorser: Who signed.
        where: On which line; None if nobody knows.
    """

    endorser: Endorser
    where: Location | None = None

    @property
    def clause(self) -> str:
        """The id by which findings name it."""
        return f"endorser.{self.endorser.number}"

    @property
    def name(self) -> str:
        """The organisation's name."""
        return self.endorser.name

    @property
    def acronym(self) -> str:
        """Its acronym; empty if there is none."""
        return self.endorser.acronym

    def __str__(self) -> str:
        line = f", line {self.where.line}" if self.where and self.where.line else ""
        return f"no. {self.endorser.number} “{self.endorser.name}”{line}"


def entries_of(endorsers: Sequence[Endorser], places: Mapping[str, Location]) -> tuple[Entry, ...]:
    """The rows of a list, each with its line."""
    return tuple(Entry(one, places.get(f"endorser.{one.number}")) for one in endorsers)


def warning(rule: str, entry: Entry, message: str, hint: str) -> Diagnostic:
    """A finding about one row. It never stops a release: only the organisation knows its name (N17)."""
    return Diagnostic(FAMILY + rule, message, entry.where, hint, entry.clause, Severity.WARNING)
