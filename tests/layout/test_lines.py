"""Line breaking over the whole paragraph, on paragraphs made of plain numbers."""

from __future__ import annotations

from dataclasses import replace
from itertools import accumulate, pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.layout.lines import balanced_lines, break_lines, demerits
from statement_kit.layout.measured import Measured, OverfullError, Setting, Span, Stop
from statement_kit.text.breaks import BreakClass


def words(*lengths: int, kind: BreakClass = BreakClass.PHRASE) -> Measured:
    """Words of so many clusters of 1 pt, a space of 1 pt between them, stops behind the spaces."""
    spaces = [flag for length in lengths for flag in [False] * length + [True]][:-1]
    stops = [Stop(end + 1, kind) for end in list(accumulate(lengths, lambda a, b: a + 1 + b))[:-1]]
    return Measured([1.0] * len(spaces), spaces, stops)


def ragged(measure: float) -> Setting:
    return Setting(measure)


def justified(measure: float, **changes: float) -> Setting:
    return replace(Setting(measure, is_justified=True, stretch_pt=0.5, shrink_pt=0.3, most=6), **changes)


def lengths(text: Measured, spans: list[Span]) -> list[int]:
    """What each line shows: its clusters without the spaces at its end."""
    return [sum(1 for at in range(*span) if not (text.spaces[at] and at == span[1] - 1)) for span in spans]


def greedy(text: Measured, measure: float) -> list[Span]:
    """Lines filled one by one, as much on each as there is room for."""
    spans, start = [], 0
    ends = [*(stop.at for stop in text.stops), len(text.widths)]
    for at, end in enumerate(ends):
        following = ends[at + 1] if at + 1 < len(ends) else None
        if following is None or lengths(text, [(start, following)])[0] > measure:
            spans.append((start, end))
            start = end
    return spans


paragraphs = st.lists(st.integers(1, 9), min_size=1, max_size=40).map(lambda found: words(*found))


@given(paragraphs, st.floats(9, 60), st.booleans())
def test_lines_tile_the_paragraph_and_fit_the_measure(text: Measured, measure: float, is_justified: bool) -> None:
    setting = justified(measure) if is_justified else ragged(measure)
    spans = break_lines(text, setting)
    assert [start for start, _ in spans] == [0, *(end for _, end in spans[:-1])]
    assert spans[-1][1] == len(text.widths)
    assert {start for start, _ in spans[1:]} <= {stop.at for stop in text.stops}
    for length, span in zip(lengths(text, spans), spans, strict=True):
        gives = 0.3 * sum(text.spaces[span[0] : span[0] + length]) if is_justified else 0
        assert length - gives <= measure + 1e-5


@given(paragraphs, st.integers(12, 60), st.booleans())
def test_the_lines_never_cost_more_than_filling_line_by_line(text: Measured, measure: int, is_justified: bool) -> None:
    setting = justified(measure) if is_justified else ragged(measure)
    best, plain = break_lines(text, setting), greedy(text, measure)
    assert demerits(text, setting, best) <= demerits(text, setting, plain) + 1e-9


@pytest.mark.parametrize("is_justified", [False, True])
@given(st.lists(st.integers(1, 6), min_size=1, max_size=9).map(lambda found: words(*found)), st.integers(6, 20))
def test_no_other_lines_cost_less(is_justified: bool, text: Measured, measure: int) -> None:
    setting = justified(measure) if is_justified else ragged(measure)
    ends = [stop.at for stop in text.stops]
    costs = []
    for chosen in range(2 ** len(ends)):
        bounds = [0, *(end for bit, end in enumerate(ends) if chosen >> bit & 1), len(text.widths)]
        costs.append(demerits(text, setting, list(pairwise(bounds))))
    assert demerits(text, setting, break_lines(text, setting)) == pytest.approx(min(costs))


def test_a_short_line_is_shared_out_among_its_neighbours() -> None:
    text = words(3, 2, 2, 5)
    assert lengths(text, greedy(text, 6)) == [6, 2, 5]
    assert lengths(text, break_lines(text, ragged(6))) == [3, 5, 5]


@pytest.mark.parametrize("setting", [ragged(10), justified(10)])
def test_a_word_wider_than_the_measure_is_reported_with_its_place(setting: Setting) -> None:
    with pytest.raises(OverfullError) as caught:
        break_lines(words(3, 12, 3), setting)
    assert caught.value.span == (4, 17)


@pytest.mark.parametrize("setting", [ragged(39), justified(39, stretch_pt=1)])
def test_no_last_line_is_a_single_word_where_it_can_be_helped(setting: Setting) -> None:
    text = words(*[3] * 11)
    assert lengths(text, greedy(text, 39)) == [39, 3]
    assert lengths(text, break_lines(text, setting)) == [35, 7]


@pytest.mark.parametrize("setting", [ragged(20), justified(20)])
def test_a_forced_line_end_is_kept_and_the_line_before_it_is_a_last_one(setting: Setting) -> None:
    text = words(4, 4, 4, 4)
    forced = replace(text, stops=[text.stops[0], Stop(10, BreakClass.FORCED), text.stops[2]])
    assert break_lines(forced, setting) == [(0, 10), (10, 19)]


def test_the_first_line_leaves_room_for_its_indent() -> None:
    text = words(3, 3, 3, 3)
    assert lengths(text, break_lines(text, ragged(7))) == [7, 7]
    assert lengths(text, break_lines(text, replace(ragged(7), indent_pt=4))) == [3, 7, 3]


@pytest.mark.parametrize("setting", [ragged(9), justified(9)])
def test_a_name_is_parted_only_where_nothing_else_fits(setting: Setting) -> None:
    text = words(4, 4, 4)
    whole = replace(text, stops=[Stop(5, BreakClass.LAST_RESORT), Stop(10, BreakClass.PHRASE)])
    assert lengths(whole, break_lines(whole, setting)) == [9, 4]
    narrow = replace(setting, measure_pt=5)
    assert lengths(whole, break_lines(whole, narrow)) == [4, 4, 4]


@given(paragraphs, st.integers(12, 40))
def test_a_better_class_of_break_is_taken_where_lines_are_as_even(text: Measured, measure: int) -> None:
    worse = replace(text, stops=[Stop(stop.at, BreakClass.COMPOUND) for stop in text.stops])
    spans = break_lines(text, ragged(measure))
    assert demerits(text, ragged(measure), spans) <= demerits(worse, ragged(measure), spans)


def test_a_loose_line_beside_a_tight_one_costs_more_than_two_alike() -> None:
    text = words(5, 5, 5, 5, 5, 5)
    alike = demerits(text, justified(11.2), [(0, 12), (12, 24), (24, 35)])
    uneven = demerits(text, justified(11.2), [(0, 6), (6, 18), (18, 35)])
    assert alike < uneven


def test_hyphens_at_the_ends_of_two_lines_running_cost_more_than_of_one() -> None:
    text = words(9, 9, 9, 9, 9)
    setting = justified(9)
    hyphens = [stop._replace(kind=BreakClass.HYPHEN) for stop in text.stops]
    spans = [(0, 10), (10, 20), (20, 30), (30, 40), (40, 49)]
    one = replace(text, stops=[hyphens[0], *text.stops[1:]])
    running = replace(text, stops=[*hyphens[:2], *text.stops[2:]])
    apart = replace(text, stops=[hyphens[0], text.stops[1], hyphens[2], text.stops[3]])
    assert demerits(one, setting, spans) < demerits(apart, setting, spans) < demerits(running, setting, spans)


def test_a_hyphen_needs_room_on_its_line() -> None:
    text = Measured(
        [1.0] * 12, [False] * 12, [Stop(6, BreakClass.HYPHEN, hyphen_pt=1.0), Stop(5, BreakClass.HYPHEN, 1.0)][::-1]
    )
    assert break_lines(replace(text, stops=text.stops), ragged(7)) in ([(0, 5), (5, 12)], [(0, 6), (6, 12)])
    with pytest.raises(OverfullError):
        break_lines(replace(text, stops=[Stop(6, BreakClass.HYPHEN, hyphen_pt=1.0)]), ragged(6.5))


def test_marks_that_hang_leave_more_room() -> None:
    text = words(5, 5, 5)
    hanging = replace(text, hangs=[(0.0, 0.5)] * len(text.widths))
    assert lengths(text, break_lines(text, ragged(10.6))) == [5, 5, 5]
    assert lengths(hanging, break_lines(hanging, ragged(10.6))) != [5, 5, 5]


def test_a_title_wider_than_the_measure_is_reported_like_any_text() -> None:
    with pytest.raises(OverfullError):
        balanced_lines(words(12), ragged(10))
    with pytest.raises(OverfullError):
        balanced_lines(words(4, 12, 4), ragged(10))


def test_a_name_in_a_title_is_not_parted_to_make_lines_more_equal() -> None:
    text = Measured([1.0] * 110, [False] * 110, [Stop(30, BreakClass.WORD), Stop(60, BreakClass.LAST_RESORT)])
    assert balanced_lines(text, ragged(100)) == [(0, 30), (30, 110)]
    assert balanced_lines(text, ragged(70)) == [(0, 60), (60, 110)]


def test_a_title_ends_its_lines_with_its_clauses_where_they_are_nearly_equal() -> None:
    text = words(5, 5, 5, 5, 5)
    for at, expected in ((12, [11, 17]), (18, [17, 11])):
        closing = replace(text, stops=[stop._replace(closes=stop.at == at) for stop in text.stops])
        assert lengths(text, balanced_lines(closing, ragged(18))) == expected


def test_a_title_may_spare_a_line_where_all_then_end_with_clauses() -> None:
    text = words(8, 8, 8, 8, 8, 8)
    stops = [stop._replace(closes=stop.at in (18, 36)) for stop in text.stops if stop.at != 27]
    closing = replace(text, stops=stops)
    assert sorted(lengths(text, balanced_lines(closing, ragged(40)))) == [17, 35]
    assert lengths(text, balanced_lines(closing, ragged(40), may_spare_a_line=True)) == [17, 17, 17]


def test_a_title_is_set_in_equal_lines() -> None:
    text = words(4, 4, 4, 4, 4, 4)
    assert lengths(text, balanced_lines(text, ragged(25))) == [14, 14]


def test_a_title_without_spaces_between_words_breaks_at_its_phrases() -> None:
    spaces = [False] * 6 + [True] + [False] * 8
    stops = [Stop(3, BreakClass.WORD), Stop(7, BreakClass.PHRASE), Stop(10, BreakClass.WORD)]
    assert balanced_lines(Measured([1.0] * 15, spaces, stops), ragged(9)) == [(0, 7), (7, 15)]


def test_a_title_whose_phrases_are_too_long_still_breaks_at_words() -> None:
    text = Measured([1.0] * 20, [False] * 20, [Stop(at, BreakClass.WORD) for at in (5, 10, 15)])
    assert balanced_lines(text, ragged(11)) == [(0, 10), (10, 20)]
