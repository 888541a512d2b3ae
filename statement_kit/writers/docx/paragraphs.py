"""A block as a paragraph: its style, its list, its text, and what its neighbours ask of it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from functools import lru_cache

from lxml import etree

from statement_kit.brand import Placement
from statement_kit.document.blocks import ANNEX_ROLES, IN_COLUMNS, Block, Role
from statement_kit.writers.docx.balance import balancing_indent_pt
from statement_kit.writers.docx.bookmarks import bookmarked
from statement_kit.writers.docx.dress import apart
from statement_kit.writers.docx.inline import Story, inline
from statement_kit.writers.docx.label_widths import label_face
from statement_kit.writers.docx.labels import hang_pt, label_tab
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, on_off, twips
from statement_kit.writers.docx.numbering import NO_LIST
from statement_kit.writers.docx.runs import Voice, text_runs
from statement_kit.writers.docx.style_names import ROLE_STYLES, label_style_id

_APART_PT = 0.05
"""How much further one stands in from the right that is not to share the box of its neighbour."""

_FREE = 3
"""How many paragraphs follow one in columns, at least, that may be kept with the next."""


def paragraphs(blocks: Sequence[Block], story: Story) -> list[etree._Element]:
    """`w:p` of blocks that follow one another."""
    made = []
    around = zip((None, *blocks), blocks, (*blocks[1:], None), _left(blocks), apart(blocks, story.looks), strict=False)
    for above, block, below, left, is_apart in around:
        one = styled_paragraph(ROLE_STYLES[block.role].id, *_content(block, story))
        one[0].extend(_keep(above, block, below, left, story.looks))
        one[0].extend(_beside(above, block, below, story, is_apart=is_apart))
        made.append(one)
    return made


def _left(blocks: Sequence[Block]) -> list[int]:
    """How many blocks stand in columns behind each, without a break."""
    left, found = -1, []
    for block in reversed(blocks):
        left = left + 1 if block.role in IN_COLUMNS else -1
        found.append(left)
    return found[::-1]


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


def _keep(above: Block | None, block: Block, below: Block | None, left: int, looks: Looks) -> Iterator[etree._Element]:
    """That no page or column ends behind a paragraph, or that one may though its style says otherwise (P07).

    One that the next wants to stay with is kept with it, as the words before a list are with their list. The last ones
    in columns are not: LibreOffice would balance the columns no longer, and leave the next page empty.
    """
    if block.role in IN_COLUMNS and left < _FREE:
        if block.role is Role.GROUP_HEADING:
            yield on_off("keepNext", False)
    elif below and _keeps(above, block, below, looks):
        yield element("keepNext")


def _beside(
    above: Block | None, block: Block, below: Block | None, story: Story, *, is_apart: bool
) -> Iterator[etree._Element]:
    """What no style can say of a paragraph, since it hangs on those beside it, or on what it says."""
    looks = story.looks
    if (number := story.lists.own.get(block.id)) is not None:
        yield element("numPr", element("ilvl", val="0"), element("numId", val=str(number)))
    has_tab = story.lists.has_own_tab(block)
    if has_tab:
        yield element("tabs", label_tab(block.role, looks))
    if gaps := _gaps(above, block, below, looks):
        yield element("spacing", **gaps)
    right = {"right": twips(looks.brand.insets_pt(block.role, looks.language)[1] + _APART_PT)} if is_apart else {}
    if has_tab:
        yield element("ind", **right, hanging=twips(hang_pt(block.role, looks)))
    elif number == NO_LIST and not block.label:
        yield element("ind", **right, firstLine="0")
    elif inset_pt := balancing_indent_pt(block, looks):
        yield element("ind", **_shared(inset_pt, block, looks))
    elif looks.brand.indent_of_pt(block, looks.language) != looks.brand.indent_pt(block.role, looks.language):
        yield element("ind", **right, firstLine="0")
    elif right:
        yield element("ind", **right)


def _shared(inset_pt: float, block: Block, looks: Looks) -> Mapping[str, str]:
    """What makes the lines of a heading equal, at the side or the sides where they do not end alike."""
    style = looks.brand.styles[block.role]
    if style.placement is Placement.START or style.hangs_em:
        return {"right": twips(inset_pt)}
    left_pt, right_pt = looks.brand.insets_pt(block.role, looks.language)
    share = 0.5 if style.placement is Placement.CENTRE else 1.0
    return {"left": twips(left_pt + share * inset_pt), "right": twips(right_pt + (1 - share) * inset_pt)}


def _keeps(above: Block | None, block: Block, below: Block, looks: Looks) -> bool:
    """Whether no page may end behind a block, for what stands below it or above."""
    if block.role is Role.ANNEX_NOTE or (block.role is Role.ENDORSER and below.role is Role.ANNEX_NOTE):
        return True
    if above and above.role is Role.GROUP_HEADING and below.role is Role.ENDORSER:
        return True
    style = looks.brand.styles[below.role]
    return style.keeps_with_previous or (style.keeps_introduction and not below.continues(block))


def _gaps(above: Block | None, block: Block, below: Block | None, looks: Looks) -> dict[str, str]:
    """Space above and below a piece of a list or a quotation, and above a heading within the annex.

    Within it the space is the brand's own, not that around it: readers take the larger of what both paragraphs want,
    so the lower wants none.
    """
    style = looks.brand.styles[block.role]
    gaps: dict[str, str] = {}
    if block.role is Role.ANNEX_HEADING and above and above.role in ANNEX_ROLES:
        return {"before": twips(looks.brand.bar.room_pt + style.before_em * looks.base_pt)}
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
        yield from (story.notes.label(block, style_id), tab)
    elif story.lists.has_tab_in_text(block, story.looks):
        yield tab
    elif story.lists.is_typed(block):
        style = story.looks.brand.styles[block.role]
        voice = Voice(story.looks, block.role, label_face(style), style.face, style_id, size=style.label_size)
        yield from (deepcopy(tab), *text_runs(block.label, voice), tab)
