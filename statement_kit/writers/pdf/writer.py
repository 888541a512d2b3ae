"""A PDF file from laid-out pages, object by object, by ReportLab's `pdfdoc`.

Only the layer of objects is used. ReportLab's canvas would open every page with an unembedded Helvetica
and stamp its own producer; here nothing gets in that was not asked for, and the same pages give the
same bytes on any machine (requirement F06).
"""

from __future__ import annotations

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFDocument, PDFName, PDFStream, PDFString, PDFZCompress

from statement_kit.document.blocks import Document
from statement_kit.layout.frames import Pages
from statement_kit.text.fonts import Font
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.pdf.cluster_font import ClusterFont
from statement_kit.writers.pdf.content import number, page_content
from statement_kit.writers.pdf.destinations import block_destinations
from statement_kit.writers.pdf.font_objects import add_font
from statement_kit.writers.pdf.links import link_annotations
from statement_kit.writers.pdf.outline import add_outline

VERSION = (1, 7)


def write_pdf(document: Document, pages: Pages) -> bytes:
    """The PDF of a document that was laid out on pages.

    Raises:
        FontError: A font has no TrueType outlines to embed.
    """
    pdf = PDFDocument(invariant=1, pdfVersion=VERSION)
    fonts = _Fonts()
    contents = [page_content(page, pages.height_pt, fonts.use) for page in pages.pages]
    tree = PDFDictionary({"Type": PDFName("Pages"), "Count": len(contents)})
    parent = pdf.Reference(tree)
    resources = pdf.Reference(PDFDictionary({"Font": fonts.add_to(pdf)}))
    made = [_page(pdf, content, pages, parent, resources) for content in contents]
    references = [pdf.Reference(page) for page in made]
    tree["Kids"] = PDFArray(references)
    destinations = block_destinations(pages, references)
    for page, laid_out in zip(made, pages.pages, strict=True):
        if links := list(link_annotations(laid_out, pages.height_pt, destinations)):
            page["Annots"] = PDFArray([pdf.Reference(link) for link in links])
    pdf.Catalog = PDFDictionary(
        {
            "Type": PDFName("Catalog"),
            "Pages": parent,
            "Lang": PDFString(document.language.tag),
            "Outlines": add_outline(pdf, document, destinations),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
        }
    )
    pdf.info = PDFDictionary({"Title": PDFString(document.title.translate(IGNORABLE))})
    for content in contents:
        pdf.updateSignature(content)
    return bytes(pdf.format())


class _Fonts:
    """The fonts a document has used so far, in the order it first used them."""

    def __init__(self) -> None:
        self._used: dict[Font, tuple[str, ClusterFont]] = {}

    def use(self, font: Font) -> tuple[str, ClusterFont]:
        """The resource name of a font, and its embedded form."""
        if font not in self._used:
            self._used[font] = (f"F{len(self._used) + 1}", ClusterFont(font))
        return self._used[font]

    def add_to(self, pdf: PDFDocument) -> PDFDictionary:
        """Every font used, as a page's font resources."""
        return PDFDictionary({name: add_font(pdf, embedded) for name, embedded in self._used.values()})


def _page(pdf: PDFDocument, content: bytes, pages: Pages, parent: object, resources: object) -> PDFDictionary:
    stream = PDFStream(content=content, filters=[PDFZCompress])
    return PDFDictionary(
        {
            "Type": PDFName("Page"),
            "Parent": parent,
            "MediaBox": PDFArray([0, 0, number(pages.width_pt), number(pages.height_pt)]),
            "Resources": resources,
            "Contents": pdf.Reference(stream),
        }
    )
