"""A document on pages: letterhead, text, annex in columns, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial
from itertools import groupby

from statement_kit.brand import Brand
from statement_kit.brand.page import (
    BAR_GAP_PT,
    BAR_PT,
    BAR_WIDTH_PT,
    FOOT_GAP_PT,
    HEAD_GAP_PT,
    LEAST_AREA_PT,
    LETTERHEAD_GAP_PT,
    LETTERHEAD_RISE_PT,
    NOTES_GAP_PT,
    NOTES_RULE_PT,
    NOTES_RULE_WIDTH_PT,
)
from statement_kit.diagnostics import Diagnostic, LayoutError, gather
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.flow import Row, columns, height_pt, place, rows
from statement_kit.layout.frames import Bar, Line, Page, Pages
from statement_kit.layout.letterhead import Letterhead, place_letterhead
from statement_kit.layout.pagination import PageRoom, Stack, paginate
from statement_kit.layout.paragraphs import SetBlock, Typesetter, on_one_grid
from statement_kit.layout.underlines import underlines
from statement_kit.layout.watermark import place_watermark
from statement_kit.text.fonts import FontLibrary


def lay_out(document: Document, brand: Brand, library: FontLibrary) -> Pages:
    """Set a document on pages.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    sheet = _Sheet(document, brand, library)
    return sheet.pages()


def check_glyphs(document: Document, brand: Brand, library: FontLibrary) -> None:
    """Make sure that every character of a document and its furniture can be drawn, without setting it (T05).

    Raises:
        FontError: With one finding for each block that holds characters no font of the brand can draw.
    """
    typesetter = Typesetter(document.language, brand, library)
    furniture = (*brand.letterhead_blocks(document.language.tag), _running_head(document), _page_label(document, 1, 1))
    gather(partial(typesetter.check_glyphs, block) for block in (*document.blocks, *furniture))
    place_watermark(document, brand, library)


def _running_head(document: Document) -> Block:
    return Block("running-head", Role.FURNITURE, document.running_head)


def _page_label(document: Document, page: int, pages: int) -> Block:
    return Block("page-label", Role.FURNITURE, document.page_labels.text(page, pages))


class _Sheet:
    """The geometry of one document's pages, and the pages as they fill."""

    def __init__(self, document: Document, brand: Brand, library: FontLibrary) -> None:
        self._document = document
        self._brand = brand
        self._library = library
        self._typesetter = Typesetter(document.language, brand, library)
        self._width, self._height = brand.paper.size_pt
        self._top, right, bottom, self._left = brand.margins_pt
        self._measure = self._width - self._left - right
        self._floor = self._height - bottom
        self._column_step = (self._measure + brand.annex_gap_pt) / brand.annex_columns
        self._bodies: list[list[Line]] = []
        self._notes: list[list[Line]] = []
        self._bars: list[list[Bar]] = []
        self._y = self._page_floor = self._floor

    def pages(self) -> Pages:
        text, notes, annex_heading, entries = self._set()
        start = self._left, self._top - LETTERHEAD_RISE_PT
        letterhead = place_letterhead(self._typesetter, self._document.language, self._brand, self._measure, start)
        note_rows = groupby(rows(notes), key=lambda row: row.set_block.block.id)
        self._flow(rows(text), {note: list(its_rows) for note, its_rows in note_rows}, self._below(letterhead))
        if entries:
            self._annex(rows(annex_heading), rows(entries, whole=True))
        count, running_head = len(self._bodies), self._running_head()
        watermark = place_watermark(self._document, self._brand, self._library)
        return Pages(
            self._width,
            self._height,
            tuple(
                Page(
                    head=letterhead.lines if number == 1 else running_head,
                    body=tuple(body),
                    notes=tuple(notes),
                    foot=tuple(self._foot(number, count)),
                    bars=(*bars, *underlines((*body, *notes))),
                    pictures=letterhead.pictures if number == 1 else (),
                    watermark=watermark,
                )
                for number, (body, notes, bars) in enumerate(zip(self._bodies, self._notes, self._bars, strict=True), 1)
            ),
            letterhead.blocks,
        )

    def _set(self) -> tuple[list[SetBlock], list[SetBlock], list[SetBlock], list[SetBlock]]:
        """Every block set for its measure: the text, its notes, the annex's heading, its entries; or every error."""
        measures = {Role.ENDORSER: self._column_step - self._brand.annex_gap_pt}
        hangs = self._typesetter.label_columns(self._document.blocks)
        blocks = gather(
            partial(self._typesetter.set_block, block, measures.get(block.role, self._measure), hangs[block.role])
            for block in self._document.blocks
        )
        apart = (Role.NOTE, Role.ANNEX_HEADING, Role.ENDORSER)
        return (
            [block for block in blocks if block.block.role not in apart],
            [block for block in blocks if block.block.role is Role.NOTE],
            [block for block in blocks if block.block.role is Role.ANNEX_HEADING],
            on_one_grid([block for block in blocks if block.block.role is Role.ENDORSER]),
        )

    def _new_page(self, top: float) -> None:
        self._bodies.append([])
        self._notes.append([])
        self._bars.append([])
        self._y, self._page_floor = top, self._floor

    def _put(self, stack: Sequence[Row], x_pt: float, top_pt: float) -> float:
        lines, end = place(stack, x_pt, top_pt)
        self._bodies[-1] += lines
        return end

    def _flow(self, waiting: Sequence[Row], notes: Mapping[str, Sequence[Row]], top_pt: float) -> None:
        """The text on its pages, the first one's from below the letterhead."""
        first_pt = top_pt + BAR_GAP_PT
        room = PageRoom(self._floor - first_pt, self._floor - self._top, NOTES_GAP_PT)
        for number, stack in enumerate(paginate(waiting, notes, room)):
            self._new_page(self._top if number else first_pt)
            if number == 0:
                self._accent_bar(top_pt)
            self._put_notes(stack)
            lines, self._y = place(stack.rows, self._left, self._y, stack.stretch)
            self._bodies[-1] += lines

    def _put_notes(self, stack: Stack) -> None:
        """The notes of a page at its foot, under a short rule."""
        if not stack.notes:
            return
        top_pt = self._floor - height_pt(stack.notes)
        self._notes[-1] += place(stack.notes, self._left, top_pt)[0]
        self._page_floor = top_pt - NOTES_GAP_PT
        rule_pt = top_pt - NOTES_GAP_PT / 2
        colour = self._brand.colours["quiet"]
        self._bars[-1].append(Bar(self._left, rule_pt, NOTES_RULE_WIDTH_PT, NOTES_RULE_PT, colour))

    def _annex(self, heading: Sequence[Row], waiting: Sequence[Row]) -> None:
        """Endorsers in balanced columns under their heading, on a new page unless enough of this one is left."""
        self._y += heading[0].set_block.before_pt
        if self._page_floor - self._y < self._brand.annex_room * (self._floor - self._top):
            self._new_page(self._top)
        self._accent_bar(self._y)
        self._y = self._put(heading, self._left, self._y + BAR_GAP_PT) + heading[-1].set_block.after_pt
        while waiting:
            filled = columns(waiting, self._brand.annex_columns, self._page_floor - self._y)
            for number, column in enumerate(filled):
                self._put(column, self._left + number * self._column_step, self._y)
            waiting = waiting[sum(map(len, filled)) :]
            if waiting:
                self._new_page(self._top)

    def _accent_bar(self, y_pt: float) -> None:
        self._bars[-1].append(Bar(self._left, y_pt, BAR_WIDTH_PT, BAR_PT, self._brand.colours["accent"]))

    def _below(self, letterhead: Letterhead) -> float:
        """Where the text begins below a letterhead.

        Without one the space is kept all the same: a coalition may print on paper that has one.
        """
        text_top = max(self._top + self._brand.letterhead_pt, letterhead.end_pt + LETTERHEAD_GAP_PT)
        if self._floor - text_top < LEAST_AREA_PT:
            message = "The letterhead leaves too little of the first page for the text."
            hint = "Give it fewer or shorter lines, or a lower logo."
            raise LayoutError([Diagnostic("layout/letterhead", message, hint=hint, clause="letterhead")])
        return text_top

    def _running_head(self) -> tuple[Line, ...]:
        stack = rows(self._furniture([_running_head(self._document)]))
        lines, _ = place(stack, self._left, self._top - HEAD_GAP_PT - height_pt(stack))
        return tuple(lines)

    def _foot(self, number: int, count: int) -> list[Line]:
        stack = rows(self._furniture([_page_label(self._document, number, count)]))
        right = self._left + self._measure - stack[0].set_block.lines[0][-1].end_pt
        lines, _ = place(stack, right, self._floor + FOOT_GAP_PT)
        return lines

    def _furniture(self, blocks: Iterable[Block]) -> list[SetBlock]:
        return [self._typesetter.set_block(block, self._measure) for block in blocks]
