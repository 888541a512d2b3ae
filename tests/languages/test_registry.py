"""The table of languages: whole, and looked up by tag."""

from __future__ import annotations

import pytest
from babel import Locale

from statement_kit.languages.registry import LANGUAGES, TALLEST, Language, get_language

EVERY = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)


@EVERY
def test_a_language_is_found_by_its_tag(language: Language) -> None:
    assert get_language(language.tag) is language


@pytest.mark.parametrize("tag", ["", "lo", "EN", "km-KH"])
def test_an_unknown_language_is_refused_naming_the_known_ones(tag: str) -> None:
    with pytest.raises(KeyError, match="the kit knows en, km, th"):
        get_language(tag)


@EVERY
def test_its_digits_are_ten_in_the_order_of_their_values(language: Language) -> None:
    for digits in (language.label_digits, language.date_digits):
        assert [int(digit) for digit in digits] == list(range(10))


@EVERY
def test_its_name_and_region_agree_with_cldr(language: Language) -> None:
    assert language.endonym == Locale.parse(language.tag).get_display_name()
    assert Locale.parse(language.region_tag, sep="-").language == language.tag


@EVERY
def test_it_knows_how_tall_its_script_stacks(language: Language) -> None:
    assert TALLEST[language.script]


@EVERY
def test_a_year_offset_has_a_first_year_it_is_right_for(language: Language) -> None:
    assert (language.year_offset == 0) is (language.first_year is None)
