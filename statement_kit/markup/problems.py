"""What of a text cannot be set, as findings about its clause: characters, and faults of its markup."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator

from statement_kit.diagnostics import Diagnostic
from statement_kit.markup import FORCED_BREAK, LINE_END, NOTE_SIGN, MarkKind, parse_inline

_NAMES = {
    "\n": "a line break",
    "\r": "a line break",
    "\t": "a tab",
    NOTE_SIGN: "the sign U+FFFC, which stood for a picture or another object",
}


def character_problems(clause_id: str, text: str) -> Iterator[Diagnostic]:
    """Each character that cannot be set: controls, line and paragraph ends, halves of surrogates, signs for objects."""
    for char in sorted({c for c in text if c == NOTE_SIGN or unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}}):
        what = _NAMES.get(char, f"the invisible control character U+{ord(char):04X}")
        hint = "Delete it; it often comes along when text is copied from a PDF, a table or a web page."
        yield Diagnostic("statement/control-character", f"{clause_id} contains {what}.", hint=hint, clause=clause_id)


def text_problems(clause_id: str, text: str, rule: str = "statement/markup") -> Iterator[Diagnostic]:
    """Each character of a clause that cannot be set, typed or made by an entity, and each fault of its markup."""
    inline = parse_inline(text)
    typed, breaks = FORCED_BREAK.subn(r"\1", text)
    notes = sum(mark.kind is MarkKind.NOTE for mark in inline.marks)
    # What is left of the kit's own signs, once those of forced breaks and notes are gone, was made by an entity.
    read = inline.text.replace(LINE_END, "", breaks).replace(NOTE_SIGN, "", notes)
    if "\n" in typed + read:
        message = f"{clause_id} contains a line break that no backslash forces."
        hint = "One backslash at the end of a line forces a line break; without it, write the text on one line."
        yield Diagnostic("statement/control-character", message, hint=hint, clause=clause_id)
    yield from character_problems(clause_id, (typed + read).replace("\n", ""))
    for fault in inline.faults:
        yield Diagnostic(rule, f"{clause_id} contains {fault.what}.", hint=fault.hint, clause=clause_id)
