"""Places in the document that bookmarks and links lead to (ISO 32000-1 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from statement_kit.document.blocks import Role, reference_id
from statement_kit.layout.frames import Line, Pages

_ABOVE_PT = 18.0
"""How far above a block's first baseline a reader is taken."""


def destinations(pages: Pages, references: Sequence[object]) -> dict[str, PDFArray]:
    """Every block's first line by the block's id, and the first reference to each note by `reference_id`."""
    found: dict[str, PDFArray] = {}
    for reference, page in zip(references, pages.pages, strict=True):
        for line in page.text:
            for place in _places(line):
                if place not in found:
                    found[place] = _destination(reference, pages.height_pt - line.baseline_pt)
    return found


def _places(line: Line) -> Iterator[str]:
    yield line.block
    if line.role is not Role.NOTE:
        yield from (reference_id(segment.link[1:]) for segment in line.segments if segment.link.startswith("#"))


def _destination(page: object, baseline_pt: float) -> PDFArray:
    return PDFArray([page, PDFName("XYZ"), "null", round(baseline_pt + _ABOVE_PT, 1), "null"])
