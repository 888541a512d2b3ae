"""Who is named: the most careful answer counts."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import Location
from statement_kit.sign_ons.standing import standing_notes, standing_of


@pytest.mark.parametrize(
    ("answers", "standing"),
    [
        ({"consent": "yes"}, "named"),
        ({"consent": "no"}, "withheld"),
        ({"anonymous": "yes"}, "withheld"),
        ({"anonymous": "no"}, "named"),
        ({"consent": "yes", "anonymous": "yes"}, "withheld"),
        ({"consent": "yes", "status": "withdrawn"}, "withdrawn"),
        ({"consent": "no", "status": "named"}, "withheld"),
        ({"consent": "no", "standing": "withdrawn"}, "withdrawn"),
        ({"standing": "withheld", "consent": "yes"}, "withheld"),
    ],
)
def test_the_most_careful_answer_counts(answers: dict[str, str], standing: str) -> None:
    assert standing_of(answers, set(answers)) == (standing, False)


def test_whoever_was_asked_and_did_not_answer_is_withheld() -> None:
    assert standing_of({}, {"consent"}) == ("withheld", True)
    assert standing_of({}, {"anonymous"}) == ("withheld", True)
    assert standing_of({"standing": "named"}, {"consent", "standing"}) == ("withheld", True)
    assert standing_of({"consent": "yes"}, {"consent", "anonymous"}) == ("named", False)


def test_whoever_has_withdrawn_is_not_counted_as_silent() -> None:
    assert standing_of({"status": "withdrawn"}, {"consent", "status"}) == ("withdrawn", False)


def test_whoever_was_not_asked_is_named() -> None:
    assert standing_of({}, {"name"}) == ("named", False)
    assert standing_of({}, {"standing", "status"}) == ("named", False)


def test_it_is_told_that_nobody_was_asked_and_how_many_did_not_answer() -> None:
    where = Location("form.csv", 2)
    assert [note.rule for note in standing_notes({"name"}, 0, where)] == ["import/no-consent"]
    assert standing_notes({"consent"}, 0, where) == []
    assert [note.message[:6] for note in standing_notes({"consent"}, 3, where)] == ["3 rows"]
