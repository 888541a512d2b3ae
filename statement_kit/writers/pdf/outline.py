"""Bookmarks: the title, and under it every section, demand and the annex (requirement F03)."""

from __future__ import annotations

from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFString

from statement_kit.document.blocks import HEADING_LEVELS, Document
from statement_kit.layout.frames import Pages
from statement_kit.layout.pages import block_pages
from statement_kit.text.shaping import IGNORABLE

_ABOVE_PT = 18.0
"""How far above a heading's baseline a reader is taken."""


@dataclass
class _Entry:
    title: str
    destination: object
    children: list[_Entry] = field(default_factory=list)


def add_outline(pdf: PDFDocument, document: Document, pages: Pages, page_references: list[object]) -> object:
    """Put the bookmarks into the document; a reference to their root."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = pdf.Reference(root)
    entries = _tree(document, pages, page_references)
    _link(pdf, root, reference, entries)
    return reference


def _tree(document: Document, pages: Pages, page_references: list[object]) -> list[_Entry]:
    places = block_pages(pages)
    top: list[_Entry] = []
    for block in document.blocks:
        level = HEADING_LEVELS.get(block.role)
        if level is None:
            continue
        page, line = places[block.id]
        height = pages.height_pt - line.baseline_pt + _ABOVE_PT
        destination = PDFArray([page_references[page], PDFName("XYZ"), "null", round(height, 1), "null"])
        entry = _Entry(block.whole_text.translate(IGNORABLE), destination)
        (top[-1].children if level > 1 and top else top).append(entry)
    return top


def _link(pdf: PDFDocument, parent: PDFDictionary, parent_reference: object, entries: list[_Entry]) -> None:
    """Chain the entries under their parent (ISO 32000-1 12.3.3)."""
    nodes = [PDFDictionary({"Title": PDFString(entry.title), "Dest": entry.destination}) for entry in entries]
    references = [pdf.Reference(node) for node in nodes]
    if not references:
        return
    parent["First"], parent["Last"], parent["Count"] = references[0], references[-1], len(references)
    for at, (node, entry) in enumerate(zip(nodes, entries, strict=True)):
        node["Parent"] = parent_reference
        if at:
            node["Prev"] = references[at - 1]
        if at + 1 < len(references):
            node["Next"] = references[at + 1]
        _link(pdf, node, references[at], entry.children)
