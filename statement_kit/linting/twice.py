"""Who signed twice: under one spelling or two, in two scripts, under a name and its acronym (A26, A32)."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Hashable, Iterator, Sequence
from typing import NamedTuple
from urllib.parse import urlsplit

from statement_kit.languages.letters import script_of
from statement_kit.linting.acronyms import bare_acronym
from statement_kit.linting.entries import Entry
from statement_kit.linting.findings import Finding
from statement_kit.linting.identities import Identity, identity
from statement_kit.linting.nearness import families
from statement_kit.linting.pairs import ACRONYM_SHARED, ALIKE, TWICE, pair_finding
from statement_kit.linting.slips import is_likely_slip, is_one_slip_a_word
from statement_kit.linting.words import SHARED_HOSTS

_MOST_COMPARED = 30
"""With how many earlier names of the same reading a name is compared."""

IsSettled = Callable[[Entry, Entry], bool]
"""Whether somebody has found two names to be those of two."""


class Bearer(NamedTuple):
    """A name and what makes it that of its bearer."""

    entry: Entry
    identity: Identity


IsSame = Callable[[Bearer, Bearer], bool]


def repeat_findings(entries: Sequence[Entry], is_settled: IsSettled) -> Iterator[Finding]:
    """Rows that say again who has signed before: each row once, with the likeliest other.

    Args:
        entries: Every name of every row, in other languages too, row by row.
        is_settled: Whether two names are known to be two; then another is looked for.
    """
    search = _Search(entries, is_settled)
    search.names()
    search.people()
    search.acronyms()
    search.addresses()
    for at in sorted(search.found):
        yield pair_finding(*search.found[at])


class _Search:
    """For each row, by its place in the list, the first other that is the same, and what is told of the two."""

    def __init__(self, entries: Sequence[Entry], is_settled: IsSettled) -> None:
        everybody = [one for entry in entries if (one := Bearer(entry, identity(entry))).identity.words]
        self._organisations = [one for one in everybody if not one.entry.is_person]
        self._people = [one for one in everybody if one.entry.is_person]
        self._is_settled = is_settled
        self.found: dict[int, tuple[Entry, Entry, str]] = {}

    def names(self) -> None:
        """Organisations that have the same name or nearly, in any language and script."""
        some = self._organisations
        self._note(some, lambda one: one.identity.words, TWICE)
        self._note(some, lambda one: one.identity.joined, TWICE)
        self._note(some, lambda one: one.identity.core_key, ALIKE, _differ_in_form)
        near = _near_words(some)
        self._note(some, lambda one: _near_key(one.identity, near), ALIKE, _is_slip_away)

    def people(self) -> None:
        """People of the same name and title, or of nearly the same name and the same title."""
        some = self._people
        self._note(some, lambda one: (one.identity.words, one.identity.title), ALIKE)
        self._note(some, lambda one: one.identity.words, ALIKE, _is_one_without_title)
        titled = [one for one in some if one.identity.title and one.identity.is_long]
        near = _near_words(titled)
        self._note(titled, lambda one: (one.identity.title, _near_key(one.identity, near)), ALIKE, _is_slip_away)

    def acronyms(self) -> None:
        """Names that are nothing but the acronym of another row."""
        holders: defaultdict[str, list[Bearer]] = defaultdict(list)
        for one in self._organisations:
            bare = bare_acronym(one.entry.acronym) if one.entry.acronym else ""
            if bare and len(holders[bare]) < _MOST_COMPARED:
                holders[bare].append(one)
        for one in self._organisations:
            others = holders.get(one.identity.joined, ()) if one.identity.joined else ()
            not_told = [other for other in others if self._partner_of(other.entry) != one.entry.at]
            self._tell(one, self._first(not_told, one), ALIKE)

    def addresses(self) -> None:
        """Organisations with the same address on the web, or in two scripts the same acronym or host."""
        some = [one for one in self._organisations if not one.entry.language]
        sites = [one for one in some if one.entry.row["website"]]
        self._note(sites, lambda one: _address(one.entry), ALIKE)
        self._note(sites, lambda one: _host(one.entry), ALIKE, _is_other_script)
        with_acronyms = [one for one in some if one.entry.acronym]
        self._note(with_acronyms, lambda one: bare_acronym(one.entry.acronym), ACRONYM_SHARED)

    def _note(
        self,
        some: Sequence[Bearer],
        key_of: Callable[[Bearer], Hashable],
        rule: str,
        is_same: IsSame = lambda one, other: True,
    ) -> None:
        """Note for each row the first before it that has the same key and is the same, unless one is noted already."""
        earlier: defaultdict[Hashable, list[Bearer]] = defaultdict(list)
        for one in some:
            if not (key := key_of(one)):
                continue
            others = earlier[key]
            if one.entry.at not in self.found:
                self._tell(one, self._first(others, one, is_same), rule)
            if len(others) < _MOST_COMPARED:
                others.append(one)

    def _first(self, others: Sequence[Bearer], one: Bearer, is_same: IsSame = lambda one, other: True) -> Bearer | None:
        at, is_settled = one.entry.at, self._is_settled
        same = (other for other in others if other.entry.at != at and is_same(other, one))
        return next((other for other in same if not is_settled(other.entry, one.entry)), None)

    def _tell(self, one: Bearer, other: Bearer | None, rule: str) -> None:
        if other is not None:
            self.found.setdefault(one.entry.at, (one.entry, other.entry, rule))

    def _partner_of(self, entry: Entry) -> int:
        return self.found[entry.at][1].at if entry.at in self.found else -1


def _differ_in_form(one: Bearer, other: Bearer) -> bool:
    """Whether two differ only in what the one calls itself, or says of its place, and the other leaves out.

    A union is no association of the same name, and Thailand is not Cambodia.
    """
    first, second = one.identity, other.identity
    return (first.legal <= second.legal or second.legal <= first.legal) and (
        first.places <= second.places or second.places <= first.places
    )


def _near_words(some: Sequence[Bearer]) -> dict[str, str]:
    return families({word for one in some for word in one.identity.words}, is_likely_slip)


def _near_key(one: Identity, near: dict[str, str]) -> Hashable:
    return tuple(sorted(near.get(word, word) for word in one.words)) if one.is_long else None


def _is_slip_away(one: Bearer, other: Bearer) -> bool:
    return one.identity.is_long and is_one_slip_a_word(one.identity.words, other.identity.words)


def _is_one_without_title(one: Bearer, other: Bearer) -> bool:
    return not (one.identity.title and other.identity.title)


def _is_other_script(one: Bearer, other: Bearer) -> bool:
    return script_of(one.entry.name) != script_of(other.entry.name)


def _host(entry: Entry) -> str:
    """The host of a website; empty for one at which many have a page."""
    try:
        host = (urlsplit(entry.row["website"]).hostname or "").removeprefix("www.")
    except ValueError:  # no address, for all that it looks like one
        return ""
    return "" if host in SHARED_HOSTS else host


def _address(entry: Entry) -> str:
    """A website, by which two are the same."""
    host = _host(entry)
    return host + urlsplit(entry.row["website"]).path.rstrip("/") if host else ""
