"""The tables of words: each is found, none is a slow pattern, and numbers in words are worth what they say."""

from __future__ import annotations

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.alarms.amounts import amounts
from statement_kit.alarms.patterns import choices, split_choice
from statement_kit.alarms.reading import read
from statement_kit.languages.wording import WORDINGS, Wording, wording_of

EVERY = sorted(WORDINGS)


def cues(wording: Wording) -> list[str]:
    kinds = (wording.negations, wording.obligations, wording.advice, wording.abilities)
    return [choice for kind in kinds for cue in kind for p in cue.patterns for choice in split_choice(p)]


@pytest.mark.parametrize("tag", EVERY)
def test_each_choice_begins_with_a_letter_unless_words_are_spaced(tag: str) -> None:
    """Only then does Python's `re` look for first letters; a group or a condition would cost ten times as long."""
    wording = WORDINGS[tag]
    if not wording.is_spaced:
        assert [choice for choice in cues(wording) if not choice[0].isalpha()] == []
        assert all(name[0].isalpha() for months in wording.months for name in split_choice(months))


@pytest.mark.parametrize("tag", EVERY)
def test_no_pattern_has_a_group_of_its_own(tag: str) -> None:
    """A choice is told by the empty group behind it, so that no other may be there."""
    wording = WORDINGS[tag]
    words = [*wording.numbers.vague, *wording.numbers.sure, *wording.numbers.not_numbers, *wording.months]
    assert all(re.compile(pattern).groups == 0 for pattern in (*cues(wording), *words))


@pytest.mark.parametrize("tag", EVERY)
def test_a_table_has_twelve_months_and_its_own_tag(tag: str) -> None:
    assert len(WORDINGS[tag].months) == 12
    assert WORDINGS[tag].tag == tag
    assert wording_of(f"{tag}-XX") is WORDINGS[tag]


def test_other_languages_have_no_table() -> None:
    assert wording_of("fr") is None


def test_a_pattern_is_split_at_its_outermost_choices_only() -> None:
    assert split_choice(r"a|b(?:c|d)|[|)]|\||e") == ["a", "b(?:c|d)", "[|)]", r"\|", "e"]


def test_the_first_choice_that_fits_wins() -> None:
    found = choices([("not only", 0), ("not|no", 1)])
    assert [found.meaning(match) for match in found.pattern.finditer("not, not only, no")] == [1, 0, 1]


def worth(words: str, tag: str) -> list[float]:
    return [value for amount in amounts(read(words, tag)) if amount.is_sure for value in amount.values]


ENGLISH_UNITS = [
    "zero",
    "one",
    "two",
    "three",
    "four",
    "five",
    "six",
    "seven",
    "eight",
    "nine",
    "ten",
    "eleven",
    "twelve",
]
ENGLISH_TEENS = ENGLISH_UNITS + [f"{word}teen" for word in ("thir", "four", "fif", "six", "seven", "eigh", "nine")]
ENGLISH_TENS = ["", "", "twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety"]
KHMER_UNITS = ["", "មួយ", "ពីរ", "បី", "បួន", "ប្រាំ", "ប្រាំមួយ", "ប្រាំពីរ", "ប្រាំបី", "ប្រាំបួន"]  # one to nine
KHMER_TENS = ["", "ដប់", "ម្ភៃ", "សាមសិប", "សែសិប", "ហាសិប", "ហុកសិប", "ចិតសិប", "ប៉ែតសិប", "កៅសិប"]  # ten to ninety
THAI_UNITS = ["", "หนึ่ง", "สอง", "สาม", "สี่", "ห้า", "หก", "เจ็ด", "แปด", "เก้า"]  # one to nine


def english(number: int) -> str:
    if number < 20:
        return ENGLISH_TEENS[number]
    if number < 100:
        return ENGLISH_TENS[number // 10] + (f"-{ENGLISH_TEENS[number % 10]}" if number % 10 else "")
    for size, word in ((10**6, "million"), (1000, "thousand"), (100, "hundred")):
        if number >= size:
            rest = number % size
            joint = " and " if rest < 100 else " "
            return f"{english(number // size)} {word}" + (f"{joint}{english(rest)}" if rest else "")
    raise AssertionError


def khmer(number: int) -> str:
    for size, word in ((10**6, "លាន"), (10**5, "សែន"), (10**4, "ម៉ឺន"), (1000, "ពាន់"), (100, "រយ")):
        if number >= size:
            return khmer(number // size) + word + khmer(number % size)
    return KHMER_TENS[number // 10] + KHMER_UNITS[number % 10]


def thai(number: int) -> str:
    for size, word in ((10**6, "ล้าน"), (10**5, "แสน"), (10**4, "หมื่น"), (1000, "พัน"), (100, "ร้อย")):
        if number >= size:
            return thai(number // size) + word + thai(number % size)
    tens, unit = divmod(number, 10)
    ten = {0: "", 1: "สิบ", 2: "ยี่สิบ"}.get(tens, f"{THAI_UNITS[tens]}สิบ")  # ten, twenty, …ty
    return ten + ("เอ็ด" if tens and unit == 1 else THAI_UNITS[unit])  # “one” behind tens


@given(st.integers(min_value=2, max_value=9_999_999))
def test_numbers_in_words_are_worth_what_they_say(number: int) -> None:
    assert worth(english(number), "en") == [number]
    assert worth(khmer(number), "km") == [number]
    assert worth(thai(number), "th") == [number]
