"""What lies behind every page: words from one corner to the other, a draft's or the brand's, or the brand's emblem."""

from __future__ import annotations

from math import hypot

from statement_kit.arranging.backdrop import emblem_size_pt, words_across
from statement_kit.brand import Brand, Face
from statement_kit.brand.page import WATERMARK_LENGTH, WATERMARK_MOST_PT
from statement_kit.document.blocks import Document
from statement_kit.faces import Faces
from statement_kit.layout.frames import Emblem, Segment, Watermark
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import width_pt


def place_watermark(document: Document, brand: Brand, library: FontLibrary) -> Watermark | None:
    """The words across the page, as large as the diagonal allows; None for what has none.

    Raises:
        FontError: With every character that no font of the brand can draw.
    """
    across = words_across(document, brand)
    if across is None:
        return None
    faces = Faces(document.language, brand, library)
    width, height = brand.paper.size_pt
    diagonal_pt = hypot(width, height)
    size_pt = faces.size_to_fill(across.words, Face.TITLE, WATERMARK_LENGTH * diagonal_pt, WATERMARK_MOST_PT)
    clusters = tuple(faces.shape(across.words, Face.TITLE, size_pt))
    part = width_pt(clusters) / diagonal_pt / 2
    start = Segment(width * (0.5 - part), clusters, across.colour)
    return Watermark(start, height * (0.5 + part), (width / diagonal_pt, height / diagonal_pt))


def place_emblem(document: Document, brand: Brand) -> Emblem | None:
    """The brand's emblem in the middle of the page; None where there is none, or a draft's words stand there."""
    size_pt = emblem_size_pt(document, brand)
    if size_pt is None or brand.backdrop is None or brand.backdrop.emblem is None:
        return None
    (wide, high), (width, height) = size_pt, brand.paper.size_pt
    return Emblem(brand.backdrop.emblem, (width - wide) / 2, (height - high) / 2, wide, high, brand.backdrop.tint)
