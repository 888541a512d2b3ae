"""The letterhead at the top of the first page: the brand's logos, its name and lines beside or below them.

It stands in the text, not in the header: screen readers pass over headers, and a logo there has no alternative text in
the PDF that LibreOffice makes of the file.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from statement_kit.arranging.masthead import (
    Foot,
    InRow,
    below_row_pt,
    foot,
    is_beside,
    logo_row,
    row_height_pt,
    text_top_pt,
)
from statement_kit.brand import Logo, Placement
from statement_kit.brand.logo import LOGO
from statement_kit.document.blocks import Block, Role
from statement_kit.writers.docx.balance import line_count
from statement_kit.writers.docx.drawings import AddPicture, field_behind, inline_picture
from statement_kit.writers.docx.dress import JC
from statement_kit.writers.docx.furniture import furniture_line
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import W, element, twips
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.style_names import LETTERHEAD_LINE, ROLE_STYLES

_LOGO = "Logo"
_NUMBER, _GROUND, _RULE, _PARTNER = 1, 151, 152, 161
"""What the logo is numbered among the drawings of the file, the masthead's ground and rule, and the first partner."""


def letterhead(looks: Looks, add_picture: AddPicture) -> list[etree._Element]:
    """The logos, the organisation's name and its lines in the document's language; nothing without them."""
    brand = looks.brand
    blocks, row = brand.letterhead_blocks(looks.language.tag), logo_row(brand)
    beside = is_beside(row, brand)
    inset_pt = row[0].logo.width_pt + row[0].logo.gap_pt if beside else 0.0
    lines = [_line(block, looks) for block in blocks]
    lines_pt = sum(looks.leading_pt(block.role) * _rows(block, inset_pt, looks) for block in blocks)
    if not row:
        _close(lines, looks, lines_pt, lines_pt)
        return lines
    row_pt = row_height_pt(row)
    above = styled_paragraph(LETTERHEAD_LINE.id, *_pictures(row, looks, add_picture))
    if lines and beside:
        slack_pt = max(0.0, row_pt - lines_pt)
        above[0].append(_frame(row[0].logo, brand.masthead.placement))
        _close(lines, looks, max(row_pt, lines_pt), slack_pt / 2 + lines_pt, above_pt=slack_pt / 2)
    elif lines:
        _row_properties(above, row, looks, below_pt=below_row_pt(row))
        _close(lines, looks, *[row_pt + below_row_pt(row) + lines_pt] * 2)
    else:
        _row_properties(above, row, looks)
        _close([above], looks, row_pt, row_pt)
    return [above, *lines]


def _rows(block: Block, inset_pt: float, looks: Looks) -> int:
    """In how many lines a line of the letterhead stands."""
    return line_count(block, looks.brand.measure_pt - inset_pt, looks)


def _close(
    lines: Sequence[etree._Element], looks: Looks, height_pt: float, reach_pt: float, above_pt: float = 0.0
) -> None:
    """Give the last paragraphs of a letterhead their distances, and what closes it: ground and rule.

    Args:
        lines: The paragraphs.
        looks: How they look.
        height_pt: How high the letterhead is.
        reach_pt: How far the last paragraph reaches down in it.
        above_pt: From what stands above to the first of them.
    """
    if not lines:
        return
    brand, top_pt, row_pt = looks.brand, looks.top_pt, row_height_pt(logo_row(looks.brand))
    closing = foot(brand, top_pt + row_pt, top_pt + height_pt)
    below_pt = text_top_pt(brand, closing.end_pt) - top_pt - height_pt
    _space(lines, above_pt, height_pt - reach_pt + below_pt + brand.bar.room_pt)
    _place_words(lines, looks)
    for shape in _shapes(closing, looks):
        lines[-1].insert(1, shape)


def _shapes(closing: Foot, looks: Looks) -> Iterator[etree._Element]:
    """The rule of the masthead and its ground behind it, where they stand on the sheet."""
    masthead, brand = looks.brand.masthead, looks.brand
    if closing.rule_pt is not None:
        place, size = (brand.margins_pt[3], closing.rule_pt), (brand.measure_pt, masthead.rule_pt)
        yield field_behind(_RULE, "Masthead rule", place, size, looks.hex_colour(masthead.rule_colour))
    if closing.ground_pt is not None:
        size = brand.paper.size_pt[0], closing.ground_pt
        yield field_behind(_GROUND, "Masthead", (0.0, 0.0), size, looks.hex_colour(masthead.ground))


def _place_words(lines: Sequence[etree._Element], looks: Looks) -> None:
    """Say where the lines stand, if that is not at the start; a row of several logos has tabs for that."""
    placement = looks.brand.masthead.placement
    if placement is Placement.START:
        return
    for line in lines:
        if not line[0].findall(f"{{{W}}}tabs"):
            line[0].append(element("jc", val=JC[placement]))


def _row_properties(above: etree._Element, row: Sequence[InRow], looks: Looks, below_pt: float = 0.0) -> None:
    """The tabs at which the logos of a row stand, or where the only one of them does; and the space below."""
    if len(row) > 1:
        above[0].append(element("tabs", *(element("tab", val="left", pos=twips(each.x_pt)) for each in row)))
    if below_pt:
        _space([above], below_pt=below_pt)
        _place_words([above], looks)


def _line(block: Block, looks: Looks) -> etree._Element:
    """The name, or a line below it."""
    style = ROLE_STYLES[block.role] if block.role is Role.LETTERHEAD else LETTERHEAD_LINE
    return furniture_line(style.id, block.role, block.text, looks)


def _pictures(row: Sequence[InRow], looks: Looks, add_picture: AddPicture) -> Iterator[etree._Element]:
    """The runs that show the logos of a row, each in the middle of its height."""
    from statement_kit.pictures.rendering import picture_file  # brings libraries that most files do not need

    for number, each in enumerate(row, _PARTNER):
        logo, is_own = each.logo, each.id == LOGO
        if len(row) > 1 and each.x_pt > 0:
            yield element("r", element("tab"))
        link = add_picture(each.id.replace(".", "-"), picture_file(logo.picture, logo.width_pt))
        alt = without_line_ends(logo.alt[looks.language.tag])
        name = _LOGO if is_own else f"{_LOGO} {number - _PARTNER + 1}"
        size_pt, height_pt = (logo.width_pt, logo.height_pt), row_height_pt(list(row)) if len(row) > 1 else None
        yield inline_picture(_NUMBER if is_own else number, link, name, alt, size_pt, height_pt)


def _frame(logo: Logo, placement: Placement) -> etree._Element:
    """`w:framePr`: the paragraph of the logo at its side, the lines beside it. The logo itself stays in its line."""
    side = {} if placement is Placement.START else {"xAlign": "right"}
    return element(
        "framePr",
        w=twips(logo.width_pt),
        hSpace=twips(logo.gap_pt),
        wrap="around",
        vAnchor="text",
        hAnchor="margin",
        **side,
        y="1",
    )


def _space(lines: Sequence[etree._Element], above_pt: float = 0.0, below_pt: float = 0.0) -> None:
    """Give lines their distances from what stands above and below them."""
    for line in lines:
        spacing = {"before": twips(above_pt)} if above_pt and line is lines[0] else {}
        if line is lines[-1]:
            spacing["after"] = twips(below_pt)
        if spacing:
            line[0].append(element("spacing", **spacing))
