"""A PDF file from laid-out pages: PDF/UA-1 and PDF/A-2a at once (ISO 14289-1, ISO 19005-2).

Of ReportLab only the classes of objects are used. Its canvas would open every page with an unembedded Helvetica
and stamp its own producer; here nothing gets in that was not asked for, and the same pages give the
same bytes on any machine (requirement F06).
"""

from __future__ import annotations

from pathlib import Path

from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.document.blocks import PageLabels
from statement_kit.document.parallel import Content, documents_of
from statement_kit.layout.frames import Pages
from statement_kit.writers.pdf.content import PageContent, number
from statement_kit.writers.pdf.destinations import destinations
from statement_kit.writers.pdf.file import PdfFile, Reference
from statement_kit.writers.pdf.font_objects import Fonts
from statement_kit.writers.pdf.links import Link, Links
from statement_kit.writers.pdf.metadata import shown_title, xmp_packet
from statement_kit.writers.pdf.outline import add_outline
from statement_kit.writers.pdf.pictures import Pictures
from statement_kit.writers.pdf.structure import Element, Structure
from statement_kit.writers.pdf.tags import Annotation, add_structure

_COLOUR_PROFILE = Path(__file__).with_name("sRGB.icc")
"""What the colours mean (ISO 19005-2 6.2.3); where it comes from stands in `sRGB.LICENSE.txt`."""


def write_pdf(content: Content, pages: Pages) -> bytes:
    """The PDF of a document, or of a parallel edition, that was laid out on pages.

    The file is in the language of the first document, and its pages are numbered in that.

    Raises:
        FontError: A font has no outlines to embed.
    """
    return _Writer(content, pages).write()


class _Writer:
    """What a file holds, on its way into it."""

    def __init__(self, content: Content, pages: Pages) -> None:
        self._documents = documents_of(content)
        self._pages = pages
        self._file = PdfFile()
        self._fonts = Fonts()
        self._pictures = Pictures()
        pictures = [picture for page in pages.pages for picture in page.pictures]
        logos = [logo for page in pages.pages for logo in page.logos]
        self._structure = Structure(self._documents, pages.letterhead, pictures, logos)
        self._references = [self._file.reserve() for _ in pages.pages]
        self._marked: list[list[Element]] = []
        self._annotations: list[Annotation] = []

    def write(self) -> bytes:
        file, documents, first = self._file, self._documents, self._documents[0]
        places = destinations(self._pages, self._references)
        tree = self._add_pages(Links(documents, places, self._structure))
        catalog = {
            "Type": PDFName("Catalog"),
            "Pages": tree,
            "Lang": PDFString(first.language.tag),
            "MarkInfo": PDFDictionary({"Marked": "true"}),
            "StructTreeRoot": add_structure(
                file, self._structure.root, self._references, self._marked, self._annotations, self._pages.height_pt
            ),
            "Outlines": add_outline(file, documents, places),
            "PageLabels": _page_labels(first.page_labels, len(self._references)),
            "ViewerPreferences": PDFDictionary({"DisplayDocTitle": "true"}),
            "OutputIntents": PDFArray([_output_intent(file)]),
            "Metadata": file.add_stream(
                xmp_packet(documents), {"Type": PDFName("Metadata"), "Subtype": PDFName("XML")}, is_final=True
            ),
        }
        info = file.add(PDFDictionary({"Title": PDFString(shown_title(first))}))
        return file.save(file.add(PDFDictionary(catalog)), info)

    def _add_pages(self, links: Links) -> Reference:
        """Put the pages into the file, what is drawn on them and the links on them; the root of the pages."""
        contents = [self._content(at) for at in range(len(self._references))]
        tree = self._file.reserve()
        resources = self._file.add(
            PDFDictionary({"Font": self._fonts.add_to(self._file), **self._pictures.add_to(self._file)})
        )
        for at, (reference, content) in enumerate(zip(self._references, contents, strict=True)):
            page = {
                "Type": PDFName("Page"),
                "Parent": tree,
                "MediaBox": PDFArray([0, 0, number(self._pages.width_pt), number(self._pages.height_pt)]),
                "Resources": resources,
                "Contents": content,
                "StructParents": at,
                "Tabs": PDFName("S"),
            }
            if annotations := self._add_annotations(at, links):
                page["Annots"] = PDFArray(annotations)
            self._file.put(reference, PDFDictionary(page))
        kids = PDFArray(self._references)
        return self._file.put(
            tree, PDFDictionary({"Type": PDFName("Pages"), "Count": len(self._references), "Kids": kids})
        )

    def _content(self, at: int) -> Reference:
        content = PageContent(at, self._pages.height_pt, self._fonts.use, self._pictures, self._structure)
        stream = self._file.add_stream(content.draw(self._pages.pages[at]))
        self._marked.append(content.marked)
        return stream

    def _add_annotations(self, at: int, links: Links) -> list[Reference]:
        found = links.on_page(self._pages.pages[at], self._pages.height_pt)
        return [self._add_annotation(at, link) for link in found]

    def _add_annotation(self, at: int, link: Link) -> Reference:
        link.annotation["StructParent"] = len(self._references) + len(self._annotations)
        reference = self._file.add(link.annotation)
        self._annotations.append(Annotation(link.element, at, reference))
        return reference


def _page_labels(labels: PageLabels, count: int) -> PDFDictionary:
    """The numbers of the pages as they are printed, in the language's digits (ISO 32000-1 12.4.2)."""
    ranges: list[object] = []
    for at in range(count):
        ranges += [at, PDFDictionary({"P": PDFString(labels.number(at + 1))})]
    return PDFDictionary({"Nums": PDFArray(ranges)})


def _output_intent(file: PdfFile) -> PDFDictionary:
    """That colours are sRGB (ISO 19005-2 6.2.3)."""
    name = PDFString("sRGB IEC61966-2.1")
    return PDFDictionary(
        {
            "Type": PDFName("OutputIntent"),
            "S": PDFName("GTS_PDFA1"),
            "OutputConditionIdentifier": name,
            "Info": name,
            "DestOutputProfile": file.add_stream(_COLOUR_PROFILE.read_bytes(), {"N": 3}),
        }
    )
