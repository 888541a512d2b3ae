"""A block as a paragraph: its style, its label, its text, and what its neighbours ask of it.

Labels are typed text, then a tab to a hanging indent: they are no live list numbers yet. Those come from
Word's own number formats, and OOXML has none for Khmer digits (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat),
while the labels the document has computed stand right, and once, in every reader (D04). The labels of notes
are live (see `notes`).
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from lxml import etree

from statement_kit.document.blocks import Block, Role
from statement_kit.writers.docx.bookmarks import bookmarked
from statement_kit.writers.docx.inline import Story, inline
from statement_kit.writers.docx.looks import LATIN, Looks
from statement_kit.writers.docx.markup import element, twips
from statement_kit.writers.docx.runs import Voice, bullet_run, run, text_runs
from statement_kit.writers.docx.styles import ROLE_STYLES, has_label_style, label_style_id


def paragraphs(blocks: Sequence[Block], story: Story) -> list[etree._Element]:
    """`w:p` of blocks that follow one another."""
    made = []
    for above, block, below in zip((None, *blocks), blocks, (*blocks[1:], None), strict=False):
        one = styled_paragraph(ROLE_STYLES[block.role].id, *_content(block, story))
        one[0].extend(_beside(above, block, below, story.looks))
        made.append(one)
    return made


def _content(block: Block, story: Story) -> list[etree._Element]:
    """What stands in the paragraph of a block, in its bookmark if some link leads to it."""
    content = [*_label(block, story.looks), *inline(block, story)]
    number = story.bookmarks.get(block.id)
    return content if number is None else bookmarked(block.id, number, *content)


def styled_paragraph(style_id: str, *content: etree._Element) -> etree._Element:
    """`w:p` of a style."""
    return element("p", element("pPr", element("pStyle", val=style_id)), *content)


def _beside(above: Block | None, block: Block, below: Block | None, looks: Looks) -> Iterator[etree._Element]:
    """What no style can say of a paragraph, since it hangs on those beside it.

    One that the next wants to stay with is kept with it (P07). Within a list or quotation the space is the
    brand's own, not that around them: readers take the larger of what both want, so the lower wants none.
    """
    if below and looks.brand.styles[below.role].keeps_with_previous:
        yield element("keepNext")
    style = looks.brand.styles[block.role]
    if style.between_em is None:
        return
    gaps = {}
    if above and block.continues(above) and style.before_em:
        gaps["before"] = "0"
    if below and below.continues(block):
        gaps["after"] = twips(style.between_em * looks.base_pt)
    if gaps:
        yield element("spacing", **gaps)


def _label(block: Block, looks: Looks) -> Iterator[etree._Element]:
    """The label and its tabs: one to the edge where labels end, if they share one, and one to the text."""
    if not block.label:
        return
    voice = _label_voice(block, looks)
    if looks.brand.styles[block.role].labels_end_flush:
        yield element("r", element("tab"))
    if block.role is Role.NOTE:
        yield run(voice, LATIN, element("footnoteRef"))
    elif any(map(str.isalnum, block.label)):
        yield from text_runs(block.label, voice)
    else:
        yield bullet_run(block.label, voice)
    yield element("r", element("tab"))


def _label_voice(block: Block, looks: Looks) -> Voice:
    style = looks.brand.styles[block.role]
    named = label_style_id(block.role) if has_label_style(style) else ""
    return Voice(looks, block.role, style.label_face or style.face, style.face, named)
