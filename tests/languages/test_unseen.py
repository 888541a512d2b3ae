"""What nobody sees in a text, and letters of another alphabet than they seem to be of."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.letters import SCRIPTS, script_of
from statement_kit.languages.registry import LANGUAGES
from statement_kit.languages.unseen import UNSEEN, as_latin, harmful_unseen, mixed_words, without_harmful


@pytest.mark.parametrize(
    ("text", "without"),
    [
        ("Vi\u200bvid", "Vivid"),
        ("ស្ត្រី\u200bខ្មែរ", "ស្ត្រី\u200bខ្មែរ"),  # Khmer Women, its words parted
        ("ស្\u200bត្រី", "ស្ត្រី"),  # women, torn within a syllable
        ("ស្ត្រី\u200b\u200bខ្មែរ", "ស្ត្រី\u200bខ្មែរ"),
        ("\u200bស្ត្រី ខ្មែរ\ufeff", "ស្ត្រី ខ្មែរ"),
        ("เ\u200bด็กไทย", "เด็กไทย"),  # Thai children
        ("รัฐ\u200bะ", "รัฐะ"),  # a vowel that belongs to the letter before it
        ("ក\u17b4", "ក"),
        ("a\u3164b\u00adc", "abc"),
    ],
)
def test_what_does_harm_is_found_and_taken_out(text: str, without: str) -> None:
    assert without_harmful(text) == without
    assert bool(harmful_unseen(text)) == (text != without)


@given(st.text("កខ្ត្ាិ\u200b\u2060เกี้ a\ufeff1"))
def test_without_it_none_is_left_and_nothing_seen_is_lost(text: str) -> None:
    clean = without_harmful(text)
    assert harmful_unseen(clean) == []
    assert UNSEEN.sub("", clean) == UNSEEN.sub("", text)


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("the \u0410SEAN and ASE\u0391N", ["\u0410SEAN", "ASE\u0391N"]),
        ("ក្រុមเด็ก", ["ក្រុមเด็ก"]),  # Group, in Khmer, and Children, in Thai
        ("ASEAN អាស៊ាន", []),
        ("АСЕАН", []),
        ("กลุ่มSOS", []),
        ("a" * 60 + "\u0410" + "b" * 60, ["a" * 40 + "\u0410" + "b" * 39]),
    ],
)
def test_words_of_two_alphabets_are_found(text: str, words: list[str]) -> None:
    assert mixed_words(text) == words


def test_letters_are_read_as_what_they_are_drawn_like() -> None:
    assert as_latin("\u0410\u0421\u0415Ａ") == "ACEA"
    assert not as_latin("\u0416").isascii()


@pytest.mark.parametrize(
    ("text", "script"),
    [
        ("Women", "Latn"),
        ("ស្ត្រី Women", "Khmr"),
        ("สตรี", "Thai"),
        ("12", ""),
        ("", ""),
        ("Équité", "Latn"),
        ("ລາວ", "Laoo"),
    ],
)
def test_the_script_of_a_name_is_that_of_its_letters(text: str, script: str) -> None:
    assert script_of(text) == script


def test_every_language_of_the_kit_has_a_script_of_the_table() -> None:
    assert {language.script for language in LANGUAGES.values()} <= SCRIPTS.keys()
