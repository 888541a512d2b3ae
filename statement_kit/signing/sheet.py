"""What stands on a page, as another reader (PDFium) finds it: where there is room, and what a stamp would hide."""

from __future__ import annotations

import ctypes
from collections.abc import Iterator
from contextlib import closing
from dataclasses import dataclass
from typing import NamedTuple

import pypdfium2
from pypdfium2 import raw as pdfium

from statement_kit.pdfium import LOCK
from statement_kit.signing.opening import reading


class Box(NamedTuple):
    """A rectangle of a page, in pt from its bottom left corner."""

    left: float
    bottom: float
    right: float
    top: float

    def meets(self, other: Box) -> bool:
        """Whether two boxes have more than an edge in common."""
        across = self.left < other.right and other.left < self.right
        return across and self.bottom < other.top and other.bottom < self.top

    def grown(self, by_pt: float) -> Box:
        """The box with so much more on every side."""
        return Box(self.left - by_pt, self.bottom - by_pt, self.right + by_pt, self.top + by_pt)

    @property
    def is_empty(self) -> bool:
        """Whether nothing can be seen of it."""
        return self.left >= self.right or self.bottom >= self.top


@dataclass(frozen=True, slots=True)
class Text:
    """A piece of text.

    Attributes:
        start_pt: Where it begins, from the left; its ink may begin a little before or behind.
        baseline_pt: Its baseline, from the bottom of the page.
        colour: As `#rrggbb`.
    """

    start_pt: float
    baseline_pt: float
    colour: str


@dataclass(frozen=True, slots=True)
class Sheet:
    """A page.

    Attributes:
        box: The page itself.
        texts: Every piece of text on it.
        boxes: Everything that stands on it: text, rules, pictures, annotations.
    """

    box: Box
    texts: tuple[Text, ...]
    boxes: tuple[Box, ...]


def read_sheet(pdf: bytes, number: int = 0) -> Sheet:
    """What stands on a page, counted from 0.

    Raises:
        SigningError: The file cannot be read.
    """
    with reading(), LOCK, closing(pypdfium2.PdfDocument(pdf)) as document, closing(document[number]) as page:
        objects = list(page.get_objects(max_depth=1))
        return Sheet(
            Box(*page.get_cropbox()),
            tuple(_text(one) for one in objects if one.type == pdfium.FPDF_PAGEOBJ_TEXT),
            (*(Box(*one.get_bounds()) for one in objects), *_annotations(page)),
        )


def _text(found: pypdfium2.PdfObject) -> Text:
    matrix = found.get_matrix()
    return Text(matrix.e, matrix.f, _colour(found))


def _colour(found: pypdfium2.PdfObject) -> str:
    channels = [ctypes.c_uint() for _ in range(4)]
    pdfium.FPDFPageObj_GetFillColor(found, *channels)
    return "#{:02x}{:02x}{:02x}".format(*(channel.value for channel in channels[:3]))


def _annotations(page: pypdfium2.PdfPage) -> Iterator[Box]:
    for at in range(pdfium.FPDFPage_GetAnnotCount(page)):
        annotation = pdfium.FPDFPage_GetAnnot(page, at)
        rectangle = pdfium.FS_RECTF()
        pdfium.FPDFAnnot_GetRect(annotation, rectangle)
        pdfium.FPDFPage_CloseAnnot(annotation)
        box = Box(rectangle.left, rectangle.bottom, rectangle.right, rectangle.top)
        if not box.is_empty:
            yield box
