"""The characters of everyday text: what an editor will type, and not the whole of Unicode."""

from __future__ import annotations

import pytest

from statement_kit.languages.registry import KHMER_DIGITS, LANGUAGES, THAI_DIGITS
from statement_kit.text.repertoire import repertoire

SCRIPTS = ["Latn", "Khmr", "Thai"]


@pytest.mark.parametrize("script", SCRIPTS)
def test_every_script_is_written_among_latin_names_digits_marks_and_currencies(script: str) -> None:
    assert set("Az09 .,:;!?()@/–—‘’“”•…%€฿Łőžéß\u00a0") <= repertoire(script)
    assert set("\u200b\u200c\u200d\u2060") <= repertoire(script), "a reader takes what has no ink from a font, too"
    assert "\u25cc" in repertoire(script)


@pytest.mark.parametrize(("script", "own"), [("Khmr", KHMER_DIGITS + "កអា៊្៖៕៛᧠"), ("Thai", THAI_DIGITS + "กฮำๆฯ")])
def test_a_script_has_all_its_own_signs_and_no_other_scripts(script: str, own: str) -> None:
    assert set(own) <= repertoire(script)
    others = {sign for other, signs in (("Khmr", "កអ"), ("Thai", "กฮ")) if other != script for sign in signs}
    assert not others & repertoire(script)


def test_letters_that_number_lists_are_among_those_of_the_script() -> None:
    for language in LANGUAGES.values():
        assert set(language.letters + language.label_digits) <= repertoire(language.script)


def test_latin_has_the_letters_of_europe_and_none_of_phonetics() -> None:
    assert "ə" not in repertoire("Latn")
    assert len(repertoire("Latn")) < 450
