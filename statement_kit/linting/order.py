"""Entries that break the list's own alphabetical order (N13–N15)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import Entry, warning
from statement_kit.linting.folding import folded

_FEWEST = 8
"""In a shorter list order may be chance."""

_SORTED_PART = 0.8
"""How much of a list stands in order where it is meant to be alphabetical."""

_PUNCTUATION = re.compile("[^\\w\\s\u0e31-\u0e4e\u17b4-\u17dd]|_")
_THAI_FIRST_VOWEL = re.compile("([\u0e40-\u0e44])([\u0e01-\u0e2e])")
_SECOND_RANK = re.compile("[\u0e47-\u0e4c\u17c9\u17ca\u17cc\u17cd\u17cf\u17d0]")
"""Tones, shifters and the like: they decide only between names that are otherwise the same."""

Key = tuple[str, str]


def order_key(name: str, *, counts_the: bool = False) -> Key:
    """Where a name stands: case, punctuation and a “The” before it do not count, nor does what nobody sees (N15).

    Thai names stand by their first consonant, not the vowel written before it (N13); tones and the Khmer shifters
    count only where all else is the same (N14).

    Args:
        name: The name.
        counts_the: Whether it is sorted under T all the same if it begins with “The”.
    """
    plain = " ".join(_PUNCTUATION.sub("", folded(name)).split())
    plain = _THAI_FIRST_VOWEL.sub(r"\2\1", plain if counts_the else plain.removeprefix("the "))
    return _SECOND_RANK.sub("", plain), plain


def order_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """The fewest entries without which the list would be in order, if most of it is.

    A list may sort “The” under T from first to last. Its own order is the one that it keeps better.
    """
    if len(entries) < _FEWEST:
        return
    both = [[order_key(entry.name, counts_the=counts_the) for entry in entries] for counts_the in (False, True)]
    keys, standing = max(((keys, _longest_rising(keys)) for keys in both), key=lambda pair: len(pair[1]))
    if len(standing) < _SORTED_PART * len(entries):
        return
    in_order = [keys[at] for at in standing]
    for at in sorted(set(range(len(entries))) - set(standing)):
        place = bisect_right(in_order, keys[at])
        before = f"after {entries[standing[place - 1]]}" if place else f"before {entries[standing[0]]}"
        message = f"“{entries[at].name}” is out of the list's alphabetical order."
        hint = f"It belongs {before}. Move it if the list is not published yet; published numbers stay as they are."
        yield warning("order", entries[at], message, hint)


def _longest_rising(keys: Sequence[Key]) -> list[int]:
    """Where the longest run stands that rises or stays, with others between or not (patience sorting).

    Where two neighbours stand the wrong way round, either could go; it is the later one that is kept.
    """
    ends: list[Key] = []
    last: list[int] = []
    before: list[int] = []
    for at, key in enumerate(keys):
        place = bisect_right(ends, key)
        before.append(last[place - 1] if place else -1)
        if place == len(ends):
            ends.append(key)
            last.append(at)
        else:
            ends[place], last[place] = key, at
    return _walked_back(last[-1], before) if last else []


def _walked_back(at: int, before: Sequence[int]) -> list[int]:
    found: list[int] = []
    while at >= 0:
        found.append(at)
        at = before[at]
    return found[::-1]
