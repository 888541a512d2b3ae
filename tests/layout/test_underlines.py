"""Lines under links: all of a link, below its ink, and under nothing else."""

from __future__ import annotations

from dataclasses import replace

import pytest

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.frames import Bar, Page
from statement_kit.layout.pages import lay_out
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import ink_below_pt


def page_of(documents: dict[str, Document], library: FontLibrary, language: str, *blocks: Block) -> Page:
    document = replace(documents[language], blocks=(Block("title", Role.TITLE, "Peace"), *blocks))
    (page,) = lay_out(document, Brand(), library).pages
    return page


def lines_under(page: Page) -> list[Bar]:
    """All bars but the one above the title."""
    return list(page.bars[1:])


@pytest.mark.parametrize(
    ("language", "strong", "text"),
    [
        ("en", "our", "our angry appeal"),
        ("km", "កម្ពុជា", "កម្ពុជា និងថៃ"),  # "Cambodia and Thailand"
        ("th", "กฎบัตร", "กฎบัตรสหประชาชาติ"),  # "Charter of the United Nations"
    ],
)
def test_a_link_has_one_line_of_its_length_below_all_its_ink(
    documents: dict[str, Document], library: FontLibrary, language: str, strong: str, text: str
) -> None:
    marks = (Mark(0, len(text), MarkKind.LINK, "https://example.org"), Mark(0, len(strong), MarkKind.STRONG))
    page = page_of(documents, library, language, Block("p.1", Role.CONTACT, text, marks=marks))
    line = page.body[-1]
    (bar,) = lines_under(page)
    assert (bar.x_pt, bar.x_pt + bar.width_pt) == pytest.approx((line.segments[0].x_pt, line.segments[-1].end_pt))
    ink_pt = max(ink_below_pt(segment.clusters) for segment in line.segments)
    assert line.baseline_pt + ink_pt < bar.y_pt < line.baseline_pt + ink_pt + 2
    assert bar.colour == Brand().colours["accent"]


def test_the_space_behind_a_link_at_a_line_end_has_no_line(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    text = "peace and justice for all of the land and beyond it " * 4
    mark = Mark(0, len(text.strip()), MarkKind.LINK, "https://example.org")
    page = page_of(documents, library, "en", Block("p.1", Role.CONTACT, text.strip(), marks=(mark,)))
    bars = lines_under(page)
    lines = [line for line in page.body if line.block == "p.1"]
    assert len(bars) == len(lines) > 1
    for bar, line in zip(bars[:-1], lines[:-1], strict=True):
        (segment,) = line.segments
        assert bar.x_pt + bar.width_pt == pytest.approx(segment.end_pt - segment.clusters[-1].width_pt)


def test_neither_a_notes_number_nor_its_label_has_a_line(documents: dict[str, Document], library: FontLibrary) -> None:
    text = Block("p.1", Role.PARAGRAPH, "Peace.1", marks=(Mark(6, 7, MarkKind.NOTE, "note.a"),))
    page = page_of(documents, library, "en", text, Block("note.a", Role.NOTE, "At last.", "1"))
    assert len(lines_under(page)) == 1  # the rule above the notes
