"""Dates as press releases write them, every month of three languages (N05, N06, N07)."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.dates import format_date
from statement_kit.languages.registry import LANGUAGES

ENGLISH = [
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
]
KHMER = [
    *("មករា", "កុម្ភៈ", "មីនា", "មេសា", "ឧសភា", "មិថុនា"),
    *("កក្កដា", "សីហា", "កញ្ញា", "តុលា", "វិច្ឆិកា", "ធ្នូ"),
]
THAI = [
    *("มกราคม", "กุมภาพันธ์", "มีนาคม", "เมษายน", "พฤษภาคม", "มิถุนายน"),
    *("กรกฎาคม", "สิงหาคม", "กันยายน", "ตุลาคม", "พฤศจิกายน", "ธันวาคม"),
]
EVERY_MONTH = [
    *(("en", n, f"28 {month} 2025") for n, month in enumerate(ENGLISH, 1)),
    *(("km", n, f"ថ្ងៃទី២៨ ខែ{month} ឆ្នាំ២០២៥") for n, month in enumerate(KHMER, 1)),
    *(("th", n, f"28 {month} 2568") for n, month in enumerate(THAI, 1)),
]


@pytest.mark.parametrize(("tag", "month", "written"), EVERY_MONTH)
def test_a_date_is_written_in_full(tag: str, month: int, written: str) -> None:
    assert format_date(date(2025, month, 28), LANGUAGES[tag]) == written


@pytest.mark.parametrize(
    ("tag", "day", "written"),
    [
        ("en", date(2025, 7, 1), "1 July 2025"),
        ("km", date(2020, 8, 13), "ថ្ងៃទី១៣ ខែសីហា ឆ្នាំ២០២០"),
        ("km", date(2009, 7, 1), "ថ្ងៃទី១ ខែកក្កដា ឆ្នាំ២០០៩"),
        ("th", date(2025, 11, 21), "21 พฤศจิกายน 2568"),
        ("th", date(1941, 1, 1), "1 มกราคม 2484"),
        ("km", date(1940, 12, 31), "ថ្ងៃទី៣១ ខែធ្នូ ឆ្នាំ១៩៤០"),
    ],
)
def test_days_have_no_leading_zero_and_years_their_own_era(tag: str, day: date, written: str) -> None:
    assert format_date(day, LANGUAGES[tag]) == written


@pytest.mark.parametrize("day", [date(1940, 12, 31), date(1900, 1, 1), date.min])
def test_a_thai_date_before_1941_is_refused(day: date) -> None:
    with pytest.raises(ValueError, match=r"1941.*N07"):
        format_date(day, LANGUAGES["th"])


@given(st.dates(min_value=date(1941, 1, 1), max_value=date(2400, 1, 1)))
def test_a_thai_year_is_always_543_more(day: date) -> None:
    written = format_date(day, LANGUAGES["th"])
    assert written.split()[0] == str(day.day)
    assert written.split()[-1] == str(day.year + 543)


@given(st.dates(min_value=date(1000, 1, 1)))
def test_a_khmer_date_has_no_latin_digit(day: date) -> None:
    assert not set("0123456789") & set(format_date(day, LANGUAGES["km"]))
