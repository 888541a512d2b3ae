"""`[[parallel]]` in the front matter of a statement: its editions in several languages at once."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from typing import Any

from statement_kit.diagnostics import Location, SourceError, locate
from statement_kit.editions import Arrangement, ParallelEdition, repeated_names
from statement_kit.source.entries import Key, entry_values, wrong
from statement_kit.source.toml_table import TomlTable

_PARALLEL = "parallel"
_WHAT = "parallel edition"

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
    entries = front.take(_PARALLEL, list, []) or []
    found = [
        edition
        for number, entry in enumerate(entries)
        for edition in _editions(front, entry, front.where(_PARALLEL, number), at_hand)
    ]
    for name in repeated_names(found):
        hint = "Name them in another order in one of the two, or remove it: both would be one file."
        front.report("repeated-edition", _PARALLEL, f"There are two parallel editions {name}.", hint)
    return tuple(found)


def _editions(front: TomlTable, entry: Any, where: Location, at_hand: Sequence[str]) -> Iterator[ParallelEdition]:
    """The edition of an entry, if there is nothing wrong with it."""
    values = entry_values(front, entry, _KEYS, where, _WHAT)
    if "languages" not in values:
        if isinstance(entry, dict) and "languages" not in entry:
            hint = f"Add it: languages = … ({_KEYS['languages'].words})."
            front.diagnostics.append(wrong("missing-key", f"A {_WHAT} has no “languages”.", where, hint))
        return
    tags = values["languages"]
    for tag in dict.fromkeys(tag for tag in tags if tag not in at_hand):
        message = f"A {_WHAT} names “{tag}”, which is no language of the statement."
        hint = f"Choose from {', '.join(at_hand)}, or add it to translations."
        front.diagnostics.append(wrong("unknown-language", message, where, hint))
    try:
        yield ParallelEdition(tuple(tags), Arrangement(values.get("arrangement", Arrangement.IN_TURN)))
    except SourceError as error:
        front.diagnostics += locate(error.diagnostics, {_PARALLEL: where})
