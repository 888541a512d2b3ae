"""The desk: what stands against a folder's translations, and the records people make about them."""

from __future__ import annotations

import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from statement_kit.catalogs import load_reviews, load_waivers, reviews_path, update, waivers_path
from statement_kit.desk import check, review, status, waive
from statement_kit.diagnostics import CatalogError, Severity, SourceError, StatementKitError
from statement_kit.readiness import State
from statement_kit.release import Format, build

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"
NOW, DAY = datetime(2030, 1, 2, tzinfo=UTC), date(2030, 1, 2)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example to work on."""
    return shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def ask(folder: Path, keys: str) -> None:
    edit(folder / "statement.md", "issued = ", f"{keys}\nissued = ")


def states(folder: Path, language: str = "km") -> dict[str, State]:
    return {state.clause.id: state.state for state in status(folder)[language]}


def rules(error: StatementKitError) -> list[tuple[str, str | None]]:
    assert all(found.hint for found in error.diagnostics)
    return [(found.rule, found.clause) for found in error.diagnostics]


def errors(folder: Path) -> list[tuple[str, str | None]]:
    return [(found.rule, found.clause) for found in check(folder) if found.severity is Severity.ERROR]


def test_the_example_is_translated_and_nothing_stands_against_it(folder: Path) -> None:
    assert set(states(folder).values()) == set(states(folder, "th").values()) == {State.TRANSLATED}
    assert check(folder) == []


def test_a_language_without_a_catalog_is_missing_whole(folder: Path) -> None:
    (folder / "translations" / "km.po").unlink()
    assert set(states(folder).values()) == {State.MISSING}
    assert {rule for rule, _ in errors(folder)} == {"catalog/missing"}


def test_a_review_brings_a_clause_further_and_any_change_of_its_words_undoes_it(folder: Path) -> None:
    (made,) = review(folder, "km", ["demand.1"], "Dara", DAY)
    assert made.state is State.REVIEWED
    (made,) = review(folder, "km", ["demand.1"], "Somchai", DAY)
    assert made.state is State.APPROVED
    assert states(folder)["demand.2"] is State.TRANSLATED
    text = (folder / "translations" / "km.po").read_text(encoding="utf-8")
    (folder / "translations" / "km.po").write_text(text.replace(made.text, made.text + "។"), encoding="utf-8")
    assert states(folder)["demand.1"] is State.TRANSLATED


def test_a_change_of_the_source_undoes_a_review(folder: Path) -> None:
    review(folder, "km", ["demand.1"], "Dara", DAY)
    edit(folder / "statement.md", "Immediate De-escalation and Ceasefire", "Immediate Ceasefire")
    assert states(folder)["demand.1"] is State.STALE
    update(folder, NOW)
    assert states(folder)["demand.1"] is State.STALE


def test_reviewing_all_takes_what_is_translated_and_leaves_the_rest(folder: Path) -> None:
    edit(folder / "statement.md", "Immediate De-escalation and Ceasefire", "Immediate Ceasefire")
    made = review(folder, "km", [], "Dara", DAY)
    assert len(made) == len(load_reviews(folder, "km")) == 22
    assert "demand.1" not in {state.clause.id for state in made}


@pytest.mark.parametrize(
    ("clauses", "rule"),
    [(["demand.1", "demand.99"], "review/no-clause"), (["demand.2", "demand.1"], "review/not-ready")],
)
def test_nothing_is_recorded_where_one_clause_cannot_have_been_read(
    folder: Path, clauses: list[str], rule: str
) -> None:
    edit(folder / "statement.md", "Immediate De-escalation and Ceasefire", "Immediate Ceasefire")
    if rule == "review/no-clause":
        clauses = [clause for clause in clauses if clause != "demand.1"]
    with pytest.raises(CatalogError) as caught:
        review(folder, "km", clauses, "Dara", DAY)
    assert [found for found, _ in rules(caught.value)] == [rule]
    assert not reviews_path(folder, "km").exists()


def test_a_release_waits_for_the_reviews_that_the_folder_asks_for(folder: Path) -> None:
    ask(folder, 'ready = "approved"')
    with pytest.raises(CatalogError) as caught:
        build(folder, folder.parent / "out", ["km"], [Format.TEXT])
    assert {found.rule for found in caught.value.diagnostics} == {"catalog/unreviewed"}
    review(folder, "km", [], "Dara", DAY)
    with pytest.raises(CatalogError) as caught:
        build(folder, folder.parent / "out", ["km"], [Format.TEXT])
    assert {found.rule for found in caught.value.diagnostics} == {"catalog/unapproved"}
    assert "Dara" in caught.value.diagnostics[0].message
    review(folder, "km", [], "Somchai", DAY)
    assert build(folder, folder.parent / "out", ["km"], [Format.TEXT]).warnings == ()


def test_one_reviewer_is_enough_where_the_folder_says_so(folder: Path) -> None:
    ask(folder, 'ready = "approved"\nreviewers = 1')
    review(folder, "km", [], "Dara", DAY)
    assert build(folder, folder.parent / "out", ["km"], [Format.TEXT]).warnings == ()


def test_a_damaged_record_stops_everything_that_would_read_it(folder: Path) -> None:
    reviews_path(folder, "km").write_text("clause,texts,reviewer,date\ndemand.1,x,Dara,2030-01-02\n")
    for task in (lambda: status(folder), lambda: check(folder), lambda: build(folder, folder.parent / "out")):
        with pytest.raises(CatalogError) as caught:
            task()
        assert ("review/line", str(reviews_path(folder, "km")) + ":2") in [
            (found.rule, str(found.where)) for found in caught.value.diagnostics
        ]
    assert not (folder.parent / "out").exists()


def test_a_language_that_the_folder_does_not_have_is_named(folder: Path) -> None:
    with pytest.raises(SourceError) as caught:
        status(folder, ["lo"])
    assert rules(caught.value) == [("language/not-in-folder", None)]


def spoil_a_year(folder: Path) -> None:
    """The Paris agreements of 1991, in Khmer of another year."""
    path = folder / "translations" / "km.po"
    text = path.read_text(encoding="utf-8")
    assert "១៩៩១" in text
    path.write_text(text.replace("១៩៩១", "១៩៩២"), encoding="utf-8")


def test_an_alarm_stops_a_release_until_somebody_says_why_it_is_false(folder: Path) -> None:
    spoil_a_year(folder)
    assert errors(folder) == [("alarm/number", "demand.7.1")]
    with pytest.raises(CatalogError) as caught:
        build(folder, folder.parent / "out", ["km"], [Format.TEXT])
    assert rules(caught.value) == [("alarm/number", "demand.7.1")]
    said = str(caught.value)
    assert "statement-kit waive km demand.7.1 number --because" in said
    assert "We urge all signatories of the 1991 Paris Peace Agreements" in said
    assert "ឆ្នាំ១៩៩២" in said, "both texts are shown"  # "the year 1992"
    (waived,) = waive(folder, "km", "demand.7.1", "number", "The year of ratification is meant.", DAY)
    assert (waived.rule, waived.clause) == ("alarm/number", "demand.7.1")
    assert [waiver.reason for waiver in load_waivers(folder, "km")] == ["The year of ratification is meant."]
    assert errors(folder) == []
    assert build(folder, folder.parent / "out", ["km"], [Format.TEXT]).warnings == ()


def test_a_waiver_of_other_words_counts_no_more_and_is_pointed_out(folder: Path) -> None:
    spoil_a_year(folder)
    waive(folder, "km", "demand.7.1", "alarm/number", "The year of ratification is meant.", DAY)
    path = folder / "translations" / "km.po"
    path.write_text(path.read_text(encoding="utf-8").replace("១៩៩២", "១៩៩៣"), encoding="utf-8")
    found = check(folder)
    assert [(one.rule, one.severity) for one in found] == [
        ("alarm/number", Severity.ERROR),
        ("waiver/idle", Severity.WARNING),
    ]
    assert str(found[1].where) == str(waivers_path(folder, "km"))


def test_only_an_alarm_that_is_raised_can_be_waived(folder: Path) -> None:
    with pytest.raises(CatalogError) as caught:
        waive(folder, "km", "demand.7.1", "number", "Why not.", DAY)
    assert rules(caught.value) == [("waiver/no-alarm", "demand.7.1")]
    assert not waivers_path(folder, "km").exists()


def test_a_waiver_that_stands_is_no_mistake_to_ask_for(folder: Path) -> None:
    spoil_a_year(folder)
    waive(folder, "km", "demand.7.1", "number", "The year of ratification is meant.", DAY)
    assert waive(folder, "km", "demand.7.1", "number", "Another reason.", DAY) == ()
    assert [waiver.reason for waiver in load_waivers(folder, "km")] == ["The year of ratification is meant."]


def test_a_time_where_a_day_is_meant_is_that_day(folder: Path) -> None:
    review(folder, "km", ["demand.1"], "Dara", NOW)
    assert [one.day for one in load_reviews(folder, "km")] == [DAY]


def test_a_single_language_may_be_a_text(folder: Path) -> None:
    assert list(status(folder, "km")) == ["km"]
    assert check(folder, "km") == []


def test_what_a_machine_made_is_among_what_is_reviewed(folder: Path) -> None:
    edit(folder / "translations" / "km.po", 'msgctxt "demand.2"', '# machine translation\nmsgctxt "demand.2"')
    assert len(review(folder, "km", [], "Dara", DAY)) == 23
    assert set(states(folder).values()) == {State.REVIEWED}


def test_a_column_of_the_glossary_in_no_language_of_the_statement_is_pointed_out(folder: Path) -> None:
    (folder / "glossary.csv").write_text("term,kh,TH\nceasefire,បទឈប់បាញ់,xx\n", encoding="utf-8")  # "ceasefire"
    found = check(folder)
    assert [(one.rule, one.severity) for one in found if one.rule != "alarm/glossary"] == [
        ("glossary/idle-column", Severity.WARNING)
    ]
    assert {one.where.path.rsplit("/", 1)[-1] for one in found if one.rule == "alarm/glossary" and one.where} == {
        "th.po"
    }


def test_the_texts_of_another_language_are_told_by_their_script(folder: Path) -> None:
    """The Khmer file saved as the Thai one, its header mended."""
    khmer = (folder / "translations" / "km.po").read_text(encoding="utf-8").replace("Language: km", "Language: th")
    (folder / "translations" / "th.po").write_text(khmer, encoding="utf-8")
    told = {one.clause for one in check(folder, "th") if one.rule == "alarm/script"}
    assert told == {state.clause.id for state in status(folder, "th")["th"]}
