"""Answers out of a few, in three languages."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_kit.sign_ons.answer_words import ANSWER_WORDS
from statement_kit.sign_ons.answers import answer_key, canonical, combined, is_nothing
from statement_kit.sign_ons.fields import ANSWERS

KINDS = (
    ("NGO", "organisation"),
    ("CSO", "organisation"),
    ("Trade Union", "organisation"),
    ("Community-based organisation", "organisation"),
    ("community_based_organization", "organisation"),
    ("Association", "organisation"),
    ("អង្គការ", "organisation"),  # organisation
    ("สหภาพแรงงาน", "organisation"),  # trade union
    ("Network", "network"),
    ("Coalition", "network"),
    ("Alliance / សម្ព័ន្ធ", "network"),  # alliance
    ("network organisation", "network"),
    ("organisation, network", "network"),
    ("เครือข่าย", "network"),  # network
    ("Individual", "individual"),
    ("Citizen", "individual"),
    ("academic", "individual"),
    ("បុគ្គល", "individual"),  # individual
    ("บุคคลทั่วไป", "individual"),  # any person
)


@pytest.mark.parametrize(("answer", "meant"), KINDS)
def test_kinds_are_understood(answer: str, meant: str) -> None:
    assert canonical("kind", answer) == meant


@pytest.mark.parametrize("answer", ["organisation individual", "Other", "Network of friends", "Not an NGO", "???"])
def test_kinds_that_contradict_one_another_or_say_nothing_known_are_not(answer: str) -> None:
    assert canonical("kind", answer) is None


CONSENTS = (
    ("Yes", "yes"),
    ("YES!", "yes"),
    ("Yes, please", "yes"),
    ("I agree.", "yes"),
    ("Yes / បាទ", "yes"),  # yes
    ("យល់ព្រម", "yes"),  # agree
    ("ยินยอม", "yes"),  # consent
    ("TRUE", "yes"),
    ("1", "yes"),
    ("no", "no"),
    ("I don’t agree", "no"),
    ("ទេ", "no"),  # no
    ("ไม่ยินยอม", "no"),  # not consent
    ("Anonymous", "no"),
    ("0", "no"),
)


@pytest.mark.parametrize(("answer", "meant"), CONSENTS)
def test_consent_is_understood(answer: str, meant: str) -> None:
    assert canonical("consent", answer) == meant


@pytest.mark.parametrize(
    "answer", ["Yes, but only anonymously", "yes no", "maybe", "Yes if my boss agrees", "not yet", "ok?no"]
)
def test_consent_with_a_condition_is_not_taken_for_consent(answer: str) -> None:
    assert canonical("consent", answer) is None


def test_to_stay_anonymous_is_the_opposite_of_consent() -> None:
    assert [canonical("anonymous", answer) for answer in ("yes", "no", "anonymous", "public")] == [
        "yes",
        "no",
        "yes",
        "no",
    ]


@pytest.mark.parametrize(
    ("answer", "meant"),
    [
        ("Completed", "named"),
        ("Scheduled", "withheld"),
        ("Cancelled", "withdrawn"),
        ("validation_status_not_approved", "withheld"),
        ("validation_status_approved", "named"),
        ("Lost in the post", None),
    ],
)
def test_what_became_of_a_sign_on_is_understood(answer: str, meant: str | None) -> None:
    assert canonical("status", answer) == meant


def test_a_capacity_may_be_none() -> None:
    assert [
        canonical("capacity", answer) for answer in ("In my personal capacity", "yes", "On behalf of my organisation")
    ] == [
        "personal",
        "personal",
        "",
    ]


def test_a_country_may_stand_there_in_two_languages() -> None:
    assert canonical("country", "Cambodia / កម្ពុជា") == "KH"  # Cambodia
    assert canonical("country", "Cambodia, Thailand") is None


@pytest.mark.parametrize("field", ANSWERS)
def test_every_word_of_an_answer_means_one_thing_and_what_the_list_writes_means_itself(field: str) -> None:
    words = ANSWER_WORDS[field]
    assert set(words) == set(ANSWERS[field])
    assert {one: canonical(field, one) for many in words.values() for one in many} == {
        one: meant for meant, many in words.items() for one in many
    }
    assert [canonical(field, meant) for meant in ANSWERS[field] if meant] == [
        meant for meant in ANSWERS[field] if meant
    ]


@pytest.mark.parametrize("answer", ["", "  ", "-", "N/A", "n.a.", "None", "គ្មាន", "ไม่มี"])  # none, there is none
def test_nothing_is_said_in_many_ways(answer: str) -> None:
    assert is_nothing(answer)


@pytest.mark.parametrize("answer", ["NA", "No", "0", "Nil River", "None of us"])
def test_what_may_be_something_is_not_nothing(answer: str) -> None:
    assert not is_nothing(answer)


@settings(deadline=None)
@given(st.text(max_size=30))
def test_the_key_of_a_key_is_itself(answer: str) -> None:
    assert answer_key(answer_key(answer)) == answer_key(answer)


@pytest.mark.parametrize(
    "answer", ["a" + " " * 100_000 + "b", "a" + "." * 100_000 + "b", "yes " * 50_000, "/" * 100_000]
)
def test_an_answer_longer_than_any_is_not_understood_and_takes_no_time(answer: str) -> None:
    assert canonical("consent", answer) is None
    assert not is_nothing(answer)
    assert answer_key(answer)


def test_answers_together_mean_the_narrower_or_nothing() -> None:
    assert combined({"organisation", "network"}) == "network"
    assert combined({"yes"}) == "yes"
    assert combined({"yes", "no"}) is None
