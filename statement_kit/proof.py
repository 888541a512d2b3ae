"""The proof of a PDF: its text as a reader that knows nothing of this kit gets it, beside what the document says.

PDFium reads the file as a screen reader would, along its logical tree, and each clause must come back with the
letters it was given, in the order of the document (T06); a picture before it or behind it comes with the words that
stand for it. White space is left out of the comparison: readers guess it from distances, and each one guesses
differently.
"""

from __future__ import annotations

import ctypes
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from contextlib import closing
from itertools import zip_longest

import pypdfium2
from pypdfium2 import raw as pdfium

from statement_kit.diagnostics import Diagnostic, OutputError
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


def check_versions(data: bytes, versions: Sequence[Mapping[str, str]]) -> None:
    """Make sure that a PDF gives back the text of every version of a statement that it holds.

    Args:
        data: The file.
        versions: What each must say, by the ids of clauses and pictures, in this order. Pages may hold some of each, so
            that the order is that of one version only.

    Raises:
        OutputError: With every clause that is missing, too much, out of its order or read differently.
    """
    if problems := list(_differences(clause_texts(data), versions)):
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
            _add_page(found, page)
    return found


def _opened(data: bytes) -> pypdfium2.PdfDocument:
    try:
        return pypdfium2.PdfDocument(data)
    except pypdfium2.PdfiumError as error:
        raise OutputError([Diagnostic("pdf/unreadable", "The file cannot be read as a PDF.")]) from error


def _add_page(found: dict[str, str], page: pypdfium2.PdfPage) -> None:
    """Add the stretches of text of a page, in the order of the tree, to what has been read of their clauses."""
    with closing(page), closing(page.get_textpage()) as text_page:
        texts = _marked_texts(page.raw, text_page.raw)
        tree = pdfium.FPDF_StructTree_GetForPage(page.raw)
        try:
            for at in range(pdfium.FPDF_StructTree_CountChildren(tree)):
                _add_clauses(found, pdfium.FPDF_StructTree_GetChildAtIndex(tree, at), "", texts)
        finally:
            pdfium.FPDF_StructTree_Close(tree)


def _marked_texts(page: object, text_page: object) -> dict[int, str]:
    """What is written in each marked-content sequence of a page."""
    found: dict[int, str] = {}
    for at in range(pdfium.FPDFPage_CountObjects(page)):
        drawn = pdfium.FPDFPage_GetObject(page, at)
        mark = pdfium.FPDFPageObj_GetMarkedContentID(drawn)
        if mark >= 0 and pdfium.FPDFPageObj_GetType(drawn) == pdfium.FPDF_PAGEOBJ_TEXT:
            found[mark] = found.get(mark, "") + _object_text(drawn, text_page)
    return found


def _object_text(drawn: object, text_page: object) -> str:
    """What one operator shows; the spaces that PDFium puts in by itself are among it."""
    size = pdfium.FPDFTextObj_GetText(drawn, text_page, _UNITS, _SIZE)
    if size <= _SIZE:
        return _decoded(_BUFFER.raw[:size])
    buffer = (ctypes.c_ushort * size)()
    pdfium.FPDFTextObj_GetText(drawn, text_page, buffer, size)
    return _decoded(bytes(buffer)[:size])


def _add_clauses(found: dict[str, str], element: object, clause: str, texts: Mapping[int, str]) -> None:
    """Add the stretches of text below an element, each to the innermost clause it is in."""
    clause = _property(pdfium.FPDF_StructElement_GetID, element) or clause
    if alt := _property(pdfium.FPDF_StructElement_GetAltText, element):
        found[clause] = found.get(clause, "") + alt
        return
    for at in range(pdfium.FPDF_StructElement_CountChildren(element)):
        if kid := pdfium.FPDF_StructElement_GetChildAtIndex(element, at):
            _add_clauses(found, kid, clause, texts)
        elif (mark := pdfium.FPDF_StructElement_GetChildMarkedContentID(element, at)) >= 0:
            found[clause] = found.get(clause, "") + texts.get(mark, "")


def _property(get: Callable[[object, object, int], int], element: object) -> str:
    """A text that an element has, as PDFium gives it; empty if it has none."""
    size = get(element, _BUFFER, _SIZE)
    if size <= len(_END):
        return ""
    if size <= _SIZE:
        return _decoded(_BUFFER.raw[:size])
    buffer = ctypes.create_string_buffer(size)
    get(element, buffer, size)
    return _decoded(buffer.raw)


def _decoded(data: bytes) -> str:
    """A text in UTF-16, its end marked."""
    return data.removesuffix(_END).decode("utf-16-le", "replace")


_END = b"\0\0"
_SIZE = 1024
_BUFFER = ctypes.create_string_buffer(_SIZE)
_UNITS = ctypes.cast(_BUFFER, ctypes.POINTER(ctypes.c_ushort))
"""Where PDFium puts what it is asked for, if it is not too long; nobody uses it without the lock."""


def _differences(read: dict[str, str], versions: Sequence[Mapping[str, str]]) -> Iterator[Diagnostic]:
    written = {clause: text for version in versions for clause, text in version.items()}
    for clause, text in written.items():
        if clause not in read:
            yield _differs(clause, "is missing from the PDF")
        elif not _is_same(read[clause], text) and (difference := _difference(*_compared(read[clause], text))):
            yield _differs(clause, "reads “{}” in the PDF, where the document says “{}”".format(*difference))
    for clause in read.keys() - written.keys():
        yield _differs(clause, "stands in the PDF, but not in the document")
    if read.keys() == written.keys():
        for version in versions:
            yield from _misplaced([clause for clause in read if clause in version], version)


def _misplaced(read: Sequence[str], version: Iterable[str]) -> Iterator[Diagnostic]:
    """The first clause of a version that is out of its order."""
    for found, wanted in zip(read, version, strict=True):
        if found != wanted:
            yield _differs(found, f"is read in the place of {wanted}")
            return


def _is_same(found: str, wanted: str) -> bool:
    """Whether two texts differ in white space at most: as nearly all do, and soon seen."""
    return found.split() == wanted.split() or "".join(found.split()) == "".join(wanted.split())


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
