"""`glossary.csv`: what a term of the statement is called in its other languages.

The first line names the columns: `term`, a language tag each, and `note` where there are notes. A cell holds
every way to put the term that is right, parted by semicolons, the preferred one first.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from statement_kit.csv_rows import csv_rows, header_hint
from statement_kit.diagnostics import CatalogError, Diagnostic, Location, locate
from statement_kit.markup.problems import character_problems
from statement_kit.values import is_blank

_TERM, _NOTE = "term", "note"
_TAG = re.compile(r"[A-Za-z]{2,3}(?:[-_][A-Za-z0-9]{2,8})*")
"""The form of a BCP 47 tag, or of one that is written like a locale's (`km_KH`)."""

_HEADER = "The first line names the columns: term, then a language tag for each language, as in: term,km,th,note"


@dataclass(frozen=True, slots=True)
class Term:
    """A term and its renderings.

    Attributes:
        term: The term, in the language of the statement.
        renderings: Per language tag, each way to put it that is right; the first is the one to prefer.
        note: What translators should know of it, or empty.
    """

    term: str
    renderings: Mapping[str, tuple[str, ...]]
    note: str = ""

    def renderings_in(self, language: str) -> tuple[str, ...]:
        """Each way to put it in a language that is right; none if the glossary does not say."""
        return next((ways for tag, ways in self.renderings.items() if matches(tag, language)), ())


def matches(tag: str, language: str) -> bool:
    """Whether a column is that of a language: in small or capital letters, with or without a region (`km-KH`)."""
    mine, its = tag.casefold(), language.casefold()
    return mine == its or mine.startswith(f"{its}-")


def parse_glossary(text: str, path: str) -> tuple[Term, ...]:
    """The terms of a glossary, in its order.

    Args:
        text: The file's text.
        path: Its path, for messages.

    Raises:
        CatalogError: With every line that is wrong; or with the first line alone, if it does not name the columns.
    """
    rows = csv_rows(text.removeprefix("\ufeff").splitlines(keepends=True), path, "glossary", CatalogError)
    line, cells = next(rows, (1, []))
    header = _header([cell.strip() for cell in cells], Location(path, line))
    terms: list[Term] = []
    lines: dict[str, int] = {}
    problems: list[Diagnostic] = []
    for line, cells in rows:
        where = Location(path, line)
        if len(cells) != len(header):
            problems.append(_wrong_cells(cells, header, where))
            continue
        term = _term(cells, header)
        problems += locate(_row_problems(term, cells, lines, where), {term.term: where})
        lines.setdefault(term.term.casefold(), line)
        terms.append(term)
    if problems:
        raise CatalogError(problems)
    return tuple(terms)


def _header(cells: Sequence[str], where: Location) -> tuple[str, ...]:
    """The names of the columns: `term`, tags as BCP 47 writes them, `note`."""
    names = tuple(name if (name := cell.lower()) in (_TERM, _NOTE) else cell.replace("_", "-") for cell in cells)
    wrong = [*_header_faults(names)]
    if not wrong:
        return names
    hint = header_hint(cells, _HEADER)
    raise CatalogError(
        [Diagnostic("glossary/columns", f"The columns are not right ({'; '.join(wrong)}).", where, hint)]
    )


def _header_faults(names: Sequence[str]) -> Iterator[str]:
    if not names or names[0] != _TERM:
        yield f"the first is not “{_TERM}”" if _TERM in names else f"missing: {_TERM}"
    tags = [name for name in names if name not in (_TERM, _NOTE)]
    if not tags:
        yield "there is no language"
    unknown = [name or "a column without a name" for name in tags if not _TAG.fullmatch(name)]
    if unknown:
        yield f"unknown: {', '.join(unknown)}"
    folded = [name.lower() for name in names]
    if repeated := [name for name in dict.fromkeys(folded) if name and folded.count(name) > 1]:
        yield f"more than once: {', '.join(repeated)}"


def _term(cells: Sequence[str], header: Sequence[str]) -> Term:
    texts = dict(zip(header, (" ".join(cell.split()) for cell in cells), strict=True))
    renderings = {
        tag: tuple(dict.fromkeys(piece for part in text.split(";") if (piece := part.strip())))
        for tag, text in texts.items()
        if tag not in (_TERM, _NOTE)
    }
    kept = {tag: found for tag, found in renderings.items() if found}
    return Term(texts[_TERM], MappingProxyType(kept), texts.get(_NOTE, ""))


def _row_problems(term: Term, cells: Sequence[str], lines: Mapping[str, int], where: Location) -> Iterator[Diagnostic]:
    """What is wrong with a row that has all its cells."""
    if is_blank(term.term):
        message = "This row has no term."
        yield Diagnostic(
            "glossary/no-term", message, where, "Write the term as the statement has it, or remove the row."
        )
    elif first := lines.get(term.term.casefold()):
        message = f"“{term.term}” stands on line {first} already."
        hint = "Write one row for a term, with all its renderings in it, parted by semicolons."
        yield Diagnostic("glossary/repeated-term", message, where, hint)
    if not term.renderings:
        hint = "Write it under a language, or remove the row."
        yield Diagnostic("glossary/no-rendering", f"“{term.term}” has no rendering in any language.", where, hint)
    elif invisible := [word for words in term.renderings.values() for word in words if is_blank(word)]:
        message = f"“{term.term}” has a rendering of invisible characters only ({len(invisible)})."
        yield Diagnostic("glossary/no-rendering", message, where, "Write it, or remove the semicolon too many.")
    yield from character_problems(term.term or "This row", "".join(cells))


def _wrong_cells(cells: Sequence[str], header: Sequence[str], where: Location) -> Diagnostic:
    if len(cells) > len(header):
        hint = "Is there a comma in a cell? Then put the cell in double quotes. Renderings are parted by semicolons."
    else:
        hint = f"A cell without a text has its comma all the same: the columns are {','.join(header)}"
    count = f"{len(cells)} cell{'s' if len(cells) > 1 else ''}"
    return Diagnostic("glossary/cells", f"This row has {count} where {len(header)} are wanted.", where, hint)
