"""README tells the truth: its Python runs, its commands exist."""

from __future__ import annotations

import re
import shutil
from dataclasses import replace
from pathlib import Path

import pytest
from click.testing import CliRunner

import statement_kit
from statement_kit.__main__ import main
from statement_kit.brand import Brand, DocxFonts, letterhead_problems
from statement_kit.endorsers import EndorserKind, Fact, Group, Numbers, Order
from statement_kit.markup.counts import COUNTS
from statement_kit.press import Press
from statement_kit.register.columns import COLUMNS, Standing
from statement_kit.release import build
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.folder import load_folder
from statement_kit.source.statement_file import parse_statement

ROOT = Path(__file__).parent.parent
README = (ROOT / "README.md").read_text(encoding="utf-8")
LOGO = (ROOT / "tests" / "statements" / "branded" / "logo.svg").read_bytes()


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


@pytest.mark.parametrize("command", ["new", "build", "extract", "update", "sign", "verify"])
def test_every_command_it_names_has_help(command: str) -> None:
    assert f"`statement-kit {command}" in README
    assert CliRunner().invoke(main, [command, "--help"]).exit_code == 0


def test_every_exit_code_it_names_is_one_of_the_command_line() -> None:
    from statement_kit.commands.running import ExitCode

    named = {int(code) for code in re.findall(r"\b([2-9]|1[0-2]) (?:the|a|text|files|wrong)\s", README)}
    assert named == {2, *(code for code in ExitCode if code)}


@pytest.mark.parametrize("command", ["import", "lint", "review", "count", "withhold", "withdraw", "name"])
def test_every_command_about_endorsers_that_it_names_has_help(command: str) -> None:
    assert re.search(rf"`statement-kit endorsers [^`]*\b{command}\b", README)
    assert CliRunner().invoke(main, ["endorsers", command, "--help"]).exit_code == 0


def test_the_annex_it_shows_is_understood_and_all_its_words_are_there(tmp_path: Path) -> None:
    (table,) = re.findall(r"```\n(\[annex\]\n.*?)```", README, re.DOTALL)
    folder = Path(shutil.copytree(ROOT / "examples" / "border-ceasefire", tmp_path / "border-ceasefire"))
    path = folder / "statement.md"
    path.write_text(path.read_text(encoding="utf-8").replace("\n+++\n", f"\n\n{table}+++\n", 1), encoding="utf-8")
    annex = load_folder(folder).statement.annex
    assert (annex.order, annex.group, annex.numbering) == (Order.NAME, Group.KIND, Numbers.LIST)
    assert annex.closed
    assert annex.as_of
    assert annex.time_zone
    section = README.partition("### Who signed")[2].partition("### ")[0]
    assert {*COUNTS, *Fact, *Standing, *EndorserKind} <= set(re.findall(r"[a-z]+", section))
    assert {column for column in COLUMNS if f"`{column}`" not in section} == set()


BRANDS = re.findall(r"```toml\n(.*?)```", README, re.DOTALL)


def shown(toml: str) -> Brand:
    """What a text of the README says as a brand, its logo at hand."""
    return parse_brand(toml, "brand.toml", lambda name, where: LOGO)[0]


def test_the_first_brand_it_shows_makes_the_example_as_it_stands(tmp_path: Path) -> None:
    folder = Path(shutil.copytree(ROOT / "examples" / "border-ceasefire", tmp_path / "border-ceasefire"))
    (folder / "brand.toml").write_text(BRANDS[0], encoding="utf-8")
    brand = load_folder(folder).brand
    assert brand == replace(Brand(), names=brand.names, letterhead=brand.letterhead, colours=brand.colours)
    assert brand.names.keys() == brand.letterhead.keys() == {"en", "km", "th"}
    assert len(build(folder, tmp_path / "out", formats=["pdf"]).files) == 3


def test_all_it_shows_of_a_brand_is_understood_together() -> None:
    brand = shown("\n".join(BRANDS))
    assert list(letterhead_problems(brand, ["en", "km", "th"])) == []
    assert (brand.docx_fonts, brand.docx_without) == (DocxFonts.SUBSET, ("Moul",))


@pytest.mark.parametrize("command", ["new", "check", "preview"])
def test_every_command_about_brands_that_it_names_has_help(command: str) -> None:
    assert f"`statement-kit brand {command}" in README
    assert CliRunner().invoke(main, ["brand", command, "--help"]).exit_code == 0


def test_the_press_release_it_shows_is_understood_and_holds_every_key() -> None:
    (table,) = re.findall(r"```\n(\[press\]\n.*?)```", README, re.DOTALL)
    (quotation,) = re.findall(r"```\n  (> .*?)  ```", README, re.DOTALL)
    front = 'kind = "press-release"\nlanguage = "en"\ntranslations = ["km"]\nissued = 2025-07-28\n'
    body = f"# Title\n\nText.\n\n{quotation.replace(chr(10) + '  ', chr(10))}"
    file = parse_statement(f"+++\n{front}{table}\n+++\n{body}", "s.md")
    press = file.statement.press
    left_out = {"status", "editors", "about"}
    assert {name for name in Press.__slots__ if not getattr(press, name)} == left_out
    assert press.speakers[0].consent
