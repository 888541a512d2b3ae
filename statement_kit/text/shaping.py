"""Runs to clusters, by HarfBuzz (T01–T04).

A cluster is the smallest piece of text that is drawn as a whole: a letter, a Khmer stack with its
vowels, a Thai consonant with its marks, a ligature. Everything after this module handles clusters only,
so no line, no page and no PDF can ever cut one.
"""

from __future__ import annotations

from collections.abc import Iterable
from itertools import pairwise
from typing import NamedTuple

import uharfbuzz as hb

from statement_kit.diagnostics import FontError
from statement_kit.text.fonts import Font, FontSet
from statement_kit.text.itemize import Run, itemize, missing_glyphs

IGNORABLE = dict.fromkeys(map(ord, "\u00ad\u200b\u2028\u2060\ufeff"))
"""Code points that steer line breaking and draw nothing (T07): dropped before shaping."""

MOST_KNOWN = 20_000
"""Clusters a font remembers before it begins anew: more than any document has, few enough for a long-lived process."""

Place = tuple[int, int, int, int]
"""What HarfBuzz says of a glyph: x and y offset, x and y advance, in font units."""


class Glyph(NamedTuple):
    """A glyph of a cluster and its place from the cluster's origin, in font units."""

    id: int
    x: int
    y: int


class Cluster(NamedTuple):
    """A shaped cluster.

    Attributes:
        text: Its code points in logical order.
        font: The font its glyphs belong to.
        size_pt: The size it is set at, in pt, its font's scale included.
        glyphs: Its glyphs.
        advance: Distance to the next cluster, kerning included, in font units.
        width_pt: Distance to the next cluster in pt, what justification adds included.
        gap: What justification adds to the advance, in font units.
    """

    text: str
    font: Font
    size_pt: float
    glyphs: tuple[Glyph, ...]
    advance: int
    width_pt: float
    gap: float = 0.0

    @property
    def is_space(self) -> bool:
        """Whether it is white space only, which a line end swallows."""
        return self.text.isspace()

    def widened(self, extra_pt: float) -> Cluster:
        """The same cluster with so much more space behind it (less, if negative)."""
        gap = extra_pt * self.font.units_per_em / self.size_pt
        return self._replace(width_pt=self.width_pt + extra_pt, gap=self.gap + gap)


def width_pt(clusters: Iterable[Cluster]) -> float:
    """How far clusters set one after another reach, in pt."""
    return sum(cluster.width_pt for cluster in clusters)


def shape(text: str, fonts: FontSet, size_pt: float, language: str, stretch: slice = slice(None)) -> list[Cluster]:
    """Shape a paragraph, or a stretch of it; the texts of the clusters, joined, are the text.

    Args:
        text: What to set, without ignorable code points.
        fonts: The face to set it in.
        size_pt: Its size in pt, before each font's own scale.
        language: BCP 47 tag, for the font's language-specific forms.
        stretch: Which part of the text, where not all of it has this face and size.

    Raises:
        FontError: With every character that cannot be drawn.
    """
    clusters: list[Cluster] = []
    for run in itemize(text, fonts, stretch):
        clusters += _shape_run(text, run, size_pt * run.font.scale, language)
    return clusters


def _shape_run(text: str, run: Run, size_pt: float, language: str) -> list[Cluster]:
    buffer = hb.Buffer()
    buffer.cluster_level = hb.BufferClusterLevel.MONOTONE_GRAPHEMES
    buffer.add_str(text, run.start, run.end - run.start)
    buffer.direction = "ltr"
    buffer.script = run.script
    buffer.language = language
    font = run.font.font
    hb.shape(font.shaper, buffer)
    return _clusters(text, run, size_pt, buffer)


def _clusters(text: str, run: Run, size_pt: float, buffer: hb.Buffer) -> list[Cluster]:
    """The glyphs of a shaped run, gathered by cluster: those that share an offset into the text.

    A page holds thousands of clusters and some hundred different ones, so equal ones are made once.
    """
    known = run.font.font.clusters
    if len(known) > MOST_KNOWN:
        known.clear()
    offsets = [info.cluster for info in buffer.glyph_infos]
    glyphs = [info.codepoint for info in buffer.glyph_infos]
    places = [position.position for position in buffer.glyph_positions]
    starts = [at for at, offset in enumerate(offsets) if not at or offset != offsets[at - 1]]
    found: list[Cluster] = []
    for first, last in pairwise([*starts, len(glyphs)]):
        piece = text[offsets[first] : offsets[last] if last < len(glyphs) else run.end]
        key = (piece, size_pt, *glyphs[first:last], *places[first:last])
        made = known.get(key)
        if made is None:
            made = known[key] = _made(piece, run, size_pt, glyphs[first:last], places[first:last])
        found += made
    return found


_SPLIT = {"\u0e33": 0x0E32, "\u0eb3": 0x0EB2}
"""Vowels that are drawn half on the consonant before them, half behind it, and the letter of the second half."""


def _made(piece: str, run: Run, size_pt: float, glyphs: list[int], places: list[Place]) -> tuple[Cluster, ...]:
    """What a shaped cluster becomes: itself, or two where justification may part it.

    SARA AM is a ring on the consonant and an AA behind it (P02). The ring stays with the consonant; the AA
    carries the text of the vowel, so that the code points keep their order.
    """
    second = _SPLIT.get(piece[-1]) if len(piece) > 1 else None
    if second and len(glyphs) > 1 and glyphs[-1] == run.font.font.shaper.get_nominal_glyph(second):
        return (
            _cluster(piece[:-1], run, size_pt, glyphs[:-1], places[:-1]),
            _cluster(piece[-1], run, size_pt, glyphs[-1:], places[-1:]),
        )
    return (_cluster(piece, run, size_pt, glyphs, places),)


def _cluster(piece: str, run: Run, size_pt: float, glyphs: list[int], places: list[Place]) -> Cluster:
    """One cluster, its glyphs placed from its origin."""
    if 0 in glyphs:
        raise FontError([missing_glyphs(piece)])
    pen, placed = 0, []
    for glyph, (x, y, advance, _) in zip(glyphs, places, strict=True):
        placed.append(Glyph(glyph, pen + x, y))
        pen += advance
    font = run.font.font
    return Cluster(piece, font, size_pt, tuple(placed), pen, pen * size_pt / font.units_per_em)


def ink_below_pt(clusters: Iterable[Cluster]) -> float:
    """How far the ink of clusters reaches below the baseline, in pt."""
    below = 0.0
    for cluster in clusters:
        for glyph in cluster.glyphs:
            box = cluster.font.shaper.get_glyph_extents(glyph.id)
            below = max(below, -(glyph.y + box.y_bearing + box.height) * cluster.size_pt / cluster.font.units_per_em)
    return below


def ink_em(text: str, fonts: FontSet) -> tuple[float, float]:
    """How far the ink of a text reaches above and below the baseline, in em of its face (both positive)."""
    above = below = 0.0
    for cluster in shape(text, fonts, 1.0, "und"):
        unit = cluster.size_pt / cluster.font.units_per_em
        for glyph in cluster.glyphs:
            box = cluster.font.shaper.get_glyph_extents(glyph.id)
            top = glyph.y + box.y_bearing
            above = max(above, top * unit)
            below = max(below, -(top + box.height) * unit)
    return above, below
