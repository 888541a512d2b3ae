"""Numbers in a language's own digits, for labels, dates and pages only; never for phones or links (N02)."""

from __future__ import annotations

from statement_kit.languages.registry import ASCII_DIGITS, Language


def in_digits(number: int, digits: str) -> str:
    """The number written with these ten digits, zero first: `in_digits(12, KHMER_DIGITS)` is ១២."""
    return str(number).translate(str.maketrans(ASCII_DIGITS, digits))


def label(number: int, language: Language) -> str:
    """A list label as it is printed: `1.`, `១.` or `๑.` (N03, N04)."""
    return language.label_pattern.format(in_digits(number, language.label_digits))
