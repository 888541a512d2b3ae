"""What is wrong with the lines of a paragraph, by a table of its own made from requirements L01 to L07.

It takes lines as they were read from a page and the paragraph they should say, finds at which character each line
ends, and counts faults. The kit's own rules are not asked.
"""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from itertools import pairwise, takewhile

from line_reader import ReadLine

NEVER_FIRST = frozenset("។៕៚៖ៗ៛?!,.;:)]”’»%๚๛ๆฯ฿")
"""L03: Khmer and Thai marks, closing quotes and brackets, %. L04: ៗ and ๆ. L05: ៛ and ฿. L06: ฯ.

But for ฯลฯ, and ฿ before its number.
"""

NEVER_LAST = frozenset("“‘«([")
"""L07: opening quotes and brackets."""

WHOLE = re.compile(r"។\s?ល\s?។|ฯลฯ")
"""L06: “et cetera” in Khmer and Thai."""

NUMBER_AND_UNIT = re.compile(r"[฿$]\s?[\d๐-๙]|[\d០-៩๐-๙]\s?(?:%|៛|฿|บาท)")
"""L05: a number with its currency before it or its unit behind it; บาท is “baht”."""

_MAY_BEGIN_LINE = re.compile(r"ฯลฯ|฿\s?[\d๐-๙]")
_COENG = "\u17d2"
_THAI_BEFORE, _THAI_BEHIND = frozenset("เแโใไ"), frozenset("ะาำๅ")
_DRAWN_FIRST = frozenset(map(chr, range(0x17BE, 0x17C6)))
"""Khmer vowels of which a part is drawn before their consonant: as a line's first glyph they prove nothing."""

_OUT_PT = 1.0
_SHORT_PT = 3.0
_NEAR = 4


@dataclass(frozen=True, slots=True)
class Sheet:
    """Where the lines of a paragraph should stand, in pt.

    Attributes:
        left_pt: Their left edge.
        measure_pt: How wide they may be.
        loose_pt: A gap wider than this makes a line loose.
        is_justified: Whether every line but the last should reach the right edge.
    """

    left_pt: float
    measure_pt: float
    loose_pt: float
    is_justified: bool

    @property
    def right_pt(self) -> float:
        """Their right edge."""
        return self.left_pt + self.measure_pt


@dataclass(slots=True)
class Tally:
    """What was counted over many paragraphs.

    Attributes:
        lines: How many lines.
        edges: Forbidden line ends, by what is wrong with them (L03 to L07).
        split: Line ends inside a cluster (L01).
        loose: Lines with a gap above the limit.
        out: Lines of which a letter or its mark stands out of the measure; punctuation may hang in the margin.
        short: Lines of justified text, but for last ones, that do not reach the right edge.
        widest_pt: The widest gap, by measure.
    """

    lines: int = 0
    edges: Counter[str] = field(default_factory=Counter)
    split: int = 0
    loose: int = 0
    out: int = 0
    short: int = 0
    widest_pt: dict[float, float] = field(default_factory=dict)

    def add(self, lines: Sequence[ReadLine], text: str, sheet: Sheet) -> None:
        """Count the faults of one paragraph: its lines as they were read, and what they should say."""
        self.lines += len(lines)
        for at in line_ends(lines, text):
            self.split += is_inside_cluster(text, at)
            self.edges.update(faults(text, at))
        widest = [max(line.gaps_pt, default=0.0) for line in lines]
        self.loose += sum(gap_pt > sheet.loose_pt for gap_pt in widest)
        self.widest_pt[sheet.measure_pt] = max(*widest, self.widest_pt.get(sheet.measure_pt, 0.0))
        self.out += sum(_stands_out(line, sheet) for line in lines)
        if sheet.is_justified:
            self.short += sum(line.right_pt < sheet.right_pt - _SHORT_PT for line in lines[:-1])


def faults(text: str, at: int) -> Iterator[str]:
    """What is wrong with a line that ends before this character."""
    before, after = text[:at].rstrip(), text[at:].lstrip()
    if after[0] in NEVER_FIRST and not _MAY_BEGIN_LINE.match(after):
        yield f"{after[0]} first"
    elif before[-1] in NEVER_LAST:
        yield f"{before[-1]} last"
    elif any(match.start() < at < match.end() for match in WHOLE.finditer(text)):
        yield "et cetera parted"
    elif any(match.start() < at < match.end() for match in NUMBER_AND_UNIT.finditer(text)):
        yield "amount parted"


def is_inside_cluster(text: str, at: int) -> bool:
    """Whether what stands on either side of this place belongs to one cluster (L01)."""
    return _is_mark(text[at]) or text[at - 1] == _COENG or text[at - 1] in _THAI_BEFORE


def line_ends(lines: Sequence[ReadLine], text: str) -> list[int]:
    """Before which character of the text each line but the first begins.

    The letters that are read are laid beside those that should stand there. A PDF may give glyphs in the order they
    are drawn, twice over, or as wrong characters, marks above all; so each end is then looked at closely, and where a
    doubt is left, the line ends between clusters.
    """
    places = [at for at, char in enumerate(text) if _is_letter(char)]
    solid = "".join(text[at] for at in places)
    letters = ["".join(filter(_is_letter, line.text)) for line in lines]
    found, begin = [], 0
    for (line, read), (following, read_next) in pairwise(zip(lines, letters, strict=True)):
        guess = _guess(read, read_next, solid, begin)
        near = range(max(begin + 1, guess - _NEAR), min(guess + _NEAR + 1, len(solid)))
        between = [at for at in near if not is_inside_cluster(text, places[at])] or [max(guess, begin + 1)]
        begin = max(between, key=lambda at: (_likeness(read, read_next, solid, at), -abs(at - guess)))
        found.append(_inside_cluster(line, following, text, places[begin]))
    return found


def _guess(read: str, read_next: str, solid: str, begin: int) -> int:
    """With which letter of the text the next line seems to begin, if this one begins with letter `begin`."""
    window = solid[begin : begin + len(read) + len(read_next)]
    blocks = SequenceMatcher(None, read + read_next, window, autojunk=False).get_matching_blocks()
    at, letter = next((block.a, block.b) for block in blocks if block.a + block.size > len(read) or not block.size)
    return min(begin + letter + max(len(read) - at, 0), len(solid) - 1)


def _likeness(read: str, read_next: str, solid: str, at: int) -> int:
    """How many letters on either side of a line end are those that would stand there if it were here."""
    behind, before = solid[at : at + _NEAR], solid[max(at - _NEAR, 0) : at]
    return _same(read_next, behind) + _same(read[::-1], before[::-1])


def _same(one: str, other: str) -> int:
    """How many characters two strings have in common from their beginnings on."""
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(one, other, strict=False)))


def _inside_cluster(line: ReadLine, following: ReadLine, text: str, at: int) -> int:
    """The line end itself, or where the cluster before it is parted, if the next line begins with marks of it."""
    if following.text[0] in _DRAWN_FIRST:
        return at
    start = at
    while _is_mark(text[start - 1]):
        start -= 1
    marks = (place for place in range(start, at) if following.text.startswith(text[place:at]))
    return next((place for place in marks if not line.text.endswith(text[place:at])), at)


def _is_mark(char: str) -> bool:
    return unicodedata.category(char) in ("Mn", "Mc") or char in _THAI_BEHIND


def _is_letter(char: str) -> bool:
    return unicodedata.category(char)[0] in "LNPS"


def _stands_out(line: ReadLine, sheet: Sheet) -> bool:
    letters = [ink for ink in line.inks if unicodedata.category(ink.char)[0] in "LMN"]
    return any(ink.left_pt < sheet.left_pt - _OUT_PT or ink.right_pt > sheet.right_pt + _OUT_PT for ink in letters)
