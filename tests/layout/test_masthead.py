"""The masthead on the page: where logos and lines stand, its ground, its rule, its ink, and what a logo keeps free."""

from __future__ import annotations

from typing import Any

import pytest
from made_brands import COLOURS, EMBLEM, LINES, MADE_BRANDS, NAMES, PARTNERS, logo

from statement_kit.brand import AccentBar, Brand, Logo, Masthead, Placement
from statement_kit.brand.page import BAND_PAD_PT, LETTERHEAD_GAP_PT, LOGO_GAP_PT
from statement_kit.document.blocks import Document
from statement_kit.layout.frames import Page
from statement_kit.layout.pages import lay_out
from statement_kit.layout.placing import solid_end_pt
from statement_kit.text.fonts import FontLibrary

LANGUAGES = ["en", "km", "th"]
LEFT_PT, MEASURE_PT = Brand().margins_pt[3], Brand().measure_pt
RIGHT_PT = LEFT_PT + MEASURE_PT
WIDTH_PT = Brand().paper.size_pt[0]


def first_page(content: Document, library: FontLibrary, masthead: Masthead, **looks: Any) -> Page:
    brand = Brand(names=NAMES, letterhead=LINES, colours=COLOURS, masthead=masthead, **looks)
    return lay_out(content, brand, library).pages[0]


@pytest.mark.parametrize("language", LANGUAGES)
def test_in_the_middle_the_logo_stands_above_the_lines_and_all_are_centred(
    language: str, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = first_page(documents[language], library, Masthead(Placement.CENTRE), logo=logo())
    (picture,) = page.pictures
    assert picture.x_pt + picture.width_pt / 2 == pytest.approx(LEFT_PT + MEASURE_PT / 2)
    assert len(page.head) == 3
    for line in page.head:
        assert line.segments[0].x_pt - LEFT_PT == pytest.approx(RIGHT_PT - solid_end_pt(line.segments), abs=0.01)
        assert line.baseline_pt > picture.y_pt + picture.height_pt + LOGO_GAP_PT


@pytest.mark.parametrize("language", LANGUAGES)
def test_at_the_end_everything_ends_at_the_right_edge(
    language: str, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = first_page(documents[language], library, Masthead(Placement.END), logo=logo())
    (picture,) = page.pictures
    assert picture.x_pt + picture.width_pt == pytest.approx(RIGHT_PT)
    for line in page.head:
        assert solid_end_pt(line.segments) == pytest.approx(picture.x_pt - LOGO_GAP_PT)
        assert picture.y_pt < line.baseline_pt < picture.y_pt + picture.height_pt + 3


@pytest.mark.parametrize("placement", Placement)
def test_its_ground_reaches_the_edges_of_the_sheet_and_lies_behind_logo_and_lines_of_the_first_page_alone(
    placement: Placement, documents: dict[str, Document], library: FontLibrary
) -> None:
    brand = Brand(
        names=NAMES,
        letterhead=LINES,
        colours=COLOURS,
        logo=logo(),
        masthead=Masthead(placement, ground="deep", ink="paper"),
    )
    pages = lay_out(documents["en"], brand, library).pages
    (ground,) = pages[0].grounds
    assert (ground.x_pt, ground.y_pt, ground.width_pt, ground.colour) == (0, 0, WIDTH_PT, COLOURS["deep"])
    lowest = max(pages[0].pictures[0].y_pt + pages[0].pictures[0].height_pt, pages[0].head[-1].baseline_pt)
    assert ground.height_pt >= lowest + BAND_PAD_PT - 5
    assert {segment.colour for line in pages[0].head for segment in line.segments} == {COLOURS["paper"]}
    assert pages[0].bars[0].y_pt >= ground.height_pt + LETTERHEAD_GAP_PT - 0.01
    assert [page.grounds for page in pages[1:] if page.grounds] == []


@pytest.mark.parametrize(("ground", "is_dark"), [("deep", True), ("sand", False), ("", False)])
def test_on_a_dark_ground_the_logo_for_dark_grounds_is_shown(
    ground: str, is_dark: bool, documents: dict[str, Document], library: FontLibrary
) -> None:
    masthead = Masthead(ground=ground, ink="paper" if is_dark else "ink")
    page = first_page(documents["en"], library, masthead, logo=logo())
    assert page.pictures[0].picture is (logo().dark if is_dark else EMBLEM)


@pytest.mark.parametrize("ground", ["", "sand"])
def test_its_rule_is_as_wide_as_the_text_and_lies_between_the_letterhead_and_the_text(
    ground: str, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = first_page(documents["en"], library, Masthead(ground=ground, rule_pt=2.5, rule_colour="sun"))
    (rule,) = (bar for bar in page.grounds if bar.colour == COLOURS["sun"])
    assert (rule.x_pt, rule.width_pt, rule.height_pt) == (LEFT_PT, pytest.approx(MEASURE_PT), 2.5)
    assert page.head[-1].baseline_pt < rule.y_pt
    assert page.bars[0].y_pt >= rule.y_pt + rule.height_pt + LETTERHEAD_GAP_PT - 0.01


@pytest.mark.parametrize("placement", Placement)
@pytest.mark.parametrize("language", LANGUAGES)
def test_partners_stand_in_one_row_with_the_logo_their_middles_level_and_the_lines_below(
    language: str, placement: Placement, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = first_page(documents[language], library, Masthead(placement), logo=logo(), partners=PARTNERS)
    assert [picture.id for picture in page.pictures] == ["logo", "partner.1", "partner.2"]
    assert [picture.alt for picture in page.pictures] == [each.alt[language] for each in (logo(), *PARTNERS)]
    assert [picture.height_pt for picture in page.pictures] == [each.height_pt for each in (logo(), *PARTNERS)]
    middles = [picture.y_pt + picture.height_pt / 2 for picture in page.pictures]
    assert middles == pytest.approx([middles[0]] * 3)
    for one, other in zip(page.pictures, page.pictures[1:], strict=False):
        assert other.x_pt - one.x_pt - one.width_pt == pytest.approx(LOGO_GAP_PT)
    before, behind = page.pictures[0].x_pt - LEFT_PT, RIGHT_PT - page.pictures[-1].x_pt - page.pictures[-1].width_pt
    wanted = {Placement.START: before, Placement.END: behind, Placement.CENTRE: before - behind}
    assert wanted[placement] == pytest.approx(0, abs=0.01)
    lowest = max(picture.y_pt + picture.height_pt for picture in page.pictures)
    assert all(line.baseline_pt > lowest for line in page.head)


@pytest.mark.parametrize("placement", Placement)
@pytest.mark.parametrize("ground", ["", "sand"])
@pytest.mark.parametrize("partners", [(), PARTNERS])
def test_nothing_enters_the_space_that_a_logo_keeps_free(
    placement: Placement,
    ground: str,
    partners: tuple[Logo, ...],
    documents: dict[str, Document],
    library: FontLibrary,
) -> None:
    clear_pt = 60.0
    own = logo(clear_pt=clear_pt, height_pt=40)
    masthead = Masthead(placement, ground=ground, ink="ink", rule_pt=1.0, room_pt=0.0)
    page = first_page(documents["en"], library, masthead, logo=own, partners=partners)
    picture, *others = page.pictures
    left, top = picture.x_pt - clear_pt, picture.y_pt - clear_pt
    right, foot = picture.x_pt + picture.width_pt + clear_pt, picture.y_pt + picture.height_pt + clear_pt
    assert left >= 0
    assert top >= 0
    assert right <= WIDTH_PT
    for other in others:
        assert other.x_pt >= right - 0.01
    for line in (*page.head, *page.body):
        height_pt = line.segments[0].clusters[0].size_pt
        is_beside = line.segments[0].x_pt >= right - 0.01 or solid_end_pt(line.segments) <= left + 0.01
        assert is_beside or line.baseline_pt - 0.8 * height_pt >= foot - 0.01
    for bar in (*page.grounds, *page.bars):
        edge = bar.y_pt + bar.height_pt if bar.x_pt == 0 else bar.y_pt
        assert edge >= foot - 0.01


@pytest.mark.parametrize(
    ("bar", "width_pt"), [(AccentBar(), 34.0), (AccentBar(None, 5.0, "sun"), MEASURE_PT), (AccentBar(100.0), 100.0)]
)
def test_the_accent_bar_is_as_the_brand_says(
    bar: AccentBar, width_pt: float, documents: dict[str, Document], library: FontLibrary
) -> None:
    page = lay_out(documents["en"], Brand(colours=COLOURS, bar=bar), library).pages[0]
    first = page.bars[0]
    assert (first.width_pt, first.height_pt) == (pytest.approx(width_pt), bar.height_pt)
    assert first.colour == COLOURS[bar.colour]


def test_without_a_bar_its_gap_goes_too(documents: dict[str, Document], library: FontLibrary) -> None:
    plain, bare = (
        lay_out(documents["en"], Brand(bar=bar), library).pages[0] for bar in (AccentBar(), AccentBar(height_pt=0))
    )
    assert plain.body[0].baseline_pt - bare.body[0].baseline_pt == pytest.approx(AccentBar().room_pt)
    assert len(bare.bars) == len(plain.bars) - 1


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", MADE_BRANDS)
def test_the_lines_of_the_footer_stand_at_the_foot_of_every_page_beside_the_label_or_above_it(
    look: str, language: str, everything: dict[str, Document], library: FontLibrary
) -> None:
    brand = MADE_BRANDS[look]
    floor = brand.paper.size_pt[1] - brand.margins_pt[2]
    for page in lay_out(everything[language], brand, library).pages:
        *lines, label = page.foot
        assert [line.text.strip() for line in lines] == list(brand.footer[language])
        assert all(floor < line.baseline_pt < brand.paper.size_pt[1] - 14 for line in page.foot)
        if look == "tasteful":
            assert label.baseline_pt == lines[0].baseline_pt
            assert label.segments[0].x_pt > solid_end_pt(lines[0].segments)
        else:
            assert label.baseline_pt > lines[-1].baseline_pt
