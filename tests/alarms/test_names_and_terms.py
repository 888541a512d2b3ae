"""Acronyms, countries and terms of the glossary that a translation does not name."""

from __future__ import annotations

import pytest
from ringing import alarms, rings

from statement_kit.alarms import Alarm
from statement_kit.translation.glossary import Term


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("ASEAN acts.", "អាស៊ានធ្វើ។", "km"),
        ("ASEAN acts.", "អាស៊ាន (ASEAN) ធ្វើ។", "km"),
        ("the UN and ASEAN", "สหประชาชาติและอาเซียน", "th"),
        ("the UN", "អ.ស.ប", "km"),
        ("the PPA", "កិច្ចព្រមព្រៀង (PPA)", "km"),
        ("the ICJ", "ศาลยุติธรรมระหว่างประเทศ", "th"),
        ("many NGOs", "องค์กรพัฒนาเอกชนจำนวนมาก", "th"),
        ("They must NOT do it.", "ពួកគេមិនត្រូវធ្វើវាទេ។", "km"),
        ("World War II", "សង្គ្រាមលោកលើកទី២", "km"),
        ("STOP THE WAR NOW", "បញ្ឈប់សង្គ្រាម", "km"),
        ("Thailand and Cambodia", "ประเทศไทยและกัมพูชา", "th"),
        ("the Cambodian people", "ប្រជាជនខ្មែរ", "km"),
    ],
)
def test_a_name_that_is_there_does_not_ring(source: str, text: str, language: str) -> None:
    assert not rings("name", source, text, language)


@pytest.mark.parametrize(
    ("source", "text", "language", "name"),
    [
        ("ASEAN acts.", "គេធ្វើ។", "km", "ASEAN"),
        ("the OHCHR", "องค์กร", "th", "OHCHR"),
        ("the UN and ASEAN", "อาเซียน", "th", "UN"),
        ("the XYZ alliance", "XYZA", "th", "XYZ"),
        ("Thailand and Cambodia", "ประเทศไทย", "th", "Cambodia"),
        ("Thailand and Cambodia", "កម្ពុជា", "km", "Thailand"),
    ],
)
def test_a_lost_name_rings(source: str, text: str, language: str, name: str) -> None:
    assert [f"“{name}”" in a.message for a in alarms(source, text, language) if a.rule == "alarm/name"] == [True]


def test_the_glossary_may_give_an_acronym_another_form() -> None:
    glossary = (Term("Border Families Alliance (BFA)", {"km": ("សម្ព័ន្ធគ្រួសារព្រំដែន",)}),)
    assert rings("name", "the BFA", "សម្ព័ន្ធគ្រួសារព្រំដែន")
    assert alarms("the BFA", "សម្ព័ន្ធគ្រួសារព្រំដែន", glossary=glossary) == []


def test_a_word_with_the_name_of_a_country_in_it_is_no_country() -> None:
    """มหาดไทย, “of the interior”, holds ไทย, “Thai”."""
    assert not rings("name", "กระทรวงมหาดไทย", "the Ministry of the Interior", "en", source_language="th")
    assert rings("name", "รัฐบาลไทย", "the government", "en", source_language="th")


GLOSSARY = (
    Term("ceasefire", {"km": ("បទឈប់បាញ់",), "th": ("การหยุดยิง", "หยุดยิง")}),
    Term("human rights", {"km": ("សិទ្ធិមនុស្ស",)}),
    Term("Human Rights Council", {"km": ("ក្រុមប្រឹក្សាសិទ្ធិមនុស្ស",)}),
    Term("authority", {"km": ("អាជ្ញាធរ",)}),
    Term("along the border", {"km": ("តាមបណ្តោយព្រំដែន",)}),
)


def glossary_alarms(source: str, text: str, language: str) -> list[Alarm]:
    return [a for a in alarms(source, text, language, glossary=GLOSSARY) if a.rule == "alarm/glossary"]


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("A Ceasefire now", "បទឈប់បាញ់ឥឡូវនេះ", "km"),
        ("two ceasefires", "หยุดยิงสองครั้ง", "th"),
        ("no term", "គ្មាន", "km"),
        ("a ceasefirework", "គ្រឿង", "km"),
        ("the authorities", "អាជ្ញាធរ", "km"),
        ("the Human Rights Council", "ក្រុមប្រឹក្សាសិទ្ធិមនុស្ស", "km"),
        ("human\u00a0rights", "សិទ្ធិ\u200bមនុស្ស", "km"),
        ("human rights", "สิทธิ", "th"),  # the glossary has no Thai for it
        ("along the border", "តាមបណ្ដោយព្រំដែន", "km"),  # ្ដ for ្ត, which is drawn alike
    ],
)
def test_a_rendering_that_is_there_does_not_ring(source: str, text: str, language: str) -> None:
    assert glossary_alarms(source, text, language) == []


@pytest.mark.parametrize(
    ("source", "text", "language", "named"),
    [
        ("a ceasefire", "ការឈប់បាញ់", "km", "“ceasefire” should be “បទឈប់បាញ់”"),
        ("CEASEFIRES", "สงบศึก", "th", "“ceasefire” should be “การหยุดยิง”, “หยุดยิง”"),
        ("the authorities", "រដ្ឋ", "km", "“authority” should be"),
        ("the Human Rights Council", "សិទ្ធិមនុស្ស", "km", "“Human Rights Council” should be"),
    ],
)
def test_a_term_that_is_put_otherwise_rings(source: str, text: str, language: str, named: str) -> None:
    (alarm,) = glossary_alarms(source, text, language)
    assert named in alarm.message


def test_a_longer_term_hides_the_shorter_one_in_it() -> None:
    (alarm,) = glossary_alarms("the Human Rights Council", "ក្រុម", "km")
    assert "human rights”" not in alarm.message


def test_terms_of_a_khmer_statement_are_found_without_spaces() -> None:
    glossary = (Term("សិទ្ធិមនុស្ស", {"en": ("human rights", "rights")}),)
    how = {"source_language": "km", "glossary": glossary}
    assert alarms("យើងគោរពសិទ្ធិមនុស្ស។", "We respect human rights.", "en", **how) == []  # type: ignore[arg-type]
    found = alarms("យើងគោរពសិទ្ធិមនុស្ស។", "We respect humans here.", "en", **how)  # type: ignore[arg-type]
    assert [alarm.rule for alarm in found] == ["alarm/glossary"]
