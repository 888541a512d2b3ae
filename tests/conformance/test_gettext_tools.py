"""PO files in other people's tools: GNU gettext, translate-toolkit (Weblate's hands) and polib give back what they got.

Poedit reads and writes with gettext's own library, so `msgcat` with Poedit's headers stands for it here. What a tool
does lose stands in tests of its own, whose names begin with `test_known_loss`.
"""

from __future__ import annotations

import re
import shutil
import subprocess
from collections.abc import Callable
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import polib
import pytest
from translate.storage import pypo

from statement_kit.catalogs import extract, update
from statement_kit.translation.catalog import parse_catalog
from statement_kit.translation.po_file import Message, PoFile, read_po_file, write_po_file

ROOT = Path(__file__).parent.parent.parent
EVERYTHING = ROOT / "tests" / "statements" / "everything"
CATALOGS = [path for place in ("examples", "translations", "tests/statements") for path in (ROOT / place).rglob("*.po")]
NOW = datetime(2030, 1, 2, tzinfo=UTC)

LONG = (
    "A comment so much longer than eighty columns that a tool which wraps comments would be tempted to wrap this one."
)
UNTOUCHED = "This costs nothing but the will to do it."
EDITED = "Three groups must not be let through at once"

Run = Callable[..., None]
Save = Callable[[Path, Run], None]


@pytest.fixture
def run(judge: Callable[[str], str]) -> Run:
    """Run one of gettext's programs, which must end well."""

    def start(program: str, *arguments: object) -> None:
        command = [judge(program), *map(str, arguments)]
        result = subprocess.run(command, capture_output=True, encoding="utf-8", check=False)
        assert result.returncode == 0, result.stderr

    return start


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A statement with everything, whose Khmer catalog has everything that a catalog may have."""
    folder = Path(shutil.copytree(EVERYTHING, tmp_path / "everything"))
    file = read(folder)
    messages = list(file.messages)
    fuzzy = frozenset({"fuzzy"})
    messages[2] = replace(
        messages[2],
        flags=fuzzy,
        previous=f'{messages[2].source} 50% of "it"\\\nwas\tshut',
        comments=(LONG, "", "same", "same", "  indented"),
        notes=("#. Spoken by a grandmother.", "#: statement.md:20"),
    )
    messages[3] = replace(messages[3], text="")
    messages[4] = replace(messages[4], flags=fuzzy)
    messages[5] = replace(messages[5], text=f"{messages[5].text}\u200b\u00a0\t50% of it", flags=frozenset({"no-wrap"}))
    clause = messages[6].clause
    messages += [
        Message("demand.9", "Gone, 100% done", "ទៅហើយ", fuzzy, "Went", ("Why it went.",), (), True),  # has gone
        Message("demand.9", "Gone again", "ទៅទៀត", comments=("Kept.",), is_obsolete=True),  # gone again
        Message(clause, "An older wording", "ពាក្យចាស់", is_obsolete=True),  # old words
    ]
    catalog(folder).write_bytes(write_po_file(file.header, messages))
    update(folder, NOW)
    return folder


def catalog(folder: Path) -> Path:
    return folder / "translations" / "km.po"


def template(folder: Path) -> Path:
    return folder / "translations" / "statement.pot"


def read(folder: Path) -> PoFile:
    return read_po_file(catalog(folder).read_bytes(), str(catalog(folder)))


def by_clause(folder: Path) -> dict[str, Message]:
    return {message.clause: message for message in read(folder).messages if not message.is_obsolete}


def edit(folder: Path, old: str, new: str) -> None:
    path = folder / "statement.md"
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1
    path.write_text(text.replace(old, new), encoding="utf-8")


def headers(file: PoFile) -> dict[str, str]:
    """The fields of a header but for times and the tool, in one spelling."""
    fields = dict(re.findall(r'"([\w-]+): (.*)\\n"', file.header))
    free = {"PO-Revision-Date", "POT-Creation-Date", "X-Generator", "Last-Translator", "X-Poedit-Basepath"}
    return {name: value.lower() for name, value in fields.items() if name not in free}


def by_msgmerge(folder: Path, run: Run) -> None:
    """What `msgmerge` makes of a catalog and the kit's template, as Weblate and Poedit ask for it."""
    run("msgmerge", "--quiet", "--previous", catalog(folder), template(folder), "-o", catalog(folder))


def by_msgcat(folder: Path, run: Run) -> None:
    run("msgcat", catalog(folder), "-o", catalog(folder))


def by_msgcat_without_wrapping(folder: Path, run: Run) -> None:
    run("msgcat", "--no-wrap", catalog(folder), "-o", catalog(folder))


def by_msgattrib(folder: Path, run: Run) -> None:
    run("msgattrib", catalog(folder), "-o", catalog(folder))


def as_poedit_does(folder: Path, run: Run) -> None:
    """Wrapped at 79 columns, with Poedit's own headers, and with the line ends of Windows."""
    path = catalog(folder)
    text = path.read_text(encoding="utf-8")
    ours = r'"X-Generator: Poedit 3.6\n"' "\n" r'"X-Poedit-Basepath: .\n"' "\n"
    path.write_text(text.replace('"Plural-Forms:', f'{ours}"Plural-Forms:', 1), encoding="utf-8")
    run("msgcat", "--width=79", path, "-o", path)
    path.write_bytes(path.read_bytes().replace(b"\n", b"\r\n"))


def as_weblate_does(folder: Path, run: Run) -> None:
    """Through translate-toolkit, with Weblate's headers."""
    store = pypo.pofile.parsefile(str(catalog(folder)))
    store.updateheader(add=True, x_generator="Weblate 5.15", last_translator="Dara <dara@example.org>")
    store.savefile(str(catalog(folder)))


def by_polib(folder: Path, run: Run) -> None:
    polib.pofile(str(catalog(folder)), wrapwidth=0).save()


SAVES: list[Save] = [
    by_msgmerge,
    by_msgcat,
    by_msgcat_without_wrapping,
    by_msgattrib,
    as_poedit_does,
    as_weblate_does,
    by_polib,
]


def expected(file: PoFile, save: Save) -> list[Message]:
    """The messages of a file after a save: the same, but for what `test_known_loss…` says of the tool."""
    if save is by_msgmerge:
        return [without_the_words_of_a_program(message) for message in file.messages]
    if save is by_polib:
        return [replace(m, previous="") if m.is_obsolete else m for m in file.messages]
    return list(file.messages)


def without_the_words_of_a_program(message: Message) -> Message:
    """A message without what gettext takes from the template: notes for translators, and flags but fuzzy."""
    return message if message.is_obsolete else replace(message, notes=(), flags=message.flags & {"fuzzy"})


@pytest.mark.parametrize("path", CATALOGS, ids=lambda path: str(path.relative_to(ROOT)))
def test_gettext_finds_no_fault_in_any_catalog_of_ours(path: Path, run: Run) -> None:
    run("msgfmt", "--check", "-o", "/dev/null", path)


def test_gettext_finds_no_fault_in_what_update_writes(folder: Path, run: Run) -> None:
    run("msgfmt", "--check", "-o", "/dev/null", catalog(folder))
    run("msgfmt", "--check-format", "--check-domain", "-o", "/dev/null", template(folder))


@pytest.mark.parametrize("save", SAVES)
def test_a_save_brings_every_translation_flag_comment_and_obsolete_message_back(
    save: Save, folder: Path, run: Run
) -> None:
    before = read(folder)
    save(folder, run)
    after = read(folder)
    assert list(after.messages) == expected(before, save)
    assert headers(after) == headers(before)
    assert after.language == "km"


@pytest.mark.parametrize("save", SAVES)
def test_updating_after_a_save_touches_nothing(save: Save, folder: Path, run: Run) -> None:
    save(folder, run)
    before = catalog(folder).read_bytes()
    update(folder, NOW)
    assert catalog(folder).read_bytes() == before


@pytest.mark.parametrize("save", SAVES)
def test_an_edit_after_a_save_is_found_as_if_nobody_had_saved(save: Save, folder: Path, run: Run) -> None:
    before = read(folder)
    save(folder, run)
    edit(folder, "Three groups must be let through at once", EDITED)
    update(folder, NOW)
    after = list(read(folder).messages)
    wanted = [
        replace(m, source=m.source.replace("must be", "must not be"), flags=frozenset({"fuzzy"}), previous=m.source)
        if m.clause == "demand.1.1"
        else m
        for m in expected(before, save)
    ]
    assert after == wanted


def test_msgmerge_marks_an_edited_clause_fuzzy_with_its_old_source_as_update_does(folder: Path, run: Run) -> None:
    edit(folder, "Three groups must be let through at once", EDITED)
    extract(folder, NOW)
    before = by_clause(folder)["demand.1.1"]
    by_msgmerge(folder, run)
    merged = by_clause(folder)["demand.1.1"]
    assert (merged.text, merged.is_fuzzy, merged.previous) == (before.text, True, before.source)
    update(folder, NOW)
    assert by_clause(folder)["demand.1.1"] == merged


def test_msgmerge_sets_a_removed_clause_aside_as_update_does(folder: Path, run: Run) -> None:
    before = next(message for message in read(folder).messages if message.source == UNTOUCHED)
    edit(folder, UNTOUCHED, "")
    extract(folder, NOW)
    by_msgmerge(folder, run)
    assert replace(before, is_obsolete=True) in read(folder).messages
    update(folder, NOW)
    assert replace(before, is_obsolete=True) in read(folder).messages


def test_update_brings_back_what_msgmerge_without_guesses_took_from_a_clause_that_moved(folder: Path, run: Run) -> None:
    before = next(message for message in read(folder).messages if message.source == UNTOUCHED)
    edit(folder, UNTOUCHED, f"A new clause stands here.\n\n{UNTOUCHED}")
    extract(folder, NOW)
    run("msgmerge", "--quiet", "--no-fuzzy-matching", catalog(folder), template(folder), "-o", catalog(folder))
    assert by_clause(folder)["demand.1.4"].text == ""
    update(folder, NOW)
    assert by_clause(folder)["demand.1.4"] == replace(before, clause="demand.1.4")


def test_a_translation_typed_into_weblate_is_read_as_sure(folder: Path) -> None:
    clause = next(message.clause for message in read(folder).messages if message.is_fuzzy)
    store = pypo.pofile.parsefile(str(catalog(folder)))
    unit = next(unit for unit in store.units if unit.getcontext() == clause)
    unit.target = 'ថ្មី "ថ្មី"\\\nថ្មី'  # new "new", new
    unit.markfuzzy(False)
    unit.prev_source = ""
    store.savefile(str(catalog(folder)))
    entry = parse_catalog(catalog(folder).read_bytes(), "km.po").entries[clause]
    assert (entry.text, entry.fuzzy) == ('ថ្មី "ថ្មី"\\\nថ្មី', False)
    assert by_clause(folder)[clause].previous == ""


def test_a_translation_typed_into_polib_is_read_as_sure(folder: Path) -> None:
    clause = next(message.clause for message in read(folder).messages if message.is_fuzzy)
    file = polib.pofile(str(catalog(folder)), wrapwidth=0)
    entry = next(entry for entry in file if entry.msgctxt == clause)
    entry.msgstr = 'ថ្មី "ថ្មី"\\\nថ្មី'  # new "new", new
    entry.fuzzy = False
    file.save()
    message = by_clause(folder)[clause]
    assert (message.text, message.is_fuzzy) == ('ថ្មី "ថ្មី"\\\nថ្មី', False)


def test_the_template_of_pybabel_merges_as_the_kits_own(folder: Path, run: Run, judge: Callable[[str], str]) -> None:
    (folder / "babel.cfg").write_text("[statement: statement.md]\n", encoding="utf-8")
    command = [judge("pybabel"), "--quiet", "extract", "-F", "babel.cfg", "-o", "translations/statement.pot", "."]
    subprocess.run(command, cwd=folder, check=True)
    before = read(folder)
    by_msgmerge(folder, run)
    after = read(folder)
    assert [*map(without_the_words_of_a_program, after.messages)] == expected(before, by_msgmerge)
    assert all(message.notes for message in after.messages if not message.is_obsolete)  # its line in statement.md
    update(folder, NOW)
    assert read(folder).messages == after.messages


def test_known_loss_msgmerge_without_previous_forgets_what_a_fuzzy_translation_was_made_from(
    folder: Path, run: Run
) -> None:
    """The mark stays, so nothing is published; the old source is in the history of the folder only."""
    before = by_clause(folder)["preamble.2"]
    run("msgmerge", "--quiet", catalog(folder), template(folder), "-o", catalog(folder))
    after = by_clause(folder)["preamble.2"]
    assert before.previous
    assert (after.text, after.is_fuzzy, after.previous) == (before.text, True, "")


def test_known_loss_msgmerge_takes_notes_and_flags_from_the_template_which_has_none(folder: Path, run: Run) -> None:
    """As gettext works, `#.`, `#:` and `no-wrap` are the program's words. What translators write (`# `) stays."""
    before = by_clause(folder)
    by_msgmerge(folder, run)
    after = by_clause(folder)
    assert before["preamble.2"].notes
    assert (after["preamble.2"].notes, after["preamble.2"].comments) == ((), before["preamble.2"].comments)
    assert (before["preamble.4"].flags, after["preamble.4"].flags) == ({"no-wrap"}, frozenset())


def test_known_loss_msgmerge_guesses_that_a_clause_which_moved_is_another(folder: Path, run: Run) -> None:
    """The translation comes along, marked fuzzy: somebody must look where `update` would know. Run `update` first."""
    edit(folder, UNTOUCHED, f"A new clause stands here.\n\n{UNTOUCHED}")
    extract(folder, NOW)
    by_msgmerge(folder, run)
    moved = by_clause(folder)["demand.1.4"]
    assert (moved.is_fuzzy, moved.source, moved.previous) == (True, UNTOUCHED, UNTOUCHED)


def test_known_loss_msgmerge_sets_the_translation_of_a_rewritten_clause_aside(folder: Path, run: Run) -> None:
    """`update` offers it, marked fuzzy; after `msgmerge` it is still in the file, as obsolete."""
    before = next(message for message in read(folder).messages if message.source == UNTOUCHED)
    edit(folder, UNTOUCHED, "Neither government has answered our letters.")
    extract(folder, NOW)
    by_msgmerge(folder, run)
    update(folder, NOW)
    assert by_clause(folder)[before.clause].text == ""
    assert replace(before, is_obsolete=True) in read(folder).messages


def test_known_loss_polib_forgets_the_old_source_of_obsolete_messages_and_wraps_comments(folder: Path) -> None:
    """The words are the same, and no clause needs an obsolete message."""
    before = read(folder)
    polib.pofile(str(catalog(folder))).save()
    after = read(folder)
    assert [" ".join(m.comments).split() for m in after.messages] == [
        " ".join(m.comments).split() for m in before.messages
    ]
    assert [m.previous for m in after.messages] == ["" if m.is_obsolete else m.previous for m in before.messages]
