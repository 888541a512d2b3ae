"""The lines of a paragraph made one, and nothing of its Markdown changed."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.markup import parse_inline
from statement_kit.source.markdown import ParsedText, parse_text
from statement_kit.source.typed_lines import forced_breaks, joined

FIRST_LINE = 10


def parse(body: str) -> ParsedText:
    return parse_text(body, "s.md", FIRST_LINE)


@pytest.mark.parametrize(
    ("typed", "clause"),
    [
        (r"a \* b \_c\_ \[d\] \# e \\ f", r"a \* b \_c\_ \[d\] \# e \\ f"),
        ("a &amp; b", "a &amp; b"),
        ("one\ntwo\nthree", "one two three"),
        ("one\n   two", "one two"),
        ("one \ntwo", "one two"),
        ("one  two", "one  two"),
        ("one  \ntwo", "one\\\ntwo"),
        ("one     \n  two", "one\\\ntwo"),
        ("one\\\n  two", "one\\\ntwo"),
        ("one\\  \ntwo", "one\\\\\\\ntwo"),
        ("one\\\\  \ntwo", "one\\\\\\\ntwo"),
        ("one *two\nthree*", "one *two three*"),
        ("[one](\nhttps://x.org)\ntwo", "[one]( https://x.org) two"),
        ("<https://x.org>\n**two**[^1]\n\n[^1]: three", "<https://x.org> **two**[^1]"),
        ("[not a link] (at all)", "[not a link] (at all)"),
        ("1\\. not a list", "1\\. not a list"),
        ("ស្រុក\u200bខ្មែរ", "ស្រុក\u200bខ្មែរ"),
        ('"voice for peace" -- ...', '"voice for peace" -- ...'),
    ],
)
def test_a_clause_is_its_markdown_as_typed_on_one_line_but_for_forced_breaks(typed: str, clause: str) -> None:
    parsed = parse(f"# T\n\n{typed}\n")
    assert (parsed.preamble, parsed.diagnostics) == ((clause,), [])


@pytest.mark.parametrize(
    ("typed", "read"),
    [
        ("យើងចង់បាន\nសន្តិភាព", "យើងចង់បានសន្តិភាព"),  # "we want" / "peace"
        ("ប្រទេស\u200b\nកម្ពុជា", "ប្រទេស\u200bកម្ពុជា"),  # "country" / "Cambodia", parted by the author
        ("เราต้องการที่\nสันติภาพ", "เราต้องการที่สันติภาพ"),  # "we want what" / "peace"
        ("ສັນຕິ\nພາບ", "ສັນຕິພາບ"),  # "peace" in Lao
        ("ငြိမ်း\nချမ်းရေး", "ငြိမ်းချမ်းရေး"),  # "peace" in Burmese
        ("សន្តិភាព។\nយើង", "សន្តិភាព។ យើង"),  # "peace." / "We"
        ("ខ្លាំងៗ\nណាស់", "ខ្លាំងៗ ណាស់"),  # "strongly" / "very"
        ("របស់\nASEAN\nនិង", "របស់ ASEAN និង"),  # "of" / / "and"
        ("peace\nសន្តិភាព", "peace សន្តិភាព"),  # "peace"
        ("one\\*\ntwo", "one\\* two"),
        ("យើង*ចង់*\nបាន", "យើង*ចង់*បាន"),  # "we *want*" / "to have"
        ("**ចង់**\n*បាន*", "**ចង់**\u200b*បាន*"),  # "**want**" / "*to have*"
        ("[យើង](https://x.org)\nចង់", "[យើង](https://x.org)ចង់"),  # "we" / "want"
        ("<https://x.org>\nចង់", "<https://x.org> ចង់"),  # / "want"
    ],
)
def test_a_line_break_is_a_space_only_where_words_are_parted_by_spaces(typed: str, read: str) -> None:
    parsed = parse(f"# T\n\n{typed}\n")
    assert (parsed.preamble, parsed.diagnostics) == ((read,), [])


@given(
    st.lists(
        st.sampled_from(["*ក*", "**ខ**", "_គ_", "[ឃ](https://x.org)", "ង\\*", "a *b*", "ច។", "\u200bឆ", "ៗ"]),
        min_size=2,
    )
)
def test_joining_lines_changes_no_mark(lines: list[str]) -> None:
    typed, clause = "\n".join(lines), joined("\n".join(lines))
    before, after = parse_inline(typed), parse_inline(clause)
    assert [mark[2:] for mark in after.marks] == [mark[2:] for mark in before.marks]
    assert [c for c in after.text if c not in " \u200b"] == [c for c in before.text if c not in "\n \u200b"]
    assert "\n" not in clause


@pytest.mark.parametrize("run", ["\\", " ", "\\ "])
def test_a_long_run_of_backslashes_or_spaces_is_left_as_it_is(run: str) -> None:
    """Looked at from each of its places anew, a run so long would take minutes."""
    typed = f"a{run * 200_000}b"
    assert joined(forced_breaks(typed)) == typed
