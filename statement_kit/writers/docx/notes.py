"""Notes as Word's own footnotes: how they are counted, and the signs that refer to them (D06).

Their numbers are live, like those of pages, and drawn in the digits of the language by a font of labels (D04). The
label a document has computed could stand as a “custom mark”, but then it must be typed in the note as well, where
LibreOffice prints it a second time.

A footnote has one sign in the text. A second reference to it is a field that repeats the first one's.

Where documents follow one another in a file, its notes count on through all of them. Word could begin anew in each
section (`w:numRestart`), but LibreOffice takes that for each heading, and counts 0, 0, 0.

Where documents stand in columns, Word would count their notes as one row, and put them across the foot of the page: 1
for the Khmer, 2 for the English. There they are typed: they stand below the text, each under its column.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.bookmarks import bookmark_link
from statement_kit.writers.docx.character_styles import FOOTNOTE_REFERENCE
from statement_kit.writers.docx.fields import field
from statement_kit.writers.docx.markup import element
from statement_kit.writers.docx.runs import number_run, text_element


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a document.

    Attributes:
        blocks: The notes, in the order in which the text first refers to them: the first is footnote 1.
        firsts: For each note, by its id, the block and the mark that refer to it first.
        before: How many notes of other documents come before in the file, which counts on from them.
    """

    blocks: tuple[Block, ...]
    firsts: Mapping[str, tuple[str, Mark]]
    before: int = 0

    def reference(self, block: Block, mark: Mark) -> list[etree._Element]:
        """The sign for a note in the text: the footnote's own, or the field that repeats it."""
        own = [note.id for note in self.blocks].index(mark.target) + 1
        number = str(self.before + own)
        bookmark = f"_Note{number}"
        if self.firsts[mark.target] != (block.id, mark):
            return field(f"NOTEREF {bookmark} \\f \\h", number, FOOTNOTE_REFERENCE)
        return [
            element("bookmarkStart", id=str(own), name=bookmark),
            number_run(FOOTNOTE_REFERENCE, element("footnoteReference", id=number)),
            element("bookmarkEnd", id=str(own)),
        ]

    def label(self, note: Block, style_id: str) -> etree._Element:
        """The number before a note, in a character style: what Word puts there."""
        return number_run(style_id, element("footnoteRef"))


class TypedNotes(Notes):
    """Notes that stand in the text, with the numbers that the document has given them."""

    __slots__ = ()

    def reference(self, block: Block, mark: Mark) -> list[etree._Element]:
        """The number of a note in the text, which leads there."""
        return [bookmark_link(mark.target, _typed(block.text[mark.start : mark.end], FOOTNOTE_REFERENCE))]

    def label(self, note: Block, style_id: str) -> etree._Element:
        """The number before a note, in a character style."""
        return _typed(note.label, style_id)


def _typed(number: str, style_id: str) -> etree._Element:
    """A number in the digits of its language, on the axis of its script."""
    made = number_run(style_id, text_element(number))
    if not number.isascii():
        made[0].append(element("cs"))
    return made


def notes_of(document: Document, before: int = 0) -> Notes:
    """The notes of a document, and where it first refers to each; `before` are those of others in the file."""
    firsts: dict[str, tuple[str, Mark]] = {}
    for block, mark in _references(document):
        firsts.setdefault(mark.target, (block.id, mark))
    return Notes(tuple(block for block in document.blocks if block.role is Role.NOTE), firsts, before)


def _references(document: Document) -> Iterator[tuple[Block, Mark]]:
    for block in document.blocks:
        yield from ((block, mark) for mark in block.marks if mark.kind is MarkKind.NOTE)
