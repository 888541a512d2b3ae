"""A block as a paragraph: its style, its list, its text, and what its neighbours ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import deepcopy
from functools import lru_cache

from lxml import etree

from statement_kit.document.blocks import Block, Role
from statement_kit.writers.docx.balance import balancing_indent_pt
from statement_kit.writers.docx.bookmarks import bookmarked
from statement_kit.writers.docx.inline import Story, inline
from statement_kit.writers.docx.label_widths import label_face
from statement_kit.writers.docx.labels import edge_pt, hang_pt
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, twips
from statement_kit.writers.docx.runs import Voice, number_run, text_runs
from statement_kit.writers.docx.style_names import ROLE_STYLES, label_style_id


def paragraphs(blocks: Sequence[Block], story: Story) -> list[etree._Element]:
    """`w:p` of blocks that follow one another."""
    made = []
    for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        one = styled_paragraph(ROLE_STYLES[block.role].id, *_content(block, story))
        one[0].extend(_beside(above, block, below, story))
        made.append(one)
    return made


def _content(block: Block, story: Story) -> list[etree._Element]:
    """What stands in the paragraph of a block, in its bookmark if some link leads to it."""
    content = [*_label(block, story), *inline(block, story)]
    number = story.bookmarks.get(block.id)
    return content if number is None else bookmarked(block.id, number, *content)


def styled_paragraph(style_id: str, *content: etree._Element) -> etree._Element:
    """`w:p` of a style."""
    made = deepcopy(_empty_paragraph(style_id))
    made.extend(content)
    return made


@lru_cache(maxsize=64)
def _empty_paragraph(style_id: str) -> etree._Element:
    """A paragraph to copy: that takes a tenth of the time of making one."""
    return element("p", element("pPr", element("pStyle", val=style_id)))


def _beside(above: Block | None, block: Block, below: Block | None, story: Story) -> Iterator[etree._Element]:
    """What no style can say of a paragraph, since it hangs on those beside it, or on what it says.

    One that the next wants to stay with is kept with it, as the words before a list are with their list (P07).
    """
    looks = story.looks
    if below and _keeps_with(block, below, looks):
        yield element("keepNext")
    if (number := story.lists.own.get(block.id)) is not None:
        yield element("numPr", element("ilvl", val="0"), element("numId", val=str(number)))
    is_typed = story.lists.is_typed(block)
    if is_typed:
        yield element("tabs", element("tab", val="right", pos=twips(edge_pt(block.role, looks))))
    if gaps := _gaps(above, block, below, looks):
        yield element("spacing", **gaps)
    if is_typed:
        yield element("ind", hanging=twips(hang_pt(block.role, looks)))
    elif inset_pt := balancing_indent_pt(block, looks):
        yield element("ind", right=twips(inset_pt))
    elif looks.brand.indent_of_pt(block, looks.language) != looks.brand.indent_pt(block.role, looks.language):
        yield element("ind", firstLine="0")


def _keeps_with(block: Block, below: Block, looks: Looks) -> bool:
    style = looks.brand.styles[below.role]
    return style.keeps_with_previous or (style.keeps_introduction and not below.continues(block))


def _gaps(above: Block | None, block: Block, below: Block | None, looks: Looks) -> dict[str, str]:
    """Space above and below a piece of a list or a quotation.

    Within it the space is the brand's own, not that around it: readers take the larger of what both paragraphs want,
    so the lower wants none.
    """
    style = looks.brand.styles[block.role]
    gaps: dict[str, str] = {}
    if style.between_em is None:
        return gaps
    if above and block.continues(above) and style.before_em:
        gaps["before"] = "0"
    if below and below.continues(block):
        gaps["after"] = twips(style.between_em * looks.base_pt)
    return gaps


def _label(block: Block, story: Story) -> Iterator[etree._Element]:
    """The number of a note, or a label that no live list would count to; and the tab to the text."""
    style_id, tab = label_style_id(block.role), element("r", element("tab"))
    if block.role is Role.NOTE:
        yield from (number_run(style_id, element("footnoteRef")), tab)
    elif story.lists.is_typed(block):
        style = story.looks.brand.styles[block.role]
        voice = Voice(story.looks, block.role, label_face(style), style.face, style_id)
        yield from (deepcopy(tab), *text_runs(block.label, voice), tab)
