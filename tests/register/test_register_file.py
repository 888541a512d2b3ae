"""`endorsers.csv`: read as published, or refused row by row."""

from __future__ import annotations

import csv
from datetime import date, datetime, timedelta, timezone
from io import StringIO

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import SourceError
from statement_kit.endorsers import Endorser, EndorserKind
from statement_kit.register.register_file import parse_register, write_register
from statement_kit.register.row import Register, Row, endorsers_of, filled_cells
from statement_kit.values import is_blank

HEADER = "number,name,acronym\n"


def parse(text: str) -> tuple[Endorser, ...]:
    return endorsers_of(parse_register(text, "e.csv"))


def refused(text: str) -> list[tuple[str, int | None]]:
    with pytest.raises(SourceError) as caught:
        parse(text)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        (HEADER + "1,A,B\n2,C,\n", [Endorser(1, "A", "B"), Endorser(2, "C")]),
        (HEADER + "2,A,\n1,C,", [Endorser(2, "A"), Endorser(1, "C")]),
        ("acronym,number,name\nB,1,A\n", [Endorser(1, "A", "B")]),
        (" number , name,acronym \n 1 , A ,  B \n", [Endorser(1, "A", "B")]),
        ("\n\n" + HEADER + "1,A,B\n", [Endorser(1, "A", "B")]),
        (HEADER + "\n1,A,B\n,,\n  \n2,C,D\n\n", [Endorser(1, "A", "B"), Endorser(2, "C", "D")]),
        (
            HEADER + '1,"Peace, Now",\n2,"The ""Voice""",V\n',
            [Endorser(1, "Peace, Now"), Endorser(2, 'The "Voice"', "V")],
        ),
        (HEADER + "១២,A,\n", [Endorser(12, "A")]),
        ("Number,NAME,Acronym\n1,A,B\n", [Endorser(1, "A", "B")]),
    ],
)
def test_rows_are_read_in_their_order(text: str, read: list[Endorser]) -> None:
    assert list(parse(text)) == read


def test_every_endorser_has_the_line_its_row_begins_on() -> None:
    places = parse_register(HEADER + "\n3,A,\n5,B,\n", "e.csv").places
    assert {clause: str(where) for clause, where in places.items()} == {
        "endorser.3": "e.csv:3",
        "endorser.5": "e.csv:4",
    }


@pytest.mark.parametrize("name", ["Buddhism organizationn", "Good Nieghbors", "Trailing dot.", "SOS (0.0.0)", "#1"])
def test_a_name_is_never_corrected(name: str) -> None:
    assert parse(f"{HEADER}1,{name},\n") == (Endorser(1, name),)


@pytest.mark.parametrize(
    ("header", "said"),
    [
        ("number,acronym\n", "missing: name"),
        ("1,A,B\n", "missing: number, name"),
        ("number,name,acronym,url\n", "unknown: url"),
        ("number,name,acronym,\n", "a column without a name"),
        ("number,name,name,acronym\n", "a column stands twice"),
        ("Number,Name,Acronym,URL\n", "unknown: URL"),
        ("Name,name,number,acronym\n", "a column stands twice"),
        ("number;name;acronym\n", "semicolons"),
        ("number\tname\tacronym\n", "tabs"),
        ("", "missing: number, name"),
        ("\n \n", "missing: number, name"),
    ],
)
def test_wrong_columns_are_refused_and_named(header: str, said: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(header + "1,A,B\n" if header.strip() else header)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.line) == ("endorsers/columns", 1)
    assert said in f"{found.message} {found.hint}"


@pytest.mark.parametrize("rows", ["", "\n", ",,\n  \n"])
def test_a_list_of_nobody_is_refused_with_what_to_do(rows: str) -> None:
    with pytest.raises(SourceError, match="Remove the key “endorsers”") as caught:
        parse(f"\n{HEADER}{rows}")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("endorsers/empty", "e.csv:2")


@pytest.mark.parametrize("number", ["", "0", "-1", "1.0", "one", "1a", "²", "Ⅻ", "1 2", "9" * 5000])
def test_what_is_not_a_whole_number_is_refused(number: str) -> None:
    assert refused(f"{HEADER}{number},A,\n") == [("endorsers/number", 2)]


@pytest.mark.parametrize(
    ("row", "rule", "hint"),
    [
        ("1,Peace, Now,P", "endorsers/cells", "double quotes"),
        ("1,A,B,", "endorsers/cells", "double quotes"),
        ("1,A", "endorsers/cells", "ends with a comma"),
        ("A", "endorsers/cells", "ends with a comma"),
        ("1,,B", "endorsers/no-name", "remove the row"),
        ("1,\u200b,B", "endorsers/no-name", "remove the row"),
        ('1,"A\nB",C', "statement/control-character", "Delete it"),
        ("1,A\tB,", "statement/control-character", "Delete it"),
        ("1,A,B\x07C", "statement/control-character", "Delete it"),
        ('1,"A"B,C', "endorsers/csv-syntax", "double the quotes"),
        ('1,"A,B\n2,C,D', "endorsers/csv-syntax", "double the quotes"),
        ("1," + "A" * 200_000 + ",", "endorsers/csv-syntax", "double quotes"),
    ],
)
def test_a_broken_row_is_refused_at_its_line_with_what_to_do(row: str, rule: str, hint: str) -> None:
    with pytest.raises(SourceError) as caught:
        parse(f"{HEADER}7,Good,\n{row}\n")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.line) == (rule, 3)
    assert found.hint is not None
    assert hint in found.hint


def test_a_quotation_mark_left_open_is_named() -> None:
    with pytest.raises(SourceError) as caught:
        parse(HEADER + '1,A,\n2,"B,\n3,C,\n')
    (found,) = caught.value.diagnostics
    assert (found.message, str(found.where)) == ("A quotation mark opened here is never closed.", "e.csv:3")


def test_a_number_used_twice_is_refused_with_both_lines() -> None:
    with pytest.raises(SourceError) as caught:
        parse(HEADER + "1,A,\n2,B,\n\n1,C,\n")
    (found,) = caught.value.diagnostics
    assert (found.rule, found.where and found.where.line) == ("endorsers/duplicate-number", 5)
    assert "line 2" in found.message


def test_the_lines_behind_a_cell_of_several_lines_are_counted_right() -> None:
    assert refused(HEADER + '1,"A\nB\nC",\nx,D,\n') == [("statement/control-character", 2), ("endorsers/number", 5)]


def test_all_broken_rows_come_at_once() -> None:
    assert refused(HEADER + "x,A,\n1,,\n1,B\n1,C,\n") == [
        ("endorsers/number", 2),
        ("endorsers/no-name", 3),
        ("endorsers/cells", 4),
        ("endorsers/duplicate-number", 5),
    ]


names = st.text(
    st.characters(blacklist_categories=["Cc", "Cn", "Co", "Cs", "Zl", "Zp"], blacklist_characters="\ufffc"), max_size=30
)


@given(
    st.lists(st.tuples(names.filter(lambda name: not is_blank(name)), names), min_size=1, max_size=8),
    st.sampled_from(["\n", "\r\n"]),
)
def test_any_names_written_by_the_csv_module_are_read_back(rows: list[tuple[str, str]], ends: str) -> None:
    out = StringIO()
    writer = csv.writer(out, lineterminator=ends)
    writer.writerows([("number", "name", "acronym"), *((n, *row) for n, row in enumerate(rows, 1))])
    wanted = [Endorser(n, name.strip(), acronym.strip()) for n, (name, acronym) in enumerate(rows, 1)]
    assert list(parse(out.getvalue())) == wanted


FULL = (
    "number,name,acronym,kind,title,capacity,country,website,signed,standing,logo,logo_consent,name:km,transliteration:th\n"
    "1,Star,S,network,,,KH,https://star.example.org,2025-07-28,named,star.svg,yes,ផ្កាយ,สตาร์\n"  # "star", twice
    "2,Sok Dara,,individual,Lecturer,personal,TH,,2025-07-28T14:03+07:00,withheld,,,,\n"
    "3,Gone,,,,,,,,withdrawn,,,,\n"
    "4,,,,,,,,,withheld,,,,\n"
)


def test_every_column_is_read_and_only_what_may_be_printed_becomes_an_endorser() -> None:
    register = parse_register(FULL, "e.csv")
    first, withheld, nameless = endorsers_of(register)
    assert (first.kind, first.country, first.website) == (EndorserKind.NETWORK, "KH", "https://star.example.org")
    assert first.signed == date(2025, 7, 28)
    assert str(first.naming("km")) == "ផ្កាយ (S)"  # "star"
    assert str(first.naming("th")) == "สตาร์ (S)"  # "star" in Thai letters
    signed = datetime(2025, 7, 28, 14, 3, tzinfo=timezone(timedelta(hours=7)))
    assert withheld == Endorser(2, kind=EndorserKind.INDIVIDUAL, signed=signed, is_withheld=True)
    assert nameless == Endorser(4, is_withheld=True)
    assert "Sok" not in repr(endorsers_of(register))
    assert [str(row) for row in register.rows[1:3]] == ["no. 2, whose name is withheld", "no. 3 “Gone”"]


def test_an_official_name_stands_before_a_transliteration() -> None:
    (one,) = endorsers_of(parse_register("number,name,name:km,transliteration:km\n1,Star,ខ,ក\n", "e.csv"))
    assert one.naming("km").name == "ខ"
    (one,) = endorsers_of(parse_register("number,name,name:km,transliteration:km\n1,Star,,ក\n", "e.csv"))
    assert one.naming("km").name == "ក"


def test_what_is_written_is_what_was_read() -> None:
    register = parse_register(FULL, "e.csv")
    assert write_register(register).decode() == FULL


@pytest.mark.parametrize(
    ("column", "cell"),
    [
        ("kind", "club"),
        ("capacity", "official"),
        ("country", "Cambodia"),
        ("website", "star.example.org"),
        ("website", "javascript:alert(1)"),
        ("signed", "28/07/2025"),
        ("standing", "secret"),
        ("logo_consent", "maybe"),
    ],
)
def test_a_cell_that_cannot_be_is_refused_with_what_can(column: str, cell: str) -> None:
    assert refused(f"number,name,{column}\n1,A,{cell}\n") == [("endorsers/cell", 2)]


@pytest.mark.parametrize("column", ["name", "acronym", "title", "name:km", "title:th"])
@pytest.mark.parametrize("private", ["sok@example.org", "+855 12 345 678", "192.168.0.1"])
def test_what_tells_how_to_reach_somebody_is_refused_and_not_repeated(column: str, private: str) -> None:
    columns = ["number", *dict.fromkeys(["name", column])]
    cells = ["1", *("Sok " + private if one == column else "Sok" for one in columns[1:])]
    with pytest.raises(SourceError) as caught:
        parse(f"{','.join(columns)}\n{','.join(cells)}\n")
    assert [found.rule for found in caught.value.diagnostics] == ["endorsers/private"]
    assert private not in str(caught.value)


@pytest.mark.parametrize("column", ["Email", "Phone number", "IP address", "e-mail"])
def test_a_column_for_addresses_is_refused_with_how_to_do_without(column: str) -> None:
    with pytest.raises(SourceError, match="endorsers import"):
        parse(f"number,name,{column}\n1,A,x\n")


cells = st.text(st.sampled_from("=+-@'\"\t ＝abក\u200b,;"), max_size=6).map(str.strip)


@given(
    st.lists(
        st.tuples(cells.filter(lambda text: not is_blank(text) and "\t" not in text), cells), min_size=1, max_size=5
    )
)
def test_no_cell_is_a_formula_in_the_file_and_each_comes_back_as_it_was(rows: list[tuple[str, str]]) -> None:
    made = [
        Row(n, filled_cells({"name": name, "acronym": acronym.replace("\t", "")}))
        for n, (name, acronym) in enumerate(rows, 1)
    ]
    written = write_register(Register(tuple(made)))
    typed = list(csv.reader(StringIO(written.decode())))[1:]
    assert not any(cell[:1] in set("=+-@\t\r＝＋－＠") - {""} for row in typed for cell in row if cell)
    assert parse_register(written.decode(), "e.csv").rows == tuple(made)
