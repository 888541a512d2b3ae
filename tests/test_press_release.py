"""A press release from its folder: embargo, consent, translations, and files that say what they are for."""

from __future__ import annotations

import json
import shutil
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result
from pypdf import PdfReader

from statement_kit import (
    CatalogError,
    Contact,
    Press,
    Quotation,
    SourceError,
    Speaker,
    Statement,
    build,
    check,
    load_folder,
    render,
    status,
    update,
)
from statement_kit.__main__ import main
from statement_kit.commands import release as release_commands
from statement_kit.extractor import extract_messages
from statement_kit.packing import PackKind, pack
from statement_kit.readiness import State

PRESS = Path(__file__).parent / "statements" / "press"
BEFORE, AFTER = datetime(2025, 7, 28, 1, 12, tzinfo=UTC), datetime(2025, 7, 28, 2, tzinfo=UTC)


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the press release to spoil."""
    return Path(shutil.copytree(PRESS, tmp_path / "press"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, text.count(old)
    path.write_text(text.replace(old, new), encoding="utf-8")


def refused(make: Callable[[], object], kind: type[SourceError | CatalogError] = SourceError) -> list[Any]:
    with pytest.raises(kind) as caught:
        make()
    return [(found.rule, found.where.line if found.where else None) for found in caught.value.diagnostics]


def line_of(folder: Path, words: str) -> int:
    lines = (folder / "statement.md").read_text(encoding="utf-8").split("\n")
    return next(n for n, line in enumerate(lines, 1) if line.startswith(words))


def texts(files: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted(files.glob("*.txt"))}


def test_before_its_time_nothing_is_written(folder: Path, tmp_path: Path) -> None:
    out = tmp_path / "out"
    assert refused(lambda: build(folder, out, formats="txt", now=BEFORE)) == [
        ("release/embargo", line_of(folder, "embargo"))
    ]
    assert refused(lambda: build(folder, out, formats="txt")) == [("release/embargo", line_of(folder, "embargo"))]
    assert not out.exists()


def test_when_the_time_has_come_it_is_for_release_and_says_nothing_of_an_embargo(folder: Path, tmp_path: Path) -> None:
    made = build(folder, tmp_path / "out", formats="txt", now=AFTER)
    assert [found.rule for found in made.warnings] == ["release/embargo-ended"]
    assert made.warnings[0].where
    written = texts(tmp_path / "out")
    assert list(written) == ["press.en.txt", "press.km.txt", "press.th.txt"]
    assert written["press.en.txt"].startswith("For immediate release · Corrected version 2")
    # not to be published before, in Khmer and Thai
    assert not [text for text in written.values() for word in ("mbargo", "ហាមផ្សព្វផ្សាយ", "ห้ามเผยแพร่") if word in text]


def test_no_byte_depends_on_the_clock_or_on_who_asked_before(folder: Path, tmp_path: Path) -> None:
    clocks = {"now": AFTER}, {"now": datetime(2099, 1, 1, tzinfo=UTC)}, {"before_embargo": True, "now": BEFORE}
    made = []
    for n, options in enumerate(clocks):
        build(folder, tmp_path / str(n), "km", ("pdf", "docx"), proof=False, **options)  # type: ignore[arg-type]
        made.append([path.read_bytes() for path in sorted((tmp_path / str(n)).iterdir())])
    assert made[0] == made[1] == made[2]


def test_copies_for_journalists_say_so_in_their_names_and_on_every_page(folder: Path, tmp_path: Path) -> None:
    made = build(folder, tmp_path, "en", ("pdf", "docx", "txt"), embargoed=True)
    assert sorted(path.name for path in made.files) == [f"press.en.EMBARGOED.{name}" for name in ("docx", "pdf", "txt")]
    pages = PdfReader(tmp_path / "press.en.EMBARGOED.pdf").pages
    assert len(pages) > 1
    assert all("Embargoed until 09:00 on 28 July 2025 (UTC+7)" in page.extract_text() for page in pages)


def test_a_draft_is_free_of_the_gate_and_says_until_when_to_wait(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", "consent = 2025-07-27\n", "")
    build(folder, tmp_path / "out", "en", "txt", draft=True)
    (text,) = texts(tmp_path / "out").values()
    assert "Embargoed until 09:00" in text


def test_a_draft_is_no_copy_for_journalists(folder: Path, tmp_path: Path) -> None:
    assert refused(lambda: build(folder, tmp_path, draft=True, embargoed=True))[0][0] == "release/purpose"


def test_nobody_is_quoted_without_consent(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", "consent = 2025-07-27\n", "")
    where = line_of(folder, "[press.speakers.dara]")
    assert refused(lambda: build(folder, tmp_path, now=AFTER)) == [("press/no-consent", where)]
    assert refused(lambda: build(folder, tmp_path, embargoed=True)) == [("press/no-consent", where)]


def test_in_python_render_has_the_same_gate() -> None:
    statement = load_folder(PRESS).statement
    assert refused(lambda: render(statement, "txt")) == [("release/embargo", None)]
    assert refused(lambda: render(statement, "txt", now=BEFORE)) == [("release/embargo", None)]
    assert b"immediate release" in render(statement, "txt", now=AFTER)
    assert b"immediate release" in render(statement, "txt", before_embargo=True)
    assert b"Embargoed until" in render(statement, "txt", embargoed=True)
    assert b"Embargoed until" in render(statement, "txt", draft=True)
    press = Press(speakers=(Speaker("dara", "Sok Dara"),))
    quoting = Statement("Title", ("We.", Quotation(("Words.",), "dara")), (), AFTER.date(), press=press)
    assert refused(lambda: render(quoting, "txt")) == [("press/no-consent", None)]
    assert b"Sok Dara" in render(quoting, "txt", draft=True)


STALE = {
    "revision": ("Demand 1 now names *both* provinces.", "Demand 1 now names *three* provinces."),
    "to.2": ('"the Secretariat of ASEAN"', '"the Chair of ASEAN"'),
    "place": ('place = "Phnom Penh"', 'place = "Poipet"'),
    "speaker.dara": ('role = "spokesperson of the', 'role = "chairperson of the'),
    "contact.1.role": ('role = "Spokesperson"', 'role = "Chairperson"'),
    "contact.1.hours": ("Mon–Fri 8–17 h", "Mon–Fri 8–18 h"),
    "editors": ("## Notes {editors}", "## Remarks {editors}"),
    "editors.1.1": ("Photographs are free", "Pictures are free"),
    "about.1": ("It takes no\nmoney", "It takes no\ngift"),
}


@pytest.mark.parametrize("clause", STALE)
def test_no_clause_of_the_furniture_goes_out_stale_and_its_translation_is_asked_for_again(
    folder: Path, tmp_path: Path, clause: str
) -> None:
    edit(folder / "statement.md", *STALE[clause])
    with pytest.raises(CatalogError) as caught:
        build(folder, tmp_path / "out", ("km", "th"), now=AFTER)
    assert {(found.rule, found.clause) for found in caught.value.diagnostics} == {("catalog/stale", clause)}
    update(folder, AFTER)
    states = {found.clause.id: found.state for found in status(folder, "km")["km"]}
    assert {name for name, state in states.items() if state is State.STALE} == {clause}
    build(folder, tmp_path / "out", "km", "txt", draft=True)
    (text,) = texts(tmp_path / "out").values()
    assert text.count("[បកប្រែពីអត្ថបទចាស់]") >= 1  # translated from an older text


def test_alarms_ring_for_it_too(folder: Path) -> None:
    edit(folder / "translations" / "km.po", "ម៉ោង 8–17", "ម៉ោង 8–18")  # hours
    assert ("alarm/number", "contact.1.hours") in {(found.rule, found.clause) for found in check(folder)}


def test_packs_and_babel_have_every_clause(folder: Path) -> None:
    statement = load_folder(folder).statement
    with (folder / "statement.md").open("rb") as file:
        found = list(extract_messages(file, ["pgettext"], [], {}))
    assert [message[0] for _, _, message, _ in found] == [clause.id for clause in statement.clauses()]
    assert all(line > 1 for line, _, _, _ in found)
    text = pack(folder, "km", PackKind.XLIFF, folder / "packs").read_text(encoding="utf-8")
    assert [clause.id for clause in statement.clauses("km") if f'"{clause.id}"' not in text] == []


def test_an_edition_without_anybody_to_ask_is_a_warning_of_build_and_check(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", '    { email = "press@border-families.example" },\n', "")
    edit(folder / "statement.md", 'languages = ["th", "en"]', 'languages = ["en"]')
    made = build(folder, tmp_path, "th", "txt", now=AFTER)
    where = line_of(folder, "contacts")
    for findings in (made.warnings, check(folder)):
        found = [one for one in findings if one.rule == "press/no-contact"]
        assert [(one.where.line if one.where else None, "“th”" in one.message) for one in found] == [(where, True)]


def test_without_contacts_nobody_is_missed() -> None:
    assert Contact("a@b.org").is_for("km")


def run(monkeypatch: pytest.MonkeyPatch, now: datetime, *arguments: object) -> Result:
    monkeypatch.setattr(release_commands, "clock", lambda: now)
    return CliRunner().invoke(main, ["build", *map(str, arguments)], catch_exceptions=False)


def test_the_command_line_reads_the_clock_and_says_what_it_says(
    folder: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    options = (folder, "--out", tmp_path / "out", "--format", "txt", "--lang", "en")
    early = run(monkeypatch, BEFORE, *options)
    assert early.exit_code == 3
    assert "The clock of this computer says 08:12 on the same day, in that zone." in early.stderr
    assert not (tmp_path / "out").exists()
    late = run(monkeypatch, AFTER, *options, "--json")
    assert late.exit_code == 0
    assert [found["rule"] for found in json.loads(late.stdout)["diagnostics"]] == ["release/embargo-ended"]
    assert run(monkeypatch, BEFORE, *options, "--embargoed").exit_code == 0
    forced = run(monkeypatch, BEFORE, *options, "--before-embargo")
    assert (forced.exit_code, "release/before-embargo" in forced.stderr) == (0, True)
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == ["press.en.EMBARGOED.txt", "press.en.txt"]


@pytest.mark.parametrize("embargoed", [False, True])
def test_verify_compares_a_file_with_what_its_name_says_it_is_at_any_time(
    folder: Path, tmp_path: Path, embargoed: bool
) -> None:
    pytest.importorskip("pyhanko")
    made = build(folder, tmp_path / "out", "en", "pdf", proof=False, embargoed=embargoed, before_embargo=not embargoed)
    result = CliRunner().invoke(main, ["verify", str(made.files[0]), str(folder), "--json"], catch_exceptions=False)
    assert json.loads(result.stdout)["comparison"] == {"match": "exact", "differences": []}
