"""DOCX files before their judges: two validators, and LibreOffice, which must read every word back.

Word itself was never asked. LibreOffice's PDF text is compared in full for all three languages.
"""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape

import pymupdf
import pypdf
import pytest

from statement_kit.brand import Brand
from statement_kit.brand.page import MM
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import Alignment
from statement_kit.markup import MarkKind
from statement_kit.pictures import RasterPicture
from statement_kit.resources import fonts_folder
from statement_kit.source.folder import load_folder
from statement_kit.writers.docx import write_docx

LANGUAGES = ["en", "km", "th"]
VALIDATOR = Path(__file__).parent / "docx_validator" / "validate_docx.py"


KITS_OWN = Brand()

JUSTIFIED = Brand(alignment=dict.fromkeys(LANGUAGES, Alignment.JUSTIFIED), indent_em=dict.fromkeys(LANGUAGES, 2.0))

LETTERHEAD = Brand(
    names={"en": "Peace Now", "km": "សន្តិភាព", "th": "สันติภาพ"},
    letterhead=dict.fromkeys(LANGUAGES, ("54 Street 306", "example.org")),
)


BRANDED = load_folder(Path(__file__).parents[1] / "statements" / "branded").brand
assert BRANDED.logo

WORDMARK = replace(
    BRANDED,
    logo=replace(BRANDED.logo, picture=RasterPicture(1500, 300, 1, bytes(1500 * 300)), height_pt=20 * MM),
)


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the example in turn."""
    return str(request.param)


@pytest.fixture(params=["example", "letterhead", "everything", "justified", "logo", "wordmark"])
def file(
    request: pytest.FixtureRequest,
    language: str,
    documents: dict[str, Document],
    everything: dict[str, Document],
    tmp_path: Path,
) -> Path:
    """The example without and with a letterhead, a logo, a wordmark; and everything, ragged and justified."""
    document = (everything if request.param in {"everything", "justified"} else documents)[language]
    brands = {"letterhead": LETTERHEAD, "justified": JUSTIFIED, "logo": BRANDED, "wordmark": WORDMARK}
    brand = brands.get(request.param, Brand())
    path = tmp_path / f"{request.param}.{language}.docx"
    path.write_bytes(write_docx(document, brand))
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
def to_pdf(judge: Callable[..., str], tmp_path: Path) -> Callable[..., Path]:
    """A document as LibreOffice sets it, the kit's fonts at hand."""

    def convert(document: Document, brand: Brand = KITS_OWN) -> Path:
        source = tmp_path / "statement.docx"
        source.write_bytes(write_docx(document, brand))
        profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
        command = [judge("soffice"), profile, "--headless", "--convert-to", "pdf", "--outdir", tmp_path, source]
        subprocess.run(command, env=with_fonts(tmp_path), capture_output=True, check=True, timeout=300)
        return source.with_suffix(".pdf")

    return convert


@pytest.fixture
def pdf(language: str, documents: dict[str, Document], to_pdf: Callable[[Document], Path]) -> Path:
    """The example in a language, as LibreOffice sets it."""
    return to_pdf(documents[language])


@pytest.mark.judge("soffice")
def test_libreoffice_reads_every_word_back_in_order(
    language: str, pdf: Path, documents: dict[str, Document], judge: Callable[..., str]
) -> None:
    """In the order of the pages' content; heads and feet of pages are cut off."""
    assert text_of(pdf, judge) == bare("".join(block.whole_text for block in documents[language].blocks))


@pytest.mark.judge("soffice")
def test_libreoffice_shows_every_note_once_its_number_where_it_belongs_and_every_link(
    language: str,
    everything: dict[str, Document],
    to_pdf: Callable[[Document], Path],
    judge: Callable[..., str],
) -> None:
    """D06: notes stand at the feet of pages, so they are taken out of the text before it is compared.

    So are dashes: Khmer typefaces have none, and LibreOffice writes those of another behind their line.
    """
    document = everything[language]
    path = to_pdf(document)
    notes = [block for block in document.blocks if block.role is Role.NOTE]
    found = text_of(path, judge)
    for number, note in enumerate(notes, 1):
        text = bare(f"{number}{note.text}")
        assert found.count(text) == 1
        found = found.replace(text, "")
    shown = (counted(block, notes) for block in document.blocks if block.role is not Role.NOTE)
    assert found.replace("–", "") == bare("".join(shown)).replace("–", "")
    linked = {mark.target for block in document.blocks for mark in block.marks if mark.kind is MarkKind.LINK}
    assert linked_from(path) == {target for target in linked if not target.startswith("#")}


@pytest.mark.judge("soffice")
def test_libreoffice_leads_links_within_the_document_to_the_parts_they_name(
    language: str, everything: dict[str, Document], to_pdf: Callable[[Document], Path]
) -> None:
    with pymupdf.open(to_pdf(everything[language])) as pdf:
        links = [link for page in pdf for link in page.get_links() if link["kind"] == pymupdf.LINK_GOTO]
        led_to = [text_below(pdf[link["page"]], link["to"].y) for link in links]
    for part in (block for block in everything[language].blocks if block.id in {"demand.1", "annex"}):
        beginning = bare(part.whole_text)[:8]
        assert sum(text.startswith(beginning) for text in led_to) == 1


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("brand", [BRANDED, WORDMARK], ids=["logo", "wordmark"])
def test_libreoffice_shows_the_logo_at_its_size_above_the_text_on_the_first_page_alone(
    language: str, brand: Brand, documents: dict[str, Document], to_pdf: Callable[..., Path]
) -> None:
    with pymupdf.open(to_pdf(documents[language], brand)) as pdf:
        shown = [[pymupdf.Rect(each["bbox"]) for each in page.get_image_info()] for page in pdf]
        names = pdf[0].search_for("peace@example.org")[0]
        bar = min(each["rect"].y0 for each in pdf[0].get_drawings())
    assert [len(on_page) for on_page in shown] == [1] + [0] * (len(shown) - 1)
    (logo,) = shown[0]
    assert brand.logo
    assert (logo.width, logo.height) == pytest.approx((brand.logo.width_pt, brand.logo.height_pt), abs=0.5)
    assert logo.x0 == pytest.approx(brand.margins_pt[3], abs=0.5)
    assert logo.y1 < bar
    assert (names.x0 > logo.x1) is (brand is BRANDED)
    assert (names.y0 > logo.y1) is (brand is WORDMARK)


def text_of(path: Path, judge: Callable[..., str]) -> str:
    """The text of a PDF in the order of its content, without white space."""
    command = [judge("pdftotext"), "-raw", *text_area(Brand()), path, "-"]
    return bare(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


def counted(block: Block, notes: list[Block]) -> str:
    """The text of a block, the numbers of notes in it as word processors count them."""
    numbers = {note.id: str(number) for number, note in enumerate(notes, 1)}
    text = block.text
    for mark in reversed(block.marks):
        if mark.kind is MarkKind.NOTE:
            text = text[: mark.start] + numbers[mark.target] + text[mark.end :]
    return block.label + text


def text_below(page: pymupdf.Page, y_pt: float) -> str:
    """The text of a page from a height on, without white space."""
    return bare(page.get_textbox(pymupdf.Rect(0, y_pt, *page.rect.br)))


def linked_from(path: Path) -> set[str]:
    """What the links of a PDF lead to outside it."""
    annotations = [one.get_object() for page in pypdf.PdfReader(path).pages for one in page.get("/Annots", [])]
    return {str(one["/A"]["/URI"]) for one in annotations if "/URI" in one.get("/A", {})}


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
