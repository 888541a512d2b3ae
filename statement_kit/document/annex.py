"""The annex of a document: who signed, in which order, under which headings and numbers.

One endorser has one number, in every language and format (N16), whatever each language's alphabet makes of the names.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from statement_kit.document.blocks import Block, Role, WallLogo
from statement_kit.document.counts import filled
from statement_kit.endorsers import Endorser, EndorserKind, Fact, Group, Numbers, Order
from statement_kit.languages.clock import time_words
from statement_kit.languages.dates import format_date
from statement_kit.languages.numbers import label
from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language
from statement_kit.markup import Mark, MarkKind
from statement_kit.markup.references import ANNEX
from statement_kit.model import Statement

ADDENDUM = "addendum"
"""The id of the heading over those who signed late."""

AS_OF, KINDS, WITHHELD = f"{ANNEX}.as-of", f"{ANNEX}.kinds", f"{ANNEX}.withheld"

_ARTICLE = re.compile(r"the\s+", re.IGNORECASE)
"""What does not count where names are sorted (N15)."""

_KINDS = (EndorserKind.ORGANISATION, EndorserKind.NETWORK, EndorserKind.INDIVIDUAL)
_SUMS = ("organisations", "networks", "individuals")


@dataclass(frozen=True, slots=True)
class Part:
    """Endorsers that stand together: in an annex that is not parted, all of them.

    Attributes:
        key: What they share: a kind, a country, or nothing; empty for a country that nobody gave.
        endorsers: Who, in order.
    """

    key: str
    endorsers: tuple[Endorser, ...]


def annex_blocks(statement: Statement, words: Mapping[str, str], language: Language) -> Iterator[Block]:
    """Every block of the annex: its heading, when it was so, who signed, the addendum, how many are not named."""
    if not statement.endorsers:
        return
    writer = _Writer(statement, words, language)
    yield writer.block(ANNEX, Role.ANNEX_HEADING, words["endorsed"])
    yield from writer.notes()
    yield from writer.entries()


def wall(statement: Statement, words: Mapping[str, str], language: Language) -> tuple[WallLogo, ...]:
    """The logos of those who agreed that theirs is shown, in the order of the annex."""
    if not any(one.logo for one in statement.endorsers):
        return ()
    return tuple(
        WallLogo(f"logo.{one.number}", one.logo, words["logo"].format(name=one.naming(language.tag).name))
        for part in _all_parts(statement, statement.language)
        for one in part.endorsers
        if one.logo is not None
    )


def printed_numbers(statement: Statement) -> dict[int, int]:
    """By the number that each endorser has in the register, the one that is printed; empty where none is."""
    named = [one.number for one in statement.endorsers if not one.is_withheld]
    match statement.annex.numbering:
        case Numbers.REGISTER:
            return {number: number for number in named}
        case Numbers.LIST:
            original = statement.original_language or statement.language
            listed = (one.number for part in _all_parts(statement, original) for one in part.endorsers)
            return {number: place for place, number in enumerate(listed, 1)}
    return {}


def _all_parts(statement: Statement, tag: str) -> Iterator[Part]:
    """The annex in one language: those in time, then those who were late."""
    yield from parts(statement, tag)
    yield from late_parts(statement, tag)


def parts(statement: Statement, tag: str) -> Iterator[Part]:
    """Who signed in time, part by part, in the order of the annex in a language."""
    annex = statement.annex
    named = [one for one in statement.endorsers if not one.is_withheld and not annex.is_late(one)]
    by_key: dict[str, list[Endorser]] = {}
    for one in named:
        by_key.setdefault(_KEYS[annex.group](one), []).append(one)
    for key in sorted(by_key, key=_key_order(statement, tag)):
        yield Part(key, _ordered(by_key[key], statement, tag))


def late_parts(statement: Statement, tag: str) -> Iterator[Part]:
    """Who signed after the list was closed, as one part, if anybody did."""
    late = [one for one in statement.endorsers if not one.is_withheld and statement.annex.is_late(one)]
    if late:
        yield Part(ADDENDUM, _ordered(late, statement, tag))


_KEYS: Mapping[Group, Callable[[Endorser], str]] = {
    Group.NOTHING: lambda one: "",
    Group.KIND: lambda one: str(one.kind),
    Group.COUNTRY: lambda one: one.country,
}


def _alphabet(statement: Statement, tag: str) -> str:
    """The language by whose alphabet a version is sorted."""
    is_own = statement.annex.order is Order.LANGUAGE
    return tag if is_own else statement.original_language or statement.language


def _ordered(endorsers: Sequence[Endorser], statement: Statement, tag: str) -> tuple[Endorser, ...]:
    if statement.annex.order is Order.GIVEN:
        return tuple(endorsers)
    alphabet = _alphabet(statement, tag)
    return tuple(sorted(endorsers, key=lambda one: (_sort_key(one.naming(alphabet).name, alphabet), one.number)))


def _sort_key(name: str, tag: str) -> object:
    from statement_kit.languages.collation import collation_key  # brings a table that only sorting needs

    return collation_key(_ARTICLE.sub("", name, count=1) if _ARTICLE.match(name) else name, tag)


def _key_order(statement: Statement, tag: str) -> Callable[[str], tuple[bool, object]]:
    """How parts follow one another: kinds as the kit names them, countries by their names, what nobody gave last."""
    if statement.annex.group is not Group.COUNTRY:
        return lambda key: (not key, _KINDS.index(EndorserKind(key)) if key else 0)
    alphabet = _alphabet(statement, tag)
    return lambda key: (not key, _sort_key(_country(key, alphabet), alphabet) if key else "")


def _country(code: str, tag: str) -> str:
    from statement_kit.languages.countries import country_name

    return country_name(code, tag)


class _Writer:
    """Makes the blocks of one annex in one language."""

    def __init__(self, statement: Statement, words: Mapping[str, str], language: Language) -> None:
        self._statement = statement
        self._annex = statement.annex
        self._words = words
        self._language = language
        self._numbers = printed_numbers(statement)
        self._counts = statement.counts()

    def block(self, block_id: str, role: Role, text: str) -> Block:
        """A text of the kit's own."""
        return Block(block_id, role, typographic(text, self._language))

    def _counted(self, key: str) -> str:
        """One of the kit's words with its counts in it."""
        return filled(self._words[key], self._counts, self._language)

    def notes(self) -> Iterator[Block]:
        """How many of each kind there are, and when the list was what it is."""
        if Fact.KINDS in self._annex.shows:
            sums = (self._counted(f"count.{name}") for name in _SUMS if self._counts[name])
            yield self.block(KINDS, Role.ANNEX_NOTE, " · ".join(sums))
        if self._annex.as_of:
            yield self.block(AS_OF, Role.ANNEX_NOTE, self._as_of(self._annex.on_clock(self._annex.as_of)))

    def entries(self) -> Iterator[Block]:
        """Who signed in time, how many are not named, and who signed later."""
        tag = self._language.tag
        for part in parts(self._statement, tag):
            if self._annex.group is not Group.NOTHING:
                yield self.block(f"{ANNEX}.{part.key or 'other'}", Role.GROUP_HEADING, self._heading(part.key))
            yield from map(self._entry, part.endorsers)
        if (closed := self._annex.closed) is not None:
            yield from self._addendum(self._annex.day(closed))
        if self._counts["withheld"]:
            key = "withheld" if self._counts["named"] else "withheld.all"
            yield self.block(WITHHELD, Role.ANNEX_NOTE, self._counted(key))

    def _addendum(self, closed: date) -> Iterator[Block]:
        """Who signed after that day, if anybody did."""
        for part in late_parts(self._statement, self._language.tag):
            yield self.block(
                ADDENDUM, Role.ANNEX_HEADING, self._words["late"].format(date=format_date(closed, self._language))
            )
            yield from map(self._entry, part.endorsers)

    def _heading(self, key: str) -> str:
        if self._annex.group is Group.KIND:
            return self._words[f"group.{key}"]
        return _country(key, self._language.tag) if key else self._words["group.other"]

    def _entry(self, one: Endorser) -> Block:
        naming = one.naming(self._language.tag)
        name = typographic(str(naming), self._language)
        text = name
        for key, values in self._beside(one):
            text = self._words[key].format(
                name=text, **{each: typographic(value, self._language) for each, value in values.items()}
            )
        marks: tuple[Mark, ...] = ()
        if one.website and Fact.WEBSITE in self._annex.shows:
            start = text.index(name)
            marks = (Mark(start, start + len(name), MarkKind.LINK, one.website),)
        number = self._numbers.get(one.number, 0)
        return Block(one.clause, Role.ENDORSER, text, label(number, self._language) if number else "", marks, number)

    def _beside(self, one: Endorser) -> Iterator[tuple[str, dict[str, str]]]:
        """What is said beside a name: the kit's word, and what it says."""
        annex, language = self._annex, self._language
        if title := one.naming(language.tag).title:
            yield "endorser.title", {"title": title}
        if one.is_personal:
            yield "endorser.personal", {}
        if one.country and Fact.COUNTRY in annex.shows and annex.group is not Group.COUNTRY:
            yield "endorser.country", {"country": _country(one.country, language.tag)}
        if one.signed and Fact.DATE in annex.shows:
            yield "endorser.date", {"date": format_date(annex.day(one.signed), language)}

    def _as_of(self, time: datetime) -> str:
        return self._words["as-of"].format(**time_words(time, self._language))
