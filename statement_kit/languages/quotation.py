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
    return _STRAIGHT.sub(_Quotes(text, language).mark, text)


class _Quotes:
    """The marks of one text, set from left to right; what is open decides what the next one does."""

    def __init__(self, text: str, language: Language) -> None:
        self._text = text
        self._language = language
        self._outer_opened: int | None = None
        self._inner_is_open = False

    def mark(self, match: re.Match[str]) -> str:
        """What stands in place of a straight mark."""
        at = match.start()
        before, after = self._text[at - 1] if at else " ", self._text[at + 1 : at + 2]
        return (self._double if match.group() == '"' else self._single)(at, before, after)

    def _double(self, at: int, before: str, after: str) -> str:
        joins = after.isalpha() and not self._language.spaces_between_words
        if self._outer_opened is None and before.isdigit() and not joins:
            return '"'
        behind_word = before == "\u200b" or before not in _OPENS_AFTER
        before_word = after.isalnum() or after in _OPENS_BEFORE
        opens = self._outer_opened is None if behind_word == before_word else before_word
        self._outer_opened = at if opens else None
        return self._language.quotes[0 if opens else 1]

    def _single(self, at: int, before: str, after: str) -> str:
        if not self._inner_is_open and before.isdigit() and not after.isalpha():
            return "'"
        if self._is_decade(at):
            return self._language.apostrophe
        if self._opens_inner(at, before):
            self._inner_is_open = True
            return self._language.quotes[2]
        if self._inner_is_open and not (_is_latin(before) and _is_latin(after)):
            self._inner_is_open = False
            return self._language.quotes[3]
        return self._language.apostrophe

    def _is_decade(self, at: int) -> bool:
        decade = _DECADE.match(self._text, at)
        return bool(decade and (self._inner_is_open or not self._text.startswith("'", decade.end())))

    def _opens_inner(self, at: int, before: str) -> bool:
        spaced = self._inner_is_open or self._language.spaces_between_words
        in_turn = not (spaced or _is_latin(before) or before.isdigit())
        return before in _OPENS_AFTER or self._outer_opened == at - 1 or in_turn


def _is_latin(char: str) -> bool:
    return char.isalpha() and char < "\u0250"
