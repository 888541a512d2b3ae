"""Headers and footers: running head on all pages but the first, which has a letterhead; page numbers on all.

Page numbers are live fields, so they stay right when the text is edited. Their digits are ASCII in every
language: Word has no page number format for Khmer, and for Thai readers disagree about the one there is.
"""

from __future__ import annotations

from collections.abc import Iterator
from string import Formatter

from lxml import etree

from statement_kit.document.blocks import Role
from statement_kit.writers.docx.line_ends import with_line_ends
from statement_kit.writers.docx.looks import LATIN, Looks
from statement_kit.writers.docx.markup import element, root
from statement_kit.writers.docx.paragraphs import styled_paragraph
from statement_kit.writers.docx.runs import Voice, plain_voice, run, text_runs
from statement_kit.writers.docx.styles import FOOTER, ROLE_STYLES

_FIELDS = {"page": "PAGE", "pages": "NUMPAGES"}


def running_header(looks: Looks) -> etree._Element:
    """The head of every page but the first."""
    return root("hdr", furniture_line(Role.FURNITURE, looks.document.running_head, looks))


def footer(looks: Looks) -> etree._Element:
    """The page label, its numbers as fields."""
    voice = plain_voice(looks, Role.FURNITURE)
    return root("ftr", styled_paragraph(FOOTER, *_page_label(looks.document.page_labels.pattern, voice)))


def furniture_line(role: Role, text: str, looks: Looks) -> etree._Element:
    """A paragraph that stands around the text."""
    runs = text_runs(with_line_ends(text, looks.language), plain_voice(looks, role))
    return styled_paragraph(ROLE_STYLES[role].id, *runs)


def _page_label(pattern: str, voice: Voice) -> Iterator[etree._Element]:
    for words, field, _, _ in Formatter().parse(pattern):
        yield from text_runs(words, voice)
        if field is not None:
            yield _field(_FIELDS[field], voice)


def _field(code: str, voice: Voice) -> etree._Element:
    """A field and what stands in its place until a reader has counted the pages."""
    shown = element("t")
    shown.text = "1"
    return element("fldSimple", run(voice, LATIN, shown), instr=f" {code} ")
