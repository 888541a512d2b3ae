"""Documents as DOCX, with the bundled fonts at hand."""

from __future__ import annotations

from statement_kit.brand import Brand
from statement_kit.document.parallel import Content
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.writers.docx import write_docx

KITS_OWN = Brand()

BUNDLED = font_library(fonts_folder())


def docx_of(content: Content, brand: Brand = KITS_OWN, library: FontLibrary = BUNDLED) -> bytes:
    """A document, or a parallel edition, as the bytes of a DOCX, in the kit's own look by default."""
    return write_docx(content, brand, library.with_files(brand.fonts))
