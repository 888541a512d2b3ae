"""The body: paragraphs in their sections, the text on its pages and the annex in columns.

A section's properties stand in its last paragraph, the last section's at the end of the body. The annex is several:
its heading, on a new page unless it is short; its entries, in columns; what follows them across the page, another
heading, a note, logos. Where nothing does, a paragraph one point high follows, without which neither Word nor
LibreOffice would make the columns of the last page equally long.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from enum import Enum, auto
from itertools import count, groupby

from lxml import etree

from statement_kit.arranging.footer import foot_rows
from statement_kit.arranging.masthead import SHARES
from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT
from statement_kit.document.blocks import ANNEX_ROLES, IN_COLUMNS, Block, Role
from statement_kit.writers.docx.drawings import bar
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, relationship, twips
from statement_kit.writers.docx.paragraphs import paragraphs, styled_paragraph
from statement_kit.writers.docx.style_names import STRUT

FIRST_BAR = 2
"""What the first accent bar is numbered among the drawings of the file; those behind it count on."""


class _Region(Enum):
    """How the paragraphs of a section stand: as the text does, as the head of the annex, or as its entries."""

    TEXT = auto()
    ANNEX = auto()
    COLUMNS = auto()


_BEGINS: Mapping[_Region, str] = {_Region.TEXT: "", _Region.ANNEX: "nextPage"}
"""How a section begins, where no other has begun before it in the annex."""


Section = tuple[list[etree._Element], etree._Element]
"""What stands in a section, its last paragraph last, and its properties."""

Furniture = Iterable[tuple[str, str, str]]
"""Headers and footers: element (`headerReference`), type (`first`) and relationship id of each."""


def body(
    story: Story,
    letterhead: Iterable[etree._Element],
    logos: Sequence[etree._Element],
    furniture: Furniture,
) -> etree._Element:
    """`w:body` of a document: everything but the notes, which stand in a part of their own.

    Args:
        story: What to write, and how.
        letterhead: The paragraphs above it.
        logos: The rows of the logos of endorsers below it.
        furniture: What stands around its pages.
    """
    blocks = [block for block in story.looks.document.blocks if block.role is not Role.NOTE]
    sections = list(_sections(blocks, story, logos, count(FIRST_BAR)))
    sections[0][0][:0] = letterhead
    return bound(sections, furniture)


def annex_sections(story: Story, logos: Sequence[etree._Element], bars: count[int]) -> Iterator[Section]:
    """The sections of a document's annex alone, behind others.

    Args:
        story: The document.
        logos: The rows of the logos of endorsers.
        bars: What its accent bars are numbered.
    """
    blocks = [block for block in story.looks.document.blocks if block.role in ANNEX_ROLES]
    if blocks:
        yield from _sections(blocks, story, logos, bars, "continuous")


def bound(sections: Sequence[Section], furniture: Furniture) -> etree._Element:
    """`w:body` of sections, the first of which says what stands around the pages of all."""
    first = sections[0][1]
    first[:0] = [relationship(tag, link, type=kind) for tag, kind, link in furniture]
    first.append(element("titlePg"))
    for together, properties in sections[:-1]:
        _close(together[-1], properties)
    content = [one for together, _ in sections for one in together]
    return element("body", *content, sections[-1][1])


def in_turn(bodies: Sequence[etree._Element]) -> etree._Element:
    """`w:body` of several documents, each in sections of its own, the next on a new page."""
    for one in bodies[:-1]:
        properties = one[-1]
        one.remove(properties)
        _close(one[-1], properties)
    return element("body", *(kid for one in bodies for kid in list(one)))


def _sections(
    blocks: Sequence[Block],
    story: Story,
    logos: Sequence[etree._Element],
    bars: count[int],
    otherwise: str = "",
) -> Iterator[Section]:
    """The paragraphs and the properties of each section; `otherwise` is how one of text begins."""
    looks = story.looks
    made = paragraphs(blocks, story)
    add_bars(blocks, made, looks, bars)
    sections = [(region, list(each)) for region, each in groupby(made, _regions(blocks, looks))]
    if sections[-1][0] is _Region.COLUMNS:
        sections.append((_Region.TEXT, list(logos) or [styled_paragraph(STRUT.id)]))
    else:
        sections[-1][1].extend(logos)
    begins = ""
    for region, together in sections:
        is_in_columns = region is _Region.COLUMNS
        begins = "continuous" if begins or is_in_columns else _BEGINS[region]
        yield together, section_properties(looks, begins or otherwise, looks.columns if is_in_columns else 1)


def _regions(blocks: Iterable[Block], looks: Looks) -> Callable[[etree._Element], _Region]:
    """Where each of the paragraphs stands that are made of blocks, asked for one after the other."""
    found = iter([_region(block, looks) for block in blocks])
    return lambda paragraph: next(found)


def _region(block: Block, looks: Looks) -> _Region:
    if block.role in IN_COLUMNS:
        return _Region.COLUMNS
    is_annex = block.role in (Role.ANNEX_HEADING, Role.ANNEX_NOTE)
    return _Region.ANNEX if is_annex and looks.annex_begins_page else _Region.TEXT


def add_bars(blocks: Iterable[Block], made: Iterable[etree._Element], looks: Looks, bars: count[int]) -> None:
    """Put the brand's bars above the lines that have one; `bars` are their numbers."""
    if not looks.brand.bar.height_pt:
        return
    for block, paragraph in zip(blocks, made, strict=True):
        if block.role in (looks.document.opening, Role.ANNEX_HEADING):
            paragraph.insert(1, _bar(next(bars), block.role, looks))


def _bar(number: int, role: Role, looks: Looks) -> etree._Element:
    """The accent bar above a line, and above the ground of that."""
    wanted = looks.brand.bar
    measure_pt = looks.brand.measure_pt if role in ANNEX_ROLES else looks.text_pt
    width_pt = measure_pt if wanted.width_pt is None else min(wanted.width_pt, measure_pt)
    dress = looks.brand.dress(role, looks.language)
    rise_pt = wanted.room_pt + (dress.above_pt if dress else 0.0)
    x_pt = SHARES[looks.brand.styles[role].placement] * (measure_pt - width_pt)
    return bar(number, (width_pt, wanted.height_pt), rise_pt, looks.hex_colour(wanted.colour), x_pt)


def _close(last: etree._Element, properties: etree._Element) -> None:
    """End a section at its last paragraph."""
    last[0].append(properties)


def section_properties(looks: Looks, begins: str, columns: int) -> etree._Element:
    """`w:sectPr`: how the section begins, its sheet and its columns."""
    kind = [element("type", val=begins)] if begins else []
    return element("sectPr", *kind, *_sheet(looks), _columns(looks, columns))


def _sheet(looks: Looks) -> tuple[etree._Element, etree._Element]:
    """Paper and margins; headers and footers as far from the text as in the PDF."""
    width, height = looks.brand.paper.size_pt
    _, right, bottom, left = looks.brand.margins_pt
    foot_pt = looks.leading_pt(Role.FURNITURE) * foot_rows(looks.document, looks.brand, looks.faces)
    margins = element(
        "pgMar",
        top=twips(looks.top_pt),
        right=twips(right),
        bottom=twips(bottom),
        left=twips(left),
        header=twips(looks.header_pt),
        footer=twips(max(EDGE_PT, bottom - FOOT_GAP_PT - foot_pt)),
        gutter="0",
    )
    return element("pgSz", w=twips(width), h=twips(height)), margins


def _columns(looks: Looks, count: int) -> etree._Element:
    if count == 1:
        return element("cols", space="0")
    return element("cols", num=str(count), space=twips(looks.brand.annex_gap_pt))
