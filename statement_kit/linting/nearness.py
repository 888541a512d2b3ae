"""Which words are one slip of the hand apart: a letter more, fewer, another, or two that changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator

from rapidfuzz.distance import OSA

_LONGEST = 64
"""Longer “words” are compared as they are: each has as many neighbours as letters."""


def is_slip(first: str, second: str) -> bool:
    """Whether one slip makes the one of the other; no two words are that differ in a digit."""
    if OSA.distance(first, second, score_cutoff=1) != 1:
        return False
    return _digits(first) == _digits(second)


def _digits(word: str) -> str:
    return word if word.isdigit() else "".join(char for char in word if char.isdigit())


class Neighbourhood:
    """Words, found again by those one slip away: each is filed under itself and itself less each of its letters.

    Two words a slip apart share such a form, so only words under the same form need to be compared.
    """

    def __init__(self, words: Iterable[str]) -> None:
        self._filed: defaultdict[str, list[str]] = defaultdict(list)
        for word in dict.fromkeys(words):
            for form in _forms(word):
                self._filed[form].append(word)

    def near(self, word: str) -> Iterator[str]:
        """Each of the words that is one slip away, once."""
        candidates = {found: None for form in _forms(word) for found in self._filed.get(form, ())}
        return (found for found in candidates if is_slip(word, found))


def _forms(word: str) -> dict[str, None]:
    if len(word) > _LONGEST:
        return {word: None}
    return dict.fromkeys([word, *(word[:at] + word[at + 1 :] for at in range(len(word)))])
