"""The annex in DOCX: sections and columns, headings in the outline, what stays together, numbers, links and logos."""

from __future__ import annotations

import zipfile
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx_reading
import pytest
from lxml import etree
from made_annexes import WORDS, everything_of, listed, long_names, organisations, people, some_logos
from made_docx import docx_of

from statement_kit.arranging.wall import CELL_HEIGHT_PT, wall_rows
from statement_kit.brand import DEFAULT_STYLES, Brand, Paper
from statement_kit.document.blocks import Block, Document, Role, WallLogo
from statement_kit.languages.numbers import label
from statement_kit.languages.registry import LANGUAGES
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.numbering import lists_of

TAGS = ["en", "km", "th"]
NS = {
    **docx_reading.NS,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
EMU_PER_POINT = 12700


def body_of(file: bytes) -> etree._Element:
    return docx_reading.part(file, "word/document.xml").find("w:body", NS)


def sections(file: bytes) -> list[tuple[str, str]]:
    """How each section begins, and how many columns it has."""
    found = body_of(file).xpath(".//w:sectPr", namespaces=NS)
    return [
        (one.xpath("string(w:type/@w:val)", namespaces=NS), one.xpath("string(w:cols/@w:num)", namespaces=NS))
        for one in found
    ]


def properties(file: bytes) -> list[tuple[str, dict[str, str]]]:
    """The style of each paragraph, and what it says beside it, by the name of each element."""
    found = []
    for one in body_of(file).xpath("w:p/w:pPr", namespaces=NS):
        style, *others = one
        says = {etree.QName(each).localname: each.get(f"{{{W}}}val", "") for each in others}
        found.append((style.get(f"{{{W}}}val"), says))
    return found


@pytest.mark.parametrize("language", TAGS)
def test_an_annex_with_everything_is_as_reviewed(language: str, part, shown, golden) -> None:
    golden(f"annex/{language}.document.xml", shown(part(docx_of(everything_of(language)), "word/document.xml")))


@pytest.mark.parametrize("language", TAGS)
def test_what_stands_in_columns_and_what_across_them_are_sections_by_turns(language: str) -> None:
    assert sections(docx_of(everything_of(language))) == [
        ("", ""),
        ("continuous", "2"),
        ("continuous", ""),
        ("continuous", "2"),
        ("continuous", ""),
    ]


def test_only_the_annex_begins_a_page_its_addendum_follows() -> None:
    file = docx_of(listed("en", ("", organisations(90)), late=people(3)))
    assert sections(file) == [
        ("", ""),
        ("nextPage", ""),
        ("continuous", "2"),
        ("continuous", ""),
        ("continuous", "2"),
        ("continuous", ""),
    ]
    assert [style for style, _ in properties(file)][-1] == "Strut"


def test_names_that_want_one_column_and_names_of_people_have_their_own_number_of_columns() -> None:
    assert sections(docx_of(listed("en", ("", long_names(4))))) == [("", ""), ("continuous", ""), ("continuous", "")]
    assert ("continuous", "3") in sections(docx_of(listed("en", ("", people(40)))))


@pytest.mark.parametrize("language", TAGS)
def test_groups_are_headings_of_the_second_level(language: str) -> None:
    file = docx_of(everything_of(language))
    styles = docx_reading.part(file, "word/styles.xml")
    levels = {
        one.get(f"{{{W}}}styleId"): one.xpath("string(w:pPr/w:outlineLvl/@w:val)", namespaces=NS)
        for one in styles.findall("w:style", NS)
    }
    texts = [one.text for one in docx_reading.paragraphs(file) if levels[one.style] == "1"]
    assert texts == list(WORDS[language][6:9])
    assert [one.text for one in docx_reading.paragraphs(file) if levels[one.style] == "0"] == [
        WORDS[language][3],
        WORDS[language][9],
    ]


def test_headings_and_notes_stay_with_what_follows_them() -> None:
    file = docx_of(everything_of("en"))
    kept = [(style, says.get("keepNext")) for style, says in properties(file)]
    assert [keeps for style, keeps in kept if style == "AnnexNote"] == ["", "", None], "but for the last one"
    groups = [at for at, (style, _) in enumerate(kept) if style == "Heading2Group"]
    assert [kept[at] for at in groups] == [("Heading2Group", None)] * 3, "their style says so"
    assert [kept[at + 1][1] for at in groups] == [""] * 3, "nor is one line left under a heading, if more follow"


@pytest.mark.parametrize(
    ("size", "kept"),
    [(1, ["0", None]), (2, ["0", None, None]), (3, [None] * 4), (4, [None, "", None, None, None])],
)
def test_the_last_paragraphs_in_columns_are_not_kept_together(size: int, kept: list[str | None]) -> None:
    """LibreOffice would balance the columns no longer, and leave the next page empty."""
    file = docx_of(listed("en", ("First", people(30)), ("Last", people(size))))
    found = [says.get("keepNext") for style, says in properties(file) if style in ("Heading2Group", "Endorser")]
    assert found[-1 - size :] == kept
    assert found[:3] == [None, "", None]


@pytest.mark.parametrize("language", TAGS)
def test_numbers_go_on_through_groups_and_addendum(language: str) -> None:
    document = everything_of(language)
    found = [one.drawn for one in docx_reading.paragraphs(docx_of(document)) if one.style == "Endorser"]
    assert found == [block.label for block in document.blocks if block.role is Role.ENDORSER]
    assert lists_of(document).own == {}


def renumbered(document: Document, numbers: list[int]) -> Document:
    """A document whose endorsers have these numbers."""
    waiting = iter(numbers)
    return replace(
        document,
        blocks=tuple(
            replace(block, number=(number := next(waiting)), label=label(number, document.language))
            if block.role is Role.ENDORSER
            else block
            for block in document.blocks
        ),
    )


@pytest.mark.parametrize("language", TAGS)
def test_numbers_of_which_hardly_one_follows_on_are_typed(language: str, bare: Callable[[str], str]) -> None:
    """As in the alphabet of another language; each would need a list of its own."""
    numbers = [7 * number % 60 + 1 for number in range(60)]
    document = renumbered(listed(language, ("", organisations(60))), numbers)
    file = docx_of(document)
    found = [one for one in docx_reading.paragraphs(file) if one.style == "Endorser"]
    assert {one.drawn for one in found} == {""}
    names = [block for block in document.blocks if block.role is Role.ENDORSER]
    assert [bare(one.text) for one in found] == [bare(block.whole_text) for block in names]
    assert len(docx_reading.part(file, "word/numbering.xml").findall("w:num", NS)) == 2
    assert {frozenset(says) for style, says in properties(file) if style == "Endorser"} == {
        frozenset(),
        frozenset({"sectPr"}),
    }
    (style,) = docx_reading.part(file, "word/styles.xml").xpath("w:style[@w:styleId='Endorser']/w:pPr", namespaces=NS)
    assert style.find("w:numPr", NS) is None
    assert style.xpath("w:tabs/w:tab/@w:val", namespaces=NS) == ["right"]
    left, hanging = (int(style.find("w:ind", NS).get(f"{{{W}}}{name}")) for name in ("left", "hanging"))
    assert left == hanging > int(style.xpath("w:tabs/w:tab/@w:pos", namespaces=NS)[0])


def test_a_file_has_a_hundred_lists_of_endorsers_at_most() -> None:
    for jumps, typed in ((100, False), (101, True)):
        numbers = [number + (number - 1) // 10 for number in range(1, 10 * (jumps + 1) + 1)]
        document = renumbered(listed("en", ("", people(len(numbers)))), numbers)
        lists = lists_of(document)
        assert (Role.ENDORSER in lists.plain) is typed
        assert len(lists.begun) == (2 if typed else 2 + jumps)


@pytest.mark.parametrize("language", TAGS)
def test_entries_without_numbers_are_in_no_list_and_their_lines_stand_in(language: str) -> None:
    file = docx_of(listed(language, ("", organisations(8)), is_numbered=False))
    assert {(one.drawn, one.typed) for one in docx_reading.paragraphs(file)} == {("", "")}
    (style,) = docx_reading.part(file, "word/styles.xml").xpath("w:style[@w:styleId='Endorser']/w:pPr", namespaces=NS)
    assert style.find("w:numPr", NS) is None
    indent = dict(style.find("w:ind", NS).attrib)
    size_pt = Brand().size_pt(Role.ENDORSER, LANGUAGES[language].script)
    em = str(round(DEFAULT_STYLES[Role.ENDORSER].turns_em * size_pt * 20))
    assert indent == {f"{{{W}}}left": em, f"{{{W}}}hanging": em}


def test_one_entry_without_a_number_among_others_is_out_of_their_list_and_in_line_with_them() -> None:
    document = listed("en", ("", people(4)))
    blocks = [replace(block, number=0, label="") if block.id == "endorser.2" else block for block in document.blocks]
    file = docx_of(replace(document, blocks=tuple(blocks)))
    found = [one.drawn for one in docx_reading.paragraphs(file) if one.style == "Endorser"]
    assert found[1] == ""
    plain = body_of(file).xpath("w:p/w:pPr[w:numPr/w:numId/@w:val='0']/w:ind", namespaces=NS)
    assert [dict(one.attrib) for one in plain] == [{f"{{{W}}}firstLine": "0"}]


def test_names_with_websites_are_links_in_a_style_of_their_own() -> None:
    file = docx_of(everything_of("en"))
    runs = body_of(file).xpath("w:p/w:hyperlink/w:r/w:rPr/w:rStyle/@w:val", namespaces=NS)
    assert len(runs) == 14
    assert set(runs) == {"EndorserLink"}
    (style,) = docx_reading.part(file, "word/styles.xml").xpath(
        "w:style[@w:styleId='EndorserLink']/w:rPr", namespaces=NS
    )
    faint = Brand().faint("quiet").lstrip("#").upper()
    assert style.find("w:u", NS).attrib == {f"{{{W}}}val": "single", f"{{{W}}}color": faint}
    assert style.xpath("string(w:color/@w:val)", namespaces=NS) == Brand().colours["ink"].lstrip("#").upper()


def test_a_title_stays_with_the_name_and_an_acronym_with_its_last_word() -> None:
    texts = [one.text for one in docx_reading.paragraphs(docx_of(everything_of("en"))) if one.style == "Endorser"]
    assert [text[:12] for text in texts if text.startswith("Dr")] == ["Dr.\u00a0Sok Chea", "Dr.\u00a0Dara Keo"]
    assert "Village Peace Group\u00a0(VPG)" in texts


def test_a_long_heading_of_a_group_is_balanced_in_its_column() -> None:
    heading = "Organisations of Women, of Workers and of People Displaced by the Conflict at the Border"
    file = docx_of(listed("en", (heading, organisations(20))))
    (indent,) = body_of(file).xpath("w:p[w:pPr/w:pStyle/@w:val='Heading2Group']/w:pPr/w:ind", namespaces=NS)
    column_pt = (Brand().measure_pt - Brand().annex_gap_pt) / 2
    assert 0 < int(indent.get(f"{{{W}}}right")) < 20 * column_pt / 2


@pytest.mark.parametrize("language", TAGS)
def test_the_heading_of_a_group_takes_whole_lines_of_entries_with_the_space_above_it(language: str) -> None:
    styles = docx_reading.part(docx_of(everything_of(language)), "word/styles.xml")
    spacing = {
        name: styles.xpath(f"w:style[@w:styleId='{name}']/w:pPr/w:spacing", namespaces=NS)[0]
        for name in ("Heading2Group", "Endorser")
    }
    before, line = (int(spacing["Heading2Group"].get(f"{{{W}}}{name}")) for name in ("before", "line"))
    grid = int(spacing["Endorser"].get(f"{{{W}}}line"))
    assert round((before + line) / grid) * grid == pytest.approx(before + line, abs=2)
    assert before > 0


def drawings(file: bytes) -> list[etree._Element]:
    return body_of(file).xpath(".//wp:inline", namespaces=NS)


@pytest.mark.parametrize("language", TAGS)
def test_logos_stand_in_rows_behind_everything_else_with_words_of_their_own(language: str) -> None:
    document = everything_of(language)
    file = docx_of(document)
    rows = [
        one.xpath("count(.//wp:inline)", namespaces=NS)
        for one in body_of(file).xpath("w:p[w:pPr/w:pStyle/@w:val='LogoWall']", namespaces=NS)
    ]
    assert rows == [4, 2]
    assert [style for style, _ in properties(file)][-2:] == ["LogoWall", "LogoWall"]
    assert [one.find("wp:docPr", NS).get("descr") for one in drawings(file)] == [logo.alt for logo in document.wall]


def test_each_logo_is_as_large_as_in_the_pdf_in_the_middle_of_a_field_as_high_as_all() -> None:
    document = listed("en", ("", people(4)), logos=7)
    cells = [cell for row in wall_rows(document.wall, Brand().measure_pt) for cell in row]
    for one, cell in zip(drawings(docx_of(document)), cells, strict=True):
        width, height = (int(one.find("wp:extent", NS).get(name)) / EMU_PER_POINT for name in ("cx", "cy"))
        cut = one.find(".//a:srcRect", NS)
        free = 0 if cut is None else -int(cut.get("t")) / 100_000
        assert (width, height) == pytest.approx((cell.width_pt, CELL_HEIGHT_PT), abs=0.01)
        assert height / (1 + 2 * free) == pytest.approx(cell.height_pt, rel=0.001)
        assert cut is None or cut.get("t") == cut.get("b")


def test_tabs_lead_to_the_middles_of_the_cells_on_any_paper() -> None:
    for paper in Paper:
        brand = Brand(paper=paper)
        document = listed("en", ("", people(4)), logos=3)
        styles = docx_reading.part(docx_of(document, brand), "word/styles.xml")
        tabs = styles.xpath("w:style[@w:styleId='LogoWall']/w:pPr/w:tabs/w:tab", namespaces=NS)
        (row,) = wall_rows(document.wall, brand.measure_pt)
        assert {tab.get(f"{{{W}}}val") for tab in tabs} == {"center"}
        assert [int(tab.get(f"{{{W}}}pos")) for tab in tabs] == [round(20 * cell.middle_pt) for cell in row]


@pytest.mark.parametrize(("logos", "kept"), [(14, [True] * 3 + [False]), (60, [True] + [False] * 12 + [True, False])])
def test_rows_stay_together_where_a_page_holds_them_else_by_twos(logos: int, kept: list[bool]) -> None:
    file = docx_of(listed("en", ("", people(4)), logos=logos))
    assert ["keepNext" in says for style, says in properties(file) if style == "LogoWall"] == kept


def test_every_drawing_has_a_number_and_every_picture_a_file_of_its_own() -> None:
    brand = Brand(names={"en": "Peace Now"})
    file = docx_of(everything_of("en"), brand)
    numbers = body_of(file).xpath(".//wp:docPr/@id", namespaces=NS)
    assert len(numbers) == len(set(numbers)) == 3 + 6
    with zipfile.ZipFile(BytesIO(file)) as archive:
        media = [name for name in archive.namelist() if name.startswith("word/media/")]
    assert sorted(media) == [f"word/media/logo-{number}.png" for number in range(1, 7)]


def test_the_words_of_a_logo_hold_no_marks_for_line_ends() -> None:
    (picture,) = some_logos(1)
    document = replace(listed("en", ("", people(2))), wall=(WallLogo("logo.1", picture, "Logo of Peace\u200b Now"),))
    (drawing,) = drawings(docx_of(document))
    assert drawing.find("wp:docPr", NS).get("descr") == "Logo of Peace Now"


def test_a_document_without_logos_has_no_style_for_them(document_of: Callable[..., Document], part) -> None:
    styles = part(docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace."))), "word/styles.xml")
    assert not styles.xpath("w:style[@w:styleId='LogoWall']", namespaces=NS)


def test_the_same_logos_give_the_same_bytes() -> None:
    assert docx_of(everything_of("km")) == docx_of(everything_of("km"))


def test_each_address_is_one_relationship_however_many_names_lead_there() -> None:
    document = listed("en", ("", people(6)), links=True)
    blocks = [
        replace(block, marks=tuple(mark._replace(target="https://example.org/same") for mark in block.marks))
        if block.number > 2
        else block
        for block in document.blocks
    ]
    file = docx_of(replace(document, blocks=tuple(blocks)))
    links = docx_reading.part(file, "word/_rels/document.xml.rels")
    targets = {one.get("Id"): one.get("Target") for one in links}
    assert len(targets) == len(links)
    named = body_of(file).xpath("w:p/w:hyperlink/@r:id", namespaces=NS)
    assert [targets[one] for one in named] == [f"https://example.org/{at}" for at in (1, 2, *["same"] * 4)]
    assert len(set(named)) == 3
