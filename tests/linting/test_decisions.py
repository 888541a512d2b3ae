"""The record of decisions: what it holds, and what it must not."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from linting import register

from statement_kit.diagnostics import SourceError
from statement_kit.linting import Finding, lint_register
from statement_kit.linting.decisions import Decision, Decisions, Verdict, parse_decisions, write_decisions
from statement_kit.register.fingerprints import Fingerprints

DAY = date(2025, 7, 28)
KEY = Fingerprints(bytes(32))
HEADER = "rule,rows,texts,decision,by,date,because\n"
DIGEST = "0123456789abcdef" * 2


def slip() -> Finding:
    (found,) = lint_register(register({"name": "Good Nieghbors"}))
    return found


def withheld() -> Finding:
    hidden = {"name": "Sok Dara", "kind": "individual", "standing": "withheld"}
    (found,) = lint_register(register({"name": "Alpha"}, hidden, {**hidden, "name": "Dara Sok", "standing": ""}))
    return found


_WORDS = st.text(st.characters(exclude_categories=("C", "Z")), min_size=1, max_size=20)
_DECISIONS = st.builds(
    Decision,
    st.sampled_from(["misspelt", "acronym-in-name"]),
    st.lists(st.integers(1, 999_999), min_size=1, max_size=4).map(tuple),
    st.sampled_from([DIGEST, DIGEST[:12]]),
    st.sampled_from(Verdict),
    _WORDS,
    st.dates(),
    _WORDS | st.just(""),
)


@given(st.lists(_DECISIONS))
def test_what_is_written_is_read_again(made: list[Decision]) -> None:
    assert parse_decisions(write_decisions(made).decode(), "d.csv") == tuple(made)


def test_a_record_holds_numbers_and_digests_and_no_names() -> None:
    decisions = Decisions(prints=KEY)
    for found in (slip(), withheld()):
        decisions = decisions.with_one(found, Verdict.KEPT, "Kim", DAY, "they write so")
    text = write_decisions(decisions.made).decode()
    assert text.startswith(HEADER + "misspelt,1,")
    assert not any(word in text for word in ("Nieghbors", "Dara", "Sok"))
    assert (decisions.made[0].by, decisions.made[0].because) == ("Kim", "they write so")


def test_of_a_withheld_row_it_is_not_said_whose_name_is_like_it() -> None:
    found = withheld()
    assert found.rows == (2, 3)
    decisions = Decisions(prints=KEY)
    assert decisions.with_one(found, Verdict.KEPT, "Kim", DAY).made[0].rows == (2,)
    assert decisions.with_one(found, Verdict.MERGED, "Kim", DAY).made[0].rows == (3,)


def test_a_digest_of_a_withheld_name_needs_the_key() -> None:
    """Without one, whoever has names to try would find the right one."""
    one, other = KEY, Fingerprints(bytes([1] * 32))
    assert withheld().texts(None) == ""
    assert withheld().texts(one) != withheld().texts(other)
    assert slip().texts(one) == slip().texts(other) == slip().texts(None)
    with pytest.raises(SourceError, match="key of the register is missing"):
        Decisions().with_one(withheld(), Verdict.KEPT, "Kim", DAY)


@pytest.mark.parametrize(
    ("found", "by", "because", "rule"),
    [
        (slip, "", "", "decision/nobody"),
        (slip, "\u200b", "", "decision/nobody"),
        (slip, "Kim", "they said so on 012 345 678", "decision/private"),
        (slip, "kim@example.org", "", "decision/private"),
        (slip, "Kim", "x" * 501, "decision/too-long"),
        (slip, "Kim", "a\x1bb", "statement/control-character"),
        (withheld, "Kim", "not our sok dara", "decision/withheld"),
    ],
)
def test_what_should_not_be_shown_around_is_refused(found: object, by: str, because: str, rule: str) -> None:
    with pytest.raises(SourceError) as caught:
        Decisions(prints=KEY).with_one(found(), Verdict.KEPT, by, DAY, because)  # type: ignore[operator]
    (one,) = caught.value.diagnostics
    assert one.rule == rule
    assert one.hint
    assert not because or because not in str(one)


def test_words_are_kept_on_one_line() -> None:
    made = Decisions().with_one(slip(), Verdict.KEPT, " Kim\n Heng ", DAY, " as  they\tsay ").made
    assert (made[0].by, made[0].because) == ("Kim Heng", "as they say")


@pytest.mark.parametrize(
    "line",
    [
        f"misspelt,1,{DIGEST},kept,Kim,2025-07-28",
        f"Misspelt!,1,{DIGEST},kept,Kim,2025-07-28,",
        f"misspelt,one,{DIGEST},kept,Kim,2025-07-28,",
        f"misspelt,1,{DIGEST[:5]},kept,Kim,2025-07-28,",
        f"misspelt,1,{DIGEST},thought,Kim,2025-07-28,",
        f"misspelt,1,{DIGEST},kept,,2025-07-28,",
        f"misspelt,1,{DIGEST},kept,Kim,28 July,",
    ],
)
def test_a_line_that_is_no_decision_is_told_with_its_place(line: str) -> None:
    good = f"misspelt,1,{DIGEST},kept,Kim,2025-07-28,\n"
    with pytest.raises(SourceError) as caught:
        parse_decisions(HEADER + good + line + "\n", "d.csv")
    assert str(caught.value.diagnostics[0].where) == "d.csv:3"
