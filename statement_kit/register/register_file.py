"""`endorsers.csv`: the register as a file that people edit, in an editor or a spreadsheet."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from io import StringIO

from statement_kit.csv_rows import csv_rows, guarded, header_hint, unguarded, written_rows
from statement_kit.diagnostics import Diagnostic, Location, SourceError, locate
from statement_kit.endorsers import LARGEST_NUMBER
from statement_kit.markup.problems import character_problems, private_problems
from statement_kit.register.columns import BY_LANGUAGE, COLUMNS, NAME, NUMBER, Standing, column_of, is_column, is_text
from statement_kit.register.row import Register, Row, filled_cells
from statement_kit.values import is_blank

_NUMBER = re.compile(rf"\d{{1,{len(str(LARGEST_NUMBER))}}}")

_PRIVATE_COLUMN = re.compile(r"e-?mail|phone|mobile|\btel|\bip\b|address|whatsapp|telegram|signal", re.IGNORECASE)

MOST_CHARACTERS = 500
"""Longest text of a cell."""


def parse_register(text: str, path: str) -> Register:
    """Read a register.

    Names and acronyms are data and come through unchanged (N17), but for space around them.

    Raises:
        SourceError: With every row that cannot be read; or the header's fault alone, since no row can be
            judged without it.
    """
    rows = csv_rows(StringIO(text), path, "endorsers", SourceError)
    first_line, header = next(rows, (1, []))
    columns = _columns([cell.strip() for cell in header], Location(path, first_line))
    problems: list[Diagnostic] = []
    found: list[Row] = []
    places: dict[str, Location] = {}
    for line, cells in rows:
        where = Location(path, line)
        if (row := _row(cells, columns, where, problems)) is not None:
            problems += _row_problems(row, where, places)
            places.setdefault(row.clause, where)
            found.append(row)
    if not found and not problems:
        hint = "Remove the key “endorsers” from the front matter, or add rows."
        problems.append(
            Diagnostic("endorsers/empty", "The list of endorsers is empty.", Location(path, first_line), hint)
        )
    if problems:
        raise SourceError(problems)
    return Register(tuple(found), columns, places)


def write_register(register: Register) -> bytes:
    """A register as a file. What a spreadsheet would take for a formula has an apostrophe before it there."""
    cells = ({**row.cells, NUMBER: str(row.number)} for row in register.rows)
    rows = ([guarded(each.get(column, "")) for column in register.columns] for each in cells)
    return written_rows([register.columns, *rows])


def _row(cells: list[str], columns: Sequence[str], where: Location, problems: list[Diagnostic]) -> Row | None:
    """A row; None, with the problem noted, if there is no telling who it is."""
    if len(cells) != len(columns):
        problems.append(_wrong_cells(cells, len(columns), where))
        return None
    texts = {column: unguarded(cell.strip()) for column, cell in zip(columns, cells, strict=True)}
    number = texts.pop(NUMBER)
    if not _NUMBER.fullmatch(number) or int(number) < 1:
        message = f"“{number[:20]}” is not an endorser's number."
        hint = f"Write a whole number from 1 to {LARGEST_NUMBER}."
        problems.append(Diagnostic("endorsers/number", message, where, hint))
        return None
    return Row(int(number), filled_cells(texts))


def _row_problems(row: Row, where: Location, places: Mapping[str, Location]) -> Iterator[Diagnostic]:
    """What is wrong with a row whose number can be read."""
    wrong = [column for column, text in row.cells.items() if not column_of(column).holds(text)]
    for column in wrong:
        message = f"“{row[column][:40]}” cannot stand in the column “{column}”."
        hint = f"Write {column_of(column).words}, or leave the cell empty."
        yield Diagnostic("endorsers/cell", message, where, hint, row.clause)
    if is_blank(row[NAME]) and "standing" not in wrong and row.standing is Standing.NAMED:
        message, hint = f"Endorser {row.number} has no name.", "Write the name, or remove the row."
        yield Diagnostic("endorsers/no-name", message, where, hint, row.clause)
    for column, text in row.cells.items():
        yield from _text_problems(row, column, text, where)
    if row.clause in places:
        message = f"Number {row.number} is used again; it stands on line {places[row.clause].line} already."
        hint = "Give every endorser a number of its own."
        yield Diagnostic("endorsers/duplicate-number", message, where, hint, row.clause)


def _text_problems(row: Row, column: str, text: str, where: Location) -> Iterator[Diagnostic]:
    yield from locate(character_problems(row.clause, text), {row.clause: where})
    if len(text) > MOST_CHARACTERS:
        message = f"The cell “{column}” of no. {row.number} has {len(text):,} characters."
        hint = f"Nothing in this list is longer than {MOST_CHARACTERS}; was something else pasted into it?"
        yield Diagnostic("endorsers/too-long", message, where, hint, row.clause)
    elif is_text(column):
        yield from locate(
            private_problems(f"The cell “{column}” of no. {row.number}", [text], row.clause), {row.clause: where}
        )


def _columns(cells: list[str], where: Location) -> tuple[str, ...]:
    """What each cell of a row holds; capitals in the header do not matter, but in the tags of languages."""
    names = [_column_name(cell) for cell in cells]
    missing = [column for column in (NUMBER, NAME) if column not in names]
    unknown = [
        cell or "a column without a name" for cell, name in zip(cells, names, strict=True) if not is_column(name)
    ]
    is_twice = len(set(names)) < len(names)
    if not missing and not unknown and not is_twice:
        return tuple(names)
    wrong = "; ".join(
        text
        for text in (
            f"missing: {', '.join(missing)}" if missing else "",
            f"unknown: {', '.join(unknown)}" if unknown else "",
            "a column stands twice" if is_twice and not missing and not unknown else "",
        )
        if text
    )
    private = [cell for cell in unknown if _PRIVATE_COLUMN.search(cell)]
    hint = _PRIVATE_HINT if private else header_hint(cells, _COLUMNS_HINT)
    raise SourceError([Diagnostic("endorsers/columns", f"The columns are not right ({wrong}).", where, hint)])


_COLUMNS_HINT = (
    f"The first line names the columns: {NUMBER},{NAME}, and of these what is known: "
    f"{', '.join(name for name in COLUMNS if name not in (NUMBER, NAME))}; for a language "
    f"{', '.join(f'{name}:km' for name in BY_LANGUAGE)}."
)
_PRIVATE_HINT = (
    "How somebody is reached does not belong into this list. Delete the column here, and take the list from the form "
    "with “statement-kit endorsers import”, which knows people again without keeping their addresses."
)


def _column_name(cell: str) -> str:
    name, colon, tag = cell.partition(":")
    return f"{name.strip().casefold()}:{tag.strip()}" if colon else cell.casefold()


def _wrong_cells(cells: list[str], wanted: int, where: Location) -> Diagnostic:
    if len(cells) > wanted:
        hint = "Is there a comma in the name? Then put the name in double quotes."
    else:
        hint = "Where there is no acronym, the row ends with a comma: 6,Our Network,"
    count = f"{len(cells)} cell{'s' if len(cells) > 1 else ''}"
    return Diagnostic("endorsers/cells", f"This row has {count} where {wanted} are wanted.", where, hint)
