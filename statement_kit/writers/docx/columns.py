"""Documents side by side: one table, a row for each clause, a cell for each language.

The first row says the languages, and comes again on every page. A row may part between two pages, since a clause may be
longer than one. Notes stand in the last row, each under its own column.
"""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from itertools import count

from lxml import etree

from statement_kit.arranging.side_by_side import TextColumns
from statement_kit.brand import RuleSide
from statement_kit.brand.dress import box_of
from statement_kit.brand.page import HAIRLINE_PT, HAIRLINE_TINT
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.parallel import levels
from statement_kit.writers.docx.body import add_bars
from statement_kit.writers.docx.dress import shares_box
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import W, eighths, element, twips
from statement_kit.writers.docx.paragraphs import paragraphs, styled_paragraph
from statement_kit.writers.docx.runs import plain_voice, text_runs
from statement_kit.writers.docx.style_names import COLUMN_HEAD, STRUT

_ABOVE_BAR_PT = 8.0
"""From the names of the languages to the accent bars below them."""

_ABOVE_NOTES_PT = 16.0

Cells = list[list[etree._Element]]
"""What stands in each cell of a row."""


def clause_table(stories: Sequence[Story], place: TextColumns, bars: Sequence[count[int]]) -> list[Cells]:
    """The rows of the table: the languages, then clause by clause the text of each document, then its notes.

    Args:
        stories: The documents.
        place: How wide their columns are.
        bars: What their accent bars are numbered.
    """
    documents = [story.looks.document for story in stories]
    made = [dict(_texts(story, numbers)) for story, numbers in zip(stories, bars, strict=True)]
    rows = [[[_head(story.looks)] for story in stories]]
    for level in levels(documents).values():
        rows.append([_clause(block, texts) for block, texts in zip(level, made, strict=True)])
    if any(story.notes.blocks for story in stories):
        rows.append([_notes(story) for story in stories])
    return rows


def table(rows: Sequence[Cells], documents: Sequence[Document], looks: Looks, place: TextColumns) -> etree._Element:
    """`w:tbl` of these rows.

    Args:
        rows: What stands in them; the first is its head.
        documents: The documents, one to a column.
        looks: Those of the first.
        place: How wide the columns are.
    """
    grid = element("tblGrid", *(element("gridCol", w=twips(place.step_pt)) for _ in documents))
    made = [_row(row, place, is_head=number == 0) for number, row in enumerate(rows)]
    return element("tbl", element("tblPr", *_properties(documents, looks, place)), grid, *made)


def _properties(documents: Sequence[Document], looks: Looks, place: TextColumns) -> Iterator[etree._Element]:
    """The children of `w:tblPr`, in the order of the schema; half of each gutter lies on both sides of a text (D08)."""
    half_pt = twips(place.gutter_pt / 2)
    colour = looks.brand.tint("quiet", HAIRLINE_TINT).lstrip("#").upper()
    yield element("tblW", w=twips(place.count * place.step_pt), type="dxa")
    yield element("tblInd", w=f"-{half_pt}", type="dxa")
    yield element("tblBorders", element("insideV", val="single", sz=eighths(HAIRLINE_PT), space="0", color=colour))
    yield element("tblLayout", type="fixed")
    sides = {"top": "0", "left": half_pt, "bottom": "0", "right": half_pt}
    yield element("tblCellMar", *(element(side, w=width, type="dxa") for side, width in sides.items()))
    yield element("tblLook", val="0020", firstRow="1", lastRow="0", firstColumn="0", lastColumn="0", noHBand="1")
    yield element("tblCaption", val=" · ".join(document.language.endonym for document in documents))
    yield element("tblDescription", val=without_line_ends(documents[0].title))


def _row(cells: Cells, place: TextColumns, *, is_head: bool) -> etree._Element:
    width = twips(place.step_pt)
    made = [element("tc", element("tcPr", element("tcW", w=width, type="dxa")), *cell) for cell in cells]
    return element("tr", *([element("trPr", element("cantSplit"), element("tblHeader"))] if is_head else []), *made)


def _head(looks: Looks) -> etree._Element:
    """The name of a language, over its column."""
    return styled_paragraph(COLUMN_HEAD.id, *text_runs(looks.language.endonym, plain_voice(looks, Role.FURNITURE)))


def _texts(story: Story, numbers: count[int]) -> Iterator[tuple[str, etree._Element]]:
    """The paragraphs of a document's text, by the ids of its blocks."""
    blocks = [block for (block,) in levels([story.looks.document]).values() if block]
    made = paragraphs(blocks, story)
    add_bars(blocks, made, story.looks, numbers)
    around = zip((None, *blocks), blocks, (*blocks[1:], None), made, strict=False)
    for above, block, below, paragraph in around:
        if (space_pt := _above_pt(above, block, story.looks)) is not None:
            _space(paragraph, space_pt)
        if side := _inner_side(above, block, below, story.looks):
            _without_border(paragraph, side)
        yield block.id, paragraph


def _clause(block: Block | None, texts: Mapping[str, etree._Element]) -> list[etree._Element]:
    """What a document has of a clause; a cell cannot be empty."""
    return [texts[block.id] if block else styled_paragraph(STRUT.id)]


def _above_pt(above: Block | None, block: Block, looks: Looks) -> float | None:
    """Space above a text in its row, where that is not what its style has; in pt.

    Between rows the spaces of both add up, where between paragraphs it is the larger.
    """
    if above is None:
        return looks.brand.bar.room_pt + _ABOVE_BAR_PT
    style, over = looks.brand.styles[block.role], looks.brand.styles[above.role]
    if block.continues(above) or not style.before_em:
        return None
    return max(0.0, style.before_em - over.after_em) * looks.base_pt


def _inner_side(above: Block | None, block: Block, below: Block | None, looks: Looks) -> str | None:
    """The side on which a text has the rule of a box that goes on there in another row: it stands once, at the edge."""
    if looks.brand.dress(block.role, looks.language) is None:
        return None
    rule = looks.brand.styles[box_of(block.role)].rule
    if rule is RuleSide.ABOVE and above and shares_box(block, above):
        return "top"
    if rule is RuleSide.BELOW and below and shares_box(below, block):
        return "bottom"
    return None


def _without_border(paragraph: etree._Element, side: str) -> None:
    """Take the border of its style from a side of a paragraph."""
    _add(paragraph[0], element("pBdr", element(side, val="nil")), ("tabs", "spacing", "ind"))


def _add(properties: etree._Element, made: etree._Element, later: Collection[str]) -> None:
    """Add a property of a paragraph, before those that the schema has behind it."""
    behind = next((child for child in properties if etree.QName(child).localname in later), None)
    if behind is None:
        properties.append(made)
    else:
        behind.addprevious(made)


def _space(paragraph: etree._Element, before_pt: float) -> None:
    """Give a paragraph its own space above."""
    properties = paragraph[0]
    spacing = properties.find(f"{{{W}}}spacing")
    if spacing is not None:
        spacing.set(f"{{{W}}}before", twips(before_pt))
        return
    _add(properties, element("spacing", before=twips(before_pt)), ("ind",))


def _notes(story: Story) -> list[etree._Element]:
    """The notes of a document, under its column."""
    made = paragraphs(story.notes.blocks, story)
    if not made:
        return [styled_paragraph(STRUT.id)]
    _space(made[0], _ABOVE_NOTES_PT)
    return made
