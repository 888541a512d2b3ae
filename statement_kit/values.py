"""What is wrong with a value given in Python, or left empty: checks that all of the model shares."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator
from typing import Any
from zoneinfo import ZoneInfo

from statement_kit.diagnostics import Diagnostic


def is_blank(text: str) -> bool:
    """Whether a reader sees nothing: no text at all, spaces, or invisible characters like U+200B."""
    return all(char.isspace() or unicodedata.category(char) == "Cf" for char in text)


def only(values: object, *kinds: type[Any]) -> Iterator[Any]:
    """The values of a tuple that are of these kinds; nothing of what is no tuple."""
    return (value for value in values if isinstance(value, kinds)) if isinstance(values, tuple) else iter(())


def tuple_type(clause_id: str, values: object, what: str, *kinds: type) -> Iterator[Diagnostic]:
    """That something is no tuple, or holds what it should not; Python itself would take a text for one of letters."""
    if not isinstance(values, tuple):
        hint = "A tuple of one needs a comma behind it: (one,). Was the comma forgotten?"
        yield wrong_type(clause_id, values, f"a tuple of {what}", hint)
        return
    wanted = " or ".join(kind.__name__ for kind in kinds)
    for value in values:
        if not isinstance(value, kinds):
            yield wrong_type(clause_id, value, f"a tuple of {what}", f"Put only {wanted} into it.")


def text_type(clause_id: str, *texts: object) -> Iterator[Diagnostic]:
    """That something is no text."""
    for text in texts:
        if not isinstance(text, str):
            yield wrong_type(clause_id, text, "a text", 'Write it in quotes, "like this".')


def wrong_type(clause_id: str, value: object, wanted: str, hint: str) -> Diagnostic:
    """The finding that a value given in Python is of another type than is wanted."""
    shown = value if isinstance(value, str) else repr(value)
    start = shown if len(shown) <= 40 else shown[:39] + "…"
    message = f"{clause_id} must be {wanted}; here stands {type(value).__name__} “{start}”."
    return Diagnostic("statement/wrong-type", message, clause=clause_id, hint=hint)


def blank_problems(clause_id: str, text: str) -> Iterator[Diagnostic]:
    """That a text says nothing."""
    if is_blank(text):
        hint = "Write the text, or remove the heading, paragraph or row that is empty."
        yield Diagnostic("statement/empty-text", f"{clause_id} has no text.", clause=clause_id, hint=hint)


def is_time_zone(name: str) -> bool:
    """Whether the database of time zones knows it."""
    try:
        ZoneInfo(name)
    except (KeyError, ValueError, OSError):  # not there; no name at all; a folder of names
        return False
    return True
