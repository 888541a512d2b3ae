"""A release: every language and format, all files or none, the same bytes every time."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
from dataclasses import replace
from datetime import date
from io import BytesIO
from pathlib import Path
from typing import Any

import docx_reading
import pytest
from PIL import Image
from pypdf import PdfReader

from statement_kit import (
    LANGUAGES,
    PROFILES,
    Alignment,
    Brand,
    CatalogError,
    Contact,
    Demand,
    Endorser,
    FontError,
    Format,
    LayoutError,
    OutputError,
    SourceError,
    Statement,
    build,
    has_dictionary,
    parse_lexicon,
    proof,
    render,
    rendering,
)
from statement_kit.document.blocks import Document
from statement_kit.proof import clause_texts
from statement_kit.source.folder import Source

EXAMPLE = Path(__file__).parent.parent / "examples" / "border-ceasefire"
EVERYTHING = Path(__file__).parent / "statements" / "everything"
BRANDED = Path(__file__).parent / "statements" / "branded"


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    """A copy of the example to spoil."""
    return Path(shutil.copytree(EXAMPLE, tmp_path / "border-ceasefire"))


def edit(path: Path, old: str, new: str) -> None:
    text = path.read_text(encoding="utf-8")
    assert old in text
    path.write_text(text.replace(old, new, 1), encoding="utf-8")


def test_every_language_and_format_is_made_and_named(tmp_path: Path) -> None:
    made = build(EXAMPLE, tmp_path / "out")
    names = [f"border-ceasefire.{tag}.{extension}" for tag in ("en", "km", "th") for extension in ("pdf", "docx")]
    assert [path.name for path in made.files] == names
    assert sorted(path.name for path in (tmp_path / "out").iterdir()) == sorted(names)
    assert made.warnings == ()


def test_only_what_was_asked_for_is_made(tmp_path: Path) -> None:
    made = build(EXAMPLE, tmp_path, ["th"], [Format.TEXT])
    assert [path.name for path in made.files] == ["border-ceasefire.th.txt"]


def test_a_statement_that_uses_everything_is_made_in_every_language_and_format(tmp_path: Path) -> None:
    made = build(EVERYTHING, tmp_path, formats=list(Format))
    assert len(made.files) == 9
    assert made.warnings == ()


@pytest.fixture
def lexicons(monkeypatch: pytest.MonkeyPatch) -> list[tuple[str, ...]]:
    """The lexicon of each document that is written as plain text."""
    seen: list[tuple[str, ...]] = []

    def write(document: Document, brand: Brand) -> bytes:
        seen.append(document.language.lexicon)
        return b""

    monkeypatch.setitem(rendering._WRITERS, Format.TEXT, write)  # type: ignore[index]
    return seen


def test_the_lexicon_of_the_folder_reaches_the_writers_in_every_language(
    tmp_path: Path, lexicons: list[tuple[str, ...]]
) -> None:
    build(EVERYTHING, tmp_path, formats=[Format.TEXT])
    own = ("Border Families|Alliance", "ប៉ោយប៉ែត", "สระแก้ว")  # , "Poipet", "Sa Kaeo"
    assert lexicons == [(*LANGUAGES[tag].lexicon, *own) for tag in ("en", "km", "th")]


def test_the_step_is_told_each_file(tmp_path: Path) -> None:
    told: list[str] = []
    build(EXAMPLE, tmp_path, ["en"], [Format.TEXT, Format.PDF], told.append)
    assert told == ["border-ceasefire.en.txt", "border-ceasefire.en.pdf"]


SEEDS = [("0", "UTC", "C"), ("1", "Asia/Phnom_Penh", "C.UTF-8")]


def test_two_processes_write_the_same_bytes_whatever_their_surroundings(tmp_path: Path) -> None:
    made: list[dict[str, bytes]] = []
    for seed, zone, locale in SEEDS:
        elsewhere = tmp_path / f"cwd-{seed}"
        elsewhere.mkdir()
        source = shutil.copytree(EXAMPLE, elsewhere / "border-ceasefire")
        environment = {**os.environ, "PYTHONHASHSEED": seed, "TZ": zone, "LC_ALL": locale}
        command = [sys.executable, "-m", "statement_kit", "build", str(source), "--out", "out"]
        subprocess.run(command, cwd=elsewhere, env=environment, check=True)
        made.append({path.name: path.read_bytes() for path in (elsewhere / "out").iterdir()})
    assert len(made[0]) == 6
    assert made[0] == made[1]


@pytest.fixture
def misread(monkeypatch: pytest.MonkeyPatch) -> None:
    """A reader that gets one clause wrong in every PDF."""

    def read(data: bytes) -> dict[str, str]:
        texts = clause_texts(data)
        return {**texts, "demand.3.1": texts["demand.3.1"].replace("e", "a").replace("ន", "ណ").replace("น", "ณ")}

    monkeypatch.setattr(proof, "clause_texts", read)


@pytest.mark.usefixtures("misread")
def test_a_pdf_that_reads_otherwise_than_its_document_stops_the_release(tmp_path: Path) -> None:
    with pytest.raises(OutputError) as raised:
        build(EXAMPLE, tmp_path)
    assert [found.rule for found in raised.value.diagnostics] == ["pdf/text-differs"] * 3
    assert str(raised.value.diagnostics[0].where).startswith(f"{EXAMPLE / 'statement.md'}:")
    assert str(raised.value.diagnostics[1].where).startswith(f"{EXAMPLE / 'translations' / 'km.po'}:")
    assert list(tmp_path.iterdir()) == []


@pytest.mark.usefixtures("misread")
def test_a_pdf_made_in_python_is_proved_too_unless_that_is_left_out(example: Source) -> None:
    with pytest.raises(OutputError):
        render(example.statement, "pdf")
    assert render(example.statement, "pdf", proof=False).startswith(b"%PDF")


def test_a_signed_file_is_never_replaced_by_an_unsigned_one(tmp_path: Path) -> None:
    build(EXAMPLE, tmp_path, ["km"], ["pdf"])
    path = tmp_path / "border-ceasefire.km.pdf"
    signed = path.read_bytes() + b"\n1 0 obj <</Type/Sig/ByteRange[0 1 2 3]>> endobj\n"
    path.write_bytes(signed)
    with pytest.raises(OutputError) as raised:
        build(EXAMPLE, tmp_path)
    assert [(found.rule, str(found.where)) for found in raised.value.diagnostics] == [("output/signed", str(path))]
    assert {each.name: each.read_bytes() for each in tmp_path.iterdir()} == {path.name: signed}


@pytest.mark.usefixtures("misread")
def test_the_proof_can_be_left_out(tmp_path: Path) -> None:
    assert len(build(EXAMPLE, tmp_path, proof=False).files) == 6


def test_a_translated_pdf_names_the_title_in_both_languages(tmp_path: Path) -> None:
    build(EXAMPLE, tmp_path, formats=["pdf"])
    for language, wanted in (("en", ["x-default", "en"]), ("km", ["x-default", "km", "en"])):
        data = (tmp_path / f"border-ceasefire.{language}.pdf").read_bytes()
        (titles,) = re.findall("<dc:title>(.*?)</dc:title>", data.decode("latin-1"))
        assert re.findall('xml:lang="([^"]+)"', titles) == wanted


def test_lines_that_end_by_rule_for_want_of_a_dictionary_are_a_warning(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """L12: nothing falls back in silence."""
    monkeypatch.setattr("statement_kit.text.segmentation._icu", None)
    release = build(EXAMPLE, tmp_path, ["km", "en"], "pdf")
    (found,) = release.warnings  # none of English, which needs no dictionary to tell its words apart
    assert (found.rule, found.severity) == ("text/no-dictionary", "warning")
    assert "ខ្មែរ" in found.message  # "Khmer"
    assert len(release.files) == 2


def test_a_stale_clause_stops_everything_and_writes_nothing(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", "must refrain", "must not refrain")
    with pytest.raises(CatalogError) as caught:
        build(folder, tmp_path / "out")
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("catalog/stale", "demand.1.1")] * 2
    assert {Path(found.where.path).name for found in caught.value.diagnostics if found.where} == {"km.po", "th.po"}
    assert not (tmp_path / "out").exists()


def test_a_character_without_a_glyph_is_placed_in_the_file_it_came_from(folder: Path, tmp_path: Path) -> None:
    edit(folder / "endorsers.csv", "Banteay Srei", "Banteay 平 Srei")
    with pytest.raises(FontError) as caught:
        build(folder, tmp_path / "out", ["en"])
    found = caught.value.diagnostics[0]
    assert (found.rule, found.clause) == ("font/missing-glyph", "endorser.11")
    assert found.where is not None
    assert (Path(found.where.path).name, found.where.line) == ("endorsers.csv", 12)
    assert not (tmp_path / "out").exists()


def test_a_character_without_a_glyph_is_placed_in_the_catalog_of_its_language(folder: Path, tmp_path: Path) -> None:
    edit(folder / "translations" / "th.po", "หยุดยิง", "หยุดยิง平")
    with pytest.raises(FontError) as caught:
        build(folder, tmp_path / "out")
    assert {Path(found.where.path).name for found in caught.value.diagnostics if found.where} == {"th.po"}


@pytest.mark.parametrize("clause", ["title", "demand.2", "preamble.3.2", "demand.1.2.2", "note.commission"])
def test_a_finding_is_placed_at_its_message_in_headings_items_quotations_and_notes_too(
    tmp_path: Path, clause: str
) -> None:
    catalog = Path(shutil.copytree(EVERYTHING, tmp_path / "everything")) / "translations" / "th.po"
    before, message, behind = catalog.read_text(encoding="utf-8").partition(f'msgctxt "{clause}"\n')
    catalog.write_text(before + message + behind.replace('msgstr "', 'msgstr "平', 1), encoding="utf-8")
    with pytest.raises(FontError) as caught:
        build(tmp_path / "everything", tmp_path / "out", ["th"], [Format.PDF])
    (found,) = caught.value.diagnostics
    line_of_msgid = before.count("\n") + 2
    assert (found.clause, str(found.where)) == (clause, f"{catalog}:{line_of_msgid}")


@pytest.mark.parametrize("wanted", [Format.PDF, Format.DOCX])
def test_a_missing_glyph_is_found_in_either_format(folder: Path, tmp_path: Path, wanted: Format) -> None:
    edit(folder / "statement.md", "Ceasefire", "Ceasefire 平")
    with pytest.raises(FontError):
        build(folder, tmp_path / "out", ["en"], [wanted])


def test_a_name_too_long_for_its_column_is_placed_in_its_row(folder: Path, tmp_path: Path) -> None:
    edit(folder / "endorsers.csv", "VBNK", "V" * 90)
    with pytest.raises(LayoutError) as caught:
        build(folder, tmp_path / "out", ["en"], [Format.PDF])
    found = caught.value.diagnostics[0]
    assert (found.rule, found.clause, found.where and found.where.line) == ("layout/overfull", "endorser.98", 99)


def test_an_old_file_stands_when_the_new_one_cannot_be_made(folder: Path, tmp_path: Path) -> None:
    build(folder, tmp_path / "out", ["en"], [Format.TEXT])
    before = (tmp_path / "out" / "border-ceasefire.en.txt").read_bytes()
    edit(folder / "statement.md", "## 2.", "## 3.")
    with pytest.raises(SourceError):
        build(folder, tmp_path / "out", ["en"], [Format.TEXT])
    assert (tmp_path / "out" / "border-ceasefire.en.txt").read_bytes() == before


def test_a_language_the_folder_lacks_is_refused(tmp_path: Path) -> None:
    with pytest.raises(SourceError) as caught:
        build(EXAMPLE, tmp_path, ["lo"])
    assert caught.value.diagnostics[0].rule == "language/not-in-folder"


def test_a_language_the_kit_does_not_know_is_refused_at_its_line(folder: Path, tmp_path: Path) -> None:
    edit(folder / "statement.md", '["km", "th"]', '["km", "th", "tlh"]')
    with pytest.raises(SourceError) as caught:
        build(folder, tmp_path)
    found = caught.value.diagnostics[0]
    assert (found.rule, found.where and found.where.line) == ("language/unknown", 4)


def test_a_brand_without_a_name_in_a_language_is_refused(folder: Path, tmp_path: Path) -> None:
    (folder / "brand.toml").write_text('[name]\nen = "Coalition"\n', encoding="utf-8")
    with pytest.raises(SourceError) as caught:
        build(folder, tmp_path)
    assert [found.rule for found in caught.value.diagnostics] == ["brand/no-name"] * 2


@pytest.fixture
def branded(tmp_path: Path) -> Path:
    """A copy of a folder with a logo, to be changed."""
    return Path(shutil.copytree(BRANDED, tmp_path / "branded"))


def test_a_logo_without_words_in_a_language_is_refused_where_it_is_named(branded: Path, tmp_path: Path) -> None:
    edit(branded / "brand.toml", 'th = "ตรา', '# th = "ตรา')  # "logo"
    with pytest.raises(SourceError) as caught:
        build(branded, tmp_path / "out", ["en", "th"], "docx")
    rules = [(found.rule, str(found.where)) for found in caught.value.diagnostics]
    place = f"{branded / 'brand.toml'}:14"
    assert rules == [("brand/no-alt", place)]


def with_pixels(folder: Path, width_px: int) -> None:
    """Give a folder's brand a logo of so many pixels, to be printed 16 mm wide."""
    Image.linear_gradient("L").resize((width_px, width_px)).save(folder / "logo.png")
    edit(folder / "brand.toml", "logo.svg", "logo.png")


def test_a_logo_of_few_pixels_is_a_warning_told_once_where_it_is_named(branded: Path, tmp_path: Path) -> None:
    with_pixels(branded, 120)
    made = build(branded, tmp_path / "out")
    (found,) = made.warnings
    assert (found.rule, found.severity, str(found.where)) == (
        "picture/coarse",
        "warning",
        f"{branded / 'brand.toml'}:14",
    )
    assert found.message.startswith("logo.png is 120 pixels wide; printed 16 mm wide, it needs 189")
    assert len(made.files) == 6


def test_a_logo_is_no_matter_of_plain_text(branded: Path, tmp_path: Path) -> None:
    with_pixels(branded, 120)
    made = build(branded, tmp_path / "out", "en", "txt")
    assert made.warnings == ()
    assert "Logo" not in made.files[0].read_text(encoding="utf-8")


def test_a_logo_whose_pixels_would_show_stops_the_release(branded: Path, tmp_path: Path) -> None:
    with_pixels(branded, 90)
    with pytest.raises(SourceError) as caught:
        build(branded, tmp_path / "out")
    (found,) = caught.value.diagnostics
    assert (found.rule, str(found.where)) == ("picture/coarse", f"{branded / 'brand.toml'}:14")
    assert not (tmp_path / "out").exists()


@pytest.fixture
def small() -> Statement:
    """A statement made in Python, with no file."""
    return Statement(
        title="Peace",
        preamble=("We urge:",),
        parts=(Demand("Stop", ("Stop now.",)),),
        issued=date(2025, 7, 28),
        contacts=(Contact("info@example.org", phone="+855 12 345 678"),),
        endorsers=(Endorser(1, "VBNK"),),
    )


@pytest.mark.parametrize(("file_format", "start"), [("pdf", b"%PDF"), ("docx", b"PK"), ("txt", b"Joint statement")])
def test_a_statement_made_in_python_is_rendered(small: Statement, file_format: str, start: bytes) -> None:
    assert render(small, file_format).startswith(start)


def test_a_brand_changes_the_look(small: Statement) -> None:
    assert render(small, "pdf") != render(small, "pdf", Brand(base_pt=14))


def test_a_lexicon_given_in_python_reaches_the_writers(small: Statement, lexicons: list[tuple[str, ...]]) -> None:
    render(small, "txt", lexicon=("Village Support|Group",))
    render(small, "txt")
    assert lexicons == [(*LANGUAGES["en"].lexicon, "Village Support|Group"), LANGUAGES["en"].lexicon]


@pytest.mark.parametrize("lexicon", ["Village Support Group", [1, 2]])
def test_a_lexicon_that_is_no_list_of_texts_is_refused_by_render(small: Statement, lexicon: Any) -> None:
    with pytest.raises(SourceError) as caught:
        render(small, "txt", lexicon=lexicon)
    assert {found.clause for found in caught.value.diagnostics} == {"lexicon"}


@pytest.mark.parametrize(
    ("arguments", "clauses"),
    [((None, "pdf"), ["statement"]), ((EXAMPLE, "txt", "x"), ["statement", "brand"])],
)
def test_what_is_no_statement_or_brand_is_refused_by_render(arguments: Any, clauses: list[str]) -> None:
    with pytest.raises(SourceError) as caught:
        render(*arguments)
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("statement/wrong-type", clause) for clause in clauses
    ]
    assert all(found.hint for found in caught.value.diagnostics)


def test_an_empty_text_is_no_brand(small: Statement) -> None:
    with pytest.raises(SourceError):
        render(small, "txt", "")  # type: ignore[arg-type]


def test_a_lexicon_may_be_read_from_text_and_given_as_a_list(small: Statement, lexicons: list[tuple[str, ...]]) -> None:
    render(small, "txt", lexicon=list(parse_lexicon("Village Support|Group  # a name\n", "lexicon.txt")))
    assert lexicons == [(*LANGUAGES["en"].lexicon, "Village Support|Group")]


def test_looks_can_be_made_of_public_names_alone(small: Statement) -> None:
    ragged = replace(PROFILES["th-official"], alignment={"en": Alignment.RAGGED})
    assert len({render(small, "docx", brand) for brand in (None, PROFILES["th-official"], ragged)}) == 3


def test_whether_lines_end_by_a_dictionary_can_be_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    assert all(map(has_dictionary, LANGUAGES.values()))
    monkeypatch.setattr("statement_kit.text.segmentation._icu", None)
    assert not any(map(has_dictionary, LANGUAGES.values()))


def test_a_date_before_the_era_of_a_language_is_refused(small: Statement) -> None:
    with pytest.raises(SourceError) as caught:
        render(replace(small, language="th", issued=date(1939, 1, 1)), "txt")
    assert (caught.value.diagnostics[0].rule, caught.value.diagnostics[0].clause) == ("date/era", "issued")


@pytest.mark.parametrize(
    ("formats", "rule"),
    [(["html"], "format/unknown"), ([], "format/none"), ("odt", "format/unknown"), ([["pdf"]], "format/unknown")],
)
def test_a_format_the_kit_does_not_write_is_refused(tmp_path: Path, formats: Any, rule: str) -> None:
    with pytest.raises(OutputError) as caught:
        build(EXAMPLE, tmp_path, ["en"], formats)
    assert caught.value.diagnostics[0].rule == rule
    assert list(tmp_path.iterdir()) == []


@pytest.mark.parametrize("wanted", ["odt", ["pdf"], None])
def test_a_format_is_refused_by_render_too(small: Statement, wanted: Any) -> None:
    with pytest.raises(OutputError):
        render(small, wanted)


def test_paths_languages_and_formats_may_be_plain_text(tmp_path: Path) -> None:
    made = build(str(EXAMPLE), str(tmp_path), "km", "txt")
    assert [path.name for path in made.files] == ["border-ceasefire.km.txt"]


def test_a_letterhead_in_another_language_is_refused_by_render_too(small: Statement) -> None:
    with pytest.raises(SourceError) as caught:
        render(small, "pdf", Brand(names={"km": "សម្ព័ន្ធ"}))  # "Coalition"
    assert caught.value.diagnostics[0].rule == "brand/no-name"


def test_a_glyph_missing_from_the_letterhead_is_found_once_and_placed(folder: Path, tmp_path: Path) -> None:
    (folder / "brand.toml").write_text('colours.accent = "#112233"\n[name]\nen = "平"\n', encoding="utf-8")
    with pytest.raises(FontError) as caught:
        build(folder, tmp_path / "out", ["en"])
    (found,) = caught.value.diagnostics
    assert found.where is not None
    assert Path(found.where.path).name == "brand.toml"


def test_invisible_break_marks_stay_out_of_pdf_titles_and_bookmarks(small: Statement) -> None:
    marked = replace(small, title="Pea\u200bce", parts=(Demand("St\u2060op", ("Now.",)),))
    reader = PdfReader(BytesIO(render(marked, "pdf")))
    assert reader.metadata is not None
    assert reader.metadata.title == "Peace"
    assert next(entry.title for entry in reader.outline[1]) == "1. Stop"


TITLE = (
    "Calling for an Immediate Ceasefire, Constructive Dialogue, Respect for International Law, and Peaceful Coexistence"
)


def test_a_draft_shows_the_source_where_nothing_else_exists_in_both_formats(folder: Path, tmp_path: Path) -> None:
    (folder / "translations" / "km.po").unlink()
    made = build(folder, tmp_path / "out", ["km"], [Format.PDF, Format.DOCX, Format.TEXT], draft=True)
    pdf, docx, text = made.files
    assert [path.name for path in made.files] == [
        f"border-ceasefire.km.DRAFT.{name}" for name in ("pdf", "docx", "txt")
    ]
    assert {found.rule for found in made.warnings} == {"catalog/missing"}
    assert len(made.warnings) == 23
    marked = "[មិនទាន់បានបកប្រែ] We call for an immediate cessation"  # "not translated"
    assert marked in text.read_text(encoding="utf-8")
    shown = " ".join(page.extract_text() for page in PdfReader(pdf).pages)
    assert "We call for an immediate cessation" in shown
    assert "We call for an immediate cessation" in "".join(
        docx_reading.part(docx.read_bytes(), "word/document.xml").itertext()
    )


def test_the_words_across_a_draft_are_found_by_nobody_who_copies_it(tmp_path: Path) -> None:
    """They stand at the head of each page in small letters too, and in the title, for those who cannot see them."""
    (pdf,) = build(EXAMPLE, tmp_path, ["en"], [Format.PDF], draft=True).files
    pages = [page.extract_text() for page in PdfReader(pdf).pages]
    assert [page.count("Draft, not for publication") for page in pages] == [1] * len(pages)
    assert PdfReader(pdf).metadata.title == "Draft, not for publication: " + TITLE  # type: ignore[union-attr]


def test_a_draft_is_the_same_bytes_every_time(tmp_path: Path) -> None:
    files = [build(EXAMPLE, tmp_path / name, ["km"], draft=True).files for name in ("one", "two")]
    assert [path.read_bytes() for path in files[0]] == [path.read_bytes() for path in files[1]]
