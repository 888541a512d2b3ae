"""The lint of a register: people, names in several languages, names that are withheld, what was decided before."""

from __future__ import annotations

import secrets
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import linted, register

from statement_kit.diagnostics import Severity
from statement_kit.linting import CellChange, Decisions, Finding, RowMerge, lint_register, proposed
from statement_kit.linting.decisions import Verdict
from statement_kit.linting.nearness import families
from statement_kit.linting.slips import is_likely_slip, is_one_slip_a_word
from statement_kit.register.fingerprints import Fingerprints
from statement_kit.register.row import Register, Row, filled_cells

PERSON = {"kind": "individual"}
DAY = date(2025, 7, 28)
KEY = Fingerprints(bytes(32))


def finding(register: Register, rule: str, decisions: Decisions = Decisions()) -> Finding:  # noqa: B008 - frozen
    """The one finding of a rule."""
    (one,) = [one for one in lint_register(register, decisions) if one.rule == rule]
    return one


ACROSS = (
    # Network of Women of Cambodia; Foundation for Children
    ({"name": "Cambodian Women Network", "name:km": "បណ្តាញស្ត្រីកម្ពុជា"}, {"name": "បណ្ដាញស្ត្រីកម្ពុជា"}, "twice"),
    ({"name": "បណ្តាញស្ត្រីកម្ពុជា"}, {"name": "Women Network", "name:km": "បណ្តាញ\u200bស្ត្រីកម្ពុជា"}, "twice"),
    ({"name": "Child Care", "name:th": "มูลนิธิเด็ก"}, {"name": "Kids", "name:th": "มูลนิธิเด็ก"}, "twice"),
    ({"name": "Child Care", "transliteration:th": "ไชลด์แคร์"}, {"name": "ไชลด์แคร์"}, "twice"),  # Child Care, in Thai
    (
        {"name": "Child Care", "website": "https://cc.example.org"},
        {"name": "มูลนิธิเด็ก", "website": "http://www.cc.example.org/th/"},
        "alike",
    ),
    ({"name": "Child Care", "acronym": "CCX"}, {"name": "มูลนิธิเด็ก", "acronym": "C.C.X."}, "acronym-shared"),
    (
        {"name": "Vivid Group", "website": "https://vivid.example.org/"},
        {"name": "Grove", "website": "https://vivid.example.org"},
        "alike",
    ),
)


@pytest.mark.parametrize(("first", "second", "rule"), ACROSS)
def test_one_organisation_is_found_in_two_scripts(first: dict[str, str], second: dict[str, str], rule: str) -> None:
    found = finding(register(first, second), rule)
    assert (found.number, found.rows, found.proposal) == (2, (1, 2), RowMerge(1, 2))


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Intl Devt Vivid", "International Development Vivid"),
        ("Int'l Vivid Dev't", "International Vivid Development"),
        ("Vivid 3S", "Vivid ៣S"),  # 3, in Khmer digits
    ],
)
def test_what_is_written_short_or_in_other_digits_is_the_same(first: str, second: str) -> None:
    assert "2 twice" in linted({"name": first}, {"name": second})


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("Klahaan", "Klahaan Cambodia"),
        ("Klahaan Youth Network", "Klahaan Cambodian Youth Network"),
        ("Cambodia Youth Peace Network", "Cambodian Youth Peace Network"),
        ("Burma Vivid Union", "Myanmar Vivid Union"),
        ("អង្គការស្ត្រីក្រីក្រ", "ស្ត្រីក្រីក្រកម្ពុជា"),  # Organisation of Poor Women, Poor Women of Cambodia
        ("เครือข่ายแรงงานหญิง", "เครือข่ายแรงงานหญิงแห่งประเทศไทย"),  # Network of Women Workers, of Thailand
    ],
)
def test_a_place_that_one_of_two_names_leaves_out_makes_no_other_organisation(first: str, second: str) -> None:
    assert "2 alike" in linted({"name": first}, {"name": second})


def test_two_places_are_two_organisations() -> None:
    assert linted({"name": "Klahaan Cambodia"}, {"name": "Klahaan Thailand"}) == []


def test_a_page_at_a_host_of_many_says_nothing() -> None:
    site = "https://www.facebook.com/"
    assert (
        linted({"name": "Child Care", "website": site}, {"name": "มูลนิธิเด็ก", "website": site}) == []
    )  # Foundation for Children
    assert (
        linted({"name": "Child Care", "website": "https://[bad"}, {"name": "มูลนิธิเด็ก", "website": "https://[bad"}) == []
    )


PEOPLE = (
    (("Sok Dara", ""), ("Sok Dara", ""), True),
    (("Sok Dara", ""), ("Dara SOK", "Lecturer"), True),
    (("Dr. Sok Dara", "Lecturer"), ("Sok Dara", "lecturer"), True),
    (("Sok Dara", "Lecturer"), ("Sok Dara", "Farmer"), False),
    (("Sokha Darany", "Lecturer"), ("Sokha Darani", "Lecturer"), True),
    (("Sokha Darany", ""), ("Sokha Darani", ""), False),
    (("Sokha Darany", "Lecturer"), ("Sokha Darani", "Farmer"), False),
    (("นายสมชาย ใจดี", ""), ("สมชาย ใจดี", ""), True),  # Mr Somchai Jaidee
    (("លោក សុខ ដារ៉ា", ""), ("សុខ ដារ៉ា", ""), True),  # Mr Sok Dara
)


@pytest.mark.parametrize(("first", "second", "is_told"), PEOPLE)
def test_people_of_one_name_are_alike_with_the_same_title_or_none(
    first: tuple[str, str], second: tuple[str, str], *, is_told: bool
) -> None:
    rows = [{**PERSON, "name": name, "title": title} for name, title in (first, second)]
    assert linted(*rows) == (["2 alike"] if is_told else [])


def test_the_third_of_a_name_is_compared_with_each_before_it() -> None:
    rows = [{**PERSON, "name": "Sok Dara", "title": title} for title in ("Lecturer", "Farmer", "Farmer")]
    found = finding(register(*rows), "alike")
    assert found.rows == (2, 3)
    assert found.diagnostic.message == "“Sok Dara” may be the same person as no. 2 “Sok Dara”, line 3."


def test_what_is_known_of_organisations_says_nothing_about_people() -> None:
    names = (
        "Sok Associaton",
        "Dara Organisaton",
        "Centre Kim",
        "Center Kim",
        "Sok Dara SD",
        "Kim Jr.",
        "Dr. Kim, Ph.D.",
    )
    assert linted(*({**PERSON, "name": name, "title": f"Farmer {at}"} for at, name in enumerate(names))) == []
    assert linted({**PERSON, "name": "Vivid Grove"}, {"name": "Vivid Grove"}) == []
    assert linted({**PERSON, "name": "Sok Dara,", "title": "Lecturer  in law"}) == ["1 last-mark", "1 double-space"]


def test_names_in_other_languages_are_looked_at_with_their_columns() -> None:
    row = {
        "name": "Child Care",
        "name:th": "มูลนิธิเด็ก.",
        "title:th": "ก\u202eข",
        "acronym:km": "ក  ខ",
    }  # Foundation for Children
    found = lint_register(register(row))
    assert [(one.rule, one.column) for one in found] == [
        ("last-mark", "name:th"),
        ("double-space", "acronym:km"),
        ("direction-mark", "title:th"),
    ]
    assert found[0].proposal == CellChange(1, {"name:th": "มูลนิธิเด็ก"})


@pytest.mark.parametrize(
    ("column", "name", "is_told"),
    [
        ("name:km", "มูลนิธิเด็ก", True),  # Foundation for Children, in Thai
        ("name:km", "VBNK", False),
        ("name:km", "VBNK វីប៊ីអិនខេ", False),  # VBNK, spelt out
        ("transliteration:km", "Mulnithi", True),
        ("name:xx", "มูลนิธิเด็ก", False),
    ],
)
def test_a_name_in_the_letters_of_another_language_is_told(column: str, name: str, *, is_told: bool) -> None:
    assert linted({"name": "Child Care", column: name}) == (["1 other-script"] if is_told else [])


def test_who_has_withdrawn_is_passed_over_and_leaves_no_gap() -> None:
    gone = {"name": "Vivid  Grove.", "standing": "withdrawn"}
    assert linted(gone, {"name": "Vivid Grove"}, gone) == []


def test_of_a_withheld_name_only_a_repeat_is_told_by_number_and_line() -> None:
    hidden = {"name": "Sok  Dara.", "acronym": "XX", "kind": "individual", "standing": "withheld"}
    assert linted(hidden) == []
    found = finding(register(hidden, {**PERSON, "name": "Sok Dara"}), "withheld-repeat")
    assert found.diagnostic.message == "No. 2, line 3 may be the same as no. 1, whose name is withheld, line 2."
    assert found.proposal == RowMerge(1, 2)
    assert found.withheld == (1,)


HIDDEN = "ជាសម្ងាត់"
"""“In secret”: no name that a check could say by itself."""

_STANDINGS = st.sampled_from(["", "withheld", "withdrawn"])
_KINDS = st.sampled_from(["", "network", "individual"])
_NAMES = st.sampled_from([HIDDEN, f"{HIDDEN}.", f"Vivid {HIDDEN}", f"({HIDDEN}", "Vivid Grove", f"{HIDDEN} VG"])


@st.composite
def rows(draw: st.DrawFn) -> dict[str, str]:
    row = {"standing": draw(_STANDINGS), "kind": draw(_KINDS), "name": draw(_NAMES)}
    row |= {"acronym": draw(st.sampled_from(["", "VG", HIDDEN])), "name:km": draw(st.sampled_from(["", HIDDEN]))}
    return row | {"website": draw(st.sampled_from(["", "https://x.example.org"]))}


@given(st.lists(rows(), max_size=6))
def test_no_message_says_anything_of_a_withheld_row(made: list[dict[str, str]]) -> None:
    """Also not by the name of another row that is the same."""
    here = register(*made)
    withheld = {row.number for row in here.rows if row["standing"] == "withheld"}
    for one in lint_register(here):
        assert bool(withheld & set(one.rows) and one.column != "number") == one.is_withheld
        if one.is_withheld:
            assert HIDDEN not in repr(one)
            assert "Vivid" not in repr(one)


_TEXTS = st.text(st.one_of(st.characters(), st.sampled_from('aA ก่ำេកខ្តដ\u200b()[].,"“12Т')), max_size=24)
_COLUMNS = ("acronym", "title", "website", "name:km", "transliteration:th", "acronym:km", "title:th")


@given(
    st.lists(
        st.fixed_dictionaries({"name": _TEXTS, "kind": _KINDS}, optional=dict.fromkeys(_COLUMNS, _TEXTS)), max_size=9
    )
)
def test_no_register_is_too_strange(made: list[dict[str, str]]) -> None:
    here = register(*made)
    for one in lint_register(here):
        assert one.diagnostic.severity is Severity.WARNING
        assert one.diagnostic.message
        assert one.diagnostic.hint
        assert len(one.texts(None)) == 32
        if one.proposal:
            assert proposed(here, one.proposal) != here


@given(st.lists(st.fixed_dictionaries({"name": _TEXTS, "kind": _KINDS, "standing": _STANDINGS}), max_size=6))
def test_what_was_kept_is_not_told_again(made: list[dict[str, str]]) -> None:
    here = register(*made)
    decisions = Decisions(prints=KEY)
    for _ in range(60):
        found = lint_register(here, decisions)
        if not found:
            break
        decisions = decisions.with_one(found[0], Verdict.KEPT, "Sok", DAY)
    assert lint_register(here, decisions) == []


def test_other_words_are_told_again() -> None:
    here = register({"name": "Vivid Grove."})
    kept = Decisions().with_one(finding(here, "last-mark"), Verdict.KEPT, "Sok", DAY)
    assert lint_register(here, kept) == []
    assert [one.rule for one in lint_register(register({"name": "Vivid Groves."}), kept)] == ["last-mark"]
    numbered = register({"name": "Alpha"}, {"name": "Vivid Grove."})
    assert lint_register(numbered, kept) == []


def test_what_was_corrected_is_told_again_if_it_comes_back() -> None:
    here = register({"name": "Vivid Grove."})
    corrected = Decisions().with_one(finding(here, "last-mark"), Verdict.CORRECTED, "Sok", DAY)
    assert [one.rule for one in lint_register(here, corrected)] == ["last-mark"]


def test_the_next_likeness_is_told_when_one_was_found_to_be_none() -> None:
    here = register({"name": "Klahaan"}, {"name": "Klahaan Organization"}, {"name": "Klahaan Association"})
    first, second = (one for one in lint_register(here) if one.rule == "alike")
    assert (first.rows, second.rows) == ((1, 2), (1, 3))
    kept = Decisions().with_one(second, Verdict.KEPT, "Sok", DAY)
    assert [one.rows for one in lint_register(here, kept)] == [(1, 2)]
    people = register(*({**PERSON, "name": "Sok Dara"} for _ in range(3)))
    kept = Decisions().with_one(lint_register(people)[1], Verdict.KEPT, "Sok", DAY)
    assert [found.rows for found in lint_register(people, kept)] == [(1, 2), (2, 3)]


def test_a_withheld_likeness_is_kept_under_the_key_of_the_folder_only() -> None:
    here = register({**PERSON, "name": "Sok Dara", "standing": "withheld"}, {**PERSON, "name": "Sok Dara"})
    found = finding(here, "withheld-repeat")
    kept = Decisions(prints=KEY).with_one(found, Verdict.KEPT, "Sok", DAY)
    assert lint_register(here, kept) == []
    for prints in (None, Fingerprints(secrets.token_bytes(32))):
        assert lint_register(here, Decisions(kept.made, prints)) == [found]


def test_a_row_that_went_into_another_leaves_no_gap() -> None:
    here = Register((Row(1, filled_cells({"name": "Alpha"})), Row(3, filled_cells({"name": "Beta"}))))
    assert [one.rule for one in lint_register(here)] == ["number-gap"]
    pair = finding(register({"name": "Alpha"}, {"name": "alpha"}), "twice")
    merged = Decisions().with_one(pair, Verdict.MERGED, "Sok", DAY)
    assert lint_register(here, merged) == []


def test_the_order_is_not_looked_at_where_the_rows_are_not_printed_in_theirs() -> None:
    names = ["Zeta", *(f"{letter}lpha" for letter in "ABCDEFGHI")]
    here = register(*({"name": name} for name in names))
    rules = {one.rule for one in lint_register(here)}
    assert "order" in rules
    assert {one.rule for one in lint_register(here, checks_order=False)} == rules - {"order"}


PROPOSALS = (
    ({"name": "Vivid Grove Organizaton"}, {"name": "Vivid Grove Organization"}),
    ({"name": "Vivid Grove (VG)"}, {"name": "Vivid Grove", "acronym": "VG"}),
    ({"name": "Vivid Grove (VG)", "acronym": "VG"}, {"name": "Vivid Grove"}),
    ({"name": "Vivid Grove", "acronym": "VG."}, {"acronym": "VG"}),
    ({"name": "Vivid \u0410SEAN"}, {"name": "Vivid ASEAN"}),
    ({"name": "Vivid Ｇrove"}, {"name": "Vivid Grove"}),
    ({"name": "Vivid \u202eGrove"}, {"name": "Vivid Grove"}),
    ({"name": "ស្\u200bត្រី\u200bខ្មែរ"}, {"name": "ស្ត្រី\u200bខ្មែរ"}),  # Khmer Women: one space torn in, one useful
    ({"name": "12. Vivid Grove"}, {"name": "Vivid Grove"}),
    ({"name": "“Vivid Grove”"}, {"name": "Vivid Grove"}),
    ({"name": "Vivid Grove ()"}, {"name": "Vivid Grove"}),
    ({"name": "Vivid , Grove"}, {"name": "Vivid, Grove"}),
    ({"name": "มูลนิธีเด็ก"}, {"name": "มูลนิธิเด็ก"}),  # Foundation for Children, misspelt
)


@pytest.mark.parametrize(("row", "cells"), PROPOSALS)
def test_a_proposal_says_what_the_cells_should_say(row: dict[str, str], cells: dict[str, str]) -> None:
    here = register(row)
    (found,) = lint_register(here)
    assert found.proposal == CellChange(1, cells)
    assert lint_register(proposed(here, found.proposal)) == []


def test_a_question_proposes_nothing() -> None:
    assert finding(register({"name": "Vivid Grove (North"}), "bracket").proposal is None
    assert finding(register({"name": "Peace", "acronym": "XQ"}), "acronym-unlike").column == "acronym"


def test_thousands_of_words_that_are_near_one_another_are_compared_with_a_few_each() -> None:
    words = [f"vill{chr(0x4E00 + at)}ge" for at in range(2000)]
    compared: list[tuple[str, str]] = []

    def is_near(one: str, other: str) -> bool:
        compared.append((one, other))
        return is_likely_slip(one, other)

    found = families(words, is_near)
    assert len(set(found.values())) == 1
    assert len(compared) <= 8 * 8 * len(words)


def test_at_most_four_words_of_a_name_are_looked_at_for_slips() -> None:
    one = [f"harbour{letter * 2}" for letter in "abcdefghij"]
    assert is_one_slip_a_word(one, [*one[:6], *(f"{word}x" for word in one[6:])])
    assert not is_one_slip_a_word(one, [*one[:5], *(f"{word}x" for word in one[5:])])
