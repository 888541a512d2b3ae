"""Rows of a table that came back, from the texts of their cells: the same for every kind of file."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.packs.returned import ReturnedRow, Verdict, finding
from statement_kit.packs.wording import verdict_of
from statement_kit.values import is_blank


def made_row(text: Mapping[str, str], where: Location, problems: list[Diagnostic]) -> ReturnedRow | None:
    """A row from the texts of its cells; None, with the problem noted, if it cannot be told what it means.

    Args:
        text: What stands in each column, by its key.
        where: The row.
        problems: What is wrong is added to these.
    """
    clause, verdict = text["clause"].strip(), verdict_of(text["state"])
    if not clause:
        if is_blank(text["text"]) and is_blank(text["note"]):
            return None
        message = f"This row says of no clause what it translates: “{text['text'][:60]}”."
        hint = "Rows cannot be added. Put the text into the row of its clause, and delete this row."
        problems.append(finding("no-clause", message, where, hint))
        return None
    if verdict is None:
        message = f"“{text['state'][:40]}” ({clause}) is no word of the column “State”."
        hint = "Choose one from the list, or empty the cell; say anything else in the note."
        problems.append(finding("state", message, where, hint, clause))
    source, translation, note = text["source"], text["text"], text["note"]
    digest = text["digest"].strip()
    return ReturnedRow(clause, source, translation, note, verdict or Verdict.NONE, digest, where)


def repeated_clauses(rows: Iterable[ReturnedRow]) -> Iterator[Diagnostic]:
    """Every row whose clause another row has already: nobody could say which of the two is meant."""
    first: dict[str, ReturnedRow] = {}
    for row in rows:
        if row.clause in first:
            message = f"The clause {row.clause} stands here again; row {first[row.clause].place.line} has it already."
            yield finding("repeated-clause", message, row.place, "Delete the row that is not meant.", row.clause)
        first.setdefault(row.clause, row)
