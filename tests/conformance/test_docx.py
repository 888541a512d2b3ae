"""DOCX files before their judges: two validators, and LibreOffice, which must read every word back.

Word itself was never asked. LibreOffice's PDF text is compared in full for all three languages.
"""

from __future__ import annotations

import hashlib
import os
import re
import subprocess
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from io import BytesIO
from pathlib import Path
from string import ascii_lowercase
from typing import Any
from xml.sax.saxutils import escape
from zipfile import ZipFile

import docx_reading
import pymupdf
import pypdf
import pytest
from docx_judges import schema_findings, sdk_errors
from libreoffice import converted
from made_annexes import everything_of, listed, long_names, organisations, people
from made_brands import COLOURS, EXAMPLE_BRANDS, MADE_BRANDS, TASTEFUL
from made_docx import docx_of
from made_parallels import SETS, of

from statement_kit import PROFILES
from statement_kit.arranging.side_by_side import TextColumns, text_columns
from statement_kit.arranging.wall import wall_rows
from statement_kit.brand import DEFAULT_STYLES, Brand, DocxFonts
from statement_kit.brand.page import MM
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.parallel import Content, levels
from statement_kit.editions import Arrangement
from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, LANGUAGES, THAI_DIGITS, Alignment
from statement_kit.layout.pages import lay_out
from statement_kit.markup import MarkKind
from statement_kit.pictures import RasterPicture
from statement_kit.resources import fonts_folder
from statement_kit.source.folder import load_folder
from statement_kit.text.fonts import FontLibrary

TAGS = ["en", "km", "th"]


KITS_OWN = Brand()

UNPARTED = Brand(alignment=dict.fromkeys(TAGS, Alignment.RAGGED))
"""No word is parted by a hyphen in it, wherever LibreOffice has a dictionary for that."""

JUSTIFIED = Brand(alignment=dict.fromkeys(TAGS, Alignment.JUSTIFIED), indent_em=dict.fromkeys(TAGS, 2.0))

LETTERHEAD = Brand(
    names={"en": "Peace Now", "km": "សន្តិភាព", "th": "สันติภาพ"},
    letterhead=dict.fromkeys(TAGS, ("54 Street 306", "example.org")),
)


BRANDED = load_folder(Path(__file__).parents[1] / "statements" / "branded").brand
assert BRANDED.logo

WORDMARK = replace(
    BRANDED,
    logo=replace(BRANDED.logo, picture=RasterPicture(1500, 300, 1, bytes(1500 * 300)), height_pt=20 * MM),
)


@pytest.fixture(params=TAGS)
def language(request: pytest.FixtureRequest) -> str:
    """Each language of the example in turn."""
    return str(request.param)


BRANDS = {
    "kit": KITS_OWN,
    "letterhead": LETTERHEAD,
    "logo": BRANDED,
    "wordmark": WORDMARK,
    "th-official": PROFILES["th-official"],
    "whole fonts": Brand(docx_fonts=DocxFonts.WHOLE),
    "no fonts": Brand(docx_fonts=DocxFonts.NONE),
    "justified": JUSTIFIED,
}


FILES = [("example", brand, tag) for brand in ("kit", "logo", "th-official") for tag in TAGS]
FILES += [("example", brand, "km") for brand in BRANDS if brand not in ("kit", "logo", "th-official")]
FILES += [(name, "kit", tag) for name in ("everything", "draft", "annex", "press") for tag in TAGS]
FILES += [("everything", "loud", tag) for tag in TAGS] + [("annex", "loud", "km")]
FILES += [("everything", brand, "km") for brand in ("justified", *MADE_BRANDS) if brand != "loud"]
FILES += [("press", brand, tag) for brand in EXAMPLE_BRANDS for tag in TAGS]
FILES += [(name, "logo", "km") for name in ("annex", "press")]
"""What the judges are shown: a statement, a look, a language; each kind of brand in every script, or in Khmer."""


@pytest.fixture(scope="session")
def judged(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Where the files for the judges are kept, each made once."""
    return tmp_path_factory.mktemp("judged")


@pytest.fixture(params=FILES, ids="-".join)
def file(
    request: pytest.FixtureRequest,
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
    judged: Path,
) -> Path:
    """Each statement of the tests in a language and a look."""
    name, brand, tag = request.param
    path = judged / f"{name}.{brand}.{tag}.docx"
    if path.exists():
        return path
    document = {"everything": everything, "press": press}.get(name, documents)[tag]
    if name == "annex":
        document = everything_of(tag)
    if name == "draft":
        document = replace(document, draft=document.title)
    path.write_bytes(docx_of(document, {**BRANDS, **MADE_BRANDS, **EXAMPLE_BRANDS}[brand]))
    return path


PARALLELS = [
    ("everything", SETS[0], Arrangement.IN_TURN, "kit"),
    *(("everything", SETS[-1], how, "loud") for how in Arrangement),
    ("annex", SETS[-1], Arrangement.SIDE_BY_SIDE, "loud"),
    ("press", SETS[-1], Arrangement.IN_TURN, "loud"),
    ("press", SETS[0], Arrangement.SIDE_BY_SIDE, "kit"),
]
"""Each statement in several languages; each arrangement in a look of every kind."""


@pytest.mark.judge("ooxml-validator")
@pytest.mark.parametrize(("name", "tags", "arrangement", "look"), PARALLELS)
def test_parallel_editions_are_clean_to_schemas_and_the_open_xml_sdk(
    name: str,
    tags: Sequence[str],
    arrangement: Arrangement,
    look: str,
    everything: dict[str, Document],
    press: dict[str, Document],
    tmp_path: Path,
    judge: Callable[..., str],
) -> None:
    annexes = {tag: everything_of(tag) for tag in tags} if name == "annex" else {}
    statement = {"everything": everything, "press": press, "annex": annexes}[name]
    file = tmp_path / f"{'+'.join(tags)}.docx"
    file.write_bytes(docx_of(of(statement, tags, arrangement), {**BRANDS, **MADE_BRANDS}[look]))
    assert schema_findings(file) == []
    assert sdk_errors(file, judge) == []


def bare(text: str) -> str:
    """A text without white space, U+200B and U+2060."""
    return re.sub(r"[\s\u200b\u2060]", "", text)


def test_schemas_references_and_complex_scripts_are_clean(file: Path) -> None:
    assert schema_findings(file) == []


@pytest.mark.judge("ooxml-validator")
def test_the_open_xml_sdk_finds_no_error(file: Path, judge: Callable[..., str]) -> None:
    assert sdk_errors(file, judge) == []


@pytest.mark.judge("ooxml-validator")
def test_both_judges_would_find_a_fault(
    documents: dict[str, Document], tmp_path: Path, judge: Callable[..., str]
) -> None:
    spoiled = tmp_path / "spoiled.docx"
    with ZipFile(BytesIO(docx_of(documents["en"]))) as whole, ZipFile(spoiled, "w") as file:
        for name in whole.namelist():
            file.writestr(name, whole.read(name).replace(b"<w:body>", b"<w:body><w:nonsense/>"))
    assert [level for level, _, _ in schema_findings(spoiled)] == ["ERROR"]
    assert sdk_errors(spoiled, judge)


ToPdf = Callable[..., Path]


@pytest.fixture(scope="session")
def to_pdf(judge: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> ToPdf:
    """A document as LibreOffice sets it: with the kit's fonts at hand, or with none but those in the file."""
    folder = tmp_path_factory.mktemp("libreoffice")
    made: dict[str, Path] = {}

    def convert(content: Content, brand: Brand = KITS_OWN, *, is_hidden: bool = False) -> Path:
        data = docx_of(content, brand)
        name = f"{hashlib.sha256(data).hexdigest()[:16]}-{is_hidden}"
        if name not in made:
            source = folder / f"{name}.docx"
            source.write_bytes(data)
            fonts = with_fonts(folder, OTHERS if is_hidden else fonts_folder(), has_system=not is_hidden)
            profile = folder / f"profile-{is_hidden}"
            (made[name],) = converted(judge("soffice"), [source], "pdf", folder, profile, fonts)
        return made[name]

    return convert


@pytest.fixture
def pdf(language: str, documents: dict[str, Document], to_pdf: ToPdf) -> Path:
    """The example in a language, as LibreOffice sets it."""
    return to_pdf(documents[language])


@pytest.mark.judge("soffice")
def test_libreoffice_reads_every_word_back_in_order(
    language: str, to_pdf: ToPdf, documents: dict[str, Document], judge: Callable[..., str]
) -> None:
    """In the order of the pages' content; heads and feet of pages are cut off."""
    pdf = to_pdf(documents[language], UNPARTED)
    assert text_of(pdf, judge) == bare("".join(counted(block, []) for block in documents[language].blocks))


def letters(text: str) -> Counter[str]:
    """How often each letter and each sign on one stands in a text; numbers LibreOffice counts in its own way."""
    return Counter(char for char in text if unicodedata.category(char)[0] in "LM")


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("arrangement", Arrangement)
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
def test_libreoffice_shows_every_letter_of_a_parallel_edition(
    tags: tuple[str, ...], arrangement: Arrangement, everything: dict[str, Document], to_pdf: ToPdf
) -> None:
    content = of(everything, tags, arrangement)
    with pymupdf.open(to_pdf(content, UNPARTED)) as pdf:
        found = letters("".join(page.get_text() for page in pdf))
    blocks = [block for document in content.documents for block in document.blocks]
    assert letters("".join(block.text for block in blocks)) - found == Counter()


def lines_between(
    page: pymupdf.Page, number: int, at: int, place: TextColumns
) -> Iterator[tuple[tuple[int, float], str]]:
    """The lines of a column of a page: on which page and how far down their baselines lie, and their text."""
    left = KITS_OWN.margins_pt[3] + at * place.step_pt - place.gutter_pt / 2
    clip = pymupdf.Rect(left, 0, left + place.step_pt, page.rect.height)
    for block in page.get_text("dict", clip=clip)["blocks"]:
        for line in block.get("lines", []):
            yield (number, line["spans"][0]["origin"][1]), bare("".join(span["text"] for span in line["spans"]))


_LEVEL_PT = 4.0
"""How far first lines of a row may stand apart: fonts have lines of their own heights."""


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
def test_libreoffice_sets_the_first_lines_of_a_clause_level(
    tags: tuple[str, ...], documents: dict[str, Document], to_pdf: ToPdf
) -> None:
    content, place = of(documents, tags, Arrangement.SIDE_BY_SIDE), text_columns(KITS_OWN, len(tags))
    with pymupdf.open(to_pdf(content)) as pdf:
        columns = [
            [line for number, page in enumerate(pdf) for line in lines_between(page, number, at, place)]
            for at in range(len(tags))
        ]
    compared = 0
    for level in levels(content.documents).values():
        starts = [bare(block.text)[:10] for block in level if block]
        found = [
            [place for place, text in lines if text.startswith(start)]
            for start, lines in zip(starts, columns, strict=True)
        ]
        if all(len(places) == 1 for places in found):
            (page, y_pt), *others = (place for (place,) in found)
            for other, other_pt in others:
                assert other == page
                assert other_pt == pytest.approx(y_pt, abs=_LEVEL_PT)
                compared += 1
    assert compared >= 5


@pytest.mark.judge("soffice")
def test_libreoffice_shows_every_note_once_its_number_where_it_belongs_and_every_link(
    language: str,
    everything: dict[str, Document],
    to_pdf: ToPdf,
    judge: Callable[..., str],
) -> None:
    """D06: notes stand at the feet of pages, so they are taken out of the text before it is compared."""
    document = everything[language]
    path = to_pdf(document, UNPARTED)
    notes = [block for block in document.blocks if block.role is Role.NOTE]
    found = text_of(path, judge)
    for number, note in enumerate(notes, 1):
        text = bare(f"{number}{note.text}")
        assert found.count(text) == 1
        found = found.replace(text, "")
    shown = (counted(block, notes) for block in document.blocks if block.role is not Role.NOTE)
    assert found == bare("".join(shown))
    linked = {mark.target for block in document.blocks for mark in block.marks if mark.kind is MarkKind.LINK}
    assert linked_from(path) == {target for target in linked if not target.startswith("#")}


@pytest.mark.judge("soffice")
def test_libreoffice_leads_links_within_the_document_to_the_parts_they_name(
    language: str, everything: dict[str, Document], to_pdf: ToPdf
) -> None:
    with pymupdf.open(to_pdf(everything[language])) as pdf:
        links = [link for page in pdf for link in page.get_links() if link["kind"] == pymupdf.LINK_GOTO]
        led_to = [text_below(pdf[link["page"]], link["to"].y) for link in links]
    for part in (block for block in everything[language].blocks if block.id in {"demand.1", "annex"}):
        beginning = bare(counted(part, []))[:8]
        assert sum(text.startswith(beginning) for text in led_to) == 1


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("brand", [BRANDED, WORDMARK], ids=["logo", "wordmark"])
def test_libreoffice_shows_the_logo_at_its_size_above_the_text_on_the_first_page_alone(
    language: str, brand: Brand, documents: dict[str, Document], to_pdf: ToPdf
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


@pytest.mark.judge("soffice")
def test_libreoffice_draws_grounds_and_rules_as_wide_and_as_high_on_the_page_as_the_pdf(
    language: str, everything: dict[str, Document], to_pdf: ToPdf, library: FontLibrary
) -> None:
    """The masthead's ground to the edges of the sheet; the rest as wide as the measure, and padded alike."""
    laid_out = lay_out(everything[language], TASTEFUL, library).pages[0]
    with pymupdf.open(to_pdf(everything[language], TASTEFUL)) as pdf:
        drawn = [(each["rect"], each["fill"]) for each in pdf[0].get_drawings() if each["fill"]]
    for name in ("deep", "mist"):
        colour = [int(COLOURS[name][at : at + 2], 16) / 255 for at in (1, 3, 5)]
        found = [rect for rect, fill in drawn if fill == pytest.approx(colour, abs=0.01)]
        wanted = [bar for bar in laid_out.grounds if bar.colour == COLOURS[name]]
        left, right = min(rect.x0 for rect in found), max(rect.x1 for rect in found)
        assert (left, right) == pytest.approx((wanted[0].x_pt, wanted[0].x_pt + wanted[0].width_pt), abs=1.0)
        top, foot = min(rect.y0 for rect in found), max(rect.y1 for rect in found)
        assert top == pytest.approx(wanted[0].y_pt, abs=14)
        if name == "deep":
            assert foot == pytest.approx(wanted[0].height_pt, abs=8)


def text_of(path: Path, judge: Callable[..., str]) -> str:
    """The text of a PDF in the order of its content, without white space."""
    command = [judge("pdftotext"), "-raw", *text_area(Brand()), path, "-"]
    return bare(subprocess.run(command, capture_output=True, text=True, check=True).stdout)


TYPED = {
    "en": str.maketrans({}),
    "km": str.maketrans(KHMER_DIGITS + LANGUAGES["km"].letters[:26], ASCII_DIGITS + ascii_lowercase),
    "th": str.maketrans(THAI_DIGITS, ASCII_DIGITS),
}
"""What LibreOffice counts with, in place of what the fonts of labels draw (D04)."""


def counted(block: Block, notes: list[Block]) -> str:
    """Label and text of a block, labels and the numbers of notes in it as LibreOffice counts them."""
    numbers = {note.id: str(number) for number, note in enumerate(notes, 1)}
    text = block.text
    for mark in reversed(block.marks):
        if mark.kind is MarkKind.NOTE:
            text = text[: mark.start] + numbers[mark.target] + text[mark.end :]
    return block.label.translate(TYPED["km"]).translate(TYPED["th"]) + text


def text_below(page: pymupdf.Page, y_pt: float) -> str:
    """The text of a page from a height on, without white space."""
    return bare(page.get_textbox(pymupdf.Rect(0, y_pt, *page.rect.br)))


def linked_from(path: Path) -> set[str]:
    """What the links of a PDF lead to outside it."""
    annotations = [one.get_object() for page in pypdf.PdfReader(path).pages for one in page.get("/Annots", [])]
    return {str(one["/A"]["/URI"]) for one in annotations if "/URI" in one.get("/A", {})}


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("look", ["kit", "th-official"])
def test_libreoffice_uses_only_fonts_that_the_file_names_and_keeps_title_and_language(
    look: str, documents: dict[str, Document], language: str, to_pdf: ToPdf
) -> None:
    """D01, D02: a slot left open would show as a substitute font, a wrong default as another language."""
    document = documents[language]
    reader = pypdf.PdfReader(to_pdf(document, BRANDS[look]))
    assert families_of(reader) <= asked_for(docx_of(document, BRANDS[look]))
    assert reader.metadata
    assert reader.metadata.title == document.title
    assert reader.trailer["/Root"]["/Lang"] == document.language.region_tag


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("name", ["example", "everything"])
def test_with_every_font_hidden_libreoffice_draws_all_text_from_those_in_the_file(
    name: str,
    documents: dict[str, Document],
    everything: dict[str, Document],
    language: str,
    to_pdf: ToPdf,
    judge: Callable[..., str],
) -> None:
    """D07: the machine has one font, of a script that nothing here is written in; none of its glyphs is used."""
    document = (everything if name == "everything" else documents)[language]
    hidden = to_pdf(document, UNPARTED, is_hidden=True)
    assert families_of(pypdf.PdfReader(hidden)) <= asked_for(docx_of(document))
    assert text_of(hidden, judge) == text_of(to_pdf(document, UNPARTED), judge)


@pytest.mark.judge("soffice")
@pytest.mark.parametrize(
    ("name", "is_hidden"),
    [("example", True), *((name, False) for name in ("example", "everything", "press", "loud"))],
)
def test_it_has_as_many_pages_as_the_pdf_or_one_more_or_less(
    name: str,
    is_hidden: bool,
    language: str,
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
    to_pdf: ToPdf,
    library: FontLibrary,
) -> None:
    document = {"press": press, **dict.fromkeys(("everything", *MADE_BRANDS), everything)}.get(name, documents)[
        language
    ]
    brand = {"branded": BRANDED, **MADE_BRANDS}.get(name, KITS_OWN)
    ours = len(lay_out(document, brand, library).pages)
    theirs = len(pypdf.PdfReader(to_pdf(document, brand, is_hidden=is_hidden)).pages)
    assert abs(ours - theirs) <= 1


ANNEXES: Mapping[str, Callable[[str], Document]] = {
    "everything": everything_of,
    "people": lambda language: listed(language, ("", people(300)), late=people(7), withheld=True),
    "organisations": lambda language: listed(language, ("", organisations(90)), late=people(4), logos=14),
    "long names": lambda language: listed(language, ("", long_names(30)), withheld=True),
    "groups": lambda language: listed(
        language, *((f"Group {number}", organisations(number)) for number in (30, 20, 9, 1, 2, 1)), logos=5
    ),
    "no numbers": lambda language: listed(language, ("", organisations(80)), is_numbered=False, links=True),
}
LISTS = [("everything", tag) for tag in TAGS] + [(name, "km") for name in ANNEXES if name != "everything"]
"""Everything an annex may have in each language, and each kind of list in Khmer."""


@pytest.mark.judge("soffice")
@pytest.mark.parametrize(("name", "language"), LISTS)
def test_an_annex_has_as_many_pages_as_in_the_pdf_or_one_more_or_less_and_none_is_empty(
    name: str, language: str, to_pdf: ToPdf, library: FontLibrary
) -> None:
    document = ANNEXES[name](language)
    ours = len(lay_out(document, KITS_OWN, library).pages)
    with pymupdf.open(to_pdf(document)) as pdf:
        said = [bare(page.get_text(clip=text_clip(page))) for page in pdf]
        pictures = [bool(page.get_image_info()) for page in pdf]
    assert abs(ours - len(said)) <= 1
    assert all(text or shown for text, shown in zip(said, pictures, strict=True))


def text_clip(page: pymupdf.Page) -> pymupdf.Rect:
    """The part of a page between its head and its foot."""
    top, right, bottom, left = Brand().margins_pt
    return pymupdf.Rect(left - 12, top - 12, page.rect.width - right + 12, page.rect.height - bottom + 12)


@pytest.mark.judge("soffice")
@pytest.mark.parametrize(("name", "language"), LISTS)
def test_libreoffice_reads_an_annex_back_in_order(
    name: str, language: str, to_pdf: ToPdf, judge: Callable[..., str]
) -> None:
    document = ANNEXES[name](language)
    assert text_of(to_pdf(document), judge) == bare("".join(counted(block, []) for block in document.blocks))


@pytest.mark.judge("soffice")
def test_libreoffice_shows_each_logo_at_its_size_in_the_middle_of_its_cell(language: str, to_pdf: ToPdf) -> None:
    document = ANNEXES["organisations"](language)
    cells = [cell for row in wall_rows(document.wall, KITS_OWN.measure_pt) for cell in row]
    with pymupdf.open(to_pdf(document)) as pdf:
        shown = [pymupdf.Rect(one["bbox"]) for page in pdf for one in page.get_image_info()]
    assert len(shown) == len(cells)
    for number, (box, cell) in enumerate(zip(shown, cells, strict=True)):
        assert (box.width, box.height) == pytest.approx(cell.size_pt, abs=0.6)
        assert (box.x0 + box.x1) / 2 == pytest.approx(KITS_OWN.margins_pt[3] + cell.middle_pt, abs=1.0)
        beside = shown[number // 4 * 4]
        assert (box.y0 + box.y1) / 2 == pytest.approx((beside.y0 + beside.y1) / 2, abs=0.6)


@pytest.mark.judge("soffice")
def test_headings_in_lines_of_about_one_length_take_no_line_more_in_libreoffice_than_in_the_pdf(
    language: str, documents: dict[str, Document], to_pdf: ToPdf, library: FontLibrary
) -> None:
    """Where that is as many as they fill, every line of the file stands as high as if no heading were narrowed."""
    filled, balanced = (rows_of(to_pdf(documents[language], brand)) for brand in (FILLED, KITS_OWN))
    title, narrowed = (title_widths(rows) for rows in (filled, balanced))
    ours = [line for line in lay_out(documents[language], KITS_OWN, library).pages[0].lines if line.role is Role.TITLE]
    assert len(narrowed) <= len(ours)
    assert len(narrowed) > len(title) or filled.keys() == balanced.keys()
    assert min(narrowed) / max(narrowed) > max(0.7, min(title) / max(title))


FILLED = Brand(styles={role: replace(style, balanced=False) for role, style in DEFAULT_STYLES.items()})


Rows = dict[tuple[int, int], list[dict[str, Any]]]
"""The spans of each row of words, by its page and its height on it."""


def rows_of(pdf: Path) -> Rows:
    found: Rows = {}
    with pymupdf.open(pdf) as opened:
        for page in opened:
            lines = (line for block in page.get_text("dict")["blocks"] for line in block.get("lines", ()))
            for span in (span for line in lines for span in line["spans"]):
                found.setdefault((page.number, round(span["origin"][1])), []).append(span)
    return found


def title_widths(rows: Rows) -> list[float]:
    """How wide each line of the title is: the rows in the type of the second, below the kind of the document."""
    types = {at: (spans[0]["font"], round(spans[0]["size"])) for at, spans in sorted(rows.items())}
    title = list(types.values())[1]
    return [
        max(span["bbox"][2] for span in rows[at]) - min(span["bbox"][0] for span in rows[at])
        for at, kind in types.items()
        if kind == title
    ]


@pytest.mark.judge("soffice")
def test_libreoffice_draws_labels_and_page_numbers_in_the_digits_of_the_language(
    language: str, documents: dict[str, Document], to_pdf: ToPdf
) -> None:
    """D04: every digit that LibreOffice has counted is set in a font of labels, and stands where a label does."""
    if language == "en":
        return
    with pymupdf.open(to_pdf(documents[language])) as pdf:
        spans = [
            (span["font"], span["text"].strip())
            for page in pdf
            for block in page.get_text("dict")["blocks"]
            for line in block.get("lines", ())
            for span in line["spans"]
        ]
    counted_by_it = [(font, text) for font, text in spans if re.fullmatch(r"\d{1,3}\.", text, re.ASCII)]
    assert len(counted_by_it) == 8 + 102
    assert {font.split("-")[0][-6:] for font, _ in counted_by_it} == {"Labels"}
    numbers = [text for font, text in spans if "Labels" in font and re.fullmatch(r"\d", text, re.ASCII)]
    assert numbers == [number for page in "12345" for number in (page, "5")]


@pytest.mark.judge("soffice")
def test_later_pages_begin_at_the_margin_below_a_letterhead_that_stands_above_it(
    language: str, documents: dict[str, Document], to_pdf: ToPdf
) -> None:
    """To within the height of a line: readers place the first line of a page by its own font."""
    with pymupdf.open(to_pdf(documents[language], BRANDED)) as pdf:
        tops = [min(y0 for _, y0, *_ in page.get_text("words") if y0 > BRANDED.margins_pt[0] - 20) for page in pdf]
        names = pdf[0].search_for("peace@example.org")[0]
    assert names.y1 < BRANDED.margins_pt[0] + 30
    for top in tops[1:3]:
        assert top == pytest.approx(BRANDED.margins_pt[0], abs=12)


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


OTHERS = Path(__file__).parents[1] / "fonts" / "noto-sans-devanagari"
"""A font that nothing here is written in: LibreOffice does not start without any."""


def families_of(reader: pypdf.PdfReader) -> set[str]:
    """The families of the fonts that a PDF uses, without spaces."""
    fonts = [page["/Resources"].get("/Font", {}) for page in reader.pages]
    names = {str(one[name]["/BaseFont"]) for one in fonts for name in one}
    return {name.lstrip("/").split("+")[-1].split("-")[0] for name in names}


def asked_for(file: bytes) -> set[str]:
    """The families that a DOCX names, without spaces."""
    table = docx_reading.part(file, "word/fontTable.xml")
    return {name.replace(" ", "") for name in table.xpath("w:font/@w:name", namespaces=docx_reading.NS)}


def with_fonts(folder: Path, fonts: Path, *, has_system: bool) -> dict[str, str]:
    """The environment in which fontconfig knows the fonts of a folder, beside the system's or alone."""
    path = folder / f"{fonts.name}.conf"
    system = '<include ignore_missing="yes">/etc/fonts/fonts.conf</include>' if has_system else ""
    path.write_text(
        f'<?xml version="1.0"?><!DOCTYPE fontconfig SYSTEM "fonts.dtd"><fontconfig>{system}'
        f"<dir>{escape(str(fonts))}</dir><cachedir>{escape(str(folder / fonts.name))}</cachedir></fontconfig>",
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
