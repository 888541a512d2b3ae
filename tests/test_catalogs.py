"""The catalogs of a folder on disk: extracted, updated, and guarded."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from statement_kit.catalogs import Progress, extract, load_catalog, update
from statement_kit.diagnostics import CatalogError, SourceError, StatementKitError
from statement_kit.release import Format, build
from statement_kit.translation.catalog import parse_catalog
from statement_kit.translation.po_file import read_po_file

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"
EVERYTHING = Path(__file__).parent / "statements" / "everything"
NOW = datetime(2030, 1, 2, tzinfo=UTC)
WHOLE = Progress(translated=23, stale=0, fuzzy=0, missing=0)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example to work on."""
    return shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire", ignore=shutil.ignore_patterns("*.pot"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def contents(folder: Path) -> dict[str, bytes]:
    return {path.name: path.read_bytes() for path in (folder / "translations").iterdir()}


def rules(error: StatementKitError) -> list[tuple[str, str | None]]:
    return [(found.rule, found.clause) for found in error.diagnostics]


def build_text(folder: Path) -> None:
    build(folder, folder.parent / "out", formats=[Format.TEXT])


def test_extracting_writes_every_clause_of_the_statement(folder: Path) -> None:
    path = extract(folder, NOW)
    assert path == folder / "translations" / "statement.pot"
    assert len(read_po_file(path.read_bytes(), "").messages) == 23


def test_extracting_again_later_leaves_the_file_untouched(folder: Path) -> None:
    before = extract(folder, NOW).read_bytes()
    assert extract(folder, NOW + timedelta(days=1)).read_bytes() == before


def test_updating_the_example_leaves_its_catalogs_byte_for_byte_as_they_are(folder: Path) -> None:
    extract(folder, NOW)
    before = contents(folder)
    assert update(folder, NOW + timedelta(days=1)) == {"km": WHOLE, "th": WHOLE}
    assert contents(folder) == before


def test_a_damaged_template_is_written_anew(folder: Path) -> None:
    before = extract(folder, NOW).read_bytes()
    (folder / "translations" / "statement.pot").write_bytes(b"damage")
    assert extract(folder, NOW).read_bytes() == before


def test_an_edited_clause_stops_the_build_as_stale_before_an_update_and_after_it(folder: Path) -> None:
    edit(folder / "statement.md", "All parties must refrain", "All parties must not refrain")
    with pytest.raises(CatalogError) as caught:
        build_text(folder)
    assert rules(caught.value) == [("catalog/stale", "demand.1.1")] * 2
    assert update(folder, NOW) == {"km": Progress(22, 1, 0, 0), "th": Progress(22, 1, 0, 0)}
    message = next(m for m in read_po_file(contents(folder)["km.po"], "").messages if m.clause == "demand.1.1")
    before = parse_catalog((EXAMPLE / "translations" / "km.po").read_bytes(), "").entries["demand.1.1"]
    assert (message.text, message.previous) == (before.text, before.source)
    with pytest.raises(CatalogError) as caught:
        build_text(folder)
    assert rules(caught.value) == [("catalog/stale", "demand.1.1")] * 2
    assert not (folder.parent / "out").exists()


def test_updating_keeps_headers_and_comments_while_it_changes_messages(folder: Path) -> None:
    before = (folder / "translations" / "km.po").read_text(encoding="utf-8")
    edit(folder / "statement.md", "All parties must refrain", "All parties must not refrain")
    update(folder, NOW)
    after = (folder / "translations" / "km.po").read_text(encoding="utf-8")
    comments = [line for line in before.split("\n") if line.startswith("# ")]
    assert [line for line in after.split("\n") if line.startswith("# ")] == comments
    dated = before.split("\n\n")[0].split("\n")
    assert [line for line in dated if line not in after] == [line for line in dated if "POT-Creation-Date" in line]


def test_a_paragraph_put_first_leaves_only_itself_to_translate(folder: Path) -> None:
    edit(folder / "statement.md", "We, the undersigned", "A new opening.\n\nWe, the undersigned")
    assert update(folder, NOW) == {"km": Progress(23, 0, 0, 1), "th": Progress(23, 0, 0, 1)}
    with pytest.raises(CatalogError) as caught:
        build_text(folder)
    assert rules(caught.value) == [("catalog/missing", "preamble.1")] * 2


def test_a_paragraph_removed_and_put_back_needs_no_new_translation(folder: Path) -> None:
    before = (folder / "statement.md").read_text(encoding="utf-8")
    start, end = before.index("In the spirit of"), before.index("## 1.")
    (folder / "statement.md").write_text(before[:start] + before[end:], encoding="utf-8")
    assert update(folder, NOW)["km"] == Progress(22, 0, 0, 0)
    (folder / "statement.md").write_text(before, encoding="utf-8")
    assert update(folder, NOW)["km"] == WHOLE
    build_text(folder)


def test_a_new_language_gets_a_file_of_its_own(folder: Path) -> None:
    edit(folder / "statement.md", '["km", "th"]', '["km", "th", "lo"]')
    assert update(folder, NOW)["lo"] == Progress(translated=0, stale=0, fuzzy=0, missing=23)
    assert b"No native speaker has reviewed" in contents(folder)["lo.po"]
    assert load_catalog(folder, "lo").language == "lo"


def test_what_is_said_of_a_contact_is_asked_for_in_its_own_languages_alone(folder: Path) -> None:
    contacts = '[\n  { email = "a@b.org" },\n  { phone = "1", role = "Press officer", languages = ["th"] },\n]'
    edit(folder / "statement.md", '[{ email = "info@cid.asia" }]', contacts)
    assert update(folder, now=NOW) == {"km": WHOLE, "th": replace(WHOLE, missing=1)}
    assert b"contact.2.role" in (folder / "translations" / "statement.pot").read_bytes()
    build(folder, folder.parent / "out", languages=["km"], formats=[Format.TEXT])
    with pytest.raises(CatalogError) as caught:
        build(folder, folder.parent / "out", languages=["th"], formats=[Format.TEXT])
    assert rules(caught.value) == [("catalog/missing", "contact.2.role")]


def test_what_is_wrong_in_several_languages_comes_at_once(folder: Path) -> None:
    edit(folder / "translations" / "km.po", 'msgctxt "title"', 'msgctxt "gone"')
    edit(folder / "translations" / "th.po", 'msgctxt "demand.8"', 'msgctxt "demand.9"')
    with pytest.raises(CatalogError) as caught:
        build_text(folder)
    assert rules(caught.value) == [("catalog/missing", "title"), ("catalog/missing", "demand.8")]


def test_several_damaged_files_are_reported_at_once_and_nothing_is_written(folder: Path) -> None:
    for language in ("km", "th"):
        path = folder / "translations" / f"{language}.po"
        path.write_bytes(path.read_bytes() + b"\ndamage\n")
    before = contents(folder)
    with pytest.raises(CatalogError) as caught:
        update(folder, NOW)
    assert [Path(found.where.path).name for found in caught.value.diagnostics if found.where] == ["km.po", "th.po"]
    assert contents(folder) == before


def test_a_catalog_whose_header_names_another_language_is_refused(folder: Path) -> None:
    shutil.copy(folder / "translations" / "th.po", folder / "translations" / "km.po")
    with pytest.raises(CatalogError, match="says its language is “th”; it should be “km”") as caught:
        load_catalog(folder, "km")
    assert rules(caught.value) == [("catalog/wrong-language", None)]


def test_the_language_of_a_header_is_quoted_as_it_was_typed(folder: Path) -> None:
    edit(folder / "translations" / "km.po", '"Language: km\\n"', '"Language: km_KH\\n"')
    with pytest.raises(CatalogError, match="says its language is “km_KH”; it should be “km”"):
        load_catalog(folder, "km")


def test_a_catalog_whose_header_names_no_language_is_refused(folder: Path) -> None:
    edit(folder / "translations" / "km.po", '"Language: km\\n"\n', "")
    with pytest.raises(CatalogError, match="names no language") as caught:
        load_catalog(folder, "km")
    assert rules(caught.value) == [("catalog/wrong-language", None)]


def test_an_absent_catalog_is_refused_with_what_to_do(folder: Path) -> None:
    (folder / "translations" / "km.po").unlink()
    with pytest.raises(CatalogError, match="statement-kit update") as caught:
        load_catalog(folder, "km")
    assert rules(caught.value) == [("catalog/absent", None)]


@pytest.mark.parametrize("use", [lambda folder: load_catalog(folder, "km"), lambda folder: update(folder, NOW)])
def test_a_catalog_that_cannot_be_opened_is_refused(folder: Path, use: Callable[[Path], object]) -> None:
    (folder / "translations" / "km.po").unlink()
    (folder / "translations" / "km.po").mkdir()
    with pytest.raises(CatalogError) as caught:
        use(folder)
    assert rules(caught.value) == [("catalog/unreadable", None)]


def test_a_statement_that_cannot_be_read_is_not_extracted(folder: Path) -> None:
    edit(folder / "statement.md", "## 8.", "## 9.")
    for task in (extract, update):
        with pytest.raises(SourceError):
            task(folder, NOW)
    assert "statement.pot" not in contents(folder)


@pytest.mark.parametrize(("made", "clauses"), [(EXAMPLE, 23), (EVERYTHING, 24)])
def test_the_catalogs_of_the_example_and_of_the_statement_that_uses_everything_are_up_to_date(
    made: Path, clauses: int, tmp_path: Path
) -> None:
    before = contents(made)
    copied = Path(shutil.copytree(made, tmp_path / made.name))
    assert update(copied, NOW) == dict.fromkeys(("km", "th"), Progress(translated=clauses, stale=0, fuzzy=0, missing=0))
    assert contents(copied) == before


def test_a_fault_of_markup_in_a_translation_is_found_at_its_line(folder: Path) -> None:
    catalog = folder / "translations" / "th.po"
    edit(catalog, "การลดความตึงเครียดและการหยุดยิงโดยทันที", "การลด*ความตึงเครียด")  # "reducing *tension"
    with pytest.raises(CatalogError) as caught:
        build_text(folder)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause, found.where and found.where.path) == ("catalog/markup", "demand.1", str(catalog))
    line = catalog.read_text(encoding="utf-8").splitlines()[(found.where.line or 0) - 1] if found.where else ""
    assert line == 'msgid "Immediate De-escalation and Ceasefire"'


def test_a_folder_may_be_named_by_plain_text(folder: Path) -> None:
    assert extract(str(folder), NOW).exists()
    assert update(str(folder), NOW) == {"km": WHOLE, "th": WHOLE}
    assert load_catalog(str(folder), "km").language == "km"


def test_a_file_of_another_language_is_not_brought_up_to_date(folder: Path) -> None:
    shutil.copy(folder / "translations" / "th.po", folder / "translations" / "km.po")
    before = contents(folder)
    with pytest.raises(CatalogError) as caught:
        update(folder, NOW)
    assert rules(caught.value) == [("catalog/wrong-language", None)]
    assert contents(folder) == before


def test_a_file_with_the_line_ends_of_old_macs_loses_nothing(folder: Path) -> None:
    path = folder / "translations" / "km.po"
    before = load_catalog(folder, "km").entries
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r"))
    assert update(folder, NOW)["km"] == WHOLE
    assert {name: entry.text for name, entry in load_catalog(folder, "km").entries.items()} == {
        name: entry.text for name, entry in before.items()
    }
