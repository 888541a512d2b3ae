"""Lists in the alphabetical order of their language, and in the orders that lists keep instead."""

from __future__ import annotations

import pytest

from statement_kit.endorsers import Endorser
from statement_kit.languages.collation import Variable
from statement_kit.linting.entries import entries_of
from statement_kit.linting.order import Way, order_findings, order_key

ENGLISH = ("Alpha Aid", "Beta", "Gamma", "Iota", "Kappa", "Lambda", "Mu", "Nu", "Omega")
KHMER = (
    "ក្រុមកុមារ",  # Group of Children
    "គណៈកម្មការ",  # Commission
    "ចលនាយុវជន",  # Movement of Youth
    "បណ្តាញកសិករ",  # Network of Farmers
    "មជ្ឈមណ្ឌល",  # Centre
    "វិទ្យាស្ថាន",  # Institute
    "សមាគមស្ត្រី",  # Association of Women
    "សម្ព័ន្ធ",  # Alliance
    "អង្គការមនុស្ស",  # Organisation of People
)
THAI = (
    "กลุ่มเด็ก",  # Group of Children
    "ขบวนการ",  # Movement
    "เครือข่าย",  # Network
    "โครงการ",  # Project
    "มูลนิธิ",  # Foundation
    "ศูนย์",  # Centre
    "สมาคม",  # Association
    "สหภาพ",  # Union
    "องค์กร",  # Organisation
)


def out_of_order(*names: str, language: str = "en") -> list[int]:
    """The places, counted from 1, of the names that are told to be out of order."""
    rows = [Endorser(number, name) for number, name in enumerate(names, 1)]
    return [int((one.clause or "").removeprefix("endorser.")) for one in order_findings(entries_of(rows, {}), language)]


@pytest.mark.parametrize(("names", "language"), [(ENGLISH, "en"), (KHMER, "km"), (THAI, "th")])
def test_a_list_in_the_order_of_its_language_has_none_out_of_order(names: tuple[str, ...], language: str) -> None:
    assert out_of_order(*names, language=language) == []
    assert out_of_order(*names[1:], names[0], language=language) == [9]


def test_a_list_is_judged_by_its_own_language() -> None:
    names = ("កក", "កង", "កិច្ច", "កុំ", "កាំ", "ក្រុម", "ខ្មែរ", "ធរ", "ធម៌", "ធាតុ", "រក")  # as CLDR sorts in Khmer
    assert out_of_order(*names, language="km") == []
    assert out_of_order(*names, language="en") != []


def test_names_in_other_letters_may_stand_before_or_behind() -> None:
    assert out_of_order(*ENGLISH, *KHMER[:2], language="en") == []
    assert out_of_order(*KHMER, *ENGLISH[:2], language="km") == []
    assert out_of_order("3S Rivers", *ENGLISH[:2], *KHMER, language="km") == []
    assert out_of_order(*KHMER[:4], *ENGLISH[:2], *KHMER[4:], language="km") == [5, 6]


def test_a_list_may_count_spaces_and_marks_or_not() -> None:
    others = ENGLISH[2:]
    assert out_of_order("Action for All", "Actionaid", "Co op", "Cone", *others) == []
    assert out_of_order("Actionaid", "Action for All", "Cone", "Co op", *others) == []
    assert out_of_order("Co op", "Co-op", "Coop", *others) == []
    assert out_of_order("Co op", "Cone", "Co-op", *others) == []


def test_tones_shifters_and_accents_decide_last_and_case_never() -> None:
    assert order_key("ក៉ារ", "km") > order_key("ការ", "km")  # work, after a syllable with a shifter in it
    assert order_key("ก้า", "th") < order_key("กาก", "th")  # a syllable with a tone, before dregs
    assert order_key("Été") > order_key("ETE")
    assert order_key("alpha, beta") == order_key("ALPHA BETA.")


@pytest.mark.parametrize("name", ["The Hill", "the hill", "“The Hill”", "THE  HILL"])
def test_a_the_before_a_name_counts_only_where_the_list_counts_it(name: str) -> None:
    assert order_key(name) == order_key("Hill")
    assert order_key(name, way=Way(counts_the=True)) > order_key("Iota", way=Way(counts_the=True))
    assert order_key("The") == order_key("the")
    assert order_key("Theatre") > order_key("Hill")


def test_an_order_may_have_latin_names_first_and_no_spaces() -> None:
    latin_first = Way(latin_first=True)
    assert order_key("ក", "km", latin_first) > order_key("Zeta", "km", latin_first)  # the first letter of Khmer
    assert order_key("ក", "km") < order_key("Zeta", "km")
    assert order_key("A B", way=Way(Variable.SHIFTED)) == order_key("AB", way=Way(Variable.SHIFTED))


def test_a_name_that_is_withheld_stands_anywhere() -> None:
    assert out_of_order(*ENGLISH[:5], "", *ENGLISH[5:]) == []
    assert out_of_order(*ENGLISH[:3], *[""] * 9) == []
