"""Texts in the script of another language."""

from __future__ import annotations

import pytest

from statement_kit.alarms import Pair, raise_alarms


def rung(source: str, text: str, language: str, source_language: str = "en") -> list[str]:
    found = raise_alarms([Pair("demand.1", source, text)], source_language, language)
    return [alarm.message for alarm in found if alarm.rule == "alarm/script"]


@pytest.mark.parametrize(
    ("text", "language", "named"),
    [
        ("បទឈប់បាញ់", "th", "Khmer"),  # "ceasefire"
        ("การหยุดยิง", "km", "Thai"),  # "ceasefire"
        ("ក្មេងៗ ในหมู่บ้าน", "km", "ในหมู่บ้าน"),  # "children", "in the village"
        ("ការឈប់បាញ់ ຢຸດຍິງ", "km", "Lao"),  # "ceasefire", twice
        ("un cessez-le-feu immédiat et durable", "km", "not one Khmer letter"),
        ("un cessez-le-feu immédiat et durable", "th-TH", "not one Thai letter"),
    ],
)
def test_words_in_another_script_ring(text: str, language: str, named: str) -> None:
    (message,) = rung("An immediate ceasefire", text, language)
    assert named in message


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("Ceasefire of ASEAN", "បទឈប់បាញ់របស់ ASEAN", "km"),  # "ceasefire of"
        ("The word បទឈប់បាញ់ means ceasefire", "คำว่า បទឈប់បាញ់ หมายถึงการหยุดยิง", "th"),  # "the word … means ceasefire"
        ("ASEAN (PPA)", "ASEAN (PPA)", "km"),
        ("OHCHR", "OHCHR, ICJ", "th"),
        ("An immediate ceasefire", "un cessez-le-feu immédiat", "fr"),
    ],
)
def test_names_and_what_the_source_has_too_do_not(source: str, text: str, language: str) -> None:
    assert rung(source, text, language) == []
