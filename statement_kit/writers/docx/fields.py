"""Fields: what a word processor works out by itself, such as the number of a page."""

from __future__ import annotations

from lxml import etree

from statement_kit.writers.docx.markup import XML_SPACE, element
from statement_kit.writers.docx.runs import number_run


def field(code: str, shown: str, style_id: str) -> list[etree._Element]:
    """A field in runs of one character style.

    Each part is a run of its own: of a `w:fldSimple` Word keeps no style when it works the field out anew, and pandoc
    drops what it shows.

    Args:
        code: What is to be worked out: `PAGE`, or `NOTEREF` with the name of a bookmark.
        shown: What stands in its place until then.
        style_id: The style.
    """
    instruction, result = element("instrText"), element("t")
    instruction.set(XML_SPACE, "preserve")
    instruction.text, result.text = f" {code} ", shown
    parts = (_edge("begin"), instruction, _edge("separate"), result, _edge("end"))
    return [number_run(style_id, part) for part in parts]


def _edge(kind: str) -> etree._Element:
    return element("fldChar", fldCharType=kind)
