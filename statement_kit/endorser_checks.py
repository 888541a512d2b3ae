"""What is wrong with endorsers and an annex made in Python, or read from a register."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator
from datetime import date, datetime
from enum import StrEnum

from statement_kit.diagnostics import Diagnostic, Severity
from statement_kit.endorsers import (
    COUNTRY,
    LARGEST_NUMBER,
    WEBSITE,
    Annex,
    Endorser,
    EndorserKind,
    Fact,
    Group,
    Naming,
    Numbers,
    Order,
)
from statement_kit.markup.problems import character_problems, private_problems
from statement_kit.values import blank_problems, is_time_zone, only, text_type, tuple_type, wrong_type


def endorser_type_problems(endorser: Endorser) -> Iterator[Diagnostic]:
    """Every field of an endorser that is not what its annotation says."""
    clause = endorser.clause
    yield from text_type(clause, endorser.name, endorser.acronym, endorser.title, endorser.country, endorser.website)
    if endorser.kind not in tuple(EndorserKind):
        yield wrong_type(clause, endorser.kind, "an EndorserKind", f"Known: {', '.join(EndorserKind)}.")
    if not isinstance(endorser.signed, date | None):
        yield wrong_type(clause, endorser.signed, "signed on a date", "Write date(2025, 7, 28).")
    for naming in endorser.in_languages.values():
        if isinstance(naming, Naming):
            yield from text_type(clause, naming.name, naming.acronym, naming.title)
        else:
            yield wrong_type(clause, naming, "named by a Naming", 'Write Naming("…").')


def annex_type_problems(annex: Annex) -> Iterator[Diagnostic]:
    """Every field of an annex that is not what its annotation says."""
    choices: tuple[tuple[object, type[StrEnum]], ...] = (
        (annex.order, Order),
        (annex.group, Group),
        (annex.numbering, Numbers),
    )
    for value, kind in choices:
        if value not in tuple(kind):
            yield wrong_type("annex", value, f"told by {kind.__name__}", f"Known: {', '.join(kind)}.")
    yield from tuple_type("annex", annex.shows, "facts", str)
    yield from (
        wrong_type("annex", fact, "told by Fact", f"Known: {', '.join(Fact)}.")
        for fact in only(annex.shows, str)
        if fact not in tuple(Fact)
    )
    if not isinstance(annex.closed, date | None):
        yield wrong_type("annex", annex.closed, "closed on a date", "Write date(2025, 7, 28).")
    if not isinstance(annex.as_of, datetime | None):
        yield wrong_type("annex", annex.as_of, "told as of a time", "Write datetime(2025, 7, 29, 12, tzinfo=…).")


def annex_problems(annex: Annex) -> Iterator[Diagnostic]:
    """What an annex asks that cannot be: a clock that nobody knows, or none where one is needed."""
    if annex.time_zone and not is_time_zone(annex.time_zone):
        hint = "Write its IANA name, such as Asia/Phnom_Penh or Asia/Bangkok."
        yield _annex_problem("time-zone", f"There is no time zone “{annex.time_zone}”.", hint)
    elif annex.as_of is not None and annex.as_of.tzinfo is None and not annex.time_zone:
        hint = "Write the offset behind it, 2025-07-29T12:00:00+07:00, or name the time_zone."
        yield _annex_problem("as-of", "“as_of” says a time, but not where.", hint)


def endorser_problems(endorsers: Iterable[Endorser]) -> Iterator[Diagnostic]:
    """What is wrong with each endorser, and with the numbers of all."""
    endorsers = tuple(endorsers)
    for endorser in endorsers:
        yield from _text_problems(endorser)
        yield from _fact_problems(endorser)
    yield from _number_problems([endorser.number for endorser in endorsers])


def naming_findings(statement_endorsers: Iterable[Endorser], language: str) -> Iterator[Diagnostic]:
    """Warnings of endorsers that a version in another language calls by what they are called in the first (N17).

    A name in Latin letters may be all there is; it is told only where others of the list have a name in the language.
    What a person is, is told always: it stands in one language in the middle of another.
    """
    named = [one for one in statement_endorsers if not one.is_withheld]
    has_name = {one.number: bool(one.in_languages.get(language, _NOTHING).name) for one in named}
    if any(has_name.values()) and not all(has_name.values()):
        lacking = [one.number for one in named if not has_name[one.number]]
        message = (
            f"{len(lacking)} of {len(named)} endorsers have no name in “{language}”, and stand by the one they gave"
        )
        yield _naming(
            "no-name", f"{message}: {_some(lacking)}.", f"Ask them for it, and write it under name:{language}."
        )
    untitled = [one.number for one in named if one.title and not one.in_languages.get(language, _NOTHING).title]
    if untitled:
        message = f"What {len(untitled)} of the people are is not translated into “{language}”: {_some(untitled)}."
        yield _naming("no-title", message, f"Write it under title:{language}.")


_NOTHING = Naming("")


def _naming(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"endorsers/{rule}-in-language", message, hint=hint, clause="annex", severity=Severity.WARNING)


def _some(numbers: list[int]) -> str:
    shown = ", ".join(map(str, numbers[:_SHOWN]))
    return f"no. {shown}{' and others' if len(numbers) > _SHOWN else ''}"


_SHOWN = 5


def _text_problems(endorser: Endorser) -> Iterator[Diagnostic]:
    clause = endorser.clause
    if not endorser.is_withheld:
        yield from blank_problems(clause, endorser.name)
    elif endorser.name or endorser.in_languages or endorser.logo:
        message = f"{clause} is withheld, and has a name all the same."
        hint = "Make one that is withheld without name and logo: what is not there cannot be printed."
        yield Diagnostic("endorsers/withheld", message, hint=hint, clause=clause)
    namings = (Naming(endorser.name, endorser.acronym, endorser.title), *endorser.in_languages.values())
    texts = [text for one in namings for text in (one.name, one.acronym, one.title)]
    yield from character_problems(clause, "".join(texts))
    yield from private_problems(clause, texts, clause)


def _fact_problems(endorser: Endorser) -> Iterator[Diagnostic]:
    clause = endorser.clause
    if endorser.country and not COUNTRY.fullmatch(endorser.country):
        message, hint = f"“{endorser.country}” is not the code of a country.", "Write two letters: KH, TH, MM."
        yield Diagnostic("endorsers/country", message, hint=hint, clause=clause)
    if endorser.website and not WEBSITE.fullmatch(endorser.website):
        message, hint = "The website is no address.", "Write https://example.org, or leave it out."
        yield Diagnostic("endorsers/website", message, hint=hint, clause=clause)


def _number_problems(numbers: list[int]) -> Iterator[Diagnostic]:
    for number in numbers:
        if not _is_place(number):
            message, clause = f"{number!r} is not an endorser's number.", f"endorser.{number}"
            hint = f"Write a whole number from 1 to {LARGEST_NUMBER}."
            yield Diagnostic("endorsers/number", message, clause=clause, hint=hint)
    for number, count in Counter(filter(_is_place, numbers)).items():
        if count > 1:
            yield Diagnostic(
                "endorsers/duplicate-number",
                f"Endorser number {number} is used {count} times.",
                clause=f"endorser.{number}",
                hint="Give every endorser a number of its own.",
            )


def _is_place(number: object) -> bool:
    """Whether it is a place in a list that is counted from 1 (N16); True is a number only to Python."""
    return isinstance(number, int) and not isinstance(number, bool) and 0 < number <= LARGEST_NUMBER


def _annex_problem(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"annex/{rule}", message, hint=hint, clause="annex")
