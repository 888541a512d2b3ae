"""What changed between two texts, side by side."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from statement_kit.translation.difference import around_difference

TEXTS = st.text("ab ក", max_size=120)


def test_only_what_differs_and_a_little_around_it_is_shown() -> None:
    before, after = "All parties " * 9, " land, sea and air" * 9
    old, new = around_difference(f"{before}must cease fire{after}", f"{before}must not cease fire{after}")
    assert "must cease fire" in old
    assert "must not cease fire" in new
    assert old.startswith("…")
    assert old.endswith("…")
    assert max(len(old), len(new)) < 100


def test_short_texts_are_shown_whole() -> None:
    assert around_difference("Cease fire", "Do not cease fire") == ("Cease fire", "Do not cease fire")


@given(TEXTS, TEXTS, TEXTS, TEXTS)
def test_whatever_was_put_in_or_taken_out_is_seen(head: str, old: str, new: str, tail: str) -> None:
    shown = around_difference(head + old + tail, head + new + tail)
    assert (shown[0] == shown[1]) == (old == new)
