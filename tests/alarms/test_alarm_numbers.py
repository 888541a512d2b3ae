"""Numbers, months and percentages: the same in all digits, eras and words, and never another."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ringing import alarms, rings, rules

from statement_kit.languages.numbers import in_digits
from statement_kit.languages.registry import KHMER_DIGITS, THAI_DIGITS


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("12 people and 3 dogs", "មនុស្ស ១២ នាក់ និងឆ្កែ ៣", "km"),
        ("12 people and 3 dogs", "12 คน และสุนัข ๓ ตัว", "th"),
        ("1,200 children", "កុមារ ១.២០០ នាក់", "km"),
        ("1,200 children", "កុមារ ១,២០០ នាក់", "km"),
        ("1,200 children", "កុមារ ១ ២០០ នាក់", "km"),
        ("1,200 children", "เด็ก 1,200 คน", "th"),
        ("1,234,567 people", "១.២៣៤.៥៦៧ នាក់", "km"),
        ("a rise of 2.5%", "កំណើន ២,៥%", "km"),
        ("1.2 million people", "១,២ លាននាក់", "km"),
        ("1.2 million people", "1.2 ล้านคน", "th"),
        ("300,000 people", "3 แสนคน", "th"),  # three hundred-thousands
        ("5 billion", "๕ พันล้าน", "th"),  # five thousand million
        ("three villages", "ភូមិបី", "km"),
        ("three villages", "ភូមិ ៣", "km"),
        ("three villages", "สามหมู่บ้าน", "th"),
        ("three villages", "3 หมู่บ้าน", "th"),
        ("thirty days", "សាមសិបថ្ងៃ", "km"),
        ("thirty days", "สามสิบวัน", "th"),
        ("twenty-five days", "ម្ភៃប្រាំថ្ងៃ", "km"),
        ("one hundred and twenty-five days", "หนึ่งร้อยยี่สิบห้าวัน", "th"),
        ("one hundred and twenty-five days", "មួយរយម្ភៃប្រាំថ្ងៃ", "km"),
        ("two hundred thousand people", "สองแสนคน", "th"),
        ("tens of thousands of people", "មនុស្សរាប់ម៉ឺននាក់", "km"),
        ("tens of thousands of people", "ผู้คนหลายหมื่นคน", "th"),
        ("hundreds of families", "គ្រួសាររាប់រយ", "km"),
        ("thousands of families", "หลายพันครอบครัว", "th"),
        ("dozens of villages", "ភូមិរាប់សិប", "km"),
        ("dozens of villages", "หมู่บ้านหลายสิบแห่ง", "th"),
        ("tens of millions of people", "หลายสิบล้านคน", "th"),
        ("many thousands of people", "មនុស្សជាច្រើនពាន់នាក់", "km"),
        ("the twenty-first century", "សតវត្សរ៍ទី២១", "km"),
        ("two-thirds of them", "ពីរភាគបី", "km"),
        ("two-thirds of them", "สองในสาม", "th"),
        ("in a second", "ភ្លាម", "km"),
        ("a brand", "ยี่ห้อ", "th"),  # not ยี่, “two”
        ("two or three days", "ពីរ ឬបីថ្ងៃ", "km"),
        ("half a year", "កន្លះឆ្នាំ", "km"),
        ("half a year", "ครึ่งปี", "th"),
        ("both sides", "សងខាង", "km"),
        ("both sides", "ทั้งสองฝ่าย", "th"),
        ("one companion", "អ្នកអមម្នាក់", "km"),
        ("on the 21st day", "នៅថ្ងៃទី២១", "km"),
        ("the third article", "មាត្រាទី៣", "km"),
        ("the third article", "ข้อที่สาม", "th"),
        ("the second meeting", "การประชุมครั้งที่สอง", "th"),
        ("50 per cent of them", "៥០ភាគរយ", "km"),
        ("50% of them", "ร้อยละ 50", "th"),
        ("in 2025", "นี่คือปี 2568", "th"),
        ("in 2025", "ในปี พ.ศ. ๒๕๖๘", "th"),
        ("in 1991", "พ.ศ. 2534 (ค.ศ. 1991)", "th"),
        ("in 2025", "ឆ្នាំ២០២៥", "km"),
        ("in 2025", "ព.ស. ២៥៦៨", "km"),
        ("in 2025", "ព.ស. ២៥៦៩", "km"),  # before the Khmer new year and after it
        ("24 June 2025", "ថ្ងៃទី២៤ ខែមិថុនា ឆ្នាំ២០២៥", "km"),
        ("24 June 2025", "24 มิ.ย. 2568", "th"),
        ("24 June 2025", "24/06/2568", "th"),
        ("1 May 2025", "ថ្ងៃទី១ ខែឧសភា ឆ្នាំ២០២៥", "km"),
        ("They may march in May.", "ពួកគេអាចដង្ហែក្នុងខែឧសភា។", "km"),
        ("at 2 p.m.", "เวลา 14.00 น.", "th"),
        ("at 8:30", "เวลา 08.30 น.", "th"),
        ("articles 3, 4 and 5", "មាត្រា ៣, ៤ និង ៥", "km"),
        ("section 3.2.1", "ផ្នែក ៣.២.១", "km"),
        ("COVID-19", "កូវីដ-១៩", "km"),
        ("from the state", "ពីរដ្ឋ", "km"),  # not ពីរ, “two”
        ("although it is so", "ទោះបីជាដូច្នេះ", "km"),  # not បី, “three”
        ("the dry season", "រដូវប្រាំង", "km"),  # not ប្រាំ, “five”
        ("with them", "ជាមួយគេ", "km"),  # not មួយ, “one”
        ("the court", "តុលាការ", "km"),  # not តុលា, “October”
        ("They are able.", "พวกเขาสามารถ", "th"),  # not สาม, “three”
        ("It is forbidden.", "ห้าม", "th"),  # not ห้า, “five”
        ("good relations", "ความสัมพันธ์ที่ดี", "th"),  # not พัน, “thousand”
        ("in good order", "อย่างเรียบร้อย", "th"),  # not ร้อย, “hundred”
    ],
)
def test_the_same_number_does_not_ring(source: str, text: str, language: str) -> None:
    found = [alarm for alarm in alarms(source, text, language) if alarm.rule in NUMBER_RULES]
    assert found == []
    back = [alarm for alarm in alarms(text, source, "en", source_language=language) if alarm.rule in NUMBER_RULES]
    assert back == []


NUMBER_RULES = {"alarm/number", "alarm/month", "alarm/per-cent"}


@pytest.mark.parametrize(
    ("source", "text", "language", "rule"),
    [
        ("12 people", "១៣ នាក់", "km", "number"),
        ("12 people", "มนุษย์", "th", "number"),
        ("people", "มนุษย์ 12", "th", "number"),
        ("three villages", "ភូមិបួន", "km", "number"),
        ("three villages", "สี่หมู่บ้าน", "th", "number"),
        ("both governments", "รัฐบาลทั้งสาม", "th", "number"),
        ("1,200 children", "កុមារ ១២.០០០ នាក់", "km", "number"),
        ("1.2 million people", "1.2 พันคน", "th", "number"),
        ("2.5 kilometres", "25 กิโลเมตร", "th", "number"),
        ("thousands of families", "หลายหมื่นครอบครัว", "th", "number"),
        ("in 2025", "พ.ศ. 2025", "th", "number"),  # the year of one era under the name of the other
        ("in 2025", "พ.ศ. 2567", "th", "number"),
        ("in 2025", "ព.ស. ២៥៧០", "km", "number"),
        ("half a year", "មួយឆ្នាំ", "km", "number"),
        ("articles 12 and 12", "មាត្រា ១២", "km", "number"),
        ("24 June", "ថ្ងៃទី២៤ ខែកក្កដា", "km", "month"),
        ("24 June", "24 กรกฎาคม", "th", "month"),
        ("since June", "ตั้งแต่ปีก่อน", "th", "month"),
        ("50% of them", "៥០ នាក់", "km", "per-cent"),
        ("50 of them", "ร้อยละ 50", "th", "per-cent"),
    ],
)
def test_another_number_rings(source: str, text: str, language: str, rule: str) -> None:
    assert rings(rule, source, text, language)


def test_the_message_names_what_differs() -> None:
    message = next(a.message for a in alarms("30 days", "៤០ថ្ងៃ") if a.rule == "alarm/number")
    assert "“30” of the source" in message
    assert "“40” of the translation" in message


numbers = st.lists(st.integers(min_value=13, max_value=2_000_000), max_size=4)


@given(numbers, st.sampled_from([("km", KHMER_DIGITS), ("th", THAI_DIGITS)]))
def test_numbers_in_other_digits_never_ring(values: list[int], digits: tuple[str, str]) -> None:
    source = "; ".join(map(str, values))
    text = "; ".join(in_digits(value, digits[1]) for value in values)
    assert not rings("number", source, text, digits[0])


@given(numbers, st.integers(min_value=13, max_value=2_000_000), st.sampled_from(["km", "th"]))
def test_an_inserted_number_always_rings(values: list[int], inserted: int, language: str) -> None:
    years = {inserted + ahead for ahead in (543, 544)} | {inserted - ahead for ahead in (543, 544)}
    source = "; ".join(str(value) for value in values if value not in years)
    text = f"{source}; {inserted}"
    assert rings("number", source, text, language)
    assert rings("number", text, source, language)


@given(st.integers(min_value=1000, max_value=10**9))
def test_thousands_may_be_parted_as_each_language_does(value: int) -> None:
    english = f"{value:,}"
    for language, mark in (("km", "."), ("km", ","), ("km", " "), ("th", ",")):
        assert not rings("number", english, english.replace(",", mark), language)


@given(st.integers(min_value=1941, max_value=2100))
def test_a_year_of_the_buddhist_era_is_the_same_year(year: int) -> None:
    assert not rings("number", f"in {year}", f"ปี {year + 543}", "th")
    assert not rings("number", f"in {year}", f"ព.ស. {year + 544}", "km")
    assert rings("number", f"in {year}", f"พ.ศ. {year + 542}", "th")


def test_links_and_addresses_hold_no_numbers() -> None:
    source = "See [it](https://example.org/12) at https://example.org/13."
    assert rules(source, "[វា](https://example.org/12) https://example.org/13") == set()
