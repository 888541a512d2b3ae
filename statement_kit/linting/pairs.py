"""Two rows that may be one, in words: what is told of them, and that they be merged."""

from __future__ import annotations

from statement_kit.languages.letters import script_of
from statement_kit.linting.entries import Entry, warning
from statement_kit.linting.findings import Finding
from statement_kit.linting.proposals import RowMerge

TWICE, ALIKE, ACRONYM_SHARED, WITHHELD = "twice", "alike", "acronym-shared", "withheld-repeat"


def pair_words(one: Entry, other: Entry) -> tuple[str, ...]:
    """The words of two names, whichever stands first and whatever is told of them.

    Their numbers are among them: that two people of one name are two says nothing about a third.
    """
    return ("pair", *sorted(map(_said, (one, other))))


def _said(entry: Entry) -> str:
    title = entry.title if entry.is_person else ""
    return "\0".join((str(entry.number), entry.name, entry.acronym, title))


def pair_finding(entry: Entry, other: Entry, rule: str) -> Finding:
    """That a row may be the same as another.

    Args:
        entry: The row it is told of.
        other: The other.
        rule: What was found: `TWICE`, `ALIKE` or `ACRONYM_SHARED`. Of a row that is withheld no more is said than that.
    """
    first, second = sorted((entry, other), key=lambda one: one.at)
    withheld = tuple(one.number for one in (first, second) if one.is_withheld)
    if withheld:
        rule, message, hint = _withheld(entry, other)
    elif rule == ACRONYM_SHARED:
        message, hint = _acronym_shared(entry, other)
    else:
        message, hint = _told(entry, other, rule), _hint(entry, rule)
    merge = RowMerge(first.number, second.number) if rule != ACRONYM_SHARED or _differ_in_script(entry, other) else None
    rows = (first.number, second.number)
    words = pair_words(entry, other)
    return Finding(warning(rule, entry, message, hint), rows, words, entry.name_column, merge, withheld)


def _kin(entry: Entry) -> str:
    return "person" if entry.is_person else "organisation"


def _told(entry: Entry, other: Entry, rule: str) -> str:
    verb = "is" if rule == TWICE else "may be"
    column = f", in the column “{other.name_column}”" if other.language else ""
    return f"“{entry.name}” {verb} the same {_kin(entry)} as {other}{column}."


def _hint(entry: Entry, rule: str) -> str:
    if rule == TWICE:
        return "Keep one of the two, with the name the organisation gave."
    two = "people" if entry.is_person else "organisations"
    return f"If it is, keep one of the two. If they are two {two}, leave them."


def _acronym_shared(entry: Entry, other: Entry) -> tuple[str, str]:
    message = f"“{entry.name}” has the acronym {entry.acronym}, which {other} has too."
    if _differ_in_script(entry, other):
        return message, "It may be the same organisation in another language. If so, keep one of the two."
    return message, "One of them may be mistaken, or both are the same organisation. If both are right, leave them."


def _differ_in_script(entry: Entry, other: Entry) -> bool:
    return script_of(entry.name) != script_of(other.name)


def _withheld(entry: Entry, other: Entry) -> tuple[str, str, str]:
    """Nothing but numbers and lines: to say one name would be to say the other."""
    message = f"{_place(entry)} may be the same as {_place(other)}."
    if entry.is_withheld and other.is_withheld:
        return WITHHELD, _capital(message), "If it is, keep one of the two, or it is counted twice."
    hint = "If it is, somebody who asked not to be named is about to be printed. Ask, and keep one of the two."
    return WITHHELD, _capital(message), hint


def _place(entry: Entry) -> str:
    line = f", line {entry.where.line}" if entry.where and entry.where.line else ""
    return f"no. {entry.number}{', whose name is withheld' if entry.is_withheld else ''}{line}"


def _capital(message: str) -> str:
    return message[0].upper() + message[1:]
