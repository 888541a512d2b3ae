"""Letters between which a line may end whatever else stands around: a short way to what the rules say of all.

Nearly every place that a dictionary proposes is one of these, and judging it by every rule takes ten times as long.
"""

from __future__ import annotations

from string import ascii_letters, digits

_ALPHANUMERIC = frozenset(ascii_letters + digits)
_KHMER_LETTERS = frozenset(map(chr, range(0x1780, 0x17B4)))
_KHMER_SIGNS = frozenset(map(chr, range(0x17B6, 0x17D2)))
_THAI_LETTERS = frozenset(map(chr, range(0x0E01, 0x0E2F)))
_THAI_SIGNS = frozenset(map(chr, (*range(0x0E30, 0x0E3B), 0x0E45, *range(0x0E47, 0x0E4F))))

_STARTS = _ALPHANUMERIC | _KHMER_LETTERS | _THAI_LETTERS | frozenset("เแโใไ")
_ENDS = _ALPHANUMERIC | _KHMER_LETTERS | _KHMER_SIGNS | _THAI_LETTERS | _THAI_SIGNS
"""What may begin a line whatever stands before it, and what may end one whatever follows (L01, L03, L07)."""


def parts_plain_words(text: str, at: int) -> bool:
    """Whether such letters stand on either side of an offset, or behind one space."""
    before = text[at - 1]
    if before == " ":
        before = text[at - 2 : at - 1] if at > 1 else ""
    return text[at] in _STARTS and before in _ENDS


def is_plain_end(char: str) -> bool:
    """Whether a character is a letter or a sign that any line may end with."""
    return char in _ENDS
