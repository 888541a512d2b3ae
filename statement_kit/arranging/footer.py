"""The foot of a page: the brand's lines, and the page label beside the first of them or below, in every format."""

from __future__ import annotations

from statement_kit.brand import Brand, Placement
from statement_kit.document.blocks import Document, Role
from statement_kit.faces import Faces
from statement_kit.text.itemize import script_of
from statement_kit.text.shaping import IGNORABLE, width_pt

_GAP_PT = 24.0
"""Least space between the first line and the page label beside it."""

_MANY = 88
"""As many pages as make the label as wide as it will be."""

_LATIN = "Latn"


def label_is_beside(document: Document, brand: Brand, faces: Faces) -> bool:
    """Whether the page label stands at the end of the first line: where lines begin at the left and leave it room."""
    lines = brand.footer_blocks(document.language.tag)
    if not lines or brand.styles[Role.FURNITURE].placement is not Placement.START:
        return False
    line_pt, label_pt = (
        _width_pt(text, document, brand, faces) for text in (lines[0].text, document.page_labels.text(_MANY, _MANY))
    )
    return line_pt + _GAP_PT + label_pt <= brand.measure_pt


def foot_rows(document: Document, brand: Brand, faces: Faces) -> int:
    """How many rows the foot of a page has, if each line of it stands on one."""
    lines = len(brand.footer_blocks(document.language.tag))
    return max(1, lines + (not label_is_beside(document, brand, faces)))


def _width_pt(text: str, document: Document, brand: Brand, faces: Faces) -> float:
    size_pt = brand.size_pt(Role.FURNITURE, document.language.script)
    script = None if any(map(script_of, text)) else _LATIN
    return width_pt(faces.shape(text.translate(IGNORABLE), brand.styles[Role.FURNITURE].face, size_pt, script=script))
