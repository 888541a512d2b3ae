"""A block's text shaped, measured for line breaking, and cut into the segments of its lines."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from statement_kit.brand import Style
from statement_kit.document.blocks import Block
from statement_kit.languages.registry import Language
from statement_kit.layout.faces import Faces
from statement_kit.layout.frames import Segment
from statement_kit.layout.measured import Measured, Setting, Span, Stop
from statement_kit.layout.spacing import hangs, justify, spreads
from statement_kit.layout.voices import VisibleText, stretches
from statement_kit.markup import MarkKind
from statement_kit.text.breaks import BreakClass, line_breaks
from statement_kit.text.shaping import Cluster, width_pt

SOFT_HYPHEN = "\u00ad"
"""The text of a hyphen drawn at a line end, so that copied words are whole again (Unicode 16.0, 23.2)."""


class Inline:
    """The text of one block as clusters, in the voices of its marks.

    Args:
        block: Whose text.
        style: How the block is set.
        size_pt: At what size.
        language: In what language.
        faces: The fonts.

    Attributes:
        clusters: The clusters.

    Raises:
        FontError: With every character that cannot be drawn.
        LayoutError: A mark begins or ends inside a cluster.
    """

    def __init__(self, block: Block, style: Style, size_pt: float, language: Language, faces: Faces) -> None:
        self._block = block
        self._language = language
        self._size_pt = size_pt
        self._faces = faces
        self._visible = VisibleText(block.text)
        self._stretches = stretches(block, self._visible, style, language)
        self._ends: list[int] = []
        self.clusters: list[Cluster] = []
        for stretch in self._stretches:
            part = slice(stretch.start, stretch.end)
            self.clusters += faces.shape(self._visible.text, stretch.face, size_pt * stretch.size, part)
            self._ends.append(len(self.clusters))

    def measured(self, *, is_justified: bool) -> Measured:
        """The text as line breaking wants it."""
        return Measured(
            widths=[cluster.width_pt for cluster in self.clusters],
            spaces=[cluster.is_space for cluster in self.clusters],
            stops=list(self._stops(hyphenate=is_justified)),
            spreads=spreads(self.clusters, self._language) if is_justified else (),
            hangs=[hangs(cluster) for cluster in self.clusters] if is_justified else (),
        )

    def line(
        self, span: Span, text: Measured, setting: Setting, x_pt: float, colours: Mapping[str, str]
    ) -> Iterator[Segment]:
        """The segments of one line.

        Args:
            span: Its clusters.
            text: The text as it was measured.
            setting: How it was broken into lines.
            x_pt: Where the block's lines begin.
            colours: The brand's colours by name.
        """
        start, end = span
        stop = next((stop for stop in text.stops if stop.at == end), None)
        line = self.clusters[start:end]
        room_pt = setting.measure_pt
        if start == 0:
            x_pt, room_pt = x_pt + setting.indent_pt, room_pt - setting.indent_pt
        if stop and stop.kind is BreakClass.HYPHEN:
            line.append(self._hyphen(end - 1))
        if setting.is_justified and line:
            out_pt = hangs(line[0])[0]
            x_pt, room_pt = x_pt - out_pt, room_pt + out_pt
            is_last = stop is None or stop.kind is BreakClass.FORCED
            line = justify(line, text.spreads[start:end], room_pt, setting, is_last=is_last)
        return self._segments(span, line, x_pt, colours)

    def _stops(self, *, hyphenate: bool) -> Iterator[Stop]:
        """Before which clusters a line may begin.

        Breaks are found in the text as written, with its U+200B and U+2060, and carried over to the clusters,
        which no longer hold them. A break inside a cluster is no break, nor is one before a note's number.
        """
        numbers = {mark.start for mark in self._block.marks if mark.kind is MarkKind.NOTE}
        ends = accumulate((len(cluster.text) for cluster in self.clusters), initial=0)
        index = {offset: at for at, offset in enumerate(ends)}
        found: dict[int, BreakClass] = {}
        for offset, kind in line_breaks(self._block.text, self._language, hyphenate=hyphenate):
            at = index.get(self._visible.offset(offset), 0)
            if 0 < at < len(self.clusters) and offset not in numbers:
                found[at] = min(kind, found.get(at, kind))
        for at, kind in found.items():
            yield Stop(at, kind, self._hyphen(at - 1).width_pt if kind is BreakClass.HYPHEN else 0.0)

    def _hyphen(self, cluster: int) -> Cluster:
        """The hyphen drawn behind a cluster at a line end."""
        stretch = next(each for each, end in zip(self._stretches, self._ends, strict=True) if cluster < end)
        return self._faces.word("-", stretch.face, stretch.size * self._size_pt)[0]._replace(text=SOFT_HYPHEN)

    def _segments(
        self, span: Span, line: Sequence[Cluster], x_pt: float, colours: Mapping[str, str]
    ) -> Iterator[Segment]:
        """A line cut where its look changes."""
        start, end = span
        first = 0
        for stretch, stretch_end in zip(self._stretches, self._ends, strict=True):
            if stretch_end <= start or first >= len(line):
                continue
            # What stands on the line beyond its span is the hyphen, which belongs to what is before it.
            last = stretch_end - start if stretch_end < end else len(line)
            clusters = tuple(line[first:last])
            yield Segment(x_pt, clusters, colours[stretch.colour], stretch.rise_em * self._size_pt, stretch.link)
            x_pt += width_pt(clusters)
            first = last
