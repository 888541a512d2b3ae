"""A cell that is kept: what must not be in it, and how it is cleaned without changing what it says."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.markup.private import EMAIL, IP, TELEPHONE, kinds_in_words, private_kinds
from statement_kit.markup.problems import character_problems
from statement_kit.sign_ons.columns import Column
from statement_kit.sign_ons.fields import is_printed
from statement_kit.sign_ons.findings import problem

MOST_CHARACTERS = 500
"""Longest cell that is kept, in characters."""

_FORMULA = re.compile("'[=+@\t＝＋＠-]")
"""How a text begins that a spreadsheet would take for a formula, once a careful program has written it."""

_ONLY_QUESTION_MARKS = re.compile(r"[?\s.,()/-]*\?[?\s.,()/-]*\?[?\s.,()/-]*")
_MISREAD = re.compile("(?:á[žŸ]|à[¸¹]|Ã[^a-zà-ÿ ]|â€)")
"""Letters of Khmer, Thai or French, and typographic marks, that were UTF-8 and have been read as Windows-1252."""

_SUSPECT = re.compile("[?áàÃâ]")
"""What texts with lost letters have at least one of."""

_SEAM = "|"
"""Between cells that are looked at together: no address or number runs across it."""


def unescaped(cell: str) -> str:
    """A cell without the apostrophe that keeps spreadsheets from taking it for a formula."""
    return cell[1:] if cell.startswith("'") and _FORMULA.match(cell) else cell


def address_of(cell: str) -> str:
    """An e-mail address as it is compared; empty for what is none."""
    address = unicodedata.normalize("NFKC", cell).strip().casefold().removeprefix("mailto:").strip("<> ")
    return address if "@" in address else ""


class CellChecks:
    """What must not be in the cells that are kept of a row.

    A row is looked at as a whole first, since hardly any has a problem.
    """

    def __init__(self, columns: Sequence[Column]) -> None:
        self._columns = columns
        self._kept = [column.place for column in columns]
        self._printed = [column for column in columns if is_printed(column.field)]

    def problems(self, cells: Sequence[str], where: Location) -> Iterator[Diagnostic]:
        """Every problem of a row's cells."""
        kept = [cells[place] for place in self._kept]
        together = _SEAM.join(kept)
        if not together.isprintable() or (len(together) > MOST_CHARACTERS and max(map(len, kept)) > MOST_CHARACTERS):
            for column, cell in zip(self._columns, kept, strict=True):
                yield from _form_problems(column, cell, where)
        if _SUSPECT.search(together):
            yield from (_lost(one, where) for one, cell in zip(self._columns, kept, strict=True) if _is_lost(one, cell))

    def private(self, facts: Mapping[str, str], cells: Sequence[str], where: Location) -> Iterator[Diagnostic]:
        """Every address and number in what would be printed, at the cells it comes from.

        Args:
            facts: What would be printed of a row.
            cells: The row.
            where: Its place.
        """
        if not private_kinds(_SEAM.join(facts.values())):
            return
        for text in facts.values():
            if kinds := private_kinds(text):
                whose = [one.words for one in self._printed if cells[one.place] and unescaped(cells[one.place]) in text]
                yield _private(" and ".join(whose) or "this row", kinds, where)


def _form_problems(column: Column, cell: str, where: Location) -> Iterator[Diagnostic]:
    if len(cell) > MOST_CHARACTERS:
        message = f"The cell in {column.words} has {len(cell):,} characters."
        hint = f"Nothing that is printed in a list is longer than {MOST_CHARACTERS}; is it the right column?"
        yield problem("too-long", message, where, hint)
        return
    for found in character_problems(f"The cell in {column.words}", cell):
        yield replace(found, rule=found.rule.replace("statement/", "import/"), where=where, clause=None)


def _private(whose: str, kinds: tuple[str, ...], where: Location) -> Diagnostic:
    message = f"What stands in {whose} holds {kinds_in_words(kinds)}, which would be printed."
    hint = "Delete it from the file; or write “ignored” for this column in [columns], if it is not a name."
    return problem("private", message, where, hint)


def _is_lost(column: Column, cell: str) -> bool:
    if not is_printed(column.field):
        return False
    return bool(_ONLY_QUESTION_MARKS.fullmatch(cell)) or len(_MISREAD.findall(cell)) > 1


def _lost(column: Column, where: Location) -> Diagnostic:
    message = f"The letters of the cell in {column.words} are lost: the file was saved in an encoding without them."
    hint = "Export it again as XLSX; or from Google Sheets as CSV; or from Excel as “CSV UTF-8”, not as “CSV”."
    return problem("lost-letters", message, where, hint)


_WEBSITE_HINTS = {
    EMAIL: "Write the address of the website, not an e-mail address.",
    TELEPHONE: "Write the address of a website, not a telephone number.",
    IP: "Write the website's name, not its number.",
}


def website_problem(column: Column, cell: str, where: Location) -> Diagnostic:
    """The finding that a website is no address."""
    kinds = private_kinds(cell)
    message = f"The cell in {column.words} is no address of a website."
    hint = _WEBSITE_HINTS[kinds[0]] if kinds else "Write it as https://example.org, or leave the cell empty."
    return problem("website", message, where, hint)
