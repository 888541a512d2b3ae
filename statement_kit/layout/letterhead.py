"""The head of the first page: the brand's logo, and its name and lines beside or below it."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from typing import NamedTuple

from statement_kit.brand import Brand, Logo
from statement_kit.brand.logo import LOGO
from statement_kit.brand.page import LOGO_GAP_PT
from statement_kit.document.blocks import Block
from statement_kit.languages.registry import Language
from statement_kit.layout.flow import height_pt, place, rows
from statement_kit.layout.frames import Line, PlacedPicture, Segment
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
        pictures: The logo, if the brand has one.
        end_pt: Its lowest point, down from the top of the page.
    """

    blocks: tuple[Block, ...]
    lines: tuple[Line, ...]
    pictures: tuple[PlacedPicture, ...]
    end_pt: float


def place_letterhead(
    typesetter: Typesetter, language: Language, brand: Brand, measure_pt: float, start: tuple[float, float]
) -> Letterhead:
    """Set a brand's letterhead.

    Lines stand beside the logo, in the middle of its height; a logo too wide for that has them below.

    Args:
        typesetter: Sets the lines.
        language: The language of the document.
        brand: Whose letterhead.
        measure_pt: How wide it may be.
        start: Its left edge, and its top down from the top of the page.

    Raises:
        FontError: A line has characters that no font of the brand can draw.
        LayoutError: A piece of a line does not fit.
    """
    blocks = brand.letterhead_blocks(language.tag)
    (x_pt, y_pt), logo = start, brand.logo
    inset_pt = logo.width_pt + LOGO_GAP_PT if logo and logo.has_room_beside(measure_pt) else 0.0
    stack = rows(_set(typesetter, blocks, measure_pt - inset_pt))
    if logo is None:
        top_pt = y_pt
    elif inset_pt:
        top_pt = y_pt + max(0.0, (logo.height_pt - height_pt(stack)) / 2)
    else:
        top_pt = y_pt + logo.height_pt + (LOGO_GAP_PT if stack else 0.0)
    lines, end_pt = place(stack, x_pt + inset_pt, top_pt)
    pictures = (_placed(logo, language.tag, x_pt, y_pt),) if logo else ()
    return Letterhead(blocks, tuple(lines), pictures, max(end_pt, y_pt + (logo.height_pt if logo else 0.0)))


def _set(typesetter: Typesetter, blocks: Sequence[Block], measure_pt: float) -> list[SetBlock]:
    """The name, and the lines under it, which belong together."""
    texts = [block.text for block in blocks]
    found = [_set_line(typesetter, block, _latin_beside(texts, at), measure_pt) for at, block in enumerate(blocks)]
    return [*found[:1], *on_one_grid(found[1:])]


def _latin_beside(texts: Sequence[str], at: int) -> str:
    """The Latin line that one without letters of any script stands by, a telephone number; empty for any other line."""
    if _scripts(texts[at]):
        return ""
    nearest = (next(filter(_scripts, side), "") for side in (reversed(texts[:at]), texts[at + 1 :]))
    return next((text for text in nearest if _scripts(text) == _LATIN), "")


def _scripts(text: str) -> set[str]:
    return set(filter(None, map(script_of, text)))


def _set_line(typesetter: Typesetter, block: Block, beside: str, measure_pt: float) -> SetBlock:
    """A line set by itself; or as the end of the one it stands by, whose voice its signs then have."""
    if not beside:
        return typesetter.set_block(block, measure_pt)
    both = typesetter.set_block(replace(block, text=f"{beside}{LINE_END}{block.text}"), measure_pt)
    start = len(VisibleText(beside).text)
    lines = (tuple(_from(start, line)) for line in both.lines)
    return replace(both, block=block, lines=tuple(filter(None, lines)))


def _from(start: int, line: Sequence[Segment]) -> Iterator[Segment]:
    """What of a line stands at a place of the text or behind it, counted from there."""
    for segment in line:
        if segment.offset is not None and segment.offset >= start:
            yield segment._replace(offset=segment.offset - start)


def _placed(logo: Logo, tag: str, x_pt: float, y_pt: float) -> PlacedPicture:
    return PlacedPicture(LOGO, x_pt, y_pt, logo.width_pt, logo.height_pt, logo.picture, logo.alt[tag])
