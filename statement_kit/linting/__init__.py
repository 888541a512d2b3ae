"""Who signed, looked at with care: what in a register looks wrong, each with a proposal, nothing changed.

All findings are warnings. A name is data (N17), and only its organisation knows whether an odd one is right. What
somebody has found right is not told again, until its words change.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import chain

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.endorsers import Endorser
from statement_kit.linting.acronyms import acronym_fit_findings, acronym_in_name_findings
from statement_kit.linting.decisions import Decisions
from statement_kit.linting.entries import Entry, local_entries, register_entries, register_of
from statement_kit.linting.findings import Finding, told, words_digest
from statement_kit.linting.hidden import hidden_findings
from statement_kit.linting.marks import mark_findings
from statement_kit.linting.numbering import numbering_findings
from statement_kit.linting.order import order_findings
from statement_kit.linting.pairs import pair_words
from statement_kit.linting.proposals import CellChange, Proposal, RowMerge, proposed
from statement_kit.linting.spelling import misspelling_findings, two_form_findings
from statement_kit.linting.twice import IsSettled, repeat_findings
from statement_kit.register.columns import Standing
from statement_kit.register.row import Register

__all__ = [
    "CellChange",
    "Decisions",
    "Finding",
    "Proposal",
    "RowMerge",
    "lint_endorsers",
    "lint_register",
    "proposed",
]

_NOTHING_DECIDED = Decisions()


def lint_endorsers(
    endorsers: Sequence[Endorser], places: Mapping[str, Location], language: str = "en"
) -> list[Diagnostic]:
    """Everything in a list of endorsers that looks wrong.

    Args:
        endorsers: Who signed, in the order of the list.
        places: The line of each, by `endorser.NUMBER`.
        language: That of the list, by whose alphabet it may be ordered.

    Returns:
        Warnings, in the order of the list; those about the same row in the order of the checks.
    """
    register = register_of(endorsers, places)
    return [found.diagnostic for found in lint_register(register, language=language)]


def lint_register(
    register: Register, decisions: Decisions = _NOTHING_DECIDED, language: str = "en", *, checks_order: bool = True
) -> list[Finding]:
    """Everything in a register that looks wrong, and that nobody has found right.

    Whoever has withdrawn is passed over. Of somebody whose name is withheld nothing is looked at but whether the same
    row is there again, and nothing is said but the number and the line.

    Args:
        register: The register.
        decisions: What was decided before.
        language: That of the list, by whose alphabet it may be ordered.
        checks_order: Whether the order of the rows is that in which they are printed.

    Returns:
        What was found, in the order of the list; what is about the same row, in the order of the checks.
    """
    entries = register_entries(register)
    shown = [entry for entry in entries if not entry.is_withheld]
    withdrawn = {row.number for row in register.rows if row.standing is Standing.WITHDRAWN}
    found = chain(
        repeat_findings([*_with_local(entries)], _settled(decisions)),
        _name_findings([*_with_local(shown)]),
        _order_findings(shown, language) if checks_order else (),
        numbering_findings(entries, withdrawn | decisions.merged_away(), checks_order=checks_order),
    )
    kept = decisions.kept()
    rows = {row.clause: at for at, row in reversed(list(enumerate(register.rows)))}
    open_ones = (one for one in found if not kept or one.texts(decisions.prints) not in kept)
    return sorted(open_ones, key=lambda one: rows[one.diagnostic.clause or ""])


def _name_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """What looks wrong in names by themselves; what is known of organisations says nothing about people."""
    organisations = [entry for entry in entries if entry.name and not entry.is_person]
    yield from acronym_in_name_findings(organisations)
    yield from acronym_fit_findings(organisations)
    yield from misspelling_findings(organisations)
    yield from two_form_findings(organisations)
    yield from mark_findings(entries)
    yield from hidden_findings(entries)


def _order_findings(entries: Sequence[Entry], language: str) -> Iterator[Finding]:
    of_clause = {entry.clause: entry for entry in entries}
    yield from (told(one, [of_clause[one.clause or ""]]) for one in order_findings(entries, language))


def _with_local(entries: Sequence[Entry]) -> Iterator[Entry]:
    for entry in entries:
        yield entry
        yield from local_entries(entry)


def _settled(decisions: Decisions) -> IsSettled:
    """Whether two names were found to be those of two."""
    kept, pairs, prints = decisions.kept(), decisions.pairs(), decisions.prints

    def is_settled(one: Entry, other: Entry) -> bool:
        is_withheld = one.is_withheld or other.is_withheld
        if not is_withheld and frozenset((one.number, other.number)) not in pairs:
            return False
        return words_digest(pair_words(one, other), is_withheld=is_withheld, prints=prints) in kept

    return is_settled if kept else lambda one, other: False
