"""A statement for those who work on it: what is ready as it will be, and before every other clause what it lacks.

Nothing falls back in silence: where no translation can be shown, the source stands, and says so.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.model import Statement
from statement_kit.readiness import Policy, State
from statement_kit.translation.catalog import Catalog
from statement_kit.translation.reviews import Review
from statement_kit.translation.state import ClauseState, clause_states
from statement_kit.translation.translate import Translation, clause_problems, text_faults, unused_messages
from statement_kit.translation.waivers import ALARM

_MARKS = {
    State.MISSING: "draft.missing",
    State.STALE: "draft.stale",
    State.FUZZY: "draft.fuzzy",
    State.TRANSLATED: "draft.unreviewed",
    State.REVIEWED: "draft.unapproved",
}
"""Per state, the kit's word for what a clause lacks."""

_FAULTY = "draft.faulty"


def draft(
    statement: Statement,
    catalog: Catalog,
    reviews: Iterable[Review],
    policy: Policy,
    words: Mapping[str, str],
    alarms: Iterable[Diagnostic] = (),
) -> Translation:
    """Put a statement into the language of a catalog as far as it has come.

    Args:
        statement: The statement.
        catalog: Its clauses in another language, as many as there are.
        reviews: Who has found which translation right.
        policy: How far every clause must come.
        words: The kit's own words in that language.
        alarms: What else stands against some of its clauses.

    Returns:
        The statement, what it lacks marked in it and told in the warnings.
    """
    states = list(clause_states(statement.clauses(catalog.language), catalog, reviews, policy))
    problems = {
        found.clause.id: list(clause_problems(found, catalog.path, policy, catalog.language)) for found in states
    }
    for alarm in alarms:
        if alarm.clause in problems:
            problems[alarm.clause].append(alarm)
    texts = {found.clause.id: _text(found, problems[found.clause.id], words) for found in states}
    return Translation(
        statement.translated(texts, catalog.language),
        {found.clause.id: found.entry.place for found in states if found.entry},
        (*_warnings(problems.values()), *unused_messages(statement, catalog)),
    )


def _text(found: ClauseState, problems: list[Diagnostic], words: Mapping[str, str]) -> str:
    """What a draft shows of a clause, behind what it lacks."""
    if not problems:
        return found.text
    is_usable = found.state is not State.MISSING and not any(text_faults(found.clause, found.text, Location("")))
    word = words[_mark(found, problems, is_usable=is_usable)]
    return f"**\\[{word}\\]** {found.text if is_usable else found.clause.text}"


def _mark(found: ClauseState, problems: list[Diagnostic], *, is_usable: bool) -> str:
    """The kit's word for what a clause lacks; where the source stands in its place, that says so."""
    if not is_usable:
        return _FAULTY if found.state > State.STALE else _MARKS[State.MISSING]
    is_doubted = any(problem.rule.startswith(ALARM) for problem in problems)
    return _MARKS[State.FUZZY if is_doubted and found.state > State.FUZZY else found.state]


def _warnings(problems: Iterable[list[Diagnostic]]) -> Iterator[Diagnostic]:
    return (replace(found, severity=Severity.WARNING) for some in problems for found in some)
