"""Typed straight quotes turned into the language's own marks (N09); no other character changes (P08)."""

from __future__ import annotations

import re
from functools import lru_cache

from statement_kit.languages.registry import Language

_STRAIGHT = re.compile("[\"']")
_OPENS_AFTER = frozenset(" \t\u00a0\u200b([{“‘«—–-/")
_OPENS_BEFORE = frozenset("\"'([{“‘«$€£฿៛#\u200b\u2060")
_DECADE = re.compile(r"'\d\ds\b")


@lru_cache(maxsize=4096)
def typographic(text: str, language: Language) -> str:
    """The text with `"` and `'` set as quotation marks or apostrophes.

    A double quote opens before a word and closes behind one, whichever went before; where both sides are
    alike it opens and closes in turn, so that it works in scripts without spaces between words.
    A single quote opens after a space or an opening mark, and is an apostrophe or a closing mark elsewhere;
    in scripts without spaces it opens and closes in turn, but between Latin letters it is an apostrophe.
    Before a decade ('90s) it is an apostrophe too.
    Marks behind a digit that close nothing are inches or minutes and stay as typed.
    """
    outer_opened: int | None = None
    inner_is_open = False

    def double(at: int, before: str, after: str) -> str:
        nonlocal outer_opened
        joins = after.isalpha() and not language.spaces_between_words
        if outer_opened is None and before.isdigit() and not joins:
            return '"'
        behind_word = before == "\u200b" or before not in _OPENS_AFTER
        before_word = after.isalnum() or after in _OPENS_BEFORE
        opens = outer_opened is None if behind_word == before_word else before_word
        outer_opened = at if opens else None
        return language.quotes[1 if outer_opened is None else 0]

    def single(at: int, before: str, after: str) -> str:
        nonlocal inner_is_open
        if not inner_is_open and before.isdigit() and not after.isalpha():
            return "'"
        decade = _DECADE.match(text, at)
        if decade and (inner_is_open or not text.startswith("'", decade.end())):
            return language.apostrophe
        in_word = _is_latin(before) and _is_latin(after)
        in_turn = not (inner_is_open or language.spaces_between_words or _is_latin(before) or before.isdigit())
        if before in _OPENS_AFTER or outer_opened == at - 1 or in_turn:
            inner_is_open = True
            return language.quotes[2]
        if inner_is_open and not in_word:
            inner_is_open = False
            return language.quotes[3]
        return language.apostrophe

    def mark(match: re.Match[str]) -> str:
        at = match.start()
        before, after = text[at - 1] if at else " ", text[at + 1 : at + 2]
        return (double if match.group() == '"' else single)(at, before, after)

    return _STRAIGHT.sub(mark, text)


def _is_latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"
