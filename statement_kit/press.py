"""What newsrooms expect around a text: frozen values, like the statement itself.

Release or embargo, reference, dateline, who speaks and may be quoted, whom to ask, what is for editors only. Whatever
of it is a sentence is a clause and translated; names, numbers, addresses and dates are data.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from datetime import date, datetime
from enum import StrEnum
from types import MappingProxyType

from statement_kit.passages import Passage, numbered, passage_texts, reworded

PLACE, REVISION, ADDRESSEE, CONTACT = "place", "revision", "to", "contact"
"""The ids of the place in the dateline and of what changed, and what those of addressees and contacts begin with."""


class Status(StrEnum):
    """When newsrooms may print it, where there is no embargo."""

    IMMEDIATE = "immediate"


class BackKind(StrEnum):
    """What stands behind the text, in this order; the value is the id of its heading."""

    EDITORS = "editors"
    ABOUT = "about"


def _no_names() -> Mapping[str, str]:
    return MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Contact:
    """Whom to ask.

    Attributes:
        email: The address; empty for none, where there is a number.
        name: Who answers; empty if nobody is named.
        phone: The number, as it is to be printed; empty for none.
        role: What that person is: a clause, translated; empty for nothing.
        hours: When somebody answers: a clause, translated; empty for nothing.
        languages: Tags of the languages that are spoken there, and in whose editions alone it is printed; empty for
            all editions.
        names: By language tag, what that person is called there, where that is not `name`.
    """

    email: str = ""
    name: str = ""
    phone: str = ""
    role: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    names: Mapping[str, str] = field(default_factory=_no_names, hash=False)

    def __str__(self) -> str:
        return ", ".join(part for part in (self.name, self.email, self.phone) if part)

    @property
    def is_plain(self) -> bool:
        """Whether one sentence holds all there is to say of it."""
        return not (self.role or self.hours or self.languages)

    def is_for(self, language: str) -> bool:
        """Whether it is printed in the edition of a language."""
        return not self.languages or language in self.languages

    def called_in(self, language: str) -> str:
        """The name, as it is written in a language."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class Revision:
    """That this is a corrected version of what was sent before.

    Attributes:
        number: Which version it is; the first one was none.
        date: The day of the correction.
        note: What changed: a clause, translated.
    """

    number: int
    date: date
    note: str


@dataclass(frozen=True, slots=True)
class Speaker:
    """Somebody whose words are quoted. A name is data: never translated (N17).

    Attributes:
        key: What quotations call this person by; never printed.
        name: The name.
        role: Who that is: a clause, translated; empty for nothing.
        names: By language tag, the name as it is written there, where that is not `name`.
        consent: The day this person agreed to these words being published; None if that has not happened yet.
    """

    key: str
    name: str
    role: str = ""
    names: Mapping[str, str] = field(default_factory=_no_names, hash=False)
    consent: date | None = None

    @property
    def clause(self) -> str:
        """The id of the role, and the place of the speaker."""
        return f"speaker.{self.key}"

    def called_in(self, language: str) -> str:
        """The name, as it is written in a language."""
        return self.names.get(language, self.name)


@dataclass(frozen=True, slots=True)
class BackMatter:
    """What stands behind the text under a heading of its own.

    Attributes:
        passages: What it says: clauses, translated.
        heading: The author's heading: a clause, translated; empty for the kit's, in every language.
    """

    passages: tuple[Passage, ...]
    heading: str = ""


@dataclass(frozen=True, slots=True)
class Press:
    """What a statement has of all this; by default nothing.

    Attributes:
        status: What the status line says; None for none. An embargo says it by itself.
        embargo: Until when nobody may print it, with its offset; None for no embargo.
        reference: The reference number; empty for none.
        place: Where the dateline says it comes from: a clause, translated; empty for no dateline.
        to: Whom it is addressed to, one by one: clauses, translated.
        languages: Tags of the languages it says it is available in; empty if it does not say so.
        prevails: Tag of the language whose version prevails; empty if it does not say so.
        end_mark: Whether the end of the text is marked; None for what is customary: in press releases only.
        revision: That it is a corrected version; None if it is the first.
        speakers: Who is quoted.
        editors: Notes to editors; None for none.
        about: About the coalition; None for nothing.
    """

    status: Status | None = None
    embargo: datetime | None = None
    reference: str = ""
    place: str = ""
    to: tuple[str, ...] = ()
    languages: tuple[str, ...] = ()
    prevails: str = ""
    end_mark: bool | None = None
    revision: Revision | None = None
    speakers: tuple[Speaker, ...] = ()
    editors: BackMatter | None = None
    about: BackMatter | None = None

    @property
    def back(self) -> Iterator[tuple[BackKind, BackMatter]]:
        """What stands behind the text, in order."""
        both = ((BackKind.EDITORS, self.editors), (BackKind.ABOUT, self.about))
        return ((kind, one) for kind, one in both if one)

    def speaker(self, key: str) -> Speaker:
        """The speaker of a key.

        Raises:
            KeyError: There is none.
        """
        return {one.key: one for one in self.speakers}[key]

    def texts_above(self) -> Iterator[tuple[str, str]]:
        """The id and the text of each clause between the title and the text."""
        if self.revision:
            yield REVISION, self.revision.note
        yield from numbered(ADDRESSEE, self.to)
        if self.place:
            yield PLACE, self.place

    def texts_behind(self, contacts: tuple[Contact, ...], language: str | None = None) -> Iterator[tuple[str, str]]:
        """The id and the text of each clause behind the text: who was quoted, whom to ask, the back matter.

        Args:
            contacts: Whom to ask.
            language: In whose edition they are printed; None for all that there are.
        """
        yield from ((one.clause, one.role) for one in self.speakers if one.role)
        for contact_id, contact in numbered(CONTACT, contacts):
            if language is None or contact.is_for(language):
                yield from ((f"{contact_id}.role", text) for text in (contact.role,) if text)
                yield from ((f"{contact_id}.hours", text) for text in (contact.hours,) if text)
        for kind, one in self.back:
            if one.heading:
                yield str(kind), one.heading
            yield from passage_texts(kind, one.passages)

    def translated(self, texts: Mapping[str, str]) -> Press:
        """The same in another language: each clause replaced by `texts[clause id]`.

        Raises:
            KeyError: A clause has no text.
        """
        return replace(
            self,
            place=texts[PLACE] if self.place else "",
            to=tuple(texts[one_id] for one_id, _ in numbered(ADDRESSEE, self.to)),
            revision=replace(self.revision, note=texts[REVISION]) if self.revision else None,
            speakers=tuple(replace(one, role=texts[one.clause]) if one.role else one for one in self.speakers),
            editors=_translated_back(BackKind.EDITORS, self.editors, texts),
            about=_translated_back(BackKind.ABOUT, self.about, texts),
        )


def _translated_back(kind: BackKind, one: BackMatter | None, texts: Mapping[str, str]) -> BackMatter | None:
    if one is None:
        return None
    heading = texts[kind] if one.heading else ""
    return replace(one, heading=heading, passages=reworded(kind, one.passages, texts))


def translated_contacts(contacts: tuple[Contact, ...], texts: Mapping[str, str], language: str) -> tuple[Contact, ...]:
    """Contacts in another language: roles and hours replaced, or left out where the contact is not for it.

    Raises:
        KeyError: One of them has no text.
    """
    return tuple(
        replace(
            contact,
            role=texts[f"{contact_id}.role"] if contact.role and contact.is_for(language) else "",
            hours=texts[f"{contact_id}.hours"] if contact.hours and contact.is_for(language) else "",
        )
        for contact_id, contact in numbered(CONTACT, contacts)
    )
