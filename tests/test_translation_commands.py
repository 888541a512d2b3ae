"""The commands of those who answer for translations: what they print, record, and end with."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from statement_kit.__main__ import main
from statement_kit.commands.running import ExitCode

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example, in which the tests stand."""
    made = shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire")
    monkeypatch.chdir(made)
    return made


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def report(result: Result) -> Any:
    assert result.stderr == ""
    return json.loads(result.stdout)


def make_stale(folder: Path) -> None:
    edit(folder / "statement.md", "All parties must refrain", "All parties must not refrain")


def test_status_is_a_table_of_every_clause_with_what_changed_side_by_side(folder: Path) -> None:
    make_stale(folder)
    result = run("status", "--lang", "km")
    assert (result.exit_code, result.stderr) == (0, "")
    assert result.stdout.startswith("km: 1 stale, 22 translated\n")
    lines = [" ".join(line.split()) for line in result.stdout.splitlines()]
    assert any(line.startswith("demand.1.1 stale was: …") for line in lines)
    assert any("now: …ions along" in line for line in lines)
    assert any(line.startswith("demand.8.1 translated") for line in lines)


def test_status_as_json_holds_the_whole_texts(folder: Path) -> None:
    make_stale(folder)
    run("review", "th", "title", "--by", "Somchai")
    found = report(run("status", "--json"))["languages"]
    km, th = ({clause["clause"]: clause for clause in found[tag]} for tag in ("km", "th"))
    assert len(km) == len(th) == 23
    assert km["demand.1.1"]["state"] == "stale"
    assert "must refrain" in km["demand.1.1"]["made_from"]
    assert "must not refrain" in km["demand.1.1"]["source"]
    assert (th["title"]["state"], th["title"]["reviewers"]) == ("reviewed", ["Somchai"])


def test_check_ends_well_where_nothing_stands_against_a_release(folder: Path) -> None:
    result = run("check")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "The translations may be published.\n", "")


def test_check_says_every_finding_and_ends_with_the_code_of_catalogs(folder: Path) -> None:
    make_stale(folder)
    result = run("check")
    assert result.exit_code == ExitCode.CATALOG
    assert result.stderr.count("[catalog/stale]") == 2
    assert result.stdout == "The translations are not ready: 2 findings.\n"
    found = run("check", "--json")
    assert found.exit_code == ExitCode.CATALOG
    assert (report(found)["errors"], len(report(found)["diagnostics"])) == (2, 2)


def test_a_review_is_recorded_with_the_day_and_said(folder: Path) -> None:
    assert report(run("review", "km", "demand.1", "demand.2", "--by", "Sok Dara", "--json"))["clauses"][1]["state"] == (
        "reviewed"
    )
    lines = (folder / "translations" / "km.reviews.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["clause", "demand.1", "demand.2"]
    assert all(line.split(",")[2] == "Sok Dara" for line in lines[1:])


def test_a_review_of_all_takes_the_folder_it_is_told(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder.parent)
    assert len(report(run("review", "km", "--all", "--by", "Dara", "--folder", folder, "--json"))["clauses"]) == 23


@pytest.mark.parametrize(
    "arguments", [("km", "--by", "Dara"), ("km", "title", "--all", "--by", "Dara"), ("km", "title")]
)
def test_a_review_needs_clauses_and_a_name(folder: Path, arguments: tuple[str, ...]) -> None:
    assert run("review", *arguments).exit_code == 2
    assert not (folder / "translations" / "km.reviews.csv").exists()


def at_a_terminal(folder: Path, typed: str, *arguments: str) -> str:
    """What a command says to somebody who types at a terminal."""
    leader, follower = pty.openpty()
    command = [sys.executable, "-m", "statement_kit", *arguments]
    process = subprocess.Popen(command, stdin=follower, stdout=subprocess.PIPE, cwd=folder)
    os.write(leader, typed.encode())
    said, _ = process.communicate(timeout=120)
    os.close(leader)
    os.close(follower)
    return said.decode()


def test_without_clauses_each_is_shown_beside_its_source_and_asked_for(folder: Path) -> None:
    said = at_a_terminal(folder, "y\nn\ny\nq\n", "review", "km", "--by", "Dara")
    assert "Calling for an Immediate Ceasefire" in said
    assert "អំពាវនាវឱ្យមានបទឈប់បាញ់ភ្លាមៗ" in said  # "calling for an immediate ceasefire"
    lines = (folder / "translations" / "km.reviews.csv").read_text(encoding="utf-8").splitlines()
    assert [line.split(",")[0] for line in lines] == ["clause", "title", "preamble.2"]
    again = at_a_terminal(folder, "q\n", "review", "km", "--by", "dara")
    assert "Calling for an Immediate Ceasefire" not in again, "what the same person has read is not shown again"


def test_a_waiver_is_recorded_with_its_reason(folder: Path) -> None:
    edit(folder / "translations" / "km.po", "១៩៩១", "១៩៩២")  # 1991, 1992
    assert run("check").exit_code == ExitCode.CATALOG
    assert report(run("waive", "km", "demand.7.1", "number", "--because", "Ratified then.", "--json")) == {
        "waived": ["alarm/number"],
        "clause": "demand.7.1",
        "diagnostics": [],
    }
    assert run("check").exit_code == 0
    assert "Ratified then." in (folder / "translations" / "km.waivers.csv").read_text(encoding="utf-8")


def test_a_waiver_without_its_alarm_is_refused(folder: Path) -> None:
    result = run("waive", "km", "demand.7.1", "number", "--because", "Why not.")
    assert result.exit_code == ExitCode.CATALOG
    assert "[waiver/no-alarm]" in result.stderr


def test_a_draft_is_built_from_what_there_is_and_says_so_in_every_name(folder: Path) -> None:
    make_stale(folder)
    assert run("build", "--format", "txt").exit_code == ExitCode.CATALOG
    assert not (folder / "build").exists()
    result = run("build", "--draft", "--format", "txt")
    assert result.exit_code == 0
    assert result.stderr.count("warning:") == 2
    assert sorted(path.name for path in (folder / "build").iterdir()) == [
        f"border-ceasefire.{tag}.DRAFT.txt" for tag in ("en", "km", "th")
    ]
    for tag, word in (("en", "Draft, not for publication"), ("km", "សេចក្ដីព្រាង"), ("th", "ฉบับร่าง")):  # draft
        text = (folder / "build" / f"border-ceasefire.{tag}.DRAFT.txt").read_text(encoding="utf-8")
        assert text.startswith(word)


@pytest.mark.parametrize("kind", ["xlsx", "docx", "xlf"])
def test_a_pack_goes_out_and_comes_back(folder: Path, kind: str) -> None:
    made = report(run("pack", "th", "--to", kind, "--out", "out", "--json"))
    assert made == {"file": f"out/border-ceasefire.th.translate.{kind}", "diagnostics": []}
    result = run("unpack", made["file"])
    assert (result.exit_code, result.stdout, result.stderr) == (0, "0 taken, 0 in conflict.\n", "")


def test_a_pack_of_another_statement_is_refused_with_its_name(folder: Path) -> None:
    run("pack", "th", "--to", "xlsx")
    other = folder.rename(folder.parent / "other-statement")
    result = run("unpack", other / "border-ceasefire.th.translate.xlsx", "--folder", other)
    assert result.exit_code == ExitCode.CATALOG
    assert "border-ceasefire" in result.stderr
