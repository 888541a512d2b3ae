"""Several documents in one DOCX: styles, lists, notes and fonts of each told apart, or shared where they are one."""

from __future__ import annotations

import re
import zipfile
from collections import Counter
from collections.abc import Callable
from io import BytesIO

import docx_reading
import pytest
from lxml import etree
from made_annexes import everything_of
from made_brands import styles
from made_docx import docx_of
from made_parallels import SETS, of

from statement_kit.arranging.side_by_side import text_columns
from statement_kit.brand import Brand, RuleSide
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.editions import Arrangement
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.bookmarks import bookmarked
from statement_kit.writers.docx.line_ends import without_line_ends
from statement_kit.writers.docx.markup import W

NS = docx_reading.NS
VAL = docx_reading.VAL
TAGS = ("en", "km", "th")


@pytest.fixture(params=[(tags, how) for tags in SETS for how in Arrangement])
def edition(request: pytest.FixtureRequest) -> tuple[tuple[str, ...], Arrangement]:
    """Languages, and how they stand."""
    tags, arrangement = request.param
    return tags, arrangement


@pytest.fixture
def file(edition: tuple[tuple[str, ...], Arrangement], everything: dict[str, Document]) -> bytes:
    """A statement with everything, in those."""
    return docx_of(of(everything, *edition))


def styles_of(file: bytes) -> dict[str, etree._Element]:
    styles = docx_reading.part(file, "word/styles.xml").findall("w:style", NS)
    return {one.get(f"{{{W}}}styleId"): one for one in styles}


def name_of(style: etree._Element) -> str:
    return str(style.find("w:name", NS).get(VAL))


def test_further_languages_have_styles_of_their_own_named_after_them(
    file: bytes, edition: tuple[tuple[str, ...], Arrangement]
) -> None:
    styles, (first, *others) = styles_of(file), edition[0]
    english = {"en": "English", "km": "Khmer", "th": "Thai"}
    assert name_of(styles["Endorser"]) == "Endorser"
    for tag in others:
        assert name_of(styles[f"Endorser-{tag}"]) == f"Endorser ({english[tag]})"
        assert name_of(styles[f"Normal-{tag}"]) == f"Normal ({english[tag]})"
        assert styles[f"Endorser-{tag}"].find("w:basedOn", NS).get(VAL) == f"Normal-{tag}"
        assert styles[f"Heading1-{tag}"].find("w:basedOn", NS).get(VAL) == "Heading1"
        assert styles[f"Heading1Section-{tag}"].find("w:basedOn", NS).get(VAL) == f"Heading1-{tag}"
    assert not any(style.endswith(f"-{first}") for style in styles)
    assert [style for style in styles if style.startswith("Emphasis")] == ["Emphasis", "EmphasisStrong"]


def test_every_style_says_its_language_itself_or_by_what_it_is_based_on(
    file: bytes, edition: tuple[tuple[str, ...], Arrangement]
) -> None:
    styles, (first, *_) = styles_of(file), edition[0]

    def spoken(style: str) -> str:
        while style:
            own = styles[style].find("w:rPr/w:lang", NS)
            if own is not None:
                return str(own.get(VAL))
            base = styles[style].find("w:basedOn", NS)
            style = "" if base is None else base.get(VAL)
        return LANGUAGES[first].region_tag

    for style, element in styles.items():
        if element.get(f"{{{W}}}type") == "paragraph":
            tag = style.partition("-")[2] or first
            assert spoken(style) == LANGUAGES[tag].region_tag, style


def test_what_stands_in_a_document_is_in_styles_of_its_language(
    file: bytes, edition: tuple[tuple[str, ...], Arrangement]
) -> None:
    styles = styles_of(file)
    used = {
        one.get(VAL) for one in docx_reading.part(file, "word/document.xml").iter(f"{{{W}}}pStyle", f"{{{W}}}rStyle")
    }
    assert used <= styles.keys()
    for suffix in ("", *(f"-{tag}" for tag in edition[0][1:])):
        assert {f"Title{suffix}", f"BodyText{suffix}", f"ListParagraph{suffix}", f"Endorser{suffix}"} <= used


def test_nothing_is_numbered_or_named_twice(file: bytes) -> None:
    numbering = docx_reading.part(file, "word/numbering.xml")
    for path in ("w:abstractNum/@w:abstractNumId", "w:num/@w:numId", "w:abstractNum/w:nsid/@w:val"):
        assert _is_once(numbering.xpath(path, namespaces=NS)), path
    document = docx_reading.part(file, "word/document.xml")
    for path in ("//w:bookmarkStart/@w:id", "//w:bookmarkStart/@w:name", "//*[local-name()='docPr']/@id"):
        assert _is_once(document.xpath(path, namespaces=NS)), path
    assert _is_once(list(map(name_of, styles_of(file).values())))
    names = document.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert all(re.fullmatch(r"[A-Za-z_]\w{0,39}", name, re.ASCII) for name in names)
    assert set(document.xpath("//w:hyperlink/@w:anchor", namespaces=NS)) <= set(names)


def _is_once(values: list[str]) -> bool:
    return bool(values) and max(Counter(values).values()) == 1


def test_lists_of_each_language_begin_anew_and_are_live(file: bytes) -> None:
    demands: dict[str, list[str]] = {}
    for one in docx_reading.paragraphs(file):
        if one.style.partition("-")[0] == "Heading1":
            demands.setdefault(one.style, []).append(one.drawn)
    digits = {"Heading1": None, "Heading1-en": "12", "Heading1-km": "១២", "Heading1-th": "๑๒"}
    for style, drawn in demands.items():
        assert [label.rstrip(".") for label in drawn] == list(digits[style] or "".join(drawn).replace(".", ""))
        assert len(drawn) == 2


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_notes_in_turn_are_words_own_and_count_on_through_the_file(
    tags: tuple[str, ...], everything: dict[str, Document]
) -> None:
    file = docx_of(of(everything, tags, Arrangement.IN_TURN))
    settings = docx_reading.part(file, "word/settings.xml")
    assert settings.find("w:footnotePr/w:numFmt", NS) is None, "each language's font draws ASCII digits in its own"
    document = docx_reading.part(file, "word/document.xml")
    ids = [int(one) for one in document.xpath("//w:footnoteReference/@w:id", namespaces=NS)]
    assert ids == list(range(1, 3 * len(tags) + 1))
    fields = [one.text.split()[1] for one in document.iter(f"{{{W}}}instrText")]
    assert fields == [f"_Note{3 * at + 1}" for at in range(len(tags))]
    assert set(fields) <= set(document.xpath("//w:bookmarkStart/@w:name", namespaces=NS))
    assert document.findall(".//w:numRestart", NS) == []


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_notes_side_by_side_are_typed_in_the_last_row_and_linked(
    tags: tuple[str, ...], everything: dict[str, Document]
) -> None:
    file = docx_of(of(everything, tags, Arrangement.SIDE_BY_SIDE))
    with zipfile.ZipFile(BytesIO(file)) as archive:
        assert "word/footnotes.xml" not in archive.namelist()
    document = docx_reading.part(file, "word/document.xml")
    cells = document.findall(".//w:tr", NS)[-1].findall("w:tc", NS)
    for tag, cell in zip(tags, cells, strict=True):
        numbers = [run.findtext("w:t", namespaces=NS) for run in cell.xpath(".//w:r[w:rPr/w:rStyle]", namespaces=NS)]
        digits = LANGUAGES[tag].label_digits
        assert [one for one in numbers if one and one in digits] == list(digits[1:4])
        marks = cell.xpath(".//w:bookmarkStart/@w:name", namespaces=NS)
        linked = document.xpath("//w:hyperlink/@w:anchor", namespaces=NS)
        assert marks
        assert set(marks) <= set(linked)


def test_the_table_is_as_wide_as_the_text_and_its_texts_as_wide_as_the_columns_of_the_pdf(
    everything: dict[str, Document],
) -> None:
    for tags in SETS:
        table = docx_reading.part(docx_of(of(everything, tags, Arrangement.SIDE_BY_SIDE)), "word/document.xml").find(
            ".//w:tbl", NS
        )
        place = text_columns(Brand(), len(tags))
        widths = [int(one.get(f"{{{W}}}w")) / 20 for one in table.findall("w:tblGrid/w:gridCol", NS)]
        margin = int(table.find("w:tblPr/w:tblCellMar/w:left", NS).get(f"{{{W}}}w")) / 20
        assert [width - 2 * margin for width in widths] == pytest.approx([place.width_pt] * len(tags), abs=0.1)
        start = int(table.find("w:tblPr/w:tblInd", NS).get(f"{{{W}}}w")) / 20 + margin
        assert start == pytest.approx(0, abs=0.05)


@pytest.mark.parametrize(
    ("rule", "side", "without"),
    [(RuleSide.ABOVE, "top", {"middle", "last", "speaker"}), (RuleSide.BELOW, "bottom", {"first", "middle", "last"})],
)
def test_side_by_side_the_rule_of_what_is_quoted_stands_at_one_edge_though_rows_part_it(
    rule: RuleSide, side: str, without: set[str], document_of: Callable[..., Document]
) -> None:
    texts = ["first", "middle", "last"]
    blocks = [Block(f"preamble.1.{n}", Role.QUOTATION, text) for n, text in enumerate(texts, 1)]
    blocks += [Block("preamble.1.4", Role.ATTRIBUTION, "speaker")]
    blocks += [Block("preamble.2.1", Role.QUOTATION, "other")]
    documents = {tag: document_of(tag, *blocks) for tag in ("km", "en")}
    brand = Brand(styles=styles(quotation={"rule": rule, "rule_pt": 1.0}))
    file = docx_of(of(documents, ("km", "en"), Arrangement.SIDE_BY_SIDE), brand)
    table = docx_reading.part(file, "word/document.xml")
    bare = {
        "".join(paragraph.itertext()): [border.tag.rpartition("}")[2] for border in paragraph.find("w:pPr/w:pBdr", NS)]
        for paragraph in table.iterfind(".//w:tc/w:p", NS)
        if paragraph.find("w:pPr/w:pBdr", NS) is not None
    }
    assert bare == {text: [side] for text in without}


def test_each_version_in_turn_begins_a_page_with_furniture_of_its_own(everything: dict[str, Document]) -> None:
    file = docx_of(of(everything, TAGS, Arrangement.IN_TURN))
    sections = list(docx_reading.part(file, "word/document.xml").iter(f"{{{W}}}sectPr"))
    begun = [one for one in sections if one.find("w:titlePg", NS) is not None]
    assert len(begun) == 3
    for number, section in enumerate(begun):
        assert len(section.findall("w:headerReference", NS)) == len(section.findall("w:footerReference", NS)) == 2
        kind = section.find("w:type", NS)
        assert kind is None or kind.get(VAL) == "nextPage"
        head = docx_reading.part(file, f"word/header{2 * number + 2}.xml")
        said = without_line_ends(docx_reading.words(head)).replace("\u00a0", " ")  # before a dot between parts
        assert said == everything[TAGS[number]].running_head
    assert sections[0] is begun[0]


@pytest.mark.parametrize("arrangement", Arrangement)
def test_each_font_goes_along_once_with_what_all_versions_need_of_it(
    documents: dict[str, Document], arrangement: Arrangement
) -> None:
    together = docx_reading.embedded_fonts(docx_of(of(documents, TAGS, arrangement)))
    for tag in TAGS:
        for key, font in docx_reading.embedded_fonts(docx_of(documents[tag])).items():
            assert font.getBestCmap().keys() <= together[key].getBestCmap().keys()


def test_a_picture_that_all_versions_show_is_in_the_file_once() -> None:
    file = docx_of(of({tag: everything_of(tag) for tag in TAGS}, TAGS, Arrangement.IN_TURN))
    with zipfile.ZipFile(BytesIO(file)) as archive:
        pictures = [archive.read(name) for name in archive.namelist() if name.startswith("word/media/")]
    assert len(pictures) == 6
    said = docx_reading.part(file, "word/document.xml").xpath("//*[local-name()='docPr']/@descr")
    assert len(said) == 18


def test_notes_whose_names_are_alike_or_long_have_bookmarks_of_their_own(document_of: Callable[..., Document]) -> None:
    names = ["note.a-b", "note.a.b", f"note.{'long' * 12}-1", f"note.{'long' * 12}-2"]
    marks = tuple(Mark(at, at + 1, MarkKind.NOTE, name) for at, name in enumerate(names))
    blocks = [Block("p.1", Role.PARAGRAPH, "1234", marks=marks)]
    blocks += [Block(name, Role.NOTE, "So.", str(at)) for at, name in enumerate(names, 1)]
    documents = {tag: document_of(tag, *blocks) for tag in ("en", "km")}
    document = docx_reading.part(docx_of(of(documents, ("en", "km"), Arrangement.SIDE_BY_SIDE)), "word/document.xml")
    found = document.xpath("//w:bookmarkStart/@w:name", namespaces=NS)
    assert len(set(found)) == len(found) == 8
    assert max(map(len, found)) <= 40


def test_a_bookmark_of_a_part_is_called_as_it_is() -> None:
    assert bookmarked("demand.3", 1)[0].get(f"{{{W}}}name") == "demand_3"
    assert bookmarked("km:demand.3", 1)[0].get(f"{{{W}}}name") == "km_demand_3"


def test_side_by_side_text_has_one_leading_in_all_styles_and_the_annex_its_own(everything: dict[str, Document]) -> None:
    """So that lines of a row are level: the leading that Khmer needs, but for the size of each language."""
    content = of(everything, TAGS, Arrangement.SIDE_BY_SIDE)
    styles, alone = styles_of(docx_of(content)), styles_of(docx_of(everything["en"]))

    def leading(style: etree._Element) -> int:
        return int(style.find("w:pPr/w:spacing", NS).get(f"{{{W}}}line"))

    text = [leading(styles[name]) for name in ("BodyText", "BodyText-km", "BodyText-th")]
    assert max(text) <= 1.05 * min(text)
    assert leading(styles["Endorser"]) == leading(alone["Endorser"])
