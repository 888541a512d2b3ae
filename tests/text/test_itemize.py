"""Script runs and font fallback (T04, T05)."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import FontError
from statement_kit.text.fonts import FontSet
from statement_kit.text.itemize import itemize, script_spans


def pieces(text: str, fonts: FontSet) -> list[tuple[str, str, str]]:
    return [(text[run.start : run.end], run.script, run.font.font.family) for run in itemize(text, fonts)]


def test_each_script_gets_its_own_font(fonts: FontSet) -> None:
    assert pieces("A ថៃ ไทย", fonts) == [
        ("A ", "Latn", "Source Serif 4"),
        ("ថៃ ", "Khmr", "Noto Serif Khmer"),  # "Thai" in Khmer
        ("ไทย", "Thai", "Taviraj"),  # "Thai" in Thai
    ]


def test_brackets_go_with_what_they_hold(fonts: FontSet) -> None:
    assert [piece for piece, _, _ in pieces("អាស៊ាន (ASEAN) និង", fonts)] == [
        "អាស៊ាន ",  # "ASEAN"
        "(ASEAN) ",
        "និង",  # "and"
    ]


def test_a_mark_stays_in_the_font_of_its_base(fonts: FontSet) -> None:
    assert len(pieces("e\u0301", fonts)) == 1


def test_digits_and_punctuation_before_any_letter_are_in_the_main_script() -> None:
    assert script_spans("28 – ", "Khmr") == [(0, 5, "Khmr")]


def test_a_character_the_script_font_lacks_comes_from_another(fonts: FontSet) -> None:
    assert ("₫", "Khmr", "Source Serif 4") in pieces("១០₫", fonts)


def test_one_finding_names_every_character_that_no_font_has_once(fonts: FontSet) -> None:
    with pytest.raises(FontError) as caught:
        itemize("peace 平和 平", fonts)
    (found,) = caught.value.diagnostics
    assert found.rule == "font/missing-glyph"
    assert found.message.count("U+5E73") == found.message.count("U+548C") == 1


def test_a_text_in_a_foreign_script_is_not_spelled_out_letter_by_letter(fonts: FontSet) -> None:
    with pytest.raises(FontError) as caught:
        itemize("السلام عليكم", fonts)  # a greeting in Arabic
    assert "and 2 more" in caught.value.diagnostics[0].message
