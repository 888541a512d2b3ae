"""PDF, DOCX and the document say the same: every clause once, in one order, with one label."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from pathlib import Path

import docx_reading
import pytest
from made_annexes import everything_of, listed, organisations, people
from made_brands import MADE_BRANDS
from made_docx import docx_of

from statement_kit import PROFILES
from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.numbers import label
from statement_kit.languages.registry import Alignment
from statement_kit.layout.pages import lay_out
from statement_kit.proof import clause_texts
from statement_kit.source.folder import load_folder
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]
RAGGED = dict.fromkeys(LANGUAGES, Alignment.RAGGED)
"""So that no word of the PDF is parted by a hyphen, which readers show in ways of their own."""

BRANDS = {
    **MADE_BRANDS,
    "kit": Brand(),
    "th-official": PROFILES["th-official"],
    "letterhead": load_folder(Path(__file__).parent / "statements" / "branded").brand,
}


def _alphabetical(language: str) -> Document:
    """An annex whose numbers are those of another order."""
    document = listed(language, ("", people(30)), withheld=True)
    numbers = iter(7 * number % 30 + 1 for number in range(30))
    return replace(
        document,
        blocks=tuple(
            replace(block, number=(number := next(numbers)), label=label(number, document.language))
            if block.number
            else block
            for block in document.blocks
        ),
    )


ANNEXES: Mapping[str, Callable[[str], Document]] = {
    "annex": everything_of,
    "annex in another order": _alphabetical,
    "annex without numbers": lambda language: listed(language, ("", organisations(9)), is_numbered=False, links=True),
}


@pytest.fixture(params=["example", "everything", "press", *ANNEXES])
def document(
    request: pytest.FixtureRequest,
    documents: dict[str, Document],
    everything: dict[str, Document],
    press: dict[str, Document],
) -> Callable[[str], Document]:
    """Each statement in turn, in a language."""
    if request.param in ANNEXES:
        return ANNEXES[request.param]
    chosen = {"example": documents, "everything": everything, "press": press}[request.param]
    return lambda language: chosen[language]


@pytest.mark.parametrize("look", BRANDS)
@pytest.mark.parametrize("language", LANGUAGES)
def test_pdf_docx_and_document_hold_the_same_clauses_in_the_same_order_with_the_same_labels(
    document: Callable[[str], Document], language: str, look: str, library: FontLibrary, bare: Callable[[str], str]
) -> None:
    brand = replace(BRANDS[look], alignment=RAGGED)
    content = with_label_forms(document(language), brand)
    blocks = (*brand.letterhead_blocks(language), *content.blocks)
    expected = [(block.id, bare(block.whole_text)) for block in blocks]
    read = clause_texts(write_pdf(content, lay_out(content, brand, library)))
    logos = [read.pop(name) for name in brand.logos]
    wall = {logo.id: read.pop(logo.id) for logo in content.wall}
    assert [(clause, bare(text)) for clause, text in read.items()] == expected
    assert logos == [logo.alt[language] for logo in brand.logos.values()]
    assert list(wall.items()) == [(logo.id, logo.alt) for logo in content.wall]
    assert docx_clauses(file := docx_of(content, brand), blocks, bare) == expected
    assert docx_words_of_pictures(file) == [*logos, *wall.values()]


def docx_clauses(file: bytes, blocks: tuple[Block, ...], bare: Callable[[str], str]) -> list[tuple[str, str]]:
    """What each paragraph and note of a DOCX says, beside the id of the block whose place it has.

    Notes stand in a part of their own, in the order in which the document has them.
    """
    body = [one.drawn + one.text for one in docx_reading.paragraphs(file) if one.text.strip()]
    has_notes = any(block.role is Role.NOTE for block in blocks)
    notes = [number + text for number, text in docx_reading.notes(file)] if has_notes else []
    texts = {True: iter(notes), False: iter(body)}
    found = [(block.id, bare(next(texts[block.role is Role.NOTE], ""))) for block in blocks]
    assert [list(left) for left in texts.values()] == [[], []], "nothing is left over"
    return found


def docx_words_of_pictures(file: bytes) -> list[str]:
    """What is said of the pictures of a DOCX, in its order."""
    return [str(one) for one in docx_reading.part(file, "word/document.xml").xpath("//*[local-name()='docPr']/@descr")]
