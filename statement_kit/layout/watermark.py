"""What stands across every page of a draft, from one corner to the other behind its text."""

from __future__ import annotations

from math import hypot

from statement_kit.brand import Brand, Face
from statement_kit.brand.page import WATERMARK_LENGTH, WATERMARK_MOST_PT, WATERMARK_TINT
from statement_kit.document.blocks import Document
from statement_kit.faces import Faces
from statement_kit.layout.frames import Segment, Watermark
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import width_pt


def place_watermark(document: Document, brand: Brand, library: FontLibrary) -> Watermark | None:
    """The words across the page, as large as the diagonal allows; None for what is no draft.

    Raises:
        FontError: With every character that no font of the brand can draw.
    """
    if not document.draft:
        return None
    faces = Faces(document.language, brand, library)
    width, height = brand.paper.size_pt
    diagonal_pt = hypot(width, height)
    size_pt = faces.size_to_fill(document.draft, Face.TITLE, WATERMARK_LENGTH * diagonal_pt, WATERMARK_MOST_PT)
    clusters = tuple(faces.shape(document.draft, Face.TITLE, size_pt))
    part = width_pt(clusters) / diagonal_pt / 2
    start = Segment(width * (0.5 - part), clusters, brand.tint("ink", WATERMARK_TINT))
    return Watermark(start, height * (0.5 + part), (width / diagonal_pt, height / diagonal_pt))
