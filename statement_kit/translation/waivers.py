"""The record of waivers: alarms that somebody has looked at and found false, each with the reason.

A waiver is for one alarm, and for the exact words that raised it: a change of either text raises it again.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from statement_kit.translation.digest import pair_digest
from statement_kit.translation.record_file import date_problems, digest_problems, parse_rows, write_rows
from statement_kit.translation.reviews import checked_words

ALARM = "alarm/"
"""The family of the rules that can be waived."""

COLUMNS = ("clause", "alarm", "texts", "reason", "date")


@dataclass(frozen=True, slots=True)
class Waiver:
    """Somebody's word that an alarm is false.

    Attributes:
        clause: The id of the clause when it was waived.
        rule: The alarm's rule.
        texts: `pair_digest` of source and translation.
        reason: Why it is false.
        day: When that was found.
    """

    clause: str
    rule: str
    texts: str
    reason: str
    day: date


Waivers = tuple[Waiver, ...]
"""The record of a language, oldest first."""


def is_waived(waivers: Iterable[Waiver], rule: str, source: str, text: str) -> bool:
    """Whether somebody has found this alarm false, for these very words."""
    texts = pair_digest(source, text)
    return any((waiver.rule, waiver.texts) == (rule, texts) for waiver in waivers)


def with_waiver(waivers: Waivers, clause: str, rule: str, source: str, text: str, reason: str, day: date) -> Waivers:
    """The record with one waiver more; an alarm that was waived before keeps its first reason.

    Raises:
        CatalogError: There is no reason, or one that holds characters that cannot be printed.
    """
    reason = checked_words(reason, "reason", 'Say why the alarm is false: --because "…".')
    if is_waived(waivers, rule, source, text):
        return waivers
    return (*waivers, Waiver(clause, rule, pair_digest(source, text), reason, day))


def write_waivers(waivers: Iterable[Waiver]) -> bytes:
    """A record as a file."""
    return write_rows(COLUMNS, ((one.clause, one.rule, one.texts, one.reason, one.day.isoformat()) for one in waivers))


def parse_waivers(text: str, path: str) -> Waivers:
    """Read a record.

    Raises:
        CatalogError: With every line that is none, at its place.
    """
    rows = parse_rows(text, path, COLUMNS, "waiver", _problems)
    return tuple(
        Waiver(clause, rule, texts, reason, date.fromisoformat(day)) for clause, rule, texts, reason, day in rows
    )


def _problems(row: Sequence[str]) -> Iterator[str]:
    yield from digest_problems(row[2])
    if not row[3].strip():
        yield "The waiver has no reason."
    yield from date_problems(row[4])
