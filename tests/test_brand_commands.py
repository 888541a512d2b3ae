"""The commands of designers, as they are typed: what they print, ask and end with."""

from __future__ import annotations

import json
import os
import pty
import subprocess
import sys
import time
from contextlib import suppress
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from made_brand_files import LOGO, brand_folder

from statement_kit.__main__ import main
from statement_kit.commands.running import ExitCode
from statement_kit.source.brands import load_brand

NAMES = ("--name", "en=Ours", "--name", "km=យើង")  # "we"


@pytest.fixture(autouse=True)
def here(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty folder, in which the tests stand."""
    monkeypatch.chdir(tmp_path)
    return tmp_path


def run(*arguments: object) -> Result:
    return CliRunner().invoke(main, [str(argument) for argument in arguments], catch_exceptions=False)


def report(result: Result) -> Any:
    assert result.stderr == ""
    return json.loads(result.stdout)


def test_a_new_brand_is_made_for_the_languages_it_is_named_in() -> None:
    result = run("brand", "new", "ours", *NAMES, "--json")
    assert report(result) == {"files": ["ours/brand.toml"], "diagnostics": []}
    assert 'km = "យើង"' in Path("ours/brand.toml").read_text(encoding="utf-8")
    assert "\nth = " not in Path("ours/brand.toml").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("arguments", "tags"), [((), ["en", "km", "th"]), (("--lang", "km", "--lang", "en", *NAMES[:2]), ["km"])]
)
def test_away_from_a_terminal_every_name_must_be_given(arguments: tuple[str, ...], tags: list[str]) -> None:
    result = run("brand", "new", "ours", *arguments, "--json")
    assert result.exit_code == ExitCode.SOURCE
    found = report(result)["diagnostics"]
    assert [one["rule"] for one in found] == ["brand/no-name"] * len(tags)
    assert all(f"--name {tag}=" in one["hint"] for one, tag in zip(found, tags, strict=True))
    assert not Path("ours").exists()


@pytest.mark.parametrize("arguments", [("--lang", "km", *NAMES), ("--lang", "kh", "--name", "kh=A")])
def test_a_name_or_a_language_that_the_brand_cannot_have_is_refused(arguments: tuple[str, ...]) -> None:
    result = run("brand", "new", "ours", *arguments, "--json")
    assert result.exit_code == ExitCode.SOURCE
    assert [one["rule"] for one in report(result)["diagnostics"]] == ["brand/unknown-language"]
    assert not Path("ours").exists()


@pytest.mark.parametrize("name", ["Ours", "=Ours", "en=", "en= "])
def test_a_name_without_its_language_is_wrong_usage(name: str) -> None:
    assert run("brand", "new", "ours", "--name", name).exit_code == 2
    assert run("brand", "new", "ours", "--name", "en=A", "--name", "en=B").exit_code == 2


def test_a_failure_writes_nothing_and_ends_with_the_code_of_its_family() -> None:
    assert run("brand", "new", "ours", *NAMES, "--accent", "#ffcc00").exit_code == ExitCode.SOURCE
    assert not Path("ours").exists()
    brand_folder(Path("ours"), {"brand.toml": "mine"})
    assert run("brand", "new", "ours", *NAMES).exit_code == ExitCode.OUTPUT
    assert Path("ours/brand.toml").read_text(encoding="utf-8") == "mine"


def at_a_terminal(answers: list[str], *arguments: str) -> tuple[int, str]:
    """A command at a terminal, where somebody types these answers; its exit code and what was shown."""
    ours, theirs = pty.openpty()
    command = [sys.executable, "-m", "statement_kit", *arguments]
    environment = {**os.environ, "TERM": "dumb", "PYTHONPATH": str(Path(__file__).parent.parent)}
    with subprocess.Popen(command, stdin=theirs, stdout=theirs, stderr=theirs, env=environment) as process:
        os.close(theirs)
        shown = b""
        for answer in answers:
            shown += until(ours, b": ")
            os.write(ours, f"{answer}\n".encode())
        with suppress(OSError):  # Linux ends a terminal's output with an error
            while part := os.read(ours, 4096):
                shown += part
    os.close(ours)
    return process.returncode, shown.decode()


def until(terminal: int, mark: bytes) -> bytes:
    """What is shown up to a question, which ends in a mark."""
    shown = b""
    while not shown.endswith(mark):
        shown += os.read(terminal, 4096)
        time.sleep(0.01)
    return shown


def test_at_a_terminal_the_paper_of_the_brand_that_is_extended_stands(here: Path) -> None:
    brand_folder(here / "ours", {"base.toml": 'paper = "letter"\n'})
    options = (*NAMES, "--lang", "en", "--lang", "km", "--extends", "base.toml")
    code, shown = at_a_terminal(["", ""], "brand", "new", "ours", *options)
    assert (code, "Paper" in shown) == (0, False)
    assert load_brand(here / "ours").paper == "letter"


def test_at_a_terminal_it_asks_and_offers_a_colour_that_can_be_read(here: Path) -> None:
    brand_folder(here, {"art.svg": LOGO})
    answers = ["Friends", "", "มิตร", "yellow", "#ffcc00", "", "letter", "art.svg"]  # "friends"
    code, shown = at_a_terminal(answers, "brand", "new", "ours")
    assert (code, "too pale" in shown, "#917300" in shown) == (0, True, True)
    assert "statement-kit brand preview ours" in shown
    text = (here / "ours" / "brand.toml").read_text(encoding="utf-8")
    for line in ('en = "Friends"', 'th = "มิตร"', 'accent = "#917300"', 'paper = "letter"', 'file = "logo.svg"'):
        assert f"\n{line}\n" in text
    assert "\nkm = " not in text
    assert run("brand", "check", "ours").exit_code == 0


def test_a_check_names_each_brand_with_its_findings_and_counts() -> None:
    brand_folder(Path(), {"good.toml": "", "bad.toml": "size = 0\n", "odd.toml": '[colours]\nsun = "#fff4d6"\n'})
    result = run("brand", "check", "good.toml", "odd.toml", "bad.toml", "kit", "--json")
    told = report(result)
    assert (result.exit_code, told["errors"], told["warnings"]) == (ExitCode.SOURCE, 1, 1)
    assert [(one["brand"], one["errors"], one["warnings"]) for one in told["brands"]] == [
        ("good.toml", 0, 0),
        ("odd.toml", 0, 1),
        ("bad.toml", 1, 0),
        ("kit", 0, 0),
    ]
    assert [(one["rule"], one["path"], one["line"]) for one in told["diagnostics"]] == [
        ("brand/unused-colour", "odd.toml", 2),
        ("source/wrong-value", "bad.toml", 1),
    ]


def test_a_check_speaks_in_a_pipe_and_warnings_alone_are_no_failure() -> None:
    brand_folder(Path(), {"brand.toml": '[colours]\nsun = "#fff4d6"\n'})
    result = run("brand", "check")
    assert (result.exit_code, result.stdout) == (0, ".: errors: 0, warnings: 1.\n")
    assert "[brand/unused-colour]" in result.stderr
    assert run("brand", "check", "kit").stdout == "kit: nothing speaks against it.\n"


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('[[font]]\nfile = "logo.svg"\nfamily = "A"\n[typefaces.text.Latn]\nfamily = "A"\n', ExitCode.FONT),
        (f'[name]\nen = "{"A" * 300}"\n', ExitCode.LAYOUT),
        ('[name]\nen = "Ours"\nkm = "ក"\n[letterhead]\nen = []\n', ExitCode.SOURCE),
    ],
)
def test_a_check_ends_with_the_code_of_the_first_error(text: str, code: ExitCode) -> None:
    brand_folder(Path(), {"brand.toml": text, "logo.svg": LOGO})
    assert run("brand", "check").exit_code == code


def test_a_preview_writes_a_pdf_and_a_png_named_after_the_brand() -> None:
    brand_folder(Path(), {"ours/brand.toml": '[name]\nen = "Ours"\n'})
    assert report(run("brand", "preview", "ours", "--out", "out", "--json"))["files"] == [
        "out/ours.preview.pdf",
        "out/ours.preview.png",
    ]
    assert Path("out/ours.preview.pdf").read_bytes().startswith(b"%PDF")
    assert Path("out/ours.preview.png").read_bytes().startswith(b"\x89PNG")


def test_a_preview_of_what_cannot_be_set_is_refused_at_its_line() -> None:
    brand_folder(Path(), {"ours/brand.toml": f'\n[name]\nen = "{"A" * 300}"\n'})
    result = run("brand", "preview", "ours", "--json")
    assert result.exit_code == ExitCode.LAYOUT
    assert not Path("build").exists()


def test_a_title_alone_is_in_the_first_language() -> None:
    assert run("new", "ours", "--lang", "km", "--title", "ទឹក = ជីវិត").exit_code == 0  # "water = life"
    assert "# ទឹក = ជីវិត\n" in Path("ours/statement.md").read_text(encoding="utf-8")
    result = run("new", "wrong", "--lang", "en", "--title", "kh=ទឹក", "--json")  # "water"
    assert [found["rule"] for found in report(result)["diagnostics"]] == [
        "source/unknown-language",
        "source/missing-title",
    ]
    both = ("--title", "en=Water", "--title", "km=ទឹក")  # "water"
    assert run("new", "both", "--lang", "en", "--lang", "km", *both).exit_code == 0
    assert run("build", "both", "--format", "txt").exit_code == 0


def test_what_to_do_next_is_told_at_a_terminal(here: Path) -> None:
    code, shown = at_a_terminal([], "new", "our statement", "--lang", "en")
    assert code == 0
    assert "statement-kit build 'our statement'" in shown
    assert (here / "our statement" / "statement.md").is_file()
