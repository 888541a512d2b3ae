"""What stands in a cell of a Word table, as text, and what in it could not be said in text.

A line break and the end of a paragraph are both a line end, as they are in a workbook, and nothing is made of them: a
clause is one paragraph, and a forced line break in it is a backslash before a line end, which the pack shows. So a line
end that a translator typed without one is refused with a hint when the pack is applied, and never guessed at.
"""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from statement_kit.packs.parts import attribute, local

_TRACKED = {"ins", "del", "moveFrom", "moveTo", "cellIns", "cellDel", "cellMerge"}
"""What tracked changes leave in a text (ISO/IEC 29500-1, 17.13.5); changes of formatting alone do not matter."""

_FOREIGN = {
    "tbl": "a table",
    "sym": "a symbol of a font",
    "footnoteReference": "a footnote of Word's",
    "endnoteReference": "an endnote of Word's",
    "oMath": "a formula",
    "altChunk": "another document",
    "subDoc": "another document",
    "blip": "a picture",
    "imagedata": "a picture",
    "OLEObject": "an object of another program",
    "chart": "a chart",
}
"""What no text can stand for."""

_SIGNS = {
    "tab": "\t",
    "ptab": "\t",
    "br": "\n",
    "cr": "\n",
    "noBreakHyphen": "\u2011",
    "softHyphen": "\u00ad",
}

_SILENT = {"instrText", "delText", "delInstrText", "rt", "annotationRef", "footnoteRef", "endnoteRef"}
"""What has text in it that is not part of what is read: codes of fields, reading aids."""


class Reader:
    """Reads the text of one cell; it remembers which fields are open from paragraph to paragraph."""

    def __init__(self) -> None:
        self._fields: list[bool] = []

    def text(self, cell: etree._Element) -> str:
        """The cell's paragraphs, a line end between each two."""
        return "\n".join("".join(self._within(paragraph)) for paragraph in paragraphs(cell))

    def _within(self, element: etree._Element) -> Iterator[str]:
        for child in element:
            name = local(child)
            if name == "fldChar":
                self._turn(attribute(child, "fldCharType") or "")
            elif not name or name in _SILENT or name.endswith("Pr"):
                continue
            elif name == "t":
                yield "" if any(self._fields) else child.text or ""
            elif name in _SIGNS:
                yield "" if any(self._fields) else _SIGNS[name]
            elif name == "AlternateContent":
                yield from self._within(_chosen(child))
            elif name == "txbxContent":
                yield "\n" + "\n".join("".join(self._within(paragraph)) for paragraph in paragraphs(child))
            elif not (name == "sdt" and _is_placeholder(child)):
                yield from self._within(child)

    def _turn(self, kind: str) -> None:
        """Note that a field begins with its code, goes on with its result, or ends (ISO/IEC 29500-1, 17.16.18)."""
        if kind == "begin":
            self._fields.append(True)
        elif self._fields and kind == "separate":
            self._fields[-1] = False
        elif self._fields and kind == "end":
            self._fields.pop()


def paragraphs(element: etree._Element) -> Iterator[etree._Element]:
    """The paragraphs of a cell or a text box, those within content controls too, those of tables in it not."""
    for child in element:
        name = local(child)
        if name == "p":
            yield child
        elif name in ("sdt", "sdtContent", "customXml", "ins", "moveTo") and not _is_placeholder(child):
            yield from paragraphs(child)


def _chosen(element: etree._Element) -> etree._Element:
    """One of the forms of a content that is there in several, for older programs (ISO/IEC 29500-3, 10.2)."""
    return next(iter(element), element)


def _is_placeholder(element: etree._Element) -> bool:
    """Whether a content control shows no more than the words that ask for one (17.5.2.39)."""
    return local(element) == "sdt" and element.find("{*}sdtPr/{*}showingPlcHdr") is not None


def has_tracked_changes(element: etree._Element) -> bool:
    """Whether there are insertions or deletions in it that nobody has accepted or rejected."""
    return any(local(part) in _TRACKED for part in element.iter())


def foreign(cell: etree._Element) -> str:
    """What in a cell no text can stand for, in words; empty if there is nothing."""
    return next((_FOREIGN[local(part)] for part in cell.iterdescendants() if local(part) in _FOREIGN), "")


def comments_on(element: etree._Element) -> list[str]:
    """The ids of the comments on it."""
    return [attribute(part, "id") or "" for part in element.iter("{*}commentReference")]
