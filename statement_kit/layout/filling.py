"""Pages filled with text, annex and logos, before anything stands around them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial
from itertools import groupby
from typing import TYPE_CHECKING

from statement_kit.arranging.columns import annex_columns
from statement_kit.arranging.masthead import text_top_pt
from statement_kit.brand import Brand
from statement_kit.brand.page import LEAST_AREA_PT, NOTES_GAP_PT
from statement_kit.diagnostics import Diagnostic, LayoutError, gather
from statement_kit.document.blocks import ANNEX_ROLES, IN_COLUMNS, Document, Role
from statement_kit.document.parallel import renamed
from statement_kit.layout.annex import place_annex, place_wall
from statement_kit.layout.flow import rows
from statement_kit.layout.letterhead import Letterhead, place_letterhead
from statement_kit.layout.pagination import NotesOf, PageRoom, Stack, paginate
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.layout.sheet import Sheet
from statement_kit.text.fonts import FontLibrary

if TYPE_CHECKING:
    from statement_kit.arranging.side_by_side import TextColumns


@dataclass(frozen=True, slots=True)
class Filled:
    """Pages that are filled.

    Attributes:
        document: Whose words stand around the text.
        typesetter: Sets them.
        sheet: The pages.
        letterhead: What stands at the head of the first.
    """

    document: Document
    typesetter: Typesetter
    sheet: Sheet
    letterhead: Letterhead


@dataclass(frozen=True, slots=True)
class SetDocument:
    """A document set into lines.

    Attributes:
        document: Which.
        text: Its text.
        notes: Its notes.
        annex: Its annex.
        columns: How many columns the entries of that have.
    """

    document: Document
    text: tuple[SetBlock, ...]
    notes: tuple[SetBlock, ...]
    annex: tuple[SetBlock, ...]
    columns: int


def fill(document: Document, brand: Brand, library: FontLibrary) -> Filled:
    """A document on pages of its own.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    typesetter, sheet = Typesetter(document.language, brand, library), Sheet(brand)
    made = set_document(document, brand, typesetter, sheet, sheet.measure_pt)
    letterhead = letterhead_of(document, brand, typesetter)
    top_pt = below(letterhead, brand, sheet)
    for number, stack in enumerate(paginate(rows(made.text), [notes_of(made)], room(sheet, top_pt))):
        begin_page(sheet, number, top_pt, stack, [document.opening])
        sheet.y_pt = sheet.put(stack.rows, stretch=stack.stretch)
    put_annex(made, brand, sheet)
    return Filled(document, typesetter, sheet, letterhead)


def set_document(document: Document, brand: Brand, typesetter: Typesetter, sheet: Sheet, text_pt: float) -> SetDocument:
    """Every block set for its measure: the text, its notes, the annex; or every error.

    Args:
        document: What is set.
        brand: How.
        typesetter: Sets it.
        sheet: The pages it is set for.
        text_pt: How wide its text and notes are.
    """
    columns = annex_columns(document, brand, typesetter.faces)
    measure = _measures(sheet, text_pt, sheet.column_step_pt(columns) - brand.annex_gap_pt)
    hangs = typesetter.label_columns(document.blocks)
    blocks = gather(
        partial(typesetter.set_block, block, measure(block.role), hangs[block.role]) for block in document.blocks
    )
    return SetDocument(
        document,
        tuple(block for block in blocks if block.block.role not in ANNEX_ROLES | {Role.NOTE}),
        tuple(block for block in blocks if block.block.role is Role.NOTE),
        tuple(block for block in blocks if block.block.role in ANNEX_ROLES),
        columns,
    )


def _measures(sheet: Sheet, text_pt: float, column_pt: float) -> Callable[[Role], float]:
    """How wide each role is set."""
    measures = dict.fromkeys(ANNEX_ROLES, sheet.measure_pt) | dict.fromkeys(IN_COLUMNS, column_pt)
    return lambda role: measures.get(role, text_pt)


def notes_of(made: SetDocument) -> NotesOf:
    """The rows of each note of a document, by its id."""
    found = groupby(rows(made.notes), key=lambda row: row.set_block.block.id)
    return {note: list(its_rows) for note, its_rows in found}


def room(sheet: Sheet, top_pt: float) -> PageRoom:
    """How much stands on a page, on the first from below the letterhead."""
    return PageRoom(sheet.floor_pt - top_pt - sheet.bar_room_pt, sheet.page_pt, NOTES_GAP_PT)


def begin_page(
    sheet: Sheet,
    number: int,
    top_pt: float,
    stack: Stack,
    openings: Sequence[Role],
    columns: TextColumns | None = None,
) -> None:
    """Begin a page of text, with its notes, and on the first the accent bars.

    Args:
        sheet: The pages.
        number: Which page of the text it is, from 0.
        top_pt: Where the first begins, below the letterhead.
        stack: What stands on it.
        openings: The roles of the lines that documents begin with, one to a column.
        columns: Where these stand; None for one as wide as the page's text.
    """
    step_pt = columns.step_pt if columns else 0.0
    sheet.new_page(None if number else top_pt + sheet.bar_room_pt)
    if number == 0:
        for at, role in enumerate(openings):
            sheet.accent_bar(top_pt, role, at * step_pt, columns.width_pt if columns else None)
    sheet.put_notes(stack.notes, step_pt)


def put_annex(made: SetDocument, brand: Brand, sheet: Sheet) -> None:
    """The annex of a document and its logos, behind what stands on the pages."""
    if made.annex:
        place_annex(sheet, made.annex, made.columns, brand.annex_room * sheet.page_pt)
    if made.document.wall:
        place_wall(sheet, made.document.wall)


def letterhead_of(document: Document, brand: Brand, typesetter: Typesetter) -> Letterhead:
    """The letterhead above a document, named as its blocks are."""
    made, own = place_letterhead(typesetter, document.language, brand), document.prefix
    return made._replace(
        blocks=renamed(made.blocks, document),
        lines=tuple(replace(line, block=f"{own}{line.block}") for line in made.lines),
        pictures=tuple(replace(picture, id=f"{own}{picture.id}") for picture in made.pictures),
    )


def below(letterhead: Letterhead, brand: Brand, sheet: Sheet) -> float:
    """Where the text begins below a letterhead."""
    text_top = text_top_pt(brand, letterhead.end_pt)
    if sheet.floor_pt - text_top < LEAST_AREA_PT:
        message = "The letterhead leaves too little of the first page for the text."
        hint = "Give it fewer or shorter lines, or a lower logo."
        raise LayoutError([Diagnostic("layout/letterhead", message, hint=hint, clause="letterhead")])
    return text_top
