"""The body: paragraphs in their sections, the text on its pages and the annex in columns.

A section's properties stand in its last paragraph, the last section's at the end of the body. The annex is
three sections: its heading, on a new page unless it is short; its entries, in columns; and a paragraph one point
high, without which neither Word nor LibreOffice would make the columns of the last page equally long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from statement_kit.brand.page import BAR_GAP_PT, BAR_PT, BAR_WIDTH_PT, EDGE_PT, FOOT_GAP_PT
from statement_kit.document.blocks import Role
from statement_kit.writers.docx.drawings import bar
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, relationship, twips
from statement_kit.writers.docx.paragraphs import paragraphs, styled_paragraph
from statement_kit.writers.docx.style_names import STRUT

_BAR_NUMBERS: Mapping[Role, int] = {Role.KIND: 2, Role.ANNEX_HEADING: 3}
"""Roles with an accent bar above them, and what it is numbered among the drawings of the file."""


def body(
    story: Story, letterhead: Iterable[etree._Element], furniture: Iterable[tuple[str, str, str]]
) -> etree._Element:
    """`w:body` of the document: everything but the notes, which stand in a part of their own.

    Args:
        story: What to write, and how.
        letterhead: The paragraphs above it.
        furniture: Headers and footers: element (`headerReference`), type (`first`) and relationship id of each.
    """
    sections = list(_sections(story))
    first = sections[0][1]
    first[:0] = [relationship(tag, link, type=kind) for tag, kind, link in furniture]
    first.append(element("titlePg"))
    for together, properties in sections[:-1]:
        _close(together[-1], properties)
    content = [one for together, _ in sections for one in together]
    return element("body", *letterhead, *content, sections[-1][1])


def _sections(story: Story) -> Iterator[tuple[list[etree._Element], etree._Element]]:
    """The paragraphs and the properties of each section."""
    looks = story.looks
    begins = {Role.ENDORSER: "continuous"}
    if looks.annex_begins_page:
        begins[Role.ANNEX_HEADING] = "nextPage"
    blocks = (block for block in looks.document.blocks if block.role is not Role.NOTE)
    for kind, group in groupby(blocks, key=lambda block: begins.get(block.role, "")):
        together = list(group)
        columns = looks.brand.annex_columns if kind == "continuous" else 1
        made = paragraphs(together, story)
        for block, paragraph in zip(together, made, strict=True):
            if block.role in _BAR_NUMBERS:
                paragraph.insert(1, _bar(_BAR_NUMBERS[block.role], looks))
        yield made, _properties(looks, kind, columns)
        if kind == "continuous":
            yield [styled_paragraph(STRUT.id)], _properties(looks, kind, 1)


def _bar(number: int, looks: Looks) -> etree._Element:
    """The accent bar above a line."""
    return bar(number, (BAR_WIDTH_PT, BAR_PT), BAR_GAP_PT, looks.hex_colour("accent"))


def _close(last: etree._Element, properties: etree._Element) -> None:
    """End a section at its last paragraph."""
    last[0].append(properties)


def _properties(looks: Looks, begins: str, columns: int) -> etree._Element:
    """`w:sectPr`: how the section begins, its sheet and its columns."""
    kind = [element("type", val=begins)] if begins else []
    return element("sectPr", *kind, *_sheet(looks), _columns(looks, columns))


def _sheet(looks: Looks) -> tuple[etree._Element, etree._Element]:
    """Paper and margins; headers and footers as far from the text as in the PDF."""
    width, height = looks.brand.paper.size_pt
    _, right, bottom, left = looks.brand.margins_pt
    line_pt = looks.leading_pt(Role.FURNITURE)
    margins = element(
        "pgMar",
        top=twips(looks.top_pt),
        right=twips(right),
        bottom=twips(bottom),
        left=twips(left),
        header=twips(looks.header_pt),
        footer=twips(max(EDGE_PT, bottom - FOOT_GAP_PT - line_pt)),
        gutter="0",
    )
    return element("pgSz", w=twips(width), h=twips(height)), margins


def _columns(looks: Looks, count: int) -> etree._Element:
    if count == 1:
        return element("cols", space="0")
    return element("cols", num=str(count), space=twips(looks.brand.annex_gap_pt))
