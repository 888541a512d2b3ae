"""Rows of a document's blocks: gaps and keep rules (P07)."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import zip_longest
from typing import NamedTuple, Protocol

from statement_kit.document.blocks import HEADING_LEVELS
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
    def is_dressed(self) -> bool:
        """Whether its block has a box, with rule or ground."""

    @property
    def opens(self) -> bool:
        """Whether the box of its block, with rule or ground, begins with it."""

    @property
    def closes(self) -> bool:
        """Whether that box ends with it."""

    @property
    def height_pt(self) -> float:
        """Its height, without the gap."""

    @property
    def sink_pt(self) -> float:
        """How much lower it stands than its top."""

    @property
    def parted_above_pt(self) -> float:
        """What its box takes above it where a page parts it there, and it goes on with this row."""

    @property
    def parted_below_pt(self) -> float:
        """What its box takes below it where a page parts it behind this row."""

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose numbers stand in it."""

    @property
    def is_hyphenated(self) -> bool:
        """Whether it ends inside a word."""

    def placed(self, x_pt: float, top_pt: float) -> list[Line]:
        """It as lines of a page, from a left edge and a top."""

    def across(self, x_pt: float) -> list[Abreast]:
        """The blocks it is of, from a left edge on."""


class Abreast(NamedTuple):
    """A block beside others.

    Attributes:
        x_pt: The left edge of its measure.
        block: It; None where a column has none.
    """

    x_pt: float
    block: SetBlock | None


@dataclass(frozen=True, slots=True)
class Row:
    """One line waiting for its page.

    Attributes:
        set_block: The block it belongs to.
        number: Which of the block's lines it is.
        gap_pt: Space above it, dropped at the top of a page or column.
        may_begin: Whether a page or column may begin with it.
        opens: Whether the box of its block, with rule or ground, begins with it.
        closes: Whether that box ends with it.
    """

    set_block: SetBlock
    number: int
    gap_pt: float
    may_begin: bool
    opens: bool = False
    closes: bool = False

    @property
    def is_dressed(self) -> bool:
        """Whether its block has a box, with rule or ground."""
        return self.set_block.dress is not None

    @property
    def clause(self) -> str:
        """The id of its block."""
        return self.set_block.block.id

    @property
    def height_pt(self) -> float:
        """Its height, without the gap; with what its box takes above it or below, where that begins or ends with it."""
        around_pt = self._above_pt(self.opens) + self._below_pt(self.closes)
        return self.set_block.leading_pt + self.sink_pt + self._lead_pt + around_pt

    @property
    def _lead_pt(self) -> float:
        """What a large label takes above the first line."""
        return 0.0 if self.number else self.set_block.lead_pt

    @property
    def parted_above_pt(self) -> float:
        """What its box takes above it where a page parts it there, and it goes on with this row."""
        return self._above_pt(not self.opens)

    @property
    def parted_below_pt(self) -> float:
        """What its box takes below it where a page parts it behind this row."""
        return self._below_pt(not self.closes)

    def _above_pt(self, is_there: bool) -> float:
        return self.set_block.dress.above_pt if is_there and self.set_block.dress else 0.0

    def _below_pt(self, is_there: bool) -> float:
        return self.set_block.dress.below_pt if is_there and self.set_block.dress else 0.0

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
        baseline_pt = top_pt + self.sink_pt + self._above_pt(self.opens) + self._lead_pt + block.rise_pt
        return Line(block.block.id, block.block.role, baseline_pt, segments)

    def placed(self, x_pt: float, top_pt: float) -> list[Line]:
        """The row as all lines that it is: one."""
        return [self.line(x_pt, top_pt)]

    def across(self, x_pt: float) -> list[Abreast]:
        """The block it is of, which has no other beside it."""
        return [Abreast(x_pt, self.set_block)]


class Standing(NamedTuple):
    """A row where it stands on a page.

    Attributes:
        row: The row.
        top_pt: Its top, down from that of the page, with what its box takes above it.
        end_pt: Its foot, with what its box takes below it.
        own_pt: Where the row itself begins: lower than its top where a page has parted its box above it.
    """

    row: Stackable
    top_pt: float
    end_pt: float
    own_pt: float


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
        opens, closes = not (previous and _share_box(previous, block)), not (following and _share_box(block, following))
        gap = gap_between_pt(previous, block) if previous else 0.0
        is_kept = bool(previous and _belong(previous, block))
        if is_kept and not block.style.keeps_with_previous:  # what ends something may stand at the foot by itself
            since_kept = 0
        for number in range(len(block.lines)):
            may_begin = may_part(block, number)
            if number == 0:
                may_begin = not is_kept and since_kept >= TOGETHER and not _ends_list(previous, block, following)
            is_last = number == len(block.lines) - 1
            row = Row(block, number, 0.0 if number else gap, may_begin, opens and not number, closes and is_last)
            found.append(row)
        since_kept += len(block.lines)
        previous = block
    return found


def _share_box(above: SetBlock, below: SetBlock) -> bool:
    """Whether two blocks share a ground and a rule: those of one quotation, or in a row; each heading has its own."""
    return below.block.continues(above.block) and below.block.role not in HEADING_LEVELS


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
    parted_pt = stack[0].parted_above_pt + stack[-1].parted_below_pt if stack else 0.0
    return sum(row.height_pt for row in stack) + sum(row.gap_pt for row in stack[1:]) + parted_pt


def standing(stack: Sequence[Stackable], top_pt: float, stretch: float = 0.0) -> list[Standing]:
    """Rows under one another from a height on, gaps larger by a part of themselves."""
    found: list[Standing] = []
    for at, row in enumerate(stack):
        top_pt += row.gap_pt * (1 + stretch) if at else 0.0
        own_pt = top_pt + (0.0 if at else row.parted_above_pt)
        end_pt = own_pt + row.height_pt
        found.append(Standing(row, top_pt, end_pt, own_pt))
        top_pt = end_pt
    if found:
        found[-1] = found[-1]._replace(end_pt=found[-1].end_pt + found[-1].row.parted_below_pt)
    return found


def place(stack: Sequence[Stackable], x_pt: float, top_pt: float, stretch: float = 0.0) -> tuple[list[Line], float]:
    """Rows as lines under one another from a point, gaps larger by a part of themselves; and where they end."""
    there = standing(stack, top_pt, stretch)
    lines = [line for each in there for line in each.row.placed(x_pt, each.own_pt)]
    return lines, there[-1].end_pt if there else top_pt
