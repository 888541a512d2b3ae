"""The letterhead at the top of the first page: the brand's logo, and its name and lines beside or below it.

It stands in the text, not in the header: screen readers pass over headers, and a logo there has no alternative text in
the PDF that LibreOffice makes of the file.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from statement_kit.brand import Logo
from statement_kit.brand.page import LETTERHEAD_GAP_PT, LOGO_GAP_PT
from statement_kit.document.blocks import Block, Role
from statement_kit.writers.docx.drawings import inline_picture
from statement_kit.writers.docx.furniture import furniture_line
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, twips
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.style_names import LETTERHEAD_LINE, ROLE_STYLES

if TYPE_CHECKING:
    from statement_kit.pictures.rendering import PictureFile

AddPicture = Callable[[str, "PictureFile"], str]
"""Gives the text's relationship to a picture of this name, by its id."""

_LOGO = "Logo"
_NUMBER = 1
"""What the logo is numbered among the drawings of the file."""


def letterhead(looks: Looks, add_picture: AddPicture) -> list[etree._Element]:
    """The logo, the organisation's name and its lines in the document's language; nothing without them."""
    blocks, logo = looks.brand.letterhead_blocks(looks.language.tag), looks.brand.logo
    lines = [_line(block, looks) for block in blocks]
    lines_pt = sum(looks.leading_pt(block.role) for block in blocks)
    if logo is None:
        _space(lines, below_pt=_below_pt(lines_pt, looks))
        return lines
    above = styled_paragraph(LETTERHEAD_LINE.id, _picture(logo, looks, add_picture))
    if lines and logo.has_room_beside(looks.brand.measure_pt):
        slack_pt = max(0.0, logo.height_pt - lines_pt)
        above[0].append(_frame(logo))
        _space(lines, slack_pt / 2, slack_pt / 2 + _below_pt(max(logo.height_pt, lines_pt), looks))
    elif lines:
        _space([above], below_pt=LOGO_GAP_PT)
        _space(lines, below_pt=_below_pt(logo.height_pt + LOGO_GAP_PT + lines_pt, looks))
    else:
        _space([above], below_pt=_below_pt(logo.height_pt, looks))
    return [above, *lines]


def _line(block: Block, looks: Looks) -> etree._Element:
    """The name, or a line below it."""
    style = ROLE_STYLES[block.role] if block.role is Role.LETTERHEAD else LETTERHEAD_LINE
    return furniture_line(style.id, block.role, block.text, looks)


def _below_pt(height_pt: float, looks: Looks) -> float:
    """From a letterhead of this height to the line of the kind: the bar stands where it does without one, or lower."""
    bar_pt = looks.brand.margins_pt[0] + looks.brand.masthead.room_pt - looks.top_pt - height_pt
    return max(bar_pt, LETTERHEAD_GAP_PT) + looks.brand.bar.room_pt


def _picture(logo: Logo, looks: Looks, add_picture: AddPicture) -> etree._Element:
    """The run that shows the logo."""
    from statement_kit.pictures.rendering import picture_file  # brings libraries that most files do not need

    link = add_picture(_LOGO.lower(), picture_file(logo.picture, logo.width_pt))
    alt = without_line_ends(logo.alt[looks.language.tag])
    return inline_picture(_NUMBER, link, _LOGO, alt, (logo.width_pt, logo.height_pt))


def _frame(logo: Logo) -> etree._Element:
    """`w:framePr`: the paragraph of the logo at the left, the lines beside it. The logo itself stays in its line."""
    return element(
        "framePr",
        w=twips(logo.width_pt),
        hSpace=twips(LOGO_GAP_PT),
        wrap="around",
        vAnchor="text",
        hAnchor="margin",
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
