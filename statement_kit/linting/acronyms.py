"""Acronyms that stand in the name, that do not fit it, or that two names have."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import Entry, warning
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
    if match := _WORD_LAST.search(name):
        bare = bare_acronym(match[1])
        rest = name[: match.start()]
        is_acronym = bare == own if own else _are_initials(bare, rest)
        if is_acronym and _CAPITALS.fullmatch(match[1]) and len(typed_words(rest)) > 1:
            return rest.rstrip(), match[1]
    return name, ""


def _is_short_for(text: str, name: str) -> bool:
    """Whether what stands in brackets looks like an acronym: capitals, or letters of the name in Khmer or Thai."""
    return bool(_CAPITALS.fullmatch(text)) or (not text.isascii() and " " not in text and fits(text, name))


def _are_initials(bare: str, name: str) -> bool:
    initials = [word[0] for word in typed_words(folded(name)) if word not in SMALL]
    return len(bare) > 1 and bare == "".join(initials)


def acronym_in_name_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Names with their acronym in them: the kit prints it in brackets behind the name by itself (N17)."""
    for entry in entries:
        name, acronym = split_acronym(entry)
        if acronym:
            message = f"The acronym {acronym} stands in the name “{entry.name}”."
            where = "it stands in its column already" if entry.acronym else f"and “{acronym}” in the column “acronym”"
            hint = f"Write “{name.strip()}” in the column “name”; {where}."
            yield warning("acronym-in-name", entry, message, hint)


def acronym_fit_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Acronyms whose letters do not stand in their name, one after the other."""
    for entry in entries:
        if entry.acronym and not fits(entry.acronym, entry.name):
            message = f"The letters of {entry.acronym} do not stand in “{entry.name}” in this order."
            hint = "Ask the organisation. If the acronym comes from its name in another language, it is right."
            yield warning("acronym-unlike", entry, message, hint)


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


def shared_acronym_findings(entries: Sequence[Entry], told: frozenset[int]) -> Iterator[Diagnostic]:
    """Acronyms that two organisations have.

    Args:
        entries: The list.
        told: Which of its rows, counted from 0, are known to repeat another; nothing more is said about them.
    """
    first: dict[str, Entry] = {}
    for at, entry in enumerate(entries):
        bare = bare_acronym(entry.acronym)
        if not bare:
            continue
        other = first.setdefault(bare, entry)
        if other is entry or at in told:
            continue
        message = f"“{entry.name}” has the acronym {entry.acronym}, which {other} has too."
        if _name_script(entry.name) != _name_script(other.name):
            hint = "It may be the same organisation in another language. If so, keep one of the two."
        else:
            hint = "One of them may be mistaken, or both are the same organisation. If both are right, leave them."
        yield warning("acronym-shared", entry, message, hint)


def _name_script(name: str) -> re.Pattern[str] | None:
    small = folded(name)
    return next((script for script in _SCRIPTS[::-1] if script.search(small)), None)
