"""Bookmarks: the title, and under it every section, demand and the annex (requirement F03)."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.document.blocks import HEADING_LEVELS, Document
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.file import PdfFile, Reference


@dataclass
class _Entry:
    title: str
    destination: object
    children: list[_Entry] = field(default_factory=list)


def add_outline(file: PdfFile, document: Document, places: Mapping[str, PDFArray]) -> Reference:
    """Put the bookmarks into the document, each leading to its block; a reference to their root."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = file.add(root)
    _link(file, root, reference, _tree(document, places))
    return reference


def _tree(document: Document, places: Mapping[str, PDFArray]) -> list[_Entry]:
    top: list[_Entry] = []
    for block in document.blocks:
        level = HEADING_LEVELS.get(block.role)
        if level is None:
            continue
        entry = _Entry(block.whole_text.translate(IGNORABLE), places[block.id])
        (top[-1].children if level > 1 and top else top).append(entry)
    return top


def _link(file: PdfFile, parent: PDFDictionary, parent_reference: Reference, entries: list[_Entry]) -> None:
    """Chain the entries under their parent (ISO 32000-1 12.3.3)."""
    nodes = [PDFDictionary({"Title": PDFString(entry.title), "Dest": entry.destination}) for entry in entries]
    references = [file.add(node) for node in nodes]
    if not references:
        return
    parent["First"], parent["Last"], parent["Count"] = references[0], references[-1], len(references)
    for at, (node, entry) in enumerate(zip(nodes, entries, strict=True)):
        node["Parent"] = parent_reference
        if at:
            node["Prev"] = references[at - 1]
        if at + 1 < len(references):
            node["Next"] = references[at + 1]
        _link(file, node, references[at], entry.children)
