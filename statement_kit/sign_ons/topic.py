"""A topic that headers of forms may speak of, and how its words are found in them.

Words of Latin letters must stand as whole words (an s behind them is allowed). Those of Khmer and Thai may stand
anywhere, since nothing parts words there; but no letter is taken from its vowels.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

_BEFORE = "\u0e40-\u0e44\u17d2"
"""What belongs to the letter behind it: Thai vowels before it, and the sign that puts a Khmer letter below another."""

_MARKS = "\u0e31\u0e34-\u0e3a\u0e47-\u0e4e\u17b6-\u17d3"
"""Vowels and tones that belong to the letter before them."""


@dataclass(frozen=True, slots=True)
class Topic:
    """What headers may speak of.

    Attributes:
        field: What they then ask for.
        words: One of these must be there.
        also: And one of these, if there are any.
        unless: And none of these.
        most_words: And it has at most so many words; longer ones only mention the matter.
    """

    field: str
    words: tuple[str, ...]
    also: tuple[str, ...] = ()
    unless: tuple[str, ...] = ()
    most_words: int = 100

    def fits(self, words: str) -> bool:
        """Whether the words of a header speak of it."""
        return (
            speaks_of(self.words, words)
            and (not self.also or speaks_of(self.also, words))
            and not speaks_of(self.unless, words)
            and len(words.split()) <= self.most_words
        )


def speaks_of(phrases: tuple[str, ...], words: str) -> bool:
    """Whether any of the phrases stands among the words of a header."""
    return bool(phrases) and bool(_pattern(phrases).search(words))


@lru_cache(maxsize=128)
def _pattern(phrases: tuple[str, ...]) -> re.Pattern[str]:
    """What finds any of the phrases: whole words of Latin letters, others where no letter is cut from its vowels."""
    latin = [re.escape(phrase) for phrase in phrases if phrase.isascii()]
    other = [re.escape(phrase) for phrase in phrases if not phrase.isascii()]
    parts = [rf"(?<![^\W_])(?:{'|'.join(latin)})s?(?![^\W_])"] if latin else []
    parts += [rf"(?<![{_BEFORE}])(?:{'|'.join(other)})(?![{_MARKS}])"] if other else []
    return re.compile("|".join(parts))
