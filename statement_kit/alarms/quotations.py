"""Quotation marks and brackets that open and do not close, and quotations that came or went (N09)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading

_BRACKETS = {")": "(", "]": "[", "}": "{", "）": "（", "」": "「", "』": "『"}
_BRACKET = re.compile(r"[()\[\]{}（）「」『』]")
_DOUBLE = re.compile(r"(?<!\d)\"|(?<=\d)\"(?=[^\d\s]|$|\s)|[“”„‟«»]")
_ANY = re.compile('["“”„‟«»]')
_INNER = re.compile(r"(?<![\w'])['‘](?=\S)[^'‘]*?(?:\w'\w[^'‘]*?)*(?<=\S)'(?!\w)")
_LIST_LABEL = re.compile(r"(?:^|(?<=\s))\w{1,3}\)")


def quotation_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """A mark without its fellow, and another number of quotations than the source has."""
    wanted, found = _marks(source.plain), _marks(text.plain)
    if found % 2 and not wanted % 2:
        message = "A quotation mark of the translation has no other that belongs to it."
        yield Alarm("alarm/quotation", clause, message, "Put in the one that is missing, or take out the one too many.")
    elif wanted or found:
        yield from _count_alarms(clause, source, text, wanted // 2, found // 2)


def bracket_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """A bracket of the translation that is not closed, or was never opened."""
    stray = _stray(text.plain)
    if stray and not _stray(source.plain):
        message = f"The bracket “{stray}” of the translation has no other that belongs to it."
        yield Alarm("alarm/bracket", clause, message, "Put in the one that is missing, or take out the one too many.")


def _count_alarms(clause: str, source: Reading, text: Reading, wanted: int, found: int) -> Iterator[Alarm]:
    wanted_inner, found_inner = (_inner(reading) for reading in (source, text))
    # Single marks in one text may be double ones in the other; what stands out by emphasis there may be quoted here.
    most = wanted + wanted_inner + (1 if source.is_marked else 0)
    least = wanted - found_inner - (1 if text.is_marked else 0)
    if least <= found <= most:
        return
    message = f"The source has {_counted(wanted)} in quotation marks, the translation {_counted(found)}."
    yield Alarm("alarm/quotation", clause, message, "Quote the same words: what is not quoted, we say ourselves.")


def _marks(plain: str) -> int:
    return len(_DOUBLE.findall(plain)) if _ANY.search(plain) else 0


def _counted(passages: int) -> str:
    return f"{passages or 'no'} passage{'' if passages == 1 else 's'}"


def _inner(reading: Reading) -> int:
    return len(_INNER.findall(reading.plain)) if "'" in reading.plain or "‘" in reading.plain else 0


def _stray(plain: str) -> str:
    """The first bracket that has no fellow, or empty; those of labels like “a)” need none."""
    if not _BRACKET.search(plain):
        return ""
    opened: list[str] = []
    for bracket in _BRACKET.findall(plain):
        if bracket not in _BRACKETS:
            opened.append(bracket)
        elif not opened or opened.pop() != _BRACKETS[bracket]:
            # Only where something is amiss are labels looked for.
            return (
                bracket if bracket != ")" or _LIST_LABEL.sub("", plain) == plain else _stray(_LIST_LABEL.sub("", plain))
            )
    return opened[-1] if opened else ""
