"""The guard: a statement in another language, if every clause of it is translated and current."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity, locate
from statement_kit.markup import MarkKind, parse_inline
from statement_kit.markup.problems import text_problems
from statement_kit.model import Clause, Statement, is_blank
from statement_kit.translation.catalog import Catalog, Entry


@dataclass(frozen=True, slots=True)
class Translation:
    """A statement in another language, the place of each clause in its catalog, and what to be warned of."""

    statement: Statement
    places: dict[str, Location]
    warnings: tuple[Diagnostic, ...] = ()


def translate(statement: Statement, catalog: Catalog) -> Translation:
    """Put a statement into the language of a catalog.

    Raises:
        CatalogError: With every clause that is missing, fuzzy or stale, whose placeholders, links or notes were
            lost, or whose markup cannot be set.
    """
    clauses, entries = statement.clauses(), catalog.entries
    problems = [found for clause in clauses for found in _problems(clause, entries.get(clause.id), catalog.path)]
    if problems:
        raise CatalogError(problems)
    known = {clause.id for clause in clauses}
    return Translation(
        statement.translated({clause.id: entries[clause.id].text for clause in clauses}, catalog.language),
        {clause.id: entries[clause.id].place for clause in clauses},
        tuple(_unused(clause_id, entry) for clause_id, entry in entries.items() if clause_id not in known),
    )


def _problems(clause: Clause, entry: Entry | None, path: str) -> Iterator[Diagnostic]:
    update = "Run “statement-kit update”, translate the clause, and build again."
    if entry is None:
        yield _problem("missing", clause, "is not in this catalog", Location(path), update)
    elif entry.source != clause.text:
        message = "was edited after it was translated, so its translation is stale"
        yield _problem("stale", clause, message, entry.place, update)
    elif entry.fuzzy:
        hint = "Compare it with the source, correct it, then remove the fuzzy mark."
        yield _problem("fuzzy", clause, "is marked fuzzy: somebody must look at it", entry.place, hint)
    elif is_blank(parse_inline(entry.text).text):
        yield _problem("missing", clause, "is not translated", entry.place, "Translate it and build again.")
    elif lost := placeholder_difference(clause.text, entry.text):
        hint = "Copy words in braces from the source exactly as they are; they are filled in later."
        yield _problem("placeholder", clause, f"does not carry the same placeholders ({lost})", entry.place, hint)
    elif problems := [*text_problems(clause.id, entry.text, "catalog/markup")]:
        yield from locate(problems, {clause.id: entry.place})
    elif lost := markup_difference(clause.text, entry.text):
        hint = "Copy addresses of links, and names of notes like [^1], from the source exactly as they are."
        yield _problem("markup", clause, f"does not carry the same links and notes ({lost})", entry.place, hint)


def markup_difference(source: str, text: str) -> str:
    """What differs between the links and notes of two texts, in words; empty if nothing does. Emphasis may differ."""
    return _difference(_targets(source), _targets(text))


def _targets(text: str) -> Counter[str]:
    """The addresses of links and the notes of a text, and how often each stands."""
    marks = (mark for mark in parse_inline(text).marks if mark.kind in (MarkKind.LINK, MarkKind.NOTE))
    return Counter(
        mark.target if mark.kind is MarkKind.LINK else f"[^{mark.target.partition('.')[2]}]" for mark in marks
    )


def placeholder_difference(source: str, text: str) -> str:
    """What differs between the `{placeholders}` of two texts, in words; empty if nothing does."""
    wanted, found = _placeholders(source), _placeholders(text)
    if wanted is None or found is None:
        return "" if wanted == found else "a brace is not closed"
    return _difference(wanted, found)


def _difference(wanted: Counter[str], found: Counter[str]) -> str:
    lost = [f"{name} lost" for name in (wanted - found).elements()]
    new = [f"{name} added" for name in (found - wanted).elements()]
    return ", ".join([*lost, *new])


def _placeholders(text: str) -> Counter[str] | None:
    """The placeholders of a text and how often each stands, or None where the braces do not match."""
    try:
        return Counter(_placeholder(*found[1:]) for found in Formatter().parse(text) if found[1] is not None)
    except ValueError:
        return None


def _placeholder(name: str | None, form: str | None, conversion: str | None) -> str:
    """A placeholder as it was typed, in its braces."""
    return f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"


def _problem(rule: str, clause: Clause, message: str, where: Location, hint: str) -> Diagnostic:
    start = clause.text if len(clause.text) <= 60 else clause.text[:57] + "…"
    return Diagnostic(f"catalog/{rule}", f"{clause.id} (“{start}”) {message}.", where, hint, clause.id)


def _unused(clause_id: str, entry: Entry) -> Diagnostic:
    return Diagnostic(
        "catalog/unused",
        f"No clause of the statement is called {clause_id}.",
        entry.place,
        "Run “statement-kit update”; it sets the message aside.",
        clause_id,
        Severity.WARNING,
    )
