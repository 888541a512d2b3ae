"""Page breaks chosen over the whole document, and notes at the foot of the page that refers to them."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.brand import Brand, Face
from statement_kit.brand.page import NOTES_GAP_PT
from statement_kit.diagnostics import LayoutError
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.faces import Faces
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.columns import Columns, entry_rows
from statement_kit.layout.flow import Row, height_pt, rows
from statement_kit.layout.frames import Pages, Segment
from statement_kit.layout.pages import lay_out
from statement_kit.layout.pagination import MOST_STRETCH, PageRoom, paginate
from statement_kit.layout.paragraphs import SetBlock
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.breaks import SOFT_HYPHEN
from statement_kit.text.fonts import FontLibrary

LINE_PT = 10.0


def paragraph(number: int, lines: int, *, gap_pt: float = 0.0, links: str = "", **style: bool) -> SetBlock:
    """A block of so many lines of 10 pt, the first one with a link."""
    made = replace(Brand().styles[Role.PARAGRAPH], **style)
    segment = Segment(0, (), "#000000", link=links)
    block = Block(f"p.{number}", Role.PARAGRAPH, "x")
    return SetBlock(block, made, ((segment,),) * lines, LINE_PT, 8.0, gap_pt, gap_pt, gap_pt)


def room(lines: int) -> PageRoom:
    return PageRoom(lines * LINE_PT, lines * LINE_PT, 0.0)


def counts(waiting: Sequence[Row], lines: int) -> list[int]:
    return [len(stack.rows) for stack in paginate(waiting, [], room(lines))]


def test_pages_are_filled_one_after_the_other() -> None:
    assert counts(rows([paragraph(n, 1) for n in range(10)]), 4) == [4, 4, 2]


def test_no_page_begins_or_ends_with_a_single_line_of_a_paragraph() -> None:
    assert counts(rows([paragraph(1, 3), paragraph(2, 4)]), 4) == [3, 4]
    assert counts(rows([paragraph(1, 2), paragraph(2, 5)]), 4) == [4, 3]


def test_a_page_is_left_shorter_so_that_a_later_one_is_not_much_shorter() -> None:
    """Filled one by one, pages would hold 5, 3 and 5 lines: a heading and its text would not fit behind the 3."""
    blocks = [paragraph(1, 1), paragraph(2, 4), paragraph(3, 3), paragraph(4, 1, keeps_with_next=True), paragraph(5, 4)]
    stacks = paginate(rows(blocks), [], room(5))
    whites = [5 - len(stack.rows) for stack in stacks[:-1]]
    assert sum(white * white for white in whites) <= 4


def test_a_heading_goes_to_the_next_page_with_its_text() -> None:
    blocks = [paragraph(1, 3), paragraph(2, 1, keeps_with_next=True), paragraph(3, 2)]
    assert counts(rows(blocks), 5) == [3, 3]


def test_what_belongs_together_but_is_taller_than_a_page_is_parted_all_the_same() -> None:
    blocks = [paragraph(n, 1, keeps_with_next=True) for n in range(7)]
    assert counts(rows(blocks), 3) == [3, 3, 1]


def test_a_line_and_its_notes_that_are_taller_than_a_page_are_an_error_that_names_them() -> None:
    notes = {"note.a": rows([paragraph(9, 7)])}
    with pytest.raises(LayoutError) as caught:
        paginate(rows([paragraph(1, 2), paragraph(2, 1, links="#note.a")]), [notes], room(7))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("layout/taller-than-page", "note.a")
    assert found.message.startswith("p.2: ")
    assert found.hint


def test_gaps_take_up_a_little_white_but_never_more_than_their_share() -> None:
    blocks = [paragraph(n, 2, gap_pt=10) for n in range(4)]
    little, much, too_much = (paginate(rows(blocks), [], PageRoom(pt, pt, 0))[0] for pt in (54, 59, 62))
    assert (len(little.rows), little.stretch) == (4, pytest.approx(0.4))
    assert (len(much.rows), much.stretch) == (4, MOST_STRETCH)
    assert (len(too_much.rows), too_much.stretch) == (4, 0.0)


def test_the_last_page_is_never_stretched() -> None:
    assert paginate(rows([paragraph(1, 2, gap_pt=10), paragraph(2, 2, gap_pt=10)]), [], room(6))[-1].stretch == 0


def test_a_note_stands_on_the_page_of_its_number_and_takes_its_room_there() -> None:
    blocks = [paragraph(1, 2), paragraph(2, 2, links="#note.a"), paragraph(3, 2)]
    notes = {"note.a": rows([paragraph(9, 2)])}
    stacks = paginate(rows(blocks), [notes], room(6))
    assert [(len(stack.rows), len(stack.notes[0])) for stack in stacks] == [(4, 2), (2, 0)]
    assert height_pt(stacks[0].rows) + height_pt(stacks[0].notes[0]) == 6 * LINE_PT


def test_a_note_referred_to_twice_stands_where_it_is_first_referred_to() -> None:
    blocks = [paragraph(n, 2, links="#note.a") for n in range(4)]
    stacks = paginate(rows(blocks), [{"note.a": rows([paragraph(9, 1)])}], room(5))
    assert [len(stack.notes[0]) for stack in stacks] == [1, 0]


SENTENCE = "All parties must refrain from actions that could further inflame tensions and endanger lives. "


def noted(documents: dict[str, Document], paragraphs: int, every: int) -> Document:
    """An English document of so many paragraphs, every so-many-th with a note."""
    blocks: list[Block] = [Block("title", Role.TITLE, "Peace")]
    for number in range(1, paragraphs + 1):
        text = (SENTENCE * 3).strip()
        if number % every:
            blocks.append(Block(f"preamble.{number}", Role.LEAD, text))
            continue
        mark = str(number // every)
        reference = Mark(len(text), len(text) + len(mark), MarkKind.NOTE, f"note.{mark}")
        blocks.append(Block(f"preamble.{number}", Role.LEAD, text + mark, marks=(reference,)))
        blocks.append(Block(f"note.{mark}", Role.NOTE, SENTENCE.strip(), mark))
    return replace(documents["en"], blocks=tuple(blocks))


def notes_and_numbers(pages: Pages) -> list[tuple[int, int]]:
    """For each note, the page of its number and the page it stands on."""
    places = {line.block: number for number, page in enumerate(pages.pages) for line in page.notes}
    return [
        (number, places[segment.link[1:]])
        for number, page in enumerate(pages.pages)
        for line in page.body
        for segment in line.segments
        if segment.link.startswith("#note.")
    ]


@pytest.mark.parametrize("every", [1, 2, 5])
def test_every_note_stands_under_the_text_of_its_own_page(
    documents: dict[str, Document], library: FontLibrary, every: int
) -> None:
    pages = lay_out(noted(documents, 40, every), Brand(), library)
    found = notes_and_numbers(pages)
    assert len(found) == 40 // every
    assert all(number == note for number, note in found)
    floor = pages.height_pt - Brand().margins_pt[2]
    for page in pages.pages:
        assert max(line.baseline_pt for line in page.text) <= floor
        if page.notes:
            rule = page.bars[-1]
            assert (
                max(line.baseline_pt for line in page.body) < rule.y_pt < min(line.baseline_pt for line in page.notes)
            )
            assert (
                min(line.baseline_pt for line in page.notes) - max(line.baseline_pt for line in page.body)
                > NOTES_GAP_PT
            )


def test_the_annex_keeps_clear_of_the_notes_on_its_first_page(
    documents: dict[str, Document], library: FontLibrary
) -> None:
    document = noted(documents, 3, 3)
    annex = [Block("endorsed", Role.ANNEX_HEADING, "Endorsed by")]
    annex += [Block(f"endorser.{n}", Role.ENDORSER, "Short Organisation", f"{n}.") for n in range(1, 140)]
    pages = lay_out(replace(document, blocks=(*document.blocks, *annex)), Brand(), library)
    first = pages.pages[0]
    names = [line.baseline_pt for line in first.body if line.role is Role.ENDORSER]
    assert names
    assert max(names) < first.bars[-1].y_pt or max(names) < min(line.baseline_pt for line in first.notes) - 5


def listed(*groups: tuple[str, int], lines: int = 1) -> list[SetBlock]:
    """A paragraph, and lists of so many one-line items, each under an id of its own."""
    style = Brand().styles[Role.LIST_ITEM]
    blocks = [paragraph(1, lines)]
    for group, count in groups:
        items = (Block(f"{group}.{number}", Role.LIST_ITEM, "x", "a.") for number in range(1, count + 1))
        blocks += [SetBlock(item, style, ((Segment(0, (), "#000000"),),), LINE_PT, 8.0, 0, 6.0, 3.0) for item in items]
    return blocks


def test_an_introduction_stays_with_its_list_and_a_list_never_begins_with_a_lonely_item() -> None:
    filler = [paragraph(n, 1) for n in range(10, 14)]
    waiting = rows([*filler, *listed(("p.2", 4))])
    assert [row.may_begin for row in waiting] == [True] * 5 + [False, False, True, False]
    assert counts(waiting, 6)[0] == 4


def test_the_last_item_of_a_list_does_not_begin_a_page_alone() -> None:
    assert counts(rows([*listed(("p.2", 4)), paragraph(9, 1)]), 4) == [3, 3]


def test_contact_and_date_stay_with_what_stands_before_them() -> None:
    styles = Brand().styles
    text, *closing = (
        SetBlock(Block(role, role, "x"), styles[role], ((Segment(0, (), "#000000"),),), LINE_PT, 8.0, 0, 0, 0)
        for role in (Role.PARAGRAPH, Role.CONTACT, Role.ISSUED)
    )
    assert [row.may_begin for row in rows([text, text, *closing])] == [True, True, False, False]


def test_a_page_rather_ends_a_line_higher_than_on_a_hyphen(library: FontLibrary) -> None:
    hyphen = Faces(LANGUAGES["en"], Brand(), library).word("-", Face.TEXT, 10)[0]._replace(text=SOFT_HYPHEN)
    plain, hyphenated = ((Segment(0, clusters, "#000000"),) for clusters in ((), (hyphen,)))
    block = paragraph(1, 8)
    assert counts(rows([replace(block, lines=(plain,) * 8)]), 5) == [5, 3]
    assert counts(rows([replace(block, lines=(*(plain,) * 4, hyphenated, *(plain,) * 3))]), 5) == [4, 4]


def test_a_heading_and_a_single_line_under_it_are_not_left_at_the_foot_of_a_page() -> None:
    """P07: a heading, and two lines with it, also where the first block under it has one line."""
    blocks = [paragraph(1, 1, keeps_with_next=True), paragraph(2, 1), paragraph(3, 1), paragraph(4, 1)]
    assert [row.may_begin for row in rows(blocks)] == [True, False, False, True]


def test_two_lists_stand_further_apart_than_the_items_of_one() -> None:
    assert [row.gap_pt for row in rows(listed(("p.2", 2), ("p.3", 2)))] == [0, 0, 3.0, 6.0, 3.0]


def entries(*lines: int) -> list[Row]:
    """Entries of the annex with so many lines each."""
    style = Brand().styles[Role.ENDORSER]
    blocks = [
        SetBlock(
            Block(f"endorser.{n}", Role.ENDORSER, "x", f"{n}."),
            style,
            ((Segment(0, (), "#0"),),) * count,
            10,
            8,
            0,
            0,
            0,
        )
        for n, count in enumerate(lines, 1)
    ]
    return entry_rows(blocks)


@given(st.lists(st.integers(1, 6), min_size=1, max_size=40), st.integers(1, 3), st.integers(6, 30))
def test_columns_hold_every_entry_once_in_order_and_part_none(lines: list[int], count: int, room_lines: int) -> None:
    waiting, taken = entries(*lines), []
    while waiting:
        filled = Columns(waiting, count).page(0, room_lines * LINE_PT)
        assert all(column[0].number == 0 for column in filled if column)
        assert all(height_pt(column) <= room_lines * LINE_PT for column in filled)
        page = [row for column in filled for row in column]
        assert page == list(waiting[: len(page)])
        taken += page
        waiting = waiting[len(page) :]
        assert not waiting or waiting[0].number == 0
    assert len(taken) == sum(lines)


@pytest.mark.parametrize(
    ("count", "number", "expected"), [(2, 5, [3, 2]), (3, 4, [2, 1, 1]), (3, 7, [3, 2, 2]), (3, 2, [1, 1, 0])]
)
def test_columns_are_shared_out_evenly(count: int, number: int, expected: list[int]) -> None:
    assert [len(column) for column in Columns(entries(*[1] * number), count).page(0, 100 * LINE_PT)] == expected
