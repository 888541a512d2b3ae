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
from statement_kit.languages.registry import Alignment
from statement_kit.layout.frames import Pages
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]
EDITIONS = [f"{name}.{language}" for name in ("example", "ragged", "justified") for language in LANGUAGES]


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
    documents: dict[str, Document],
    everything: dict[str, Document],
    library: FontLibrary,
    tmp_path_factory: pytest.TempPathFactory,
) -> dict[str, Edition]:
    """Each language's PDF on disk: of the first statement, and of one that has everything, ragged and justified."""
    folder = tmp_path_factory.mktemp("pdf")
    found = {}
    for name, of_language, alignment in (
        ("example", documents, {}),
        ("ragged", everything, dict.fromkeys(LANGUAGES, Alignment.RAGGED)),
        ("justified", everything, dict.fromkeys(LANGUAGES, Alignment.JUSTIFIED)),
    ):
        for language, document in of_language.items():
            pages = lay_out(document, Brand(alignment=alignment), library)
            path = folder / f"{name}.{language}.pdf"
            path.write_bytes(write_pdf(document, pages))
            found[f"{name}.{language}"] = Edition(path, pages)
    return found


def by_pdfium(path: Path) -> str:
    """With U+FFFE, its own sign for a hyphen at which it joins two lines, read as what it stands for."""
    text = "".join(page.get_textpage().get_text_range() for page in pypdfium2.PdfDocument(path))
    return text.replace("\ufffe", "\u00ad")


def by_pypdf(path: Path) -> str:
    return "".join(page.extract_text() for page in pypdf.PdfReader(path).pages)


def by_mupdf(path: Path) -> str:
    return "".join(page.get_text() for page in pymupdf.open(path))


def by_pdfminer(path: Path) -> str:
    """With lines grouped more generously than by default, or hanging entries fall apart into scattered boxes."""
    return extract_text(path, laparams=LAParams(line_margin=3.0))


@pytest.mark.parametrize("edition", EDITIONS)
@pytest.mark.parametrize("read", [by_pdfium, by_pypdf, by_mupdf, by_pdfminer])
def test_a_reader_gives_back_the_text_of_the_model(
    pdfs: dict[str, Edition], edition: str, read: Callable[[Path], str]
) -> None:
    path, expected = pdfs[edition].path, pdfs[edition].text
    assert bare(read(path)) == expected


@pytest.mark.parametrize("edition", EDITIONS)
def test_poppler_gives_back_the_text_of_the_model(
    pdfs: dict[str, Edition], edition: str, judge: Callable[[str], str]
) -> None:
    path, expected = pdfs[edition].path, pdfs[edition].text
    # In content order; by default poppler guesses columns from the page, and may read across the annex.
    assert bare(_poppler(judge("pdftotext"), path, "-raw")) == expected
    assert sorted(bare(_poppler(judge("pdftotext"), path))) == sorted(expected)


def _poppler(program: str, path: Path, *options: str) -> str:
    return subprocess.run([program, *options, path, "-"], check=True, capture_output=True, encoding="utf-8").stdout


@pytest.mark.parametrize("edition", EDITIONS)
def test_the_first_word_of_every_line_can_be_found_by_searching(pdfs: dict[str, Edition], edition: str) -> None:
    with pymupdf.open(pdfs[edition].path) as opened:
        for page, found in zip(pdfs[edition].pages.pages, opened, strict=True):
            assert [line.text for line in page.lines if not found.search_for(line.text.split()[0])] == []


@pytest.mark.parametrize("edition", EDITIONS)
def test_qpdf_finds_no_fault(pdfs: dict[str, Edition], edition: str, judge: Callable[[str], str]) -> None:
    result = subprocess.run([judge("qpdf"), "--check", pdfs[edition].path], capture_output=True, text=True, check=False)
    assert result.returncode == 0, result.stdout + result.stderr
    assert "WARNING" not in result.stdout + result.stderr


@pytest.mark.parametrize("edition", EDITIONS)
def test_poppler_sees_only_embedded_fonts(pdfs: dict[str, Edition], edition: str, judge: Callable[[str], str]) -> None:
    result = subprocess.run([judge("pdffonts"), pdfs[edition].path], capture_output=True, text=True, check=True)
    rows = result.stdout.splitlines()[2:]
    assert rows
    assert all(re.search(r"Identity-H +yes yes yes", row) for row in rows), result.stdout
    assert result.stderr == ""
