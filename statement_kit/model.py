"""The statement itself: frozen values that know nothing of files, languages or looks.

A statement is a title, a preamble, numbered demands and unnumbered sections, who to ask, when it was
issued and who signed. Every translatable text in it is a *clause* with an id that is the same in all
languages (`title`, `preamble.2`, `demand.3`, `demand.3.1`), so that a translation, an error message
and a PDF tag can all point at the same thing.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice

from statement_kit.diagnostics import Diagnostic, SourceError


class Kind(StrEnum):
    """What sort of document this is; its name is printed above the title."""

    JOINT_STATEMENT = "joint-statement"


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask: an e-mail address, and where wanted a name and a telephone number. Never translated."""

    email: str
    name: str = ""
    phone: str = ""

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.email, self.phone) if part)


@dataclass(frozen=True, slots=True)
class Endorser:
    """One organisation that signed. Its name is data: never corrected, never translated (N17).

    Attributes:
        number: Its place in the published list, from 1; the same in every language (N16).
        name: The name as the organisation gave it.
        acronym: Printed in brackets behind the name; empty if there is none.
    """

    number: int
    name: str
    acronym: str = ""

    def __str__(self) -> str:
        return f"{self.name} ({self.acronym})" if self.acronym else self.name


@dataclass(frozen=True, slots=True)
class Section:
    """A heading without a number, and the paragraphs under it."""

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """One numbered demand: its heading, and the paragraphs that say it in full.

    The number is its place among the demands and is computed, never typed.
    """

    heading: str
    paragraphs: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Clause:
    """A text that is translated as one piece, under an id that is the same in every language."""

    id: str
    text: str


@dataclass(frozen=True, slots=True)
class Statement:
    """A whole statement in one language.

    Attributes:
        title: Its title.
        preamble: The paragraphs before the first demand or section.
        parts: Demands and sections, in order.
        issued: The day it was issued.
        language: BCP 47 tag of the language it is written in.
        kind: What sort of document it is.
        contacts: Whom to ask, in order.
        endorsers: Who signed, in the published order.

    Raises:
        SourceError: On construction, with every empty text, control character and repeated endorser number.
    """

    title: str
    preamble: tuple[str, ...]
    parts: tuple[Demand | Section, ...]
    issued: date
    language: str = "en"
    kind: Kind = Kind.JOINT_STATEMENT
    contacts: tuple[Contact, ...] = ()
    endorsers: tuple[Endorser, ...] = ()

    def __post_init__(self) -> None:
        if problems := [*_text_problems(self), *_endorser_problems(self)]:
            raise SourceError(problems)

    def clauses(self) -> tuple[Clause, ...]:
        """Every translatable text, in reading order."""
        return tuple(_clauses(self))

    def translated(self, texts: Mapping[str, str], language: str) -> Statement:
        """The same statement in another language: each clause replaced by `texts[clause id]`.

        Raises:
            KeyError: A clause has no text; nothing is ever left in the source language in silence.
        """
        words = iter([texts[clause.id] for clause in _clauses(self)])
        return replace(
            self,
            language=language,
            title=next(words),
            preamble=tuple(islice(words, len(self.preamble))),
            parts=tuple(
                replace(part, heading=next(words), paragraphs=tuple(islice(words, len(part.paragraphs))))
                for part in self.parts
            ),
        )


def part_ids(parts: tuple[Demand | Section, ...]) -> Iterator[tuple[str, int, Demand | Section]]:
    """Each part with its clause id (`demand.2`, `section.1`) and its number among its own kind."""
    seen: Counter[str] = Counter()
    for part in parts:
        kind = "demand" if isinstance(part, Demand) else "section"
        seen[kind] += 1
        yield f"{kind}.{seen[kind]}", seen[kind], part


def _clauses(statement: Statement) -> Iterator[Clause]:
    yield Clause("title", statement.title)
    yield from _numbered("preamble", statement.preamble)
    for part_id, _, part in part_ids(statement.parts):
        yield Clause(part_id, part.heading)
        yield from _numbered(part_id, part.paragraphs)


def _numbered(owner: str, texts: tuple[str, ...]) -> Iterator[Clause]:
    return (Clause(f"{owner}.{n}", text) for n, text in enumerate(texts, 1))


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing: no text at all, spaces, or invisible characters like U+200B."""
    return all(char.isspace() or unicodedata.category(char) == "Cf" for char in text)


def character_problems(clause_id: str, text: str) -> Iterator[Diagnostic]:
    """Each character of a text that cannot be set: controls, line and paragraph ends, halves of surrogates."""
    for char in sorted({c for c in text if unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}}):
        what = _CONTROLS.get(char, f"the invisible control character U+{ord(char):04X}")
        yield Diagnostic(
            "statement/control-character",
            f"{clause_id} contains {what}.",
            clause=clause_id,
            hint="Delete it; it often comes along when text is copied from a PDF, a table or a web page.",
        )


_CONTROLS = {"\n": "a line break", "\r": "a line break", "\t": "a tab"}


def _text_problems(statement: Statement) -> Iterator[Diagnostic]:
    named = [(clause.id, clause.text) for clause in _clauses(statement)]
    named += [("contact", str(contact)) for contact in statement.contacts]
    named += [(f"endorser.{e.number}", e.name) for e in statement.endorsers]
    for clause_id, text in named:
        if is_blank(text):
            yield Diagnostic(
                "statement/empty-text",
                f"{clause_id} has no text.",
                clause=clause_id,
                hint="Write the text, or remove the heading, paragraph or row that is empty.",
            )
        yield from character_problems(clause_id, text)
    for endorser in statement.endorsers:
        yield from character_problems(f"endorser.{endorser.number}", endorser.acronym)


def _endorser_problems(statement: Statement) -> Iterator[Diagnostic]:
    counts = Counter(endorser.number for endorser in statement.endorsers)
    for number, count in counts.items():
        if count > 1:
            yield Diagnostic(
                "endorsers/duplicate-number",
                f"Endorser number {number} is used {count} times.",
                clause=f"endorser.{number}",
                hint="Give every endorser a number of its own.",
            )
