"""Lists, quotations and notes as they are read, and what is refused at which line."""

from __future__ import annotations

import pytest

from statement_kit.model import Demand, Note, Section
from statement_kit.passages import ItemList, Quotation
from statement_kit.source.markdown import ParsedText, parse_text

FIRST_LINE = 10


def parse(body: str) -> ParsedText:
    return parse_text(body, "s.md", FIRST_LINE)


def findings(parsed: ParsedText) -> list[tuple[str, int | None]]:
    return [(found.rule, found.where.line if found.where else None) for found in parsed.diagnostics]


@pytest.mark.parametrize(
    ("typed", "passage"),
    [
        ("- a\n- *b*\n  c", ItemList(("a", "*b* c"))),
        ("* a\n\n* b", ItemList(("a", "b"))),
        ("1. a\n2. b\n3. c", ItemList(("a", "b", "c"), is_lettered=True)),
        ("1) a\n1) b", ItemList(("a", "b"), is_lettered=True)),
        ("> a\n> b\n>\n> c", Quotation(("a b", "c"))),
        ("> a\nb", Quotation(("a b",))),
    ],
)
def test_lists_and_quotations_are_read_wherever_passages_stand(typed: str, passage: ItemList | Quotation) -> None:
    parsed = parse(f"# T\n\n{typed}\n\n## 1. D\n\nx\n\n{typed}\n\n## S\n\n{typed}\n")
    assert parsed.diagnostics == []
    assert parsed.preamble == (passage,)
    assert parsed.parts == (Demand("D", ("x", passage)), Section("S", (passage,)))


@pytest.mark.parametrize(
    ("typed", "note"),
    [
        ("[^n]: one", Note("n", "one")),
        ("[^n]: one\ntwo *three*", Note("n", "one two *three*")),
        ("[^n]:\n    one", Note("n", "one")),
        ("[^long-Name_2]: one", Note("long-Name_2", "one")),
        ("[^n]:", Note("n", "")),
        ("[^ក]: one", Note("ក", "one")),
    ],
)
def test_a_note_is_read_wherever_it_stands_and_is_no_passage(typed: str, note: Note) -> None:
    parsed = parse(f"{typed}\n\n# T\n\nx\n\n## 1. D\n\ny\n")
    assert (parsed.title, parsed.preamble, parsed.notes, parsed.diagnostics) == ("T", ("x",), (note,), [])


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("- a\n  - b", 13),
        ("- - a", 12),
        ("* a\n  1. b", 13),
        ("- a\n\n  b", 14),
        ("- a\n  > b", 13),
        ("- # a", 12),
        ("> a\n>\n> - b", 14),
        ("> > a", 12),
        ("> # a", 12),
        ("x[^n]\n\n[^n]: a\n\n    b", 16),
        ("x[^n]\n\n[^n]: - a", 14),
        ("x[^n]\n\n> [^n]: a", 14),
        ("```\ncode\n```", 12),
        ("    code", 12),
        ("- a\n\n      code", 14),
        ("<div>\nhello\n</div>", 12),
        ("<!-- to do -->", 12),
        ("***", 12),
        ("| a | b |\n|---|---|\n| 1 | 2 |", 12),
        ("one\n`two`", 13),
        ("one\n![two](a.png)", 13),
        ("one\ntwo <b>three", 13),
        ("one\n~~two~~", 13),
        ("one\n[two](javascript:three)", 13),
        ("one\n*two* [three](four.html)", 13),
        ("one\n[two](\nhttps://x.org)\n*three", 15),
        ("one\ntwo  \n*three", 14),
        ("- one\n- two\n  *three", 14),
        ("> one\n> two\n> *three", 14),
        ("[^n]: one\n      *two", 13),
        ("[Phnom Penh]: capital", 12),
        ("one\n\n[a]: b\n\ntwo", 14),
    ],
)
def test_what_a_statement_cannot_hold_is_refused_once_at_its_line(typed: str, line: int) -> None:
    parsed = parse(f"# T\n\n{typed}\n\nAfter.\n")
    assert findings(parsed) == [("source/unsupported-markdown", line)]
    assert parsed.diagnostics[0].hint


def test_a_link_defined_apart_from_the_text_is_answered_with_where_to_write_it() -> None:
    parsed = parse("# T\n\ntext\n\n[a]: b\n[a]: c\n")
    assert findings(parsed) == [("source/unsupported-markdown", 14), ("source/unsupported-markdown", 15)]
    assert "into the text" in str(parsed.diagnostics[0].hint)


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("1. a\n3. b", 13),
        ("1. a\n2. b\n2. c", 14),
        ("2. a\n3. b", 12),
        ("0. a\n1. b", 12),
        ("1. a\n1. b\n3. c", 13),
        ("1. a\n\nBetween.\n\n2. b", 16),
    ],
)
def test_items_must_count_from_1_or_all_be_1(typed: str, line: int) -> None:
    assert findings(parse(f"# T\n\n{typed}\n")) == [("source/list-number", line)]


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("a) one\nb) two", 12),
        ("Both must:\n(a) one\n(b) two", 13),
        ("a. one\n\nb. two", 12),
        ("(A) one\nmore of one\n\n(B) two", 12),
        ("ក. មួយ\nខ. ពីរ", 12),  # "a. one", "b. two"
        ("ก) หนึ่ง\n\nข) สอง", 12),  # "a) one", "b) two"
        ("១. មួយ\n២. ពីរ", 12),  # "1. one", "2. two"
        ("(1) one\n(2) two", 12),
        ("Both must:\n• stop", 13),
        ("Both must:\n• stop\n• talk\n• go home", 13),
        ("Both must:\n→ stop\n→ talk", 13),
        ("✓ stop\n✓ talk", 12),
        ("– stop\n– talk\n– go home", 12),
        ("Both must:\n\n— stop\n\n— talk", 14),
    ],
)
def test_a_list_typed_by_hand_is_refused_where_it_begins(typed: str, line: int) -> None:
    parsed = parse(f"# T\n\n{typed}\n\n## 1. D\n\nx\n")
    assert findings(parsed) == [("source/list-by-hand", line)]
    assert "“1.”" in str(parsed.diagnostics[0].hint) or "“-”" in str(parsed.diagnostics[0].hint)


@pytest.mark.parametrize(
    "typed",
    [
        "a) one\nc) three",
        "a.m. or p.m.\nboth",
        "A) one",
        "\\(a) one\n(b) two",
        "one (a)\ntwo (b)",
        "- (a) one\n- (b) two",
        "A. Sok spoke.\n\n## 1. D\n\nB. Chan answered.",
        "A. Sok spoke.\n\n- x\n\nB. Chan answered.",
        "A. Sok spoke.\n\nOthers wept.\n\nB. Chan answered.",
        "a\\) one\nb\\) two",
        "ក\\. មួយ\nខ\\. ពីរ",  # "a. one", "b. two"
    ],
)
def test_letters_in_brackets_that_begin_no_list_are_words(typed: str) -> None:
    assert parse(f"# T\n\n{typed}\n").diagnostics == []


@pytest.mark.parametrize(
    "typed",
    [
        "— Peace, he said.",
        "Peace\n– he said –\nis near.",
        "– one\n— two",
        "–1 °C\n–2 °C",
        "— Peace, he said.\n\n- x\n\n— Peace, she said.",
        "— Peace, he said.\n\n## 1. D\n\n— Peace, she said.",
    ],
)
def test_a_dash_that_begins_no_two_lines_running_is_no_bullet(typed: str) -> None:
    assert parse(f"# T\n\n{typed}\n\nx\n").diagnostics == []


@pytest.mark.parametrize(
    ("typed", "line"),
    [
        ("##1. Peace\n\nNow.", 12),
        ("Now.\n##2. Peace", 13),
        ("#StopTheWar", 12),
        ("- one\n##1. Peace", 13),
        ("> one\n> #two", 13),
        ("one\n####### two", 13),
        ("##1. Peace\n---\n\nNow.", 12),
    ],
)
def test_a_line_with_a_hash_that_makes_no_heading_is_refused_where_it_stands(typed: str, line: int) -> None:
    parsed = parse(f"# T\n\n{typed}\n")
    assert findings(parsed) == [("source/no-heading", line)]
    assert "space behind the #" in str(parsed.diagnostics[0].hint)


@pytest.mark.parametrize("typed", ["\\#StopTheWar", "Demand #1", "## #StopTheWar\n\nNow."])
def test_a_hash_that_belongs_to_the_words_is_read(typed: str) -> None:
    assert parse(f"# T\n\nx\n\n{typed}\n").diagnostics == []
