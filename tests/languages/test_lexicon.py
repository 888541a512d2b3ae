"""The lists of words and names: well written, explained, and apart from one another."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping

import pytest

from statement_kit.languages import lexicon

LISTS: dict[str, Mapping[str, str]] = {
    name: value for name, value in vars(lexicon).items() if name.isupper() and isinstance(value, Mapping)
}
SCRIPTS = {"KHMER": "\u1780-\u17ff", "THAI": "\u0e00-\u0e7f", "ENGLISH": "A-Za-z"}

EVERY = pytest.mark.parametrize("name", LISTS)


def test_every_language_has_its_bodies_and_places() -> None:
    assert {f"{language}_{kind}" for language in SCRIPTS for kind in ("BODIES", "PLACES")} <= LISTS.keys()


@EVERY
def test_every_entry_is_explained_in_latin_letters(name: str) -> None:
    assert [entry for entry, gloss in LISTS[name].items() if not re.search(r"[A-Za-z]{2}", gloss)] == []


@EVERY
def test_every_entry_is_written_in_its_script_and_nothing_invisible(name: str) -> None:
    letters = SCRIPTS[name.split("_")[0]]
    assert [entry for entry in LISTS[name] if not re.fullmatch(rf"[{letters} |-]+", entry)] == []
    assert [entry for entry in LISTS[name] if unicodedata.normalize("NFC", entry) != entry] == []


@EVERY
def test_bars_stand_singly_inside_entries_and_behind_spaces(name: str) -> None:
    assert [entry for entry in LISTS[name] if re.search(r"^[| ]|[| ]$|\|[| ]", entry)] == []


@EVERY
def test_entries_are_long_enough_to_be_met_in_nothing_else(name: str) -> None:
    assert [entry for entry in LISTS[name] if len(entry) < 5] == []


@pytest.mark.parametrize("language", SCRIPTS)
def test_no_entry_stands_in_two_lists(language: str) -> None:
    entries = [entry.replace("|", "") for name in LISTS if name.startswith(language) for entry in LISTS[name]]
    assert len(entries) == len(set(entries))
