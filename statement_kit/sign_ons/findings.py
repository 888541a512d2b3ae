"""How this stage says what it found: never with what must not be printed."""

from __future__ import annotations

import unicodedata

from statement_kit.diagnostics import Diagnostic, Location, Severity, SourceError
from statement_kit.markup.private import kinds_in_words, private_kinds

_FAMILY = "import/"
_LONGEST = 60


def problem(rule: str, message: str, where: Location, hint: str) -> Diagnostic:
    """An error of this stage."""
    return Diagnostic(_FAMILY + rule, message, where, hint)


def note(rule: str, message: str, where: Location, hint: str | None = None) -> Diagnostic:
    """Something that somebody should know, and that stops nothing."""
    return Diagnostic(_FAMILY + rule, message, where, hint, severity=Severity.WARNING)


def refusal(rule: str, message: str, where: Location, hint: str) -> SourceError:
    """The error that a whole file is refused for."""
    return SourceError([problem(rule, message, where, hint)])


def quoted(text: str) -> str:
    """A text of the file in quotation marks, cut short; or, if it holds an address or a number, only that it does."""
    if kinds := private_kinds(text):
        return f"(not shown: {kinds_in_words(kinds)})"
    shown = "".join("\ufffd" if unicodedata.category(char) == "Cc" else char for char in " ".join(text.split()))
    return f"“{shown}”" if len(shown) <= _LONGEST else f"“{shown[: _LONGEST - 1]}…”"


def counted(number: int, one: str, many: str = "") -> str:
    """A number and what it counts: `1 row`, `2,000 rows`."""
    return f"{number:,} {one if number == 1 else many or one + 's'}"
