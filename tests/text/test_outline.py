"""Words as shapes: where the letters are, closed all round."""

from __future__ import annotations

import pytest

from statement_kit.brand import Brand, Face
from statement_kit.faces import Faces
from statement_kit.languages.registry import get_language
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import font_library
from statement_kit.text.outline import outlines
from statement_kit.text.shaping import width_pt

WORDS = {"en": "Draft", "km": "សេចក្ដីព្រាង", "th": "ฉบับร่าง"}  # Khmer and Thai: "draft"


@pytest.mark.parametrize("language", WORDS)
def test_the_shapes_lie_where_the_letters_would_and_grow_with_their_size(language: str) -> None:
    faces = Faces(get_language(language), Brand(), font_library(fonts_folder()))
    boxes = []
    for size_pt in (10.0, 20.0):
        clusters = faces.shape(WORDS[language], Face.TITLE, size_pt)
        glyphs = list(outlines(clusters))
        assert len(glyphs) == sum(len(cluster.glyphs) for cluster in clusters)
        points = [point for glyph in glyphs for stroke in glyph for point in stroke.points]
        right, top = max(x for x, _ in points), max(y for _, y in points)
        assert 0.8 * width_pt(clusters) < right < 1.1 * width_pt(clusters)
        assert 0.6 * size_pt < top < 1.6 * size_pt
        boxes.append((right, top))
    assert boxes[1] == pytest.approx((2 * boxes[0][0], 2 * boxes[0][1]))


def test_every_contour_is_begun_and_closed() -> None:
    faces = Faces(get_language("km"), Brand(), font_library(fonts_folder()))
    for glyph in filter(None, outlines(faces.shape(WORDS["km"], Face.TITLE, 10.0))):
        kinds = [stroke.operator for stroke in glyph]
        assert kinds.count("m") == kinds.count("h") > 0
        assert (kinds[0], kinds[-1]) == ("m", "h")
        assert {len(stroke.points) for stroke in glyph if stroke.operator == "c"} <= {3}
