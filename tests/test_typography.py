"""The ledger of typography: every rule is in it, and all it names exists."""

from __future__ import annotations

import ast
import re
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
LEDGER = (ROOT / "TYPOGRAPHY.md").read_text(encoding="utf-8")

RULES = [
    *(f"T{number:02}" for number in range(1, 16)),
    *(f"L{number:02}" for number in range(1, 14)),
    *(f"P{number:02}" for number in range(1, 10)),
    *(f"N{number:02}" for number in range(1, 19)),
]


@pytest.mark.parametrize("rule", RULES)
def test_every_rule_has_one_row(rule: str) -> None:
    assert LEDGER.count(f"**{rule}**") == 1


def test_every_module_it_names_exists() -> None:
    named = re.findall(r"`(statement_kit/[\w/]+\.py)`", LEDGER)
    assert len(named) > 40
    assert [path for path in named if not (ROOT / path).is_file()] == []


def test_every_test_it_names_exists() -> None:
    named = re.findall(r"`(tests/[\w/]+\.py)(?:::(\w+))?`", LEDGER)
    assert len(named) > 50
    assert [f"{path}::{test}" for path, test in named if not _has(path, test)] == []


def _has(path: str, test: str) -> bool:
    file = ROOT / path
    if not file.is_file():
        return False
    functions = ast.walk(ast.parse(file.read_text(encoding="utf-8")))
    return not test or test in {node.name for node in functions if isinstance(node, ast.FunctionDef)}
