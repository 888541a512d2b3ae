"""Hyphenation: which words are parted, and which never."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.registry import LANGUAGES
from statement_kit.text.hyphenation import LEAST_BESIDE_HYPHEN, LEAST_LETTERS, hyphenation_points


def hyphenated(text: str, language: str = "en") -> str:
    points = hyphenation_points(text, LANGUAGES[language])
    return "".join("-" * (at in points) + char for at, char in enumerate(text))


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("international", "inter-na-tional"),
        ("the communities, “agreement”.", "the com-mu-ni-ties, “agree-ment”."),
        ("(agreement) ‘agreement’", "(agree-ment) ‘agree-ment’"),
    ],
)
def test_a_word_of_small_letters_is_parted_by_the_patterns(text: str, expected: str) -> None:
    assert hyphenated(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "Agreement",
        "AGREEMENT",
        "McAgreement",
        "agreement2",
        "2agreement",
        "government’s",
        "o'agreement",
        "agreement-agreement",
        "agreement‑agreement",
        "agreement@example",
        "www.agreement.org",
        "example.org/agreement",
        "agreement\u2060s",
        "\u2060agreement",
        "agree\u00adment",
        "agreementសន្តិភាព",  # "peace"
        "into",
        "agree",
    ],
)
def test_names_numbers_addresses_and_joined_words_stay_whole(text: str) -> None:
    assert hyphenated(text) == text


@pytest.mark.parametrize("language", ["km", "th"])
def test_a_language_without_patterns_is_never_hyphenated(language: str) -> None:
    assert hyphenated("international", language) == "international"


@given(st.lists(st.text("abcdefghiklmnoprstuw", min_size=1, max_size=14), max_size=6))
def test_enough_letters_stay_on_either_side(words: list[str]) -> None:
    for part in hyphenated(" ".join(words)).split():
        pieces = part.split("-")
        if len(pieces) > 1:
            assert sum(map(len, pieces)) >= LEAST_LETTERS
            assert min(len(pieces[0]), len(pieces[-1])) >= LEAST_BESIDE_HYPHEN
