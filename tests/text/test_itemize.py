"""Script runs and font fallback (T04, T05)."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import FontError
from statement_kit.text.fonts import FontSet
from statement_kit.text.itemize import itemize, missing_glyphs, script_spans


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


@pytest.mark.parametrize(
    "text",
    [
        "“ASEAN និងថៃ”",  # "ASEAN and Thailand": the scripts at the two ends differ
        "ក្រុម “ADHOC” (ไทย និង NGO) [២០២៥]",  # "group … (Thai and …) [2025]"
        "“អង្គការ ‘ADHOC ថៃ’ NGO”",  # "organisation": a quotation in a quotation
        "“We don’t accept ថៃ”",  # "Thai": an apostrophe closes nothing
        "“NGOs’ ថៃ” នៅ ASEAN",  # "Thai", "in": nor does one behind a word
        "‘the people’s ថៃ’",
    ],
)
def test_the_two_marks_of_a_pair_come_from_one_face(fonts: FontSet, text: str) -> None:
    face = {run.start + at: run.font for run in itemize(text, fonts) for at in range(run.end - run.start)}
    for opening, closing in ("()", "[]", "“”", "‘’"):
        if opening in text:
            assert face[text.index(opening)] is face[text.rindex(closing)]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("អង្គការ LICADHO បាន", ["អង្គការ |Khmr", "LICADHO |Latn", "បាន|Khmr"]),  # "organisation LICADHO has"
        ("A วันที่", ["A |Latn", "วันที่|Thai"]),  # "date": letters that come first do not decide for the rest
        ("១២ NGO ៣៤", ["១២ |Khmr", "NGO |Latn", "៣៤|Khmr"]),  # "12", "34": native digits are letters of their script
        ("ឆ្នាំ 2025 ថៃ", ["ឆ្នាំ |Khmr", "2025|Khmr", " ថៃ|Khmr"]),  # "year", "Thai": others go with what they follow
        ("ខ្មែរ៛ 10฿", ["ខ្មែរ៛ |Khmr", "10|Khmr", "฿|Khmr"]),  # "Khmer" and the signs of riel and baht
    ],
)
def test_a_run_is_of_one_script_and_one_font(fonts: FontSet, text: str, expected: list[str]) -> None:
    """T04."""
    assert [f"{piece}|{script}" for piece, script, _ in pieces(text, fonts)] == expected


def test_a_mark_stays_in_the_font_of_its_base(fonts: FontSet) -> None:
    assert len(pieces("e\u0301", fonts)) == 1


def test_digits_and_punctuation_before_any_letter_are_in_the_main_script() -> None:
    assert script_spans("28 – ", "Khmr") == ((0, 5, "Khmr"),)


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


@pytest.mark.parametrize(("char", "name"), [("\u202e", "U+202E RIGHT-TO-LEFT OVERRIDE"), ("\x07", "U+0007")])
def test_a_character_that_would_steer_the_message_is_named_and_not_shown(char: str, name: str) -> None:
    message = missing_glyphs([char]).message
    assert name in message
    assert char not in message


@given(st.text(st.characters(min_codepoint=32, max_codepoint=126), min_size=1), st.sampled_from(["Latn", "Khmr"]))
def test_ascii_is_cut_as_it_is_beside_a_sign_that_is_none(text: str, main_script: str) -> None:
    """Names and addresses take a short way; the ellipsis, which all scripts share, sends them the long one."""
    (found,) = script_spans(text, main_script)
    assert script_spans(f"{text}…", main_script) == ((0, len(text) + 1, found[2]),)
    assert found[:2] == (0, len(text))
