"""Line ends: what is added for word processors, and what never is."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import pairwise

import pytest
from hypothesis import example, given
from hypothesis import strategies as st
from made_docx import docx_of

from statement_kit.brand import Brand
from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role
from statement_kit.languages.registry import get_language
from statement_kit.text.breaks import is_mark
from statement_kit.writers.docx.line_ends import with_line_ends, without_line_ends
from statement_kit.writers.docx.markup import W

ZWSP, WJ, NBSP = "\u200b", "\u2060", "\u00a0"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("km", "អង្គការសង្គមស៊ីវិល", None),
        ("km", "ថ្មីៗ", f"ថ្មី{WJ}ៗ"),
        ("km", "ថ្មី ៗ", f"ថ្មី{NBSP}ៗ"),
        ("km", "ផ្សារ ។ល។", f"ផ្សារ{NBSP}។{WJ}ល។"),
        ("km", "ប្រតិបត្តិការយោធា", f"ប្រតិបត្តិ{WJ}ការយោធា"),  # "military operations"
        ("th", "ผลกระทบ", f"ผลก{WJ}ระ{WJ}ทบ"),  # "impact"
        ("th", "สิทธิมนุษยชน", "สิทธิมนุษยชน"),  # "human rights"
        ("th", "ทุกวัน ๆ", f"ทุกวัน{NBSP}ๆ"),
        ("th", "๕๐ บาท", f"๕๐{NBSP}บาท"),
        ("en", "50 per cent", f"50{NBSP}per{NBSP}cent"),
    ],
    ids=[
        "words",
        "repetition",
        "spaced repetition",
        "et cetera",
        "miscut in Khmer",
        "miscut in Thai",
        "cut between Thai words",
        "mai yamok",
        "unit",
        "English unit",
    ],
)
def test_places_where_lines_may_and_may_not_end(language: str, text: str, expected: str | None) -> None:
    marked = with_line_ends(text, get_language(language))
    if expected is None:
        assert ZWSP in marked
        assert marked.replace(ZWSP, "") == text
    else:
        assert marked.replace(ZWSP, "") == expected


@pytest.mark.parametrize(
    ("language", "name", "expected"),
    [
        ("en", "CRC-Cambodia", f"CRC-{WJ}Cambodia"),
        ("th", "กลุ่มปอยเปต-ASEAN", f"กลุ่ม{WJ}ปอย{WJ}เปต-{WJ}ASEAN"),  # "Poipet group", Poipet being a town
        ("th", "กลุ่ม|ปอยเปต", f"กลุ่มปอย{WJ}เปต"),
        ("km", "សន្តិភាព ASEAN", f"សន្តិភាព{NBSP}ASEAN"),  # "peace"
    ],
)
def test_a_name_of_the_statements_own_lexicon_is_joined_wherever_icu_would_cut_it(
    language: str, name: str, expected: str
) -> None:
    plain = get_language(language)
    own = replace(plain, lexicon=(*plain.lexicon, name), miscut=(*plain.miscut, name))
    assert with_line_ends(name.replace("|", ""), own) == expected


def test_thai_carries_no_zero_width_space() -> None:
    text = "เราขอเรียกร้องให้ทุกฝ่ายใช้ความอดกลั้น"
    assert with_line_ends(text, get_language("th")) == text


def test_a_space_or_hyphen_needs_no_zero_width_space_beside_it() -> None:
    marked = with_line_ends("ភាគី ទាំងអស់ កម្ពុជា-ថៃ (ASEAN) និង", get_language("km"))
    for beside in " -()":
        assert f"{ZWSP}{beside}" not in marked
        assert f"{beside}{ZWSP}" not in marked


def test_the_authors_own_marks_stay_single_and_in_force() -> None:
    """L08: words the dictionary would part stay joined, and a break the author gave is not doubled."""
    khmer = get_language("km")
    assert WJ + ZWSP not in with_line_ends(f"សង្គម{WJ}ស៊ីវិល", khmer)
    assert ZWSP + WJ not in with_line_ends(f"សង្គម{WJ}ស៊ីវិល", khmer)
    assert f"សង្គម{WJ}ស៊ីវិល" in with_line_ends(f"សង្គម{WJ}ស៊ីវិល", khmer)
    assert ZWSP * 2 not in with_line_ends(f"សង្គម{ZWSP}ស៊ីវិល", khmer)


@pytest.mark.parametrize(
    ("language", "text", "numbers", "expected"),
    [
        ("km", "សន្តិភាព១និង", [(8, 9)], f"សន្តិភាព១{ZWSP}និង"),  # "peace and"
        ("km", "សន្តិភាព12និង", [(8, 9), (9, 10)], f"សន្តិភាព12{ZWSP}និង"),  # the same with two notes
        ("km", "ថ្មី1ៗ", [(4, 5)], f"ថ្មី1{WJ}ៗ"),  # "new new"
        ("en", "the aid1 million", [(7, 8)], "the aid1 million"),
        ("en", "the 501 million", [(6, 7)], f"the 501{NBSP}million"),
        ("en", "the United1 Nations", [(10, 11)], f"the United1{NBSP}Nations"),
    ],
)
def test_the_number_of_a_note_changes_no_line_end_and_stands_before_its_mark(
    language: str, text: str, numbers: list[tuple[int, int]], expected: str
) -> None:
    assert with_line_ends(text, get_language(language), numbers) == expected


@given(st.lists(st.sampled_from(["Peace", "of", "Women’s", "Non-Timber", "Association", "10", "%", "and", "(A", "B)"])))
@example(["United", "Nations"])
@example(["Peace", "and", "Development", "(PAD)"])
@example(["Chab", "Dai", "(CRC-Cambodia)"])
def test_plain_names_are_passed_over_only_where_nothing_would_be_marked(words: list[str]) -> None:
    text = " ".join(words)
    marked = with_line_ends(text, get_language("en"))
    unmarked = with_line_ends(f"{text}!", get_language("en"))[:-1]  # the sign makes it no plain name any more
    assert marked == unmarked


def test_double_spaces_keep_their_width() -> None:
    assert with_line_ends("ทุกวัน  ๆ", get_language("th")) == f"ทุกวัน{NBSP}{NBSP}ๆ"


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_nothing_else_is_changed_and_no_cluster_is_parted(language: str, documents: dict[str, Document]) -> None:
    document = documents[language]
    for block in document.blocks:
        marked = with_line_ends(block.text, document.language)
        assert without_line_ends(marked).replace(NBSP, " ") == without_line_ends(block.text).replace(NBSP, " ")
        assert not [after for before, after in pairwise(marked) if before in ZWSP + WJ and is_mark(after)]


def test_metadata_are_without_marks() -> None:
    assert without_line_ends(f"សង្គម{ZWSP}ស៊ីវិល{WJ}ៗ") == "សង្គមស៊ីវិលៗ"


def test_headings_carry_only_the_authors_own_marks(document_of: Callable[..., Document], part) -> None:
    text = "ការគោរពច្បាប់អន្តរជាតិ ភ្លាមៗ"
    for role in HEADING_LEVELS:
        file = docx_of(document_of("km", Block("h", role, text)), Brand())
        assert "".join(part(file, "word/document.xml").itertext(f"{{{W}}}t")) == text
    file = docx_of(document_of("km", Block("p", Role.PARAGRAPH, text)), Brand())
    assert ZWSP in "".join(part(file, "word/document.xml").itertext())


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_a_range_of_numbers_stays_whole(language: str) -> None:
    assert with_line_ends("08:00–20:00", get_language(language)) == f"08:00–{WJ}20:00"
    assert with_line_ends("២០០៥–២០០៧", get_language(language)) == f"២០០៥–{WJ}២០០៧"
