"""The words across every page of a draft: on each, within the sheet, and only there."""

from __future__ import annotations

from dataclasses import replace
from math import hypot

import pytest

from statement_kit.brand import Brand, Paper
from statement_kit.brand.contrast import contrast
from statement_kit.diagnostics import FontError
from statement_kit.document.blocks import Document
from statement_kit.layout.pages import check_glyphs, lay_out
from statement_kit.text.fonts import FontLibrary

WORDS = {"en": "Draft, not for publication", "km": "សេចក្ដីព្រាង", "th": "ฉบับร่าง"}  # Khmer and Thai: "draft"


@pytest.mark.parametrize("paper", Paper)
@pytest.mark.parametrize("language", WORDS)
def test_it_rises_through_the_middle_of_every_page(
    language: str, paper: Paper, documents: dict[str, Document], library: FontLibrary
) -> None:
    document = replace(documents[language], draft=WORDS[language])
    pages = lay_out(document, Brand(paper=paper), library)
    assert len(pages.pages) > 2
    for page in pages.pages:
        assert page.watermark is not None
        segment, (cosine, sine) = page.watermark.segment, page.watermark.rise
        length = segment.end_pt - segment.x_pt
        assert segment.text == WORDS[language]
        assert length < 0.8 * hypot(pages.width_pt, pages.height_pt)
        assert segment.x_pt + cosine * length / 2 == pytest.approx(pages.width_pt / 2)
        assert page.watermark.baseline_pt - sine * length / 2 == pytest.approx(pages.height_pt / 2)
        assert 1.15 < contrast(segment.colour) < 2, "seen at once, and read over"


def test_what_is_final_has_none(documents: dict[str, Document], library: FontLibrary) -> None:
    assert [page.watermark for page in lay_out(documents["en"], Brand(), library).pages if page.watermark] == []


def test_words_that_no_font_can_draw_are_told_whatever_is_made(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    document = replace(documents["en"], draft="草稿")  # Chinese: "draft"
    with pytest.raises(FontError):
        check_glyphs(document, Brand(), library)
