"""The text layer before outside judges: what five readers extract is what the model says, to the last vowel (T06)."""

from __future__ import annotations

import re
import subprocess
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pymupdf
import pypdf
import pypdfium2
import pytest
from pdfminer.high_level import extract_text
from pdfminer.layout import LAParams

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.layout.frames import Pages
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]


def bare(text: str) -> str:
    """The text without white space and U+200B, the only things a reader may add or lose."""
    return re.sub(r"[\s\u200b]+", "", text)


class Edition(NamedTuple):
    """A PDF and the pages it was written from."""

    path: Path
    pages: Pages

    @property
    def text(self) -> str:
        """What stands on its pages in reading order, furniture included."""
        return bare("".join(line.text for page in self.pages.pages for line in page.lines))


@pytest.fixture(scope="module")
def pdfs(
    documents: dict[str, Document], library: FontLibrary, tmp_path_factory: pytest.TempPathFactory
) -> dict[str, Edition]:
    """Each language's PDF on disk."""
    folder = tmp_path_factory.mktemp("pdf")
    found = {}
    for language, document in documents.items():
        pages = lay_out(document, Brand(), library)
        path = folder / f"{language}.pdf"
        path.write_bytes(write_pdf(document, pages))
        found[language] = Edition(path, pages)
    return found


def by_pdfium(path: Path) -> str:
    return "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))


def by_pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def by_mupdf(path: Path) -> str:
    return "".join(page.get_text() for page in pymupdf.open(path))


def by_pdfminer(path: Path) -> str:
    """With lines grouped more generously than by default, or hanging entries fall apart into scattered boxes."""
    return extract_text(path, laparams=LAParams(line_margin=3.0))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("read", [by_pdfium, by_pypdf, by_mupdf, by_pdfminer])
def test_a_reader_gives_back_the_text_of_the_model(
    pdfs: dict[str, Edition], language: str, read: Callable[[Path], str]
) -> None:
    path, expected = pdfs[language].path, pdfs[language].text
    assert bare(read(path)) == expected


@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_gives_back_the_text_of_the_model(
    pdfs: dict[str, Edition], language: str, judge: Callable[[str], str]
) -> None:
    path, expected = pdfs[language].path, pdfs[language].text
    # In content order; by default poppler guesses columns from the page, and may read across the annex.
    assert bare(_poppler(judge("pdftotext"), path, "-raw")) == expected
    assert sorted(bare(_poppler(judge("pdftotext"), path))) == sorted(expected)


def _poppler(program: str, path: Path, *options: str) -> str:
    return subprocess.run([program, *options, path, "-"], check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_first_word_of_every_line_can_be_found_by_searching(pdfs: dict[str, Edition], language: str) -> None:
    with pymupdf.open(pdfs[language].path) as opened:
        for page, found in zip(pdfs[language].pages.pages, opened, strict=True):
            assert [line.text for line in page.lines if not found.search_for(line.text.split()[0])] == []


@pytest.mark.parametrize("language", LANGUAGES)
def test_qpdf_finds_no_fault(pdfs: dict[str, Edition], language: str, judge: Callable[[str], str]) -> None:
    result = subprocess.run(
        [judge("qpdf"), "--check", pdfs[language].path], capture_output=True, text=True, check=False
    )
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stdout + result.stderr


@pytest.mark.parametrize("language", LANGUAGES)
def test_poppler_sees_only_embedded_fonts(pdfs: dict[str, Edition], language: str, judge: Callable[[str], str]) -> None:
    result = subprocess.run([judge("pdffonts"), pdfs[language].path], capture_output=True, text=True, check=True)
    rows = result.stdout.splitlines()[2:]
    assert rows
    assert all(re.search(r"Identity-H +yes yes yes", row) for row in rows), result.stdout
    assert result.stderr == ""
