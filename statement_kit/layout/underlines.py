"""Lines under links, so that nobody has to tell them from the text by their colour alone (WCAG 2.1, 1.4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from statement_kit.layout.frames import Bar, Line, Segment
from statement_kit.text.shaping import ink_below_pt, width_pt

_THICKNESS_EM, _CLEARANCE_EM, _LEAST_DEPTH_EM = 0.045, 0.05, 0.13
"""How thick a line is, how far from the ink above it, and how far below the baseline at least, in em of the link."""


def underlines(lines: Iterable[Line]) -> Iterator[Bar]:
    """The lines under the links of some lines of text: below their ink, so that no sign under a letter is crossed.

    The raised number of a note is known by its place.
    """
    for line in lines:
        plain = (segment for segment in line.segments if segment.offset is not None and not segment.rise_pt)
        for link, segments in groupby(plain, lambda segment: segment.link):
            if link:
                yield from _underline(list(segments), line.baseline_pt)


def _underline(segments: Sequence[Segment], baseline_pt: float) -> Iterator[Bar]:
    """One line under all of a link that stands on a line of text, be it in several voices."""
    clusters = [cluster for segment in segments for cluster in segment.clusters]
    while clusters and clusters[-1].is_space:
        clusters.pop()
    if clusters:
        size_pt = max(cluster.size_pt for cluster in clusters)
        below_pt = max(_LEAST_DEPTH_EM * size_pt, ink_below_pt(clusters) + _CLEARANCE_EM * size_pt)
        first = segments[0]
        yield Bar(first.x_pt, baseline_pt + below_pt, width_pt(clusters), _THICKNESS_EM * size_pt, first.colour)
