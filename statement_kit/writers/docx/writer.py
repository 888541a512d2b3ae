"""A document to the bytes of a DOCX file: its parts made, named and linked.

python-docx carries the package. Its template, and the objects it puts before a caller, are left aside: the
template brings an author, a thumbnail and styles of its own, and the objects write fonts, sizes and weights
on the Latin axis only, which leaves Khmer and Thai to whatever the reader has. So every style,
setting and property in the file is one the project chose.
"""

from __future__ import annotations

from docx.opc.constants import CONTENT_TYPE, RELATIONSHIP_TYPE

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.writers.docx.body import body
from statement_kit.writers.docx.furniture import first_header, footer, running_header
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import root
from statement_kit.writers.docx.package import Package
from statement_kit.writers.docx.properties import core_part, settings_part
from statement_kit.writers.docx.styles import styles_part


def write_docx(document: Document, brand: Brand) -> bytes:
    """A document as DOCX, styled by a brand; the same bytes every time (D09)."""
    types, links, looks, package = CONTENT_TYPE, RELATIONSHIP_TYPE, Looks(document, brand), Package()
    content = root("document")
    main = package.add("/word/document.xml", types.WML_DOCUMENT_MAIN, links.OFFICE_DOCUMENT, content)
    package.add("/docProps/core.xml", types.OPC_CORE_PROPERTIES, links.CORE_PROPERTIES, core_part(document))
    package.add("/word/styles.xml", types.WML_STYLES, links.STYLES, styles_part(looks), main)
    package.add("/word/settings.xml", types.WML_SETTINGS, links.SETTINGS, settings_part(looks), main)
    furniture = [
        ("header", "first", "header1", first_header(looks)),
        ("header", "default", "header2", running_header(looks)),
        ("footer", "first", "footer1", footer(looks)),
        ("footer", "default", "footer2", footer(looks)),
    ]
    references = []
    for kind, pages, name, story in furniture:
        content_type = types.WML_HEADER if kind == "header" else types.WML_FOOTER
        link = links.HEADER if kind == "header" else links.FOOTER
        part = package.add(f"/word/{name}.xml", content_type, link, story, main)
        references.append((f"{kind}Reference", pages, main.relate_to(part, link)))
    content.append(body(looks, references))
    return package.save()
