"""Links: rectangles on a page that lead to an address, or to another place in the document (ISO 32000-1 12.5.6.5)."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from typing import NamedTuple

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.document.blocks import Document
from statement_kit.layout.frames import Line, Page, Segment
from statement_kit.layout.voices import VisibleText
from statement_kit.markup import MarkKind
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.content import number
from statement_kit.writers.pdf.destinations import Destination
from statement_kit.writers.pdf.structure import Element, Structure

_ABOVE_EM, _BELOW_EM = 0.8, 0.25
"""How far a link's rectangle reaches above and below the baseline, in em of its text."""

_PRINTED = 4
"""The flag of an annotation that is printed, as archival files want it (ISO 19005-2 6.3.2)."""

_SILENT = re.compile("^(mailto|tel):")
"""What stands before an address that nobody says."""


class Link(NamedTuple):
    """A link on a page.

    Attributes:
        element: The `Link` element it belongs to.
        annotation: Its annotation, without its number in the tree.
    """

    element: Element
    annotation: PDFDictionary


class Links:
    """The links of a document.

    Args:
        document: The document.
        page_count: How many pages it has.
        places: Where its links may lead, by id.
        structure: Its tree.
    """

    def __init__(
        self, document: Document, page_count: int, places: Mapping[str, Destination], structure: Structure
    ) -> None:
        self._labels = document.page_labels
        self._page_count = page_count
        self._places = places
        self._structure = structure
        self._blocks = {block.id: block for block in document.blocks}

    def on_page(self, page: Page, height_pt: float) -> Iterator[Link]:
        """The links of a page, one for each stretch of a line."""
        for line in page.text:
            for segment in line.segments:
                if segment.link and any(not cluster.is_space for cluster in segment.clusters):
                    yield Link(self._element(line, segment), self._annotation(line, segment, height_pt))

    def _element(self, line: Line, segment: Segment) -> Element:
        leaf, _ = next(self._structure.parts(line.block, segment))
        return leaf.element.within("Link")

    def _annotation(self, line: Line, segment: Segment, height_pt: float) -> PDFDictionary:
        return PDFDictionary(
            {
                "Type": PDFName("Annot"),
                "Subtype": PDFName("Link"),
                "Rect": _rectangle(segment, height_pt - line.baseline_pt + segment.rise_pt),
                "Border": PDFArray([0, 0, 0]),
                "F": _PRINTED,
                "Contents": PDFString(self._description(line, segment)),
                **self._goal(segment.link),
            }
        )

    def _description(self, line: Line, segment: Segment) -> str:
        """What may be said of a link in the place of its words: they, and where it leads (F01; WCAG 2.1, 2.5.3)."""
        words, goal = self._words(line, segment), self._named_goal(segment.link)
        return goal if words.strip() in goal else f"{words} ({goal})"

    def _words(self, line: Line, segment: Segment) -> str:
        """All the words of the link that a segment is part of; none of a label, which is a number."""
        block = self._blocks[line.block]
        visible = VisibleText(block.text)
        for mark in block.marks:
            words = visible.text[visible.offset(mark.start) : visible.offset(mark.end)]
            is_within = segment.offset is not None and 0 <= segment.offset - visible.offset(mark.start) < len(words)
            if mark.kind is MarkKind.LINK and is_within:
                return words
        return ""

    def _named_goal(self, link: str) -> str:
        """Where a link leads: an address, the text of a heading or note, or the page where a note is referred to."""
        if not link.startswith("#"):
            return _SILENT.sub("", link)
        if block := self._blocks.get(link[1:]):
            return block.whole_text.translate(IGNORABLE)
        return self._labels.text(self._places[link[1:]].page + 1, self._page_count)

    def _goal(self, link: str) -> dict[str, object]:
        if link.startswith("#"):
            return {"Dest": self._places[link[1:]].syntax}
        return {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link)})}


def _rectangle(segment: Segment, baseline_pt: float) -> PDFArray:
    size_pt = max(cluster.size_pt for cluster in segment.clusters)
    corners = (
        segment.x_pt,
        baseline_pt - _BELOW_EM * size_pt,
        segment.end_pt,
        baseline_pt + _ABOVE_EM * size_pt,
    )
    return PDFArray(list(map(number, corners)))
