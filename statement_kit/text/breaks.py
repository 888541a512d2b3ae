"""Where a line may end: ICU proposes, the line-edge rules decide (requirements L01–L13).

ICU knows the words of Khmer and Thai by dictionary, but offers breaks no reader accepts: before ៗ, ៛, %
and ๆ, inside ។ល។, at times inside a stack or in the middle of a word it does not know. Its proposals are
corrected by the language's lexicon, then filtered by rules that look at both sides of a break.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate
from typing import NamedTuple

from icu4py.breakers import CharacterBreaker, LineBreaker

from statement_kit.languages.registry import Language

ZERO_WIDTH_SPACE = "\u200b"
WORD_JOINER = "\u2060"

NEVER_FIRST = frozenset("។៕៚៖ៗ៛?!,.;:)]}”’»›%‰๚๛ๆฯ฿…—")
"""Marks that never begin a line (L03–L06), but for ฯลฯ and a currency sign before its number."""

NEVER_LAST = frozenset("(“‘«‹[{")
"""Marks that never end a line (L07)."""

_COENG = "\u17d2"
_CURRENCY_FIRST = frozenset("฿$€£៛")

_UNBREAKABLE = re.compile(
    r"។ល។|។បេ។|–ល–|ฯลฯ"  # "et cetera" in Khmer and Thai (L06)
    r"|[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+"  # an e-mail address (L13)
    r"|\([^()]{1,16}\)"  # an acronym in its brackets, "(TI Cambodia)" (L10)
    r"|(?:[\u0e01-\u0e2e]{1,4}\.){2,}"  # dotted Thai abbreviations: พ.ศ. "Buddhist Era" (L11)
    r"|\+\d(?:(?: ?\(|\) ?|[ .-])?\d){6,14}(?!\d)"  # an international telephone number, "+855 12 345 678"
)

_MAY_BEGIN_LINE = re.compile(r"ฯลฯ|[฿៛] ?\d")


class BreakClass(IntEnum):
    """How good a place for a line's end is, the best first."""

    FORCED = 0
    PHRASE = 1
    WORD = 2
    COMPOUND = 3
    HYPHEN = 4
    LAST_RESORT = 5


class Break(NamedTuple):
    """A place where a line may end.

    Attributes:
        at: Offset of the character the next line begins with, in code points.
        kind: Behind a forced line break (the line must end here); behind a space; between words written
            without one; inside a compound; inside a word, where a hyphen must be drawn; or inside what
            stays whole unless it is wider than the line (L10).
    """

    at: int
    kind: BreakClass


def line_breaks(text: str, language: Language, *, hyphenate: bool = False) -> list[Break]:
    """Where a line of this text may end, ascending; never at 0, never at the end.

    With `hyphenate`, words of a language that has hyphenation patterns may be parted too.
    A break after U+200B and none beside U+2060 are the author's word and override everything (L08).
    """
    whole, starts, ends = _in_lexicon(text, language)
    words = _offsets(LineBreaker(text, language.tag)) - whole | starts | ends
    allowed = words & _offsets(CharacterBreaker(text, language.tag))
    authored = {match.end() for match in re.finditer(ZERO_WIDTH_SPACE, text)}
    kept = _kept_whole(text, language) | (_affixes(text, words | {0}, language) - ends)
    return [
        Break(at, BreakClass.PHRASE if text[at - 1].isspace() else BreakClass.WORD)
        for at in sorted(allowed | authored)
        if 0 < at < len(text) and (at in authored or not (at in kept or _forbidden(text, at, language)))
    ]


def _in_lexicon(text: str, language: Language) -> tuple[set[int], set[int], set[int]]:
    """Offsets inside words of the lexicon, where such words begin, and where they or their parts (`|`) end."""
    whole: set[int] = set()
    starts: set[int] = set()
    ends: set[int] = set()
    pattern, parts = _lexicon(language)
    for match in pattern.finditer(text) if language.lexicon else ():
        start, end = match.span()
        whole |= set(range(start + 1, end))
        starts.add(start)
        ends |= {start + part for part in parts[match.group()]}
    return whole, starts, ends


@lru_cache(maxsize=32)
def _lexicon(language: Language) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """A pattern for the words of a lexicon, the longest first; and where the parts of each end."""
    parts = {word.replace("|", ""): tuple(accumulate(map(len, word.split("|")))) for word in language.lexicon}
    return re.compile("|".join(map(re.escape, sorted(parts, key=len, reverse=True)))), parts


def _offsets(pieces: Iterable[str]) -> set[int]:
    """Ends of pieces as code point offsets; ICU's own offsets count UTF-16 units."""
    return set(accumulate(map(len, pieces)))


def _kept_whole(text: str, language: Language) -> set[int]:
    """Breaks inside what stays on one line whatever ICU proposes, a unit of several words among it (L05)."""
    patterns = (_UNBREAKABLE, *_long_units(language))
    found = (match for pattern in patterns for match in pattern.finditer(text))
    return {at for match in found for at in range(match.start() + 1, match.end())}


@lru_cache(maxsize=32)
def _long_units(language: Language) -> tuple[re.Pattern[str], ...]:
    return tuple(re.compile(rf"\b{re.escape(unit)}\b") for unit in language.units if " " in unit)


def _affixes(text: str, words: set[int], language: Language) -> set[int]:
    """Breaks between a prefix or suffix and its word (L02).

    A prefix is one where a word begins: ការ in ការ|ឈប់ "a stopping", not in អង្គការ "organisation".
    """
    found = set()
    for at in words:
        if text.endswith(language.prefixes, 0, at):
            starts = (at - len(prefix) for prefix in language.prefixes if text.endswith(prefix, 0, at))
            if not words.isdisjoint(starts):
                found.add(at)
        elif text.startswith(language.suffixes, at) and not text[at - 1].isspace():
            found.add(at)
    return found


def _forbidden(text: str, at: int, language: Language) -> bool:
    before, after = text[at - 1], text[at]
    solid = text[max(0, at - 8) : at].rstrip(" ")[-1:]
    if WORD_JOINER in (before, after) or before == _COENG or after == " " or is_mark(after):
        return True
    if after in NEVER_FIRST and not _MAY_BEGIN_LINE.match(text, at):
        return True
    if solid in NEVER_LAST or _opens_straight_quote(text, at):
        return True
    return _splits_amount(text, at, solid, language)


def _opens_straight_quote(text: str, at: int) -> bool:
    """Whether a typed " or ' just before the break opens what follows (L07)."""
    return text[at - 1] in "\"'" and (at == 1 or text[at - 2] in " (")


def _splits_amount(text: str, at: int, solid: str, language: Language) -> bool:
    """Whether the break would part a number from its currency or unit, over a space too (L05)."""
    if solid in _CURRENCY_FIRST and text[at].isdigit():
        return True
    return solid.isdigit() and text.startswith(language.units, at)


@lru_cache(maxsize=1024)
def is_mark(char: str) -> bool:
    """Whether a character stands on, under or around the one before it (general category M)."""
    return unicodedata.category(char)[0] == "M"
