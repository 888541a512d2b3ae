"""What strayed into a name: brackets, dots, commas, quotation marks, spaces, the number of a list."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from statement_kit.diagnostics import Diagnostic
from statement_kit.linting.entries import Entry, warning

_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "«": "»", "„": "“"}
_BRACKETS = re.compile(r"[()\[\]{}]")
_EMPTY = re.compile(r"\(\s*\)|\[\s*\]|\{\s*\}")
_LIST_NUMBER = re.compile(r"^(?:no\.?\s*)?[(\[]?\d{1,4}\s*(?:[.)\]:៖]|\s[-–—])\s*(?=\D)", re.IGNORECASE)
_BULLET = re.compile(r"^[•●▪■◦·*–—-]\s*(?=\w)")
_ABBREVIATED = re.compile(
    r"(?:\b(?:inc|ltd|co|corp|assoc|org|dept|int|intl|no|st|pvt|pty|bhd)|\b\w(?:\.\w)+|\b\w)\.$", re.IGNORECASE
)
_LAST_MARKS = ".,;:។៕"
_FIRST = re.compile(r"^[.,;:]+\s*")
_BEFORE_MARK = re.compile(r"(?<!\s)\s+([,.;:)\]])(?=\s|$)|([(\[])\s+")
_DOUBLED = re.compile(r"([,;:])\1+|(?<!\.)\.\.(?!\.)")
_SPACES = re.compile(r"\s{2,}|\t")
_QUOTED = re.compile(r"^(?:\"([^\"]*)\"|“([^“”]*)”|«([^«»]*)»|'([^']*)'|‘([^‘’]*)’)$")


def mark_findings(entries: Sequence[Entry]) -> Iterator[Diagnostic]:
    """Marks that are no part of a name."""
    for entry in entries:
        for text in filter(None, (entry.name, entry.acronym)):
            yield from _number_findings(entry, text)
            yield from _bracket_findings(entry, text)
            yield from _quote_findings(entry, text)
            yield from _edge_findings(entry, text)
            yield from _space_findings(entry, text)


def _propose(text: str) -> str:
    proposal = " ".join(text.split())
    return f"Write “{proposal}”, if that is the name." if proposal else "Write the name."


def _number_findings(entry: Entry, text: str) -> Iterator[Diagnostic]:
    if match := _LIST_NUMBER.match(text) or _BULLET.match(text):
        message = f"“{text}” begins with the number or sign of a list, “{match[0].strip()}”."
        yield warning("number-in-name", entry, message, _propose(text[match.end() :]))


def _bracket_findings(entry: Entry, text: str) -> Iterator[Diagnostic]:
    if empty := _EMPTY.search(text):
        message = f"There is nothing in the brackets “{empty[0]}” of “{text}”."
        yield warning("bracket", entry, message, _propose(_EMPTY.sub(" ", text)))
    elif (stray := _stray_bracket(_LIST_NUMBER.sub("", text))) is not None:
        message = f"The bracket “{stray}” in “{text}” has no other that belongs to it."
        yield warning("bracket", entry, message, "Delete it, or type its other half.")


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


def _quote_findings(entry: Entry, text: str) -> Iterator[Diagnostic]:
    if match := _QUOTED.match(text):
        inner = next(group for group in match.groups() if group is not None)
        yield warning("quotation-mark", entry, f"The whole name {text} stands in quotation marks.", _propose(inner))
    elif text.count('"') % 2 or text.count("“") != text.count("”") or text.count("«") != text.count("»"):
        message = f"A quotation mark in “{text}” has no other that belongs to it."
        yield warning("quotation-mark", entry, message, "Delete it, or type its other half.")


def _edge_findings(entry: Entry, text: str) -> Iterator[Diagnostic]:
    bare = text.rstrip(_LAST_MARKS + " ")
    last = text[len(bare) :].strip()
    if bare and last and not _is_abbreviation(text, text == entry.acronym):
        yield warning("last-mark", entry, f"“{text}” ends with “{last}”.", _propose(bare))
    if first := _FIRST.match(text):
        message = f"“{text}” begins with “{first[0].strip()}”."
        yield warning("first-mark", entry, message, _propose(text[first.end() :]))
    if doubled := _DOUBLED.search(bare):
        message = f"“{doubled[0]}” stands in “{text}”."
        yield warning("double-mark", entry, message, _propose(text.replace(doubled[0], doubled[0][0])))


def _is_abbreviation(text: str, is_acronym: bool) -> bool:
    """Whether the dot at the end belongs there: “Inc.”, “e.V.”, and the dot of a Thai acronym such as มพส."""
    return bool(_ABBREVIATED.search(text)) or (is_acronym and not text.isascii() and text.endswith("."))


def _space_findings(entry: Entry, text: str) -> Iterator[Diagnostic]:
    if _SPACES.search(text):
        message = f"There are several spaces in a row in “{text}”."
        yield warning("double-space", entry, message, _propose(text))
    elif _BEFORE_MARK.search(text):
        message = f"There is a space beside a mark in “{text}” where none belongs."
        yield warning("space-at-mark", entry, message, _propose(_BEFORE_MARK.sub(r"\1\2", text)))
