"""Dates as forms write them."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta, timezone
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_kit.sign_ons.dates import DateForm, is_date, iso_of, order_of

DAY_FIRST, MONTH_FIRST = DateForm(month_first=False), DateForm(month_first=True)

PLAIN = (
    ("2025-07-28", "2025-07-28"),
    ("2025/07/28", "2025-07-28"),
    ("2025-07-28 14:03", "2025-07-28T14:03:00"),
    ("2025-07-28T14:03:22", "2025-07-28T14:03:22"),
    ("2025-07-28T14:03:22.123", "2025-07-28T14:03:22"),
    ("2025-07-28T14:03:22Z", "2025-07-28T14:03:22+00:00"),
    ("2025-07-28 07:03:22 UTC", "2025-07-28T07:03:22+00:00"),
    ("2025-07-28T14:03:22+07:00", "2025-07-28T14:03:22+07:00"),
    ("2025-07-28T14:03:22+0700", "2025-07-28T14:03:22+07:00"),
    ("2025-07-28T14:03:22.5-04:30", "2025-07-28T14:03:22-04:30"),
    ("2025/07/28 2:03:22 PM GMT+7", "2025-07-28T14:03:22+07:00"),
    ("2025/07/28 12:03:22 AM GMT+5:30", "2025-07-28T00:03:22+05:30"),
    ("2025/07/28 2:03:22\u202fPM GMT+7", "2025-07-28T14:03:22+07:00"),
    ("2025/07/28 2:03:22 หลังเที่ยง GMT+7", "2025-07-28T14:03:22+07:00"),  # after noon
    ("28 July 2025", "2025-07-28"),
    ("Monday, 28th July 2025 at 14:03", "2025-07-28T14:03:00"),
    ("July 28, 2025 2:03 PM", "2025-07-28T14:03:00"),
    ("July 28th, 2025", "2025-07-28"),
    ("28 Jul 2025", "2025-07-28"),
    ("28-Jul-2025", "2025-07-28"),
    ("28 កក្កដា 2025", "2025-07-28"),  # 28 July
    ("ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥", "2025-07-28"),  # day 28 month July year 2025
    ("28 กรกฎาคม 2568", "2025-07-28"),  # 28 July
    ("๒๘ ก.ค. ๒๕๖๘", "2025-07-28"),  # 28 Jul
    ("วันจันทร์ที่ 28 กรกฎาคม พ.ศ. 2568 เวลา 14.03 น.", None),  # “Monday the 28th”: joined words are not taken apart
    ("วันที่ 28 กรกฎาคม พ.ศ. 2568 เวลา 14.03 น.", "2025-07-28T14:03:00"),  # on 28 July, Buddhist era, at 14.03 o'clock
)


@pytest.mark.parametrize(("text", "iso"), PLAIN)
def test_dates_that_can_be_read_one_way_only_are_read(text: str, iso: str | None) -> None:
    assert iso_of(text, DateForm()) == iso


@pytest.mark.parametrize(
    ("text", "day_first", "month_first"),
    [
        ("7/8/2025 14:03:22", "2025-08-07T14:03:22", "2025-07-08T14:03:22"),
        ("28/7/2568, 14:03:22", "2025-07-28T14:03:22", None),
        ("7/28/2025 14:03:22", None, "2025-07-28T14:03:22"),
        ("28.07.2025", "2025-07-28", None),
        ("28-07-2025", "2025-07-28", None),
        ("7/7/2025", "2025-07-07", "2025-07-07"),
    ],
)
def test_the_order_of_day_and_month_is_given(text: str, day_first: str | None, month_first: str | None) -> None:
    assert (iso_of(text, DAY_FIRST), iso_of(text, MONTH_FIRST)) == (day_first, month_first)


def test_without_an_order_only_equal_numbers_are_read() -> None:
    assert [iso_of(text, DateForm()) for text in ("7/8/2025", "7/7/2025")] == [None, "2025-07-07"]


@pytest.mark.parametrize(
    "text",
    [
        "",
        "soon",
        "28/7/25",
        "2025",
        "2025-13-01",
        "2025-02-30",
        "1925-07-28",
        "2825-07-28",
        "2025-07-28 25:00",
        "2025-07-28 14:60",
        "2025-07-28 13:00 PM",
        "2025-07-28T14:03+15:00",
        "45866.585",
        "14:03:22",
        "28 Juli 2025",
        "2025-07-28 and later",
        "២៨ កក្កដា ២៥៦៨",  # 28 July 2568: Cambodia's Buddhist year begins at Visakha (N07)
        "1" * 10_000,
    ],
)
def test_what_is_no_date_of_a_sign_on_is_none(text: str) -> None:
    assert iso_of(text, DAY_FIRST) is None
    assert not is_date(text)


def test_a_time_without_an_offset_is_in_the_zone_of_the_form() -> None:
    form = DateForm(zone=ZoneInfo("Asia/Phnom_Penh"))
    assert iso_of("2025-07-28 14:03:22", form) == "2025-07-28T14:03:22+07:00"
    assert iso_of("2025-07-28 14:03:22Z", form) == "2025-07-28T14:03:22+00:00"
    assert iso_of("2025-07-28", form) == "2025-07-28"
    summer = DateForm(zone=ZoneInfo("Europe/Dublin"))
    assert [iso_of(f"2025-{month}-01 12:00", summer) for month in ("01", "07")] == [
        "2025-01-01T12:00:00+00:00",
        "2025-07-01T12:00:00+01:00",
    ]


def test_a_column_tells_the_order_by_the_dates_that_can_be_read_one_way_only() -> None:
    assert order_of(["1/2/2025", "28/7/2025"]).decided is False
    assert order_of(["1/2/2025", "7/28/2025"]).decided is True
    assert order_of(["1/2/2025"]).decided is None
    assert order_of(["13/1/2025", "1/13/2025"]).decided is None
    assert order_of(["2025-07-28", "28 July 2025", "3/3/2025", "", "no date"]) == (0, 0, 0)


WHEN = st.datetimes(datetime.fromisoformat("1990-01-01"), datetime.fromisoformat("2100-12-31")).map(
    lambda time: time.replace(microsecond=0)
)
OFFSETS = st.integers(-14 * 4, 14 * 4).map(lambda quarters: timezone(timedelta(minutes=15 * quarters)))


@settings(deadline=None)
@given(WHEN, st.one_of(st.none(), OFFSETS))
def test_iso_8601_comes_through_as_it_is(time: datetime, zone: timezone | None) -> None:
    time = time.replace(tzinfo=zone)
    text = iso_of(time.isoformat(), DateForm())
    assert text is not None
    assert datetime.fromisoformat(text) == time


@settings(deadline=None)
@given(st.dates(date(1990, 1, 1), date(2100, 12, 31)))
def test_every_way_to_write_a_day_gives_the_same_day(day: date) -> None:
    ways = (
        f"{day.day}/{day.month}/{day.year}",
        f"{day.day}.{day.month}.{day.year + 543}",
        f"{day:%d %B %Y}",
        f"{day:%B %d, %Y}",
    )
    assert {iso_of(way, DAY_FIRST) for way in ways} == {day.isoformat()}
    assert iso_of(f"{day.month}/{day.day}/{day.year}", MONTH_FIRST) == day.isoformat()


@settings(deadline=None)
@given(st.text(max_size=40))
def test_any_text_is_a_date_or_none(text: str) -> None:
    found = iso_of(text, DAY_FIRST)
    assert found is None or datetime.fromisoformat(found).replace(tzinfo=UTC).year in range(1990, 2101)
