"""What the tests of the DOCX writer share: files of the example, their parts, and text as readers see it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

import docx_reading
import pytest
from lxml import etree
from made_docx import docx_of

from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import get_language
from statement_kit.markup import NOTE_SIGN, parse_inline

Part = Callable[[bytes, str], etree._Element]


@pytest.fixture(scope="session")
def docx_files(documents: dict[str, Document]) -> dict[str, bytes]:
    """The first statement as DOCX in each language."""
    return {language: docx_of(document, Brand()) for language, document in documents.items()}


@pytest.fixture(scope="session")
def everything_files(everything: dict[str, Document]) -> dict[str, bytes]:
    """That statement as DOCX in each language."""
    return {language: docx_of(document, Brand()) for language, document in everything.items()}


@pytest.fixture(scope="session")
def press_files(press: dict[str, Document]) -> dict[str, bytes]:
    """A press release with all its furniture as DOCX in each language."""
    return {language: docx_of(document, Brand()) for language, document in press.items()}


@pytest.fixture(scope="session")
def every_role_files(press: dict[str, Document]) -> dict[str, bytes]:
    """The same with a paragraph of every role, also of those that a language has no use for."""
    mark = Block("end-mark", Role.END_MARK, "ASEAN")
    return {
        language: docx_of(replace(document, blocks=(mark, *(b for b in document.blocks if b.id != mark.id))))
        for language, document in press.items()
    }


@pytest.fixture(scope="session")
def part() -> Part:
    """The XML of a part of a file, by its path."""
    return docx_reading.part


@pytest.fixture(scope="session")
def shown() -> Callable[[etree._Element], str]:
    """XML for review: what has no ink is written as a reference."""

    def show(xml: etree._Element) -> str:
        text = etree.tostring(xml, pretty_print=True, encoding="unicode")
        return text.replace("\u200b", "&#x200B;").replace("\u2060", "&#x2060;").replace("\u00a0", "&#xA0;")

    return show


@pytest.fixture
def marked() -> Callable[..., Block]:
    """A block of a text with Markdown in it; the numbers of its notes come in order."""

    def make(role: Role, text: str, *, block_id: str = "p", label: str = "", numbers: str = "123") -> Block:
        inline = parse_inline(text)
        final = inline.text
        for number in numbers:
            final = final.replace(NOTE_SIGN, number, 1)
        return Block(block_id, role, final, label, inline.marks)

    return make


@pytest.fixture
def document_of() -> Callable[..., Document]:
    """A document of these blocks in a language."""

    def make(language: str, *blocks: Block) -> Document:
        page_labels = PageLabels("Page {page} of {pages}", "0123456789")
        return Document(get_language(language), "Title", "2025-07-28", blocks, "Running head", page_labels)

    return make
