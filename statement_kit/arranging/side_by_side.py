"""Versions in columns: how wide they are, and how a brand sets what stands in them; the same in every format.

A column of a third of the page holds half as many words as a line should. So its text is smaller, stands in less, and
ends where its words end; what is as wide as the page, letterhead and annex, is set as ever.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace

from statement_kit.brand import Brand, Style
from statement_kit.document.blocks import ANNEX_ROLES, Role
from statement_kit.languages.registry import LANGUAGES, Alignment

_ACROSS = ANNEX_ROLES | {Role.LETTERHEAD, Role.FURNITURE}
"""Roles that are set across the page."""

_SCALES: Mapping[int, float] = {2: 0.9, 3: 0.8}
"""Per number of columns, the size of their text."""

_GUTTERS_PT: Mapping[int, float] = {2: 20.0, 3: 15.0}
"""Per number of columns, the space between them."""

_DISPLAY = 0.55
"""How much of what a title is larger than the text is left to it."""

_INSET, _HANG, _MOST_INDENT_EM = 0.35, 0.75, 1.2
"""What is left of the space that quotations stand in by and labels hang in; how far a line is indented at most."""


@dataclass(frozen=True, slots=True)
class TextColumns:
    """The columns of versions that stand side by side.

    Attributes:
        count: How many.
        width_pt: Width of each.
        gutter_pt: Space between two.
    """

    count: int
    width_pt: float
    gutter_pt: float

    @property
    def step_pt(self) -> float:
        """From the left edge of one to that of the next."""
        return self.width_pt + self.gutter_pt


def text_columns(brand: Brand, count: int) -> TextColumns:
    """The columns that so many versions have on a brand's page."""
    gutter_pt = _GUTTERS_PT[count]
    return TextColumns(count, (brand.measure_pt + gutter_pt) / count - gutter_pt, gutter_pt)


def in_columns(brand: Brand, count: int) -> Brand:
    """A brand whose text is set to stand in so many columns, without justified lines or deep indents."""
    styles = {
        role: style if role in _ACROSS else _in_column(style, _SCALES[count]) for role, style in brand.styles.items()
    }
    indents = {tag: brand.indent_em.get(tag, language.indent_em) for tag, language in LANGUAGES.items()}
    return replace(
        brand,
        styles=styles,
        alignment=dict.fromkeys(LANGUAGES, Alignment.RAGGED),
        indent_em={tag: min(indent, _MOST_INDENT_EM) for tag, indent in indents.items()},
    )


def _in_column(style: Style, scale: float) -> Style:
    size_em = style.size_em if style.size_em <= 1 else 1 + (style.size_em - 1) * _DISPLAY
    return replace(
        style,
        size_em=size_em * scale,
        before_em=style.before_em * scale,
        after_em=style.after_em * scale,
        between_em=None if style.between_em is None else style.between_em * scale,
        inset_em=style.inset_em * _INSET,
        hangs_em=style.hangs_em * _HANG,
    )
