"""What every kind of pack holds."""

from __future__ import annotations

from dataclasses import dataclass

from statement_kit.translation.glossary import Term


@dataclass(frozen=True, slots=True)
class Row:
    """One clause in a pack.

    Attributes:
        clause: Its id.
        source: Its text in the language of the statement.
        previous: The source that the translation was made from, where that has changed since; else empty.
        text: The translation as it stands, or empty.
        note: What translators wrote about it, line by line.
        state: How far it has come, in one word, for the eye.
        digest: `pair_digest` of source and translation as they went out, by which a change meanwhile is noticed.
    """

    clause: str
    source: str
    previous: str
    text: str
    note: str
    state: str
    digest: str


@dataclass(frozen=True, slots=True)
class Pack:
    """The clauses of a statement for the translators of one language.

    Attributes:
        project: The folder's name, by which a pack of another statement is told.
        source_language: Tag of the language of the statement.
        language: Tag of the language it is translated into.
        rows: The clauses, in reading order.
        glossary: What its terms are called.
    """

    project: str
    source_language: str
    language: str
    rows: tuple[Row, ...]
    glossary: tuple[Term, ...] = ()
