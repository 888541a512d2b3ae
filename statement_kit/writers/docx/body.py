"""The body: paragraphs in their sections, the text on its pages and the annex in columns.

A section's properties stand in its last paragraph, the last section's at the end of the body. The annex is
three sections: its heading, on a new page; its entries, in columns; and a paragraph one point high,
without which neither Word nor LibreOffice would make the columns of the last page equally long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT
from statement_kit.document.blocks import Role
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, relationship, twips
from statement_kit.writers.docx.paragraphs import paragraphs, styled_paragraph
from statement_kit.writers.docx.styles import ANNEX_END

_BEGINS: Mapping[Role, str] = {Role.ANNEX_HEADING: "nextPage", Role.ENDORSER: "continuous"}
"""Roles that stand in sections of their own, and how these begin."""


def body(story: Story, furniture: Iterable[tuple[str, str, str]]) -> etree._Element:
    """`w:body` of the document: everything but the notes, which stand in a part of their own.

    Args:
        story: What to write, and how.
        furniture: Headers and footers: element (`headerReference`), type (`first`) and relationship id of each.
    """
    sections = list(_sections(story))
    first = sections[0][1]
    first[:0] = [relationship(tag, link, type=kind) for tag, kind, link in furniture]
    first.append(element("titlePg"))
    for together, properties in sections[:-1]:
        _close(together[-1], properties)
    content = [one for together, _ in sections for one in together]
    return element("body", *content, sections[-1][1])


def _sections(story: Story) -> Iterator[tuple[list[etree._Element], etree._Element]]:
    """The paragraphs and the properties of each section."""
    looks = story.looks
    blocks = (block for block in looks.document.blocks if block.role is not Role.NOTE)
    for begins, together in groupby(blocks, key=lambda block: _BEGINS.get(block.role, "")):
        columns = looks.brand.annex_columns if begins == "continuous" else 1
        yield paragraphs(list(together), story), _properties(looks, begins, columns)
        if begins == "continuous":
            yield [styled_paragraph(ANNEX_END)], _properties(looks, begins, 1)


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
    top, right, bottom, left = looks.brand.margins_pt
    line_pt = looks.leading_pt(Role.FURNITURE)
    margins = element(
        "pgMar",
        top=twips(top),
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
