"""What two spellings of a name have in common: case, accents, invisible signs, the order of typing folded away (A26).

Unicode's own normalisation (UAX 15) is not enough for Khmer and Thai: the same picture can be typed in several
orders, and the Khmer letters ត and ដ look alike below another. What comes out is for comparing, never for printing.
"""

from __future__ import annotations

import re
import unicodedata

from statement_kit.linting.words import AMERICAN

_APOSTROPHES = re.compile("['’‘ʼ`´]")
_BETWEEN_WORDS = re.compile("[^\\w\u0300-\u036f\u0900-\u0dff\u0e31-\u0e4e\u0e80-\u0eff\u1000-\u109f\u17b4-\u17dd]+|_")
"""What parts words. Marks are named, since Python takes vowels of Khmer and Thai for no part of a word."""

_ACCENT = re.compile("[\u0300-\u036f]")
_KHMER_MARKS = re.compile("(?:\u17d2[\u1780-\u17b3]|[\u17b6-\u17d1\u17d3\u17dd]){2,}")
_KHMER_MARK = re.compile("\u17d2[\u1780-\u17b3]|.")
_THAI_MARKS = re.compile("[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]{2,}")

_KHMER_SAME = (
    ("\u17d2\u178f", "\u17d2\u178a"),  # coeng TA and coeng DA, drawn the same
    ("\u17b2", "\u17b1"),  # ឲ្យ and ឱ្យ, “give, for”
    ("\u17c1\u17b6", "\u17c4"),  # េ and ា for ោ
    ("\u17c1\u17b8", "\u17be"),  # េ and ី for ើ
)


def without_unseen(text: str) -> str:
    """The text without characters that nobody sees, spaces without width among them."""
    if text.isascii():
        return text
    return "".join(char for char in text if unicodedata.category(char) != "Cf")


def folded(text: str) -> str:
    """The text as it is compared: one case, no accents, nothing unseen, Khmer and Thai in one order of typing."""
    if text.isascii():
        return text.casefold()
    text = unicodedata.normalize("NFKC", without_unseen(text)).casefold()
    text = _one_thai(_one_khmer(text))
    return unicodedata.normalize("NFC", _ACCENT.sub("", unicodedata.normalize("NFD", text)))


def _one_khmer(text: str) -> str:
    for typed, same in _KHMER_SAME:
        text = text.replace(typed, same)
    return _KHMER_MARKS.sub(lambda run: "".join(sorted(_KHMER_MARK.findall(run[0]), key=_khmer_place)), text)


def _khmer_place(mark: str) -> int:
    """Where a mark stands in its cluster: robat, consonants below (RO last), shifter, vowel, sign (Unicode 16.4)."""
    if mark == "\u17cc":
        return 0
    if mark.startswith("\u17d2"):
        return 2 if mark.endswith("\u179a") else 1
    if mark in "\u17c9\u17ca":
        return 3
    return 4 if "\u17b6" <= mark <= "\u17c5" else 5


def _one_thai(text: str) -> str:
    # NFKC takes SARA AM apart; NIKHAHIT goes in front of the tone mark or behind it, and is sorted with the vowels.
    text = text.replace("\u0e33", "\u0e4d\u0e32").replace("\u0e40\u0e40", "\u0e41")  # เเ typed for แ
    return _THAI_MARKS.sub(lambda run: "".join(sorted(run[0], key=_is_tone)), text)


def _is_tone(mark: str) -> bool:
    return "\u0e47" <= mark <= "\u0e4c"


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
