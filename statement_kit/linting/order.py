"""Entries that break the list's own alphabetical order (N13–N15)."""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import product, starmap

from statement_kit.diagnostics import Diagnostic
from statement_kit.languages.collation import Variable, collation_key
from statement_kit.linting.entries import Entry, warning

_FEWEST = 8
"""In a shorter list order may be chance."""

_TELLING = 1000
"""How many names at the beginning of a list tell whether it is in any order at all."""

_SORTED_PART = 0.8
"""How much of a list stands in order where it is meant to be alphabetical."""

_THE = re.compile(r"^[^\w\s]*the\s+(?=\S)", re.IGNORECASE)
_LATIN = re.compile("[\\W\\d_]*[A-Za-z\u00c0-\u024f\u1e00-\u1eff]")

_WEIGHTINGS = (None, Variable.NON_IGNORABLE, Variable.SHIFTED)
"""How white space and punctuation may count: in the language's way with names, as letters do, or not at all."""

Letters = tuple[str, str]
Key = tuple[bool, Letters]


@dataclass(frozen=True, slots=True)
class Way:
    """One of the alphabetical orders that a list may keep.

    Attributes:
        variable: How white space and punctuation count; None for the language's way with names.
        counts_the: Whether a name that begins with “The” is sorted under T.
        latin_first: Whether names in Latin letters stand before all others, in any language.
    """

    variable: Variable | None = None
    counts_the: bool = False
    latin_first: bool = False


@dataclass(frozen=True, slots=True)
class _Standing:
    """A list in one of these orders.

    Attributes:
        keys: What each entry is sorted by.
        in_order: Which of them, counted from 0, stand in order.
    """

    keys: Sequence[Key]
    in_order: Sequence[int]


_OWN = Way()
"""What CLDR and the kit do where a list does not say otherwise."""


def order_key(name: str, language: str = "en", way: Way = _OWN) -> Key:
    """Where a name stands, as CLDR sorts in a language; neither case nor a “The” before it counts (N15).

    Two names may have the same key: tones, shifters and accents are in it, differences of case and punctuation not.
    """
    return _key(name, way, _sorter(language))


def _sorter(language: str) -> Callable[[str, Variable | None], Letters]:
    """The first two levels of the keys of a language; each is made once."""
    return cache(lambda name, variable: collation_key(name, language, variable)[:2])


def _key(name: str, way: Way, letters: Callable[[str, Variable | None], Letters]) -> Key:
    is_behind = way.latin_first and not _LATIN.match(name)
    return is_behind, letters(name if way.counts_the else _THE.sub("", name, count=1), way.variable)


def order_findings(entries: Sequence[Entry], language: str = "en") -> Iterator[Diagnostic]:
    """The fewest entries without which the list would be in order, if most of it is.

    Lists differ: one sorts “The” under T, one counts no spaces, one has names in Latin letters before those in Khmer. A
    list's own order is the one that it keeps best.

    Args:
        entries: The list.
        language: BCP 47 tag of the language in which it is sorted.
    """
    entries = [entry for entry in entries if entry.name]  # a name that is withheld stands anywhere
    if len(entries) < _FEWEST:
        return
    names = [entry.name for entry in entries]
    if not _is_sorted(_best_standing(names[:_TELLING], language), _TELLING, len(names)):
        return
    standing = _best_standing(names, language)
    if not _is_sorted(standing, len(names), len(names)):
        return
    keys_in_order = [standing.keys[at] for at in standing.in_order]
    for at in sorted(set(range(len(entries))) - set(standing.in_order)):
        place = bisect_right(keys_in_order, standing.keys[at])
        before = standing.in_order[place - 1] if place else standing.in_order[0]
        where = f"after {entries[before]}" if place else f"before {entries[before]}"
        message = f"“{entries[at].name}” is out of the list's alphabetical order."
        hint = f"It belongs {where}. Move it if the list is not published yet; published numbers stay as they are."
        yield warning("order", entries[at], message, hint)


def _is_sorted(standing: _Standing, most: int, whole: int) -> bool:
    """Whether so much of a list, or of its beginning, is in order that it is meant to be."""
    return len(standing.in_order) >= _SORTED_PART * min(most, whole)


def _best_standing(names: Sequence[str], language: str) -> _Standing:
    """The list in the order that it keeps best, in the first of those that it keeps equally well."""
    letters = _sorter(language)
    best = _Standing((), ())
    for way in _ways(names):
        keys = [_key(name, way, letters) for name in names]
        in_order = _longest_rising(keys)
        if len(in_order) > len(best.in_order):
            best = _Standing(keys, in_order)
        if len(in_order) == len(names):
            break
    return best


def _ways(names: Sequence[str]) -> Iterator[Way]:
    """The orders that a list may keep, as far as they differ for its names."""
    the = (False, True) if any(map(_THE.match, names)) else (False,)
    latin = (False, True) if len({bool(_LATIN.match(name)) for name in names}) > 1 else (False,)
    return starmap(Way, product(_WEIGHTINGS, the, latin))


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
