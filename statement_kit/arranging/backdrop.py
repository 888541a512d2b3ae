"""What lies behind every page of a document: the words of a draft, or else what the brand wants there."""

from __future__ import annotations

from typing import NamedTuple

from statement_kit.brand import Brand
from statement_kit.brand.page import WATERMARK_TINT
from statement_kit.document.blocks import Document

_HIGHEST = 0.8
"""How high an emblem is at most, as a part of the height of the sheet."""


class Across(NamedTuple):
    """Words across a page, and their colour as `#rrggbb`."""

    words: str
    colour: str


def words_across(document: Document, brand: Brand) -> Across | None:
    """The words across every page; a draft's own come before the brand's."""
    if document.draft:
        return Across(document.draft, brand.tint("ink", WATERMARK_TINT))
    backdrop = brand.backdrop
    if backdrop is None or backdrop.emblem or not backdrop.words.get(document.language.tag):
        return None
    return Across(backdrop.words[document.language.tag], brand.tint(backdrop.colour, backdrop.tint))


def emblem_size_pt(document: Document, brand: Brand) -> tuple[float, float] | None:
    """Width and height of the emblem behind every page, in pt; None where there is none, or the words of a draft."""
    backdrop = brand.backdrop
    if document.draft or backdrop is None or backdrop.emblem is None:
        return None
    width, height = brand.paper.size_pt
    wide_pt = min(backdrop.width * width, _HIGHEST * height * backdrop.emblem.aspect)
    return wide_pt, wide_pt / backdrop.emblem.aspect
