"""Numbers that are missing, used twice or out of turn (N16)."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Sequence

from statement_kit.linting.entries import Entry, warning
from statement_kit.linting.findings import Finding
from statement_kit.register.columns import NUMBER

_MOST_RUNS = 3
"""How many gaps before one number are told one by one."""


def numbering_findings(
    entries: Sequence[Entry], gone: Collection[int] = (), *, checks_order: bool = True
) -> Iterator[Finding]:
    """What is wrong with how the list counts: it should say 1, 2, 3.

    Args:
        entries: Who signed.
        gone: Numbers that are missing for a reason.
        checks_order: Whether the numbers should rise.
    """
    seen: dict[int, Entry] = {}
    highest = 0
    for entry in entries:
        number = entry.number
        if number in seen:
            message = f"Number {number} is used again: {seen[number]} has it already."
            yield _about_number("duplicate-number", entry, message, "Give every endorser a number of its own.")
        elif number < highest and checks_order:
            message = f"Number {number} stands behind number {highest}."
            yield _about_number("number-order", entry, message, "Move the row to its place, or correct its number.")
        seen.setdefault(number, entry)
        highest = max(highest, number)
    yield from _gaps(seen, gone)


def _gaps(seen: dict[int, Entry], gone: Collection[int]) -> Iterator[Finding]:
    expected, gaps = 1, list[str]()
    for number in sorted(seen.keys() | gone):
        gaps += [_run(expected, number - 1)] if number > expected else []
        expected = number + 1
        if gaps and number in seen:
            some = " and ".join(gaps[:_MOST_RUNS]) + (" and others" if len(gaps) > _MOST_RUNS else "")
            verb = "are" if len(gaps) > 1 or gaps[0].startswith("numbers") else "is"
            message = f"{some[0].upper()}{some[1:]} {verb} missing before number {number}."
            hint = "Is a row lost? If somebody has withdrawn after publication, the gap is right and may stay."
            yield _about_number("number-gap", seen[number], message, hint, *gaps)
            gaps = []


def _run(first: int, last: int) -> str:
    return f"number {first}" if first == last else f"numbers {first} to {last}"


def _about_number(rule: str, entry: Entry, message: str, hint: str, *details: str) -> Finding:
    """A question about the number of a row, whatever its name is."""
    words = (rule, str(entry.number), *details)
    return Finding(warning(rule, entry, message, hint), (entry.number,), words, NUMBER)
