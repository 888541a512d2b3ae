"""Addresses and numbers that must not be printed: found however they are typed, and not where there are none."""

from __future__ import annotations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from statement_kit.markup.private import EMAIL, IP, TELEPHONE, kinds_in_words, private_kinds

EMAILS = (
    "sok@example.org",
    "Write to sok.dara+peace@mail.example.org.",
    "sok (at) example.org",
    "sok[at]example[dot]org",
    "sok at example dot org",
    "sok @ example.org",
    "sok＠example.org",
    "sok\u200b@exa\u2060mple.org",
    "សុខ@example.org",  # Sok
)
TELEPHONES = (
    "012 345 678",
    "Sok Dara (012 345 678)",
    "+855 12 345 678",
    "(+855) 12-345-678",
    "+855-12-10-2025",
    "012-345-678",
    "012/345/678",
    "023.123.456",
    "0812345678",
    "02-123-4567",
    "855 12 345 678",
    "1-800-555-0199",
    "555-0199",
    "12 345 678",
    "០១២ ៣៤៥ ៦៧៨",
    "๐๘๑ ๒๓๔ ๕๖๗๘",
    "０１２３４５６７８",
    "012\u200b345\u200b678",
    "0️⃣1️⃣2️⃣345678",
    "Tel.012345678",
)
IPS = (
    "192.168.0.1",
    "from 10.0.0.1.",
    "2001:db8::1",
    "IP:2001:db8::1",
    "::1",
    "[2001:db8::1]:443",
    "fe80::1ff:fe23:4567:890a",
)
ORDINARY = (
    "",
    "3S Rivers Protection Network",
    "Vision 2030",
    "1-2-Tree",
    "Group 20-20",
    "Act 4.0",
    "Our Objective Organization (0.0.0)",
    "350.org",
    "28.07.2025",
    "28/07/2025",
    "7/28/2025 14:03:22",
    "2025-07-28",
    "20250728",
    "28.07.2025 - 30.07.2025",
    "2019-2025",
    "១៩៧៩-២០២៥",
    "UN Resolution 1325 (2000)",
    "Law No. 123/2019",
    "Generation 2030 2045 2050",
    "9/11 2001–2021",
    "Groups 1 2 3 4 5 6 7",
    "10 000 000 trees",
    "1,234,567 and 1.234.567",
    "Youth@Risk",
    "@peace",
    "Women at Work",
    "Dad::Bad",
    "at 14:03:22",
)


@pytest.mark.parametrize("text", EMAILS)
def test_an_address_is_found_however_it_is_written(text: str) -> None:
    assert private_kinds(text) == (EMAIL,)


@pytest.mark.parametrize("text", TELEPHONES)
def test_a_telephone_number_is_found_however_it_is_parted(text: str) -> None:
    assert private_kinds(text) == (TELEPHONE,)


@pytest.mark.parametrize("text", IPS)
def test_an_address_of_a_computer_is_found(text: str) -> None:
    assert private_kinds(text) == (IP,)


@pytest.mark.parametrize("text", ORDINARY)
def test_other_numbers_and_signs_are_left_alone(text: str) -> None:
    assert private_kinds(text) == ()


def test_all_that_a_text_holds_is_told_in_words() -> None:
    found = private_kinds("sok@example.org, 012 345 678, from 192.0.2.7")
    assert found == (EMAIL, TELEPHONE, IP)
    assert kinds_in_words(found) == "an e-mail address and a telephone number and an IP address"


@settings(deadline=None)
@given(
    st.sampled_from([*EMAILS, *TELEPHONES, *IPS]),
    st.text("ក្ខabc Åé,|“”", max_size=20),
    st.text("ក្ខabc Åé,|“”", max_size=20),
)
def test_words_around_it_hide_nothing(text: str, before: str, after: str) -> None:
    assert set(private_kinds(text)) <= set(private_kinds(f"{before} {text} {after}"))


@pytest.mark.parametrize(
    "text", ["9" * 50_000, ":" * 50_000, "a@" * 25_000, "(at" * 15_000, "1 " * 25_000, "12/12/" * 9_000]
)
def test_long_texts_of_suspicious_signs_end_in_bounded_time(text: str) -> None:
    assert isinstance(private_kinds(text), tuple)
