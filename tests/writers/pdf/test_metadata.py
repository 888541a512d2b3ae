"""What the file says of itself: titles by language, the standards, and nobody's name (F06)."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

import pikepdf
import pytest
from lxml import etree

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf
from statement_kit.writers.pdf.metadata import xmp_packet

NAMES = {
    "dc": "http://purl.org/dc/elements/1.1/",
    "rdf": "http://www.w3.org/1999/02/22-rdf-syntax-ns#",
    "xml": "http://www.w3.org/XML/1998/namespace",
}


def titles(document: Document) -> dict[str, str]:
    """The titles of a packet by language."""
    root = etree.fromstring(xmp_packet([document]))
    found = root.iterfind(".//dc:title/rdf:Alt/rdf:li", NAMES)
    return {str(each.get(f"{{{NAMES['xml']}}}lang")): str(each.text) for each in found}


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_other_programs_read_title_language_date_and_standards(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    document = documents[language]
    data = write_pdf(document, lay_out(document, Brand(), library))
    with pikepdf.open(BytesIO(data)) as pdf, pdf.open_metadata() as metadata:
        assert metadata["dc:title"] == document.title
        assert metadata["dc:language"] == {language}
        assert metadata["dc:date"] == ["2025-07-28"]
        assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "A")
        assert metadata["pdfuaid:part"] == "1"
        assert metadata.pdfa_status == "2A"


def test_a_translation_names_the_title_it_was_translated_from(documents: dict[str, Document]) -> None:
    english = documents["en"].title
    document = replace(documents["km"], original_title=("en", english))
    assert titles(document) == {"x-default": document.title, "km": document.title, "en": english}


def test_a_title_may_hold_what_xml_reacts_to(documents: dict[str, Document]) -> None:
    document = replace(documents["en"], title="Peace & <justice>\u2060 ]]>")
    assert titles(document)["en"] == "Peace & <justice> ]]>"


def test_nobody_and_no_program_is_named(documents: dict[str, Document], library: FontLibrary) -> None:
    data = write_pdf(documents["en"], lay_out(documents["en"], Brand(), library))
    with pikepdf.open(BytesIO(data)) as pdf:
        assert set(pdf.docinfo.keys()) == {"/Title"}
        packet = pdf.Root.Metadata.read_bytes()
    for word in (b"creator", b"Producer", b"CreateDate", b"ModifyDate", b"ReportLab", b"reportlab", b"/work", b"/home"):
        assert word not in data
        assert word not in packet
