"""The lists of words and names: well written, explained, and apart from one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from itertools import chain

import pytest

from statement_kit.languages.lexicon import english, khmer, thai

LISTS: dict[str, dict[str, Mapping[str, str]]] = {
    "Khmer": {"words": khmer.WORDS, "bodies": khmer.BODIES, "places": khmer.PLACES},
    "Thai": {"words": thai.WORDS, "bodies": thai.BODIES, "places": thai.PLACES},
    "English": {"bodies": english.BODIES, "places": english.PLACES},
}
LETTERS = {"Khmer": "\u1780-\u17ff", "Thai": "\u0e00-\u0e7f", "English": "A-Za-z"}

EVERY = pytest.mark.parametrize(
    ("language", "kind"), [(language, kind) for language, kinds in LISTS.items() for kind in kinds]
)


@EVERY
def test_every_entry_is_explained_in_latin_letters(language: str, kind: str) -> None:
    entries = LISTS[language][kind]
    assert entries
    assert [entry for entry, gloss in entries.items() if not re.search(r"[A-Za-z]{2}", gloss)] == []


@EVERY
def test_every_entry_is_written_in_its_script_and_nothing_invisible(language: str, kind: str) -> None:
    entries = LISTS[language][kind]
    assert [entry for entry in entries if not re.fullmatch(rf"[{LETTERS[language]} |-]+", entry)] == []
    assert [entry for entry in entries if unicodedata.normalize("NFC", entry) != entry] == []


@EVERY
def test_bars_stand_singly_inside_entries_and_behind_spaces(language: str, kind: str) -> None:
    assert [entry for entry in LISTS[language][kind] if re.search(r"^[| ]|[| ]$|\|[| ]", entry)] == []


@EVERY
def test_entries_are_long_enough_to_be_met_in_nothing_else(language: str, kind: str) -> None:
    assert [entry for entry in LISTS[language][kind] if len(entry) < 5] == []


@pytest.mark.parametrize("language", LISTS)
def test_no_entry_stands_in_two_lists(language: str) -> None:
    entries = [entry.replace("|", "") for entry in chain.from_iterable(LISTS[language].values())]
    assert len(entries) == len(set(entries))


def test_what_icu_cuts_in_thai_is_glossed_and_known_to_be_a_word_or_a_name() -> None:
    known = {entry.replace("|", "") for entries in LISTS["Thai"].values() for entry in entries}
    for entry, gloss in thai.MISCUT.items():
        assert gloss
        assert any(entry.replace("|", "") in one for one in known)
