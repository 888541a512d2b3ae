"""What the columns of a table may mean, guessed from their headers and from what stands in them.

A guess is for a person to correct. What would expose somebody if it were wrong is never guessed from cells alone: a
column of “yes” and “no” under a question that is not understood stays ignored.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from statement_kit.sign_ons.candidates import Candidate, boxes, candidates
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.evidence import Column, context_of, observed_columns
from statement_kit.sign_ons.fields import IGNORED
from statement_kit.sign_ons.table import Table


@dataclass(frozen=True, slots=True)
class Guess:
    """What a column may mean.

    Attributes:
        column: Its name in the table's header.
        field: The field; None if it is ignored.
        why: What speaks for it, in words.
        is_sure: Whether a person need not look at it.
    """

    column: str
    field: str | None
    why: str
    is_sure: bool


def guess(table: Table) -> tuple[Guess, ...]:
    """What each column of a table may mean, in the order of its header; no field twice, but boxes that are ticked."""
    columns = observed_columns(table)
    context = context_of(table, columns)
    ticked = boxes(columns)
    found = {
        column.header: ticked.get(column.header) or list(candidates(column, context)) or [_unknown(column)]
        for column in columns
    }
    chosen = _best(found)
    return tuple(_guess(column.header, chosen, found) for column in columns)


def proposed_map(table: Table, guesses: Sequence[Guess] | None = None) -> ColumnMap:
    """The mapping that guesses make; those of the table itself if none are given."""
    guesses = guess(table) if guesses is None else guesses
    return ColumnMap({one.column: one.field or IGNORED for one in guesses})


def _unknown(column: Column) -> Candidate:
    if not column.cells:
        return Candidate(IGNORED, 0, "it is empty", True)
    return Candidate(IGNORED, 0, "nothing tells what it means", False)


def _best(found: Mapping[str, Sequence[Candidate]]) -> dict[str, Candidate]:
    """For each column its best candidate, the best first; a field that is taken falls to nobody else."""
    every = [(one, place, header) for header, many in found.items() for place, one in enumerate(many)]
    chosen: dict[str, Candidate] = {}
    taken: set[str] = set()
    for one, _, header in sorted(every, key=lambda one: (-one[0].score, one[1])):
        is_free = one.field not in taken or one.field == IGNORED or "=" in one.field
        if header not in chosen and is_free:
            chosen[header] = one
            taken.add(one.field)
    return chosen


def _guess(header: str, chosen: Mapping[str, Candidate], found: Mapping[str, Sequence[Candidate]]) -> Guess:
    if one := chosen.get(header):
        return Guess(header, None if one.field == IGNORED else one.field, one.why, one.is_sure)
    wanted = found[header][0].field
    return Guess(header, None, f"another column is “{wanted}” already", False)
