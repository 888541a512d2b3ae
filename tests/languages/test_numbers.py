"""Digits by use: labels in the language's own, and only labels (N02, N03, N04)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.numbers import in_digits, label, letter_label
from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, LANGUAGES, THAI_DIGITS


@pytest.mark.parametrize(
    ("number", "digits", "written"),
    [
        (0, KHMER_DIGITS, "០"),
        (1234567890, KHMER_DIGITS, "១២៣៤៥៦៧៨៩០"),
        (1234567890, THAI_DIGITS, "๑๒๓๔๕๖๗๘๙๐"),
        (102, ASCII_DIGITS, "102"),
    ],
)
def test_a_number_is_written_in_the_digits_asked_for(number: int, digits: str, written: str) -> None:
    assert in_digits(number, digits) == written


@given(st.integers(min_value=0), st.sampled_from([ASCII_DIGITS, KHMER_DIGITS, THAI_DIGITS]))
def test_a_number_can_be_read_back_from_its_digits(number: int, digits: str) -> None:
    assert int(in_digits(number, digits)) == number


@pytest.mark.parametrize(
    ("tag", "written"),
    [("en", ["1.", "12.", "102."]), ("km", ["១.", "១២.", "១០២."]), ("th", ["๑.", "๑๒.", "๑๐๒."])],
)
def test_labels_are_in_the_languages_digits_with_a_stop(tag: str, written: list[str]) -> None:
    assert [label(number, LANGUAGES[tag]) for number in (1, 12, 102)] == written


@pytest.mark.parametrize(
    ("tag", "written"),
    [
        ("en", {1: "a.", 2: "b.", 26: "z.", 27: "aa.", 28: "ab.", 52: "az.", 53: "ba.", 702: "zz.", 703: "aaa."}),
        ("km", {1: "ក.", 2: "ខ.", 3: "គ."}),
        ("th", {1: "ก.", 2: "ข.", 3: "ค."}),
    ],
)
def test_lettered_labels_are_in_the_languages_letters_and_double_behind_the_last(
    tag: str, written: dict[int, str]
) -> None:
    assert {number: letter_label(number, LANGUAGES[tag]) for number in written} == written


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
def test_no_two_of_a_thousand_items_have_the_same_letters(tag: str) -> None:
    labels = [letter_label(number, LANGUAGES[tag]) for number in range(1, 1001)]
    assert len(set(labels)) == 1000


@pytest.mark.parametrize("number", [0, -1])
def test_there_is_no_letter_before_the_first(number: int) -> None:
    with pytest.raises(ValueError, match=str(number)):
        letter_label(number, LANGUAGES["en"])
