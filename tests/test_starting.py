"""`new`: a statement folder that builds as it stands, in every language and order of languages."""

from __future__ import annotations

import os
import subprocess
import sys
from datetime import UTC, datetime
from itertools import permutations
from pathlib import Path

import pytest

from statement_kit import Kind, OutputError, SourceError, build, check, load_folder
from statement_kit.starting import new_statement

NOW = datetime(2026, 11, 27, 9, 30, tzinfo=UTC)
ORDERS = [order for count in (1, 2, 3) for order in permutations(("en", "km", "th"), count)]


@pytest.mark.parametrize("languages", ORDERS, ids="-".join)
def test_it_builds_without_an_edit_or_a_warning(tmp_path: Path, languages: tuple[str, ...]) -> None:
    files = new_statement(tmp_path / "peace", NOW, languages)
    assert all(path.is_file() for path in files)
    made = build(tmp_path / "peace", tmp_path / "out", formats="txt")
    assert [path.name for path in made.files] == [f"peace.{tag}.txt" for tag in languages]
    assert made.warnings == ()
    assert check(tmp_path / "peace") == []


def test_it_holds_what_was_asked_for(tmp_path: Path) -> None:
    titles = {"en": "Clean *water* now", "km": "ទឹកស្អាតឥឡូវនេះ"}  # "clean water now"
    new_statement(tmp_path, NOW, ("km", "en"), titles, "joint-statement")
    source = load_folder(tmp_path)
    statement = source.statement
    assert (statement.language, source.translations, statement.kind) == ("km", ("en",), Kind.JOINT_STATEMENT)
    assert (statement.title, statement.issued.isoformat()) == (titles["km"], "2026-11-27")
    assert len(statement.endorsers) == 3
    build(tmp_path, tmp_path / "out", formats="txt")
    assert "Clean water now" in (tmp_path / "out" / f"{tmp_path.name}.en.txt").read_text(encoding="utf-8")


def test_it_teaches_the_format_and_says_that_nobody_has_reviewed_it(tmp_path: Path) -> None:
    new_statement(tmp_path, NOW)
    text = (tmp_path / "statement.md").read_text(encoding="utf-8")
    for taught in ("# whom to ask", "## 1. ", "- ", "> ", "[^source]", "*", "](https://", "statement-kit update"):
        assert taught in text
    for tag in ("km", "th"):
        assert "No native speaker has reviewed" in (tmp_path / "translations" / f"{tag}.po").read_text(encoding="utf-8")


@pytest.mark.parametrize("kind", Kind)
def test_every_kind_builds(tmp_path: Path, kind: Kind) -> None:
    new_statement(tmp_path / "ours", NOW, kind=kind)
    assert len(build(tmp_path / "ours", tmp_path / "out", formats="txt").files) == 3


@pytest.mark.parametrize(
    ("asked", "rule"),
    [
        ({"languages": ("lo",)}, "source/no-sample"),
        ({"languages": ("../en",)}, "source/no-sample"),
        ({"languages": ()}, "source/no-language"),
        ({"languages": ("en", "en")}, "source/repeated-language"),
        ({"titles": {"en": "Ours"}}, "source/missing-title"),
        ({"languages": ("en",), "titles": {"en": "Ours", "km": "ក"}}, "source/unknown-language"),
        ({"languages": ("en",), "titles": {"en": "Ours\n\n## 2. More"}}, "source/title"),
        ({"languages": ("en",), "titles": {"en": "a \x1b[2J"}}, "statement/control-character"),
        ({"languages": ("en",), "titles": {"en": "`code`"}}, "source/unsupported-markdown"),
        ({"kind": "poem"}, "source/unknown-kind"),
        ({"titles": {"en": "`a`", "km": "ក", "th": "`b`"}}, "source/unsupported-markdown"),
    ],
)
def test_what_cannot_be_is_refused_and_nothing_written(tmp_path: Path, asked: dict[str, object], rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        new_statement(tmp_path / "ours", NOW, **asked)  # type: ignore[arg-type]
    assert rule in {found.rule for found in caught.value.diagnostics}
    assert all(found.hint for found in caught.value.diagnostics)
    assert not (tmp_path / "ours").exists()


def test_every_title_that_cannot_be_read_is_told_by_its_option(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        new_statement(tmp_path / "ours", NOW, titles={"en": "`a`", "km": "ក", "th": "{x}"})
    assert [str(found.where) for found in caught.value.diagnostics] == ["--title en", "--title th"]


@pytest.mark.parametrize("name", ["statement.md", "endorsers.csv", "translations/km.po"])
def test_what_stands_there_stays(tmp_path: Path, name: str) -> None:
    path = tmp_path / name
    path.parent.mkdir(exist_ok=True)
    path.write_text("mine", encoding="utf-8")
    with pytest.raises(OutputError) as caught:
        new_statement(tmp_path, NOW)
    assert [(found.rule, str(found.where)) for found in caught.value.diagnostics] == [("output/exists", str(path))]
    assert [each for each in tmp_path.rglob("*") if each.is_file()] == [path]


def test_a_link_that_leads_nowhere_is_not_written_through(tmp_path: Path) -> None:
    (tmp_path / "statement.md").symlink_to(tmp_path / "elsewhere.md")
    with pytest.raises(OutputError):
        new_statement(tmp_path, NOW)
    assert not (tmp_path / "elsewhere.md").exists()


def test_two_at_the_same_moment_are_the_same_to_the_byte(tmp_path: Path) -> None:
    one, two = (new_statement(tmp_path / name / "ours", NOW) for name in ("a", "b"))
    assert [path.read_bytes() for path in one] == [path.read_bytes() for path in two]


def test_a_newcomer_makes_a_statement_and_its_brand_in_one_go(tmp_path: Path) -> None:
    """As a user would: four commands, no edit."""
    logo = Path(__file__).parent / "statements" / "branded" / "logo.svg"
    names = [
        f"--name={tag}={name}" for tag, name in (("en", "Friends of Peace"), ("km", "មិត្តសន្តិភាព"), ("th", "มิตรสันติภาพ"))
    ]
    environment = {**os.environ, "PYTHONPATH": str(Path(__file__).parent.parent)}
    for command in (
        ["new", "our statement"],
        ["brand", "new", "our brand", *names, "--accent", "#1f5f8b", "--logo", str(logo), "--paper", "letter"],
        ["brand", "check", "./our brand"],
        ["build", "our statement", "--brand", "./our brand"],
        ["brand", "preview", "./our brand"],
    ):
        done = subprocess.run(
            [sys.executable, "-m", "statement_kit", *command],
            cwd=tmp_path,
            env=environment,
            capture_output=True,
            check=False,
        )
        assert (done.returncode, done.stderr) == (0, b"")
    made = sorted(path.name for path in (tmp_path / "build").iterdir())
    formats = ("docx", "pdf")
    files = [f"our statement.our-brand.{tag}.{kind}" for tag in ("en", "km", "th") for kind in formats]
    assert made == sorted([*files, "our-brand.preview.pdf", "our-brand.preview.png"])


def test_a_folder_whose_name_is_not_one_line_is_begun_like_any_other(tmp_path: Path) -> None:
    folder = tmp_path / "two\nlines"
    new_statement(folder, NOW)
    assert "# two lines: translation into km." in (folder / "translations" / "km.po").read_text("utf-8")
    assert check(folder) == []


def test_what_it_shows_of_press_releases_can_be_woken_as_it_stands(tmp_path: Path) -> None:
    new_statement(tmp_path, NOW, ("en",), kind="press-release")
    path = tmp_path / "statement.md"
    text = path.read_text(encoding="utf-8")
    asleep = text[text.index("# [press]") :].split("\n\n")[0]
    path.write_text(text.replace(asleep, asleep.replace("\n# ", "\n")[2:]), encoding="utf-8")
    press = load_folder(tmp_path).statement.press
    assert (press.status, press.place, press.languages) == ("immediate", "Phnom Penh", ("en",))
    assert (press.reference, press.to) == ("CSO 12/2026", ("The governments of …",))
