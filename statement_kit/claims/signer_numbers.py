"""Numbers of those who sign a text, found in it: “we, the undersigned 102 organisations”, and no others.

What tells them from other numbers of organisations or people stands right beside them (see
`statement_kit.languages.endorsing`). In a row, “47 organisations and 312 people”, one sign is enough for all.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import eq, ge, le

from statement_kit.claims.typed_numbers import TypedNumber, typed_numbers
from statement_kit.languages.endorsing import ENDORSING, Counted, EndorsingWords

_WINDOW = 160
"""Characters before a number among which it is looked for who speaks."""

_SMALLEST = 2
"""The least number that surely is one; “one” seldom counts."""

_TITLE = "title"
_LEAD = re.compile(r"title|preamble\..*")
"""The clauses in which those who sign speak of themselves."""


@dataclass(frozen=True, slots=True)
class SignerNumber:
    """A number of signers in a text.

    Attributes:
        start: Where it begins, its noun with it.
        end: Where it ends.
        number: The number.
        counted: What it counts.
        holds: Whether a count, the first argument, agrees with it: “more than 100” does with any that is no less.
    """

    start: int
    end: int
    number: TypedNumber
    counted: Counted
    holds: Callable[[int, int], bool]


def signer_numbers(text: str, clause: str, tag: str) -> Iterator[SignerNumber]:
    """The numbers of signers in a text.

    Args:
        text: The text, its digits ASCII ones, without invisible characters and with ' for ’.
        clause: The id of its clause: in a title and a preamble less need be said.
        tag: Its language, a key of `ENDORSING`.
    """
    patterns = _patterns(tag)
    row: list[SignerNumber] = []
    for found in _with_nouns(text, tag, patterns):
        if row and not patterns.joins.fullmatch(text, row[-1].end, found.start):
            yield from _signed(row, text, clause, patterns)
            row = []
        row.append(found)
    yield from _signed(row, text, clause, patterns)


def _signed(row: list[SignerNumber], text: str, clause: str, patterns: _Patterns) -> list[SignerNumber]:
    """A row of numbers, if they are signers'. Countries alone sign treaties."""
    is_of_people = any(found.counted is not Counted.COUNTRIES for found in row)
    return row if is_of_people and any(_is_signed(found, text, clause, patterns) for found in row) else []


def _is_signed(found: SignerNumber, text: str, clause: str, patterns: _Patterns) -> bool:
    """Whether what stands beside a number says that it is these who sign."""
    start, end = found.start, found.end
    if patterns.passive.match(text, end):
        return False
    if patterns.within.search(text, start, end) or patterns.behind.match(text, end):
        return True
    pairs = patterns.title if clause == _TITLE else ()
    if any(behind.match(text, end) and _stands_before(before, text, start) for before, behind in pairs):
        return True
    asks = _LEAD.fullmatch(clause) and patterns.asks.match(text, end)
    return bool(asks) or _stands_before(patterns.before, text, start)


def _with_nouns(text: str, tag: str, patterns: _Patterns) -> Iterator[SignerNumber]:
    """Every number with a noun for those who may sign."""
    for number in typed_numbers(text, tag, patterns.uncounted):
        measured = _measured(text, number, patterns)
        span = _span(text, *measured[:2], patterns) if measured and number.value >= _SMALLEST else None
        if measured and span:
            kinds = {Counted(str(noun.lastgroup)) for noun in patterns.noun.finditer(text, *span)}
            counted = kinds.pop() if len(kinds) == 1 else Counted.ANYBODY
            yield SignerNumber(*span, number, counted, measured[2])


def _measured(
    text: str, number: TypedNumber, patterns: _Patterns
) -> tuple[int, int, Callable[[int, int], bool]] | None:
    """A number with the “more than” beside it, and how it is to be compared; None where it is not meant exactly."""
    window = max(0, number.start - _WINDOW), number.start
    if patterns.about.search(text, *window):
        return None
    for pattern, holds in ((patterns.at_least, ge), (patterns.at_most, le)):
        if before := pattern.search(text, *window):
            return before.start(), number.end, holds
    if behind := patterns.at_least_behind.match(text, number.end):
        return number.start, behind.end(), ge
    return number.start, number.end, eq


def _span(text: str, start: int, end: int, patterns: _Patterns) -> tuple[int, int] | None:
    """A number with its noun, before it or behind it or both; None where there is none."""
    behind = patterns.noun_behind.match(text, end)
    before = patterns.noun_before.search(text, max(0, start - _WINDOW), start) if patterns.noun_before else None
    if not behind and not before:
        return None
    return (before.start() if before else start), (behind.end() if behind else end)


def _stands_before(pattern: re.Pattern[str], text: str, end: int) -> bool:
    return pattern.search(text, max(0, end - _WINDOW), end) is not None


@dataclass(frozen=True, slots=True)
class _Patterns:
    """The words of a language as patterns; those of what stands before something end where it begins."""

    noun: re.Pattern[str]
    noun_behind: re.Pattern[str]
    noun_before: re.Pattern[str] | None
    joins: re.Pattern[str]
    before: re.Pattern[str]
    within: re.Pattern[str]
    behind: re.Pattern[str]
    asks: re.Pattern[str]
    title: tuple[tuple[re.Pattern[str], re.Pattern[str]], ...]
    passive: re.Pattern[str]
    at_least: re.Pattern[str]
    at_least_behind: re.Pattern[str]
    at_most: re.Pattern[str]
    about: re.Pattern[str]
    uncounted: str


@lru_cache(maxsize=8)
def _patterns(tag: str) -> _Patterns:
    words = ENDORSING[tag]
    noun = f"(?:{'|'.join(words.nouns.values())}){words.ends}"
    return _Patterns(
        noun=_pattern("|".join(f"(?P<{counted}>{nouns}){words.ends}" for counted, nouns in words.nouns.items())),
        noun_behind=_pattern(_noun_behind(noun, words)),
        noun_before=_pattern(rf"{noun}{words.between_back}\Z") if words.between_back else None,
        joins=_pattern(words.joins),
        before=_pattern(rf"(?:{words.before})\Z"),
        within=_pattern(words.within),
        behind=_pattern(words.behind),
        asks=_pattern(words.asks),
        title=tuple((_pattern(rf"(?:{before})\Z"), _pattern(behind)) for before, behind in words.title),
        passive=_pattern(words.passive),
        at_least=_pattern(rf"{words.at_least}\Z"),
        at_least_behind=_pattern(words.at_least_behind or "(?!)"),
        at_most=_pattern(rf"{words.at_most}\Z"),
        about=_pattern(rf"{words.about}\Z"),
        uncounted=words.uncounted,
    )


def _noun_behind(noun: str, words: EndorsingWords) -> str:
    """A noun behind its number, with those counted together with it; not one that the next number comes behind."""
    row = f"{words.between}{noun}(?:{words.more_nouns}{noun})*"
    return rf"{row}(?! ?\d)" if words.between_back else row


def _pattern(pattern: str) -> re.Pattern[str]:
    return re.compile(pattern, re.IGNORECASE)
