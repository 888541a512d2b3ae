"""Clusters: whole, in order, and drawn as HarfBuzz draws them (T01–T07)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.document.blocks import Document
from statement_kit.text.fonts import FontLibrary, FontSet, SizedFont
from statement_kit.text.shaping import IGNORABLE, Cluster, ink_em, shape


def texts(clusters: list[Cluster]) -> list[str]:
    return [cluster.text for cluster in clusters]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("កម្ពុជា", ["ក", "ម្ពុ", "ជា"]),  # "Cambodia": the stack is one cluster
        ("ស៊ីវិល", ["ស៊ី", "វិ", "ល"]),  # "civil": shifter and vowel stay
        ("ខ្មែរ", ["ខ្មែ", "រ"]),  # "Khmer": the vowel drawn first is read last
        ("น้ำปี่", ["น้ำ", "ปี่"]),  # "water", "flute": marks at two heights
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
    from statement_kit.resources import fonts_folder
    from statement_kit.text.fonts import font_library

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
