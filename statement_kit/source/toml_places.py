"""Where in a TOML file a key within tables stands, as far as its lines tell."""

from __future__ import annotations

import re
from collections.abc import Sequence

_HEADER = re.compile(r"\s*\[")


def line_within(lines: Sequence[str], path: Sequence[str]) -> int | None:
    """The line, counted from 0, of the key that a path of keys leads to; the nearest table that has a line of its own.

    `("press", "revision", "note")` is found in `[press.revision]` as in an inline table of `[press]`. None where
    nothing of the path stands between brackets.
    """
    for depth in range(len(path), 0, -1):
        header = _header(path[:depth])
        for at, line in enumerate(lines):
            if header.match(line):
                return at if depth == len(path) else _key_below(lines, at, path[depth])
    return None


def _header(path: Sequence[str]) -> re.Pattern[str]:
    """The line that opens a table."""
    keys = r"\s*\.\s*".join(map(_written, path))
    return re.compile(rf"\s*\[\s*{keys}\s*\]")


def _key_below(lines: Sequence[str], header: int, key: str) -> int:
    """The line of a key in the table that a line opens; the line itself, where the key has none of its own."""
    pattern = re.compile(rf"\s*{_written(key)}\s*[=.]")
    for at in range(header + 1, len(lines)):
        if _HEADER.match(lines[at]):
            break
        if pattern.match(lines[at]):
            return at
    return header


def _written(key: str) -> str:
    """A key as it may be written, with its quotation marks or without."""
    return rf"[\"']?{re.escape(key)}[\"']?"
