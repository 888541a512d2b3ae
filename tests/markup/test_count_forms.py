"""The forms of a count: what is read, what is refused, and how it reads."""

from __future__ import annotations

from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.markup.count_forms import (
    Branch,
    Count,
    CountError,
    Form,
    chosen_branch,
    common_branch,
    read_count,
    spoken,
    within,
)

PLURAL = "{endorsers, plural, =0 {nobody} one {# organisation} other {{late, spellout} of # organisations}}"


@pytest.mark.parametrize(
    ("pattern", "count"),
    [
        ("{endorsers}", Count("endorsers")),
        ("{ endorsers }", Count("endorsers")),
        ("{endorsers,spellout}", Count("endorsers", Form.WORDS)),
        ("{ endorsers , spellout , capital }", Count("endorsers", Form.CAPITAL)),
        ("{late, plural, other {}}", Count("late", Form.PLURAL, (Branch("other", ()),))),
        (
            PLURAL,
            Count(
                "endorsers",
                Form.PLURAL,
                (
                    Branch("=0", ("nobody",)),
                    Branch("one", (Count("endorsers"), " organisation")),
                    Branch("other", (Count("late", Form.WORDS), " of ", Count("endorsers"), " organisations")),
                ),
            ),
        ),
        (
            "{late, plural, =007{it's ’x’ & R&D}other{ }}",
            Count("late", Form.PLURAL, (Branch("=7", ("it's ’x’ & R&D",)), Branch("other", (" ",)))),
        ),
    ],
)
def test_a_count_is_read_in_each_of_its_forms(pattern: str, count: Count) -> None:
    assert read_count(pattern) == count


@pytest.mark.parametrize(
    ("pattern", "said"),
    [
        ("", "in a form that no count has"),
        ("{", "in a form that no count has"),
        ("{}", "in a form that no count has"),
        ("{endorsers", "in a form that no count has"),
        ("{endorsers} ", "in a form that no count has"),
        ("{endorsers,}", "in a form that no count has"),
        ("{endorsers spellout}", "in a form that no count has"),
        ("{endorsers, number}", "in a form that no count has"),
        ("{endorsers, ordinal}", "in a form that no count has"),
        ("{endorsers, capital}", "in a form that no count has"),
        ("{endorsers, spellout, spellout}", "in a form that no count has"),
        ("{endorsers, spellout, capital, capital}", "in a form that no count has"),
        ("{endorsers, selectordinal, other {#th}}", "in a form that no count has"),
        ("{endorsers, plural}", "in a form that no count has"),
        ("{endorsers, plural, other}", "in a form that no count has"),
        ("{endorsers, plural, other {x}", "in a form that no count has"),
        ("{endorsers, plural, other {x", "in a form that no count has"),
        ("{endorsers, plural, = {x} other {}}", "in a form that no count has"),
        ("{endorsers, plural, }", "without the plural form “other”"),
        ("{endorsers, plural, one {x}}", "without the plural form “other”"),
        ("{endorsers, plural, other {x} other {y}}", "the plural form “other” twice"),
        ("{endorsers, plural, =1 {x} =01 {y} other {}}", "the plural form “=1” twice"),
        ("{endorsers, plural, offset:1 other {}}", "the plural form “offset”, which no language has"),
        ("{endorsers, plural, others {}}", "the plural form “others”, which no language has"),
        ("{endorsers, plural, other {*x*}}", "a “*” in its words"),
        ("{endorsers, plural, other {[x](https://x.org)}}", "a “[” in its words"),
        ("{endorsers, plural, other {[^1]}}", "a “[” in its words"),
        ("{endorsers, plural, other {\\#}}", "a “\\” in its words"),
        ("{endorsers, plural, other {a\nb}}", "a line break in its words"),
        ("{endorsers, plural, other {&amp;}}", "a “&amp;” in its words"),
        ("{endorsers, plural, other {organisations'}}", "a ' before a brace"),
        ("{endorsers, plural, other {'# organisations'}}", "a ' before a brace"),
        ("{endorsers, plural, other {it''s #}}", "a ' before a brace"),
        ("{a, plural, other {{b, plural, other {{c, plural, other {{d}}}}}}}", "more than 3 deep"),
    ],
)
def test_what_is_none_of_them_is_refused_with_what_to_do(pattern: str, said: str) -> None:
    with pytest.raises(CountError) as caught:
        read_count(pattern)
    assert said in caught.value.what
    assert caught.value.hint


def test_a_long_count_is_shown_by_its_beginning() -> None:
    with pytest.raises(CountError) as caught:
        read_count("{endorsers, number, " + "x" * 500 + "}")
    assert len(caught.value.what) < 100


def test_every_count_in_the_words_of_one_is_found() -> None:
    assert [(count.name, count.form) for count in within(read_count(PLURAL))] == [
        ("endorsers", Form.PLURAL),
        ("endorsers", Form.DIGITS),
        ("late", Form.WORDS),
        ("endorsers", Form.DIGITS),
    ]


def test_words_of_their_own_go_before_those_of_the_plural_form_and_these_before_the_others() -> None:
    count = read_count(PLURAL)
    assert [chosen_branch(count, *number).keyword for number in [(0, "other"), (1, "one"), (0, "one"), (2, "few")]] == [
        "=0",
        "one",
        "=0",
        "other",
    ]
    assert common_branch(count).keyword == "other"


def test_a_count_reads_as_its_number_and_the_words_around_it() -> None:
    read = spoken(read_count(PLURAL), lambda count: f"<{count.name} {count.form}>", common_branch, str.upper)
    assert read == "<late spellout> OF <endorsers digits> ORGANISATIONS"


@given(st.text(alphabet="{}#,=' \n\\*é1aotherplural", max_size=40))
def test_any_text_in_the_place_of_words_is_read_or_refused(text: str) -> None:
    with suppress(CountError):
        assert read_count("{endorsers, plural, other {" + text + "}}").form is Form.PLURAL


def test_braces_without_end_are_refused_and_not_followed() -> None:
    with pytest.raises(CountError):
        read_count("{endorsers, plural, other " * 10_000)
    with pytest.raises(CountError):
        read_count("{endorsers, plural, other " * 10_000 + "}" * 10_000)
