"""Findings, how they read, and how they are brought together."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import (
    CatalogError,
    Diagnostic,
    Location,
    Severity,
    SourceError,
    StatementKitError,
    gather,
    locate,
)

LOST = Diagnostic("source/lost", "It is lost.")


@pytest.mark.parametrize(
    ("finding", "text"),
    [
        (LOST, "error: It is lost. [source/lost]"),
        (Diagnostic("a/b", "No.", Location("s.md")), "s.md: error: No. [a/b]"),
        (Diagnostic("a/b", "No.", Location("s.md", 3)), "s.md:3: error: No. [a/b]"),
        (Diagnostic("a/b", "No.", Location("s.md", 3), "Do it."), "s.md:3: error: No. [a/b]\n    Do it."),
        (Diagnostic("a/b", "Hm.", severity=Severity.WARNING), "warning: Hm. [a/b]"),
    ],
)
def test_a_finding_reads_as_place_message_rule_and_hint(finding: Diagnostic, text: str) -> None:
    assert str(finding) == text


def test_an_error_says_all_its_findings() -> None:
    error = SourceError([LOST, Diagnostic("a/b", "No.")])
    assert str(error) == "error: It is lost. [source/lost]\nerror: No. [a/b]"


def test_a_finding_gets_the_place_of_its_clause() -> None:
    places = {"title": Location("s.md", 7)}
    named = Diagnostic("a/b", "No.", clause="title")
    placed = Diagnostic("a/b", "No.", Location("km.po", 2), clause="title")
    unknown = Diagnostic("a/b", "No.", clause="demand.9")
    assert [found.where for found in locate([named, placed, LOST, unknown], places)] == [
        Location("s.md", 7),
        Location("km.po", 2),
        None,
        None,
    ]


def test_gathering_gives_the_results_in_order() -> None:
    assert gather([lambda: 1, lambda: 2]) == [1, 2]


def test_gathering_runs_every_task_and_raises_all_findings_under_the_first_kind() -> None:
    def fails(error: StatementKitError) -> int:
        raise error

    other = Diagnostic("catalog/x", "Not translated.")
    with pytest.raises(CatalogError) as caught:
        gather([lambda: 1, lambda: fails(CatalogError([other])), lambda: fails(SourceError([LOST, LOST]))])
    assert caught.value.diagnostics == (other, LOST, LOST)


def test_gathering_lets_other_exceptions_through() -> None:
    with pytest.raises(ZeroDivisionError):
        gather([lambda: 1 // 0])
