"""TOML keys taken one by one, with what is wrong at their lines."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from statement_kit.diagnostics import Location, SourceError
from statement_kit.source.toml_table import TomlTable, known_keys, shown


def findings(table: TomlTable) -> list[tuple[str, int | None]]:
    return [(found.rule, found.where.line if found.where else None) for found in table.diagnostics]


@pytest.mark.parametrize(
    ("typed", "kind", "value"),
    [
        ('"text"', str, "text"),
        ("2025-07-28", date, date(2025, 7, 28)),
        ("[1, 2]", list, [1, 2]),
        ("{ a = 1 }", dict, {"a": 1}),
        ("true", bool, True),
        ("3", int, 3),
    ],
)
def test_a_value_of_the_wanted_type_is_given(typed: str, kind: type[Any], value: object) -> None:
    table = TomlTable(f"key = {typed}", "s.md")
    assert (table.take("key", kind), table.diagnostics) == (value, [])


@pytest.mark.parametrize(
    ("typed", "kind", "said"),
    [
        ('"2025-07-28"', date, "'2025-07-28'"),
        ("2025-07-28T10:00:00", date, "2025-07-28T10:00:00"),
        ("2025-07-28T10:00:00Z", date, "2025-07-28T10:00:00+00:00"),
        ("10:00:00", date, "10:00:00"),
        ("true", date, "It is true now."),
        ("false", int, "It is false now."),
        ("2025", date, "2025"),
        ("3", str, "3"),
        ('"a"', list, "'a'"),
        ("[]", dict, "[]"),
    ],
)
def test_a_value_of_another_type_is_reported_as_it_was_typed(typed: str, kind: type[Any], said: str) -> None:
    table = TomlTable(f"a = 1\nkey = {typed}", "s.md", first_line=2)
    assert table.take("key", kind) is None
    assert findings(table) == [("source/wrong-type", 3)]
    assert said in str(table.diagnostics[0].hint)


def test_a_missing_key_is_reported_only_where_it_is_needed() -> None:
    table = TomlTable("", "s.md", first_line=2)
    assert (table.take("wanted", str, "default"), table.take("needed", str, required=True)) == ("default", None)
    assert findings(table) == [("source/missing-key", 2)]


def test_unknown_keys_are_reported_in_the_order_of_the_file_with_the_nearest_known_one() -> None:
    table = TomlTable("zebra = 1\nlangauge = 'en'\napple = 2", "s.md")
    table.take("language", str)
    table.finish()
    assert findings(table) == [("source/unknown-key", 1), ("source/unknown-key", 2), ("source/unknown-key", 3)]
    assert [found.hint for found in table.diagnostics] == [
        "Known keys: language.",
        "Did you mean “language”?",
        "Known keys: language.",
    ]


@pytest.mark.parametrize(
    "typed", ["key = 1", '"key" = 1', "'key' = 1", "  key=1", "[key]", "[[key]]", "key.inner = 1", "[key.inner]"]
)
def test_a_key_is_found_at_its_line_however_it_is_typed(typed: str) -> None:
    assert TomlTable(f"keys = 1\nakey = 2\n{typed}", "s.md").where("key").line == 3


def test_a_key_that_is_not_there_has_no_line() -> None:
    assert TomlTable("a = 1\nb = 2", "s.md", first_line=2).where("key") == Location("s.md")


@pytest.mark.parametrize(
    ("text", "line"),
    [
        ("a = 1\nb = \nc = 3", 3),
        ("a = 1\na = 2", 3),
        ("a = “curly”", 2),
        ("a = 1\n\n\nb = '''open", 5),
        ("a = 2025-02-30", 2),
        ("a = " + "[" * 5000, 2),
        ("a = " + "9" * 5000, 2),
    ],
)
def test_a_fault_of_syntax_is_reported_at_its_line(text: str, line: int) -> None:
    with pytest.raises(SourceError) as caught:
        TomlTable(text, "s.md", first_line=2)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.line) == ("source/toml-syntax", line)
    assert "(at" not in found.message


@pytest.mark.parametrize(
    ("value", "said"),
    [
        (True, "true"),
        ([True, "a", [date(2025, 7, 28)]], "[true, 'a', [2025-07-28]]"),
        ({"a": False, "b": {"c": 1.5}}, "{ a = false, b = { c = 1.5 } }"),
        (["x" * 100], "['" + "x" * 57 + "…"),
    ],
)
def test_a_value_is_shown_as_it_is_typed_as_far_as_a_line_shows_it(value: object, said: str) -> None:
    assert shown(value) == said


def test_of_a_key_that_nobody_knows_the_nearest_is_told_or_all() -> None:
    assert known_keys("papre", ["size", "paper"]) == "Did you mean “paper”?"
    assert known_keys("zebra" * 1000, ["size", "paper"]) == "Known keys: paper, size."
