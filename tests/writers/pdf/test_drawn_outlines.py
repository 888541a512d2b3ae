"""Outlines that HarfBuzz draws stand in the document as it draws them: CFF, CFF2, variable."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from io import BytesIO
from itertools import pairwise
from math import hypot
from pathlib import Path

import pytest
import uharfbuzz as hb
from fontTools.pens.areaPen import AreaPen
from fontTools.pens.basePen import BasePen
from fontTools.pens.recordingPen import RecordingPen
from fontTools.pens.transformPen import TransformPen
from fontTools.ttLib import TTFont
from made_fonts import ITALIC, KHMER, LATIN, cff, loaded, packed, variable, variable_cff

from statement_kit.diagnostics import FontError
from statement_kit.text import quadratic
from statement_kit.text.fonts import Font, FontSet, SizedFont
from statement_kit.text.shaping import Cluster, shape
from statement_kit.writers.pdf.cluster_font import ClusterFont

OURS = Path("fonts/Ours.otf")
WORDS = "ស្ត្រី ខ្ញុំ"  # woman, I: a stack of three letters, a vowel on both sides

Point = tuple[float, float]
Contour = list[Point]

KINDS: dict[str, Callable[[], Font]] = {
    "cff": lambda: loaded(cff(), OURS),
    "variable": lambda: loaded(variable(), OURS, weight=650, axes={"wdth": 110}),
    "variable-at-its-default": lambda: loaded(variable(), OURS),
    "variable-cff2": lambda: loaded(variable_cff(), OURS, weight=700),
    "web-font": lambda: loaded(packed(cff(), "woff2"), OURS),
}
STEPS = 20
"""Into how many lines a curve is cut to be compared."""


class _Polygons(BasePen):
    """Takes down contours with their curves cut into short lines, whichever kind of curve they are."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[Contour] = []

    def _moveTo(self, point: Point) -> None:  # noqa: N802
        self.found.append([point])

    def _lineTo(self, point: Point) -> None:  # noqa: N802
        x, y = self._getCurrentPoint()
        self.found[-1] += [
            (x + (point[0] - x) * n / STEPS, y + (point[1] - y) * n / STEPS) for n in range(1, STEPS + 1)
        ]

    def _curveToOne(self, a: Point, b: Point, end: Point) -> None:  # noqa: N802
        start = self._getCurrentPoint()
        for n in range(1, STEPS + 1):
            t = n / STEPS
            weights = ((1 - t) ** 3, 3 * t * (1 - t) ** 2, 3 * t**2 * (1 - t), t**3)
            points = (start, a, b, end)
            x, y = (sum(w * p[axis] for w, p in zip(weights, points, strict=True)) for axis in (0, 1))
            self.found[-1].append((x, y))


def polygons(parts: list[tuple[hb.Font, int, int, int]]) -> list[Contour]:
    """The contours of glyphs, each at its place."""
    pen = _Polygons()
    for font, glyph, x, y in parts:
        font.draw_glyph_with_pen(glyph, TransformPen(pen, (1, 0, 0, 1, x, y)))
    return pen.found


def distance(a: Contour, b: Contour) -> float:
    """How far the points of a contour lie from another, at most."""
    return max(min(_to_line(point, *line) for line in pairwise([*b, b[0]])) for point in a[:: STEPS // 4])


def _to_line(point: Point, a: Point, b: Point) -> float:
    dx, dy = b[0] - a[0], b[1] - a[1]
    along = ((point[0] - a[0]) * dx + (point[1] - a[1]) * dy) / (dx * dx + dy * dy or 1)
    at = min(max(along, 0), 1)
    return hypot(point[0] - a[0] - at * dx, point[1] - a[1] - at * dy)


def embedded(font: Font, text: str, script: str = "Khmr") -> tuple[ClusterFont, list[Cluster]]:
    clusters = shape(text, FontSet({script: SizedFont(font, 1.0)}, script), 10, "und")
    made = ClusterFont(font)
    for cluster in clusters:
        made.code(cluster)
    return made, clusters


def drawings(font: Font, text: str) -> Iterator[tuple[list[Contour], list[Contour]]]:
    """Per cluster what stands in the embedded font, and what HarfBuzz draws."""
    made, clusters = embedded(font, text)
    built = hb.Font(hb.Face(hb.Blob(made.build())))
    for cluster in clusters:
        expected = [(font.shaper, glyph.id, glyph.x, glyph.y) for glyph in cluster.glyphs]
        yield polygons([(built, made.code(cluster), 0, 0)]), polygons(expected)


@pytest.mark.parametrize("kind", KINDS)
def test_a_cluster_is_drawn_within_a_font_unit_of_what_harfbuzz_draws(kind: str) -> None:
    """T01: both ways, so that nothing is missing and nothing stands where nothing is drawn."""
    for found, expected in drawings(KINDS[kind](), WORDS):
        for contour, wanted in zip(found, expected, strict=True):
            assert max(distance(contour, wanted), distance(wanted, contour)) <= 1


@pytest.mark.parametrize("kind", KINDS)
def test_the_font_is_one_that_others_can_read(kind: str) -> None:
    font = KINDS[kind]()
    made, clusters = embedded(font, WORDS)
    read = TTFont(BytesIO(made.build()), checkChecksums=2)
    for code, width in enumerate(made.widths):
        name = read.getGlyphName(code)
        glyph = read["glyf"][name]
        assert read["hmtx"][name] == (width, getattr(glyph, "xMin", 0))
    assert {cluster.text: made.widths[made.code(cluster)] for cluster in clusters} == {
        cluster.text: cluster.advance for cluster in clusters
    }


def area(draw: Callable[[AreaPen], None]) -> float:
    pen = AreaPen()
    draw(pen)
    return float(pen.value)


@pytest.mark.parametrize("kind", KINDS)
def test_contours_turn_as_truetype_wants_them(kind: str) -> None:
    """Clockwise around ink, which counts as a negative area; PostScript draws them the other way round."""
    made, clusters = embedded(KINDS[kind](), "ក")  # (letter)
    glyphs = TTFont(BytesIO(made.build())).getGlyphSet()
    assert area(glyphs[list(glyphs.keys())[made.code(clusters[0])]].draw) < 0


def test_a_variable_font_is_drawn_as_heavy_as_it_is_set() -> None:
    outlines = []
    for weight in (400, 900):
        made, clusters = embedded(loaded(variable(), OURS, weight=weight), "ក")  # (letter)
        pen = RecordingPen()
        hb.Font(hb.Face(hb.Blob(made.build()))).draw_glyph_with_pen(made.code(clusters[0]), pen)
        outlines.append((pen.value, made.widths[1]))
    assert outlines[0][0] != outlines[1][0]
    assert outlines[1][1] == outlines[0][1] + 60


def test_kerning_is_that_of_the_font() -> None:
    kerned, plain = (embedded(loaded(data, OURS), "AVATAR", "Latn")[1] for data in (cff(LATIN), LATIN.read_bytes()))
    assert [cluster.advance for cluster in kerned] == [cluster.advance for cluster in plain]
    assert len({cluster.advance for cluster in kerned if cluster.text == "A"}) > 1


def test_a_letter_that_draws_nothing_stays_empty() -> None:
    made, clusters = embedded(loaded(cff(), OURS), "ក ក")  # (letters and a space)
    assert made.outlines.data(clusters[1].glyphs[0].id) == b""
    assert made.widths[made.code(clusters[1])] > 0


def test_a_font_drawn_with_more_strokes_than_any_letters_need_is_refused(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(quadratic, "MOST_STROKES", 50)
    with pytest.raises(FontError, match="more points than any letters need") as caught:
        embedded(loaded(cff(KHMER), OURS), WORDS)[0].build()
    (found,) = caught.value.diagnostics
    assert found.rule == "font/too-many-points"
    assert ".ttf" in str(found.hint)


def test_an_italic_leans_as_its_font_says() -> None:
    assert loaded(cff(ITALIC), OURS).italic_angle == -12
