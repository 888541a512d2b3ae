"""What an alarm is about, and what it says."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Pair:
    """One clause in both languages.

    Attributes:
        clause: Its id.
        source: Its Markdown as typed, in the language of the statement.
        text: The translation, Markdown as typed.
    """

    clause: str
    source: str
    text: str


@dataclass(frozen=True, slots=True)
class Alarm:
    """A clause whose translation may say something else than its source.

    Attributes:
        rule: What it is, `alarm/number`; stable, one per kind. A clause has at most one alarm of a kind.
        clause: Id of the clause.
        message: What is wrong, in words a campaigner understands, naming the pieces that differ.
        hint: What to do next.
    """

    rule: str
    clause: str
    message: str
    hint: str
