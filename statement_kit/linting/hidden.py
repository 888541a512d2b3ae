"""What nobody sees in a name: control characters, spaces without width, letters of another alphabet (A26)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from itertools import islice

from statement_kit.languages.letters import GREEK_OR_CYRILLIC, LATIN, SCRIPTS, Script
from statement_kit.languages.registry import LANGUAGES
from statement_kit.languages.unseen import (
    STEERING,
    UNSEEN,
    as_latin,
    harmful_unseen,
    mixed_words,
    without_harmful,
)
from statement_kit.linting.entries import Entry
from statement_kit.linting.findings import Finding, found

_OTHER_WORD = re.compile(f"[{GREEK_OR_CYRILLIC}]+")
_LATIN_LETTER = re.compile(f"[{LATIN}]")
_WIDE = re.compile("[\uff01-\uff5e]+")

_MOST_WORDS = 8
"""How many words of one text are told."""


def hidden_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Names, acronyms and titles in which something is not what it seems."""
    for entry in entries:
        for column, text in entry.texts():
            if not text.isascii():
                yield from _steering(entry, column, text)
                yield from _unseen(entry, column, text)
                yield from _look_alikes(entry, column, text)
        if entry.language:
            yield from _other_script(entry)


def _steering(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    if marks := STEERING.findall(text):
        better = STEERING.sub("", text)
        message = f"“{better}” holds {_code_points(marks)}, which turns the direction of text."
        hint = "Delete it; it often comes along when text is copied."
        yield found("direction-mark", entry, message, hint, column=column, better={column: better})


def _unseen(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    """Spaces without width and their like, but for those between two letters of a script that has no spaces."""
    if harmful := harmful_unseen(text):
        message = f"“{UNSEEN.sub('', text)}” holds {_code_points(harmful)}, which nobody sees, where it does harm."
        hint = (
            "Delete it there: the name is not found by a search as it is. Between two Khmer or Thai words it may stay."
        )
        better = {column: without_harmful(text)}
        yield found("unseen-character", entry, message, hint, column=column, better=better)


def _look_alikes(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    words = {word: as_latin(word) for word in dict.fromkeys(_suspects(text))}
    seem = {word: latin for word, latin in words.items() if latin.isascii() or not _OTHER_WORD.fullmatch(word)}
    some = dict(islice(seem.items(), _MOST_WORDS))
    for word, latin in some.items():
        if any(word != longer and word in longer for longer in some):
            continue
        message = f"A letter in “{word}” comes from another alphabet than it seems to."
        typed = f"Type “{latin}” instead" if latin.isascii() else "Type the word again"
        hint = f"{typed}; no search finds it as it is."
        better = {column: text.replace(word, latin)} if latin.isascii() else {}
        yield found("look-alike", entry, message, hint, column=column, better=better, details=(word,))


def _suspects(text: str) -> Iterator[str]:
    """Words that may not be of the alphabet they seem to be of."""
    yield from mixed_words(text)
    if _LATIN_LETTER.search(text):
        yield from _OTHER_WORD.findall(text)
    yield from _WIDE.findall(text)


def _other_script(entry: Entry) -> Iterator[Finding]:
    """A name for one language that is in the letters of another."""
    known = LANGUAGES.get(entry.language.partition("-")[0])
    own = SCRIPTS.get(known.script) if known else None
    if own is None or own.letter.search(entry.name):
        return
    if other := _other_letters(entry, own):
        message = f"“{entry.name}” is in {other.name} letters, and stands in the column “{entry.name_column}”."
        hint = f"Was it typed into the wrong column? Nothing there is printed but in {own.name} texts."
        yield found("other-script", entry, message, hint)


def _other_letters(entry: Entry, own: Script) -> Script | None:
    """The script of a name in which it cannot be meant; a name may be Latin in any language, but for its transcript."""
    is_transcript = entry.name_column.startswith("transliteration")
    others = (one for one in SCRIPTS.values() if one is not own and (is_transcript or one is not SCRIPTS["Latn"]))
    return next((one for one in others if one.letter.search(entry.name)), None)


def _code_points(chars: Sequence[str]) -> str:
    return ", ".join(dict.fromkeys(f"U+{ord(char):04X}" for char in chars))
