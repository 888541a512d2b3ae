"""Where a line may end, and how well: words are proposed, the line-edge rules decide (requirements L01–L13).

ICU knows the words of Khmer and Thai by dictionary, but offers breaks no reader accepts: before ៗ, ៛, %
and ๆ, inside ។ល។, at times inside a stack or in the middle of a word it does not know. Its proposals
(`text.segmentation`) are corrected by the language's words and lexicon, then filtered by rules that look
at both sides of a break; behind a word that leans on the next, a break counts less. The author's own marks,
U+200B, U+2060, U+00AD and U+2028, come last and win (L08).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Mapping
from enum import IntEnum
from functools import lru_cache
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.languages.registry import Language
from statement_kit.text.hyphenation import hyphenation_points
from statement_kit.text.plain_letters import is_plain_end, parts_plain_words
from statement_kit.text.segmentation import (
    COENG,
    cluster_ends,
    has_dictionary,
    is_inside_cluster,
    is_mark,
    syllable_ends,
    word_ends,
)

ZERO_WIDTH_SPACE = "\u200b"
WORD_JOINER = "\u2060"
SOFT_HYPHEN = "\u00ad"

NEVER_FIRST = frozenset("។៕៚៖ៗ៛?!,.;:)]}”’»›%‰๚๛ๆฯ฿…—ะาำๅ·")
"""Characters that never begin a line (L03–L06): marks, the dot between parts of a line, and Thai vowels written behind
their consonant.

But for ฯลฯ, a currency sign before its number, and an apostrophe that begins a word.
"""

NEVER_LAST = frozenset("(“‘«‹[{เแโใไ")
"""Characters that never end a line (L07): opening marks, and Thai vowels written before their consonant."""

_LINE_END = "\u2028"
_COENG_DA, _COENG_TA = "\u17d2\u178a", "\u17d2\u178f"
_JOINERS = frozenset((WORD_JOINER, "\ufeff"))
_INVISIBLE = frozenset((ZERO_WIDTH_SPACE, SOFT_HYPHEN, *_JOINERS))
_NEVER_PARTED_BEFORE = _JOINERS | {ZERO_WIDTH_SPACE}
_JOINING_SPACES = frozenset("\u00a0\u202f\u2007")
_CURRENCY_FIRST = frozenset("฿$€£៛")

_URL = re.compile(r"(?<![A-Za-z0-9])(?:https?://|www\.)[A-Za-z0-9_.~:/?#@!$&'()*+,;=%\[\]-]*[A-Za-z0-9_/~#&=%-]")
_SAFE_IN_URL = re.compile(r"(?<=/)(?<!://)(?!/)|(?=[?#&=])")
_EMAIL = re.compile(r"(?<![A-Za-z0-9._%+-])[A-Za-z0-9._%+-]+@[A-Za-z0-9.-]+")
_NAME_PARTS = re.compile(r"(?<=://)|(?<=[A-Za-z0-9])(?=[.@][A-Za-z0-9])")
"""Between the parts of an address's name, the dot before the next: where no column is wide enough for it (L13)."""

_ET_CETERA = re.compile(r"។ល។|។បេ។|–ល–|ฯลฯ")
"""“Et cetera” in Khmer and Thai, unbreakable (L06)."""

_DOTTED = re.compile(
    rf"{_URL.pattern}"  # a web address, but for the safe places in it (L13)
    rf"|{_EMAIL.pattern}"  # an e-mail address (L13)
    r"|(?:[เ-ไ]?[ก-ฮ]\u0e34?[ก-ฮ]{0,3}\.){2,}"  # dotted Thai forms: พ.ศ. "Buddhist Era", มิ.ย. "June" (L11)
    r"|(?:[\u1780-\u17b3][\u17b6-\u17d1]?\.){2,}"  # the same in Khmer: ឯ.ឧ. "His Excellency"
    r"|\+\d(?:(?: ?\(|\) ?|[ .-])?\d){6,14}(?!\d)"  # an international telephone number, "+855 12 345 678"
)
"""What stays whole and holds one of `_DOTS`: most paragraphs have none, and are not searched."""

_DOTS = frozenset(".:+")

_BRACKETED = re.compile(r"\([^()]{1,16}\)|\([A-Z][\w&.’]*(?:[ /-][A-Z][\w&.’]*){0,5}\)")
"""An acronym in its brackets, "(TI Cambodia)", or any words as short (L10)."""

_MAY_BEGIN_LINE = re.compile(r"ฯลฯ|(?<!\d)(?<!\d\s)[฿៛]\s?\d|(?<=\s)’\w")
_NEVER_BEGINS_LINE = re.compile(r"[-‐–]\s|–ល–|[\"'](?=[\s,.;:!?។៕]|$)")
_STRAIGHT_QUOTES = frozenset("\"'")
_DASHES = frozenset("-‐–")
_DASHES_AND_QUOTES = _STRAIGHT_QUOTES | _DASHES
_AROUND_WORDS = f" \u2003(“‘«[\"'{''.join(_INVISIBLE)}"
_AUTHORED_END = re.compile(rf"{ZERO_WIDTH_SPACE}[{ZERO_WIDTH_SPACE}\s]*")

_LATIN = "A-Za-z0-9\u00c0-\u024f"
_WORD_EDGE = f"(?:(?<![{_LATIN}])|(?![{_LATIN}]))"
_ENTRY_STARTS = rf"(?<![{COENG}เ-ไ]){_WORD_EDGE}"
_ENTRY_ENDS = rf"(?![\u0300-\u036f\u17b6-\u17d3\u17dd\u0e30-\u0e3a\u0e45\u0e47-\u0e4e]){_WORD_EDGE}"
"""An entry of a word list matches whole Latin words, and whole clusters of other scripts."""


class BreakClass(IntEnum):
    """How good a place for a line's end is, the best first."""

    FORCED = 0
    PHRASE = 1
    WORD = 2
    COMPOUND = 3
    HYPHEN = 4
    LAST_RESORT = 5


_BETWEEN_WORDS = (BreakClass.PHRASE, BreakClass.WORD)


class Break(NamedTuple):
    """A place where a line may end.

    Attributes:
        at: Offset of the character the next line begins with, in code points.
        kind: Behind a forced line break (the line must end here); behind a space; between words written
            without one; inside a compound, or behind a word that leans on the next; inside a word, where a
            hyphen must be drawn; or inside what stays whole unless it is wider than the line (L10).
    """

    at: int
    kind: BreakClass


def line_breaks(
    text: str, language: Language, *, hyphenate: bool = False, numbers: Collection[tuple[int, int]] = ()
) -> list[Break]:
    """Where a line of this text may end, ascending; never at 0, never at the end.

    A break after U+200B and none beside U+2060 are the author's word and override everything (L08).

    Args:
        text: The text.
        language: Its language.
        hyphenate: Whether words of a language that has hyphenation patterns may be parted too.
        numbers: Start and end of each number of a note that stands in the text behind a word. Breaks are
            those of the text without them; one that the word has at its end stands behind its number.
    """
    if not numbers:
        return _line_breaks(text, language, hyphenate=hyphenate)
    inside = {at for start, end in numbers for at in range(start, end)}
    places = [at for at in range(len(text)) if at not in inside]
    words = _line_breaks("".join(text[at] for at in places), language, hyphenate=hyphenate)
    found = {places[at]: kind for at, kind in words if kind is not BreakClass.FORCED} | _forced(text)
    return [Break(at, found[at]) for at in sorted(found)]


def _line_breaks(text: str, language: Language, *, hyphenate: bool) -> list[Break]:
    """The same for a text without numbers of notes in it."""
    proposed = _proposed(text, language, hyphenate=hyphenate)
    clusters = cluster_ends(text, language)
    closed = _kept_whole(text, language) | _amounts(text, proposed.keys(), language)
    found = {
        at: _kind(text, at, kind)
        for at, kind in proposed.items()
        if 0 < at < len(text) and at in clusters and at not in closed and not _forbidden(text, at)
    }
    found |= _safe_in_addresses(text) | _authored(text) | _forced(text)
    found |= dict.fromkeys(_leaning(text, found, language), BreakClass.COMPOUND)
    return [Break(at, found[at]) for at in sorted(found)]


def _proposed(text: str, language: Language, *, hyphenate: bool) -> dict[int, BreakClass]:
    """Where words end, set right by the words, the lexicon and the affixes of the language (L02, L10)."""
    words, units = _find(text, language.words), _find(text, language.lexicon)
    kinds = dict.fromkeys(syllable_ends(text, language), BreakClass.COMPOUND)
    kinds |= dict.fromkeys(word_ends(text, language), BreakClass.WORD)
    kinds = {at: kind for at, kind in kinds.items() if at not in words.inside}
    kinds |= dict.fromkeys(words.starts | words.ends | units.starts | units.ends, BreakClass.WORD)
    kinds |= dict.fromkeys(words.bars, BreakClass.COMPOUND)
    for at in _affixes(text, kinds.keys(), language) - words.ends - words.bars - units.ends:
        del kinds[at]
    whole = units.inside | _inside(_BRACKETED, text)
    for at in whole & kinds.keys():
        kinds[at] = BreakClass.LAST_RESORT
    if hyphenate:
        hyphens = hyphenation_points(text, language) - words.inside - whole
        kinds |= dict.fromkeys(hyphens, BreakClass.HYPHEN)
    return kinds | dict.fromkeys(units.bars, BreakClass.COMPOUND)


def _kind(text: str, at: int, kind: BreakClass) -> BreakClass:
    """The class of a break, by what stands before it: a soft hyphen, a dash, a space, or what proposed it."""
    before = text[at - 1]
    if is_plain_end(before):
        return kind
    if before == " ":
        return kind if kind is BreakClass.LAST_RESORT else BreakClass.PHRASE
    before = _last_visible(text, at)
    if text[at - 1] == SOFT_HYPHEN and not before.isspace():
        return BreakClass.HYPHEN
    if before in _DASHES:
        return max(kind, BreakClass.COMPOUND)
    return BreakClass.PHRASE if before.isspace() and kind is not BreakClass.LAST_RESORT else kind


def _leaning(text: str, found: Mapping[int, BreakClass], language: Language) -> list[int]:
    """Breaks between words behind one that leans on the next: a line seldom ends in “and”."""
    leaning = frozenset(language.leaning)
    ends = sorted(at for at, kind in found.items() if kind is not BreakClass.HYPHEN)
    return [
        end
        for start, end in pairwise([0, *ends])
        if found[end] in _BETWEEN_WORDS and text[start:end].strip(_AROUND_WORDS).lower() in leaning
    ]


def miscuts(text: str, language: Language) -> set[int]:
    """Offsets at which ICU's dictionary cuts a word that the language is known to keep whole (L02, L10).

    Another program that has the dictionary, and not the kit's lexicon, will end lines there.
    """
    found = _find(text, language.miscut)
    return found.inside & word_ends(text, language) - found.bars


def holds_unit(text: str, language: Language) -> bool:
    """Whether something in the text stays whole on a line because the lexicon or the language's units say so."""
    return bool(_find(text, language.lexicon).starts) or bool(_units(language.units).phrases.search(text))


class _Entries(NamedTuple):
    """Where entries of a word list stand in a text: their starts and ends, all offsets inside, and their bars."""

    starts: set[int]
    ends: set[int]
    inside: set[int]
    bars: set[int]


def _find(text: str, entries: tuple[str, ...]) -> _Entries:
    found = _Entries(set(), set(), set(), set())
    pattern, bars = _compiled(entries)
    for match in pattern.finditer(text):
        start, end = match.span()
        found.starts.add(start)
        found.ends.add(end)
        found.inside.update(range(start + 1, end))
        found.bars.update(start + bar for bar in bars[_folded(match.group())])
    return found


@lru_cache(maxsize=64)
def _compiled(entries: tuple[str, ...]) -> tuple[re.Pattern[str], dict[str, tuple[int, ...]]]:
    """A pattern for the entries of a word list, the longest first; and where the bars of each stand."""
    bars = {_folded(entry.replace("|", "")): tuple(accumulate(map(len, entry.split("|"))))[:-1] for entry in entries}
    words = _any_of(filter(None, bars)).replace(_COENG_DA, f"{COENG}[\u178a\u178f]")
    # The first letter rules most places out before their surroundings are looked at: that halves the search.
    firsts = re.escape("".join(sorted({word[:1] for word in bars})))
    first = f"(?=[{firsts}])" if firsts else ""
    return re.compile(f"{first}{_ENTRY_STARTS}(?:{words}){_ENTRY_ENDS}"), bars


def _any_of(words: Iterable[str]) -> str:
    """A pattern for words, the longest first. Those of one first letter stand together: so it is found sooner."""
    by_first: dict[str, list[str]] = {}
    for word in sorted(words, key=len, reverse=True):
        by_first.setdefault(re.escape(word[0]), []).append(re.escape(word[1:]))
    return "|".join(f"{first}(?:{'|'.join(rests)})" for first, rests in by_first.items()) or "(?!)"


def _folded(word: str) -> str:
    """Coeng DA and coeng TA look alike and are typed one for the other, so an entry stands for both."""
    return word.replace(_COENG_TA, _COENG_DA)


def _inside(pattern: re.Pattern[str], text: str) -> set[int]:
    """All offsets inside what a pattern matches."""
    return {at for match in pattern.finditer(text) for at in range(match.start() + 1, match.end())}


def _affixes(text: str, ends: Collection[int], language: Language) -> set[int]:
    """Breaks between a prefix or suffix and its word (L02).

    A prefix is one where a word begins: ការ in ការ|ឈប់ "a stopping", not in អង្គការ "organisation". What is
    both is a suffix only where no letter follows: ភាព in ឯករាជ្យភាព "independence", not in ភាពក្រីក្រ "poverty".
    """
    found = set()
    for at in ends:
        if text.endswith(language.prefixes, 0, at) and at < len(text):
            starts = (at - len(prefix) for prefix in language.prefixes if text.endswith(prefix, 0, at))
            if any(start in ends or start == 0 for start in starts):
                found.add(at)
        if text.startswith(language.suffixes, at) and _is_suffix(text, at, language):
            found.add(at)
    return found


def _is_suffix(text: str, at: int, language: Language) -> bool:
    """Whether one of the suffixes at this offset closes the word before it."""
    if text[at - 1 : at].isspace():
        return False
    found = (suffix for suffix in language.suffixes if text.startswith(suffix, at))
    return any(
        suffix not in language.prefixes or not text[at + len(suffix) : at + len(suffix) + 1].isalpha()
        for suffix in found
    )


def _kept_whole(text: str, language: Language) -> set[int]:
    """Offsets inside what stays on one line whatever is proposed, a unit of several words among it (L05)."""
    dotted = set() if _DOTS.isdisjoint(text) else _inside(_DOTTED, text)
    return dotted | _inside(_ET_CETERA, text) | _inside(_units(language.units).phrases, text)


def _amounts(text: str, ends: Collection[int], language: Language) -> set[int]:
    """Offsets of units behind their number, over a space too (L05).

    คน "persons" is none in "2568 คนไข้", "2568, the patients". Where no dictionary tells words apart, what
    looks like a unit is one.
    """
    knows = has_dictionary(language)
    found = _units(language.units).amounts.finditer(text)
    return {match.start(1) for match in found if not knows or match.end() in ends or _ends_word(text, match.end())}


def _ends_word(text: str, at: int) -> bool:
    """Whether no letter and no sign of one follows."""
    return at == len(text) or not (text[at].isalpha() or is_mark(text[at]))


class _Units(NamedTuple):
    """Units of measure: a pattern for a number and its unit, and one for the units of several words."""

    amounts: re.Pattern[str]
    phrases: re.Pattern[str]


@lru_cache(maxsize=32)
def _units(units: tuple[str, ...]) -> _Units:
    gap = rf"[\s{''.join(_INVISIBLE)}]*"
    phrases = [unit for unit in units if " " in unit]
    return _Units(
        amounts=re.compile(rf"\d{gap}({_any_of(units)})(?![{_LATIN}])"),
        phrases=re.compile(rf"(?<![A-Za-z])(?:{_any_of(phrases)})(?![{_LATIN}])"),
    )


def _safe_in_addresses(text: str) -> dict[int, BreakClass]:
    """Where an address may be parted, without a hyphen (L13).

    Behind its slashes and before its parameters, or between the parts of its name as a last resort.
    """
    urls = [match.span() for match in _URL.finditer(text)]
    named = [*urls, *(match.span() for match in _EMAIL.finditer(text))]
    safe = (at.end() for start, end in urls for at in _SAFE_IN_URL.finditer(text, start + 1, end - 1))
    parts = (at.end() for start, end in named for at in _NAME_PARTS.finditer(text, start + 1, end - 1))
    return dict.fromkeys(parts, BreakClass.LAST_RESORT) | dict.fromkeys(safe, BreakClass.COMPOUND)


def _authored(text: str) -> dict[int, BreakClass]:
    """Breaks that the author allows: behind U+200B and the spaces after it (L08)."""
    found: dict[int, BreakClass] = {}
    for match in _AUTHORED_END.finditer(text):
        at = match.end()
        before = _last_visible(text, at)
        starts_line = before in ("", _LINE_END)
        if at < len(text) and not starts_line and not is_inside_cluster(before, text[at]):
            found[at] = BreakClass.PHRASE if before.isspace() else BreakClass.WORD
    return found


def _forced(text: str) -> dict[int, BreakClass]:
    """Breaks that the author asks for, behind U+2028; none at the end of the text."""
    ends = (match.end() for match in re.finditer(_LINE_END, text))
    return {at: BreakClass.FORCED for at in ends if at < len(text)}


def _forbidden(text: str, at: int) -> bool:
    """Whether a line may not end here, for what stands on either side (L01, L03–L08)."""
    before, after = text[at - 1], text[at]
    if parts_plain_words(text, at):
        return False
    if after.isspace() or after in _NEVER_PARTED_BEFORE or before in _JOINERS or before in _JOINING_SPACES:
        return True
    if is_mark(after) or before == COENG:
        return True
    if after in NEVER_FIRST and not _MAY_BEGIN_LINE.match(text, at):
        return True
    solid = _last_visible(text, at, through_spaces=True)
    if not solid or solid in NEVER_LAST or (before in _STRAIGHT_QUOTES and _opens_word(text, at)):
        return True
    if after in _DASHES_AND_QUOTES and _NEVER_BEGINS_LINE.match(text, at):
        return True
    return _parts_dash(text, at) or (solid in _CURRENCY_FIRST and after.isdigit())


def _last_visible(text: str, at: int, *, through_spaces: bool = False) -> str:
    """The last character before an offset that draws something, or is a space; empty if there is none."""
    while at and (text[at - 1] in _INVISIBLE or (through_spaces and text[at - 1].isspace())):
        at -= 1
    return text[at - 1 : at]


def _opens_word(text: str, at: int) -> bool:
    """Whether the typed ", ' or dash just before this offset opens what follows (L07)."""
    return at == 1 or text[at - 2].isspace() or text[at - 2] in NEVER_LAST


def _parts_dash(text: str, at: int) -> bool:
    """Whether the break would part a dash from the word it follows or opens, or from the number behind it."""
    before, after = text[at - 1], text[at]
    if after in _DASHES:
        return not _last_visible(text, at).isspace()
    return before in _DASHES and (after.isdigit() or _opens_word(text, at))
