"""Rows read into facts, and everything that stands against them."""

from __future__ import annotations

import random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_exports import export, facts, read, refused, rules, table

from statement_kit.diagnostics import Severity, SourceError
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.guessing import proposed_map
from statement_kit.sign_ons.reading import sign_ons
from statement_kit.sign_ons.table import Row, Table


def test_facts_are_what_the_list_writes() -> None:
    header = [
        "name",
        "acronym",
        "kind",
        "country",
        "website",
        "signed",
        "consent",
        "logo_consent",
        "registration",
        "email",
    ]
    row = [
        " River Keepers",
        "RK",
        "NGO",
        "Cambodia",
        "river.example.org",
        "28 July 2025",
        "Yes",
        "no",
        "17",
        " Sok@Example.org ",
    ]
    found = read(table(header, [cell.strip() if cell != row[-1] else cell for cell in row])).sign_ons[0]
    assert dict(found.facts) == {
        "name": "River Keepers",
        "acronym": "RK",
        "kind": "organisation",
        "country": "KH",
        "website": "https://river.example.org",
        "signed": "2025-07-28",
        "standing": "named",
        "logo_consent": "no",
    }
    assert (found.line, found.registration, found.email) == (2, "17", "sok@example.org")


def test_facts_cannot_be_changed_and_an_id_is_not_shown() -> None:
    found = read(table(["name", "registration", "email"], ["River", "secret-17", "sok@example.org"])).sign_ons[0]
    with pytest.raises(TypeError):
        found.facts["name"] = "Lake"  # type: ignore[index]
    assert "secret" not in repr(found)
    assert "sok@" not in repr(found)


def test_nothing_of_an_ignored_column_is_kept() -> None:
    made = table(["name", "Phone"], ["River", "012 345 678"])
    found = read(made, columns={"name": "name", "Phone": "ignored"}).sign_ons[0]
    assert dict(found.facts) == {"name": "River"}
    assert (found.registration, found.email) == ("", "")


def test_cells_that_say_nothing_are_empty_but_for_namibia() -> None:
    rows = [["River", "N/A", "-", "none", "NA"], ["Forest", "NA", "", "", "n/a"]]
    assert facts(table(["name", "acronym", "title:km", "website", "country"], *rows)) == [
        {"name": "River", "country": "NA"},
        {"name": "Forest", "acronym": "NA"},
    ]


def test_the_apostrophe_that_guards_a_spreadsheet_is_taken_off() -> None:
    assert facts(table(["name"], ["'@Home"], ["'=Equal="], ["'s-Hertogenbosch Group"])) == [
        {"name": "@Home"},
        {"name": "=Equal="},
        {"name": "'s-Hertogenbosch Group"},
    ]


def test_blank_consent_withholds_and_is_told() -> None:
    found = read(table(["name", "consent"], ["River", ""], ["Forest", "yes"], ["Lake", "n/a"]))
    assert [one.facts["standing"] for one in found.sign_ons] == ["withheld", "named", "withheld"]
    assert [(note.rule, note.severity) for note in found.notes] == [("import/withheld", Severity.WARNING)]
    assert found.notes[0].message.startswith("2 rows")


def test_a_blank_answer_can_be_explained() -> None:
    made = table(["name", "consent"], ["River", ""], ["Forest", "no"])
    found = read(made, answers={"consent": {"": "yes"}})
    assert [one.facts["standing"] for one in found.sign_ons] == ["named", "withheld"]
    assert found.notes == ()


def test_without_a_question_everyone_is_named_and_that_is_told() -> None:
    found = read(table(["name"], ["River"]))
    assert [note.rule for note in found.notes] == ["import/no-consent"]


def test_an_answer_that_is_not_understood_is_told_once_with_how_to_explain_it() -> None:
    error = refused(
        table(["name", "consent", "kind"], ["River", "Sure!", "NGO"], ["Lake", "sure", "Club"], ["Sea", "no", "x"])
    )
    assert rules(error) == [("answer", 2), ("answer", 3), ("answer", 4)]
    assert "2 rows" in error.diagnostics[0].message
    assert '[answers.consent] "sure" = "yes" or "no"' in str(error.diagnostics[0].hint)


def test_an_explained_answer_is_understood_and_stands_before_our_own_guess() -> None:
    made = table(["name", "consent"], ["River", "Sure"], ["Lake", "Yes"])
    assert [one["standing"] for one in facts(made, answers={"consent": {"sure": "yes", "yes": "no"}})] == [
        "named",
        "withheld",
    ]


def test_a_country_that_is_not_known_is_asked_for() -> None:
    error = refused(table(["name", "country"], ["River", "Atlantis"]))
    assert rules(error) == [("answer", 2)]
    assert '[answers.country] "atlantis" = "KH"' in str(error.diagnostics[0].hint)
    assert (
        facts(table(["name", "country"], ["River", "Atlantis"]), answers={"country": {"atlantis": "GR"}})[0]["country"]
        == "GR"
    )


def test_a_row_without_a_name_is_an_error_unless_it_is_withheld() -> None:
    made = table(["name", "consent"], ["", "yes"], ["", "no"], ["\u200b", "yes"])
    assert rules(refused(made)) == [("no-name", 2), ("no-name", 4)]


def test_a_name_in_another_language_stands_for_one_that_is_missing() -> None:
    found = read(table(["name", "name:km", "consent"], ["", "ទន្លេ", "yes"]))  # River
    assert found.sign_ons[0].facts["name"] == "ទន្លេ"
    assert [note.rule for note in found.notes] == ["import/name-of-language"]


PRIVATE = ("sok@example.org", "River (012 345 678)", "River 192.168.0.1", "River ០១២ ៣៤៥ ៦៧៨", "sok (at) example.org")


@pytest.mark.parametrize("field", ["name", "acronym", "organisation", "name:km", "transliteration:km"])
@pytest.mark.parametrize("text", PRIVATE)
def test_what_is_private_is_refused_wherever_it_would_be_printed(field: str, text: str) -> None:
    cells = {"name": "River", field: text} if field != "organisation" else {"organisation": text}
    error = refused(table([*cells, "consent"], [*cells.values(), "yes"]))
    assert rules(error) == [("private", 2)]
    assert text not in str(error)


def test_what_is_private_in_the_title_of_an_individual_is_refused() -> None:
    made = table(
        ["name", "title", "organisation", "kind"], ["Sok Dara", "Teacher", "Call +855 12 345 678", "individual"]
    )
    assert rules(refused(made)) == [("private", 2)]


def test_a_number_that_only_two_columns_make_is_found() -> None:
    assert rules(refused(table(["first_name", "last_name"], ["012 345", "678"]))) == [("private", 2)]


def test_whoever_filled_in_the_form_may_have_a_number_since_nobody_prints_it() -> None:
    made = table(["organisation", "person", "kind"], ["River", "Sok Dara (012 345 678)", "NGO"])
    assert facts(made) == [{"name": "River", "kind": "organisation"}]


def test_a_website_that_is_none_is_told_without_repeating_it() -> None:
    error = refused(
        table(["name", "website"], ["River", "no idea"], ["Lake", "sok@example.org"], ["Sea", "wa.me/85512345678"])
    )
    assert rules(error) == [("website", 2), ("website", 3), ("website", 4)]
    assert "sok@" not in str(error)
    assert "855" not in str(error)


@pytest.mark.parametrize(
    ("cell", "rule"),
    [
        ("River\x07Keepers", "control-character"),
        ("River\nKeepers", "control-character"),
        ("River\ue000", "private-character"),
        ("x" * 501, "too-long"),
        ("??????? ?????", "lost-letters"),
        ("áž‘áž“áŸ’áž›áŸ\x81".rstrip("\x81"), "lost-letters"),
        ("à¹€à¸„à¸£à¸·à¸­", "lost-letters"),
    ],
)
def test_cells_that_cannot_be_printed_are_refused(cell: str, rule: str) -> None:
    assert (rule, 2) in rules(refused(table(["name"], [cell])))


def test_questions_and_accents_are_no_lost_letters() -> None:
    names = ["Why Not?", "Associação São João", "Đại học Quốc gia Hà Nội", "Équité", "Who? What?"]
    assert [one["name"] for one in facts(table(["name"], *[[name] for name in names]))] == names


def test_dates_are_read_in_the_order_of_their_column() -> None:
    made = table(["name", "signed"], ["River", "7/8/2025 14:03"], ["Lake", "28/7/2025"])
    assert [one["signed"] for one in facts(made)] == ["2025-08-07T14:03:00", "2025-07-28"]


def test_an_order_that_nothing_tells_is_asked_for_once() -> None:
    made = table(["name", "signed"], ["River", "7/8/2025"], ["Lake", "9/8/2025"])
    error = refused(made)
    assert rules(error) == [("month-first", 2)]
    assert "month_first" in str(error)
    assert [one["signed"] for one in facts(made, month_first=True)] == ["2025-07-08", "2025-09-08"]


def test_dates_written_both_ways_are_asked_for_and_then_told_one_by_one() -> None:
    made = table(["name", "signed"], ["River", "28/7/2025"], ["Lake", "7/28/2025"], ["Sea", "1/2/2025"])
    assert rules(refused(made)) == [("month-first", 2)]
    assert rules(refused(made, month_first=False)) == [("date", 3)]


def test_a_date_that_is_none_is_told_at_its_row() -> None:
    error = refused(table(["name", "signed"], ["River", "soon"], ["Lake", "2025-07-28"], ["Sea", "sok@example.org"]))
    assert rules(error) == [("date", 2), ("date", 4)]
    assert "sok@" not in str(error)


def test_times_are_in_the_zone_of_the_form() -> None:
    made = table(["name", "signed"], ["River", "2025-07-28 14:03"])
    assert facts(made, time_zone="Asia/Bangkok")[0]["signed"] == "2025-07-28T14:03:00+07:00"


def test_kobotoolbox_writes_the_time_of_submission_in_utc() -> None:
    made = table(["name", "_submission_time"], ["River", "2025-07-28T07:03:22"], source="kobotoolbox")
    columns = {"name": "name", "_submission_time": "signed"}
    assert facts(made, columns=columns, time_zone="Asia/Bangkok")[0]["signed"] == "2025-07-28T07:03:22+00:00"


def test_boxes_are_answers() -> None:
    header = ["name", "kinds/org", "kinds/net", "kinds/one"]
    columns = {
        "name": "name",
        "kinds/org": "kind=organisation",
        "kinds/net": "kind=network",
        "kinds/one": "kind=individual",
    }
    rows = [["River", "1", "0", "0"], ["Lake", "1", "1", ""], ["Sok Dara", "", "", "TRUE"], ["Sea", "0", "0", "0"]]
    assert [one.get("kind", "") for one in facts(table(header, *rows), columns=columns)] == [
        "organisation",
        "network",
        "individual",
        "",
    ]
    assert rules(refused(table(header, ["Both", "1", "", "1"], ["Odd", "perhaps", "", ""]), columns=columns)) == [
        ("answer", 2),
        ("answer", 3),
    ]


def test_who_signs_is_asked_once_where_nothing_says_it() -> None:
    made = table(["person", "organisation"], ["Sok Dara", "River"], ["Chan Sophea", "Lake"], ["Keo Mealea", ""])
    error = refused(made)
    assert rules(error) == [("who-signs", 2)]
    assert facts(made, kind="individual")[0] == {
        "name": "Sok Dara",
        "title": "River",
        "kind": "individual",
    }
    assert rules(refused(made, kind="organisation")) == [("no-name", 4)]


def test_a_capacity_is_that_of_an_individual() -> None:
    made = table(["name", "kind", "capacity"], ["Sok Dara", "individual", "yes"], ["River", "NGO", "yes"])
    assert [one.get("capacity") for one in facts(made)] == ["personal", None]


def test_columns_that_the_mapping_does_not_know_are_an_error_unless_allowed() -> None:
    made = table(["name", "Secret", "sok@example.org or so"], ["River", "x", "y"])
    error = refused(made, columns={"name": "name"})
    assert rules(error) == [("unknown-column", 1)]
    assert "“Secret”" in str(error)
    assert "column C" in str(error)
    assert "sok@" not in str(error)
    found = sign_ons(made, ColumnMap({"name": "name"}), "form.csv", allow_unknown=True)
    assert [note.rule for note in found.notes] == ["import/unknown-column", "import/no-consent"]


@pytest.mark.parametrize(
    "field", ["name", "email", "registration", "consent", "standing", "status", "organisation", "kind=network"]
)
def test_a_column_that_is_gone_is_an_error_if_somebody_could_be_exposed_or_lost(field: str) -> None:
    columns = {"A": "acronym", "B": "person", "Gone": field}
    made = table(["A", "B"], ["RK", "River"])
    if field == "kind=network":
        assert "import/gone-column" in [note.rule for note in read(made, columns=columns).notes]
    else:
        assert rules(refused(made, columns=columns)) == [("lost-column", 1)]


@pytest.mark.parametrize("field", ["country", "website", "signed", "kind", "logo_consent", "ignored"])
def test_a_column_that_is_gone_is_a_note_otherwise(field: str) -> None:
    found = read(table(["name"], ["River"]), columns={"name": "name", "Gone": field})
    assert [note.rule for note in found.notes if note.rule == "import/gone-column"] == ["import/gone-column"] * (
        field != "ignored"
    )


def test_two_columns_of_one_table_cannot_hold_the_same() -> None:
    made = table(["A", "B"], ["River", "Lake"])
    assert rules(refused(made, columns={"A": "name", "B": "name"})) == [("field-twice", 1)]


def test_a_table_without_a_column_of_names_is_refused() -> None:
    assert rules(refused(table(["country"], ["KH"]))) == [("no-name-column", 1)]


def test_everything_that_is_wrong_is_told_at_once_in_the_order_of_the_file() -> None:
    header = ["name", "country", "signed", "website", "consent"]
    error = refused(
        table(
            header,
            ["River", "KH", "2025-07-28", "", "yes"],
            ["", "Atlantis", "soon", "no", "perhaps"],
            ["sok@example.org", "KH", "", "", "yes"],
        )
    )
    assert rules(error) == [("website", 3), ("answer", 3), ("answer", 3), ("date", 3), ("private", 4)]


def test_an_empty_table_gives_nobody() -> None:
    assert read(table(["name", "signed"])).sign_ons == ()


@settings(deadline=None)
@given(st.sampled_from(["google-forms.csv", "google-forms-khmer.csv", "kobotoolbox.csv", "civicrm.csv"]), st.randoms())
def test_rows_in_another_order_give_the_same_sign_ons(name: str, chance: random.Random) -> None:
    made = export(name)
    rows = list(made.rows)
    chance.shuffle(rows)
    shuffled = Table(made.header, tuple(Row(line, row.cells) for line, row in enumerate(rows, 2)), made.source)

    def told(one: Table) -> set[tuple[object, ...]]:
        found = sign_ons(one, proposed_map(made), name).sign_ons
        return {(frozenset(each.facts.items()), each.registration, each.email) for each in found}

    assert told(shuffled) == told(made)


def test_a_refusal_has_a_remedy_for_everything() -> None:
    with pytest.raises(SourceError) as caught:
        sign_ons(table(["Name"], ["River"]), ColumnMap({"E-mail": "email"}), "form.csv")
    assert all(one.hint for one in caught.value.diagnostics)
