"""A text made ready to be compared: its Markdown read, its digits ASCII, addresses taken out."""

from __future__ import annotations

import re
from dataclasses import dataclass

from statement_kit.languages.registry import ASCII_DIGITS, KHMER_DIGITS, THAI_DIGITS
from statement_kit.languages.wording import Wording, wording_of
from statement_kit.markup import LINE_END, NOTE_SIGN, Inline, MarkKind, parse_inline
from statement_kit.markup.counts import without_numbers

_LONGEST_PIECE = 60
"""Characters of a piece of text that a message shows."""

INVISIBLE = "\u00ad\u200b\u200c\u200d\u2060\ufeff"
"""Soft hyphen, zero-width space, joiners, byte order mark: what may stand in a word without being part of it."""

ADDRESS = re.compile(
    r"[\w.+-]{1,64}@[\w-]+(?:\.[\w-]+)+"  # an e-mail address; what stands before its @ is bounded (RFC 5321, 4.5.3.1.1)
    r"|(?:https?://|www\.)[^\s<>()\[\]{}\u1780-\u17ff\u0e00-\u0e7f“”\"]+",  # the address of a page
    re.IGNORECASE,
)
TELEPHONE = re.compile(r"[+(0០๐](?<![\w+.,-].)(?<!\d .)(?:(?<=\+)\s?\d|(?<=\()[0០๐]|)[\d \u00a0().-]{6,}\d(?![\w-])")
"""A telephone number: it begins with + or 0, and has eight digits or more, in any digits."""

NATIVE_DIGITS = str.maketrans(KHMER_DIGITS + THAI_DIGITS, ASCII_DIGITS * 2)

_MARKDOWN = re.compile(r"[\\`*_\[<&~]")
"""What Markdown may react to."""

_PLACEHOLDER = re.compile(r"\{[^{}]*\}")
_PLAIN = str.maketrans(
    {LINE_END: " ", NOTE_SIGN: " ", "\n": " ", "\u00a0": " ", "\u202f": " ", "\u2009": " "}
    | {"’": "'", "\u2010": "-", "\u2011": "-"}
    | dict.fromkeys(INVISIBLE)
)
_NOT_PLAIN = re.compile("[\n\u00a0\u00ad\u200b-\u200d\u2009-\u2011\u2019\u2028\u202f\u2060\ufeff\ufffc]")
_NATIVE = re.compile("[\u17e0-\u17e9\u0e50-\u0e59]")


@dataclass(frozen=True, slots=True)
class Reading:
    """A text of a pair.

    Attributes:
        typed: The text as it was typed.
        plain: What a reader reads: no Markdown, no invisible characters, white space as spaces, ’ as '; and of each
            count its words alone, those that go with most numbers.
        prose: The same without addresses, telephone numbers and placeholders, and with ASCII digits.
        folded: The prose in small letters, without names that look like words of duty (the month of May).
        is_marked: Whether some of it is emphasised.
        linked: What is written as a link, and so held to its source elsewhere.
        wording: What is known of its language, or None.
    """

    typed: str
    plain: str
    prose: str
    folded: str
    is_marked: bool
    linked: str
    wording: Wording | None


def read(text: str, language: str) -> Reading:
    """Make a text ready."""
    worded = without_numbers(text, " ") if "{" in text else text
    inline = parse_inline(worded) if _MARKDOWN.search(worded) else Inline(worded)
    wording = wording_of(language)
    plain = inline.text.translate(_PLAIN) if _NOT_PLAIN.search(inline.text) else inline.text
    prose = plain.translate(NATIVE_DIGITS) if _NATIVE.search(plain) else plain
    if "@" in prose or "://" in prose or "www." in prose:
        prose = ADDRESS.sub(" ", prose)
    if "{" in prose:
        prose = _PLACEHOLDER.sub(" ", prose)
    if "+" in prose or "0" in prose:
        prose = TELEPHONE.sub(" ", prose)
    folded = prose
    for name in wording.not_cues if wording else ():
        folded = folded.replace(name, " ")
    links = (inline.text[mark.start : mark.end] for mark in inline.marks if mark.kind is MarkKind.LINK)
    is_marked = any(mark.kind in (MarkKind.EMPHASIS, MarkKind.STRONG) for mark in inline.marks)
    return Reading(text, plain, prose, folded.lower(), is_marked, "\n".join(links), wording)


def listed(pieces: list[str] | tuple[str, ...], most: int = 4) -> str:
    """Pieces of text in quotation marks, the first few of them: “a”, “b” and 3 more."""
    short = (piece if len(piece) <= _LONGEST_PIECE else f"{piece[: _LONGEST_PIECE - 1]}…" for piece in pieces[:most])
    shown = ", ".join(f"“{piece}”" for piece in short)
    return shown if len(pieces) <= most else f"{shown} and {len(pieces) - most} more"
