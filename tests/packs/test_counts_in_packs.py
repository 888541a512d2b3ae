"""Counts in packs: protected where nothing in them is to be translated, and never changed on the way."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st
from made_packs import WRITERS, heard, pack, row, told

from statement_kit.packs.inline_codes import CodeKind, Spanning, Standing, codes, pieces, typed
from statement_kit.packs.xliff import write_xliff

PLURAL = "{endorsers, plural, one {# organisation} other {{endorsers, spellout} organisations}}"


@pytest.mark.parametrize("count", ["{endorsers}", "{endorsers, spellout}", "{ late , spellout , capital }"])
def test_a_count_without_words_is_a_mark(count: str) -> None:
    assert pieces(f"We, {count}, call") == ("We, ", Standing(CodeKind.PLACEHOLDER, count), ", call")


def test_a_count_with_words_stays_words_with_all_that_is_in_it() -> None:
    assert pieces(f"We, {PLURAL}, call") == (f"We, {PLURAL}, call",)


def test_marks_around_counts_are_marks() -> None:
    assert pieces(f"**{PLURAL}** {{late}}") == (
        Spanning(CodeKind.STRONG, "**", "**", (PLURAL,)),
        " ",
        Standing(CodeKind.PLACEHOLDER, "{late}"),
    )


@pytest.mark.parametrize(
    "text", [r"\{endorsers, spellout}", "{endorsers, spellout", "{ endorsers x", "{endorsers,\u00a0spellout}"]
)
def test_what_is_no_count_or_no_mark_can_hold_is_words(text: str) -> None:
    assert pieces(text) == (text,)


@given(
    st.lists(
        st.sampled_from(
            ["{endorsers", ", spellout", ", plural, other {", "}", "{late}", "*", "\\", "[^n]", "<a:b>", "x"]
        )
    )
)
def test_put_together_again_it_is_the_text(parts: list[str]) -> None:
    found = pieces("".join(parts))
    assert "".join(map(typed, found)) == "".join(parts)
    assert all(code.typed for code in codes(found) if isinstance(code, Standing))


@pytest.mark.parametrize("kind", [*WRITERS, "xlf"])
def test_counts_come_back_from_every_kind_of_pack_as_they_left(kind: str) -> None:
    khmer = "យើងខ្ញុំ {endorsers, spellout} អង្គការ {late}"  # we, … organisations
    made = pack(row("preamble.1", f"We, {PLURAL}, {{late, spellout}}", khmer), row("title", "{endorsers} call", PLURAL))
    assert heard((WRITERS | {"xlf": write_xliff})[kind](made)) == told(made)
