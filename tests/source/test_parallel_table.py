"""`[[parallel]]` in the front matter: editions in several languages, and every problem at its line."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.editions import Arrangement, ParallelEdition
from statement_kit.source.statement_file import parse_statement

HEAD = """+++
kind = "joint-statement"
language = "en"
translations = ["km", "th"]
issued = 2025-07-28
"""
FIRST_LINE = 6


def parse(tables: str) -> tuple[ParallelEdition, ...]:
    return parse_statement(f"{HEAD}{tables}+++\n\n# Title\n\nText.\n", "s.md").parallel


def refused(tables: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        parse(tables)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


def test_no_table_is_no_parallel_edition() -> None:
    assert parse("") == ()


def test_editions_are_read_in_their_order_and_in_turn_where_nothing_is_said() -> None:
    tables = '[[parallel]]\nlanguages = ["km", "en"]\n[[parallel]]\nlanguages = ["th", "km", "en"]\n'
    assert parse(f'{tables}arrangement = "side-by-side"\n') == (
        ParallelEdition(("km", "en"), Arrangement.IN_TURN),
        ParallelEdition(("th", "km", "en"), Arrangement.SIDE_BY_SIDE),
    )


def test_they_may_stand_in_one_line() -> None:
    assert parse('parallel = [{ languages = ["en", "km"], arrangement = "in-turn" }]\n') == (
        ParallelEdition(("en", "km")),
    )


@pytest.mark.parametrize(
    ("entry", "rule"),
    [
        ("", "source/missing-key"),
        ('arrangement = "in-turn"', "source/missing-key"),
        ('languages = "km, en"', "source/wrong-value"),
        ('languages = ["km", 3]', "source/wrong-value"),
        ("languages = []", "parallel/languages"),
        ('languages = ["km"]', "parallel/languages"),
        ('languages = ["km", "km"]', "parallel/languages"),
        ('languages = ["km", "lo"]', "source/unknown-language"),
        ('languages = ["km", "../en"]', "source/unknown-language"),
        ('languages = ["km", "en"]\narrangement = "columns"', "source/wrong-value"),
        ('languages = ["km", "en"]\narrangement = ["in-turn"]', "source/wrong-value"),
        ('languages = ["km", "en"]\ncolour = "red"', "source/unknown-key"),
    ],
)
def test_a_wrong_edition_is_refused_at_the_line_of_its_key_or_its_table(entry: str, rule: str) -> None:
    good = '[[parallel]]\nlanguages = ["en", "km"]\n\n'
    line = 3 if rule == "source/missing-key" else 3 + len(entry.splitlines())
    assert refused(f"{good}[[parallel]]\n{entry}\n") == [(rule, FIRST_LINE + line)]


@pytest.mark.parametrize("value", ['"km, en"', "true", '{ languages = ["km", "en"] }'])
def test_what_is_no_list_of_tables_is_refused(value: str) -> None:
    assert refused(f"parallel = {value}\n") == [("source/wrong-type", FIRST_LINE)]


def test_an_entry_that_is_no_table_is_refused() -> None:
    assert refused('parallel = ["km", "en"]\n') == [("source/wrong-type", FIRST_LINE)] * 2


def test_two_editions_of_the_same_languages_are_refused_unless_their_order_differs() -> None:
    first, second = '[[parallel]]\nlanguages = ["km", "en"]\n', '[[parallel]]\nlanguages = ["en", "km"]\n'
    assert len(parse(first + second)) == 2
    assert refused(f'{first}{first}arrangement = "side-by-side"\n') == [("source/repeated-edition", FIRST_LINE)]
