"""The records beside a catalog: reviews and waivers, which nothing is lost from and nobody reads past."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import CatalogError
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.reviews import (
    Review,
    parse_reviews,
    person_key,
    reviewers_of,
    with_review,
    write_reviews,
)
from statement_kit.translation.waivers import Waiver, is_waived, parse_waivers, with_waiver, write_waivers

DAY = date(2026, 3, 21)
TEXTS = pair_digest("Cease fire", "ឈប់បាញ់")  # "cease fire"
NAMES = st.text(st.characters(exclude_categories=["C", "Z"]), min_size=1, max_size=12)


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=5))
def test_reviews_come_back_as_they_were_recorded(rows: list[tuple[str, str, str]]) -> None:
    reviews = tuple(Review(clause, pair_digest(clause, text), person, DAY) for clause, text, person in rows)
    assert parse_reviews(write_reviews(reviews).decode(), "km.reviews.csv") == reviews


@given(st.lists(st.tuples(NAMES, NAMES, NAMES), max_size=5))
def test_waivers_come_back_as_they_were_recorded(rows: list[tuple[str, str, str]]) -> None:
    waivers = tuple(Waiver(clause, "alarm/number", pair_digest(clause, text), why, DAY) for clause, text, why in rows)
    assert parse_waivers(write_waivers(waivers).decode(), "km.waivers.csv") == waivers


def test_a_record_grows_at_its_end_line_by_line() -> None:
    first = with_review((), "demand.1", "Cease fire", "ឈប់បាញ់", " Sok\n Dara ", DAY)
    second = with_review(first, "demand.2", "Talk", "ចរចា", "Sok Dara", DAY)
    assert write_reviews(second).startswith(write_reviews(first))
    assert write_reviews(first).decode() == f"clause,texts,reviewer,date\ndemand.1,{TEXTS},Sok Dara,2026-03-21\n"


def test_nobody_reviews_the_same_words_twice() -> None:
    once = with_review((), "demand.1", "Cease fire", "ឈប់បាញ់", "Dara", DAY)
    assert with_review(once, "demand.1", "Cease fire", "ឈប់បាញ់", "DARA", date(2027, 1, 1)) == once
    twice = with_review(once, "demand.1", "Cease fire", "ឈប់បាញ់", "Somchai", DAY)
    assert reviewers_of(twice) == {TEXTS: ("Dara", "Somchai")}


def test_a_waiver_is_for_one_alarm_and_these_words_and_keeps_its_first_reason() -> None:
    once = with_waiver((), "demand.1", "alarm/number", "Cease fire", "ឈប់បាញ់", "a name", DAY)
    assert is_waived(once, "alarm/number", "Cease fire", "ឈប់បាញ់")
    assert not is_waived(once, "alarm/negation", "Cease fire", "ឈប់បាញ់")
    assert not is_waived(once, "alarm/number", "Cease fire.", "ឈប់បាញ់")
    assert not is_waived(once, "alarm/number", "Cease fire", "ឈប់បាញ់។")
    assert with_waiver(once, "demand.1", "alarm/number", "Cease fire", "ឈប់បាញ់", "another", DAY) == once


@pytest.mark.parametrize("reviewer", ["", "  ", "\u200b\u202e", "Dara\x00"])
def test_a_reviewer_has_a_name_that_can_be_read(reviewer: str) -> None:
    with pytest.raises(CatalogError):
        with_review((), "demand.1", "Cease fire", "ឈប់បាញ់", reviewer, DAY)


def test_a_waiver_has_a_reason() -> None:
    with pytest.raises(CatalogError) as caught:
        with_waiver((), "demand.1", "alarm/number", "Cease fire", "ឈប់បាញ់", " ", DAY)
    assert [(found.rule, bool(found.hint)) for found in caught.value.diagnostics] == [("record/no-reason", True)]


REVIEWS, WAIVERS = "clause,texts,reviewer,date\n", "clause,alarm,texts,reason,date\n"


@pytest.mark.parametrize(
    ("parse", "text", "lines"),
    [
        (parse_reviews, "", [1]),
        (parse_reviews, "clause,reviewer\n", [1]),
        (parse_reviews, f"{REVIEWS}demand.1,{TEXTS},Dara\n", [2]),
        (parse_reviews, f"{REVIEWS}demand.1,{TEXTS},Dara,2026-03-21,more\n", [2]),
        (parse_reviews, f"{REVIEWS}demand.1,{TEXTS[:-1]},Dara,2026-03-21\n", [2]),
        (parse_reviews, f"{REVIEWS}demand.1,{TEXTS.upper()},Dara,2026-03-21\n", [2]),
        (parse_reviews, f"{REVIEWS}demand.1,{TEXTS}, ,2026-03-21\n", [2]),
        (parse_reviews, f"{REVIEWS}\ndemand.1,{TEXTS},Dara,21.3.2026\n\nx,y,,z\n", [3, 5, 5, 5]),
        (parse_reviews, f'{REVIEWS}demand.1,{TEXTS},"Dara,2026-03-21\n', [2]),
        (parse_waivers, REVIEWS, [1]),
        (parse_waivers, f"{WAIVERS}demand.1,alarm/number,{TEXTS},,2026-03-21\n", [2]),
        (parse_waivers, f"{WAIVERS}demand.1,alarm/number,x,a name,2026-03-21\n", [2]),
        (parse_waivers, f"{WAIVERS}demand.1,alarm/number,{TEXTS},a name,soon\n", [2]),
    ],
)
def test_a_line_that_cannot_be_read_is_named_and_never_passed_over(
    parse: Callable[[str, str], object], text: str, lines: list[int]
) -> None:
    with pytest.raises(CatalogError) as caught:
        parse(text, "record.csv")
    assert [found.where.line for found in caught.value.diagnostics if found.where] == lines
    assert all(found.hint and found.where and found.where.path == "record.csv" for found in caught.value.diagnostics)


@pytest.mark.parametrize("other", ["DARA  SOK", "Dara\u200b Sok", " Dara Sok ", "Ｄａｒａ Sok", "Dara\u00a0Sok"])
def test_one_person_is_one_reviewer_however_the_name_is_spelt(other: str) -> None:
    once = with_review((), "demand.1", "Cease fire", "ឈប់បាញ់", "Dara Sok", DAY)
    assert with_review(once, "demand.1", "Cease fire", "ឈប់បាញ់", other, DAY) == once
    by_hand = (*once, Review("demand.1", TEXTS, other, DAY))
    assert len(reviewers_of(by_hand)[TEXTS]) == 1


def test_letters_put_together_otherwise_are_the_same_name() -> None:
    assert person_key("Jos\u00e9") == person_key("Jose\u0301") != person_key("Jose")
