"""Khmer and Thai that look the same have one spelling; what looks otherwise keeps its own."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statement_kit.languages.same_looking import one_spelling, without_unseen

_TYPED = st.text(
    st.sampled_from("កងស្រ្តដបេែោាិីុូំះៈ៉៊៌័ឣឤឲ៓ขเแ่้็ิีุูำํา์ฺaé \u200b\u2060\ufe0f"),
    max_size=12,
)


@pytest.mark.parametrize(
    ("typed", "spelt"),
    [
        ("ខែ្មរ", "ខ្មែរ"),  # Khmer: the vowel before what stands below
        ("ស្រី្ត", "ស្ត្រី"),  # woman: the vowel before, and RO before another letter below
        ("ស្រ្តី", "ស្ត្រី"),  # woman: RO before another letter below
        ("ម៉្យាង", "ម្យ៉ាង"),  # one kind: the shifter before what stands below
        ("កាំ", "កាំ"),  # ray
        ("ក\u17c6\u17b6", "កាំ"),  # ray: the nikahit before the vowel
        ("ព\u17b6\u17cc", "ព៌ា"),  # a syllable with its robat behind the vowel
        ("កិ\u17c7\u17c6", "កិ\u17c6\u17c7"),  # a syllable with two signs
        ("បណ្ដាញ", "បណ្តាញ"),  # network: DA below for TA below
        ("ឲ្យ", "ឱ្យ"),  # to give
        ("ក\u17c1\u17b6ះ", "កោះ"),  # island: its vowel as two
        ("ក\u17b6\u17c1ះ", "កោះ"),  # island: and those in the other order
        ("ក\u17c1\u17b8ត", "កើត"),  # to be born: its vowel as two
        ("\u17a3ង្គការ", "អង្គការ"),  # organisation: QAQ for the letter A
        ("\u17a4កាស", "អាកាស"),  # air: QAA for the letter and its vowel
        ("ស\u17bb\u17b8វិល", "ស៊ីវិល"),  # civil: the vowel U for a shifter
        ("ប\u17bb\u17b8", "ប៉ី"),  # a syllable with a letter that takes the other shifter
        ("ស\u17b6\u17bb\u17c6", "ស៊ាំ"),  # accustomed: likewise, behind its vowel
        ("ស\u17bb\u17d3", "សុំ"),  # to ask for: BATHAMASAT for the nikahit
        ("ท\u0e48\u0e35", "ที่"),  # place: the tone before the vowel
        ("น\u0e4d\u0e49า", "น้ำ"),  # water: its vowel as two
        ("น\u0e49\u0e4dา", "น้ำ"),  # water: and the tone before them
        ("นำ\u0e49", "น้ำ"),  # water: the tone behind
        ("เเม่", "แม่"),  # mother: its vowel as two
        ("សង្គម\u200bស៊ីវិល", "សង្គមស៊ីវិល"),  # civil society, with a space without width
        ("\u17b4Sa\u00adhma\u2060kum\ufe0f", "Sahmakum"),
    ],
)
def test_what_looks_the_same_has_one_spelling(typed: str, spelt: str) -> None:
    assert one_spelling(typed) == spelt


@pytest.mark.parametrize(
    "text",
    [
        "",
        "Action for All",
        "Łódź, Ångström",
        "ខ្មែរ កម្ពុជា ស្ត្រី សុំ កុំ កុះ ព័ត៌មាន",  # Khmer, Cambodia, woman, to ask for, do not, a syllable, information
        "ដំណាំ ដី តា ត្រី ដ្ឋ",  # crop, earth, grandfather, fish, what stands below alone
        "សុខ ស៊ុម",  # health, frame: the vowel U where it is one
        "ที่ น้ำ แม่ สํ เกษตร ก็",  # place, water, mother, a syllable of Pali, farming, then
    ],
)
def test_what_is_spelt_so_is_left_as_it_is(text: str) -> None:
    assert one_spelling(text) == text


def test_a_letter_below_is_told_from_the_letter_itself() -> None:
    assert one_spelling("ដ") != one_spelling("ត")  # DA and TA look alike below another letter only


@given(_TYPED)
@example("ำ็ำ้")
@example("កេុា")
def test_one_spelling_is_its_own_spelling(typed: str) -> None:
    spelt = one_spelling(typed)
    assert one_spelling(spelt) == spelt


@given(st.text(max_size=30))
def test_any_text_has_a_spelling_without_what_nobody_sees(text: str) -> None:
    assert without_unseen(one_spelling(text)) == one_spelling(text)
    assert one_spelling(without_unseen(text)) == one_spelling(text)


@pytest.mark.parametrize("text", ["a\u0301", "\u0600", "a b", "日本", "کتاب"])
def test_what_is_seen_stays(text: str) -> None:
    assert without_unseen(text) == text


@pytest.mark.parametrize("text", ["ក" + "្ក" * 50_000, "េា" * 50_000, "ំ" * 100_000, "ํ" * 100_000, "ำ่" * 50_000])
def test_a_spelling_may_be_as_long_as_it_likes(text: str) -> None:
    spelt = one_spelling(text)
    assert one_spelling(spelt) == spelt
