"""Inside which words a hyphen may end a line, and where (pyphen's patterns, after Liang).

A name, an acronym, a number or an address is never hyphenated: only words that are small letters
throughout, standing alone.
"""

from __future__ import annotations

import re
from collections.abc import Callable
from functools import lru_cache

from statement_kit.languages.registry import Language

LEAST_BESIDE_HYPHEN = 3
"""Letters of a word that stay on either side of a hyphen, at least."""

LEAST_LETTERS = 6
"""Letters of the shortest word that is hyphenated."""

_JOINED = r"\w@/\-‐‑\u00ad\u2060\ufeff"
_WORD = re.compile(
    rf"(?<![{_JOINED}])(?<!\w['’.])"  # not behind a hyphen, an apostrophe, a dot within a name of a site
    rf"[a-zß-öø-ÿāăąćĉċčďđēĕėęěŏőœŕřśšťūŭůűź]{{{LEAST_LETTERS},}}"
    rf"(?![{_JOINED}])(?!['’.]\w)"
)


def hyphenation_points(text: str, language: Language) -> set[int]:
    """Offsets at which a word of the text may be parted by a hyphen; none without patterns for the language."""
    if not language.hyphenation:
        return set()
    return {
        match.start() + point
        for match in _WORD.finditer(text)
        for point in _points_in_word(match.group(), language.hyphenation)
    }


@lru_cache(maxsize=4096)
def _points_in_word(word: str, patterns: str) -> tuple[int, ...]:
    return tuple(_hyphenator(patterns)(word))


@lru_cache(maxsize=8)
def _hyphenator(patterns: str) -> Callable[[str], list[int]]:
    # Imported late: with its patterns it takes as long to load as a short statement to set.
    from pyphen import Pyphen

    positions: Callable[[str], list[int]] = Pyphen(
        lang=patterns, left=LEAST_BESIDE_HYPHEN, right=LEAST_BESIDE_HYPHEN
    ).positions
    return positions
