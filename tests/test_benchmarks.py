"""The benchmarks still fit the kit they measure; what they measure is not for tests."""

from __future__ import annotations

from collections.abc import Sequence
from importlib import import_module
from itertools import accumulate
from pathlib import Path
from typing import Any

import pytest

from statement_kit.document.blocks import Document, Role

BENCHMARKS = Path(__file__).parent.parent / "benchmarks"


@pytest.fixture
def benchmarks(monkeypatch: pytest.MonkeyPatch) -> None:
    """The folder of the benchmarks on the path, as when one of them is run."""
    monkeypatch.syspath_prepend(str(BENCHMARKS))


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_peers_are_told_the_look_of_every_role(documents: dict[str, Document], language: str) -> None:
    found = import_module("looks").looks(documents[language])
    assert found.keys() == set(Role) - {Role.LETTERHEAD}
    assert all(path.is_file() for path in import_module("looks").all_fonts(found))


@pytest.mark.usefixtures("benchmarks")
def test_a_varied_statement_says_the_same_words_in_another_order() -> None:
    example = import_module("example")
    statement = example.statement_in("km")
    varied = example.varied(statement, 3)
    assert varied != statement
    for before, after in zip(statement.clauses(), varied.clauses(), strict=True):
        assert sorted(before.text.split()) == sorted(after.text.split())


@pytest.mark.usefixtures("benchmarks")
def test_a_statement_is_signed_by_as_many_as_are_asked_for_and_no_two_alike() -> None:
    files = import_module("docx_files")
    statement = files.with_endorsers(import_module("example").statement_in("en"), files.MANY)
    assert [entry.number for entry in statement.endorsers] == list(range(1, files.MANY + 1))
    assert len({entry.name for entry in statement.endorsers}) == files.MANY
    assert statement.endorsers[102].name == f"{statement.endorsers[0].name} of Kampot"


@pytest.mark.usefixtures("benchmarks")
def test_the_kit_as_a_contender_makes_a_pdf() -> None:
    example = import_module("example")
    contender = import_module("contenders").CONTENDERS["kit"].load()
    assert contender.warm(example.statement_in("en"))().startswith(b"%PDF")


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize(
    ("line", "following", "fault"),
    [
        ("ភូមិតូច ", "ៗ ជារៀងរាល់ថ្ងៃ", "ៗ first"),  # "small villages | (repeated) every day"
        ("មក", "។ គេ", "។ first"),  # "come | . They"
        ("ប្រហែល ៥០ ", "% នៃ", "% first"),  # "about 50 | % of"
        ("៣.០០០ ", "៛", "៛ first"),  # "3,000 | riel"
        ("ត្រី ។", "ល។ គេ", "et cetera parted"),  # "fish e|tc. They"
        ("เล็ก ", "ๆ ทุกวัน", "ๆ first"),  # "small | (repeated) every day"
        ("กรุงเทพ", "ฯ เมื่อ", "ฯ first"),  # "Bangkok | (abbreviated) when"
        ("คนละ ฿ ", "500", "amount parted"),  # "฿ | 500 each"
        ("๓๐๐ ", "บาท", "amount parted"),  # "300 | baht"
        ("he said “", "no”", "“ last"),
        ("no", "!", "! first"),
    ],
)
def test_the_judge_finds_a_forbidden_line_end(line: str, following: str, fault: str) -> None:
    assert list(import_module("line_judge").faults(line + following, len(line))) == [fault]


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize(
    ("line", "following"),
    [
        ("ยา ", "ฯลฯ ยัง"),  # "medicine | etc. still"
        ("คนละ ", "฿ 500"),  # "each | ฿ 500"
        ("ភ្លាមៗ។ ", "“តើ"),  # "at once. | “Is it"
        ("words ", "(as"),
    ],
)
def test_the_judge_lets_a_good_line_end_pass(line: str, following: str) -> None:
    assert not list(import_module("line_judge").faults(line + following, len(line)))


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize(
    ("text", "ends", "read"),
    [
        # "the parties must cease fire", its vowels read where they are drawn, before their consonants
        ("ភាគីត្រូវតែឈប់បាញ់", [11], ["ភាគ្រតីវូែត", "ឈបបា់ញ់"]),
        # "to protect small villages", a cluster read twice over
        ("การคุ้มครองหมู่บ้านเล็ก", [11], ["การคุ้คุ้มครอง", "หมู่หมู่บ้านเล็ก"]),
        # "communities", hyphenated
        ("communities", [3], ["com-", "munities"]),
    ],
)
def test_the_judge_sees_where_lines_end_in_garbled_text(text: str, ends: list[int], read: list[str]) -> None:
    assert import_module("line_judge").line_ends([_line(line) for line in read], text) == ends


@pytest.mark.usefixtures("benchmarks")
def test_the_judge_counts_a_parted_cluster() -> None:
    tally = _tally(["ក", "ិច្ច"], "កិច្ច")  # "work", its vowel on the next line
    assert tally.split == 1


@pytest.mark.usefixtures("benchmarks")
def test_the_judge_counts_loose_short_and_overfull_lines() -> None:
    assert _tally(["ab", "c"], "ab c", gap_pt=17).loose == 1
    assert _tally(["ab", "c"], "ab c", gap_pt=16).loose == 0
    assert _tally(["abcdefgh", "c"], "abcdefgh c").short == 1
    assert _tally(["abcdefghij", "c"], "abcdefghij c").short == 0
    assert _tally(["abcdefghijkl", "c"], "abcdefghijkl c").out == 1
    assert _tally(["abcdefghij.", "c"], "abcdefghij. c").out == 0


@pytest.mark.usefixtures("benchmarks")
@pytest.mark.parametrize("is_justified", [False, True])
@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_the_kit_forbids_what_the_benchmark_of_lines_forbids(language: str, is_justified: bool) -> None:
    prose_module, compositors = import_module("prose"), import_module("compositors")
    prose = prose_module.Prose(language, (prose_module.MARKED[language],), (200.0, 451.0), is_justified)
    tally = import_module("lines").tally(compositors.COMPOSITORS["kit"].load().set_prose(prose), prose)
    assert tally.lines > 10
    assert (tally.edges.total(), tally.split, tally.loose, tally.out) == (0, 0, 0, 0)


def _line(text: str, gap_pt: float = 0.0) -> Any:
    """A line of characters 10 pt wide from the left edge on, with white before the second one."""
    reader = import_module("line_reader")
    lefts = accumulate([10 + gap_pt, *[10.0] * len(text)], initial=0.0)
    inks = [reader.Ink(char, 0.0, left, left + 10) for char, left in zip(text, lefts, strict=False)]
    return reader.ReadLine(tuple(inks), tuple((ink.left_pt, ink.right_pt) for ink in inks))


def _tally(lines: Sequence[str], text: str, gap_pt: float = 0.0) -> Any:
    """What the judge counts in justified lines of a measure of 100 pt."""
    judge = import_module("line_judge")
    tally = judge.Tally()
    tally.add([_line(line, gap_pt) for line in lines], text, judge.Sheet(0.0, 100.0, 16.5, is_justified=True))
    return tally


@pytest.mark.usefixtures("benchmarks")
def test_the_benchmark_of_brands_begins_one_and_uses_it(tmp_path: Path) -> None:
    brands = import_module("brands")
    assert brands.LOGO.is_file()
    assert (brands.FOLDER / "statement.md").is_file()
    kinds = [command[1:3] for command in brands.commands("km", tmp_path / "brand", tmp_path)]
    assert kinds == [["brand", "new"], ["build", str(brands.FOLDER)], ["brand", "check"], ["brand", "preview"]]
