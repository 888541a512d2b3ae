"""The wall of logos behind the annex: a paragraph for each row, and in it each logo at the middle of its cell.

A table would be read out as one, with its rows and columns; tabs are passed over.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from lxml import etree

from statement_kit.arranging.wall import CELL_HEIGHT_PT, WALL_GAP_PT, Cell, most_rows, wall_rows
from statement_kit.document.parallel import without_language
from statement_kit.writers.docx.drawings import AddPicture, inline_picture
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, twips
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.style_names import LOGO_WALL

_FIRST = 201
"""What the first logo is numbered among the drawings of the file."""


def logo_wall(looks: Looks, add_picture: AddPicture) -> list[etree._Element]:
    """The rows of the logos of endorsers; nothing where there are none."""
    rows = wall_rows(looks.document.wall, looks.brand.measure_pt)
    numbers = {cell.logo.id: number for number, cell in enumerate((cell for row in rows for cell in row), _FIRST)}
    made = [_row(row, numbers, add_picture) for row in rows]
    top_pt, _, bottom_pt, _ = looks.brand.margins_pt
    is_whole = len(rows) <= most_rows(looks.brand.paper.size_pt[1] - top_pt - bottom_pt)
    for at, paragraph in enumerate(made):
        # The first two rows stay together, and the last two; all of them, if a page holds them.
        if at + 1 < len(rows) and (is_whole or at in (0, len(rows) - 2)):
            paragraph[0].append(element("keepNext"))
        if at == 0:
            paragraph[0].append(element("spacing", before=twips(WALL_GAP_PT)))
    return made


def logo_tabs(looks: Looks) -> etree._Element:
    """`w:tabs` at the middles of the cells."""
    (first, *_) = wall_rows(looks.document.wall, looks.brand.measure_pt)
    return element("tabs", *(element("tab", val="center", pos=twips(cell.middle_pt)) for cell in first))


def _row(row: Sequence[Cell], numbers: Mapping[str, int], add_picture: AddPicture) -> etree._Element:
    return styled_paragraph(LOGO_WALL.id, *(run for cell in row for run in _runs(cell, numbers, add_picture)))


def _runs(cell: Cell, numbers: Mapping[str, int], add_picture: AddPicture) -> Iterator[etree._Element]:
    """The tab to the middle of a cell, and the logo there."""
    from statement_kit.pictures.rendering import picture_file  # brings libraries that most files do not need

    logo, number = cell.logo, numbers[cell.logo.id]
    link = add_picture(without_language(logo.id).replace(".", "-"), picture_file(logo.picture, cell.width_pt))
    yield element("r", element("tab"))
    yield inline_picture(
        number, link, f"Logo {number - _FIRST + 1}", without_line_ends(logo.alt), cell.size_pt, CELL_HEIGHT_PT
    )
