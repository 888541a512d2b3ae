"""What holds for a pack whether it is a workbook or a Word table."""

from __future__ import annotations

import zipfile
from io import BytesIO

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_packs import THREE, WRITERS, heard, pack, refused, returned, row, rules, told, with_parts

from statement_kit.diagnostics import CatalogError
from statement_kit.packs.pack import Pack
from statement_kit.packs.returned import Verdict

LETTERS = st.sampled_from("aé*_[](){}<>&\"'\\= +-@#\n\t 1\u200b\u00a0\u00ad\u2011\u2019កាំ្ញุปำ\U0001f54a")
TEXTS = st.text(LETTERS, max_size=12) | st.sampled_from(["_x000D_", "=1+1", "'quoted", " spaced ", "a\\\nb", "\n", "é"])


@pytest.fixture(params=["xlsx", "docx"])
def kind(request: pytest.FixtureRequest) -> str:
    """Each kind of pack in turn."""
    return str(request.param)


def test_a_pack_comes_back_as_it_left(kind: str) -> None:
    back = returned(WRITERS[kind](THREE))
    assert (back.project, back.source_language, back.language) == ("border", "en", "km")
    assert heard(WRITERS[kind](THREE)) == told(THREE)
    assert {one.verdict for one in back.rows} == {Verdict.NONE}
    assert {one.place.path for one in back.rows} == {"back"}


@pytest.mark.parametrize("kind", WRITERS)
@settings(max_examples=40, deadline=None)
@given(st.lists(st.tuples(TEXTS, TEXTS), min_size=1, max_size=12))
def test_any_text_survives_to_the_last_code_point(kind: str, texts: list[tuple[str, str]]) -> None:
    made = pack(*(row(f"preamble.{n}", source, text) for n, (source, text) in enumerate(texts, 1)))
    assert heard(WRITERS[kind](made)) == told(made)


def test_composed_and_decomposed_letters_stay_what_they_are(kind: str) -> None:
    made = pack(row("title", "é and e\u0301", "e\u0301 é"))
    assert heard(WRITERS[kind](made)) == told(made)


def test_the_same_pack_is_the_same_file_without_a_time_or_an_author(kind: str) -> None:
    data = WRITERS[kind](THREE)
    assert data == WRITERS[kind](THREE)
    with zipfile.ZipFile(BytesIO(data)) as archive:
        assert {entry.date_time for entry in archive.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        core = archive.read("docProps/core.xml").decode()
    assert not any(word in core for word in ("creator", "created", "modified", "lastModifiedBy"))


@pytest.mark.parametrize("language", ["en", "km", "th", "vi"])
def test_every_language_gets_a_pack(kind: str, language: str) -> None:
    made = Pack("border", "en", language, THREE.rows, THREE.glossary)
    assert returned(WRITERS[kind](made)).language == language


def test_a_folder_may_be_called_anything(kind: str) -> None:
    made = pack(row("title", "Stop"), project="ខ្មែរ  & <co> {x}")
    assert returned(WRITERS[kind](made)).project == "ខ្មែរ & <co> {x}"


def test_a_pack_without_rows_comes_back_empty(kind: str) -> None:
    assert returned(WRITERS[kind](pack())).rows == ()


def test_a_pack_of_a_later_kit_is_refused(kind: str) -> None:
    assert (
        rules(refused(_edited(WRITERS[kind](THREE), b"statement-kit:pack 1 ", b"statement-kit:pack 2 ")))[0][0]
        == "version"
    )


def test_a_file_without_its_keys_is_no_pack(kind: str) -> None:
    assert rules(refused(_edited(WRITERS[kind](THREE), b"statement-kit:", b"")))[0][0] == "no-table"


def test_a_clause_that_stands_twice_is_refused_with_both_places(kind: str) -> None:
    made = pack(row("title", "Stop", "ឈប់"), row("title", "Stop", "ឈប់"))  # stop
    (found,) = refused(WRITERS[kind](made))
    assert found.rule == "pack/repeated-clause"
    assert found.where is not None
    assert found.where.line is not None
    assert f"row {found.where.line - 1}" in found.message


def test_entities_are_refused(kind: str) -> None:
    name = "xl/workbook.xml" if kind == "xlsx" else "word/document.xml"
    bomb = b'<!DOCTYPE x [<!ENTITY a "aaaa"><!ENTITY b "&a;&a;">]><x>&b;</x>'
    for data in (bomb, bomb.decode().encode("utf-16")):
        assert rules(refused(with_parts(WRITERS[kind](THREE), {name: data}))) == [("entities", None)]


@pytest.mark.parametrize("cut", [10, 500, 2000, -30])
def test_a_file_that_was_cut_off_is_damaged(kind: str, cut: int) -> None:
    assert rules(refused(WRITERS[kind](THREE)[:cut])) == [("damaged", None)]


def test_no_byte_that_is_changed_makes_it_crash(kind: str) -> None:
    """Every seventeenth byte in turn: the pack is refused, or comes back with what it says."""
    data = WRITERS[kind](pack(row("title", "Stop")))
    for place in range(0, len(data), 17):
        assert all(rule.startswith("pack/") for rule in _stands_against(data[:place] + b"\xff" + data[place + 1 :]))


def _stands_against(data: bytes) -> list[str]:
    try:
        returned(data)
    except CatalogError as error:
        return [found.rule for found in error.diagnostics]
    return []


def _edited(data: bytes, old: bytes, new: bytes) -> bytes:
    """The same file, its words changed in every part."""
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return with_parts(data, {name: archive.read(name).replace(old, new) for name in archive.namelist()})
