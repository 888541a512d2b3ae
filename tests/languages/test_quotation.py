"""Straight quotes become the language's own marks, and nothing else changes (N09, P08)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import LANGUAGES


@pytest.mark.parametrize(
    ("tag", "typed", "set_as"),
    [
        ("en", 'a "voice for peace" through', "a “voice for peace” through"),
        ("en", '"Peace," they said, "now."', "“Peace,” they said, “now.”"),
        ("en", '("aside")', "(“aside”)"),
        ("en", "a 'voice' for", "a ‘voice’ for"),
        ("en", "\"the 'inner' voice\"", "“the ‘inner’ voice”"),
        ("en", "\"'Inner' first\"", "“‘Inner’ first”"),
        ("en", "Workers' Federation", "Workers’ Federation"),
        ("en", "ASEAN's and Cambodia's", "ASEAN’s and Cambodia’s"),
        ("en", "'ASEAN's role'", "‘ASEAN’s role’"),
        ("en", "in the 1990's", "in the 1990’s"),
        ("en", "the '90s and the '80s.", "the ’90s and the ’80s."),
        ("en", "'the '90s' and '90s'", "‘the ’90s’ and ‘90s’"),
        ("en", 'Workers" and "peace" now', "Workers” and “peace” now"),
        ("en", '"Workers and "peace" now', "“Workers and “peace” now"),
        ("en", 'Workers"—and so "peace"-loving', "Workers”—and so “peace”-loving"),
        ("en", '"Peace—" and "(peace)"', "“Peace—” and “(peace)”"),
        ("en", "in \"2025\" and '2026'", "in “2025” and ‘2026’"),
        ("en", "a 12\" pipe, 6' deep", "a 12\" pipe, 6' deep"),
        ("en", "“set” ‘already’ it’s", "“set” ‘already’ it’s"),
        ("km", 'ពាក្យថា"សន្តិភាព"នៅទីនេះ', "ពាក្យថា“សន្តិភាព”នៅទីនេះ"),
        ("km", "ពាក្យថា'សន្តិភាព'នៅទីនេះ", "ពាក្យថា‘សន្តិភាព’នៅទីនេះ"),
        ("km", 'សន្តិភាព" និង "យុត្តិធម៌"', "សន្តិភាព” និង “យុត្តិធម៌”"),
        ("km", 'ថា\u200b"\u200bសន្តិភាព\u200b"\u200bនៅ', "ថា\u200b“\u200bសន្តិភាព\u200b”\u200bនៅ"),
        ("km", 'ឆ្នាំ១៩៩១"សន្តិភាព"', "ឆ្នាំ១៩៩១“សន្តិភាព”"),
        ("km", 'បំពង់១២" វែង', 'បំពង់១២" វែង'),
        ("km", "តួនាទីរបស់ ASEAN's និង'ASEAN'ថ្មី", "តួនាទីរបស់ ASEAN’s និង‘ASEAN’ថ្មី"),
        ("th", 'คำว่า"สันติภาพ"อยู่ที่นี่', "คำว่า“สันติภาพ”อยู่ที่นี่"),
        ("th", "คำว่า'สันติภาพ'อยู่ที่นี่", "คำว่า‘สันติภาพ’อยู่ที่นี่"),
        ("th", "คำว่า'ASEAN's บทบาท'อยู่ที่นี่", "คำว่า‘ASEAN’s บทบาท’อยู่ที่นี่"),
        ("th", "\"คำว่า'สันติภาพ'\"", "“คำว่า‘สันติภาพ’”"),
        ("th", "Workers' Federation และ ASEAN's", "Workers’ Federation และ ASEAN’s"),
    ],
)
def test_quotes_and_apostrophes_are_set(tag: str, typed: str, set_as: str) -> None:
    assert typographic(typed, LANGUAGES[tag]) == set_as


texts = st.text(st.sampled_from("ab 1,(ក១ข\"'”’"), max_size=40)


@given(texts, st.sampled_from(sorted(LANGUAGES)))
def test_no_character_but_a_straight_mark_changes_and_none_comes_or_goes(text: str, tag: str) -> None:
    marks = {'"': {'"', "“", "”"}, "'": {"'", "‘", "’"}}
    after = typographic(text, LANGUAGES[tag])
    assert len(after) == len(text)
    assert all(new in marks.get(old, {old}) for old, new in zip(text, after, strict=True))


@given(texts.filter(lambda text: not any(char in text for char in "\"'")), st.sampled_from(sorted(LANGUAGES)))
def test_a_text_without_straight_marks_stays_as_it_is(text: str, tag: str) -> None:
    assert typographic(text, LANGUAGES[tag]) == text
