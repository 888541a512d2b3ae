"""Workbooks that came back, filled in by people and saved by programs."""

from __future__ import annotations

import time
from collections.abc import Callable
from datetime import UTC, date, datetime

import pytest
from made_packs import (
    THREE,
    WRITERS,
    heard,
    in_book,
    in_excel,
    pack,
    part,
    refused,
    returned,
    row,
    rules,
    told,
    typed,
    with_parts,
)
from openpyxl import Workbook
from openpyxl.cell.rich_text import CellRichText, TextBlock
from openpyxl.cell.text import InlineFont
from openpyxl.comments import Comment
from openpyxl.worksheet.worksheet import Worksheet

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.returned import Verdict
from statement_kit.packs.stamp import COLUMNS

BOOK = WRITERS["xlsx"](THREE)
SHEET = "xl/worksheets/sheet2.xml"
TALK = "និយាយគ្នា"  # talk to each other


def text_of(data: bytes, clause: str) -> str:
    return next(one.text for one in returned(data).rows if one.clause == clause)


def test_what_another_program_saved_is_the_same_pack() -> None:
    assert heard(in_book(BOOK, lambda _: None)) == told(THREE)


def test_a_text_that_was_typed_comes_back() -> None:
    assert text_of(typed(BOOK, "text", 5, TALK), "demand.1") == TALK


@pytest.mark.parametrize(
    ("word", "verdict"),
    [
        ("រួចរាល់", Verdict.DONE),  # done
        ("ត្រូវមើលម្តងទៀត", Verdict.DOUBTFUL),  # needs another look
        (" Done ", Verdict.DONE),
        ("ต้องดูอีกครั้ง", Verdict.DOUBTFUL),  # needs another look
        ("", Verdict.NONE),
        ("ត្រូវបកប្រែ", Verdict.NONE),  # to be translated
    ],
)
def test_the_state_says_what_the_translator_thinks(word: str, verdict: Verdict) -> None:
    assert returned(typed(BOOK, "state", 5, word)).rows[2].verdict is verdict


def test_a_state_that_nobody_offered_is_refused() -> None:
    found = refused(typed(BOOK, "state", 5, "perhaps"))
    assert rules(found) == [("state", 5)]
    assert found[0].clause == "demand.1"


@pytest.mark.parametrize(
    ("value", "says"),
    [
        ("=1+1", "a formula (=1+1)"),
        ('=HYPERLINK("http://x","y")', "a formula"),
        (True, "a truth value"),
        ("#REF!", "an error value (#REF!)"),
        (date(2026, 1, 2), "a number or a date"),
        (datetime(2026, 1, 2, 3, 4, tzinfo=UTC).replace(tzinfo=None), "a number or a date"),
        (0.5, "a number or a date (0.5)"),
    ],
)
def test_what_is_no_text_is_refused_with_its_cell(value: object, says: str) -> None:
    (found,) = refused(typed(BOOK, "text", 5, value))
    assert found.rule == "pack/not-text"
    assert found.message.startswith("Cell D5 (demand.1) holds")
    assert says in found.message


def test_a_whole_number_is_what_was_typed() -> None:
    assert text_of(typed(BOOK, "text", 5, 2025), "demand.1") == "2025"


def test_a_whole_number_that_is_shown_as_something_else_is_refused() -> None:
    def put(sheet: Worksheet) -> None:
        sheet["D5"].value = 50
        sheet["D5"].number_format = "0%"

    assert rules(refused(in_excel(BOOK, put))) == [("not-text", 5)]


def test_bold_letters_are_letters() -> None:
    text = CellRichText(["a ", TextBlock(InlineFont(b=True), "bold"), " word "])
    assert text_of(typed(BOOK, "text", 5, text), "demand.1") == "a bold word "


def test_a_formula_outside_the_table_is_nobodys_business() -> None:
    def put(sheet: Worksheet) -> None:
        sheet["J5"].value = "=1+1"

    assert heard(in_excel(BOOK, put)) == told(THREE)


def test_columns_are_found_wherever_they_are_moved() -> None:
    def move(sheet: Worksheet) -> None:
        sheet.move_range("A1:B5", cols=10)
        sheet.insert_cols(1, 2)

    assert heard(in_excel(BOOK, move)) == told(THREE)


@pytest.mark.parametrize(
    ("column", "name"), [("clause", "Clause"), ("text", "Translation"), ("digest", "Do not change")]
)
def test_a_column_that_was_deleted_is_named(column: str, name: str) -> None:
    (found,) = refused(in_excel(BOOK, lambda sheet: sheet.delete_cols(COLUMNS.index(column) + 1)))
    assert found.rule == "pack/columns"
    assert f"“{name}”" in found.message


def test_the_source_before_may_go() -> None:
    assert heard(in_excel(BOOK, lambda sheet: sheet.delete_cols(3))) == told(THREE)


def test_a_column_that_stands_twice_is_refused() -> None:
    def copy(sheet: Worksheet) -> None:
        sheet["J1"].value = sheet["D1"].value

    assert rules(refused(in_excel(BOOK, copy))) == [("columns", 1)]


def test_rows_may_be_deleted_moved_hidden_and_filtered() -> None:
    def mix(sheet: Worksheet) -> None:
        sheet.delete_rows(4)
        sheet.insert_rows(1, 2)
        sheet.row_dimensions[6].hidden = True
        sheet.auto_filter.add_filter_column(5, ["x"])

    back = returned(in_excel(BOOK, mix)).rows
    assert [(one.clause, one.place.line) for one in back] == [("title", 5), ("demand.1", 6)]


def test_a_sorted_table_is_read_with_the_names_in_its_middle() -> None:
    def swap(sheet: Worksheet) -> None:
        for place in range(1, len(COLUMNS) + 1):
            upper, lower = sheet.cell(2, place), sheet.cell(5, place)
            upper.value, lower.value = lower.value, upper.value  # type: ignore[assignment]

    back = in_excel(BOOK, swap)
    assert sorted(heard(back)) == sorted(told(THREE))


def test_a_row_without_a_clause_is_refused_if_it_says_something() -> None:
    assert rules(refused(typed(BOOK, "text", 9, TALK))) == [("no-clause", 9)]
    assert heard(typed(BOOK, "source", 9, "Stray")) == told(THREE)


def test_a_row_that_lost_its_digest_comes_back_without() -> None:
    assert returned(typed(BOOK, "digest", 5, None)).rows[2].digest == ""


@pytest.mark.parametrize(("cells", "line"), [("D3:D4", 3), ("A5:G5", 5), ("B4:C6", 4)])
def test_merged_cells_over_the_table_are_refused(cells: str, line: int) -> None:
    assert ("merged", line) in rules(refused(in_excel(BOOK, lambda sheet: sheet.merge_cells(cells))))


def test_merged_cells_beside_the_table_do_no_harm() -> None:
    def merge(sheet: Worksheet) -> None:
        sheet.merge_cells("J3:K4")
        sheet.merge_cells("A20:D22")

    assert heard(in_excel(BOOK, merge)) == told(THREE)


def test_a_sheet_that_was_copied_is_refused_by_name() -> None:
    (found,) = refused(in_book(BOOK, lambda book: book.copy_worksheet(book.worksheets[1])))
    assert found.rule == "pack/two-tables"


def test_other_sheets_do_no_harm() -> None:
    def more(book: Workbook) -> None:
        book.create_sheet("Mine", 0).cell(1, 1).value = "x"
        del book[book.sheetnames[1]]

    assert heard(in_book(BOOK, more)) == told(THREE)


def test_a_comment_is_a_note() -> None:
    def say(sheet: Worksheet) -> None:
        sheet["D4"].comment = Comment("Dara:\nis this right?", "Dara")

    assert returned(in_excel(BOOK, say)).rows[1].note == "one\ntwo\nDara:\nis this right?"


@pytest.mark.parametrize(
    "change",
    [
        lambda xml: xml.replace(b'r="D5"', b'r="nowhere"'),
        lambda xml: (
            xml.replace(b't="inlineStr"', b't="s"', 30).replace(b"<is><t>", b"<v>").replace(b"</t></is>", b"</v>")
        ),
        lambda xml: xml.replace(b'<row r="4"', b'<row r="-4"'),
        lambda xml: xml.replace(b's="4"', b's="999"'),
        lambda xml: xml.replace(b"<sheetData>", b"<other>").replace(b"</sheetData>", b"</other>"),
    ],
)
def test_a_strange_sheet_is_read_or_refused_and_never_breaks_the_kit(change: Callable[[bytes], bytes]) -> None:
    data = with_parts(BOOK, {SHEET: change(part(BOOK, SHEET))})
    assert _read_or_refused(data)


def _read_or_refused(data: bytes) -> bool:
    try:
        return bool(returned(data))
    except CatalogError as error:
        return bool(error.diagnostics)


def test_a_hundred_thousand_rows_are_answered_within_seconds() -> None:
    xml = part(BOOK, SHEET)
    one = b'<row><c t="inlineStr"><is><t>title</t></is></c><c t="inlineStr"><is><t>x</t></is></c></row>'
    started = time.perf_counter()
    found = refused(with_parts(BOOK, {SHEET: xml.replace(b"</sheetData>", one * 100_000 + b"</sheetData>")}))
    assert rules(found)[0][0] == "too-many-rows"
    assert time.perf_counter() - started < 20


def test_a_hundred_thousand_empty_rows_do_no_harm() -> None:
    xml = part(BOOK, SHEET)
    data = with_parts(BOOK, {SHEET: xml.replace(b"</sheetData>", b"<row/>" * 100_000 + b"</sheetData>")})
    assert heard(data) == told(THREE)


def test_fifty_faults_are_enough() -> None:
    made = WRITERS["xlsx"](pack(*(row(f"preamble.{n}", "x") for n in range(1, 200))))

    def spoil(sheet: Worksheet) -> None:
        for line in range(3, 200):
            sheet.cell(line, 4).value = "=1"

    assert len(refused(in_excel(made, spoil))) == 50
