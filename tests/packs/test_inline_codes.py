"""Clauses cut into words and marks: put together again they are what they were, and the marks are Markdown's own."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.packs.inline_codes import CodeKind, Spanning, Standing, codes, pieces, typed

MARKS = [
    "*",
    "**",
    "***",
    "_",
    "[",
    "](a:b)",
    "](",
    ")",
    "[^n]",
    "\\",
    "\n",
    "\\\n",
    "<a:b>",
    "{x}",
    "{",
    "!",
    "`",
    "&amp;",
]
WORDS = ["a", " ", "ក", "้", "\u200b", "«", "."]

TEXTS = st.lists(st.sampled_from([*MARKS, *WORDS]), max_size=16).map("".join)


def kinds(text: str) -> list[str]:
    return [str(code.kind) for code in codes(pieces(text))]


@given(TEXTS)
def test_put_together_again_it_is_the_text(text: str) -> None:
    assert "".join(map(typed, pieces(text))) == text


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("plain words", []),
        ("*one* and **two**", ["emphasis", "strong"]),
        ("_one_ and __two__", ["emphasis", "strong"]),
        ("***both***", ["strong", "emphasis"]),
        ("*a **b***", ["emphasis", "strong"]),
        ("**«ក»**ខ", ["strong"]),  # "A"B
        ("*ក**ខ**គ*", ["emphasis", "strong"]),  # A B C, without spaces
        ("[**both** promised](https://example.org/a_(b))", ["link", "strong"]),
        ("[closure](#demand.1), since[^note]", ["link", "note"]),
        ("<https://example.org/> or <info@example.org>", ["address", "address"]),
        ("Line\\\nbreak", ["break"]),
        ("on {date}", ["placeholder"]),
    ],
)
def test_each_mark_is_found(text: str, expected: list[str]) -> None:
    assert kinds(text) == expected


@pytest.mark.parametrize(
    "text", [r"\*without\*", "5 * 3 * 2", "a_b_c", "[no link]", r"\[no](link)", "a \\\\ backslash", "{ no name }", "*a"]
)
def test_what_only_looks_like_a_mark_is_words(text: str) -> None:
    assert pieces(text) == (text,)


def test_where_the_cut_and_markdown_disagree_all_marks_stay_words() -> None:
    assert pieces("`*x*` and *y*") == ("`*x*` and *y*",)


def test_an_empty_text_has_no_pieces() -> None:
    assert pieces("") == ()


def test_a_link_holds_what_stands_in_it() -> None:
    assert pieces("see [the *new* rules](https://a.org)[^1]") == (
        "see ",
        Spanning(
            CodeKind.LINK,
            "[",
            "](https://a.org)",
            ("the ", Spanning(CodeKind.EMPHASIS, "*", "*", ("new",)), " rules"),
        ),
        Standing(CodeKind.NOTE, "[^1]"),
    )
