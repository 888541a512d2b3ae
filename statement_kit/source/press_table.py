"""`[press]` in the front matter of a statement: what newsrooms expect around it."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, datetime
from typing import Any

from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.press import ADDRESSEE, PLACE, REVISION, Press, Revision, Speaker, Status
from statement_kit.press_checks import PRESS
from statement_kit.source.table_values import DAY, TABLE, TEXT, TEXTS, YES_OR_NO, Key, names_by_language, table_values
from statement_kit.source.toml_table import TomlTable

SPEAKERS = "speakers"

_KEYS: Mapping[str, Key] = {
    "status": Key(f"one of {', '.join(f'“{status}”' for status in Status)}", lambda value: value in tuple(Status)),
    "embargo": Key(
        "a time with its offset, 2025-07-28T09:00:00+07:00, without quotes", lambda value: isinstance(value, datetime)
    ),
    "reference": TEXT,
    PLACE: TEXT,
    ADDRESSEE: TEXTS,
    "languages": YES_OR_NO,
    "prevails": Key('the tag of a language, "en"', lambda value: isinstance(value, str)),
    "end_mark": YES_OR_NO,
    REVISION: TABLE,
    SPEAKERS: TABLE,
}
_REVISION: Mapping[str, Key] = {
    "number": Key(
        "a whole number, 2 for the first correction",
        lambda value: isinstance(value, int) and not isinstance(value, bool),
    ),
    "date": DAY,
    "note": TEXT,
}
_SPEAKER: Mapping[str, Key] = {"name": TEXT, "names": TABLE, "role": TEXT, "consent": DAY}


def take_press(front: TomlTable, tags: Sequence[str]) -> Press:
    """What `[press]` says; what is wrong with it is reported.

    Args:
        front: The front matter.
        tags: The languages of the statement, its own first.
    """
    values = table_values(front, (PRESS,), front.take(PRESS, dict, {}) or {}, _KEYS)
    prevails = values.get("prevails", "")
    if prevails and prevails not in tags:
        message = f"The version in “{prevails}” cannot prevail: there is none."
        hint = f"Write one of {', '.join(tags)}."
        front.diagnostics.append(Diagnostic("press/prevails", message, front.where_at(PRESS, "prevails"), hint))
    return Press(
        Status(values["status"]) if "status" in values else None,
        values.get("embargo"),
        values.get("reference", ""),
        values.get(PLACE, ""),
        tuple(values.get(ADDRESSEE, ())),
        tuple(tags) if values.get("languages") else (),
        prevails if prevails in tags else "",
        values.get("end_mark"),
        _revision(front, values.get(REVISION)),
        tuple(_speakers(front, values.get(SPEAKERS, {}), tags)),
    )


def _revision(front: TomlTable, table: Mapping[str, Any] | None) -> Revision | None:
    if table is None:
        return None
    values = table_values(front, (PRESS, REVISION), table, _REVISION, _REVISION)
    # what is missing was reported; the rest is looked at all the same
    return Revision(values.get("number", 2), values.get("date", date.min), values.get("note", "…"))


def _speakers(front: TomlTable, table: Mapping[str, Any], tags: Sequence[str]) -> Iterator[Speaker]:
    speakers = table_values(front, (PRESS, SPEAKERS), table, dict.fromkeys(table, TABLE))
    for key, entry in speakers.items():
        path = (PRESS, SPEAKERS, key)
        values = table_values(front, path, entry, _SPEAKER, ["name"])
        names = names_by_language(front, (*path, "names"), values.get("names", {}), tags)
        yield Speaker(key, values.get("name", key), values.get("role", ""), names, values.get("consent"))


def press_places(front: TomlTable, press: Press) -> Iterator[tuple[str, Location]]:
    """Where each clause of `[press]` stands, and each of its keys that findings name."""
    yield from ((key, front.where_at(PRESS, key)) for key in _KEYS if key not in (ADDRESSEE, REVISION, SPEAKERS))
    yield PRESS, front.where(PRESS)
    yield REVISION, front.where_at(PRESS, REVISION, "note")
    yield from ((f"{ADDRESSEE}.{n}", front.where_at(PRESS, ADDRESSEE)) for n, _ in enumerate(press.to, 1))
    yield from ((one.clause, front.where_at(PRESS, SPEAKERS, one.key)) for one in press.speakers)
