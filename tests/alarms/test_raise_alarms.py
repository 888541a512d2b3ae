"""All alarms together, on real texts: few ring that should not, and an inserted or deleted “not” nearly always does."""

from __future__ import annotations

import re
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ringing import FOLDERS, alarms, pairs

from statement_kit.alarms import Pair, raise_alarms
from statement_kit.languages.registry import get_language
from statement_kit.text.segmentation import word_ends

FALSE_ALARMS = [
    # “is not” (open) is “is closed” in both: the same thing said without a “not”.
    ("branded", "en", "km", "alarm/negation", "preamble.1"),
    ("branded", "km", "en", "alarm/negation", "preamble.1"),
    ("branded", "en", "th", "alarm/negation", "preamble.1"),
    ("branded", "th", "en", "alarm/negation", "preamble.1"),
]
"""Every alarm on the translations of this repository, read one by one: each is false."""

NOT = {"km": ("មិន", "គ្មាន", "កុំ"), "th": ("ไม่", "ห้าม", "ปราศจาก")}
"""Words for “not”, “without”, “do not”; and “not”, “to forbid”, “without”."""

STANDING_NOT = {
    # not (twice), without; but not where it only repeats “to prevent (lest)”
    "km": r"មិនមែន|មិន|គ្មាន|(?<!បង្ការ)កុំ",
    # not (twice), without; but not in “without delay”, “no matter”, “prevent (lest)” and “few”
    "th": r"ไม่(?!ชักช้า|ว่า|กี่)|(?<!ป้องกัน)มิ(?=อาจ|ใช่)|ปราศจาก",
}


def test_the_alarms_of_our_own_statements_are_known() -> None:
    found = []
    for folder in FOLDERS:
        for language in ("km", "th"):
            there = pairs(folder, language)
            back = [Pair(pair.clause, pair.text, pair.source) for pair in there]
            for texts, source, target in ((there, "en", language), (back, language, "en")):
                found += [(folder, source, target, a.rule, a.clause) for a in raise_alarms(texts, source, target)]
    assert sorted(found) == sorted(FALSE_ALARMS)


@pytest.mark.parametrize("folder", FOLDERS)
def test_khmer_and_thai_are_compared_with_each_other_without_english(folder: str) -> None:
    khmer = {pair.clause: pair.text for pair in pairs(folder, "km")}
    across = [Pair(pair.clause, khmer[pair.clause], pair.text) for pair in pairs(folder, "th")]
    assert raise_alarms(across, "km", "th") == []


def real_pairs(language: str) -> Iterator[Pair]:
    for folder in FOLDERS:
        yield from pairs(folder, language)


def is_noticed(pair: Pair, text: str, language: str, rule: str = "alarm/negation") -> bool:
    found = raise_alarms([Pair(pair.clause, pair.source, text)], "en", language)
    return any(alarm.rule == rule for alarm in found)


def recall_of_insertions(language: str, word: str, rule: str) -> float:
    """How often a word is noticed that is put between words, at every fifth place of every clause."""
    tried = noticed = 0
    for pair in real_pairs(language):
        for end in sorted(word_ends(pair.text, get_language(language)))[:-1][::5]:
            tried += 1
            noticed += is_noticed(pair, pair.text[:end] + word + pair.text[end:], language, rule)
    assert tried > 200
    return noticed / tried


@pytest.mark.parametrize(("language", "word"), [(language, word) for language in NOT for word in NOT[language]])
def test_an_inserted_not_rings_nearly_always(language: str, word: str) -> None:
    assert recall_of_insertions(language, word, "alarm/negation") >= 0.96


@pytest.mark.parametrize(
    ("language", "word", "rule", "least"),
    [
        ("km", "ត្រូវតែ", "alarm/duty", 0.85),  # must
        ("th", "ต้อง", "alarm/duty", 0.85),  # must
        ("km", "គួរតែ", "alarm/advice", 0.95),  # should
        ("th", "ควร", "alarm/advice", 0.95),  # should
        ("km", "អាច", "alarm/possibility", 0.7),  # may, can
        ("th", "อาจ", "alarm/possibility", 0.75),  # may
    ],
)
def test_an_inserted_word_of_duty_rings_as_a_rule(language: str, word: str, rule: str, least: float) -> None:
    assert recall_of_insertions(language, word, rule) >= least


@pytest.mark.parametrize("language", ["km", "th"])
def test_each_not_rings_when_it_is_deleted(language: str) -> None:
    missed = []
    for pair in real_pairs(language):
        for match in re.finditer(STANDING_NOT[language], pair.text):
            if not is_noticed(pair, pair.text[: match.start()] + pair.text[match.end() :], language):
                missed.append((pair.clause, match[0]))
    assert missed == []


@pytest.mark.parametrize("language", ["km", "th"])
def test_a_not_rings_that_is_put_into_the_source_alone(language: str) -> None:
    tried, missed = 0, []
    for pair in real_pairs(language):
        for match in re.finditer(r"\b(?:is|are|to|we|must|should|will|be)\b", pair.source):
            tried += 1
            edited = pair.source[: match.end()] + " not" + pair.source[match.end() :]
            if not is_noticed(Pair(pair.clause, edited, pair.text), pair.text, language):
                missed.append((pair.clause, match[0]))
    assert tried > 70
    assert len(missed) <= 0.08 * tried, missed


def test_a_clause_has_at_most_one_alarm_of_a_kind() -> None:
    found = alarms("We must not and never lose 3 or 4, nor 5 (UN, EU).", "យើង ៦ ៧")
    assert len(found) == len({alarm.rule for alarm in found}) > 2


def test_alarms_come_in_the_order_of_the_clauses() -> None:
    wrong = [Pair("title", "Not 5 years", "ឆ្នាំ"), Pair("demand.1", "Not 7", "៨")]
    assert [alarm.clause for alarm in raise_alarms(wrong, "en", "km")] == ["title", "title", "demand.1", "demand.1"]


def test_a_language_nobody_knows_is_held_to_numbers_quotations_and_addresses_only() -> None:
    source = 'You must not wait 15 days, "they" say: ask a@example.org.'
    assert alarms(source, "Il ne faut pas attendre 15 jours, «ils» disent\u00a0: a@example.org.", "fr") == []
    found = alarms(source, "Il faut attendre 16 jours, ils disent\u00a0: b@example.org.", "fr")
    assert [alarm.rule for alarm in found] == ["alarm/number", "alarm/address", "alarm/quotation"]


def test_a_region_or_another_spelling_of_the_tag_changes_nothing() -> None:
    for tag in ("km-KH", "km_KH", "KM"):
        assert [alarm.rule for alarm in alarms("It is not so.", "វាដូច្នេះ។", tag)] == ["alarm/negation"]


HOSTILE = [
    *("'a" * 8000, "0" * 16000, "+1 " * 5000, "a" * 15990 + "@", "1," * 8000, "1 000" * 3000, "1/2/2025 " * 1700),
    *(
        "2 " + "million " * 1900,
        "2 " + "billion " * 1900,
        "a" * 15990 + "Ж",
        "(" * 16000,
        '"' * 16000,
        "un" + "a" * 15000,
    ),
    *("no one " * 2200, "A-" * 8000, "\u200b" * 16000, "{" * 16000, "9" * 16000, "a." * 8000 + "org"),
    # “prevent”, “three million”, coeng, a vowel, a tone mark, “two hundred-thousand million”: over and over
    *("បង្ការ" * 2600, "បីលាន" * 3000, "ក្" * 8000, "ា" * 16000, "่" * 16000, "สองแสนล้าน" * 1600, "ป้องกัน" * 2200),
]


@pytest.mark.parametrize("text", HOSTILE, ids=lambda text: text[:8])
def test_the_longest_text_there_may_be_is_compared_whatever_is_in_it(text: str) -> None:
    wrong = [Pair("demand.1.1", text, "សន្តិភាព"), Pair("demand.1.2", "Peace", text), Pair("demand.1.3", text, text[:-1])]
    for languages in (("en", "km"), ("th", "en")):
        assert all(alarm.message for alarm in raise_alarms(wrong, *languages))


FRAGMENTS = st.text("012 ០១๒٣.,:/-()\"'*_[]{}<>@+%“”’\u200b\u2060\ufeffកខ្ិាំ៊៌៕ដៗกเแำี่้ๆ์АаΩnotNOT\n\\", max_size=40)


@given(FRAGMENTS, FRAGMENTS, st.sampled_from(["en", "km", "th", "fr"]), st.sampled_from(["en", "km", "th", "fr"]))
def test_no_text_makes_it_fail(source: str, text: str, source_language: str, language: str) -> None:
    assert all(alarm.hint for alarm in raise_alarms([Pair("title", source, text)], source_language, language))
