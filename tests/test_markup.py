"""Inline Markdown: the final text, what stands out in it, and everything in it that cannot be set."""

from __future__ import annotations

import sys
import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import LINE_END, NOTE_SIGN, Mark, MarkKind, is_unspaced, parse_inline
from statement_kit.markup.commonmark import read_commonmark
from statement_kit.markup.problems import character_problems, text_problems

EMPHASIS, STRONG, LINK, NOTE = MarkKind.EMPHASIS, MarkKind.STRONG, MarkKind.LINK, MarkKind.NOTE


@pytest.mark.parametrize(
    ("typed", "text", "marks"),
    [
        ("plain", "plain", []),
        ("a *b* c", "a b c", [Mark(2, 3, EMPHASIS)]),
        ("a _b_ c", "a b c", [Mark(2, 3, EMPHASIS)]),
        ("**ab**", "ab", [Mark(0, 2, STRONG)]),
        ("*a **b***", "a b", [Mark(0, 3, EMPHASIS), Mark(2, 3, STRONG)]),
        ("***a***", "a", [Mark(0, 1, EMPHASIS), Mark(0, 1, STRONG)]),
        ("[a *b*](https://x.org/c_d) e", "a b e", [Mark(0, 3, LINK, "https://x.org/c_d"), Mark(2, 3, EMPHASIS)]),
        ("[a](http://x.org)", "a", [Mark(0, 1, LINK, "http://x.org")]),
        ("[a](mailto:a@x.org)", "a", [Mark(0, 1, LINK, "mailto:a@x.org")]),
        ("[a](tel:+85512345678)", "a", [Mark(0, 1, LINK, "tel:+85512345678")]),
        ("[a](https://x.org/#b#c)", "a", [Mark(0, 1, LINK, "https://x.org/#b%23c")]),
        ("[a](https://[::1]:80/)", "a", [Mark(0, 1, LINK, "https://[::1]:80/")]),
        ("[a](https://b@x.org?c)", "a", [Mark(0, 1, LINK, "https://b@x.org?c")]),
        ("[a](#demand.3)", "a", [Mark(0, 1, LINK, "#demand.3")]),
        ("<https://x.org>", "https://x.org", [Mark(0, 13, LINK, "https://x.org")]),
        ("<a@x.org>", "a@x.org", [Mark(0, 7, LINK, "mailto:a@x.org")]),
        ("a[^b] c", f"a{NOTE_SIGN} c", [Mark(1, 2, NOTE, "note.b")]),
        ("*a[^b]*", f"a{NOTE_SIGN}", [Mark(0, 2, EMPHASIS), Mark(1, 2, NOTE, "note.b")]),
        ("*a*[^b]", f"a{NOTE_SIGN}", [Mark(0, 1, EMPHASIS), Mark(1, 2, NOTE, "note.b")]),
        ("a\\\nb", f"a{LINE_END}b", []),
        ("*a\\\nb*", f"a{LINE_END}b", [Mark(0, 3, EMPHASIS)]),
        ("a\\\n[^b]\\\nc", f"a{LINE_END}{NOTE_SIGN}{LINE_END}c", [Mark(2, 3, NOTE, "note.b")]),
        (r"\*a\* \[^b\] \<c\> \\", r"*a* [^b] <c> \ ".rstrip(), []),
        ("a &amp; &quot;b&quot; &#x1780;", 'a & "b" ក', []),
        ("2*3 snake_case a_b_c 4 * 5 R&D", "2*3 snake_case a_b_c 4 * 5 R&D", []),
        ("[not a link] (at all)", "[not a link] (at all)", []),
        (r"\[a](not a link)", "[a](not a link)", []),
        ("https://x.org/_a ~1,000", "https://x.org/_a ~1,000", []),
        ("  two  spaces ", "  two  spaces ", []),
    ],
)
def test_a_text_is_read_with_what_stands_out_in_it(typed: str, text: str, marks: list[Mark]) -> None:
    assert parse_inline(typed)[:3] == (text, tuple(marks), ())


@pytest.mark.parametrize(
    ("typed", "text"),
    [
        ("យើង*ចង់*បាន", "យើងចង់បាន"),  # "we *want* to have"
        ("**«សន្តិភាព»**ឥឡូវ", "«សន្តិភាព»ឥឡូវ"),  # "**«peace»** now"
        ("ឥឡូវ**«សន្តិភាព»**", "ឥឡូវ«សន្តិភាព»"),  # "now **«peace»**"
        ("เรา_ต้องการ_สันติภาพ", "เราต้องการสันติภาพ"),  # "we _want_ peace"
        ("*ក*\u200b*ខ*", "ក\u200bខ"),
    ],
)
def test_emphasis_needs_no_space_in_scripts_that_write_none(typed: str, text: str) -> None:
    inline = parse_inline(typed)
    assert (inline.text, inline.faults) == (text, ())
    assert inline.marks


@pytest.mark.parametrize(
    ("typed", "what"),
    [
        ("a `b`", "`code`"),
        ("![a](b.png)", "a picture"),
        ("![*a <b>](b.png)", "a picture"),
        ("a <b>c</b>", "HTML"),
        ("a <!-- b -->", "HTML"),
        ("~~a~~", "~~struck~~ text"),
        ("[a](b.html)", "a link to “b.html”"),
        ("[a](/b)", "a link to “/b”"),
        ("[a](//x.org)", "a link to “//x.org”"),
        ("[a](javascript:alert)", "a link to “javascript:alert”"),
        ("[a](data:text/html,b)", "a link to “data:text/html,b”"),
        ("[a](ftp://x.org)", "a link to “ftp://x.org”"),
        ("[a](https://)", "a link to “https://”"),
        ("[a](https://x.org:b/)", "a link to “https://x.org:b/”"),
        ("[a](https://[b/)", "a link to “https://%5Bb/”"),
        ("[a](https://%41.org)", "a link to “https://%41.org”"),
        ("[a](mailto:b)", "a link to “mailto:b”"),
        ("[a](tel:b)", "a link to “tel:b”"),
        ("[a]()", "a link to nowhere"),
        ("<javascript:alert>", "a link to “javascript:alert”"),
        ("[](https://x.org)", "a link without words"),
        ('[a](https://x.org "b")', "a link with a title"),
        ("[a](b c.html)", "what looks like a link"),
        ("[*a*](https://x.org/b c)", "what looks like a link"),
        ("[a[^b]](https://x.org)", "what looks like a link"),
        ("[^]", "[^]"),
        ("[^b c]", "[^b c]"),
        ("[^ក]", "[^ក]"),
        ("*a", "a “*”"),
        ("a**", "a “**”"),
        ("a __b", "a “__”"),
        ("~~a", "a “~~”"),
        ("ลด*ความตึงเครียด", "a “*”"),  # "reducing *tension"
        ("សន្តិភាព_ឥឡូវ", "a “_”"),  # "peace_now"
        ("[*a](https://x.org)", "a “*”"),
        ("\\\na", "a forced line break with no words before or behind it"),
        ("a\\\n", "a forced line break with no words before or behind it"),
        ("a\\\n\\\nb", "a forced line break with no words before or behind it"),
        ("*a\\\n\\\nb*", "a forced line break with no words before or behind it"),
        ("a\\\n&nbsp;\\\nb", "a forced line break with no words before or behind it"),
        ("a\\\n\u200b\\\nb", "a forced line break with no words before or behind it"),
    ],
)
def test_what_cannot_be_set_is_named_once_with_what_to_do(typed: str, what: str) -> None:
    (fault,) = parse_inline(typed).faults
    assert fault.what.startswith(what)
    assert fault.hint


@pytest.mark.parametrize(
    ("typed", "lines"),
    [
        ("a\nb `c`", [1]),
        ("a `b` `c`\nd `e`", [0, 1]),
        ("[a](\nhttps://x.org) `b`\n`c`", [1, 2]),
        ("a\\\nb [c](d e)", [1]),
        ("a\n*b\nc", [1]),
        ("a\nb\\\n\\\nc\\\n\\\nd", [2, 4]),
        ("a\nb\\\n", [1]),
    ],
)
def test_a_fault_is_placed_in_its_line(typed: str, lines: list[int]) -> None:
    assert sorted(typed.count("\n", 0, fault.at) for fault in parse_inline(typed).faults) == lines


def test_findings_about_a_text_name_its_clause_and_the_rule_asked_for() -> None:
    found = list(text_problems("title", "a\tb &#8232; `c`", "catalog/markup"))
    assert [(one.rule, one.clause) for one in found] == [
        ("statement/control-character", "title"),
        ("statement/control-character", "title"),
        ("catalog/markup", "title"),
    ]
    assert [word in one.message for one, word in zip(found, ["a tab", "U+2028", "`code`"], strict=True)] == [True] * 3
    assert all(one.hint for one in found)


@pytest.mark.parametrize("typed", ["a\nb\nc", "a *b\nc* d\ne", "a\\\nb\nc", "[a](\nhttps://x.org)\nb"])
def test_line_feeds_that_are_no_forced_breaks_are_known_as_typed_and_in_the_text(typed: str) -> None:
    inline = parse_inline(typed)
    assert inline.soft_breaks
    assert {(typed[at], inline.text[place]) for at, place in inline.soft_breaks} == {("\n", "\n")}
    assert len(inline.soft_breaks) == inline.text.count("\n")


@given(st.text(st.sampled_from("abc 12.,!?\n'\"()]>~-#កខ\u200b์ทก็")))
def test_a_text_without_markup_is_read_the_same_with_and_without_the_parser(typed: str) -> None:
    if "~~" not in typed:
        assert parse_inline(typed) == read_commonmark(typed)


any_typing = st.text(st.sampled_from("ab *_[]()<>\\`!&;~^\n:/.@1\"'\u200bកขๆ"), max_size=40) | st.lists(
    st.sampled_from(
        ["![", "](", "[a](https://x.org)", "<a@x.org>", "[^n]", "**", "*", "_", " ", "ក", "a", "\\\n", "\n", "&amp;"]
    )
).map("".join)


@given(any_typing)
def test_marks_lie_within_the_text_in_the_order_they_begin_and_never_cross(typed: str) -> None:
    text, marks, faults, _ = parse_inline(typed)
    assert all(0 <= mark.start <= mark.end <= len(text) for mark in marks)
    assert [mark.start for mark in marks] == sorted(mark.start for mark in marks)
    for n, outer in enumerate(marks):
        for inner in marks[n + 1 :]:
            assert inner.start >= outer.end or inner.end <= outer.end
    assert all(0 <= fault.at <= len(typed) for fault in faults)


@given(any_typing, st.sampled_from(sorted(LANGUAGES)))
def test_quotation_marks_change_no_length_so_that_marks_stay_where_they_are(typed: str, tag: str) -> None:
    text = parse_inline(typed).text
    assert len(typographic(text, LANGUAGES[tag])) == len(text)


@pytest.mark.parametrize(
    ("char", "unspaced"), [("ក", True), ("ា", True), ("ๆ", False), ("៕", False), ("a", False), ("", False)]
)
def test_letters_of_scripts_without_spaces_are_known(char: str, unspaced: bool) -> None:
    assert is_unspaced(char) is unspaced


REFUSED = {"Cc", "Cs", "Co", "Zl", "Zp"}
"""Categories of characters that cannot be set, or that mean nothing to everybody."""


def test_no_character_that_may_be_a_problem_is_looked_past() -> None:
    """A look for the few suspects comes first; every code point that is a problem is among them."""
    refused = [char for char in map(chr, range(sys.maxunicode + 1)) if unicodedata.category(char) in REFUSED]
    noncharacters = [chr(plane << 16 | low) for plane in range(17) for low in (0xFFFE, 0xFFFF)]
    noncharacters += map(chr, range(0xFDD0, 0xFDF0))
    for char in (*refused[:: len(refused) // 500], *noncharacters, NOTE_SIGN):
        assert list(character_problems("title", f"a{char}b")), f"U+{ord(char):04X}"
