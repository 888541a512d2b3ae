"""The example's DOCX before its judges: two validators, and LibreOffice, which must read every word back.

Word itself was never asked. LibreOffice's PDF text is compared in full for all three languages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from xml.sax.saxutils import escape

import pymupdf
import pypdf
import pytest

from statement_kit.brand import Brand
from statement_kit.document.blocks import Document
from statement_kit.resources import fonts_folder
from statement_kit.writers.docx import write_docx

LANGUAGES = ["en", "km", "th"]
VALIDATOR = Path(__file__).parent / "docx_validator" / "validate_docx.py"

LETTERHEAD = Brand(
    names={"en": "Peace Now", "km": "សន្តិភាព", "th": "สันติภาพ"},
    letterhead=dict.fromkeys(LANGUAGES, ("54 Street 306", "example.org")),
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the example in turn."""
    return str(request.param)


@pytest.fixture(params=[Brand(), LETTERHEAD], ids=["plain", "letterhead"])
def file(request: pytest.FixtureRequest, language: str, documents: dict[str, Document], tmp_path: Path) -> Path:
    """The example in that language, without and with a letterhead."""
    path = tmp_path / f"example.{language}.docx"
    path.write_bytes(write_docx(documents[language], request.param))
    return path


def bare(text: str) -> str:
    """A text without white space, U+200B and U+2060."""
    return re.sub(r"[\s\u200b\u2060]", "", text)


def test_schemas_references_and_complex_scripts_are_clean(file: Path) -> None:
    found = subprocess.run(
        [sys.executable, VALIDATOR, "--strict-warnings", file], capture_output=True, text=True, check=False
    )
    assert found.stdout.strip().endswith("0 error(s), 0 warning(s)"), found.stdout + found.stderr
    assert found.returncode == 0


@pytest.mark.judge("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(file: Path, judge: Callable[..., str]) -> None:
    """Its program always ends with status 0; what it found is in what it prints."""
    program = judge("ooxml-validator", at=os.environ.get("OOXML_VALIDATOR"))
    printed = subprocess.run([program, file], capture_output=True, text=True, check=True).stdout
    assert json.loads(printed) == {"file": str(file), "ok": True, "errors": []}


@pytest.fixture
def pdf(language: str, documents: dict[str, Document], judge: Callable[..., str], tmp_path: Path) -> Path:
    """The example as LibreOffice sets it, the kit's fonts at hand."""
    source = tmp_path / "example.docx"
    source.write_bytes(write_docx(documents[language], Brand()))
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [judge("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, source]
    subprocess.run(command, env=with_fonts(tmp_path), capture_output=True, check=True, timeout=300)
    return source.with_suffix(".pdf")


@pytest.mark.judge("soffice")
def test_libreoffice_reads_every_word_back_in_order(
    language: str, pdf: Path, documents: dict[str, Document], judge: Callable[..., str]
) -> None:
    """In the order of the pages' content; heads and feet of pages are cut off."""
    command = [judge("pdftotext"), "-raw", *text_area(Brand()), pdf, "-"]
    found = subprocess.run(command, capture_output=True, text=True, check=True).stdout
    assert bare(found) == bare("".join(block.whole_text for block in documents[language].blocks))


@pytest.mark.judge("soffice")
def test_libreoffice_uses_only_fonts_of_the_brand_and_keeps_title_and_language(
    pdf: Path, documents: dict[str, Document], language: str
) -> None:
    """D01, D02: a slot left open would show as a substitute font, a wrong default as another language."""
    reader = pypdf.PdfReader(pdf)
    used = {font for page in reader.pages for font in fonts_of(page)}
    asked_for = {face.family.replace(" ", "") for faces in Brand().typefaces.values() for face in faces.values()}
    assert {font.split("+")[-1].split("-")[0] for font in used} <= asked_for
    assert reader.metadata
    assert reader.metadata.title == documents[language].title
    assert reader.trailer["/Root"]["/Lang"] == documents[language].language.region_tag


@pytest.mark.judge("soffice")
def test_libreoffice_balances_the_columns_of_the_last_page(pdf: Path) -> None:
    """Their ends differ by less than the longest entry, which is never parted."""
    top, right, bottom, left = Brand().margins_pt
    with pymupdf.open(pdf) as document:
        page = document[-1]
        middle, floor = (left + page.rect.width - right) / 2, page.rect.height - bottom
        ends = [(x0 > middle, y1) for x0, _, _, y1, *_ in page.get_text("words") if top < y1 < floor]
    in_left, in_right = ([y for is_right, y in ends if is_right is side] for side in (False, True))
    assert abs(max(in_left) - max(in_right)) < 4 * 16


def fonts_of(page: pypdf.PageObject) -> set[str]:
    """Names of the fonts a page uses."""
    fonts = page["/Resources"].get("/Font", {})
    return {str(fonts[name]["/BaseFont"]).lstrip("/") for name in fonts}


def with_fonts(folder: Path) -> dict[str, str]:
    """The environment in which fontconfig knows the kit's fonts beside the system's."""
    path = folder / "fonts.conf"
    cache = folder / "fontconfig"
    path.write_text(
        '<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>'
        '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>'
        f"<dir>{escape(str(fonts_folder()))}</dir><cachedir>{escape(str(cache))}</cachedir></fontconfig>",
        encoding="utf-8",
    )
    return {**os.environ, "FONTCONFIG_FILE": str(path)}


def text_area(brand: Brand) -> list[str]:
    """The part of the page between its head and its foot, as pdftotext takes it, in pt."""
    width, height = brand.paper.size_pt
    top, _, bottom, _ = brand.margins_pt
    slack = 12
    area = {"-x": 0.0, "-y": top - slack, "-W": width, "-H": height - top - bottom + 2 * slack}
    return [word for option, value in area.items() for word in (option, str(round(value)))]
