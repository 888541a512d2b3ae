"""The head of the first page: the logo, and the letterhead beside or below it."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from statement_kit.brand import Brand, Logo
from statement_kit.brand.page import BAR_GAP_PT, LETTERHEAD_GAP_PT, LETTERHEAD_RISE_PT, LOGO_GAP_PT
from statement_kit.diagnostics import LayoutError
from statement_kit.document.blocks import Document
from statement_kit.layout.frames import Line, Page
from statement_kit.layout.pages import lay_out
from statement_kit.pictures import VectorPicture
from statement_kit.text.fonts import FontLibrary

LANGUAGES = ["en", "km", "th"]
NAMES = {"en": "Coalition for Peace", "km": "សម្ព័ន្ធដើម្បីសន្តិភាព", "th": "เครือข่ายเพื่อสันติภาพ"}  # the same
LINES = dict.fromkeys(LANGUAGES, ("Phnom Penh", "peace@example.org"))
ALT = {"en": "Logo", "km": "និមិត្តសញ្ញា", "th": "ตรา"}  # Khmer and Thai: "logo"
TOP_PT = Brand().margins_pt[0] - LETTERHEAD_RISE_PT
LEFT_PT = Brand().margins_pt[3]


def logo(aspect: float, height_pt: float = 60) -> Logo:
    return Logo(VectorPicture(100 * aspect, 100, b""), ALT, height_pt)


def first_page(document: Document, library: FontLibrary, **looks: object) -> Page:
    return lay_out(document, Brand(**looks), library).pages[0]  # type: ignore[arg-type]


def middle(page: Page) -> float:
    """Halfway between the first baseline of the letterhead and its last."""
    return (page.head[0].baseline_pt + page.head[-1].baseline_pt) / 2


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_logo_stands_at_the_left_edge_where_the_letterhead_begins_on_the_first_page_alone(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    pages = lay_out(documents[language], Brand(logo=logo(1), names=NAMES), library).pages
    (placed,) = pages[0].pictures
    assert (placed.x_pt, placed.y_pt) == (LEFT_PT, pytest.approx(TOP_PT))
    assert (placed.width_pt, placed.height_pt, placed.alt) == (pytest.approx(60), 60, ALT[language])
    assert [page.pictures for page in pages[1:]] == [()] * (len(pages) - 1)


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_stand_to_its_right_in_the_middle_of_its_height(
    documents: dict[str, Document], library: FontLibrary, language: str
) -> None:
    page = first_page(documents[language], library, logo=logo(1), names=NAMES, letterhead=LINES)
    assert [line.segments[0].x_pt for line in page.head] == pytest.approx([LEFT_PT + 60 + LOGO_GAP_PT] * 3)
    assert middle(page) == pytest.approx(TOP_PT + 30, abs=6)
    assert page.head[0].baseline_pt > TOP_PT + 10
    assert page.head[-1].baseline_pt < TOP_PT + 60


ADDRESSES = {
    "latin": ("Phnom Penh", "peace@example.org", "+855 23 123 456", "(+855) 12 345 678", "www.example.org"),
    "mixed": ("ភ្នំពេញ", "กรุงเทพฯ", "+855 23 123 456", "peace@example.org"),  # Phnom Penh; Bangkok
}


def voices(line: Line) -> set[tuple[str, float]]:
    """The families a line is set in, with their sizes."""
    return {(cluster.font.family, cluster.size_pt) for segment in line.segments for cluster in segment.clusters}


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_under_the_name_are_equally_far_apart_whatever_their_scripts(
    documents: dict[str, Document], library: FontLibrary, language: str, address: tuple[str, ...]
) -> None:
    page = first_page(documents[language], library, names=NAMES, letterhead={language: address})
    baselines = [line.baseline_pt for line in page.head[1:]]
    assert len(baselines) == len(address)
    distances = [below - above for above, below in pairwise(baselines)]
    assert distances == pytest.approx([distances[0]] * len(distances))


@pytest.mark.parametrize("address", ADDRESSES.values(), ids=ADDRESSES.keys())
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_telephone_number_has_the_voice_of_the_latin_line_beside_it(
    documents: dict[str, Document], library: FontLibrary, language: str, address: tuple[str, ...]
) -> None:
    page = first_page(documents[language], library, names=NAMES, letterhead={language: address})
    lines = {line.text: line for line in page.head}
    assert voices(lines["+855 23 123 456"]) == voices(lines["peace@example.org"])
    assert {family for family, _ in voices(lines["+855 23 123 456"])} == {"Source Sans 3"}
    assert [(line.block, line.text) for line in page.head[1:]] == [
        (f"letterhead.{number}", text) for number, text in enumerate(address, 1)
    ]
    assert {line.segments[0].offset for line in page.head} == {0}


def test_a_telephone_number_among_lines_of_the_documents_script_has_its_voice(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    address = ("ភ្នំពេញ", "+855 23 123 456", "កម្ពុជា")  # "Phnom Penh", "Cambodia"
    page = first_page(documents["km"], library, names=NAMES, letterhead={"km": address})
    assert {family for family, _ in voices(page.head[2])} == {"Noto Sans Khmer"}


def test_a_long_telephone_line_wraps_like_any_other(documents: dict[str, Document], library: FontLibrary) -> None:
    numbers = ", ".join(["+855 23 123 456"] * 12)
    address = ("peace@example.org", numbers)
    page = first_page(documents["km"], library, names=NAMES, letterhead={"km": address})
    assert [line.block for line in page.head[2:]] == ["letterhead.2"] * (len(page.head) - 2)
    assert len(page.head) > 3
    assert "".join(line.text for line in page.head[2:]) == numbers


def test_lines_higher_than_it_begin_at_its_top(documents: dict[str, Document], library: FontLibrary) -> None:
    looks = {"names": NAMES, "letterhead": LINES}
    beside = first_page(documents["en"], library, logo=logo(1, 15), **looks)
    alone = first_page(documents["en"], library, **looks)
    assert [line.baseline_pt for line in beside.head] == [line.baseline_pt for line in alone.head]
    assert beside.bars[0].y_pt == alone.bars[0].y_pt


def test_the_lines_stand_below_a_wordmark(documents: dict[str, Document], library: FontLibrary) -> None:
    page = first_page(documents["en"], library, logo=logo(6), names=NAMES, letterhead=LINES)
    alone = first_page(documents["en"], library, names=NAMES, letterhead=LINES)
    shift_pt = page.head[0].baseline_pt - alone.head[0].baseline_pt
    assert shift_pt == pytest.approx(60 + LOGO_GAP_PT)
    assert {line.segments[0].x_pt for line in page.head} == {LEFT_PT}


@pytest.mark.parametrize("aspect", [1, 6])
@pytest.mark.parametrize("names", [{}, NAMES])
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_text_begins_below_both(
    documents: dict[str, Document], library: FontLibrary, language: str, names: dict[str, str], aspect: float
) -> None:
    page = first_page(documents[language], library, logo=logo(aspect), names=names)
    (placed,) = page.pictures
    lowest = max(placed.y_pt + placed.height_pt, *(line.baseline_pt for line in page.head), 0)
    assert page.bars[0].y_pt >= lowest + LETTERHEAD_GAP_PT - 0.01
    assert page.body[0].baseline_pt > page.bars[0].y_pt + BAR_GAP_PT


def test_a_small_logo_alone_moves_nothing(documents: dict[str, Document], library: FontLibrary) -> None:
    with_logo = first_page(documents["en"], library, logo=logo(1, 20))
    assert with_logo.body == first_page(documents["en"], library).body


def test_a_name_wraps_in_what_a_logo_leaves_of_the_measure(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    names = {"en": "Coalition for Peace and Justice on Both Banks of the Mekong and Beyond, Phnom Penh"}
    page = first_page(documents["en"], library, logo=logo(3), names=names)
    right_pt = Brand().paper.size_pt[0] - Brand().margins_pt[1]
    assert len(page.head) > 1
    assert all(line.segments[-1].end_pt <= right_pt + 5 for line in page.head)


def test_a_letterhead_that_leaves_no_room_for_text_is_refused(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    low = replace(Brand(), margins_pt=(72, 72, 420, 72))
    with pytest.raises(LayoutError) as caught:
        lay_out(documents["en"], replace(low, logo=logo(1, 220)), library)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.hint) == ("layout/letterhead", "Give it fewer or shorter lines, or a lower logo.")
