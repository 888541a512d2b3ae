"""Who signed, looked at with care: what in a list of endorsers looks wrong, each with a proposal, nothing changed.

All findings are warnings. A name is data (N17), and only its organisation knows whether an odd one is right.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.linting.acronyms import acronym_fit_findings, acronym_in_name_findings, shared_acronym_findings
from statement_kit.linting.entries import entries_of
from statement_kit.linting.hidden import hidden_findings
from statement_kit.linting.marks import mark_findings
from statement_kit.linting.numbering import numbering_findings
from statement_kit.linting.order import order_findings
from statement_kit.linting.spelling import misspelling_findings, two_form_findings
from statement_kit.linting.twice import repeated_findings
from statement_kit.model import Endorser

__all__ = ["lint_endorsers"]


def lint_endorsers(endorsers: Sequence[Endorser], places: Mapping[str, Location]) -> list[Diagnostic]:
    """Everything in a list of endorsers that looks wrong.

    Args:
        endorsers: Who signed, in the order of the list.
        places: The line of each, by `endorser.NUMBER`.

    Returns:
        Warnings, in the order of the list; those about the same row in the order of the checks.
    """
    entries = entries_of(endorsers, places)
    repeated = dict(repeated_findings(entries))
    found = [
        *repeated.values(),
        *shared_acronym_findings(entries, frozenset(repeated)),
        *acronym_in_name_findings(entries),
        *acronym_fit_findings(entries),
        *misspelling_findings(entries),
        *two_form_findings(entries),
        *mark_findings(entries),
        *hidden_findings(entries),
        *order_findings(entries),
        *numbering_findings(entries),
    ]
    rows = {entry.clause: at for at, entry in reversed(list(enumerate(entries)))}
    return sorted(found, key=lambda one: rows[one.clause or ""])
