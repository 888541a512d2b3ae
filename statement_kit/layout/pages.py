"""A document on pages: letterhead, text, annex in columns, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import partial

from statement_kit.brand import Brand
from statement_kit.diagnostics import gather
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.flow import Row, columns, fit, height_pt, place, rows
from statement_kit.layout.frames import Bar, Line, Page, Pages
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.text.fonts import FontLibrary

HAIRLINE_PT = 0.5
BAR_PT = 2.4
BAR_WIDTH_PT = 34.0
BAR_GAP_PT = 12.0
"""From the accent bar to the line of the kind below it."""

ANNEX_BAR_GAP_PT = 9.0
LETTERHEAD_RISE_PT = 24.0
"""How far above the top margin the letterhead begins."""

HEAD_GAP_PT = 22.0
"""From the baseline of the running head to the top of the text."""


def lay_out(document: Document, brand: Brand, library: FontLibrary) -> Pages:
    """Set a document on pages.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    sheet = _Sheet(document, brand, library)
    return sheet.pages()


def check_glyphs(document: Document, brand: Brand, library: FontLibrary) -> None:
    """Make sure that every character of a document can be drawn, without setting it (T05).

    Raises:
        FontError: With every character that no font of the brand can draw, by block.
    """
    typesetter = Typesetter(document.language, brand, library)
    gather(partial(typesetter.check_glyphs, block) for block in document.blocks)


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
        count = len(self._bodies)
        return Pages(
            self._width,
            self._height,
            tuple(
                Page(
                    head=tuple(letterhead if number == 1 else self._running_head()),
                    body=tuple(body),
                    foot=tuple(self._foot(number, count)),
                    bars=tuple(bars),
                )
                for number, (body, bars) in enumerate(zip(self._bodies, self._bars, strict=True), 1)
            ),
        )

    def _set(self) -> tuple[list[SetBlock], list[SetBlock], list[SetBlock]]:
        """Every block set for its measure: the text, the annex's heading, its entries; or every error at once."""
        gap = self._brand.annex_gap_pt * (self._brand.annex_columns - 1)
        column = (self._measure - gap) / self._brand.annex_columns
        hang = self._typesetter.widest_label_pt(block for block in self._document.blocks if block.role is Role.ENDORSER)
        settings = {Role.ENDORSER: (column, hang)}
        blocks = gather(
            partial(self._typesetter.set_block, block, *settings.get(block.role, (self._measure, None)))
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
        self._y = self._put(heading, self._left, self._y + ANNEX_BAR_GAP_PT) + heading[-1].set_block.after_pt
        count, gap = self._brand.annex_columns, self._brand.annex_gap_pt
        step = (self._measure + gap) / count
        while waiting:
            filled = columns(waiting, count, self._floor - self._y)
            for number, column in enumerate(filled):
                self._put(column, self._left + number * step, self._y)
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
        tag = self._document.language.tag
        name = self._brand.names.get(tag)
        blocks = [Block("letterhead", Role.LETTERHEAD, name)] if name else []
        blocks += [Block("letterhead", Role.FURNITURE, line) for line in self._brand.letterhead.get(tag, ()) if name]
        lines, end = place(rows(self._furniture(blocks)), self._left, self._top - LETTERHEAD_RISE_PT)
        return lines, max(self._top + self._brand.letterhead_pt, end + BAR_GAP_PT)

    def _running_head(self) -> list[Line]:
        stack = rows(self._furniture([Block("running-head", Role.FURNITURE, self._document.running_head)]))
        lines, _ = place(stack, self._left, self._top - HEAD_GAP_PT - height_pt(stack))
        return lines

    def _foot(self, number: int, count: int) -> list[Line]:
        label = self._document.page_labels.text(number, count)
        stack = rows(self._furniture([Block("page-label", Role.FURNITURE, label)]))
        width = sum(cluster.width_pt for cluster in stack[0].set_block.lines[0])
        lines, _ = place(stack, self._left + self._measure - width, self._floor + 24)
        return lines

    def _furniture(self, blocks: Iterable[Block]) -> list[SetBlock]:
        return [self._typesetter.set_block(block, self._measure) for block in blocks]


def block_pages(pages: Pages) -> dict[str, tuple[int, Line]]:
    """Where each block begins: its page, counted from 0, and its first line."""
    found: dict[str, tuple[int, Line]] = {}
    for number, page in enumerate(pages.pages):
        for line in page.body:
            found.setdefault(line.block, (number, line))
    return found
