"""The desk of those who answer for translations: how far each clause has come, every finding, reviews and waivers.

A folder's own files are read and written here; what the words mean is the business of `translation` and `alarms`.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from os import PathLike
from pathlib import Path

from statement_kit.catalogs import (
    catalog_path,
    has_catalog,
    load_catalog,
    load_glossary,
    load_reviews,
    load_waivers,
    reviews_path,
    waivers_path,
)
from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity, SourceError, gather
from statement_kit.output import write_files
from statement_kit.readiness import State
from statement_kit.source.folder import Source, load_folder
from statement_kit.translation.catalog import Catalog
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.glossary import Term
from statement_kit.translation.reviews import Reviews, with_review, write_reviews
from statement_kit.translation.state import ClauseState, clause_states
from statement_kit.translation.translate import REVIEW_RULES, catalog_problems, unused_messages
from statement_kit.translation.waivers import ALARM, Waivers, is_waived, with_waiver, write_waivers


@dataclass(frozen=True, slots=True)
class Work:
    """All that a folder holds of one language.

    Attributes:
        source: The folder.
        language: Which.
        catalog: Its translations; empty where there are none yet.
        reviews: Who has found which of them right.
        waivers: Which alarms somebody has found false.
        glossary: What the terms of the statement are called.
    """

    source: Source
    language: str
    catalog: Catalog
    reviews: Reviews
    waivers: Waivers
    glossary: tuple[Term, ...]

    def states(self) -> list[ClauseState]:
        """How far each clause has come, in reading order."""
        source = self.source
        return list(clause_states(source.statement.clauses(), self.catalog, self.reviews, source.policy))

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
                hint = f"{alarm.hint} If it is right as it is, say why: {waiver} --because “…”"
                yield Diagnostic(alarm.rule, f"{alarm.clause}: {alarm.message}", where, hint, alarm.clause)


def load_work(folder: str | PathLike[str], source: Source, language: str) -> Work:
    """All that a folder holds of one language.

    Raises:
        CatalogError: Some file of it is damaged.
    """
    folder = Path(folder)
    none = Catalog(language, str(catalog_path(folder, language)), {})
    return Work(
        source,
        language,
        load_catalog(folder, language) if has_catalog(folder, language) else none,
        load_reviews(folder, language),
        load_waivers(folder, language),
        load_glossary(folder),
    )


def status(folder: str | PathLike[str], languages: Sequence[str] = ()) -> Mapping[str, list[ClauseState]]:
    """How far each clause of a statement folder has come, by language.

    Raises:
        StatementKitError: The folder, or a file of its translations, cannot be read.
    """
    return {work.language: work.states() for work in _works(folder, languages)}


def check(folder: str | PathLike[str], languages: Sequence[str] = ()) -> list[Diagnostic]:
    """Every finding about the translations of a statement folder; what is an error stops a release.

    Raises:
        StatementKitError: The folder, or a file of its translations, cannot be read.
    """
    return [found for work in _works(folder, languages) for found in _findings(work)]


def _findings(work: Work) -> list[Diagnostic]:
    states, unused = work.states(), unused_messages(work.source.statement, work.catalog)
    return [*work.problems(states), *unused, *_idle_waivers(work, states)]


def _idle_waivers(work: Work, states: Sequence[ClauseState]) -> Iterator[Diagnostic]:
    """Waivers for words that stand nowhere any more: a reader of the record would think they still count."""
    standing = {pair_digest(state.clause.text, state.text) for state in states} if work.waivers else set()
    for waiver in work.waivers:
        if waiver.texts not in standing:
            yield Diagnostic(
                "waiver/idle",
                f"The waiver of {waiver.rule} for {waiver.clause} is about words that have changed since.",
                Location(str(waivers_path(Path(work.catalog.path).parent.parent, work.language))),
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
    work = _work(folder, language)
    chosen = _chosen(work, clauses)
    reviews = work.reviews
    for state in chosen:
        reviews = with_review(reviews, state.clause.id, state.clause.text, state.text, reviewer, day)
    if reviews != work.reviews:
        write_files({reviews_path(Path(folder), language): write_reviews(reviews)})
    named = {state.clause.id for state in chosen}
    return [state for state in _work(folder, language).states() if state.clause.id in named]


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
        The alarm.

    Raises:
        StatementKitError: The clause does not exist or raises no such alarm; or a file cannot be read or written.
    """
    work = _work(folder, language)
    rule = ALARM + alarm.removeprefix(ALARM)
    (state,) = _chosen(work, [clause])
    raised = tuple(found for found in work.alarms(work.states()) if (found.clause, found.rule) == (clause, rule))
    if not raised:
        message, hint = (
            f"{clause} raises no alarm “{rule}”.",
            "Run “statement-kit check” to see which alarms there are.",
        )
        raise CatalogError([Diagnostic("waiver/no-alarm", message, hint=hint, clause=clause)])
    waivers = with_waiver(work.waivers, clause, rule, state.clause.text, state.text, reason, day)
    write_files({waivers_path(Path(folder), language): write_waivers(waivers)})
    return raised


def _chosen(work: Work, clauses: Sequence[str]) -> list[ClauseState]:
    """The clauses of these ids, each of which somebody can have read; all of them that can be if none is named."""
    states = {state.clause.id: state for state in work.states()}
    if not clauses:
        return [state for state in states.values() if state.state >= State.TRANSLATED]
    problems = []
    for name in clauses:
        if name not in states:
            hint = "Run “statement-kit status” to see what clauses are called."
            problems.append(Diagnostic("review/no-clause", f"There is no clause “{name}”.", hint=hint, clause=name))
        elif problem := _unreadable(states[name], work):
            problems.append(problem)
    if problems:
        raise CatalogError(problems)
    return [states[name] for name in dict.fromkeys(clauses)]


def _unreadable(state: ClauseState, work: Work) -> Diagnostic | None:
    """Why nobody can have found a clause right; what a machine made is read to be reviewed."""
    is_to_be_read = state.state is State.FUZZY and state.entry is not None and not state.entry.fuzzy
    if state.state >= State.TRANSLATED or is_to_be_read:
        return None
    message = f"{state.clause.id} is {state.state}, so nobody can have found it right."
    hint = "Translate it first, from the source as it stands, and remove the fuzzy mark."
    where = state.entry.place if state.entry else Location(work.catalog.path)
    return Diagnostic("review/not-ready", message, where, hint, state.clause.id)


def _works(folder: str | PathLike[str], languages: Sequence[str]) -> list[Work]:
    source = load_folder(folder)
    tags = [known_language(source, tag) for tag in languages] or source.translations
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
