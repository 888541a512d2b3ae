"""How list labels stand: where they end, and how wide a column they hang in.

The brand gives the least width of that column. The file must do without the fonts' own metrics, since it is
written without fonts and read with whatever fonts are there, so longer labels are reckoned with widths
typical of each script's digits: a Khmer “១០២.” needs half as much again as “102.”.
"""

from __future__ import annotations

from collections.abc import Mapping

from statement_kit.document.blocks import Role
from statement_kit.writers.docx.looks import Looks

_DIGIT_EM: Mapping[str, float] = {"Latn": 0.53, "Thai": 0.7, "Khmr": 0.78}
_WIDE_DIGIT_EM = 0.8
_MARK_EM = 0.28
"""Advance widths: of a digit by ISO 15924 script, of a digit of any other script, of a full stop."""

_LETTER_EM: Mapping[str, float] = {"Latn": 0.95, "Thai": 0.95, "Khmr": 1.38}
_WIDE_LETTER_EM = 1.4
"""Advance widths of the widest letters that number items: m, ฌ and ឈ; and of those of any other script."""

_GAP_EM = 0.5
"""Space between a label and its text."""


def hang_pt(role: Role, looks: Looks) -> float:
    """Width of the column in which the labels of a role hang, in pt; 0 for a role without labels."""
    style = looks.brand.styles[role]
    if not style.hangs_em:
        return 0.0
    face = looks.typeface(style.label_face or style.face, looks.language.script)
    labels = (block.label for block in looks.document.blocks if block.role is role)
    widest_em = max((_width_em(label, looks.language.script) for label in labels), default=0.0) * face.scale
    return max(style.hangs_em, widest_em + _GAP_EM) * looks.brand.size_pt(role, looks.language.script)


def edge_pt(role: Role, looks: Looks) -> float:
    """Where flush-right labels of a role end, in pt from the left."""
    return hang_pt(role, looks) - _GAP_EM * looks.brand.size_pt(role, looks.language.script)


def _width_em(label: str, script: str) -> float:
    digit_em, letter_em = _DIGIT_EM.get(script, _WIDE_DIGIT_EM), _LETTER_EM.get(script, _WIDE_LETTER_EM)
    return sum(digit_em if char.isdigit() else letter_em if char.isalpha() else _MARK_EM for char in label)
