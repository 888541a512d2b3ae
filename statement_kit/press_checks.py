"""What is wrong with the furniture of a release that was made in Python, or read from a statement."""

from __future__ import annotations

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import date, datetime
from difflib import get_close_matches

from statement_kit.diagnostics import Diagnostic, Severity
from statement_kit.markup import NOTE_NAME
from statement_kit.markup.problems import character_problems
from statement_kit.passages import empty_passage_problems, numbered, passage_type_problems
from statement_kit.press import CONTACT, BackMatter, Contact, Press, Revision, Speaker, Status
from statement_kit.values import blank_problems, is_blank, only, text_type, tuple_type, wrong_type

PRESS = "press"
"""What findings about all of it name as their clause."""

REVISION_NUMBERS = range(2, 1000)
"""What a corrected version may be numbered: what was sent first was version 1."""


def contact_type_problems(contact: Contact) -> Iterator[Diagnostic]:
    """Every field of a contact that is not what its annotation says."""
    yield from text_type(CONTACT, contact.email, contact.name, contact.phone, contact.role, contact.hours)
    yield from tuple_type(CONTACT, contact.languages, "language tags", str)
    yield from _names_type(CONTACT, contact.names)


def press_type_problems(press: object) -> Iterator[Diagnostic]:
    """Every field that is not what its annotation says."""
    if not isinstance(press, Press):
        yield wrong_type(PRESS, press, "a Press", "Make one: Press(…); or leave it out.")
        return
    yield from text_type(PRESS, press.reference, press.place, press.prevails)
    yield from tuple_type(PRESS, press.to, "addressees", str)
    yield from tuple_type(PRESS, press.languages, "language tags", str)
    yield from tuple_type(PRESS, press.speakers, "speakers", Speaker)
    if press.status is not None and press.status not in tuple(Status):
        yield wrong_type(PRESS, press.status, "of a Status", f"Known: {', '.join(Status)}.")
    if not isinstance(press.embargo, datetime | None):
        yield wrong_type(PRESS, press.embargo, "embargoed until a time", "Write datetime(2025, 7, 28, 9, tzinfo=…).")
    if not isinstance(press.end_mark, bool | None):
        yield wrong_type(
            PRESS, press.end_mark, "with a mark at its end or not", "Write True or False, or leave it out."
        )
    yield from _revision_types(press.revision)
    for one in only(press.speakers, Speaker):
        yield from _speaker_types(one)
    for name, back in (("editors", press.editors), ("about", press.about)):
        yield from _back_types(name, back)


def _revision_types(revision: object) -> Iterator[Diagnostic]:
    if isinstance(revision, Revision):
        yield from text_type("revision", revision.note)
        if not isinstance(revision.number, int) or isinstance(revision.number, bool):
            yield wrong_type("revision", revision.number, "numbered with a whole number", "Write Revision(2, …).")
        yield from _day_type("revision", revision.date)
    elif revision is not None:
        yield wrong_type("revision", revision, "a Revision", 'Make one: Revision(2, date(2025, 7, 29), "…").')


def _speaker_types(speaker: Speaker) -> Iterator[Diagnostic]:
    yield from text_type("speaker", speaker.key, speaker.name, speaker.role)
    yield from _names_type("speaker", speaker.names)
    if speaker.consent is not None:
        yield from _day_type("speaker", speaker.consent)


def _back_types(name: str, back: object) -> Iterator[Diagnostic]:
    if isinstance(back, BackMatter):
        yield from text_type(name, back.heading)
        yield from passage_type_problems(name, back.passages)
    elif back is not None:
        yield wrong_type(name, back, "a BackMatter", 'Make one: BackMatter(("…",)).')


def _day_type(clause: str, day: object) -> Iterator[Diagnostic]:
    if not isinstance(day, date) or isinstance(day, datetime):
        yield wrong_type(clause, day, "told by a date without a time", "Write date(2025, 7, 28).")


def _names_type(clause: str, names: object) -> Iterator[Diagnostic]:
    if isinstance(names, Mapping):
        yield from text_type(clause, *names, *names.values())
    else:
        yield wrong_type(clause, names, "named by language", 'Write names={"km": "…"}.')


def press_problems(press: Press, language: str, quoted: Collection[tuple[str, str]]) -> Iterator[Diagnostic]:
    """What a release asks that cannot be.

    Args:
        press: What it asks.
        language: Tag of the language of the statement.
        quoted: Of each quotation that names a speaker, what the line below it is called, and the speaker's key.
    """
    yield from _timing_problems(press)
    yield from _language_problems(press, language)
    yield from _speaker_problems(press.speakers, quoted)
    if press.reference:
        yield from blank_problems("reference", press.reference)
    yield from character_problems("reference", press.reference)
    for kind, back in press.back:
        if not back.passages:
            hint = "Write what is to be said under the heading, or remove it."
            yield _problem("no-text", f"There is no text under the heading of {kind}.", hint, kind)
        yield from empty_passage_problems(kind, back.passages)


def _timing_problems(press: Press) -> Iterator[Diagnostic]:
    if press.embargo and press.embargo.utcoffset() is None:
        hint = "Write its offset behind it: 2025-07-28T09:00:00+07:00."
        yield _problem("embargo-offset", "The embargo says a time, but not where on earth.", hint, "embargo")
    if press.embargo and (press.embargo.second or press.embargo.microsecond):
        hint = "Write it to the minute, as it is printed: 2025-07-28T09:00:00+07:00."
        yield _problem("embargo-seconds", "The embargo ends between two minutes.", hint, "embargo")
    if press.embargo and press.status:
        hint = "Leave out status: when the embargo has ended, the files say so by themselves."
        yield _problem("status-and-embargo", "A release has either a status or an embargo.", hint, "status")
    if press.revision and press.revision.number not in REVISION_NUMBERS:
        message = f"{press.revision.number} is not the number of a corrected version."
        yield _problem("revision-number", message, "What was sent first was version 1: number = 2.", "revision")


def _language_problems(press: Press, language: str) -> Iterator[Diagnostic]:
    known, repeated = press.languages, [tag for tag, count in Counter(press.languages).items() if count > 1]
    if repeated:
        message = f"It is said to be available in “{repeated[0]}” twice."
        yield _problem("languages", message, "Name each language once.", "languages")
    if known and language not in known:
        message = f"It is said to be available in {', '.join(known)}, but not in “{language}”, in which it is."
        yield _problem("languages", message, f"Add “{language}”.", "languages")
    if known and press.prevails and press.prevails not in known:
        message = f"The version in “{press.prevails}” cannot prevail: it is available in {', '.join(known)}."
        yield _problem("prevails", message, "Name one of these.", "prevails")


def _speaker_problems(speakers: tuple[Speaker, ...], quoted: Collection[tuple[str, str]]) -> Iterator[Diagnostic]:
    counts = Counter(one.key for one in speakers)
    heard = {key for _, key in quoted}
    for one in speakers:
        yield from blank_problems(one.clause, one.name)
        yield from _names_problems(one.clause, one.names)
        yield from character_problems(one.clause, one.name)
        if not NOTE_NAME.fullmatch(one.key):
            hint = "Use the letters a to z, digits and hyphens."
            yield _problem("speaker-key", f"“{one.key}” is no key of a speaker.", hint, one.clause)
        elif one.key not in heard:
            hint = f"Write “— {{{one.key}}}” as the last paragraph of a quotation, or remove the speaker."
            yield _problem("unused-speaker", f"No quotation has the speaker {one.key}.", hint, one.clause)
        if counts[one.key] > 1:
            hint = "Give every speaker a key of its own."
            yield _problem("repeated-speaker", f"{counts[one.key]} speakers are called {one.key}.", hint, one.clause)
    yield from _unknown_speakers(counts, quoted)


def _unknown_speakers(known: Collection[str], quoted: Iterable[tuple[str, str]]) -> Iterator[Diagnostic]:
    for place, key in quoted:
        if key not in known:
            close = get_close_matches(key, known, 1)
            there = f"Known speakers: {', '.join(known)}." if known else f"Write [press.speakers.{key}]."
            hint = f"Did you mean “{close[0]}”?" if close else there
            yield _problem("unknown-speaker", f"There is no speaker “{key}”.", hint, place)


def contact_problems(contacts: Iterable[Contact]) -> Iterator[Diagnostic]:
    """Every contact that leads to nobody, or that cannot be set."""
    for name, contact in numbered(CONTACT, contacts):
        if is_blank(contact.email) and is_blank(contact.phone):
            message = "A contact says neither where to write nor where to call."
            yield _problem("unreachable", message, "Add its email or its phone.", name)
        yield from character_problems(name, str(contact))
        yield from _names_problems(name, contact.names)


def _names_problems(clause: str, names: Mapping[str, str]) -> Iterator[Diagnostic]:
    for name in names.values():
        yield from blank_problems(clause, name)
        yield from character_problems(clause, name)


def consent_problems(press: Press) -> list[Diagnostic]:
    """Whose words are about to be published without their consent."""
    hint = "When they have agreed to these very words, write the day: consent = 2025-07-27. Until then, make a draft."
    return [
        _problem("no-consent", f"{one.name} has not agreed to these words being published.", hint, one.clause)
        for one in press.speakers
        if one.consent is None
    ]


def no_contact_warnings(contacts: tuple[Contact, ...], language: str) -> list[Diagnostic]:
    """That the edition of a language says nobody whom to ask, though others do."""
    if not contacts or any(contact.is_for(language) for contact in contacts):
        return []
    message = f"Nobody to ask is named in the edition in “{language}”: every contact is for other languages."
    hint = f"Add “{language}” to the languages of a contact, or leave out languages for one that is for all."
    return [Diagnostic("press/no-contact", message, hint=hint, clause=CONTACT, severity=Severity.WARNING)]


def without_notes(press: Press, contacts: tuple[Contact, ...]) -> tuple[str, ...]:
    """The ids of the clauses that cannot refer to a note: all but the passages of what stands behind the text."""
    lines = (*press.texts_above(), *replace(press, editors=None, about=None).texts_behind(contacts))
    return (*(name for name, _ in lines), *(str(kind) for kind, _ in press.back))


def _problem(rule: str, message: str, hint: str, clause: str) -> Diagnostic:
    return Diagnostic(f"press/{rule}", message, hint=hint, clause=clause)
