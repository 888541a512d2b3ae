"""Scripts are known by their ISO 15924 codes."""

from __future__ import annotations

import pytest

from statement_kit.languages.registry import LANGUAGES
from statement_kit.text.scripts import is_script


def test_the_scripts_of_the_languages_and_of_their_neighbours_are_known() -> None:
    assert all(map(is_script, [*(language.script for language in LANGUAGES.values()), "Laoo", "Mymr", "Hani", "Deva"]))


@pytest.mark.parametrize("code", ["Khmer", "khmr", "Kmer", "Hans", "Zyyy", "Zinh", "Zzzz", ""])
def test_what_no_letter_is_of_is_no_script(code: str) -> None:
    assert not is_script(code)
