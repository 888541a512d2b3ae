"""What stands around the text of a page: the running head above it, the page label below."""

from __future__ import annotations

from statement_kit.brand.page import FOOT_GAP_PT, HEAD_GAP_PT
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.filling import Filled
from statement_kit.layout.flow import Row, height_pt, place, rows
from statement_kit.layout.frames import Line


def running_head(document: Document) -> Block:
    """What stands at the head of every page but the first."""
    return Block("running-head", Role.FURNITURE, document.running_head)


def page_label(document: Document, page: int, pages: int) -> Block:
    """What stands at the foot of a page."""
    return Block("page-label", Role.FURNITURE, document.page_labels.text(page, pages))


def head_lines(filled: Filled) -> tuple[Line, ...]:
    """The running head where it stands."""
    stack, sheet = _set(filled, running_head(filled.document)), filled.sheet
    lines, _ = place(stack, sheet.left_pt, sheet.top_pt - HEAD_GAP_PT - height_pt(stack))
    return tuple(lines)


def foot_lines(filled: Filled, page: int, pages: int) -> tuple[Line, ...]:
    """The label of a page where it stands."""
    stack, sheet = _set(filled, page_label(filled.document, page, pages)), filled.sheet
    right_pt = sheet.left_pt + sheet.measure_pt - stack[0].set_block.lines[0][-1].end_pt
    lines, _ = place(stack, right_pt, sheet.floor_pt + FOOT_GAP_PT)
    return tuple(lines)


def _set(filled: Filled, block: Block) -> list[Row]:
    return rows([filled.typesetter.set_block(block, filled.sheet.measure_pt)])
