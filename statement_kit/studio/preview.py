"""A brand on one sheet: the specimens in each of its languages, and its palette, as they are really set."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from functools import partial

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, letterhead_problems
from statement_kit.diagnostics import SourceError, gather
from statement_kit.layout.pages import lay_out
from statement_kit.pictures.rendering import page_png
from statement_kit.resources import fonts_folder
from statement_kit.studio.palette import palette
from statement_kit.studio.sheet import PIXELS_PER_INCH, sheet
from statement_kit.studio.specimen import specimen_languages, specimens
from statement_kit.text.fonts import FontLibrary, font_library
from statement_kit.writers.pdf import write_pdf

_ROOM = 0.1
"""What is left of a page for the list of who signed to begin on it: here the whole shall stand on one, if it can."""


def preview(brand: Brand, name: str) -> Mapping[str, bytes]:
    """The sheet that shows a brand, by the end of the name of its file: `pdf` and `png`.

    Args:
        brand: The brand.
        name: What it is called.

    Raises:
        SourceError: Its letterhead lacks something in one of its languages.
        FontError: One of its fonts cannot be used, or lacks a character.
        LayoutError: Something does not fit.
    """
    languages = specimen_languages(brand)
    if problems := list(letterhead_problems(brand, languages)):
        raise SourceError(problems)
    library = font_library(fonts_folder()).with_files(brand.fonts)
    made = [partial(_specimens, brand, library, tag) for tag in languages]
    columns = gather([*made, partial(_palette, brand, library)])
    data = sheet(columns, f"The brand {name}")
    return {"pdf": data, "png": page_png(data, PIXELS_PER_INCH)}


def _specimens(brand: Brand, library: FontLibrary, language: str) -> list[bytes]:
    shown = replace(brand, annex_room=min(brand.annex_room, _ROOM))
    documents = [with_label_forms(document, brand) for document in specimens(language)]
    return [write_pdf(document, lay_out(document, shown, library)) for document in documents]


def _palette(brand: Brand, library: FontLibrary) -> list[bytes]:
    shown = palette(brand, library)
    return [write_pdf(shown.document, shown.pages)]
