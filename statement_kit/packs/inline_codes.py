"""The marks within a clause as things of their own, so that a translator's tool can protect them.

Nothing is interpreted: a clause is cut into words and marks, and put together again it is the clause, character for
character. What is cut wrongly would be shown wrongly to the translator, but could not change a text. Where the cut
does not find the very marks that the kit's own reading of Markdown finds, there is none: the marks stay in the words.
A count with words in it stays in the words too: they are to be translated, and their forms are each language's own.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from enum import StrEnum

from statement_kit.markup import MarkKind, parse_inline
from statement_kit.markup.counts import find_counts


class CodeKind(StrEnum):
    """What a mark means."""

    EMPHASIS = "emphasis"
    STRONG = "strong"
    LINK = "link"
    ADDRESS = "address"
    NOTE = "note"
    BREAK = "break"
    PLACEHOLDER = "placeholder"


@dataclass(frozen=True, slots=True)
class Standing:
    """A mark that stands for itself: `[^note]`, `<https://…>`, `{placeholder}`, a backslash at a line's end."""

    kind: CodeKind
    typed: str


@dataclass(frozen=True, slots=True)
class Spanning:
    """A pair of marks, `*…*`, `**…**` or `[…](address)`, and what it holds."""

    kind: CodeKind
    opening: str
    closing: str
    content: tuple[Piece, ...]


Piece = str | Standing | Spanning
"""A part of a clause: words as typed, or a mark."""

_STANDING = {"note": CodeKind.NOTE, "address": CodeKind.ADDRESS, "hard": CodeKind.BREAK, "name": CodeKind.PLACEHOLDER}

_TOKEN = re.compile(
    r"(?P<hard>\\\n)"
    r"|(?P<escaped>\\[^\n])"
    r"|(?P<note>\[\^[A-Za-z0-9][A-Za-z0-9_-]*\])"
    r"|(?P<address><(?:[A-Za-z][A-Za-z0-9+.-]+:[^\s<>\x00-\x1f]*|[^\s<>@\x00-\x1f]+@[^\s<>@\x00-\x1f]+)>)"
    r"|(?P<end>\]\((?:[^()\s\\\x00-\x1f]|\([^()\s\\\x00-\x1f]*\))*\))"
    r"|(?P<open>\[)"
    r"|(?P<stars>\*+|_+)"
    r"|(?P<name>\{[^{}\s\x00-\x1f]*\})"
    r"|(?P<brace>\{)"
)
"""What may be a mark (CommonMark 0.31.2, 6), and what a backslash keeps from being one."""


def pieces(text: str) -> tuple[Piece, ...]:
    """A clause cut into words and marks; whole, where its marks cannot be told surely."""
    found = _cut(text)
    if _typed_marks(found) != _read_marks(text):
        return (text,) if text else ()
    return found


def typed(piece: Piece) -> str:
    """A piece as it stands in its clause."""
    if isinstance(piece, str):
        return piece
    if isinstance(piece, Standing):
        return piece.typed
    return f"{piece.opening}{''.join(map(typed, piece.content))}{piece.closing}"


def codes(found: tuple[Piece, ...]) -> Iterator[Standing | Spanning]:
    """Every mark in pieces, an outer one before those it holds."""
    for piece in found:
        if not isinstance(piece, str):
            yield piece
        if isinstance(piece, Spanning):
            yield from codes(piece.content)


@dataclass(slots=True)
class _Open:
    """What was typed since a mark that may open something."""

    opening: str
    content: list[Piece]


def _cut(text: str) -> tuple[Piece, ...]:
    """The pieces of a text, each mark paired with the nearest before it that it can close."""
    stack = [_Open("", [])]
    counts = {place.start: place.pattern for place in find_counts(text)}
    at = 0
    while match := _TOKEN.search(text, at):
        _add(stack[-1].content, text[at : match.start()])
        at = match.end()
        kind = str(match.lastgroup)
        if pattern := counts.get(match.start()):
            at = match.start() + len(pattern)
            _take_count(stack[-1].content, pattern)
        elif kind in _STANDING:
            stack[-1].content.append(Standing(_STANDING[kind], match[0]))
        elif kind in ("escaped", "brace"):
            _add(stack[-1].content, match[0])
        elif kind == "open":
            stack.append(_Open("[", []))
        elif kind == "end":
            if not _close(stack, "[", match[0]):
                _add(stack[-1].content, match[0])
        else:
            _take_run(stack, match[0], text[match.start() - 1 : match.start()], text[match.end() : match.end() + 1])
    _add(stack[-1].content, text[at:])
    while len(stack) > 1:
        _give_up(stack)
    return tuple(stack[0].content)


def _take_count(content: list[Piece], pattern: str) -> None:
    """Take a count for a mark; for words, where some stand in it, or what no mark can hold."""
    if "{" in pattern[1:] or not pattern.isprintable():
        _add(content, pattern)
    else:
        content.append(Standing(CodeKind.PLACEHOLDER, pattern))


def _take_run(stack: list[_Open], run: str, before: str, after: str) -> None:
    """Close what a run of stars or underscores can close, and open with the rest of it.

    Two close two, and one closes one; but for three, and for two that can open nothing.
    """
    char, left = run[0], len(run)
    can_open = bool(after.strip())
    sizes = (2, 1) if left > 2 or not can_open else (left,)
    while before.strip() and (size := _innermost(stack, [char * size for size in sizes if size <= left])):
        _close(stack, char * size, char * size)
        left -= size
    if left in (1, 2, 3) and can_open:
        stack.extend(_Open(char * size, []) for size in ((2, 1) if left == 3 else (left,)))
    else:
        _add(stack[-1].content, char * left)


def _innermost(stack: list[_Open], wanted: list[str]) -> int:
    """The length of that one of some marks which was opened last; 0 if none is open."""
    return next((len(waiting.opening) for waiting in reversed(stack) if waiting.opening in wanted), 0)


def _close(stack: list[_Open], opening: str, closing: str) -> bool:
    """Pair a closing mark with the nearest opening one; what opened in between and never closed is words."""
    if not any(waiting.opening == opening for waiting in stack):
        return False
    while stack[-1].opening != opening:
        _give_up(stack)
    done = stack.pop()
    kind = CodeKind.LINK if opening == "[" else CodeKind.STRONG if len(opening) == 2 else CodeKind.EMPHASIS
    stack[-1].content.append(Spanning(kind, opening, closing, tuple(done.content)))
    return True


def _give_up(stack: list[_Open]) -> None:
    """Take the innermost mark that may open something for words."""
    done = stack.pop()
    _add(stack[-1].content, done.opening)
    for piece in done.content:
        if isinstance(piece, str):
            _add(stack[-1].content, piece)
        else:
            stack[-1].content.append(piece)


def _add(content: list[Piece], words: str) -> None:
    """Put words behind others, as one piece with them."""
    if not words:
        return
    if content and isinstance(content[-1], str):
        content[-1] += words
    else:
        content.append(words)


_READ_AS = {
    CodeKind.EMPHASIS: MarkKind.EMPHASIS,
    CodeKind.STRONG: MarkKind.STRONG,
    CodeKind.LINK: MarkKind.LINK,
    CodeKind.ADDRESS: MarkKind.LINK,
    CodeKind.NOTE: MarkKind.NOTE,
}


def _typed_marks(found: tuple[Piece, ...]) -> Counter[MarkKind]:
    """How many marks of each kind were cut out."""
    return Counter(_READ_AS[code.kind] for code in codes(found) if code.kind in _READ_AS)


def _read_marks(text: str) -> Counter[MarkKind]:
    """How many of each kind the kit reads in a text."""
    return Counter(mark.kind for mark in parse_inline(text).marks)
