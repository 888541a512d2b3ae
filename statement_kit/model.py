"""The statement itself: frozen values that know nothing of files, languages or looks.

A statement is a title, a preamble, numbered demands and unnumbered sections, who to ask, when it was
issued and who signed. Every translatable text in it is a *clause* with an id that is the same in all
languages (`title`, `preamble.2`, `demand.3`, `demand.3.1`), so that a translation, an error message
and a PDF tag can all point at the same thing.
"""

from __future__ import annotations

import unicodedata
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import date
from enum import StrEnum
from itertools import islice
from typing import Any

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
        SourceError: On construction, with every field of a wrong type; or else with every heading without text,
            empty text, control character and wrong or repeated endorser number.
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
        if problems := list(_type_problems(self)):
            raise SourceError(problems)  # alone: of values that are something else, no more can be said
        if problems := [*_skeleton_problems(self), *_text_problems(self), *_endorser_problems(self)]:
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


def part_ids(parts: Iterable[Demand | Section]) -> Iterator[tuple[str, int, Demand | Section]]:
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


def _type_problems(statement: Statement) -> Iterator[Diagnostic]:
    """Every field that is not what its annotation says; Python itself would take a text for a tuple of letters."""
    yield from _text_type("title", statement.title)
    yield from _tuple_type("preamble", statement.preamble, "paragraphs", str)
    yield from _tuple_type("parts", statement.parts, "demands and sections", Demand, Section)
    yield from _tuple_type("contact", statement.contacts, "contacts", Contact)
    yield from _tuple_type("endorsers", statement.endorsers, "endorsers", Endorser)
    for part_id, _, part in part_ids(_only(statement.parts, Demand, Section)):
        yield from _text_type(part_id, part.heading)
        yield from _tuple_type(part_id, part.paragraphs, "paragraphs", str)
    for contact in _only(statement.contacts, Contact):
        yield from _text_type("contact", contact.email, contact.name, contact.phone)
    for endorser in _only(statement.endorsers, Endorser):
        yield from _text_type(f"endorser.{endorser.number}", endorser.name, endorser.acronym)


def _only(values: object, *kinds: type[Any]) -> Iterator[Any]:
    return (value for value in values if isinstance(value, kinds)) if isinstance(values, tuple) else iter(())


def _tuple_type(clause_id: str, values: object, what: str, *kinds: type) -> Iterator[Diagnostic]:
    if not isinstance(values, tuple):
        hint = "A tuple of one needs a comma behind it: (one,). Was the comma forgotten?"
        yield _wrong_type(clause_id, values, f"a tuple of {what}", hint)
        return
    wanted = " or ".join(kind.__name__ for kind in kinds)
    for value in values:
        if not isinstance(value, kinds):
            yield _wrong_type(clause_id, value, f"a tuple of {what}", f"Put only {wanted} into it.")


def _text_type(clause_id: str, *texts: object) -> Iterator[Diagnostic]:
    for text in texts:
        if not isinstance(text, str):
            yield _wrong_type(clause_id, text, "a text", 'Write it in quotes, "like this".')


def _wrong_type(clause_id: str, value: object, wanted: str, hint: str) -> Diagnostic:
    shown = value if isinstance(value, str) else repr(value)
    start = shown if len(shown) <= 40 else shown[:39] + "…"
    message = f"{clause_id} must be {wanted}; here stands {type(value).__name__} “{start}”."
    return Diagnostic("statement/wrong-type", message, clause=clause_id, hint=hint)


def _skeleton_problems(statement: Statement) -> Iterator[Diagnostic]:
    """A title or a heading with nothing under it."""
    if not statement.preamble and not statement.parts:
        message = "There is a title, but no text."
        yield Diagnostic("statement/no-text", message, clause="title", hint="Write the statement under it.")
    for part_id, _, part in part_ids(statement.parts):
        if not part.paragraphs:
            message = f"There is no text under the heading of {part_id}."
            hint = "Write what is to be said under the heading, or remove it."
            yield Diagnostic("statement/no-text", message, clause=part_id, hint=hint)


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
    numbers = [endorser.number for endorser in statement.endorsers]
    for number in numbers:
        if not _is_place(number):
            message, hint = f"{number!r} is not an endorser's number.", "Write a whole number: 1, 2, 3 …"
            yield Diagnostic("endorsers/number", message, clause=f"endorser.{number}", hint=hint)
    for number, count in Counter(filter(_is_place, numbers)).items():
        if count > 1:
            yield Diagnostic(
                "endorsers/duplicate-number",
                f"Endorser number {number} is used {count} times.",
                clause=f"endorser.{number}",
                hint="Give every endorser a number of its own.",
            )


def _is_place(number: object) -> bool:
    """Whether it is a place in a list that is counted from 1 (N16); True is a number only to Python."""
    return isinstance(number, int) and not isinstance(number, bool) and number > 0
