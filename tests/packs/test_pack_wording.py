"""What packs say to translators."""

from __future__ import annotations

import pytest

from statement_kit.packs.returned import Verdict
from statement_kit.packs.stamp import COLUMNS
from statement_kit.packs.wording import (
    ENGLISH,
    INSTRUCTIONS,
    KHMER,
    TO_DO,
    Instructions,
    instructions_for,
    is_column_name,
    verdict_of,
)
from statement_kit.translation.state import State

EVERY = pytest.mark.parametrize("words", INSTRUCTIONS.values(), ids=INSTRUCTIONS)


@EVERY
def test_every_language_has_every_word(words: Instructions) -> None:
    assert list(words.columns) == list(COLUMNS)
    assert list(words.states) == [str(state) for state in State]
    assert len(words.steps) == len(ENGLISH.steps)
    assert set(TO_DO) <= set(words.states)


@EVERY
def test_the_sentences_name_what_there_is(words: Instructions) -> None:
    text = " ".join(words.sentences())
    for name in (words.columns["text"], words.columns["note"], words.columns["state"], words.columns["previous"]):
        assert f"“{name}”" in text
    assert f"“{words.done}”" in text
    assert f"“{words.doubtful}”" in text
    assert not {"{{", "}}"} & set(text.split())


@EVERY
def test_every_word_of_the_column_of_states_is_understood(words: Instructions) -> None:
    assert verdict_of(words.done) is Verdict.DONE
    assert verdict_of(words.doubtful) is Verdict.DOUBTFUL
    assert {verdict_of(state) for state in words.states.values()} == {Verdict.NONE}
    assert is_column_name("digest", words.columns["digest"])


@EVERY
def test_the_words_fit_where_excel_puts_them(words: Instructions) -> None:
    """Names of sheets have at most 31 characters, lists of choices 255 and no comma in a choice."""
    assert all(len(name) <= 31 for name in (words.read_first, words.table, words.glossary))
    assert len(f'"{words.done},{words.doubtful}"') <= 255
    assert "," not in words.done + words.doubtful


def test_a_language_that_the_kit_does_not_speak_is_told_in_english() -> None:
    assert instructions_for("vi") is ENGLISH
    assert instructions_for("km-KH") is instructions_for("km") is KHMER


def test_a_state_that_the_kit_has_no_word_for_stands_as_it_is() -> None:
    assert KHMER.state("odd") == "odd"
