"""What leaves no room on the page for text, and what no page could show, once all values of a brand are sound."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import TYPE_CHECKING

from statement_kit.brand.kinds import wrong
from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT, HEAD_GAP_PT, LEAST_AREA_PT, MM
from statement_kit.brand.placement import Placement
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import IN_COLUMNS, Role
from statement_kit.languages.registry import LANGUAGES, Language

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

_LEAST_LINE_EM = 2
"""Least length of a line, in em of its role: less holds no letter with its signs."""


def page_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What leaves no room on the page."""
    top, right, bottom, left = brand.margins_pt
    height = brand.paper.size_pt[1]
    line_pt = brand.base_pt * 1.3
    least_top, least_bottom = EDGE_PT + line_pt + HEAD_GAP_PT, EDGE_PT + line_pt + FOOT_GAP_PT
    if top < least_top or bottom < least_bottom or min(left, right) < EDGE_PT:
        yield wrong(
            "margins",
            "The margins are too small for the running head, the page number and the printer.",
            f"Leave {_mm(least_top)} above, {_mm(least_bottom)} below and {_mm(EDGE_PT)} at the sides, or more.",
        )
    if min(_names_pt(brand), height - top - bottom - brand.masthead.room_pt) < LEAST_AREA_PT:
        hint = f"Leave at least {_mm(LEAST_AREA_PT)} each way between the margins."
        yield wrong("area", "The margins leave too little of the page for text.", hint)


def furniture_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What the margins leave no room for, of what stands around the text."""
    for tag, lines in brand.footer.items():
        language = LANGUAGES[tag]
        style = brand.styles[Role.FURNITURE]
        ratio = brand.leading_ratio.get(language.script, 1.0)
        line_pt = brand.size_pt(Role.FURNITURE, language.script) * style.leading_em * ratio
        count = len(lines) + (style.placement is not Placement.START)
        least_pt = FOOT_GAP_PT + count * line_pt + EDGE_PT
        if lines and brand.margins_pt[2] < least_pt:
            message = f"The lower margin is too small for the {len(lines)} lines of the footer in “{tag}”."
            hint = f"Make it {_mm(least_pt)} or more, or give the footer fewer lines."
            yield Diagnostic("brand/footer", message, hint=hint, clause="brand.footer")


def _mm(length_pt: float) -> str:
    """A length that is enough, in the unit of brand files."""
    return f"{ceil(length_pt / MM)} mm"


def _names_pt(brand: Brand) -> float:
    """What of the width between the margins the columns of the annex have together."""
    return brand.measure_pt - brand.annex_gap_pt * (_columns(brand) - 1)


def _columns(brand: Brand) -> int:
    """How many columns the annex has whatever the names: one, where they decide."""
    return brand.annex_columns or 1


def line_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Roles that stand in so far that nothing is left of a line."""
    for role in Role:
        measure_pt = _names_pt(brand) / _columns(brand) if role in IN_COLUMNS else brand.measure_pt
        if any(_line_em(brand, role, language, measure_pt) < _LEAST_LINE_EM for language in LANGUAGES.values()):
            hint = "Lessen its hangs_em, inset_em or indent, the margins, or the columns of the annex."
            yield wrong("line", f"The lines of “{role}” have no room on the page.", hint)


def _line_em(brand: Brand, role: Role, language: Language, measure_pt: float) -> float:
    """What is left for the shortest line of a role, in em of it; labels may make it shorter yet."""
    inset_pt, indent_pt = sum(brand.insets_pt(role, language)), brand.indent_pt(role, language)
    return (measure_pt - inset_pt - indent_pt) / brand.size_pt(role, language.script) - brand.styles[role].hangs_em
