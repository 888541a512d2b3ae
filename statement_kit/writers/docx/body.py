"""The body: paragraphs in their sections, the text on its pages and the annex in columns.

A section's properties stand in its last paragraph, the last section's at the end of the body. The annex is
three sections: its heading, on a new page; its entries, in columns; and a paragraph one point high,
without which neither Word nor LibreOffice would make the columns of the last page equally long.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from itertools import groupby

from lxml import etree

from statement_kit.brand import EDGE_PT, FOOT_GAP_PT, HEAD_GAP_PT
from statement_kit.document.blocks import Block, Role
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import R, element, twips
from statement_kit.writers.docx.paragraphs import paragraph, styled_paragraph
from statement_kit.writers.docx.styles import ANNEX_END

_BEGINS: Mapping[Role, str] = {Role.ANNEX_HEADING: "nextPage", Role.ENDORSER: "continuous"}
"""Roles that stand in sections of their own, and how these begin."""


def body(looks: Looks, furniture: Iterable[tuple[str, str, str]]) -> etree._Element:
    """`w:body` of the document.

    Args:
        looks: What to write, and how.
        furniture: Headers and footers: element (`headerReference`), type (`first`) and relationship id of each.
    """
    sections = list(_sections(looks))
    first = sections[0][1]
    first[:0] = [_reference(*one) for one in furniture]
    first.append(element("titlePg"))
    for paragraphs, properties in sections[:-1]:
        _close(paragraphs[-1], properties)
    content = [one for paragraphs, _ in sections for one in paragraphs]
    return element("body", *content, sections[-1][1])


def _sections(looks: Looks) -> Iterator[tuple[list[etree._Element], etree._Element]]:
    """The paragraphs and the properties of each section."""
    for begins, together in groupby(looks.document.blocks, key=lambda block: _BEGINS.get(block.role, "")):
        columns = looks.brand.annex_columns if begins == "continuous" else 1
        yield _paragraphs(list(together), looks), _properties(looks, begins, columns)
        if begins == "continuous":
            yield [styled_paragraph(ANNEX_END)], _properties(looks, begins, 1)


def _paragraphs(blocks: list[Block], looks: Looks) -> list[etree._Element]:
    """The blocks' paragraphs; one that the next wants to stay with is kept with it (P07)."""
    styles = looks.brand.styles
    held = [styles[following.role].keeps_with_previous for following in blocks[1:]]
    return [paragraph(block, looks, is_held=hold) for block, hold in zip(blocks, [*held, False], strict=True)]


def _close(last: etree._Element, properties: etree._Element) -> None:
    """End a section at its last paragraph."""
    last[0].append(properties)


def _reference(tag: str, kind: str, relationship: str) -> etree._Element:
    made = element(tag, type=kind)
    made.set(f"{{{R}}}id", relationship)
    return made


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
        header=twips(max(EDGE_PT, top - HEAD_GAP_PT - line_pt)),
        footer=twips(max(EDGE_PT, bottom - FOOT_GAP_PT - line_pt)),
        gutter="0",
    )
    return element("pgSz", w=twips(width), h=twips(height)), margins


def _columns(looks: Looks, count: int) -> etree._Element:
    if count == 1:
        return element("cols", space="0")
    return element("cols", num=str(count), space=twips(looks.brand.annex_gap_pt))
