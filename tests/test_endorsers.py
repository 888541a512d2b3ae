"""Who signed, as values: what they are called, who is late, how many there are."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta, timezone
from typing import Any

import pytest

from statement_kit.diagnostics import SourceError
from statement_kit.endorser_checks import naming_findings
from statement_kit.endorsers import Annex, Endorser, EndorserKind, Fact, Group, Naming, Numbers, Order, counts_of
from statement_kit.model import Statement

PHNOM_PENH = timezone(timedelta(hours=7))

STAR = Endorser(
    1,
    "Star Kampuchea",
    "SK",
    in_languages={"km": Naming("ស្តារកម្ពុជា")},  # "Star Kampuchea"
)


def statement(*endorsers: Endorser, annex: Annex | None = None) -> Statement:
    return Statement("Peace", ("Now.",), (), date(2025, 7, 28), endorsers=endorsers, annex=annex or Annex())


def refused(*endorsers: Endorser, annex: Annex | None = None) -> list[str]:
    with pytest.raises(SourceError) as caught:
        statement(*endorsers, annex=annex)
    assert all(found.hint for found in caught.value.diagnostics)
    return [found.rule for found in caught.value.diagnostics]


def test_an_endorser_is_called_by_the_name_it_gave_where_a_language_has_none() -> None:
    assert str(STAR.naming("en")) == str(STAR) == "Star Kampuchea (SK)"
    assert str(STAR.naming("km")) == "ស្តារកម្ពុជា (SK)"
    assert str(STAR.naming("th")) == "Star Kampuchea (SK)"


@pytest.mark.parametrize(
    ("signed", "closed", "is_late"),
    [
        (None, date(2025, 7, 28), False),
        (date(2025, 7, 28), None, False),
        (date(2025, 7, 28), date(2025, 7, 28), False),
        (date(2025, 7, 29), date(2025, 7, 28), True),
        (datetime(2025, 7, 28, 16, 59, tzinfo=UTC), date(2025, 7, 28), False),
        (datetime(2025, 7, 28, 17, 0, tzinfo=UTC), date(2025, 7, 28), True),  # midnight in Phnom Penh
        (datetime(2025, 7, 28, 23, 59), date(2025, 7, 28), False),  # noqa: DTZ001 - told by the annex's own clock
        (datetime(2025, 7, 28, 18, 1), datetime(2025, 7, 28, 18, tzinfo=PHNOM_PENH), True),  # noqa: DTZ001
        (datetime(2025, 7, 28, 10, 59, tzinfo=UTC), datetime(2025, 7, 28, 18, tzinfo=PHNOM_PENH), False),
        (datetime(2025, 7, 28, 11, 1, tzinfo=UTC), datetime(2025, 7, 28, 18, tzinfo=PHNOM_PENH), True),
        (date(2025, 7, 28), datetime(2025, 7, 28, 18, tzinfo=PHNOM_PENH), False),
    ],
)
def test_who_is_late_is_told_by_the_clock_of_the_annex(signed: Any, closed: Any, is_late: bool) -> None:
    annex = Annex(closed=closed, time_zone="Asia/Phnom_Penh")
    assert annex.is_late(Endorser(1, "A", signed=signed)) is is_late


def test_without_a_clock_a_time_counts_as_it_is_told() -> None:
    annex = Annex(closed=date(2025, 7, 28))
    assert not annex.is_late(Endorser(1, "A", signed=datetime(2025, 7, 28, 23, 59)))  # noqa: DTZ001
    assert annex.is_late(Endorser(1, "A", signed=datetime(2025, 7, 29, 0, 0, tzinfo=PHNOM_PENH)))


def test_everybody_is_counted_and_countries_are_those_of_who_is_named() -> None:
    some = (
        Endorser(1, "A", country="KH"),
        Endorser(2, "B", country="KH", kind=EndorserKind.NETWORK),
        Endorser(3, "C", country="TH", kind=EndorserKind.INDIVIDUAL, signed=date(2025, 8, 1)),
        Endorser(4, is_withheld=True, country="LA"),
    )
    assert counts_of(some, Annex(closed=date(2025, 7, 28))) == {
        "endorsers": 4,
        "organisations": 2,
        "networks": 1,
        "individuals": 1,
        "countries": 2,
        "named": 3,
        "withheld": 1,
        "late": 1,
    }


def test_numbers_are_those_of_the_register_only_where_its_order_is_kept() -> None:
    assert Annex().numbering is Numbers.REGISTER
    assert Annex(order=Order.NAME).numbering is Numbers.LIST
    assert Annex(group=Group.COUNTRY).numbering is Numbers.LIST
    assert Annex(order=Order.NAME, numbers=Numbers.REGISTER).numbering is Numbers.REGISTER


@pytest.mark.parametrize(
    ("endorser", "rule"),
    [
        (Endorser(1), "statement/empty-text"),
        (Endorser(1, "\u200b"), "statement/empty-text"),
        (Endorser(1, "A", country="Cambodia"), "endorsers/country"),
        (Endorser(1, "A", website="javascript:alert(1)"), "endorsers/website"),
        (Endorser(1, "A", website="https://example.org/a b"), "endorsers/website"),
        (Endorser(1, "A", is_withheld=True), "endorsers/withheld"),
        (Endorser(1, is_withheld=True, in_languages={"km": Naming("ក")}), "endorsers/withheld"),
        (Endorser(1, "A", title="Judge\nof all"), "statement/control-character"),
        (Endorser(1, "A", in_languages={"km": Naming("ក\u0007")}), "statement/control-character"),
        (Endorser(1, "Sok (sok@example.org)"), "endorsers/private"),
        (Endorser(1, "Sok", title="call 012 345 678"), "endorsers/private"),
        (Endorser(0, "A"), "endorsers/number"),
    ],
)
def test_an_endorser_that_cannot_be_is_refused_with_what_to_do(endorser: Endorser, rule: str) -> None:
    assert refused(endorser) == [rule]


def test_what_is_private_is_not_repeated_in_the_refusal() -> None:
    with pytest.raises(SourceError) as caught:
        statement(Endorser(7, "Sok (sok@example.org)"))
    assert "sok@" not in str(caught.value)


@pytest.mark.parametrize(
    "annex",
    [
        Annex(time_zone="Phnom Penh"),
        Annex(time_zone="../etc"),
        Annex(time_zone="Asia"),
        Annex(as_of=datetime(2025, 7, 29, 12)),  # noqa: DTZ001 - that is the mistake
    ],
)
def test_a_clock_that_nobody_knows_is_refused(annex: Annex) -> None:
    (rule,) = refused(annex=annex)
    assert rule in ("annex/time-zone", "annex/as-of")


@pytest.mark.parametrize(
    "wrong",
    [
        {"kind": "club"},
        {"signed": "2025-07-28"},
        {"title": 3},
        {"in_languages": {"km": "ក"}},
    ],
)
def test_a_field_of_another_type_is_refused(wrong: dict[str, Any]) -> None:
    assert refused(replace(Endorser(1, "A"), **wrong)) == ["statement/wrong-type"]


@pytest.mark.parametrize(
    "wrong",
    [
        {"order": "random"},
        {"group": "size"},
        {"numbers": "roman"},
        {"shows": ("phone",)},
        {"shows": Fact.DATE},
        {"closed": "2025-07-28"},
        {"as_of": date(2025, 7, 28)},
    ],
)
def test_an_annex_of_another_type_is_refused(wrong: dict[str, Any]) -> None:
    assert set(refused(annex=Annex(**wrong))) == {"statement/wrong-type"}


def test_a_missing_name_is_told_where_others_have_one() -> None:
    others = [Endorser(2, "Sok", title="Lecturer"), Endorser(3, is_withheld=True)]
    told = list(naming_findings([STAR, *others], "km"))
    assert [found.rule for found in told] == ["endorsers/no-name-in-language", "endorsers/no-title-in-language"]
    assert "1 of 2" in told[0].message
    assert "no. 2" in told[0].message
    assert [found.rule for found in naming_findings([STAR, *others], "th")] == ["endorsers/no-title-in-language"]
    assert list(naming_findings([STAR], "km")) == []
