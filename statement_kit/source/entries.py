"""Tables within a TOML file whose keys each hold one kind of value: `[annex]`; and names and paths in them."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import PurePosixPath, PureWindowsPath
from typing import Any, NamedTuple

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.source.toml_table import TomlTable


class Key(NamedTuple):
    """A key of a table: what it may hold, in words and as a question."""

    words: str
    holds: Callable[[Any], bool]


def is_name(value: str) -> bool:
    """Whether it can be seen, on one line."""
    return bool(value.strip()) and value.isprintable()


def is_inside(value: Any) -> bool:
    """Whether it is a path that leads nowhere but into the folder, on any system."""
    if not isinstance(value, str) or not is_name(value) or "\\" in value:
        return False
    return not PureWindowsPath(value).anchor and ".." not in PurePosixPath(value).parts and value != "."


def entry_values(table: TomlTable, entry: Any, keys: Mapping[str, Key], where: Location, what: str) -> dict[str, Any]:
    """What is right of an entry; what is not is reported."""
    if not isinstance(entry, dict):
        hint = f"Write it with these keys: {', '.join(keys)}."
        table.diagnostics.append(wrong("wrong-type", f"This {what} cannot be read.", where, hint))
        return {}
    for key, value in entry.items():
        if key not in keys:
            message, hint = f"There is no key “{key}” for a {what}.", f"Known keys: {', '.join(keys)}."
            table.diagnostics.append(wrong("unknown-key", message, where, hint))
        elif not keys[key].holds(value):
            message, hint = f"“{key}” of a {what} cannot be {value!r}.", f"Write {keys[key].words}."
            table.diagnostics.append(wrong("wrong-value", message, where, hint))
    return {key: value for key, value in entry.items() if key in keys and keys[key].holds(value)}


def wrong(rule: str, message: str, where: Location, hint: str) -> Diagnostic:
    """A finding about a file; `rule` comes without its family."""
    return Diagnostic(f"source/{rule}", message, where, hint)
