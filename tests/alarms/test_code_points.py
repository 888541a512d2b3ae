"""Khmer and Thai that look right and are typed wrong, letters that look alike, and spaces nobody sees."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from ringing import FOLDERS, pairs, rings, rules

from statement_kit.alarms import Pair, khmer_spelling, raise_alarms, thai_spelling

SPELLING = {"khmer-order", "khmer-character", "thai-spelling"}


@pytest.mark.parametrize(
    ("text", "rule"),
    [
        ("\u1781\u17c2\u17d2\u1798\u179a", "khmer-order"),  # ខែ្មរ, T09
        ("\u1780\u17b7\u17ca", "khmer-order"),  # the vowel before the shifter
        ("\u1780\u17c6\u17b6", "khmer-order"),  # ំ before ា
        ("\u1780\u17c6\u17c6", "khmer-order"),
        ("\u179f\u17d2\u179a\u17d2\u178f\u17b8", "khmer-order"),  # ស្រ្តី for ស្ត្រី
        ("\u1780\u17d2", "khmer-order"),
        ("\u1780 \u17b6", "khmer-order"),
        ("\u1780\u17b6\u17b7", "khmer-order"),
        ("\u1792\u1798\u17b6\u17cc", "khmer-order"),  # the robat behind a vowel
        ("\u1780\u17c1\u17b6", "khmer-character"),  # េ and ា for ោ
        ("\u1780\u17c1\u17b8", "khmer-character"),  # េ and ី for ើ
        ("\u17a3", "khmer-character"),
        ("\u1780\u17b4", "khmer-character"),
        ("\u17d8", "khmer-character"),
        ("\u0e19\u0e4d\u0e49\u0e32", "thai-spelling"),  # ํ and า for ำ
        ("\u0e17\u0e4d\u0e32", "thai-spelling"),
        ("\u0e40\u0e40\u0e25\u0e30", "thai-spelling"),  # เ twice for แ
        ("\u0e17\u0e35\u0e48\u0e48", "thai-spelling"),
        ("\u0e17\u0e48\u0e35", "thai-spelling"),  # the tone before the vowel
        ("\u0e17\u0e33\u0e49", "thai-spelling"),  # the tone behind ำ
        ("\u0e01\u0e34\u0e35", "thai-spelling"),
        ("\u0e40 \u0e01", "thai-spelling"),
        (" \u0e34\u0e01", "thai-spelling"),
        ("\u0e2a\u0e34\u0e17\u0e4c\u0e34", "thai-spelling"),
    ],
)
def test_wrong_code_points_ring(text: str, rule: str) -> None:
    language = "th" if rule == "thai-spelling" else "km"
    assert rules("x", text, language) & SPELLING == {rule}


@pytest.mark.parametrize(
    "text",
    [
        "\u1781\u17d2\u1798\u17c2\u179a",  # ខ្មែរ, T09
        "ស្ត្រី ម្យ៉ាង ម៉្យាង ស៊ី ញ៉ាំ ធម៌ ពណ៌ ខ្ញុំ គ្រឿង នេះ ចុះ ឬ ឲ្យ ឱ្យ ការណ៍ ក៏ ហ្ន៎ ១ៗ ភ្លាមៗ អង្គការ៖",
        "ที่ น้ำ แก้ว เปี๊ยะ สิทธิ์ ปู่ ปั๊ม ใหญ่ ๆ ฤๅษี ก็ เสร็จ พันธุ์ คำ เท่านั้น ผู้ใหญ่ ฯลฯ พิสูจน์",
    ],
)
def test_right_spelling_is_silent(text: str) -> None:
    assert rules("x", text, "km") & SPELLING == set()


@given(st.sampled_from([(f, language) for f in FOLDERS for language in ("km", "th")]), st.data())
def test_two_neighbours_of_a_cluster_in_the_wrong_order_ring(where: tuple[str, str], data: st.DataObject) -> None:
    """A vowel and the tone mark or subscript beside it, exchanged anywhere in our own texts."""
    pair = data.draw(st.sampled_from(pairs(*where)))
    marks = [
        at
        for at in range(1, len(pair.text))
        if (pair.text[at - 1] in "\u0e31\u0e34\u0e35\u0e36\u0e37\u0e38\u0e39" and pair.text[at] in "\u0e48\u0e49")
        or (pair.text[at - 1] in "\u17b6\u17bb" and pair.text[at] == "\u17c6")
    ]
    if marks:
        at = data.draw(st.sampled_from(marks))
        wrong = pair.text[: at - 1] + pair.text[at] + pair.text[at - 1] + pair.text[at + 1 :]
        found = raise_alarms([Pair(pair.clause, pair.source, wrong)], "en", where[1])
        assert {alarm.rule for alarm in found} & {"alarm/khmer-order", "alarm/thai-spelling"}


MARKS = "".join(map(chr, (*range(0x17B6, 0x17D3), *range(0x0E30, 0x0E3B), *range(0x0E47, 0x0E4F))))


@given(st.text(f"កខរ្េ។ឧ១ a{MARKS}กขเแไฤ", max_size=5))
def test_a_fault_is_found_wherever_the_quick_look_is_taken(text: str) -> None:
    """What is looked for first is in every text that has a fault."""
    for module, pattern in ((khmer_spelling, khmer_spelling._ORDER), (thai_spelling, thai_spelling._FAULTS)):
        if pattern.search(text):
            assert any(suspect.search(text) for suspect in module._SUSPECT)


@pytest.mark.parametrize(
    ("text", "does_ring"),
    [
        ("\u0410SEAN", True),  # a Cyrillic А
        ("ASE\u0391N", True),  # a Greek Α
        ("សន្តិភាព\u0e01", True),  # a Thai letter within a Khmer word
        ("\u041d\u0415", True),  # Cyrillic only, and the source has none
        ("ASEAN អាស៊ាន", False),
        ("อาเซียน ASEAN", False),
    ],
)
def test_letters_that_look_alike_ring(text: str, *, does_ring: bool) -> None:
    assert rings("look-alike", "ASEAN", text) is does_ring
    assert rings("look-alike", "ASEAN", text, "th") is does_ring


@pytest.mark.parametrize(
    ("text", "does_ring"),
    [
        ("សន្តិ\u200bភាព", False),
        ("สันติ\u200bภาพ", False),
        ("ស\u200bន្តិភាព", False),
        ("សន\u17d2\u200b\u178fិភាព", True),  # between coeng and consonant
        ("សន្ត\u200bិភាព", True),  # before a vowel
        ("เ\u200bรา", True),
        ("ท\u200bี่", True),
        ("សន្តិ\u200b\u200bភាព", True),
        ("សន្តិ \u200bភាព", True),
        ("\u200bសន្តិភាព", True),
        ("สันติภาพ\u200b", True),
        ("info@exam\u200bple.org", True),
        ("AS\u200bEAN", True),
        ("១\u200b២", True),
        ("សន្តិ\ufeffភាព", True),
    ],
)
def test_spaces_without_width_ring_where_they_harm(text: str, *, does_ring: bool) -> None:
    assert rings("unseen-space", "peace", text) is does_ring


def test_a_title_has_none_of_them() -> None:
    for char in "\u200b\u2060\ufeff":
        assert rings("unseen-space", "peace", f"សន្តិ{char}ភាព", clause="title")


def final_marks(*texts: tuple[str, str]) -> list[str]:
    pairs_ = [Pair(clause, "Peace", text) for clause, text in texts]
    return [alarm.clause for alarm in raise_alarms(pairs_, "en", "km") if alarm.rule == "alarm/final-mark"]


def test_the_mark_of_the_end_stands_once_and_last() -> None:
    """N10; notes come behind the end of the text."""
    body, last = ("demand.1.1", "សន្តិភាព។"), ("demand.2.1", "សន្តិភាព៕")
    assert final_marks(body, last) == []
    assert final_marks(body, last, ("note.a", "សន្តិភាព។")) == []
    assert final_marks(body, ("demand.2.1", "«សន្តិភាព៕»[^a]")) == []
    assert final_marks(("demand.1.1", "សន្តិភាព៕"), last) == ["demand.1.1"]
    assert final_marks(("demand.1.1", "សន្តិភាព៕"), ("demand.2.1", "សន្តិភាព។")) == ["demand.1.1"]
    assert final_marks(body, ("demand.2.1", "សន្តិ៕ ភាព៕")) == ["demand.2.1"]
    assert final_marks(body, ("demand.2.1", "សន្តិ៕ ភាព។")) == ["demand.2.1"]
    assert final_marks(("title", "សន្តិភាព៕"), last) == ["title"]
    assert final_marks(body, last, ("note.a", "សន្តិភាព៕")) == ["note.a"]
