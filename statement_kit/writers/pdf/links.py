"""Links: rectangles on a page that lead to an address, or to another place in the document (ISO 32000-1 12.5.6.5)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.layout.frames import Page, Segment
from statement_kit.writers.pdf.content import number

_ABOVE_EM, _BELOW_EM = 0.8, 0.25
"""How far a link's rectangle reaches above and below the baseline, in em of its text."""


def link_annotations(page: Page, height_pt: float, destinations: Mapping[str, PDFArray]) -> Iterator[PDFDictionary]:
    """The links of a page, one for each stretch of a line.

    Args:
        page: The page.
        height_pt: Height of the sheet.
        destinations: Where each block of the document begins, by its id.
    """
    for line in page.lines:
        for segment in line.segments:
            if segment.link and any(not cluster.is_space for cluster in segment.clusters):
                baseline_pt = height_pt - line.baseline_pt + segment.rise_pt
                yield PDFDictionary(
                    {
                        "Type": PDFName("Annot"),
                        "Subtype": PDFName("Link"),
                        "Rect": _rectangle(segment, baseline_pt),
                        "Border": PDFArray([0, 0, 0]),
                        **_goal(segment.link, destinations),
                    }
                )


def _rectangle(segment: Segment, baseline_pt: float) -> PDFArray:
    size_pt = max(cluster.size_pt for cluster in segment.clusters)
    corners = (
        segment.x_pt,
        baseline_pt - _BELOW_EM * size_pt,
        segment.end_pt,
        baseline_pt + _ABOVE_EM * size_pt,
    )
    return PDFArray(list(map(number, corners)))


def _goal(link: str, destinations: Mapping[str, PDFArray]) -> dict[str, object]:
    if link.startswith("#"):
        return {"Dest": destinations[link[1:]]}
    return {"A": PDFDictionary({"S": PDFName("URI"), "URI": PDFString(link)})}
