"""Numbers of a text, in digits or words, as what they may be worth."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from math import prod
from typing import NamedTuple

from statement_kit.alarms.patterns import Choices, choices
from statement_kit.alarms.reading import Reading
from statement_kit.languages.wording import WORDINGS, NumberWords, Wording


@dataclass(frozen=True, slots=True)
class Amount:
    """A number in a text.

    Attributes:
        values: What it may be worth: ១.២០០ is 1,200 by the book and 1.2 by habit.
        shown: The number as it stands in the text.
        is_sure: Whether it is meant as a number; “one” and “both” may or may not be.
        in_digits: Whether it is written in digits.
    """

    values: frozenset[float]
    shown: str
    is_sure: bool = True
    in_digits: bool = False


_DIGITS = re.compile(r"\d+(?:[.,:/-]\d+| \d{3}(?!\d))*")
_DATE = re.compile(r"\d{4}-\d{2}-\d{2}|\d{1,2}([/.-])\d{1,2}\1\d{4}")
_CLOCK = re.compile(r"\d{1,2}(?::\d{2})?|\d{1,2}\.\d{2}")
_CLOCK_MARK = re.compile(r"\s?(?:น\.|[ap]\.?m\b)")
"""What follows a time of day: นาฬิกา (“o'clock”) in short, or a.m. and p.m."""

_SPACED = re.compile(r"\d{1,3}(?: \d{3})+")
_PIECE = re.compile(r"\d+(?:[.,]\d+)*")
_YEAR = re.compile(r"\d{4}")
_BETWEEN_ERAS = re.compile(r"[\s(/–-]*")


def amounts(reading: Reading) -> list[Amount]:
    """The numbers of a text, those in digits first."""
    wording = reading.wording
    found = list(_in_digits(reading.prose, wording)) if _DIGITS.search(reading.prose) else []
    if wording:
        words = _words(wording.tag)
        # The “million” of “2 million” is no number by itself.
        found += _in_words(words.scaled.sub(" ", reading.folded) if found else reading.folded, wording, words)
    return found


def _in_digits(prose: str, wording: Wording | None) -> Iterator[Amount]:
    last_year: _Year | None = None
    for match in _DIGITS.finditer(prose):
        written = match[0]
        if _DATE.fullmatch(written):
            yield from _date(written)
        elif _CLOCK.fullmatch(written) and (":" in written or _CLOCK_MARK.match(prose, match.end())):
            yield from _clock(written)
        elif wording and _YEAR.fullmatch(written) and not _scale(prose, match.end(), wording):
            year = _year(int(written), prose, match.start(), match.end(), wording)
            if last_year is None or not _is_same(last_year, year, prose, wording):
                yield Amount(year.values, written, in_digits=True)
            last_year = year
        else:
            yield from _plain_numbers(written, prose, match.end(), wording)


def _plain_numbers(written: str, prose: str, end: int, wording: Wording | None) -> Iterator[Amount]:
    """The numbers of a stretch of digits with points, commas and spaces between them; the last may have a scale."""
    pieces = [written] if _SPACED.fullmatch(written) else _PIECE.findall(written)
    scale = _scale(prose, end, wording) if wording else ""
    for at, piece in enumerate(pieces, 1):
        behind = scale if at == len(pieces) else ""
        factor = _factor(behind, wording) if wording and behind else 1
        for values in _plain_values(piece.replace(" ", ""), wording):
            yield Amount(frozenset(round(value * factor, 6) for value in values), piece + behind, in_digits=True)


def _date(written: str) -> Iterator[Amount]:
    """Day and year of a date in digits. The month is told from its name elsewhere, and may be a number here."""
    first, second, third = re.split(r"[/.-]", written)
    year, pieces = (first, (second, third)) if len(first) == 4 else (third, (first, second))
    yield Amount(frozenset({float(year), float(year) - 543, float(year) - 544}), year, in_digits=True)
    both = frozenset(map(float, pieces))
    yield Amount(both, written, in_digits=True)
    yield Amount(both, written, is_sure=False)


def _clock(written: str) -> Iterator[Amount]:
    """Hour, which may be counted to twelve or to twenty-four, and minutes unless they are none."""
    hour, _, minutes = written.replace(".", ":").partition(":")
    yield Amount(frozenset({float(hour), float(hour) + 12, float(hour) - 12}), written, in_digits=True)
    if minutes.strip("0"):
        yield Amount(frozenset({float(minutes)}), written, in_digits=True)


def _plain_values(written: str, wording: Wording | None) -> list[frozenset[float]]:
    """What digits with points and commas may be worth; several numbers where they make no single one."""
    if written.isdigit():
        return [frozenset({float(written)})]
    decimals = wording.decimal_marks if wording else ".,"
    values = set()
    for mark, parting in ((".", ","), (",", ".")):
        whole, _, fraction = written.partition(mark) if written.count(mark) == 1 else (written, "", "")
        if mark in whole or parting in fraction or not _is_parted(whole, parting):
            continue
        # A lone mark before three digits parts thousands, unless it is the language's own decimal mark.
        if len(fraction) == 3 and mark not in decimals and whole != "0":
            continue
        values.add(float(f"{whole.replace(parting, '')}.{fraction or 0}"))
    return [frozenset(values)] if values else [frozenset({float(piece)}) for piece in re.split("[.,]", written)]


def _is_parted(whole: str, mark: str) -> bool:
    """Whether the digits before decimals are whole, or parted by threes."""
    return whole.isdigit() or bool(re.fullmatch(rf"\d{{1,3}}(?:{re.escape(mark)}\d{{3}})+", whole))


def _scale(prose: str, end: int, wording: Wording) -> str:
    """The “million” behind a number in digits, or empty."""
    scale = _words(wording.tag).scale.match(prose, end)
    return scale[0] if scale else ""


def _factor(scale: str, wording: Wording) -> float:
    # In floats, since no number of “billions” in a row may be more than there is room for.
    return prod(
        float(wording.numbers.multipliers[word]) for word in _words(wording.tag).multiplier.findall(scale.lower())
    )


class _Year(NamedTuple):
    """Four digits that may be a year: its years of the Common Era, whether an era is named, and where it stands."""

    values: frozenset[float]
    is_marked: bool
    start: int
    end: int


def _year(year: int, prose: str, start: int, end: int, wording: Wording) -> _Year:
    """What four digits may be worth as a year of the Common Era (A23)."""
    plain = float(year)
    eras = _eras(wording.tag)
    before, behind = prose[max(0, start - 18) : start], prose[end : end + 18]
    buddhist = frozenset(plain - ahead for ahead in wording.buddhist_years)
    if eras.buddhist_before.search(before) or eras.buddhist_behind.match(behind):
        return _Year(buddhist, True, start, end)
    if eras.common_before.search(before) or eras.common_behind.match(behind):
        return _Year(frozenset({plain}), True, start, end)
    is_counted_so = wording.unmarked_buddhist and 2400 <= year <= 2700
    return _Year(buddhist | {plain} if is_counted_so else frozenset({plain}), False, start, end)


class _Eras(NamedTuple):
    """Patterns of the marks of eras, before and behind a year."""

    buddhist_before: re.Pattern[str]
    buddhist_behind: re.Pattern[str]
    common_before: re.Pattern[str]
    common_behind: re.Pattern[str]
    any: re.Pattern[str]


@lru_cache(maxsize=16)
def _eras(tag: str) -> _Eras:
    wording = WORDINGS[tag]
    marks = (wording.era, wording.common_era)
    pairs = ((re.compile(rf"(?:{mark})\s?$"), re.compile(rf"\s?(?:{mark})(?!\w)")) for mark in marks)
    (buddhist_before, buddhist_behind), (common_before, common_behind) = pairs
    return _Eras(buddhist_before, buddhist_behind, common_before, common_behind, re.compile("|".join(marks)))


def _is_same(last: _Year, year: _Year, prose: str, wording: Wording) -> bool:
    """Whether this year is the last one in another era: พ.ศ. 2534 (ค.ศ. 1991)."""
    if not (last.is_marked or year.is_marked) or not last.values & year.values:
        return False
    return bool(_BETWEEN_ERAS.fullmatch(_eras(wording.tag).any.sub("", prose[last.end : year.start])))


class _Loose(NamedTuple):
    """Words that mean one of some numbers, for certain or perhaps."""

    values: frozenset[float]
    is_sure: bool


@dataclass(frozen=True, slots=True)
class _Words:
    """The patterns of a language's numbers in words.

    Attributes:
        all: What numbers in words begin with; None is the meaning of a run of words to be read one by one, and no
            values that of words that only look like a number.
        more: What goes on behind the first word of a run.
        piece: A single word of a run.
        multiplier: A word that multiplies.
        scale: Such words behind digits.
        scaled: Such words, behind digits, anywhere.
    """

    all: Choices[_Loose | None]
    more: re.Pattern[str]
    piece: re.Pattern[str]
    multiplier: re.Pattern[str]
    scale: re.Pattern[str]
    scaled: re.Pattern[str]


@lru_cache(maxsize=16)
def _words(tag: str) -> _Words:
    wording = WORDINGS[tag]
    table = wording.numbers
    unit, multiplier = _either(table.units), _either(table.multipliers)
    scale = rf"[\s-]?{multiplier}(?:{table.joint or ' ?'}{multiplier})*{table.ends}"
    rows: list[tuple[str, _Loose | None]] = [(words, _Loose(frozenset(), False)) for words in table.not_numbers]
    rows += [(start, None) for start in _starts(table)]
    rows += [(words, _Loose(frozenset(values), True)) for words, values in table.sure.items()]
    rows += [(words, _Loose(frozenset(values), False)) for words, values in table.vague.items()]
    return _Words(
        choices(rows, wording.word_begins, table.ends),
        re.compile(f"(?:{table.joint}(?:{unit}|{multiplier}){table.ends})*"),
        re.compile(f"(?P<unit>{unit})|(?P<multiplier>{multiplier})|(?P<joint>and)"),
        re.compile(multiplier),
        re.compile(scale, re.IGNORECASE),
        re.compile(rf"\d{scale}"),
    )


def _starts(table: NumberWords) -> Iterator[str]:
    """What a number in words may begin with."""
    for word in sorted(table.units, key=len, reverse=True):
        yield f"{word}(?<!{table.not_behind}{word})" if table.not_behind else word
    for word in sorted(table.multipliers, key=len, reverse=True):
        behind = [f"(?<={before}{space}{word})" for before in table.lone for space in ("", " ")]
        if table.is_lone_behind_space:
            behind += [rf"(?<=\D\s{word})", f"(?<!.{word})"]
        yield f"{word}(?:{'|'.join(behind)})" if behind else word


def _either(words: Mapping[str, int]) -> str:
    return f"(?:{'|'.join(sorted(words, key=len, reverse=True))})"


def _in_words(folded: str, wording: Wording, words: _Words) -> Iterator[Amount]:
    end = 0
    while match := words.all.pattern.search(folded, end):
        end, loose = match.end(), words.all.meaning(match)
        if loose is None:
            end = more.end() if (more := words.more.match(folded, end)) else end
            run = folded[match.start() : end]
            for value in _worth(run, wording.numbers, words):
                yield Amount(frozenset({float(value)}), run, is_sure=run not in wording.numbers.unsure)
        elif loose.values:
            yield Amount(loose.values, match[0], loose.is_sure)


def _worth(run: str, table: NumberWords, words: _Words) -> Iterator[int]:
    """What a run of number words is worth; more than one number where they do not make one (“two or three”)."""
    number = _Number()
    for piece in words.piece.finditer(run):
        if piece.lastgroup == "joint":
            if not number.closed:
                yield from number.take()
        elif piece.lastgroup == "multiplier":
            number.multiply(table.multipliers[piece[0]])
        else:
            unit = table.units[piece[0]]
            if not number.takes(unit):
                yield from number.take()
            number.pending = (number.pending or 0) + unit
    yield from number.take()


class _Number:
    """A number being read from left to right: closed groups (300, 40,000) and the unit that may be multiplied yet."""

    def __init__(self) -> None:
        self.pending: int | None = None
        self.closed: list[tuple[int, int]] = []

    def takes(self, unit: int) -> bool:
        """Whether a unit goes with what is pending: five behind twenty, not three behind two."""
        return self.pending is None or (self.pending >= 10 and self.pending % 10 == 0 and unit < 10)

    def multiply(self, by: int) -> None:
        """Multiply the pending unit, and all smaller groups before it: two hundred thousand."""
        value = self.pending or 0
        while self.closed and self.closed[-1][1] < by:
            value += self.closed.pop()[0]
        self.closed.append(((value or 1) * by, by))
        self.pending = None

    def take(self) -> Iterator[int]:
        """The number so far, if there is one; the next begins anew."""
        if self.closed or self.pending is not None:
            yield sum(value for value, _ in self.closed) + (self.pending or 0)
        self.pending, self.closed = None, []
