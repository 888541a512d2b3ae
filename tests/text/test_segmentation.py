"""Words and clusters: what ICU knows, and the rules that stand in for it (L01, L12)."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.registry import LANGUAGES
from statement_kit.text import segmentation
from statement_kit.text.segmentation import (
    cluster_ends,
    has_dictionary,
    is_inside_cluster,
    is_mark,
    syllable_ends,
    word_ends,
)

ENGLISH, KHMER, THAI = LANGUAGES["en"], LANGUAGES["km"], LANGUAGES["th"]


@pytest.fixture
def without_icu(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(segmentation, "_icu", None)


def cut(text: str, ends: set[int]) -> str:
    return "|".join(text[start:end] for start, end in pairwise(sorted({0, len(text)} | ends)))


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_icu_knows_the_words_of_every_language(language) -> None:
    assert has_dictionary(language)
    assert syllable_ends(language.two_words, language) == set()


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_a_language_that_writes_words_together_names_two_of_them(language) -> None:
    assert bool(language.two_words) is not language.spaces_between_words


def test_a_language_is_not_taken_for_known_where_icu_does_not_part_its_words() -> None:
    """An ICU may be built without dictionaries; two letters without meaning stand for words it does not know."""
    unknown = replace(KHMER, two_words="កខ")
    assert not has_dictionary(unknown)
    assert syllable_ends("សំខាន់", unknown)  # "important"


@pytest.mark.usefixtures("without_icu")
def test_without_icu_no_language_has_a_dictionary() -> None:
    assert not any(map(has_dictionary, LANGUAGES.values()))


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "now and then", "now |and |then"),
        ("en", "well-being 2020-21 and/or 24/7", "well-|being |2020-21 |and/|or |24/7"),
        ("en", "Siem\u00a0Reap\u2003so", "Siem\u00a0Reap\u2003|so"),
        ("en", "co\u00adoperate\u200bnow", "co\u00ad|operate\u200b|now"),
        ("km", "យើង។ខ្ញុំ", "យើង។|ខ្ញុំ"),  # "we. I"
        ("km", "កម្ពុជា-ថៃ", "កម្ពុជា-|ថៃ"),  # "Cambodia-Thailand"
        ("th", "ต่างๆมา", "ต่างๆ|มา"),  # "various come"
    ],
)
def test_without_icu_words_end_where_it_is_written(language: str, text: str, expected: str) -> None:
    assert cut(text, word_ends(text, LANGUAGES[language])) == expected


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("km", "សំខាន់", "សំ|ខាន់"),  # "important"
        ("km", "តំបន់", "តំបន់"),  # "region": a final letter is not parted
        ("km", "សន្តិភាព", "សន្តិ|ភាព"),  # "peace": not before the stack that ends one syllable and begins the next
        ("km", "ដោះស្រាយ", "ដោះ|ស្រាយ"),  # "to solve": before a stack that only begins one
        ("km", "ទីឯ", "ទី|ឯ"),  # before an independent vowel
        ("th", "ประเทศไทย", "ประ|เทศ|ไทย"),  # "Thailand": before vowels written before their consonant
        ("th", "สำคัญ", "สำ|คัญ"),  # "important": behind a vowel that ends a syllable
        ("th", "ทหาร", "ทหาร"),  # "soldier": no vowel tells where a syllable ends
        ("th", "ปัญหา", "ปัญ|หา"),  # "problem": before a letter that never ends a syllable
        ("th", "ราคา", "รา|คา"),  # "price": between two letters with vowels
        ("th", "เปี๊ยะ", "เปี๊ยะ"),  # a vowel of many letters
        ("en", "peace", "peace"),
    ],
)
def test_without_icu_syllables_end_where_the_writing_shows_it(language: str, text: str, expected: str) -> None:
    assert cut(text, syllable_ends(text, LANGUAGES[language])) == expected


@pytest.mark.usefixtures("without_icu")
@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ខ្ញុំ", "ខ្ញុំ"),  # "I": a stack with two vowel signs
        ("ស្ត្រី", "ស្ត្រី"),  # "woman": a stack two deep
        ("น้ำ", "น้ำ"),  # "water": sara am
        ("e\u0301a", "e\u0301|a"),
        ("a\r\nb", "a|\r\n|b"),
        ("👩\u200d🌾a", "👩\u200d🌾|a"),
        ("🕊a", "🕊|a"),
    ],
)
def test_without_icu_a_cluster_holds_all_that_belongs_to_a_letter(text: str, expected: str) -> None:
    assert cut(text, cluster_ends(text, KHMER)) == expected


@given(st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17E9) | st.sampled_from(" \u200ba"), max_size=30))
def test_no_khmer_syllable_ends_inside_a_cluster(text: str) -> None:
    unknown = replace(KHMER, two_words="កខ")
    for at in syllable_ends(text, unknown):
        assert not is_inside_cluster(text[at - 1], text[at])
        assert text[at - 1] != "\u17d2"


@given(st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from(" a"), max_size=30))
def test_no_thai_syllable_parts_a_vowel_from_its_consonant(text: str) -> None:
    unknown = replace(THAI, two_words="กข")
    for at in syllable_ends(text, unknown) - {len(text)}:
        assert text[at - 1] not in "เแโใไ"
        assert text[at] not in "ะาำๅๆฯ"
        assert not is_mark(text[at])
