"""How Word counts in a language, and what of it LibreOffice understands.

Word has Thai digits and Thai letters among its formats, and nothing for Khmer (ISO/IEC 29500-1, 17.18.59). LibreOffice
has the Thai letters, and shows Thai digits as 1, 2, 3. A font of labels draws whatever either of them types (D04).
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase
from typing import NamedTuple

from statement_kit.languages.registry import THAI_DIGITS, Language


class Format(NamedTuple):
    """A way to count.

    Attributes:
        name: Its value of `ST_NumberFormat`.
        switch: What a field asks for it with; empty where that is no question.
        most: How far it goes before its letters double; 0 for numbers, which go on.
    """

    name: str
    switch: str = ""
    most: int = 0


_NUMBERS: Mapping[str, Format] = {THAI_DIGITS: Format("thaiNumbers", " \\* THAIARABIC")}
"""Per row of digits. In other capitals LibreOffice takes the switch for one that asks for letters."""

_LETTERS: Mapping[str, Format] = {"Thai": Format("thaiLetters", most=32)}
"""Per ISO 15924 script. Behind the 32nd Thai letter LibreOffice counts the vowels ฤ and ฦ, which no list has."""


def numbers(language: Language) -> Format:
    """How a language counts in digits."""
    return _NUMBERS.get(language.label_digits, Format("decimal"))


def letters(language: Language) -> Format:
    """How a language counts in letters."""
    ascii_letters = Format("lowerLetter", most=min(len(ascii_lowercase), len(language.letters)))
    return _LETTERS.get(language.script, ascii_letters)


def has_native_letters(language: Language) -> bool:
    """Whether readers type the language's own letters, rather than a, b, c."""
    return language.script in _LETTERS or language.letters == ascii_lowercase
