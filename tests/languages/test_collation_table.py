"""The table behind the keys: read whole, its contractions found, its weights placed."""

from __future__ import annotations

import re
from itertools import pairwise

import pytest
from make_collation_table import TABLE

from statement_kit.languages.collation_table import Variable, collation_table

EVERY_VARIABLE = pytest.mark.parametrize("variable", Variable)


@pytest.mark.parametrize(
    ("text", "language", "pieces"),
    [
        ("เกา", "root", ["เก", "า"]),  # to scratch: the vowel before its consonant goes with it
        ("l·l", "root", ["l·", "l"]),
        ("ធម៌", "km", ["ធ", "ម៌"]),  # dharma: the robat goes with its consonant
        ("ធម៌", "root", ["ធ", "ម", "៌"]),
        ("កុំ", "km", ["ក", "ុំ"]),  # do not
        ("a\nb", "root", ["a", "\n", "b"]),
    ],
)
def test_a_text_is_cut_into_what_has_weights_of_its_own(text: str, language: str, pieces: list[str]) -> None:
    assert collation_table(language, Variable.NON_IGNORABLE).contractions.findall(text) == pieces


def test_a_piece_has_a_weight_for_each_of_its_elements() -> None:
    weights = collation_table("root", Variable.NON_IGNORABLE).weights
    assert [len(level) for level in weights["a"]] == [1, 1, 1, 0]
    assert [len(level) for level in weights["เก"]] == [2, 2, 2, 0]
    assert [len(level) for level in weights["\u0301"]] == [0, 1, 1, 0]  # the acute accent
    assert weights["\u0007"] == ("", "", "", "")


def test_what_is_shifted_weighs_on_the_last_level_only() -> None:
    shifted, parted = (collation_table("root", one).weights for one in (Variable.SHIFTED, Variable.PUNCTUATION_SHIFTED))
    assert [len(level) for level in shifted[" "]] == [0, 0, 0, 1]
    assert [len(level) for level in parted[" "]] == [1, 1, 1, 1]
    assert [len(level) for level in parted["-"]] == [0, 0, 0, 1]
    assert parted["-"][3] < parted["a"][3]
    assert shifted["$"][0]  # CLDR shifts no symbols
    assert [len(level) for level in shifted["℅"]] == [2, 2, 2, 3]  # c/o in one character


@EVERY_VARIABLE
def test_digits_of_all_scripts_weigh_the_same(variable: Variable) -> None:
    weights = collation_table("km", variable).weights
    assert weights["7"] == weights["៧"] == weights["๗"] == weights["٧"]
    assert weights["6"][0] < weights["7"][0]


@EVERY_VARIABLE
def test_a_character_that_is_not_listed_has_the_weight_of_its_code_point(variable: Variable) -> None:
    weights = collation_table("th", variable).weights
    found = [weights[char][0] for char in ("ก", "z", "ⵣ", "漢", "𠀀", "Я", "\U0010fffd")]
    assert found[3:] == sorted(found[3:])
    assert found[0] < found[1] < found[3]
    assert found[2] > found[4]  # letters of other scripts stand behind ideographs
    assert found[5] == "\ufbc0Я"


def test_a_language_without_changes_has_the_table_of_the_root() -> None:
    root, english = (collation_table(tag, Variable.SHIFTED) for tag in ("root", "en"))
    assert root.contractions == english.contractions
    assert [root.weights[char] for char in "aក"] == [english.weights[char] for char in "aក"]


def test_no_piece_has_a_mark_behind_what_is_shifted() -> None:
    """Such a mark would have to be dropped (UTS 10, 4.2), which the kit does between pieces only."""
    text = TABLE.read_text(encoding="utf-8")
    (last,) = re.findall("^punctuation (.*)$", text, re.MULTILINE)
    for elements in re.findall("^[0-9A-F ]+;(.+)$", text, re.MULTILINE):
        weights = [int(element.partition(".")[0], 16) for element in elements.split(" ")]
        assert not [one for one, other in pairwise(weights) if 0 < one <= int(last, 16) and not other]
