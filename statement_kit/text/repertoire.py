"""The characters that somebody who goes on writing in a script will want."""

from __future__ import annotations

from functools import lru_cache

_EVERYDAY = (
    (0x0020, 0x007E),  # Basic Latin
    (0x00A0, 0x017F),  # Latin-1 Supplement, Latin Extended-A: the names of Europe
    (0x200B, 0x200D),  # zero-width space and joiners: without ink, but a font that lacks them is left for another
    (0x2060, 0x2060),  # the word joiner, likewise
    (0x2010, 0x2027),  # dashes, quotation marks, bullets, the ellipsis
    (0x2030, 0x203A),  # per mille, primes, single guillemets
    (0x20A0, 0x20BF),  # currencies
    (0x0E3F, 0x0E3F),  # the baht, which Unicode counts to no script
    (0x25CC, 0x25CC),  # the dotted circle, under a mark that lacks its letter
)
"""First and last code point of what stands in text of any script."""

_LATIN = "Latn"


@lru_cache(maxsize=16)
def repertoire(script: str) -> frozenset[str]:
    """The characters of everyday text in a script: its own, digits, marks, and the Latin of names and addresses.

    Args:
        script: Its ISO 15924 code. Of Latin, which has letters for phonetics and for hundreds of languages, those
            of European languages only.
    """
    everyday = {chr(code) for first, last in _EVERYDAY for code in range(first, last + 1)}
    return frozenset(everyday if script == _LATIN else everyday | _letters(script))


def _letters(script: str) -> set[str]:
    """What Unicode counts to a script (UAX #24)."""
    from fontTools.unicodedata.Scripts import RANGES, VALUES  # a table of all scripts, wanted for this alone

    ends = (*RANGES[1:], 0x110000)
    return {
        chr(code)
        for first, end, value in zip(RANGES, ends, VALUES, strict=True)
        if value == script
        for code in range(first, end)
    }
