"""Pages: keep rules, columns, furniture, and ink that never touches."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from io import BytesIO

import pypdfium2
import pytest

from statement_kit.brand import Brand, Paper
from statement_kit.diagnostics import FontError, LayoutError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.layout.frames import Line, Pages
from statement_kit.layout.pages import check_glyphs, lay_out
from statement_kit.layout.spacing import hangs
from statement_kit.text.breaks import NEVER_FIRST, SOFT_HYPHEN, is_mark
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import width_pt
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]


@pytest.fixture(scope="module")
def laid_out(documents: dict[str, Document], library: FontLibrary) -> dict[str, Pages]:
    """The statement on pages, in each language."""
    return {language: lay_out(document, Brand(), library) for language, document in documents.items()}


def body(pages: Pages) -> list[Line]:
    return [line for page in pages.pages for line in page.body]


@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_golden(laid_out: dict[str, Pages], language: str, golden: Callable[[str, str], None]) -> None:
    listing = []
    for number, page in enumerate(laid_out[language].pages, 1):
        listing.append(f"== page {number}")
        for line in page.lines:
            x = line.segments[0].x_pt
            listing.append(f"{line.baseline_pt:7.2f} {x:7.2f}  {line.role:<16} {line.text.rstrip()}")
    golden(f"border-ceasefire/{language}.lines.txt", "\n".join(listing) + "\n")


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_lines_say_what_the_document_says(
    laid_out: dict[str, Pages], documents: dict[str, Document], language: str
) -> None:
    said = "".join("".join(line.text.split()) for line in body(laid_out[language])).replace(SOFT_HYPHEN, "")
    assert said == "".join("".join(block.whole_text.split()) for block in documents[language].blocks)


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_line_begins_or_ends_with_a_forbidden_mark(laid_out: dict[str, Pages], language: str) -> None:
    for line in body(laid_out[language]):
        text = line.segments[-1].text
        assert text[0] not in NEVER_FIRST, text
        assert not is_mark(text[0])
        assert not text[0].isspace()
        assert text.rstrip()[-1] not in "(“‘\u17d2", text


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_page_ends_with_a_heading_or_parts_a_line_from_its_paragraph(
    laid_out: dict[str, Pages], documents: dict[str, Document], language: str
) -> None:
    roles = {block.id: block.role for block in documents[language].blocks}
    counts = Counter(line.block for line in body(laid_out[language]))
    for page in laid_out[language].pages[:-1]:
        last = page.body[-1]
        assert roles[last.block] not in (Role.DEMAND_HEADING, Role.ANNEX_HEADING, Role.TITLE)
        here = sum(1 for line in page.body if line.block == last.block)
        assert here >= 2 or here == counts[last.block]
        assert counts[last.block] - here != 1


@pytest.mark.parametrize("language", LANGUAGES)
def test_no_endorser_is_parted_between_columns_or_pages(laid_out: dict[str, Pages], language: str) -> None:
    places: dict[str, set[tuple[int, int]]] = {}
    for number, page in enumerate(laid_out[language].pages):
        for line in page.body:
            if line.role is Role.ENDORSER:
                column = int(line.segments[-1].x_pt > laid_out[language].width_pt / 2)
                places.setdefault(line.block, set()).add((number, column))
    assert len(places) == 102
    assert all(len(found) == 1 for found in places.values())


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_last_columns_are_balanced(laid_out: dict[str, Pages], language: str) -> None:
    last = [line for line in laid_out[language].pages[-1].body if line.role is Role.ENDORSER]
    middle = laid_out[language].width_pt / 2
    left = [line.baseline_pt for line in last if line.segments[-1].x_pt < middle]
    right = [line.baseline_pt for line in last if line.segments[-1].x_pt > middle]
    assert abs(max(left) - max(right)) <= 3 * 15


@pytest.mark.parametrize("language", LANGUAGES)
def test_everything_stands_within_the_margins(laid_out: dict[str, Pages], language: str) -> None:
    pages, (top, right, bottom, left) = laid_out[language], Brand().margins_pt
    for line in body(pages):
        last = line.segments[-1]
        inked = list(last.clusters)
        while inked[-1].is_space:
            inked.pop()
        end = last.x_pt + width_pt(inked)
        assert left - 0.01 <= line.segments[0].x_pt + hangs(line.segments[0].clusters[0])[0]
        assert end - hangs(inked[-1])[1] <= pages.width_pt - right + 0.01, line.text
        assert top <= line.baseline_pt <= pages.height_pt - bottom


def ink(line: Line) -> tuple[float, float]:
    """The highest and lowest point of a line's ink, down from the top of the page, in pt."""
    top = bottom = line.baseline_pt
    for segment in line.segments:
        for cluster in segment.clusters:
            unit = cluster.size_pt / cluster.font.units_per_em
            for glyph in cluster.glyphs:
                box = cluster.font.shaper.get_glyph_extents(glyph.id)
                if box.height:
                    upper = glyph.y + box.y_bearing
                    top = min(top, line.baseline_pt - upper * unit)
                    bottom = max(bottom, line.baseline_pt - (upper + box.height) * unit)
    return top, bottom


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_ink_of_one_line_never_reaches_the_next(laid_out: dict[str, Pages], language: str) -> None:
    for page in laid_out[language].pages:
        for above, below in zip(page.body, page.body[1:], strict=False):
            if below.baseline_pt > above.baseline_pt:
                assert ink(above)[1] <= ink(below)[0], (above.text, below.text)


def document_of(documents: dict[str, Document], language: str, *blocks: Block) -> Document:
    return replace(documents[language], blocks=blocks)


@pytest.mark.parametrize(
    ("language", "text"),
    [
        ("km", "ញុំ្ក្ត្រៃ ញុំ្ក្ត្រៃ"),  # no word: raised signs over stacks as deep as they come
        ("th", "ฎุ ปี่ ฎุ ปี่"),  # no word: vowels under descenders, tones over vowels
    ],
)
def test_two_lines_of_the_tallest_stacks_share_no_row_of_ink(
    documents: dict[str, Document], library: FontLibrary, language: str, text: str
) -> None:
    lines = [Block(f"p.{number}", Role.PARAGRAPH, text) for number in (1, 2)]
    brand = Brand(styles={**Brand().styles, Role.PARAGRAPH: replace(Brand().styles[Role.PARAGRAPH], after_em=0)})
    document = document_of(documents, language, *lines)
    pages = lay_out(document, brand, library)
    picture = pypdfium2.PdfDocument(BytesIO(write_pdf(document, pages)))[0].render(scale=8).to_pil().convert("L")
    first, second = (line.baseline_pt for line in pages.pages[0].body)
    rows = (picture.crop((0, y, picture.width, y + 1)) for y in range(int(first * 8), int(second * 8)))
    assert any(row.getextrema()[0] > 200 for row in rows)


def heading(pages: Pages) -> int:
    """The page on which the annex begins, counted from 0."""
    roles = [{line.role for line in page.body} for page in pages.pages]
    return next(number for number, found in enumerate(roles) if Role.ANNEX_HEADING in found)


def test_an_annex_begins_on_a_new_page_when_little_of_this_one_is_left(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    roomy = lay_out(documents["en"], replace(Brand(), annex_room=0.0), library)
    strict = lay_out(documents["en"], replace(Brand(), annex_room=1.0), library)
    assert heading(strict) == heading(roomy) + 1
    assert strict.pages[heading(strict)].body[0].role is Role.ANNEX_HEADING


def test_a_statement_without_endorsers_has_no_annex(documents: dict[str, Document], library: FontLibrary) -> None:
    kept = [block for block in documents["en"].blocks if block.role not in (Role.ENDORSER, Role.ANNEX_HEADING)]
    pages = lay_out(document_of(documents, "en", *kept), Brand(), library)
    assert {line.role for line in body(pages)} == {block.role for block in kept}


def test_letter_paper_has_its_own_size(documents: dict[str, Document], library: FontLibrary) -> None:
    pages = lay_out(documents["en"], Brand(paper=Paper.LETTER), library)
    assert (pages.width_pt, pages.height_pt) == (612, 792)


def test_page_labels_are_in_the_digits_of_the_language(laid_out: dict[str, Pages]) -> None:
    feet = {language: pages.pages[1].foot[0].text for language, pages in laid_out.items()}
    assert feet == {"en": "Page 2 of 4", "km": "ទំព័រ ២ នៃ ៥", "th": "หน้า ๒ จาก ๕"}  # the same in Khmer and Thai


def test_a_word_that_fits_no_column_is_reported_with_its_block(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    long = Block("demand.1.1", Role.PARAGRAPH, "x" * 400)
    with pytest.raises(LayoutError) as caught:
        lay_out(document_of(documents, "en", long), Brand(), library)
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("layout/overfull", "demand.1.1")]


@pytest.mark.parametrize("check", [lay_out, check_glyphs])
def test_characters_without_a_glyph_are_reported_for_every_block_at_once(
    documents: dict[str, Document], library: FontLibrary, check: Callable[..., object]
) -> None:
    blocks = [Block("title", Role.TITLE, "Peace 平"), Block("preamble.1", Role.LEAD, "和 now")]
    with pytest.raises(FontError) as caught:
        check(document_of(documents, "en", *blocks), Brand(), library)
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("font/missing-glyph", "title"),
        ("font/missing-glyph", "preamble.1"),
    ]


def test_entries_of_several_scripts_stand_on_one_grid_in_both_columns(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    names = ["ADHOC", "LICADHO", "VBNK", "អាដហុក", "លីកាដូ", "សម្ព័ន្ធ"]  # names in Latin, then in Khmer letters
    blocks = [Block(f"endorser.{n}", Role.ENDORSER, name, f"{n}.") for n, name in enumerate(names, 1)]
    document = document_of(
        documents, "en", Block("title", Role.TITLE, "Peace"), Block("e", Role.ANNEX_HEADING, "Endorsed")
    )
    document = replace(document, blocks=(*document.blocks, *blocks))
    (page,) = lay_out(document, Brand(), library).pages
    lines = [line.baseline_pt for line in page.body if line.role is Role.ENDORSER]
    assert lines[:3] == pytest.approx(lines[3:])
