"""Places in the document that bookmarks and links lead to (ISO 32000-1 12.3.2)."""

from __future__ import annotations

from collections.abc import Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from statement_kit.layout.frames import Pages
from statement_kit.layout.pages import block_pages

_ABOVE_PT = 18.0
"""How far above a block's first baseline a reader is taken."""


def block_destinations(pages: Pages, page_references: Sequence[object]) -> dict[str, PDFArray]:
    """The destination of every block, by its id: its page, at its first line."""
    return {
        block: _place(page_references[page], pages.height_pt - line.baseline_pt + _ABOVE_PT)
        for block, (page, line) in block_pages(pages).items()
    }


def _place(page: object, height_pt: float) -> PDFArray:
    return PDFArray([page, PDFName("XYZ"), "null", round(height_pt, 1), "null"])
