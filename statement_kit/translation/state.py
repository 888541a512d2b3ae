"""How far each clause of a statement has come in a language."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from statement_kit.markup import parse_inline
from statement_kit.model import Clause
from statement_kit.readiness import Policy, State
from statement_kit.translation.catalog import Catalog, Entry
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.reviews import Review, reviewers_of
from statement_kit.values import is_blank


@dataclass(frozen=True, slots=True)
class ClauseState:
    """A clause in a language.

    Attributes:
        clause: The clause, in the language of the statement.
        entry: Its message in the catalog; None where it has none.
        state: How far it has come.
        made_from: The source that a stale translation was made from; else empty.
        reviewers: Who has found the translation right, as it stands.
    """

    clause: Clause
    entry: Entry | None
    state: State
    made_from: str = ""
    reviewers: tuple[str, ...] = ()

    @property
    def text(self) -> str:
        """The translation as it stands, or empty."""
        return self.entry.text if self.entry else ""


def clause_states(
    clauses: Iterable[Clause], catalog: Catalog, reviews: Iterable[Review], policy: Policy
) -> Iterator[ClauseState]:
    """Each clause in reading order, and how far it has come."""
    reviewers = reviewers_of(reviews)
    return (_state(clause, catalog.entries.get(clause.id), reviewers, policy) for clause in clauses)


def _state(
    clause: Clause, entry: Entry | None, reviewers: Mapping[str, tuple[str, ...]], policy: Policy
) -> ClauseState:
    if entry is None or is_blank(parse_inline(entry.text).text):
        return ClauseState(clause, entry, State.MISSING)
    if made_from := _made_from(clause, entry):
        return ClauseState(clause, entry, State.STALE, made_from)
    people = reviewers.get(pair_digest(clause.text, entry.text), ())
    if entry.fuzzy or (entry.is_machine_made and not people):
        return ClauseState(clause, entry, State.FUZZY, reviewers=people)
    if not people:
        return ClauseState(clause, entry, State.TRANSLATED)
    state = State.APPROVED if len(people) >= policy.reviewers else State.REVIEWED
    return ClauseState(clause, entry, state, reviewers=people)


def _made_from(clause: Clause, entry: Entry) -> str:
    """The source that a translation was made from, where that is not the clause as it stands.

    It is the message's own where the catalog was not updated; else what `update` kept as its previous source.
    """
    if entry.source != clause.text:
        return entry.source
    return entry.previous if entry.fuzzy and entry.previous != clause.text else ""
