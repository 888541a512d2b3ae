"""The letterhead above the text: the logo as a picture with its words, the name and the lines beside or below it."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from io import BytesIO

import pytest
from lxml import etree
from made_docx import docx_of
from made_pictures import encoded, svg
from PIL import Image

from statement_kit.brand import Brand, Logo
from statement_kit.brand.page import BAR_GAP_PT, LETTERHEAD_GAP_PT, LOGO_GAP_PT
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.pictures import parse_picture
from statement_kit.writers.docx.markup import R, W

NS = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
ALT = {"en": "Logo of the Coalition", "km": "និមិត្ត\u200bសញ្ញា", "th": "ตรา"}  # Khmer and Thai: "logo"
NAMES = {"en": "Coalition", "km": "សម្ព័ន្ធ", "th": "เครือข่าย"}  # the same
LINES = dict.fromkeys(ALT, ("peace@example.org",))
SQUARE = svg('<rect width="80" height="80" fill="#9b2226"/>', 'width="80" height="80"')
WORDMARK = svg('<rect width="500" height="80" fill="#9b2226"/>', 'width="500" height="80"')
JPEG = encoded(Image.linear_gradient("L"), "JPEG")

Made = Callable[..., tuple[bytes, etree._Element]]


@pytest.fixture
def made(document_of: Callable[..., Document], part) -> Made:
    """A file with a logo in the letterhead, and its text."""

    def make(data: bytes, language: str = "en", **looks: object) -> tuple[bytes, etree._Element]:
        logo = Logo(parse_picture(data, "logo"), ALT, height_pt=60)
        brand = Brand(logo=logo, **looks)  # type: ignore[arg-type]
        file = docx_of(document_of(language, Block("p", Role.PARAGRAPH, "Peace.")), brand)
        return file, part(file, "word/document.xml").find("w:body", NS)

    return make


@pytest.mark.parametrize("language", list(ALT))
def test_the_logo_says_its_words_in_the_language_of_the_document(made: Made, language: str) -> None:
    _, story = made(SQUARE, language, names=NAMES)
    assert story.xpath("//wp:docPr/@descr", namespaces=NS) == [ALT[language].replace("\u200b", "")]
    assert story.xpath("//wp:docPr/@name", namespaces=NS) == ["Logo"]


@pytest.mark.parametrize(("data", "name"), [(SQUARE, "logo.png"), (JPEG, "logo.jpeg")])
def test_the_text_leads_to_its_file_which_is_in_the_package(made: Made, part, data: bytes, name: str) -> None:
    file, story = made(data)
    (link,) = story.xpath("//a:blip/@r:embed", namespaces=NS)
    relationships = {one.get("Id"): one.get("Target") for one in part(file, "word/_rels/document.xml.rels")}
    assert relationships[link] == f"media/{name}"
    with zipfile.ZipFile(BytesIO(file)) as archive:
        Image.open(BytesIO(archive.read(f"word/media/{name}"))).verify()


def test_it_has_the_size_of_the_pdf(made: Made) -> None:
    _, story = made(WORDMARK)
    (extent,) = story.iter(f"{{{NS['wp']}}}extent")
    assert [int(extent.get(side)) for side in ("cx", "cy")] == [round(60 * 500 / 80 * 12700), 60 * 12700]


def test_lines_stand_beside_a_logo_in_the_middle_of_its_height(made: Made) -> None:
    """The logo's paragraph is a frame that the lines run around; in it the logo stands like a letter."""
    _, story = made(SQUARE, names=NAMES, letterhead=LINES)
    logo, first, last, _ = story.findall("w:p", NS)
    assert logo.find(".//wp:inline", NS) is not None
    (frame,) = logo.findall("w:pPr/w:framePr", NS)
    assert [frame.get(f"{{{W}}}{name}") for name in ("w", "hSpace", "wrap", "hAnchor")] == [
        str(60 * 20),
        str(round(LOGO_GAP_PT * 20)),
        "around",
        "margin",
    ]
    (before,) = map(int, first.xpath("w:pPr/w:spacing/@w:before", namespaces=NS))
    (after,) = map(int, last.xpath("w:pPr/w:spacing/@w:after", namespaces=NS))
    assert 0 < before < 60 * 20 / 2
    assert after == pytest.approx(before + (LETTERHEAD_GAP_PT + BAR_GAP_PT) * 20, abs=2)


def test_lines_stand_below_a_wordmark(made: Made) -> None:
    _, story = made(WORDMARK, names=NAMES, letterhead=LINES)
    above, first, last, _ = story.findall("w:p", NS)
    assert above.find(".//wp:inline", NS) is not None
    assert above.find("w:pPr/w:framePr", NS) is None
    assert above.xpath("w:pPr/w:spacing/@w:after", namespaces=NS) == [str(round(LOGO_GAP_PT * 20))]
    assert first.find("w:pPr/w:spacing", NS) is None
    gap = round((LETTERHEAD_GAP_PT + BAR_GAP_PT) * 20)
    assert last.xpath("w:pPr/w:spacing/@w:after", namespaces=NS) == [str(gap)]


def test_a_logo_stands_alone_where_there_is_no_name(made: Made) -> None:
    _, story = made(SQUARE)
    only, _ = story.findall("w:p", NS)
    assert only.find(".//wp:inline", NS) is not None
    gap = round((LETTERHEAD_GAP_PT + BAR_GAP_PT) * 20)
    assert only.xpath("w:pPr/w:spacing/@w:after", namespaces=NS) == [str(gap)]


def test_the_line_of_the_kind_stands_where_it_does_without_a_letterhead_that_is_short(
    document_of: Callable[..., Document], part
) -> None:
    """What stands above it has the room above it; the style of the kind has none to add."""
    document = document_of("en", Block("kind", Role.KIND, "Joint statement"))
    plain, headed = docx_of(document, Brand()), docx_of(document, Brand(names=NAMES))
    leading, last = (_spacing(style, part(headed, "word/styles.xml")) for style in ("Letterhead", "LetterheadLine"))
    assert last.get(f"{{{W}}}after") in (None, "0")
    below = int(part(headed, "word/document.xml").xpath("//w:p[1]/w:pPr/w:spacing/@w:after", namespaces=NS)[0])
    assert _top(headed, part) + int(leading.get(f"{{{W}}}line")) + below == pytest.approx(
        _top(plain, part) + _before_kind(plain, part), abs=2
    )
    assert _before_kind(headed, part) == 0


def _spacing(style: str, styles: etree._Element) -> etree._Element:
    return styles.find(f"w:style[@w:styleId='{style}']/w:pPr/w:spacing", NS)


def _top(file: bytes, part) -> int:
    (top,) = part(file, "word/document.xml").xpath("//w:pgMar/@w:top", namespaces=NS)
    return abs(int(top))


def _before_kind(file: bytes, part) -> int:
    return int(_spacing("Kind", part(file, "word/styles.xml")).get(f"{{{W}}}before", "0"))


def test_behind_the_name_an_editor_gets_one_of_its_lines(made: Made, part) -> None:
    styles = part(made(SQUARE, names=NAMES)[0], "word/styles.xml")
    (following,) = styles.xpath("w:style[@w:styleId='Letterhead']/w:next/@w:val", namespaces=NS)
    assert following == "LetterheadLine"


def test_a_telephone_line_is_set_in_the_latin_typeface_in_every_language(made: Made) -> None:
    _, story = made(SQUARE, "km", names=NAMES, letterhead={"km": ("+855 12 345 678",)})
    (run,) = (run for run in story.iter(f"{{{W}}}r") if "+855" in "".join(run.itertext()))
    assert run.find("w:rPr/w:cs", NS) is None


def test_the_bytes_are_the_same_every_time(made: Made) -> None:
    assert made(SQUARE, names=NAMES)[0] == made(SQUARE, names=NAMES)[0]


def test_without_a_logo_no_picture_is_in_the_package(document_of: Callable[..., Document]) -> None:
    file = docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), Brand(names=NAMES))
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert [name for name in archive.namelist() if "media" in name] == []
