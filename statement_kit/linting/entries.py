"""A name of the register as the checks look at it, and how they say what they found."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.endorsers import Endorser, EndorserKind
from statement_kit.register.columns import NAME, Standing, language_column
from statement_kit.register.row import Register, Row, filled_cells

FAMILY = "endorsers/"
"""What the rules of this stage begin with; those of the file's reader do too."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One name of one row: the one that was given, or one in another language.

    Attributes:
        row: The row.
        where: On which line; None if nobody knows.
        at: Which row of the list it is, counted from 0.
        name_column: The column of the name.
        language: The language of that column; empty for the name that was given.
        is_person: Whether it is a person's.
        is_withheld: Whether nothing may be said of the row but its number and line.
    """

    row: Row
    where: Location | None = None
    at: int = 0
    name_column: str = NAME
    language: str = ""
    is_person: bool = False
    is_withheld: bool = False

    @property
    def number(self) -> int:
        """The number of the row."""
        return self.row.number

    @property
    def clause(self) -> str:
        """The id by which findings name it."""
        return self.row.clause

    @property
    def name(self) -> str:
        """The name."""
        return self.row[self.name_column]

    @property
    def acronym(self) -> str:
        """The acronym that is printed behind it; empty if there is none."""
        return self.row[self.column("acronym")] or self.row["acronym"]

    @property
    def title(self) -> str:
        """What a person is; empty for nothing."""
        return self.row[self.column("title")] or self.row["title"]

    def column(self, what: str) -> str:
        """The column of what is said in the language of this name."""
        return f"{what}:{self.language}" if self.language else what

    def texts(self) -> Iterator[tuple[str, str]]:
        """Each text that stands in the row for this name alone, with its column: the name, an acronym, a title."""
        columns = (NAME, "acronym", "title") if self.name_column == self.column(NAME) else ("transliteration",)
        yield from ((column, self.row[column]) for column in map(self.column, columns) if self.row[column])

    def __str__(self) -> str:
        line = f", line {self.where.line}" if self.where and self.where.line else ""
        name = ", whose name is withheld" if self.is_withheld else f" “{self.name}”"
        return f"no. {self.number}{name}{line}"


def entries_of(endorsers: Sequence[Endorser], places: Mapping[str, Location]) -> tuple[Entry, ...]:
    """The names of a list that is no register, each with its line."""
    return register_entries(register_of(endorsers, places))


def register_of(endorsers: Sequence[Endorser], places: Mapping[str, Location]) -> Register:
    """A list as a register would have it."""
    return Register(tuple(map(_row, endorsers)), places=places)


def _row(endorser: Endorser) -> Row:
    cells = {
        NAME: endorser.name,
        "acronym": endorser.acronym,
        "kind": endorser.kind,
        "title": endorser.title,
        "website": endorser.website,
        "standing": Standing.WITHHELD if endorser.is_withheld else "",
    }
    for tag, naming in endorser.in_languages.items():
        cells |= {f"name:{tag}": naming.name, f"acronym:{tag}": naming.acronym, f"title:{tag}": naming.title}
    return Row(endorser.number, filled_cells(cells))


def register_entries(register: Register) -> tuple[Entry, ...]:
    """The names that were given, row by row; those of whoever has withdrawn are not among them."""
    return tuple(
        Entry(
            row,
            register.places.get(row.clause),
            at,
            is_person=row["kind"] == EndorserKind.INDIVIDUAL,
            is_withheld=row.standing is Standing.WITHHELD,
        )
        for at, row in enumerate(register.rows)
        if row.standing is not Standing.WITHDRAWN
    )


def local_entries(entry: Entry) -> Iterator[Entry]:
    """What the same row is called in other languages: its name there, if it has one, and one in other letters only."""
    found = filter(None, map(language_column, entry.row.cells))
    columns = (("transliteration" if what == "transliteration" else NAME, language) for what, language in found)
    for what, language in dict.fromkeys(columns):
        yield replace(entry, name_column=f"{what}:{language}", language=language)


def warning(rule: str, entry: Entry, message: str, hint: str) -> Diagnostic:
    """A finding about one row. It never stops a release: only the organisation knows its name (N17)."""
    return Diagnostic(FAMILY + rule, message, entry.where, hint, entry.clause, Severity.WARNING)
