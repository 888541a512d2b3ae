"""On which line each key of a TOML file stands: what Python's own reader does not tell."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

KeyPath = tuple[str | int, ...]
"""The names of a key from the outermost table on; the tables of an array count from 0."""

_TOKEN = re.compile(
    r'"""(?:[^"\\]|\\.|"(?!""))*+"{3,5}|\'\'\'.*?\'{3,5}|"(?:[^"\\\n]|\\.)*+"|\'[^\'\n]*+\'|#[^\n]*+|[\[\]{},\n]',
    re.DOTALL,
)
"""What a line can go on behind, or end with: texts and comments whole, brackets, commas, line ends."""

_NAME = re.compile(r"""\s*(?:"((?:[^"\\]|\\.)*)"|'([^']*)'|([A-Za-z0-9_-]+))\s*(\.?)""")
_ESCAPE = re.compile(r"\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{8})|.)")


def key_lines(text: str, first_line: int = 1) -> Mapping[KeyPath, int]:
    """The line of every key and table of a text that is valid TOML, and of each inline table of an array.

    Keys within inline tables are left out: they may not be on lines of their own.

    Args:
        text: The TOML source.
        first_line: The line of the file on which it begins.
    """
    lines: dict[KeyPath, int] = {}
    counts: dict[KeyPath, int] = {}
    table: KeyPath = ()
    for number, statement, items in _statements(text):
        is_array, is_table = statement.startswith("[["), statement.startswith("[")
        names = list(_names(statement.lstrip("[ \t")))
        if is_table:
            table = _within_arrays(names[:-1], counts) + tuple(names[-1:])
            if is_array:
                counts[table] = counts.get(table, -1) + 1
            lines.setdefault(table, number + first_line - 1)
            table = _counted(table, counts)
            path = table
        else:
            path = (*table, *names)
        for length in range(1, len(path) + 1):
            lines.setdefault(path[:length], number + first_line - 1)
        lines.update({(*path, n): line + first_line - 1 for n, line in items.items()})
    return lines


def nearest_line(lines: Mapping[KeyPath, int], path: KeyPath) -> int | None:
    """The line of a key; that of the nearest table it stands in, where it has none; None where neither has."""
    known = (lines.get(path[:length]) for length in range(len(path), 0, -1))
    return next(filter(None, known), None)


def _statements(text: str) -> Iterator[tuple[int, str, dict[int, int]]]:
    """Each key with its value, and each header: its line, counted from 1, and those of the tables in its list."""
    start, depth = 0, 0
    line = first = 1
    outermost, item, items = "", 0, dict[int, int]()
    for token in _TOKEN.finditer(text + "\n"):
        part = token[0]
        if depth == 0 and part in ("[", "{"):
            outermost, item = part, 0
        elif depth == 1 and outermost == "[" and part == "{":
            items[item] = line
        elif depth == 1 and part == ",":
            item += 1
        depth += (part in "[{") - (part in "]}")
        line += part.count("\n")
        if part == "\n" and depth == 0:
            statement = text[start : token.start()].strip()
            lead = text[start : token.start()]
            skipped = len(lead) - len(lead.lstrip())
            if statement and not statement.startswith("#"):
                yield first + text.count("\n", start, start + skipped), statement, items
            start, first, items = token.end(), line, {}


def _names(statement: str) -> Iterator[str]:
    """The names of a dotted key at the beginning of a line."""
    at = 0
    while found := _NAME.match(statement, at):
        quoted, literal, bare, dot = found.groups()
        yield _unescaped(quoted) if quoted is not None else literal if literal is not None else bare
        if not dot:
            return
        at = found.end()


def _unescaped(text: str) -> str:
    return _ESCAPE.sub(lambda found: chr(int(found[1] or found[2], 16)) if found[1] or found[2] else found[0][1], text)


def _within_arrays(names: list[str], counts: Mapping[KeyPath, int]) -> KeyPath:
    """A path to a table, through the last entry of each array on the way."""
    path: KeyPath = ()
    for name in names:
        path = _counted((*path, name), counts)
    return path


def _counted(path: KeyPath, counts: Mapping[KeyPath, int]) -> KeyPath:
    return (*path, counts[path]) if path in counts else path
