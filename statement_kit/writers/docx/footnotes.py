"""`word/footnotes.xml`: the notes, and the lines that part them from the text above."""

from __future__ import annotations

from collections.abc import Iterator

from lxml import etree

from statement_kit.writers.docx.inline import Story
from statement_kit.writers.docx.markup import element
from statement_kit.writers.docx.paragraphs import paragraphs
from statement_kit.writers.docx.properties import SEPARATORS


def separators() -> Iterator[etree._Element]:
    """The line above the notes of a page, and the one above a note that goes on from the page before."""
    for kind, number in SEPARATORS.items():
        line = element("p", element("r", element(kind)))
        yield element("footnote", line, type=kind, id=number)


def footnotes(story: Story) -> Iterator[etree._Element]:
    """The notes, numbered from 1, or on from those of the documents before."""
    for number, paragraph in enumerate(paragraphs(story.notes.blocks, story), story.notes.before + 1):
        yield element("footnote", paragraph, id=str(number))
