"""Tables from CSV files and lists: what a file is, and that every cell of it comes out."""

from __future__ import annotations

import codecs

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_exports import as_csv, rules

from statement_kit.diagnostics import SourceError
from statement_kit.sign_ons.table import MOST_BYTES, Table, column_letters, read_table

ROWS = [["Name", "Country"], ["River, and Forest", "KH"], ["“Lotus”; a circle", "TH"]]


def cells(made: Table) -> list[list[str]]:
    return [list(made.header), *(list(row.cells) for row in made.rows)]


def refusal(data: bytes, path: str = "form.csv") -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        read_table(data, path)
    return rules(caught.value)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16"])
def test_what_google_and_excel_write_is_read(delimiter: str, encoding: str) -> None:
    assert cells(read_table(as_csv(ROWS, delimiter).encode(encoding), "form.csv")) == ROWS


def test_utf_16_is_read_in_either_order_of_bytes() -> None:
    data = codecs.BOM_UTF16_BE + as_csv(ROWS, "\t").encode("utf-16-be")
    assert cells(read_table(data, "Unicode text.txt")) == ROWS


def test_line_ends_of_any_system_are_read() -> None:
    text = as_csv(ROWS)
    for end in ("\r\n", "\r"):
        assert cells(read_table(text.replace("\n", end).encode(), "form.csv")) == ROWS


CELL = st.text(st.characters(exclude_categories=["Cs"], exclude_characters="\r\0"), max_size=12).map(str.strip)
HEADER = st.lists(st.text("abកខกไทย", min_size=1, max_size=6), min_size=2, max_size=5, unique=True)


@st.composite
def tables(draw: st.DrawFn) -> list[list[str]]:
    header = draw(HEADER)
    row = st.lists(CELL, min_size=len(header), max_size=len(header)).filter(any)
    return [header, *draw(st.lists(row, max_size=5))]


@settings(deadline=None)
@given(tables(), st.sampled_from([",", ";", "\t"]), st.sampled_from(["utf-8", "utf-8-sig", "utf-16"]))
def test_any_table_reads_back_as_it_was_written(rows: list[list[str]], delimiter: str, encoding: str) -> None:
    assert cells(read_table(as_csv(rows, delimiter).encode(encoding), "form.csv")) == rows


def test_a_question_with_commas_does_not_part_a_table_with_tabs() -> None:
    rows = [["Name, in full", "Country, or region, or city"], ["River", "KH"], ["Forest", "TH"]]
    assert cells(read_table(as_csv(rows, "\t").encode(), "form.csv")) == rows


def test_rows_know_their_lines_where_cells_have_several() -> None:
    made = read_table(b'Name,Comment\nRiver,"one\ntwo"\n\nForest,\n', "form.csv")
    assert [row.line for row in made.rows] == [2, 5]


def test_a_column_is_named_once_and_one_without_a_name_by_its_letter() -> None:
    made = read_table(b"Name,,Name,Name (2),,\nRiver,x,y,z,,\n", "form.csv")
    assert made.header == ("Name", "column B", "Name (2)", "Name (2) (2)")
    assert made.rows[0].cells == ("River", "x", "y", "z")


def test_a_thousand_columns_of_one_name_are_a_thousand_columns() -> None:
    header = read_table((b",".join([b"Name"] * 1_000) + b"\n"), "form.csv").header
    assert header == ("Name", *(f"Name ({number})" for number in range(2, 1_001)))


def test_spreadsheets_letter_their_columns_from_a() -> None:
    assert [column_letters(place) for place in (0, 25, 26, 701, 702)] == ["A", "Z", "AA", "ZZ", "AAA"]


def test_every_row_with_more_cells_than_the_header_is_told() -> None:
    assert refusal(b"Name,Country\nRiver,KH\nForest, and Field,TH\nA,B,C\n") == [("cells", 3), ("cells", 4)]


def test_empty_cells_behind_a_row_are_no_cells() -> None:
    assert cells(read_table(b"Name,Country\nRiver,KH,,,\nForest\n", "form.csv")) == [
        ["Name", "Country"],
        ["River", "KH"],
        ["Forest", ""],
    ]


def test_a_quotation_mark_that_is_never_closed_is_found_where_it_opens() -> None:
    assert refusal(b'Name,Country\nRiver,KH\n"Forest,TH\n') == [("csv-syntax", 3)]


@pytest.mark.parametrize(
    ("data", "line"),
    [("Name\nชื่อ\n".encode("cp874"), 2), (b"Name\nCaf\xe9\n", 2), (b"\xff\xfea", 1), (b"Name,\0Country\n", 1)],
)
def test_what_is_no_unicode_is_refused_at_its_line(data: bytes, line: int) -> None:
    assert refusal(data) == [("encoding", line)]


@pytest.mark.parametrize("data", [b"", b"\n\n", b" , ,\n", "\ufeff".encode()])
def test_a_file_without_anything_is_empty(data: bytes) -> None:
    assert refusal(data) == [("empty", None)]


def test_a_file_larger_than_any_list_is_refused_unread() -> None:
    assert refusal(b"a" * (MOST_BYTES + 1)) == [("too-large", None)]


def test_more_rows_columns_or_cells_than_any_list_has_are_refused() -> None:
    assert refusal(b"Name,Country\n" + b"a,b\n" * 100_001) == [("too-large", None)]
    assert refusal(b",".join([b"a"] * 1_001) + b"\n") == [("too-large", None)]
    assert refusal((b",".join([b"a"] * 900) + b"\n") * 4_000) == [("too-large", 3_334)]


def test_thousands_of_empty_columns_are_nothing() -> None:
    assert cells(read_table(b"Name,Country" + b"," * 16_000 + b"\nRiver,KH" + b"," * 16_000 + b"\n", "form.csv"))[
        1
    ] == [
        "River",
        "KH",
    ]


def test_a_file_without_a_header_is_told_and_its_address_not_repeated() -> None:
    with pytest.raises(SourceError) as caught:
        read_table(b"River,sok@example.org\nForest,dara@example.org\n", "form.csv")
    assert rules(caught.value) == [("no-header", 1)]
    assert "sok@" not in str(caught.value)


def test_a_table_with_only_a_header_has_no_rows() -> None:
    assert read_table(b"Name,Country\n", "form.csv").rows == ()


def test_what_a_table_shows_of_itself_holds_no_cell() -> None:
    made = read_table(b"Name,E-mail\nRiver,sok@example.org\n", "form.csv")
    assert "sok" not in repr(made) + repr(made.rows[0])


@pytest.mark.parametrize(
    ("text", "path", "source"),
    [
        ("River\nForest\n", "names.txt", "list"),
        ("River, and Forest\nField\n", "names.txt", "list"),
        ("- River\n- Forest\n", "names.csv", "list"),
        ("River\nForest\n", "names", "list"),
        ("name\nRiver\n", "names.csv", "table"),
        ("name\nRiver\n", "names", "table"),
        ("name,country\nRiver,KH\n", "register.txt", "table"),
        ("Name\tCountry\nRiver\tKH\n", "Unicode text.txt", "table"),
        ("1.\tRiver\n2.\tForest\n", "names.txt", "list"),
    ],
)
def test_a_list_is_told_from_a_table(text: str, path: str, source: str) -> None:
    assert read_table(text.encode(), path).source == source
