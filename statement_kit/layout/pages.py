"""A document on pages: letterhead, text, annex in columns, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby

from statement_kit.arranging.columns import annex_columns
from statement_kit.arranging.masthead import text_top_pt
from statement_kit.brand import Brand
from statement_kit.brand.page import (
    HEAD_GAP_PT,
    LEAST_AREA_PT,
    NOTES_GAP_PT,
)
from statement_kit.diagnostics import Diagnostic, LayoutError, gather
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.annex import ANNEX, IN_COLUMNS, place_annex, place_wall
from statement_kit.layout.dressing import label_grounds
from statement_kit.layout.feet import Feet, page_label
from statement_kit.layout.flow import Row, height_pt, place, rows
from statement_kit.layout.frames import Line, Page, Pages
from statement_kit.layout.letterhead import Letterhead, place_letterhead
from statement_kit.layout.pagination import PageRoom, paginate
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.layout.sheet import Sheet
from statement_kit.layout.underlines import underlines
from statement_kit.layout.watermark import place_emblem, place_watermark
from statement_kit.text.fonts import FontLibrary


def lay_out(document: Document, brand: Brand, library: FontLibrary) -> Pages:
    """Set a document on pages.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    return _Layout(document, brand, library).pages()


def check_glyphs(document: Document, brand: Brand, library: FontLibrary) -> None:
    """Make sure that every character of a document and its furniture can be drawn, without setting it (T05).

    Raises:
        FontError: With one finding for each block that holds characters no font of the brand can draw.
    """
    typesetter = Typesetter(document.language, brand, library)
    furniture = (*brand.letterhead_blocks(document.language.tag), _running_head(document), page_label(document, 1, 1))
    furniture += brand.footer_blocks(document.language.tag)
    gather(partial(typesetter.check_glyphs, block) for block in (*document.blocks, *furniture))
    place_watermark(document, brand, library)


def _running_head(document: Document) -> Block:
    return Block("running-head", Role.FURNITURE, document.running_head)


class _Layout:
    """One document on its way onto pages."""

    def __init__(self, document: Document, brand: Brand, library: FontLibrary) -> None:
        self._document = document
        self._brand = brand
        self._library = library
        self._typesetter = Typesetter(document.language, brand, library)
        self._columns = annex_columns(document, brand, self._typesetter.faces)
        self._sheet = Sheet(brand)

    def pages(self) -> Pages:
        sheet, (text, notes, annex) = self._sheet, self._set()
        letterhead = place_letterhead(self._typesetter, self._document.language, self._brand)
        note_rows = groupby(rows(notes), key=lambda row: row.set_block.block.id)
        self._flow(rows(text), {note: list(its_rows) for note, its_rows in note_rows}, self._below(letterhead))
        if annex:
            place_annex(sheet, annex, self._columns, self._brand.annex_room * sheet.page_pt)
        if self._document.wall:
            place_wall(sheet, self._document.wall)
        return Pages(sheet.width_pt, sheet.height_pt, tuple(self._finished(letterhead)), letterhead.blocks)

    def _finished(self, letterhead: Letterhead) -> Iterator[Page]:
        """Each page with what stands around its text."""
        sheet, running_head = self._sheet, self._running_head()
        watermark = place_watermark(self._document, self._brand, self._library)
        emblem = place_emblem(self._document, self._brand)
        feet = Feet(self._document, self._brand, self._typesetter, sheet.floor_pt)
        content = zip(sheet.bodies, sheet.notes, sheet.bars, sheet.logos, sheet.grounds, strict=True)
        for number, (body, notes, bars, logos, grounds) in enumerate(content, 1):
            yield Page(
                head=letterhead.lines if number == 1 else running_head,
                body=tuple(body),
                notes=tuple(notes),
                foot=feet.of_page(number, len(sheet.bodies)),
                bars=(*bars, *underlines((*body, *notes))),
                pictures=letterhead.pictures if number == 1 else (),
                logos=tuple(logos),
                watermark=watermark,
                emblem=emblem,
                grounds=(*(letterhead.grounds if number == 1 else ()), *grounds, *label_grounds((*body, *notes))),
            )

    def _set(self) -> tuple[list[SetBlock], list[SetBlock], list[SetBlock]]:
        """Every block set for its measure: the text, its notes, the annex; or every error."""
        column_pt = self._sheet.column_step_pt(self._columns) - self._brand.annex_gap_pt
        measures = dict.fromkeys(IN_COLUMNS, column_pt)
        hangs = self._typesetter.label_columns(self._document.blocks)
        blocks = gather(
            partial(
                self._typesetter.set_block,
                block,
                measures.get(block.role, self._sheet.measure_pt),
                hangs[block.role],
            )
            for block in self._document.blocks
        )
        return (
            [block for block in blocks if block.block.role not in ANNEX | {Role.NOTE}],
            [block for block in blocks if block.block.role is Role.NOTE],
            [block for block in blocks if block.block.role in ANNEX],
        )

    def _flow(self, waiting: Sequence[Row], notes: Mapping[str, Sequence[Row]], top_pt: float) -> None:
        """The text on its pages, the first one's from below the letterhead."""
        sheet, first_pt = self._sheet, top_pt + self._sheet.bar_room_pt
        room = PageRoom(sheet.floor_pt - first_pt, sheet.page_pt, NOTES_GAP_PT)
        for number, stack in enumerate(paginate(waiting, notes, room)):
            sheet.new_page(None if number else first_pt)
            if number == 0:
                sheet.accent_bar(top_pt, self._document.opening)
            sheet.put_notes(stack.notes)
            sheet.y_pt = sheet.put(stack.rows, stretch=stack.stretch)

    def _below(self, letterhead: Letterhead) -> float:
        """Where the text begins below a letterhead."""
        sheet, text_top = self._sheet, text_top_pt(self._brand, letterhead.end_pt)
        if sheet.floor_pt - text_top < LEAST_AREA_PT:
            message = "The letterhead leaves too little of the first page for the text."
            hint = "Give it fewer or shorter lines, or a lower logo."
            raise LayoutError([Diagnostic("layout/letterhead", message, hint=hint, clause="letterhead")])
        return text_top

    def _running_head(self) -> tuple[Line, ...]:
        stack = rows(self._furniture([_running_head(self._document)]))
        lines, _ = place(stack, self._sheet.left_pt, self._sheet.top_pt - HEAD_GAP_PT - height_pt(stack))
        return tuple(lines)

    def _furniture(self, blocks: Iterable[Block]) -> list[SetBlock]:
        return [self._typesetter.set_block(block, self._sheet.measure_pt) for block in blocks]
