"""A document or a parallel edition as the bytes of a file, in each format; a PDF is proved."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from enum import StrEnum
from functools import partial

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, letterhead_problems
from statement_kit.diagnostics import SourceError, gather
from statement_kit.document.blocks import Document
from statement_kit.document.parallel import Content, documents_of, is_side_by_side, renamed, with_each
from statement_kit.layout.pages import check_glyphs, lay_out
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import FontLibrary, font_library


class Format(StrEnum):
    """What a document can be written as; the value is the file's extension."""

    PDF = "pdf"
    DOCX = "docx"
    TEXT = "txt"


def check_looks(document: Document, brand: Brand, formats: Sequence[Format]) -> None:
    """Make sure, once for all formats that are set in type, that the brand can set this document.

    Raises:
        SourceError: The letterhead lacks something in the document's language.
        FontError: Characters have no glyph in the brand's fonts.
    """
    if set(formats) == {Format.TEXT}:
        return
    if problems := list(letterhead_problems(brand, [document.language.tag])):
        raise SourceError(problems)
    if set(formats) != {Format.PDF}:  # laying out the PDF finds the same by itself
        check_glyphs(with_label_forms(document, brand), brand, _library(brand))


def _library(brand: Brand) -> FontLibrary:
    """The bundled fonts, and those that the brand brings."""
    return font_library(fonts_folder()).with_files(brand.fonts)


def check_typefaces(brand: Brand, formats: Sequence[Format]) -> None:
    """Make sure, once for all documents that are set in type, that every typeface of the brand has its font.

    Raises:
        FontError: With every font that is missing or cannot be used.
    """
    if set(formats) == {Format.TEXT}:
        return
    # The bundled fonts are known to be there, and each is loaded when it is used.
    at_hand = font_library(fonts_folder()).names - {(file.family, file.weight, file.is_italic) for file in brand.fonts}
    library, by_face = _library(brand), brand.typefaces.values()
    wanted = {(each.family, each.weight, each.is_italic): None for by_script in by_face for each in by_script.values()}
    gather(
        partial(library.font, family, weight, is_italic=is_italic)
        for family, weight, is_italic in wanted
        if (family, weight, is_italic) not in at_hand
    )


def written(file_format: Format, content: Content, brand: Brand, *, proof: bool) -> bytes:
    """A document or a parallel edition as the bytes of a file, which is proved if it is a PDF."""
    content = with_each(content, partial(with_label_forms, brand=brand))
    data = _WRITERS[file_format](content, brand)
    if proof and file_format is Format.PDF:
        _prove(data, content, brand)
    return data


# Each writer is imported when first wanted: it brings a library of its own, which costs more time to
# import than a small statement takes to write.


def _pdf(content: Content, brand: Brand) -> bytes:
    from statement_kit.writers.pdf import write_pdf

    return write_pdf(content, lay_out(content, brand, _library(brand)))


def _prove(data: bytes, content: Content, brand: Brand) -> None:
    from statement_kit.proof import check_versions

    headed = documents_of(content)[:1] if is_side_by_side(content) else documents_of(content)
    check_versions(data, [_said(document, brand, document in headed) for document in documents_of(content)])


def _said(document: Document, brand: Brand, is_headed: bool) -> dict[str, str]:
    """What a file must say of a document, by the ids of clauses and pictures, in order; with its letterhead, or not."""
    tag, said = document.language.tag, dict[str, str]()
    blocks = document.blocks
    if is_headed:
        said |= {f"{document.prefix}{name}": logo.alt[tag] for name, logo in brand.logos.items()}
        blocks = (*renamed(brand.letterhead_blocks(tag), document), *blocks)
    said |= {block.id: block.whole_text for block in blocks}
    return said | {logo.id: logo.alt for logo in document.wall}


def _docx(content: Content, brand: Brand) -> bytes:
    from statement_kit.writers.docx import write_docx

    return write_docx(content, brand, _library(brand))


def _text(content: Content, brand: Brand) -> bytes:
    from statement_kit.writers.text import write_text

    return write_text(content).encode()


_WRITERS: Mapping[Format, Callable[[Content, Brand], bytes]] = {
    Format.PDF: _pdf,
    Format.DOCX: _docx,
    Format.TEXT: _text,
}
"""The one table from formats to writers."""
