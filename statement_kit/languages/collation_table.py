"""The weights by which characters are sorted: CLDR's root collation, and what Khmer and Thai change in it (N13, N14).

The table holds the scripts of names, Latin, Khmer, Thai, Lao and Myanmar, with the signs that all scripts share. It is
read when something is first sorted.
"""

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from itertools import groupby
from pathlib import Path

_FILE = Path(__file__).parent / "collation_data" / "cldr.txt"
_LINE = re.compile("([0-9A-F ]+);(.*)")
_BLOCK = re.compile("([a-z]+) ([0-9a-f]+)-([0-9a-f]+)")

_LATER = 0x4000
"""Added to the weights of letters that do not come first in a language: more than any weight of the table."""

_HAN, _RARE_HAN, _UNLISTED = "\ufb40", "\ufb80", "\ufbc0"
"""What the weights of characters begin with that the table has not (UTS 10, 10.1.3): more than all others."""

_NOT_VARIABLE = "\uffff"
"""The fourth weight of what is not shifted (UTS 10, 4.2): more than that of all that is."""

Weights = tuple[str, str, str, str]
"""What stands for a piece of text on each of the four levels of a key; a weight is one code point."""


class Variable(StrEnum):
    """How white space and punctuation count, “variable weighting” in UTS 10, section 4."""

    NON_IGNORABLE = "non-ignorable"
    """As letters do: CLDR's way for English and Khmer."""

    SHIFTED = "shifted"
    """Only where all else is the same: CLDR's way for Thai."""

    PUNCTUATION_SHIFTED = "punctuation-shifted"
    """White space as letters do, punctuation only where all else is the same: the kit's way for English names (N15)."""


@dataclass(frozen=True, slots=True)
class CollationTable:
    """How the texts of one language are weighed.

    Attributes:
        contractions: A piece of text that has weights of its own: a contraction, or a character.
        weights: The weights of a piece, which are reckoned when it is first met.
        ignored: Marks behind what is shifted, which are shifted with it and have no weight; None where nothing is.
        shifted: What is shifted, as the inside of a class of a regular expression.
    """

    contractions: re.Pattern[str]
    weights: Mapping[str, Weights]
    ignored: re.Pattern[str] | None
    shifted: str


@dataclass(frozen=True, slots=True)
class _Data:
    """The file.

    Attributes:
        bounds: The last weights of “spaces” and of “punctuation”, the first of “letters”.
        root: The elements of each piece of text, as they are written.
        tailored: Per language, those that are others there.
        blocks: Per language, the weights of the letters that it sorts before all others.
    """

    bounds: Mapping[str, int]
    root: Mapping[str, str]
    tailored: Mapping[str, Mapping[str, str]]
    blocks: Mapping[str, range]


def collation_table(language: str, variable: Variable) -> CollationTable:
    """The table for a language: that of CLDR's root, if the file has no changes for it."""
    return _made(language if language in _data().tailored else "", variable)


@lru_cache(maxsize=9)  # every table that there can be
def _made(language: str, variable: Variable) -> CollationTable:
    data = _data()
    elements = {**data.root, **data.tailored.get(language, {})}
    span = _span(data, variable)
    shifted = _ranges(text for text in elements if _is_all_in(elements[text], span))
    marks = _ranges(text for text in elements if _is_all_in(elements[text], range(1)))
    before = _ranges(text for text in elements if _is_all_in(elements[text].rpartition(" ")[2], span))
    return CollationTable(
        contractions=_pieces(text for text in elements if len(text) > 1),
        weights=_Weights(elements, data.bounds["letters"], data.blocks.get(language, range(0)), span),
        ignored=re.compile(f"(?<=[{before}])[{marks}]+") if shifted else None,
        shifted=shifted,
    )


def _span(data: _Data, variable: Variable) -> range:
    """The weights that are shifted."""
    if variable is Variable.NON_IGNORABLE:
        return range(0)
    first = data.bounds["spaces"] if variable is Variable.PUNCTUATION_SHIFTED else 0
    return range(first + 1, data.bounds["punctuation"] + 1)


def _is_all_in(elements: str, span: range) -> bool:
    """Whether there are elements and all have their first weight there."""
    return bool(elements) and all(int(one.partition(".")[0], 16) in span for one in elements.split(" "))


def _ranges(characters: Iterable[str]) -> str:
    """Characters as the inside of a class of a regular expression; contractions are none."""
    points = sorted(ord(char) for char in characters if len(char) == 1)
    runs = groupby(enumerate(points), key=lambda place: place[1] - place[0])
    found = ([point for _, point in run] for _, run in runs)
    return "".join(f"\\U{run[0]:08x}-\\U{run[-1]:08x}" for run in found)


def _parsed(elements: str) -> Iterator[tuple[int, int, int]]:
    for element in elements.split(" ") if elements else ():
        primary, secondary, tertiary = element.split(".")
        yield int(primary, 16), int(secondary, 16), int(tertiary, 16)


def _pieces(contractions: Iterable[str]) -> re.Pattern[str]:
    """A pattern for the pieces of a text. Contractions that end alike stand together, as those of Thai vowels do."""
    lasts: defaultdict[str, str] = defaultdict(str)
    for text in sorted(contractions):
        lasts[text[:-1]] += text[-1]
    firsts: defaultdict[str, list[str]] = defaultdict(list)
    for first, last in lasts.items():
        firsts[last].append(first)
    alternatives = [f"(?:{'|'.join(first)})[{last}]" for last, first in firsts.items()]
    return re.compile("|".join([*alternatives, "."]), re.DOTALL)


class _Weights(dict[str, Weights]):
    """The weights of pieces of text. Those of the table are kept when they have been reckoned, others not."""

    def __init__(self, elements: Mapping[str, str], letters: int, first: range, variable: range) -> None:
        self._elements, self._letters, self._first, self._variable = elements, letters, first, variable

    def __missing__(self, piece: str) -> Weights:
        elements = self._elements.get(piece)
        if elements is None:
            return self._unlisted(piece)
        found = self[piece] = self._reckoned(elements)
        return found

    def _unlisted(self, char: str) -> Weights:
        digit = unicodedata.decimal(char, None)
        if digit is not None:  # of any script: all are the same to CLDR
            return self[str(digit)]
        _, secondary, tertiary, not_variable = self["a"]  # those of a letter that is nothing but itself
        return _lead(char) + char, secondary, tertiary, not_variable

    def _reckoned(self, elements: str) -> Weights:
        levels = ["", "", "", ""]
        for weights in self._element_weights(elements):
            levels = [level + weight for level, weight in zip(levels, weights, strict=True)]
        return levels[0], levels[1], levels[2], levels[3]

    def _element_weights(self, elements: str) -> Iterator[Weights]:
        for primary, secondary, tertiary in _parsed(elements):
            if primary in self._variable:
                yield "", "", "", chr(primary)
            else:
                not_variable = _NOT_VARIABLE if self._variable else ""
                yield self._place(primary), _weight(secondary), _weight(tertiary), not_variable

    def _place(self, primary: int) -> str:
        """A first weight as a code point, moved behind the letters that the language sorts first."""
        is_later = primary >= self._letters and primary not in self._first
        return _weight(primary + _LATER if is_later else primary)


def _weight(number: int) -> str:
    return chr(number) if number else ""


def _lead(char: str) -> str:
    """The first half of a weight that follows from the code point (UTS 10, 10.1.3)."""
    if "\u4e00" <= char <= "\u9fff":
        return _HAN
    return _RARE_HAN if "\u3400" <= char <= "\u4dbf" or "\U00020000" <= char <= "\U0003ffff" else _UNLISTED


@lru_cache(maxsize=1)
def _data() -> _Data:
    bounds: dict[str, int] = {}
    sections: dict[str, dict[str, str]] = {}
    blocks: dict[str, range] = {}
    current: dict[str, str] = {}
    for line in _FILE.read_text(encoding="utf-8").splitlines():
        if match := _LINE.fullmatch(line):
            current["".join(chr(int(point, 16)) for point in match[1].split(" "))] = match[2]
        elif line.startswith("["):
            name = line.strip("[]")
            if block := _BLOCK.fullmatch(name):
                name = block[1]
                blocks[name] = range(int(block[2], 16), int(block[3], 16) + 1)
            current = sections[name] = {}
        elif not line.startswith("#"):
            name, _, number = line.partition(" ")
            bounds[name] = int(number, 16)
    return _Data(bounds, sections.pop("root"), sections, blocks)
