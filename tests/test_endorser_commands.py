"""`statement-kit endorsers lint`: what it prints, and what it ends with."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

from click.testing import CliRunner
from conftest import EXAMPLE

from statement_kit.__main__ import main


def test_findings_name_file_and_line_and_the_exit_code_is_0() -> None:
    result = CliRunner().invoke(main, ["endorsers", "lint", str(EXAMPLE)])
    assert result.exit_code == 0
    assert "endorsers.csv:57: warning: “Nieghbors” in “Good Nieghbors Cambodia” looks misspelt." in result.stderr
    assert result.stdout == "102 endorsers: 13 findings. Nothing was changed.\n"


def test_json_holds_the_findings_and_their_number() -> None:
    result = CliRunner().invoke(main, ["endorsers", "lint", str(EXAMPLE), "--json"])
    report = json.loads(result.stdout)
    assert (report["endorsers"], report["warnings"], len(report["diagnostics"])) == (102, 13, 13)
    assert {one["severity"] for one in report["diagnostics"]} == {"warning"}


def test_nothing_in_the_folder_is_changed(tmp_path: Path) -> None:
    folder = tmp_path / "statement"
    shutil.copytree(EXAMPLE, folder)
    before = {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}
    CliRunner().invoke(main, ["endorsers", "lint", str(folder)])
    assert {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()} == before


def test_a_list_in_which_nothing_looks_wrong_says_so(tmp_path: Path) -> None:
    folder = tmp_path / "statement"
    shutil.copytree(EXAMPLE, folder)
    (folder / "endorsers.csv").write_text("number,name,acronym\n1,Banteay Srei,\n", encoding="utf-8")
    result = CliRunner().invoke(main, ["endorsers", "lint", str(folder)])
    assert (result.exit_code, result.stdout) == (0, "1 endorser: nothing looks wrong.\n")


def test_a_list_that_cannot_be_read_is_an_error(tmp_path: Path) -> None:
    result = CliRunner().invoke(main, ["endorsers", "lint", str(tmp_path)])
    assert result.exit_code == 3
