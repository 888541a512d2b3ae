"""Packs, and the hands of those who fill them in: cells of a workbook, cells of a Word table, parts of either."""

from __future__ import annotations

import zipfile
from collections.abc import Callable, Mapping
from datetime import UTC, datetime
from io import BytesIO

import pytest
from lxml import etree
from openpyxl import Workbook, load_workbook
from openpyxl.worksheet.worksheet import Worksheet

from statement_kit.diagnostics import CatalogError, Diagnostic
from statement_kit.model import Clause
from statement_kit.packs.opening import read_pack
from statement_kit.packs.pack import Pack, Row
from statement_kit.packs.returned import Returned
from statement_kit.packs.stamp import COLUMNS
from statement_kit.packs.word_table import write_word_table
from statement_kit.packs.wording import instructions_for
from statement_kit.packs.workbook import write_workbook
from statement_kit.translation.catalog import merge
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.glossary import Term
from statement_kit.translation.po_file import Message, read_po_file, write_po_file

NOW = datetime(2026, 1, 2, 3, 4, tzinfo=UTC)
HEADER = '# By Dara.\nmsgid ""\nmsgstr ""\n"Language: km\\n"\n'
PROJECT = "border"
W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
SHOWN = [column for column in COLUMNS if column != "digest"]

CEASEFIRE = Term("ceasefire", {"km": ("បទឈប់បាញ់", "ការឈប់បាញ់")}, "never “truce”")  # ceasefire, stopping of fire


def row(clause: str, source: str, text: str = "", *, previous: str = "", note: str = "", state: str = "") -> Row:
    known = state or ("translated" if text else "missing")
    return Row(clause, source, previous, text, note, known, pair_digest(source, text))


def pack(*rows: Row, project: str = PROJECT, language: str = "km") -> Pack:
    return Pack(project, "en", language, rows, (CEASEFIRE,))


THREE = pack(
    row("title", "Stop now", "ឈប់ឥឡូវ"),  # stop now
    row("preamble.1", "We ask *all*.", "យើងស្នើ *ទាំងអស់*។", previous="We ask.", note="one\ntwo", state="stale"),
    row("demand.1", "Talk"),
)

WRITERS: Mapping[str, Callable[[Pack], bytes]] = {
    "xlsx": lambda made: write_workbook(made, instructions_for(made.language)),
    "docx": lambda made: write_word_table(made, instructions_for(made.language)),
}


def returned(data: bytes) -> Returned:
    return read_pack(data, "back")


def refused(data: bytes) -> list[Diagnostic]:
    """What stands against a file; each finding has a place and says what to do."""
    with pytest.raises(CatalogError) as caught:
        read_pack(data, "back")
    assert all(found.where and found.hint and found.rule.startswith("pack/") for found in caught.value.diagnostics)
    return list(caught.value.diagnostics)


def rules(found: list[Diagnostic]) -> list[tuple[str, int | None]]:
    return [(one.rule.removeprefix("pack/"), one.where.line if one.where else None) for one in found]


def told(made: Pack) -> list[tuple[str, str, str, str, str]]:
    """What must come back of a pack."""
    return [(one.clause, one.source, one.text, one.note, one.digest) for one in made.rows]


def heard(data: bytes) -> list[tuple[str, str, str, str, str]]:
    """What came back."""
    return [(one.clause, one.source, one.text, one.note, one.digest) for one in returned(data).rows]


# Workbooks


def in_excel(data: bytes, edit: Callable[[Worksheet], object]) -> bytes:
    """A workbook whose table somebody edited and saved."""
    return in_book(data, lambda book: edit(book.worksheets[1]))


def in_book(data: bytes, edit: Callable[[Workbook], object]) -> bytes:
    book = load_workbook(BytesIO(data), rich_text=True)
    edit(book)
    file = BytesIO()
    book.save(file)
    return file.getvalue()


def typed(data: bytes, column: str, line: int, value: object) -> bytes:
    """A workbook with another value in one cell; the first clause stands on line 3."""

    def put(sheet: Worksheet) -> None:
        sheet.cell(line, COLUMNS.index(column) + 1).value = value  # type: ignore[assignment]

    return in_excel(data, put)


# Zips


def with_parts(data: bytes, changed: Mapping[str, bytes | None]) -> bytes:
    """A zip with other parts in it; None takes one out."""
    file = BytesIO()
    with zipfile.ZipFile(BytesIO(data)) as old, zipfile.ZipFile(file, "w", zipfile.ZIP_DEFLATED) as new:
        for name in old.namelist():
            if name not in changed:
                new.writestr(name, old.read(name))
        for name, content in changed.items():
            if content is not None:
                new.writestr(name, content)
    return file.getvalue()


def part(data: bytes, name: str) -> bytes:
    with zipfile.ZipFile(BytesIO(data)) as archive:
        return archive.read(name)


# Word


def in_word(data: bytes, edit: Callable[[etree._Element], object]) -> bytes:
    """A Word document whose text somebody edited and saved."""
    body = etree.fromstring(part(data, "word/document.xml"))
    edit(body)
    return with_parts(data, {"word/document.xml": etree.tostring(body, encoding="UTF-8", standalone=True)})


def word_row(body: etree._Element, line: int) -> etree._Element:
    """A row of the table, counted from 1; the first clause stands on line 2."""
    return body.findall(f".//{{{W}}}tr")[line - 1]


def word_cell(body: etree._Element, line: int, column: str) -> etree._Element:
    return word_row(body, line).findall(f"{{{W}}}tc")[SHOWN.index(column)]


def rewritten(data: bytes, line: int, column: str, content: str) -> bytes:
    """A Word document with other paragraphs in one cell, as WordprocessingML."""

    def put(body: etree._Element) -> None:
        cell = word_cell(body, line, column)
        for child in list(cell)[1:]:
            cell.remove(child)
        names = f'xmlns:w="{W}" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
        cell.extend(list(etree.fromstring(f"<x {names}>{content}</x>")))

    return in_word(data, put)


def said(text: str) -> str:
    return f'<w:r><w:t xml:space="preserve">{text}</w:t></w:r>'


# PO files


def po(*messages: Message) -> bytes:
    return write_po_file(HEADER, messages)


def messages(data: bytes) -> dict[str, Message]:
    """The messages of a PO file that are not obsolete, by clause."""
    return {one.clause: one for one in read_po_file(data, "").messages if not one.is_obsolete}


def packed(clauses: list[Clause], data: bytes | None, project: str = PROJECT) -> Pack:
    """The pack of a statement and a PO file, each row with the clause as it is now."""
    now = messages(merge(clauses, data, "km.po", "km", project, NOW))
    return Pack(project, "en", "km", tuple(_packed_row(clause, now[clause.id]) for clause in clauses))


def _packed_row(clause: Clause, message: Message) -> Row:
    state = "translated" if message.text and not message.is_fuzzy else "fuzzy" if message.text else "missing"
    digest = pair_digest(clause.text, message.text)
    return Row(clause.id, clause.text, message.previous, message.text, "\n".join(message.comments), state, digest)
