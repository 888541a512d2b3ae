"""The rule and the ground of a style as Word has them: borders of paragraphs and their shading.

A border stands as far outside the text as its `w:space` says, and the shading reaches to it. So a ground has borders of
its own colour on the sides where it has no rule: they carry it as far beyond the text as it is padded. Neighbours with
the same borders and indents share one box (ISO/IEC 29500-1, 17.3.1.24); those that are not to share one differ by a
twentieth of a point.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from statement_kit.brand import Placement, RuleSide, Style
from statement_kit.brand.dress import box_of, padding_pt
from statement_kit.document.blocks import HEADING_LEVELS, Block, Role
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import eighths, element

JC: Mapping[Placement, str] = {Placement.START: "left", Placement.CENTRE: "center", Placement.END: "right"}
"""How the lines of a placement are called."""

_SIDES: Mapping[str, RuleSide | None] = {
    "top": RuleSide.ABOVE,
    "left": RuleSide.BESIDE,
    "bottom": RuleSide.BELOW,
    "right": None,
}
"""The sides of a paragraph in the order of the schema, and the rule that stands there."""


def dress(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """`w:pBdr` and `w:shd` of a role's style; nothing where it has neither rule nor ground."""
    role = box_of(role)
    style = looks.brand.styles[role]
    if looks.brand.dress(role, looks.language) is None:
        return
    yield element("pBdr", *_borders(style, role, looks))
    if style.ground:
        yield shading(style.ground, looks)


def _borders(style: Style, role: Role, looks: Looks) -> Iterator[etree._Element]:
    space = str(padding_pt(style, looks.brand.size_pt(role, looks.language.script)))
    for side, rule in _SIDES.items():
        if rule and style.rule is rule:
            size, colour = eighths(style.rule_pt), style.rule_colour
        elif style.ground:
            size, colour = eighths(0), style.ground
        else:
            continue
        yield element(side, val="single", sz=size, space=space, color=looks.hex_colour(colour))


def no_dress() -> Iterator[etree._Element]:
    """That a style has no borders and no shading, whatever the one that it is based on has."""
    yield element("pBdr", *(element(side, val="nil") for side in _SIDES))
    yield element("shd", val="clear", color="auto", fill="auto")


def shading(colour: str, looks: Looks) -> etree._Element:
    """`w:shd`: a field in one of the brand's colours behind a paragraph or a run."""
    return element("shd", val="clear", color="auto", fill=looks.hex_colour(colour))


def padding(width_pt: float, colour: str, looks: Looks) -> etree._Element:
    """`w:bdr`: what makes the field behind a run wider than the run, in the field's colour."""
    return element("bdr", val="single", sz=eighths(width_pt), space="0", color=looks.hex_colour(colour))


def shares_box(block: Block, above: Block) -> bool:
    """Whether a block with a rule or a ground stands in the box of the one above it."""
    return block.continues(above) and block.role not in HEADING_LEVELS


def apart(blocks: Sequence[Block], looks: Looks) -> list[bool]:
    """Which of blocks that follow one another must differ from the one above, so as not to share its box."""
    found: list[bool] = []
    is_other = False
    for above, block in zip((None, *blocks), blocks, strict=False):
        is_dressed = looks.brand.dress(block.role, looks.language) is not None
        if above and is_dressed and looks.brand.dress(above.role, looks.language):
            is_other ^= not shares_box(block, above)
        else:
            is_other = False
        found.append(is_other)
    return found
