"""The statement itself: frozen values that know nothing of files, languages or looks.

A statement is a title, a preamble, numbered demands and unnumbered sections, notes, who to ask, when it
was issued, who signed, and what newsrooms expect around it all. Every translatable text in it is a *clause* with an id
that is the same in all languages (`title`, `preamble.2`, `demand.3`, `demand.3.1`, `demand.3.2.1` within a list or
quotation, `note.charter`; `place`, `to.1`, `revision`, `speaker.dara`, `contact.1.role`, `editors.1` of a release), so
that a translation, an error message and a PDF tag can all point at the same thing.

A clause is inline Markdown as it was typed (see `statement_kit.markup`); names, numbers and addresses are data.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.endorser_checks import (
    annex_problems,
    annex_type_problems,
    endorser_problems,
    endorser_type_problems,
)
from statement_kit.endorsers import Annex, Endorser, counts_of
from statement_kit.markup import note_id, parse_inline
from statement_kit.markup.problems import text_problems
from statement_kit.markup.references import ANNEX, link_problems, note_problems
from statement_kit.passages import (
    Passage,
    empty_passage_problems,
    passage_texts,
    passage_type_problems,
    quotations,
    reworded,
    speaker_id,
)
from statement_kit.press import PLACE, Contact, Press, translated_contacts
from statement_kit.press_checks import (
    contact_problems,
    contact_type_problems,
    press_problems,
    press_type_problems,
    without_notes,
)
from statement_kit.values import blank_problems, only, text_type, tuple_type, wrong_type


class Kind(StrEnum):
    """What sort of document this is; its name is printed above the title."""

    JOINT_STATEMENT = "joint-statement"
    PRESS_RELEASE = "press-release"
    OPEN_LETTER = "open-letter"
    CALL_TO_ACTION = "call-to-action"


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
        press: What newsrooms expect around it: release or embargo, dateline, speakers, back matter.

    Raises:
        SourceError: On construction, with every field of a wrong type; or else with every heading without text,
            empty text or list, control character, markup that cannot be set, link to a part that is not there, note
            that is not there or not referred to, and endorser, annex or furniture of a release that cannot be.
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
    press: Press = field(default_factory=Press)

    def __post_init__(self) -> None:
        if problems := list(_type_problems(self)):
            raise SourceError(problems)  # alone: of values that are something else, no more can be said
        checks = (_skeleton_problems, _text_problems, _reference_problems, _signing_problems, _press_problems)
        if problems := [found for check in checks for found in check(self)]:
            raise SourceError(problems)

    def clauses(self, language: str | None = None) -> tuple[Clause, ...]:
        """Every translatable text in reading order, notes last.

        Args:
            language: In whose edition they are printed: without what is said of contacts that are not for it. All of
                them where none is named.
        """
        return tuple(Clause(*text) for text in _texts(self, language))

    def counts(self) -> dict[str, int]:
        """How many signed, by the names that a text may say (see `statement_kit.markup.counts`)."""
        return counts_of(self.endorsers, self.annex)

    def translated(self, texts: Mapping[str, str], language: str) -> Statement:
        """The same statement in another language: each clause replaced by `texts[clause id]`.

        Raises:
            KeyError: A clause has no text; nothing is ever left in the source language in silence.
        """
        original = self.original_language or self.language
        return replace(
            self,
            language=language,
            original_language="" if language == original else original,
            title=texts["title"],
            preamble=reworded("preamble", self.preamble, texts),
            parts=tuple(
                replace(part, heading=texts[part_id], passages=reworded(part_id, part.passages, texts))
                for part_id, _, part in part_ids(self.parts)
            ),
            contacts=translated_contacts(self.contacts, texts, language),
            notes=tuple(replace(note, text=texts[note_id(note.name)]) for note in self.notes),
            press=self.press.translated(texts),
        )


def part_ids(parts: Iterable[Demand | Section]) -> Iterator[tuple[str, int, Demand | Section]]:
    """Each part with its clause id (`demand.2`, `section.1`) and its number among its own kind."""
    seen: Counter[str] = Counter()
    for part in parts:
        kind = "demand" if isinstance(part, Demand) else "section"
        seen[kind] += 1
        yield f"{kind}.{seen[kind]}", seen[kind], part


def _texts(statement: Statement, language: str | None = None) -> Iterator[tuple[str, str]]:
    """The id and the text of every clause, or of those of one edition, in reading order, notes last."""
    yield "title", statement.title
    yield from statement.press.texts_above()
    yield from passage_texts("preamble", statement.preamble)
    for part_id, _, part in part_ids(statement.parts):
        yield part_id, part.heading
        yield from passage_texts(part_id, part.passages)
    yield from statement.press.texts_behind(statement.contacts, language)
    yield from ((note_id(note.name), note.text) for note in statement.notes)


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
    yield from passage_type_problems("preamble", statement.preamble)
    yield from tuple_type("parts", statement.parts, "demands and sections", Demand, Section)
    yield from tuple_type("contact", statement.contacts, "contacts", Contact)
    yield from tuple_type("endorsers", statement.endorsers, "endorsers", Endorser)
    yield from tuple_type("notes", statement.notes, "notes", Note)
    yield from annex_type_problems(statement.annex)
    for note in only(statement.notes, Note):
        yield from text_type("notes", note.name, note.text)
    for part_id, _, part in part_ids(only(statement.parts, Demand, Section)):
        yield from text_type(part_id, part.heading)
        yield from passage_type_problems(part_id, part.passages)
    for contact in only(statement.contacts, Contact):
        yield from contact_type_problems(contact)
    yield from press_type_problems(statement.press)
    for endorser in only(statement.endorsers, Endorser):
        yield from endorser_type_problems(endorser)


def _skeleton_problems(statement: Statement) -> Iterator[Diagnostic]:
    """A title or a heading with nothing under it, and a list or quotation with nothing in it."""
    if not statement.preamble and not statement.parts:
        yield _problem("no-text", "title", "There is a title, but no text.", "Write the statement under it.")
    for part_id, _, part in part_ids(statement.parts):
        if not part.passages:
            hint = "Write what is to be said under the heading, or remove it."
            yield _problem("no-text", part_id, f"There is no text under the heading of {part_id}.", hint)
    for owner, passages in _owners(statement):
        yield from empty_passage_problems(owner, passages)
    if statement.press.place and not (statement.preamble and isinstance(statement.preamble[0], str)):
        message = "There is a place for the dateline, but no paragraph under the title that it could stand before."
        yield _problem("no-text", PLACE, message, "Begin the text with a paragraph, or leave out the place.")


def _owners(statement: Statement) -> Iterator[tuple[str, tuple[Passage, ...]]]:
    """What has passages of the text itself, with its id: the preamble and each part."""
    yield "preamble", statement.preamble
    yield from ((part_id, part.passages) for part_id, _, part in part_ids(statement.parts))


def _text_problems(statement: Statement) -> Iterator[Diagnostic]:
    for clause_id, text in _texts(statement):
        yield from blank_problems(clause_id, parse_inline(text).text)
        yield from text_problems(clause_id, text)
    yield from contact_problems(statement.contacts)


def _reference_problems(statement: Statement) -> Iterator[Diagnostic]:
    """What is wrong with references to notes and parts; an annex may come yet, since who signed is read elsewhere."""
    texts, parts = list(_texts(statement)), _part_names(statement)
    without = ("title", *parts, *without_notes(statement.press, statement.contacts))
    yield from note_problems(texts, [note.name for note in statement.notes], without)
    yield from link_problems(texts, (*parts, ANNEX))


def _part_names(statement: Statement) -> list[str]:
    """The ids of what a link may lead to, the annex aside: parts, and what stands behind the text."""
    return [*(part_id for part_id, _, _ in part_ids(statement.parts)), *(str(kind) for kind, _ in statement.press.back)]


def _signing_problems(statement: Statement) -> Iterator[Diagnostic]:
    yield from endorser_problems(statement.endorsers)
    yield from annex_problems(statement.annex)


def _press_problems(statement: Statement) -> Iterator[Diagnostic]:
    owners = (*_owners(statement), *((kind, one.passages) for kind, one in statement.press.back))
    quoted = [
        (speaker_id(quotation_id), quotation.speaker)
        for owner, passages in owners
        for quotation_id, quotation in quotations(owner, passages)
        if quotation.speaker
    ]
    yield from press_problems(statement.press, statement.language, quoted)
