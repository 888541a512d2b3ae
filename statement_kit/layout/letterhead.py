"""The head of the first page: the brand's logos, its name and lines beside or below them, ground and rule."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from statement_kit.arranging.masthead import (
    Foot,
    InRow,
    below_row_pt,
    foot,
    is_beside,
    logo_row,
    row_height_pt,
)
from statement_kit.brand import Brand, Placement
from statement_kit.document.blocks import Block
from statement_kit.languages.registry import Language
from statement_kit.layout.flow import height_pt, place, rows
from statement_kit.layout.frames import Bar, Line, PlacedPicture, Segment
from statement_kit.layout.paragraphs import SetBlock, Typesetter, on_one_grid
from statement_kit.layout.voices import VisibleText
from statement_kit.markup import LINE_END
from statement_kit.text.itemize import script_of

_LATIN = {"Latn"}


class Letterhead(NamedTuple):
    """A letterhead where it stands.

    Attributes:
        blocks: What it says.
        lines: The same on the page.
        pictures: The logos the brand has.
        end_pt: Its lowest point, down from the top of the page, from which the text keeps its distance.
        grounds: Its ground, as wide as the sheet, and its rule.
    """

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    pictures: tuple[PlacedPicture, ...]
    end_pt: float
    grounds: tuple[Bar, ...] = ()


def place_letterhead(typesetter: Typesetter, language: Language, brand: Brand) -> Letterhead:
    """Set a brand's letterhead.

    Lines stand beside the logo, in the middle of its height; below one too wide for that, in the middle of the page, or
    in a row with others.

    Args:
        typesetter: Sets the lines.
        language: The language of the document.
        brand: Whose letterhead.

    Raises:
        FontError: A line has characters that no font of the brand can draw.
        LayoutError: A piece of a line does not fit.
    """
    blocks, row = brand.letterhead_blocks(language.tag), logo_row(brand)
    left_pt, y_pt, placement = brand.margins_pt[3], brand.head_top_pt, brand.masthead.placement
    inset_pt = row[0].logo.width_pt + row[0].logo.gap_pt if is_beside(row, brand) else 0.0
    stack = rows(set_lines(typesetter, blocks, brand.measure_pt - inset_pt, placement, 1))
    row_end_pt = y_pt + row_height_pt(row)
    if not row:
        top_pt = y_pt
    elif inset_pt:
        top_pt = y_pt + max(0.0, (row_height_pt(row) - height_pt(stack)) / 2)
    else:
        top_pt = row_end_pt + (below_row_pt(row) if stack else 0.0)
    lines, end_pt = place(stack, left_pt + (inset_pt if placement is Placement.START else 0.0), top_pt)
    closing = foot(brand, row_end_pt, max(end_pt, row_end_pt))
    return Letterhead(
        blocks=blocks,
        lines=tuple(_inked(line, brand) for line in lines),
        pictures=tuple(_placed(each, language.tag, left_pt, y_pt) for each in row),
        end_pt=closing.end_pt,
        grounds=tuple(_grounds(closing, brand)) if stack or row else (),
    )


def _grounds(closing: Foot, brand: Brand) -> Iterator[Bar]:
    """The ground of the masthead, to the edges of the sheet, and its rule."""
    masthead = brand.masthead
    if closing.ground_pt is not None:
        yield Bar(0.0, 0.0, brand.paper.size_pt[0], closing.ground_pt, brand.colours[masthead.ground])
    if closing.rule_pt is not None:
        left_pt, colour = brand.margins_pt[3], brand.colours[masthead.rule_colour]
        yield Bar(left_pt, closing.rule_pt, brand.measure_pt, masthead.rule_pt, colour)


def _inked(line: Line, brand: Brand) -> Line:
    """A line in the colour of the masthead, if that has one."""
    ink = brand.masthead.ink
    if not ink:
        return line
    return replace(line, segments=tuple(each._replace(colour=brand.colours[ink]) for each in line.segments))


def set_lines(
    typesetter: Typesetter, blocks: Sequence[Block], measure_pt: float, placement: Placement, names: int = 0
) -> list[SetBlock]:
    """Lines that stand under one another, on one grid.

    Args:
        typesetter: Sets them.
        blocks: The lines.
        measure_pt: How long they may be.
        placement: Where they stand.
        names: How many of the first are no such lines, but a name above them, with its own distance.
    """
    texts = [block.text for block in blocks]
    found = [
        _set_line(typesetter, block, _latin_beside(texts, at), measure_pt, placement) for at, block in enumerate(blocks)
    ]
    return [*found[:names], *on_one_grid(found[names:])]


def _latin_beside(texts: Sequence[str], at: int) -> str:
    """The Latin line that one without letters of any script stands by, a telephone number; empty for any other line."""
    if _scripts(texts[at]):
        return ""
    nearest = (next(filter(_scripts, side), "") for side in (reversed(texts[:at]), texts[at + 1 :]))
    return next((text for text in nearest if _scripts(text) == _LATIN), "")


def _scripts(text: str) -> set[str]:
    return set(filter(None, map(script_of, text)))


def _set_line(typesetter: Typesetter, block: Block, beside: str, measure_pt: float, placement: Placement) -> SetBlock:
    """A line set by itself; or as the end of the one it stands by, whose voice its signs then have."""
    if not beside:
        return typesetter.set_block(block, measure_pt, placement=placement)
    text = f"{beside}{LINE_END}{block.text}"
    both = typesetter.set_block(replace(block, text=text), measure_pt, placement=placement)
    start = len(VisibleText(beside).text)
    lines = (tuple(_from(start, line)) for line in both.lines)
    return replace(both, block=block, lines=tuple(filter(None, lines)))


def _from(start: int, line: Sequence[Segment]) -> Iterator[Segment]:
    """What of a line stands at a place of the text or behind it, counted from there."""
    for segment in line:
        if segment.offset is not None and segment.offset >= start:
            yield segment._replace(offset=segment.offset - start)


def _placed(each: InRow, tag: str, left_pt: float, top_pt: float) -> PlacedPicture:
    logo = each.logo
    x_pt, y_pt = left_pt + each.x_pt, top_pt + each.y_pt
    return PlacedPicture(each.id, x_pt, y_pt, logo.width_pt, logo.height_pt, logo.picture, logo.alt[tag])
