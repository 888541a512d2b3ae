"""How wide the labels of a document are, by role.

What is live in a DOCX, Word counts by itself: the brand can say how a number looks, and how wide a column it needs, but
not what it is. So a column holds the widest label that as many digits could make.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from statement_kit.brand import Brand, Face, Style
from statement_kit.brand.dress import LABEL_PAD_EM
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.faces import Faces
from statement_kit.text.shaping import width_pt

_LATIN = "Latn"


def label_face(style: Style) -> Face:
    """The face of a style's labels."""
    return style.label_face or style.face


def label_widths(document: Document, brand: Brand, faces: Faces) -> Iterator[tuple[Role, float]]:
    """Per role that has labels, the width of the widest, in pt, with what the field behind it takes on both sides."""
    for role, labels in _labels(document.blocks):
        style, script = brand.styles[role], document.language.script
        face, size_pt = label_face(style), brand.size_pt(role, script) * style.label_size
        widths = {char: _width_pt(char, face, size_pt, faces) for char in document.language.label_digits}
        widest = max(widths, key=lambda digit: widths[digit])
        shapes = {"".join(widest if char.isdigit() else char for char in label) for label in labels}
        field_pt = 2 * LABEL_PAD_EM * size_pt if style.label_ground else 0.0
        yield role, max(_width_pt(label, face, size_pt, faces) for label in shapes) + field_pt


def _labels(blocks: Iterable[Block]) -> Iterator[tuple[Role, set[str]]]:
    by_role: dict[Role, set[str]] = {}
    for block in blocks:
        if block.label:
            by_role.setdefault(block.role, set()).add(block.label)
    yield from by_role.items()


def _width_pt(text: str, face: Face, size_pt: float, faces: Faces) -> float:
    """The width of a label; a bullet comes from the Latin typeface."""
    return width_pt(faces.word(text, face, size_pt, None if any(map(str.isalnum, text)) else _LATIN))
