"""Blocks and page labels."""

from __future__ import annotations

import pytest

from statement_kit.document.blocks import HEADING_LEVELS, Block, PageLabels, Role
from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, THAI_DIGITS


@pytest.mark.parametrize(
    ("pattern", "digits", "written"),
    [
        ("Page {page} of {pages}", ASCII_DIGITS, "Page 2 of 10"),
        ("ទំព័រ {page} នៃ {pages}", KHMER_DIGITS, "ទំព័រ ២ នៃ ១០"),
        ("หน้า {page} จาก {pages}", THAI_DIGITS, "หน้า ๒ จาก ๑๐"),
        ("{pages} / {page}", KHMER_DIGITS, "១០ / ២"),
        ("A4, page {page}", THAI_DIGITS, "A4, page ๒"),
    ],
)
def test_a_page_label_has_its_numbers_in_the_languages_digits(pattern: str, digits: str, written: str) -> None:
    assert PageLabels(pattern, digits).text(2, 10) == written


@pytest.mark.parametrize(("label", "whole"), [("", "Text"), ("១.", "១. Text")])
def test_a_block_reads_with_its_label_before_its_text(label: str, whole: str) -> None:
    assert Block("demand.1", Role.DEMAND_HEADING, "Text", label).whole_text == whole


@pytest.mark.parametrize(
    ("block_id", "role", "group"),
    [
        ("demand.3.2.1", Role.LIST_ITEM, "demand.3.2"),
        ("demand.3.2.12", Role.LIST_ITEM, "demand.3.2"),
        ("preamble.1.2", Role.QUOTATION, "preamble.1"),
        ("demand.3.2", Role.PARAGRAPH, "demand.3.2"),
        ("title", Role.TITLE, "title"),
        ("note.a", Role.NOTE, "note.a"),
    ],
)
def test_pieces_of_one_list_or_quotation_are_a_group(block_id: str, role: Role, group: str) -> None:
    assert Block(block_id, role, "Text").group == group


def test_the_outline_begins_with_the_title_and_skips_no_level() -> None:
    assert [role for role, level in HEADING_LEVELS.items() if level == 1] == [Role.TITLE]
    assert set(HEADING_LEVELS.values()) == {1, 2, 3}


def test_page_furniture_is_no_part_of_the_outline() -> None:
    assert not {Role.LETTERHEAD, Role.FURNITURE} & HEADING_LEVELS.keys()
