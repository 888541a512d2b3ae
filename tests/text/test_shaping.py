"""Clusters: whole, in order, and drawn as HarfBuzz draws them (T01–T07)."""

from __future__ import annotations

import tomllib
from itertools import combinations
from pathlib import Path
from typing import NamedTuple

import pytest
import uharfbuzz as hb
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.brand import DEFAULT_TYPEFACES, Face
from statement_kit.document.blocks import Document
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import Font, FontLibrary, FontSet, SizedFont, font_library
from statement_kit.text.shaping import IGNORABLE, Cluster, ink_em, shape


def fonts_with(letter: str) -> list[Font]:
    """The bundled fonts and those of the tests that have a letter."""
    found = []
    for folder in (fonts_folder(), Path(__file__).parents[1] / "fonts"):
        index = tomllib.loads((folder / "index.toml").read_text(encoding="utf-8"))["font"]
        fonts = (font_library(folder).font(each["family"], each["weight"]) for each in index if "italic" not in each)
        found += [font for font in fonts if font.covers(letter)]
    return found


KHMER_FONTS, THAI_FONTS = fonts_with("ក"), fonts_with("ก")
KHMER_WORDS = (
    "ស្ត្រី ខ្ញុំ កម្ពុជា កិច្ចព្រមព្រៀង "  # woman, I, Cambodia, agreement: stacks one and two deep
    "ឆ្នាំ ស៊ើប ញ៉ាំ ប៉ុន្តែ ម៉ោង កៅអី ចៅ "  # year, inquire, eat, but, hour, chair, grandchild: shifters, split vowels
    "បញ្ញត្តិ សន្ដិភាព រដ្ឋាភិបាល ព្រះរាជាណាចក្រ ធម៌ "  # provision, peace, government, kingdom, dharma: robat, visarga
    "ឱ្យ ឥឡូវ ឫស ថ្ងៃទី២៨ ផ្សេងៗ ១០០៛ ។ល។"  # give, now, root, the 28th, various, 100 riel, etc.
)
THAI_WORDS = (
    "น้ำ ปี่ ปั้น กู้ ฎุ ญู ที่สุด ฟ้า "  # water, flute, mould, salvage, (letters), most, sky
    "สิทธิ์ พินทุ์ ก๊าซ เจ๊ง ป้ำ ทำ ต่าง ๆ ฯลฯ ๑๒๓"  # right, dot, gas, bankrupt, (ring and tone), do, various, etc.
)


def texts(clusters: list[Cluster]) -> list[str]:
    return [cluster.text for cluster in clusters]


def font_name(font: Font) -> str:
    return f"{font.family} {font.weight}"


def alone(font: Font, script: str) -> FontSet:
    return FontSet({script: SizedFont(font, 1.0)}, script)


class Placed(NamedTuple):
    """A glyph and its place from the origin of the run, in font units."""

    id: int
    x: int
    y: int


def placed(clusters: list[Cluster]) -> list[Placed]:
    pen, found = 0, []
    for cluster in clusters:
        found += [Placed(glyph.id, pen + glyph.x, glyph.y) for glyph in cluster.glyphs]
        pen += cluster.advance
    return found


def placed_by_harfbuzz(font: Font, text: str, language: str) -> list[Placed]:
    """What HarfBuzz makes of a run by itself, as `hb-shape` would, told nothing of clusters."""
    buffer = hb.Buffer()
    buffer.add_str(text)
    buffer.guess_segment_properties()
    buffer.language = language
    hb.shape(hb.Font(hb.Face(hb.Blob.from_file_path(str(font.path)))), buffer)
    pen, found = 0, []
    for info, place in zip(buffer.glyph_infos, buffer.glyph_positions, strict=True):
        found.append(Placed(info.codepoint, pen + place.x_offset, place.y_offset))
        pen += place.x_advance
    return found


Box = tuple[int, int, int, int]
"""Left, bottom, right and top, in font units."""


def marks(font: Font, syllable: str) -> list[Box]:
    """The ink of what stands above and below the consonant: the glyphs that take no room of their own."""
    found = []
    for glyph in placed(shape(syllable, alone(font, "Thai"), 10, "th")):
        if not font.shaper.get_glyph_h_advance(glyph.id):
            ink = font.shaper.get_glyph_extents(glyph.id)
            left, top = glyph.x + ink.x_bearing, glyph.y + ink.y_bearing
            found.append((left, top + ink.height, left + ink.width, top))
    return found


def overlap(one: Box, other: Box) -> bool:
    return one[0] < other[2] and other[0] < one[2] and one[1] < other[3] and other[1] < one[3]


def test_the_rules_are_tried_in_five_khmer_and_three_thai_families() -> None:
    assert len({font.family for font in KHMER_FONTS}) >= 5
    assert len({font.family for font in THAI_FONTS}) >= 3


@pytest.mark.parametrize("font", KHMER_FONTS, ids=font_name)
def test_khmer_glyphs_and_their_places_are_harfbuzzs_own(font: Font) -> None:
    """T01."""
    assert placed(shape(KHMER_WORDS, alone(font, "Khmr"), 10, "km")) == placed_by_harfbuzz(font, KHMER_WORDS, "km")


@pytest.mark.parametrize("font", THAI_FONTS, ids=font_name)
def test_thai_glyphs_and_their_places_are_harfbuzzs_own(font: Font) -> None:
    """T03."""
    assert placed(shape(THAI_WORDS, alone(font, "Thai"), 10, "th")) == placed_by_harfbuzz(font, THAI_WORDS, "th")


@pytest.mark.parametrize("font", THAI_FONTS, ids=font_name)
def test_tone_and_vowel_marks_do_not_touch(font: Font) -> None:
    """T03; where a font draws ring and tone as one glyph, there is nothing to compare."""
    pairs = [pair for syllable in ("ปี่", "ปั้", "น้ำ") for pair in combinations(marks(font, syllable), 2)]
    assert len(pairs) >= 2
    assert not [pair for pair in pairs if overlap(*pair)]


@pytest.mark.parametrize("font", THAI_FONTS, ids=font_name)
def test_sara_am_is_a_ring_on_its_consonant_and_an_aa_that_may_be_set_apart(font: Font) -> None:
    """P02: in every font, under a tone mark or without; the code points keep their order."""
    clusters = shape("น้ำทำ", alone(font, "Thai"), 10, "th")  # "water", "do"
    assert texts(clusters) == ["น้", "ำ", "ท", "ำ"]
    assert {cluster.glyphs for cluster in clusters[1::2]} == {((font.shaper.get_nominal_glyph(ord("า")), 0, 0),)}


@pytest.mark.parametrize("font", THAI_FONTS, ids=font_name)
def test_latin_before_thai_leaves_its_marks_in_place(library: FontLibrary, font: Font) -> None:
    """T04."""
    latin = library.font("Source Serif 4", 400)
    face = FontSet({"Latn": SizedFont(latin, 1.0), "Thai": SizedFont(font, 1.0)}, "Latn")
    clusters = shape("A วันที่", face, 10, "th")  # "date"
    assert placed([cluster for cluster in clusters if cluster.font is latin]) == placed_by_harfbuzz(latin, "A ", "th")
    thai = [cluster for cluster in clusters if cluster.font is font]
    assert placed(thai) == placed_by_harfbuzz(font, "วันที่", "th")


MIXED = {
    "Khmr": "តម្លៃ ១០០៛ 200₫ 30€ ៤៥% – “ADHOC” (ថៃ) — ‘UN’ ៕",  # "price", "Thai"
    "Thai": "ราคา ๑๐๐฿ 200₫ 30€ 45% – “ADHOC” (เขมร) — ‘UN’ ฯลฯ",  # "price", "Khmer", "etc."
    "Latn": "Price 100฿ 200₫ 30€ 45% – “សមាគម” (ไทย) — ‘UN’ ៣០៛ …",  # "association", "Thai"
}


@pytest.mark.parametrize("script", MIXED)
@pytest.mark.parametrize("face", DEFAULT_TYPEFACES)
def test_every_face_of_the_kits_own_brand_draws_mixed_text_without_a_box(
    library: FontLibrary, face: Face, script: str
) -> None:
    """T05."""
    fonts = {
        name: SizedFont(library.font(each.family, each.weight, is_italic=each.is_italic), each.scale)
        for name, each in DEFAULT_TYPEFACES[face].items()
    }
    clusters = shape(MIXED[script], FontSet(fonts, script), 10, "und")
    assert "".join(texts(clusters)) == MIXED[script]
    assert not [cluster.text for cluster in clusters if 0 in [glyph.id for glyph in cluster.glyphs]]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("កម្ពុជា", ["ក", "ម្ពុ", "ជា"]),  # "Cambodia": the stack is one cluster
        ("ស៊ីវិល", ["ស៊ី", "វិ", "ល"]),  # "civil": shifter and vowel stay
        ("ខ្មែរ", ["ខ្មែ", "រ"]),  # "Khmer": the vowel drawn first is read last
        ("น้ำปี่", ["น้", "ำ", "ปี่"]),  # "water", "flute": marks at two heights; SARA AM may be set apart (P02)
        ("office", ["o", "ffi", "c", "e"]),  # a ligature is one cluster
    ],
)
def test_a_cluster_is_what_is_drawn_as_a_whole(fonts: FontSet, text: str, expected: list[str]) -> None:
    assert texts(shape(text, fonts, 10, "km")) == expected


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_clusters_joined_are_the_text(fonts: FontSet, documents: dict[str, Document], language: str) -> None:
    for block in documents[language].blocks:
        assert "".join(texts(shape(block.text, fonts, 10, language))) == block.text


@given(st.text(st.sampled_from("កខគង្៉៊ាិីុូេែៃោៅំះ់៌៍័្រ ก้ำิีุ่ไเแABfi,"), max_size=30))
def test_any_sequence_of_letters_and_marks_keeps_every_code_point(text: str) -> None:
    library = font_library(fonts_folder())
    families = {"Khmr": "Noto Serif Khmer", "Latn": "Source Serif 4", "Thai": "Taviraj"}
    face = FontSet({script: SizedFont(library.font(name, 400), 1.0) for script, name in families.items()}, "Khmr")
    assert "".join(texts(shape(text, face, 10, "km"))) == text


def test_the_baseline_is_restored_after_a_mark(fonts: FontSet) -> None:
    bases = [cluster.glyphs[0] for cluster in shape("កម្ពុជា និងថៃ", fonts, 10, "km")]  # "Cambodia and Thailand"
    assert {glyph.y for glyph in bases} == {0}


def test_size_and_scale_make_the_width(library: FontLibrary) -> None:
    single = FontSet({"Latn": SizedFont(library.font("Source Serif 4", 400), 1.0)}, "Latn")
    half = FontSet({"Latn": SizedFont(library.font("Source Serif 4", 400), 0.5)}, "Latn")
    assert shape("n", half, 10, "en")[0].width_pt == pytest.approx(shape("n", single, 5, "en")[0].width_pt)


def test_code_points_that_steer_breaking_are_dropped_before_shaping() -> None:
    assert "a\u200bb\u2060c\u00ad".translate(IGNORABLE) == "abc"


def test_ink_of_a_stack_reaches_lower_than_a_letter(fonts: FontSet) -> None:
    assert ink_em("ញ្ជ្រ", fonts)[1] > ink_em("ក", fonts)[1] + 0.2  # a double stack; a single letter
