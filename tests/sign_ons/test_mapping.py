"""Mappings as files."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_exports import export, rules

from statement_kit.diagnostics import SourceError
from statement_kit.sign_ons.answers import answer_key
from statement_kit.sign_ons.fields import ANSWERS, FIELDS
from statement_kit.sign_ons.guessing import guess, proposed_map
from statement_kit.sign_ons.mapping import ColumnMap, parse_mapping, write_mapping


def refusal(text: str) -> SourceError:
    with pytest.raises(SourceError) as caught:
        parse_mapping(text, "columns.toml")
    return caught.value


TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20)
COLUMNS = st.dictionaries(
    TEXT, st.sampled_from([*FIELDS, "ignored", "name:km", "transliteration:zh-Hant", "kind=network"])
)
ANSWERED = st.fixed_dictionaries(
    {},
    optional={
        **{name: st.dictionaries(TEXT.map(answer_key), st.sampled_from(meant)) for name, meant in ANSWERS.items()},
        "country": st.dictionaries(TEXT.map(answer_key), st.sampled_from(["KH", "TH", "MM"])),
    },
)


@settings(deadline=None)
@given(
    COLUMNS,
    ANSWERED,
    st.sampled_from(["", "UTC", "Asia/Phnom_Penh"]),
    st.sampled_from([None, True, False]),
    st.sampled_from(["", *ANSWERS["kind"]]),
)
def test_a_mapping_reads_back_as_it_was_written(
    columns: dict[str, str], answers: dict[str, dict[str, str]], zone: str, first: bool | None, kind: str
) -> None:
    made = ColumnMap(columns, answers, zone, first, kind)
    assert parse_mapping(write_mapping(made), "columns.toml") == made


def test_a_guessed_mapping_says_what_to_look_at_and_which_fields_there_are() -> None:
    made = export("google-forms.csv")
    text = write_mapping(proposed_map(made), guess(made))
    assert parse_mapping(text, "columns.toml") == proposed_map(made)
    doubtful = [line for line in text.split("\n") if "please check" in line]
    assert [line.partition(" = ")[0][:20] for line in doubtful] == ['"Name of your organi'] * 2
    assert all(f"#   {name} – " in text for name in FIELDS)


def test_the_order_of_the_columns_is_kept() -> None:
    columns = {"B": "name", "A": "ignored", "C": "email"}
    assert list(parse_mapping(write_mapping(ColumnMap(columns)), "columns.toml").columns) == list(columns)


def test_answers_are_compared_without_case_and_marks() -> None:
    made = parse_mapping('[answers.consent]\n"Sure, go on!" = "yes"\n', "columns.toml")
    assert made.answers == {"consent": {"sure go on": "yes"}}


def test_everything_that_cannot_be_is_told_at_its_line() -> None:
    text = """
[columns]
"Name" = "nam"
"Box" = "kind=foo"

[answers.consent]
"sure" = "maybe"
[answers.email]
"x" = "y"
[answers.country]
"home" = "Cambodia"

[dates]
time_zone = "Mars/Olympus"
[rows]
kind = "group"
"""
    error = refusal(text)
    assert rules(error) == [
        ("field", 3),
        ("field", 4),
        ("answers", 7),
        ("answers", 8),
        ("answers", 11),
        ("time-zone", 14),
        ("kind", 16),
    ]
    assert "“name”" in str(error.diagnostics[0].hint)


def test_everything_of_a_wrong_shape_is_told_at_its_line() -> None:
    text = """
title = "x"
[columns]
"Name" = 3
[answers]
consent = "yes"
[answers.kind]
"group" = true
[dates]
month_first = "no"
zone = "UTC"
"""
    assert rules(refusal(text)) == [
        ("unknown-key", 2),
        ("wrong-type", 4),
        ("wrong-type", 6),
        ("wrong-type", 8),
        ("wrong-type", 10),
        ("unknown-key", 11),
    ]


def test_a_part_that_is_no_table_is_told() -> None:
    assert rules(refusal('columns = "x"\n')) == [("wrong-type", 1)]


@pytest.mark.parametrize("zone", ["Europe", "../UTC", "/etc/passwd", "Asia/Phnom Penh", "\0"])
def test_a_time_zone_that_there_is_not_is_refused(zone: str) -> None:
    with pytest.raises(SourceError) as caught:
        ColumnMap({}, time_zone=zone)
    assert rules(caught.value) == [("time-zone", None)]


@pytest.mark.parametrize(
    ("text", "line"),
    [('[columns]\n"Name" = name\n', 2), ("[columns", 1), ("a = " + "[" * 5_000, None), ("a = " + "9" * 9_000, None)],
)
def test_what_is_no_toml_is_refused(text: str, line: int | None) -> None:
    assert rules(refusal(text)) == [("toml-syntax", line)]


def test_a_mapping_longer_than_any_is_refused() -> None:
    assert rules(refusal("#" * 200_001)) == [("too-large", None)]


def test_columns_of_several_forms_may_stand_in_one_mapping() -> None:
    columns = {"Name": "name", "Organisation": "name"}
    assert ColumnMap(columns).columns == columns
