"""One row of a register, and what of it may be printed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from types import MappingProxyType

from statement_kit.diagnostics import Location
from statement_kit.endorsers import Endorser, EndorserKind, Naming
from statement_kit.pictures.picture import Picture
from statement_kit.register.columns import (
    NAME,
    NUMBER,
    PERSONAL,
    YES,
    Standing,
    column_rank,
    language_column,
    parse_time,
)


@dataclass(frozen=True, slots=True)
class Row:
    """One who signed, as the register has it.

    Attributes:
        number: Its number: the same for ever, in every language (N16).
        cells: What its cells hold, by column; those that are empty are not here.
    """

    number: int
    cells: Mapping[str, str] = field(hash=False)

    def __getitem__(self, column: str) -> str:
        """What a cell holds; empty for nothing."""
        return self.cells.get(column, "")

    @property
    def clause(self) -> str:
        """The id by which findings name it."""
        return f"endorser.{self.number}"

    @property
    def standing(self) -> Standing:
        """Whether it is printed."""
        return Standing(self["standing"] or Standing.NAMED)

    @property
    def shows_logo(self) -> bool:
        """Whether it has a logo that may be shown."""
        return self.standing is Standing.NAMED and self["logo_consent"] == YES and bool(self["logo"])

    def __str__(self) -> str:
        """What may be said of it aloud: not the name, where that is withheld."""
        if self.standing is Standing.WITHHELD or not self[NAME]:
            return f"no. {self.number}, whose name is withheld"
        return f"no. {self.number} “{self[NAME]}”"

    def with_cells(self, changed: Mapping[str, str]) -> Row:
        """The same row with some cells changed; an empty text empties one."""
        return Row(self.number, filled_cells({**self.cells, **changed}))


@dataclass(frozen=True, slots=True)
class Register:
    """Everybody who ever signed.

    Attributes:
        rows: Every row, in the order of the file.
        columns: The columns of the file, in its order.
        places: The line of each row, by `endorser.NUMBER`.
    """

    rows: tuple[Row, ...] = ()
    columns: tuple[str, ...] = (NUMBER, NAME, "acronym")
    places: Mapping[str, Location] = field(default_factory=dict, hash=False)

    def with_rows(self, rows: Iterable[Row]) -> Register:
        """The same register with other rows, and a column more for each kind of cell that they have."""
        rows = tuple(rows)
        used = {column for row in rows for column in row.cells} - set(self.columns)
        return Register(rows, (*self.columns, *sorted(used, key=column_rank)), self.places)


def filled_cells(cells: Mapping[str, str]) -> Mapping[str, str]:
    """The cells that are not empty."""
    return MappingProxyType({column: text for column, text in cells.items() if text})


def endorsers_of(register: Register, logos: Mapping[int, Picture] = MappingProxyType({})) -> tuple[Endorser, ...]:
    """Who of a register is counted, each with what may be printed.

    Args:
        register: The register, without faults.
        logos: By number, the logos that have been read.
    """
    counted = (row for row in register.rows if row.standing is not Standing.WITHDRAWN)
    return tuple(_endorser(row, logos.get(row.number)) for row in counted)


def _endorser(row: Row, logo: Picture | None) -> Endorser:
    kind = EndorserKind(row["kind"] or EndorserKind.ORGANISATION)
    signed = parse_time(row["signed"]) if row["signed"] else None
    if row.standing is Standing.WITHHELD:
        return Endorser(row.number, kind=kind, signed=signed, is_withheld=True)
    return Endorser(
        row.number,
        row[NAME],
        row["acronym"],
        kind,
        row["title"],
        row["capacity"] == PERSONAL,
        row["country"],
        row["website"],
        signed,
        logo=logo if row.shows_logo else None,
        in_languages=_namings(row),
    )


def _namings(row: Row) -> Mapping[str, Naming]:
    """By language, what an endorser is called there: an official name before a transliteration (N17)."""
    local: dict[str, dict[str, str]] = {}
    for column, text in row.cells.items():
        if found := language_column(column):
            local.setdefault(found[1], {})[found[0]] = text
    return MappingProxyType(
        {
            tag: Naming(
                cells.get("name") or cells.get("transliteration", ""), cells.get("acronym", ""), cells.get("title", "")
            )
            for tag, cells in local.items()
        }
    )
