"""Rules and grounds on a page: behind each stretch of lines that share a box, as much of it as stands there."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from statement_kit.brand import RuleSide
from statement_kit.brand.dress import LABEL_PAD_EM, Dress
from statement_kit.layout.flow import Standing
from statement_kit.layout.frames import Bar, Line, Segment
from statement_kit.layout.paragraphs import SetBlock
from statement_kit.text.shaping import ink_below_pt, width_pt

_DIGIT_EM = 0.74
"""How high digits and letters of labels reach above the baseline at least, in em."""


def dressed(stack: Sequence[Standing], x_pt: float, colours: Mapping[str, str]) -> Iterator[Bar]:
    """The grounds and the rules behind rows that stand on a page.

    A block that goes on from the page before, or onto the next, has its ground and its rule on both.

    Args:
        stack: The rows, in order.
        x_pt: The left edge of their measure.
        colours: The brand's colours by name.
    """
    for box in _boxes(stack):
        first, last = box[0], box[-1]
        top_pt = first.top_pt + first.row.sink_pt
        for column in zip(*(each.row.across(x_pt) for each in box), strict=True):
            there = next((each.block for each in column if each.block), None)
            if there and there.dress:
                yield from _box(there, there.dress, (column[0].x_pt, top_pt), last.end_pt - top_pt, colours)


def _boxes(stack: Sequence[Standing]) -> Iterator[list[Standing]]:
    """The rows that share a box, as far as they stand here."""
    box: list[Standing] = []
    for at, here in enumerate(stack):
        if not here.row.is_dressed:
            continue
        if here.row.opens:
            box = []
        box.append(here)
        if here.row.closes or at + 1 == len(stack):
            yield box
            box = []


def _box(
    block: SetBlock, dress: Dress, start: tuple[float, float], high_pt: float, colours: Mapping[str, str]
) -> Iterator[Bar]:
    """What lies behind the rows of a block, or of several that share a box, so high from a point of the page on."""
    style, (left_pt, top_pt) = block.style, start
    left_pt += dress.edge_left_pt
    wide_pt = block.measure_pt - dress.edge_left_pt - dress.edge_right_pt
    if style.ground:
        yield Bar(left_pt, top_pt, wide_pt, high_pt, colours[style.ground])
    if style.rule is None:
        return
    colour, rule_pt = colours[style.rule_colour], style.rule_pt
    if style.rule is RuleSide.BESIDE:
        yield Bar(left_pt, top_pt, rule_pt, high_pt, colour)
    else:
        y_pt = top_pt if style.rule is RuleSide.ABOVE else top_pt + high_pt - rule_pt
        yield Bar(left_pt, y_pt, wide_pt, rule_pt, colour)


def label_grounds(lines: Iterable[Line]) -> Iterator[Bar]:
    """The fields behind the labels of lines that have one."""
    for line in lines:
        for segment in line.segments:
            if segment.ground:
                yield _field(segment, line.baseline_pt)


def _field(label: Segment, baseline_pt: float) -> Bar:
    """The field behind a label: its digits, without the space behind them, and a little around."""
    clusters = [cluster for cluster in label.clusters if not cluster.is_space]
    size_pt = max(cluster.size_pt for cluster in clusters)
    pad_pt = LABEL_PAD_EM * size_pt
    above_pt, below_pt = _DIGIT_EM * size_pt + pad_pt, max(0.0, ink_below_pt(clusters)) + pad_pt
    return Bar(
        label.x_pt - pad_pt, baseline_pt - above_pt, width_pt(clusters) + 2 * pad_pt, above_pt + below_pt, label.ground
    )
