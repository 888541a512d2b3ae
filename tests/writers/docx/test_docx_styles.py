"""Styles: every role has one, every look is in one, and paragraphs and runs keep to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import docx
import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import DEFAULT_STYLES, DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.style_names import ROLE_STYLES, WHERE_USED

LANGUAGES = ["en", "km", "th"]
NS = {"w": W}


def val(parent: etree._Element, path: str, name: str = "val") -> str | None:
    found = parent.find(path, NS)
    return None if found is None else found.get(f"{{{W}}}{name}")


def style(styles: etree._Element, style_id: str) -> etree._Element:
    (found,) = styles.xpath(f"w:style[@w:styleId='{style_id}']", namespaces=NS)
    return found


def test_every_role_has_a_style_and_no_two_share_one() -> None:
    assert set(ROLE_STYLES) == set(Role)
    assert len({named.id for named in ROLE_STYLES.values()}) == len(Role)
    assert len({named.name for named in ROLE_STYLES.values()}) == len(Role)


@pytest.mark.parametrize("language", LANGUAGES)
def test_every_paragraph_is_in_the_style_of_its_role(
    language: str, docx_files: dict[str, bytes], documents: dict[str, Document], part
) -> None:
    body = part(docx_files[language], "word/document.xml").find("w:body", NS)
    found = [val(paragraph, "w:pPr/w:pStyle") for paragraph in body.findall("w:p", NS)]
    assert found == [*(ROLE_STYLES[block.role].id for block in documents[language].blocks), "Strut"]


def test_an_outside_reader_finds_the_title_and_the_headings(docx_files: dict[str, bytes]) -> None:
    paragraphs = docx.Document(BytesIO(docx_files["en"])).paragraphs
    names = [paragraph.style.name for paragraph in paragraphs]
    assert names.count("Title") == 1
    assert names.count("Heading 1") == 8
    assert paragraphs[names.index("Heading 1")].text == "Immediate De-escalation and Ceasefire"


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stand_in_the_outline_under_the_title_and_nothing_else_does(
    language: str, every_role_files: dict[str, bytes], part
) -> None:
    styles = part(every_role_files[language], "word/styles.xml")
    levels = {role: val(style(styles, named.id), "w:pPr/w:outlineLvl") for role, named in ROLE_STYLES.items()}
    levels |= {name: val(style(styles, name), "w:pPr/w:outlineLvl") for name in ("Heading2", "Heading3")}
    assert (levels.pop("Heading2"), levels.pop("Heading3")) == ("1", "2")
    headings = HEADING_LEVELS.keys() - {Role.TITLE}
    expected = {**dict.fromkeys(headings, "0"), Role.GROUP_HEADING: "1"}
    assert {role: level for role, level in levels.items() if level} == expected
    bases = {role: val(style(styles, ROLE_STYLES[role].id), "w:basedOn") for role in headings}
    assert bases.pop(Role.GROUP_HEADING) == "Heading2"
    assert set(bases.values()) == {"Normal", "Heading1"}


@pytest.mark.parametrize("language", LANGUAGES)
def test_headings_stay_whole_and_with_what_follows(language: str, every_role_files: dict[str, bytes], part) -> None:
    styles = part(every_role_files[language], "word/styles.xml")
    for role in HEADING_LEVELS:
        found = style(styles, ROLE_STYLES[role].id)
        assert found.find("w:pPr/w:keepNext", NS) is not None
        assert found.find("w:pPr/w:keepLines", NS) is not None
    assert style(styles, "Endorser").find("w:pPr/w:keepLines", NS) is not None
    assert styles.find("w:docDefaults/w:pPrDefault/w:pPr/w:widowControl", NS) is not None


@pytest.mark.parametrize("language", LANGUAGES)
def test_both_axes_of_every_style_are_filled_and_agree(language: str, every_role_files: dict[str, bytes], part) -> None:
    """D01: no axis is left to what a reader would take by itself, and a toggle is on for both or for neither."""
    styles = part(every_role_files[language], "word/styles.xml")
    for named in ROLE_STYLES.values():
        run = style(styles, named.id).find("w:rPr", NS)
        fonts = run.find("w:rFonts", NS)
        assert {name.split("}")[1] for name in fonts.attrib} == {"ascii", "hAnsi", "eastAsia", "cs"}
        assert all(0 < len(family) < 32 for family in fonts.attrib.values())
        assert val(run, "w:b") == val(run, "w:bCs")
        assert val(run, "w:sz")
        assert val(run, "w:szCs")
        assert run.find("w:i", NS) is None


def test_sizes_follow_the_scale_of_each_typeface(document_of: Callable[..., Document], part) -> None:
    """T15: 11 pt is 22 half-points; a Khmer typeface at 0.95 is 21, since readers know no quarter points."""
    faces = {**DEFAULT_TYPEFACES, Face.TEXT: {"Latn": Typeface("Sarabun"), "Khmr": Typeface("Moul", scale=0.95)}}
    brand = Brand(base_pt=11.0, script_base={}, typefaces=faces)
    for language, expected in {"en": "22", "km": "21"}.items():
        file = docx_of(document_of(language, Block("p", Role.PARAGRAPH, "ASEAN")), brand)
        body = style(part(file, "word/styles.xml"), "BodyText")
        assert (val(body, "w:rPr/w:sz"), val(body, "w:rPr/w:szCs")) == ("22", expected)


def test_khmer_headings_are_in_moul_and_never_made_bold(every_role_files: dict[str, bytes], part) -> None:
    styles = part(every_role_files["km"], "word/styles.xml")
    for role in HEADING_LEVELS:
        run = style(styles, ROLE_STYLES[role].id).find("w:rPr", NS)
        assert val(run, "w:rFonts", "cs") == "Moul"
        assert (val(run, "w:b"), val(run, "w:bCs")) == ("0", "0")


def test_what_stands_on_a_style_in_italics_is_upright_where_the_brand_has_it_so(
    document_of: Callable[..., Document], part
) -> None:
    """Headings of the annex are based on those of demands."""
    styles = {
        **DEFAULT_STYLES,
        Role.DEMAND_HEADING: replace(DEFAULT_STYLES[Role.DEMAND_HEADING], face=Face.TEXT_EMPHASIS),
    }
    document = document_of("en", Block("h", Role.DEMAND_HEADING, "Cease fire", "1."))
    found = part(docx_of(document, Brand(styles=styles)), "word/styles.xml")
    slopes = {name: val(style(found, name), "w:rPr/w:i") for name in ("Heading1", "Heading1Annex")}
    assert slopes == {"Heading1": None, "Heading1Annex": "0"}


def test_a_running_head_too_tall_for_its_margin_leaves_no_room_less_than_none(
    document_of: Callable[..., Document], part
) -> None:
    tall = replace(DEFAULT_STYLES[Role.FURNITURE], leading_em=5.0)
    brand = Brand(base_pt=14.0, styles={**DEFAULT_STYLES, Role.FURNITURE: tall})
    file = docx_of(document_of("km", Block("p", Role.PARAGRAPH, "សន្តិភាព")), brand)  # "peace"
    assert val(style(part(file, "word/styles.xml"), "Header"), "w:pPr/w:spacing", "after") == "0"


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_are_never_closer_than_the_font_allows(language: str, docx_files: dict[str, bytes], part) -> None:
    """P03: `exact` would cut stacks off; only the paragraph one point high has it."""
    styles = part(docx_files[language], "word/styles.xml")
    exact = styles.xpath("w:style[w:pPr/w:spacing/@w:lineRule!='atLeast']/@w:styleId", namespaces=NS)
    assert exact == ["Strut"]
    assert not styles.xpath("//w:docGrid", namespaces=NS)


def test_leading_follows_the_scripts_a_role_is_written_in(document_of: Callable[..., Document], part) -> None:
    """Latin names in a Khmer document are set as in English, one Khmer name among them sets all as Khmer."""
    brand = Brand(base_pt=10.0, script_base={}, leading_ratio={"Latn": 1.0, "Khmr": 1.5})
    names = [Block("e1", Role.ENDORSER, "ADHOC", "១."), Block("e2", Role.ENDORSER, "អាដហុក", "២.")]
    for role, blocks, ratio in (
        (Role.ENDORSER, names[:1], 1.0),
        (Role.ENDORSER, names, 1.5),
        (Role.FURNITURE, names[:1], 1.5),
    ):
        styles = part(docx_of(document_of("km", *blocks), brand), "word/styles.xml")
        leading_pt = 10.0 * brand.styles[role].size_em * brand.styles[role].leading_em * ratio
        line = val(style(styles, ROLE_STYLES[role].id), "w:pPr/w:spacing", "line")
        assert line == str(round(20 * leading_pt))


def test_styles_say_nothing_by_theme(docx_files: dict[str, bytes], part) -> None:
    for file in docx_files.values():
        styles = part(file, "word/styles.xml")
        assert not [name for one in styles.iter() for name in one.attrib if "heme" in str(name)]


def test_a_brand_changes_every_look(document_of: Callable[..., Document], part) -> None:
    changed = {role: replace(one, colour="accent", size_em=2.0) for role, one in DEFAULT_STYLES.items()}
    brand = Brand(styles=changed, base_pt=10.0, colours={"ink": "#000000", "accent": "#008844", "quiet": "#707070"})
    blocks = (Block(f"b{n}", role, "Peace") for n, role in enumerate(sorted(WHERE_USED)))
    styles = part(docx_of(document_of("en", *blocks), brand), "word/styles.xml")
    for named in ROLE_STYLES.values():
        run = style(styles, named.id).find("w:rPr", NS)
        assert (val(run, "w:color"), val(run, "w:sz")) == ("008844", "40")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_furniture_of_press_releases_is_styled_only_where_it_stands(
    language: str, docx_files: dict[str, bytes], every_role_files: dict[str, bytes], part
) -> None:
    wanted = {ROLE_STYLES[role].id for role in WHERE_USED}
    for files, expected in ((docx_files, set()), (every_role_files, wanted)):
        found = part(files[language], "word/styles.xml").xpath("w:style/@w:styleId", namespaces=NS)
        assert wanted & set(found) == expected
    nexts = part(every_role_files[language], "word/styles.xml").xpath("w:style/w:next/@w:val", namespaces=NS)
    assert set(nexts) <= set(found)


def test_page_roles_are_styled_though_no_block_of_the_text_has_them(docx_files: dict[str, bytes], part) -> None:
    styles = part(docx_files["en"], "word/styles.xml")
    assert {ROLE_STYLES[role].id for role in {Role.LETTERHEAD, Role.FURNITURE}} <= set(
        styles.xpath("w:style/@w:styleId", namespaces=NS)
    )


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_styles_are_as_reviewed(language: str, docx_files: dict[str, bytes], part, golden) -> None:
    xml = part(docx_files[language], "word/styles.xml")
    golden(f"docx/{language}.styles.xml", etree.tostring(xml, pretty_print=True, encoding="unicode"))


@pytest.mark.parametrize("language", LANGUAGES)
def test_demands_and_endorsers_are_numbered_by_their_styles_and_other_headings_are_not(
    language: str, docx_files: dict[str, bytes], part
) -> None:
    """D03: whoever adds one in an editor gets the next number."""
    styles = part(docx_files[language], "word/styles.xml")
    numbered = {
        one.get(f"{{{W}}}styleId"): val(one, "w:pPr/w:numPr/w:numId")
        for one in styles.xpath("w:style[w:pPr/w:numPr]", namespaces=NS)
    }
    assert numbered == {
        "Heading1": "1",
        "Endorser": "2",
        "Heading1Section": "0",
        "Heading1Annex": "0",
        "Heading2": "0",
        "Heading2Group": "0",
        "Heading3": "0",
    }


def test_the_list_of_styles_shows_those_of_the_file_only(docx_files: dict[str, bytes], part) -> None:
    latent = part(docx_files["km"], "word/styles.xml").find("w:latentStyles", NS)
    assert (latent.get(f"{{{W}}}defSemiHidden"), latent.get(f"{{{W}}}defQFormat")) == ("1", "0")


def test_weights_of_a_family_that_are_neither_its_regular_nor_its_bold_are_families_of_their_own(
    document_of: Callable[..., Document], part
) -> None:
    fonts = tuple(
        FontFile(fonts_folder() / "sarabun" / "Sarabun-Regular.ttf", "Own", weight) for weight in (300, 400, 600, 700)
    )
    voices = {Face.TEXT: 300, Face.TEXT_STRONG: 600, Face.HEADING: 700, Face.TITLE: 400}
    faces = {**DEFAULT_TYPEFACES, **{face: {"Latn": Typeface("Own", weight)} for face, weight in voices.items()}}
    styles = part(
        docx_of(document_of("en", Block("p", Role.PARAGRAPH, "Peace.")), Brand(fonts=fonts, typefaces=faces)),
        "word/styles.xml",
    )
    looks = {
        name: (val(style(styles, name), "w:rPr/w:rFonts", "ascii"), val(style(styles, name), "w:rPr/w:b"))
        for name in ("BodyText", "Heading1", "Title")
    }
    assert looks == {"BodyText": ("Own Light", "0"), "Heading1": ("Own", None), "Title": ("Own", "0")}
