"""Whom to ask: one sentence, or a heading and a line for each, with a link on every address and number."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from urllib.parse import quote

from statement_kit.document.blocks import Block, Role
from statement_kit.document.naming_languages import language_list
from statement_kit.document.spoken import Spoken, clause_text, filled_pattern, joined, name_text
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language
from statement_kit.markup import MarkKind
from statement_kit.passages import numbered
from statement_kit.press import CONTACT, Contact

_DIALLED = re.compile(r"\+?[0-9][0-9 \u00a0.-]*")
"""A telephone number that can be dialled as it stands; not `(0)`, `/ 12` or an extension."""

_BETWEEN = "\u00a0· "
"""What parts the pieces of a line; no line begins with it."""


def contact_blocks(contacts: tuple[Contact, ...], words: Mapping[str, str], language: Language) -> Iterator[Block]:
    """Whom to ask in the edition of a language; names and addresses are data (N02, N17)."""
    here = [(name, contact) for name, contact in numbered(CONTACT, contacts) if contact.is_for(language.tag)]
    if not here:
        return
    if all(contact.is_plain for contact in contacts):
        sentence = joined([_plain(contact, language) for _, contact in here], "; ")
        text, marks = filled_pattern(words["contact"], language, contacts=sentence)
        yield Block("contact", Role.CONTACT, text, marks=marks)
        return
    yield Block(CONTACT, Role.CONTACT_HEADING, typographic(words["contacts"], language))
    for name, contact in here:
        text, marks = _full(contact, words, language)
        yield Block(name, Role.CONTACT_LINE, text, marks=marks)


def _plain(contact: Contact, language: Language) -> Spoken:
    """A contact within the sentence."""
    return joined([part for part in (Spoken(contact.called_in(language.tag)), *_reached(contact)) if part.text], ", ")


def _full(contact: Contact, words: Mapping[str, str], language: Language) -> Spoken:
    """Everything there is to say of a contact."""
    hours = clause_text(contact.hours, language)
    spoken = language_list(contact.languages, words, language) if contact.languages else Spoken("")
    parts = (_who(contact, words, language), *_reached(contact), hours, spoken)
    return joined([part for part in parts if part.text], _BETWEEN)


def _who(contact: Contact, words: Mapping[str, str], language: Language) -> Spoken:
    """The name and what that person is, as far as they are given."""
    return attributed(contact.called_in(language.tag), contact.role, words, language)


def attributed(name: str, role: str, words: Mapping[str, str], language: Language) -> Spoken:
    """A name and what that person is; the one that is given, where the other is not."""
    called, is_what = name_text(name, language), clause_text(role, language)
    if called.text and is_what.text:
        return filled_pattern(words["attribution"], language, name=called, role=is_what)
    return called if called.text else is_what


def _reached(contact: Contact) -> tuple[Spoken, Spoken]:
    """The address of e-mail and the telephone number, each with its link, to the letter (N02)."""
    email, phone = Spoken(contact.email), Spoken(contact.phone)
    if contact.email:
        email = email.marked(MarkKind.LINK, f"mailto:{quote(contact.email, safe='@+')}")
    if _DIALLED.fullmatch(contact.phone):
        phone = phone.marked(MarkKind.LINK, f"tel:{re.sub(r'[^+0-9]', '', contact.phone)}")
    return email, phone
