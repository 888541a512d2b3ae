"""The desk of those who answer for translations: how far each clause has come, every finding, reviews and waivers.

A folder's own files are read and written here; what the words mean is the business of `translation` and `alarms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, datetime
from functools import partial
from os import PathLike
from pathlib import Path

from statement_kit.catalogs import (
    GLOSSARY,
    catalog_path,
    load_catalog,
    load_glossary,
    load_reviews,
    load_waivers,
    reviews_path,
    waivers_path,
)
from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity, SourceError, gather, locate
from statement_kit.locking import locked
from statement_kit.model import Clause
from statement_kit.output import write_files
from statement_kit.press_checks import no_contact_warnings
from statement_kit.readiness import State
from statement_kit.source.folder import Source, load_folder
from statement_kit.translation.catalog import Catalog
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.glossary import Term, matches
from statement_kit.translation.reviews import Reviews, with_review, write_reviews
from statement_kit.translation.state import ClauseState, clause_states
from statement_kit.translation.translate import REVIEW_RULES, catalog_problems, unused_messages
from statement_kit.translation.waivers import ALARM, Waivers, is_waived, with_waiver, write_waivers

_INDENT = "\n        "
"""Before each of the two texts that an alarm is about."""


@dataclass(frozen=True, slots=True)
class Work:
    """All that a folder holds of one language.

    Attributes:
        folder: Where.
        source: What it says.
        language: Which.
        catalog: Its translations; empty where there are none yet.
        reviews: Who has found which of them right.
        waivers: Which alarms somebody has found false.
        glossary: What the terms of the statement are called.
    """

    folder: Path
    source: Source
    language: str
    catalog: Catalog
    reviews: Reviews
    waivers: Waivers
    glossary: tuple[Term, ...]

    def states(self) -> list[ClauseState]:
        """How far each clause has come, in reading order."""
        clauses = self.source.statement.clauses(self.language)
        return list(clause_states(clauses, self.catalog, self.reviews, self.source.policy))

    def problems(self, states: Sequence[ClauseState]) -> list[Diagnostic]:
        """Everything that stands against publishing it: what is not ready, what cannot be set, and alarms."""
        found = list(catalog_problems(states, self.catalog, self.source.policy))
        faulty = {problem.clause for problem in found if problem.rule not in REVIEW_RULES}
        return [*found, *(alarm for alarm in self.alarms(states) if alarm.clause not in faulty)]

    def alarms(self, states: Sequence[ClauseState]) -> Iterator[Diagnostic]:
        """The alarms that nobody has waived, of the clauses that are translated from the source as it stands."""
        from statement_kit.alarms import Pair, raise_alarms  # brings tables of words that only comparing needs

        current = {state.clause.id: state for state in states if state.state >= State.FUZZY}
        pairs = [Pair(name, state.clause.text, state.text) for name, state in current.items()]
        for alarm in raise_alarms(pairs, self.source.statement.language, self.language, self.glossary):
            state = current[alarm.clause]
            if not is_waived(self.waivers, alarm.rule, state.clause.text, state.text):
                where = state.entry.place if state.entry else None
                waiver = f"statement-kit waive {self.language} {alarm.clause} {alarm.rule.removeprefix(ALARM)}"
                texts = f"{_INDENT}{state.clause.text}{_INDENT}{state.text}"
                hint = f'{alarm.hint} If it is right as it is, say why: {waiver} --because "…"{texts}'
                yield Diagnostic(alarm.rule, f"{alarm.clause}: {alarm.message}", where, hint, alarm.clause)


def load_work(folder: str | PathLike[str], source: Source, language: str, *, needs_catalog: bool = False) -> Work:
    """All that a folder holds of one language.

    Args:
        folder: Where.
        source: What it says.
        language: Which language.
        needs_catalog: Whether it is an error that there is no catalog yet.

    Raises:
        CatalogError: Some file of it is damaged, or there is no catalog.
    """
    folder = Path(folder)
    none = Catalog(language, str(catalog_path(folder, language)), {})
    is_there = needs_catalog or catalog_path(folder, language).exists()
    return Work(
        folder,
        source,
        language,
        load_catalog(folder, language) if is_there else none,
        load_reviews(folder, language),
        load_waivers(folder, language),
        load_glossary(folder),
    )


def status(folder: str | PathLike[str], languages: str | Sequence[str] = ()) -> Mapping[str, list[ClauseState]]:
    """How far each clause of a statement folder has come, by language.

    Raises:
        StatementKitError: The folder, or a file of its translations, cannot be read.
    """
    return {work.language: work.states() for work in _works(folder, languages)}


def check(folder: str | PathLike[str], languages: str | Sequence[str] = ()) -> list[Diagnostic]:
    """Every finding about the translations of a statement folder; what is an error stops a release.

    Raises:
        StatementKitError: The folder, or a file of its translations, cannot be read.
    """
    works = _works(folder, languages)
    source = works[0].source if works else load_folder(folder)
    statement = source.statement
    claims = claim_findings(statement.clauses(), statement.counts(), statement.language, source.places)
    tags = [statement.language, *(work.language for work in works)]
    unasked = locate([found for tag in tags for found in no_contact_warnings(statement.contacts, tag)], source.places)
    return [*claims, *unasked, *_idle_columns(works), *(found for work in works for found in _findings(work))]


def claim_findings(
    clauses: Iterable[Clause], counts: Mapping[str, int], language: str, places: Mapping[str, Location]
) -> list[Diagnostic]:
    """Numbers of signers typed into the clauses of a statement that its list contradicts; all warnings.

    Args:
        clauses: The clauses, in one language.
        counts: How many signed.
        language: BCP 47 tag of the clauses.
        places: Where each of them stands, by id.
    """
    from statement_kit.claims.typed_counts import typed_count_findings  # brings words of number

    return list(typed_count_findings(clauses, counts, language, places)) if counts["endorsers"] else []


def _idle_columns(works: Sequence[Work]) -> Iterator[Diagnostic]:
    """Columns of the glossary in no language of the statement: it may be another spelling of a tag, or a mistake."""
    for work in works[:1]:
        known = (work.source.statement.language, *work.source.translations)
        tags = dict.fromkeys(tag for term in work.glossary for tag in term.renderings)
        for tag in tags:
            if not any(matches(tag, language) for language in known):
                message = f"The glossary has a column “{tag}”, which is no language of this statement."
                hint = f"Its languages are {', '.join(known)}. Name the column so, or delete it."
                where = Location(str(work.folder / GLOSSARY), 1)
                yield Diagnostic("glossary/idle-column", message, where, hint, severity=Severity.WARNING)


def _findings(work: Work) -> list[Diagnostic]:
    states, unused = work.states(), unused_messages(work.source.statement, work.catalog)
    return [*work.problems(states), *_claims(work, states), *unused, *_idle_waivers(work, states)]


def _claims(work: Work, states: Sequence[ClauseState]) -> list[Diagnostic]:
    """Numbers of signers in a translation that the list contradicts."""
    clauses = [Clause(state.clause.id, state.text) for state in states if state.text]
    places = {state.clause.id: state.entry.place for state in states if state.entry}
    return claim_findings(clauses, work.source.statement.counts(), work.language, places)


def _idle_waivers(work: Work, states: Sequence[ClauseState]) -> Iterator[Diagnostic]:
    """Waivers for words that stand nowhere any more: a reader of the record would think they still count."""
    standing = {pair_digest(state.clause.text, state.text) for state in states} if work.waivers else set()
    for waiver in work.waivers:
        if waiver.texts not in standing:
            yield Diagnostic(
                "waiver/idle",
                f"The waiver of {waiver.rule} for {waiver.clause} is about words that have changed since.",
                Location(str(waivers_path(work.folder, work.language))),
                "It counts no more. Keep the line as a record, or delete it.",
                waiver.clause,
                Severity.WARNING,
            )


def review(
    folder: str | PathLike[str], language: str, clauses: Sequence[str], reviewer: str, day: date
) -> list[ClauseState]:
    """Record that somebody has read clauses beside their source and found them right.

    Args:
        folder: The statement folder.
        language: In which language.
        clauses: Their ids; all that are translated and current if none is named.
        reviewer: Who has read them.
        day: When.

    Returns:
        The clauses, as far as they have come now.

    Raises:
        StatementKitError: A clause does not exist, or is not translated from the source as it stands; or a file cannot
            be read or written. Then nothing is recorded.
    """
    with locked(folder):
        work = _work(folder, language)
        chosen = _chosen(work, clauses)
        reviews = work.reviews
        for state in chosen:
            reviews = with_review(reviews, state.clause.id, state.clause.text, state.text, reviewer, _day(day))
        if reviews != work.reviews:
            write_files({reviews_path(Path(folder), language): write_reviews(reviews)})
    named = {state.clause.id for state in chosen}
    return [state for state in replace(work, reviews=reviews).states() if state.clause.id in named]


def waive(
    folder: str | PathLike[str], language: str, clause: str, alarm: str, reason: str, day: date
) -> tuple[Diagnostic, ...]:
    """Record that an alarm is false, and why.

    Args:
        folder: The statement folder.
        language: In which language.
        clause: The id of the clause that raised it.
        alarm: Its rule, with or without `alarm/`.
        reason: Why it is false.
        day: When that was found.

    Returns:
        The alarm; none if it was waived before.

    Raises:
        StatementKitError: The clause does not exist or raises no such alarm; or a file cannot be read or written.
    """
    with locked(folder):
        return _waived(_work(folder, language), clause, ALARM + alarm.removeprefix(ALARM), reason, _day(day))


def _waived(work: Work, clause: str, rule: str, reason: str, day: date) -> tuple[Diagnostic, ...]:
    (state,) = _chosen(work, [clause])
    if is_waived(work.waivers, rule, state.clause.text, state.text):
        return ()
    raised = tuple(found for found in work.alarms(work.states()) if (found.clause, found.rule) == (clause, rule))
    if not raised:
        message, hint = (
            f"{clause} raises no alarm “{rule}”.",
            "Run “statement-kit check” to see which alarms there are.",
        )
        raise CatalogError([Diagnostic("waiver/no-alarm", message, hint=hint, clause=clause)])
    waivers = with_waiver(work.waivers, clause, rule, state.clause.text, state.text, reason, day)
    write_files({waivers_path(work.folder, work.language): write_waivers(waivers)})
    return raised


def _day(day: date) -> date:
    """A date, though a time was given: a record holds days."""
    return day.date() if isinstance(day, datetime) else day


def _chosen(work: Work, clauses: Sequence[str]) -> list[ClauseState]:
    """The clauses of these ids, each of which somebody can have read; all of them that can be if none is named."""
    states = {state.clause.id: state for state in work.states()}
    if not clauses:
        return [state for state in states.values() if can_be_reviewed(state)]
    problems = []
    for name in clauses:
        if name not in states:
            hint = "Run “statement-kit status” to see what clauses are called."
            problems.append(Diagnostic("review/no-clause", f"There is no clause “{name}”.", hint=hint, clause=name))
        elif not can_be_reviewed(states[name]):
            problems.append(_not_ready(states[name], work))
    if problems:
        raise CatalogError(problems)
    return [states[name] for name in dict.fromkeys(clauses)]


def can_be_reviewed(state: ClauseState) -> bool:
    """Whether somebody can find a clause right: it is translated, if only by a machine, and current."""
    is_to_be_read = state.state is State.FUZZY and state.entry is not None and not state.entry.fuzzy
    return state.state >= State.TRANSLATED or is_to_be_read


def _not_ready(state: ClauseState, work: Work) -> Diagnostic:
    """Why nobody can have found a clause right."""
    message = f"{state.clause.id} is {state.state}, so nobody can have found it right."
    hint = "Translate it first, from the source as it stands, and remove the fuzzy mark."
    where = state.entry.place if state.entry else Location(work.catalog.path)
    return Diagnostic("review/not-ready", message, where, hint, state.clause.id)


def _works(folder: str | PathLike[str], languages: str | Sequence[str]) -> list[Work]:
    source = load_folder(folder)
    wanted = [languages] if isinstance(languages, str) else languages
    tags = [known_language(source, tag) for tag in wanted] or source.translations
    loads: list[Callable[[], Work]] = [partial(load_work, folder, source, tag) for tag in tags]
    return gather(loads)


def _work(folder: str | PathLike[str], language: str) -> Work:
    (work,) = _works(folder, [language])
    return work


def known_language(source: Source, language: str) -> str:
    """A language of the folder's translations.

    Raises:
        SourceError: It is none.
    """
    if language not in source.translations:
        message = f"The statement is not translated into “{language}”."
        hint = f"Choose from {', '.join(source.translations)}, or add it to translations in the front matter."
        raise SourceError([Diagnostic("language/not-in-folder", message, source.places["translations"], hint)])
    return language
