"""Whatever people type wherever: no address and no number gets into a fact, a note, an error or what a value shows."""

from __future__ import annotations

import traceback

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_exports import EXPORTS, as_csv

from statement_kit.diagnostics import SourceError
from statement_kit.markup.private import private_kinds
from statement_kit.sign_ons.column_map import ColumnMap
from statement_kit.sign_ons.fields import FIELDS
from statement_kit.sign_ons.guessing import guess, proposed_map
from statement_kit.sign_ons.reading import sign_ons
from statement_kit.sign_ons.table import Table, read_table

SECRETS = (
    *("sok.dara@example.org", "SOK@Example.org", "dara (at) example.org", "sok＠example.org"),
    *("012 345 678", "+855 12 345 678", "០១២ ៣៤៥ ៦៧៨", "(023) 123-456", "0123456789"),
    *("192.0.2.77", "2001:db8::77"),
)
CELLS = (
    "",
    "River Keepers",
    "NGO",
    "individual",
    "Yes",
    "no",
    "KH",
    "Cambodia",
    "28/7/2025",
    "2025-07-28 14:03",
    "ទន្លេ",
)  # river
AROUND = ("{}", "call {}", "River {}", "{}, please", "({})")

SECRET = st.builds(lambda text, around: (text, around.format(text)), st.sampled_from(SECRETS), st.sampled_from(AROUND))
MAPPED = st.lists(st.sampled_from([*FIELDS, "name:km", "title:th", "kind=network", "ignored"]), min_size=1, max_size=8)


def outputs(made: Table, column_map: ColumnMap) -> str:
    """Everything that anybody gets to see of a reading: facts, notes, errors with their tracebacks, values shown."""
    try:
        found = sign_ons(made, column_map, "form.csv")
    except SourceError as error:
        return "".join(traceback.format_exception(error)) + repr(error.diagnostics)
    return repr([*(dict(one.facts) for one in found.sign_ons), found, found.notes]) + str(found.notes)


@settings(deadline=None)
@given(MAPPED, SECRET, st.data())
def test_a_secret_in_any_cell_of_any_column_stays_where_it_is(
    fields: list[str], secret: tuple[str, str], data: st.DataObject
) -> None:
    text, typed = secret
    header = [f"Column {number}" for number in range(len(fields))]
    rows = data.draw(
        st.lists(st.lists(st.sampled_from(CELLS), min_size=len(fields), max_size=len(fields)), min_size=1, max_size=4)
    )
    rows[data.draw(st.integers(0, len(rows) - 1))][data.draw(st.integers(0, len(fields) - 1))] = typed
    made = read_table(as_csv([header, *rows]).encode(), "form.csv")
    column_map = ColumnMap(dict.fromkeys(made.header, "ignored") | dict(zip(header, fields, strict=True)))
    shown = outputs(made, column_map) + repr(made) + "".join(one.why for one in guess(made))
    assert text not in shown
    assert text.casefold() not in shown


@settings(deadline=None)
@given(st.lists(st.sampled_from([*SECRETS, "Name", "Country"]), min_size=2, max_size=5))
def test_a_file_without_a_header_tells_nothing_of_its_first_row(cells: list[str]) -> None:
    data = as_csv([cells, ["x"] * len(cells)]).encode()
    try:
        made = read_table(data, "form.csv")
        shown = outputs(made, ColumnMap({"Name": "name"})) + repr(made)
    except SourceError as error:
        shown = "".join(traceback.format_exception(error))
    assert [text for text in SECRETS if text in shown] == []


@pytest.mark.parametrize("path", sorted(EXPORTS.iterdir()), ids=lambda path: path.name)
def test_no_fact_of_any_export_holds_anything_private(path: object) -> None:
    name = getattr(path, "name", "")
    made = read_table((EXPORTS / name).read_bytes(), name)
    found = sign_ons(
        made, ColumnMap(proposed_map(made).columns, answers={"consent": {"": "no"}}, kind="individual"), name
    )
    assert found.sign_ons
    texts = [text for one in found.sign_ons for field, text in one.facts.items() if field not in ("signed", "website")]
    assert [text for text in texts if private_kinds(text)] == []
