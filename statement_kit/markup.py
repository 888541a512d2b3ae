"""Inline Markdown: what stands out within a text, kept beside the text and not in it."""

from __future__ import annotations

from enum import StrEnum
from typing import NamedTuple

LINE_END = "\u2028"
"""What a forced line break is in a final text: U+2028 LINE SEPARATOR."""


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
        target: Where a link leads (a URI); or the id of the block that a note's reference stands for.
    """

    start: int
    end: int
    kind: MarkKind
    target: str = ""
