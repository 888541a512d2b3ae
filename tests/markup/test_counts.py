"""Counts in a text: found, told from plain braces, and refused in words where something is wrong with them."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.markup import parse_inline
from statement_kit.markup.count_forms import CATEGORIES
from statement_kit.markup.counts import COUNTS, count_faults, find_counts, plural_faults, without_numbers

PLURAL = "{endorsers, plural, one {# organisation} other {{endorsers, spellout} organisations}}"


def names(text: str) -> list[str]:
    return [place.name for place in find_counts(text)]


def faults(text: str) -> list[tuple[int, str]]:
    found = list(count_faults(text))
    assert all(fault.hint for fault in found)
    return [(fault.at, fault.what) for fault in found]


@pytest.mark.parametrize("name", COUNTS)
def test_each_name_is_found_in_each_form(name: str) -> None:
    for pattern in (f"{{{name}}}", f"{{{name}, spellout}}", f"{{{name}, plural, other {{# of {{endorsers}}}}}}"):
        text = f"We, *the* {pattern}, call"
        ((start, end, found, typed),) = find_counts(text)
        assert (found, typed, text[start:end]) == (name, pattern, pattern)
        assert faults(text) == []


def test_counts_are_found_in_order_and_those_within_words_belong_to_them() -> None:
    assert names(f"{PLURAL} of {{countries}}, {{late}}") == ["endorsers", "countries", "late"]


@pytest.mark.parametrize(
    "text",
    [
        "no braces",
        "{",
        "}",
        "{}",
        "{ }",
        "{a b}",
        "{a, b",
        "{a",
        "{1}",
        "{2025, 2026}",
        "{a.b} {a!r} {a:>9}",
        "{:endorsers}",
        "} endorsers {",
        r"\{endorsers}",
        r"\\\{endorsers}",
        r"\{endorsrs}",
        "<https://example.org/{endorsers}>",
        "<{endorsers}@example.org>",
        "[words](https://example.org/{endorsers})",
    ],
)
def test_other_braces_are_plain(text: str) -> None:
    assert (names(text), faults(text)) == ([], [])


@pytest.mark.parametrize("text", [r"\\{endorsers}", "{ {endorsers} }", "<{endorsers}>", "[{endorsers}](https://a.org)"])
def test_what_stands_around_a_count_does_not_hide_it(text: str) -> None:
    assert (names(text), faults(text)) == (["endorsers"], [])


@pytest.mark.parametrize(
    ("text", "at", "what"),
    [
        ("We, {endorsrs}", 4, "{endorsrs}, which is no count"),
        ("{Endorsers}", 0, "{Endorsers}, which is no count"),
        ("{organizations, spellout}", 0, "{organizations}, which is no count"),
        ("{date}", 0, "{date}, which is no count"),
        ("{a, b}", 0, "{a}, which is no count"),
        ("{ผู้ลงนาม}", 0, "{ผู้ลงนาม}, which is no count"),  # "who sign"
        ("{អ្នកចុះហត្ថលេខា}", 0, "{អ្នកចុះហត្ថលេខា}, which is no count"),  # "who sign"
        ("{endorsers, plural, other {{foo}}}", 0, "{foo}, which is no count"),
        ("a {endorsers", 2, "the count “{endorsers”, which no brace closes"),
        ("{endorsers, plural, other {x}", 0, "the count “{endorsers, plural, other {x}”, which no brace closes"),
        ("{endorsers organisations}", 0, "the count “{endorsers organisations}”, in a form that no count has"),
        ("{endorsers-x}", 0, "the count “{endorsers-x}”, in a form that no count has"),
        ("{endorsers, plural, one {x}}", 0, "a count without the plural form “other”"),
        ("{{endorsers}}", 1, "the count “{{endorsers}}” in two pairs of braces"),
    ],
)
def test_what_looks_like_a_count_and_is_none_is_told_with_its_place(text: str, at: int, what: str) -> None:
    assert faults(text) == [(at, what)]


def test_a_name_near_that_of_a_count_is_proposed_and_any_can_be_meant_as_it_stands() -> None:
    hints = [next(count_faults(text)).hint for text in ("{endorsrs}", "{organizations}", "{Late}", "{date}")]
    assert [hint.split("?")[0] for hint in hints[:3]] == [
        "Is {endorsers} meant",
        "Is {organisations} meant",
        "Is {late} meant",
    ]
    assert all(f"{{{name}}}" in hints[3] for name in COUNTS)
    assert all(r"typed \{." in hint for hint in hints)


def test_what_is_told_to_be_typed_with_a_backslash_is_then_text() -> None:
    assert faults(r"\{date}") == []
    assert parse_inline(r"\{date}").text == "{date}"


def test_plural_forms_that_a_language_does_not_have_are_told() -> None:
    text = "{endorsers, plural, =1 {x} one {{late, plural, few {a} other {b}}} other {y}} {late}"
    khmer, english = list(plural_faults(text, ("other",))), list(plural_faults(text, ("one", "other")))
    assert [fault.what.split("“")[1].split("”")[0] for fault in khmer] == ["one", "few"]
    assert [fault.what.split("“")[1].split("”")[0] for fault in english] == ["few"]
    assert "has “one”, “other”." in english[0].hint
    assert list(plural_faults(text, CATEGORIES)) == []


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("none", "none"),
        ("{endorsers} and {late, spellout}", "… and …"),
        (f"We, {PLURAL}, call", "We, … organisations, call"),
        ("{endorsers, plural, one {lacks} }{late}", "……"),
        (r"\{endorsers} {a b}", r"\{endorsers} {a b}"),
    ],
)
def test_a_text_without_its_numbers_reads_as_for_most_of_them(text: str, read: str) -> None:
    assert without_numbers(text, "…") == read


@given(
    st.lists(
        st.sampled_from(["{", "}", "{endorsers", "{late}", ", plural, other {", "#", "\\", "<a:", "](", ")", "x", " "])
    )
)
def test_found_counts_stand_in_order_and_as_typed(parts: list[str]) -> None:
    text, at = "".join(parts), 0
    for start, end, name, pattern in find_counts(text):
        assert at <= start < end
        assert text[start:end] == pattern
        assert pattern[0] == "{"
        assert pattern.count("{") == pattern.count("}")
        assert name in COUNTS
        at = end
    assert all(0 <= fault.at < len(text) for fault in count_faults(text))


@pytest.mark.parametrize(
    "part", ["{endorsers,", "{a,", "{", "{ ", "{{", "<a:", "](", "](x", "\\{", "{endorsers, plural, other {"]
)
def test_a_long_text_of_beginnings_is_read_to_its_end(part: str) -> None:
    assert len(faults(part * 20_000)) <= 1
