"""`register/decisions.csv`: what somebody has decided about findings, so that nobody is asked the same again.

A decision is bound to the exact words it is about: other words are a new question. The record holds numbers and
digests, no names, so that it can be shown to whoever asks how the list was made.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from collections.abc import Set as AbstractSet
from dataclasses import dataclass, field, replace
from datetime import date
from enum import StrEnum

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.linting.findings import Finding
from statement_kit.markup.private import private_kinds
from statement_kit.markup.problems import character_problems
from statement_kit.register.fingerprints import Fingerprints
from statement_kit.register.record import damaged, read_record, write_record
from statement_kit.values import is_blank

COLUMNS = ("rule", "rows", "texts", "decision", "by", "date", "because")

MOST_CHARACTERS = 500
"""Longest reason."""

_RULE = re.compile(r"[a-z]+(-[a-z]+)*")
_ROWS = re.compile(r"[0-9]{1,6}( [0-9]{1,6})*")
_TEXTS = re.compile(r"[0-9a-f]{12}|[0-9a-f]{32}")


class Verdict(StrEnum):
    """What was decided.

    Attributes:
        KEPT: It is right as it is.
        CORRECTED: It was wrong, and says something else now.
        MERGED: Two rows were one: the second went into the first.
    """

    KEPT = "kept"
    CORRECTED = "corrected"
    MERGED = "merged"


@dataclass(frozen=True, slots=True)
class Decision:
    """What somebody decided about one finding.

    Attributes:
        rule: What had been found.
        rows: The numbers of the rows it was about; of two that were merged, first the one that stayed. Where a name is
            withheld, only that row, or the one that went: to say whose name is like it would be to say it.
        texts: The digest of the words it was about.
        verdict: What was decided.
        by: By whom.
        day: When.
        because: Why; empty where nobody said.
    """

    rule: str
    rows: tuple[int, ...]
    texts: str
    verdict: Verdict
    by: str
    day: date
    because: str = ""


@dataclass(frozen=True, slots=True)
class Decisions:
    """The record of a register.

    Attributes:
        made: What was decided, oldest first.
        prints: Makes the digests of words that are withheld; None where nobody has the key. What was decided about
            them counts for nothing then.
    """

    made: tuple[Decision, ...] = ()
    prints: Fingerprints | None = field(default=None, repr=False)

    def kept(self) -> frozenset[str]:
        """The digests of all words that were found right."""
        return frozenset(one.texts for one in self.made if one.verdict is Verdict.KEPT)

    def pairs(self) -> frozenset[frozenset[int]]:
        """The rows of which two were found to be two, by their numbers."""
        return frozenset(frozenset(one.rows) for one in self.made if one.verdict is Verdict.KEPT and len(one.rows) == 2)

    def merged_away(self) -> frozenset[int]:
        """The numbers of the rows that went into others."""
        return frozenset(one.rows[-1] for one in self.made if one.verdict is Verdict.MERGED)

    def with_one(self, finding: Finding, verdict: Verdict, by: str, day: date, because: str = "") -> Decisions:
        """The record with one decision more.

        Raises:
            SourceError: Nobody is named, a text holds what cannot be printed or what should not be shown around, or the
                words are withheld and there is no key.
        """
        by, because = _checked(by, "by"), _checked(because, "because")
        problems = [] if by else [_problem("nobody", "Nobody is named.", "Say who decides: --by “Name”.")]
        if finding.is_withheld:
            problems += _telling(finding, because)
        texts = finding.texts(self.prints)
        if not texts:
            hint = "Copy the file register/key from whoever imported last."
            problems.append(_problem("no-key", "The key of the register is missing.", hint))
        if problems:
            raise SourceError(problems)
        decision = Decision(finding.rule, _rows(finding, verdict), texts, verdict, by, day, because)
        return Decisions((*self.made, decision), self.prints)


def _rows(finding: Finding, verdict: Verdict) -> tuple[int, ...]:
    """The rows that a decision is recorded about."""
    if not finding.is_withheld:
        return finding.rows
    return finding.withheld if verdict is Verdict.KEPT else finding.rows[-1:]


def _checked(text: str, column: str) -> str:
    """A text that goes into the record, on one line."""
    text = "" if is_blank(text) else " ".join(text.split())
    problems = list(character_problems(column, text))
    if len(text) > MOST_CHARACTERS:
        problems.append(_problem("too-long", f"“{column}” has {len(text):,} characters.", f"Write {MOST_CHARACTERS}."))
    for kind in private_kinds(text):
        message = f"“{column}” holds a private detail: {kind}."
        problems.append(_problem("private", message, "Leave it out: the record of decisions may be shown around."))
    if problems:
        raise SourceError(problems)
    return text


def _telling(finding: Finding, because: str) -> list[Diagnostic]:
    """The fault that a reason says a name which is withheld."""
    said = because.casefold()
    parts = {part for words in finding.words[1:] for part in words.casefold().split("\0")}
    if not any(part in said for part in parts if len(part) > 1 and not part.isdecimal()):
        return []
    hint = "Say why without it: the record of decisions may be shown around."
    return [_problem("withheld", "The reason says a name that is withheld.", hint)]


def _problem(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"decision/{rule}", message, hint=hint)


def without_words(made: Iterable[Decision], numbers: AbstractSet[int]) -> tuple[Decision, ...]:
    """A record without words about these rows, whose names are withheld now, and without digests to try names against.

    What stays is that somebody decided something.
    """
    return tuple(
        replace(one, texts=_FORGOTTEN, because="")
        if len(one.texts) == len(_FORGOTTEN) and not numbers.isdisjoint(one.rows)
        else one
        for one in made
    )


_FORGOTTEN = "0" * 32
"""A digest of nothing."""


def write_decisions(made: Iterable[Decision]) -> bytes:
    """A record as a file."""
    return write_record(
        COLUMNS,
        (
            (one.rule, " ".join(map(str, one.rows)), one.texts, one.verdict, one.by, one.day.isoformat(), one.because)
            for one in made
        ),
    )


def parse_decisions(text: str, path: str) -> tuple[Decision, ...]:
    """Read a record.

    Raises:
        SourceError: At the first line that is none.
    """
    found = []
    for where, (rule, rows, texts, verdict, by, day, because) in read_record(text, path, COLUMNS):
        try:
            if not (_RULE.fullmatch(rule) and _ROWS.fullmatch(rows) and _TEXTS.fullmatch(texts) and by):
                raise ValueError
            numbers = tuple(map(int, rows.split()))
            decision = Decision(rule, numbers, texts, Verdict(verdict), by, date.fromisoformat(day), because)
        except ValueError:
            raise damaged(where, "This line does not say what was decided, by whom and when.") from None
        found.append(decision)
    return tuple(found)
