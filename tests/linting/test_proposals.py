"""What a register would be if somebody said yes: cells that change, and two rows as one."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import register

from statement_kit.linting.proposals import CellChange, RowMerge, merged, proposed
from statement_kit.register.row import Row, filled_cells


def row(number: int, **cells: str) -> Row:
    return Row(number, filled_cells(cells))


def test_a_change_touches_its_row_only() -> None:
    here = register({"name": "A"}, {"name": "B"})
    found = proposed(here, CellChange(2, {"name": "C", "acronym": "CC"}))
    assert [dict(one.cells) for one in found.rows] == [{"name": "A"}, {"name": "C", "acronym": "CC"}]
    assert proposed(here, CellChange(9, {"name": "C"})) == here


def test_a_merge_keeps_the_first_row_at_its_place_and_drops_the_second() -> None:
    here = register({"name": "A"}, {"name": "B", "country": "KH"}, {"name": "C"})
    found = proposed(here, RowMerge(3, 1))
    assert [one.number for one in found.rows] == [2, 3]
    assert "country" in proposed(here, RowMerge(1, 2)).columns
    assert proposed(here, RowMerge(1, 9)) == here


def test_only_empty_cells_are_filled() -> None:
    one = merged(row(1, name="A", acronym="AA"), row(2, name="B", acronym="BB", country="KH"))
    assert dict(one.cells) == {"name": "A", "acronym": "AA", "country": "KH"}


@pytest.mark.parametrize(
    ("keep", "drop", "standing"),
    [
        ("", "", ""),
        ("named", "", "named"),
        ("withheld", "named", "withheld"),
        ("", "withheld", "withheld"),
        ("named", "withheld", "withheld"),
    ],
)
def test_who_asked_not_to_be_named_in_one_of_two_rows_is_not_named(keep: str, drop: str, standing: str) -> None:
    assert merged(row(1, name="A", standing=keep), row(2, name="A", standing=drop))["standing"] == standing


def test_a_logo_goes_with_its_own_consent() -> None:
    theirs = row(2, name="A", logo="a.svg", logo_consent="yes")
    assert merged(row(1, name="A"), theirs)["logo_consent"] == "yes"
    assert merged(row(1, name="A", logo="b.svg"), theirs)["logo_consent"] == ""
    assert merged(row(1, name="A", logo_consent="no"), theirs)["logo"] == ""


def test_a_name_in_another_script_becomes_that_of_its_language() -> None:
    khmer = row(2, name="បណ្តាញ")  # Network
    assert merged(row(1, name="Network"), khmer)["name:km"] == khmer["name"]
    assert merged(row(1, **{"name": "Network", "name:km": "ក"}), khmer)["name:km"] == "ក"
    assert merged(khmer, row(1, name="Network"))["name:en"] == "Network"
    assert "name:en" not in merged(row(1, name="Network"), row(2, name="Networks")).cells


_CELLS = st.dictionaries(
    st.sampled_from(["name", "acronym", "country", "standing", "logo", "logo_consent", "name:km"]),
    st.sampled_from(["withheld", "A", "ក", ""]),
)


@given(_CELLS, _CELLS)
def test_nothing_of_the_row_that_stays_is_lost(keep: dict[str, str], drop: dict[str, str]) -> None:
    keep |= {"standing": "withheld" if keep.get("standing") else ""}
    drop |= {"standing": "withheld" if drop.get("standing") else ""}
    one = merged(row(1, **keep), row(2, **drop))
    assert one.number == 1
    assert all(one[column] == text for column, text in keep.items() if text)
    assert set(one.cells.values()) <= {*keep.values(), *drop.values()}
