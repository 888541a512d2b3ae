"""Rules, grounds and placements of blocks on the page: measured as they were laid out, read back from the PDF."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

import pymupdf
import pytest
from made_annexes import everything_of
from made_brands import COLOURS, MADE_BRANDS, styles

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, LabelForm, Placement, RuleSide
from statement_kit.brand.dress import padding_pt
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import get_language
from statement_kit.layout.frames import Bar, Line, Page, Pages
from statement_kit.layout.pages import lay_out
from statement_kit.layout.placing import solid_end_pt
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]
LEFT_PT, MEASURE_PT = Brand().margins_pt[3], Brand().measure_pt
RIGHT_PT = LEFT_PT + MEASURE_PT
MIST, SUN = COLOURS["mist"], COLOURS["sun"]


def brand(**changes: Any) -> Brand:
    return Brand(colours=COLOURS, styles=styles(**changes))


def bars(page: Page, colour: str) -> list[Bar]:
    return [bar for bar in page.grounds if bar.colour == colour]


def lines_of(pages: Pages, block: str) -> list[Line]:
    return [line for page in pages.pages for line in page.body if line.block == block]


def document(language: str, *blocks: Block) -> Document:
    labels = PageLabels("Page {page} of {pages}", "0123456789")
    return Document(get_language(language), "Title", "2025-07-28", blocks, "Running head", labels)


@pytest.mark.parametrize("placement", [Placement.CENTRE, Placement.END])
@pytest.mark.parametrize("role", ["kind", "title", "section_heading", "contact", "issued", "annex_heading"])
@pytest.mark.parametrize("language", LANGUAGES)
def test_lines_stand_in_the_middle_or_at_the_end_of_the_measure(
    language: str, role: str, placement: Placement, everything: dict[str, Document], library: FontLibrary
) -> None:
    pages = lay_out(everything[language], brand(**{role: {"placement": placement}}), library)
    lines = [line for page in pages.pages for line in page.body if line.role is Role[role.upper()]]
    assert lines
    for line in lines:
        before, behind = line.segments[0].x_pt - LEFT_PT, RIGHT_PT - solid_end_pt(line.segments)
        assert behind == pytest.approx(before if placement is Placement.CENTRE else 0.0, abs=0.01)
        assert before > 0


def test_the_running_head_and_the_page_label_are_placed_too(
    everything: dict[str, Document], library: FontLibrary
) -> None:
    page = lay_out(everything["en"], brand(furniture={"placement": Placement.CENTRE}), library).pages[1]
    for line in (*page.head, *page.foot):
        assert line.segments[0].x_pt - LEFT_PT == pytest.approx(RIGHT_PT - solid_end_pt(line.segments), abs=0.01)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_ground_is_as_wide_as_the_measure_and_padded_on_all_sides(
    language: str, everything: dict[str, Document], library: FontLibrary
) -> None:
    looks = brand(title={"ground": "mist", "pad_em": 0.5})
    pages = lay_out(everything[language], looks, library)
    (ground,) = bars(pages.pages[0], MIST)
    pad_pt = padding_pt(looks.styles[Role.TITLE], looks.size_pt(Role.TITLE, get_language(language).script))
    lines = lines_of(pages, "title")
    assert (ground.x_pt, ground.width_pt) == (LEFT_PT, pytest.approx(MEASURE_PT))
    assert {line.segments[0].x_pt for line in lines} == {LEFT_PT + pad_pt}
    leading_pt = lines[1].baseline_pt - lines[0].baseline_pt
    assert ground.height_pt == pytest.approx(len(lines) * leading_pt + 2 * pad_pt)
    assert lines[0].baseline_pt - ground.y_pt > pad_pt
    assert ground.y_pt < lines[0].baseline_pt < lines[-1].baseline_pt < ground.y_pt + ground.height_pt


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", MADE_BRANDS)
def test_no_ink_of_a_text_stands_out_of_its_ground(look: str, language: str, library: FontLibrary) -> None:
    """Khmer subscripts and Thai tone marks above all."""
    looks = MADE_BRANDS[look]
    deep = "ស្ត្រី ព្រឹទ្ធ គ្រឿង្គ ក្ញុំ" if language == "km" else "ปิ่น ฎู้ กี่ปี่ ฐู" if language == "th" else "Äpfel gyj Öpq"
    roles = [role for role, style in looks.styles.items() if style.ground and role not in {Role.GROUP_HEADING}]
    blocks = [Block(f"b{at}", role, deep) for at, role in enumerate(roles)]
    pages = lay_out(document(language, *blocks), looks, library)
    found = 0
    for page in pages.pages:
        for line in page.body:
            clusters = [cluster for segment in line.segments for cluster in segment.clusters]
            grounds = [bar for bar in page.grounds if bar.y_pt < line.baseline_pt < bar.y_pt + bar.height_pt]
            ground = max(grounds, key=lambda bar: bar.height_pt)
            for cluster in clusters:
                for glyph in cluster.glyphs:
                    box = cluster.font.shaper.get_glyph_extents(glyph.id)
                    scale = cluster.size_pt / cluster.font.units_per_em
                    top = line.baseline_pt - (glyph.y + box.y_bearing) * scale
                    foot = line.baseline_pt - (glyph.y + box.y_bearing + box.height) * scale
                    assert ground.y_pt <= top
                    assert foot <= ground.y_pt + ground.height_pt
                    found += 1
    assert found > 10 or not roles


@pytest.mark.parametrize("side", RuleSide)
def test_a_rule_stands_at_its_side_of_the_text(
    side: RuleSide, everything: dict[str, Document], library: FontLibrary
) -> None:
    look = {"rule": side, "rule_pt": 3.0, "rule_colour": "sun", "pad_em": 0.5}
    pages = lay_out(everything["en"], brand(section_heading=look), library)
    at = next(n for n, page in enumerate(pages.pages) if bars(page, SUN))
    (rule,) = bars(pages.pages[at], SUN)
    (line,) = (line for line in pages.pages[at].body if line.role is Role.SECTION_HEADING)
    pad_pt = round(0.5 * brand().size_pt(Role.SECTION_HEADING, "Latn"))
    if side is RuleSide.BESIDE:
        assert (rule.x_pt, rule.width_pt) == (LEFT_PT, 3.0)
        assert line.segments[0].x_pt == LEFT_PT + 3.0 + pad_pt
        assert rule.y_pt < line.baseline_pt < rule.y_pt + rule.height_pt
    else:
        assert (rule.x_pt, rule.width_pt, rule.height_pt) == (LEFT_PT, pytest.approx(MEASURE_PT), 3.0)
        assert line.segments[0].x_pt == LEFT_PT
        gap = rule.y_pt - line.baseline_pt if side is RuleSide.BELOW else line.baseline_pt - rule.y_pt - 3.0
        assert pad_pt < gap < pad_pt + 14


def test_a_rule_beside_runs_through_all_paragraphs_of_one_quotation_and_ends_with_it(library: FontLibrary) -> None:
    one = [Block(f"preamble.1.{n}", Role.QUOTATION, "We were told to wait.") for n in (1, 2)]
    other = Block("preamble.2.1", Role.QUOTATION, "We wait.")
    looks = brand(quotation={"rule": RuleSide.BESIDE, "rule_colour": "sun", "rule_pt": 2.0})
    pages = lay_out(document("en", *one, other), looks, library)
    first, second = bars(pages.pages[0], SUN)
    baselines = [line.baseline_pt for line in pages.pages[0].body]
    assert first.y_pt < baselines[0] < baselines[1] < first.y_pt + first.height_pt < second.y_pt < baselines[2]
    assert first.x_pt + 2.0 < pages.pages[0].body[0].segments[0].x_pt
    assert first.x_pt > LEFT_PT, "it lies in what the quotation stands in"


def test_text_parted_over_two_pages_has_its_ground_and_rule_on_both(library: FontLibrary) -> None:
    look = {"ground": "mist", "rule": RuleSide.BELOW, "rule_colour": "sun", "rule_pt": 2.0, "pad_em": 1.0}
    looks, text = brand(lead=look), "We ask for what was promised. " * 320
    pages = lay_out(document("en", Block("preamble.1", Role.LEAD, text)), looks, library)
    assert len(pages.pages) > 1
    for page in pages.pages:
        (ground,), (rule,) = bars(page, MIST), bars(page, SUN)
        pad_pt = round(looks.size_pt(Role.LEAD, "Latn"))
        leading_pt = page.body[1].baseline_pt - page.body[0].baseline_pt
        assert ground.y_pt >= looks.margins_pt[0] - 0.01
        assert ground.y_pt + ground.height_pt <= looks.paper.size_pt[1] - looks.margins_pt[2] + 0.01
        assert ground.height_pt == pytest.approx(len(page.body) * leading_pt + 2 * pad_pt + 2.0)
        assert rule.y_pt + 2.0 == pytest.approx(ground.y_pt + ground.height_pt)


def test_headings_one_below_the_other_have_a_ground_each(library: FontLibrary) -> None:
    headings = [Block(f"section.{n}", Role.SECTION_HEADING, f"Part {n}") for n in (1, 2)]
    pages = lay_out(document("en", *headings), brand(section_heading={"ground": "mist"}), library)
    first, second = bars(pages.pages[0], MIST)
    assert first.y_pt + first.height_pt < second.y_pt


@pytest.mark.parametrize("language", LANGUAGES)
def test_entries_stay_on_their_grid_under_headings_of_groups_with_grounds(language: str, library: FontLibrary) -> None:
    looks = brand(group_heading={"ground": "mist", "rule": RuleSide.ABOVE, "pad_em": 0.6})
    content = everything_of(language)
    for page in lay_out(content, looks, library).pages:
        entries = [line for line in page.body if line.role is Role.ENDORSER]
        columns: dict[bool, list[float]] = {}
        for line in entries:
            columns.setdefault(line.segments[0].x_pt > looks.paper.size_pt[0] / 2, []).append(line.baseline_pt)
        if len(columns) == 2:
            step = min(b - a for a, b in zip(columns[False], columns[False][1:], strict=False))
            offsets = [(y - columns[False][0]) / step for column in columns.values() for y in column[:6]]
            assert [round(each) for each in offsets] == pytest.approx(offsets, abs=0.02)
        for ground in bars(page, MIST):
            inside = [line for line in page.body if ground.y_pt < line.baseline_pt < ground.y_pt + ground.height_pt]
            assert any(line.role is Role.GROUP_HEADING for line in inside)


@pytest.mark.parametrize("form", [LabelForm.PLAIN, LabelForm.BRACKETS])
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_field_lies_behind_a_label_and_holds_its_digits(
    language: str, form: LabelForm, everything: dict[str, Document], library: FontLibrary
) -> None:
    look = {"label_ground": "sun", "label_size": 1.6, "label_form": form, "label_colour": "ink"}
    looks = brand(demand_heading=look)
    pages = lay_out(with_label_forms(everything[language], looks), looks, library)
    plain = lay_out(everything[language], brand(), library)
    headings = [
        (page, line)
        for page in pages.pages
        for line in page.body
        if line.role is Role.DEMAND_HEADING and line.segments[0].offset is None
    ]
    assert len(headings) == 2
    sizes = {line.segments[0].clusters[0].size_pt for line in lines_of(plain, "demand.1")}
    for page, line in headings:
        label = line.segments[0]
        (field,) = (bar for bar in bars(page, SUN) if bar.y_pt < line.baseline_pt < bar.y_pt + bar.height_pt)
        assert field.x_pt < label.x_pt
        assert field.x_pt + field.width_pt > solid_end_pt([label])
        assert field.x_pt + field.width_pt < line.segments[1].x_pt
        assert label.clusters[0].size_pt == pytest.approx(1.6 * max(sizes), rel=0.2)


def test_a_large_label_pushes_its_line_down_and_not_into_what_is_above(library: FontLibrary) -> None:
    content = document(
        "en", Block("preamble.1", Role.LEAD, "We ask:"), Block("demand.1", Role.DEMAND_HEADING, "Open", "1.", number=1)
    )
    baselines = []
    for size in (1.0, 2.5):
        pages = lay_out(content, brand(demand_heading={"label_size": size}), library)
        baselines.append(lines_of(pages, "demand.1")[0].baseline_pt)
    assert baselines[1] > baselines[0] + 5


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("look", MADE_BRANDS)
def test_the_pdf_draws_them_where_they_were_laid_out(
    look: str, language: str, everything: dict[str, Document], library: FontLibrary
) -> None:
    content = with_label_forms(everything[language], MADE_BRANDS[look])
    pages = lay_out(content, MADE_BRANDS[look], library)
    with pymupdf.open(stream=write_pdf(content, pages)) as pdf:
        for page, drawn in zip(pages.pages, pdf, strict=True):
            boxes = [each["rect"] for each in drawn.get_drawings() if each["fill"]]
            for bar in page.grounds:
                wanted = (bar.x_pt, bar.y_pt, bar.x_pt + bar.width_pt, bar.y_pt + bar.height_pt)
                assert any(tuple(box) == pytest.approx(wanted, abs=0.01) for box in boxes)
            first = next(at for at, each in enumerate(drawn.get_bboxlog()) if each[0] == "fill-text")
            fills = sum(each[0] == "fill-path" for each in drawn.get_bboxlog()[:first])
            assert fills >= len(page.grounds), "behind the text"


def test_a_brand_with_nothing_of_all_this_has_none(everything: dict[str, Document], library: FontLibrary) -> None:
    pages = lay_out(everything["en"], replace(Brand(), colours=COLOURS), library)
    assert [page.grounds for page in pages.pages if page.grounds] == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("rule", RuleSide)
def test_a_speaker_stands_in_the_box_of_what_they_said(language: str, rule: RuleSide, library: FontLibrary) -> None:
    blocks = (
        Block("preamble.1", Role.LEAD, "Text."),
        Block("preamble.2.1", Role.QUOTATION, "The river belongs to all."),
        Block("preamble.2.speaker", Role.ATTRIBUTION, "Sok Dara, fisher"),
        Block("preamble.3", Role.LEAD, "Text."),
    )
    dress = {"rule": rule, "rule_pt": 3.0, "rule_colour": "sun", "ground": "mist"}
    page = lay_out(document(language, *blocks), brand(quotation=dress), library).pages[0]
    (ground,), (drawn,) = bars(page, MIST), bars(page, SUN)
    said, speaker = (line for line in page.body if line.role in (Role.QUOTATION, Role.ATTRIBUTION))
    assert said.segments[0].x_pt == pytest.approx(speaker.segments[0].x_pt, abs=0.01)
    assert ground.y_pt < said.baseline_pt < speaker.baseline_pt < ground.y_pt + ground.height_pt
    assert ground.y_pt <= drawn.y_pt
    assert drawn.y_pt + drawn.height_pt <= ground.y_pt + ground.height_pt + 0.01
