"""A paragraph as line breaking sees it: widths, stops, and sums that make any line cheap to weigh."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.text.breaks import BreakClass

SLACK_PT = 1e-6
"""Room for rounding in sums of widths."""

SHORT_LAST = 0.16
"""A last line narrower than this part of the measure looks lost."""

Span = tuple[int, int]
"""The clusters of a line: the first one's index, and the index behind the last one's."""


class Stop(NamedTuple):
    """A place where a line may end.

    Attributes:
        at: Index of the cluster the next line begins with.
        kind: How good a place it is.
        hyphen_pt: How far the hyphen drawn there reaches, in pt.
        closes: Whether a mark stands before it that ends a clause: a comma, a colon, a dash.
    """

    at: int
    kind: BreakClass
    hyphen_pt: float = 0.0
    closes: bool = False


@dataclass(frozen=True, slots=True)
class Measured:
    """A paragraph's clusters.

    Attributes:
        widths: Width of each cluster, in pt.
        spaces: Whether each cluster is white space, which a line end swallows.
        stops: Where a line may end, ascending.
        spreads: Whether justification may put space behind each cluster (P01).
        hangs: How far each cluster stands out of the measure where it begins a line, and where it ends one, in pt.
    """

    widths: Sequence[float]
    spaces: Sequence[bool]
    stops: Sequence[Stop]
    spreads: Sequence[bool] = ()
    hangs: Sequence[tuple[float, float]] = ()


@dataclass(frozen=True, slots=True)
class Setting:
    """How lines are set: for a measure, ragged or justified.

    Attributes:
        measure_pt: Width of the column.
        indent_pt: How far the first line is indented.
        is_justified: Whether lines are stretched and shrunk to the measure.
        stretch_pt: What a space takes before anything else does.
        shrink_pt: What a space gives at most.
        spread_pt: What the place between two clusters takes at most, when the spaces have had theirs (P01).
        most: How many times this stretch a line may take; one that needs more is left short.
        target_pt: Width that all lines of a title should have, the last one among them; None in running text.
    """

    measure_pt: float
    indent_pt: float = 0.0
    is_justified: bool = False
    stretch_pt: float = 0.0
    shrink_pt: float = 0.0
    spread_pt: float = 0.0
    most: float = 1.0
    target_pt: float | None = None


class OverfullError(ValueError):
    """A piece of text without a break is wider than the measure; `span` holds its clusters' indices."""

    def __init__(self, span: Span) -> None:
        super().__init__(f"clusters {span[0]} to {span[1]} do not fit")
        self.span = span


class Piece:
    """What stands between two forced line breaks; a line of it goes from one stop to a later one.

    Stop 0 is the piece's beginning, the last one its end.

    Attributes:
        setting: How its lines are set.
        kinds: How good a place each stop is.
        closes: Whether a clause ends before each stop.
        at: The cluster that a line beginning at each stop begins with.
        last: The stop at its end.
        left: Where a line that begins at a stop has its left edge, in pt.
        right: Where a line that ends at a stop has its right edge, its spaces dropped and its hyphen drawn.
        stretch_left: What all that stands before a beginning line would take.
        stretch_right: What all that stands before an ending line's edge would take.
        shrink_left: What it would give, likewise.
        shrink_right: What it would give, likewise.
    """

    def __init__(self, sums: _Sums, span: Span, stops: Sequence[Stop]) -> None:
        first, last = span
        self.setting = sums.setting
        self.kinds = [BreakClass.PHRASE, *(stop.kind for stop in stops), BreakClass.FORCED]
        self.closes = [False, *(stop.closes for stop in stops), False]
        self.at = [first, *(stop.at for stop in stops), last]
        ends = [sums.solid[at] if sums.solid[at] > first else first for at in self.at]
        hyphens = [0.0, *(stop.hyphen_pt for stop in stops), 0.0]
        self.left = [sums.pen[at] + sums.hang_left[at] for at in self.at]
        if first == 0:
            self.left[0] -= sums.setting.indent_pt
        self.right = [sums.pen[at] - sums.hang_right[at] + hyphen for at, hyphen in zip(ends, hyphens, strict=True)]
        self.stretch_left = [sums.stretch[at] for at in self.at]
        self.stretch_right = [sums.stretch_before[at] for at in ends]
        self.shrink_left = [sums.shrink[at] for at in self.at]
        self.shrink_right = [sums.shrink[at] for at in ends]
        # Behind a space stands a word, though a line should seldom end there.
        words = (
            stop
            for stop, kind in enumerate(self.kinds[:-1])
            if kind <= BreakClass.WORD or sums.solid[self.at[stop]] < self.at[stop]
        )
        self._last_word = max(words, default=0)
        self.last = len(self.at) - 1

    def aiming_at(self, target_pt: float) -> Piece:
        """The same piece, its lines to be of one width."""
        piece = copy(self)
        piece.setting = replace(self.setting, target_pt=target_pt)
        return piece

    def natural_pt(self, start: int, end: int) -> float:
        """Width of a line, nothing stretched."""
        return self.right[end] - self.left[start]

    def line_ends(self) -> Iterator[tuple[int, int]]:
        """Each stop but the first, and the first one from which a line to it fits, spaces shrunk if they may be.

        Raises:
            OverfullError: Not even the shortest line to a stop fits.
        """
        floor = 0
        widths = [shrink - left for shrink, left in zip(self.shrink_left, self.left, strict=True)]
        for end in range(1, self.last + 1):
            room = self.setting.measure_pt + SLACK_PT - self.right[end] + self.shrink_right[end]
            start = floor
            while start < end and widths[start] > room:
                start += 1
            if start == end:
                raise OverfullError((self.at[end - 1], self.at[end]))
            yield end, start
            # A hyphen may reach further than the end of the next line, so what does not fit now may fit then.
            if self.kinds[end] is not BreakClass.HYPHEN:
                floor = start

    def is_lost(self, start: int) -> bool:
        """Whether a last line that begins there is one word, or too short to be seen as a line."""
        if start == 0:
            return False
        return start >= self._last_word or self.natural_pt(start, self.last) < SHORT_LAST * self.setting.measure_pt


class _Sums:
    """Per cluster, what stands before it: widths, stretch and shrink; and where the text before it ends solid."""

    def __init__(self, text: Measured, setting: Setting) -> None:
        count = len(text.widths)
        self.setting = setting
        self.pen = [0.0, *accumulate(text.widths)]
        self.solid = list(accumulate(range(count), lambda end, at: end if text.spaces[at] else at + 1, initial=0))
        nothing = [0.0] * (count + 1)
        self.hang_left = [*(left for left, _ in text.hangs), 0.0] if text.hangs else nothing
        self.hang_right = [0.0, *(right for _, right in text.hangs)] if text.hangs else nothing
        if not setting.is_justified:
            self.stretch = self.stretch_before = self.shrink = nothing
            return
        spreads = text.spreads or [False] * count
        stretches = [
            setting.stretch_pt if space else setting.spread_pt if spread else 0.0
            for space, spread in zip(text.spaces, spreads, strict=True)
        ]
        self.stretch = [0.0, *accumulate(stretches)]
        # Nothing is put behind the last cluster of a line.
        self.stretch_before = [0.0, *self.stretch[:-1]]
        self.shrink = [0.0, *accumulate(setting.shrink_pt if space else 0.0 for space in text.spaces)]


def pieces(text: Measured, setting: Setting) -> Iterator[Piece]:
    """The pieces of a paragraph, one if no line break is forced."""
    sums = _Sums(text, setting)
    forced = [stop.at for stop in text.stops if stop.kind is BreakClass.FORCED]
    for span in pairwise([0, *forced, len(text.widths)]):
        yield Piece(sums, span, [stop for stop in text.stops if span[0] < stop.at < span[1]])
