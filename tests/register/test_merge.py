"""An import into a register: nobody lost, nobody doubled, nothing edited by hand undone."""

from __future__ import annotations

import random
from collections import Counter
from dataclasses import replace
from types import MappingProxyType
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.register.clusters import is_alike
from statement_kit.register.columns import Standing
from statement_kit.register.fingerprints import KEY_BYTES, Fingerprints
from statement_kit.register.merge import Change, Merge, What, merge
from statement_kit.register.origins import parse_origins, repointed, write_origins
from statement_kit.register.row import Register, Row, filled_cells
from statement_kit.register.sign_on import SignOn

PRINTS = Fingerprints(bytes(range(KEY_BYTES)))
EMPTY = Merge(Register(), (), (), 0, 0)


def signed(line: int = 2, registration: str = "", email: str = "", **facts: str) -> SignOn:
    return SignOn(line, MappingProxyType(facts), registration, email)


def taken(*sign_ons: SignOn, into: Merge = EMPTY, source: str = "form") -> Merge:
    origins = parse_origins(write_origins(into.origins).decode(), "o.csv")  # as the next import finds them
    return merge(into.register, origins, sign_ons, source, PRINTS)


def rows(found: Merge) -> list[tuple[int, dict[str, str]]]:
    return [(row.number, dict(row.cells)) for row in found.register.rows]


def names(found: Merge) -> list[str]:
    return [row["name"] for row in found.register.rows]


def told(found: Merge) -> list[tuple[Any, ...]]:
    return [(one.what, one.number, one.column, one.old, one.new) for one in found.changes if one.what is not What.ADDED]


def edited(found: Merge, number: int, **cells: str) -> Merge:
    some = [row.with_cells(cells) if row.number == number else row for row in found.register.rows]
    return replace(found, register=found.register.with_rows(some))


def test_who_signs_gets_the_next_number_in_the_order_of_signing() -> None:
    late = signed(2, email="b@example.org", name="Bee", signed="2025-07-29")
    early = signed(3, email="a@example.org", name="Ant", signed="2025-07-28")
    found = taken(late, early)
    assert rows(found) == [(1, {"name": "Ant", "signed": "2025-07-28"}), (2, {"name": "Bee", "signed": "2025-07-29"})]
    assert [one.what for one in found.changes] == [What.ADDED, What.ADDED]
    more = taken(signed(email="c@example.org", name="Cat"), into=found)
    assert rows(more)[2] == (3, {"name": "Cat"})
    assert found.register.columns == ("number", "name", "acronym", "signed")


def test_a_list_keeps_the_numbers_it_has() -> None:
    found = taken(signed(2, number="7", name="Bee"), signed(3, number="3", name="Ant"))
    assert [(row.number, row["name"]) for row in found.register.rows] == [(3, "Ant"), (7, "Bee")]
    assert [row.number for row in taken(signed(number="7", name="Cat"), into=found).register.rows] == [3, 7, 8]


def test_the_same_registration_updates_whatever_its_name() -> None:
    first = taken(signed(registration="17", email="a@example.org", name="Ant"))
    second = taken(signed(registration="17", email="b@example.org", name="Elephant", acronym="E"), into=first)
    assert rows(second) == [(1, {"name": "Elephant", "acronym": "E"})]
    assert told(second) == [(What.UPDATED, 1, "name", "Ant", "Elephant"), (What.UPDATED, 1, "acronym", "", "E")]


def test_the_same_address_updates_a_name_that_is_nearly_the_same() -> None:
    first = taken(signed(email="a@example.org", name="Womens Voice"))
    second = taken(signed(email="a@example.org", name="Women's Voice"), into=first, source="crm")
    assert names(second) == ["Womens Voice"]  # another source disagrees, and nobody knows which is right
    assert told(second) == [(What.KEPT, 1, "name", "Womens Voice", "Women's Voice")]
    third = taken(signed(email="a@example.org", name="Women's Voice"), into=first)
    assert names(third) == ["Women's Voice"]


def test_one_answer_that_was_given_another_name_is_the_same_and_keeps_nothing_of_the_old_one() -> None:
    time = "2025-07-28T14:03:22"
    old = signed(2, email="a@example.org", name="Ant", acronym="AA", website="https://ant.example.org", signed=time)
    new = signed(2, email="a@example.org", name="Elephant", signed=time)
    first = taken(old, signed(3, email="b@example.org", name="Bee", signed=time))
    columns = ("name", "acronym", "website", "signed")
    second = merge(first.register, first.origins, [new], "form", PRINTS, columns=columns)
    assert rows(second)[0] == (1, {"name": "Elephant", "signed": time})
    assert (What.UPDATED, 1, "acronym", "AA", "") in told(second)
    removed = replace(first, register=first.register.with_rows(first.register.rows[1:]))
    assert [what for what, *_ in told(taken(new, into=removed))] == [What.LEFT_OUT, What.ABSENT]


def test_another_name_under_the_same_address_at_another_time_is_another_endorser() -> None:
    first = taken(signed(2, email="a@example.org", name="Ant", acronym="AA", signed="2025-07-28T14:03:22"))
    later = signed(2, email="a@example.org", name="Elephant", signed="2025-07-29T08:00:00")
    second = taken(later, into=first)
    assert names(second) == ["Ant", "Elephant"]
    assert {what for what, *_ in told(second)} == {What.SHARED, What.ABSENT}
    same_day = signed(2, email="a@example.org", name="Elephant", signed="2025-07-28")
    undated = taken(same_day, into=taken(signed(2, email="a@example.org", name="Ant", signed="2025-07-28")))
    assert names(undated) == ["Ant", "Elephant"]


def test_of_answers_at_one_time_or_none_the_most_careful_counts() -> None:
    for time in ({}, {"signed": "2025-07-28"}):
        yes = signed(2, email="a@example.org", name="Ant", acronym="ZZ", standing="named", **time)
        no = signed(3, email="a@example.org", name="Ant", acronym="AA", standing="withheld", **time)
        assert taken(yes, no).register.rows[0].standing is Standing.WITHHELD
    first = signed(2, email="a@example.org", name="Ant", standing="withheld", signed="2025-07-28")
    last = signed(3, email="a@example.org", name="Ant", standing="named", signed="2025-07-29")
    assert taken(first, last).register.rows[0].standing is Standing.NAMED


def test_whoever_has_the_name_of_one_that_is_withheld_comes_in_withheld() -> None:
    first = edited(taken(signed(2, name="Ant Hill", acronym="AH")), 1, standing="withheld")
    second = taken(signed(2, name="ANT  hill"), into=first)
    assert [row.standing for row in second.register.rows] == [Standing.WITHHELD, Standing.WITHHELD]
    assert What.HIDDEN in {what for what, *_ in told(second)}
    assert "nt" not in "".join(str(one.row) for one in second.changes if one.what is What.ADDED).replace("withheld", "")


def test_a_list_counted_anew_is_the_same_list() -> None:
    first = taken(signed(2, number="1", name="Ant"), signed(3, number="2", name="Bee"))
    again = signed(2, number="1", name="Aardvark"), signed(3, number="2", name="Ant"), signed(4, number="3", name="Bee")
    assert names(taken(*again, into=first)) == ["Ant", "Bee", "Aardvark"]


def test_a_cell_that_the_form_empties_is_emptied_unless_it_was_edited() -> None:
    columns = ("name", "acronym", "website")
    full = signed(2, registration="1", name="Ant", acronym="AA", website="https://ant.example.org")
    first = edited(taken(full), 1, website="https://ours.example.org")
    bare = [signed(2, registration="1", name="Ant")]
    second = merge(first.register, first.origins, bare, "form", PRINTS, columns=columns)
    assert rows(second) == [(1, {"name": "Ant", "website": "https://ours.example.org"})]
    assert told(second) == [
        (What.UPDATED, 1, "acronym", "AA", ""),
        (What.KEPT, 1, "website", "https://ours.example.org", ""),
    ]
    assert told(merge(second.register, second.origins, bare, "form", PRINTS, columns=columns)) == []
    assert told(taken(*bare, into=first)) == []  # a form without these columns says nothing of them


def test_many_long_names_under_many_addresses_take_no_long_time() -> None:
    some = [
        signed(2, email=f"{mail}@example.org", name="".join(chr(97 + (mail * name * at) % 26) for at in range(480)))
        for mail in range(40)
        for name in range(40)
    ]
    assert taken(*some).sign_ons == len(some)


def test_one_address_that_signs_for_several_loses_none_of_them() -> None:
    some = [
        signed(n, email="secretary@example.org", name=name) for n, name in enumerate(["Ant", "Bumblebee", "Cow Club"])
    ]
    found = taken(*some)
    assert sorted(names(found)) == ["Ant", "Bumblebee", "Cow Club"]
    assert (What.SHARED, 1, "", "", "1, 2, 3") in told(found)
    assert told(taken(*some, into=found)) == []


def test_the_name_alone_makes_nobody_the_same() -> None:
    found = taken(signed(2, email="a@example.org", name="Star"), signed(3, email="b@example.org", name="Star"))
    assert names(found) == ["Star", "Star"]


def test_several_sign_ons_of_one_are_one_and_the_newest_has_the_last_word() -> None:
    found = taken(
        signed(2, email="a@example.org", name="Anthill", acronym="AH", signed="2025-07-29"),
        signed(3, email="a@example.org", name="Ant Hill", signed="2025-07-30"),
        signed(4, email="a@example.org", name="Ant hil", signed="2025-07-28"),
    )
    assert rows(found) == [(1, {"name": "Ant Hill", "acronym": "AH", "signed": "2025-07-28"})]
    assert told(found) == [(What.MERGED, 1, "", "", "2, 3, 4")]


def test_what_was_edited_by_hand_stands_and_is_told_once() -> None:
    first = edited(taken(signed(registration="1", name="Nieghbors")), 1, name="Neighbors")
    again = taken(signed(registration="1", name="Nieghbors"), into=first)
    assert (names(again), told(again)) == (["Neighbors"], [])
    changed = taken(signed(registration="1", name="Neighbours"), into=again)
    assert (names(changed), told(changed)) == (["Neighbors"], [(What.KEPT, 1, "name", "Neighbors", "Neighbours")])
    assert told(taken(signed(registration="1", name="Neighbours"), into=changed)) == []


def test_a_row_removed_by_hand_does_not_come_back() -> None:
    first = taken(signed(2, registration="1", name="Test"), signed(3, registration="2", name="Star"))
    without = replace(first, register=first.register.with_rows(first.register.rows[1:]))
    again = taken(signed(2, registration="1", name="Test"), signed(3, registration="2", name="Star"), into=without)
    assert names(again) == ["Star"]
    assert told(again) == [(What.LEFT_OUT, 1, "", "", "")]
    assert [row.number for row in taken(signed(registration="3", name="New"), into=again).register.rows] == [2, 3]


def test_rows_merged_by_hand_stay_one() -> None:
    pair = signed(2, registration="1", name="Star Kampuchea"), signed(3, registration="2", name="STAR")
    first = taken(*pair)
    one = replace(
        first, register=first.register.with_rows(first.register.rows[:1]), origins=repointed(first.origins, 2, 1)
    )
    again = taken(*pair, into=one)
    assert (names(again), [what for what, *_ in told(again)]) == (["Star Kampuchea"], [What.MERGED])
    newcomer = merge(one.register, one.origins, [signed(registration="3", name="New")], "form", PRINTS, used={1, 2})
    assert [row.number for row in newcomer.register.rows] == [1, 3]


def test_who_is_gone_from_the_source_stays_and_is_told() -> None:
    first = taken(signed(2, registration="1", name="Ant"), signed(3, registration="2", name="Bee"))
    second = taken(signed(2, registration="1", name="Ant"), into=first)
    assert (names(second), told(second)) == (["Ant", "Bee"], [(What.ABSENT, 2, "", "", "")])
    assert told(taken(signed(registration="9", name="Cat"), into=first, source="crm")) == []


@pytest.mark.parametrize("standing", ["withheld", "withdrawn"])
def test_who_asks_not_to_be_named_is_heard_though_somebody_edited_the_row(standing: str) -> None:
    first = edited(taken(signed(registration="1", name="Sok", standing="named")), 1, standing="")
    second = taken(signed(registration="1", name="Sok Dara", standing=standing), into=first)
    assert second.register.rows[0].standing == Standing(standing)
    assert "Sok Dara" not in str([str(one.row) for one in second.changes]) or standing == "withdrawn"


def test_nothing_is_said_of_a_name_that_is_withheld() -> None:
    first = taken(signed(registration="1", name="Sok", standing="withheld"))
    second = taken(signed(registration="1", name="Dara", title="Judge", standing="withheld"), into=first)
    assert rows(second)[0][1]["name"] == "Dara"
    assert not any(
        "Sok" in text or "Dara" in text for one in second.changes for text in (one.old, one.new, str(one.row))
    )


def test_a_withdrawal_by_hand_is_not_undone_by_the_form() -> None:
    first = edited(taken(signed(registration="1", name="Ant", standing="named")), 1, standing="withdrawn")
    again = taken(signed(registration="1", name="Ant", standing="named"), into=first)
    assert again.register.rows[0].standing is Standing.WITHDRAWN


def test_a_row_without_id_or_address_is_known_by_its_words() -> None:
    listed = signed(2, name="Ant"), signed(3, name="Bee"), signed(4, name="Ant")
    first = taken(*listed)
    assert names(first) == ["Ant", "Bee"]
    again = taken(*listed, into=first)
    assert (names(again), told(again)) == (["Ant", "Bee"], [(What.MERGED, 1, "", "", "2, 4")])


def test_names_under_one_address_are_alike_when_little_was_mended() -> None:
    assert is_alike("Buddhism organizationn", "Buddhism Organization")
    assert is_alike("", "Anything")
    assert is_alike("អង្គការ ស្តារ", "អង្គការស្តារ")  # "the organisation Star", with a space and without
    assert not is_alike("Star Kampuchea", "Peace Bridges")


NAMES = ["Ant", "Ants", "Bumblebee", "Cow Club", "ស្តារ", "สตาร์", ""]  # "star", in Khmer and Thai letters
sign_on = st.builds(
    lambda who, mail, facts: (who, mail, {column: text for column, text in facts.items() if text}),
    st.sampled_from(["", "1", "2", "3", "4"]),
    st.sampled_from(["", "a@example.org", "b@example.org"]),
    st.fixed_dictionaries(
        {
            "name": st.sampled_from(NAMES),
            "acronym": st.sampled_from(["", "A", "B"]),
            "standing": st.sampled_from(["", "named", "withheld", "withdrawn"]),
        }
    ),
)
exports = st.lists(sign_on, max_size=9).map(
    lambda some: tuple(
        SignOn(line, {**facts, "signed": f"2025-07-{line:02}"}, who, mail)
        for line, (who, mail, facts) in enumerate(some, 2)
    )
)


@given(exports)
def test_an_import_done_twice_changes_nothing(sign_ons: tuple[SignOn, ...]) -> None:
    once = taken(*sign_ons)
    twice = taken(*sign_ons, into=once)
    assert twice.register == once.register
    assert write_origins(twice.origins) == write_origins(once.origins)
    assert {one.what for one in twice.changes} <= {What.MERGED}


@given(exports, st.randoms(use_true_random=False))
def test_the_order_of_rows_does_not_matter(sign_ons: tuple[SignOn, ...], chance: random.Random) -> None:
    shuffled = list(sign_ons)
    chance.shuffle(shuffled)
    one, other = taken(*sign_ons), taken(*shuffled)
    assert one.register == other.register
    assert write_origins(one.origins) == write_origins(other.origins)
    assert one.changes == other.changes


@given(exports)
def test_everybody_who_came_in_is_accounted_for(sign_ons: tuple[SignOn, ...]) -> None:
    found = taken(*sign_ons)
    standings = Counter(row.standing for row in found.register.rows)
    merged = found.sign_ons - found.met
    assert len(sign_ons) == sum(standings.values()) + merged
    assert len(found.register.rows) == found.met


@given(exports, exports)
def test_a_later_export_loses_nobody_who_came_before(first: tuple[SignOn, ...], second: tuple[SignOn, ...]) -> None:
    before, after = taken(*first), taken(*second, into=taken(*first))
    assert {row.number for row in before.register.rows} <= {row.number for row in after.register.rows}


@given(exports)
def test_no_address_reaches_what_is_kept(sign_ons: tuple[SignOn, ...]) -> None:
    found = taken(*sign_ons)
    assert "example.org" not in f"{found!r} {write_origins(found.origins)!r}"


def test_a_row_without_changes_of_cells_is_told_as_it_is() -> None:
    row = Row(3, filled_cells({"name": "Ant"}))
    assert str(Change(What.ADDED, 3, row).row) == "no. 3 “Ant”"
