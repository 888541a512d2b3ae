"""A text that comes in with a pack: what of it is meant, and what stands against publishing it."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statement_kit.diagnostics import Diagnostic
from statement_kit.markup import parse_inline
from statement_kit.model import Clause
from statement_kit.packs.returned import ReturnedRow, finding
from statement_kit.translation.translate import text_faults
from statement_kit.values import is_blank


def typed_text(text: str) -> str:
    """A text as its translator typed it, one kind of line end in it and no white space around it.

    A line end stays a line end. Markdown has a forced line break, a backslash before it, and the pack shows that
    backslash; whether a line end without one is meant, or came along with a copied text, only its translator knows.
    """
    return text.replace("\r\n", "\n").replace("\r", "\n").strip(" \t\n")


def faults(row: ReturnedRow, clause: Clause, text: str) -> Iterator[Diagnostic]:
    """What the guard would refuse the text for (`statement_kit.translation.translate`), with the place of its row.

    Args:
        row: Where it comes from.
        clause: The clause, with the source that the text was made from.
        text: The translation.
    """
    if is_blank(parse_inline(text).text):
        hint = "Write the translation, or empty the cell."
        yield finding("no-words", f"{clause.id} has signs, but no words.", row.place, hint, clause.id)
        return
    for fault in text_faults(clause, text, row.place):
        yield replace(fault, rule=fault.rule.replace("catalog/", "pack/"))
