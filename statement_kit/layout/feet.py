"""What stands at the foot of a page: its label, and the brand's lines beside it or above."""

from __future__ import annotations

from dataclasses import replace

from statement_kit.arranging.footer import label_is_beside
from statement_kit.brand import Brand, Placement
from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT
from statement_kit.diagnostics import Diagnostic, LayoutError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.flow import place, rows
from statement_kit.layout.frames import Line
from statement_kit.layout.letterhead import set_lines
from statement_kit.layout.measured import SLACK_PT
from statement_kit.layout.paragraphs import Typesetter


def page_label(document: Document, page: int, pages: int) -> Block:
    """The label of a page, both counted from 1."""
    return Block("page-label", Role.FURNITURE, document.page_labels.text(page, pages))


class Feet:
    """The feet of a document's pages.

    Args:
        document: The document.
        brand: Whose lines.
        typesetter: Sets them.
        floor_pt: Where the text of a page ends at most, down from its top.

    Raises:
        LayoutError: The lower margin is too small for the lines.
    """

    def __init__(self, document: Document, brand: Brand, typesetter: Typesetter, floor_pt: float) -> None:
        self._document, self._brand, self._typesetter = document, brand, typesetter
        self._left_pt, self._top_pt = brand.margins_pt[3], floor_pt + FOOT_GAP_PT
        self._placement = brand.styles[Role.FURNITURE].placement
        blocks = brand.footer_blocks(document.language.tag)
        stack = rows(set_lines(typesetter, blocks, brand.measure_pt, self._placement))
        self._lines, self._end_pt = place(stack, self._left_pt, self._top_pt)
        self._is_beside = label_is_beside(document, brand, typesetter.faces)
        if blocks:
            self._check_room()

    def of_page(self, number: int, count: int) -> tuple[Line, ...]:
        """The lines of the brand, and the label of a page, counted from 1."""
        label = self._label(number, count)
        return (*self._lines, *label) if self._lines else tuple(label)

    def _label(self, number: int, count: int) -> list[Line]:
        """The label, at the right but where all of the foot stands in the middle."""
        block = self._typesetter.set_block(page_label(self._document, number, count), self._brand.measure_pt)
        shift_pt = 0.0
        if self._placement is not Placement.CENTRE:
            shift_pt = self._brand.measure_pt - block.lines[0][-1].end_pt
        top_pt = self._top_pt if self._is_beside or not self._lines else self._end_pt
        lines, _ = place(rows([block]), self._left_pt + shift_pt, top_pt)
        if self._is_beside:
            return [replace(line, baseline_pt=self._lines[0].baseline_pt) for line in lines]
        return lines

    def _check_room(self) -> None:
        """Make sure that the last line can be printed."""
        line_pt = self._typesetter.set_block(page_label(self._document, 1, 1), self._brand.measure_pt).leading_pt
        end_pt = self._end_pt + (0.0 if self._is_beside else line_pt)
        if end_pt > self._brand.paper.size_pt[1] - EDGE_PT + SLACK_PT:
            message = "The lower margin is too small for the lines at the foot of the page."
            hint = "Widen it, or give the footer fewer or shorter lines."
            raise LayoutError([Diagnostic("layout/footer", message, hint=hint, clause="brand.footer")])
