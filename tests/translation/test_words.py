"""The kit's own words, whole in every language it knows."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from statement_kit.diagnostics import CatalogError
from statement_kit.languages.registry import LANGUAGES
from statement_kit.model import Kind
from statement_kit.resources import translations_folder
from statement_kit.translation.po_file import Message, write_po_file
from statement_kit.translation.translate import placeholder_difference
from statement_kit.translation.words import WORDS, check_words, load_words

HEADER = 'msgid ""\nmsgstr ""\n"Language: km\\n"\n'


def words(**changes: Message | None) -> bytes:
    messages = {key: Message(key, english, english) for key, english in WORDS.items()} | changes
    return write_po_file(HEADER, [message for message in messages.values() if message])


@pytest.mark.parametrize("language", sorted(LANGUAGES))
def test_every_language_of_the_kit_has_all_its_words_with_their_placeholders(language: str) -> None:
    found = load_words(language, translations_folder())
    assert found.keys() == WORDS.keys()
    assert {key: placeholder_difference(WORDS[key], text) for key, text in found.items()} == dict.fromkeys(WORDS, "")


def test_the_english_words_are_the_keys_own_english() -> None:
    assert load_words("en", translations_folder()) == WORDS


@pytest.mark.parametrize("language", sorted(set(LANGUAGES) - {"en"}))
def test_no_word_of_another_language_is_still_english(language: str) -> None:
    found = load_words(language, translations_folder())
    said = {key: english for key, english in WORDS.items() if re.sub(r"\{[^{}]*\}|\W", "", english)}
    assert [key for key, english in said.items() if found[key] == english] == []


def test_every_kind_of_statement_has_its_word() -> None:
    assert {f"kind.{kind}" for kind in Kind} <= WORDS.keys()


def test_the_words_of_a_language_without_a_file_are_refused(tmp_path: Path) -> None:
    with pytest.raises(CatalogError) as caught:
        load_words("lo", tmp_path)
    assert [found.rule for found in caught.value.diagnostics] == ["words/unreadable"]


@pytest.mark.parametrize(
    ("changed", "rule"),
    [
        (None, "words/missing"),
        (Message("page", WORDS["page"], ""), "words/missing"),
        (Message("page", WORDS["page"], "x {page} {pages}", frozenset({"fuzzy"})), "words/missing"),
        (Message("page", "Page {page}", "x {page} {pages}"), "words/missing"),
        (Message("page", WORDS["page"], "x {page}"), "words/placeholder"),
        (Message("page", WORDS["page"], "x {page} {pages} {extra}"), "words/placeholder"),
        (Message("page", WORDS["page"], "x {page:d} {pages}"), "words/placeholder"),
        (Message("page", WORDS["page"], "x {page} {pages"), "words/placeholder"),
    ],
)
def test_a_word_that_is_missing_or_damaged_is_refused(changed: Message | None, rule: str) -> None:
    with pytest.raises(CatalogError) as caught:
        check_words(words(page=changed), "kit.po")
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [(rule, "page")]


def test_all_damaged_words_come_at_once() -> None:
    with pytest.raises(CatalogError) as caught:
        check_words(words(page=None, endorsed=None), "kit.po")
    assert [found.clause for found in caught.value.diagnostics] == ["endorsed", "page"]
