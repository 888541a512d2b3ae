"""What users copy to work with translators' tools: the workflow does what it says, and the page names what there is."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
import yaml

from statement_kit.__main__ import main

EXAMPLES = Path(__file__).parent.parent / "examples"
WORKFLOW = EXAMPLES / "check-translations.yml"
PAGE = EXAMPLES / "translation-tools.md"


def steps() -> list[dict[str, Any]]:
    (job,) = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["jobs"].values()
    return list(job["steps"])


def run_last_step(folder: Path) -> subprocess.CompletedProcess[str]:
    """Run the script that checks, as GitHub runs it: in the repository, by bash, ended by the first failure."""
    script = steps()[-1]["run"]
    path = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    return subprocess.run(
        ["bash", "--noprofile", "--norc", "-eo", "pipefail", "-c", script],
        cwd=folder,
        env={**os.environ, "PATH": path},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


@pytest.fixture
def repository(tmp_path: Path) -> Path:
    """A repository with two statement folders, of which one has a space in its name."""
    shutil.copytree(EXAMPLES / "border-ceasefire", tmp_path / "statements" / "border-ceasefire")
    shutil.copytree(EXAMPLES / "border-ceasefire", tmp_path / "statements" / "second statement")
    return tmp_path


def test_every_action_is_pinned_to_a_version_and_nothing_may_be_written() -> None:
    used = [step["uses"] for step in steps() if "uses" in step]
    assert used
    assert all(re.fullmatch(r"actions/[a-z-]+@v\d+\.\d+\.\d+", action) for action in used)
    assert yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))["permissions"] == {"contents": "read"}


def test_it_runs_on_every_change() -> None:
    workflow = yaml.safe_load(WORKFLOW.read_text(encoding="utf-8"))
    assert workflow[True].keys() == {"push", "pull_request"}  # YAML 1.1 reads “on” as true


def test_it_passes_where_every_translation_may_be_published(repository: Path) -> None:
    result = run_last_step(repository)
    assert (result.returncode, result.stdout.count("== ./statements/")) == (0, 2), result.stderr


def test_one_clause_that_is_not_ready_fails_it_after_every_folder_was_checked(repository: Path) -> None:
    catalog = repository / "statements" / "border-ceasefire" / "translations" / "km.po"
    text = catalog.read_text(encoding="utf-8")
    catalog.write_text(text.replace('msgctxt "demand.1"', '#, fuzzy\nmsgctxt "demand.1"'), encoding="utf-8")
    result = run_last_step(repository)
    assert (result.returncode, result.stdout.count("== ./statements/")) == (4, 2)
    assert "demand.1" in result.stdout + result.stderr


def test_a_repository_without_a_statement_is_no_success(tmp_path: Path) -> None:
    result = run_last_step(tmp_path)
    assert result.returncode == 1
    assert "There is no statement.md" in result.stdout


@pytest.mark.parametrize("path", [WORKFLOW, PAGE], ids=lambda path: path.name)
def test_every_command_it_names_exists(path: Path) -> None:
    named = set(re.findall(r"statement-kit ([a-z]+)", path.read_text(encoding="utf-8")))
    assert "check" in named
    assert named <= main.commands.keys()


def test_the_page_names_files_that_exist() -> None:
    assert WORKFLOW.name in PAGE.read_text(encoding="utf-8")
