"""TOML with manners: every wrong, missing or unknown key becomes a diagnostic with its line."""

from __future__ import annotations

import re
import tomllib
from collections.abc import Collection, Iterator, Mapping
from datetime import date, datetime, time
from difflib import get_close_matches
from typing import Any, TypeVar

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.source.toml_lines import KeyPath, key_lines, nearest_line

T = TypeVar("T")

_MOST_SHOWN = 60
"""How many characters of a value or a name a finding repeats."""

_IN_WORDS: dict[type, str] = {
    str: 'a text in quotes, "like this"',
    date: "a date without quotes, like 2025-07-28",
    list: "a list in square brackets",
    dict: "a table, { like = this }",
    bool: "true or false",
    int: "a whole number",
}


class TomlTable:
    """A TOML table whose keys are taken one by one; what is wrong is collected in `diagnostics`.

    Args:
        text: The TOML source.
        path: The file it came from, for messages.
        first_line: The line of the file on which `text` begins.

    Raises:
        SourceError: The text is not TOML at all.
    """

    def __init__(self, text: str, path: str, first_line: int = 1) -> None:
        self._lines = text.split("\n")
        self._path = path
        self._first_line = first_line
        self._taken: list[str] = []
        self._key_lines: Mapping[KeyPath, int] | None = None
        self.diagnostics: list[Diagnostic] = []
        self._values = parse_toml(text, path, first_line)

    def take(self, key: str, kind: type[T], default: T | None = None, *, required: bool = False) -> T | None:
        """The value of a key, checked for its type; the default where it is absent or wrong."""
        self._taken.append(key)
        if key not in self._values:
            if required:
                message, hint = f"The key “{key}” is missing.", f"Add it: {key} = … ({_IN_WORDS[kind]})."
                start = Location(self._path, self._first_line)
                self.diagnostics.append(Diagnostic("source/missing-key", message, start, hint))
            return default
        value = self._values[key]
        if not _is_a(value, kind):
            self.report("wrong-type", key, f"“{key}” must be {_IN_WORDS[kind]}.", f"It is {shown(value)} now.")
            return default
        return value  # type: ignore[no-any-return]

    def finish(self) -> None:
        """Report every key that nobody took."""
        for key in self._values:
            if key in self._taken:
                continue
            self.report("unknown-key", key, f"There is no key “{key}” here.", known_keys(key, self._taken))

    def report(self, rule: str, key: str, message: str, hint: str) -> None:
        """Add a finding about a key, at its line."""
        self.diagnostics.append(wrong(rule, message, self.where(key), hint))

    def where(self, key: str) -> Location:
        """The line of a key; the file alone where the key is absent."""
        return Location(self._path, next(self._lines_of(key), None))

    def where_at(self, *path: str | int) -> Location:
        """The line of a key within tables; that of the nearest table, where it has none of its own."""
        if self._key_lines is None:  # only now: to find lines takes time, and most files have nothing wrong
            self._key_lines = key_lines("\n".join(self._lines), self._first_line)
        return Location(self._path, nearest_line(self._key_lines, path))

    def _lines_of(self, key: str) -> Iterator[int]:
        """The lines that begin with a key."""
        pattern = re.compile(rf"\s*(\[+\s*)?[\"']?{re.escape(key)}[\"']?\s*[=.\]]")
        return (number for number, line in enumerate(self._lines, self._first_line) if pattern.match(line))


def wrong(rule: str, message: str, where: Location, hint: str) -> Diagnostic:
    """A finding about a file; `rule` comes without its family."""
    return Diagnostic(f"source/{rule}", message, where, hint)


_TOO_DEEP = re.compile(r"""(?<![\w"'-])(?:(?:[\w-]++|"[^"\n]*+"|'[^'\n]*+')\s*+\.\s*+){33}""")
"""A key of more names than anybody types: Python's reader takes the square of their number of steps."""


def parse_toml(text: str, path: str, first_line: int = 1) -> dict[str, Any]:
    """What a TOML text says.

    Args:
        text: The TOML source.
        path: The file it came from, for messages.
        first_line: The line of the file on which it begins.

    Raises:
        SourceError: It is not TOML, or its keys, numbers or brackets go beyond all measure.
    """
    if deep := _TOO_DEEP.search(text):
        line = text.count("\n", 0, deep.start()) + 1
        raise SourceError(
            [_syntax_error(f"a key has too many dots (at line {line}, column 1)", text, path, first_line)]
        )
    try:
        return tomllib.loads(text)
    except (ValueError, RecursionError) as error:  # TOMLDecodeError, numbers too long, brackets too deep
        raise SourceError([_syntax_error(str(error), text, path, first_line)]) from error


def _syntax_error(message: str, text: str, path: str, first_line: int) -> Diagnostic:
    at = re.search(r"\(at line (\d+), column \d+\)", message)
    last = text.count("\n") if "at end of document" in message else 0
    line = first_line + (int(at[1]) - 1 if at else last)
    known = "(at " in message
    plain = re.sub(r"\s*\(at [^)]*\)", "", message) if known else "a number is too long, or brackets too deep"
    return Diagnostic(
        "source/toml-syntax",
        f"This is not valid TOML: {plain}.",
        Location(path, line),
        'Each line is “key = value”, texts stand in straight double quotes: language = "en".',
    )


def shown(value: object) -> str:
    """A value as it may stand in a TOML file, as far as one line shows it."""
    text = _typed(value)
    return text if len(text) <= _MOST_SHOWN else f"{text[: _MOST_SHOWN - 1]}…"


def _typed(value: object) -> str:
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, date | time):
        return value.isoformat()
    if isinstance(value, list):
        return f"[{', '.join(map(_typed, value))}]"
    if isinstance(value, dict):
        return f"{{ {', '.join(f'{key} = {_typed(inner)}' for key, inner in value.items())} }}"
    return repr(value)


def known_keys(name: str, known: Collection[str]) -> str:
    """What to do about a key that nobody knows: the one that was meant, or all that there are."""
    close = get_close_matches(name[:_MOST_SHOWN], known, 1)
    return f"Did you mean “{close[0]}”?" if close else f"Known keys: {', '.join(sorted(known))}."


def _is_a(value: object, kind: type) -> bool:
    if kind is date:
        return isinstance(value, date) and not isinstance(value, datetime)
    if kind is int:
        return isinstance(value, int) and not isinstance(value, bool)
    return isinstance(value, kind)
