"""The kit's own words: “Endorsed by”, “Issued on”, “Page 1 of 3”, in every language it knows."""

from __future__ import annotations

from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path
from types import MappingProxyType

from statement_kit.diagnostics import CatalogError, Diagnostic, Location
from statement_kit.translation.catalog import parse_catalog
from statement_kit.translation.translate import placeholder_difference
from statement_kit.values import is_blank

WORDS: Mapping[str, str] = {
    "kind.joint-statement": "Joint statement",
    "kind.press-release": "Press release",
    "kind.open-letter": "Open letter",
    "kind.call-to-action": "Call to action",
    "contact": "For more information, please contact us at {contacts}",
    "issued": "Issued on: {date}",
    "endorsed": "Endorsed by",
    "as-of": "As of {date}, {hour}:{minute} ({zone})",
    "count.organisations": "{organisations, plural, one {# organisation} other {# organisations}}",
    "count.networks": "{networks, plural, one {# network} other {# networks}}",
    "count.individuals": "{individuals, plural, one {# individual} other {# individuals}}",
    "group.organisation": "Organisations",
    "group.network": "Networks",
    "group.individual": "Individuals",
    "group.other": "Country not given",
    "endorser.title": "{name}, {title}",
    "endorser.personal": "{name} (in a personal capacity)",
    "endorser.country": "{name}, {country}",
    "endorser.date": "{name}, {date}",
    "late": "Signed after {date}",
    "withheld": "and {withheld} more who asked not to be named",
    "withheld.all": "{withheld, plural, one {# endorser} other {# endorsers}} who asked not to be named",
    "logo": "Logo of {name}",
    "page": "Page {page} of {pages}",
    "note": "Note {number}",
    "note.back": "Back to the text, at note {number}",
    "signed": "Signed electronically by {name}, {date}",
    "draft": "Draft, not for publication",
    "draft.missing": "Not translated",
    "draft.stale": "Translated from an older text",
    "draft.fuzzy": "Not checked",
    "draft.unreviewed": "Not reviewed",
    "draft.unapproved": "Reviewed by one person only",
    "draft.faulty": "The translation has a mistake",
    "status.immediate": "For immediate release",
    "status.embargo": "Embargoed until {hour}:{minute} on {date} ({zone})",
    "status.revision": "Corrected version {number}, {date}",
    "reference": "Ref. {reference}",
    "revision": "What changed: {note}",
    "to": "To: {to}",
    "dateline": "{place}, {date} –",
    "attribution": "{name}, {role}",
    "end-mark": "– ENDS –",
    "contacts": "Contacts",
    "back.editors": "Notes to editors",
    "back.about": "About the coalition",
    "language": "{language}",
    "list.two": "{first} and {last}",
    "list.more": "{first}, {last}",
    "list.last": "{first} and {last}",
    "available": "This text is available in {languages}.",
    "prevails": "The {language} version prevails.",
}
"""Every word the kit prints, by its key (`msgctxt`), in English."""


@lru_cache(maxsize=32)
def load_words(language: str, folder: Path) -> Mapping[str, str]:
    """The kit's words in a language, from `folder/LANGUAGE/LC_MESSAGES/statement_kit.po`.

    Read once in a process: the kit's own files do not change under a run.

    Raises:
        CatalogError: The file is absent or damaged, or a word is missing, fuzzy, stale or lost a placeholder.
    """
    path = folder / language / "LC_MESSAGES" / "statement_kit.po"
    try:
        data = path.read_bytes()
    except OSError as error:
        message = f"The kit's own words in “{language}” cannot be read: {error.strerror}."
        raise CatalogError([Diagnostic("words/unreadable", message, Location(str(path)))]) from error
    return check_words(data, str(path))


def check_words(data: bytes, path: str) -> Mapping[str, str]:
    """The words in a PO file, every one of them present, current and with its placeholders.

    Raises:
        CatalogError: With each word that is not.
    """
    entries = parse_catalog(data, path).entries
    problems = []
    for key, english in WORDS.items():
        entry = entries.get(key)
        if entry is None or entry.source != english or entry.fuzzy or is_blank(entry.text):
            where = entry.place if entry else Location(path)
            problems.append(Diagnostic("words/missing", f"“{english}” is not translated.", where, clause=key))
        elif lost := placeholder_difference(english, entry.text):
            message = f"“{english}” lost its placeholders ({lost})."
            problems.append(Diagnostic("words/placeholder", message, entry.place, clause=key))
    if problems:
        raise CatalogError(problems)
    return MappingProxyType({key: entries[key].text for key in WORDS})
