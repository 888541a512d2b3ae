"""A document to the bytes of a DOCX file: its parts made, named and linked.

python-docx carries the package. Its template, and the objects it puts before a caller, are left aside: the
template brings an author, a thumbnail and styles of its own, and the objects write fonts, sizes and weights
on the Latin axis only, which leaves Khmer and Thai to whatever the reader has. So every style,
setting and property in the file is one the project chose.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import count

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE
from docx.opc.part import Part
from lxml import etree

from statement_kit.arranging.side_by_side import TextColumns, in_columns, text_columns
from statement_kit.brand import Brand
from statement_kit.document.parallel import Content, documents_of, is_side_by_side
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.docx.body import (
    FIRST_BAR,
    annex_sections,
    body,
    bound,
    in_turn,
    section_properties,
)
from statement_kit.writers.docx.columns import clause_table, table
from statement_kit.writers.docx.drawings import AddPicture
from statement_kit.writers.docx.font_table import FontTable, font_elements, licences
from statement_kit.writers.docx.footnotes import footnotes, separators
from statement_kit.writers.docx.furniture import add_emblem, empty_header, footer, running_header
from statement_kit.writers.docx.letterhead import letterhead
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, root, twips
from statement_kit.writers.docx.package import Package
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.properties import core_part, fonts_part, settings_part
from statement_kit.writers.docx.style_names import STRUT
from statement_kit.writers.docx.versions import Version, versions_of
from statement_kit.writers.docx.wall import logo_wall


def write_docx(content: Content, brand: Brand, library: FontLibrary) -> bytes:
    """A document, or a parallel edition, as DOCX, styled by a brand; the same bytes every time (D09).

    Raises:
        FontError: A font forbids that it goes along in a DOCX, or no font of the brand can draw a label.
    """
    types, links, package, place = CONTENT_TYPE, RELATIONSHIP_TYPE, Package(), None
    if is_side_by_side(content):
        place, brand = text_columns(brand, len(documents_of(content))), in_columns(brand, len(documents_of(content)))
    versions = versions_of(content, brand, library, place.width_pt if place else brand.measure_pt)
    looks = [version.looks for version in versions.all]
    document = root("document")
    main = package.add("/word/document.xml", types.WML_DOCUMENT_MAIN, links.OFFICE_DOCUMENT, document)
    package.add("/docProps/core.xml", types.OPC_CORE_PROPERTIES, links.CORE_PROPERTIES, core_part(looks[0].document))
    package.add("/word/styles.xml", types.WML_STYLES, links.STYLES, versions.styles, main)
    package.add("/word/numbering.xml", types.WML_NUMBERING, links.NUMBERING, versions.numbering, main)
    package.add("/word/settings.xml", types.WML_SETTINGS, links.SETTINGS, settings_part(*looks), main)
    written = _side_by_side(package, main, versions.all, place) if place else _in_turn(package, main, versions.all)
    document.append(written)
    _add_fonts(package, main, [each.table for each in looks])
    return package.save()


def _in_turn(package: Package, main: Part, versions: Sequence[Version]) -> etree._Element:
    """The body of a file whose documents stand one behind the other; or of one document."""
    furniture = [list(_add_furniture(package, main, one, number)) for number, one in enumerate(versions)]
    if any(one.notes.blocks for one in versions):
        _add_footnotes(package, main, versions)
    bodies = []
    for version, around in zip(versions, furniture, strict=True):
        looks, add_picture = version.looks, partial(package.add_picture, main)
        above, behind = letterhead(looks, add_picture), logo_wall(looks, add_picture)
        made = body(version.story(partial(package.link, main)), above, behind, around)
        version.names.give_to(made)
        bodies.append(made)
    return in_turn(bodies)


def _side_by_side(package: Package, main: Part, versions: Sequence[Version], place: TextColumns) -> etree._Element:
    """The body of a file whose documents stand in columns below the letterhead of the first, their annexes behind."""
    first, add_picture = versions[0], partial(package.add_picture, main)
    furniture = list(_add_furniture(package, main, first, 0))
    stories, bars = [one.story(partial(package.link, main)) for one in versions], [count(FIRST_BAR) for _ in versions]
    rows = clause_table(stories, place, bars)
    for row in rows:
        for version, cell in zip(versions, row, strict=True):
            version.names.give_to(*cell)
    columns = table(rows, [one.looks.document for one in versions], first.looks, place)
    text = [*_above(first.looks, add_picture), columns, styled_paragraph(STRUT.id)]
    sections = [(text, section_properties(first.looks, "", 1))]
    for version, story, numbers in zip(versions, stories, bars, strict=True):
        annex = list(annex_sections(story, logo_wall(version.looks, add_picture), numbers))
        version.names.give_to(*(one for together, _ in annex for one in together))
        sections += annex
    return bound(sections, furniture)


def _above(looks: Looks, add_picture: AddPicture) -> list[etree._Element]:
    """The letterhead above columns, or the room that is kept for one.

    A strut parts it from their table: else LibreOffice has that give way to a logo with lines beside it.
    """
    made, strut = letterhead(looks, add_picture), styled_paragraph(STRUT.id)
    if not made:
        strut[0].append(element("spacing", before=twips(looks.brand.masthead.room_pt)))
    return [*made, strut]


def _add_furniture(package: Package, main: Part, version: Version, number: int) -> Iterator[tuple[str, str, str]]:
    """Add headers and footers; what refers to each: element, pages it stands on and relationship.

    Args:
        package: The file.
        main: Its text.
        version: The document on whose pages they stand.
        number: Which it is, from 0.
    """
    types, links, looks = CONTENT_TYPE, RELATIONSHIP_TYPE, version.looks
    first, later = 2 * number + 1, 2 * number + 2
    for kind, pages, name, story in (
        ("header", "first", f"header{first}", empty_header(looks)),
        ("header", "default", f"header{later}", running_header(looks)),
        ("footer", "first", f"footer{first}", footer(looks)),
        ("footer", "default", f"footer{later}", footer(looks)),
    ):
        content_type = types.WML_HEADER if kind == "header" else types.WML_FOOTER
        link = links.HEADER if kind == "header" else links.FOOTER
        part = package.add(f"/word/{name}.xml", content_type, link, story, main)
        if kind == "header":
            add_emblem(story, looks, partial(package.add_picture, part), is_first=pages == "first")
        version.names.give_to(story)
        yield f"{kind}Reference", pages, main.relate_to(part, link)


def _add_fonts(package: Package, main: Part, tables: Sequence[FontTable]) -> None:
    """Add the fonts that all other parts have asked for, and their licences."""
    types, links, entries = CONTENT_TYPE, RELATIONSHIP_TYPE, FontTable.entries(tables)
    content = root("fonts")
    part = package.add("/word/fontTable.xml", types.WML_FONT_TABLE, links.FONT_TABLE, content, main)
    content.extend(font_elements(entries, partial(package.add_font, part)))
    terms = fonts_part(licences(entries))
    package.add("/docProps/custom.xml", types.OFC_CUSTOM_PROPERTIES, links.CUSTOM_PROPERTIES, terms)


def _add_footnotes(package: Package, main: Part, versions: Sequence[Version]) -> None:
    """Add the notes, whose links are relationships of their own part."""
    content = root("footnotes", *separators())
    types, links = CONTENT_TYPE, RELATIONSHIP_TYPE
    part = package.add("/word/footnotes.xml", types.WML_FOOTNOTES, links.FOOTNOTES, content, main)
    for version in versions:
        made = list(footnotes(version.story(partial(package.link, part))))
        version.names.give_to(*made)
        content.extend(made)
