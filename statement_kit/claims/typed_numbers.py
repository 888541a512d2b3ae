"""Whole numbers as people type them into a text: in digits, with their thousands parted or not, and in words."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import NamedTuple

from statement_kit.languages.wording import WORDINGS, NumberWords

_DIGITS = re.compile(
    r"(?<![\dA-Za-z])(?<!\d[.,/:-])"
    r"(?:\d{1,3}(?:([.,])\d{3})(?:\1\d{3})*|\d{1,6})"
    r"(?![\dA-Za-z%]|[.,/:-]\d)"
)
_YEAR = re.compile(r"(?:19|2[0-6])\d\d")
"""Four digits that are a year more often than a number, of the Common Era or the Buddhist one (A23)."""


class TypedNumber(NamedTuple):
    """A number in a text: where it begins and ends, what it is worth, and whether it is written in words."""

    start: int
    end: int
    value: int
    in_words: bool = False


def typed_numbers(text: str, tag: str, uncounted: str = "") -> list[TypedNumber]:
    """The whole numbers of a text, in order; dates, years, ordinals, percentages and fractions are none.

    Args:
        text: The text, its digits ASCII ones and without invisible characters.
        tag: The language whose words are known, a key of `WORDINGS`.
        uncounted: Pattern of words of numbers that do not count.
    """
    return sorted([*_in_digits(text), *_in_words(text, tag, uncounted)])


def _in_digits(text: str) -> Iterator[TypedNumber]:
    for match in _DIGITS.finditer(text):
        if not _YEAR.fullmatch(match[0]):
            yield TypedNumber(*match.span(), int(re.sub(r"\D", "", match[0])))


def _in_words(text: str, tag: str, uncounted: str) -> Iterator[TypedNumber]:
    words = _words(tag, uncounted)
    masked = words.no_numbers.sub(lambda match: "\0" * len(match[0]), text)
    for run in words.runs.finditer(masked):
        value = _value(words.word.findall(run[0].lower()), WORDINGS[tag].numbers)
        if value is not None:
            yield TypedNumber(*run.span(), value, in_words=True)


class _Words(NamedTuple):
    """Patterns of a language's numbers in words: what only looks like one, what may be one, a single word of it."""

    no_numbers: re.Pattern[str]
    runs: re.Pattern[str]
    word: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(tag: str, uncounted: str) -> _Words:
    wording = WORDINGS[tag]
    table = wording.numbers
    words = {*table.units, *table.multipliers}
    counting = sorted((word for word in words if not re.fullmatch(uncounted, word)), key=len, reverse=True)
    one = f"(?:{'|'.join(counting)})"
    begins = wording.word_begins or (f"(?<!{table.not_behind})" if table.not_behind else "")
    return _Words(
        re.compile("|".join(table.not_numbers) or "(?!)", re.IGNORECASE),
        re.compile(f"{begins}{one}{table.ends}(?:{table.joint}{one}{table.ends})*+", re.IGNORECASE),
        re.compile(one),
    )


def _value(words: list[str], table: NumberWords) -> int | None:
    """What the words of a number are worth, from left to right; None where they make none, or more than one."""
    groups: list[tuple[int, int]] = []  # what was multiplied, and by what: by less and less
    pending: int | None = None
    for word in words:
        by = table.multipliers.get(word)
        if by is None:
            pending = _added(pending, table.units[word])
            if pending is None:
                return None
            continue
        while groups and groups[-1][1] < by:
            pending = (pending or 0) + groups.pop()[0]
        if groups and groups[-1][1] == by:
            return None
        groups.append((by if pending is None else pending * by, by))
        pending = None
    if groups and (pending or 0) >= groups[-1][1]:
        return None
    return sum(value for value, _ in groups) + (pending or 0)


def _added(pending: int | None, unit: int) -> int | None:
    """A unit behind another, as in twenty-five; None where they are two numbers."""
    if pending is None:
        return unit
    return pending + unit if pending and pending % 10 == 0 and 0 < unit < 10 else None
