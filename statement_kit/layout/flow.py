"""Rows of a document's blocks: gaps and keep rules (P07)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import Protocol

from statement_kit.layout.frames import Line, Segment
from statement_kit.layout.paragraphs import SetBlock
from statement_kit.markup import note_id
from statement_kit.text.breaks import SOFT_HYPHEN

TOGETHER = 2
"""Fewest lines of a paragraph that may stand alone at the foot or head of a page."""

_TO_A_NOTE = re.compile(rf"#(?:[A-Za-z0-9-]+:)?{re.escape(note_id(''))}")
"""What a link to a note begins with, where several documents stand in a file with its language; others lead to a part
of the document, and bring nothing to the page."""


class Stackable(Protocol):
    """What is put under another on a page: a line of a block, or lines of several blocks that are level."""

    @property
    def clause(self) -> str:
        """The id of its block, or of the first of them."""

    @property
    def number(self) -> int:
        """Which of its block's lines it is."""

    @property
    def gap_pt(self) -> float:
        """Space above it, dropped at the top of a page or column."""

    @property
    def may_begin(self) -> bool:
        """Whether a page or column may begin with it."""

    @property
    def height_pt(self) -> float:
        """Its height, without the gap."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose numbers stand in it."""

    @property
    def is_hyphenated(self) -> bool:
        """Whether it ends inside a word."""

    def placed(self, x_pt: float, top_pt: float) -> list[Line]:
        """It as lines of a page, from a left edge and a top."""


@dataclass(frozen=True, slots=True)
class Row:
    """One line waiting for its page.

    Attributes:
        set_block: The block it belongs to.
        number: Which of the block's lines it is.
        gap_pt: Space above it, dropped at the top of a page or column.
        may_begin: Whether a page or column may begin with it.
    """

    set_block: SetBlock
    number: int
    gap_pt: float
    may_begin: bool

    @property
    def clause(self) -> str:
        """The id of its block."""
        return self.set_block.block.id

    @property
    def height_pt(self) -> float:
        """Its height, without the gap."""
        return self.set_block.leading_pt + self.sink_pt

    @property
    def sink_pt(self) -> float:
        """How far below its own top it stands: the first line of a block that is to end on a grid."""
        return 0.0 if self.number else self.set_block.sink_pt

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose numbers stand in it."""
        links = (segment.link for segment in self.set_block.lines[self.number])
        return tuple(link[1:] for link in links if _TO_A_NOTE.match(link))

    @property
    def is_hyphenated(self) -> bool:
        """Whether it ends inside a word."""
        clusters = [each.clusters[-1] for each in self.set_block.lines[self.number] if each.clusters]
        return bool(clusters) and clusters[-1].text == SOFT_HYPHEN

    def line(self, x_pt: float, top_pt: float) -> Line:
        """The row as a line whose measure begins at `x_pt` and whose top is `top_pt` down the page."""
        block = self.set_block
        segments = tuple([Segment(x_pt + each.x_pt, *each[1:]) for each in block.lines[self.number]])
        return Line(block.block.id, block.block.role, top_pt + self.sink_pt + block.rise_pt, segments)

    def placed(self, x_pt: float, top_pt: float) -> list[Line]:
        """The row as all lines that it is: one."""
        return [self.line(x_pt, top_pt)]


def rows(blocks: Iterable[SetBlock]) -> list[Row]:
    """The lines of the blocks with the gaps between them and where a page may begin.

    A gap is the larger of what the block above and the block below want, or what two blocks of one list or
    quotation want between them.
    """
    found: list[Row] = []
    previous: SetBlock | None = None
    since_kept = TOGETHER
    blocks = list(blocks)
    for block, following in zip_longest(blocks, blocks[1:]):
        gap = gap_between_pt(previous, block) if previous else 0.0
        if previous and _belong(previous, block):
            since_kept = 0
        for number in range(len(block.lines)):
            may_begin = may_part(block, number)
            if number == 0:
                may_begin = since_kept >= TOGETHER and not _ends_list(previous, block, following)
            found.append(Row(block, number, gap if number == 0 else 0.0, may_begin))
        since_kept += len(block.lines)
        previous = block
    return found


def may_part(block: SetBlock, number: int) -> bool:
    """Whether a page may begin with this line of a block, which is not its first."""
    return TOGETHER <= number <= len(block.lines) - TOGETHER and not block.style.keeps_with_next


def _ends_list(above: SetBlock | None, block: SetBlock, below: SetBlock | None) -> bool:
    """Whether it is the last item of a list, too short to stand alone at the head of a page."""
    if not block.style.keeps_introduction or len(block.lines) >= TOGETHER:
        return False
    group = block.block.group
    return bool(above and above.block.group == group and not (below and below.block.group == group))


def gap_between_pt(above: SetBlock, below: SetBlock) -> float:
    """The space that two blocks want between them."""
    return below.between_pt if below.block.continues(above.block) else max(above.after_pt, below.before_pt)


def _belong(above: SetBlock, below: SetBlock) -> bool:
    """Whether no page may end between two blocks, nor behind a single line below (P07)."""
    introduces = below.style.keeps_introduction and above.block.group != below.block.group
    return above.style.keeps_with_next or below.style.keeps_with_previous or introduces


def height_pt(stack: Sequence[Stackable]) -> float:
    """Height of rows set one under another, the first one's gap dropped."""
    return sum(row.height_pt for row in stack) + sum(row.gap_pt for row in stack[1:])


def place(stack: Sequence[Stackable], x_pt: float, top_pt: float, stretch: float = 0.0) -> tuple[list[Line], float]:
    """Rows as lines under one another from a point, gaps larger by a part of themselves; and where they end."""
    lines: list[Line] = []
    for at, row in enumerate(stack):
        top_pt += row.gap_pt * (1 + stretch) if at else 0.0
        lines += row.placed(x_pt, top_pt)
        top_pt += row.height_pt
    return lines, top_pt
