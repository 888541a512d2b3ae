"""A table, read with its mapping: everyone who signed, or everything that stands against it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.register.columns import Standing
from statement_kit.register.sign_on import SignOn
from statement_kit.sign_ons.answering import Answering
from statement_kit.sign_ons.answers import is_nothing
from statement_kit.sign_ons.cells import CellChecks, address_of, unescaped, website_problem
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.columns import Column, columns_of
from statement_kit.sign_ons.dating import Dating
from statement_kit.sign_ons.fields import TAUGHT, ticked_field
from statement_kit.sign_ons.findings import counted, note, problem
from statement_kit.sign_ons.standing import says_standing, standing_notes, standing_of
from statement_kit.sign_ons.table import Row, Table
from statement_kit.sign_ons.websites import website_of
from statement_kit.sign_ons.who import INDIVIDUAL, who_signs
from statement_kit.values import is_blank

_LONGEST_NOTHING = 20
"""Longest way to write that there is nothing to write, in characters."""


@dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave.

    Attributes:
        sign_ons: Everyone who signed, in the order of the file.
        notes: What somebody should know about it, as warnings.
    """

    sign_ons: tuple[SignOn, ...]
    notes: tuple[Diagnostic, ...] = ()


def sign_ons(table: Table, column_map: ColumnMap, path: str, *, allow_unknown: bool = False) -> Reading:
    """Everyone who signed, as facts.

    Args:
        table: The table.
        column_map: What its columns and answers mean.
        path: The path of its file, for messages.
        allow_unknown: Whether columns that the mapping does not name may be left out.

    Returns:
        The sign-ons, and what somebody should know about the reading; the table's own notes are not repeated.

    Raises:
        SourceError: With every column that is missing or not known; or else with every cell that must not be kept,
            every answer that is not understood, every row without a name. No message repeats an address or a number.
    """
    columns, notes = columns_of(table, column_map, path, allow_unknown=allow_unknown)
    reader = _Reader(columns, column_map, table, path)
    found = tuple(one for one in map(reader.sign_on, table.rows) if one is not None)
    if problems := reader.all_problems():
        raise SourceError(problems)
    return Reading(found, (*notes, *reader.notes()))


class _Reader:
    """Reads row by row, and keeps what is wrong."""

    def __init__(self, columns: Sequence[Column], column_map: ColumnMap, table: Table, path: str) -> None:
        self._path = path
        self._checks = CellChecks(columns)
        self._by_field = {column.field: column for column in columns}
        typed = [column for column in columns if column.field not in TAUGHT and not ticked_field(column.field)]
        self._typed = [(column.place, column.field) for column in typed]
        self._answering = Answering(columns, column_map, path)
        self._dating = Dating(self._by_field.get("signed"), table, column_map, path)
        self._asked = {ticked[0] if (ticked := ticked_field(field)) else field for field in self._by_field}
        self._kind = column_map.kind
        self._problems: list[Diagnostic] = []
        self._doubtful: list[int] = []
        self._silent = 0
        self._from_language = 0
        self._first_line = table.rows[0].line if table.rows else 1

    def sign_on(self, row: Row) -> SignOn | None:
        """The sign-on of a row; None, with the problem kept, if it cannot be told who it is."""
        where = Location(self._path, row.line)
        self._problems += self._checks.problems(row.cells, where)
        texts = self._texts(row)
        answers = self._answering.answers(row)
        kind = answers.get("kind") or self._kind
        standing, is_silent = standing_of(answers, self._asked)
        self._silent += is_silent
        who = who_signs(texts, kind)
        if who is None:
            self._doubtful.append(row.line)
            return None
        self._problems += self._checks.private(who, row.cells, where)
        facts = {**who, **self._other_facts(texts, answers, who.get("kind", ""), where), "standing": standing}
        self._name(facts, where)
        if not says_standing(self._asked):
            del facts["standing"]
        return SignOn(
            row.line,
            MappingProxyType({field: text for field, text in facts.items() if text}),
            texts.get("registration", ""),
            address_of(texts.get("email", "")),
        )

    def _texts(self, row: Row) -> dict[str, str]:
        """The cells with anything in them that are no answers out of a few, by field."""
        texts = {}
        for place, field in self._typed:
            cell = row.cells[place]
            if cell and not (len(cell) <= _LONGEST_NOTHING and is_nothing(cell)):
                texts[field] = unescaped(cell) if cell[0] == "'" else cell
        return texts

    def _other_facts(
        self, texts: Mapping[str, str], answers: Mapping[str, str], kind: str, where: Location
    ) -> dict[str, str]:
        """The facts that are no names."""
        number = texts.get("number", "")
        return {
            "number": str(int(number)) if number.isdecimal() and int(number) else "",
            "country": answers.get("country", ""),
            "website": self._website(texts.get("website", ""), where),
            "signed": self._dating.signed(texts.get("signed", ""), where),
            "capacity": answers.get("capacity", "") if kind == INDIVIDUAL else "",
            "logo_consent": answers.get("logo_consent", ""),
        }

    def _website(self, text: str, where: Location) -> str:
        """The address of a website; empty for none, or, with the problem kept, for what is none."""
        website = website_of(text) if text else ""
        if website is None:
            self._problems.append(website_problem(self._by_field["website"], text, where))
        return website or ""

    def _name(self, facts: dict[str, str], where: Location) -> None:
        """Make sure that whoever is to be named has a name: the one in another language, if there is no other."""
        if is_blank(facts["name"]):
            facts["name"] = next((text for field, text in facts.items() if field.startswith("name:")), "")
            self._from_language += bool(facts["name"])
        if is_blank(facts["name"]) and facts["standing"] == Standing.NAMED:
            hint = "Write the name into the file, or delete the row."
            self._problems.append(problem("no-name", "This row has no name, and is to be named.", where, hint))

    def all_problems(self) -> list[Diagnostic]:
        """Everything that is wrong, in the order of the file."""
        found = [*self._problems, *self._answering.problems(), *self._dating.problems(), *self._doubts()]
        return sorted(found, key=lambda one: (one.where.line or 0) if one.where else 0)

    def _doubts(self) -> Iterator[Diagnostic]:
        """That it cannot be told whether people sign or their organisations."""
        if self._doubtful:
            rows = f" (as in {counted(len(self._doubtful) - 1, 'more row')})" if len(self._doubtful) > 1 else ""
            message = f"This row names a person and an organisation, and nothing says which of them signs{rows}."
            hint = (
                'Write “kind” for the column that says so, in [columns] of the mapping; or kind = "individual", or '
                'kind = "organisation", below [rows]. The name of a person who only filled in the form is not printed.'
            )
            yield problem("who-signs", message, Location(self._path, self._doubtful[0]), hint)

    def notes(self) -> Iterator[Diagnostic]:
        """What somebody should know about the reading."""
        where = Location(self._path, self._first_line)
        yield from standing_notes(self._asked, self._silent, where)
        if self._from_language:
            has = "has a name" if self._from_language == 1 else "have names"
            message = f"{counted(self._from_language, 'row')} {has} in a further language only, which is taken."
            yield note("name-of-language", message, where)
