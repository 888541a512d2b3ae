"""Dates as press releases write them (N05, N06, N07)."""

from __future__ import annotations

from datetime import date

from babel.core import Locale

from statement_kit.languages.numbers import in_digits
from statement_kit.languages.registry import Language


def format_date(day: date, language: Language) -> str:
    """The date in full: `28 July 2025`, `ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥`, `28 กรกฎาคม 2568`.

    Raises:
        ValueError: The language counts years in an era whose offset is not valid for that year (N07).
    """
    if language.first_year is not None and day.year < language.first_year:
        raise ValueError(f"{language.endonym}: years before {language.first_year} cannot be converted (N07)")
    months = Locale.parse(language.tag).months["format"]["wide"]
    return language.date_pattern.format(
        day=in_digits(day.day, language.date_digits),
        month=months[day.month],
        year=in_digits(day.year + language.year_offset, language.date_digits),
    )
