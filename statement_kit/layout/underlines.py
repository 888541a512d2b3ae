"""Lines under links, so that nobody has to tell them from the text by their colour alone (WCAG 2.1, 1.4.1)."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from statement_kit.layout.frames import Bar, Line, Segment
from statement_kit.text.shaping import ink_below_pt

_THICKNESS_EM, _CLEARANCE_EM, _LEAST_DEPTH_EM = 0.045, 0.05, 0.13
"""How thick a line is, how far from the ink above it, and how far below the baseline at least, in em of the link."""

_THIN_EM, _LEVEL_EM = 0.035, 0.29
"""How thick a line is in a faint colour of its own, and how far below the baseline at least: under the names of a list,
of which each may have one, so that all are level."""


def underlines(lines: Iterable[Line]) -> Iterator[Bar]:
    """The lines under the links of some lines of text: below their ink, so that no sign under a letter is crossed.

    The raised number of a note is known by its place.
    """
    for line in lines:
        yield from _underlines(list(_links(line)), line.baseline_pt)


def _links(line: Line) -> Iterator[list[Segment]]:
    """What stands on a line of each of its links, be it in several voices, without the spaces at its end."""
    plain = (segment for segment in line.segments if segment.offset is not None and not segment.rise_pt)
    for link, segments in groupby(plain, lambda segment: segment.link):
        words = list(segments)
        last = words[-1]
        while last.clusters and last.clusters[-1].is_space:
            last = last._replace(clusters=last.clusters[:-1])
        if link and (len(words) > 1 or last.clusters):
            yield [*words[:-1], last]


def _underlines(links: Sequence[Sequence[Segment]], baseline_pt: float) -> Iterator[Bar]:
    """The lines under the links of one line of text, all at the depth that the deepest needs."""
    clusters = [cluster for link in links for segment in link for cluster in segment.clusters]
    if not clusters:
        return
    size_pt = max(cluster.size_pt for cluster in clusters)
    least_em = _LEVEL_EM if any(link[0].underline for link in links) else _LEAST_DEPTH_EM
    below_pt = max(least_em * size_pt, ink_below_pt(clusters) + _CLEARANCE_EM * size_pt)
    for link in links:
        first, last = link[0], link[-1]
        width_pt = last.end_pt - first.x_pt
        thickness_pt = size_pt * (_THIN_EM if first.underline else _THICKNESS_EM)
        yield Bar(first.x_pt, baseline_pt + below_pt, width_pt, thickness_pt, first.underline or first.colour)
