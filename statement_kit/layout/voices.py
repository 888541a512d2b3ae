"""The stretches of a block that look alike: what its marks come to in faces, sizes and colours."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.brand import Face, Style, voice
from statement_kit.diagnostics import Diagnostic, LayoutError
from statement_kit.document.blocks import Block
from statement_kit.languages.registry import Language
from statement_kit.markup import LINE_END, Mark, MarkKind
from statement_kit.text.breaks import SOFT_HYPHEN, ZERO_WIDTH_SPACE
from statement_kit.text.segmentation import cluster_ends
from statement_kit.text.shaping import IGNORABLE

_MAY_END = frozenset((SOFT_HYPHEN, ZERO_WIDTH_SPACE))
"""Characters by which an author says that a line may end."""

FAINT = "faint {}"
"""What a colour is called that is as faint as a line may be (see `Brand.faint`)."""

_NOTE_SIZE, _NOTE_RISE_EM = 0.66, 0.36
"""Size of a note's number within the text, and how far it stands above the baseline in em of that text."""


class Stretch(NamedTuple):
    """A part of a block's text in one voice.

    Attributes:
        start: Where it begins in the visible text, in code points.
        end: Where it ends.
        face: The face it is set in.
        size: Its size, as a part of the block's.
        rise_em: How far it stands above the baseline, in em of the block.
        colour: Name of its colour.
        link: Where it leads: a URI, or `#` and the id of a block.
        underline: Name of the colour of the line under it, where it is another.
    """

    start: int
    end: int
    face: Face
    size: float = 1.0
    rise_em: float = 0.0
    colour: str = "ink"
    link: str = ""
    underline: str = ""


class VisibleText:
    """A block's text without the characters that only steer line breaking, and the way from the one to the other.

    Attributes:
        text: What is drawn.
        ends: Where a line must end in the visible text.
        authored: Where its author says that a line may (L08).
    """

    def __init__(self, text: str) -> None:
        self.text = text.translate(IGNORABLE)
        self.ends: frozenset[int] = frozenset()
        self.authored: frozenset[int] = frozenset()
        self._offsets: list[int] | None = None
        if len(self.text) != len(text):
            self._offsets = [0, *accumulate(ord(char) not in IGNORABLE for char in text)]
            self.ends = frozenset(self._offsets[at] for at, char in enumerate(text) if char == LINE_END)
            self.authored = frozenset(self._offsets[at] for at, char in enumerate(text) if char in _MAY_END)

    def offset(self, at: int) -> int:
        """Where a place of the block's text is in the visible text."""
        return at if self._offsets is None else self._offsets[at]


def stretches(
    block: Block, visible: VisibleText, style: Style, language: Language, seams: Collection[int] = ()
) -> list[Stretch]:
    """The block's text cut where its look changes, and where a line must end; they leave nothing out.

    Args:
        block: Whose text.
        visible: What of it is drawn.
        style: How the block is set.
        language: In what language.
        seams: Where else to cut the visible text, if that parts no cluster.

    Raises:
        LayoutError: A mark begins or ends inside a cluster, which can only be drawn as a whole.
    """
    if not (block.marks or visible.ends or seams):
        return [Stretch(0, len(visible.text), style.face, colour=style.colour)]
    whole = {0, *cluster_ends(visible.text, language)}
    marks = [mark._replace(start=visible.offset(mark.start), end=visible.offset(mark.end)) for mark in block.marks]
    if problems := list(_parted_clusters(block, visible, marks, whole)):
        raise LayoutError(problems)
    edges = {0, len(visible.text), *(mark.start for mark in marks), *(mark.end for mark in marks)}
    edges |= whole & {*visible.ends, *seams}
    return [
        _stretch(start, end, [mark for mark in marks if mark.start <= start and end <= mark.end], style)
        for start, end in pairwise(sorted(edges))
    ]


def _stretch(start: int, end: int, marks: list[Mark], style: Style) -> Stretch:
    kinds = {mark.kind for mark in marks}
    face = voice(style.face, is_emphasised=MarkKind.EMPHASIS in kinds, is_strong=MarkKind.STRONG in kinds)
    for mark in reversed(marks):
        if mark.kind is MarkKind.NOTE:
            return Stretch(start, end, face, _NOTE_SIZE, _NOTE_RISE_EM, style.colour, f"#{mark.target}")
        if mark.kind is MarkKind.LINK:
            underline = FAINT.format(style.underline_colour) if style.underline_colour else ""
            return Stretch(start, end, face, colour=style.link_colour, link=mark.target, underline=underline)
    return Stretch(start, end, face, colour=style.colour)


def _parted_clusters(
    block: Block, visible: VisibleText, marks: Iterable[Mark], whole: Collection[int]
) -> Iterator[Diagnostic]:
    for mark in marks:
        for at in (mark.start, mark.end):
            if at not in whole:
                piece = visible.text[max(0, at - 3) : at + 3]
                yield Diagnostic(
                    "layout/mark-inside-cluster",
                    f"{block.id}: {mark.kind} begins or ends inside a letter with its signs, in “{piece}”.",
                    hint="Put the * before the whole letter or behind it.",
                    clause=block.id,
                )
