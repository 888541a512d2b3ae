"""Tables of the front matter whose keys are checked one by one, each wrong one at its own line."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any, NamedTuple

from statement_kit.source.toml_lines import KeyPath
from statement_kit.source.toml_table import TomlTable, known_keys, shown, wrong
from statement_kit.values import is_blank


class Key(NamedTuple):
    """A key of a table: what it may hold, in words and as a question."""

    words: str
    holds: Callable[[Any], bool]


def is_text(value: Any) -> bool:
    """Whether it is a text that says something."""
    return isinstance(value, str) and not is_blank(value)


def are_texts(value: Any) -> bool:
    """Whether it is a list of such texts, at least one."""
    return isinstance(value, list) and bool(value) and all(map(is_text, value))


def is_day(value: Any) -> bool:
    """Whether it is a date without a time."""
    return isinstance(value, date) and not isinstance(value, datetime)


TEXT = Key('a text in quotes, "like this"', is_text)
TEXTS = Key('texts in quotes, ["like this", "and this"]', are_texts)
DAY = Key("a date without quotes, 2025-07-28", is_day)
YES_OR_NO = Key("true or false", lambda value: isinstance(value, bool))
TABLE = Key("a table of its own", lambda value: isinstance(value, dict))


def array_tables(front: TomlTable, key: str, example: str) -> Iterator[tuple[KeyPath, Mapping[str, Any] | None]]:
    """Each table of an array of the front matter, behind the keys that lead to it; None for what is none, reported.

    Args:
        front: The front matter.
        key: The name of the array.
        example: How one of its tables is written.
    """
    for number, entry in enumerate(front.take(key, list, []) or []):
        is_table = isinstance(entry, dict)
        if not is_table:
            message, where = f"An entry of “{key}” cannot be {shown(entry)}.", front.where_at(key, number)
            front.diagnostics.append(wrong("wrong-type", message, where, f"Write a table: {example}."))
        yield (key, number), entry if is_table else None


def table_values(
    front: TomlTable,
    path: KeyPath,
    table: Mapping[str, Any],
    keys: Mapping[str, Key],
    needed: Collection[str] = (),
) -> dict[str, Any]:
    """What is right of a table within the front matter; what is not, unknown or lacking is reported at its line.

    Args:
        front: The front matter.
        path: The keys that lead to the table.
        table: What it says.
        keys: What it may say.
        needed: What it must say.
    """
    name = ".".join(step for step in path if isinstance(step, str))
    for key, value in table.items():
        if key in keys and keys[key].holds(value):
            continue
        where = front.where_at(*path, key)  # only now: to find a line takes time, and there may be many keys
        if key not in keys:
            message = f"There is no key “{key}” in [{name}]."
            front.diagnostics.append(wrong("unknown-key", message, where, known_keys(key, keys)))
        else:
            message, hint = f"“{key}” in [{name}] cannot be {shown(value)}.", f"Write {keys[key].words}."
            front.diagnostics.append(wrong("wrong-value", message, where, hint))
    for key in needed:
        if key not in table:
            message, hint = f"The key “{key}” is missing in [{name}].", f"Add it: {key} = … ({keys[key].words})."
            front.diagnostics.append(wrong("missing-key", message, front.where_at(*path), hint))
    return {key: value for key, value in table.items() if key in keys and keys[key].holds(value)}


def names_by_language(front: TomlTable, path: KeyPath, names: Mapping[str, Any], tags: Sequence[str]) -> dict[str, str]:
    """What somebody is called in some of the statement's languages; what is wrong of it is reported."""
    return table_values(front, path, names, dict.fromkeys(tags, TEXT))
