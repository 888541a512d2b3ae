"""A document on pages: letterhead, text, annex in columns, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from statement_kit.brand import (
    BAR_GAP_PT,
    BAR_PT,
    BAR_WIDTH_PT,
    FOOT_GAP_PT,
    HEAD_GAP_PT,
    LETTERHEAD_GAP_PT,
    LETTERHEAD_RISE_PT,
    Brand,
)
from statement_kit.diagnostics import gather
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.flow import Row, columns, fit, height_pt, place, rows
from statement_kit.layout.frames import Bar, Line, Page, Pages
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import width_pt


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


def _running_head(document: Document) -> Block:
    return Block("running-head", Role.FURNITURE, document.running_head)


def _page_label(document: Document, page: int, pages: int) -> Block:
    return Block("page-label", Role.FURNITURE, document.page_labels.text(page, pages))


class _Sheet:
    """The geometry of one document's pages, and the pages as they fill."""

    def __init__(self, document: Document, brand: Brand, library: FontLibrary) -> None:
        self._document = document
        self._brand = brand
        self._typesetter = Typesetter(document.language, brand, library)
        self._width, self._height = brand.paper.size_pt
        self._top, right, bottom, self._left = brand.margins_pt
        self._measure = self._width - self._left - right
        self._floor = self._height - bottom
        self._column_step = (self._measure + brand.annex_gap_pt) / brand.annex_columns
        self._bodies: list[list[Line]] = []
        self._bars: list[list[Bar]] = []
        self._y = self._floor

    def pages(self) -> Pages:
        text, annex_heading, entries = self._set()
        letterhead, text_top = self._letterhead()
        self._new_page(text_top)
        self._kicker_bar()
        self._flow(rows(text))
        if entries:
            self._annex(rows(annex_heading), rows(entries, whole=True))
        count, running_head = len(self._bodies), self._running_head()
        return Pages(
            self._width,
            self._height,
            tuple(
                Page(
                    head=tuple(letterhead if number == 1 else running_head),
                    body=tuple(body),
                    foot=tuple(self._foot(number, count)),
                    bars=tuple(bars),
                )
                for number, (body, bars) in enumerate(zip(self._bodies, self._bars, strict=True), 1)
            ),
        )

    def _set(self) -> tuple[list[SetBlock], list[SetBlock], list[SetBlock]]:
        """Every block set for its measure: the text, the annex's heading, its entries; or every error at once."""
        measures = {Role.ENDORSER: self._column_step - self._brand.annex_gap_pt}
        hangs = self._typesetter.label_columns(self._document.blocks)
        blocks = gather(
            partial(self._typesetter.set_block, block, measures.get(block.role, self._measure), hangs[block.role])
            for block in self._document.blocks
        )
        annex = (Role.ANNEX_HEADING, Role.ENDORSER)
        return (
            [block for block in blocks if block.block.role not in annex],
            [block for block in blocks if block.block.role is Role.ANNEX_HEADING],
            [block for block in blocks if block.block.role is Role.ENDORSER],
        )

    def _new_page(self, top: float) -> None:
        self._bodies.append([])
        self._bars.append([])
        self._y = top

    def _put(self, stack: Sequence[Row], x_pt: float, top_pt: float) -> float:
        lines, end = place(stack, x_pt, top_pt)
        self._bodies[-1] += lines
        return end

    def _flow(self, waiting: Sequence[Row]) -> None:
        while waiting:
            taken = fit(waiting, self._floor - self._y)
            self._y = self._put(waiting[:taken], self._left, self._y)
            waiting = waiting[taken:]
            if waiting:
                self._new_page(self._top)

    def _annex(self, heading: Sequence[Row], waiting: Sequence[Row]) -> None:
        """Endorsers in balanced columns under their heading, on a new page unless enough of this one is left."""
        self._y += heading[0].set_block.before_pt
        if self._floor - self._y < self._brand.annex_room * (self._floor - self._top):
            self._new_page(self._top)
        self._accent_bar(self._y)
        self._y = self._put(heading, self._left, self._y + BAR_GAP_PT) + heading[-1].set_block.after_pt
        while waiting:
            filled = columns(waiting, self._brand.annex_columns, self._floor - self._y)
            for number, column in enumerate(filled):
                self._put(column, self._left + number * self._column_step, self._y)
            waiting = waiting[sum(map(len, filled)) :]
            if waiting:
                self._new_page(self._top)

    def _kicker_bar(self) -> None:
        self._accent_bar(self._y)
        self._y += BAR_GAP_PT

    def _accent_bar(self, y_pt: float) -> None:
        self._bars[-1].append(Bar(self._left, y_pt, BAR_WIDTH_PT, BAR_PT, self._brand.colours["accent"]))

    def _letterhead(self) -> tuple[list[Line], float]:
        """The brand's name and lines at the top of the first page, and where the text begins below them.

        Without a name the space is kept all the same: a coalition may print on paper that has one.
        """
        blocks = self._brand.letterhead_blocks(self._document.language.tag)
        lines, end = place(rows(self._furniture(blocks)), self._left, self._top - LETTERHEAD_RISE_PT)
        return lines, max(self._top + self._brand.letterhead_pt, end + LETTERHEAD_GAP_PT)

    def _running_head(self) -> list[Line]:
        stack = rows(self._furniture([_running_head(self._document)]))
        lines, _ = place(stack, self._left, self._top - HEAD_GAP_PT - height_pt(stack))
        return lines

    def _foot(self, number: int, count: int) -> list[Line]:
        stack = rows(self._furniture([_page_label(self._document, number, count)]))
        right = self._left + self._measure - width_pt(stack[0].set_block.lines[0])
        lines, _ = place(stack, right, self._floor + FOOT_GAP_PT)
        return lines

    def _furniture(self, blocks: Iterable[Block]) -> list[SetBlock]:
        return [self._typesetter.set_block(block, self._measure, 0.0) for block in blocks]


def block_pages(pages: Pages) -> dict[str, tuple[int, Line]]:
    """Where each block begins: its page, counted from 0, and its first line."""
    found: dict[str, tuple[int, Line]] = {}
    for number, page in enumerate(pages.pages):
        for line in page.body:
            found.setdefault(line.block, (number, line))
    return found
