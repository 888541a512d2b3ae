"""Justified lines: spaces take what they may, then the places between clusters, and nothing else moves (P01, P02)."""

from __future__ import annotations

import pytest

from statement_kit.brand import Brand, Face
from statement_kit.faces import Faces
from statement_kit.languages.registry import LANGUAGES
from statement_kit.layout.measured import Setting
from statement_kit.layout.spacing import hangs, justify, spreads
from statement_kit.text.fonts import FontLibrary
from statement_kit.text.shaping import Cluster, width_pt

SIZE_PT = 10.0
KHMER = "សន្តិភាព និង យុត្តិធម៌"  # "peace and justice"
THAI = "น้ำใจ และ ทำดี"  # "kindness and doing good"


def clusters(library: FontLibrary, text: str, tag: str) -> list[Cluster]:
    return Faces(LANGUAGES[tag], Brand(), library).shape(text, Face.TEXT, SIZE_PT)


def setting(*, stretch_pt: float = 2.0, shrink_pt: float = 0.5, spread_pt: float = 1.0, most: float = 1.0) -> Setting:
    return Setting(0, 0, True, stretch_pt, shrink_pt, spread_pt, most)


def justified(line: list[Cluster], tag: str, extra_pt: float, how: Setting) -> list[Cluster]:
    """The line set so much wider than it is."""
    room_pt = width_pt(line) - hangs(line[-1])[1] + extra_pt
    return justify(line, spreads(line, LANGUAGES[tag]), room_pt, how, is_last=False)


def added(before: list[Cluster], after: list[Cluster]) -> list[tuple[str, float]]:
    return [(a.text, b.width_pt - a.width_pt) for a, b in zip(before, after, strict=True) if b.width_pt != a.width_pt]


@pytest.mark.parametrize(("tag", "text"), [("km", KHMER), ("th", THAI)])
def test_spaces_take_their_share_before_anything_else_moves(library: FontLibrary, tag: str, text: str) -> None:
    line = clusters(library, text, tag)
    assert added(line, justified(line, tag, 3.0, setting())) == [(" ", pytest.approx(1.5)), (" ", pytest.approx(1.5))]


@pytest.mark.parametrize(("tag", "text"), [("km", KHMER), ("th", THAI)])
def test_what_spaces_may_not_take_goes_evenly_between_clusters(library: FontLibrary, tag: str, text: str) -> None:
    line = clusters(library, text, tag)
    changed = added(line, justified(line, tag, 7.0, setting()))
    assert [amount for char, amount in changed if char == " "] == [pytest.approx(2.0)] * 2
    between = [amount for char, amount in changed if char != " "]
    assert between == [pytest.approx(3.0 / len(between))] * len(between)
    assert max(between) <= 1.0


def test_no_gap_grows_beyond_its_cap_but_the_line_is_left_short(library: FontLibrary) -> None:
    line = clusters(library, KHMER, "km")
    assert added(line, justified(line, "km", 60.0, setting())) == []


def test_sara_am_parts_behind_its_ring_and_nowhere_else(library: FontLibrary) -> None:
    """P02: น้ำ is consonant with tone and ring, then AA; the space goes between."""
    line = clusters(library, "น้ำใจ", "th")  # "kindness"
    assert [cluster.text for cluster in line] == ["น้", "ำ", "ใ", "จ"]
    changed = added(line, justified(line, "th", 3.0, setting(stretch_pt=0)))
    assert [text for text, _ in changed] == ["น้", "ำ", "ใ"]
    assert len(line[0].glyphs) > len(line[1].glyphs) == 1


def test_latin_words_in_a_khmer_line_are_never_spread(library: FontLibrary) -> None:
    line = clusters(library, "អាស៊ាន (ASEAN) និង", "km")  # "ASEAN (ASEAN) and"
    moved = "".join(text for text, _ in added(line, justified(line, "km", 6.0, setting(stretch_pt=0))))
    assert not set(moved) & set("ASEAN ")
    assert set(moved) <= set("អាស៊ាន(និង)")


def test_english_is_spread_at_its_spaces_only(library: FontLibrary) -> None:
    line = clusters(library, "peace and justice", "en")
    changed = added(line, justified(line, "en", 6.0, setting(most=6)))
    assert changed == [(" ", pytest.approx(3.0))] * 2


def test_a_line_too_wide_gives_at_its_spaces(library: FontLibrary) -> None:
    line = clusters(library, "peace and justice", "en")
    assert added(line, justified(line, "en", -0.8, setting())) == [(" ", pytest.approx(-0.4))] * 2


def test_a_last_line_is_not_stretched_and_spaces_at_an_end_are_left_alone(library: FontLibrary) -> None:
    line = clusters(library, "peace and ", "en")
    flags = spreads(line, LANGUAGES["en"])
    assert justify(line, flags, 100, setting(), is_last=True) == line
    stretched = justify(line, flags, width_pt(line[:-1]) + 1.5, setting(), is_last=False)
    assert added(line, stretched) == [(" ", pytest.approx(1.5))]


def test_each_of_two_spaces_after_a_sentence_is_stretched_alike(library: FontLibrary) -> None:
    """P09: a double space is kept, and stays twice as wide."""
    line = clusters(library, "ไป  มา", "th")  # "go", "come"
    assert added(line, justified(line, "th", 2.0, setting())) == [(" ", pytest.approx(1.0))] * 2


@pytest.mark.parametrize(("mark", "side"), [(".", 1), (",", 1), ("-", 1), ("”", 1), ("“", 0), ("‘", 0)])
def test_light_marks_hang_in_the_margin_by_a_part_of_their_width(library: FontLibrary, mark: str, side: int) -> None:
    (cluster,) = clusters(library, mark, "en")
    out_pt = hangs(cluster)
    assert 0 < out_pt[side] < cluster.width_pt
    assert out_pt[1 - side] == 0


@pytest.mark.parametrize("mark", ["a", "(", ")", "។", "ៗ", "ๆ"])
def test_nothing_else_hangs(library: FontLibrary, mark: str) -> None:
    (cluster,) = clusters(library, mark, "km")
    assert hangs(cluster) == (0, 0)


def test_numbers_and_marks_are_not_spread_either(library: FontLibrary) -> None:
    line = clusters(library, "ปี 2568 (และ ๑๒) ไป", "th")  # "year 2568 (and 12) go"
    moved = [text for text, _ in added(line, justified(line, "th", 3.0, setting(stretch_pt=0, spread_pt=2)))]
    assert moved == ["แ", "ล", "ไ"]


def test_no_space_is_put_between_the_last_letter_and_its_hyphen(library: FontLibrary) -> None:
    line = clusters(library, "ไปมา", "th")  # "go, come"
    hyphen = clusters(library, "-", "th")[0]._replace(text="\u00ad")
    flags = [True] * len(line)
    stretched = justify(
        [*line, hyphen], flags, width_pt([*line, hyphen]) + 3, setting(stretch_pt=0, spread_pt=2), is_last=False
    )
    assert [amount > 0 for _, amount in added([*line, hyphen], stretched)] == [True] * 3
    assert stretched[-2].gap == 0


def test_where_all_have_had_their_share_all_take_more_alike(library: FontLibrary) -> None:
    line = clusters(library, KHMER, "km")
    places = sum(spreads(line, LANGUAGES["km"]))
    share = 1.2
    changed = dict(added(line, justified(line, "km", share * (2 * 2.0 + places * 1.0), setting(most=1.5))))
    assert changed[" "] == pytest.approx(share * 2.0)
    assert {round(amount, 6) for text, amount in changed.items() if text != " "} == {share}
