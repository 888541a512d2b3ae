"""`endorsers.csv`: number, name and acronym of each organisation that signed."""

from __future__ import annotations

import re
from collections.abc import Iterator
from io import StringIO

from statement_kit.csv_rows import csv_rows, header_hint
from statement_kit.diagnostics import Diagnostic, Location, SourceError, locate
from statement_kit.markup.problems import character_problems
from statement_kit.model import LARGEST_NUMBER, Endorser, is_blank

COLUMNS = ("number", "name", "acronym")

_NUMBER = re.compile(rf"\d{{1,{len(str(LARGEST_NUMBER))}}}")


def parse_endorsers(text: str, path: str) -> tuple[tuple[Endorser, ...], dict[str, Location]]:
    """The endorsers of a list, in its order, and the line of each by `endorser.NUMBER`.

    Names and acronyms are data and come through unchanged (N17), but for space around them.

    Raises:
        SourceError: With every row that cannot be read; or the header's fault alone, since no row can be
            judged without it.
    """
    rows = csv_rows(StringIO(text), path, "endorsers", SourceError)
    first_line, header = next(rows, (1, []))
    start = Location(path, first_line)
    order = _column_order([cell.strip() for cell in header], start)
    problems: list[Diagnostic] = []
    endorsers: list[Endorser] = []
    places: dict[str, Location] = {}
    for line, cells in rows:
        where = Location(path, line)
        endorser = _endorser(cells, order, where, problems)
        if endorser is None:
            continue
        clause = f"endorser.{endorser.number}"
        problems += _row_problems(endorser, clause, where, places)
        places.setdefault(clause, where)
        endorsers.append(endorser)
    if not endorsers and not problems:
        hint = "Remove the key “endorsers” from the front matter, or add rows."
        problems.append(Diagnostic("endorsers/empty", "The list of endorsers is empty.", start, hint))
    if problems:
        raise SourceError(problems)
    return tuple(endorsers), places


def _endorser(cells: list[str], order: list[int], where: Location, problems: list[Diagnostic]) -> Endorser | None:
    """The endorser of a row; None, with the problem noted, if there is no telling who it is."""
    if len(cells) != len(COLUMNS):
        problems.append(_wrong_cells(cells, where))
        return None
    number, name, acronym = (cells[place].strip() for place in order)
    if not _NUMBER.fullmatch(number) or int(number) < 1:
        message = f"“{number[:20]}” is not an endorser's number."
        hint = f"Write a whole number from 1 to {LARGEST_NUMBER}."
        problems.append(Diagnostic("endorsers/number", message, where, hint))
        return None
    return Endorser(int(number), name, acronym)


def _row_problems(
    endorser: Endorser, clause: str, where: Location, places: dict[str, Location]
) -> Iterator[Diagnostic]:
    """What is wrong with a row whose number can be read."""
    if is_blank(endorser.name):
        message, hint = f"Endorser {endorser.number} has no name.", "Write the name, or remove the row."
        yield Diagnostic("endorsers/no-name", message, where, hint, clause)
    yield from locate(character_problems(clause, endorser.name + endorser.acronym), {clause: where})
    if clause in places:
        message = f"Number {endorser.number} is used again; it stands on line {places[clause].line} already."
        hint = "Give every endorser a number of its own."
        yield Diagnostic("endorsers/duplicate-number", message, where, hint, clause)


def _column_order(cells: list[str], where: Location) -> list[int]:
    """At which cell of a row each column stands; capitals do not matter."""
    names = [cell.casefold() for cell in cells]
    missing = [column for column in COLUMNS if column not in names]
    unknown = [cell or "a column without a name" for cell in cells if cell.casefold() not in COLUMNS]
    if not missing and not unknown and len(cells) == len(COLUMNS):
        return [names.index(column) for column in COLUMNS]
    hint = header_hint(cells, f"The first line must be: {','.join(COLUMNS)}")
    wrong = "; ".join(
        text
        for text in (
            f"missing: {', '.join(missing)}" if missing else "",
            f"unknown: {', '.join(unknown)}" if unknown else "",
            "a column stands twice" if not missing and not unknown else "",
        )
        if text
    )
    raise SourceError([Diagnostic("endorsers/columns", f"The columns are not right ({wrong}).", where, hint)])


def _wrong_cells(cells: list[str], where: Location) -> Diagnostic:
    if len(cells) > len(COLUMNS):
        hint = "Is there a comma in the name? Then put the name in double quotes."
    else:
        hint = "Where there is no acronym, the row ends with a comma: 6,Our Network,"
    count = f"{len(cells)} cell{'s' if len(cells) > 1 else ''}"
    return Diagnostic("endorsers/cells", f"This row has {count} where {len(COLUMNS)} are wanted.", where, hint)
