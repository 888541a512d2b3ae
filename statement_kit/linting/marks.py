"""What strayed into a name: brackets, dots, commas, quotation marks, spaces, the number of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_kit.languages.letters import DEPENDENT
from statement_kit.linting.entries import Entry
from statement_kit.linting.findings import Finding, found

_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "„": "“"}
_BRACKETS = re.compile(r"[()\[\]{}]")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|\{\s*\}")
_LIST_NUMBER = re.compile(r"^(?:no\.?\s*)?[(\[]?\d{1,4}\s*(?:[.)\]:៖]|\s[-–—])\s*(?=\D)", re.IGNORECASE)
_BULLET = re.compile(r"^[•●▪■◦·*–—-]\s*(?=\w)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|assoc|org|dept|int|intl|no|st|pvt|pty|bhd|jr|sr|esq|ph\.d)"
    rf"|(?<![\w{DEPENDENT}])\w(?:\.\w)*)\.$",
    re.IGNORECASE,
)
_LAST_MARKS = ".,;:។៕"
_FIRST = re.compile(r"^[.,;:]+\s*")
_BEFORE_MARK = re.compile(r"(?<!\s)\s+([,.;:)\]])(?=\s|$)|([(\[])\s+")
_DOUBLED = re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)")
_SPACES = re.compile(r"\s{2,}|\t")
_QUOTED = re.compile(r"^(?:\"([^\"]*)\"|“([^“”]*)”|«([^«»]*)»|'([^']*)'|‘([^‘’]*)’)$")


def mark_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Marks that are no part of a name, an acronym or a title."""
    for entry in entries:
        for column, text in entry.texts():
            yield from _number_findings(entry, column, text)
            yield from _bracket_findings(entry, column, text)
            yield from _quote_findings(entry, column, text)
            yield from _edge_findings(entry, column, text)
            yield from _space_findings(entry, column, text)


def _proposing(rule: str, entry: Entry, column: str, message: str, better: str) -> Finding:
    """A finding that proposes another text, if anything is left of it."""
    better = " ".join(better.split())
    hint = f"Write “{better}”, if that is the name." if better else "Write the name."
    return found(rule, entry, message, hint, column=column, better={column: better})


def _number_findings(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    if match := _LIST_NUMBER.match(text) or _BULLET.match(text):
        message = f"“{text}” begins with the number or sign of a list, “{match[0].strip()}”."
        yield _proposing("number-in-name", entry, column, message, text[match.end() :])


def _bracket_findings(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    if empty := _EMPTY.search(text):
        message = f"There is nothing in the brackets “{empty[0]}” of “{text}”."
        yield _proposing("bracket", entry, column, message, _EMPTY.sub(" ", text))
    elif (stray := _stray_bracket(_LIST_NUMBER.sub("", text))) is not None:
        message = f"The bracket “{stray}” in “{text}” has no other that belongs to it."
        yield found("bracket", entry, message, "Delete it, or type its other half.", column=column)


def _stray_bracket(text: str) -> str | None:
    """The first bracket that is never closed or was never opened."""
    opened: list[str] = []
    for bracket in _BRACKETS.findall(text):
        if bracket in _PAIRS:
            opened.append(bracket)
        elif opened and _PAIRS[opened[-1]] == bracket:
            opened.pop()
        else:
            return str(bracket)
    return opened[0] if opened else None


def _quote_findings(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    if match := _QUOTED.match(text):
        inner = next(group for group in match.groups() if group is not None)
        message = f"The whole name {text} stands in quotation marks."
        yield _proposing("quotation-mark", entry, column, message, inner)
    elif text.count('"') % 2 or text.count("“") != text.count("”") or text.count("«") != text.count("»"):
        message = f"A quotation mark in “{text}” has no other that belongs to it."
        yield found("quotation-mark", entry, message, "Delete it, or type its other half.", column=column)


def _edge_findings(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    bare = text.rstrip(_LAST_MARKS + " ")
    last = text[len(bare) :].strip()
    if bare and last and not _is_abbreviation(text, text == entry.acronym):
        yield _proposing("last-mark", entry, column, f"“{text}” ends with “{last}”.", bare)
    if first := _FIRST.match(text):
        message = f"“{text}” begins with “{first[0].strip()}”."
        yield _proposing("first-mark", entry, column, message, text[first.end() :])
    if doubled := _DOUBLED.search(bare):
        message = f"“{doubled[0]}” stands in “{text}”."
        yield _proposing("double-mark", entry, column, message, text.replace(doubled[0], doubled[0][0]))


def _is_abbreviation(text: str, is_acronym: bool) -> bool:
    """Whether the dot at the end belongs there: “Inc.”, “e.V.”, and the dot of a Thai acronym such as มพส."""
    return bool(_ABBREVIATED.search(text)) or (is_acronym and not text.isascii() and text.endswith("."))


def _space_findings(entry: Entry, column: str, text: str) -> Iterator[Finding]:
    if _SPACES.search(text):
        message = f"There are several spaces in a row in “{text}”."
        yield _proposing("double-space", entry, column, message, text)
    elif _BEFORE_MARK.search(text):
        message = f"There is a space beside a mark in “{text}” where none belongs."
        yield _proposing("space-at-mark", entry, column, message, _BEFORE_MARK.sub(r"\1\2", text))
