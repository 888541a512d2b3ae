"""The tables of `BRANDS.md`, made from the table of keys: what each key says, and how each role looks at first."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from typing import Any

from statement_kit.brand import Brand
from statement_kit.source.brand_key import BrandKey, header
from statement_kit.source.brand_keys import KEYS
from statement_kit.source.brand_style_keys import STYLE_KEYS

_SHOWN = ("face", "size", "leading", "before", "after", "colour")
"""The keys of a style that every role has a value of its own for."""


def key_table() -> str:
    """Every key: where it stands, what it says, what it may be, what it is where nothing is said, and an example."""
    return _table(("key", "says", "may be", "else", "example"), map(_key_row, KEYS))


def role_table() -> str:
    """Every role, and how it looks where a brand says nothing."""
    keys = {key.name: key for key in STYLE_KEYS}
    styles = Brand().styles.items()
    rows = ([_code(str(role)), *(_shown(keys[name], style) for name in _SHOWN)] for role, style in styles)
    return _table(("role", *_SHOWN), rows)


def _key_row(key: BrandKey) -> list[str]:
    shown = header(key.steps[:-1])
    name = key.name if key.name.islower() else f"{key.name} …"
    where = f"{_code(shown)} {_code(name)}" if shown else _code(name)
    return [where, key.meaning, key.kind.words, _code(key.default) if key.default else "", _code(_example(key))]


def _example(key: BrandKey) -> str:
    return f"{key.sample[-1]} = {key.example}"


def _shown(key: BrandKey, style: Any) -> str:
    return _code(key.kind.written(getattr(style, key.at[-1])))


def _code(text: str) -> str:
    return f"`{text}`"


def _table(head: Iterable[str], rows: Iterable[Iterable[str]]) -> str:
    def lines() -> Iterator[str]:
        names = list(head)
        yield f"| {' | '.join(names)} |"
        yield f"|{'---|' * len(names)}"
        for row in rows:
            yield f"| {' | '.join(cell.replace('|', chr(92) + '|') for cell in row)} |"

    return "\n".join(lines())
