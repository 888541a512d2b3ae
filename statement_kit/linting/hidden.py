"""What nobody sees in a name: control characters, spaces without width, letters of another alphabet (A26)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import Entry, warning

_STEERING = re.compile("[\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]")
"""Marks and controls that turn the direction of text (UAX 9)."""

_LETTER_WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, in which a space without width parts words."""

_MARK = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b4-\u17d3\u17dd"
_UNSEEN = re.compile("[\u00ad\u180e\u200b-\u200d\u2060-\u2064\ufeff\ufff9-\ufffb]")
_USEFUL = re.compile(f"(?<=[{_LETTER_WITHOUT_SPACES}])[\u200b\u2060](?=[{_LETTER_WITHOUT_SPACES}])(?![{_MARK}])")
_AFTER_COENG = re.compile("(?<=[\u17d2\u0e40-\u0e44])[\u200b\u2060]")

_LATIN, _OTHER = "A-Za-z\u00c0-\u024f", "\u0370-\u03ff\u0400-\u052f"
_MIXED = re.compile(
    f"\\w{{0,40}}(?:[{_LATIN}][{_OTHER}]|[{_OTHER}][{_LATIN}])\\w{{0,40}}"
    "|[\u1780-\u17d3]{1,40}[\u0e01-\u0e4e]+|[\u0e01-\u0e4e]{1,40}[\u1780-\u17d3]+"
    "|[\u0e01-\u0e4e]{1,40}[\u0e80-\u0eff]+|[\u0e80-\u0eff]{1,40}[\u0e01-\u0e4e]+"
)
_OTHER_WORD = re.compile(f"[{_OTHER}]+")
_LATIN_LETTER = re.compile(f"[{_LATIN}]")
_WIDE = re.compile("[\uff01-\uff5e]+")

_SEEMS = str.maketrans(
    "АВЕЅІЈКМНОРСТХУЗаеіјорсухѕԁһқΑΒΕΖΗΙΚΜΝΟΡΤΥΧονρχ",
    "ABESIJKMHOPCTXY3aeijopcyxsdhkABEZHIKMNOPTYXovpx",
)
"""Letters of Cyrillic and Greek, and the Latin ones they are drawn like (UTS 39)."""


def hidden_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Names and acronyms in which something is not what it seems."""
    for entry in entries:
        for text in (entry.name, entry.acronym):
            if not text.isascii():
                yield from _steering(entry, text)
                yield from _unseen(entry, text)
                yield from _look_alikes(entry, text)


def _steering(entry: Entry, text: str) -> Iterator[Diagnostic]:
    if found := _STEERING.findall(text):
        message = f"“{_STEERING.sub('', text)}” holds {_code_points(found)}, which turns the direction of text."
        yield warning("direction-mark", entry, message, "Delete it; it often comes along when text is copied.")


def _unseen(entry: Entry, text: str) -> Iterator[Diagnostic]:
    """Spaces without width and their like, but for those between two letters of a script that has no spaces."""
    kept = _AFTER_COENG.sub("\ufeff", text)
    if found := _UNSEEN.findall(_USEFUL.sub("", kept) if kept == text else kept):
        message = f"“{_UNSEEN.sub('', text)}” holds {_code_points(found)}, which nobody sees, where it does harm."
        hint = (
            "Delete it there: the name is not found by a search as it is. Between two Khmer or Thai words it may stay."
        )
        yield warning("unseen-character", entry, message, hint)


def _look_alikes(entry: Entry, text: str) -> Iterator[Diagnostic]:
    words = {match[0]: match[0].translate(_SEEMS) for match in _MIXED.finditer(text)}
    if _LATIN_LETTER.search(text):
        for match in _OTHER_WORD.finditer(text):
            if (latin := match[0].translate(_SEEMS)).isascii():
                words.setdefault(match[0], latin)
    words |= {match[0]: "".join(chr(ord(char) - 0xFEE0) for char in match[0]) for match in _WIDE.finditer(text)}
    for word, latin in words.items():
        if any(word != longer and word in longer for longer in words):
            continue
        message = f"A letter in “{word}” comes from another alphabet than it seems to."
        typed = f"Type “{latin}” instead" if latin.isascii() else "Type the word again"
        yield warning("look-alike", entry, message, f"{typed}; no search finds it as it is.")


def _code_points(chars: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in chars))
