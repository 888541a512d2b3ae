"""Lines that do not fill their measure, where their style wants them: in its middle, or at its end."""

from __future__ import annotations

from collections.abc import Sequence

from statement_kit.arranging.masthead import SHARES
from statement_kit.brand import Placement
from statement_kit.layout.frames import Segment
from statement_kit.text.shaping import width_pt


def solid_end_pt(line: Sequence[Segment]) -> float:
    """Where the words of a line end, the space at its end left out."""
    for segment in reversed(line):
        solid = len(segment.clusters)
        while solid and segment.clusters[solid - 1].is_space:
            solid -= 1
        if solid:
            return segment.x_pt + width_pt(segment.clusters[:solid])
    return line[0].x_pt if line else 0.0


def placed(line: Sequence[Segment], end_pt: float, placement: Placement) -> tuple[Segment, ...]:
    """A line moved to its place.

    Args:
        line: Its segments, from where lines begin.
        end_pt: Where lines end.
        placement: Where its words go.
    """
    shift_pt = SHARES[placement] * max(0.0, end_pt - solid_end_pt(line))
    return tuple(segment._replace(x_pt=segment.x_pt + shift_pt) for segment in line) if shift_pt else tuple(line)
