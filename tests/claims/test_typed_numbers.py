"""Numbers as they are typed into a text: in any digits, in words, and not those that are dates or parts of words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.claims.typed_numbers import typed_numbers
from statement_kit.languages.counting import in_words
from statement_kit.languages.endorsing import ENDORSING
from statement_kit.languages.registry import LANGUAGES

EVERY = pytest.mark.parametrize("tag", ENDORSING)


def values(text: str, tag: str = "en") -> list[int]:
    found = typed_numbers(text, tag, ENDORSING[tag].uncounted)
    assert [number.start for number in found] == sorted(number.start for number in found)
    return [number.value for number in found]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("102 of us", [102]),
        ("3,102 and 3.102 and 1,234,567", [3102, 3102, 1234567]),
        ("7 and 12", [7, 12]),
        ("អង្គការ102", [102]),
        ("102องค์กร", [102]),
        ("in 2021, since 1991 or 2568", []),
        ("2,021 of us", [2021]),
        ("28/7/2025, 2025-07-28, 28.7.2025, 10:30", []),
        ("3.5 or 50% or 3,5", []),
        ("COVID19, A4, 12th", []),
        ("+855 12", [855, 12]),
        ("12345678", []),
        ("102, 103. 104", [102, 103, 104]),
    ],
)
def test_numbers_in_digits_are_whole_ones(text: str, expected: list[int]) -> None:
    assert values(text) == expected


@pytest.mark.parametrize(
    ("text", "tag", "expected"),
    [
        ("one hundred and two of us", "en", [102]),
        ("One Hundred Two, a hundred and two", "en", [102, 102]),
        ("twenty-one or three thousand and forty-six", "en", [21, 3046]),
        ("two hundred thousand", "en", [200_000]),
        ("first, second, third, fifth, hundreds, tens of thousands, fifteenth", "en", []),
        ("someone, often, tenant", "en", []),
        ("five and ten", "en", []),
        ("hundred hundred, two hundred and three hundred", "en", []),
        ("មួយរយពីរ", "km", [102]),
        ("ដប់បី ម្ភៃមួយ កៅសិបប្រាំបួន", "km", [13, 21, 99]),
        ("ជាមួយអង្គការ", "km", []),  # "together with organisations", which holds “one”
        ("หนึ่งร้อยสอง ร้อยสอง ยี่สิบเอ็ด", "th", [102, 102, 21]),
        ("สามารถ ห้าม", "th", []),  # "can, forbid", which hold “three” and “five”
    ],
)
def test_numbers_in_words_are_read_as_far_as_they_are_one_number(text: str, tag: str, expected: list[int]) -> None:
    assert values(text, tag) == expected


@EVERY
@given(number=st.integers(1, 9999))
def test_every_number_that_icu_writes_in_words_is_read(tag: str, number: int) -> None:
    words = in_words(number, LANGUAGES[tag]).replace("\u200b", "")
    assert values(words, tag) == [number]
    (found,) = typed_numbers(words, tag)
    assert (found.start, found.end, found.in_words) == (0, len(words), True)
