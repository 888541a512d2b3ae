"""Packs of a folder, from the catalog to the translator and back."""

from __future__ import annotations

import shutil
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from statement_kit.catalogs import load_catalog, update
from statement_kit.desk import status
from statement_kit.diagnostics import CatalogError, SourceError
from statement_kit.packing import PackKind, pack, unpack
from statement_kit.readiness import State

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"
NOW = datetime(2030, 1, 2, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example to work on."""
    return shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire")


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "translations").iterdir()}


def translate_in_excel(file: Path, clause: str, text: str) -> None:
    """What a translator does: writes into the column of translations, in the row of a clause."""
    book = openpyxl.load_workbook(file)
    (sheet,) = (sheet for sheet in book if any(cell.value == clause for row in sheet for cell in row))
    rows = list(sheet.iter_rows())
    (row,) = (row for row in rows if any(cell.value == clause for cell in row))
    old = load_catalog(file.parent / "border-ceasefire", "km").entries[clause].text
    (cell,) = (cell for cell in row if cell.value == old)
    cell.value = text
    book.save(file)


@pytest.mark.parametrize("kind", PackKind)
@pytest.mark.parametrize("language", ["km", "th"])
def test_a_pack_that_comes_back_untouched_changes_nothing(folder: Path, language: str, kind: PackKind) -> None:
    before = contents(folder)
    file = pack(folder, language, kind, folder.parent)
    assert file.name == f"border-ceasefire.{language}.translate.{kind}"
    applied = unpack(folder, file, NOW)
    assert (applied.taken, applied.warnings) == ((), ())
    assert contents(folder) == before


@pytest.mark.parametrize("kind", PackKind)
def test_a_pack_is_the_same_bytes_every_time(folder: Path, kind: PackKind) -> None:
    files = [pack(folder, "km", kind, folder.parent / name) for name in ("one", "two")]
    assert files[0].read_bytes() == files[1].read_bytes()


def test_what_a_translator_wrote_is_taken_into_the_catalog(folder: Path) -> None:
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    translate_in_excel(file, "demand.1", "បទឈប់បាញ់ឥឡូវនេះ")  # "a ceasefire now"
    applied = unpack(folder, file, NOW)
    assert [found.clause for found in applied.taken] == ["demand.1"]
    assert load_catalog(folder, "km").entries["demand.1"].text == "បទឈប់បាញ់ឥឡូវនេះ"


def test_a_stale_clause_is_current_again_when_its_row_comes_back_translated(folder: Path) -> None:
    edit(folder / "statement.md", "Immediate De-escalation and Ceasefire", "Immediate Ceasefire")
    update(folder, NOW)
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    translate_in_excel(file, "demand.1", "បទឈប់បាញ់ភ្លាមៗ")  # "an immediate ceasefire"
    unpack(folder, file, NOW)
    assert {state.clause.id: state.state for state in status(folder)["km"]}["demand.1"] is State.TRANSLATED


def test_what_somebody_else_wrote_meanwhile_stands_and_both_texts_are_told(folder: Path) -> None:
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    translate_in_excel(file, "demand.1", "បទឈប់បាញ់ឥឡូវនេះ")
    edit(folder / "translations" / "km.po", "ការបន្ធូរបន្ថយភាពតានតឹង និងបទឈប់បាញ់ភ្លាមៗ", "បទឈប់បាញ់")  # "a ceasefire"
    before = contents(folder)
    (conflict,) = unpack(folder, file, NOW).conflicts
    assert conflict.clause == "demand.1"
    assert "បទឈប់បាញ់ឥឡូវនេះ" in conflict.message
    assert contents(folder) == before


def test_a_text_that_could_not_be_published_keeps_everything_out(folder: Path) -> None:
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    translate_in_excel(file, "demand.2", "ការប្ដេជ្ញាចិត្ត")  # "commitment"
    translate_in_excel(file, "demand.1", "បទឈប់ *បាញ់")
    before = contents(folder)
    with pytest.raises(CatalogError) as caught:
        unpack(folder, file, NOW)
    assert [found.clause for found in caught.value.diagnostics] == ["demand.1"]
    assert all(found.hint and found.where for found in caught.value.diagnostics)
    assert contents(folder) == before


def test_a_new_language_begins_with_a_pack(folder: Path) -> None:
    (folder / "translations" / "km.po").unlink()
    file = pack(folder, "km", PackKind.XLIFF, folder.parent)
    unpack(folder, file, NOW)
    assert {state.state for state in status(folder)["km"]} == {State.MISSING}


def test_a_language_that_the_folder_does_not_have_gets_no_pack(folder: Path) -> None:
    with pytest.raises(SourceError):
        pack(folder, "lo", PackKind.XLSX, folder.parent)


def test_a_pack_that_is_not_there_is_named(folder: Path) -> None:
    with pytest.raises(CatalogError) as caught:
        unpack(folder, folder.parent / "nothing.xlsx", NOW)
    assert [found.rule for found in caught.value.diagnostics] == ["pack/unreadable"]
