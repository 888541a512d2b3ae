"""The statement itself: frozen values that know nothing of files, languages or looks.

A statement is a title, a preamble, numbered demands and unnumbered sections, notes, who to ask, when it
was issued and who signed. Every translatable text in it is a *clause* with an id that is the same in all
languages (`title`, `preamble.2`, `demand.3`, `demand.3.1`, `demand.3.2.1` within a list or quotation,
`note.charter`), so that a translation, an error message and a PDF tag can all point at the same thing.

A clause is inline Markdown as it was typed (see `statement_kit.markup`); names and contacts are data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from itertools import islice
from typing import TypeVar

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.endorser_checks import (
    annex_problems,
    annex_type_problems,
    endorser_problems,
    endorser_type_problems,
)
from statement_kit.endorsers import Annex, Endorser, counts_of
from statement_kit.markup import note_id, parse_inline
from statement_kit.markup.problems import character_problems, text_problems
from statement_kit.markup.references import ANNEX, link_problems, note_problems
from statement_kit.values import blank_problems, only, text_type, tuple_type, wrong_type

T = TypeVar("T")


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
class ItemList:
    """A list, with bullets or with letters; each item is one paragraph."""

    items: tuple[str, ...]
    is_lettered: bool = False


@dataclass(frozen=True, slots=True)
class Quotation:
    """Words of somebody else, set off from the text."""

    paragraphs: tuple[str, ...]


Passage = str | ItemList | Quotation
"""What stands under a heading or in the preamble: a paragraph, a list or a quotation."""


@dataclass(frozen=True, slots=True)
class Section:
    """A heading without a number, and the passages under it."""

    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Demand:
    """One numbered demand: its heading, and the passages that say it in full.

    The number is its place among the demands and is computed, never typed.
    """

    heading: str
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """A footnote, referred to as `[^name]`; its number is computed, its name never printed."""

    name: str
    text: str


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
        preamble: The passages before the first demand or section.
        parts: Demands and sections, in order.
        issued: The day it was issued.
        language: BCP 47 tag of the language it is written in.
        kind: What sort of document it is.
        contacts: Whom to ask, in order.
        endorsers: Who signed and is counted, in the order of the register.
        notes: Its footnotes, in any order.
        annex: How its annex shows who signed.
        original_language: Tag of the language it was written in, if this is a translation; else empty.

    Raises:
        SourceError: On construction, with every field of a wrong type; or else with every heading without text,
            empty text or list, control character, markup that cannot be set, link to a part that is not there, note
            that is not there or not referred to, and endorser or annex that cannot be.
    """

    title: str
    preamble: tuple[Passage, ...]
    parts: tuple[Demand | Section, ...]
    issued: date
    language: str = "en"
    kind: Kind = Kind.JOINT_STATEMENT
    contacts: tuple[Contact, ...] = ()
    endorsers: tuple[Endorser, ...] = ()
    notes: tuple[Note, ...] = ()
    annex: Annex = field(default_factory=Annex)
    original_language: str = ""

    def __post_init__(self) -> None:
        if problems := list(_type_problems(self)):
            raise SourceError(problems)  # alone: of values that are something else, no more can be said
        checks = (_skeleton_problems, _text_problems, _reference_problems, _signing_problems)
        if problems := [found for check in checks for found in check(self)]:
            raise SourceError(problems)

    def clauses(self) -> tuple[Clause, ...]:
        """Every translatable text in reading order, notes last."""
        return tuple(_clauses(self))

    def counts(self) -> dict[str, int]:
        """How many signed, by the names that a text may say (see `statement_kit.markup.counts`)."""
        return counts_of(self.endorsers, self.annex)

    def translated(self, texts: Mapping[str, str], language: str) -> Statement:
        """The same statement in another language: each clause replaced by `texts[clause id]`.

        Raises:
            KeyError: A clause has no text; nothing is ever left in the source language in silence.
        """
        original = self.original_language or self.language
        words = iter([texts[clause.id] for clause in _clauses(self)])
        return replace(
            self,
            language=language,
            original_language="" if language == original else original,
            title=next(words),
            preamble=_reworded(self.preamble, words),
            parts=tuple(
                replace(part, heading=next(words), passages=_reworded(part.passages, words)) for part in self.parts
            ),
            notes=tuple(replace(note, text=next(words)) for note in self.notes),
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
    yield from _passage_clauses("preamble", statement.preamble)
    for part_id, _, part in part_ids(statement.parts):
        yield Clause(part_id, part.heading)
        yield from _passage_clauses(part_id, part.passages)
    yield from (Clause(note_id(note.name), note.text) for note in statement.notes)


def _passage_clauses(owner: str, passages: tuple[Passage, ...]) -> Iterator[Clause]:
    for passage_id, passage in numbered(owner, passages):
        if isinstance(passage, str):
            yield Clause(passage_id, passage)
        else:
            yield from (Clause(*piece) for piece in numbered(passage_id, pieces(passage)))


def numbered(owner: str, values: Iterable[T]) -> Iterator[tuple[str, T]]:
    """Each value with its id below its owner's, counted from 1: `demand.3.1`, `demand.3.2`."""
    return ((f"{owner}.{n}", value) for n, value in enumerate(values, 1))


def pieces(passage: ItemList | Quotation) -> tuple[str, ...]:
    """The items of a list, or the paragraphs of a quotation."""
    return passage.items if isinstance(passage, ItemList) else passage.paragraphs


def _reworded(passages: tuple[Passage, ...], words: Iterator[str]) -> tuple[Passage, ...]:
    """The same passages, with the next of the words in place of each text."""
    return tuple(_reworded_passage(passage, words) for passage in passages)


def _reworded_passage(passage: Passage, words: Iterator[str]) -> Passage:
    if isinstance(passage, str):
        return next(words)
    texts = tuple(islice(words, len(pieces(passage))))
    return replace(passage, items=texts) if isinstance(passage, ItemList) else Quotation(texts)


def check_annex(statement: Statement) -> None:
    """Make sure that no link leads to an annex that nobody has signed.

    Raises:
        SourceError: With each that does.
    """
    parts = [*_part_names(statement), *([ANNEX] if statement.endorsers else [])]
    if problems := list(link_problems(_texts(statement), parts)):
        raise SourceError(problems)


def checked_lexicon(lexicon: tuple[str, ...] | list[str]) -> tuple[str, ...]:
    """The units of a lexicon (L10), if it is a tuple or list of texts.

    Raises:
        SourceError: It is something else; Python itself would take one name for a tuple of its letters.
    """
    units = tuple(lexicon) if isinstance(lexicon, list) else lexicon
    if problems := list(tuple_type("lexicon", units, "texts", str)):
        raise SourceError(problems)
    return units


def _problem(rule: str, clause_id: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"statement/{rule}", message, clause=clause_id, hint=hint)


def _type_problems(statement: Statement) -> Iterator[Diagnostic]:
    """Every field that is not what its annotation says; Python itself would take a text for a tuple of letters."""
    yield from text_type("title", statement.title)
    yield from text_type("language", statement.language)
    if not isinstance(statement.issued, date) or isinstance(statement.issued, datetime):
        yield wrong_type("issued", statement.issued, "a date without a time", "Write date(2025, 7, 28).")
    if statement.kind not in tuple(Kind):  # no set: what was given may have no hash
        yield wrong_type("kind", statement.kind, "a Kind", f"Known: {', '.join(Kind)}.")
    yield from _passage_types("preamble", statement.preamble)
    yield from tuple_type("parts", statement.parts, "demands and sections", Demand, Section)
    yield from tuple_type("contact", statement.contacts, "contacts", Contact)
    yield from tuple_type("endorsers", statement.endorsers, "endorsers", Endorser)
    yield from tuple_type("notes", statement.notes, "notes", Note)
    yield from annex_type_problems(statement.annex)
    for note in only(statement.notes, Note):
        yield from text_type("notes", note.name, note.text)
    for part_id, _, part in part_ids(only(statement.parts, Demand, Section)):
        yield from text_type(part_id, part.heading)
        yield from _passage_types(part_id, part.passages)
    for contact in only(statement.contacts, Contact):
        yield from text_type("contact", contact.email, contact.name, contact.phone)
    for endorser in only(statement.endorsers, Endorser):
        yield from endorser_type_problems(endorser)


def _passage_types(owner: str, passages: object) -> Iterator[Diagnostic]:
    yield from tuple_type(owner, passages, "passages", str, ItemList, Quotation)
    if isinstance(passages, tuple):
        for passage_id, passage in numbered(owner, passages):
            if isinstance(passage, ItemList | Quotation):
                yield from tuple_type(passage_id, pieces(passage), "paragraphs", str)


def _skeleton_problems(statement: Statement) -> Iterator[Diagnostic]:
    """A title or a heading with nothing under it, and a list or quotation with nothing in it."""
    if not statement.preamble and not statement.parts:
        yield _problem("no-text", "title", "There is a title, but no text.", "Write the statement under it.")
    for part_id, _, part in part_ids(statement.parts):
        if not part.passages:
            hint = "Write what is to be said under the heading, or remove it."
            yield _problem("no-text", part_id, f"There is no text under the heading of {part_id}.", hint)
    owners = [("preamble", statement.preamble), *((part_id, p.passages) for part_id, _, p in part_ids(statement.parts))]
    for passage_id, passage in (item for owner in owners for item in numbered(*owner)):
        if not isinstance(passage, str) and not pieces(passage):
            hint = "Write something into it, or remove it."
            yield _problem("no-text", passage_id, f"The list or quotation {passage_id} is empty.", hint)


def _text_problems(statement: Statement) -> Iterator[Diagnostic]:
    for clause in _clauses(statement):
        yield from blank_problems(clause.id, parse_inline(clause.text).text)
        yield from text_problems(clause.id, clause.text)
    for contact in statement.contacts:
        yield from blank_problems("contact", str(contact))
        yield from character_problems("contact", str(contact))


def _reference_problems(statement: Statement) -> Iterator[Diagnostic]:
    """What is wrong with references to notes and parts; an annex may come yet, since who signed is read elsewhere."""
    texts, parts = _texts(statement), _part_names(statement)
    yield from note_problems(texts, [note.name for note in statement.notes], ("title", *parts))
    yield from link_problems(texts, (*parts, ANNEX))


def _texts(statement: Statement) -> list[tuple[str, str]]:
    return [(clause.id, clause.text) for clause in _clauses(statement)]


def _part_names(statement: Statement) -> list[str]:
    return [part_id for part_id, _, _ in part_ids(statement.parts)]


def _signing_problems(statement: Statement) -> Iterator[Diagnostic]:
    yield from endorser_problems(statement.endorsers)
    yield from annex_problems(statement.annex)
