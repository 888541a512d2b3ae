"""The proof of a PDF: its text as a reader that knows nothing of this kit gets it, beside what the document says.

PDFium reads the file as a screen reader would, along its logical tree, and each clause must come back with the
letters it was given, in the order of the document (T06); pictures come first, with the words that stand for them.
White space is left out of the comparison: readers guess
it from distances, and each one guesses differently.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping
from contextlib import closing
from itertools import zip_longest

import pypdfium2
from pypdfium2 import raw as pdfium

from statement_kit.diagnostics import Diagnostic, OutputError
from statement_kit.document.blocks import Block
from statement_kit.pdfium import LOCK
from statement_kit.text.shaping import IGNORABLE

_LINE_END_HYPHENS = frozenset("\x02\ufffe")
"""What PDFium makes of any hyphen at which it takes a word to be parted by a line end, be it the author's own."""

_HYPHENS = frozenset("-\u2010")

_AS_READ: Mapping[int, str | None] = {
    **{ord(ligature): unicodedata.normalize("NFKC", ligature) for ligature in "ﬀﬁﬂﬃﬄﬅﬆ"},
    **dict.fromkeys(map(ord, "\u200c\u200d\u17b4\u17b5")),
}

_AROUND = 12
"""How many characters before and behind a difference a finding shows."""


def check_proof(data: bytes, blocks: Iterable[Block], pictures: Mapping[str, str] | None = None) -> None:
    """Make sure that a PDF gives back its text.

    Args:
        data: The file.
        blocks: What it must say, in this order.
        pictures: What it must say for the pictures before them, by their ids.

    Raises:
        OutputError: With every clause that is missing, too much, out of its order or read differently.
    """
    written = {**(pictures or {}), **{block.id: block.whole_text for block in blocks}}
    if problems := list(_differences(clause_texts(data), written)):
        raise OutputError(problems)


def clause_texts(data: bytes) -> dict[str, str]:
    """The text of each clause of a PDF that this kit made, by the clause's id, in the order in which it is read.

    That of a picture is its alternative text.

    Raises:
        OutputError: It is no PDF, or a damaged one.
    """
    found: dict[str, str] = {}
    with LOCK, closing(_opened(data)) as pdf:
        for page in pdf:
            for clause, text in _page_clauses(page):
                found[clause] = found.get(clause, "") + text
    return found


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise OutputError([Diagnostic("pdf/unreadable", "The file cannot be read as a PDF.")]) from error


def _page_clauses(page: pypdfium2.PdfPage) -> Iterator[tuple[str, str]]:
    """The stretches of text of a page in the order of the tree, each with the id of its clause."""
    with closing(page), closing(page.get_textpage()) as text_page:
        texts = _marked_texts(text_page)
        tree = pdfium.FPDF_StructTree_GetForPage(page)
        try:
            for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                yield from _clauses(pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), "", texts)
        finally:
            pdfium.FPDF_StructTree_Close(tree)


def _marked_texts(text_page: pypdfium2.PdfTextPage) -> dict[int, str]:
    """What is written in each marked-content sequence of a page, without the spaces PDFium puts in by itself."""
    units: dict[int, list[int]] = {}
    for at in range(pdfium.FPDFText_CountChars(text_page)):
        if not pdfium.FPDFText_IsGenerated(text_page, at):
            mark = pdfium.FPDFPageObj_GetMarkedContentID(pdfium.FPDFText_GetTextObject(text_page, at))
            units.setdefault(mark, []).append(pdfium.FPDFText_GetUnicode(text_page, at))
    return {mark: _decoded(its_units) for mark, its_units in units.items()}


def _decoded(units: Iterable[int]) -> str:
    """A text of code points, in which one beyond the first 65,536 may come as two halves (UTF-16)."""
    return "".join(map(chr, units)).encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def _clauses(element: object, clause: str, texts: Mapping[int, str]) -> Iterator[tuple[str, str]]:
    """The stretches of text below an element, each with the id of the innermost clause it is in."""
    clause = _property(pdfium.FPDF_StructElement_GetID, element) or clause
    if alt := _property(pdfium.FPDF_StructElement_GetAltText, element):
        yield clause, alt
        return
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if kid := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
            yield from _clauses(kid, clause, texts)
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)) >= 0:
            yield clause, texts.get(mark, "")


def _property(get: Callable[[object, object, int], int], element: object) -> str:
    """A text that an element has, as PDFium gives it; empty if it has none."""
    size = get(element, None, 0)
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return buffer.raw.decode("utf-16-le").rstrip("\0")


def _differences(read: dict[str, str], written: dict[str, str]) -> Iterator[Diagnostic]:
    for clause, text in written.items():
        if clause not in read:
            yield _differs(clause, "is missing from the PDF")
        elif difference := _difference(*_compared(read[clause], text)):
            yield _differs(clause, "reads “{}” in the PDF, where the document says “{}”".format(*difference))
    for clause in read.keys() - written.keys():
        yield _differs(clause, "stands in the PDF, but not in the document")
    if read.keys() == written.keys():
        for found, wanted in zip(read, written, strict=True):
            if found != wanted:
                yield _differs(found, f"is read in the place of {wanted}")
                return


def _difference(found: str, wanted: str) -> tuple[str, str] | None:
    """What stands around the first character that differs in each of two texts."""
    for at, (one, other) in enumerate(zip_longest(found, wanted)):
        if one != other:
            around = slice(max(0, at - _AROUND), at + _AROUND)
            return found[around], wanted[around]
    return None


def _compared(read: str, written: str) -> tuple[str, str]:
    """What is compared of a text that was read and one that was written: no white space, no hyphens of line ends."""
    wanted = _bare(written)
    found: list[str] = []
    for char in _bare(read):
        if char not in _LINE_END_HYPHENS:
            found.append(char)
        elif len(found) < len(wanted) and wanted[len(found)] in _HYPHENS:
            found.append(wanted[len(found)])
    return "".join(found), wanted


def _bare(text: str) -> str:
    """A text without white space, without what draws nothing, and with its ligatures in letters.

    PDFium gives neither joiners in Latin nor ligatures that were typed as such; other readers do.
    """
    return "".join(text.translate(IGNORABLE).translate(_AS_READ).split())


def _differs(clause: str, what: str) -> Diagnostic:
    return Diagnostic(
        "pdf/text-differs",
        f"{clause} {what}.",
        hint="Nobody could copy or hear it rightly. Choose another typeface for it, and tell the makers of the kit.",
        clause=clause,
    )
