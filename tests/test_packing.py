"""Packs of a folder, from the catalog to the translator and back."""

from __future__ import annotations

import shutil
import subprocess
import sys
from datetime import UTC, datetime
from pathlib import Path

import openpyxl
import pytest

from statement_kit.catalogs import load_catalog, update
from statement_kit.desk import status
from statement_kit.diagnostics import CatalogError, OutputError, SourceError
from statement_kit.packing import PackKind, pack, unpack
from statement_kit.packs.wording import instructions_for
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


def test_a_pack_that_came_back_is_not_written_over(folder: Path) -> None:
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    assert pack(folder, "km", PackKind.XLSX, folder.parent) == file, "the very same may be"
    translate_in_excel(file, "demand.1", "បទឈប់បាញ់ឥឡូវនេះ")
    before = file.read_bytes()
    with pytest.raises(OutputError) as caught:
        pack(folder, "km", PackKind.XLSX, folder.parent)
    assert [found.rule for found in caught.value.diagnostics] == ["pack/exists"]
    assert file.read_bytes() == before


def test_a_kind_that_is_none_is_refused_with_those_there_are(folder: Path) -> None:
    with pytest.raises(OutputError) as caught:
        pack(folder, "km", "pdf", folder.parent)
    assert "xlsx" in str(caught.value)


@pytest.mark.parametrize("kind", PackKind)
def test_a_catalog_that_was_lost_comes_back_from_a_pack_to_be_looked_at(folder: Path, kind: PackKind) -> None:
    before = {state.clause.id: state.text for state in status(folder)["km"]}
    file = pack(folder, "km", kind, folder.parent)
    (folder / "translations" / "km.po").unlink()
    applied = unpack(folder, file, NOW)
    assert len([found for found in applied.taken if found.rule == "pack/taken-back"]) == 23
    after = status(folder)["km"]
    assert {state.clause.id: state.text for state in after} == before
    assert {state.state for state in after} == {State.FUZZY}


def test_what_a_machine_made_and_a_translator_found_done_is_translated(folder: Path) -> None:
    edit(folder / "translations" / "km.po", 'msgctxt "demand.2"', '# machine translation (DeepL)\nmsgctxt "demand.2"')
    assert {state.clause.id: state.state for state in status(folder)["km"]}["demand.2"] is State.FUZZY
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    book = openpyxl.load_workbook(file)
    (cell,) = (row[-2] for sheet in book for row in sheet.iter_rows() if row[0].value == "demand.2")
    cell.value = instructions_for("km").done
    book.save(file)
    assert [found.clause for found in unpack(folder, file, NOW).taken] == ["demand.2"]
    assert {state.clause.id: state.state for state in status(folder)["km"]}["demand.2"] is State.TRANSLATED


def unpack_elsewhere(folder: Path, file: Path) -> subprocess.Popen[bytes]:
    command = [sys.executable, "-m", "statement_kit", "unpack", str(file), "--folder", str(folder)]
    return subprocess.Popen(command, stdout=subprocess.PIPE)


def test_two_packs_that_come_back_at_once_are_both_taken(folder: Path) -> None:
    texts = {"demand.1": "បទឈប់បាញ់ឥឡូវនេះ", "demand.2": "ការប្ដេជ្ញាចិត្តចំពោះកិច្ចសន្ទនា"}  # ceasefire; commitment
    files = []
    for clause, text in texts.items():
        files.append(pack(folder, "km", PackKind.XLSX, folder.parent).rename(folder.parent / f"{clause}.xlsx"))
        translate_in_excel(files[-1], clause, text)
    running = [unpack_elsewhere(folder, file) for file in files]
    assert [process.wait(120) for process in running] == [0, 0]
    for process in running:
        process.communicate()
    entries = load_catalog(folder, "km").entries
    assert {clause: entries[clause].text for clause in texts} == texts


def test_a_folder_where_the_catalog_should_be_is_told(folder: Path) -> None:
    file = pack(folder, "km", PackKind.XLSX, folder.parent)
    (folder / "translations" / "km.po").unlink()
    (folder / "translations" / "km.po").mkdir()
    with pytest.raises(CatalogError) as caught:
        unpack(folder, file, NOW)
    assert [found.rule for found in caught.value.diagnostics] == ["catalog/unreadable"]
