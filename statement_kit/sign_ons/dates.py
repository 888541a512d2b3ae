"""When somebody signed, from however a form wrote it, as ISO 8601.

Two things cannot be told from one date alone. Whether 7/8/2025 is in July or in August is decided over its whole
column, or asked. A year beyond 2400 is of the Buddhist era, which in Thai dates is 543 years ahead; Cambodia's turns at
Visakha, in April or May, so that a Khmer date of it is not understood (N07).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta, timezone, tzinfo
from functools import lru_cache
from typing import NamedTuple

from statement_kit.sign_ons.date_words import FILLERS, MONTHS, NOON

_FIRST_YEAR, _LAST_YEAR = 1990, 2100
"""Years in which a sign-on may have been given; others are slips."""

_BUDDHIST_FROM, _BUDDHIST_AHEAD = 2400, 543
_KHMER = re.compile("[\u1780-\u17ff]")
_LONGEST = 100

_DAY = r"(?P<a>\d{1,4})\s?(?P<mark>[/.-])\s?(?P<b>\d{1,2})\s?(?P=mark)\s?(?P<c>\d{1,4})"
_MONTH_WORDS = "|".join(sorted(map(re.escape, MONTHS), key=len, reverse=True))
_NOON_WORDS = "|".join(sorted(map(re.escape, NOON), key=len, reverse=True))
_TIME = (
    r"(?P<hour>\d{1,2})[:.](?P<minute>\d{2})(?:[:.](?P<second>\d{2})(?:[.,]\d{1,9})?)?"
    rf"(?:\s?(?P<noon>{_NOON_WORDS}))?(?:\s?(?P<zone>z|(?:utc|gmt)?\s?(?:[+-](?:1[0-4]|0?\d)(?::?[0-5]\d)?)?))?"
)
_BEHIND = rf"(?:(?:\s?,\s?|\s?t|\s)\s?{_TIME})?"
_NUMERIC = re.compile(_DAY + _BEHIND)
_DAY_FIRST = re.compile(
    rf"(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,-]*(?P<month>{_MONTH_WORDS})\.?[\s,-]*(?P<year>\d{{4}}){_BEHIND}"
)
_MONTH_FIRST = re.compile(
    rf"(?P<month>{_MONTH_WORDS})\.?\s*(?P<day>\d{{1,2}})(?:st|nd|rd|th)?[\s,]+(?P<year>\d{{4}}){_BEHIND}"
)
_FILLER = re.compile(
    rf"(?<![a-z])(?:{'|'.join(word for word in FILLERS if word.isascii())})(?![a-z])\.?,?"
    rf"|{'|'.join(sorted((re.escape(word) for word in FILLERS if not word.isascii()), key=len, reverse=True))}"
)


@dataclass(frozen=True, slots=True)
class DateForm:
    """How the dates of a column are written.

    Attributes:
        month_first: Whether 7/8/2025 is 8 July; None where that need not be known.
        zone: The time zone of times that name none; None if it is not known.
    """

    month_first: bool | None = None
    zone: tzinfo | None = None


class MonthFirst(NamedTuple):
    """What a column of dates says about its order: how many dates can only be read one way, the other, or either."""

    month_first: int = 0
    day_first: int = 0
    either: int = 0

    @property
    def decided(self) -> bool | None:
        """Whether the month comes first; None if that cannot be told, or is told both ways."""
        return bool(self.month_first) if bool(self.month_first) != bool(self.day_first) else None


def order_of(texts: Iterable[str]) -> MonthFirst:
    """What the dates of a column say about the order of day and month."""
    month_first = day_first = either = 0
    for text in texts:
        if text[:4].isdecimal():  # the year comes first
            continue
        match = _NUMERIC.fullmatch(_plain(text))
        if match is None or len(match["a"]) > 2 or match["a"] == match["b"]:
            continue
        first, second = int(match["a"]), int(match["b"])
        day_first += first > 12
        month_first += second > 12
        either += first <= 12 and second <= 12
    return MonthFirst(month_first, day_first, either)


def iso_of(text: str, form: DateForm) -> str | None:
    """A day or a moment as ISO 8601 writes it; None if it cannot be told, or cannot be.

    A moment has the offset it was given with, or else that of the form's time zone, or none.
    """
    plain = _plain(text)
    if match := _NUMERIC.fullmatch(plain):
        day = _numeric_day(match, form.month_first, text)
    elif match := _DAY_FIRST.fullmatch(plain) or _MONTH_FIRST.fullmatch(plain):
        day = _day(int(match["year"]), MONTHS[match["month"]], int(match["day"]), text)
    else:
        return None
    if day is None or match["hour"] is None:
        return day.isoformat() if day else None
    return _moment(day, match, form.zone)


def is_date(text: str) -> bool:
    """Whether a text is a date, in either order of day and month."""
    return any(iso_of(text, DateForm(month_first=first)) is not None for first in (True, False))


def _plain(text: str) -> str:
    """A date in small letters and ASCII digits, without words that say nothing; empty for what is too long for one."""
    if len(text) > _LONGEST:
        return ""
    text = text.casefold().strip()
    if not text.isascii():
        text = unicodedata.normalize("NFC", text)
        seen = (char for char in text if unicodedata.category(char) != "Cf")
        text = "".join(str(unicodedata.decimal(char)) if char.isdecimal() else char for char in seen)
    if any(map(str.isalpha, text)):
        text = _FILLER.sub(" ", text)
    return " ".join(text.split()).removesuffix("()").strip()


def _numeric_day(match: re.Match[str], month_first: bool | None, text: str) -> date | None:
    first, second, third = match["a"], match["b"], match["c"]
    if len(first) == 4:
        return _day(int(first), int(second), int(third), text)
    if len(first) > 2 or len(third) != 4:
        return None
    if month_first is None and first != second:
        return None
    month, day = (first, second) if month_first else (second, first)
    return _day(int(third), int(month), int(day), text)


def _day(year: int, month: int, day: int, text: str) -> date | None:
    if year > _BUDDHIST_FROM:
        if _KHMER.search(text):
            return None
        year -= _BUDDHIST_AHEAD
    if not _FIRST_YEAR <= year <= _LAST_YEAR:
        return None
    try:
        return date(year, month, day)
    except ValueError:
        return None


def _moment(day: date, match: re.Match[str], zone: tzinfo | None) -> str | None:
    hour, minute, second = int(match["hour"]), int(match["minute"]), int(match["second"] or 0)
    if match["noon"]:
        if not 1 <= hour <= 12:
            return None
        hour = hour % 12 + 12 * NOON[match["noon"]]
    if hour > 23 or minute > 59 or second > 59:
        return None
    own = _offset(match["zone"] or "")
    return datetime.combine(day, time(hour, minute, second), own or zone).isoformat()


@lru_cache(maxsize=256)
def _offset(text: str) -> tzinfo | None:
    """The offset that a time names: `z`, `utc`, `gmt+7`, `+07:00`; None for none."""
    if not text:
        return None
    hours, minutes = [*map(int, re.findall(r"\d{1,2}", text)), 0, 0][:2]
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if "-" in text else offset) if offset else UTC
