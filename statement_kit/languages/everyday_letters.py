"""What everyday text in a script is made of: the least that a typeface must draw to be used for it.

After Unicode's charts for each script, without what only dictionaries and old books have.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping


def _chars(*ranges: tuple[int, int]) -> str:
    return "".join(chr(code) for first, last in ranges for code in range(first, last + 1))


def _without(chars: str, rare: Iterable[int]) -> str:
    return "".join(char for char in chars if ord(char) not in set(rare))


LETTERS: Mapping[str, str] = {
    "Latn": _chars((0x41, 0x5A), (0x61, 0x7A), (0x30, 0x39)) + ".,:;!?'()-–—‘’“”&/@",
    # Consonants, independent vowels, vowels, signs, punctuation, digits; not the letters sha and sso of Pali, the
    # independent vowel quk, and the sign bathamasat.
    "Khmr": _without(
        _chars((0x1780, 0x17A2), (0x17A5, 0x17B3), (0x17B6, 0x17D7), (0x17E0, 0x17E9)), (0x179D, 0x179E, 0x17A8, 0x17D3)
    ),
    # Consonants, vowels, tone marks, signs, digits; not the two consonants that nobody writes any more.
    "Thai": _without(_chars((0x0E01, 0x0E3A), (0x0E40, 0x0E4E), (0x0E50, 0x0E59)), (0x0E03, 0x0E05)),
}
"""Per ISO 15924 script."""

STACKING: Mapping[str, tuple[str, ...]] = {"Khmr": ("khmr",)}
"""Scripts whose letters stack by rules of the font, and how OpenType calls them (OpenType 1.9, script tags)."""
