"""A block's text shaped, measured for line breaking, and cut into the segments of its lines."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Iterator, Mapping, Sequence
from itertools import accumulate

from statement_kit.arranging.names import joining_spaces
from statement_kit.brand import Face, Style
from statement_kit.document.blocks import Block, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import Language
from statement_kit.layout.frames import Segment
from statement_kit.layout.measured import Measured, Setting, Span, Stop
from statement_kit.layout.spacing import hangs, justify, spreads
from statement_kit.layout.voices import Stretch, VisibleText, stretches
from statement_kit.markup import MarkKind
from statement_kit.text.breaks import SOFT_HYPHEN, BreakClass, line_breaks
from statement_kit.text.shaping import Cluster, width_pt

_CLAUSE_ENDS = frozenset(",;:!?–—។៖")
"""Marks behind which, and a space, a title's line may well end; a full stop stands behind “Mr.” and “No.” too."""


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
        self._shape()
        # A ligature may hide a place at which the author lets a line end: there, letters do not join.
        if self._visible.authored and (hidden := self._visible.authored - self._starts.keys()):
            self._stretches = stretches(block, self._visible, style, language, hidden)
            self._shape()

    def _shape(self) -> None:
        """Shape the stretches: the clusters, and how many there are at the end of each."""
        self._places: tuple[list[int], dict[int, int]] | None = None
        self.clusters: list[Cluster] = []
        self._ends: list[int] = []
        for stretch in self._stretches:
            self.clusters += self._shaped(stretch)
            self._ends.append(len(self.clusters))

    def _shaped(self, stretch: Stretch) -> list[Cluster]:
        text, size_pt = self._visible.text, self._size_pt * stretch.size
        if self._block.role is Role.ENDORSER and len(self._stretches) == 1:
            return self._faces.shape_name(text, stretch.face, size_pt)
        return self._faces.shape(text, stretch.face, size_pt, slice(stretch.start, stretch.end))

    @property
    def _offsets(self) -> list[int]:
        """Where each cluster begins in the visible text, and where the last one ends."""
        return self._found_places()[0]

    @property
    def _starts(self) -> Mapping[int, int]:
        """Which cluster begins at a place of the visible text."""
        return self._found_places()[1]

    def _found_places(self) -> tuple[list[int], dict[int, int]]:
        if self._places is None:
            offsets = list(accumulate((len(cluster.text) for cluster in self.clusters), initial=0))
            self._places = offsets, {offset: at for at, offset in enumerate(offsets)}
        return self._places

    @property
    def faces(self) -> frozenset[Face]:
        """The faces it is set in."""
        return frozenset(stretch.face for stretch in self._stretches)

    def measured(self, *, is_justified: bool) -> Measured:
        """The text as line breaking wants it."""
        return Measured(
            widths=[cluster.width_pt for cluster in self.clusters],
            spaces=[cluster.is_space for cluster in self.clusters],
            stops=list(self._stops(is_justified=is_justified)),
            spreads=spreads(self.clusters, self._language) if is_justified else (),
            hangs=[hangs(cluster) for cluster in self.clusters] if is_justified else (),
        )

    def fits(self, measure_pt: float) -> bool:
        """Whether the text stands on one line of this length, and nothing in it asks for more."""
        if not self.clusters or self._visible.ends or self.clusters[-1].is_space:
            return False
        return sum([cluster.width_pt for cluster in self.clusters]) <= measure_pt

    def only_line(self, x_pt: float, colours: Mapping[str, str]) -> Iterator[Segment]:
        """The segments of a text that fits on one line, which begins at a place."""
        return self._segments((0, len(self.clusters)), self.clusters, x_pt, colours)

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
        place = bisect_left(text.stops, end, key=lambda stop: stop.at)
        stop = text.stops[place] if place < len(text.stops) else None
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
        if stop and stop.kind is BreakClass.FORCED:
            line.append(self._behind(end - 1, " "))
        return self._segments(span, line, x_pt, colours)

    def _stops(self, *, is_justified: bool) -> Iterator[Stop]:
        """Before which clusters a line may begin.

        Breaks are found in the text as written, with its U+200B and U+2060, and carried over to the clusters,
        which no longer hold them. A break inside a cluster is no break.
        """
        numbers = [(mark.start, mark.end) for mark in self._block.marks if mark.kind is MarkKind.NOTE]
        held = {at + 1 for at in joining_spaces(self._block.text)} if self._block.role is Role.ENDORSER else ()
        found: dict[int, BreakClass] = {}
        for offset, kind in line_breaks(self._block.text, self._language, hyphenate=is_justified, numbers=numbers):
            at = self._starts.get(self._visible.offset(offset), 0)
            kind = BreakClass.LAST_RESORT if offset in held else kind
            if 0 < at < len(self.clusters):
                found[at] = min(kind, found.get(at, kind))
        for at, kind in found.items():
            hyphen_pt = self._hyphen_reach_pt(at - 1, is_justified=is_justified) if kind is BreakClass.HYPHEN else 0.0
            yield Stop(at, kind, hyphen_pt, self._closes(at))

    def _closes(self, at: int) -> bool:
        """Whether a mark stands before a cluster that ends a clause: with a space between them, but for a long dash."""
        before = self.clusters[at - 1]
        return before.text == "—" or (at > 1 and before.is_space and self.clusters[at - 2].text in _CLAUSE_ENDS)

    def _hyphen_reach_pt(self, cluster: int, *, is_justified: bool) -> float:
        """How far the hyphen behind a cluster reaches; it hangs in the margin like any other."""
        hyphen = self._hyphen(cluster)
        return hyphen.width_pt - (hangs(hyphen)[1] if is_justified else 0.0)

    def _hyphen(self, cluster: int) -> Cluster:
        """The hyphen drawn behind a cluster at a line end.

        Its text is a soft hyphen, so that copied words are whole again (Unicode 16.0, 23.2).
        """
        return self._behind(cluster, "-")._replace(text=SOFT_HYPHEN)

    def _behind(self, cluster: int, sign: str) -> Cluster:
        """A sign that is not in the text, set behind a cluster at a line end in the voice of that cluster.

        A forced line end is followed by a space: nothing else would part the words of two lines for those who hear
        or copy them.
        """
        stretch = next(each for each, end in zip(self._stretches, self._ends, strict=True) if cluster < end)
        return self._faces.word(sign, stretch.face, stretch.size * self._size_pt)[0]

    def _segments(
        self, span: Span, line: Sequence[Cluster], x_pt: float, colours: Mapping[str, str]
    ) -> Iterator[Segment]:
        """A line cut where its look changes."""
        start, end = span
        first = 0
        for stretch, stretch_end in zip(self._stretches, self._ends, strict=True):
            if stretch_end <= start or first >= len(line):
                continue
            # What stands on the line beyond its span is a hyphen or a space, and belongs to what is before it.
            last = stretch_end - start if stretch_end < end else len(line)
            clusters = tuple(line[first:last])
            offset = self._offsets[start + first] if start + first else 0
            rise_pt = stretch.rise_em * self._size_pt
            colour, underline = colours[stretch.colour], colours[stretch.underline] if stretch.underline else ""
            yield Segment(x_pt, clusters, colour, rise_pt, stretch.link, offset, underline)
            if last < len(line):
                x_pt += width_pt(clusters)
            first = last
