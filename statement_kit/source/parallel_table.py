"""`[[parallel]]` in the front matter of a statement: its editions in several languages at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from statement_kit.diagnostics import SourceError, locate
from statement_kit.editions import Arrangement, ParallelEdition, repeated_names
from statement_kit.source.table_values import Key, array_tables, table_values
from statement_kit.source.toml_lines import KeyPath
from statement_kit.source.toml_table import TomlTable, wrong

_PARALLEL = "parallel"

_KEYS: Mapping[str, Key] = {
    "languages": Key(
        'a list of language tags in quotes, ["km", "en"]',
        lambda value: isinstance(value, list) and all(isinstance(tag, str) for tag in value),
    ),
    "arrangement": Key(
        "one of " + ", ".join(f'"{value}"' for value in Arrangement), lambda value: value in tuple(Arrangement)
    ),
}


def take_parallel(front: TomlTable, at_hand: Sequence[str]) -> tuple[ParallelEdition, ...]:
    """The parallel editions that a statement asks for; what is wrong with them is reported.

    Args:
        front: Its front matter.
        at_hand: The languages it is in.
    """
    found = [
        edition
        for path, table in array_tables(front, _PARALLEL, '{ languages = ["km", "en"] }')
        if table is not None
        for edition in _editions(front, path, table, at_hand)
    ]
    for name in repeated_names(found):
        hint = "Name them in another order in one of the two, or remove it: both would be one file."
        front.report("repeated-edition", _PARALLEL, f"There are two parallel editions {name}.", hint)
    return tuple(found)


def _editions(
    front: TomlTable, path: KeyPath, table: Mapping[str, Any], at_hand: Sequence[str]
) -> Iterator[ParallelEdition]:
    """The edition that a table asks for, if there is nothing wrong with it."""
    values = table_values(front, path, table, _KEYS, ["languages"])
    if "languages" not in values:
        return
    tags, where = values["languages"], front.where_at(*path, "languages")
    for tag in dict.fromkeys(tag for tag in tags if tag not in at_hand):
        message = f"A parallel edition names “{tag}”, which is no language of the statement."
        hint = f"Choose from {', '.join(at_hand)}, or add it to translations."
        front.diagnostics.append(wrong("unknown-language", message, where, hint))
    try:
        yield ParallelEdition(tuple(tags), Arrangement(values.get("arrangement", Arrangement.IN_TURN)))
    except SourceError as error:
        front.diagnostics += locate(error.diagnostics, {_PARALLEL: where})
