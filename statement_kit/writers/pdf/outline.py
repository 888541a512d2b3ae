"""Bookmarks: the title, under it every section, demand and the annex, under that its groups (requirement F03).

Where several documents stand in one file, those of each stand under the name of its language.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.document.blocks import HEADING_LEVELS, Document
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.file import PdfFile, Reference

_OPEN = 1
"""How many levels of bookmarks have those under them in sight: the title."""


@dataclass
class _Entry:
    title: str
    destination: object
    children: list[_Entry] = field(default_factory=list)


def add_outline(file: PdfFile, documents: Sequence[Document], places: Mapping[str, PDFArray]) -> Reference:
    """Put the bookmarks into the file, each leading to its block; a reference to their root."""
    root = PDFDictionary({"Type": PDFName("Outlines")})
    reference = file.add(root)
    if len(documents) == 1:
        _link(file, root, reference, _tree(documents[0], places))
    else:
        _link(file, root, reference, [_version(document, places) for document in documents], depth=-1)
    return reference


def _version(document: Document, places: Mapping[str, PDFArray]) -> _Entry:
    """The bookmarks of one of several documents, under the name of its language."""
    return _Entry(document.language.endonym, places[document.blocks[0].id], _tree(document, places))


def _tree(document: Document, places: Mapping[str, PDFArray]) -> list[_Entry]:
    """The headings, each under the one before it that is of a higher level."""
    top = _Entry("", None)
    around = [(0, top)]
    for block in document.blocks:
        level = HEADING_LEVELS.get(block.role)
        if level is None:
            continue
        entry = _Entry(block.whole_text.translate(IGNORABLE), places[block.id])
        while around[-1][0] >= level:
            around.pop()
        around[-1][1].children.append(entry)
        around.append((level, entry))
    return top.children


def _link(
    file: PdfFile, parent: PDFDictionary, parent_reference: Reference, entries: list[_Entry], depth: int = 0
) -> None:
    """Chain the entries under their parent (ISO 32000-1 12.3.3); what is deeper than parts of the text is folded."""
    nodes = [PDFDictionary({"Title": PDFString(entry.title), "Dest": entry.destination}) for entry in entries]
    references = [file.add(node) for node in nodes]
    if not references:
        return
    parent["First"], parent["Last"] = references[0], references[-1]
    parent["Count"] = len(references) if depth <= _OPEN else -len(references)
    for at, (node, entry) in enumerate(zip(nodes, entries, strict=True)):
        node["Parent"] = parent_reference
        if at:
            node["Prev"] = references[at - 1]
        if at + 1 < len(references):
            node["Next"] = references[at + 1]
        _link(file, node, references[at], entry.children, depth + 1)
