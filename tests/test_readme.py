"""README tells the truth: its Python runs, its commands exist."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

import statement_kit
from statement_kit.__main__ import main
from statement_kit.brand import letterhead_problems
from statement_kit.languages.registry import LANGUAGES
from statement_kit.source.brand_file import parse_brand

README = (Path(__file__).parent.parent / "README.md").read_text(encoding="utf-8")
BRANDED = Path(__file__).parent / "statements" / "branded" / "logo.svg"


def test_the_python_example_runs_and_makes_a_pdf_and_a_docx() -> None:
    (example,) = re.findall(r"```python\n(.*?)```", README, re.DOTALL)
    names: dict[str, bytes] = {}
    exec(compile(example, "README.md", "exec"), names)  # noqa: S102 - our own example
    assert names["pdf"].startswith(b"%PDF-1.7")
    assert names["docx"].startswith(b"PK")


def test_every_name_it_tells_python_of_is_public() -> None:
    section = README.partition("## From Python")[2].partition("\n## ")[0]
    prose = re.sub(r"```.*?```", "", section, flags=re.DOTALL)
    named = re.findall(r"`([A-Za-z_]+)(?=[`(\[])", prose)
    assert {"PROFILES", "has_dictionary", "ItemList"} <= set(named)
    assert set(named) <= set(statement_kit.__all__)


@pytest.mark.parametrize("command", ["build", "extract", "update", "sign", "verify"])
def test_every_command_it_names_has_help(command: str) -> None:
    assert f"`statement-kit {command}" in README
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_every_exit_code_it_names_is_one_of_the_command_line() -> None:
    from statement_kit.__main__ import ExitCode

    named = {int(code) for code in re.findall(r"\b([2-9]|1[0-2]) (?:the|a|text|files|wrong)\s", README)}
    assert named == {2, *(code for code in ExitCode if code)}


def test_the_brand_it_shows_is_whole_in_every_language() -> None:
    (shown,) = re.findall(r"```\n(accent = .*?)```", README, re.DOTALL)
    logo = BRANDED.read_bytes()
    brand, _ = parse_brand(shown, "brand.toml", lambda name, where: logo)
    assert brand.logo
    assert brand.names.keys() == {"en", "km", "th"}
    assert list(letterhead_problems(brand, ["en", "km", "th"], LANGUAGES)) == []
