"""What a check proposes, so that a program can do it once somebody has said yes. Nothing is done unasked (N17)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from statement_kit.languages.letters import script_of
from statement_kit.languages.registry import LANGUAGES
from statement_kit.register.columns import NAME, Standing
from statement_kit.register.row import Register, Row


@dataclass(frozen=True, slots=True)
class CellChange:
    """That cells of a row should say something else.

    Attributes:
        number: The number of the row.
        cells: By column, what they should say.
    """

    number: int
    cells: Mapping[str, str] = field(hash=False)


@dataclass(frozen=True, slots=True)
class RowMerge:
    """That two rows are one.

    Attributes:
        keep: The number of the row that stays.
        drop: The number of the row that goes; what the other lacks is taken from it.
    """

    keep: int
    drop: int


Proposal = CellChange | RowMerge


def proposed(register: Register, proposal: Proposal) -> Register:
    """A register as a proposal would have it. A number that it does not hold changes nothing."""
    rows = {row.number: row for row in register.rows}
    if isinstance(proposal, CellChange):
        cells = proposal.cells
        return register.with_rows(
            row.with_cells(cells) if row.number == proposal.number else row for row in register.rows
        )
    if not {proposal.keep, proposal.drop} <= rows.keys():
        return register
    one = merged(rows[proposal.keep], rows[proposal.drop])
    return register.with_rows(
        one if row.number == proposal.keep else row for row in register.rows if row.number != proposal.drop
    )


def merged(keep: Row, drop: Row) -> Row:
    """Two rows as one: the first, with what it lacks taken from the second.

    Who asked not to be named in one of them is not named: to be exposed is worse than to be left out. A logo goes only
    with the consent that was given for it. A name in another script becomes the name in the language of that script.
    """
    taken = {column: text for column, text in drop.cells.items() if not keep[column] and column not in _TOGETHER}
    if not any(keep[column] for column in _LOGO):
        taken |= {column: drop[column] for column in _LOGO}
    if (column := _name_column(keep, drop)) and not keep[column]:
        taken[column] = drop[NAME]
    if Standing.WITHHELD in (keep.standing, drop.standing):
        taken["standing"] = Standing.WITHHELD
    return keep.with_cells(taken)


_LOGO = ("logo", "logo_consent")
_TOGETHER = {*_LOGO, "standing"}
"""Columns that are not filled cell by cell."""


def _name_column(keep: Row, drop: Row) -> str:
    """Where the name of the row that goes has its place in the one that stays; empty for none."""
    script = script_of(drop[NAME])
    if not script or script == script_of(keep[NAME]):
        return ""
    return next((f"{NAME}:{one.tag}" for one in LANGUAGES.values() if one.script == script), "")
