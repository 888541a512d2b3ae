"""Packs before their judges: validators of both formats, and LibreOffice, which opens, saves and must lose nothing."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from docx_judges import schema_findings, sdk_errors
from libreoffice import converted
from made_packs import THREE, WRITERS, heard, pack, returned, row, told

from statement_kit.packs.pack import Pack

HARD = pack(
    row("title", "=1+1", "+855 23\u200bក\u200b", state="fuzzy"),  # the letter ka between zero-width spaces
    row("preamble.1", " spaced  out ", "'quoted' “quoted” ‘it’s’", note="one\n\n two"),
    row("preamble.2", "a\\\nb\n", "ก\\\nข\tค", previous="a"),  # the letters ko, kho, kho
    row("preamble.3", "<b>&amp; {x}", "é e\u0301 \u00a0\u2011\u00ad🕊"),
    row("demand.1", "*See* [us](https://example.org/?a=1&b=2)[^n]", "*មើល* [យើង](https://example.org/?a=1&b=2)[^n]"),
    row("demand.1.1", "-", "007"),
    row("note.n", "@all", ""),
)
"""Texts that programs like to change; the Khmer says “see us”."""

ESCAPED = pack(row("title", "_x000D_", "a _x000a_ b"))
"""What looks like an escape of SpreadsheetML. LibreOffice escapes it in DOCX too, whose text knows no such thing."""


@pytest.mark.judge("docx_validator")
@pytest.mark.parametrize("made", [THREE, HARD])
def test_the_word_table_is_valid(made: Pack, tmp_path: Path) -> None:
    file = tmp_path / "pack.docx"
    file.write_bytes(WRITERS["docx"](made))
    assert schema_findings(file) == []


@pytest.mark.judge("ooxml-validator")
@pytest.mark.parametrize("made", [THREE, HARD])
@pytest.mark.parametrize("kind", WRITERS)
def test_the_open_xml_sdk_finds_no_error(kind: str, made: Pack, tmp_path: Path, judge: Callable[..., str]) -> None:
    file = tmp_path / f"pack.{kind}"
    file.write_bytes(WRITERS[kind](made))
    assert sdk_errors(file, judge) == []


@pytest.fixture(scope="session")
def saved(judge: Callable[..., str], tmp_path_factory: pytest.TempPathFactory) -> Callable[[str, bytes], bytes]:
    """A file as LibreOffice opens and saves it; workbooks need Calc, which is a package of its own."""
    home = tmp_path_factory.mktemp("libreoffice")

    def save(kind: str, data: bytes) -> bytes:
        soffice = judge("soffice")
        if kind == "xlsx":
            judge("LibreOffice Calc", at=str(Path(soffice).resolve().parent / "libsclo.so"))
        file = home / f"pack.{kind}"
        file.write_bytes(data)
        shutil.rmtree(home / "out", ignore_errors=True)
        (made,) = converted(soffice, [file], kind, home / "out", home / "profile")
        return made.read_bytes()

    return save


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("made", [THREE, HARD])
@pytest.mark.parametrize("kind", WRITERS)
def test_libreoffice_opens_and_saves_it_and_loses_nothing(
    kind: str, made: Pack, saved: Callable[[str, bytes], bytes]
) -> None:
    data = saved(kind, WRITERS[kind](made))
    assert heard(data) == told(made)
    assert returned(data).project == made.project


@pytest.mark.judge("soffice")
def test_libreoffice_keeps_what_looks_like_an_escape_in_a_workbook(saved: Callable[[str, bytes], bytes]) -> None:
    assert heard(saved("xlsx", WRITERS["xlsx"](ESCAPED))) == told(ESCAPED)
