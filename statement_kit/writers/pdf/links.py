"""Links: rectangles on a page that lead to an address, or to another place in the document (ISO 32000-1 12.5.6.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import partial
from itertools import groupby
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.document.blocks import Block, Document
from statement_kit.layout.frames import Line, Page, Segment
from statement_kit.layout.voices import VisibleText
from statement_kit.markup import LINE_END, Mark, MarkKind, address_of
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.content import number
from statement_kit.writers.pdf.structure import Element, Structure

_ABOVE_EM, _BELOW_EM = 0.8, 0.25
"""How far a link's rectangle reaches above and below the baseline, in em of its text."""

_PRINTED = 4
"""The flag of an annotation that is printed, as archival files want it (ISO 19005-2 6.3.2)."""

_LINKS = (MarkKind.LINK, MarkKind.NOTE)

_MOST_SAID = 500
"""Most characters of a description: nobody can stop or skim it."""


class Link(NamedTuple):
    """A link on a page.

    Attributes:
        element: The `Link` element it belongs to.
        annotation: Its annotation, without its number in the tree.
    """

    element: Element
    annotation: PDFDictionary


class Links:
    """The links of a file.

    Args:
        documents: What it holds.
        places: Where its links may lead, by id.
        structure: Its tree.
    """

    def __init__(self, documents: Sequence[Document], places: Mapping[str, PDFArray], structure: Structure) -> None:
        self._labels = {block.id: document.note_labels for document in documents for block in document.blocks}
        self._places = places
        self._structure = structure
        self._blocks = {block.id: block for document in documents for block in document.blocks}
        self._visible: dict[str, VisibleText] = {}

    def on_page(self, page: Page, height_pt: float) -> Iterator[Link]:
        """The links of a page, one for each line they stand on."""
        for line in page.text:
            for key, group in groupby(line.segments, partial(self._key, line)):
                segments = list(group)
                if key and any(not cluster.is_space for segment in segments for cluster in segment.clusters):
                    yield Link(self._element(line, segments[0]), self._annotation(line, segments, height_pt))

    def _key(self, line: Line, segment: Segment) -> tuple[Element, str] | None:
        """What the segments of one link have in common, be they in several voices."""
        return (self._element(line, segment), segment.link) if segment.link else None

    def _element(self, line: Line, segment: Segment) -> Element:
        leaf, _ = next(self._structure.parts(line.block, segment))
        return leaf.element.within("Link")

    def _annotation(self, line: Line, segments: Sequence[Segment], height_pt: float) -> PDFDictionary:
        first = segments[0]
        return PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": _rectangle(segments, height_pt - line.baseline_pt + first.rise_pt),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(self._description(line, first)),
                **self._goal(first.link),
            }
        )

    def _description(self, line: Line, segment: Segment) -> str:
        """What may be said of a link in the place of its words: they, and where it leads (F01; WCAG 2.1, 2.5.3)."""
        block = self._blocks[line.block]
        if segment.offset is None:
            return self._labels[block.id].back(block.label)
        mark = self._mark(block, segment.offset)
        if mark.kind is MarkKind.NOTE:
            return _shortened(self._note(self._blocks[mark.target]))
        words = _said(block.text[mark.start : mark.end])
        goal = self._named_goal(segment.link)
        if _compact(words) == _compact(goal):
            return words
        return _shortened(goal if words in goal else f"{words} ({goal})")

    def _note(self, note: Block) -> str:
        """That it is a note, and what it says."""
        return f"{self._labels[note.id].note(note.label)}: {_said(note.text)}"

    def _mark(self, block: Block, offset: int) -> Mark:
        """The mark of a link that a place of a block's visible text is in."""
        if block.id not in self._visible:
            self._visible[block.id] = VisibleText(block.text)
        visible = self._visible[block.id]
        return next(
            mark
            for mark in block.marks
            if mark.kind in _LINKS and visible.offset(mark.start) <= offset < visible.offset(mark.end)
        )

    def _named_goal(self, link: str) -> str:
        """Where a link leads: an address, or the heading of a part."""
        if link.startswith("#"):
            return self._blocks[link[1:]].whole_text.translate(IGNORABLE)
        return address_of(link)

    def _goal(self, link: str) -> dict[str, object]:
        if link.startswith("#"):
            return {"Dest": self._places[link[1:]]}
        return {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link)})}


def _said(text: str) -> str:
    """A block's text on one line, without what only steers the ends of lines."""
    return text.replace(LINE_END, " ").translate(IGNORABLE)


def _shortened(description: str) -> str:
    """A description that is heard in one go, and that every archive can hold (ISO 19005-2 6.1.13)."""
    return description if len(description) <= _MOST_SAID else f"{description[: _MOST_SAID - 1]}…"


def _compact(text: str) -> str:
    """An address or a number without what only parts its digits."""
    return re.sub(r"[\s().-]", "", text)


def _rectangle(segments: Sequence[Segment], baseline_pt: float) -> PDFArray:
    size_pt = max(cluster.size_pt for segment in segments for cluster in segment.clusters)
    corners = (
        segments[0].x_pt,
        baseline_pt - _BELOW_EM * size_pt,
        segments[-1].end_pt,
        baseline_pt + _ABOVE_EM * size_pt,
    )
    return PDFArray(list(map(number, corners)))
