"""The body of a statement: what is read, and what is refused at which line."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.markup import parse_inline
from statement_kit.model import Demand, Section
from statement_kit.source.markdown import ParsedText, parse_text

FIRST_LINE = 10


def parse(body: str) -> ParsedText:
    return parse_text(body, "s.md", FIRST_LINE)


def findings(parsed: ParsedText) -> list[tuple[str, int | None]]:
    return [(found.rule, found.where.line if found.where else None) for found in parsed.diagnostics]


BODY = """# The title

Before.

More before.

## 1. First demand

Now.

## About us

We are.

## 2) Second demand

Here.

There.
"""


def test_headings_make_the_title_the_demands_and_the_sections() -> None:
    parsed = parse(BODY)
    assert parsed.diagnostics == []
    assert (parsed.title, parsed.preamble) == ("The title", ("Before.", "More before."))
    assert parsed.parts == (
        Demand("First demand", ("Now.",)),
        Section("About us", ("We are.",)),
        Demand("Second demand", ("Here.", "There.")),
    )


def test_every_clause_has_its_line() -> None:
    assert {clause: where.line for clause, where in parse(BODY).places.items()} == {
        "title": 10,
        "preamble.1": 12,
        "preamble.2": 14,
        "demand.1": 16,
        "demand.1.1": 18,
        "section.1": 20,
        "section.1.1": 22,
        "demand.2": 24,
        "demand.2.1": 26,
        "demand.2.2": 28,
    }


def test_each_item_quoted_paragraph_and_note_has_its_line() -> None:
    parsed = parse("# T\n\na[^n]\n\n- b\n\n- c\n  d\n\n[^n]: e\n\n## 1. D\n\n> f\n>\n> g\n")
    assert parsed.diagnostics == []
    assert {clause: where.line for clause, where in parsed.places.items()} == {
        "title": 10,
        "preamble.1": 12,
        "preamble.2": 14,
        "preamble.2.1": 14,
        "preamble.2.2": 16,
        "note.n": 19,
        "demand.1": 21,
        "demand.1.1": 23,
        "demand.1.1.1": 23,
        "demand.1.1.2": 25,
    }


def test_of_two_notes_with_one_name_the_second_is_refused_at_its_line() -> None:
    parsed = parse("# T\n\nx[^n]\n\n[^n]: a\n\n[^n]: b\n")
    assert findings(parsed) == [("source/repeated-note", 16)]
    assert "line 14" in parsed.diagnostics[0].message


def test_a_title_and_headings_may_hold_emphasis_links_and_forced_breaks() -> None:
    parsed = parse("A *bold*\\\ntitle\n===\n\ntext\n\n## 1. [Now](https://x.org)\n\ntext\n\n## **Us**\n\ntext\n")
    assert (parsed.title, parsed.diagnostics) == ("A *bold*\\\ntitle", [])
    assert [part.heading for part in parsed.parts] == ["[Now](https://x.org)", "**Us**"]


@pytest.mark.parametrize("before", ["![logo](logo.png)\n\n# T", "***\n\n# T"])
def test_the_reading_goes_on_behind_what_is_refused(before: str) -> None:
    parsed = parse(f"{before}\n\n## 2. Wrong\n\n`now`\n")
    rules = [rule for rule, _ in findings(parsed)]
    assert rules.count("source/unsupported-markdown") == 2
    assert "source/demand-number" in rules


@pytest.mark.parametrize("numbers", [("1.", "2.", "3."), ("1)", "2)", "3)"), ("១.", "២.", "៣."), ("๑.", "๒.", "๓.")])
def test_demands_may_be_numbered_in_any_digits(numbers: tuple[str, ...]) -> None:
    parsed = parse("# T\n" + "".join(f"\n## {number} Demand\n\ntext\n" for number in numbers))
    assert (parsed.parts, parsed.diagnostics) == ((Demand("Demand", ("text",)),) * 3, [])


@pytest.mark.parametrize(
    ("heading", "part"),
    [
        ("1.Without a space", Demand("Without a space", ("x",))),
        ("1\\. Out of a word processor", Demand("Out of a word processor", ("x",))),
        ("The 1. of May", Section("The 1. of May", ("x",))),
        ("2nd round", Section("2nd round", ("x",))),
        ("3D maps", Section("3D maps", ("x",))),
        ("(Aside) 1", Section("(Aside) 1", ("x",))),
    ],
)
def test_a_number_with_a_stop_behind_it_makes_a_demand(heading: str, part: Demand | Section) -> None:
    parsed = parse(f"# T\n\n## {heading}\n\nx\n")
    assert (parsed.parts, parsed.diagnostics) == ((part,), [])


LIKE_NUMBERS = [
    "1 First",
    "1: First",
    "1 - First",
    "1– First",
    "(1) First",
    "[1] First",
    "1.5 degrees",
    "1a. First",
    "100 days",
    "1991 Paris Peace Agreements",
    "១៖ សន្តិភាព",  # "1: peace"
    "១- សន្តិភាព",  # "1- peace"
    "១សន្តិភាព",  # "1peace"
    "๑ สันติภาพ",  # "1 peace"
    "\u200b1. First",
    "9" * 5000 + ". far",
]


@pytest.mark.parametrize("heading", LIKE_NUMBERS)
def test_what_only_looks_like_a_demands_number_is_refused_at_its_line(heading: str) -> None:
    parsed = parse(f"# T\n\n## {heading}\n\nx\n")
    assert findings(parsed) == [("source/demand-number-form", 12)]
    assert "Write ## 2. Heading" in str(parsed.diagnostics[0].hint)


def test_the_demands_behind_a_number_of_another_form_are_not_called_wrong_as_well() -> None:
    parsed = parse("# T\n\n## 1 a\n\nx\n\n## 1991 b\n\nx\n\n## 2. c\n\nx\n")
    assert findings(parsed) == [("source/demand-number-form", 12), ("source/demand-number-form", 16)]


@pytest.mark.parametrize(
    ("heading", "read"),
    [
        (r"\1991 Paris Peace Agreements", "1991 Paris Peace Agreements"),
        (r"\100 days", "100 days"),
        (r"\1. of May", "1. of May"),
        (r"\១ ថ្ងៃ", "១ ថ្ងៃ"),  # "1 day"
        (r"\(1991) Paris", r"\(1991) Paris"),
        (r"(\1991) Paris \5", r"(1991) Paris \5"),
        (r"\\1 backslash", r"\\1 backslash"),
        (r"\1991 *Paris*", "1991 *Paris*"),
    ],
)
def test_a_backslash_before_the_number_leaves_it_to_the_words(heading: str, read: str) -> None:
    parsed = parse(f"# T\n\n## {heading}\n\nx\n")
    assert (parsed.parts, parsed.diagnostics) == ((Section(read, ("x",)),), [])


@pytest.mark.parametrize(
    ("numbers", "wrong"),
    [((1, 3), [14 + 2]), ((2,), [12]), ((1, 1), [16]), ((0, 1), [12, 16]), ((1, 2, 4, 4), [20])],
)
def test_demand_numbers_that_jump_or_repeat_are_reported_at_their_lines(
    numbers: tuple[int, ...], wrong: list[int]
) -> None:
    parsed = parse("# T\n" + "".join(f"\n## {number}. D\n\nx\n" for number in numbers))
    assert findings(parsed) == [("source/demand-number", line) for line in wrong]


def test_sections_do_not_count_among_the_demands() -> None:
    assert parse("# T\n\n## 1. a\n\nx\n\n## b\n\nx\n\n## 2. c\n\nx\n").diagnostics == []


@pytest.mark.parametrize(
    ("body", "rule", "line"),
    [
        ("", "source/no-title", 10),
        ("\n\n", "source/no-title", 10),
        ("Text\n\nMore\n", "source/no-title", 10),
        ("\n## 1. Demand\n\nx\n", "source/no-title", 11),
        ("Text\n\n# Late title\n\nx\n", "source/no-title", 10),
        ("# T\n\nx\n\n# Again\n\ny\n", "source/heading-level", 14),
        ("# T\n\nx\n\n### Deep\n\ny\n", "source/heading-level", 14),
        ("# T\n\nx\n\n###### Deepest\n\ny\n", "source/heading-level", 14),
    ],
)
def test_a_wrong_skeleton_is_reported_at_its_line(body: str, rule: str, line: int) -> None:
    assert findings(parse(body)) == [(rule, line)]


def test_a_missing_title_does_not_hide_what_else_is_wrong() -> None:
    assert findings(parse("Text\n\n## 2. x\n\ny `z`\n")) == [
        ("source/unsupported-markdown", 14),
        ("source/no-title", 10),
        ("source/demand-number", 12),
    ]


SPECIAL = "\\`*_{}[]()#+-.!<>&|~\"'=:^$/@"
letters = st.sampled_from(f"abcxyz019 {SPECIAL}កខ្ញុំ ទីปี่น้ำ")
plain = (
    st.text(letters, min_size=1, max_size=40).map(lambda text: " ".join(text.split(" "))).map(str.strip).filter(bool)
)


def escaped(text: str) -> str:
    return "".join(f"\\{char}" if char in SPECIAL else char for char in text)


@given(plain, st.lists(plain, min_size=1, max_size=4))
def test_any_plain_text_written_with_backslashes_is_read_back(title: str, paragraphs: list[str]) -> None:
    body = "\n\n".join([f"# {escaped(title)}", *map(escaped, paragraphs)])
    parsed = parse(body)
    assert parsed.diagnostics == []
    read = [parse_inline(str(typed)) for typed in (parsed.title, *parsed.preamble)]
    assert [inline.text for inline in read] == [title, *paragraphs]
    assert not any(inline.marks for inline in read)


@given(st.text(st.sampled_from("#*_`[]()<>!-+1. \n\\ab|&;=~\tក:"), max_size=60))
def test_any_typing_is_read_or_refused_with_a_line_inside_the_file(body: str) -> None:
    last = FIRST_LINE + body.count("\n")
    for found in parse(body).diagnostics:
        assert found.where is not None
        assert found.where.line is not None
        assert FIRST_LINE <= found.where.line <= last


def test_spaces_are_kept_as_typed() -> None:
    """P08, P09: the double space behind a Thai sentence stays double, an em space an em space."""
    body = "# T\n\nไปแล้ว  มาแล้ว\u2003จบ [a]  b"  # "has gone, has come, end"
    assert parse(body).preamble == ("ไปแล้ว  มาแล้ว\u2003จบ [a]  b",)
