"""Sign-ons into the register of a folder: by the command, as people do it, and by the functions beneath."""

from __future__ import annotations

import csv
import json
import shutil
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from statement_kit.__main__ import main
from statement_kit.diagnostics import SourceError
from statement_kit.enrolment import enrol, propose, stand
from statement_kit.register.columns import Standing
from statement_kit.register_files import load_register_files
from statement_kit.source.folder import load_folder

NOW = datetime(2025, 7, 30, 12, tzinfo=UTC)
HEADER = ["Timestamp", "Email Address", "Name of organisation", "Country", "May we publish the name?", "Phone"]
ANSWERS = [
    ["7/28/2025 14:03:22", "sok@example.org", "Star Kampuchea", "Cambodia", "Yes", "012 345 678"],
    ["7/28/2025 15:00:00", "dara@example.org", "Quiet Voice", "Thailand", "No", "+855 12 345 679"],
    ["7/29/2025 09:00:00", "min@example.org", "=1+1", "Kampuchea", "Yes", "192.168.0.7"],
]
PRIVATE = ("example.org", "345 67", "192.168")


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "appeal"
    folder.mkdir()
    front = 'kind = "joint-statement"\nlanguage = "en"\nissued = 2025-07-28\nendorsers = "endorsers.csv"\n'
    text = f"+++\n{front}+++\n\n# Peace\n\nWe, the undersigned {{endorsers}}, call for it.\n"
    (folder / "statement.md").write_text(text, encoding="utf-8")
    return folder


def export(path: Path, rows: Sequence[Sequence[str]], header: Sequence[str] = HEADER) -> Path:
    with path.open("w", encoding="utf-8", newline="") as file:
        csv.writer(file).writerows([header, *rows])
    return path


@pytest.fixture
def form(tmp_path: Path) -> Path:
    return export(tmp_path / "form.csv", ANSWERS)


def run(*arguments: object, **options: Any) -> Result:
    return CliRunner().invoke(main, ["endorsers", *map(str, arguments)], **options)


def kept(folder: Path) -> str:
    """Everything that an import has left in a folder."""
    return "".join(path.read_text(encoding="utf-8") for path in sorted(folder.rglob("*")) if path.is_file())


def test_an_import_asks_once_and_makes_the_register(folder: Path, form: Path) -> None:
    assert run("import", form, "--folder", folder).exit_code == 3
    assert not (folder / "register").exists()
    done = run("import", form, "--folder", folder, "--yes")
    assert (done.exit_code, done.stderr) == (0, "")
    assert "added: no. 1 “Star Kampuchea”" in done.stdout
    assert (folder / "endorsers.csv").read_text(encoding="utf-8").splitlines() == [
        "number,name,acronym,country,signed,standing",
        "1,Star Kampuchea,,KH,2025-07-28T14:03:22,named",
        "2,Quiet Voice,,TH,2025-07-28T15:00:00,withheld",
        "3,'=1+1,,KH,2025-07-29T09:00:00,named",
    ]
    before = kept(folder)
    again = run("import", form, "--folder", folder)
    assert (again.exit_code, again.stdout.splitlines()[0]) == (0, "Nothing is new.")
    assert kept(folder) == before


def test_no_address_number_or_withheld_name_gets_out(folder: Path, form: Path) -> None:
    said = [run("import", form, "--folder", folder, "--yes", *more) for more in ([], ["--json"])]
    said += [run("import", form, "--folder", folder, "--dry-run", "--source", "other")]
    said += [run("count", folder), run("lint", folder)]
    build = CliRunner().invoke(main, ["build", str(folder), "--out", str(folder / "out"), "--format", "txt"])
    printed = "".join(one.output for one in [*said, build]) + (folder / "out" / "appeal.en.txt").read_text("utf-8")
    assert not [text for text in (*PRIVATE, "Quiet") if text in printed]
    assert not [text for text in PRIVATE if text in kept(folder)]
    log = (folder / "register" / "log.csv").read_text(encoding="utf-8")
    assert "Quiet" not in log
    assert "We, the undersigned 3, call" in (folder / "out" / "appeal.en.txt").read_text(encoding="utf-8")


def test_the_key_stays_out_of_version_control_and_an_import_without_it_is_refused(folder: Path, form: Path) -> None:
    run("import", form, "--folder", folder, "--yes")
    assert (folder / "register" / ".gitignore").read_text(encoding="utf-8") == "key\n"
    (folder / "register" / "key").unlink()
    refused = run("import", form, "--folder", folder)
    assert (refused.exit_code, "register/no-key" in refused.stderr) == (3, True)
    (folder / "register" / "key").write_text("no key\n", encoding="utf-8")
    assert "register/key" in run("import", form, "--folder", folder).stderr


def test_a_dry_run_says_all_and_writes_nothing(folder: Path, form: Path) -> None:
    before = kept(folder)
    said = run("import", form, "--folder", folder, "--dry-run")
    assert (said.exit_code, "added: no. 1" in said.stdout, "dry run" in said.stdout) == (0, True, True)
    assert kept(folder) == before


def test_what_is_said_of_a_column_stands_against_the_guess_and_is_kept(folder: Path, form: Path) -> None:
    told = ["--map", "Country=ignored", "--map", "Name of organisation=name:km"]
    result = json.loads(run("import", form, "--folder", folder, "--yes", "--json", *told).stdout)
    assert (result["columns"]["Country"], result["columns"]["Name of organisation"]) == ("ignored", "name:km")
    again = json.loads(run("import", form, "--folder", folder, "--json").stdout)
    assert (again["columns"], again["changes"]) == (result["columns"], [])
    path = folder / "register" / "columns.google-forms.toml"
    path.write_text("# ours\n" + path.read_text(encoding="utf-8"), encoding="utf-8")
    run("import", form, "--folder", folder)
    assert path.read_text(encoding="utf-8").startswith("# ours\n")


@pytest.mark.parametrize(
    ("told", "rule"),
    [
        ("Contry=country", "import/no-column"),
        ("Country=land", "import/no-field"),
        ("Country", "import/no-column"),
    ],
)
def test_a_column_that_is_not_there_or_cannot_hold_it_is_refused(
    folder: Path, form: Path, told: str, rule: str
) -> None:
    refused = run("import", form, "--folder", folder, "--map", told)
    assert (refused.exit_code, rule in refused.stderr) == (3, True)


@pytest.mark.parametrize("source", ["../form", "", "a b", ".hidden"])
def test_the_name_of_a_form_is_no_path(folder: Path, form: Path, source: str) -> None:
    done = run("import", form, "--folder", folder, "--yes", "--source", source)
    assert done.exit_code == (3 if source else 0)


def test_a_later_export_adds_and_updates_and_says_so(folder: Path, tmp_path: Path, form: Path) -> None:
    run("import", form, "--folder", folder, "--yes")
    changed = [[*ANSWERS[0][:2], "Star Kampuchea Organisation", *ANSWERS[0][3:]], *ANSWERS[1:]]
    more = export(
        tmp_path / "later.csv", [*changed, ["7/30/2025 08:00:00", "new@example.org", "New One", "Laos", "Yes", ""]]
    )
    result = json.loads(run("import", more, "--folder", folder, "--json").stdout)
    assert [(one["what"], one["number"], one["old"], one["new"]) for one in result["changes"]] == [
        ("updated", 1, "Star Kampuchea", "Star Kampuchea Organisation"),
        ("added", 4, "", ""),
    ]
    assert result["standings"] == {"named": 3, "withheld": 1, "withdrawn": 0}
    log = (folder / "register" / "log.csv").read_text(encoding="utf-8").splitlines()
    assert log[-2].endswith(",1,updated,name,Star Kampuchea,Star Kampuchea Organisation,google-forms")


def test_who_asks_not_to_be_named_leaves_the_log_too(folder: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    register = stand(folder, [1], Standing.WITHHELD, "threatened", "Secretary", NOW)
    assert [row.standing for row in register.rows] == ["withheld", "withheld", "named"]
    enrol(propose(folder, form), NOW)
    log = (folder / "register" / "log.csv").read_text(encoding="utf-8")
    assert "Star" not in log
    assert load_register_files(folder).log[-1].by == "Secretary"
    assert [one.is_withheld for one in load_folder(folder).statement.endorsers] == [True, True, False]


def test_a_withdrawal_leaves_row_and_number_and_the_count_goes_down(folder: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    done = run("withdraw", 1, "--folder", folder, "--by", "Secretary", "--because", "left the coalition")
    assert (done.exit_code, done.stderr) == (0, "")
    assert json.loads(run("count", folder, "--json").stdout)["endorsers"] == 2
    assert json.loads(run("count", folder, "--json").stdout)["withdrawn"] == 1
    assert [row.number for row in load_register_files(folder).register.rows] == [1, 2, 3]
    run("name", 1, "--folder", folder)
    assert json.loads(run("count", folder, "--json").stdout)["endorsers"] == 3


def test_a_number_that_is_not_there_or_a_name_that_is_not_changes_nothing(folder: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    path = folder / "endorsers.csv"
    path.write_text(path.read_text(encoding="utf-8").replace("Quiet Voice", ""), encoding="utf-8")
    before = kept(folder)
    assert run("withdraw", 1, 9, "--folder", folder).exit_code == 3
    assert run("name", 2, "--folder", folder).exit_code == 3
    assert kept(folder) == before


def test_a_statement_that_does_not_name_its_register_is_told_how(folder: Path, form: Path) -> None:
    path = folder / "statement.md"
    path.write_text(path.read_text(encoding="utf-8").replace('endorsers = "endorsers.csv"\n', ""), encoding="utf-8")
    done = run("import", form, "--folder", folder, "--yes")
    assert (done.exit_code, "register/not-named" in done.stderr) == (0, True)
    assert (folder / "endorsers.csv").exists()


def test_an_export_of_nobody_is_refused(folder: Path, tmp_path: Path) -> None:
    refused = run("import", export(tmp_path / "empty.csv", []), "--folder", folder, "--yes")
    assert (refused.exit_code, (folder / "endorsers.csv").exists()) == (3, False)


def test_a_row_that_cannot_be_understood_stops_all(folder: Path, tmp_path: Path) -> None:
    rows = [*ANSWERS, ["7/29/2025 09:00:00", "x@example.org", "Call 012 345 678", "Kambodscha", "Perhaps", ""]]
    refused = run("import", export(tmp_path / "bad.csv", rows), "--folder", folder, "--yes")
    assert refused.exit_code == 3
    assert {"import/private", "import/answer"} <= {
        line.rpartition("[")[2].rstrip("]") for line in refused.stderr.splitlines() if line.endswith("]")
    }
    assert "345 678" not in refused.stderr
    assert not (folder / "endorsers.csv").exists()


def test_the_published_list_comes_in_as_it_was_published(tmp_path: Path) -> None:
    example = Path(__file__).parent.parent / "examples" / "border-ceasefire"
    folder = tmp_path / "statement"
    shutil.copytree(example, folder)
    endorsers = load_folder(folder).statement.endorsers
    (folder / "endorsers.csv").unlink()
    typed = "Endorsed by:\n\n" + "".join(f"- {one.number}. {one}\n" for one in endorsers)
    (tmp_path / "list.txt").write_text(typed, encoding="utf-8")
    done = run("import", tmp_path / "list.txt", "--folder", folder, "--yes")
    assert done.exit_code == 0
    assert [(one.number, str(one)) for one in load_folder(folder).statement.endorsers] == [
        (one.number, str(one)) for one in endorsers
    ]


def test_the_functions_refuse_a_folder_without_a_statement(tmp_path: Path, form: Path) -> None:
    with pytest.raises(SourceError, match=r"statement\.md"):
        enrol(propose(tmp_path, form), NOW)


def test_a_reason_in_the_log_tells_neither_who_it_is_nor_how_somebody_is_reached(folder: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    for reason, by in [("mail from x@example.org", ""), ("", "call 012 345 678"), ("Star Kampuchea asked", "")]:
        with pytest.raises(SourceError, match="log"):
            stand(folder, [1], Standing.WITHHELD, reason, by, NOW)
    stand(folder, [1, 1], Standing.WITHHELD, "they asked", "Dara", NOW)
    stand(folder, [1], Standing.WITHHELD, "again", "Dara", NOW)
    log = [entry for entry in load_register_files(folder).log if entry.what == "withheld"]
    assert [(entry.number, entry.new, entry.by) for entry in log] == [(1, "they asked", "Dara")]


def test_decisions_forget_the_words_about_whoever_is_withheld(folder: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    digest = "5fbb3d58945447a65f4f10c091f2df5e"
    path = folder / "register" / "decisions.csv"
    kept = f"misspelt,3,{digest},kept,Dara,2025-07-28,so they write it\n"
    header = "rule,rows,texts,decision,by,date,because\n"
    path.write_text(f"{header}misspelt,1,{digest},kept,Dara,2025-07-28,Star writes it so\n{kept}", encoding="utf-8")
    stand(folder, [1], Standing.WITHHELD, "", "", NOW)
    forgotten = f"misspelt,1,{'0' * 32},kept,Dara,2025-07-28,\n"
    assert path.read_text(encoding="utf-8") == header + forgotten + kept


def test_a_column_called_by_an_address_is_refused_and_not_repeated(folder: Path, tmp_path: Path) -> None:
    bad = export(tmp_path / "bad.csv", [["Star", "x"]], ["Name", "ask a@example.org if unsure"])
    refused = run("import", bad, "--folder", folder, "--yes")
    assert (refused.exit_code, "import/private-header" in refused.stderr) == (3, True)
    assert "a@example" not in refused.output
    assert not (folder / "register").exists()


def test_an_answer_that_is_not_understood_can_be_taught_in_the_file_that_is_kept(folder: Path, tmp_path: Path) -> None:
    rows = [[*ANSWERS[0][:4], "Rather not", ""]]
    file = export(tmp_path / "odd.csv", rows)
    refused = run("import", file, "--folder", folder, "--yes")
    mapping = folder / "register" / "columns.google-forms.toml"
    assert (refused.exit_code, str(mapping) in refused.stderr) == (3, True)
    assert not (folder / "endorsers.csv").exists()
    text = mapping.read_text(encoding="utf-8")
    mapping.write_text(f'{text}\n[answers.consent]\n"rather not" = "no"\n', encoding="utf-8")
    assert json.loads(run("import", file, "--folder", folder, "--json").stdout)["standings"]["withheld"] == 1


def test_a_list_that_stands_in_the_register_already_is_told(folder: Path, tmp_path: Path, form: Path) -> None:
    enrol(propose(folder, form), NOW)
    (tmp_path / "list.txt").write_text("- Star Kampuchea\n- Quiet Voice\n- New One\n", encoding="utf-8")
    done = run("import", tmp_path / "list.txt", "--folder", folder, "--yes")
    assert "1 of 3 new names stand in the register already" in done.stderr
    assert "Quiet" not in done.output
    assert [row.standing for row in load_register_files(folder).register.rows[3:]] == ["named", "withheld", "named"]
