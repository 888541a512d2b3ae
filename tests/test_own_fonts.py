"""A release in a brand's own fonts, from the folder to the files."""

from __future__ import annotations

import struct
from io import BytesIO
from pathlib import Path
from zipfile import ZipFile

import pytest
from made_fonts import LATIN, cff, opened, variable
from pypdf import PdfReader

from statement_kit.brand import DEFAULT_TYPEFACES, Brand, Face, Typeface
from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.model import Statement
from statement_kit.release import build, render
from statement_kit.source.folder import load_folder
from statement_kit.text.font_file import FontFile

FRONT = '+++\nkind = "joint-statement"\nlanguage = "en"\nissued = 2025-07-28\n+++\n\n'
BRAND = """
[[font]]
file = "fonts/ours.otf"
family = "Ours"

[[font]]
file = "fonts/ours-variable.ttf"
family = "Ours"
weight = 700

[typefaces.text.Latn]
family = "Ours"
[typefaces.text-strong.Latn]
family = "Ours"
weight = 700
"""


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    folder = tmp_path / "peace"
    (folder / "fonts").mkdir(parents=True)
    text = f"{FRONT}# Calling for Peace\n\nWe *firmly* call for **peace** now.\n"
    (folder / "statement.md").write_text(text, encoding="utf-8")
    (folder / "brand.toml").write_text(BRAND, encoding="utf-8")
    (folder / "fonts" / "ours.otf").write_bytes(cff(LATIN))
    (folder / "fonts" / "ours-variable.ttf").write_bytes(variable(LATIN))
    return folder


def refused(folder: Path, out: Path) -> tuple[Diagnostic, ...]:
    with pytest.raises(FontError) as caught:
        build(folder, out)
    assert not out.exists() or not list(out.iterdir())
    return caught.value.diagnostics


def test_the_text_stands_in_them_in_pdf_and_docx(folder: Path, tmp_path: Path) -> None:
    pdf, docx = build(folder, tmp_path / "out").files
    page = PdfReader(BytesIO(pdf.read_bytes())).pages[0]
    assert "We firmly call for peace now." in page.extract_text()
    names = [font.get_object()["/BaseFont"].split("+")[1] for font in page["/Resources"]["/Font"].values()]
    assert opened(cff(LATIN))["name"].getDebugName(6) in names
    with ZipFile(docx) as package:
        assert b'w:ascii="Ours"' in package.read("word/styles.xml")


def test_an_unknown_typeface_is_one_error_at_its_line(folder: Path, tmp_path: Path) -> None:
    (folder / "brand.toml").write_text('[typefaces.text.Latn]\nweight = 300\nfamily = "Theirs"\n', encoding="utf-8")
    (found,) = refused(folder, tmp_path / "out")
    assert (found.rule, str(found.where)) == ("font/unknown", f"{folder / 'brand.toml'}:1")


def test_a_font_that_may_not_be_embedded_stops_both_formats_unless_the_docx_goes_without(
    folder: Path, tmp_path: Path
) -> None:
    font = bytearray(cff(LATIN))
    struct.pack_into(">H", font, opened(bytes(font)).reader.tables["OS/2"].offset + 8, 0x0002)
    (folder / "fonts" / "ours.otf").write_bytes(font)
    found = refused(folder, tmp_path / "out")
    assert [each.rule for each in found] == ["font/embedding-forbidden"] * 2
    assert {str(each.where) for each in found} == {str(folder / "fonts" / "ours.otf")}
    assert ["a PDF" in each.message for each in found] == [True, False]
    (folder / "brand.toml").write_text(f'{BRAND}\n[docx]\nwithout = ["Ours"]\n', encoding="utf-8")
    assert build(folder, tmp_path / "out", formats="docx").files


def test_a_broken_font_stops_the_release_and_says_which(folder: Path, tmp_path: Path) -> None:
    (folder / "fonts" / "ours.otf").write_bytes(cff(LATIN)[:5000])
    (folder / "fonts" / "ours-variable.ttf").write_text("no font")
    found = refused(folder, tmp_path / "out")
    assert [each.rule for each in found] == ["font/damaged", "font/not-a-font"]
    assert [Path(str(each.where)).name for each in found] == ["ours.otf", "ours-variable.ttf"]


def test_a_broken_font_is_nothing_to_plain_text(folder: Path, tmp_path: Path) -> None:
    (folder / "fonts" / "ours.otf").write_bytes(b"")
    assert build(folder, tmp_path / "out", formats="txt").files


def test_a_brand_made_in_python_brings_fonts_too(folder: Path) -> None:
    text = {**DEFAULT_TYPEFACES[Face.TEXT], "Latn": Typeface("Ours")}
    brand = Brand(
        fonts=(FontFile(folder / "fonts" / "ours.otf", "Ours"),), typefaces={**DEFAULT_TYPEFACES, Face.TEXT: text}
    )
    statement: Statement = load_folder(folder).statement
    assert render(statement, "pdf", brand) != render(statement, "pdf")
    assert render(statement, "pdf", brand) == render(statement, "pdf", brand)
