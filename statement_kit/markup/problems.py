"""What of a text cannot be set, as findings about its clause: characters, and faults of its markup."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator

from statement_kit.diagnostics import Diagnostic
from statement_kit.markup import FORCED_BREAK, LINE_END, NOTE_SIGN, Inline, MarkKind, parse_inline
from statement_kit.markup.counts import count_faults
from statement_kit.markup.private import private_kinds

_NAMES = {
    "\n": "a line break",
    "\r": "a line break",
    "\t": "a tab",
    NOTE_SIGN: "the sign U+FFFC, which stood for a picture or another object",
}


MOST_CHARACTERS, MOST_IN_ADDRESS = 16_000, 2_000
"""Longest text, and longest address of a link: what makes no string too long for an archive (ISO 19005-2 6.1.13)."""


_SUSPECT = re.compile(
    "[\\x00-\\x1f\\x7f-\\x9f\\u2028\\u2029\\ud800-\\uf8ff\\ufdd0-\\ufdef\\ufffc\\ufffe\\uffff\\U0001fffe-\\U0010ffff]"
)
"""Every character that may be a problem, and few others: texts have none of them, and need no further look."""


def character_problems(clause_id: str, text: str) -> Iterator[Diagnostic]:
    """Each character that cannot be set or whose meaning nobody knows.

    Controls, line and paragraph ends, halves of surrogates, signs for objects; private signs and noncharacters, which
    no archive can keep (ISO 19005-2 6.2.11.7.3).
    """
    if not _SUSPECT.search(text):
        return
    chars = set(text)
    for char in sorted(filter(_is_private, chars)):
        message = f"{clause_id} contains the private sign U+{ord(char):04X}, which each font draws as it likes."
        hint = "Delete it, or type the sign that it stands for."
        yield Diagnostic("statement/private-character", message, hint=hint, clause=clause_id)
    for char in sorted(c for c in chars if c == NOTE_SIGN or unicodedata.category(c) in {"Cc", "Cs", "Zl", "Zp"}):
        what = _NAMES.get(char, f"the invisible control character U+{ord(char):04X}")
        hint = "Delete it; it often comes along when text is copied from a PDF, a table or a web page."
        yield Diagnostic("statement/control-character", f"{clause_id} contains {what}.", hint=hint, clause=clause_id)


def private_problems(what: str, texts: Iterable[str], clause_id: str) -> Iterator[Diagnostic]:
    """Each kind of private data in what would be printed of an endorser; the data are not repeated.

    Args:
        what: What holds the texts, for the message.
        texts: The texts.
        clause_id: The id of the endorser.
    """
    for kind in dict.fromkeys(kind for text in texts for kind in private_kinds(text)):
        message = f"{what} holds something private: {kind}."
        hint = "It would be printed. Delete it: how somebody is reached does not belong into this list."
        yield Diagnostic("endorsers/private", message, hint=hint, clause=clause_id)


def _is_private(char: str) -> bool:
    """Whether Unicode gives a code point no meaning, now and for ever (Unicode 16.0, 23.5 and 23.7)."""
    code_point = ord(char)
    return unicodedata.category(char) == "Co" or code_point & 0xFFFE == 0xFFFE or 0xFDD0 <= code_point <= 0xFDEF


def text_problems(clause_id: str, text: str, rule: str = "statement/markup") -> Iterator[Diagnostic]:
    """Each character of a clause that cannot be set, typed or made by an entity, and each fault of its markup."""
    inline = parse_inline(text)
    typed, breaks = FORCED_BREAK.subn(r"\1", text) if "\n" in text else (text, 0)
    notes = sum(mark.kind is MarkKind.NOTE for mark in inline.marks)
    # What is left of the kit's own signs, once those of forced breaks and notes are gone, was made by an entity.
    read = inline.text.replace(LINE_END, "", breaks).replace(NOTE_SIGN, "", notes)
    if "\n" in typed + read:
        message = f"{clause_id} contains a line break that no backslash forces."
        hint = "One backslash at the end of a line forces a line break; without it, write the text on one line."
        yield Diagnostic("statement/control-character", message, hint=hint, clause=clause_id)
    yield from character_problems(clause_id, (typed + read).replace("\n", ""))
    yield from _length_problems(clause_id, inline)
    for fault in inline.faults:
        yield Diagnostic(rule, f"{clause_id} contains {fault.what}.", hint=fault.hint, clause=clause_id)
    for fault in count_faults(text):
        yield Diagnostic("statement/count", f"{clause_id} contains {fault.what}.", hint=fault.hint, clause=clause_id)


def _length_problems(clause_id: str, inline: Inline) -> Iterator[Diagnostic]:
    length = len(inline.text.encode("utf-16-le", "surrogatepass")) // 2
    if length > MOST_CHARACTERS:
        message = f"{clause_id} has {length:,} characters; at most {MOST_CHARACTERS:,} can be kept in one piece."
        yield Diagnostic("statement/too-long", message, hint="Part it into paragraphs.", clause=clause_id)
    for mark in inline.marks:
        if len(mark.target) > MOST_IN_ADDRESS:
            message = f"{clause_id} leads to an address of {len(mark.target):,} characters."
            hint = f"Find a shorter one: at most {MOST_IN_ADDRESS:,} can be kept."
            yield Diagnostic("statement/too-long", message, hint=hint, clause=clause_id)
