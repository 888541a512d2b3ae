"""Numbers in a language's own digits and letters, for labels, dates and pages only; never for phones or links (N02)."""

from __future__ import annotations

from statement_kit.languages.registry import ASCII_DIGITS, Language


def in_digits(number: int, digits: str) -> str:
    """The number written with these ten digits, zero first: `in_digits(12, KHMER_DIGITS)` is ១២."""
    return str(number).translate(str.maketrans(ASCII_DIGITS, digits))


def label(number: int, language: Language) -> str:
    """A list label as it is printed: `1.`, `១.` or `๑.` (N03, N04)."""
    return language.label_pattern.format(in_digits(number, language.label_digits))


def letter_label(number: int, language: Language) -> str:
    """A list label in letters, from 1: `a.`, `ក.` or `ก.`; behind the last letter they double: `aa.`, `ab.` (N03, N04).

    Raises:
        ValueError: The number is below 1, for which there is no letter.
    """
    if number < 1:
        raise ValueError(f"no letter stands for {number}")
    letters = ""
    while number:
        number, place = divmod(number - 1, len(language.letters))
        letters = language.letters[place] + letters
    return language.label_pattern.format(letters)
