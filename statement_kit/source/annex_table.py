"""`[annex]` in the front matter of a statement: how its annex shows who signed."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar

from statement_kit.diagnostics import locate
from statement_kit.endorser_checks import annex_problems
from statement_kit.endorsers import Annex, Fact, Group, Numbers, Order
from statement_kit.source.table_values import Key, table_values
from statement_kit.source.toml_table import TomlTable

ANNEX = "annex"

E = TypeVar("E", bound=StrEnum)


def _choice(values: Iterable[str]) -> Key:
    known = tuple(values)
    return Key("one of " + ", ".join(f'"{value}"' for value in known), known.__contains__)


def _are_facts(value: Any) -> bool:
    return isinstance(value, list) and all(fact in tuple(Fact) for fact in value)


_KEYS: Mapping[str, Key] = {
    "order": _choice(Order),
    "group": _choice(Group),
    "numbers": _choice(Numbers),
    "show": Key("a list of these: " + ", ".join(f'"{fact}"' for fact in Fact), _are_facts),
    "closed": Key("a day, 2025-07-28, or a time, 2025-07-28T18:00:00+07:00", lambda value: isinstance(value, date)),
    "as_of": Key("a time, 2025-07-29T12:00:00+07:00", lambda value: isinstance(value, datetime)),
    "time_zone": Key('the name of a time zone, "Asia/Phnom_Penh"', lambda value: isinstance(value, str)),
}


def take_annex(front: TomlTable) -> Annex:
    """What `[annex]` says; what is wrong with it is reported."""
    values = table_values(front, (ANNEX,), front.take(ANNEX, dict, {}) or {}, _KEYS)
    annex = Annex(
        Order(values.get("order", Order.GIVEN)),
        Group(values.get("group", Group.NOTHING)),
        Numbers(values["numbers"]) if "numbers" in values else None,
        tuple(Fact(fact) for fact in values.get("show", ())),
        values.get("closed"),
        values.get("as_of"),
        values.get("time_zone", ""),
    )
    problems = list(annex_problems(annex))
    front.diagnostics += locate(problems, {ANNEX: front.where(ANNEX)})
    return Annex() if problems else annex
