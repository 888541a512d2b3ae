"""A block as a paragraph: its style, its label, its runs.

Labels are typed text, then a tab to a hanging indent: they are no live list numbers yet. Those come from
Word's own number formats, and OOXML has none for Khmer digits (ISO/IEC 29500-1, 17.18.59 ST_NumberFormat),
while the labels the document has computed stand right, and once, in every reader (D04).
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from statement_kit.document.blocks import HEADING_LEVELS, Block
from statement_kit.writers.docx.line_ends import with_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element
from statement_kit.writers.docx.runs import Voice, plain_voice, text_runs
from statement_kit.writers.docx.styles import ROLE_STYLES, has_label_style, label_style_id


def paragraph(block: Block, looks: Looks, *, is_held: bool = False) -> etree._Element:
    """`w:p` of a block; held, no page ends behind it, though its style would allow that.

    Headings carry no marks for line ends: their text goes into the outlines and bookmarks of other
    programs, which may draw them as boxes.
    """
    voice = plain_voice(looks, block.role)
    text = block.text if block.role in HEADING_LEVELS else with_line_ends(block.text, looks.language)
    made = styled_paragraph(ROLE_STYLES[block.role].id, *_label(block, looks), *text_runs(text, voice))
    if is_held:
        made[0].append(element("keepNext"))
    return made


def styled_paragraph(style_id: str, *content: etree._Element) -> etree._Element:
    """`w:p` of a style."""
    return element("p", element("pPr", element("pStyle", val=style_id)), *content)


def _label(block: Block, looks: Looks) -> Iterator[etree._Element]:
    """The label and its tabs: one to the edge where labels end, if they share one, and one to the text."""
    if not block.label:
        return
    if looks.brand.styles[block.role].labels_end_flush:
        yield element("r", element("tab"))
    yield from text_runs(block.label, _label_voice(block, looks))
    yield element("r", element("tab"))


def _label_voice(block: Block, looks: Looks) -> Voice:
    style = looks.brand.styles[block.role]
    named = label_style_id(block.role) if has_label_style(style) else ""
    return Voice(looks, block.role, style.label_face or style.face, style.face, named)
