"""DOCX files read again by other programs, and edited in one: the same headings, numbers and words; lists count on."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import docx
import docx_reading
import pymupdf
import pytest
from made_docx import docx_of

from statement_kit.document.blocks import HEADING_LEVELS, Block, Document, Role

LANGUAGES = ["en", "km", "th"]
EDITOR = Path(__file__).parent / "edit_in_libreoffice.py"
HEADINGS = HEADING_LEVELS.keys() - {Role.TITLE}

Bare = Callable[[str], str]


@pytest.fixture(params=["example", "everything"])
def statement(
    request: pytest.FixtureRequest, documents: dict[str, Document], everything: dict[str, Document]
) -> dict[str, Document]:
    """Each statement in turn, in every language."""
    return documents if request.param == "example" else everything


def text_blocks(document: Document) -> list[Block]:
    """What stands in the body: everything but the notes."""
    return [block for block in document.blocks if block.role is not Role.NOTE]


@pytest.mark.parametrize("language", LANGUAGES)
def test_python_docx_reads_it_and_writes_it_again_with_every_heading_number_word_and_font(
    language: str, statement: dict[str, Document], bare: Bare
) -> None:
    file = docx_of(statement[language])
    opened = docx.Document(BytesIO(file))
    names = [one.style.name for one in opened.paragraphs if one.style]
    assert names.count("Title") == 1
    assert names.count("Heading 1") == sum(block.role is Role.DEMAND_HEADING for block in statement[language].blocks)
    assert opened.core_properties.title == statement[language].title.replace("\u2028", " ")
    stream = BytesIO()
    opened.save(stream)
    again = stream.getvalue()
    expected = [bare(block.whole_text) for block in text_blocks(statement[language])]
    assert [bare(one.drawn + one.text) for one in docx_reading.paragraphs(again) if one.text] == expected
    assert docx_reading.embedded_fonts(again).keys() == docx_reading.embedded_fonts(file).keys()


@pytest.fixture
def pandoc(judge: Callable[..., str], tmp_path: Path) -> Callable[[Document], list[dict[str, Any]]]:
    """The blocks that pandoc finds in a document's DOCX."""

    def read(document: Document) -> list[dict[str, Any]]:
        path = tmp_path / "statement.docx"
        path.write_bytes(docx_of(document))
        command = [judge("pandoc"), "--from", "docx", "--to", "json", path]
        found: list[dict[str, Any]] = json.loads(subprocess.run(command, capture_output=True, check=True).stdout)[
            "blocks"
        ]
        return found

    return read


def said(element: Any) -> str:
    """The words of a piece of pandoc's tree; a note's number stands for the note."""
    if isinstance(element, list):
        return "".join(map(said, element))
    kind, content = element["t"], element.get("c")
    if kind == "Str":
        return str(content)
    if kind in ("Space", "SoftBreak", "LineBreak"):
        return " "
    if kind == "Note":
        return "\0"
    if kind == "Quoted":
        marks = "‘’" if content[0]["t"] == "SingleQuote" else "“”"
        return marks[0] + said(content[1]) + marks[1]
    pieces = content if isinstance(content, list) else []
    return "".join(said(piece) for piece in pieces if isinstance(piece, list | dict) and _is_content(piece))


def _is_content(piece: Any) -> bool:
    """Whether it is a piece of the tree, and no attribute of one."""
    if isinstance(piece, dict):
        return "t" in piece
    return all(isinstance(one, list | dict) and _is_content(one) for one in piece)


def entries(blocks: list[dict[str, Any]]) -> Iterator[tuple[str, str, str]]:
    """Kind, label and words of each heading, paragraph and entry of a list."""
    for block in blocks:
        kind, content = block["t"], block["c"]
        if kind == "OrderedList":
            (start, style, _), items = content
            for number, item in enumerate(items, start):
                yield style["t"], str(number), said(item)
        elif kind == "BulletList":
            yield from ((kind, "•", said(item)) for item in content)
        elif kind == "BlockQuote":
            yield from ((kind, "", said(one)) for one in content)
        elif kind == "Header":
            yield f"Header {content[0]}", "", said(content[2])
        else:
            yield kind, "", said(content)


def expected(block: Block) -> tuple[str, str]:
    """The label and the words of a block as pandoc has them: it knows no numbers of headings."""
    text = block.text
    for mark in reversed(block.marks):
        if mark.kind == "note":
            text = f"{text[: mark.start]}\0{text[mark.end :]}"
    label = "" if block.role in HEADINGS else str(block.number) if block.number else block.label
    return label, text


@pytest.mark.judge("pandoc")
@pytest.mark.parametrize("language", LANGUAGES)
def test_pandoc_finds_the_same_headings_lists_and_words(
    language: str, statement: dict[str, Document], pandoc: Callable[[Document], list[dict[str, Any]]], bare: Bare
) -> None:
    """Of a note referred to again pandoc makes the number that stands there."""
    blocks = text_blocks(statement[language])
    found = list(entries(pandoc(statement[language])))
    assert [kind == "Header 1" for kind, _, _ in found] == [block.role in HEADINGS for block in blocks]
    lists = [(kind, block.role) for (kind, _, _), block in zip(found, blocks, strict=True) if block.label]
    assert {kind for kind, role in lists if role is Role.ENDORSER} <= {"Decimal", "DefaultStyle"}
    again = re.compile(r"(?<=[^\0\d])1(?=\D)")
    for (_, label, text), block in zip(found, blocks, strict=True):
        assert (label, again.sub("\0", bare(text))) == (
            expected(block)[0],
            again.sub("\0", bare(expected(block)[1])),
        )


@pytest.fixture(scope="session")
def uno_python(judge: Callable[..., str]) -> str:
    """A Python that has LibreOffice's `uno` module."""
    judge("soffice")
    python = judge("python3", at="/usr/bin/python3")
    if subprocess.run([python, "-c", "import uno"], capture_output=True, check=False).returncode:
        return judge("python3-uno")
    return python


@pytest.mark.judge("soffice")
@pytest.mark.parametrize("language", LANGUAGES)
def test_a_document_edited_in_libreoffice_numbers_itself_anew(
    language: str, documents: dict[str, Document], uno_python: str, judge: Callable[..., str], tmp_path: Path
) -> None:
    """D03: the third demand is removed and an endorser comes after the fiftieth; what is below counts on."""
    source, pdf = tmp_path / "statement.docx", tmp_path / "edited.pdf"
    source.write_bytes(docx_of(documents[language]))
    command = [uno_python, EDITOR, judge("soffice"), tmp_path / "profile", source, pdf]
    edited = json.loads(subprocess.run(command, capture_output=True, check=True, timeout=120).stdout)
    demands = {when: [row for row in rows if row[0] == "Heading 1"] for when, rows in edited.items()}
    signed = {when: [row for row in rows if row[0] == "Endorser"] for when, rows in edited.items()}
    assert [label for _, label, _ in demands["before"]] == [f"{n}." for n in range(1, 9)]
    assert [label for _, label, _ in demands["after"]] == [f"{n}." for n in range(1, 8)]
    assert [row[2] for row in demands["after"]] == [row[2] for row in demands["before"] if row[1] != "3."]
    assert [label for _, label, _ in signed["after"]] == [f"{n}." for n in range(1, 104)]
    assert signed["after"][50][2] == "Peace Boats of the Tonle Sap"
    assert signed["after"][51][2] == signed["before"][50][2]
    if language != "en":
        assert label_font(pdf, "103.") == {"km": "NotoSerifKhmerLabels", "th": "TavirajLabels"}[language]


def label_font(pdf: Path, label: str) -> str:
    """The family a label of a PDF is set in."""
    with pymupdf.open(pdf) as opened:
        blocks = [block for page in opened for block in page.get_text("dict")["blocks"]]
    spans = [span for block in blocks for line in block.get("lines", ()) for span in line["spans"]]
    (found,) = (span["font"] for span in spans if span["text"].strip() == label)
    return str(found.split("-")[0])
