"""Versions side by side: a column for each language, the first line of every clause level in all of them.

The lines of a clause stand on one grid in all columns, with the leading that the tallest script among them needs. So
they are level line by line, a long clause parts in all columns at once, and pages are chosen as they are for one text.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from functools import partial

from statement_kit.arranging.side_by_side import TextColumns, in_columns, text_columns
from statement_kit.brand import Brand
from statement_kit.brand.dress import Dress
from statement_kit.diagnostics import gather
from statement_kit.document.parallel import Parallel, levels
from statement_kit.layout.filling import (
    Filled,
    SetDocument,
    begin_page,
    below,
    letterhead_of,
    notes_of,
    put_annex,
    room,
    set_document,
)
from statement_kit.layout.flow import Abreast, Row, may_part, rows
from statement_kit.layout.frames import Line
from statement_kit.layout.pagination import paginate
from statement_kit.layout.paragraphs import SetBlock, Typesetter, on_one_grid
from statement_kit.layout.sheet import Sheet
from statement_kit.text.fonts import FontLibrary

Cells = tuple[SetBlock | None, ...]
"""The blocks of a clause, by column."""


@dataclass(frozen=True, slots=True)
class LevelRow:
    """Lines that are level in all columns, waiting for their page.

    Attributes:
        leader: The row of the clause that has most lines, which says how high it is and what keeps it.
        blocks: The block of each column; None where it has no such clause.
        columns: Where they stand.
    """

    leader: Row
    blocks: Cells
    columns: TextColumns

    @property
    def cells(self) -> tuple[Row | None, ...]:
        """The row of each column; None where the clause is over already."""
        return tuple(_cell(block, self.leader) for block in self.blocks)

    @property
    def _rows(self) -> Iterator[Row]:
        return (cell for cell in self.cells if cell)

    @property
    def clause(self) -> str:
        """The id of the first block in it."""
        return next(self._rows).clause

    @property
    def number(self) -> int:
        """Which line of the clause it is."""
        return self.leader.number

    @property
    def gap_pt(self) -> float:
        """Space above it."""
        return self.leader.gap_pt

    @property
    def may_begin(self) -> bool:
        """Whether a page may begin with it: no column may then end or begin with a single line of a clause (P07)."""
        return self.leader.may_begin and all(
            may_part(cell.set_block, cell.number) for cell in self._rows if cell.number
        )

    @property
    def is_dressed(self) -> bool:
        """Whether its blocks have boxes."""
        return self.leader.is_dressed

    @property
    def opens(self) -> bool:
        """Whether the boxes of its blocks begin with it."""
        return self.leader.opens

    @property
    def closes(self) -> bool:
        """Whether those boxes end with it: all as deep as the deepest."""
        return self.leader.closes

    @property
    def height_pt(self) -> float:
        """Its height, without the gap."""
        return self.leader.height_pt

    @property
    def sink_pt(self) -> float:
        """How much lower it stands than its top."""
        return self.leader.sink_pt

    @property
    def parted_above_pt(self) -> float:
        """What its boxes take above it where a page parts them there."""
        return self.leader.parted_above_pt

    @property
    def parted_below_pt(self) -> float:
        """What its boxes take below it where a page parts them behind it."""
        return self.leader.parted_below_pt

    @property
    def notes(self) -> tuple[str, ...]:
        """Ids of the notes whose numbers stand in it, column by column."""
        return tuple(note for cell in self._rows for note in cell.notes)

    @property
    def is_hyphenated(self) -> bool:
        """Whether any of its lines ends inside a word."""
        return any(cell.is_hyphenated for cell in self._rows)

    def placed(self, x_pt: float, top_pt: float) -> list[Line]:
        """Its lines, from the left edge of the first column and its top."""
        step_pt = self.columns.step_pt
        return [cell.line(x_pt + at * step_pt, top_pt) for at, cell in enumerate(self.cells) if cell]

    def across(self, x_pt: float) -> list[Abreast]:
        """The blocks of its columns, those too whose lines are over."""
        return [Abreast(x_pt + at * self.columns.step_pt, block) for at, block in enumerate(self.blocks)]


def fill_side_by_side(parallel: Parallel, brand: Brand, library: FontLibrary) -> Filled:
    """Documents in columns below the letterhead of the first, then the annex of each across the page.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    documents, sheet = parallel.documents, Sheet(brand)
    first, columns = documents[0], text_columns(brand, len(documents))
    brand = in_columns(brand, columns.count)
    typesetters = [Typesetter(document.language, brand, library) for document in documents]
    made = gather(
        partial(set_document, document, brand, typesetter, sheet, columns.width_pt)
        for document, typesetter in zip(documents, typesetters, strict=True)
    )
    letterhead = letterhead_of(first, brand, typesetters[0])
    _put_text(made, columns, sheet, below(letterhead, brand, sheet))
    for one in made:
        put_annex(one, brand, sheet)
    _sort_by_document(sheet, made)
    return Filled(first, typesetters[0], sheet, letterhead)


def _put_text(made: Sequence[SetDocument], columns: TextColumns, sheet: Sheet, top_pt: float) -> None:
    """The text on its pages, thin lines between its columns."""
    indents = [at * columns.step_pt for at in range(columns.count)]
    openings = [one.document.opening for one in made]
    waiting = list(_level_rows(made, columns))
    stacks = paginate(waiting, [notes_of(one) for one in made], room(sheet, top_pt))
    for number, stack in enumerate(stacks):
        begin_page(sheet, number, top_pt, stack, openings, columns)
        start_pt = sheet.y_pt
        sheet.y_pt = sheet.put(stack.rows, stretch=stack.stretch)
        for indent_pt in indents[1:]:
            sheet.hairline(indent_pt - columns.gutter_pt / 2, start_pt, sheet.y_pt)


def _level_rows(made: Sequence[SetDocument], columns: TextColumns) -> Iterator[LevelRow]:
    """The lines of all clauses, level where they are of one."""
    by_id = {one.block.id: one for document in made for one in document.text}
    clauses = {
        clause: _on_one_grid([by_id[block.id] if block else None for block in level])
        for clause, level in levels([one.document for one in made]).items()
    }
    for leader in rows(_leader(clause, cells) for clause, cells in clauses.items()):
        yield LevelRow(leader, clauses[leader.set_block.block.id], columns)


def _on_one_grid(cells: Sequence[SetBlock | None]) -> Cells:
    """The blocks of a clause with lines that are level: as far apart, and below as much of a label or a box."""
    given = on_one_grid([cell for cell in cells if cell])
    lead_pt, dress = max(cell.lead_pt for cell in given), _dress(given)
    level = iter(given)
    return tuple(replace(next(level), lead_pt=lead_pt, dress=dress) if cell else None for cell in cells)


def _dress(cells: Sequence[SetBlock]) -> Dress | None:
    """What the rule and the ground of a clause take around it: the most that they do in any column."""
    found = [cell.dress for cell in cells if cell.dress]
    return Dress(*map(max, zip(*found, strict=True))) if found else None


def _leader(clause: str, cells: Cells) -> SetBlock:
    """The block that has most lines, called as the clause is, with the largest of the spaces that any block wants."""
    given = [cell for cell in cells if cell]
    tallest = max(given, key=lambda cell: len(cell.lines))
    return replace(
        tallest,
        block=replace(tallest.block, id=clause),
        before_pt=max(cell.before_pt for cell in given),
        after_pt=max(cell.after_pt for cell in given),
        between_pt=max(cell.between_pt for cell in given),
    )


def _cell(block: SetBlock | None, leader: Row) -> Row | None:
    """The line of a block that is level with a line of the leader, if it has so many."""
    if block is None or leader.number >= len(block.lines):
        return None
    return replace(leader, set_block=block)


def _sort_by_document(sheet: Sheet, made: Sequence[SetDocument]) -> None:
    """Have the lines of each page stand in the order in which they are read: language by language."""
    order = {one.document.prefix: at for at, one in enumerate(made)}
    for body in sheet.bodies:
        body.sort(key=lambda line: next(at for prefix, at in order.items() if line.block.startswith(prefix)))
