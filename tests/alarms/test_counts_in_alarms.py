"""Counts and alarms: what the kit writes is no number of the text, and the words that go with it are words."""

from __future__ import annotations

import pytest
from ringing import rings, rules

from statement_kit.alarms.amounts import amounts
from statement_kit.alarms.reading import read

PLURAL = "{endorsers, plural, =1 {one organisation} one {# organisation} other {{endorsers, spellout} organisations}}"
SOURCE = f"We, the undersigned {PLURAL}, call for peace along the border."
# we, organisations numbering …, whose names are listed below, call for peace along the border
KHMER = "យើងខ្ញុំ អង្គការចំនួន {endorsers, spellout} ដែលមានរាយនាមខាងក្រោម សូមអំពាវនាវរកសន្តិភាពនៅតាមព្រំដែន។"
# we, … organisations who signed below, demand peace along the border
THAI = "เรา {endorsers} องค์กรผู้ลงนามข้างท้ายนี้ ขอเรียกร้องสันติภาพตามแนวชายแดน"


@pytest.mark.parametrize(("text", "language"), [(KHMER, "km"), (THAI, "th")])
def test_counts_in_the_forms_of_each_language_ring_nothing(text: str, language: str) -> None:
    assert rules(SOURCE, text, language) == set()


@pytest.mark.parametrize(
    "text", [PLURAL, "{endorsers, spellout}", "{late, plural, =2 {both} =100 {a hundred} other {}}"]
)
def test_a_count_is_no_number_of_the_text(text: str) -> None:
    assert amounts(read(f"We, {text}, call", "en")) == []


def test_a_number_in_the_place_of_a_count_rings() -> None:
    assert rings("number", SOURCE, THAI.replace("{endorsers}", "102"), "th")
    assert rings("number", SOURCE.replace(PLURAL, "102 organisations"), THAI, "th")


def test_words_that_go_with_a_count_are_words_of_the_text() -> None:
    text = "{late, plural, =0 {} one {It must} other {They must not}} sign."
    reading = read(text, "en")
    assert reading.plain == "They must not sign."
    assert reading.typed == text


def test_other_numbers_beside_counts_are_compared_as_ever() -> None:
    source, text = f"{SOURCE} Since 1991 it lasts.", f"{KHMER} តាំងពីឆ្នាំ១៩៩២។"  # "since 1992"
    assert rings("number", source, text)
    assert not rings("number", source, text.replace("១៩៩២", "១៩៩១"))
