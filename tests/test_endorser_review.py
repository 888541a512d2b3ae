"""`statement-kit endorsers review`: what is shown, what may be answered, and what becomes of it."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
from pathlib import Path

import click
import pytest
from click.testing import CliRunner, Result
from reviewed import REGISTER, contents, made_folder

from statement_kit.__main__ import main
from statement_kit.commands.endorser_review import Walk, shown, visible
from statement_kit.register_review import load_review


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return made_folder(tmp_path / "statement")


def walked(folder: Path, *answers: str, because: str = "") -> Result:
    """A walk by somebody who answers so, and then has enough."""

    @click.command()
    def walk() -> None:
        walk = Walk(folder, "Kim", because)
        walk.go()
        click.echo("; ".join(f"{one.rule} {one.verdict} {one.because}".strip() for one in walk.made))

    result = CliRunner().invoke(walk, input="".join(f"{answer}\n" for answer in (*answers, "q")))
    assert result.exit_code == 0, result.output
    return result


def last(result: Result) -> str:
    return result.stdout.splitlines()[-1]


def review(*arguments: str) -> Result:
    return CliRunner().invoke(main, ["endorsers", "review", *arguments, "--by", "Kim"])


def test_a_finding_is_shown_with_its_row_and_with_what_would_change(folder: Path) -> None:
    text = walked(folder, "s", "s").stdout
    assert "3 of 6  misspelt\n\n    no. 6, line 7\n      name  Good Nieghbors.\n" in text
    assert "  “Nieghbors” in “Good Nieghbors.” looks misspelt.\n  Is “Neighbors” meant?" in text
    assert "    name  Good Nieghbors.\n       →  Good Neighbors.\n" in text


def test_of_two_rows_is_shown_what_would_be_taken_and_what_lost(folder: Path) -> None:
    text = walked(folder).stdout
    assert "    no. 4 would go into no. 1, which would take from it\n      acronym  KLH\n" in text
    assert "    and this would be left out\n      name  Klahaan\n" in text
    assert "[m]erge, [k]eep as it is, [e]dit by hand, [s]kip, [q]uit\n" in text


def test_of_a_withheld_row_nothing_is_shown_nor_of_the_other(folder: Path) -> None:
    text = walked(folder, *"ssss").stdout.partition("withheld-repeat")[2]
    assert "no. 7 would go into no. 3, whose name would be withheld" in text
    assert "[m]erge, [k]eep as it is, [s]kip, [q]uit\n" in text
    assert "Dara" not in text


def test_of_a_withheld_row_nothing_is_shown_where_only_its_number_is_odd(tmp_path: Path) -> None:
    rows = "number,name,acronym,standing\n1,Alpha,,\n3,Sok Dara,SD,withheld\n"
    here = load_review(made_folder(tmp_path / "gap", rows))
    (gap,) = here.findings()
    assert gap.rule == "number-gap"
    assert "    no. 3, whose name is withheld, line 3\n\n" in shown(gap, here)
    assert "Dara" not in shown(gap, here)


def test_a_list_in_which_nothing_looks_wrong_ends_the_walk_at_once(tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "clean", "number,name,acronym\n1,Banteay Srei,\n")
    assert walked(folder).stdout == "\n"


def test_answers_are_done_in_turn(folder: Path) -> None:
    """The last mark is accepted after the name is edited, since it stands in what was typed."""
    result = walked(folder, "m", "k", "", "e", "Good Neighbours.", "a", "k", "they are two", "k", "their Khmer one")
    assert last(result) == (
        "alike merged; acronym-shared kept; misspelt corrected; last-mark corrected; "
        "withheld-repeat kept they are two; acronym-unlike kept their Khmer one"
    )
    assert "6,Good Neighbours,,,,,\n" in (folder / "endorsers.csv").read_text(encoding="utf-8")
    assert load_review(folder).findings() == []


def test_a_reason_that_was_given_is_not_asked_for(folder: Path) -> None:
    assert last(walked(folder, "k", "k", because="they say so")) == (
        "alike kept they say so; acronym-shared kept they say so"
    )


def test_the_last_decision_is_undone_and_asked_about_again(folder: Path) -> None:
    result = walked(folder, "m", "s", "a", "u", "u", "k", "")
    assert "Undone: misspelt, no. 6.\n" in result.stdout
    assert "Undone: alike, no. 4.\n" in result.stdout
    assert last(result) == "alike kept"
    assert (folder / "endorsers.csv").read_text(encoding="utf-8") == REGISTER


def test_undoing_is_offered_only_where_something_was_done(folder: Path) -> None:
    result = walked(folder, "u")
    assert "'u' is not one of" in result.output
    assert "[u]ndo" not in result.stdout


def test_what_cannot_be_done_is_said_and_asked_again(folder: Path) -> None:
    result = walked(folder, "s", "s", "e", "Call 012 345 678", "a")
    assert "[endorsers/private]" in result.stderr
    assert last(result) == "misspelt corrected"


def test_a_change_by_somebody_else_is_told_and_the_walk_goes_on(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = folder / "endorsers.csv"
    asked = click.prompt

    def prompt(*arguments: object, **options: object) -> object:
        answer = asked(*arguments, **options)  # type: ignore[arg-type]
        path.write_text(path.read_text(encoding="utf-8").replace("\n4,Klahaan,", "\n4,Alpha,"), encoding="utf-8")
        return answer

    monkeypatch.setattr(click, "prompt", prompt)
    result = walked(folder, "m", "a")
    assert "The register was changed meanwhile; going on with what stands now.\n" in result.stdout
    assert "4,Alpha,KLH," in path.read_text(encoding="utf-8")


def test_what_nobody_sees_is_shown(tmp_path: Path) -> None:
    folder = made_folder(tmp_path / "hidden", "number,name,acronym\n1,Vi\u200bvid \u202eGrove,\n")
    here = load_review(folder)
    assert "Vi<U+200B>vid <U+202E>Grove" in shown(here.findings()[0], here)
    assert visible("\x1b[2J\u2028\n") == "<U+001B>[2J<U+2028>\n"


def test_it_runs_on_a_terminal(folder: Path) -> None:
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "statement_kit", "endorsers", "review", str(folder), "--by", "Kim"]
    with subprocess.Popen(command, stdin=theirs, stdout=subprocess.PIPE, stderr=subprocess.STDOUT) as process:
        os.write(ours, b"m\nk\nour own\nq\n")
        said = process.stdout.read().decode() if process.stdout else ""
    os.close(ours)
    os.close(theirs)
    assert process.returncode == 0, said
    assert said.endswith("1 kept, 1 merged; 4 findings left.\n")


def test_without_a_terminal_it_says_what_else_to_do(folder: Path) -> None:
    result = review(str(folder))
    assert result.exit_code == 2
    assert "--keep RULE:NUMBER" in result.stderr


def test_scripts_say_what_to_decide(folder: Path) -> None:
    arguments = ("--keep", "alike:4", "--because", "they are two", "--accept", "misspelt:6", "--accept", "last-mark:6")
    result = review(str(folder), *arguments)
    assert (result.exit_code, result.stdout) == (0, "1 kept, 2 corrected; 3 findings left.\n")
    assert "6,Good Neighbors,," in (folder / "endorsers.csv").read_text(encoding="utf-8")
    assert ",Kim," in (folder / "register" / "decisions.csv").read_text(encoding="utf-8")


def test_scripts_are_told_as_json_what_was_decided(folder: Path) -> None:
    report = json.loads(review(str(folder), "--accept", "alike:4", "--json").stdout)
    assert report["decided"] == [{"rule": "alike", "rows": [1, 4], "decision": "merged"}]
    assert (report["merged"], report["kept"], report["open"]) == (1, 0, 5)


@pytest.mark.parametrize(
    "arguments", [("--keep", "misspelt"), ("--keep", ":6"), ("--accept", "misspelt:x"), ("--json",)]
)
def test_what_names_no_finding_is_wrong_usage(folder: Path, arguments: tuple[str, ...]) -> None:
    assert review(str(folder), *arguments).exit_code == 2


def test_a_finding_that_is_not_there_stops_all(folder: Path) -> None:
    before = contents(folder)
    result = review(str(folder), "--accept", "misspelt:6", "--keep", "misspelt:1")
    assert result.exit_code == 3
    assert "No. 1 raises no finding “misspelt”." in result.stderr
    assert contents(folder) == before


def test_the_lint_does_not_tell_again_what_was_decided(folder: Path) -> None:
    review(str(folder), "--keep", "misspelt:6")
    result = CliRunner().invoke(main, ["endorsers", "lint", str(folder), "--json"])
    report = json.loads(result.stdout)
    rules = [one["rule"] for one in report["diagnostics"]]
    assert "endorsers/misspelt" not in rules
    assert len(report["proposals"]) == len(rules)
    assert report["proposals"][0] == {"rule": "alike", "number": 4, "keep": 1, "drop": 4}
    assert report["proposals"][-1] is None
