"""Workbooks: typed cells as text, the sheet with the answers, and nothing that a hostile one can do."""

from __future__ import annotations

import tracemalloc
import zipfile
from datetime import date, datetime
from io import BytesIO

import pytest
from made_exports import MAIN, rules, with_parts, with_sheet, workbook

from statement_kit.diagnostics import SourceError
from statement_kit.sign_ons.table import read_table

SHEET = "xl/worksheets/sheet1.xml"
NAME = '<row r="1"><c r="A1" t="inlineStr"><is><t>Name</t></is></c></row>'


def cells(data: bytes, sheet: str | None = None) -> list[tuple[str, ...]]:
    made = read_table(data, "form.xlsx", sheet)
    return [made.header, *(row.cells for row in made.rows)]


def refusal(data: bytes, sheet: str | None = None) -> list[str]:
    with pytest.raises(SourceError) as caught:
        read_table(data, "form.xlsx", sheet)
    return [rule for rule, _ in rules(caught.value)]


def test_typed_cells_are_text_as_the_list_writes_it() -> None:
    row = [
        datetime.fromisoformat("2025-07-28T14:03:22"),
        date(2025, 7, 28),
        12.0,
        12.5,
        True,
        85512345678,
        " River ",
        None,
    ]
    header = [f"c{number}" for number in range(len(row))]
    assert cells(workbook(Sheet=[header, row]))[1] == (
        *("2025-07-28T14:03:22", "2025-07-28", "12", "12.5", "TRUE", "85512345678", "River"),
        "",
    )


def test_rows_know_their_place_in_the_sheet() -> None:
    made = read_table(workbook(Sheet=[[], ["Name"], [], ["River"], ["  "], ["Forest"]]), "form.xlsx")
    assert [row.line for row in made.rows] == [4, 6]


def test_a_formula_gives_its_value_and_one_without_a_value_is_refused() -> None:
    made = '<row r="2"><c r="A2"{}><f>1+1</f>{}</c></row>'
    assert cells(with_sheet(NAME + made.format("", "<v>2</v>")))[1] == ("2",)
    assert cells(with_sheet(NAME + made.format(' t="str"', "<v></v>") + '<row r="3"><c r="A3"><v>1</v></c></row>'))[
        1
    ] == ("1",)
    for value in ("", "<v/>", "<v></v>"):
        assert refusal(with_sheet(NAME + made.format("", value))) == ["formula"]


def test_cells_with_errors_are_empty_and_counted() -> None:
    made = read_table(workbook(Sheet=[["Name", "Country"], ["River", "#N/A"], ["Forest", "#REF!"]]), "form.xlsx")
    assert [row.cells[1] for row in made.rows] == ["", ""]
    assert [note.message[:7] for note in made.notes] == ["2 cells"]


FORM = [["Name", "_uuid"], ["River", "a"]]
REPEATS = [["member", "_parent_index", "_submission__uuid"], ["Sok", "1", "a"]]


def test_the_only_sheet_with_rows_is_read() -> None:
    assert cells(workbook(Empty=[], Form=FORM, Title=[["About"]]))[1] == ("River", "a")


def test_sheets_of_repeated_groups_are_left_aside_and_told() -> None:
    made = read_table(workbook(Form=FORM, members=REPEATS), "form.xlsx")
    assert made.rows[0].cells == ("River", "a")
    assert [note.rule for note in made.notes] == ["import/other-sheets"]
    assert "“members”" in made.notes[0].message


def test_of_several_sheets_with_rows_one_must_be_named() -> None:
    data = workbook(Form=FORM, Other=[["Name"], ["Forest"]])
    assert refusal(data) == ["sheets"]
    assert cells(data, "Other")[1] == ("Forest",)
    assert refusal(data, "Third") == ["sheet"]


def test_a_hidden_sheet_is_not_read() -> None:
    data = workbook(Form=FORM, Secret=FORM)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        book = archive.read("xl/workbook.xml").decode()
    hidden = book.replace('name="Secret" sheetId="2" state="visible"', 'name="Secret" sheetId="2" state="hidden"')
    assert hidden != book
    assert cells(with_parts(data, {"xl/workbook.xml": hidden}))[1] == ("River", "a")


def test_a_workbook_without_rows_is_empty() -> None:
    assert refusal(workbook(Sheet=[])) == ["empty"]


@pytest.mark.parametrize(
    ("data", "rule"),
    [
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"Workbook", "old-format"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + "EncryptedPackage".encode("utf-16-le"), "encrypted"),
        (b"PK\x03\x04 cut off", "damaged"),
        (workbook(Sheet=FORM)[:-200], "damaged"),
    ],
)
def test_what_is_no_workbook_is_refused_with_a_remedy(data: bytes, rule: str) -> None:
    assert refusal(data) == [rule]


def test_a_zip_that_is_no_workbook_is_refused() -> None:
    out = BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("mimetype", "application/vnd.oasis.opendocument.spreadsheet")
        archive.writestr("content.xml", "<office/>")
    assert refusal(out.getvalue()) == ["damaged"]


def test_a_locked_member_is_refused() -> None:
    data = bytearray(workbook(Sheet=FORM))
    start = data.index(b"PK\x01\x02")
    while start >= 0:
        data[start + 8] |= 1
        start = data.find(b"PK\x01\x02", start + 1)
    assert refusal(bytes(data)) == ["encrypted"]


def test_a_part_that_unpacks_without_end_is_refused_at_the_bound() -> None:
    bomb = with_parts(workbook(Sheet=FORM), {SHEET: b"<x>" + b" " * 300_000_000})
    tracemalloc.start()
    try:
        assert refusal(bomb) == ["too-large"]
        assert tracemalloc.get_traced_memory()[1] < 250_000_000
    finally:
        tracemalloc.stop()


def test_what_is_not_needed_is_never_unpacked() -> None:
    data = with_parts(workbook(Sheet=FORM), {"xl/media/picture.png": bytes(200_000_000)})
    assert cells(data)[1] == ("River", "a")


def test_more_parts_than_any_workbook_has_and_two_of_one_name_are_refused() -> None:
    assert refusal(with_parts(workbook(Sheet=FORM), {f"x/{number}.xml": "<x/>" for number in range(3_000)})) == [
        "damaged"
    ]
    out = BytesIO(workbook(Sheet=FORM))
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("XL/Worksheets/Sheet1.xml", "<worksheet/>")
    assert refusal(out.getvalue()) == ["damaged"]


def test_entities_are_refused() -> None:
    xml = f'<!DOCTYPE x [<!ENTITY a "aaaa">]><worksheet xmlns="{MAIN}"><sheetData>{NAME}</sheetData></worksheet>'
    assert refusal(with_parts(workbook(Sheet=FORM), {SHEET: xml})) == ["entities"]


@pytest.mark.parametrize("content", ["", "no xml", "<a><b></a>", b"\xff\xfe<\0a\0", "<worksheet/>"])
def test_a_part_that_is_no_sheet_gives_an_error_of_ours(content: str | bytes) -> None:
    assert refusal(with_parts(workbook(Sheet=FORM), {SHEET: content}))[0] in ("damaged", "empty")


FAR = (
    '<c r="XFD1048576"><v>1</v></c>',
    "<c r='XFD1048576'><v>1</v></c>",
    '<c r = "XFD1048576"><v>1</v></c>',
    '<c\tr="XFD1048576"><v>1</v></c>',
    '<c s="1"r="XFD1048576"><v>1</v></c>',
    '<c r="A9" r="XFD1048576"><v>1</v></c>',
    "<c r=\"A9\" r='XFD1048576'><v>1</v></c>",
    '<c r="ZZZZZZZZZZZZ1048576"><v>1</v></c>',
    '<c r="A99999999999999999999"><v>1</v></c>',
    '<x:c xmlns:x="x" r="XFD1048576"><x:v>1</x:v></x:c>',
    '<z a=\'<c r="A1"/>\'/><c r="XFD1048576"><v>1</v></c>',
    "<c><v>1</v></c>" * 20_000 + '<c r="A99999"><v>1</v></c>',
)


@pytest.mark.parametrize("cell", FAR)
def test_a_cell_at_the_far_corner_takes_no_memory(cell: str) -> None:
    assert refusal(with_sheet(f'{NAME}<row r="2">{cell}</row>')) == ["too-large"]


@pytest.mark.parametrize("place", ["&#88;FD1", "A0", "", "12", "A-5", "A1B2", "ÀÉ1"])
def test_a_place_that_no_sheet_has_is_damage(place: str) -> None:
    assert refusal(with_sheet(f'{NAME}<row r="2"><c r="{place}"><v>1</v></c></row>')) == ["damaged"]


def test_empty_cells_take_no_room_wherever_they_stand() -> None:
    rows = "".join(
        f'<row r="{n}"><c r="A{n}" t="inlineStr"><is><t>n{n}</t></is></c><c r="XFD{n}" s="1"/></row>'
        for n in range(1, 500)
    )
    assert len(cells(with_sheet(rows + '<row r="1048576" s="1" customFormat="1"/>'))) == 499


def test_a_text_that_many_cells_share_is_counted_for_each() -> None:
    data = workbook(Sheet=[["Name"]])
    strings = f'<sst xmlns="{MAIN}"><si><t>Name</t></si><si><t>{{}}</t></si></sst>'
    rows = "".join(
        f'<row r="{n}">'
        + "".join(f'<c r="{letter}{n}" t="s"><v>{min(n - 1, 1)}</v></c>' for letter in "ABCDEFGHIJ")
        + "</row>"
        for n in range(1, 2_001)
    )
    sheet = f'<worksheet xmlns="{MAIN}"><sheetData>{rows}</sheetData></worksheet>'

    def made(text: str) -> bytes:
        return with_parts(data, {SHEET: sheet, "xl/sharedStrings.xml": strings.format(text)})

    assert len(cells(made("River"))) == 2_000
    assert refusal(made("A" * 1_000_000)) == ["too-large"]
    assert refusal(made("A" * 30_000 + "<!-- </si> -->")) == ["too-large"]


def test_one_long_text_among_many_short_ones_is_no_harm() -> None:
    rows = [["Name", "Comment"], ["River", "A" * 30_000], *(["Forest", "short"] for _ in range(8_000))]
    assert len(cells(workbook(Sheet=rows))) == 8_002
