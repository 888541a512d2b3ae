"""What nobody sees in a text, and letters of another alphabet than they seem to be of (A26, UTS 39).

Both are typed by accident, copied along, or put there on purpose; then no search finds the word.
"""

from __future__ import annotations

import re

from statement_kit.languages.letters import DEPENDENT, GREEK_OR_CYRILLIC, KHMER, LAO, LATIN, THAI, WITHOUT_SPACES

STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks and controls that turn the direction of text (UAX 9)."""

UNSEEN = re.compile(
    "[\u00ad\u034f\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200d\u2060-\u2065\u206a-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb"
    "\U000e0000-\U000e0fff]"
)
"""Spaces without width, joiners, fillers, tags and others that are not drawn (UAX 44), those that steer apart."""

WITHIN_SYLLABLE = f"[\u200b\u2060](?=[{DEPENDENT}])|(?<=[\u17d2\u0e40-\u0e44])[\u200b\u2060]"
"""A space without width, or its opposite, between a letter and what belongs to it; a pattern."""

_USEFUL = re.compile(
    f"(?<=[{WITHOUT_SPACES}])(?<![\u17d2\u0e40-\u0e44])[\u200b\u2060](?=[{WITHOUT_SPACES}])(?![{DEPENDENT}])"
)
_SEVERAL = re.compile("([\u200b\u2060])[\u200b\u2060]+")

_SUSPECT = re.compile(f"[{GREEK_OR_CYRILLIC}{LAO}]")
_ANY_KHMER, _ANY_THAI = re.compile(f"[{KHMER}]"), re.compile(f"[{THAI}]")
_TURN = re.compile(
    f"(?<=[{LATIN}])[{GREEK_OR_CYRILLIC}]|(?<=[{GREEK_OR_CYRILLIC}])[{LATIN}]"
    f"|(?<=[{KHMER}])[{THAI}]|(?<=[{THAI}])[{KHMER}]|(?<=[{THAI}])[{LAO}]|(?<=[{LAO}])[{THAI}]"
)
"""A letter that follows one of another alphabet, which no word does."""

_IN_WORD = re.compile(f"[\\w{KHMER}{THAI}{LAO}]*")
_MOST_SHOWN = 40
"""How many letters of a word are told before such a letter, and from it on: some languages have no spaces."""

_SEEMS = str.maketrans(
    "АВЕЅІЈКМНОРСТХУЗаеіјорсухѕԁһқΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρχ",
    "ABESIJKMHOPCTXY3aeijopcyxsdhkABEZHIKMNOPTYXovpx",
)
"""Letters of Cyrillic and Greek, and the Latin ones they are drawn like (UTS 39)."""

_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)}
"""Latin letters and signs in full width, and those of usual width."""


def harmful_unseen(text: str) -> list[str]:
    """What nobody sees in a text and does harm, character by character.

    A space without width between two words of Khmer or Thai does none, nor does a word joiner there.
    """
    useful = {match.start() for match in _USEFUL.finditer(text)}
    return [match[0] for match in UNSEEN.finditer(text) if match.start() not in useful]


def without_harmful(text: str) -> str:
    """The text without what nobody sees in it and does harm."""
    text = _SEVERAL.sub(r"\1", text)
    useful = {match.start() for match in _USEFUL.finditer(text)}
    return UNSEEN.sub(lambda match: match[0] if match.start() in useful else "", text)


def mixed_words(text: str) -> list[str]:
    """Words of letters from two alphabets that no word has together, such as a Cyrillic А in ASEAN."""
    if not _SUSPECT.search(text) and not (_ANY_KHMER.search(text) and _ANY_THAI.search(text)):
        return []
    words, end = [], 0
    for turn in _TURN.finditer(text):
        if turn.start() >= end:
            before = _in_word(text[max(end, turn.start() - _MOST_SHOWN) : turn.start()][::-1])[::-1]
            behind = _in_word(text[turn.start() : turn.start() + _MOST_SHOWN])
            end = turn.start() + len(behind)
            words.append(before + behind)
    return words


def _in_word(text: str) -> str:
    """What stands at the beginning of a text and within one word."""
    match = _IN_WORD.match(text)
    return match[0] if match else ""


def as_latin(word: str) -> str:
    """A word with the Latin letters that its letters seem to be; not all ASCII where some look like none."""
    return word.translate(_SEEMS).translate(_WIDE)
