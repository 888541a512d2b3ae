"""Inline Markdown: what stands out within a text, kept beside the text and not in it.

A clause is CommonMark as it was typed; `parse_inline` gives its final text. Markdown's own parser is
loaded only for a text that holds one of the characters it reacts to.
"""

from __future__ import annotations

import re
import unicodedata
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple

LINE_END = "\u2028"
"""What a forced line break is in a final text: U+2028 LINE SEPARATOR."""

NOTE_SIGN = "\ufffc"
"""What a note's reference is in a parsed text until it has its number: U+FFFC OBJECT REPLACEMENT CHARACTER."""

NOTE_NAME = re.compile(r"[A-Za-z0-9][A-Za-z0-9_-]*")
"""What a note may be called; the name is part of a clause id and is never printed."""

FORCED_BREAK = re.compile(r"(?<!\\)((?:\\\\)*)\\\n")
"""A line break that is meant, as it stands in a clause: a backslash that nothing escapes, and a line feed."""

_REACTS = re.compile(r"[\\`*_\[<&]|~~")
"""What Markdown reacts to within a text."""

_WITHOUT_SPACES = ("KHMER", "THAI", "LAO", "MYANMAR")
"""Beginnings of the Unicode names of letters that are written without spaces between words."""


class MarkKind(StrEnum):
    """What a stretch of text is marked as."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    NOTE = "note"


class Mark(NamedTuple):
    """A marked stretch of a text.

    Attributes:
        start: Where it begins, in code points.
        end: Where it ends.
        kind: What it is marked as.
        target: Where a link leads: a URI, or `#` and the id of a part (`#demand.3`); or the id of the block that a
            note's reference stands for.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""


class Fault(NamedTuple):
    """Something in a text that cannot be set: where it stands as typed, what it is, and what to do about it."""

    at: int
    what: str
    hint: str


class Inline(NamedTuple):
    """A text with its Markdown read.

    Attributes:
        text: The text itself; a forced line break is `LINE_END`, a reference to a note `NOTE_SIGN`.
        marks: What stands out in it, in the order it begins, an outer mark before those it holds.
        faults: What in it cannot be set; the text is then final for nobody.
        soft_breaks: Line feeds that are no forced line breaks: where each stands as typed, and where in the text.
    """

    text: str
    marks: tuple[Mark, ...] = ()
    faults: tuple[Fault, ...] = ()
    soft_breaks: tuple[tuple[int, int], ...] = ()


@lru_cache(maxsize=16384)  # a clause is read by whoever looks at it: the model, the guard, the alarms, composition
def parse_inline(text: str) -> Inline:
    """Read the Markdown of a clause, or of the typed lines of a paragraph."""
    if not _REACTS.search(text):
        return Inline(text, soft_breaks=tuple((match.start(), match.start()) for match in re.finditer("\n", text)))
    from statement_kit.markup.commonmark import read_commonmark

    return read_commonmark(text)


def address_of(target: str) -> str:
    """The address that a link leads to, as a reader would type it or say it."""
    return re.sub(r"^(mailto|tel):", "", target)


def note_id(name: str) -> str:
    """The clause id of a note, and of its block."""
    return f"note.{name}"


def is_unspaced(char: str) -> bool:
    """Whether it is a Khmer, Thai, Lao or Burmese letter or vowel; ๆ and ៗ ("again") are not, a space follows them."""
    if not char or unicodedata.category(char) == "Lm" or unicodedata.category(char)[0] not in "LM":
        return False
    return unicodedata.name(char, "").startswith(_WITHOUT_SPACES)
