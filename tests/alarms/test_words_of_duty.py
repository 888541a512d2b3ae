"""“Not”, “must”, “should” and “may”: none is lost, none is added, and no other word is taken for one."""

from __future__ import annotations

import pytest
from ringing import alarms, rings, rules

DUTY = {"negation", "duty", "advice", "possibility"}


@pytest.mark.parametrize(
    ("source", "text", "language"),
    [
        ("They must not wait.", "ពួកគេមិនត្រូវរង់ចាំទេ។", "km"),
        ("They must not wait.", "พวกเขาต้องไม่รอ", "th"),
        ("Waiting is forbidden.", "ห้ามรอ", "th"),
        ("It must never happen.", "ដាច់ខាតមិនត្រូវកើតឡើងឡើយ។", "km"),
        ("We can't accept it.", "យើងមិនអាចទទួលយកវាទេ។", "km"),
        ("We can’t accept it.", "เราไม่อาจยอมรับได้", "th"),
        ("without delay", "ដោយឥតបង្អង់", "km"),
        ("promptly", "โดยไม่ชักช้า", "th"),
        ("without conditions", "ដោយឥតលក្ខខណ្ឌ", "km"),
        ("unconditionally", "โดยไม่มีเงื่อนไข", "th"),
        ("unacceptable", "មិនអាចទទួលយកបាន", "km"),
        ("unacceptable", "ที่มิอาจยอมรับได้", "th"),
        ("insecurity", "អសន្តិសុខ", "km"),
        ("insecurity", "ความไม่มั่นคง", "th"),
        ("injustice", "អយុត្តិធម៌", "km"),
        ("injustice", "ความอยุติธรรม", "th"),
        ("stateless people", "ជនគ្មានសញ្ជាតិ", "km"),
        ("stateless people", "คนไร้สัญชาติ", "th"),
        ("to prevent a crisis", "ដើម្បីបង្ការកុំឱ្យមានវិបត្តិ", "km"),
        ("to prevent a crisis", "เพื่อป้องกันมิให้เกิดวิกฤต", "th"),
        ("to prevent a crisis", "ដើម្បីការពារកុំឲ្យមានវិបត្តិ", "km"),
        ("They refuse.", "ពួកគេបដិសេធ។", "km"),
        ("They refuse.", "ពួកគេមិនព្រម។", "km"),
        ("They refuse.", "พวกเขาไม่ยอม", "th"),
        ("a lack of food", "ការខ្វះអាហារ", "km"),
        ("not only now", "ไม่เพียงแต่ตอนนี้", "th"),
        ("not only now", "មិនត្រឹមតែឥឡូវនេះ", "km"),
        ("a few days", "ไม่กี่วัน", "th"),
        ("in any case", "ไม่ว่าในกรณีใด", "th"),
        ("friends", "มิตร", "th"),  # not มิ, “not”
        ("a dimension", "มิติ", "th"),
        ("such a thing", "อย่างนี้", "th"),  # not อย่า, “do not”
        ("wood", "ไม้", "th"),  # not ไม่, “not”
        ("a field", "ไร่", "th"),  # not ไร้, “without”
        ("a computer", "កុំព្យូទ័រ", "km"),  # not កុំ, “do not”
        ("restraint", "ការអត់ធ្មត់", "km"),  # not អត់, “not”
        ("free of charge", "ដោយឥតគិតថ្លៃ", "km"),
        ("They no longer wait.", "ពួកគេលែងរង់ចាំទៀត។", "km"),
        ("corruption", "การทุจริตและประพฤติมิชอบ", "th"),
        ("indispensable", "ដែលមិនអាចខ្វះបាន", "km"),
        ("non-state armed groups", "กลุ่มติดอาวุธที่มิใช่รัฐ", "th"),
        ("a nonprofit group", "ក្រុមមិនរកប្រាក់ចំណេញ", "km"),
        ("people who fled", "ผู้คนที่ทำให้ต้องหนี", "th"),
        ("for families to return", "ដើម្បីឱ្យគ្រួសារអាចត្រឡប់មកវិញ", "km"),
        ("They are not false.", "មិនក្លែងបន្លំទេ។", "km"),  # not លែង, “no longer”
        ("It is not right.", "វាមិនត្រឹមត្រូវទេ។", "km"),  # not មិនត្រឹម, “not only”
        ("No. 5", "លេខ ៥", "km"),
        ("the United Nations", "สหประชาชาติ", "th"),
        ("We, the undersigned, understand the union.", "เราผู้ลงนามเข้าใจสหภาพ", "th"),
        ("They must act.", "ពួកគេត្រូវតែធ្វើ។", "km"),
        ("They must act.", "ពួកគេត្រូវធ្វើ។", "km"),
        ("They must act.", "พวกเขาต้องลงมือทำ", "th"),
        ("It is necessary to act.", "จำเป็นต้องลงมือทำ", "th"),
        ("They want it.", "พวกเขาต้องการ", "th"),  # not ต้อง, “must”
        ("It is correct.", "ถูกต้อง", "th"),
        ("prisoners", "ผู้ต้องขัง", "th"),
        ("They were arrested.", "ពួកគេត្រូវបានចាប់ខ្លួន។", "km"),  # ត្រូវបាន, the passive
        ("They should act.", "ពួកគេគួរតែធ្វើ។", "km"),
        ("They should act.", "พวกเขาควรลงมือทำ", "th"),
        ("a regrettable act", "អំពើគួរឱ្យសោកស្ដាយ", "km"),  # គួរឱ្យ, “-able”
        ("They may act.", "ពួកគេអាចធ្វើ។", "km"),
        ("They may act.", "พวกเขาอาจลงมือทำ", "th"),
        ("a teacher", "อาจารย์", "th"),  # not อาจ, “may”
        ("in May 2025", "ในเดือนพฤษภาคม 2568", "th"),  # the month, not the verb
        ("No one may enter.", "គ្មានអ្នកណាចូលឡើយ។", "km"),
    ],
)
def test_the_same_meaning_does_not_ring(source: str, text: str, language: str) -> None:
    assert rules(source, text, language) & DUTY == set()
    assert rules(text, source, "en", source_language=language) & DUTY == set()


@pytest.mark.parametrize(
    ("source", "text", "language", "rule"),
    [
        ("They must not wait.", "ពួកគេត្រូវរង់ចាំ។", "km", "negation"),
        ("They must not wait.", "พวกเขาต้องรอ", "th", "negation"),
        ("It is right.", "វាមិនត្រឹមត្រូវទេ។", "km", "negation"),
        ("They wait.", "ពួកគេមិនរង់ចាំ។", "km", "negation"),
        ("They wait.", "พวกเขาไม่รอ", "th", "negation"),
        ("They wait.", "พวกเขามิได้รอ", "th", "negation"),
        ("without arms", "ដោយមានអាវុធ", "km", "negation"),
        ("with arms", "ដោយគ្មានអាវុធ", "km", "negation"),
        ("with arms", "โดยปราศจากอาวุธ", "th", "negation"),
        ("an acceptable peace", "สันติภาพที่ยอมรับไม่ได้", "th", "negation"),
        ("They must act.", "ពួកគេធ្វើ។", "km", "duty"),
        ("They must act.", "พวกเขาลงมือทำ", "th", "duty"),
        ("They act.", "ពួកគេត្រូវតែធ្វើ។", "km", "duty"),
        ("They act.", "พวกเขาต้องลงมือทำ", "th", "duty"),
        ("They must act.", "พวกเขาควรลงมือทำ", "th", "duty"),
        ("They must act.", "ពួកគេគួរតែធ្វើ។", "km", "advice"),
        ("They should act.", "ពួកគេធ្វើ។", "km", "advice"),
        ("They should act.", "พวกเขาต้องลงมือทำ", "th", "advice"),
        ("They act.", "ពួកគេអាចធ្វើ។", "km", "possibility"),
        ("They may act.", "พวกเขาลงมือทำ", "th", "possibility"),
    ],
)
def test_a_lost_or_added_word_rings(source: str, text: str, language: str, rule: str) -> None:
    assert rings(rule, source, text, language)
    assert rings(rule, text, source, "en", source_language=language)


def test_the_message_names_the_words_and_counts_them() -> None:
    (alarm,) = alarms("It is not so.", "វាដូច្នេះ។")
    assert alarm.message == "The source says “not” once (“not”), the translation not at all."
    assert alarm.hint == "With or without it, a sentence says the contrary. Put it into the translation."
    (alarm,) = alarms("They refuse.", "ពួកគេមិនព្រម មិនអើពើ។")
    assert alarm.message == "The translation says “not” twice (“មិន”, “មិន”), the source once at most."
    assert alarm.hint.endswith("Take it out of the translation.")
