"""The stretches of a block that look alike: what its marks come to in faces, sizes and colours."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import accumulate, pairwise
from typing import NamedTuple

from statement_kit.brand import Face, Style, voice
from statement_kit.diagnostics import Diagnostic, LayoutError
from statement_kit.document.blocks import Block
from statement_kit.languages.registry import Language
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.segmentation import cluster_ends
from statement_kit.text.shaping import IGNORABLE

LINK_COLOUR = "accent"

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
    """

    start: int
    end: int
    face: Face
    size: float = 1.0
    rise_em: float = 0.0
    colour: str = "ink"
    link: str = ""


class VisibleText:
    """A block's text without the characters that only steer line breaking, and the way from the one to the other.

    Attributes:
        text: What is drawn.
    """

    def __init__(self, text: str) -> None:
        self.text = text.translate(IGNORABLE)
        self._offsets: list[int] | None = None
        if len(self.text) != len(text):
            self._offsets = [0, *accumulate(ord(char) not in IGNORABLE for char in text)]

    def offset(self, at: int) -> int:
        """Where a place of the block's text is in the visible text."""
        return at if self._offsets is None else self._offsets[at]


def stretches(block: Block, visible: VisibleText, style: Style, language: Language) -> list[Stretch]:
    """The block's text cut where its look changes; they follow one another and leave nothing out.

    Raises:
        LayoutError: A mark begins or ends inside a cluster, which can only be drawn as a whole.
    """
    if not block.marks:
        return [Stretch(0, len(visible.text), style.face, colour=style.colour)]
    if problems := list(_parted_clusters(block, language)):
        raise LayoutError(problems)
    edges = {0, len(block.text), *(mark.start for mark in block.marks), *(mark.end for mark in block.marks)}
    found = []
    for start, end in pairwise(sorted(edges)):
        marks = [mark for mark in block.marks if mark.start <= start and end <= mark.end]
        first, last = visible.offset(start), visible.offset(end)
        if first < last:
            found.append(_stretch(first, last, marks, style))
    return found


def _stretch(start: int, end: int, marks: list[Mark], style: Style) -> Stretch:
    kinds = {mark.kind for mark in marks}
    face = voice(style.face, is_emphasised=MarkKind.EMPHASIS in kinds, is_strong=MarkKind.STRONG in kinds)
    for mark in reversed(marks):
        if mark.kind is MarkKind.NOTE:
            return Stretch(start, end, face, _NOTE_SIZE, _NOTE_RISE_EM, style.colour, f"#{mark.target}")
        if mark.kind is MarkKind.LINK:
            return Stretch(start, end, face, colour=LINK_COLOUR, link=mark.target)
    return Stretch(start, end, face, colour=style.colour)


def _parted_clusters(block: Block, language: Language) -> Iterator[Diagnostic]:
    whole = {0, *cluster_ends(block.text, language)}
    for mark in block.marks:
        for at in (mark.start, mark.end):
            if at not in whole:
                piece = block.text[max(0, at - 3) : at + 3]
                yield Diagnostic(
                    "layout/mark-inside-cluster",
                    f"{block.id}: {mark.kind} begins or ends inside a letter with its signs, in “{piece}”.",
                    hint="Put the * before the whole letter or behind it.",
                    clause=block.id,
                )
