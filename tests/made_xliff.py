"""Packs to write as XLIFF: one of a real statement in every state, and small ones."""

from __future__ import annotations

from itertools import cycle
from pathlib import Path

from statement_kit.packs.pack import Pack, Row
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.glossary import Term
from statement_kit.translation.po_file import read_po_file

EVERYTHING = Path(__file__).parent / "statements" / "everything"
STATES = ("translated", "fuzzy", "stale", "reviewed", "approved", "missing")

TERMS = (
    Term("Joint Commission", {"km": ("គណៈកម្មការចម្រុះ", "គណៈកម្មាធិការចម្រុះ")}, "Of 2000."),  # joint commission, twice
    Term("peace", {"th": ("สันติภาพ",)}),  # peace
    Term("charter", {}, "Leave it in English."),
    Term("nowhere", {"km": ("គ្មានទីណា",)}),  # nowhere
)


def row(source: str, text: str, state: str = "translated", clause: str = "demand.1.1", **parts: str) -> Row:
    """A row with its digest."""
    return Row(clause, source, parts.get("previous", ""), text, parts.get("note", ""), state, pair_digest(source, text))


def pack(*rows: Row, language: str = "km") -> Pack:
    """A pack of some rows."""
    return Pack("border-families", "en", language, rows, TERMS)


def whole(language: str = "km") -> Pack:
    """A statement with everything, its clauses in every state in turn."""
    file = read_po_file((EVERYTHING / "translations" / f"{language}.po").read_bytes(), language)
    rows = [
        row(
            message.source,
            "" if state == "missing" else message.text,
            state,
            message.clause,
            previous=f"{message.source} *before*" if state == "stale" else "",
            note="\n".join(message.comments),
        )
        for message, state in zip(file.messages, cycle(STATES), strict=False)
    ]
    return pack(*rows, language=language)
