"""Places in the document that bookmarks and links lead to (ISO 32000-1 12.3.2)."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFName

from statement_kit.document.blocks import Role, reference_id
from statement_kit.layout.frames import Line, Pages

_ABOVE_PT = 18.0
"""How far above a block's first baseline a reader is taken."""


class Destination(NamedTuple):
    """A place.

    Attributes:
        page: Which page, counted from 0.
        syntax: The place as bookmarks and links name it.
    """

    page: int
    syntax: PDFArray


def destinations(pages: Pages, references: Sequence[object]) -> dict[str, Destination]:
    """Every block's first line by the block's id, and the first reference to each note by `reference_id`."""
    found: dict[str, Destination] = {}
    for number, page in enumerate(pages.pages):
        for line in page.text:
            for place in _places(line):
                if place not in found:
                    found[place] = _destination(number, references[number], pages.height_pt - line.baseline_pt)
    return found


def _places(line: Line) -> Iterator[str]:
    yield line.block
    if line.role is not Role.NOTE:
        yield from (reference_id(segment.link[1:]) for segment in line.segments if segment.link.startswith("#"))


def _destination(page: int, reference: object, baseline_pt: float) -> Destination:
    return Destination(page, PDFArray([reference, PDFName("XYZ"), "null", round(baseline_pt + _ABOVE_PT, 1), "null"]))
