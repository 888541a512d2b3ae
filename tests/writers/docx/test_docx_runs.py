"""Runs: one per script, each with the axis, the face and the language it needs (D01, D02)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from docx_reading import drawn_runs, embedded_fonts
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import Mark, MarkKind
from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.runs import axis_spans

TAGS = ["en", "km", "th"]
STORIES = ["document", "header1", "header2", "footer1", "footer2"]
NS = {"w": W}
COMPLEX = re.compile("[\u0e00-\u0e7f\u1780-\u17ff]")


def text_of(run: etree._Element) -> str:
    return "".join(run.xpath("w:t/text()", namespaces=NS))


def runs_of(file: bytes, part) -> Iterator[etree._Element]:
    for story in STORIES:
        yield from part(file, f"word/{story}.xml").iter(f"{{{W}}}r")


def attribute(run: etree._Element, path: str, name: str = "val") -> str | None:
    return next(iter(run.xpath(f"w:rPr/{path}/@w:{name}", namespaces=NS)), None)


def is_complex(run: etree._Element) -> bool:
    return bool(run.xpath("w:rPr/w:cs", namespaces=NS))


@pytest.mark.parametrize("language", ["km", "th"])
def test_khmer_and_thai_stand_in_runs_of_their_own_axis_and_language(
    language: str, docx_files: dict[str, bytes], part
) -> None:
    tag = {"km": "km-KH", "th": "th-TH"}[language]
    seen = 0
    for run in runs_of(docx_files[language], part):
        assert is_complex(run) == bool(COMPLEX.search(text_of(run)))
        if is_complex(run):
            seen += 1
            assert attribute(run, "w:lang", "bidi") == tag
            assert attribute(run, "w:lang") == tag
    assert seen > 30


@pytest.mark.parametrize("language", TAGS)
def test_no_latin_letter_and_no_ascii_digit_stands_in_a_complex_run(
    language: str, docx_files: dict[str, bytes], part
) -> None:
    complex_text = [text_of(run) for run in runs_of(docx_files[language], part) if is_complex(run)]
    assert [text for text in complex_text if re.search("[A-Za-z0-9]", text)] == []


@pytest.mark.parametrize("language", ["km", "th"])
def test_english_words_are_said_to_be_english_and_numbers_are_not(
    language: str, docx_files: dict[str, bytes], part
) -> None:
    for run in runs_of(docx_files[language], part):
        if not is_complex(run) and text_of(run).strip():
            expected = "en-GB" if re.search("[A-Za-z]", text_of(run)) else None
            assert attribute(run, "w:lang") == expected


@pytest.mark.parametrize(("language", "tag"), [("en", "en-GB"), ("km", "km-KH"), ("th", "th-TH")])
def test_the_whole_file_is_in_its_language_on_both_axes(
    language: str, tag: str, docx_files: dict[str, bytes], part
) -> None:
    lang = part(docx_files[language], "word/styles.xml").find("w:docDefaults/w:rPrDefault/w:rPr/w:lang", NS)
    theme = part(docx_files[language], "word/settings.xml").find("w:themeFontLang", NS)
    bidi = None if language == "en" else tag
    for found in (lang, theme):
        assert (found.get(f"{{{W}}}val"), found.get(f"{{{W}}}bidi")) == (tag, bidi)


@pytest.mark.parametrize("language", TAGS)
def test_runs_carry_no_looks_where_their_style_has_them(language: str, docx_files: dict[str, bytes], part) -> None:
    allowed = {"rStyle", "noProof", "cs", "lang"}
    exceptions = set()
    for run in runs_of(docx_files[language], part):
        names = {etree.QName(one).localname for one in run.xpath("w:rPr/*", namespaces=NS)}
        if names - allowed:
            exceptions.add((text_of(run), *sorted(names - allowed)))
    expected = {("(PPA)", "b", "bCs")} if language == "km" else set()
    exceptions -= {(dash, "rFonts", "sz", "szCs") for dash in "–—"}
    assert exceptions == expected, "Moul has one weight; English words among it are semibold as elsewhere"


def test_a_name_in_another_script_gets_its_own_face_size_and_language(
    document_of: Callable[..., Document], part
) -> None:
    """An English list with a Khmer name in it: the English style's second axis knows no Khmer."""
    faces = {**DEFAULT_TYPEFACES, Face.TEXT: {"Latn": Typeface("Sarabun"), "Khmr": Typeface("Moul", scale=0.9)}}
    brand = Brand(base_pt=10.0 / DEFAULT_STYLES[Role.ENDORSER].size_em, typefaces=faces)
    document = document_of("en", Block("e", Role.ENDORSER, "ADHOC អាដហុក", "1.", number=1))
    (run,) = (run for run in runs_of(docx_of(document, brand), part) if is_complex(run))
    assert text_of(run).replace("\u200b", "") == "អាដហុក"
    assert attribute(run, "w:rFonts", "cs") == "Moul"
    assert attribute(run, "w:rFonts", "ascii") is None
    assert attribute(run, "w:sz") == attribute(run, "w:szCs") == "18"
    assert attribute(run, "w:lang", "bidi") == "km-KH"


def test_thai_in_a_khmer_heading_is_thai_in_face_weight_and_language(
    document_of: Callable[..., Document], part
) -> None:
    document = document_of("km", Block("h", Role.DEMAND_HEADING, "សន្តិភាព สันติภาพ", "១."))
    run = next(run for run in runs_of(docx_of(document, Brand()), part) if "สันติภาพ" in text_of(run))
    assert attribute(run, "w:rFonts", "cs") == "Taviraj"
    assert run.find("w:rPr/w:bCs", NS) is not None
    assert attribute(run, "w:lang", "bidi") == "th-TH"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("th", "28 กรกฎาคม 2568", [("28", "Latn"), (" กรกฎาคม ", "Thai"), ("2568", "Latn")]),
        ("km", "ជាង 3,000 នាក់", [("ជាង ", "Khmr"), ("3,000", "Latn"), (" នាក់", "Khmr")]),
        ("km", "ថ្ងៃទី២៨", [("ថ្ងៃទី២៨", "Khmr")]),
        ("th", "กัมพูชา–ไทย", [("กัมพูชา–ไทย", "Thai")]),  # "Cambodia–Thailand"
        ("en", "Room 12", [("Room 12", "Latn")]),
    ],
)
def test_ascii_numbers_are_cut_out_of_complex_scripts(
    language: str, text: str, expected: list[tuple[str, str]]
) -> None:
    spans = axis_spans(text, LANGUAGES[language].script)
    assert [(text[start:end], script) for start, end, script in spans] == expected


def test_what_a_typeface_lacks_is_set_in_the_latin_one_on_both_axes(document_of: Callable[..., Document], part) -> None:
    """Noto Serif Khmer has no dash; LibreOffice would take it from anywhere, and set it on the axis beside it."""
    file = docx_of(document_of("km", Block("p", Role.PARAGRAPH, "កម្ពុជា–ថៃ")))  # "Cambodia–Thailand"
    (run,) = (run for run in runs_of(file, part) if text_of(run) == "–")
    assert {attribute(run, "w:rFonts", slot) for slot in ("ascii", "hAnsi", "eastAsia", "cs")} == {"Source Serif 4"}
    assert attribute(run, "w:sz") == attribute(run, "w:szCs")
    assert not is_complex(run)


@pytest.mark.parametrize(
    ("language", "text", "lent", "family"),
    [
        ("en", "It costs 500 ฿.", "฿", "Taviraj"),
        ("km", "តម្លៃ ៥០០ ฿", "฿", "Taviraj"),  # "it costs 500 baht"
        ("th", "กัมพูชา ៛", "៛", "Noto Serif Khmer"),  # "Cambodia", and the sign of its money
    ],
)
def test_what_neither_axis_has_is_set_in_the_typeface_that_has_it(
    language: str, text: str, lent: str, family: str, document_of: Callable[..., Document], part
) -> None:
    file = docx_of(document_of(language, Block("p", Role.PARAGRAPH, text)))
    (found,) = (one for one in drawn_runs(file) if one.text.strip() == lent)
    assert found.family == family
    (run,) = (run for run in runs_of(file, part) if text_of(run).strip() == lent)
    assert is_complex(run) == (language != "en"), "set as complex script where that is what it is, and what sets it"
    assert ord(lent) in embedded_fonts(file)[family, "Regular"].getBestCmap()


def test_a_drawn_italic_of_a_complex_script_is_a_typeface_and_no_slope(
    document_of: Callable[..., Document], part
) -> None:
    """A brand's own italic of Khmer is what emphasis is set in, and no reader slants it (T13)."""
    own = FontFile(fonts_folder() / "noto-sans-khmer" / "NotoSansKhmer-Regular.ttf", "Own", is_italic=True)
    emphasis = {**DEFAULT_TYPEFACES[Face.TEXT_EMPHASIS], "Khmr": Typeface("Own", is_italic=True)}
    brand = Brand(typefaces={**DEFAULT_TYPEFACES, Face.TEXT_EMPHASIS: emphasis}, fonts=(own,))
    marks = (Mark(0, 8, MarkKind.EMPHASIS),)
    file = docx_of(document_of("km", Block("p", Role.PARAGRAPH, "សន្តិភាព", marks=marks)), brand)  # "peace"
    (found,) = (one for one in drawn_runs(file) if one.text.startswith("ស"))
    assert (found.family, found.style) == ("Own Italic", "Regular")
    assert (found.family, found.style) in embedded_fonts(file)


def test_spaces_at_the_edge_of_a_run_are_kept(docx_files: dict[str, bytes], part) -> None:
    space = "{http://www.w3.org/XML/1998/namespace}space"
    for run in runs_of(docx_files["km"], part):
        for text in run.findall("w:t", NS):
            if text.text != text.text.strip():
                assert text.get(space) == "preserve"
