"""Fonts in the file: every one it names, in what the brand wants of it, under rights that are obeyed (D07)."""

from __future__ import annotations

import struct
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import replace
from io import BytesIO
from pathlib import Path

import pytest
from docx_reading import drawn_by, drawn_runs, embedded_fonts, paragraphs
from lxml import etree
from made_docx import docx_of
from made_fonts import cff, opened, saved, variable

from statement_kit.brand import DEFAULT_TYPEFACES, Brand, DocxFonts, Face, Typeface
from statement_kit.diagnostics import FontError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.text.shaping import IGNORABLE
from statement_kit.writers.docx.markup import W
from statement_kit.writers.docx.obfuscation import obfuscated

NS = {"w": W}
KHMER = fonts_folder() / "noto-serif-khmer" / "NotoSerifKhmer-Regular.ttf"
PEACE = Block("p", Role.PARAGRAPH, "សន្តិភាព–ASEAN")  # "peace"
DEMAND = Block("demand.1", Role.DEMAND_HEADING, "សន្តិភាព", "១.", number=1)


def named(file: bytes, part) -> Iterator[str]:
    """Every font that any part of the file names."""
    with zipfile.ZipFile(BytesIO(file)) as archive:
        parts = [name for name in archive.namelist() if name.endswith(".xml") and name != "word/fontTable.xml"]
    for name in parts:
        for fonts in part(file, name).iter(f"{{{W}}}rFonts"):
            yield from fonts.attrib.values()


def own(data: bytes, path: Path, **looks: object) -> Brand:
    """A brand whose Khmer text is set in a font of its own."""
    path.write_bytes(data)
    faces = {face: {**by_script} for face, by_script in DEFAULT_TYPEFACES.items()}
    faces[Face.TEXT]["Khmr"] = Typeface("Own Khmer")
    return Brand(fonts=(FontFile(path, "Own Khmer"),), typefaces=faces, **looks)  # type: ignore[arg-type]


def with_rights(rights: int) -> bytes:
    font = opened(KHMER)
    font["OS/2"].fsType = rights
    return saved(font)


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_every_font_that_a_file_names_is_in_it(language: str, everything_files: dict[str, bytes], part) -> None:
    file = everything_files[language]
    listed = part(file, "word/fontTable.xml").xpath("w:font/@w:name", namespaces=NS)
    assert set(named(file, part)) <= set(listed)
    assert listed == sorted(set(listed))
    assert {family for family, _ in embedded_fonts(file)} == set(listed)


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_name_inside_a_font_is_the_one_the_file_calls_it_by(
    language: str, everything_files: dict[str, bytes]
) -> None:
    """Word finds a font by it, in one of four styles; weight and flags say the same."""
    for (family, style), font in embedded_fonts(everything_files[language]).items():
        spaced = style.replace("BoldItalic", "Bold Italic")
        assert (font["name"].getDebugName(1), font["name"].getDebugName(2)) == (family, spaced)
        is_bold, is_italic = "Bold" in style, "Italic" in style
        assert font["OS/2"].usWeightClass == (700 if is_bold else 400)
        assert (bool(font["OS/2"].fsSelection & 0x20), bool(font["OS/2"].fsSelection & 0x01)) == (is_bold, is_italic)
        assert font["head"].macStyle == is_bold + 2 * is_italic
        assert "glyf" in font, "Word draws TrueType outlines only"


def one_weight() -> Brand:
    """A brand whose strong words and headings are in Moul, which has neither quotation marks nor a bold."""
    faces = {face: {**by_script, "Khmr": Typeface("Moul", scale=0.8)} for face, by_script in DEFAULT_TYPEFACES.items()}
    faces[Face.TEXT] = DEFAULT_TYPEFACES[Face.TEXT]
    return Brand(typefaces=faces)


STRANGE = {
    "en": "Rice at **500 ฿** or ៛ “in *Phnom Penh*” – សន្តិភាព and สันติภาพ.",  # "peace" twice
    "km": "តម្លៃ **“៥០០ ฿”** – *៛* (ASEAN) «សន្តិភាព» — สันติภาพ — **สันติภาพ** 3,000 …",  # "it costs", "peace"
    "th": "ราคา **“๕๐๐ ฿”** – *៛* (ASEAN) สันติภาพ — **សន្តិភាព** 3,000 …",  # the same
}


@pytest.mark.parametrize("brand", [Brand(), one_weight()], ids=["kit", "one weight"])
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_each_run_is_drawn_by_a_font_in_the_file_that_has_all_it_needs(
    language: str, brand: Brand, everything: dict[str, Document], marked: Callable[..., Block]
) -> None:
    """In the style that the run is in: what a font lacks, a reader takes from anywhere, and makes up a bold."""
    document = everything[language]
    blocks = [marked(role, STRANGE[language], block_id=f"strange.{role}") for role in (Role.PARAGRAPH, Role.QUOTATION)]
    file = docx_of(replace(document, blocks=(*document.blocks, *blocks)), brand)
    fonts = {key: font.getBestCmap().keys() for key, font in embedded_fonts(file).items()}
    seen = 0
    for run in drawn_runs(file):
        needed = {ord(char) for char in run.text if not char.isspace()} - IGNORABLE.keys()
        assert needed <= fonts[run.family, run.style], run
        seen += bool(needed)
    assert seen > 20


def test_a_subset_has_what_an_editor_may_type_and_the_whole_has_all(document_of: Callable[..., Document]) -> None:
    document = document_of("km", PEACE)
    some, whole = (
        embedded_fonts(docx_of(document, Brand(docx_fonts=choice))) for choice in (DocxFonts.SUBSET, DocxFonts.WHOLE)
    )
    text = some["Noto Serif Khmer", "Regular"].getBestCmap()
    assert set(range(0x1780, 0x17B4)) <= text.keys()
    latin = ("Source Serif 4", "Regular")
    assert set(map(ord, "AZaz09éœ“”–—…€")) <= some[latin].getBestCmap().keys()
    greek = ord("Ω")
    assert greek in whole[latin].getBestCmap()
    assert greek not in some[latin].getBestCmap()
    assert some.keys() == whole.keys()


def test_characters_of_the_document_that_are_no_everyday_ones_are_in_the_subset(
    document_of: Callable[..., Document],
) -> None:
    document = document_of("en", Block("p", Role.PARAGRAPH, "Ω and Ω"))
    assert ord("Ω") in embedded_fonts(docx_of(document))["Source Serif 4", "Regular"].getBestCmap()


def test_glyphs_keep_their_numbers_so_that_an_installed_copy_can_stand_in(document_of: Callable[..., Document]) -> None:
    font = embedded_fonts(docx_of(document_of("km", PEACE)))["Noto Serif Khmer", "Regular"]
    whole, code = opened(KHMER), ord("ក")
    assert font.getGlyphID(font.getBestCmap()[code]) == whole.getGlyphID(whole.getBestCmap()[code])


@pytest.mark.parametrize("language", ["km", "th"])
def test_a_file_without_fonts_still_has_the_digits_of_its_labels(language: str, documents: dict[str, Document]) -> None:
    """D04: they are a few kilobytes, and no number would be read rightly without them."""
    file = docx_of(documents[language], Brand(docx_fonts=DocxFonts.NONE))
    assert {family.split()[-1] for family, _ in embedded_fonts(file)} == {"Labels"}
    assert len(file) < 60_000
    labels = [one.drawn for one in paragraphs(file) if one.drawn]
    assert labels == [block.label for block in documents[language].blocks if block.label]


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_what_an_editor_may_mark_has_its_fonts_though_nothing_is_marked(
    language: str, document_of: Callable[..., Document]
) -> None:
    """Readers slant and thicken what they lack an italic or a bold of."""
    fonts = embedded_fonts(docx_of(document_of(language, PEACE)))
    assert {("Source Serif 4", style) for style in ("Regular", "Bold", "Italic", "BoldItalic")} <= fonts.keys()


def test_a_file_without_fonts_in_english_has_none(document_of: Callable[..., Document]) -> None:
    assert embedded_fonts(docx_of(document_of("en", PEACE), Brand(docx_fonts=DocxFonts.NONE))) == {}


def test_a_family_that_is_left_out_is_named_and_stays_out(
    tmp_path: Path, document_of: Callable[..., Document], part
) -> None:
    brand = own(with_rights(0x0002), tmp_path / "own.ttf", docx_without=("Own Khmer",))
    file = docx_of(document_of("km", PEACE, DEMAND), brand)
    assert "Own Khmer" in part(file, "word/fontTable.xml").xpath("w:font/@w:name", namespaces=NS)
    assert "Own Khmer" not in {family for family, _ in embedded_fonts(file)}
    assert "Moul" in {family for family, _ in embedded_fonts(file)}


FORBIDDEN = {
    "restricted": (0x0002, "licence is restricted"),
    "preview and print": (0x0004, "preview and print only"),
    "bitmaps only": (0x0200, "only bitmaps"),
}


@pytest.mark.parametrize("case", FORBIDDEN)
def test_a_font_whose_makers_forbid_it_is_refused_and_the_way_out_is_said(
    case: str, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    rights, reason = FORBIDDEN[case]
    brand = own(with_rights(rights), tmp_path / "own.ttf")
    with pytest.raises(FontError) as caught:
        docx_of(document_of("km", PEACE), brand)
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("font/embedding-forbidden", str(tmp_path / "own.ttf"))
    assert reason in found.message
    assert "[docx]" in str(found.hint)
    assert "Own Khmer" in str(found.hint)
    docx_of(document_of("km", PEACE), replace(brand, docx_fonts=DocxFonts.NONE))


def test_a_font_that_may_not_be_cut_goes_along_whole(tmp_path: Path, document_of: Callable[..., Document]) -> None:
    file = docx_of(document_of("km", PEACE), own(with_rights(0x0108), tmp_path / "own.ttf"))
    font = embedded_fonts(file)["Own Khmer", "Regular"]
    assert font.getBestCmap().keys() == opened(KHMER).getBestCmap().keys()
    assert font["OS/2"].fsType == 0x0108


@pytest.mark.parametrize("rights", [0x0002, 0x0004, 0x0100])
def test_labels_beside_a_font_that_may_not_be_cut_are_drawn_by_the_kits_own(
    rights: int, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    brand = own(with_rights(rights), tmp_path / "own.ttf", docx_fonts=DocxFonts.NONE)
    endorser = Block("endorser.1", Role.ENDORSER, "ADHOC", "១.", number=1)
    font = embedded_fonts(docx_of(document_of("km", endorser), brand))["Own Khmer Labels", "Regular"]
    assert drawn_by(font, "12.") == "១២."
    assert font["OS/2"].fsType == 0
    assert font["name"].getDebugName(5) == opened(KHMER)["name"].getDebugName(5)


@pytest.mark.parametrize("data", [cff(KHMER), variable(KHMER)], ids=["CFF", "variable"])
def test_fonts_of_other_kinds_become_static_truetype(
    data: bytes, tmp_path: Path, document_of: Callable[..., Document]
) -> None:
    font = embedded_fonts(docx_of(document_of("km", PEACE), own(data, tmp_path / "own.otf")))["Own Khmer", "Regular"]
    assert "glyf" in font
    assert not {"CFF ", "CFF2", "fvar", "gvar"} & set(font.keys())
    assert ord("ក") in font.getBestCmap()
    assert {"GSUB", "GPOS"} <= set(font.keys()), "Khmer stacks need them"


def test_whose_the_fonts_are_and_on_what_terms_is_said_in_the_file_and_in_each_font(
    docx_files: dict[str, bytes], part
) -> None:
    properties = part(docx_files["km"], "docProps/custom.xml")
    said = {one.get("name"): "".join(one.itertext()) for one in properties}
    families = {family for family, _ in embedded_fonts(docx_files["km"])}
    assert said.keys() == {f"Font licence: {family}" for family in families}
    for text in said.values():
        assert "SIL Open Font License" in text
        assert len(text) <= 255, "Word shows no more"
    for font in embedded_fonts(docx_files["km"]).values():
        assert "SIL Open Font License" in font["name"].getDebugName(13)
        assert any(sign in font["name"].getDebugName(0) for sign in ("Copyright", "©"))


def test_a_font_that_says_nothing_of_its_terms_is_listed_all_the_same(
    tmp_path: Path, document_of: Callable[..., Document], part
) -> None:
    font = opened(KHMER)
    for number in (0, 13, 14):
        font["name"].removeNames(nameID=number)
    file = docx_of(document_of("km", PEACE), own(saved(font), tmp_path / "own.ttf"))
    (said,) = (one for one in part(file, "docProps/custom.xml") if one.get("name") == "Font licence: Own Khmer")
    assert "".join(said.itertext()) == "The font does not say."


@pytest.mark.parametrize("choice", list(DocxFonts))
def test_the_settings_have_editors_keep_the_fonts_and_cut_none_of_them(
    choice: DocxFonts, document_of: Callable[..., Document], part
) -> None:
    settings = part(docx_of(document_of("km", PEACE), Brand(docx_fonts=choice)), "word/settings.xml")
    assert settings.find("w:embedTrueTypeFonts", NS) is not None
    assert settings.find("w:saveSubsetFonts", NS) is None


def test_the_terms_of_a_font_are_said_as_far_as_xml_can_hold_them_and_word_shows(
    tmp_path: Path, document_of: Callable[..., Document], part
) -> None:
    font = opened(KHMER)
    for number in (0, 14):
        font["name"].removeNames(nameID=number)
    font["name"].setName(f"\x00Ours\x1f:\ufffe {'free ' * 99}", 13, 3, 1, 0x409)
    file = docx_of(document_of("km", PEACE), own(saved(font), tmp_path / "own.ttf"))
    (said,) = (one for one in part(file, "docProps/custom.xml") if one.get("name") == "Font licence: Own Khmer")
    text = "".join(said.itertext())
    assert text.startswith("Ours: free free ")
    assert text.endswith("…")
    assert len(text) == 255


def test_what_a_font_is_like_is_said_for_readers_that_must_take_another(docx_files: dict[str, bytes], part) -> None:
    table = part(docx_files["th"], "word/fontTable.xml")
    kinds = {one.get(f"{{{W}}}name"): one.find("w:family", NS).get(f"{{{W}}}val") for one in table}
    assert (kinds["Source Serif 4"], kinds["Source Sans 3"]) == ("roman", "swiss")
    (thai,) = table.xpath("w:font[@w:name='Taviraj']/w:sig/@w:usb0", namespaces=NS)
    assert int(thai, 16) & 1 << 24, "the bit of Thai"
    for font in table:
        order = [etree.QName(one).localname for one in font]
        assert order == sorted(order, key=SCHEMA.index)


SCHEMA = ["altName", "panose1", "charset", "family", "notTrueType", "pitch", "sig"]
SCHEMA += ["embedRegular", "embedBold", "embedItalic", "embedBoldItalic"]


def test_a_font_is_scrambled_by_a_key_that_follows_from_it() -> None:
    data = KHMER.read_bytes()
    key, scrambled = obfuscated(data)
    assert obfuscated(data) == (key, scrambled)
    assert scrambled[32:] == data[32:]
    assert struct.unpack(">I", data[:4]) != struct.unpack(">I", scrambled[:4])
    assert obfuscated(data[:-1] + b"x")[0] != key
