"""The embedded font: one glyph per cluster, drawn as HarfBuzz draws it, with the cluster's whole text."""

from __future__ import annotations

from io import BytesIO
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont

from statement_kit.resources import fonts_folder
from statement_kit.text.font_file import FontFile
from statement_kit.text.fonts import Font, FontLibrary, FontSet, SizedFont
from statement_kit.text.shaping import Cluster, shape
from statement_kit.writers.pdf.cluster_font import ClusterFont, subset_tag

SAMPLES = [
    ("Noto Serif Khmer", "Khmr", "ស្ត្រី ខ្ញុំ កិច្ចព្រមព្រៀង ឱ្យ ឆ្នាំ១៩៩១ ស៊ើប ញ៉ាំ កៅអី ចៅ"),  # Khmer words, all kinds of stacks
    ("Noto Sans Khmer", "Khmr", "ស្ត្រី ខ្ញុំ កម្ពុជា"),
    ("Moul", "Khmr", "ស្ត្រី ខ្ញុំ កិច្ចព្រមព្រៀង ឱ្យ"),
    ("Taviraj", "Thai", "น้ำ ปี่ ปั้น กู้ ฎุ ญู ที่สุด ป่า ฟ้า"),  # Thai words, marks above and below
    ("Sarabun", "Thai", "น้ำ ปี่ ปั้น กู้ ฎุ"),
    ("Source Serif 4", "Latn", "office AVATAR “ceasefire” Ångström"),
    ("Source Sans 3", "Latn", "office AVATAR Ångström"),
]


def embedded(library: FontLibrary, family: str, script: str, text: str) -> tuple[ClusterFont, list[Cluster]]:
    face = FontSet({script: SizedFont(library.font(family, 400), 1.0)}, script)
    clusters = shape(text, face, 10, "und")
    font = ClusterFont(library.font(family, 400))
    for cluster in clusters:
        font.code(cluster)
    return font, clusters


def drawn(font: hb.Font, glyph: int, x: int = 0, y: int = 0) -> list[object]:
    pen = RecordingPen()
    font.draw_glyph_with_pen(glyph, TransformPen(pen, (1, 0, 0, 1, x, y)))
    return pen.value


@pytest.mark.parametrize(("family", "script", "text"), SAMPLES)
def test_a_cluster_is_drawn_point_for_point_as_harfbuzz_draws_its_glyphs(
    library: FontLibrary, family: str, script: str, text: str
) -> None:
    font, clusters = embedded(library, family, script, text)
    built = hb.Font(hb.Face(hb.Blob(font.build())))
    for cluster in clusters:
        parts = [part for glyph in cluster.glyphs for part in drawn(cluster.font.shaper, *glyph)]
        assert drawn(built, font.code(cluster)) == parts, cluster.text


def test_a_font_that_sets_its_outlines_apart_from_their_bearings_is_drawn_in_place(tmp_path: Path) -> None:
    """No font at hand does, but the format allows it, and rasterisers follow the bearing."""
    path = tmp_path / "apart.ttf"
    source = TTFont(fonts_folder() / "moul" / "Moul-Regular.ttf", recalcBBoxes=False)
    metrics = source["hmtx"].metrics
    source["hmtx"].metrics = {name: (width, bearing + 40) for name, (width, bearing) in metrics.items()}
    source.save(path)
    apart = Font(FontFile(path, "Apart"), path.read_bytes())
    font = ClusterFont(apart)
    clusters = shape("ស្ត្រី ខ្ញុំ ក", FontSet({"Khmr": SizedFont(apart, 1.0)}, "Khmr"), 10, "km")  # woman, I, (letter)
    codes = [font.code(cluster) for cluster in clusters]
    built = hb.Font(hb.Face(hb.Blob(font.build())))
    for cluster, code in zip(clusters, codes, strict=True):
        assert drawn(built, code) == [part for glyph in cluster.glyphs for part in drawn(apart.shaper, *glyph)]


@pytest.mark.parametrize(("family", "script", "text"), SAMPLES)
def test_the_font_is_one_that_others_can_read(library: FontLibrary, family: str, script: str, text: str) -> None:
    font, clusters = embedded(library, family, script, text)
    read = TTFont(BytesIO(font.build()), checkChecksums=2)
    glyphs = read["glyf"]
    assert read["maxp"].numGlyphs == len(glyphs.keys()) >= len({cluster.text for cluster in clusters})
    for code, width in enumerate(font.widths):
        name = read.getGlyphName(code)
        assert read["hmtx"][name][0] == width
        glyph = glyphs[name]
        box = [getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax")]
        glyph.recalcBounds(glyphs)
        # Within a unit: a font's own box of a scaled part may be rounded the other way.
        assert [getattr(glyph, edge, 0) for edge in ("xMin", "yMin", "xMax", "yMax")] == pytest.approx(box, abs=1)


@pytest.mark.parametrize(("family", "script", "text"), SAMPLES)
def test_maxp_is_what_the_glyphs_are(library: FontLibrary, family: str, script: str, text: str) -> None:
    font, _ = embedded(library, family, script, text)
    read = TTFont(BytesIO(font.build()))
    stated = {key: value for key, value in vars(read["maxp"]).items() if key.startswith(("maxPoints", "maxContours"))}
    read["maxp"].recalc(read)
    assert all(stated[key] >= getattr(read["maxp"], key) for key in stated)
    assert read["maxp"].maxComponentDepth >= 1


def test_the_same_cluster_has_one_code_whatever_follows_it(library: FontLibrary) -> None:
    font, clusters = embedded(library, "Source Serif 4", "Latn", "AV AT")
    a = [cluster for cluster in clusters if cluster.text == "A"]
    assert a[0].advance != a[1].advance  # kerned differently before V and before T
    assert font.code(a[0]) == font.code(a[1])


def test_equal_glyphs_of_different_text_have_different_codes(library: FontLibrary) -> None:
    font, clusters = embedded(library, "Source Serif 4", "Latn", "a \u00a0b")
    codes = [font.code(cluster) for cluster in clusters]
    assert len(set(codes)) == 4
    assert [font.texts[code] for code in codes] == ["a", " ", "\u00a0", "b"]


def test_the_subset_tag_is_six_letters_from_the_content() -> None:
    assert subset_tag(b"a") == subset_tag(b"a") != subset_tag(b"b")
    assert len(subset_tag(b"a")) == 6
    assert subset_tag(b"a").isupper()
