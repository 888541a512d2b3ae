"""Which clause a row belongs to when the statement was edited meanwhile."""

from __future__ import annotations

from statement_kit.diagnostics import Location
from statement_kit.model import Clause
from statement_kit.packs.matching import match_rows
from statement_kit.packs.returned import ReturnedRow, Verdict


def matched(rows: dict[str, str], *now: str) -> dict[str, str]:
    """By the id a row left with, the id it belongs to now; ids are the places of the texts."""
    made = [ReturnedRow(name, source, "", "", Verdict.NONE, "", Location("back")) for name, source in rows.items()]
    clauses = [Clause(str(n), text) for n, text in enumerate(now, 1)]
    return {name: clause.id for name, clause in match_rows(made, clauses).items()}


def test_a_clause_that_stayed_is_its_own() -> None:
    assert matched({"1": "a", "2": "b"}, "a", "b") == {"1": "1", "2": "2"}


def test_a_clause_that_was_edited_keeps_its_id() -> None:
    assert matched({"1": "a", "2": "b"}, "a", "not b") == {"1": "1", "2": "2"}


def test_clauses_behind_one_that_was_inserted_are_followed() -> None:
    assert matched({"1": "a", "2": "b"}, "new", "a", "b") == {"1": "2", "2": "3"}


def test_equal_clauses_that_moved_get_a_row_each() -> None:
    assert matched({"1": "a", "2": "a", "3": "b"}, "b", "x", "y", "a", "a") == {"1": "4", "2": "5", "3": "1"}


def test_a_clause_that_has_its_own_row_is_no_others() -> None:
    assert matched({"1": "a", "2": "b"}, "b") == {"2": "1"}
    assert matched({"1": "a", "2": "a"}, "b", "a") == {"1": "1", "2": "2"}


def test_a_clause_that_is_gone_is_nobodys() -> None:
    assert matched({"1": "a", "7": "b"}, "a") == {"1": "1"}
