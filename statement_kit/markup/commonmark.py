"""Inline CommonMark through markdown-it, with references to notes, and with every fault named and placed.

Two things differ from markdown-it's own reading. Emphasis may begin and end beside a letter of a script
that puts no spaces between words, where CommonMark asks for a space or a letter (`**«ក»**ខ`). And what it
leaves as text in silence, because it cannot be read as the markup it looks like, is a fault here.
"""

from __future__ import annotations

import re
from functools import lru_cache
from itertools import chain
from typing import Literal

from markdown_it import MarkdownIt
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Delimiter, Scanned
from markdown_it.token import Token

from statement_kit.markup import (
    LINE_END,
    NOTE_NAME,
    NOTE_SIGN,
    Fault,
    Inline,
    Mark,
    MarkKind,
    is_unspaced,
    note_id,
)

_REFERENCE = re.compile(r"\[\^([^\[\]]*)\]")
_TARGET = re.compile(
    r"https?://(?:[^@/?#\[\]]*@)?(?:\[[0-9a-f:.]+\]|[^@/?#:%\[\]]+)(?::[0-9]{0,5})?(?![^/?#])"
    r"|mailto:[^@]+@[^@]|tel:\+?[0-9]|#",
    re.IGNORECASE,
)
_UNSEEN = re.compile(r"[\s\u200b\u2060\ufeff\u00ad]*")
_LIKE_A_LINK = re.compile(r"\[[^\[\]\0]*\]\(")

_MARKS = {"em_open": MarkKind.EMPHASIS, "strong_open": MarkKind.STRONG, "link_open": MarkKind.LINK}
_ENDS = {"em_close", "strong_close", "link_close"}

_REFUSED = {
    "code_inline": ("`code`", "`"),
    "image": ("a picture", "!"),
    "html_inline": ("HTML", "<"),
    "s_open": ("~~struck~~ text", "~"),
}
"""Per kind of token that a statement cannot hold, its name and the character that makes it."""

_LINK = (
    "Write [words](https://example.org) or <https://example.org>; mailto: and tel: addresses may be linked too, and "
    "parts of the statement: [words](#demand.2)."
)


def read_commonmark(text: str) -> Inline:
    """The text with its Markdown read."""
    parser = _parser()
    state = _State(text, parser, {}, [])
    parser.inline.tokenize(state)
    for rule in parser.inline.ruler2.getRules(""):
        rule(state)
    reading = _Reading(text)
    for token in state.tokens:
        reading.take(token)
    return reading.finish()


class _State(StateInline):
    """markdown-it's state, in which each token knows where it was made."""

    def push(self, ttype: str, tag: str, nesting: Literal[-1, 0, 1]) -> Token:
        token = super().push(ttype, tag, nesting)
        token.meta["at"] = self.pos
        return token

    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:  # noqa: N802, N803 - markdown-it's names
        scanned = super().scanDelims(start, canSplitWord)
        end = start + scanned.length
        before, after = self.src[max(start - 1, 0) : start], self.src[end : min(end + 1, self.posMax)]
        return Scanned(
            scanned.can_open or (_parts_words(before) and bool(after.strip())),
            scanned.can_close or (_parts_words(after) and bool(before.strip())),
            scanned.length,
        )


def _parts_words(char: str) -> bool:
    """Whether a word may begin behind this character, and end before it, without a space."""
    return is_unspaced(char) or char == "\u200b"


@lru_cache(maxsize=1)
def _parser() -> MarkdownIt:
    parser = MarkdownIt("commonmark").enable("strikethrough")  # known, so that it can be refused
    parser.validateLink = lambda url: True  # type: ignore[method-assign]  # a link refused there stays as text in silence
    parser.inline.ruler.at("newline", _soft_break)
    parser.inline.ruler.before("link", "note", _note)
    parser.inline.ruler2.before("fragments_join", "stray", _stray)
    return parser


def _soft_break(state: StateInline, silent: bool) -> bool:
    if state.src[state.pos] != "\n":
        return False
    if not silent:
        state.push("softbreak", "br", 0)
    state.pos += 1
    return True


def _note(state: StateInline, silent: bool) -> bool:
    match = _REFERENCE.match(state.src, state.pos, state.posMax)
    if match is None:
        return False
    if not silent:
        state.push("note", "", 0).content = match[1]
    state.pos = match.end()
    return True


def _stray(state: StateInline) -> None:
    """Give marks of emphasis that look meant and found no partner a type of their own."""
    if not isinstance(state, _State):  # the words of a picture, which is refused whole
        return
    inner = (meta["delimiters"] for meta in state.tokens_meta if meta and "delimiters" in meta)
    for delimiters in chain([state.delimiters], inner):
        closed = {delimiter.end for delimiter in delimiters}
        for n, delimiter in enumerate(delimiters):
            token = state.tokens[delimiter.token]
            if delimiter.end == -1 and n not in closed and _looks_meant(delimiter, state.src, token.meta["at"]):
                token.type, token.markup = "stray", token.content * max(delimiter.length, 1)


def _looks_meant(delimiter: Delimiter, text: str, at: int) -> bool:
    """Whether the mark begins or ends a word, unlike those of `2*3`, `4 * 5`, `snake_case` and `@name_`."""
    if not (delimiter.open or delimiter.close):
        return False
    behind = text[at:].lstrip(chr(delimiter.marker))
    if _parts_words(text[max(at - 1, 0) : at]) or _parts_words(behind[:1]):
        return True
    return delimiter.open != delimiter.close and (delimiter.marker != ord("_") or delimiter.length > 1)


class _Reading:
    """The text so far, its marks and its faults, token by token."""

    def __init__(self, typed: str) -> None:
        self._typed = typed
        self._text = ""
        self._bare = ""  # the text without what a backslash or an entity stands for
        self._marks: list[Mark] = []
        self._open: list[int] = []
        self._faults: list[Fault] = []
        self._breaks: list[int] = []
        self._soft_breaks: list[tuple[int, int]] = []
        self._line_start = 0  # in the text, behind the last forced break …
        self._last_forced = 0  # … and where that stands as typed
        self._last = ""

    def take(self, token: Token) -> None:
        at = token.meta.get("at", 0)
        if token.type in _MARKS:
            self._begin(token, at)
        elif token.type == "note":
            self._refer(token.content, at)
        elif token.type in _ENDS:
            self._end(at)
        elif token.type.endswith("break"):
            self._break(at, is_soft=token.type == "softbreak")
        else:
            self._write(token, at)
        self._last = token.type

    def finish(self) -> Inline:
        """What was read."""
        self._find_like_links()
        if self._line_start:
            self._refuse_empty_line(self._last_forced)
        return Inline(self._text, tuple(self._marks), tuple(self._faults), tuple(self._soft_breaks))

    def _fault(self, at: int, what: str, hint: str) -> None:
        """Note a fault, once in a line."""
        if not any(fault.what == what and "\n" not in self._typed[fault.at : at] for fault in self._faults):
            self._faults.append(Fault(at, what, hint))

    def _begin(self, token: Token, at: int) -> None:
        address, sign, place = str(token.attrs.get("href", "")).partition("#")
        target = address + sign + place.replace("#", "%23")  # one is all that an address may have (RFC 3986, 3.5)
        self._open.append(len(self._marks))
        self._marks.append(Mark(len(self._text), -1, _MARKS[token.type], target))
        if token.type == "link_open" and not _TARGET.match(target):
            shown = f"“{target}”" if target else "nowhere"
            self._fault(at, f"a link to {shown}, which is no address on the web, of e-mail or telephone", _LINK)
        if "title" in token.attrs:
            self._fault(at, "a link with a title in quotes, which nobody would see printed", _LINK)

    def _end(self, at: int) -> None:
        n = self._open.pop()
        self._marks[n] = self._marks[n]._replace(end=len(self._text))
        if self._marks[n].kind is MarkKind.LINK and not self._text[self._marks[n].start :].strip():
            self._fault(at, "a link without words", _LINK)

    def _refer(self, name: str, at: int) -> None:
        if not NOTE_NAME.fullmatch(name):
            hint = "Name notes with the letters a to z, digits and hyphens: [^charter]. A plain bracket is typed \\[."
            self._fault(at, f"[^{name}], which names no note", hint)
        start = len(self._text)
        self._marks.append(Mark(start, start + 1, MarkKind.NOTE, note_id(name)))
        self._text += NOTE_SIGN

    def _break(self, at: int, *, is_soft: bool) -> None:
        if is_soft:
            self._soft_breaks.append((at, len(self._text)))
        else:
            self._refuse_empty_line(at)
            self._last_forced, self._line_start = at, len(self._text) + 1
        self._breaks.append(self._typed.index("\n", at))
        self._text += "\n" if is_soft else LINE_END
        self._bare += "\n"

    def _refuse_empty_line(self, at: int) -> None:
        """Refuse the forced break at this place if nothing can be seen between it and the one before, or an end."""
        if _UNSEEN.fullmatch(self._text, self._line_start):
            hint = "Delete the backslash there; paragraphs are parted by an empty line."
            self._fault(at, "a forced line break with no words before or behind it", hint)

    def _write(self, token: Token, at: int) -> None:
        if token.type in _REFUSED:
            name, mark = _REFUSED[token.type]
            hint = f"Write it as plain text; put a backslash before a {mark} that is meant as it stands."
            self._fault(at, f"{name}, which a statement cannot hold", hint)
        elif token.type == "stray" and self._last != "stray":
            hint = "Put its like at the other end of the words; or a backslash before it if it is meant as it stands."
            self._fault(at, f"a “{token.markup}” that nothing answers", hint)
        self._text += token.content or ("…" if token.type == "image" else "")
        self._bare += token.content if token.type == "text" else "\0"

    def _find_like_links(self) -> None:
        for match in _LIKE_A_LINK.finditer(self._bare):
            line = self._bare.count("\n", 0, match.start())
            at = self._breaks[line - 1] + 1 if line else 0
            hint = f"{_LINK} A note is referred to behind a link, not in it; a plain bracket is typed \\[."
            self._fault(at, "what looks like a link but cannot be read as one", hint)
