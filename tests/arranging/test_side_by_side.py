"""Columns for versions: how wide, and how a brand sets what stands in them."""

from __future__ import annotations

import pytest

from statement_kit import PROFILES
from statement_kit.arranging.side_by_side import in_columns, text_columns
from statement_kit.brand import Brand
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES, Alignment

LOOKS = {"kit": Brand(), **PROFILES}


@pytest.mark.parametrize("look", LOOKS)
@pytest.mark.parametrize("count", [2, 3])
def test_columns_and_gutters_fill_the_measure(look: str, count: int) -> None:
    brand = LOOKS[look]
    columns = text_columns(brand, count)
    assert count * columns.step_pt - columns.gutter_pt == pytest.approx(brand.measure_pt)


@pytest.mark.parametrize("look", LOOKS)
def test_text_is_smaller_the_more_columns_there_are_and_what_stands_across_the_page_is_not(look: str) -> None:
    sizes = [[brand.styles[role].size_em for role in Role] for brand in _by_columns(LOOKS[look])]
    across = {Role.LETTERHEAD, Role.FURNITURE, Role.ANNEX_HEADING, Role.ANNEX_NOTE, Role.GROUP_HEADING, Role.ENDORSER}
    for role, of_role in zip(Role, zip(*sizes, strict=True), strict=True):
        assert len(set(of_role)) == (1 if role in across else 3)
        assert sorted(of_role, reverse=True) == list(of_role)


@pytest.mark.parametrize("look", LOOKS)
def test_no_line_of_a_column_is_filled_by_gaps_or_deeply_indented(look: str) -> None:
    for brand in _by_columns(LOOKS[look])[1:]:
        for language in LANGUAGES.values():
            assert brand.alignment_of(Role.PARAGRAPH, language) is Alignment.RAGGED
            assert brand.indent_pt(Role.PARAGRAPH, language) <= 1.2 * brand.size_pt(Role.PARAGRAPH, language.script)


def _by_columns(brand: Brand) -> list[Brand]:
    return [brand, *(in_columns(brand, count) for count in (2, 3))]
