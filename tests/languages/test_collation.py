"""Names in the order of their language: pinned orders, what has one key, and what has any."""

from __future__ import annotations

import subprocess
import sys
from itertools import pairwise

import pytest
from hypothesis import assume, example, given, settings
from hypothesis import strategies as st
from sorted_names import ENGLISH, KHMER, THAI, THAI_OF_THE_REQUIREMENTS

from statement_kit.languages.collation import Variable, collation_key
from statement_kit.languages.same_looking import one_spelling

_UNSEEN = "\u00ad\u200b\u200c\u200d\u200e\u2060\u2066\u2069\ufeff"
_NAMES = st.text(st.sampled_from("aAéØz'-. 1១๑កខតដ្រាិុំ៉៌េកขเแ่้ิำฯๆЯ漢"), max_size=12)


def is_sorted(names: tuple[str, ...], tag: str, variable: Variable | None = None) -> bool:
    """Whether each name stands before the next, and none beside it."""
    keys = [collation_key(name, tag, variable) for name in names]
    return all(one < other for one, other in pairwise(keys))


@pytest.mark.parametrize(
    ("names", "tag", "variable"),
    [
        (ENGLISH, "en", Variable.NON_IGNORABLE),
        (KHMER, "km", Variable.NON_IGNORABLE),
        (KHMER, "km", None),
        (THAI, "th", Variable.SHIFTED),
        (THAI_OF_THE_REQUIREMENTS, "th", None),
    ],
    ids=["English", "Khmer", "Khmer names", "Thai", "Thai of the requirements"],
)
def test_names_are_sorted_as_cldr_sorts_them(names: tuple[str, ...], tag: str, variable: Variable | None) -> None:
    assert is_sorted(names, tag, variable)


def test_english_names_are_sorted_word_by_word_and_without_punctuation() -> None:
    assert is_sorted(("Action", "Action for All", "Action: Now", "Actionaid", "O'Brien", "Obrienu"), "en")
    letters = [collation_key(name, "en")[0] for name in ("Jesuit Service-Cambodia", "jesuit servicecambodia.")]
    assert letters[0] == letters[1]


@pytest.mark.parametrize(
    "typed", ["Action for  All", " Action for All ", "Action for – All", "Action\u00a0for All", "– Action for All –"]
)
def test_a_name_stands_where_it_would_with_single_spaces(typed: str) -> None:
    assert collation_key(typed, "en")[:2] == collation_key("Action for All", "en")[:2]


def test_a_space_parts_no_words_where_words_are_written_together() -> None:
    assert collation_key("សង្គម ស៊ីវិល", "km")[:3] == collation_key("សង្គមស៊ីវិល", "km")[:3]  # civil society
    assert collation_key("กลุ่ม เด็ก", "th")[:3] == collation_key("กลุ่มเด็ก", "th")[:3]  # group of children


def test_punctuation_that_is_shifted_decides_at_last() -> None:
    assert is_sorted(("co op", "co-op", "coop", "CO OP"), "en", Variable.SHIFTED)
    keys = [collation_key(name, "en", Variable.SHIFTED) for name in ("co-op", "coop")]
    assert keys[0][:3] == keys[1][:3]
    assert keys[0] != keys[1]


def test_a_mark_behind_shifted_punctuation_is_shifted_with_it() -> None:
    plain, marked, spelt_out = (
        collation_key(text, "km", Variable.SHIFTED) for text in ("-ក", "-\u0301ក", "៘\u0301ក")
    )
    assert plain == marked
    assert spelt_out[0] == collation_key("ល។ក", "km", Variable.SHIFTED)[0]


def test_the_script_of_a_language_comes_first() -> None:
    names = ("Alpha", "ก", "ກ", "က", "ក")  # the first letter of Latin, Thai, Lao, Burmese and Khmer
    assert is_sorted(names, "en")
    assert is_sorted((names[4], *names[:4]), "km")
    assert is_sorted((names[1], names[0], *names[2:]), "th")
    assert is_sorted(("(1)", "១២", "2", *names), "en")


def test_a_language_without_an_order_of_its_own_has_that_of_the_root() -> None:
    for text in ("Łódź", "ធម៌", "ไทย"):  # the last two: dharma, Thai
        assert collation_key(text, "xx") == collation_key(text, "en") == collation_key(text, "")
    assert collation_key("ធម៌", "km-KH") == collation_key("ធម៌", "km") != collation_key("ធម៌", "en")


@pytest.mark.parametrize(
    ("one", "other", "tag"),
    [
        ("ខ្មែរ", "ខែ្មរ", "km"),  # Khmer, its vowel typed before what stands below
        ("បណ្តាញ", "បណ្ដាញ", "km"),  # network, with the other of two letters that look alike below
        ("ឱ្យ", "ឲ្យ", "km"),  # to give
        ("កោះ", "ក\u17c1\u17b6ះ", "km"),  # island, its vowel typed as two
        ("ស៊ីវិល", "ស\u17bb\u17b8វិល", "km"),  # civil, with the vowel that a shifter looks like
        ("น้ำ", "น\u0e4d\u0e49า", "th"),  # water, its vowel typed as two
        ("ที่", "ท\u0e48\u0e35", "th"),  # place, its tone typed before the vowel
        ("แม่", "เเม่", "th"),  # mother, its vowel typed as two
        ("Åland", "A\u030aland", "en"),
        ("Hall 12", "Hall ១២", "en"),
        ("Hall 12", "Hall ๑๒", "th"),
    ],
)
def test_what_looks_the_same_or_counts_the_same_has_one_key(one: str, other: str, tag: str) -> None:
    assert collation_key(one, tag) == collation_key(other, tag)


@settings(deadline=None)
@given(_NAMES, st.data(), st.sampled_from(["en", "km", "th"]))
def test_what_nobody_sees_has_no_weight(text: str, data: st.DataObject, tag: str) -> None:
    at = data.draw(st.integers(0, len(text)))
    torn = text[:at] + data.draw(st.text(st.sampled_from(_UNSEEN), min_size=1, max_size=3)) + text[at:]
    assert collation_key(torn, tag) == collation_key(text, tag)


@settings(deadline=None)
@given(st.text(max_size=20), st.sampled_from(["en", "km", "th", "lo"]), st.sampled_from([None, *Variable]))
@example("\ud800\U0010ffff\U00020000\x00", "km", Variable.SHIFTED)
def test_every_text_has_a_key(text: str, tag: str, variable: Variable | None) -> None:
    key = collation_key(text, tag, variable)
    assert key == collation_key(text, tag, variable)
    assert len(key[0]) <= 18 * len(text)  # the longest of Unicode's own decompositions


@settings(deadline=None)
@given(_NAMES, _NAMES)
def test_shifted_punctuation_weighs_what_no_punctuation_weighs(one: str, other: str) -> None:
    bare = " ".join(one.translate(str.maketrans("", "", "'-.")).split())
    assume(one_spelling(bare) == bare)  # without a mark between them two signs may become another, as เ.เ does
    plain = collation_key(bare, "en", Variable.NON_IGNORABLE)
    assert collation_key(one, "en")[0] == plain[0]


def test_unlisted_characters_stand_behind_all_others_in_the_order_of_their_code_points() -> None:
    assert is_sorted(("zz", "ฮ", "អ", "一", "漢", "\U00020000", "Я", "я", "\U0001f600"), "en")


@pytest.mark.parametrize("text", [" " * 100_000 + "x", "ក្ត" * 50_000, "ក" + "្ត" * 50_000, " -" * 50_000, "ํ" * 100_000])
def test_a_text_may_be_as_long_as_it_likes(text: str) -> None:
    assert collation_key(text, "en")
    assert collation_key(text, "km")


def test_the_kit_starts_without_its_table() -> None:
    program = "import sys, statement_kit; sys.exit('statement_kit.languages.collation' in sys.modules)"
    assert subprocess.run([sys.executable, "-c", program], check=False).returncode == 0
