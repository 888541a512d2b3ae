"""Line breaking over the whole paragraph."""

from __future__ import annotations

from itertools import accumulate

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.layout.lines import Measured, OverfullError, balanced_lines, break_lines


def words(*lengths: int) -> Measured:
    """Words of so many clusters of 1 pt, a space of 1 pt between them, breaks after the spaces."""
    spaces = [flag for length in lengths for flag in [False] * length + [True]][:-1]
    breaks = [end + 1 for end in list(accumulate(lengths, lambda a, b: a + 1 + b))[:-1]]
    return Measured([1.0] * len(spaces), spaces, breaks)


def lengths(text: Measured, spans: list[tuple[int, int]]) -> list[int]:
    """What each line shows: its clusters without the spaces at its end."""
    return [sum(1 for at in range(*span) if not (text.spaces[at] and at == span[1] - 1)) for span in spans]


paragraphs = st.lists(st.integers(1, 9), min_size=1, max_size=40).map(lambda found: words(*found))


@given(paragraphs, st.floats(9, 60))
def test_lines_tile_the_paragraph_and_fit_the_measure(text: Measured, measure: float) -> None:
    spans = break_lines(text, measure)
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text.widths)
    assert max(lengths(text, spans)) <= measure + 1e-6
    assert {start for start, _ in spans[1:]} <= set(text.breaks)


def greedy(text: Measured, measure: float) -> list[tuple[int, int]]:
    spans, start = [], 0
    ends = [*text.breaks, len(text.widths)]
    for at, end in enumerate(ends):
        following = ends[at + 1] if at + 1 < len(ends) else None
        if following is None or lengths(text, [(start, following)])[0] > measure:
            spans.append((start, end))
            start = end
    return spans


def white(text: Measured, spans: list[tuple[int, int]], measure: float) -> float:
    return sum((measure - length) ** 2 for length in lengths(text, spans)[:-1])


@given(paragraphs, st.integers(12, 60))
def test_the_white_left_is_never_more_than_filling_line_by_line_leaves(text: Measured, measure: int) -> None:
    best, plain = break_lines(text, measure), greedy(text, measure)
    if len(best) == len(plain):
        slack = measure * measure * 0.04 + 1e-6  # what avoiding a one-word last line may cost
        assert white(text, best, measure) <= white(text, plain, measure) + slack


def test_a_short_line_is_shared_out_among_its_neighbours() -> None:
    text = words(3, 2, 2, 5)
    assert lengths(text, greedy(text, 6)) == [6, 2, 5]
    assert lengths(text, break_lines(text, 6)) == [3, 5, 5]


def test_a_word_wider_than_the_measure_is_reported_with_its_place() -> None:
    with pytest.raises(OverfullError) as caught:
        break_lines(words(3, 12, 3), 10)
    assert caught.value.span == (4, 17)


def test_a_title_is_set_in_equal_lines() -> None:
    text = words(4, 4, 4, 4, 4, 4)
    assert lengths(text, balanced_lines(text, 25)) == [14, 14]


def test_a_title_without_spaces_between_words_breaks_at_its_phrases() -> None:
    spaces = [False] * 6 + [True] + [False] * 8
    text = Measured([1.0] * 15, spaces, breaks=[3, 7, 10])
    assert balanced_lines(text, 9) == [(0, 7), (7, 15)]


def test_a_title_whose_phrases_are_too_long_still_breaks_at_words() -> None:
    text = Measured([1.0] * 20, [False] * 20, breaks=[5, 10, 15])
    assert balanced_lines(text, 11) == [(0, 10), (10, 20)]
