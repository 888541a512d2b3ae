"""Notes as Word's own footnotes: how they are counted, and the signs that refer to them (D06).

Their numbers are live, like those of pages, and drawn in the digits of the language by a font of labels (D04). The
label a document has computed could stand as a “custom mark”, but then it must be typed in the note as well, where
LibreOffice prints it a second time.

A footnote has one sign in the text. A second reference to it is a field that repeats the first one's.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from statement_kit.document.blocks import Block, Document, Role
from statement_kit.markup import Mark, MarkKind
from statement_kit.writers.docx.character_styles import FOOTNOTE_REFERENCE
from statement_kit.writers.docx.fields import field
from statement_kit.writers.docx.markup import element
from statement_kit.writers.docx.runs import number_run


@dataclass(frozen=True, slots=True)
class Notes:
    """The notes of a document.

    Attributes:
        blocks: The notes, in the order in which the text first refers to them: the first is footnote 1.
        firsts: For each note, by its id, the block and the mark that refer to it first.
    """

    blocks: tuple[Block, ...]
    firsts: Mapping[str, tuple[str, Mark]]

    def reference(self, block: Block, mark: Mark) -> list[etree._Element]:
        """The sign for a note in the text: the footnote's own, or the field that repeats it."""
        number = str([note.id for note in self.blocks].index(mark.target) + 1)
        bookmark = f"_Note{number}"
        if self.firsts[mark.target] != (block.id, mark):
            return field(f"NOTEREF {bookmark} \\f \\h", number, FOOTNOTE_REFERENCE)
        return [
            element("bookmarkStart", id=number, name=bookmark),
            number_run(FOOTNOTE_REFERENCE, element("footnoteReference", id=number)),
            element("bookmarkEnd", id=number),
        ]


def notes_of(document: Document) -> Notes:
    """The notes of a document, and where it first refers to each."""
    firsts: dict[str, tuple[str, Mark]] = {}
    for block, mark in _references(document):
        firsts.setdefault(mark.target, (block.id, mark))
    return Notes(tuple(block for block in document.blocks if block.role is Role.NOTE), firsts)


def _references(document: Document) -> Iterator[tuple[Block, Mark]]:
    for block in document.blocks:
        yield from ((block, mark) for mark in block.marks if mark.kind is MarkKind.NOTE)
