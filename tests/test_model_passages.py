"""Passages by themselves: their ids, their texts, and the same in other words."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.passages import (
    ItemList,
    Passage,
    Quotation,
    empty_passage_problems,
    passage_texts,
    passage_type_problems,
    quotations,
    reworded,
    speaker_id,
)

_TEXTS = st.lists(st.text("ab", min_size=1, max_size=3), max_size=3).map(tuple)
_PASSAGES = st.lists(
    st.text("ab", max_size=3)
    | st.builds(ItemList, _TEXTS, st.booleans())
    | st.builds(Quotation, _TEXTS, st.sampled_from(["", "dara"])),
    max_size=5,
).map(tuple)


@given(_PASSAGES)
def test_every_text_has_an_id_of_its_own_and_is_put_back_by_it(passages: tuple[Passage, ...]) -> None:
    found = list(passage_texts("demand.3", passages))
    assert len(dict(found)) == len(found)
    assert reworded("demand.3", passages, dict(found)) == passages


@given(_PASSAGES)
def test_other_words_change_nothing_but_words(passages: tuple[Passage, ...]) -> None:
    words = {name: f"x{text}" for name, text in passage_texts("p", passages)}
    other = reworded("p", passages, words)
    assert dict(passage_texts("p", other)) == words
    assert [one.speaker for _, one in quotations("p", other)] == [one.speaker for _, one in quotations("p", passages)]


def test_a_text_that_is_lost_is_an_error() -> None:
    with pytest.raises(KeyError, match=r"p\.1\.2"):
        reworded("p", (Quotation(("a", "b")),), {"p.1.1": "x"})


def test_who_speaks_is_called_by_the_quotation() -> None:
    assert [(name, speaker_id(name)) for name, _ in quotations("p", ("a", Quotation(("b",))))] == [
        ("p.2", "p.2.speaker")
    ]


@pytest.mark.parametrize(
    "passages",
    ["text", (1,), (ItemList("ab"),), (Quotation((1,)),), (Quotation(("a",), 1),)],  # type: ignore[arg-type]
)
def test_what_is_no_passage_is_found(passages: object) -> None:
    assert {found.rule for found in passage_type_problems("p", passages)} == {"statement/wrong-type"}


def test_an_empty_list_or_quotation_is_found() -> None:
    found = empty_passage_problems("p", ("a", ItemList(()), Quotation((), "dara")))
    assert [one.clause for one in found] == ["p.2", "p.3"]
