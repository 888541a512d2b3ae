"""Texts with their marks, put together: a pattern of the kit's words filled with what a statement says."""

from __future__ import annotations

from collections.abc import Sequence
from string import Formatter
from typing import NamedTuple
from urllib.parse import unquote

from statement_kit.languages.quotation import typographic
from statement_kit.languages.registry import Language
from statement_kit.markup import Inline, Mark, MarkKind, parse_inline


class Spoken(NamedTuple):
    """A final text, and what stands out in it, in the order it begins, an outer mark before those it holds."""

    text: str
    marks: tuple[Mark, ...] = ()

    def __add__(self, other: object) -> Spoken:
        """One behind the other."""
        if not isinstance(other, Spoken):
            return NotImplemented
        return Spoken(self.text + other.text, (*self.marks, *moved(other.marks, len(self.text))))

    def marked(self, kind: MarkKind, target: str = "") -> Spoken:
        """The same, marked as a whole."""
        return Spoken(self.text, (Mark(0, len(self.text), kind, target), *self.marks))


def moved(marks: Sequence[Mark], by: int) -> tuple[Mark, ...]:
    """Marks of a text before which so many characters were put."""
    return tuple(mark._replace(start=mark.start + by, end=mark.end + by) for mark in marks)


def clause_text(text: str, language: Language) -> Spoken:
    """A clause as it will stand, its Markdown read; references to notes still without their numbers."""
    inline = parse_inline(text)
    return Spoken(final_text(inline, language), inline.marks)


def name_text(name: str, language: Language) -> Spoken:
    """A name, which is data: its quotation marks are set, nothing else is read from it (N09, N17)."""
    return Spoken(typographic(name, language))


def final_text(inline: Inline, language: Language) -> str:
    """The text with the language's quotation marks; addresses that stand in it stay as they are (N02)."""
    text = typographic(inline.text, language)
    for mark in inline.marks:
        words = inline.text[mark.start : mark.end]
        if mark.kind is MarkKind.LINK and unquote(mark.target).endswith(words):
            text = text[: mark.start] + words + text[mark.end :]
    return text


def filled_pattern(pattern: str, language: Language, /, **values: Spoken | str) -> Spoken:
    """One of the kit's words with its placeholders filled."""
    whole = Spoken("")
    for literal, name, _, _ in Formatter().parse(typographic(pattern, language)):
        whole += Spoken(literal)
        if name is not None:
            value = values[name]
            whole += Spoken(value) if isinstance(value, str) else value
    return whole


def joined(parts: Sequence[Spoken], between: str) -> Spoken:
    """Some texts in a row, with something between each two."""
    whole = Spoken("")
    for n, part in enumerate(parts):
        whole += (Spoken(between) if n else Spoken("")) + part
    return whole
