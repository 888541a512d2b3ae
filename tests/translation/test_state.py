"""How far each clause has come: the whole order of states, and what undoes them."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import Location
from statement_kit.model import Clause
from statement_kit.readiness import Policy, State
from statement_kit.translation.catalog import Catalog, Entry, parse_catalog
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.reviews import Review
from statement_kit.translation.state import ClauseState, clause_states

CLAUSE = Clause("demand.1", "Cease fire")
TEXT = "ឈប់បាញ់"  # "cease fire"
DAY = date(2026, 3, 21)


def entry(source: str = CLAUSE.text, text: str = TEXT, *, fuzzy: bool = False, previous: str = "") -> Entry:
    return Entry(source, text, fuzzy, Location("km.po", 9), previous)


def reviewed(*people: str, source: str = CLAUSE.text, text: str = TEXT) -> list[Review]:
    return [Review(CLAUSE.id, pair_digest(source, text), person, DAY) for person in people]


def found(message: Entry | None, reviews: list[Review] | None = None, policy: Policy = Policy()) -> ClauseState:  # noqa: B008
    catalog = Catalog("km", "km.po", {CLAUSE.id: message} if message else {})
    (state,) = clause_states([CLAUSE], catalog, reviews or [], policy)
    return state


@pytest.mark.parametrize(
    ("message", "state", "made_from"),
    [
        (None, State.MISSING, ""),
        (entry(text=""), State.MISSING, ""),
        (entry(text=" \u200b"), State.MISSING, ""),
        (entry(text="", fuzzy=True), State.MISSING, ""),
        (entry(text="", source="Old"), State.MISSING, ""),
        (entry(source="Do not cease fire"), State.STALE, "Do not cease fire"),
        (entry(fuzzy=True, previous="Do not cease fire"), State.STALE, "Do not cease fire"),
        (entry(fuzzy=True, previous=CLAUSE.text), State.FUZZY, ""),
        (entry(fuzzy=True), State.FUZZY, ""),
        (entry(previous="What it was before"), State.TRANSLATED, ""),
        (entry(), State.TRANSLATED, ""),
    ],
)
def test_what_stands_in_the_catalog_says_how_far_a_clause_has_come(
    message: Entry | None, state: State, made_from: str
) -> None:
    assert (found(message).state, found(message).made_from) == (state, made_from)


def test_people_who_read_it_bring_it_further_and_the_same_one_counts_once() -> None:
    assert found(entry(), reviewed("Dara")).state is State.REVIEWED
    assert found(entry(), reviewed("Dara", "dara", "DARA")).state is State.REVIEWED
    both = found(entry(), reviewed("Dara", "Somchai"))
    assert (both.state, both.reviewers) == (State.APPROVED, ("Dara", "Somchai"))
    assert found(entry(), reviewed("Dara"), Policy(reviewers=1)).state is State.APPROVED


def test_a_review_is_of_these_words_and_no_others() -> None:
    other = entry(text=TEXT + "។")
    assert found(other, reviewed("Dara", "Somchai")).state is State.TRANSLATED
    assert found(entry(source="Cease fire now"), reviewed("Dara", "Somchai")).state is State.STALE


def test_a_review_does_not_stand_against_a_fuzzy_mark() -> None:
    assert found(entry(fuzzy=True), reviewed("Dara", "Somchai")).state is State.FUZZY


def test_what_a_machine_made_counts_for_nothing_until_somebody_has_read_it() -> None:
    po = (
        'msgid ""\nmsgstr "Language: km\\n"\n\n# Machine translation (some service).\n'
        f'msgctxt "demand.1"\nmsgid "Cease fire"\nmsgstr "{TEXT}"\n'
    )
    message = parse_catalog(po.encode(), "km.po").entries[CLAUSE.id]
    assert found(message).state is State.FUZZY
    assert found(message, reviewed("Dara")).state is State.REVIEWED


@given(st.text(max_size=9), st.text(max_size=9), st.text(max_size=9), st.text(max_size=9))
def test_no_two_pairs_of_texts_are_taken_for_each_other(source: str, text: str, other: str, its: str) -> None:
    if "\0" in source + text + other + its:  # which no clause can hold
        return
    assert (pair_digest(source, text) == pair_digest(other, its)) == ((source, text) == (other, its))


@pytest.mark.parametrize(
    ("comment", "is_machine_made"),
    [
        ("# machine translation (DeepL)", True),
        ("# Machine-made.", True),
        ("# machine translated by a service", True),
        ("# Machine: DeepL", True),
        ("# (machine)", True),
        ("#. machine translation", True),
        ("# machine gun = កាំភ្លើងយន្ត", False),
        ("# The machine guns of both sides are meant.", False),
    ],
)
def test_a_note_about_machines_is_not_one_of_a_machine(comment: str, is_machine_made: bool) -> None:
    po = f'msgid ""\nmsgstr "Language: km\\n"\n\n{comment}\nmsgctxt "demand.1"\nmsgid "Cease fire"\nmsgstr "{TEXT}"\n'
    assert parse_catalog(po.encode(), "km.po").entries[CLAUSE.id].is_machine_made is is_machine_made
