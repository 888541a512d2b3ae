"""A draft: what is ready as it will be, and every other clause with what it lacks; nothing falls back in silence."""

from __future__ import annotations

from datetime import date

import pytest

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.markup import parse_inline
from statement_kit.model import Demand, Note, Statement
from statement_kit.readiness import STANDARD, Policy, State
from statement_kit.translation.catalog import Catalog, Entry
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.draft import draft
from statement_kit.translation.reviews import Review
from statement_kit.translation.translate import translate
from statement_kit.translation.words import WORDS

STATEMENT = Statement(
    "Title", ("We sign[^a].",), (Demand("Cease fire", ("Now.",)),), date(2025, 7, 28), notes=(Note("a", "Today."),)
)
KHMER = {"title": "ចំណងជើង", "preamble.1": "យើងចុះហត្ថលេខា[^a]។", "demand.1": "ឈប់បាញ់"}  # title; we sign; cease fire
KHMER |= {"demand.1.1": "ឥឡូវ។", "note.a": "ថ្ងៃនេះ។"}  # now; today
SOURCE = {clause.id: clause.text for clause in STATEMENT.clauses()}


def catalog(**changes: Entry | None) -> Catalog:
    """The whole catalog, with some entries changed or (None) left out; `demand_1` is `demand.1`."""
    entries = {
        name: Entry(SOURCE[name], text, False, Location("km.po", at))
        for at, (name, text) in enumerate(KHMER.items(), 3)
    }
    changed = {name.replace("_", "."): entry for name, entry in changes.items()}
    return Catalog("km", "km.po", {name: entry for name, entry in (entries | changed).items() if entry})


def entry(source: str, text: str, *, fuzzy: bool = False, previous: str = "") -> Entry:
    return Entry(source, text, fuzzy, Location("km.po", 99), previous)


def shown(wanted: Catalog, policy: Policy = STANDARD, reviews: tuple[Review, ...] = ()) -> dict[str, str]:
    made = draft(STATEMENT, wanted, reviews, policy, WORDS)
    return {clause.id: parse_inline(clause.text).text for clause in made.statement.clauses()}


def test_a_draft_of_what_is_ready_is_what_it_will_be() -> None:
    assert draft(STATEMENT, catalog(), (), STANDARD, WORDS) == translate(STATEMENT, catalog())


@pytest.mark.parametrize(
    ("changed", "text", "rule"),
    [
        (None, "[Not translated] Cease fire", "catalog/missing"),
        (entry("Cease fire", ""), "[Not translated] Cease fire", "catalog/missing"),
        (entry("Do not cease fire", "កុំ"), "[Translated from an older text] កុំ", "catalog/stale"),  # "do not"
        (entry("Cease fire", "កុំ", fuzzy=True, previous="No"), "[Translated from an older text] កុំ", "catalog/stale"),
        (entry("Cease fire", "ឈប់បាញ់", fuzzy=True), "[Not checked] ឈប់បាញ់", "catalog/fuzzy"),
        (entry("Cease fire", "ឈប់ {x}"), "[The translation has a mistake] Cease fire", "catalog/placeholder"),
        (entry("Cease fire", "ឈប់[^a]"), "[The translation has a mistake] Cease fire", "catalog/markup"),
        (entry("Cease fire", "ឈប់ *បាញ់"), "[The translation has a mistake] Cease fire", "catalog/markup"),
        (entry("Cease", "ឈប់ *បាញ់"), "[Not translated] Cease fire", "catalog/stale"),
    ],
)
def test_a_clause_that_is_not_ready_says_so_where_it_stands(changed: Entry | None, text: str, rule: str) -> None:
    wanted = catalog(demand_1=changed)
    assert shown(wanted)["demand.1"] == text
    made = draft(STATEMENT, wanted, (), STANDARD, WORDS)
    assert [(found.rule, found.clause, found.severity) for found in made.warnings] == [
        (rule, "demand.1", Severity.WARNING)
    ]


def test_without_any_catalog_the_whole_source_stands_marked() -> None:
    assert shown(Catalog("km", "km.po", {})) == {
        name: f"[Not translated] {parse_inline(text).text}" for name, text in SOURCE.items()
    }


def test_what_lacks_the_reviews_that_are_asked_for_is_marked() -> None:
    policy = Policy(State.REVIEWED)
    assert shown(catalog(), policy)["demand.1"] == "[Not reviewed] ឈប់បាញ់"
    review = Review("demand.1", pair_digest("Cease fire", "ឈប់បាញ់"), "Dara", date(2026, 3, 21))
    assert shown(catalog(), policy, (review,))["demand.1"] == "ឈប់បាញ់"
    assert shown(catalog(), Policy(State.APPROVED), (review,))["demand.1"] == "[Reviewed by one person only] ឈប់បាញ់"


def test_a_clause_that_raises_an_alarm_is_marked_too() -> None:
    alarm = Diagnostic("alarm/number", "Two numbers differ.", clause="title")
    made = draft(STATEMENT, catalog(), (), STANDARD, WORDS, [alarm])
    assert parse_inline(made.statement.title).text == "[Not checked] ចំណងជើង"
    assert [(found.rule, found.severity) for found in made.warnings] == [("alarm/number", Severity.WARNING)]


def test_the_source_that_stands_for_a_stale_translation_with_other_links_says_so() -> None:
    """Its words are new: “translated from an older text” would be false."""
    changed = entry("Cease *fire*[^b]", "ឈប់បាញ់[^b]")  # "cease fire"
    assert shown(catalog(demand_1=changed))["demand.1"] == "[Not translated] Cease fire"
