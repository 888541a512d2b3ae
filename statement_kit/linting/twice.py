"""Organisations that signed twice, under one spelling or two."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from dataclasses import dataclass

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.acronyms import bare_acronym, split_acronym
from statement_kit.linting.entries import Entry, warning
from statement_kit.linting.folding import folded_words
from statement_kit.linting.nearness import Neighbourhood, is_slip
from statement_kit.linting.words import KNOWN, LEGAL, LEGAL_BEGINNINGS, SMALL

_SHORTEST_WORD = 5
"""In shorter words one letter more often makes another name than a slip."""

_SHORTEST_NAME = 10
"""How many letters a name must have for a slip in it to be told."""

_MOST_COMPARED = 30
"""With how many earlier names of the same reading a name is compared."""


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a name that of its organisation.

    Attributes:
        words: Its words as they are compared, without small ones, in alphabetical order.
        core: Those that say which organisation it is.
        legal: Those that say what it is: organisation, association, Ltd.
        joined: All of them as typed, without the spaces between.
    """

    words: tuple[str, ...]
    core: tuple[str, ...]
    legal: frozenset[str]
    joined: str


def identity(entry: Entry) -> Identity:
    """What makes a name that of its organisation; an acronym typed into it does not."""
    name, _ = split_acronym(entry)
    typed = folded_words(name)
    words = [word for word in typed if word not in SMALL] or typed
    core, legal = _parted(words)
    return Identity(tuple(sorted(words)), tuple(sorted(core)), frozenset(legal), "".join(words))


def _parted(words: Sequence[str]) -> tuple[list[str], list[str]]:
    legal = [word for word in words if word in LEGAL]
    core = [word for word in words if word not in LEGAL]
    beginning = next((one for one in _BEGINNINGS if core and core[0].startswith(one)), "")
    if beginning and len(core[0]) - len(beginning) >= _SHORTEST_NAME // 2:
        return [core[0].removeprefix(beginning), *core[1:]], [*legal, beginning]
    return core or list(words), legal if core else []


_BEGINNINGS = tuple("".join(folded_words(one)) for one in LEGAL_BEGINNINGS)


def repeated_findings(entries: Sequence[Entry]) -> Iterator[tuple[int, Diagnostic]]:
    """Rows that say the same organisation again, and at which place in the list, counted from 0; each row once."""
    identities = [identity(entry) for entry in entries]
    others: dict[int, tuple[int, str]] = {}
    _note(others, identities, lambda one: one.words, "twice")
    _note(others, identities, lambda one: one.joined, "twice")
    _note(others, identities, _core_key, "alike", _is_other_legal_form)
    near = _representatives({word for one in identities for word in one.words})
    _note(others, identities, lambda one: _near_key(one, near), "alike", _is_one_slip_a_word)
    _note_acronyms(others, entries, identities)
    for at in sorted(others):
        yield at, _finding(entries[at], entries[others[at][0]], others[at][1])


def _note(
    others: dict[int, tuple[int, str]],
    identities: Sequence[Identity],
    key_of: Callable[[Identity], Hashable],
    rule: str,
    is_same: Callable[[Identity, Identity], bool] = lambda one, other: True,
) -> None:
    """Note for each row the first before it that has the same key and is the same, unless one is noted already."""
    earlier: defaultdict[Hashable, list[int]] = defaultdict(list)
    for at, one in enumerate(identities):
        key = key_of(one)
        if not key:
            continue
        if at not in others:
            found = (other for other in earlier[key][:_MOST_COMPARED] if is_same(identities[other], one))
            if (other := next(found, None)) is not None:
                others[at] = other, rule
        earlier[key].append(at)


def _core_key(one: Identity) -> Hashable:
    """The words that say which organisation it is, if they can be those of one only."""
    return one.core if any(word not in KNOWN for word in one.core) or len(one.core) > 2 else None


def _is_other_legal_form(one: Identity, other: Identity) -> bool:
    """Whether what one of them calls itself is left out in the other; a union is no association of the same name."""
    return one.legal <= other.legal or other.legal <= one.legal


def _near_key(one: Identity, near: dict[str, str]) -> Hashable:
    long_enough = len(one.joined) >= _SHORTEST_NAME
    return tuple(sorted(near.get(word, word) for word in one.words)) if long_enough else None


def _is_one_slip_a_word(one: Identity, other: Identity) -> bool:
    """Whether each word of the one that the other has not is a slip away from one that only the other has."""
    left = [word for word in one.words if word not in other.words]
    right = [word for word in other.words if word not in one.words]
    if not left or len(left) != len(right) or len(left) * 2 > len(one.words) + 1:
        return False
    for word in left:
        partner = next((found for found in right if _is_likely_slip(word, found)), None)
        if partner is None:
            return False
        right.remove(partner)
    return True


def _is_likely_slip(word: str, other: str) -> bool:
    """Whether one of two words may be the other mistyped: not where both are words by themselves (form, farm)."""
    return (
        min(len(word), len(other)) >= _SHORTEST_WORD and not (word in KNOWN and other in KNOWN) and is_slip(word, other)
    )


def _representatives(words: set[str]) -> dict[str, str]:
    """For each word that has neighbours one slip away, one word for all that hang together so."""
    parent: dict[str, str] = {}

    def top(word: str) -> str:
        while parent.get(word, word) != word:
            word = parent[word]
        return word

    long_ones = sorted(word for word in words if len(word) >= _SHORTEST_WORD)
    neighbourhood = Neighbourhood(long_ones)
    for word in long_ones:
        for found in neighbourhood.near(word):
            if found < word and _is_likely_slip(word, found):
                parent[max(top(word), top(found))] = min(top(word), top(found))
    return {word: top(word) for word in parent}


def _note_acronyms(
    others: dict[int, tuple[int, str]], entries: Sequence[Entry], identities: Sequence[Identity]
) -> None:
    """Names that are nothing but the acronym of another row."""
    by_acronym = {bare_acronym(entry.acronym): at for at, entry in reversed(list(enumerate(entries))) if entry.acronym}
    for at, one in enumerate(identities):
        other = by_acronym.get(one.joined)
        if one.joined and other is not None and other != at and at not in others and others.get(other, (-1,))[0] != at:
            others[at] = other, "alike"


def _finding(entry: Entry, other: Entry, rule: str) -> Diagnostic:
    if rule == "twice":
        message = f"“{entry.name}” is the same organisation as {other}."
        return warning("twice", entry, message, "Keep one of the two, with the name the organisation gave.")
    message = f"“{entry.name}” may be the same organisation as {other}."
    return warning("alike", entry, message, "If it is, keep one of the two. If they are two organisations, leave them.")
