"""Marked stretches on the page: faces by script, risen numbers, coloured links, and lines broken across them."""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise

import pytest

from statement_kit.brand import Brand
from statement_kit.diagnostics import LayoutError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.frames import Segment
from statement_kit.layout.pages import lay_out
from statement_kit.layout.paragraphs import Typesetter
from statement_kit.markup import LINE_END, Mark, MarkKind
from statement_kit.text.fonts import FontLibrary

WIDE_PT = 400.0


def segments(library: FontLibrary, tag: str, text: str, *marks: Mark, role: Role = Role.PARAGRAPH) -> list[Segment]:
    """The segments of a text that fits one line."""
    (line,) = lines(library, tag, text, *marks, role=role)
    return line


def lines(
    library: FontLibrary,
    tag: str,
    text: str,
    *marks: Mark,
    role: Role = Role.PARAGRAPH,
    measure_pt: float = WIDE_PT,
    brand: Brand | None = None,
) -> list[list[Segment]]:
    typesetter = Typesetter(LANGUAGES[tag], brand or Brand(), library)
    return [list(line) for line in typesetter.set_block(Block("p", role, text, marks=marks), measure_pt).lines]


def marked(text: str, part: str, kind: MarkKind, target: str = "") -> Mark:
    return Mark(text.index(part), text.index(part) + len(part), kind, target)


@pytest.mark.parametrize(
    ("tag", "text", "part", "kind", "family", "weight", "is_italic"),
    [
        ("en", "for peace now", "peace", MarkKind.EMPHASIS, "Source Serif 4", 400, True),
        ("en", "for peace now", "peace", MarkKind.STRONG, "Source Serif 4", 600, False),
        ("km", "ដើម្បី សន្តិភាព", "សន្តិភាព", MarkKind.EMPHASIS, "Noto Serif Khmer", 600, False),  # "for peace"
        ("km", "ដើម្បី សន្តិភាព", "សន្តិភាព", MarkKind.STRONG, "Noto Serif Khmer", 600, False),
        ("km", "តាម ASEAN ដែរ", "ASEAN", MarkKind.EMPHASIS, "Source Serif 4", 400, True),  # "by ASEAN too"
        ("th", "เพื่อ สันติภาพ", "สันติภาพ", MarkKind.EMPHASIS, "Taviraj", 600, False),  # "for peace"
        ("th", "เพื่อ สันติภาพ", "สันติภาพ", MarkKind.STRONG, "Taviraj", 600, False),
    ],
)
def test_emphasis_is_what_its_script_knows(
    library: FontLibrary, tag: str, text: str, part: str, kind: MarkKind, family: str, weight: int, is_italic: bool
) -> None:
    """T13: italics in Latin, weight in Khmer and Thai, and never a slanted letter."""
    found = next(each for each in segments(library, tag, text, marked(text, part, kind)) if each.text == part)
    assert {(c.font.family, c.font.weight, c.font.is_italic) for c in found.clusters} == {(family, weight, is_italic)}


def test_emphasis_within_strong_is_both(library: FontLibrary) -> None:
    marks = (Mark(0, 9, MarkKind.STRONG), Mark(4, 9, MarkKind.EMPHASIS))
    fonts = [each.clusters[0].font for each in segments(library, "en", "for peace", *marks)]
    assert [(font.weight, font.is_italic) for font in fonts] == [(600, False), (600, True)]


def test_a_notes_number_is_small_and_stands_high(library: FontLibrary) -> None:
    text, number = segments(library, "en", "peace.1", Mark(6, 7, MarkKind.NOTE, "note.a"))
    assert (text.rise_pt, number.link) == (0, "#note.a")
    assert number.rise_pt > 0.3 * text.clusters[0].size_pt
    assert number.clusters[0].size_pt < 0.75 * text.clusters[0].size_pt
    assert number.x_pt == pytest.approx(text.end_pt)


@pytest.mark.parametrize("measure_pt", range(60, 110, 5))
def test_a_notes_number_never_begins_a_line(library: FontLibrary, measure_pt: float) -> None:
    text = "សន្តិភាព១ និង យុត្តិធម៌២ សម្រាប់ ទាំងអស់គ្នា"  # "peace¹ and justice² for all"
    marks = [Mark(text.index(digit), text.index(digit) + 1, MarkKind.NOTE, f"note.{digit}") for digit in "១២"]
    for line in lines(library, "km", text, *marks, measure_pt=measure_pt):
        assert not line[0].link


def test_a_link_has_the_accent_colour_and_where_it_leads_also_on_its_second_line(library: FontLibrary) -> None:
    text = "Read the Charter of the United Nations today"
    link = marked(text, "the Charter of the United Nations", MarkKind.LINK, "https://un.org")
    found = [each for line in lines(library, "en", text, link, measure_pt=110) for each in line]
    linked = [each for each in found if each.link]
    assert len(linked) >= 2
    assert {(each.link, each.colour) for each in linked} == {("https://un.org", Brand().colours["accent"])}
    assert "".join(each.text for each in linked).replace("\u00ad", "") == "the Charter of the United Nations"


def test_a_link_to_a_part_has_the_accent_colour_too_and_its_id(library: FontLibrary) -> None:
    _, link, _ = segments(
        library, "en", "See demand 3 now", marked("See demand 3 now", "demand 3", MarkKind.LINK, "#demand.3")
    )
    assert (link.text, link.colour, link.link) == ("demand 3", Brand().colours["accent"], "#demand.3")


def test_segments_of_a_line_follow_one_another_without_a_gap(library: FontLibrary) -> None:
    text = "We call for peace and justice, as the Charter says, in all of the land and beyond it"
    marks = (marked(text, "peace", MarkKind.STRONG), marked(text, "Charter", MarkKind.LINK, "https://un.org"))
    for line in lines(library, "en", text, *marks, measure_pt=150):
        for one, other in pairwise(line):
            assert other.x_pt == pytest.approx(one.end_pt)


def test_a_forced_line_end_parts_two_lines_and_leaves_a_space_for_those_who_copy_them(library: FontLibrary) -> None:
    found = lines(library, "en", f"P.O. Box 12{LINE_END}Phnom Penh")
    assert ["".join(each.text for each in line) for line in found] == ["P.O. Box 12 ", "Phnom Penh"]


@pytest.mark.parametrize("tag", ["en", "km", "th"])
def test_no_ligature_hides_a_forced_line_end(library: FontLibrary, tag: str) -> None:
    found = lines(library, tag, f"On behalf{LINE_END}it is")
    assert ["".join(each.text for each in line) for line in found] == ["On behalf ", "it is"]


def test_a_forced_line_end_before_a_notes_number_is_kept(library: FontLibrary) -> None:
    found = lines(library, "en", f"First line{LINE_END}1 second", Mark(11, 12, MarkKind.NOTE, "note.a"))
    assert ["".join(each.text for each in line) for line in found] == ["First line ", "1 second"]


@pytest.mark.parametrize("mark", ["\u00ad", "\u200b"])
def test_no_ligature_hides_where_the_author_lets_a_line_end(library: FontLibrary, mark: str) -> None:
    found = lines(library, "en", f"of{mark}fice", measure_pt=20, role=Role.CONTACT)
    assert ["".join(each.text for each in line).rstrip("\u00ad") for line in found] == ["of", "fice"]


@pytest.mark.parametrize(("tag", "text"), [("th", "*น*\u2060้ำ"), ("th", "*ก*\u200bำ")])
def test_an_invisible_character_does_not_make_a_mark_inside_a_cluster_right(
    library: FontLibrary, tag: str, text: str
) -> None:
    plain = text.replace("*", "")
    with pytest.raises(LayoutError):
        lines(library, tag, plain, Mark(0, 1, MarkKind.STRONG))


def test_an_address_has_no_first_line_indent(library: FontLibrary) -> None:
    brand = Brand(indent_em={"en": 2.0})
    (plain,) = lines(library, "en", "Phnom Penh", brand=brand)
    first, _ = lines(library, "en", f"Box 12{LINE_END}Phnom Penh", brand=brand)
    assert (plain[0].x_pt, first[0].x_pt) == (2.0 * brand.base_pt, 0)


def test_a_quotation_stands_in_from_both_sides(library: FontLibrary) -> None:
    text = "We call for peace and justice in all of the land and beyond it, today and for ever. " * 4
    brand = Brand()
    inset_pt = brand.styles[Role.QUOTATION].inset_em * brand.size_pt(Role.QUOTATION, "Latn")
    for line in lines(library, "en", text.strip(), role=Role.QUOTATION, measure_pt=300):
        assert line[0].x_pt == pytest.approx(inset_pt, abs=3)
        assert line[-1].end_pt <= 300 - inset_pt + 6  # a hanging mark and the space behind it


@pytest.mark.parametrize(("tag", "text", "at"), [("km", "ខ្មែរ", 1), ("km", "ខ្មែរ", 2), ("th", "ที่", 1)])  # "Khmer", "at"
def test_a_mark_that_would_part_a_letter_from_its_signs_is_refused(
    documents: dict[str, Document], library: FontLibrary, tag: str, text: str, at: int
) -> None:
    block = Block("demand.1.1", Role.PARAGRAPH, text, marks=(Mark(0, at, MarkKind.STRONG),))
    with pytest.raises(LayoutError) as caught:
        lay_out(replace(documents[tag], blocks=(block,)), Brand(), library)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("layout/mark-inside-cluster", "demand.1.1")
    assert found.hint
