"""Versions side by side on their pages: clauses level, keep rules held, notes under their own columns."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import replace
from itertools import groupby, pairwise
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from made_brands import COLOURS, MADE_BRANDS, styles
from made_parallels import SETS, documents_in_columns, from_folder, of, side_by_side, statements

from statement_kit import LayoutError, Statement
from statement_kit.arranging.labels import with_label_forms
from statement_kit.arranging.side_by_side import in_columns, text_columns
from statement_kit.brand import Brand, Paper
from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.document.parallel import ANNEX_ROLES, Parallel, levels, without_language
from statement_kit.editions import Arrangement
from statement_kit.layout.frames import Line, Page, Pages
from statement_kit.layout.pages import lay_out
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import FontLibrary, font_library

BRAND = Brand()
LIBRARY = font_library(fonts_folder())


@pytest.fixture(params=["example", "everything", "press"])
def source(
    request: pytest.FixtureRequest,
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
) -> dict[str, Document]:
    """The documents of each statement in turn."""
    return {"example": documents, "everything": everything, "press": press}[request.param]


def laid_out(content: Parallel, brand: Brand = BRAND) -> Pages:
    return lay_out(content, brand, LIBRARY)


def text_lines(page: Page) -> list[Line]:
    return [line for line in page.body if line.role not in ANNEX_ROLES]


def column_of(line: Line, content: Parallel) -> int:
    return next(at for at, one in enumerate(content.documents) if line.block.startswith(one.prefix))


def check_level(pages: Pages, content: Parallel) -> None:
    """The first baselines of every clause are one, on one page; further lines of it are level too."""
    places: dict[str, list[tuple[int, float]]] = {}
    for number, page in enumerate(pages.pages):
        for line in text_lines(page):
            places.setdefault(line.block, []).append((number, round(line.baseline_pt, 6)))
    for clause, blocks in levels(content.documents).items():
        columns = [places[block.id] for block in blocks if block]
        longest = max(columns, key=len)
        for lines in columns:
            assert lines == longest[: len(lines)], clause


def check_kept(pages: Pages) -> None:
    """P07: no heading at a page's foot, no single line of a clause at a page's head or foot, in any column."""
    counts = Counter(line.block for page in pages.pages for line in text_lines(page))
    for page, following in pairwise(pages.pages):
        if not text_lines(following):
            continue
        here = Counter(line.block for line in text_lines(page))
        lowest = max(line.baseline_pt for line in text_lines(page))
        for line in text_lines(page):
            if line.baseline_pt == lowest:
                assert line.role not in HEADING_LEVELS, line.block
        for block, lines in here.items():
            if (
                lines < counts[block]
                and lines + Counter(x.block for x in text_lines(following))[block] == counts[block]
            ):
                assert min(lines, counts[block] - lines) >= 2, block


def check_places(pages: Pages, content: Parallel) -> None:
    """Every line stands in its own column, above the notes; every note on the page that first refers to it."""
    columns, left = text_columns(BRAND, len(content.documents)), BRAND.margins_pt[3]
    floor = pages.height_pt - BRAND.margins_pt[2]
    first: dict[str, int] = {}
    for number, page in enumerate(pages.pages):
        for line in text_lines(page):
            for segment in line.segments:
                if segment.link.startswith("#") and ":note." in segment.link:
                    first.setdefault(segment.link[1:], number)
        for line in (*text_lines(page), *page.notes):
            start = left + column_of(line, content) * columns.step_pt
            assert start - 4 <= line.segments[0].x_pt
            solid = [one for one in line.segments if one.text.strip()]
            assert solid[-1].end_pt <= start + columns.width_pt + 8, line.text  # spaces and stops may hang at its end
            assert line.baseline_pt <= floor
        lowest = max((line.baseline_pt for line in text_lines(page)), default=0.0)
        assert all(line.baseline_pt > lowest for line in page.notes)
    noted = {line.block: number for number, page in enumerate(pages.pages) for line in page.notes}
    assert noted == first


def check_whole(pages: Pages, content: Parallel) -> None:
    """Every block is there, the lines of each page language by language, each language in its order."""
    order = {block.id: at for at, block in enumerate(block for one in content.documents for block in one.blocks)}
    for page in pages.pages:
        places = [order[block] for block, _ in groupby(page.body, key=lambda line: line.block)]
        assert places == sorted(places)
    assert {line.block for page in pages.pages for line in page.text} == order.keys()


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_the_first_line_of_every_clause_is_level_in_all_columns(
    source: dict[str, Document], tags: Sequence[str]
) -> None:
    content = side_by_side(source, tags)
    check_level(laid_out(content), content)


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_everything_stands_in_its_column_its_page_and_its_order(
    source: dict[str, Document], tags: Sequence[str]
) -> None:
    content = side_by_side(source, tags)
    pages = laid_out(content)
    check_places(pages, content)
    check_whole(pages, content)
    check_kept(pages)


@pytest.mark.parametrize("look", MADE_BRANDS)
@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_clauses_are_level_kept_and_whole_in_every_dress(
    source: dict[str, Document], tags: Sequence[str], look: str
) -> None:
    brand = MADE_BRANDS[look]
    content = of({tag: with_label_forms(source[tag], brand) for tag in tags}, tags, Arrangement.SIDE_BY_SIDE)
    pages = laid_out(content, brand)
    check_level(pages, content)
    check_whole(pages, content)
    check_kept(pages)


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_grounds_and_rules_are_as_high_in_all_columns_and_as_wide_as_theirs(
    source: dict[str, Document], tags: Sequence[str]
) -> None:
    brand, columns = MADE_BRANDS["loud"], text_columns(MADE_BRANDS["loud"], len(tags))
    titles = brand.colours[brand.styles[Role.TITLE].ground]
    grounds = laid_out(side_by_side(source, tags), brand).pages[0].grounds
    boxes = [bar for bar in grounds if bar.colour == titles and bar.width_pt == pytest.approx(columns.width_pt)]
    lefts = [brand.margins_pt[3] + at * columns.step_pt for at in range(columns.count)]
    assert [bar.x_pt for bar in boxes[: columns.count]] == pytest.approx(lefts)
    assert len({(bar.y_pt, bar.height_pt) for bar in boxes[: columns.count]}) == 1


def test_a_clause_that_one_language_lacks_has_no_ground_in_its_column(press: dict[str, Document]) -> None:
    brand = Brand(colours=COLOURS, styles=styles(end_mark={"ground": "mist"}))
    columns = text_columns(brand, 2)
    content = side_by_side(press, ("km", "en"))  # the end of a Khmer text is marked in its last sentence
    grounds = [bar for page in laid_out(content, brand).pages for bar in page.grounds]
    assert [bar.x_pt for bar in grounds] == pytest.approx([brand.margins_pt[3] + columns.step_pt])


def test_a_ground_that_contacts_share_goes_through_where_a_language_has_fewer(press: dict[str, Document]) -> None:
    brand = Brand(colours=COLOURS, styles=styles(contact_line={"ground": "mist"}))
    content = side_by_side(press, ("km", "en"))
    one, other = (bar for page in laid_out(content, brand).pages for bar in page.grounds)
    assert (one.y_pt, one.height_pt) == (other.y_pt, other.height_pt)
    lines = [sum(block.role is Role.CONTACT_LINE for block in each.blocks) for each in content.documents]
    assert lines[0] < lines[1]


@pytest.mark.parametrize("look", MADE_BRANDS)
def test_each_version_in_turn_has_masthead_foot_and_backdrop_of_its_own_language(
    press: dict[str, Document], look: str
) -> None:
    brand, tags = MADE_BRANDS[look], ("km", "en")
    pages = laid_out(of(press, tags, Arrangement.IN_TURN), brand).pages
    alone = [page for tag in tags for page in lay_out(press[tag], brand, LIBRARY).pages]
    for page, own in zip(pages, alone, strict=True):
        assert (page.grounds, page.emblem, page.watermark) == (own.grounds, own.emblem, own.watermark)
        assert [without_language(one.id) for one in page.pictures] == [one.id for one in own.pictures]
        assert [line.text for line in page.foot[:-1]] == [line.text for line in own.foot[:-1]]


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(made=st.one_of(statements(), statements(("en", "km"))))
def test_a_statement_of_any_lengths_is_level_kept_and_whole(made: list[Statement]) -> None:
    content = documents_in_columns(made)
    pages = laid_out(content)
    check_level(pages, content)
    check_places(pages, content)
    check_whole(pages, content)
    check_kept(pages)


def test_a_clause_longer_than_a_page_parts_in_all_columns_at_once(documents: dict[str, Document]) -> None:
    content = side_by_side(documents, ("km", "en", "th"))
    pages = laid_out(content, Brand(paper=Paper.LETTER, margins_pt=(250.0, 76.0, 250.0, 76.0)))
    check_level(pages, content)
    pages_of: dict[str, set[int]] = {}
    for number, page in enumerate(pages.pages):
        for line in text_lines(page):
            pages_of.setdefault(line.block, set()).add(number)
    parted = Counter(without_language(block) for block, numbers in pages_of.items() if len(numbers) > 1)
    assert max(parted.values()) == 3


def test_a_hairline_parts_the_columns_as_far_down_as_they_reach(everything: dict[str, Document]) -> None:
    content = side_by_side(everything, ("km", "en", "th"))
    columns = text_columns(BRAND, 3)
    for page in laid_out(content).pages:
        lines = [bar for bar in page.bars if bar.height_pt > 20]
        if not text_lines(page):
            assert lines == []
            continue
        middles = [BRAND.margins_pt[3] + at * columns.step_pt - columns.gutter_pt / 2 for at in (1, 2)]
        assert [bar.x_pt + bar.width_pt / 2 for bar in lines] == pytest.approx(middles)
        lowest = max(line.baseline_pt for line in text_lines(page))
        assert all(bar.y_pt + bar.height_pt >= lowest for bar in lines)


def test_the_letterhead_and_the_furniture_are_those_of_the_first_language(
    branded_content: tuple[Parallel, Brand],
) -> None:
    content, brand = branded_content
    pages = lay_out(content, brand, LIBRARY)
    first = content.documents[0]
    assert [block.text for block in pages.letterhead] == [
        block.text for block in brand.letterhead_blocks(first.language.tag)
    ]
    assert all(block.id.startswith(first.prefix) for block in pages.letterhead)
    for number, page in enumerate(pages.pages, 1):
        assert page.foot[0].text == first.page_labels.text(number, len(pages.pages))


@pytest.fixture
def branded_content() -> tuple[Parallel, Brand]:
    """A parallel edition with a letterhead and a logo."""
    folder = Path(__file__).parents[1] / "statements" / "branded"
    return from_folder(folder, ("th", "en"), Arrangement.SIDE_BY_SIDE)


def test_annexes_stand_across_the_page_in_turn_as_large_as_ever(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    alone = lay_out(documents["en"], BRAND, library)
    content = side_by_side(documents, ("km", "en"))
    beside = laid_out(content)

    def sizes(pages: Pages) -> set[float]:
        lines = (line for page in pages.pages for line in page.body if line.role is Role.ENDORSER)
        english = (line for line in lines if not line.block.startswith("km:"))
        return {cluster.size_pt for line in english for one in line.segments for cluster in one.clusters}

    assert sizes(alone) == sizes(beside)
    order = [line.block for page in beside.pages for line in page.body if line.role is Role.ANNEX_HEADING]
    assert list(dict.fromkeys(order)) == ["km:annex", "en:annex"]


@pytest.mark.parametrize("tags", SETS, ids="+".join)
def test_in_turn_each_version_is_laid_out_as_it_is_alone_and_pages_are_numbered_through(
    source: dict[str, Document], tags: Sequence[str], library: FontLibrary
) -> None:
    pages = laid_out(of(source, tags, Arrangement.IN_TURN)).pages
    alone = [(source[tag], page) for tag in tags for page in lay_out(source[tag], BRAND, library).pages]
    assert len(pages) == len(alone)
    for number, (page, (document, own)) in enumerate(zip(pages, alone, strict=True), 1):
        found = [(without_language(line.block), line.baseline_pt, line.text) for line in page.text]
        assert found == [(line.block, line.baseline_pt, line.text) for line in own.text]
        assert page.bars == own.bars
        assert [line.text for line in page.head] == [line.text for line in own.head]
        assert page.foot[0].text == document.page_labels.text(number, len(pages))


def test_every_version_that_does_not_fit_is_told(documents: dict[str, Document]) -> None:
    long = Block("preamble.1", Role.LEAD, "w" * 300)
    wide = {tag: replace(documents[tag], blocks=(long, *documents[tag].blocks[2:])) for tag in ("en", "km")}
    for arrangement in Arrangement:
        with pytest.raises(LayoutError) as caught:
            laid_out(of(wide, ("km", "en"), arrangement))
        assert [found.clause for found in caught.value.diagnostics] == ["km:preamble.1", "en:preamble.1"]


def test_in_columns_sizes_are_those_of_the_brand_for_columns(everything: dict[str, Document]) -> None:
    content = side_by_side(everything, ("en", "th"))
    wanted = (
        in_columns(BRAND, 2).size_pt(Role.PARAGRAPH, "Latn")
        * BRAND.typefaces[BRAND.styles[Role.PARAGRAPH].face]["Latn"].scale
    )
    lines = [line for page in laid_out(content).pages for line in text_lines(page) if line.block == "en:demand.1.1"]
    assert {cluster.size_pt for line in lines for one in line.segments for cluster in one.clusters} == {wanted}
