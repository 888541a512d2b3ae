"""The header of the first page: the brand's logo, and its name and lines beside or below it, as in the PDF."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from statement_kit.brand import Logo
from statement_kit.brand.page import LETTERHEAD_GAP_PT, LOGO_GAP_PT
from statement_kit.document.blocks import Role
from statement_kit.writers.docx.drawings import inline_picture, placed_picture
from statement_kit.writers.docx.furniture import furniture_line
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, twips
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.styles import ROLE_STYLES

if TYPE_CHECKING:
    from statement_kit.pictures.rendering import PictureFile

AddPicture = Callable[[str, "PictureFile"], str]
"""Gives the header's relationship to a picture of this name, by its id."""

_LOGO = "Logo"


def letterhead(looks: Looks, add_picture: AddPicture) -> list[etree._Element]:
    """The logo, the organisation's name and its lines in the document's language; an empty line without them."""
    blocks, logo = looks.brand.letterhead_blocks(looks.language.tag), looks.brand.logo
    lines = [furniture_line(block.role, block.text, looks) for block in blocks]
    if logo is None:
        _space(lines)
    elif lines and logo.has_room_beside(looks.brand.measure_pt):
        lines_pt = sum(looks.leading_pt(block.role) for block in blocks)
        _space(lines, max(0.0, logo.height_pt - lines_pt) / 2, logo.width_pt + LOGO_GAP_PT)
        lines[0].insert(1, _picture(logo, looks, add_picture, top_pt=looks.header_pt))
    else:
        _space(lines)
        above = styled_paragraph(ROLE_STYLES[Role.FURNITURE].id, _picture(logo, looks, add_picture))
        _space([above], below_pt=LOGO_GAP_PT if lines else LETTERHEAD_GAP_PT)
        lines.insert(0, above)
    return lines or [styled_paragraph(ROLE_STYLES[Role.FURNITURE].id)]


def _picture(logo: Logo, looks: Looks, add_picture: AddPicture, top_pt: float | None = None) -> etree._Element:
    """The run that shows the logo: so far down the page, or in its line."""
    from statement_kit.pictures.rendering import picture_file  # brings libraries that most files do not need

    link = add_picture(_LOGO.lower(), picture_file(logo.picture, logo.width_pt))
    alt = without_line_ends(logo.alt[looks.language.tag])
    size_pt = logo.width_pt, logo.height_pt
    if top_pt is None:
        return inline_picture(link, _LOGO, alt, size_pt)
    return placed_picture(link, _LOGO, alt, size_pt, top_pt)


def _space(
    lines: Sequence[etree._Element],
    around_pt: float = 0.0,
    inset_pt: float = 0.0,
    below_pt: float = LETTERHEAD_GAP_PT,
) -> None:
    """Give lines their distances, in the order of the schema: space around them and below, and an indent."""
    for line in lines:
        spacing = {"before": twips(around_pt)} if around_pt and line is lines[0] else {}
        if line is lines[-1]:
            spacing["after"] = twips(around_pt + below_pt)
        if spacing:
            line[0].append(element("spacing", **spacing))
        if inset_pt:
            line[0].append(element("ind", left=twips(inset_pt)))
