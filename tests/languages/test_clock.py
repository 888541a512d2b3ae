"""Times of day and time zones in the digits of each language."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta, timezone

import pytest

from statement_kit.languages.clock import time_words, zone
from statement_kit.languages.registry import LANGUAGES


@pytest.mark.parametrize(("tag", "hour", "minute"), [("en", "09", "05"), ("km", "០៩", "០៥"), ("th", "09", "05")])
def test_a_time_is_told_in_the_digits_of_dates(tag: str, hour: str, minute: str) -> None:
    words = time_words(datetime(2025, 7, 28, 9, 5, tzinfo=UTC), LANGUAGES[tag])
    assert (words["hour"], words["minute"], words["zone"]) == (hour, minute, "UTC")


@pytest.mark.parametrize(
    ("minutes", "name"), [(0, "UTC"), (420, "UTC+7"), (330, "UTC+5:30"), (-150, "UTC−2:30"), (-720, "UTC−12")]
)
def test_a_zone_is_named_by_how_far_it_is_from_the_worlds(minutes: int, name: str) -> None:
    assert zone(datetime(2025, 7, 28, tzinfo=timezone(timedelta(minutes=minutes)))) == name
