"""`glossary.csv`: terms and their renderings, or each line that is wrong with what to do about it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import CatalogError, Diagnostic
from statement_kit.translation.glossary import Term, parse_glossary

GOOD = """\
term,km,th,note
ceasefire,បទឈប់បាញ់,การหยุดยิง; หยุดยิง,"as in the agreement, art. 1"
"rights, human",សិទ្ធិមនុស្ស,,
"""


def problems(text: str) -> tuple[Diagnostic, ...]:
    with pytest.raises(CatalogError) as caught:
        parse_glossary(text, "glossary.csv")
    assert all(found.hint and found.where for found in caught.value.diagnostics)
    return caught.value.diagnostics


def test_a_glossary_gives_its_terms_in_order() -> None:
    first, second = parse_glossary(GOOD, "glossary.csv")
    renderings = {"km": ("បទឈប់បាញ់",), "th": ("การหยุดยิง", "หยุดยิง")}
    assert first == Term("ceasefire", renderings, "as in the agreement, art. 1")
    assert second == Term("rights, human", {"km": ("សិទ្ធិមនុស្ស",)}, "")


def test_a_note_is_not_needed_and_a_tag_may_have_a_region() -> None:
    assert parse_glossary("term,km_KH\npeace,សន្តិភាព\n", "g.csv") == (Term("peace", {"km-KH": ("សន្តិភាព",)}),)


def test_blank_lines_spaces_and_a_byte_order_mark_are_nothing() -> None:
    assert parse_glossary("\ufeffTerm , km\n\n peace , ; សន្តិភាព ;; \n,\n", "g.csv") == (
        Term("peace", {"km": ("សន្តិភាព",)}),
    )


def test_a_header_alone_is_an_empty_glossary() -> None:
    assert parse_glossary("term,km\n", "g.csv") == ()


@pytest.mark.parametrize(
    ("text", "rule", "line", "words"),
    [
        ("", "columns", 1, "missing: term"),
        ("km,th\na,b\n", "columns", 1, "missing: term"),
        ("km,term\na,b\n", "columns", 1, "the first is not"),
        ("term,note\na,b\n", "columns", 1, "no language"),
        ("term\na\n", "columns", 1, "no language"),
        ("term,km,Khmer words\na,b,c\n", "columns", 1, "unknown: Khmer words"),
        ("term,km,\na,b,c\n", "columns", 1, "a column without a name"),
        ("term,km,KM\na,b,c\n", "columns", 1, "more than once: km"),
        ("term,km,note,note\na,b,c,d\n", "columns", 1, "more than once: note"),
        ("term;km\na;b\n", "columns", 1, "missing: term"),
        ("term,km\na\n", "cells", 2, "1 cell where 2"),
        ("term,km\na,b\nc,d,e\n", "cells", 3, "3 cells where 2"),
        ("term,km\n,b\n", "no-term", 2, "no term"),
        ("term,km\n\u200b,b\n", "no-term", 2, "no term"),
        ("term,km\nPeace,b\nWar,c\npeace,d\n", "repeated-term", 4, "stands on line 2"),
        ("term,km\npeace, \n", "no-rendering", 2, "no rendering"),
        ("term,km\npeace,a;\u200b\n", "no-rendering", 2, "invisible"),
        ('term,km\npeace,"a\n', "csv-syntax", 2, "never closed"),
        ('term,km\npeace,"a"b\n', "csv-syntax", 2, "cannot be read"),
    ],
)
def test_what_is_wrong_is_named_with_its_line(text: str, rule: str, line: int, words: str) -> None:
    (found,) = problems(text)
    assert (found.rule, str(found.where)) == (f"glossary/{rule}", f"glossary.csv:{line}")
    assert words in found.message


def test_a_file_with_semicolons_between_its_cells_is_told_so() -> None:
    (found,) = problems("term;km;th\na;b;c\n")
    assert "separated by semicolons" in (found.hint or "")


@pytest.mark.parametrize("char", ["\t\x07", "\x1b", "\ue000", "\ufffc"])
def test_characters_that_cannot_be_set_are_refused(char: str) -> None:
    found = problems(f"term,km\npeace,សន្តិ{char[-1]}ភាព\n")
    assert [(problem.clause, str(problem.where)) for problem in found] == [("peace", "glossary.csv:2")]
    assert found[0].rule.startswith("statement/")


def test_every_wrong_line_is_told_at_once() -> None:
    found = problems("term,km\na\n,b\nc,d\nc,e\nf,\n")
    assert [str(problem.where) for problem in found] == [f"glossary.csv:{line}" for line in (2, 3, 5, 6)]


@given(st.lists(st.lists(st.text('ab,;"\n \u200bក', max_size=6), max_size=4), max_size=5))
def test_no_text_makes_it_fail_in_another_way(rows: list[list[str]]) -> None:
    text = "term,km\n" + "\n".join(",".join(row) for row in rows)
    try:
        terms = parse_glossary(text, "glossary.csv")
    except CatalogError:
        return
    assert all(term.term and term.renderings for term in terms)
