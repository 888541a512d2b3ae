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
from made_parallels import SETS, of

from statement_kit import PROFILES
from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.document.parallel import ANNEX_ROLES, Parallel, levels
from statement_kit.editions import Arrangement
from statement_kit.languages.numbers import in_digits, label
from statement_kit.languages.registry import Alignment
from statement_kit.layout.pages import lay_out
from statement_kit.markup import MarkKind
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


@pytest.mark.parametrize("look", ["letterhead", "loud"])
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


def _together(
    document: Callable[[str], Document], tags: tuple[str, ...], arrangement: Arrangement, brand: Brand
) -> Parallel:
    """The documents of these languages in one file, their labels in a brand's forms."""
    return of({tag: with_label_forms(document(tag), brand) for tag in tags}, tags, arrangement)


def _whole(file: bytes, bare: Callable[[str], str]) -> list[str]:
    """What the paragraphs of a DOCX say, labels and all, and then its notes."""
    said = [bare(one.drawn + one.text) for one in docx_reading.paragraphs(file) if one.text.strip()]
    has_notes = bool(docx_reading.part(file, "word/settings.xml").xpath("//w:footnote", namespaces=docx_reading.NS))
    return said + [bare(number + text) for number, text in docx_reading.notes(file)] if has_notes else said


def _counted_on(block: Block, document: Document, before: int) -> str:
    """A block whose notes are counted on from those of other documents."""

    def moved(number: str) -> str:
        digits = document.language.label_digits
        return in_digits(before + int(number), digits)  # int knows the digits of all scripts

    text = block.text
    for mark in reversed([mark for mark in block.marks if mark.kind is MarkKind.NOTE]):
        text = text[: mark.start] + moved(text[mark.start : mark.end]) + text[mark.end :]
    mark = moved(block.label) if block.role is Role.NOTE else block.label
    return replace(block, text=text, label=mark).whole_text


@pytest.mark.parametrize("look", ["kit", "loud"])
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
@pytest.mark.parametrize("arrangement", Arrangement)
def test_the_pdf_of_a_parallel_edition_holds_every_version_whole_and_in_its_order(
    document: Callable[[str], Document],
    arrangement: Arrangement,
    tags: tuple[str, ...],
    look: str,
    library: FontLibrary,
    bare: Callable[[str], str],
) -> None:
    brand = replace(BRANDS[look], alignment=RAGGED)
    content = _together(document, tags, arrangement, brand)
    read = clause_texts(write_pdf(content, lay_out(content, brand, library)))
    for number, one in enumerate(content.documents):
        has_head = arrangement is Arrangement.IN_TURN or number == 0
        head = brand.letterhead_blocks(one.language.tag) if has_head else ()
        expected = [(f"{one.prefix}{block.id}", bare(block.whole_text)) for block in head]
        expected += [(block.id, bare(block.whole_text)) for block in one.blocks]
        pictures = [f"{one.prefix}{name}" for name in brand.logos if has_head] + [logo.id for logo in one.wall]
        # PDFium takes the author's own hyphen at a line's end for one that parts a word.
        own = {clause: text.replace("\x02", "-") for clause, text in read.items() if clause.startswith(one.prefix)}
        found = {clause: bare(text) for clause, text in own.items()}
        assert [clause for clause in found if clause in pictures] == pictures
        assert [(clause, text) for clause, text in found.items() if clause not in pictures] == expected


@pytest.mark.parametrize("look", ["kit", "loud"])
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
def test_a_docx_in_turn_says_each_version_behind_the_other(
    document: Callable[[str], Document], tags: tuple[str, ...], look: str, bare: Callable[[str], str]
) -> None:
    brand = replace(BRANDS[look], alignment=RAGGED)
    content = _together(document, tags, Arrangement.IN_TURN, brand)
    body, notes = list[str](), list[str]()
    for one in content.documents:
        body += [bare(block.whole_text) for block in brand.letterhead_blocks(one.language.tag)]
        before = len(notes)
        for block in one.blocks:
            (notes if block.role is Role.NOTE else body).append(bare(_counted_on(block, one, before)))
    assert _whole(docx_of(content, brand), bare) == [*body, *notes]


@pytest.mark.parametrize("look", ["kit", "loud"])
@pytest.mark.parametrize("tags", SETS[-1:], ids="+".join)
def test_a_docx_side_by_side_says_clause_by_clause_what_each_version_says(
    document: Callable[[str], Document], tags: tuple[str, ...], look: str, bare: Callable[[str], str]
) -> None:
    brand = replace(BRANDS[look], alignment=RAGGED)
    content = _together(document, tags, Arrangement.SIDE_BY_SIDE, brand)
    documents = content.documents
    expected = [bare(block.whole_text) for block in brand.letterhead_blocks(tags[0])]
    expected += [one.language.endonym for one in documents]
    expected += [bare(block.whole_text) for level in levels(documents).values() for block in level if block]
    for roles in ({Role.NOTE}, ANNEX_ROLES):
        expected += [bare(block.whole_text) for one in documents for block in one.blocks if block.role in roles]
    assert _whole(docx_of(content, brand), bare) == expected
