"""The running head, above the text of every page but the first."""

from __future__ import annotations

from statement_kit.brand.page import HEAD_GAP_PT
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.filling import Filled
from statement_kit.layout.flow import height_pt, place, rows
from statement_kit.layout.frames import Line


def running_head(document: Document) -> Block:
    """What stands at the head of every page but the first."""
    return Block("running-head", Role.FURNITURE, document.running_head)


def head_lines(filled: Filled) -> tuple[Line, ...]:
    """The running head where it stands."""
    sheet = filled.sheet
    stack = rows([filled.typesetter.set_block(running_head(filled.document), sheet.measure_pt)])
    lines, _ = place(stack, sheet.left_pt, sheet.top_pt - HEAD_GAP_PT - height_pt(stack))
    return tuple(lines)
