"""The file as a whole: the document's words in order, its sections, furniture and properties, the same bytes."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pytest
from docx_reading import drawn_by, embedded_fonts, paragraphs, words
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import Brand, Paper
from statement_kit.brand.page import LETTERHEAD_RISE_PT
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import LINE_END
from statement_kit.writers.docx.markup import W

LANGUAGES = ["en", "km", "th"]
NS = {"w": W}

HASH_OF_A_SMALL_FILE = """
import hashlib
from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import get_language
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library
from statement_kit.writers.docx import write_docx
blocks = (Block("title", Role.TITLE, "សន្តិភាព"), Block("e", Role.ENDORSER, "ADHOC", "១.", number=1))
document = Document(get_language("km"), "សន្តិភាព", "2025-07-28", blocks, "head", PageLabels("{page}/{pages}", "០"))
print(hashlib.sha256(write_docx(document, Brand(), font_library(fonts_folder()))).hexdigest())
"""


def names(file: bytes) -> list[str]:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return archive.namelist()


@pytest.mark.parametrize("language", LANGUAGES)
def test_words_and_labels_are_those_of_the_document_in_its_order(
    language: str, docx_files: dict[str, bytes], documents: dict[str, Document], bare: Callable[[str], str]
) -> None:
    found = [bare(one.drawn + one.text) for one in paragraphs(docx_files[language])]
    assert found == [*(bare(block.whole_text) for block in documents[language].blocks), ""]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_annex_begins_a_page_and_runs_in_balanced_columns(
    language: str, docx_files: dict[str, bytes], part
) -> None:
    sections = part(docx_files[language], "word/document.xml").findall(".//w:sectPr", NS)
    kinds = [next(iter(section.xpath("w:type/@w:val", namespaces=NS)), None) for section in sections]
    columns = [next(iter(section.xpath("w:cols/@w:num", namespaces=NS)), None) for section in sections]
    assert kinds == [None, "nextPage", "continuous", "continuous"]
    assert columns == [None, None, "2", None]
    assert sections[2].xpath("w:cols/@w:space", namespaces=NS) == [str(round(Brand().annex_gap_pt * 20))]
    holder = sections[2].getparent().getparent()
    assert holder.xpath("w:pPr/w:pStyle/@w:val", namespaces=NS) == ["Endorser"], "no empty paragraph in the columns"


def test_a_statement_without_endorsers_is_one_section(document_of: Callable[..., Document], part) -> None:
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), Brand())
    body = part(file, "word/document.xml").find("w:body", NS)
    assert [etree.QName(child).localname for child in body] == ["p", "sectPr"]
    assert body.find("w:sectPr/w:titlePg", NS) is not None


@pytest.mark.parametrize("paper", list(Paper))
def test_the_sheet_is_the_brands(paper: Paper, document_of: Callable[..., Document], part) -> None:
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), Brand(paper=paper))
    (size,) = part(file, "word/document.xml").iter(f"{{{W}}}pgSz")
    assert [int(value) for value in size.attrib.values()] == [round(side * 20) for side in paper.size_pt]


def test_the_letterhead_stands_above_the_text_and_the_running_head_on_all_pages_but_the_first(
    document_of: Callable[..., Document], part
) -> None:
    brand = Brand(names={"en": "Peace Now"}, letterhead={"en": ("54 Street 306", "example.org")})
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), brand)
    assert [one.text for one in paragraphs(file)] == ["Peace Now", "54 Street 306", "example.org", "Peace."]
    first, others = part(file, "word/header1.xml"), part(file, "word/header2.xml")
    assert [words(one) for one in first.iter(f"{{{W}}}p")] == [""]
    assert [words(one) for one in others.iter(f"{{{W}}}p")] == ["Running head"]
    kinds = part(file, "word/document.xml").xpath("//w:headerReference/@w:type", namespaces=NS)
    assert kinds == ["first", "default"]


def test_later_pages_begin_where_the_margin_is_though_the_letterhead_stands_above_it(
    document_of: Callable[..., Document], part
) -> None:
    """The running head and the space below it reach from its place down to the margin."""
    brand = Brand(names={"en": "Peace Now"})
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), brand)
    (margins,) = part(file, "word/document.xml").iter(f"{{{W}}}pgMar")
    top, header = (int(margins.get(f"{{{W}}}{name}")) for name in ("top", "header"))
    (style,) = part(file, "word/styles.xml").xpath("w:style[@w:styleId='Header']/w:pPr/w:spacing", namespaces=NS)
    line, after = (int(style.get(f"{{{W}}}{name}")) for name in ("line", "after"))
    assert top == round((brand.margins_pt[0] - LETTERHEAD_RISE_PT) * 20)
    assert header + line + after == pytest.approx(brand.margins_pt[0] * 20, abs=2)


def test_a_brand_without_a_name_in_a_language_has_no_letterhead_in_it(document_of: Callable[..., Document]) -> None:
    brand = Brand(names={"km": "សន្តិភាព"}, letterhead={"en": ("54 Street 306",)})  # "peace"
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), brand)
    assert [one.text for one in paragraphs(file)] == ["Peace."]


@pytest.mark.parametrize(
    ("language", "around", "switch"),
    [
        ("en", ["Page ", " of "], ""),
        ("km", ["ទំព័រ ", " នៃ "], ""),
        ("th", ["หน้า ", " จาก "], "\\* THAIARABIC "),
    ],
)
def test_page_numbers_are_fields_among_the_words_of_the_language(
    language: str, around: list[str], switch: str, docx_files: dict[str, bytes], part
) -> None:
    for name in ("word/footer1.xml", "word/footer2.xml"):
        footer = part(docx_files[language], name)
        shown = footer.xpath("//w:r[not(w:rPr/w:rStyle)]/w:t/text()", namespaces=NS)
        assert shown == around
        assert footer.xpath("//w:instrText/text()", namespaces=NS) == [f" PAGE {switch}", f" NUMPAGES {switch}"]


@pytest.mark.parametrize(("language", "drawn"), [("en", "2026"), ("km", "២០២៦"), ("th", "๒๐๒๖")])
def test_page_numbers_are_drawn_in_the_digits_of_the_language(
    language: str, drawn: str, docx_files: dict[str, bytes], part
) -> None:
    """D04: every part of the field is in the style whose font draws them, or Word drops it when it counts."""
    file = docx_files[language]
    footer = part(file, "word/footer2.xml")
    inside = footer.xpath("//w:r[w:fldChar or w:instrText or w:t='1']/w:rPr/w:rStyle/@w:val", namespaces=NS)
    assert inside == ["PageNumber"] * 10
    (font,) = part(file, "word/styles.xml").xpath(
        "w:style[@w:styleId='PageNumber']/w:rPr/w:rFonts/@w:ascii", namespaces=NS
    )
    if language == "en":
        assert font == "Source Sans 3"
    else:
        assert drawn_by(embedded_fonts(file)[font, "Regular"], "2026") == drawn


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_file_names_its_title_its_language_and_its_day_and_nobody(
    language: str, docx_files: dict[str, bytes], documents: dict[str, Document], part
) -> None:
    """D09: nothing but what the statement itself says."""
    core = part(docx_files[language], "docProps/core.xml")
    assert {etree.QName(one).localname: one.text for one in core} == {
        "title": documents[language].title,
        "language": documents[language].language.region_tag,
        "created": "2025-07-28T00:00:00Z",
        "modified": "2025-07-28T00:00:00Z",
    }


def test_marks_for_line_ends_stay_out_of_the_shown_title(documents: dict[str, Document], part) -> None:
    document = replace(documents["km"], title="សន្តិ\u200bភាព\u2060ៗ")
    core = part(docx_of(document, Brand()), "docProps/core.xml")
    assert "".join(core.itertext()).startswith("សន្តិភាពៗ")


def test_a_title_on_two_lines_is_shown_on_one(documents: dict[str, Document], part) -> None:
    document = replace(documents["en"], title=f"Peace{LINE_END}Now")
    core = part(docx_of(document, Brand()), "docProps/core.xml")
    assert "".join(core.itertext()).startswith("Peace Now")


def test_no_trace_of_a_template_a_program_or_an_editing_session(docx_files: dict[str, bytes]) -> None:
    for file in docx_files.values():
        assert [name for name in names(file) if not name.startswith("word/fonts/")] == [
            "[Content_Types].xml",
            "_rels/.rels",
            "docProps/core.xml",
            "docProps/custom.xml",
            "word/_rels/document.xml.rels",
            "word/_rels/fontTable.xml.rels",
            "word/document.xml",
            "word/fontTable.xml",
            "word/footer1.xml",
            "word/footer2.xml",
            "word/header1.xml",
            "word/header2.xml",
            "word/numbering.xml",
            "word/settings.xml",
            "word/styles.xml",
        ]
        with zipfile.ZipFile(BytesIO(file)) as archive:
            everything = b"".join(map(archive.read, archive.namelist()))
        for trace in (b"rsid", b"python-docx", b"attachedTemplate", b"creator", b"Application", b"theme/"):
            assert trace not in everything


def test_word_opens_it_in_its_present_mode(docx_files: dict[str, bytes], part) -> None:
    settings = part(docx_files["en"], "word/settings.xml")
    assert settings.xpath("//w:compatSetting[@w:name='compatibilityMode']/@w:val", namespaces=NS) == ["15"]


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bytes_are_the_same_every_time(
    language: str, docx_files: dict[str, bytes], documents: dict[str, Document]
) -> None:
    assert docx_of(documents[language], Brand()) == docx_files[language]
    with zipfile.ZipFile(BytesIO(docx_files[language])) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}


def test_the_bytes_do_not_hang_on_the_process_or_its_time_zone() -> None:
    found = set()
    for seed, zone in (("0", "UTC"), ("1", "Asia/Phnom_Penh")):
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone}
        command = [sys.executable, "-c", HASH_OF_A_SMALL_FILE]
        found.add(subprocess.run(command, env=environment, capture_output=True, text=True, check=True).stdout.strip())
    assert len(found) == 1
    assert len(found.pop()) == len(hashlib.sha256().hexdigest())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_document_is_as_reviewed(language: str, docx_files: dict[str, bytes], part, shown, golden) -> None:
    golden(f"docx/{language}.document.xml", shown(part(docx_files[language], "word/document.xml")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_with_everything_is_as_reviewed(
    language: str, everything_files: dict[str, bytes], part, shown, golden
) -> None:
    golden(f"docx/everything.{language}.document.xml", shown(part(everything_files[language], "word/document.xml")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_press_release_is_as_reviewed(language: str, press_files: dict[str, bytes], part, shown, golden) -> None:
    golden(f"docx/press.{language}.document.xml", shown(part(press_files[language], "word/document.xml")))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_bar_stands_above_the_line_that_opens_the_document(
    language: str, press_files: dict[str, bytes], part
) -> None:
    body = part(press_files[language], "word/document.xml").find("w:body", NS)
    drawn = [
        p.find("w:pPr/w:pStyle", NS).get(f"{{{NS['w']}}}val")
        for p in body.findall("w:p", NS)
        if p.findall(".//w:drawing", NS)
    ]
    assert drawn == ["Status", "Heading1Annex"]
