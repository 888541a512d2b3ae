"""Which words are one slip of the hand apart: a letter more, fewer, another, or two that changed places."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator

from rapidfuzz.distance import OSA

_LONGEST = 64
"""Longer “words” are compared as they are: each has as many neighbours as letters."""

_MOST_FILED = 8
"""With how many words of the same form another is compared, where only families are wanted."""


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


def families(words: Iterable[str], is_near: Callable[[str, str], bool]) -> dict[str, str]:
    """For each word that has others near it, one word for all that hang together so.

    Words that share a form are nearly always all near one another, so each is compared with a few of them only: the
    time grows with the words, whatever they are.
    """
    above: dict[str, str] = {}

    def top(word: str) -> str:
        while (upper := above.get(word, word)) != word:
            above[word] = above.get(upper, upper)
            word = upper
        return word

    filed: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(set(words)):
        for form in _forms(word):
            some = filed[form]
            for other in some:
                if top(word) != top(other) and is_near(word, other):
                    above[max(top(word), top(other))] = min(top(word), top(other))
            if len(some) < _MOST_FILED:
                some.append(word)
    return {word: top(word) for word in above}
