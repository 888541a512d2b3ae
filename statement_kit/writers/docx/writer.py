"""A document to the bytes of a DOCX file: its parts made, named and linked.

python-docx carries the package. Its template, and the objects it puts before a caller, are left aside: the
template brings an author, a thumbnail and styles of its own, and the objects write fonts, sizes and weights
on the Latin axis only, which leaves Khmer and Thai to whatever the reader has. So every style,
setting and property in the file is one the project chose.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from functools import partial

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.docx.body import body
from statement_kit.writers.docx.bookmarks import bookmark_numbers
from statement_kit.writers.docx.font_table import font_elements, licences
from statement_kit.writers.docx.footnotes import footnotes, separators
from statement_kit.writers.docx.furniture import add_emblem, empty_header, footer, running_header
from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.letterhead import letterhead
from statement_kit.writers.docx.looks import Looks, looks_of
from statement_kit.writers.docx.markup import root
from statement_kit.writers.docx.notes import notes_of
from statement_kit.writers.docx.numbering import lists_of, numbering_part
from statement_kit.writers.docx.package import Package
from statement_kit.writers.docx.properties import core_part, fonts_part, settings_part
from statement_kit.writers.docx.styles import styles_part
from statement_kit.writers.docx.wall import logo_wall


def write_docx(document: Document, brand: Brand, library: FontLibrary) -> bytes:
    """A document as DOCX, styled by a brand; the same bytes every time (D09).

    Raises:
        FontError: A font forbids that it goes along in a DOCX, or no font of the brand can draw a label.
    """
    types, links, looks, package = CONTENT_TYPE, RELATIONSHIP_TYPE, looks_of(document, brand, library), Package()
    content, notes, lists = root("document"), notes_of(document), lists_of(document)
    main = package.add("/word/document.xml", types.WML_DOCUMENT_MAIN, links.OFFICE_DOCUMENT, content)
    package.add("/docProps/core.xml", types.OPC_CORE_PROPERTIES, links.CORE_PROPERTIES, core_part(document))
    package.add("/word/styles.xml", types.WML_STYLES, links.STYLES, styles_part(looks, lists), main)
    package.add("/word/numbering.xml", types.WML_NUMBERING, links.NUMBERING, numbering_part(lists, looks), main)
    package.add("/word/settings.xml", types.WML_SETTINGS, links.SETTINGS, settings_part(looks), main)
    furniture = list(_add_furniture(package, main, looks))
    story = partial(Story, looks, lists, notes, bookmark_numbers(document))
    if notes.blocks:
        _add_footnotes(package, main, story)
    add_picture = partial(package.add_picture, main)
    above, behind = letterhead(looks, add_picture), logo_wall(looks, add_picture)
    content.append(body(story(partial(package.link, main)), above, behind, furniture))
    _add_fonts(package, main, looks)
    return package.save()


def _add_furniture(package: Package, main: Part, looks: Looks) -> Iterator[tuple[str, str, str]]:
    """Add headers and footers; what refers to each: element, pages it stands on and relationship."""
    types, links = CONTENT_TYPE, RELATIONSHIP_TYPE
    for kind, pages, name, story in (
        ("header", "first", "header1", empty_header(looks)),
        ("header", "default", "header2", running_header(looks)),
        ("footer", "first", "footer1", footer(looks)),
        ("footer", "default", "footer2", footer(looks)),
    ):
        content_type = types.WML_HEADER if kind == "header" else types.WML_FOOTER
        link = links.HEADER if kind == "header" else links.FOOTER
        part = package.add(f"/word/{name}.xml", content_type, link, story, main)
        if kind == "header":
            add_emblem(story, looks, partial(package.add_picture, part), is_first=pages == "first")
        yield f"{kind}Reference", pages, main.relate_to(part, link)


def _add_fonts(package: Package, main: Part, looks: Looks) -> None:
    """Add the fonts that all other parts have asked for, and their licences."""
    types, links, entries = CONTENT_TYPE, RELATIONSHIP_TYPE, looks.table.entries()
    content = root("fonts")
    part = package.add("/word/fontTable.xml", types.WML_FONT_TABLE, links.FONT_TABLE, content, main)
    content.extend(font_elements(entries, partial(package.add_font, part)))
    terms = fonts_part(licences(entries))
    package.add("/docProps/custom.xml", types.OFC_CUSTOM_PROPERTIES, links.CUSTOM_PROPERTIES, terms)


def _add_footnotes(package: Package, main: Part, story: Callable[[Callable[[str], str]], Story]) -> None:
    """Add the notes, whose links are relationships of their own part."""
    content = root("footnotes", *separators())
    types, links = CONTENT_TYPE, RELATIONSHIP_TYPE
    part = package.add("/word/footnotes.xml", types.WML_FOOTNOTES, links.FOOTNOTES, content, main)
    content.extend(footnotes(story(partial(package.link, part))))
