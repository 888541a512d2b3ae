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
    State.REVIEWED: "draft.unreviewed",
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
    states = list(clause_states(statement.clauses(), catalog, reviews, policy))
    problems = {found.clause.id: list(clause_problems(found, catalog.path, policy)) for found in states}
    for alarm in alarms:
        problems[alarm.clause or ""].append(alarm)
    texts = {found.clause.id: _text(found, problems[found.clause.id], words) for found in states}
    return Translation(
        statement.translated(texts, catalog.language),
        {found.clause.id: found.entry.place for found in states if found.entry},
        (*_warnings(problems.values()), *unused_messages(statement, catalog)),
    )


def _text(found: ClauseState, problems: list[Diagnostic], words: Mapping[str, str]) -> str:
    """What a draft shows of a clause."""
    if not problems:
        return found.text
    where = Location("")
    is_faulty = found.state is not State.MISSING and any(text_faults(found.clause, found.text, where))
    shown = found.clause.text if is_faulty or found.state is State.MISSING else found.text
    is_doubted = any(problem.rule.startswith(ALARM) for problem in problems)
    key = _MARKS[State.FUZZY] if is_doubted and found.state > State.FUZZY else _MARKS[found.state]
    word = words[_FAULTY if is_faulty and found.state > State.FUZZY else key]
    return f"**\\[{word}\\]** {shown}"


def _warnings(problems: Iterable[list[Diagnostic]]) -> Iterator[Diagnostic]:
    return (replace(found, severity=Severity.WARNING) for some in problems for found in some)
