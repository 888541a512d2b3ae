"""Lists of names as people type and copy them."""

from __future__ import annotations

import csv
from pathlib import Path

import pytest
from made_exports import export, rules

from statement_kit.diagnostics import SourceError
from statement_kit.sign_ons.acronyms import split_acronym
from statement_kit.sign_ons.plain_list import HEADER
from statement_kit.sign_ons.table import read_table

EXAMPLE = Path(__file__).parents[2] / "examples" / "border-ceasefire" / "endorsers.csv"


def rows(text: str, path: str = "list.txt") -> list[tuple[str, ...]]:
    return [row.cells for row in read_table(text.encode(), path).rows]


def published() -> list[dict[str, str]]:
    with EXAMPLE.open(encoding="utf-8", newline="") as file:
        return list(csv.DictReader(file))


def entry(row: dict[str, str]) -> str:
    """A row of the example as its list was published, with a space before the acronym but for no. 57."""
    seam = "" if row["number"] == "57" else " "
    return f"- {row['number']}. {row['name']}" + (f"{seam}({row['acronym']})" if row["acronym"] else "")


def test_the_published_list_comes_out_line_for_line() -> None:
    entries = [entry(row) for row in published()]
    text = "\n".join(["A Joint Statement, and why", "", "1. Immediate Ceasefire", "", "Endorsed by:", ""])
    text += "\n".join([*entries[:49], "", *entries[49:]])
    made = read_table(text.encode(), "statement.txt")
    assert made.header == HEADER
    assert [dict(zip(HEADER, row.cells, strict=True)) for row in made.rows] == published()
    assert [(note.rule, note.where.line if note.where else None) for note in made.notes] == [
        ("import/before-list", 1),
        ("import/heading", 5),
    ]


def test_the_messy_lines_of_the_published_list_are_data() -> None:
    lines = ("Association of Domestic Workers ADW", "Most Vulnerable Organization(HOM)", "Our Objective (0.0.0)")
    assert rows("\n".join(f"- {number}. {line}" for number, line in zip((9, 57, 81), lines, strict=True))) == [
        ("9", "Association of Domestic Workers ADW", ""),
        ("57", "Most Vulnerable Organization", "HOM"),
        ("81", "Our Objective", "0.0.0"),
    ]


@pytest.mark.parametrize(
    ("line", "number", "name"),
    [
        ("- 12. River Keepers", "12", "River Keepers"),
        ("12. River Keepers", "12", "River Keepers"),
        ("12) River Keepers", "12", "River Keepers"),
        ("12.River Keepers", "12", "River Keepers"),
        ("12.\tRiver Keepers", "12", "River Keepers"),
        ("* River Keepers", "", "River Keepers"),
        ("• River Keepers", "", "River Keepers"),
        ("River Keepers", "", "River Keepers"),
        ("១២. អ្នកថែរក្សាទន្លេ", "12", "អ្នកថែរក្សាទន្លេ"),  # River Keepers
        ("១២- អ្នកថែរក្សាទន្លេ", "12", "អ្នកថែរក្សាទន្លេ"),  # River Keepers
        ("១២/អ្នកថែរក្សាទន្លេ", "12", "អ្នកថែរក្សាទន្លេ"),  # River Keepers
        ("๑๒. กลุ่มแม่น้ำของเรา", "12", "กลุ่มแม่น้ำของเรา"),  # Our River Group
        ("7. 3S Rivers", "7", "3S Rivers"),
        ("350.org", "", "350.org"),
        ("3S Rivers", "", "3S Rivers"),
        ("1-2-Tree", "", "1-2-Tree"),
        ("3-D Printing for Peace", "", "3-D Printing for Peace"),
        ("2030 Agenda Group", "", "2030 Agenda Group"),
    ],
)
def test_numbers_and_bullets_are_taken_off_and_names_left_alone(line: str, number: str, name: str) -> None:
    assert rows(f"{line}\n{line}\n") == [(number, name, "")] * 2


@pytest.mark.parametrize(
    ("text", "name", "acronym"),
    [
        ("Child Rights Coalition (CRC-Cambodia)", "Child Rights Coalition", "CRC-Cambodia"),
        ("Children's Villages (SOS CV)", "Children's Villages", "SOS CV"),
        ("Kdei Karuna (KdK)", "Kdei Karuna", "KdK"),
        ("Journalists Alliance（CamboJA）", "Journalists Alliance", "CamboJA"),
        ("Urban Poor Women Development (Upwd)", "Urban Poor Women Development", "Upwd"),
        ("Youth For Peace (YFP).", "Youth For Peace", "YFP"),
        ("กรรมการสิทธิ (กสม.)", "กรรมการสิทธิ", "กสม."),  # commission of rights, its acronym
        ("អ្នកថែរក្សាទន្លេ (អ.ថ.ទ)", "អ្នកថែរក្សាទន្លេ", "អ.ថ.ទ"),  # River Keepers, their acronym
        ("Friends of Peace (Thailand)", "Friends of Peace (Thailand)", ""),
        ("Friends of Peace (USA)", "Friends of Peace (USA)", ""),
        ("Friends of Peace (NGO)", "Friends of Peace (NGO)", ""),
        ("Friends of Peace (2005)", "Friends of Peace (2005)", ""),
        ("Friends of Peace (formerly FOP)", "Friends of Peace (formerly FOP)", ""),
        ("เครือข่ายคนชายแดน (ไทย)", "เครือข่ายคนชายแดน (ไทย)", ""),  # Border People's Network (Thailand)
        ("(ABC)", "(ABC)", ""),
    ],
)
def test_the_last_bracket_is_an_acronym_if_it_looks_like_one(text: str, name: str, acronym: str) -> None:
    assert split_acronym(text) == (name, acronym)


@pytest.mark.parametrize("filling", [" ", "(", "()", "(A) "])
def test_a_long_line_takes_no_time(filling: str) -> None:
    assert split_acronym(f"River{filling * 50_000}Keepers (RK)")[1] == "RK"


def test_headings_are_left_out_and_told() -> None:
    made = read_table(b"# Endorsers\n\nOrganisations:\n- River\n- Forest\n\nIndividuals:\n- Sok Dara\n", "list.md")
    assert [row.cells[1] for row in made.rows] == ["River", "Forest", "Sok Dara"]
    assert [(note.rule, note.where.line if note.where else None) for note in made.notes] == [("import/heading", 1)]


@pytest.mark.parametrize(("name", "first"), [("khmer-list.md", 5), ("thai-list.txt", 2)])
def test_lists_in_khmer_and_thai_begin_behind_their_headings(name: str, first: int) -> None:
    made = export(name)
    assert made.source == "list"
    assert (len(made.rows), made.rows[0].line) == (3, first)


def test_a_sentence_of_the_statement_begins_no_list() -> None:
    sentence = "We, the undersigned, signatories of an earlier letter, now urge the following:"
    text = f"{sentence}\n\n1. Peace\n\nEndorsed by:\n1. River\n2. Lake\n"
    assert rows(text) == [("1", "River", ""), ("2", "Lake", "")]


def test_thousands_of_lines_below_a_name_are_one_long_name() -> None:
    found = rows("- River\n" * 40_000 + "  and Lake\n" * 39_000)
    assert (len(found), len(found[-1][1])) == (40_000, len("River") + 39_000 * len(" and Lake"))


def test_an_indented_line_belongs_to_the_name_above_it() -> None:
    text = "- 1. Federation of Free Trade Unions of the\n  Kingdom of Cambodia (FTUWKC)\n- 2. River\n"
    assert rows(text)[0] == ("1", "Federation of Free Trade Unions of the Kingdom of Cambodia", "FTUWKC")


def test_a_line_without_a_mark_among_others_is_asked_about() -> None:
    with pytest.raises(SourceError) as caught:
        rows("1. River\n2. Forest\nField\n3. Lake\nMountain\n")
    assert rules(caught.value) == [("list-line", 3), ("list-line", 5)]


def test_a_list_of_headings_alone_has_no_names() -> None:
    with pytest.raises(SourceError) as caught:
        rows("Endorsed by:\nSigned by:\n")
    assert rules(caught.value) == [("empty", None)]


def test_a_list_longer_than_any_is_refused() -> None:
    with pytest.raises(SourceError) as caught:
        rows("River\n" * 100_001)
    assert rules(caught.value) == [("too-large", None)]
