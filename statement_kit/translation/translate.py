"""The guard: a statement in another language, if every clause of it is translated and current."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from string import Formatter

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity, SourceError, locate
from statement_kit.languages.counting import plural_categories
from statement_kit.markup import Fault, MarkKind, parse_inline
from statement_kit.markup.count_forms import CountError, read_count, within
from statement_kit.markup.counts import CountPlace, count_faults, find_counts, plural_faults
from statement_kit.markup.problems import text_problems
from statement_kit.model import Clause, Statement
from statement_kit.readiness import STANDARD, Policy, State
from statement_kit.translation.catalog import Catalog
from statement_kit.translation.difference import around_difference, beginning
from statement_kit.translation.reviews import Review
from statement_kit.translation.state import ClauseState, clause_states
from statement_kit.values import wrong_type

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


def translate(
    statement: Statement, catalog: Catalog, reviews: Iterable[Review] = (), policy: Policy = STANDARD
) -> Translation:
    """Put a statement into the language of a catalog.

    It looks at the clauses alone. What a folder asks beyond that, and alarms about their meaning, are the business of
    `build` and `check`.

    Args:
        statement: The statement.
        catalog: Its clauses in another language.
        reviews: Who has found which translation right.
        policy: How far every clause must have come; by default translated, from the source as it stands.

    Raises:
        CatalogError: With every clause that is missing, fuzzy or stale, or has not come as far as the policy asks;
            whose placeholders, links or notes were lost, whose markup cannot be set, or that brings a label the kit
            sets; or the catalog is none.
        SourceError: The statement is none.
    """
    _check_types(statement, catalog)
    states = list(clause_states(statement.clauses(catalog.language), catalog, reviews, policy))
    if problems := list(catalog_problems(states, catalog, policy)):
        raise CatalogError(problems)
    return as_translated(statement, catalog, states)


def as_translated(statement: Statement, catalog: Catalog, states: Iterable[ClauseState]) -> Translation:
    """A statement in the language of a catalog, once nothing stands against any of its clauses."""
    states = list(states)
    return Translation(
        statement.translated({found.clause.id: found.text for found in states}, catalog.language),
        {found.clause.id: found.entry.place for found in states if found.entry},
        tuple(unused_messages(statement, catalog)),
    )


def _check_types(statement: object, catalog: object) -> None:
    if not isinstance(statement, Statement):
        raise SourceError([wrong_type("statement", statement, "a Statement", "Make one: Statement(…).")])
    if not isinstance(catalog, Catalog):
        hint = "Read one: parse_catalog(…), or load_catalog(…) from a folder."
        raise CatalogError([wrong_type("catalog", catalog, "a Catalog", hint)])


def catalog_problems(states: Sequence[ClauseState], catalog: Catalog, policy: Policy) -> Iterator[Diagnostic]:
    """Why a statement cannot be published in the language of a catalog: one finding where it is another statement's."""
    texts = {entry.source for entry in catalog.entries.values()}
    if len(texts) >= _ENOUGH and texts.isdisjoint(state.clause.text for state in states):
        message = f"None of the {len(texts)} texts in this catalog is a clause of the statement; it may be another's."
        hint = "Put the right file in its place. If every clause was rewritten, run “statement-kit update”."
        yield Diagnostic("catalog/other-statement", message, Location(catalog.path), hint)
        return
    for state in states:
        yield from clause_problems(state, catalog.path, policy, catalog.language)


REVIEW_RULES = frozenset({"catalog/unreviewed", "catalog/unapproved"})
"""What is wrong with a clause that only lacks readers."""

_ENOUGH = 4
"""Of how many texts it would be strange that none is found again."""


def clause_problems(found: ClauseState, path: str, policy: Policy, language: str = "") -> Iterator[Diagnostic]:
    """Why a clause cannot be published in a language.

    Args:
        found: The clause.
        path: That of the catalog, for what is not in it.
        policy: How far it must have come.
        language: BCP 47 tag of the language; empty if it is not known.
    """
    where = found.entry.place if found.entry else Location(path)
    if found.state <= State.FUZZY:
        yield unready_problem(found, where)
        return
    yield from text_faults(found.clause, found.text, where, language)
    if found.state < policy.ready:
        yield _unreviewed(found, where, policy)


def unready_problem(found: ClauseState, where: Location) -> Diagnostic:
    """That a clause is missing, stale or fuzzy."""
    clause, update = found.clause, "Run “statement-kit update”, translate the clause, and build again."
    if found.entry is None:
        return _problem("missing", clause, "is not in this catalog", where, update)
    if found.state is State.MISSING:
        return _problem("missing", clause, "is not translated", where, "Translate it and build again.")
    if found.state is State.STALE:
        old, new = around_difference(found.made_from, clause.text)
        message = f"was edited after it was translated, so its translation is stale: “{old}” became “{new}”"
        translate = "Translate it from the source as it stands, and remove the fuzzy mark."
        return _problem("stale", clause, message, where, translate if found.entry.fuzzy else update)
    if found.entry.fuzzy:
        hint = "Compare it with the source, correct it, then remove the fuzzy mark."
        return _problem("fuzzy", clause, "is marked fuzzy: somebody must look at it", where, hint)
    hint = "Have somebody read it beside the source, who then runs “statement-kit review LANG CLAUSE --by NAME”."
    return _problem("machine-made", clause, "was translated by a machine, and nobody has read it", where, hint)


def _unreviewed(found: ClauseState, where: Location, policy: Policy) -> Diagnostic:
    """That a clause lacks the reviews that the statement asks for."""
    hint = "Have somebody else read it beside the source, who then runs “statement-kit review LANG CLAUSE --by NAME”."
    if found.state is State.TRANSLATED:
        return _problem("unreviewed", found.clause, "is translated, but nobody has reviewed it", where, hint)
    message = f"was reviewed by {', '.join(found.reviewers)} only; {policy.reviewers} people must have read it"
    return _problem("unapproved", found.clause, message, where, hint)


def text_faults(clause: Clause, text: str, where: Location, language: str = "") -> Iterator[Diagnostic]:
    """What keeps a translation from being set: placeholders, links or notes, markup, labels that the kit sets.

    Args:
        clause: The clause, in the language of the statement.
        text: The translation.
        where: Its place.
        language: BCP 47 tag of its language; empty if it is not known, and then any plural form may be its own.
    """
    if fault := _count_fault(text, language):
        yield _problem("placeholder", clause, f"contains {fault.what}", where, fault.hint)
    elif lost := placeholder_difference(clause.text, text):
        hint = "Copy words in braces from the source exactly as they are; they are filled in later."
        if find_counts(clause.text + text):
            hint = f"{hint} A count keeps its name; its form may be another, as in {{endorsers, spellout}}."
        yield _problem("placeholder", clause, f"does not carry the same placeholders ({lost})", where, hint)
    elif problems := [*text_problems(clause.id, text, "catalog/markup")]:
        yield from locate(problems, {clause.id: where})
    elif lost := markup_difference(clause.text, text):
        hint = "Copy addresses of links, and names of notes like [^1], from the source exactly as they are."
        yield _problem("markup", clause, f"does not carry the same links and notes ({lost})", where, hint)
    elif label := typed_label(clause, text):
        hint = "Leave it out: the kit sets numbers and marks of lists, headings and quotations, in every language."
        yield _problem("typed-label", clause, f"begins with a typed “{label}”", where, hint)


def _count_fault(text: str, language: str) -> Fault | None:
    """The first count of a translation that cannot be read, or that has a plural form its language has not."""
    faults = [*count_faults(text)] or [*plural_faults(text, plural_categories(language))]
    return faults[0] if faults else None


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
    """What differs between the `{placeholders}` of two texts, in words; empty if nothing does.

    Of a count only its name is compared: digits, words and plural forms are each language's own.
    """
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
    counts = find_counts(text)
    rest = text
    for place in reversed(counts):
        rest = rest[: place.start] + rest[place.end :]
    try:
        named = [_placeholder(*found[1:]) for found in Formatter().parse(rest) if found[1] is not None]
    except ValueError:
        return None
    return Counter([*(f"{{{name}}}" for place in counts for name in _counted(place)), *named])


def _counted(place: CountPlace) -> Iterator[str]:
    """The name of a count, and of each other count in its words, once: how often it stands there is its form."""
    try:
        yield from dict.fromkeys(count.name for count in within(read_count(place.pattern)))
    except CountError:
        yield place.name


def _placeholder(name: str | None, form: str | None, conversion: str | None) -> str:
    """A placeholder as it was typed, in its braces."""
    return f"{{{name}{f'!{conversion}' if conversion else ''}{f':{form}' if form else ''}}}"


def _problem(rule: str, clause: Clause, message: str, where: Location, hint: str) -> Diagnostic:
    return Diagnostic(f"catalog/{rule}", f"{clause.id} (“{beginning(clause.text)}”) {message}.", where, hint, clause.id)


def unused_messages(statement: Statement, catalog: Catalog) -> Iterator[Diagnostic]:
    """Warnings of the messages that belong to no clause of a statement."""
    known = {clause.id for clause in statement.clauses(catalog.language)}
    for clause_id, entry in catalog.entries.items():
        if clause_id not in known:
            message = f"No clause of this edition of the statement is called {clause_id}."
            hint = "Run “statement-kit update”; it sets the message aside."
            yield Diagnostic("catalog/unused", message, entry.place, hint, clause_id, Severity.WARNING)
