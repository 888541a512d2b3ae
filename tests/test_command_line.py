"""The command line: files and an exit code out, findings that can be read by people and programs."""

from __future__ import annotations

import json
import os
import pty
import shutil
import subprocess
import sys
from contextlib import suppress
from math import ceil
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

from statement_kit import __version__
from statement_kit.__main__ import main
from statement_kit.commands.running import CODES, ExitCode
from statement_kit.commands.signing import VERDICTS
from statement_kit.diagnostics import StatementKitError

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A copy of the example; the tests stand beside it."""
    monkeypatch.chdir(tmp_path)
    shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire", ignore=shutil.ignore_patterns("*.pot"))
    return Path("border-ceasefire")


def run(*arguments: object) -> Result:
    """Run a command; whatever is raised but an exit is the test's."""
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def written(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def report(result: Result) -> Any:
    """What `--json` printed, which must be all that was printed."""
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_build_writes_one_file_per_language_and_format_and_says_nothing_in_a_pipe(folder: Path) -> None:
    result = run("build", folder, "--format", "txt")
    assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert written(Path("build")) == [f"border-ceasefire.{tag}.txt" for tag in ("en", "km", "th")]
    assert "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥" in Path("build/border-ceasefire.km.txt").read_text(encoding="utf-8")


def on_a_terminal(*arguments: str) -> str:
    """What a command shows where both outputs are a terminal."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "statement_kit", *arguments]
    with subprocess.Popen(command, stdout=theirs, stderr=theirs, env={**os.environ, "TERM": "xterm"}):
        os.close(theirs)
        shown = b""
        with suppress(OSError):  # Linux ends a terminal's output with an error
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)
    return shown.decode()


def test_build_names_its_files_and_update_its_counts_on_a_terminal(folder: Path) -> None:
    shown = on_a_terminal("build", str(folder), "--format", "txt", "--out", "out")
    for tag in ("en", "km", "th"):
        size = ceil(Path(f"out/border-ceasefire.{tag}.txt").stat().st_size / 1000)
        assert f"out/border-ceasefire.{tag}.txt  {size} kB" in shown
    assert "km: 23 translated, 0 stale, 0 fuzzy, 0 missing" in on_a_terminal("update", str(folder))


def test_build_takes_the_folder_one_stands_in(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert run("build", "--format", "txt", "--lang", "en").exit_code == 0
    assert written(Path("build")) == ["border-ceasefire.en.txt"]


def test_build_makes_only_the_languages_and_formats_asked_for(folder: Path) -> None:
    languages = ("--lang", "th", "--lang", "km", "--lang", "th")
    assert run("build", folder, "--out", "a/b", *languages, "--format", "txt", "--format", "txt").exit_code == 0
    assert written(Path("a/b")) == ["border-ceasefire.km.txt", "border-ceasefire.th.txt"]


def test_build_makes_a_pdf(folder: Path) -> None:
    assert run("build", folder, "--lang", "en", "--format", "pdf").exit_code == 0
    assert Path("build/border-ceasefire.en.pdf").read_bytes().startswith(b"%PDF-")


def test_two_builds_are_the_same_to_the_byte(folder: Path) -> None:
    for out in ("one", "two"):
        assert run("build", folder, "--out", out, "--format", "txt").exit_code == 0
    one, two = ([path.read_bytes() for path in sorted(Path(out).iterdir())] for out in ("one", "two"))
    assert one == two


def test_build_tells_programs_what_it_made(folder: Path) -> None:
    made = report(run("build", folder, "--format", "txt", "--lang", "km", "--json"))
    path = "build/border-ceasefire.km.txt"
    assert made == {"files": [path], "sizes": {path: Path(path).stat().st_size}, "diagnostics": []}


def test_a_warning_is_told_and_stops_nothing(folder: Path) -> None:
    path = folder / "translations" / "km.po"
    path.write_text(path.read_text(encoding="utf-8") + '\nmsgctxt "gone"\nmsgid "a"\nmsgstr "ក"\n', encoding="utf-8")
    result = run("build", folder, "--format", "txt")
    assert result.exit_code == 0
    assert "warning" in result.stderr
    assert "[catalog/unused]" in result.stderr
    (warning,) = report(run("build", folder, "--format", "txt", "--json"))["diagnostics"]
    assert (warning["severity"], warning["clause"]) == ("warning", "gone")
    assert warning["path"].endswith("km.po")


def test_extract_writes_the_template_and_names_it_to_programs(folder: Path) -> None:
    assert report(run("extract", folder, "--json")) == {
        "template": "border-ceasefire/translations/statement.pot",
        "diagnostics": [],
    }
    assert (folder / "translations" / "statement.pot").exists()


def test_update_counts_what_is_left_to_do(folder: Path) -> None:
    edit(folder / "statement.md", "All parties must refrain", "All parties must not refrain")
    state = {"translated": 22, "stale": 1, "fuzzy": 0, "missing": 0}
    assert report(run("update", folder, "--json")) == {"languages": {"km": state, "th": state}, "diagnostics": []}


def test_update_and_extract_change_nothing_the_second_time(folder: Path) -> None:
    assert run("update", folder).exit_code == 0
    before = {path: path.stat().st_mtime_ns for path in (folder / "translations").iterdir()}
    for command in ("update", "extract"):
        result = run(command, folder)
        assert (result.exit_code, result.stdout, result.stderr) == (0, "", "")
    assert {path: path.stat().st_mtime_ns for path in (folder / "translations").iterdir()} == before


def spoil_statement(folder: Path) -> None:
    edit(folder / "statement.md", "## 8.", "## 9.")


def spoil_catalog(folder: Path) -> None:
    edit(folder / "translations" / "km.po", 'msgctxt "title"', '#, fuzzy\nmsgctxt "title"')


def spoil_glyph(folder: Path) -> None:
    edit(folder / "statement.md", "In the spirit of", "\U0001f54a In the spirit of")


def spoil_word(folder: Path) -> None:
    edit(folder / "statement.md", "In the spirit of", "O" * 400 + " in the spirit of")


def spoil_output(folder: Path) -> None:
    Path("build").write_text("mine", encoding="utf-8")


@pytest.mark.parametrize(
    ("spoil", "code", "rule", "place"),
    [
        (spoil_statement, ExitCode.SOURCE, "source/demand-number", "statement.md"),
        (spoil_catalog, ExitCode.CATALOG, "catalog/fuzzy", "km.po"),
        (spoil_glyph, ExitCode.FONT, None, "statement.md"),
        (spoil_word, ExitCode.LAYOUT, None, "statement.md"),
        (spoil_output, ExitCode.OUTPUT, "output/unwritable", "build"),
    ],
)
def test_a_failure_ends_with_the_code_of_its_family_and_writes_nothing(
    folder: Path, spoil: Any, code: ExitCode, rule: str | None, place: str
) -> None:
    spoil(folder)
    languages = [] if code is ExitCode.CATALOG else ["--lang", "en"]
    result = run("build", folder, "--format", "pdf", *languages)
    assert (result.exit_code, result.stdout) == (code, "")
    assert result.stderr.endswith("Nothing was written: 1 problem.\n")
    told = run("build", folder, "--format", "pdf", *languages, "--json")
    assert told.exit_code == code
    (found,) = report(told)["diagnostics"]
    assert found.keys() == {"rule", "severity", "message", "path", "line", "clause", "hint"}
    assert found["rule"] == rule or rule is None
    assert found["path"].endswith(place)
    assert found["message"] in result.stderr
    assert not Path("build").is_dir()


def test_every_family_of_errors_has_a_code_of_its_own() -> None:
    assert set(StatementKitError.__subclasses__()) == CODES.keys()
    assert {*CODES.values(), *VERDICTS.values()} == set(ExitCode)
    assert 2 not in list(ExitCode)


@pytest.mark.parametrize("command", ["build", "extract", "update"])
@pytest.mark.parametrize("missing", ["nowhere", "empty"])
def test_what_is_not_a_statement_folder_is_a_source_error(
    tmp_path: Path, command: str, missing: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    Path("empty").mkdir()
    result = run(command, missing)
    assert result.exit_code == ExitCode.SOURCE
    assert "[source/unreadable]" in result.stderr
    assert "A statement folder needs a statement.md." in result.stderr
    assert sorted(tmp_path.rglob("*")) == [tmp_path / "empty"]


@pytest.mark.parametrize(
    ("arguments", "rule"),
    [
        (("--lang", "lo"), "language/not-in-folder"),
        (("--lang", ""), "language/not-in-folder"),
        (("--lang", "../en"), "language/not-in-folder"),
    ],
)
def test_a_language_that_is_not_in_the_folder_is_refused(folder: Path, arguments: tuple[str, ...], rule: str) -> None:
    result = run("build", folder, *arguments, "--json")
    assert result.exit_code == ExitCode.SOURCE
    assert [found["rule"] for found in report(result)["diagnostics"]] == [rule]


def test_a_language_the_kit_does_not_know_is_refused_at_the_line_that_names_it(folder: Path) -> None:
    edit(folder / "statement.md", '["km", "th"]', '["km", "th", "lo"]')
    result = run("build", folder, "--json")
    (found,) = report(result)["diagnostics"]
    assert (result.exit_code, found["rule"], found["line"]) == (ExitCode.SOURCE, "language/unknown", 4)


def test_a_date_that_thai_cannot_write_is_refused_at_its_line(folder: Path) -> None:
    edit(folder / "statement.md", "2025-07-28", "1940-07-28")
    result = run("build", folder, "--format", "txt", "--json")
    (found,) = report(result)["diagnostics"]
    assert (result.exit_code, found["rule"], found["line"]) == (ExitCode.SOURCE, "date/era", 5)


@pytest.mark.parametrize(
    "arguments", [("build", "--format", "odt"), ("build", "--nonsense"), ("bild",), ("build", "statement.md")]
)
def test_wrong_usage_is_told_apart_from_failure(
    folder: Path, arguments: tuple[str, ...], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    assert run(*arguments).exit_code == 2


@pytest.mark.parametrize("arguments", [("--help",), ("-h",), ("build", "-h"), ("extract", "-h"), ("update", "-h")])
def test_help_is_at_hand(arguments: tuple[str, ...]) -> None:
    result = run(*arguments)
    assert result.exit_code == 0
    assert result.stdout.startswith("Usage: ")


def test_the_version_is_told() -> None:
    assert __version__ in run("--version").stdout


def test_an_existing_file_is_kept_when_a_build_fails(folder: Path) -> None:
    assert run("build", folder, "--format", "txt").exit_code == 0
    before = {path: path.read_bytes() for path in Path("build").iterdir()}
    edit(folder / "statement.md", "# Calling for", "# Calling again for")
    assert run("build", folder, "--format", "txt").exit_code == ExitCode.CATALOG
    assert {path: path.read_bytes() for path in Path("build").iterdir()} == before


def test_a_build_in_the_way_of_one_file_replaces_none(folder: Path) -> None:
    Path("build/border-ceasefire.th.txt").mkdir(parents=True)
    Path("build/border-ceasefire.en.txt").write_text("old", encoding="utf-8")
    assert run("build", folder, "--format", "txt").exit_code == ExitCode.OUTPUT
    assert written(Path("build")) == ["border-ceasefire.en.txt", "border-ceasefire.th.txt"]
    assert Path("build/border-ceasefire.en.txt").read_text(encoding="utf-8") == "old"


@pytest.mark.parametrize("command", ["extract", "update"])
def test_translations_that_cannot_be_written_are_an_output_error(folder: Path, command: str) -> None:
    shutil.rmtree(folder / "translations")
    (folder / "translations").write_text("mine", encoding="utf-8")
    result = run(command, folder)
    assert result.exit_code in (ExitCode.OUTPUT, ExitCode.CATALOG)
    assert "Nothing was written" in result.stderr
    assert (folder / "translations").read_text(encoding="utf-8") == "mine"


def test_findings_in_any_script_reach_a_pipe_that_speaks_another_encoding(folder: Path) -> None:
    edit(folder / "statement.md", "# Calling for", "# អំពាវនាវ")
    process = subprocess.run(
        [sys.executable, "-m", "statement_kit", "build", str(folder), "--json"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "ascii", "LC_ALL": "C"},
    )
    assert (process.returncode, process.stderr) == (ExitCode.CATALOG, b"")
    found = json.loads(process.stdout.decode("utf-8"))["diagnostics"]
    assert [item["rule"] for item in found] == ["catalog/stale"] * 2
    assert "អំពាវនាវ" in found[0]["message"]


def test_all_problems_are_told_one_to_a_line_with_what_to_do(folder: Path) -> None:
    spoil_statement(folder)
    edit(folder / "endorsers.csv", "2,Action for Development", "1,Action for Development")
    result = run("build", folder)
    lines = result.stderr.splitlines()
    assert result.exit_code == ExitCode.SOURCE
    assert lines[0].startswith("border-ceasefire/statement.md:")
    assert lines[1].startswith("    ")
    assert lines[2].startswith("border-ceasefire/endorsers.csv:3: error: Number 1 is used again")
    assert lines[-1] == "Nothing was written: 2 problems."


def test_no_finding_steers_the_terminal_but_khmer_and_thai_stay_as_typed(folder: Path) -> None:
    kind = '"b\u202ea\\u001b[2J ប្រទេស\u200bកម្ពុជា"'  # "Cambodia", with a place for a line end
    edit(folder / "statement.md", '"joint-statement"', kind)
    result = run("build", folder)
    assert "There is no kind “b<U+202E>a<U+001B>[2J ប្រទេស\u200bកម្ពុជា”." in result.stderr


def test_a_path_that_is_no_text_can_still_be_reported_as_json(tmp_path: Path) -> None:
    name = os.fsdecode(b"\xff\xfe")
    result = CliRunner().invoke(main, ["build", str(tmp_path / name), "--json"])
    assert json.loads(result.stdout)["diagnostics"]
