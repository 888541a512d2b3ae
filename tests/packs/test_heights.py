"""How high rows are made."""

from __future__ import annotations

from statement_kit.packs.heights import LARGEST_PT, row_height_pt


def test_an_empty_row_has_one_line() -> None:
    assert row_height_pt([("", 10)]) == row_height_pt([("word", 10)]) > 0


def test_the_cell_with_most_lines_decides() -> None:
    assert row_height_pt([("a\nb\nc", 10), ("x" * 15, 10)]) == 3 * row_height_pt([("a", 10)])


def test_marks_and_letters_below_others_take_no_width() -> None:
    assert row_height_pt([("ញ្ញ" * 9, 10)]) == row_height_pt([("ញ" * 9, 10)])  # nyo, with a nyo below
    assert row_height_pt([("กี่" * 9, 10)]) == row_height_pt([("ก" * 9, 10)])  # ko, with a vowel and a tone


def test_no_row_is_higher_than_excel_allows() -> None:
    assert row_height_pt([("x" * 100_000, 10)]) == LARGEST_PT
