"""Times of day and time zones, as “as of” lines and embargoes say them."""

from __future__ import annotations

from datetime import datetime, timedelta

from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import in_digits
from statement_kit.languages.registry import Language


def time_words(time: datetime, language: Language) -> dict[str, str]:
    """What a pattern with `{date}`, `{hour}`, `{minute}` and `{zone}` is filled with, in the language's digits.

    Raises:
        ValueError: The date cannot be written in the language (N07).
    """
    digits = language.date_digits
    return {
        "date": format_date(time.date(), language),
        "hour": in_digits(time.hour, digits).rjust(2, digits[0]),
        "minute": in_digits(time.minute, digits).rjust(2, digits[0]),
        "zone": zone(time),
    }


def zone(time: datetime) -> str:
    """How far a clock is from the world's: `UTC+7`, `UTC+5:30`, `UTC`."""
    offset = time.utcoffset() or timedelta()
    minutes = round(offset.total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    shown = f"{'+' if minutes > 0 else '−'}{hours}" if minutes else ""
    return f"UTC{shown}{f':{rest:02}' if rest else ''}"
