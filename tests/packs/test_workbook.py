"""What a workbook offers whoever opens it: cells to write in, everything else locked, nothing taken for a formula."""

from __future__ import annotations

from io import BytesIO

import pytest
from made_packs import THREE, WRITERS, pack, part, row
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.pack import Pack
from statement_kit.packs.wording import KHMER

SHEET = "xl/worksheets/sheet2.xml"


def table(made: Pack = THREE) -> Worksheet:
    return load_workbook(BytesIO(WRITERS["xlsx"](made))).worksheets[1]


def test_only_translation_note_and_state_are_open() -> None:
    sheet = table()
    assert sheet.protection.sheet
    assert sheet.protection.password is None
    is_open = [not cell.protection.locked for cell in sheet[3]]
    assert is_open[:7] == [False, False, False, True, True, True, False]
    assert all(cell.protection.locked for line in (1, 2) for cell in sheet[line])


def test_every_sheet_is_locked_without_a_password() -> None:
    book = load_workbook(BytesIO(WRITERS["xlsx"](THREE)))
    assert book.sheetnames == [KHMER.read_first, KHMER.table, KHMER.glossary]
    assert all(sheet.protection.sheet and sheet.protection.password is None for sheet in book.worksheets)


def test_a_state_is_chosen_from_a_list_in_the_translators_language() -> None:
    (choice,) = table().data_validations.dataValidation
    assert choice.formula1 == f'"{KHMER.done},{KHMER.doubtful}"'
    assert str(choice.sqref) == "F3:F5"


def test_rows_that_need_somebody_are_tinted_and_say_so() -> None:
    sheet = table()
    assert [sheet.cell(line, 1).fill.fill_type for line in (3, 4, 5)] == [None, "solid", "solid"]
    assert [sheet.cell(line, 6).value for line in (3, 4, 5)] == [
        KHMER.states["translated"],
        KHMER.states["stale"],
        KHMER.states["missing"],
    ]


@pytest.mark.parametrize("text", ["=1+1", "+855 23", "-5", "@all", "'tis", "#REF!", "12/3", "007", "TRUE"])
def test_a_text_is_a_text_whatever_it_begins_with(text: str) -> None:
    cell = table(pack(row("title", text, text)))["D3"]
    assert (cell.value, cell.data_type, cell.number_format) == (text, "s", "@")
    assert cell.quotePrefix == (text[0] in "=+-@'")


def test_the_names_stay_in_view_and_are_printed_on_every_page() -> None:
    sheet = table()
    assert sheet.freeze_panes == "B3"
    assert sheet.print_title_rows == "$2:$2"
    assert sheet.page_setup.orientation == "landscape"
    assert sheet.row_dimensions[1].hidden
    assert sheet.column_dimensions["G"].hidden


def test_rows_are_as_high_as_their_longest_cell_and_may_grow() -> None:
    data = WRITERS["xlsx"](pack(row("title", "word " * 100), row("demand.1", "word")))
    sheet = load_workbook(BytesIO(data)).worksheets[1]
    assert (sheet.row_dimensions[3].height or 0) > 10 * (sheet.row_dimensions[4].height or 0) > 0
    assert b'<row r="3" ht=' in part(data, SHEET)
    assert b"customHeight" not in part(data, SHEET)


def test_a_clause_longer_than_a_cell_is_refused_and_not_cut() -> None:
    with pytest.raises(CatalogError, match=r"pack/too-long"):
        WRITERS["xlsx"](pack(row("title", "ក" * 32_768)))  # the letter ka
    assert table(pack(row("title", "ក" * 32_767)))["B3"].value == "ក" * 32_767


def test_the_glossary_has_every_rendering() -> None:
    sheet = load_workbook(BytesIO(WRITERS["xlsx"](THREE))).worksheets[2]
    assert [cell.value for cell in sheet[2]] == ["ceasefire", "បទឈប់បាញ់\nការឈប់បាញ់", "never “truce”"]  # see CEASEFIRE
