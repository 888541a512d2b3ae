"""Shorthand of the tests of this stage: a list from names, and its findings as short texts."""

from __future__ import annotations

from statement_kit.diagnostics import Location
from statement_kit.linting import lint_endorsers
from statement_kit.model import Endorser


def found(*names: str | tuple[str, str]) -> list[str]:
    """What is found in a list of these names, or names with acronyms: `NUMBER rule`."""
    rows = [(name, "") if isinstance(name, str) else name for name in names]
    endorsers = [Endorser(number, name, acronym) for number, (name, acronym) in enumerate(rows, 1)]
    places = {f"endorser.{one.number}": Location("endorsers.csv", one.number + 1) for one in endorsers}
    findings = lint_endorsers(endorsers, places)
    return [f"{one.where.line - 1} {one.rule.removeprefix('endorsers/')}" for one in findings if one.where]
