"""The annex on pages: what stands across, what stands in columns, and what stays together."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from itertools import pairwise

import pytest
from made_annexes import everything_of, listed, long_names, organisations, people

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Role
from statement_kit.layout.frames import Bar, Line, Page, Pages
from statement_kit.layout.pages import lay_out
from statement_kit.layout.voices import VisibleText
from statement_kit.text.fonts import FontLibrary

LANGUAGES = ["en", "km", "th"]
LEFT_PT = Brand().margins_pt[3]


@pytest.fixture(scope="module")
def laid_out(library: FontLibrary) -> Callable[..., Pages]:
    """A document on its pages."""
    return lambda document, brand=None: lay_out(document, brand or Brand(), library)


def entries(page: Page) -> list[Line]:
    return [line for line in page.body if line.role in (Role.ENDORSER, Role.GROUP_HEADING)]


def columns(page: Page, count: int) -> Iterator[list[Line]]:
    """What stands in each column, as far as its text tells."""
    step_pt = (Brand().measure_pt + Brand().annex_gap_pt) / count
    for number in range(count):
        begin_pt = LEFT_PT + number * step_pt - 1
        yield [line for line in entries(page) if begin_pt <= line.segments[0].x_pt < begin_pt + step_pt]


def listing(pages: Pages) -> str:
    """Every line and every logo with its place, for review."""
    shown = []
    for number, page in enumerate(pages.pages, 1):
        shown.append(f"== page {number}")
        shown += [
            f"{line.baseline_pt:7.2f} {line.segments[0].x_pt:7.2f}  {line.role:<16} {line.text.rstrip()}"
            for line in page.lines
        ]
        shown += [
            f"{logo.y_pt:7.2f} {logo.x_pt:7.2f}  {logo.width_pt:.2f} × {logo.height_pt:.2f} {logo.alt}"
            for logo in page.logos
        ]
    return "\n".join(shown) + "\n"


@pytest.mark.parametrize("language", LANGUAGES)
def test_an_annex_with_everything_is_as_reviewed(
    language: str, laid_out: Callable[..., Pages], golden: Callable[[str, str], None]
) -> None:
    golden(f"annex/{language}.lines.txt", listing(laid_out(everything_of(language))))


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_say_the_document_in_its_order(language: str, laid_out: Callable[..., Pages]) -> None:
    document = everything_of(language)
    said = "".join("".join(line.text.split()) for page in laid_out(document).pages for line in page.body)
    assert said == "".join("".join(VisibleText(block.whole_text).text.split()) for block in document.blocks)


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("size", [30, 77, 130])
def test_lines_of_all_columns_are_level_whatever_headings_stand_among_them(
    language: str, size: int, laid_out: Callable[..., Pages]
) -> None:
    names = organisations(size)
    headings = {"en": "Organisations", "km": "អង្គការ និងបណ្តាញ", "th": "องค์กรและเครือข่าย"}[language]
    groups = [(headings, names[at : at + 7]) for at in range(0, size, 7)]
    for page in laid_out(listed(language, *groups)).pages:
        lines = [line for line in entries(page) if line.role is Role.ENDORSER]
        if lines:
            grid_pt = min(
                abs(a.baseline_pt - b.baseline_pt)
                for a, b in pairwise(lines)
                if abs(a.baseline_pt - b.baseline_pt) > 1e-6
            )
            steps = [(line.baseline_pt - lines[0].baseline_pt) / grid_pt for line in lines]
            assert steps == pytest.approx([round(step) for step in steps], abs=1e-6)


@pytest.mark.parametrize("count", [1, 2, 3])
@pytest.mark.parametrize("size", [2, 5, 9])
def test_no_column_ends_behind_the_heading_of_a_group(count: int, size: int, laid_out: Callable[..., Pages]) -> None:
    groups = [(f"Group {at}", people(size)) for at in range(40)]
    for page in laid_out(listed("en", *groups), Brand(annex_columns=count)).pages:
        for column in columns(page, count):
            assert not column or column[-1].role is Role.ENDORSER


def test_a_heading_as_wide_as_two_columns_turns_over_within_its_own(laid_out: Callable[..., Pages]) -> None:
    heading = "Organisations of Women, of Workers and of People Displaced by the Conflict at the Border"
    pages = laid_out(listed("en", (heading, organisations(40))))
    lines = [line for page in pages.pages for line in page.body if line.role is Role.GROUP_HEADING]
    assert len(lines) > 1
    widths = [line.segments[-1].end_pt - line.segments[0].x_pt for line in lines]
    assert max(widths) < (Brand().measure_pt - Brand().annex_gap_pt) / 2
    assert min(widths) > 0.6 * max(widths), "in lines of about one length"


def bars(page: Page) -> list[Bar]:
    return [bar for bar in page.bars if bar.colour == Brand().colours["accent"]]


def of_block(pages: Pages, block: str) -> tuple[int, Line]:
    """The page and the first line of a block."""
    return next((number, line) for number, page in enumerate(pages.pages) for line in page.body if line.block == block)


def test_the_addendum_follows_on_the_same_page_where_there_is_room_under_a_bar_of_its_own(
    laid_out: Callable[..., Pages],
) -> None:
    pages = laid_out(listed("en", ("", people(30)), late=people(4)))
    page, line = of_block(pages, "addendum")
    assert page == 0
    assert line.segments[0].x_pt == pytest.approx(LEFT_PT)
    assert max(each.baseline_pt for each in entries(pages.pages[0]) if each.block == "endorser.10") < line.baseline_pt
    assert len(bars(pages.pages[0])) == 3


@pytest.mark.parametrize("size", range(60, 190, 5))
def test_the_heading_of_the_addendum_never_stands_without_entries(size: int, laid_out: Callable[..., Pages]) -> None:
    pages = laid_out(listed("en", ("", people(size)), late=people(30)))
    page, heading = of_block(pages, "addendum")
    below = [line for line in pages.pages[page].body if line.baseline_pt > heading.baseline_pt]
    assert len({line.baseline_pt for line in below}) >= 4


@pytest.mark.parametrize("size", range(90, 190, 4))
@pytest.mark.parametrize("late", [0, 2])
def test_who_is_not_named_is_counted_on_the_page_of_entries(
    size: int, late: int, laid_out: Callable[..., Pages]
) -> None:
    pages = laid_out(listed("en", ("", people(size)), late=people(late), withheld=True))
    page, note = of_block(pages, "annex.withheld")
    above = [line for line in entries(pages.pages[page]) if line.baseline_pt < note.baseline_pt]
    assert above
    assert note.baseline_pt <= pages.height_pt - Brand().margins_pt[2]
    assert page == len(pages.pages) - 1


@pytest.mark.parametrize("number", [0, 2])
def test_an_annex_of_nobody_that_is_named_says_so_under_its_heading(
    number: int, laid_out: Callable[..., Pages]
) -> None:
    pages = laid_out(listed("en", notes=["As of today"] * number, withheld=True))
    assert [line.block for line in pages.pages[0].body][3:] == [
        "annex",
        *(f"annex.note-{at}" for at in range(1, number + 1)),
        "annex.withheld",
    ]


def test_where_all_signed_late_the_addendum_stands_under_the_heading_of_the_annex(
    laid_out: Callable[..., Pages],
) -> None:
    (page,) = laid_out(listed("en", late=people(5))).pages
    assert [line.role for line in page.body][3:5] == [Role.ANNEX_HEADING, Role.ANNEX_HEADING]
    assert len(bars(page)) == 3


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_of_a_name_hang_under_the_name_and_without_numbers_a_little_in(
    language: str, laid_out: Callable[..., Pages]
) -> None:
    for is_numbered in (True, False):
        (page, *_) = laid_out(listed(language, ("", long_names(9)), is_numbered=is_numbered)).pages
        for above, below in pairwise(line for line in page.body if line.role is Role.ENDORSER):
            if above.block == below.block:
                step_pt = below.segments[0].x_pt - above.segments[-1 if is_numbered else 0].x_pt
                assert (step_pt == pytest.approx(0)) is is_numbered
                assert 0 <= step_pt + 1e-6 < 20


NAMES = ["Coalition of Youth for Peace in the Border Provinces (CYPBP)", "Prof. Dr. Somchai Thongkham Rattanakul"]


@pytest.mark.parametrize("count", [1, 2, 3])
def test_neither_a_title_nor_an_acronym_is_parted_from_the_name(count: int, laid_out: Callable[..., Pages]) -> None:
    for page in laid_out(listed("en", ("", NAMES * 6)), Brand(annex_columns=count)).pages:
        texts = [line.segments[-1].text for line in page.body if line.role is Role.ENDORSER]
        assert not [text for text in texts if text.startswith("(") or text.rstrip().endswith((".", "Dr"))]


def test_links_are_in_the_ink_over_a_faint_line_that_all_have_at_one_depth(laid_out: Callable[..., Pages]) -> None:
    (page,) = laid_out(listed("en", ("", ["Peace", "Youth", "Ant", "Sun"]), links=True)).pages
    lines = [line for line in page.body if line.role is Role.ENDORSER]
    names = [segment for line in lines for segment in line.segments if segment.link]
    assert {segment.colour for segment in names} == {Brand().colours["ink"]}
    under = [bar for bar in page.bars if bar.colour == Brand().faint("quiet")]
    assert len(under) == 4
    assert len({round(bar.y_pt - line.baseline_pt, 6) for bar, line in zip(under, lines, strict=True)}) == 1
    assert all(bar.height_pt < 0.4 for bar in under)


@pytest.mark.parametrize("logos", [1, 6, 14, 60])
@pytest.mark.parametrize("size", [3, 100, 150])
def test_logos_stand_below_everything_else_whole_and_on_the_page(
    logos: int, size: int, laid_out: Callable[..., Pages]
) -> None:
    pages = laid_out(listed("en", ("", people(size)), withheld=True, logos=logos))
    found = [(number, logo) for number, page in enumerate(pages.pages) for logo in page.logos]
    assert [logo.id for _, logo in found] == [f"logo.{number}" for number in range(1, logos + 1)]
    top, right, bottom, left = Brand().margins_pt
    for number, logo in found:
        lowest = max((line.baseline_pt for line in pages.pages[number].body), default=top)
        assert logo.y_pt >= lowest
        assert logo.y_pt + logo.height_pt <= pages.height_pt - bottom + 1e-6
        assert left - 1e-6 <= logo.x_pt
        assert logo.x_pt + logo.width_pt <= pages.width_pt - right + 1e-6
    if logos < 40:
        assert len({number for number, _ in found}) == 1, "a wall that a page holds is not parted"


def test_logos_stand_also_where_nobody_is_named(laid_out: Callable[..., Pages]) -> None:
    (page,) = laid_out(listed("en", logos=3)).pages
    assert len(page.logos) == 3


def test_a_block_of_the_text_stands_in_the_text_wherever_it_comes(laid_out: Callable[..., Pages]) -> None:
    document = listed("en", ("", people(4)))
    late = Block("p.1", Role.PARAGRAPH, "One more word.")
    (page,) = laid_out(replace(document, blocks=(*document.blocks, late))).pages
    assert [line.role for line in page.body][:4] == [Role.KIND, Role.TITLE, Role.ISSUED, Role.PARAGRAPH]
