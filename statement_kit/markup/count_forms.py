"""How a count may be typed: three forms of a placeholder of ICU's MessageFormat, read into a tree.

- `{endorsers}` is the number in digits;
- `{endorsers, spellout}` is the number in words, and `{endorsers, spellout, capital}` the same where a sentence begins;
- `{endorsers, plural, one {# organisation} other {# organisations}}` chooses words by the number: by the plural forms
  of the language (CLDR), or for one number only (`=1 {…}`). `#` is the number in digits, and counts may stand in the
  words.

Whatever is read here means the same to ICU, but for `capital`, which ICU passes over. What ICU takes beyond that is
refused: dates and offsets say nothing about how many signed, and quoting by apostrophes changes what a text says
without a sign. Words within a count are plain: emphasis, links and notes go around a count, never into it.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import NamedTuple, NoReturn

CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural forms that there are in any language (UTS #35, Language Plural Rules)."""

OTHER = "other"
"""The form that every language has, for all numbers without a form of their own."""

_MOST_NESTED = 3
"""How deep counts may stand within counts; no sentence is clear that needs more."""

_NAME = re.compile(r"[^\W\d]\w*")
_KEYWORD = re.compile(r"=\d{1,6}|[^\W\d]\w*")
_WORDS = re.compile("[^{}#]+")
_MARKUP = re.compile(r"[\\`*_\[\]<>~\n]|&#?\w{1,32};")

_FORMS = (
    "Write {endorsers} for digits, {endorsers, spellout} or {endorsers, spellout, capital} for words, or "
    "{endorsers, plural, one {# organisation} other {# organisations}}."
)


class Form(StrEnum):
    """How a count is written: in digits, in words, in words that begin a sentence, or with words that go with it."""

    DIGITS = "digits"
    WORDS = "spellout"
    CAPITAL = "capital"
    PLURAL = "plural"


@dataclass(frozen=True, slots=True)
class Count:
    """A count, read.

    Attributes:
        name: What is counted.
        form: How it is written.
        branches: Where words go with it, those of each plural form.
    """

    name: str
    form: Form = Form.DIGITS
    branches: tuple[Branch, ...] = ()


class Branch(NamedTuple):
    """Words for some numbers: a plural form or `=N`, and words and counts in their order; a `#` is one in digits."""

    keyword: str
    content: tuple[str | Count, ...]


class CountError(ValueError):
    """A count that cannot be read: what it is, as a fault of markup says it, and what to do about it."""

    def __init__(self, what: str, hint: str) -> None:
        self.what, self.hint = what, hint
        super().__init__(f"{what}. {hint}")


@lru_cache(maxsize=1024)
def read_count(pattern: str) -> Count:
    """A count as it is typed, from its first brace to its last; its name may be any.

    Raises:
        CountError: It is in none of the forms that a count may have.
    """
    return _Reader(pattern).whole()


def within(count: Count) -> Iterator[Count]:
    """A count, and every count in its words."""
    yield count
    for branch in count.branches:
        for piece in branch.content:
            if isinstance(piece, Count):
                yield from within(piece)


def spoken(
    count: Count,
    number: Callable[[Count], str],
    branch: Callable[[Count], Branch],
    words: Callable[[str], str] = str,
) -> str:
    """A count as it reads.

    Args:
        count: The count.
        number: Writes a number, in digits or in words.
        branch: Chooses among the words that go with a number.
        words: Writes such words.
    """
    if count.form is not Form.PLURAL:
        return number(count)
    pieces = branch(count).content
    return "".join(words(one) if isinstance(one, str) else spoken(one, number, branch, words) for one in pieces)


def common_branch(count: Count) -> Branch:
    """The words that go with most numbers."""
    return next(branch for branch in count.branches if branch.keyword == OTHER)


def chosen_branch(count: Count, number: int, category: str) -> Branch:
    """The words that go with a number: its own, or those of its plural form, or else those of “other”.

    Args:
        count: A count with words.
        number: The number.
        category: Its plural form in the language.
    """
    by_keyword = {branch.keyword: branch for branch in count.branches}
    return by_keyword.get(f"={number}") or by_keyword.get(category) or by_keyword[OTHER]


class _Reader:
    """Reads a count from left to right."""

    def __init__(self, pattern: str) -> None:
        self._pattern = pattern
        self._at = 0

    def whole(self) -> Count:
        """The count, with nothing behind it."""
        count = self._count(1)
        if self._at < len(self._pattern):
            self._refuse_form()
        return count

    def _count(self, depth: int) -> Count:
        if depth > _MOST_NESTED:
            raise CountError(f"a count with counts more than {_MOST_NESTED} deep in it", "Say it in simpler words.")
        self._need("{")
        name = self._match(_NAME)
        if self._takes("}"):
            return Count(name)
        self._need(",")
        form = self._match(_NAME)
        if form == Form.WORDS:
            return Count(name, self._case())
        if form != Form.PLURAL:
            self._refuse_form()
        self._need(",")
        return Count(name, Form.PLURAL, self._branches(name, depth))

    def _case(self) -> Form:
        """Whether words begin with a capital, and the closing brace behind that."""
        has_capital = self._takes(",")
        if has_capital and self._match(_NAME) != Form.CAPITAL:
            self._refuse_form()
        self._need("}")
        return Form.CAPITAL if has_capital else Form.WORDS

    def _branches(self, name: str, depth: int) -> tuple[Branch, ...]:
        found: dict[str, Branch] = {}
        while not self._takes("}"):
            keyword = self._keyword()
            if keyword in found:
                raise CountError(f"a count with the plural form “{keyword}” twice", "Keep one of them.")
            self._need("{")
            found[keyword] = Branch(keyword, tuple(self._content(name, depth)))
        if OTHER not in found:
            hint = f"Every language needs it, and some have no other: {{{name}, plural, other {{# …}}}}."
            raise CountError(f"a count without the plural form “{OTHER}”", hint)
        return tuple(found.values())

    def _keyword(self) -> str:
        keyword = self._match(_KEYWORD)
        if keyword[0] == "=":
            return f"={int(keyword[1:])}"
        if keyword not in CATEGORIES:
            hint = f"There are {', '.join(CATEGORIES)}, and =1 for one number only."
            raise CountError(f"a count with the plural form “{keyword}”, which no language has", hint)
        return keyword

    def _content(self, name: str, depth: int) -> Iterator[str | Count]:
        """What stands in the braces of a plural form, up to the one that closes them."""
        while (sign := self._sign()) != "}":
            if sign == "{":
                yield self._count(depth + 1)
            elif sign == "#":
                self._at += 1
                yield Count(name)
            else:
                yield self._words()
        self._at += 1

    def _words(self) -> str:
        """Words that say to Markdown and to ICU what they say to people."""
        words = self._take(_WORDS)
        if mark := _MARKUP.search(words):
            hint = "Words within a count are plain. Put marks, links and notes around the whole count, not into it."
            shown = "line break" if mark[0] == "\n" else f"“{mark[0]}”"
            raise CountError(f"a count with a {shown} in its words", hint)
        if "''" in words or words.endswith("'"):  # behind words stands a brace or a #, and a ' would hide it from ICU
            hint = "Type ’ in its place, or a quotation mark: “ or ”."
            raise CountError("a count with a ' before a brace, a # or another ' in its words", hint)
        return words

    def _match(self, pattern: re.Pattern[str]) -> str:
        """What fits a pattern, behind white space."""
        self._skip()
        return self._take(pattern)

    def _take(self, pattern: re.Pattern[str]) -> str:
        """What fits a pattern."""
        found = pattern.match(self._pattern, self._at)
        if found is None:
            self._refuse_form()
        self._at = found.end()
        return found[0]

    def _takes(self, sign: str) -> bool:
        """Whether a sign comes next, behind white space; it is then read."""
        self._skip()
        is_next = self._sign() == sign
        self._at += is_next
        return is_next

    def _need(self, sign: str) -> None:
        if not self._takes(sign):
            self._refuse_form()

    def _sign(self) -> str:
        """The next character; empty at the end."""
        return self._pattern[self._at : self._at + 1]

    def _skip(self) -> None:
        while self._sign().isspace():
            self._at += 1

    def _refuse_form(self) -> NoReturn:
        raise CountError(f"the count “{beginning(self._pattern)}”, in a form that no count has", _FORMS)


def beginning(pattern: str) -> str:
    """A count as messages show it: long ones by their beginning."""
    return pattern if len(pattern) <= 40 else f"{pattern[:39]}…"
