"""What a translation should have carried over, emphasis, and what it should not have: the source's own words."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading, listed

_SENTENCE_END = re.compile(r"[.!?។៕]\s+")
_WORD = re.compile(r"[^\W\d_]+(?:['-][^\W\d_]+)*")
_JOINING = {"and", "de", "et", "for", "in", "of", "on", "the", "to", "with"}
_HEADING = re.compile(r"title|(?:demand|section)\.\d+")
_LEAST_LETTERS = 20
"""Letters of a sentence that is long enough not to be a name."""


def emphasis_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """Emphasis in the source and none in the translation; what kind it is may differ, since Khmer has no italics."""
    if source.is_marked and not text.is_marked:
        message = "The source emphasises some of its words, with * or **; the translation emphasises none."
        yield Alarm("alarm/emphasis", clause, message, "Put ** around the same words in the translation.")


def untranslated_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """A text, or a sentence of it, that stands in the translation as it was."""
    hint = "Translate it. Names, numbers and addresses may stay as they are."
    if source.plain == text.plain or source.plain.split() == text.plain.split():
        if _wants_translation(source, is_heading=_HEADING.fullmatch(clause) is not None):
            yield Alarm("alarm/untranslated", clause, "The translation is the source, word for word.", hint)
    elif kept := _kept_sentences(source, text):
        message = f"The translation still has {listed(kept, 2)} of the source, word for word."
        yield Alarm("alarm/untranslated", clause, message, hint)


def _kept_sentences(source: Reading, text: Reading) -> list[str]:
    sentences = (piece for piece in _SENTENCE_END.split(source.prose) if len(piece) >= _LEAST_LETTERS)
    return [piece for piece in sentences if piece in text.prose and not _is_name(piece)]


def _wants_translation(source: Reading, *, is_heading: bool) -> bool:
    words = _WORD.findall(source.prose)
    # Headings have capitals like names; one of three words is seldom a name.
    return not _is_name(source.prose) or (is_heading and len(words) >= 3)


def _is_name(prose: str) -> bool:
    """Whether each word has a capital or is small between such: the name of an organisation, an address; or none is."""
    words = _WORD.findall(prose)
    return all(word in _JOINING or (word[0].isascii() and word[0].isupper()) for word in words)
