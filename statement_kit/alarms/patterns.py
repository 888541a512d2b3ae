"""Many patterns as one that is searched fast.

Python looks only where a text has one of the letters that the pattern's choices begin with, if each choice
begins with a letter: not with a group, not with a condition. So a choice is told by an empty group behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Generic, TypeVar

T = TypeVar("T")


@dataclass(frozen=True, slots=True)
class Choices(Generic[T]):
    """A pattern, and what each of its choices means."""

    pattern: re.Pattern[str]
    meanings: tuple[T, ...]

    def meaning(self, match: re.Match[str]) -> T:
        """What the choice that matched means."""
        return self.meanings[(match.lastindex or 1) - 1]


def choices(rows: Iterable[tuple[str, T]], begins: str = "", ends: str = "") -> Choices[T]:
    """Patterns with their meanings as one; the first that fits wins.

    Args:
        rows: Each pattern, which may be a choice of several (`a|b`) and has no capturing group, and its meaning.
        begins: What must hold before each.
        ends: What must hold behind each.
    """
    parts, meanings = [], []
    for pattern, meaning in rows:
        for part in split_choice(pattern):
            parts.append(f"{part}{ends}()")
            meanings.append(meaning)
    joined = "|".join(parts)
    return Choices(re.compile(f"{begins}(?:{joined})" if begins else joined), tuple(meanings))


def split_choice(pattern: str) -> list[str]:
    """The choices of a pattern at its outermost level: `a|b(?:c|d)` is `a` and `b(?:c|d)`."""
    parts, depth, start, at = [], 0, 0, 0
    while at < len(pattern):
        char = pattern[at]
        if char == "\\":
            at += 1
        elif char == "[":
            at = pattern.index("]", at + 2)
        elif char in "()":
            depth += 1 if char == "(" else -1
        elif char == "|" and not depth:
            parts.append(pattern[start:at])
            start = at + 1
        at += 1
    return [*parts, pattern[start:]]
