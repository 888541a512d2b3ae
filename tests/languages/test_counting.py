"""Numbers in running text: digits, words and plural forms, as CLDR and ICU have them (N01)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat

from statement_kit.languages import counting
from statement_kit.languages.counting import (
    NumberWordsError,
    in_text,
    in_words,
    plural_categories,
    plural_category,
)
from statement_kit.languages.registry import LANGUAGES, Language

EVERY = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)
NUMBERS = st.integers(min_value=0, max_value=999_999)
ICU_LOCALES = {"en": "en-GB", "km": "km-u-nu-khmr", "th": "th"}
"""Languages as ICU is asked for them: Khmer with its own digits (UTS #35, numbering systems)."""


@pytest.mark.parametrize(
    ("tag", "written"), [("en", ["7", "102", "3,000"]), ("km", ["៧", "១០២", "៣.០០០"]), ("th", ["7", "102", "3,000"])]
)
def test_digits_are_those_of_running_text_with_the_thousands_parted(tag: str, written: list[str]) -> None:
    assert [in_text(number, LANGUAGES[tag]) for number in (7, 102, 3000)] == written


@EVERY
@given(number=NUMBERS)
def test_digits_are_as_icu_writes_them(language: Language, number: int) -> None:
    expected = MessageFormat("{n}", ICU_LOCALES[language.tag]).format({"n": number})
    assert in_text(number, language) == expected


@pytest.mark.parametrize(
    ("tag", "number", "written"),
    [
        ("en", 102, "one hundred and two"),
        ("en", 3_046, "three thousand and forty-six"),
        ("en", 21, "twenty-one"),
        ("km", 102, "មួយ\u200bរយ\u200bពីរ"),
        ("th", 102, "หนึ่ง\u200bร้อย\u200bสอง"),
        ("th", 21, "ยี่\u200bสิบ\u200bเอ็ด"),
    ],
)
def test_words_are_those_of_the_language_with_their_places_for_line_ends(tag: str, number: int, written: str) -> None:
    assert in_words(number, LANGUAGES[tag]) == written


@EVERY
@given(number=NUMBERS)
def test_words_hold_no_digits_and_nothing_that_markdown_reacts_to(language: Language, number: int) -> None:
    assert all(char.isalpha() or char in " ,-\u200b" or char > "\u0e00" for char in in_words(number, language))


def test_without_icu_words_are_refused_and_digits_are_not(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(counting, "_icu", None)
    with pytest.raises(NumberWordsError, match="icu4py, which is not installed"):
        in_words(102, LANGUAGES["en"])
    assert in_text(102, LANGUAGES["km"]) == "១០២"
    assert plural_category(1, "en") == "one"


@pytest.mark.parametrize(
    ("tag", "categories"),
    [
        ("en", ("one", "other")),
        ("en-GB", ("one", "other")),
        ("km", ("other",)),
        ("km_KH", ("other",)),
        ("th", ("other",)),
        ("pl", ("one", "few", "many", "other")),
        ("ar", ("zero", "one", "two", "few", "many", "other")),
        ("en-x-ours", ("one", "other")),
        ("tlh", ("zero", "one", "two", "few", "many", "other")),
        ("", ("zero", "one", "two", "few", "many", "other")),
    ],
)
def test_a_language_has_the_plural_forms_that_cldr_gives_it(tag: str, categories: tuple[str, ...]) -> None:
    assert plural_categories(tag) == categories


@pytest.mark.parametrize(
    ("tag", "forms"),
    [
        ("en", ["other", "one", "other", "other"]),
        ("km", ["other"] * 4),
        ("pl", ["many", "one", "few", "many"]),
        ("tlh", ["other"] * 4),
    ],
)
def test_a_number_takes_one_of_them(tag: str, forms: list[str]) -> None:
    assert [plural_category(number, tag) for number in (0, 1, 2, 5)] == forms
