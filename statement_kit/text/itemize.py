"""Text cut into runs of one script and one font (T04), before anything is shaped (UAX #24)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterable, Iterator
from functools import lru_cache
from typing import NamedTuple

import uharfbuzz as hb

from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.text.fonts import FontSet, SizedFont


class Run(NamedTuple):
    """A stretch of text that is shaped as one: offsets in code points, script, font."""

    start: int
    end: int
    script: str
    font: SizedFont


@lru_cache(maxsize=2048)
def script_of(char: str) -> str | None:
    """The ISO 15924 code of a character's script; None for what all scripts share (spaces, digits, marks)."""
    buffer = hb.Buffer()
    buffer.add_str(char)
    buffer.guess_segment_properties()
    script: str | None = buffer.script
    return script


MOST_NAMED = 5
"""Most characters that one finding names."""


@lru_cache(maxsize=512)
def script_spans(text: str, main_script: str) -> tuple[tuple[int, int, str], ...]:
    """A text cut by script: start, end and ISO 15924 code of each stretch, in code points.

    Remembered, since a paragraph with many marks is asked for stretch by stretch, and each again for its tags.

    What all scripts share goes with its neighbours: spaces, digits and marks with what stands before
    them, an opening bracket or quote with what it opens, its closing fellow with the same, so that a pair
    always comes from one face; an apostrophe closes none. A text without any letter is in the main script.
    """
    if text and text.replace("\u00a0", " ").isascii():  # nearly every name, heading and address in English
        return ((0, len(text), _LATIN if any(map(str.isalpha, text)) else main_script),)
    kinds = _APOSTROPHE.sub("'", text).translate(_KINDS)
    first = next((kind for kind in kinds if kind not in _SHARED), None)
    current = _KINDS.script(first) if first else main_script
    opened: list[tuple[str, str]] = []
    spans: list[tuple[int, int, str]] = []
    for stretch in _STRETCH.finditer(kinds):
        kind, (start, end) = stretch[0][0], stretch.span()
        script = current
        if kind == _OPENS:
            follower = next((other for other in kinds[end:] if other not in _SHARED), None)
            script = _KINDS.script(follower) if follower else current
            opened.append((_PAIRS[text[start]], script))
        elif kind == _CLOSES and opened and opened[-1][0] == text[start]:
            _, script = opened.pop()
        elif kind not in _SHARED:
            script = current = _KINDS.script(kind)
        if spans and spans[-1][2] == script:
            start = spans.pop()[0]
        spans.append((start, end, script))
    return tuple(spans)


_LATIN = "Latn"
_OPENS, _CLOSES, _NEUTRAL = "(", ")", " "
_SHARED = frozenset((_OPENS, _CLOSES, _NEUTRAL))
_STRETCH = re.compile(r"[()]|([^()])\1*", re.DOTALL)
_PAIRS = {"(": ")", "[": "]", "{": "}", "“": "”", "‘": "’", "«": "»", "‹": "›"}
_APOSTROPHE = re.compile("(?<=[A-Za-zÀ-ɏ])’(?=[A-Za-zÀ-ɏ])")
"""A closing quotation mark to look at, but between Latin letters it closes nothing."""


class _Kinds(dict[int, str]):
    """What each code point is to itemization, found when first met: a bracket, shared, or a letter for its script."""

    def __init__(self) -> None:
        self._scripts: list[str] = []

    def __missing__(self, code_point: int) -> str:
        char = chr(code_point)
        script = script_of(char)
        if script is not None:
            if script not in self._scripts:
                self._scripts.append(script)
            kind = chr(ord("A") + self._scripts.index(script))
        else:
            kind = _OPENS if char in _PAIRS else _CLOSES if char in _PAIRS.values() else _NEUTRAL
        self[code_point] = kind
        return kind

    def script(self, kind: str) -> str:
        """The script that a letter stands for."""
        return self._scripts[ord(kind) - ord("A")]


_KINDS = _Kinds()


def itemize(text: str, fonts: FontSet, stretch: slice = slice(None)) -> list[Run]:
    """Cut a text, or a stretch of it, into runs; what scripts share is judged by the whole text.

    Raises:
        FontError: With one finding that names every character no font of the set can draw (T05).
    """
    runs: list[Run] = []
    missing: list[str] = []
    first, last, _ = stretch.indices(len(text))
    for span_start, span_end, script in script_spans(text, fonts.main_script):
        start, end = max(span_start, first), min(span_end, last)
        if start >= end:
            continue
        font = fonts.choose_for_all(set(text[start:end]), script)
        runs += [Run(start, end, script, font)] if font else _by_font(text, start, end, script, fonts, missing)
    if missing:
        raise FontError([missing_glyphs(missing)])
    return runs


def _by_font(text: str, start: int, end: int, script: str, fonts: FontSet, missing: list[str]) -> Iterator[Run]:
    """A stretch of one script cut where its characters come from different fonts."""
    current: SizedFont | None = None
    for at in range(start, end):
        char = text[at]
        font = current if current and _joins(char) and current.font.covers(char) else fonts.choose(char, script)
        if font is None:
            missing.append(char)
        elif font is not current:
            if current:
                yield Run(start, at, script, current)
            start, current = at, font
    if current:
        yield Run(start, end, script, current)


def _joins(char: str) -> bool:
    """Whether a character belongs to the one before it and so, where it can, to its font."""
    return unicodedata.category(char)[0] == "M" or char in "\u200c\u200d"


def missing_glyphs(chars: Iterable[str]) -> Diagnostic:
    """The one finding that no font can draw these characters, each named once."""
    names = [_named(char) for char in dict.fromkeys(chars)]
    more = f" and {len(names) - MOST_NAMED} more" if len(names) > MOST_NAMED else ""
    return Diagnostic(
        "font/missing-glyph",
        f"No font of this brand can draw {', '.join(names[:MOST_NAMED])}{more}.",
        hint="Replace what cannot be drawn, or choose a typeface that has it.",
    )


def _named(char: str) -> str:
    """A character, its code point and name; without itself where that would only steer how the message is shown."""
    name = f"U+{ord(char):04X} {unicodedata.name(char, 'unnamed character')}"
    return name if unicodedata.category(char) in ("Cc", "Cf") else f"“{char}” ({name})"
