"""What Word's accessibility checker asks of a document, asked of ours (D05, D08), by the rules Microsoft publishes."""

from __future__ import annotations

from collections.abc import Iterator
from itertools import pairwise
from pathlib import Path

import docx_reading
import pytest
from lxml import etree
from made_annexes import everything_of
from made_docx import docx_of
from made_parallels import of

from statement_kit.brand import Brand
from statement_kit.brand.contrast import contrast
from statement_kit.document.blocks import Document
from statement_kit.editions import Arrangement
from statement_kit.languages.registry import LANGUAGES as KNOWN
from statement_kit.source.folder import load_folder

LANGUAGES = ["en", "km", "th"]
BRANDED = load_folder(Path(__file__).parents[1] / "statements" / "branded").brand
NS = {
    **docx_reading.NS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "adec": "http://schemas.microsoft.com/office/drawing/2017/decorative",
    "dc": "http://purl.org/dc/elements/1.1/",
}
LEAST_CONTRAST = 4.5
"""Of text to its ground (WCAG 2.1, 1.4.3)."""


MADE: dict[tuple[str, str], bytes] = {}
"""The files that were made, by statement and language: each is made once."""

PARALLEL = {"in turn": Arrangement.IN_TURN, "side by side": Arrangement.SIDE_BY_SIDE}


@pytest.fixture(params=["example", "everything", "branded", "annex", "press", *PARALLEL])
def file(
    request: pytest.FixtureRequest,
    language: str,
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
) -> bytes:
    """Each statement of the tests in a language."""
    name = request.param
    if (name, language) not in MADE:
        if name in PARALLEL:
            tags = [language, *(tag for tag in LANGUAGES if tag != language)]
            MADE[name, language] = docx_of(of(everything, tags, PARALLEL[name]), BRANDED)
        else:
            chosen = {"everything": everything, "press": press, "annex": {language: everything_of(language)}}
            look = BRANDED if name in ("annex", "branded") else Brand()
            MADE[name, language] = docx_of(chosen.get(name, documents)[language], look)
    return MADE[name, language]


@pytest.fixture(params=LANGUAGES)
def language(request: pytest.FixtureRequest) -> str:
    """Each language in turn."""
    return str(request.param)


def body_of(file: bytes) -> etree._Element:
    return docx_reading.part(file, "word/document.xml").find("w:body", NS)


def drawings(file: bytes) -> Iterator[tuple[etree._Element, bool]]:
    """Each drawing, and whether it is said to be there for the eye alone."""
    for holder in body_of(file).xpath(".//wp:inline | .//wp:anchor", namespaces=NS):
        yield holder, bool(holder.xpath("wp:docPr//adec:decorative[@val='1']", namespaces=NS))


def test_every_picture_has_words_or_is_decoration(file: bytes) -> None:
    for holder, is_decorative in drawings(file):
        words = holder.find("wp:docPr", NS).get("descr", "")
        assert bool(words.strip()) is not is_decorative


def test_every_picture_that_says_something_stands_in_its_line(file: bytes) -> None:
    for holder, is_decorative in drawings(file):
        assert is_decorative or etree.QName(holder).localname == "inline"


def test_drawings_are_numbered_apart(file: bytes) -> None:
    numbers = body_of(file).xpath(".//wp:docPr/@id", namespaces=NS)
    assert len(set(numbers)) == len(numbers)


def test_nothing_that_is_said_stands_in_a_header(file: bytes, language: str) -> None:
    """Screen readers pass over headers: what is there, the running head, says the kind and the date once more."""
    assert docx_reading.words(docx_reading.part(file, "word/header1.xml")) == ""
    names = {**BRANDED.names, "": ""}
    later = docx_reading.words(docx_reading.part(file, "word/header2.xml"))
    assert names[language] not in later


def test_the_title_comes_first_and_no_level_of_headings_is_skipped(file: bytes) -> None:
    styles = {one.get(f"{{{docx_reading.W}}}styleId"): one for one in docx_reading.part(file, "word/styles.xml")}

    def level(style: str) -> int:
        found = styles[style].find("w:pPr/w:outlineLvl", NS)
        return 0 if found is None else int(found.get(docx_reading.VAL)) + 1

    used = [one.style for one in docx_reading.paragraphs(file)]
    levels = [level(style) for style in used if level(style)]
    assert used.index("Title") < next(at for at, style in enumerate(used) if level(style))
    assert levels[0] == 1
    assert all(below - above <= 1 for above, below in pairwise(levels))
    direct = body_of(file).xpath(".//w:p/w:pPr/w:outlineLvl", namespaces=NS)
    assert direct == [], "a heading is one by its style"


def test_the_document_has_a_title_and_a_language(file: bytes, language: str) -> None:
    core = docx_reading.part(file, "docProps/core.xml")
    assert core.findtext("dc:title", namespaces=NS)
    (tag,) = docx_reading.part(file, "word/styles.xml").xpath("w:docDefaults//w:lang/@w:val", namespaces=NS)
    assert core.findtext("dc:language", namespaces=NS) == tag
    assert tag.startswith(language)


def test_every_link_says_where_it_leads(file: bytes) -> None:
    for link in body_of(file).iter(f"{{{docx_reading.W}}}hyperlink"):
        words = docx_reading.words(link).strip().lower()
        assert words
        assert words not in {"here", "click here", "link", "more"}


def test_nothing_is_spaced_by_empty_paragraphs_or_rows_of_blanks(file: bytes) -> None:
    paragraphs = docx_reading.paragraphs(file)
    empty = [one.style for one in paragraphs if not one.text.strip()]
    spacers = [style for style in empty if style.partition("-")[0] not in ("Strut", "LogoWall")]
    assert {style.partition("-")[0] for style in spacers} <= {"LetterheadLine"}, "the paragraph of the logo"
    struts = [style for style in empty if style.startswith("Strut")]
    assert len(struts) <= (1 if len(set(struts)) == 1 else 5), "one to an annex, one above a table, one behind it"
    assert not [one.text for one in paragraphs if one.style != "LogoWall" and ("   " in one.text or "\t" in one.text)]


def test_no_two_tabs_of_a_row_of_logos_stand_side_by_side(file: bytes) -> None:
    for row in body_of(file).xpath("w:p[w:pPr/w:pStyle/@w:val='LogoWall']", namespaces=NS):
        kinds = [etree.QName(run[-1]).localname for run in row.iter(f"{{{docx_reading.W}}}r")]
        assert kinds == ["tab", "drawing"] * (len(kinds) // 2)


def test_there_are_no_tables_but_that_of_columns_and_lists_are_lists(
    file: bytes, request: pytest.FixtureRequest
) -> None:
    is_side_by_side = request.node.callspec.params["file"] == "side by side"
    assert len(body_of(file).findall(".//w:tbl", NS)) == is_side_by_side
    entries = [one for one in docx_reading.paragraphs(file) if one.style.partition("-")[0] in {"Heading1", "Endorser"}]
    assert all(one.drawn for one in entries)


def test_a_table_is_named_and_says_on_every_page_which_language_stands_where(file: bytes) -> None:
    for table in body_of(file).iter(f"{{{docx_reading.W}}}tbl"):
        assert table.find("w:tblPr/w:tblCaption", NS).get(docx_reading.VAL)
        assert table.find("w:tblPr/w:tblDescription", NS).get(docx_reading.VAL)
        head, *rows = table.findall("w:tr", NS)
        assert head.find("w:trPr/w:tblHeader", NS) is not None
        names = [docx_reading.words(cell) for cell in head.findall("w:tc", NS)]
        assert sorted(names) == sorted(language.endonym for language in KNOWN.values())
        assert {len(row.findall("w:tc", NS)) for row in rows} == {len(names)}
        assert not table.xpath(".//w:gridSpan | .//w:vMerge", namespaces=NS), "a plain grid"
        assert all(row.find("w:trPr/w:cantSplit", NS) is None for row in rows), "a clause may be longer than a page"


def test_all_text_stands_out_from_the_paper(file: bytes) -> None:
    for name in ("styles", "numbering", "document"):
        for colour in docx_reading.part(file, f"word/{name}.xml").xpath("//w:color/@w:val", namespaces=NS):
            assert contrast(f"#{colour}") >= LEAST_CONTRAST
