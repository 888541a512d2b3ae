"""Counts within a clause: how many signed, put in when the clause is set, in the words and digits of its language.

A count is a name in braces, alone or with a form (see `statement_kit.markup.count_forms`): “We, the undersigned
{endorsers} organisations”. A backslash before a brace makes it plain, as before every mark of Markdown; and braces that
begin with no name and comma or brace, such as “{a b}” and “{}”, always are. Within an address a brace is part of the
address.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from difflib import get_close_matches
from types import MappingProxyType
from typing import NamedTuple

from statement_kit.markup import Fault
from statement_kit.markup.count_forms import (
    CATEGORIES,
    CountError,
    beginning,
    common_branch,
    read_count,
    spoken,
    within,
)

COUNTS: Mapping[str, str] = MappingProxyType(
    {
        "endorsers": "all who signed, named or not, in time or late",
        "organisations": "the organisations among them",
        "networks": "the networks among them",
        "individuals": "the people among them",
        "countries": "the countries of those who are named",
        "named": "those who are named",
        "withheld": "those who are counted and not named",
        "late": "those who signed after the list was closed",
    }
)
"""Every count that a text may say, and what it counts."""

_WORD = "[^\\W\\d](?:[\\w-]|[\u17b4-\u17d3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]){0,39}"
"""What a name looks like, in any script: a translated one is no count, and must be told of rather than printed."""

_BEGIN = re.compile(
    r"\\[^\n]"  # what a backslash makes plain
    r"|<[A-Za-z][A-Za-z0-9+.-]{1,31}:[^\s<>]*>|<[^\s<>@]{1,64}@[^\s<>@]+>"  # addresses (CommonMark 0.31.2, 6.5)
    r"|\]\((?:[^()\s\\]|\\.)*\)"  # the address of a link (6.3)
    rf"|\{{\s{{0,9}}(?P<name>(?:{'|'.join(COUNTS)})\b|{_WORD}(?=\s{{0,9}}[,}}]))"
)
_BRACE = re.compile("[{}]")
_NEAR = 0.8
"""How alike two names are, of 1, to be taken for the same, typed wrongly."""


class CountPlace(NamedTuple):
    """A count in a text: where it begins and ends, what it counts, and how it is typed, its braces with it."""

    start: int
    end: int
    name: str
    pattern: str


def find_counts(text: str) -> tuple[CountPlace, ...]:
    """Every count of a text, in order, whether or not it can be read; what has another name is none."""
    return tuple(place for place in _places(text) if place.end and place.name in COUNTS)


def count_faults(text: str) -> Iterator[Fault]:
    """Whatever looks like a count and is none that can be written: by its name, its braces or its form."""
    for place in _places(text):
        try:
            _check(place, text)
        except CountError as error:
            yield Fault(place.start, error.what, error.hint)


def plural_faults(text: str, categories: Collection[str]) -> Iterator[Fault]:
    """Each plural form in a text that its language does not have, so that its words would never be read.

    Args:
        text: A text without faults of its counts.
        categories: The plural forms that the language has.
    """
    known = ", ".join(f"“{one}”" for one in CATEGORIES if one in categories)
    for place in find_counts(text):
        for count in within(read_count(place.pattern)):
            for keyword in dict.fromkeys(branch.keyword for branch in count.branches):
                if keyword[0] != "=" and keyword not in categories:
                    what = f"a count with the plural form “{keyword}”, which this language does not have"
                    hint = f"Leave it out: the language has {known}. For one number only, write =1 {{…}}."
                    yield Fault(place.start, what, hint)


def without_numbers(text: str, sign: str) -> str:
    """A text as it reads for most numbers, a sign in place of each number; a count that cannot be read is one sign."""
    pieces, at = [], 0
    for place in find_counts(text):
        pieces += [text[at : place.start], _without_numbers(place.pattern, sign)]
        at = place.end
    return "".join([*pieces, text[at:]])


def _without_numbers(pattern: str, sign: str) -> str:
    try:
        return spoken(read_count(pattern), lambda _: sign, common_branch)
    except CountError:
        return sign


def _places(text: str) -> Iterator[CountPlace]:
    """Whatever looks like a count. One without a brace that closes it ends at 0, and is the last."""
    at = 0
    last = text.rfind("}")
    while begin := _BEGIN.search(text, at) if "{" in text else None:
        at = begin.end()
        if begin["name"] in COUNTS:
            at = end = _end(text, begin.start())
            yield CountPlace(begin.start(), end, begin["name"], text[begin.start() : end or None])
            if not end:
                return
        elif begin["name"] and at <= last:
            yield CountPlace(begin.start(), at, begin["name"], begin[0])


def _end(text: str, start: int) -> int:
    """Where the brace that opens here is closed, behind that; 0 if nowhere."""
    depth = 0
    for brace in _BRACE.finditer(text, start):
        depth += 1 if brace[0] == "{" else -1
        if not depth:
            return brace.end()
    return 0


def _check(place: CountPlace, text: str) -> None:
    """Refuse what looks like a count and cannot be written as one."""
    if place.name not in COUNTS:
        raise _unknown(place.name)
    if not place.end:
        hint = f"Put the brace behind it, as in {{{place.name}}}."
        raise CountError(f"the count “{beginning(place.pattern)}”, which no brace closes", hint)
    if text[place.start - 1 : place.start] == "{" and text[place.end : place.end + 1] == "}":
        what = f"the count “{beginning(f'{{{place.pattern}}}')}” in two pairs of braces"
        raise CountError(what, f"One pair is enough: {{{place.name}}}.")
    for count in within(read_count(place.pattern)):
        if count.name not in COUNTS:
            raise _unknown(count.name)


def _unknown(name: str) -> CountError:
    """That braces hold another name than one of a count."""
    near = get_close_matches(name.casefold(), COUNTS, 1, _NEAR)
    known = f"Is {{{near[0]}}} meant?" if near else f"Counts are {', '.join(f'{{{one}}}' for one in COUNTS)}."
    return CountError(f"{{{name}}}, which is no count", f"{known} A brace that is meant as it stands is typed \\{{.")
