"""Acronyms that stand in the name, or do not fit it."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_kit.linting.entries import Entry
from statement_kit.linting.findings import Finding, found
from statement_kit.linting.folding import folded, typed_words
from statement_kit.linting.words import PLACES, SMALL

_BRACKETED_LAST = re.compile(r"\(([^()]{1,30})\)\W{0,5}$")
_CAPITALS = re.compile(r"[A-Z][A-Z0-9&.-]{1,11}")
_WORD_LAST = re.compile(r"\s[-–—]?\s?([^\s()]{1,30})$")
_LATIN, _KHMER, _THAI = re.compile("[a-z]"), re.compile("[\u1780-\u17b3]"), re.compile("[\u0e01-\u0e2e]")
_SCRIPTS = (_LATIN, _KHMER, _THAI)


def bare_acronym(acronym: str) -> str:
    """An acronym by which two are the same: letters and digits only, in one case."""
    return "".join(typed_words(folded(acronym)))


def split_acronym(entry: Entry) -> tuple[str, str]:
    """The name without an acronym that stands behind it, and that acronym; the name and "" if there is none."""
    name = entry.name
    own = bare_acronym(entry.acronym)
    if match := _BRACKETED_LAST.search(name):
        bare = bare_acronym(match[1])
        if match.start() and bare and (bare == own or (not own and _is_short_for(match[1], name[: match.start()]))):
            return name[: match.start()].rstrip(), match[1]
    if (match := _WORD_LAST.search(name)) and _CAPITALS.fullmatch(match[1]):
        bare, rest = bare_acronym(match[1]), name[: match.start()]
        if (bare == own if own else _are_initials(bare, rest)) and len(typed_words(rest)) > 1:
            return rest.rstrip(), match[1]
    return name, ""


def _is_short_for(text: str, name: str) -> bool:
    """Whether what stands in brackets looks like an acronym: capitals, or letters of the name in Khmer or Thai."""
    return bool(_CAPITALS.fullmatch(text)) or (not text.isascii() and " " not in text and fits(text, name))


def _are_initials(bare: str, name: str) -> bool:
    initials = [word[0] for word in typed_words(folded(name)) if word not in SMALL]
    return len(bare) > 1 and bare == "".join(initials)


def acronym_in_name_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Names with their acronym in them: the kit prints it in brackets behind the name by itself (N17)."""
    for entry in entries:
        name, acronym = split_acronym(entry)
        if acronym:
            column = entry.column("acronym")
            message = f"The acronym {acronym} stands in the name “{entry.name}”."
            where = "it stands in its column already" if entry.acronym else f"and “{acronym}” in the column “{column}”"
            hint = f"Write “{name.strip()}” in the column “{entry.name_column}”; {where}."
            better = {entry.name_column: name.strip(), column: "" if entry.acronym else acronym}
            yield found("acronym-in-name", entry, message, hint, better=better, details=(entry.acronym,))


def acronym_fit_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Acronyms whose letters do not stand in their name, one after the other."""
    for entry in entries:
        column = entry.column("acronym")
        acronym = entry.row[column]
        if acronym and not fits(acronym, entry.name):
            message = f"The letters of {acronym} do not stand in “{entry.name}” in this order."
            hint = "Ask the organisation. If the acronym comes from its name in another language, it is right."
            yield found("acronym-unlike", entry, message, hint, column=column, details=(entry.name,))


def fits(acronym: str, name: str) -> bool:
    """Whether an acronym may be one of this name.

    Lenient, since organisations are: any letters will do if they come in order and the first begins a word. Words of
    the name (“PDP-Center”) and of places (“TI Cambodia”) may stand in full, and a zero for an O. Where an acronym is in
    another script than its name, nobody can say.
    """
    name_words = typed_words(folded(name))
    full = {*name_words, *PLACES}
    short = [word for word in typed_words(folded(acronym)) if word not in full]
    script = _script("".join(short))
    if script is None or not script.search("".join(name_words)):
        return True
    letters = "".join(script.findall("".join(short).replace("0", "o") if script is _LATIN else "".join(short)))
    if script is _LATIN and letters[0] not in _initials(name_words):
        return False
    rest = iter("".join(name_words))
    return all(letter in rest for letter in letters)


def _initials(words: Sequence[str]) -> set[str]:
    """What each word begins with: itself, and its first letter behind a number, as in “3S”."""
    return {initial for word in words for initial in (word[0], word.lstrip("0123456789")[:1])}


def _script(letters: str) -> re.Pattern[str] | None:
    """The one script of an acronym; None if there are several, or none that is known."""
    found = [script for script in _SCRIPTS if script.search(letters)]
    if not found and "0" in letters:
        return _LATIN
    return found[0] if len(found) == 1 else None
