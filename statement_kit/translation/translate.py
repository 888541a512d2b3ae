"""The guard: a statement in another language, if every clause of it is translated and current."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from string import Formatter

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity, SourceError, locate
from statement_kit.markup import MarkKind, parse_inline
from statement_kit.markup.problems import text_problems
from statement_kit.model import Clause, Statement, is_blank, wrong_type
from statement_kit.translation.catalog import Catalog, Entry

_BLOCK = re.compile(r"\d+[.)](?=\s)|#{1,6}(?=\s)|[-+*•](?=\s)|>")
"""What begins an item, a heading or a quotation in a source, and would be plain text in a translation."""

_NUMBER = re.compile(r"[(\[]?\d+\s?(?:[.)\]:៖](?!\d)|[-–](?=\s))")
"""A number as it is typed before a heading, in any digits; ៖ is the Khmer colon."""

_DEMAND = re.compile(r"demand\.\d+")
"""The id of a demand's heading."""


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
            lost, whose markup cannot be set, or that bring a label the kit sets; or the catalog is none.
        SourceError: The statement is none.
    """
    _check_types(statement, catalog)
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


def _check_types(statement: object, catalog: object) -> None:
    if not isinstance(statement, Statement):
        raise SourceError([wrong_type("statement", statement, "a Statement", "Make one: Statement(…).")])
    if not isinstance(catalog, Catalog):
        hint = "Read one: parse_catalog(…), or load_catalog(…) from a folder."
        raise CatalogError([wrong_type("catalog", catalog, "a Catalog", hint)])


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
    elif label := typed_label(clause, entry.text):
        hint = "Leave it out: the kit sets numbers and marks of lists, headings and quotations, in every language."
        yield _problem("typed-label", clause, f"begins with a typed “{label}”", entry.place, hint)


def typed_label(clause: Clause, text: str) -> str:
    """The number or block mark that a translation begins with and its source does not; empty if there is none."""
    wanted, found = _label(clause.id, clause.text), _label(clause.id, text)
    return "" if wanted else found


def _label(clause_id: str, text: str) -> str:
    words = parse_inline(text).text.lstrip()
    label = _BLOCK.match(words) or (_NUMBER.match(words) if _DEMAND.fullmatch(clause_id) else None)
    return label[0] if label else ""


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
