"""The statement folder on disk: what is found in it, and everything wrong with it at once."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from statement_kit.brand import Brand
from statement_kit.diagnostics import SourceError
from statement_kit.endorsers import Endorser
from statement_kit.source.folder import load_folder

STATEMENT = """+++
kind = "joint-statement"
language = "en"
issued = 2025-07-28
endorsers = "{endorsers}"
+++

# Title

Text.
"""
ENDORSERS = "number,name,acronym\n1,Name,N\n"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    made = tmp_path / "our-statement"
    made.mkdir()
    (made / "statement.md").write_text(STATEMENT.format(endorsers="endorsers.csv"), encoding="utf-8")
    (made / "endorsers.csv").write_text(ENDORSERS, encoding="utf-8")
    return made


def name_endorsers(folder: Path, name: str) -> None:
    (folder / "statement.md").write_text(STATEMENT.format(endorsers=name), encoding="utf-8")


def refused(folder: Path) -> list[tuple[str, str]]:
    """The rules that a folder breaks, each with its place below the folder."""
    with pytest.raises(SourceError) as caught:
        load_folder(folder)
    return [(found.rule, str(found.where).replace(f"{folder}/", "")) for found in caught.value.diagnostics]


def test_a_folder_gives_the_statement_its_endorsers_and_their_places(folder: Path) -> None:
    source = load_folder(folder)
    assert (source.name, source.translations, source.brand) == ("our-statement", (), Brand())
    assert source.statement.endorsers == (Endorser(1, "Name", "N"),)
    assert str(source.places["title"]) == f"{folder / 'statement.md'}:8"
    assert str(source.places["endorser.1"]) == f"{folder / 'endorsers.csv'}:2"


def test_the_name_is_the_folders_own_wherever_one_stands(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(folder)
    assert load_folder(Path()).name == "our-statement"


def test_a_statement_need_not_have_endorsers(folder: Path) -> None:
    text = (folder / "statement.md").read_text(encoding="utf-8").replace('endorsers = "endorsers.csv"\n', "")
    (folder / "statement.md").write_text(text, encoding="utf-8")
    assert load_folder(folder).statement.endorsers == ()


def test_a_brand_is_read_where_there_is_one(folder: Path) -> None:
    (folder / "brand.toml").write_text("colours.accent = '#112233'\n", encoding="utf-8")
    assert load_folder(folder).brand.colours["accent"] == "#112233"


def test_a_lexicon_is_read_where_there_is_one(folder: Path) -> None:
    assert load_folder(folder).lexicon == ()
    (folder / "lexicon.txt").write_text("Phnom|Penh  # a city\nសន្តិភាព\n", encoding="utf-8-sig")
    assert load_folder(folder).lexicon == ("Phnom|Penh", "សន្តិភាព")  # "peace"


def test_a_wrong_lexicon_is_refused_at_its_line(folder: Path) -> None:
    (folder / "lexicon.txt").write_text("peace\n|\n", encoding="utf-8")
    assert [place for _, place in refused(folder)] == ["lexicon.txt:2"]


def test_a_brand_that_cannot_be_opened_is_not_passed_over(folder: Path) -> None:
    (folder / "brand.toml").symlink_to(folder / "nowhere.toml")
    assert refused(folder) == [("source/unreadable", "brand.toml")]


@pytest.mark.parametrize("name", ["nowhere", "endorsers.csv"])
def test_what_is_not_a_statement_folder_is_refused(folder: Path, name: str) -> None:
    assert refused(folder / name) == [("source/unreadable", "statement.md")]


def test_a_statement_that_is_a_folder_is_refused(folder: Path) -> None:
    (folder / "statement.md").unlink()
    (folder / "statement.md").mkdir()
    assert refused(folder) == [("source/unreadable", "statement.md")]


@pytest.mark.parametrize("name", ["statement.md", "brand.toml", "lexicon.txt", "endorsers.csv"])
def test_a_pipe_in_the_place_of_a_file_is_refused_and_not_waited_for(folder: Path, name: str) -> None:
    (folder / name).unlink(missing_ok=True)
    os.mkfifo(folder / name)
    with pytest.raises(SourceError) as caught:
        load_folder(folder)
    assert [found.rule for found in caught.value.diagnostics] == ["source/unreadable"]


@pytest.mark.parametrize(
    ("name", "rule", "place"),
    [
        ("missing.csv", "source/unreadable", "missing.csv"),
        ("subfolder", "source/unreadable", "subfolder"),
        ("../outside.csv", "source/outside", "statement.md:5"),
        ("/etc/passwd", "source/outside", "statement.md:5"),
        ("link.csv", "source/outside", "statement.md:5"),
        ("loop.csv", "source/unreadable", "statement.md:5"),
        ("a\\u0000b", "source/unreadable", "statement.md:5"),
    ],
)
def test_an_endorser_list_that_is_not_a_file_of_the_folder_is_refused(
    folder: Path, name: str, rule: str, place: str
) -> None:
    (folder / "subfolder").mkdir()
    (folder.parent / "outside.csv").write_text(ENDORSERS, encoding="utf-8")
    (folder / "link.csv").symlink_to(folder.parent / "outside.csv")
    (folder / "loop.csv").symlink_to(folder / "loop.csv")
    name_endorsers(folder, name)
    ((found, where),) = refused(folder)
    assert found == rule
    assert where in {place, name}  # where links may loop, Python from 3.13 on leaves it to the opening


def test_a_file_that_is_not_utf_8_is_refused_whichever_it_is(folder: Path) -> None:
    thai = "ก" * 20
    (folder / "statement.md").write_bytes(thai.encode("utf-16"))
    (folder / "brand.toml").write_bytes(thai.encode("tis-620"))
    assert refused(folder) == [("source/encoding", "statement.md:1"), ("source/encoding", "brand.toml:1")]


def test_the_problems_of_all_three_files_come_at_once(folder: Path) -> None:
    wrong = STATEMENT.format(endorsers="endorsers.csv").replace("Text.", "`Text.`").replace("issued", "isued")
    (folder / "statement.md").write_text(wrong, encoding="utf-8")
    (folder / "endorsers.csv").write_text(ENDORSERS + '1,"Two\nlines",\nx,Name,\n', encoding="utf-8")
    (folder / "brand.toml").write_text("colours.accent = 'red'\n", encoding="utf-8")
    assert refused(folder) == [
        ("source/missing-key", "statement.md:2"),
        ("source/unknown-key", "statement.md:4"),
        ("source/unsupported-markdown", "statement.md:10"),
        ("source/wrong-value", "brand.toml:1"),
        ("statement/control-character", "endorsers.csv:3"),
        ("endorsers/duplicate-number", "endorsers.csv:3"),
        ("endorsers/number", "endorsers.csv:5"),
    ]


def test_an_endorser_of_whose_name_nothing_can_be_seen_is_refused_in_its_row(folder: Path) -> None:
    (folder / "endorsers.csv").write_text(ENDORSERS + "2,\u200b,\n", encoding="utf-8")
    assert refused(folder) == [("endorsers/no-name", "endorsers.csv:3")]


def test_endorsers_are_read_as_data_in_any_script(folder: Path) -> None:
    names = ["អង្គការសន្តិភាព", "องค์กรสันติภาพ", "Société “générale”"]
    rows = "".join(f"{n},{name},\n" for n, name in enumerate(names, 1))
    (folder / "endorsers.csv").write_text("number,name,acronym\n" + rows, encoding="utf-8-sig")
    assert [endorser.name for endorser in load_folder(folder).statement.endorsers] == names
