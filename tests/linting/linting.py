"""Shorthand of the tests of this stage: a list from names, and its findings as short texts."""

from __future__ import annotations

from collections.abc import Mapping

from statement_kit.diagnostics import Location
from statement_kit.endorsers import Endorser
from statement_kit.linting import lint_endorsers, lint_register
from statement_kit.register.row import Register, Row, filled_cells


def found(*names: str | tuple[str, str]) -> list[str]:
    """What is found in a list of these names, or names with acronyms: `NUMBER rule`."""
    rows = [(name, "") if isinstance(name, str) else name for name in names]
    endorsers = [Endorser(number, name, acronym) for number, (name, acronym) in enumerate(rows, 1)]
    places = {f"endorser.{one.number}": Location("endorsers.csv", one.number + 1) for one in endorsers}
    findings = lint_endorsers(endorsers, places)
    return [f"{one.where.line - 1} {one.rule.removeprefix('endorsers/')}" for one in findings if one.where]


def register(*rows: Mapping[str, str]) -> Register:
    """A register of rows numbered 1, 2, 3, each on its line."""
    made = tuple(Row(number, filled_cells(cells)) for number, cells in enumerate(rows, 1))
    return Register(made, places={row.clause: Location("endorsers.csv", row.number + 1) for row in made})


def linted(*rows: Mapping[str, str]) -> list[str]:
    """What is found in a register of these rows: `NUMBER rule`."""
    return [f"{one.number} {one.rule}" for one in lint_register(register(*rows))]
