"""Rows of a document's blocks: gaps, keep rules (P07), and the columns of the annex."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from itertools import islice, zip_longest

from statement_kit.layout.frames import Line
from statement_kit.layout.measured import SLACK_PT
from statement_kit.layout.paragraphs import SetBlock
from statement_kit.markup import note_id
from statement_kit.text.breaks import SOFT_HYPHEN

TOGETHER = 2
"""Fewest lines of a paragraph that may stand alone at the foot or head of a page."""

_TO_A_NOTE = f"#{note_id('')}"
"""What a link to a note begins with; others lead to a part of the document, and bring nothing to the page."""


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
    def height_pt(self) -> float:
        """Its height, without the gap."""
        return self.set_block.leading_pt

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose numbers stand in it."""
        links = (segment.link for segment in self.set_block.lines[self.number])
        return tuple(link[1:] for link in links if link.startswith(_TO_A_NOTE))

    @property
    def is_hyphenated(self) -> bool:
        """Whether it ends inside a word."""
        clusters = [each.clusters[-1] for each in self.set_block.lines[self.number] if each.clusters]
        return bool(clusters) and clusters[-1].text == SOFT_HYPHEN

    def line(self, x_pt: float, top_pt: float) -> Line:
        """The row as a line whose measure begins at `x_pt` and whose top is `top_pt` down the page."""
        block = self.set_block
        segments = tuple(each._replace(x_pt=x_pt + each.x_pt) for each in block.lines[self.number])
        return Line(block.block.id, block.block.role, top_pt + block.rise_pt, segments)


def rows(blocks: Iterable[SetBlock], *, whole: bool = False) -> list[Row]:
    """The lines of the blocks with the gaps between them and where a page may begin.

    A gap is the larger of what the block above and the block below want, or what two blocks of one list or
    quotation want between them. With `whole`, no block is ever parted (entries of the annex).
    """
    found: list[Row] = []
    previous: SetBlock | None = None
    since_kept = TOGETHER
    blocks = list(blocks)
    for block, following in zip_longest(blocks, blocks[1:]):
        gap = _gap_pt(previous, block) if previous else 0.0
        if previous and _belong(previous, block):
            since_kept = 0
        for number in range(len(block.lines)):
            may_begin = not whole and _may_part(block, number)
            if number == 0:
                may_begin = since_kept >= TOGETHER and not _ends_list(previous, block, following)
            found.append(Row(block, number, gap if number == 0 else 0.0, may_begin))
        since_kept += len(block.lines)
        previous = block
    return found


def _may_part(block: SetBlock, number: int) -> bool:
    """Whether a page may begin with this line of a block, which is not its first."""
    return TOGETHER <= number <= len(block.lines) - TOGETHER and not block.style.keeps_with_next


def _ends_list(above: SetBlock | None, block: SetBlock, below: SetBlock | None) -> bool:
    """Whether it is the last item of a list, too short to stand alone at the head of a page."""
    if not block.style.keeps_introduction or len(block.lines) >= TOGETHER:
        return False
    group = block.block.group
    return bool(above and above.block.group == group and not (below and below.block.group == group))


def _gap_pt(above: SetBlock, below: SetBlock) -> float:
    return below.between_pt if below.block.continues(above.block) else max(above.after_pt, below.before_pt)


def _belong(above: SetBlock, below: SetBlock) -> bool:
    """Whether no page may end between two blocks, nor behind a single line below (P07)."""
    introduces = below.style.keeps_introduction and above.block.group != below.block.group
    return above.style.keeps_with_next or below.style.keeps_with_previous or introduces


def fit(waiting: Sequence[Row], room_pt: float) -> int:
    """How many of the waiting rows go on a column of this height; at least one.

    What belongs together is parted only where not even that fits.
    """
    used, count, last_good = 0.0, 0, 0
    for at, row in enumerate(waiting):
        used += row.height_pt + (row.gap_pt if at else 0.0)
        if used > room_pt + SLACK_PT:
            break
        count = at + 1
        if count == len(waiting) or waiting[count].may_begin:
            last_good = count
    return last_good or max(count, 1)


def height_pt(stack: Sequence[Row]) -> float:
    """Height of rows set one under another, the first one's gap dropped."""
    return sum(row.height_pt for row in stack) + sum(row.gap_pt for row in stack[1:])


def place(stack: Sequence[Row], x_pt: float, top_pt: float, stretch: float = 0.0) -> tuple[list[Line], float]:
    """Rows as lines under one another from a point, gaps larger by a part of themselves; and where they end."""
    lines: list[Line] = []
    for at, row in enumerate(stack):
        top_pt += row.gap_pt * (1 + stretch) if at else 0.0
        lines.append(row.line(x_pt, top_pt))
        top_pt += row.height_pt
    return lines, top_pt


def columns(waiting: Sequence[Row], count: int, room_pt: float) -> list[Sequence[Row]]:
    """The next page's columns: full ones while rows remain, balanced ones on the last page.

    Balanced means as low as can be with no entry parted. A page is filled a little less where the rest would
    be a few lonely entries on the next (P07).
    """
    filled = _fill(waiting, count, room_pt)
    if _taken(filled) == len(waiting):
        return _balanced(waiting, count, room_pt)
    line_pt = waiting[0].height_pt
    rooms = (room_pt - line_pt * less for less in range(int(room_pt / 2 / line_pt) + 1))
    tried = (_fill(waiting, count, lower_pt) for lower_pt in rooms)
    return next((fill for fill in tried if _leaves_enough(fill, waiting)), filled)


def _balanced(waiting: Sequence[Row], count: int, room_pt: float) -> list[Sequence[Row]]:
    """All the rows in columns as low as possible."""
    heights = sorted({height_pt(waiting[:end]) for end in range(1, len(waiting) + 1)})
    tried = (_fill(waiting, count, height) for height in heights if height <= room_pt + SLACK_PT)
    filled = next((fill for fill in tried if _is_whole(fill, waiting)), None)
    if filled is None or count == 1 or not filled[0]:
        return filled or _fill(waiting, count, room_pt)
    # The first column as high as it must be; what is left is shared out among the others.
    return [filled[0], *_balanced(waiting[len(filled[0]) :], count - 1, room_pt)]


def _is_whole(filled: Sequence[Sequence[Row]], waiting: Sequence[Row]) -> bool:
    """Whether columns hold all the rows, and no entry is parted between two."""
    return _taken(filled) == len(waiting) and _parts_none(filled[1:])


def _leaves_enough(filled: Sequence[Sequence[Row]], waiting: Sequence[Row]) -> bool:
    """Whether what columns leave for the next page is no few lonely entries, and no entry is parted."""
    rest = waiting[_taken(filled) :]
    return _parts_none([*filled[1:], rest]) and not _is_lonely(rest, len(filled))


def _parts_none(stacks: Sequence[Sequence[Row]]) -> bool:
    """Whether each of the stacks begins with a row that may begin one."""
    return all(stack[0].may_begin for stack in stacks if stack)


def _taken(filled: Sequence[Sequence[Row]]) -> int:
    return sum(map(len, filled))


def _is_lonely(rest: Sequence[Row], count: int) -> bool:
    """Whether a rest is too little for a page: fewer than two entries for each column."""
    first_lines = (row for row in rest if row.number == 0)
    return len(list(islice(first_lines, TOGETHER * count))) < TOGETHER * count


def _fill(waiting: Sequence[Row], count: int, room_pt: float) -> list[Sequence[Row]]:
    filled: list[Sequence[Row]] = []
    for _ in range(count):
        taken = fit(waiting, room_pt) if waiting else 0
        filled.append(waiting[:taken])
        waiting = waiting[taken:]
    return filled
