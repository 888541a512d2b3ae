"""`BRANDS.md` tells the truth: its tables are those of the keys, its examples are understood, its words are there."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from click.testing import CliRunner

from statement_kit.__main__ import main
from statement_kit.brand import Brand, letterhead_problems
from statement_kit.document.blocks import Role
from statement_kit.source.brand_file import parse_brand
from statement_kit.source.brand_keys import KEYS
from statement_kit.source.brand_reference import key_table, role_table

PATH = Path(__file__).parent.parent.parent / "BRANDS.md"
PAGE = PATH.read_text(encoding="utf-8")
LOGO = (PATH.parent / "tests" / "statements" / "branded" / "logo.svg").read_bytes()


@pytest.mark.parametrize(("name", "table"), [("keys", key_table()), ("roles", role_table())])
def test_its_tables_are_those_of_the_keys(name: str, table: str, request: pytest.FixtureRequest) -> None:
    wanted = f"<!-- {name} -->\n{table}\n<!-- end -->"
    if wanted in PAGE:
        return
    if request.config.getoption("--update-goldens"):
        page = PATH.read_text(encoding="utf-8")
        written = re.sub(rf"<!-- {name} -->.*?<!-- end -->", lambda found: wanted, page, count=1, flags=re.DOTALL)
        PATH.write_text(written, encoding="utf-8")
    pytest.fail(f"The table “{name}” of BRANDS.md differs from the keys; --update-goldens rewrites it.")


def test_every_key_and_role_has_a_row() -> None:
    rows = [line for line in PAGE.splitlines() if line.startswith("| `")]
    assert len(rows) == len(KEYS) + len(Role)


def shown(toml: str) -> Brand:
    return parse_brand(toml, "brand.toml", lambda name, where: LOGO)[0]


EXAMPLES = re.findall(r"```toml\n(.*?)```", PAGE, re.DOTALL)


@pytest.mark.parametrize("toml", EXAMPLES)
def test_every_example_is_understood_by_itself(toml: str) -> None:
    assert shown(toml) != Brand()


def test_the_examples_together_are_a_whole_brand() -> None:
    brand = shown("\n".join(EXAMPLES))
    assert list(letterhead_problems(brand, ["en", "km", "th"])) == []
    assert len(brand.partners) == 1


@pytest.mark.parametrize("command", ["build", "new", "brand new", "brand check", "brand preview"])
def test_every_command_it_names_has_help(command: str) -> None:
    assert f"`statement-kit {command}" in PAGE or f"\nstatement-kit {command}" in PAGE
    assert CliRunner().invoke(main, [*command.split(), "--help"]).exit_code == 0


def test_every_option_it_names_is_one() -> None:
    told = "".join(
        CliRunner().invoke(main, [*each, "--help"]).stdout for each in (["brand", "new"], ["build"], ["brand", "check"])
    )
    assert [option for option in re.findall(r"(?<![\w-])--[a-z]+", PAGE) if option not in told] == []
