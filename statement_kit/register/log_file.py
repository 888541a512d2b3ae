"""`register/log.csv`: what changed in a register, when, and by whom.

It tells of endorsers by their numbers. What was said of one stands in it only while that one is named: of somebody who
asks not to be, nothing is left but that something changed.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from statement_kit.register.record import damaged, read_record, write_record

COLUMNS = ("time", "number", "what", "column", "old", "new", "by")


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that happened to one endorser.

    Attributes:
        time: When.
        number: The endorser's number.
        what: What happened, in a word: added, updated, withdrawn …
        column: Which cell changed; empty for the whole row.
        old: What stood there.
        new: What stands there now; or why.
        by: Who did it: a person, or a source.
    """

    time: datetime
    number: int
    what: str
    column: str = ""
    old: str = ""
    new: str = ""
    by: str = ""


Log = tuple[Entry, ...]
"""The log, oldest first."""


def without_words(log: Iterable[Entry], numbers: Collection[int]) -> Log:
    """The log without anything that was ever said of these endorsers, but for whether they are named, and why."""
    return tuple(
        replace(entry, old="", new="") if entry.number in numbers and entry.column != "standing" else entry
        for entry in log
    )


def write_log(log: Iterable[Entry]) -> bytes:
    """A log as a file."""
    return write_record(
        COLUMNS,
        ((e.time.isoformat(timespec="seconds"), str(e.number), e.what, e.column, e.old, e.new, e.by) for e in log),
    )


def parse_log(text: str, path: str) -> Log:
    """Read a log.

    Raises:
        SourceError: At the first line that is none.
    """
    found = []
    for where, (time, number, what, *rest) in read_record(text, path, COLUMNS):
        try:
            found.append(Entry(datetime.fromisoformat(time), int(number), what, *rest))
        except ValueError:
            raise damaged(where, "This line does not say when something changed, or in which row.") from None
    return tuple(found)
