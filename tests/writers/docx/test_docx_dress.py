"""Rules, grounds, placements, labels, mastheads, footers and emblems in the XML of a DOCX, as in the PDF."""

from __future__ import annotations

import zipfile
from dataclasses import replace
from io import BytesIO
from typing import Any

import pytest
from lxml import etree
from made_brands import AT_THE_END, COLOURS, LOUD, MADE_BRANDS, NAMES, PARTNERS, TASTEFUL, logo, styles
from made_docx import docx_of
from PIL import Image

from statement_kit.arranging.masthead import foot, logo_row, row_height_pt
from statement_kit.brand import AccentBar, Backdrop, Brand, LabelForm, Masthead, Placement, RuleSide
from statement_kit.brand.page import MM
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.pictures import RasterPicture
from statement_kit.writers.docx.markup import R, W

NS = {
    "w": W,
    "r": R,
    "wp": "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing",
    "a": "http://schemas.openxmlformats.org/drawingml/2006/main",
}
LANGUAGES = ["en", "km", "th"]
TWIPS, EMU = 20, 12700


def get(element: etree._Element, name: str) -> str | None:
    found: str | None = element.get(f"{{{W}}}{name}")
    return found


def style(file: bytes, part, name: str) -> etree._Element:
    (found,) = part(file, "word/styles.xml").xpath(f"w:style[@w:styleId='{name}']/w:pPr", namespaces=NS)
    return found


def brand(**changes: Any) -> Brand:
    return Brand(colours=COLOURS, styles=styles(**changes))


@pytest.mark.parametrize("placement", ["center", "right"])
def test_a_placement_is_a_justification_and_shares_out_what_balances_the_lines(
    placement: str, document_of, part
) -> None:
    content = document_of(
        "en", Block("title", Role.TITLE, "Reopen the border crossings for families and patients " * 2)
    )
    wanted = Placement.CENTRE if placement == "center" else Placement.END
    file = docx_of(content, brand(title={"placement": wanted}))
    assert get(style(file, part, "Title").find("w:jc", NS), "val") == placement
    (narrowed,) = part(file, "word/document.xml").xpath("//w:p/w:pPr/w:ind", namespaces=NS)
    plain = docx_of(content, brand())
    (whole,) = part(plain, "word/document.xml").xpath("//w:p/w:pPr/w:ind/@w:right", namespaces=NS)
    left, right = int(get(narrowed, "left")), int(get(narrowed, "right"))
    assert left + right == pytest.approx(int(whole), abs=2)
    assert right == (pytest.approx(left, abs=1) if placement == "center" else 0)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ground_has_borders_of_its_colour_that_carry_it_to_the_edges_of_the_measure(
    language: str, everything: dict[str, Document], part
) -> None:
    looks = brand(lead={"ground": "mist", "pad_em": 1.0, "rule": RuleSide.ABOVE, "rule_pt": 3.0, "rule_colour": "sun"})
    properties = style(docx_of(everything[language], looks), part, "Lead")
    dress = looks.dress(Role.LEAD, everything[language].language)
    sides = {etree.QName(one).localname: one for one in properties.find("w:pBdr", NS)}
    assert list(sides) == ["top", "left", "bottom", "right"]
    assert get(properties.find("w:shd", NS), "fill") == "E8F0F2"
    for name, one in sides.items():
        assert get(one, "color") == ("E0A526" if name == "top" else "E8F0F2")
        assert int(get(one, "space")) == dress.right_pt
        assert get(one, "sz") == ("24" if name == "top" else "2")
    indent = properties.find("w:ind", NS)
    assert (int(get(indent, "left")), int(get(indent, "right"))) == (dress.left_pt * TWIPS, dress.right_pt * TWIPS)


def test_a_rule_beside_a_quotation_is_a_border_at_the_left_alone(everything: dict[str, Document], part) -> None:
    looks = brand(quotation={"rule": RuleSide.BESIDE, "rule_pt": 2.5, "pad_em": 0.8})
    properties = style(docx_of(everything["en"], looks), part, "Quote")
    (left,) = properties.find("w:pBdr", NS)
    assert etree.QName(left).localname == "left"
    assert (get(left, "sz"), get(left, "space"), get(left, "color")) == ("20", "8", "1F4E5F")
    assert properties.find("w:shd", NS) is None
    dress = looks.dress(Role.QUOTATION, everything["en"].language)
    assert int(get(properties.find("w:ind", NS), "left")) == round(dress.left_pt * TWIPS)


def test_neighbours_that_are_not_to_share_a_box_differ_in_their_indents(document_of, part) -> None:
    quoted = [Block(f"preamble.{n}.{m}", Role.QUOTATION, "We wait.") for n in (1, 2) for m in (1, 2)]
    headings = [Block(f"section.{n}", Role.SECTION_HEADING, "Part") for n in (1, 2, 3)]
    looks = brand(quotation={"ground": "mist"}, section_heading={"ground": "mist"})
    file = docx_of(document_of("en", *quoted, *headings), looks)
    made = part(file, "word/document.xml").findall("w:body/w:p", NS)
    has_own = [one.find("w:pPr/w:ind", NS) is not None for one in made]
    assert has_own == [False, False, True, True, False, True, False]


def test_a_heading_that_is_based_on_one_with_a_ground_has_none(everything: dict[str, Document], part) -> None:
    file = docx_of(everything["en"], brand(demand_heading={"ground": "mist"}))
    for name in ("Heading1Section", "Heading1Annex", "Heading2", "Heading2Group"):
        properties = style(file, part, name)
        assert {get(one, "val") for one in properties.find("w:pBdr", NS)} == {"nil"}
        assert get(properties.find("w:shd", NS), "fill") == "auto"


@pytest.mark.parametrize("language", LANGUAGES)
def test_labels_are_live_in_their_form_size_and_field(language: str, everything: dict[str, Document], part) -> None:
    look = {"label_form": LabelForm.BRACKETS, "label_size": 1.5, "label_ground": "sun", "label_colour": "ink"}
    plain, file = docx_of(everything[language], brand()), docx_of(everything[language], brand(demand_heading=look))
    levels = [
        part(each, "word/numbering.xml").xpath("w:abstractNum[@w:abstractNumId='1']/w:lvl", namespaces=NS)[0]
        for each in (plain, file)
    ]
    assert get(levels[1].find("w:lvlText", NS), "val") == "(%1)"
    around = levels[1].find("w:rPr/w:bdr", NS)
    assert get(levels[1].find("w:rPr/w:shd", NS), "fill") == get(around, "color") == "E0A526"
    size_pt = brand().size_pt(Role.DEMAND_HEADING, everything[language].language.script) * 1.5
    assert int(get(around, "sz")) / 8 == pytest.approx(0.14 * size_pt, abs=0.1)
    assert get(levels[1].find("w:suff", NS), "val") == "nothing"
    heading = part(file, "word/document.xml").xpath("//w:p[w:pPr/w:pStyle/@w:val='Heading1']", namespaces=NS)[0]
    assert heading.find("w:r", NS).find("w:tab", NS) is not None, "behind the field, not on it"
    sizes = [int(get(level.find("w:rPr/w:sz", NS), "val")) for level in levels]
    assert sizes[1] == pytest.approx(1.5 * sizes[0], abs=1)
    hanging = [int(get(level.find("w:pPr/w:ind", NS), "hanging")) for level in levels]
    assert hanging[1] >= hanging[0]


def anchors(story: etree._Element) -> dict[str, etree._Element]:
    return {one.find("wp:docPr", NS).get("name"): one for one in story.iter(f"{{{NS['wp']}}}anchor")}


def offset(anchor: etree._Element, side: str) -> float:
    return int(anchor.find(f"wp:position{side}/wp:posOffset", NS).text) / EMU


def extent(anchor: etree._Element) -> tuple[float, float]:
    one = anchor.find("wp:extent", NS)
    return int(one.get("cx")) / EMU, int(one.get("cy")) / EMU


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ground_of_the_masthead_lies_on_the_sheet_behind_the_text_and_its_rule_below(
    language: str, everything: dict[str, Document], part
) -> None:
    file = docx_of(everything[language], TASTEFUL)
    found = anchors(part(file, "word/document.xml"))
    ground, rule = found["Masthead"], found["Masthead rule"]
    assert ground.get("behindDoc") == rule.get("behindDoc") == "1"
    assert {one.get("relativeFrom") for one in ground if "position" in one.tag} == {"page"}
    assert (offset(ground, "H"), offset(ground, "V")) == (0, 0)
    width, height = extent(ground)
    assert width == pytest.approx(TASTEFUL.paper.size_pt[0], abs=0.01)
    row = logo_row(TASTEFUL)
    end = TASTEFUL.head_top_pt + row_height_pt(row)
    closing = foot(TASTEFUL, end, end)
    assert height >= (closing.ground_pt or 0) - 0.01
    assert offset(rule, "V") == pytest.approx(height + 3)
    assert extent(rule)[1] == pytest.approx(1.5, abs=0.01)
    colour = part(file, "word/styles.xml").xpath(
        "w:style[@w:styleId='Letterhead' or @w:styleId='LetterheadLine']/w:rPr/w:color/@w:val", namespaces=NS
    )
    assert colour == ["FFFFFF", "FFFFFF"]


def test_the_ground_grows_with_a_name_that_turns_over(everything: dict[str, Document], part) -> None:
    heights = []
    for name in ("Coalition", "Coalition for Peace and Justice on Both Banks of the Mekong and Beyond " * 2):
        looks = replace(TASTEFUL, names={"en": name}, letterhead={}, logo=None)
        heights.append(extent(anchors(part(docx_of(everything["en"], looks), "word/document.xml"))["Masthead"])[1])
    assert heights[1] > heights[0] + 10


def test_a_masthead_at_the_end_has_its_logo_in_a_frame_at_the_right(everything: dict[str, Document], part) -> None:
    body = part(docx_of(everything["en"], AT_THE_END), "word/document.xml").find("w:body", NS)
    picture, *lines = body.findall("w:p", NS)[:4]
    assert get(picture.find("w:pPr/w:framePr", NS), "xAlign") == "right"
    assert [get(line.find("w:pPr/w:jc", NS), "val") for line in lines] == ["right"] * 3


@pytest.mark.parametrize("placement", Placement)
def test_partners_stand_at_tabs_in_one_row_each_with_its_words(
    placement: Placement, everything: dict[str, Document], part
) -> None:
    looks = Brand(names=NAMES, logo=logo(), partners=PARTNERS, masthead=Masthead(placement))
    body = part(docx_of(everything["en"], looks), "word/document.xml").find("w:body", NS)
    row = body.find("w:p", NS)
    tabs = [int(each) / TWIPS for each in row.xpath("w:pPr/w:tabs/w:tab/@w:pos", namespaces=NS)]
    assert tabs == pytest.approx([each.x_pt for each in logo_row(looks)], abs=0.05)
    assert row.xpath(".//wp:docPr/@descr", namespaces=NS) == [each.alt["en"] for each in (logo(), *PARTNERS)]
    assert {int(one.get("cy")) for one in row.iter(f"{{{NS['wp']}}}extent")} == {round(16 * MM * EMU)}
    lines = body.findall("w:p", NS)[1]
    assert (
        lines.xpath("string(w:pPr/w:jc/@w:val)", namespaces=NS)
        == {
            Placement.START: "",
            Placement.CENTRE: "center",
            Placement.END: "right",
        }[placement]
    )


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", MADE_BRANDS)
def test_footers_say_the_lines_and_the_label_beside_the_first_or_below(
    look: str, language: str, everything: dict[str, Document], part
) -> None:
    file = docx_of(everything[language], MADE_BRANDS[look])
    for name in ("word/footer1.xml", "word/footer2.xml"):
        paragraphs = part(file, name).findall("w:p", NS)
        said = [
            "".join(one.itertext()).replace("\u200b", "").replace("\u2060", "").replace("\xa0", " ")
            for one in paragraphs
        ]
        lines = list(MADE_BRANDS[look].footer[language])
        assert len(said) == len(lines) + (look != "tasteful")
        assert all(text.startswith(line) for text, line in zip(said, lines, strict=False))
        at = paragraphs[0 if look == "tasteful" else -1]
        assert at.xpath("count(.//w:instrText)", namespaces=NS) >= 1


def test_the_accent_bar_is_as_the_brand_says_and_gone_with_its_room(everything: dict[str, Document], part) -> None:
    bars = anchors(part(docx_of(everything["en"], LOUD), "word/document.xml"))
    assert extent(bars["Bar"]) == pytest.approx((LOUD.measure_pt, 8.0), abs=0.01)
    plain, bare = (docx_of(everything["en"], Brand(bar=bar)) for bar in (AccentBar(), AccentBar(height_pt=0)))
    assert "Bar" not in anchors(part(bare, "word/document.xml"))
    before = [int(get(style(each, part, "Kind").find("w:spacing", NS), "before")) for each in (plain, bare)]
    assert before[0] - before[1] == AccentBar().room_pt * TWIPS


def emblem_of(file: bytes) -> Image.Image:
    with zipfile.ZipFile(BytesIO(file)) as archive:
        return Image.open(BytesIO(archive.read("word/media/emblem.png"))).convert("RGBA")


@pytest.mark.parametrize("pixels", [None, RasterPicture(900, 900, 1, bytes(900 * 900))], ids=["drawing", "pixels"])
def test_an_emblem_stands_thinned_behind_every_page_and_once_in_the_file(
    pixels: RasterPicture | None, everything: dict[str, Document], part
) -> None:
    backdrop = Backdrop(emblem=pixels or logo().picture, tint=0.1, width=0.5)
    file = docx_of(everything["en"], Brand(backdrop=backdrop))
    for name in ("header1", "header2"):
        (anchor,) = part(file, f"word/{name}.xml").iter(f"{{{NS['wp']}}}anchor")
        assert anchor.get("behindDoc") == "1"
        assert extent(anchor)[0] == pytest.approx(0.5 * Brand().paper.size_pt[0], abs=0.01)
        assert part(file, f"word/_rels/{name}.xml.rels")[0].get("Target") == "media/emblem.png"
    assert emblem_of(file).getchannel("A").getextrema()[1] == pytest.approx(25.5, abs=1)


def test_words_of_the_brand_lie_behind_every_page_and_a_drafts_own_before_them(
    everything: dict[str, Document], part
) -> None:
    final = docx_of(everything["km"], AT_THE_END)
    draft = docx_of(replace(everything["km"], draft="ព្រាង"), AT_THE_END)  # "draft"
    fills = [part(each, "word/header1.xml").xpath("string(//a:srgbClr/@val)", namespaces=NS) for each in (final, draft)]
    assert fills == [AT_THE_END.tint("accent", 0.1).lstrip("#").upper(), AT_THE_END.tint("ink", 0.13)[1:].upper()]
    assert list(part(docx_of(everything["en"], TASTEFUL), "word/header1.xml").iter(f"{{{NS['wp']}}}anchor")) == []
