"""The annex on its pages: headings and notes as wide as the text, between them entries in columns, then logos.

Entries and the headings of their groups stand on one grid of baselines, so that lines of all columns are level.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import replace
from math import ceil

from statement_kit.arranging.wall import CELL_HEIGHT_PT, ROW_GAP_PT, WALL_GAP_PT, Cell, rows_on_pages, wall_rows
from statement_kit.document.blocks import IN_COLUMNS, Role, WallLogo
from statement_kit.layout.columns import Columns, entry_rows
from statement_kit.layout.flow import height_pt, rows
from statement_kit.layout.frames import PlacedPicture
from statement_kit.layout.measured import SLACK_PT
from statement_kit.layout.paragraphs import SetBlock, on_one_grid
from statement_kit.layout.sheet import Sheet

_LEAST_LINES = 4
"""How many lines of entries have room under a heading, if there are so many."""

_RISE = 0.35
"""How far a heading in one line may stand out of its line of the grid, as a part of that: above it is an empty one."""


def place_annex(sheet: Sheet, blocks: Sequence[SetBlock], count: int, least_pt: float) -> None:
    """Put the annex on the pages.

    Args:
        sheet: The pages; the text stands on them.
        blocks: The annex in its order.
        count: How many columns its entries have.
        least_pt: How much of a page must be left for the annex to begin on it.
    """
    parts = list(_parts(in_register(blocks)))
    for number, part in enumerate(parts):
        behind, then = [*parts[number + 1 : number + 3], [], []][:2]
        if _is_in_columns(part):
            _place_columns(sheet, part, count, _foot_pt(behind))
        else:
            needed_pt = _height_pt(part, sheet.bar_room_pt)
            if behind:
                needed_pt += part[-1].after_pt + _begun_pt(behind, then, count, sheet.bar_room_pt)
            _place_heading(sheet, part, max(needed_pt, 0.0 if number else least_pt))


def in_register(blocks: Sequence[SetBlock]) -> list[SetBlock]:
    """The annex with its entries on one grid, and the headings of groups as high as so many lines of it."""
    entries = on_one_grid([block for block in blocks if block.block.role is Role.ENDORSER])
    waiting = iter(entries)
    found = []
    for block in blocks:
        if block.block.role is Role.GROUP_HEADING and entries:
            block = _on_grid(block, entries[0].leading_pt)
        found.append(next(waiting) if block.block.role is Role.ENDORSER else block)
    return found


def _on_grid(heading: SetBlock, grid_pt: float) -> SetBlock:
    """A heading whose last line ends with a line of the grid, and which begins behind whole lines of it too."""
    around_pt = heading.dress.above_pt + heading.dress.below_pt if heading.dress else 0.0
    text_pt = len(heading.lines) * heading.leading_pt + around_pt
    over = _RISE if len(heading.lines) == 1 and not heading.dress else 0.0
    sink_pt = max(1, ceil(text_pt / grid_pt - over)) * grid_pt - text_pt
    whole = ceil if heading.dress else round
    free = max(0, whole((heading.before_pt - sink_pt) / grid_pt))
    return replace(heading, sink_pt=sink_pt, before_pt=free * grid_pt, after_pt=0.0)


def _parts(blocks: Sequence[SetBlock]) -> Iterator[list[SetBlock]]:
    """What stands in columns together, and what is as wide as the text; a heading begins a part."""
    part: list[SetBlock] = []
    for block in blocks:
        begins = block.block.role is Role.ANNEX_HEADING or _is_in_columns([block]) != _is_in_columns(part)
        if part and begins:
            yield part
            part = []
        part.append(block)
    if part:
        yield part


def _is_in_columns(part: Sequence[SetBlock]) -> bool:
    return bool(part) and part[0].block.role in IN_COLUMNS


def _begun_pt(part: Sequence[SetBlock], behind: Sequence[SetBlock], count: int, bar_pt: float) -> float:
    """The height with which a part is worth beginning, with the note that stands below it."""
    if not _is_in_columns(part):
        return _height_pt(part, bar_pt)
    waiting = entry_rows(part)
    return Columns(waiting, count).least_pt(_LEAST_LINES * waiting[-1].height_pt, _foot_pt(behind))


def _height_pt(part: Sequence[SetBlock], bar_pt: float = 0.0) -> float:
    """Height of a heading with what its bar takes, or of a note."""
    return height_pt(rows(part)) + (bar_pt if part[0].block.role is Role.ANNEX_HEADING else 0.0)


def _foot_pt(behind: Sequence[SetBlock]) -> float:
    """What a note takes that must stand below the entries, on their page."""
    is_note = bool(behind) and behind[0].block.role is Role.ANNEX_NOTE
    return behind[0].before_pt + _height_pt(behind) if is_note else 0.0


def _place_heading(sheet: Sheet, part: Sequence[SetBlock], room_pt: float) -> None:
    """A heading and the notes under it, or notes alone; on a new page unless enough of this one is left."""
    sheet.y_pt += part[0].before_pt
    if sheet.room_pt + SLACK_PT < room_pt:
        sheet.new_page()
    if part[0].block.role is Role.ANNEX_HEADING:
        sheet.accent_bar(sheet.y_pt, Role.ANNEX_HEADING)
        sheet.y_pt += sheet.bar_room_pt
    sheet.y_pt = sheet.put(rows(part)) + part[-1].after_pt


def _place_columns(sheet: Sheet, part: Sequence[SetBlock], count: int, below_pt: float) -> None:
    """Entries in columns, on as many pages as they take."""
    waiting, start = entry_rows(part), 0
    columns, step_pt = Columns(waiting, count), sheet.column_step_pt(count)
    while start < len(waiting):
        filled = columns.page(start, sheet.room_pt, below_pt)
        ends = [sheet.put(column, number * step_pt) for number, column in enumerate(filled)]
        start += sum(map(len, filled))
        if start < len(waiting):
            sheet.new_page()
        else:
            sheet.y_pt = max(ends)


def place_wall(sheet: Sheet, logos: Sequence[WallLogo]) -> None:
    """Put the logos of endorsers behind everything else; no page is begun that one before it has room for."""
    waiting = wall_rows(logos, sheet.measure_pt)
    sheet.y_pt += WALL_GAP_PT
    for number, count in enumerate(rows_on_pages(len(waiting), sheet.room_pt, sheet.page_pt)):
        if number:
            sheet.new_page()
        for row in waiting[:count]:
            sheet.logos[-1] += [_placed(cell, sheet) for cell in row]
            sheet.y_pt += CELL_HEIGHT_PT + ROW_GAP_PT
        waiting = waiting[count:]


def _placed(cell: Cell, sheet: Sheet) -> PlacedPicture:
    """A logo in the middle of its cell."""
    x_pt = sheet.left_pt + cell.middle_pt - cell.width_pt / 2
    y_pt = sheet.y_pt + (CELL_HEIGHT_PT - cell.height_pt) / 2
    return PlacedPicture(cell.logo.id, x_pt, y_pt, cell.width_pt, cell.height_pt, cell.logo.picture, cell.logo.alt)
