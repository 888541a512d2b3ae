"""The PDF file: language, title, outline, fonts, and nothing that was not asked for (F01, F03, F06, F07)."""

from __future__ import annotations

from io import BytesIO

import pytest
from pypdf import PdfReader
from pypdf.generic import DictionaryObject

from statement_kit.brand import Brand
from statement_kit.document.blocks import HEADING_LEVELS, Document
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf


@pytest.fixture(scope="module", params=["en", "km", "th"])
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


@pytest.fixture(scope="module")
def data(documents: dict[str, Document], library: FontLibrary, language: str) -> bytes:
    """The statement's PDF."""
    return write_pdf(documents[language], lay_out(documents[language], Brand(), library))


@pytest.fixture(scope="module")
def reader(data: bytes) -> PdfReader:
    """The same, read again."""
    return PdfReader(BytesIO(data), strict=True)


def test_language_and_title_are_set_and_shown(reader: PdfReader, documents: dict[str, Document], language: str) -> None:
    assert reader.root_object["/Lang"] == language
    assert reader.metadata is not None
    assert reader.metadata.title == documents[language].title
    assert reader.root_object["/ViewerPreferences"]["/DisplayDocTitle"].value is True


def test_there_is_no_author_producer_or_clock(reader: PdfReader, data: bytes) -> None:
    assert set(reader.metadata or {}) == {"/Title"}
    assert b"CreationDate" not in data
    assert b"/Author" not in data


def test_the_outline_is_the_headings_under_the_title(
    reader: PdfReader, documents: dict[str, Document], language: str
) -> None:
    title, below = reader.outline
    headings = [block.whole_text for block in documents[language].blocks if block.role in HEADING_LEVELS]
    assert title.title == headings[0]
    assert [entry.title for entry in below] == headings[1:]


def test_bookmarks_lead_to_the_page_of_their_heading(
    reader: PdfReader, documents: dict[str, Document], language: str
) -> None:
    for entry in reader.outline[1]:
        number = reader.get_destination_page_number(entry)
        text = reader.pages[number].extract_text()
        assert "".join(str(entry.title).split())[:12] in "".join(text.split())


def test_every_font_is_embedded_and_a_subset(reader: PdfReader) -> None:
    fonts: dict[str, DictionaryObject] = {}
    for page in reader.pages:
        for name, font in page["/Resources"]["/Font"].items():
            fonts[name] = font.get_object()
    assert fonts
    for font in fonts.values():
        assert font["/Subtype"] == "/Type0"
        descendant = font["/DescendantFonts"][0].get_object()
        assert "/FontFile2" in descendant["/FontDescriptor"]
        assert font["/BaseFont"][7] == "+"
        assert "/ToUnicode" in font


def test_the_file_is_small_enough_to_mail(data: bytes) -> None:
    assert len(data) < 90_000


def test_a_letterhead_stands_on_the_first_page_only(documents: dict[str, Document], library: FontLibrary) -> None:
    brand = Brand(names={"en": "Coalition for Peace"}, letterhead={"en": ("Phnom Penh", "peace@example.org")})
    pages = lay_out(documents["en"], brand, library)
    assert [line.text for line in pages.pages[0].head] == ["Coalition for Peace", "Phnom Penh", "peace@example.org"]
    assert [line.text for line in pages.pages[1].head] == ["Joint statement · 28 July 2025"]
