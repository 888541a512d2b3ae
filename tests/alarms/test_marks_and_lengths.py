"""Addresses, quotations, brackets, emphasis, length, and what was left untranslated."""

from __future__ import annotations

import pytest
from ringing import rings, rules


@pytest.mark.parametrize(
    ("source", "text", "does_ring"),
    [
        ("Write to info@example.org.", "សរសេរមក info@example.org។", False),
        ("Write to info@example.org.", "สอบถาม inf0@example.org", True),
        ("Write to info@example.org.", "សរសេរមក។", True),
        ("See https://example.org/a.", "មើល https://example.org/a។", False),
        ("See https://example.org/a.", "ดู https://example.org/b", True),
        ("See example.org/a.", "មើល example.org/a។", False),
        ("See example.org.", "ดู examp1e.org", True),
        ("Call +855 12 345 678.", "ទូរស័ព្ទ +855 12 345 678", False),
        ("Call +855 12 345 678.", "โทร +855-12-345-678", False),
        ("Call +855 12 345 678.", "โทร +855 12 345 687", True),
        ("Call 012 345 678.", "ទូរស័ព្ទ ០១២ ៣៤៥ ៦៧៨", True),  # nobody can call Khmer digits (N02)
        ("See [our page](https://example.org).", "មើល[ទំព័រ](https://example.org)។", False),
        ("See <https://example.org>.", "មើល <https://example.org>។", False),
    ],
)
def test_addresses_come_out_as_they_were(source: str, text: str, *, does_ring: bool) -> None:
    for language in ("km", "th"):
        assert rings("address", source, text, language) is does_ring


@pytest.mark.parametrize(
    ("source", "text", "expected"),
    [
        ('a "voice for peace"', '"សំឡេងសន្តិភាព"', set()),
        ('a "voice for peace"', "“เสียงเพื่อสันติภาพ”", set()),
        ('a "voice for peace"', "«เสียงเพื่อสันติภาพ»", set()),
        ("a 'voice for peace'", '"សំឡេងសន្តិភាព"', set()),
        ('a "voice for peace"', "*សំឡេងសន្តិភាព*", set()),
        ("the people's voice", "សំឡេងប្រជាជន", set()),
        ('a "voice for peace"', "សំឡេងសន្តិភាព", {"quotation"}),
        ("a voice for peace", '"เสียงเพื่อสันติภาพ"', {"quotation"}),
        ('a "voice for peace"', '"សំឡេងសន្តិភាព', {"quotation"}),
        ('a "voice for peace"', "“เสียงเพื่อสันติภาพ", {"quotation"}),
        ('"one" and "two"', '"មួយ" និងពីរ', {"quotation"}),
        ("peace (now)", "សន្តិភាព (ឥឡូវ)", set()),
        ("peace", "สันติภาพ (peace)", set()),
        ("peace (now)", "សន្តិភាព (ឥឡូវ", {"bracket"}),
        ("peace (now)", "สันติภาพ ตอนนี้)", {"bracket"}),
        ("a) peace", "ก) สันติภาพ", set()),
        ("now **and** here", "ឥឡូវ**និង**ទីនេះ", set()),
        ("now *and* here", "ឥឡូវ**និង**ទីនេះ", set()),
        ("now *and* here", "ឥឡូវនិងទីនេះ", {"emphasis"}),
        ("now **and** here", "ตอนนี้และที่นี่", {"emphasis"}),
        (r"now \*and\* here", "ตอนนี้และที่นี่", set()),
    ],
)
def test_marks_are_paired_and_carried_over(source: str, text: str, expected: set[str]) -> None:
    assert rules(source, text, "km") & {"quotation", "bracket", "emphasis"} == expected
    assert rules(source, text, "th") & {"quotation", "bracket", "emphasis"} == expected


LONG = (
    "We call on all parties to exercise restraint and to resolve their differences by peaceful and lawful means. " * 3
)
KHMER = "យើងខ្ញុំសូមអំពាវនាវឱ្យភាគីទាំងអស់រក្សាការអត់ធ្មត់ និងដោះស្រាយភាពខ្វែងគំនិតគ្នាតាមសន្តិវិធី និងស្របតាមច្បាប់។ "
THAI = "เราขอเรียกร้องให้ทุกฝ่ายใช้ความอดกลั้น และระงับข้อขัดแย้งด้วยวิธีการที่สันติและชอบด้วยกฎหมาย "


@pytest.mark.parametrize(
    ("source", "text", "language", "does_ring"),
    [
        (LONG, KHMER * 3, "km", False),
        (LONG, THAI * 3, "th", False),
        (LONG, KHMER, "km", True),
        (LONG, THAI, "th", True),
        (LONG, KHMER * 8, "km", True),
        (LONG, THAI * 8, "th", True),
        ("Peace", "សន្តិភាពសម្រាប់ទាំងអស់", "km", False),
        ("Peace for all of us now", "สันติ", "th", False),
        (LONG, "我们呼吁各方保持克制，以和平合法的方式解决分歧。" * 3, "zh", False),
        (LONG, "和平", "zh", True),
    ],
)
def test_a_length_far_off_rings(source: str, text: str, language: str, *, does_ring: bool) -> None:
    assert rings("length", source, text, language) is does_ring


@pytest.mark.parametrize(
    ("source", "text", "clause", "does_ring"),
    [
        ("We call for peace.", "We call for peace.", "demand.1.1", True),
        ("We call for peace.", "We call  for peace.", "demand.1.1", True),
        ("We call for peace now. It is time.", "We call for peace now. វាដល់ពេលហើយ។", "demand.1.1", True),
        ("Border Families Alliance", "Border Families Alliance", "section.1.2", False),
        ("info@example.org, +855 12 345 678", "info@example.org, +855 12 345 678", "section.1.2", False),
        ("12 & 14", "12 & 14", "section.1.2", False),
        ("Commitment to Peace and Justice", "Commitment to Peace and Justice", "demand.2", True),
        ("ASEAN", "ASEAN", "demand.2", False),
        ("{name}", "{name}", "demand.1.1", False),
        ("We call for peace.", "យើងអំពាវនាវរកសន្តិភាព។", "demand.1.1", False),
    ],
)
def test_what_is_left_as_it_was_rings_unless_it_is_a_name(
    source: str, text: str, clause: str, *, does_ring: bool
) -> None:
    for language in ("km", "th", "fr"):
        assert rings("untranslated", source, text, language, clause=clause) is does_ring
    assert rings("untranslated", "សន្តិភាព", "សន្តិភាព", "en", source_language="km")
