"""Documents on pages: letterhead, text, annex in columns, running heads and page numbers."""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial

from statement_kit.brand import Brand
from statement_kit.diagnostics import gather
from statement_kit.document.blocks import Document
from statement_kit.document.parallel import Content, Parallel, documents_of, is_side_by_side
from statement_kit.layout.dressing import label_grounds
from statement_kit.layout.feet import Feet, page_label
from statement_kit.layout.filling import Filled, fill
from statement_kit.layout.frames import Page, Pages
from statement_kit.layout.heads import head_lines, running_head
from statement_kit.layout.paragraphs import Typesetter
from statement_kit.layout.underlines import underlines
from statement_kit.layout.watermark import place_emblem, place_watermark
from statement_kit.text.fonts import FontLibrary


def lay_out(content: Content, brand: Brand, library: FontLibrary) -> Pages:
    """Set a document on pages, or the documents of a parallel edition.

    Raises:
        FontError: With every character that no font of the brand can draw, by block (T05).
        LayoutError: With every piece of text that does not fit its column.
    """
    if isinstance(content, Parallel) and is_side_by_side(content):
        from statement_kit.layout.side_by_side import fill_side_by_side  # which most files do not need

        parts = [fill_side_by_side(content, brand, library)]
    else:
        parts = gather(partial(fill, document, brand, library) for document in documents_of(content))
    count, pages = sum(len(part.sheet.bodies) for part in parts), list[Page]()
    for part in parts:
        pages += _finished(part, brand, library, len(pages), count)
    sheet, letterhead = parts[0].sheet, tuple(block for part in parts for block in part.letterhead.blocks)
    return Pages(sheet.width_pt, sheet.height_pt, tuple(pages), letterhead)


def check_glyphs(document: Document, brand: Brand, library: FontLibrary) -> None:
    """Make sure that every character of a document and its furniture can be drawn, without setting it (T05).

    Raises:
        FontError: With one finding for each block that holds characters no font of the brand can draw.
    """
    typesetter = Typesetter(document.language, brand, library)
    furniture = (*brand.letterhead_blocks(document.language.tag), running_head(document), page_label(document, 1, 1))
    furniture += brand.footer_blocks(document.language.tag)
    gather(partial(typesetter.check_glyphs, block) for block in (*document.blocks, *furniture))
    place_watermark(document, brand, library)


def _finished(part: Filled, brand: Brand, library: FontLibrary, before: int, count: int) -> Iterator[Page]:
    """Each page with what stands around its text.

    Args:
        part: The pages.
        brand: Whose.
        library: Its fonts.
        before: How many pages of the file come before them.
        count: How many it has.
    """
    sheet, letterhead, head = part.sheet, part.letterhead, head_lines(part)
    watermark, emblem = place_watermark(part.document, brand, library), place_emblem(part.document, brand)
    feet = Feet(part.document, brand, part.typesetter, sheet.floor_pt)
    content = zip(sheet.bodies, sheet.notes, sheet.bars, sheet.logos, sheet.grounds, strict=True)
    for number, (body, notes, bars, logos, grounds) in enumerate(content, 1):
        yield Page(
            head=letterhead.lines if number == 1 else head,
            body=tuple(body),
            notes=tuple(notes),
            foot=feet.of_page(before + number, count),
            bars=(*bars, *underlines((*body, *notes))),
            pictures=letterhead.pictures if number == 1 else (),
            logos=tuple(logos),
            watermark=watermark,
            emblem=emblem,
            grounds=(*(letterhead.grounds if number == 1 else ()), *grounds, *label_grounds((*body, *notes))),
        )
