"""The words by which a statement says how many signed it: for every language, and whole."""

from __future__ import annotations

import re

import pytest

from statement_kit.languages.endorsing import ENDORSING, Counted, EndorsingWords
from statement_kit.languages.registry import LANGUAGES
from statement_kit.languages.wording import WORDINGS
from statement_kit.markup.counts import COUNTS

EVERY = pytest.mark.parametrize("words", ENDORSING.values(), ids=ENDORSING)


def test_every_language_of_the_kit_has_them() -> None:
    assert ENDORSING.keys() == LANGUAGES.keys()
    assert ENDORSING.keys() <= WORDINGS.keys()


def test_what_is_counted_is_called_as_the_counts_of_a_text_are() -> None:
    assert {str(counted) for counted in Counted} <= COUNTS.keys()


@EVERY
def test_there_is_a_noun_for_each_of_what_is_counted_and_none_stands_for_two(words: EndorsingWords) -> None:
    assert words.nouns.keys() == set(Counted)
    plain = [noun for nouns in words.nouns.values() for noun in nouns.split("|")]
    assert len(plain) == len(set(plain))


@EVERY
def test_no_pattern_holds_everywhere_unless_it_is_meant_to(words: EndorsingWords) -> None:
    for pattern in (words.before, words.within, words.behind, words.asks, words.passive, words.at_least, words.about):
        assert not re.match(pattern, "")
        assert not re.search(rf"(?:{pattern})\Z", "12345 ", re.IGNORECASE)
