"""The cells of a worksheet (ISO/IEC 29500-1, 18.3.1.4): what each of them says as text, or why that cannot be told."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import NamedTuple

from lxml import etree

from statement_kit.packs.parts import local

_REFERENCE = re.compile(r"\$?([A-Za-z]{1,3})\$?(\d{1,7})")
_ESCAPED = re.compile("_x([0-9A-Fa-f]{4})_")
_WHOLE = re.compile(r"-?\d{1,15}")
_AS_TYPED = {0, 1, 49}
"""Number formats that show a whole number as it was typed: General, `0` and text (ISO/IEC 29500-1, 18.8.30)."""

_FAULTS = {
    "b": "a truth value",
    "e": "an error value",
    "d": "a date",
}


class CellText(NamedTuple):
    """What a cell says; or else, what it holds instead of a text."""

    text: str
    fault: str = ""


def place_of(reference: str) -> tuple[int, int] | None:
    """Row and column of a reference such as `D5`, both counted from 1; None if it is no reference."""
    found = _REFERENCE.fullmatch(reference)
    return (int(found[2]), column_number(found[1])) if found else None


def column_number(letters: str) -> int:
    """The number of a column, counted from 1, by its letters."""
    number = 0
    for letter in letters.upper():
        number = number * 26 + ord(letter) - ord("A") + 1
    return number


def rich_text(element: etree._Element) -> str:
    """The text of a string: all its runs, without the reading aids that stand over some East Asian words."""
    runs = (child.iterchildren("{*}t") if local(child) == "r" else [child] for child in element)
    return unescaped("".join(text.text or "" for run in runs for text in run if local(text) == "t"))


def unescaped(text: str) -> str:
    """A text with its `_xHHHH_` resolved (ISO/IEC 29500-1, 22.9.2.19); halves of surrogates stay as typed."""
    return _ESCAPED.sub(_character, text)


def _character(escape: re.Match[str]) -> str:
    code_point = int(escape[1], 16)
    return escape[0] if 0xD800 <= code_point <= 0xDFFF else chr(code_point)


def cell_text(cell: etree._Element, strings: Sequence[str], formats: Sequence[int]) -> CellText:
    """What a cell says.

    A whole number without a format of its own is a text that somebody typed into a new cell. Any other number may
    be a date or a share, and what it looked like depends on whose machine it was.

    Args:
        cell: The `c` element.
        strings: The workbook's shared strings.
        formats: The number format of each of its cell styles.
    """
    kind = cell.get("t", "n")
    children = {local(child): child for child in cell}
    if "f" in children:
        return CellText("", f"a formula (={(children['f'].text or '')[:40]})")
    if kind == "inlineStr":
        return CellText(rich_text(children["is"]) if "is" in children else "")
    value = (children["v"].text or "") if "v" in children else ""
    if not value:
        return CellText("")
    if kind == "str":
        return CellText(unescaped(value))
    if kind == "s":
        return _shared(value, strings)
    if kind == "n" and _WHOLE.fullmatch(value) and _format(cell.get("s", "0"), formats) in _AS_TYPED:
        return CellText(value)
    return CellText("", f"{_FAULTS.get(kind, 'a number or a date')} ({value[:40]})")


def _shared(value: str, strings: Sequence[str]) -> CellText:
    number = int(value) if _WHOLE.fullmatch(value) else -1
    if not 0 <= number < len(strings):
        return CellText("", "a reference to a text that is not in the file")
    return CellText(strings[number])


def _format(style: str, formats: Sequence[int]) -> int:
    """The number format of a cell style; a file without styles has General only, an unknown style no format."""
    number = int(style) if _WHOLE.fullmatch(style) else -1
    if not formats and number == 0:
        return 0
    return formats[number] if 0 <= number < len(formats) else -1
