"""Texts with their marks, put together."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statement_kit.document.spoken import Spoken, clause_text, filled_pattern, joined, name_text
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import Mark, MarkKind

EN = LANGUAGES["en"]
_SPOKEN = st.text("ab ", min_size=1, max_size=6).map(lambda text: Spoken(text).marked(MarkKind.STRONG))


def test_a_pattern_is_filled_and_its_marks_move_along() -> None:
    filled = filled_pattern('"{name}", {role}', EN, name="Dara", role=clause_text("a *b*", EN))
    assert filled == Spoken("“Dara”, a b", (Mark(10, 11, MarkKind.EMPHASIS),))


def test_a_name_is_read_as_it_is_but_for_its_quotation_marks() -> None:
    assert name_text("*Sok* 'Dara'", EN) == Spoken("*Sok* ‘Dara’")


@given(st.lists(_SPOKEN, min_size=1, max_size=5))
def test_what_stood_out_stands_out_wherever_it_is_put(parts: list[Spoken]) -> None:
    whole = joined(parts, " · ")
    assert [whole.text[mark.start : mark.end] for mark in whole.marks] == [part.text for part in parts]
    assert whole.text == " · ".join(part.text for part in parts)
    assert list(whole.marks) == sorted(whole.marks)
