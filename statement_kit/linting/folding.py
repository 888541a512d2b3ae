"""What two spellings of a name have in common: case, accents and what looks the same folded away (A26).

Khmer and Thai are brought to one spelling as everywhere in the kit. What comes out is for comparing, not for printing.
"""

from __future__ import annotations

import re
import unicodedata

from statement_kit.languages.same_looking import one_spelling, without_unseen
from statement_kit.linting.words import AMERICAN

__all__ = ["american", "folded", "folded_words", "singular", "typed_words", "without_unseen"]

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_BETWEEN_WORDS = re.compile("[^\\w\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u0e80-\u0eff\u1000-\u109f\u17b4-\u17dd]+|_")
"""What parts words. Marks are named, since Python takes vowels of Khmer and Thai for no part of a word."""

_ACCENT = re.compile("[\u0300-\u036f]")


def folded(text: str) -> str:
    """The text as it is compared: one case, no accents, nothing unseen, Khmer and Thai in one order of typing."""
    if text.isascii():
        return text.casefold()
    text = one_spelling(unicodedata.normalize("NFKC", without_unseen(text)).casefold())
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def typed_words(text: str) -> list[str]:
    """The words of a name as they are typed, without marks around them; an apostrophe belongs to its word."""
    return [word for word in _BETWEEN_WORDS.sub(" ", _APOSTROPHES.sub("", text)).split(" ") if word]


def folded_words(text: str) -> list[str]:
    """The words of a name as they are compared: also British for American, and one for many."""
    return [singular(american(word)) for word in typed_words(folded(text))]


def american(word: str) -> str:
    """A word in small letters, as Americans write it; only to have one form of it."""
    if word in AMERICAN:
        return AMERICAN[word]
    if len(word) > 6 and "isation" in word:
        return word.replace("isation", "ization")
    return word


def singular(word: str) -> str:
    """A word without the s of a plural or an owner: nearly, which is enough where both sides lose it."""
    if len(word) < 5 or not word.endswith("s") or word.endswith(("ss", "us", "is")):
        return word
    return word[:-3] + "y" if word.endswith("ies") else word[:-1]
