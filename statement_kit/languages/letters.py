"""Which letters are of which script: ranges of Unicode 16, to be put between the brackets of a pattern."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import NamedTuple

LATIN = "A-Za-z\u00c0-\u024f"
GREEK_OR_CYRILLIC = "\u0370-\u03ff\u0400-\u052f"
KHMER, THAI, LAO = "\u1780-\u17d3", "\u0e01-\u0e4e", "\u0e80-\u0eff"
"""Letters with their vowels and marks."""

DEPENDENT = "\u17b4-\u17d3\u17dd\u0e30-\u0e3a\u0e45\u0e47-\u0e4e"
"""Khmer and Thai vowels and marks, which belong to the letter before them."""

WITHOUT_SPACES = "\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff"
"""Thai, Lao, Burmese and Khmer, in which a space without width parts words."""


class Script(NamedTuple):
    """A script: what it is called, and a pattern that finds a letter of it that no other script has."""

    name: str
    letter: re.Pattern[str]


SCRIPTS: Mapping[str, Script] = {
    "Khmr": Script("Khmer", re.compile("[\u1780-\u17b3]")),
    "Thai": Script("Thai", re.compile("[\u0e01-\u0e2e]")),
    "Laoo": Script("Lao", re.compile("[\u0e81-\u0eae]")),
    "Mymr": Script("Burmese", re.compile("[\u1000-\u102a]")),
    "Latn": Script("Latin", re.compile(f"[{LATIN}\uff21-\uff5a]")),
}
"""The scripts of the region by their codes (ISO 15924), Latin last: a name in any other may hold an acronym in it."""


def script_of(text: str) -> str:
    """The code of the script that a text is in, which may have Latin words in it; empty for none that is known."""
    if text.isascii():
        return "Latn" if SCRIPTS["Latn"].letter.search(text) else ""
    return next((code for code, script in SCRIPTS.items() if script.letter.search(text)), "")
