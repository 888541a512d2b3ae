"""The characters that tell a word processor where a line may end: U+200B, U+2060 and U+00A0.

Whether Word breaks Khmer without U+200B is disputed, so Khmer text carries one wherever the kit would end
a line itself (`text.breaks`). Thai carries none: Word and LibreOffice both know its words. Two things
word processors get wrong are put right in every language: a space after which no line may begin becomes
U+00A0, as before ๆ (L04), between a number and its unit (L05) and inside a name that stays whole (L10), and
U+2060 stands where ICU, in LibreOffice, would break before ៗ, inside ។ល។ "et cetera" (L04, L06) or in a range, and
where it cuts a word or a name as no reader would (L02, L10). These are few in Thai: nobody who searches for a word
finds it with a mark inside.

Nothing is taken away, and nothing is added beside the author's own U+200B and U+2060 (L08).
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping

from statement_kit.languages.registry import Language
from statement_kit.markup import LINE_END
from statement_kit.text.breaks import WORD_JOINER, ZERO_WIDTH_SPACE, BreakClass, holds_unit, line_breaks, miscuts
from statement_kit.text.itemize import script_of
from statement_kit.text.shaping import IGNORABLE

NO_BREAK_SPACE = "\u00a0"

SCRIPTS_BROKEN_BY_ZERO_WIDTH_SPACE = frozenset({"Khmr"})

_JOINED_ALREADY = re.compile(r"[\s\u200b\u2060]")
"""What needs no mark beside it: white space has one of its own, and the author's marks have said it."""

_BROKEN_BY_ICU = re.compile(
    r"(?<=[^\s\u200b\u2060])(?=ៗ)"  # before the repetition mark
    r"|(?<=។)(?=(?:ល|បេ)។)"  # inside ។ល។ and ។បេ។
    r"|(?<=\d–)(?=\d)"  # behind the dash of a range, 08:00–20:00
)
_SPACES = re.compile(rf"(?<=[^ {LINE_END}]) +(?=[^ {LINE_END}])")

_PLAIN = re.compile(r"[A-Za-zÀ-ɏ]+(?:[ -][A-Za-zÀ-ɏ’]+)*(?: \([A-Za-z-]+\))?")
"""Latin words, and an acronym behind them, as most endorsers are called: a line may end at every space."""

_ORDINARY = frozenset((BreakClass.PHRASE, BreakClass.WORD, BreakClass.COMPOUND))
"""Where a word processor may end a line as the kit would.

Hyphens and forced ends are characters of their own, and a last resort is none of its business: it cannot be
told to take that only where nothing else helps.
"""


def with_line_ends(text: str, language: Language, numbers: Collection[tuple[int, int]] = ()) -> str:
    """A text with the places where its lines may and may not end marked in it.

    Args:
        text: The text.
        language: Its language.
        numbers: Start and end of each number of a note in it. A number has no part in where its word ends,
            and a mark that belongs there stands behind it.
    """
    if _PLAIN.fullmatch(text) and not holds_unit(text, language):
        return text
    ends = {found.at for found in line_breaks(text, language, numbers=numbers) if found.kind in _ORDINARY}
    pieces: list[str] = []
    start = 0
    for at, replaced, mark in sorted(_marks(text, language, ends, numbers)):
        pieces += text[start:at], mark
        start = at + replaced
    return "".join([*pieces, text[start:]])


def without_line_ends(text: str) -> str:
    """A text without U+200B, U+2060 and their like: for metadata, shown where they may be drawn as boxes."""
    return text.translate(IGNORABLE)


def _marks(
    text: str, language: Language, ends: set[int], numbers: Collection[tuple[int, int]]
) -> Iterator[tuple[int, int, str]]:
    """Where a mark goes, how many characters it replaces, and the mark."""
    starts = {end: start for start, end in numbers}
    for at in ends:
        before, after = script_of(text[_word_end(at, starts) - 1]), script_of(text[at])
        if before in SCRIPTS_BROKEN_BY_ZERO_WIDTH_SPACE and after in SCRIPTS_BROKEN_BY_ZERO_WIDTH_SPACE:
            yield at, 0, ZERO_WIDTH_SPACE
    wrong = {match.start() for match in _BROKEN_BY_ICU.finditer(text)} | miscuts(text, language)
    for at in wrong - ends:
        if not _JOINED_ALREADY.search(text[at - 1 : at + 1]):
            yield at, 0, WORD_JOINER
    for match in _SPACES.finditer(text):
        if match.end() not in ends:
            yield match.start(), len(match.group()), NO_BREAK_SPACE * len(match.group())


def _word_end(at: int, starts: Mapping[int, int]) -> int:
    """Where the word ends whose notes' numbers end at this offset; the offset itself, where none do."""
    while at in starts:
        at = starts[at]
    return at
