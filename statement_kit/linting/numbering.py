"""Numbers that are missing, used twice or out of turn (N16)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import Entry, warning


def numbering_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """What is wrong with how the list counts: it should say 1, 2, 3."""
    seen: dict[int, Entry] = {}
    highest = 0
    for entry in entries:
        number = entry.endorser.number
        if number in seen:
            message = f"Number {number} is used again: {seen[number]} has it already."
            yield warning("duplicate-number", entry, message, "Give every endorser a number of its own.")
        elif number < highest:
            message = f"Number {number} stands behind number {highest}."
            yield warning("number-order", entry, message, "Move the row to its place, or correct its number.")
        seen.setdefault(number, entry)
        highest = max(highest, number)
    yield from _gaps(seen)


def _gaps(seen: dict[int, Entry]) -> Iterator[Diagnostic]:
    expected = 1
    for number in sorted(seen):
        if number > expected:
            some = f"Number {expected} is" if number == expected + 1 else f"Numbers {expected} to {number - 1} are"
            hint = "Is a row lost? If somebody has withdrawn after publication, the gap is right and may stay."
            yield warning("number-gap", seen[number], f"{some} missing before number {number}.", hint)
        expected = number + 1
