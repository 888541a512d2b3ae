"""The file around the objects: other programs find every one of them again."""

from __future__ import annotations

import re
from io import BytesIO

import pikepdf
import pytest
from reportlab.pdfbase.pdfdoc import PDFArray, PDFDictionary, PDFName, PDFString

from statement_kit.writers.pdf.file import PdfFile


def saved(file: PdfFile, **entries: object) -> bytes:
    """The file with a catalog of these entries, and one empty page."""
    pages = file.reserve()
    size, nothing = PDFArray([0, 0, 595, 842]), PDFDictionary({})
    page = {"Type": PDFName("Page"), "Parent": pages, "MediaBox": size, "Resources": nothing}
    file.put(
        pages, PDFDictionary({"Type": PDFName("Pages"), "Count": 1, "Kids": PDFArray([file.add(PDFDictionary(page))])})
    )
    catalog = file.add(PDFDictionary({"Type": PDFName("Catalog"), "Pages": pages, **entries}))
    return file.save(catalog, file.add(PDFDictionary({"Title": PDFString("សន្តិភាព")})))  # "peace"


@pytest.mark.parametrize("count", [0, 1, 249, 250, 251, 1000])
def test_every_object_is_found_again(count: int) -> None:
    file = PdfFile()
    numbers = [file.add(PDFDictionary({"Number": number})) for number in range(count)]
    with pikepdf.open(BytesIO(saved(file, Numbers=PDFArray(numbers)))) as pdf:
        assert [int(each.Number) for each in pdf.Root.Numbers] == list(range(count))
        assert pdf.check_pdf_syntax() == []
        assert str(pdf.docinfo.Title) == "សន្តិភាព"


def test_a_stream_comes_back_whole_compressed_or_plain() -> None:
    file = PdfFile()
    content = bytes(range(256)) * 40
    packed, plain = file.add_stream(content, {"Packed": 1}), file.add_stream(content, is_final=True)
    data = saved(file, Streams=PDFArray([packed, plain]))
    assert data.count(content) == 1
    with pikepdf.open(BytesIO(data)) as pdf:
        assert [each.read_bytes() for each in pdf.Root.Streams] == [content, content]
        assert int(pdf.Root.Streams[0].Packed) == 1


def test_an_object_may_be_named_before_it_is_complete() -> None:
    file = PdfFile()
    child = file.reserve()
    parent = file.add(PDFDictionary({"Child": child}))
    file.put(child, PDFDictionary({"Parent": parent}))
    with pikepdf.open(BytesIO(saved(file, Parent=parent))) as pdf:
        assert pdf.Root.Parent.Child.Parent.objgen == pdf.Root.Parent.objgen


def test_its_identifier_tells_two_contents_apart_and_two_files_of_one_content_not() -> None:
    def identifier(content: bytes) -> bytes:
        file = PdfFile()
        stream = file.add_stream(content)
        (found,) = re.findall(rb"/ID \[<([0-9a-f]{32})> <\1>\]", saved(file, Stream=stream))
        return bytes(found)

    assert identifier(b"peace") == identifier(b"peace") != identifier(b"justice")
