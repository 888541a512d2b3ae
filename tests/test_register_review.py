"""The review of a register: each decision done and recorded, whole or not at all."""

from __future__ import annotations

from datetime import UTC, date, datetime
from pathlib import Path

import pytest
from reviewed import REGISTER, contents, made_folder

from statement_kit import register_review
from statement_kit.diagnostics import OutputError, SourceError
from statement_kit.linting import Finding
from statement_kit.linting.decisions import Verdict
from statement_kit.register.fingerprints import Fingerprints
from statement_kit.register.log_file import parse_log
from statement_kit.register.origins import Origin, parse_origins, write_origins
from statement_kit.register_review import Action, Decided, Reply, Review, decide, decide_all, load_review, take_back

NOW = datetime(2025, 7, 28, 12, tzinfo=UTC)
KEEP, ACCEPT = Reply(Action.KEEP, "Kim"), Reply(Action.ACCEPT, "Kim")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made_folder(tmp_path / "statement")


def found(review: Review, rule: str, number: int) -> Finding:
    (one,) = [one for one in review.findings() if (one.rule, one.number) == (rule, number)]
    return one


def decided(folder: Path, rule: str, number: int, reply: Reply) -> Decided:
    review = load_review(folder)
    return decide(review, found(review, rule, number), reply, NOW)


def lines(folder: Path) -> dict[str, str]:
    """The rows of the register by their number."""
    text = (folder / "endorsers.csv").read_text(encoding="utf-8")
    return {line.partition(",")[0]: line for line in text.splitlines()[1:]}


def log(folder: Path) -> list[str]:
    entries = parse_log((folder / "register" / "log.csv").read_text(encoding="utf-8"), "log.csv")
    assert all((entry.time, entry.by) == (NOW, "Kim") for entry in entries)
    return [f"{entry.number} {entry.what} {entry.column}: {entry.old} → {entry.new}" for entry in entries]


def test_findings_come_in_the_order_of_the_list(folder: Path) -> None:
    assert [f"{one.number} {one.rule}" for one in load_review(folder).findings()] == [
        "4 alike",
        "5 acronym-shared",
        "6 misspelt",
        "6 last-mark",
        "7 withheld-repeat",
        "8 acronym-unlike",
    ]


def test_an_accepted_proposal_is_done_logged_and_recorded(folder: Path) -> None:
    after = decided(folder, "misspelt", 6, ACCEPT)
    assert (after.is_done, after.was_changed) == (True, False)
    assert lines(folder)["6"].startswith("6,Good Neighbors.,")
    assert log(folder) == ["6 corrected name: Good Nieghbors. → Good Neighbors."]
    (one,) = load_review(folder).decisions.made
    assert (one.rule, one.rows, one.verdict, one.by, one.day) == (
        "misspelt",
        (6,),
        Verdict.CORRECTED,
        "Kim",
        NOW.date(),
    )
    assert {number: line for number, line in lines(folder).items() if number != "6"}.items() <= {
        line.partition(",")[0]: line for line in REGISTER.splitlines()[1:]
    }.items()


def test_what_comes_back_from_a_decision_is_what_is_read_again(folder: Path) -> None:
    for rule, number, reply in (("misspelt", 6, ACCEPT), ("alike", 4, ACCEPT), ("withheld-repeat", 7, KEEP)):
        assert decided(folder, rule, number, reply).review == load_review(folder)


def test_what_is_kept_changes_the_record_only(folder: Path) -> None:
    before = contents(folder)
    decided(folder, "misspelt", 6, Reply(Action.KEEP, "Kim", because="they write so"))
    changed = {name for name, data in contents(folder).items() if before.get(name) != data}
    assert changed == {"register/decisions.csv"}
    assert "misspelt" not in {one.rule for one in load_review(folder).findings()}


def test_a_text_is_written_anew(folder: Path) -> None:
    decided(folder, "acronym-unlike", 8, Reply(Action.EDIT, "Kim", " PC "))
    assert log(folder) == ["8 corrected acronym: XQ → PC"]
    decided(folder, "misspelt", 6, Reply(Action.EDIT, "Kim", "=Neighbours"))
    assert lines(folder)["6"].startswith("6,'=Neighbours,")


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("", "endorsers/no-name"),
        ("Good\x1bName", "statement/control-character"),
        ("x" * 501, "endorsers/too-long"),
        ("Call 012 345 678", "endorsers/private"),
        ("Good Nieghbors.", "review/unchanged"),
    ],
)
def test_nothing_wrong_can_be_typed_in(folder: Path, text: str, rule: str) -> None:
    before = contents(folder)
    with pytest.raises(SourceError) as caught:
        decided(folder, "misspelt", 6, Reply(Action.EDIT, "Kim", text))
    assert caught.value.diagnostics[0].rule == rule
    assert contents(folder) == before


def test_a_question_cannot_be_accepted(folder: Path) -> None:
    with pytest.raises(SourceError, match="proposes nothing"):
        decided(folder, "acronym-unlike", 8, ACCEPT)
    with pytest.raises(SourceError, match="no text to be edited"):
        decided(folder, "withheld-repeat", 7, Reply(Action.EDIT, "Kim", "Sok"))


def test_two_rows_become_one_and_the_next_import_knows_both(folder: Path) -> None:
    (folder / "register").mkdir()
    origins = (Origin(1, "form", frozenset(["i:" + "1" * 20]), {}), Origin(4, "form", frozenset(["i:" + "4" * 20]), {}))
    (folder / "register" / "origins.csv").write_bytes(write_origins(origins))
    after = decided(folder, "alike", 4, ACCEPT)
    assert lines(folder)["1"] == "1,Klahaan Organization,KLH,,,https://klahaan.example.org,"
    assert "4" not in lines(folder)
    (origin,) = parse_origins((folder / "register" / "origins.csv").read_text(encoding="utf-8"), "origins.csv")
    assert (origin.number, len(origin.identities)) == (1, 2)
    assert log(folder) == [
        "1 merged acronym:  → KLH",
        "1 merged website:  → https://klahaan.example.org",
        "4 merged :  → no. 1",
        "4 merged name: Klahaan → ",
        "4 merged acronym: KLH → ",
        "4 merged website: https://klahaan.example.org → ",
    ]
    assert "number-gap" not in {one.rule for one in after.review.findings()}
    take_back(after, "Kim", NOW)
    assert (folder / "endorsers.csv").read_text(encoding="utf-8") == REGISTER
    assert parse_origins((folder / "register" / "origins.csv").read_text(encoding="utf-8"), "o.csv") == origins


def test_a_name_in_another_script_is_kept_in_its_own_column(folder: Path) -> None:
    decided(folder, "acronym-shared", 5, ACCEPT)
    assert lines(folder)["2"].endswith(",CATU,,,,សហជីពចម្រុះ")  # Mixed Union


def test_who_is_merged_with_a_withheld_row_is_withheld_and_the_log_forgets_them(folder: Path) -> None:
    (folder / "register").mkdir()
    added = "2025-07-01T00:00:00+00:00,7,added,name,,Sok Dara,form\n"
    (folder / "register" / "log.csv").write_text("time,number,what,column,old,new,by\n" + added, encoding="utf-8")
    after = decided(folder, "withheld-repeat", 7, ACCEPT)
    assert lines(folder)["3"] == "3,Dara Sok,,individual,withheld,,"
    assert "7" not in lines(folder)
    for name in ("log.csv", "decisions.csv"):
        text = (folder / "register" / name).read_text(encoding="utf-8")
        assert "Dara" not in text
        assert "withheld-repeat,3 7" not in text
    take_back(after, "Kim", NOW)
    assert lines(folder)["7"] == "7,Sok Dara,,individual,,,"
    assert "Dara" not in (folder / "register" / "log.csv").read_text(encoding="utf-8")


def test_a_decision_about_a_withheld_name_makes_the_key_that_it_needs(folder: Path) -> None:
    decided(folder, "withheld-repeat", 7, KEEP)
    assert len((folder / "register" / "key").read_text(encoding="utf-8").strip()) == 64
    assert (folder / "register" / ".gitignore").read_text(encoding="utf-8") == "key\n"
    assert "withheld-repeat" not in {one.rule for one in load_review(folder).findings()}
    (folder / "register" / "key").write_text(bytes(32).hex(), encoding="utf-8")
    assert load_review(folder).decisions.prints == Fingerprints(bytes(32))
    assert "withheld-repeat" in {one.rule for one in load_review(folder).findings()}


def test_a_decision_goes_on_with_what_stands_now(folder: Path) -> None:
    review = load_review(folder)
    slip = found(review, "misspelt", 6)
    path = folder / "endorsers.csv"
    path.write_text(REGISTER.replace("8,Peace", "8,Peace Peace"), encoding="utf-8")
    after = decide(review, slip, ACCEPT, NOW)
    assert (after.is_done, after.was_changed) == (True, True)
    assert lines(folder)["8"].startswith("8,Peace Peace,")


def test_a_decision_about_words_that_stand_no_more_is_not_done(folder: Path) -> None:
    review = load_review(folder)
    slip = found(review, "misspelt", 6)
    path = folder / "endorsers.csv"
    path.write_text(REGISTER.replace("Good Nieghbors.", "Good Nieghbors"), encoding="utf-8")
    before = contents(folder)
    after = decide(review, slip, ACCEPT, NOW)
    assert (after.is_done, after.was_changed) == (False, True)
    assert contents(folder) == before
    assert after.review == load_review(folder)


def test_decisions_are_taken_back_one_by_one(folder: Path) -> None:
    first = decided(folder, "misspelt", 6, ACCEPT)
    second = decided(folder, "last-mark", 6, KEEP)
    assert take_back(second, "Kim", NOW).review.decisions.made == first.review.decisions.made
    undone = take_back(first, "Kim", NOW)
    assert (undone.is_done, undone.review.decisions.made) == (True, ())
    assert (folder / "endorsers.csv").read_text(encoding="utf-8") == REGISTER
    assert log(folder)[-1] == "6 undone name: Good Neighbors. → Good Nieghbors."


def test_nothing_is_taken_back_from_under_somebody_else(folder: Path) -> None:
    first = decided(folder, "misspelt", 6, ACCEPT)
    path = folder / "endorsers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("8,Peace", "8,Peace Peace"), encoding="utf-8")
    before = contents(folder)
    undone = take_back(first, "Kim", NOW)
    assert (undone.is_done, undone.was_changed) == (False, True)
    assert contents(folder) == before


def test_an_interruption_loses_nothing(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """All files of a decision are written in one call, or none is."""
    before = contents(folder)

    def fail(files: dict[Path, bytes]) -> None:
        assert {path.name for path in files} == {"endorsers.csv", "log.csv", "decisions.csv"}
        raise OutputError([])

    monkeypatch.setattr(register_review, "write_files", fail)
    with pytest.raises(OutputError):
        decided(folder, "misspelt", 6, ACCEPT)
    assert contents(folder) == before


def test_several_are_decided_together_or_none(folder: Path) -> None:
    before = contents(folder)
    with pytest.raises(SourceError) as caught:
        decide_all(folder, [("misspelt", 6, ACCEPT), ("misspelt", 1, KEEP), ("acronym-unlike", 8, ACCEPT)], NOW)
    assert [one.rule for one in caught.value.diagnostics] == ["review/not-found", "review/no-proposal"]
    assert contents(folder) == before
    review, made = decide_all(folder, [("endorsers/misspelt", 6, ACCEPT), ("alike", 4, KEEP)], NOW)
    assert [(one.rule, one.verdict) for one in made] == [("misspelt", "corrected"), ("alike", "kept")]
    assert review == load_review(folder)


def test_both_findings_of_a_kind_about_a_row_are_decided(tmp_path: Path) -> None:
    header = "number,name,acronym\n"
    folder = made_folder(tmp_path / "two", f"{header}1,Nieghbors Organizaton,\n")
    _, made = decide_all(folder, [("misspelt", 1, ACCEPT)], NOW)
    assert len(made) == 2
    assert lines(folder)["1"] == "1,Neighbors Organization,"


def test_one_likeness_that_is_none_does_not_decide_the_next(tmp_path: Path) -> None:
    header = "number,name,acronym\n"
    folder = made_folder(
        tmp_path / "three", f"{header}1,Klahaan,\n2,Klahaan Cambodia,\n3,Klahaan Association Cambodia,\n"
    )
    _, made = decide_all(folder, [("alike", 3, KEEP)], NOW)
    assert [one.rows for one in made] == [(1, 3)]
    assert found(load_review(folder), "alike", 3).rows == (2, 3)


def test_a_list_that_the_kit_sorts_has_no_order_of_its_own(folder: Path) -> None:
    names = ["Zeta", *(f"{letter}lpha" for letter in "ABCDEFGHI")]
    rows = "".join(f"{at},{name},\n" for at, name in enumerate(names, 1))
    (folder / "endorsers.csv").write_text("number,name,acronym\n" + rows, encoding="utf-8")
    assert "order" in {one.rule for one in load_review(folder).findings()}
    statement = folder / "statement.md"
    text = statement.read_text(encoding="utf-8").replace("+++\n", '+++\nannex = { order = "name" }\n', 1)
    statement.write_text(text, encoding="utf-8")
    assert "order" not in {one.rule for one in load_review(folder).findings()}


def test_a_register_that_is_named_and_not_there_is_an_error(folder: Path) -> None:
    (folder / "endorsers.csv").unlink()
    with pytest.raises(SourceError, match=r"endorsers\.csv"):
        load_review(folder)


def test_the_published_list_is_reviewed_as_it_is_linted(tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "example")
    review = load_review(folder)
    assert review.files.language == "en"
    assert review.register.places["endorser.3"].line == 4
    assert date(2025, 7, 28) == NOW.date()
