"""What makes a name that of its organisation, or of its person, however it is spelt (A26)."""

from __future__ import annotations

from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, THAI_DIGITS
from statement_kit.linting.acronyms import split_acronym
from statement_kit.linting.entries import Entry
from statement_kit.linting.folding import folded, folded_words, typed_words
from statement_kit.linting.words import (
    ABBREVIATED,
    HONORIFIC_BEGINNINGS,
    HONORIFICS,
    KNOWN,
    LEGAL,
    LEGAL_BEGINNINGS,
    PLACE_ENDINGS,
    PLACES,
    SMALL,
)

SHORTEST_NAME = 10
"""How many letters a name must have for a slip in it to be told."""

_DIGITS = str.maketrans(KHMER_DIGITS + THAI_DIGITS, ASCII_DIGITS * 2)


@dataclass(frozen=True, slots=True)
class Identity:
    """What makes a name that of its bearer.

    Attributes:
        words: Its words as they are compared, without small ones, in alphabetical order.
        joined: All of them as typed, without the spaces between.
        core: Those that say which organisation it is; none of a person.
        legal: Those that say what it is: organisation, association, Ltd.
        places: Where it is: Cambodia, Thailand.
        title: What a person is.
        is_person: Whether it is a person's.
    """

    words: tuple[str, ...]
    joined: str
    core: tuple[str, ...] = ()
    legal: frozenset[str] = frozenset()
    places: frozenset[str] = frozenset()
    title: str = ""
    is_person: bool = False

    @property
    def core_key(self) -> Hashable:
        """The words that say which organisation it is, wherever it is, if they can be those of one only."""
        is_telling = any(word not in KNOWN for word in self.core) or len(self.core) + len(self.places) > 2
        return self.core if is_telling else None

    @property
    def is_long(self) -> bool:
        """Whether the name is long enough for a slip in it to be told."""
        return len(self.joined) >= SHORTEST_NAME


def identity(entry: Entry) -> Identity:
    """What makes a name that of its bearer; an acronym typed into it does not, nor does a “Dr.” before it."""
    return _person(entry) if entry.is_person else _organisation(entry)


def _person(entry: Entry) -> Identity:
    name = entry.name
    if not name.isascii():
        beginning = next((one for one in HONORIFIC_BEGINNINGS if name.startswith(one)), "")
        name = name.removeprefix(beginning).strip() or name
    typed = typed_words(folded(name))
    words = [word for word in typed if word not in _HONORIFICS] or typed
    title = " ".join(typed_words(folded(entry.title)))
    return Identity(tuple(sorted(words)), "".join(words), title=title, is_person=True)


def _organisation(entry: Entry) -> Identity:
    name, _ = split_acronym(entry)
    typed = [ABBREVIATED.get(word, word) for word in folded_words(name if name.isascii() else name.translate(_DIGITS))]
    words = [word for word in typed if word not in SMALL] or typed
    core, legal, places = _parted(words)
    return Identity(tuple(sorted(words)), "".join(words), tuple(sorted(core)), frozenset(legal), frozenset(places))


def _parted(words: Sequence[str]) -> tuple[list[str], list[str], list[str]]:
    """The words of a name that say which organisation it is, what it is, and where; all of them which, if need be."""
    legal = [word for word in words if word in _LEGAL]
    places = [PLACES[word] for word in words if word in PLACES]
    core = [word for word in words if word not in _LEGAL and word not in PLACES]
    if not core:
        return list(words), [], []
    if not core[0].isascii() and (beginning := _beginning(core[0])):
        core[0], legal = core[0].removeprefix(beginning), [*legal, beginning]
    if not core[-1].isascii() and (ending := _ending(core[-1])):
        core[-1], places = core[-1].removesuffix(ending), [*places, _ENDINGS[ending]]
    return core, legal, places


def _beginning(word: str) -> str:
    """What a Khmer or Thai name, which is written without spaces, says it is; empty for nothing."""
    return next((one for one in _BEGINNINGS if word.startswith(one) and _is_left(word, one)), "")


def _ending(word: str) -> str:
    """Where such a name says it is; empty for nothing."""
    return next((one for one in _ENDINGS if word.endswith(one) and _is_left(word, one)), "")


def _is_left(word: str, part: str) -> bool:
    """Whether enough of a word is left without a part of it to be a name."""
    return len(word) - len(part) >= SHORTEST_NAME // 2


_BEGINNINGS = tuple("".join(folded_words(one)) for one in LEGAL_BEGINNINGS)
_ENDINGS = {"".join(folded_words(one)): place for one, place in PLACE_ENDINGS.items()}
_LEGAL = LEGAL | frozenset(_BEGINNINGS)
_HONORIFICS = frozenset(word for one in HONORIFICS for word in typed_words(folded(one)))
