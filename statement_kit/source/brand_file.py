"""`brand.toml`: whose letterhead, which colour, which paper."""

from __future__ import annotations

import re
from dataclasses import replace
from typing import Any

from statement_kit.brand import Brand, Paper
from statement_kit.diagnostics import Location, SourceError
from statement_kit.source.toml_table import TomlTable

_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")


def parse_brand(text: str, path: str) -> tuple[Brand, dict[str, Location]]:
    """The kit's own look with what the brand changes; and where its name and letterhead stand, for later findings.

    Raises:
        SourceError: With every key that is unknown or wrong.
    """
    table = TomlTable(text, path)
    brand = Brand()
    names = _per_language(table, "name", str)
    letterhead = _per_language(table, "letterhead", list)
    accent = table.take("accent", str)
    paper = table.take("paper", str)
    if accent is not None and not _COLOUR.fullmatch(accent):
        table.report("wrong-colour", "accent", f"“{accent}” is not a colour.", 'Write it as "#9b2226".')
    if paper is not None and paper not in set(Paper):
        table.report("wrong-paper", "paper", f"There is no paper “{paper}”.", f"Known: {', '.join(Paper)}.")
    table.finish()
    if table.diagnostics:
        raise SourceError(table.diagnostics)
    places = {f"brand.{key}": table.where(key) for key in ("name", "letterhead")}
    changed = replace(
        brand,
        names=names,
        letterhead={tag: tuple(lines) for tag, lines in letterhead.items()},
        colours={**brand.colours, **({"accent": accent.lower()} if accent else {})},
        paper=Paper(paper) if paper else brand.paper,
    )
    return changed, {**places, "letterhead": places["brand.letterhead"], "brand": Location(path)}


def _per_language(table: TomlTable, key: str, kind: type) -> dict[str, Any]:
    """A table from language tag to text, or to lines of text."""
    values = table.take(key, dict, {}) or {}
    for tag, value in values.items():
        lines = value if kind is list else [value]
        if not isinstance(value, kind) or not all(isinstance(line, str) and line.strip() for line in lines):
            example = '["Street 1", "City"]' if kind is list else '"Our Coalition"'
            table.report("wrong-type", key, f"“{key}.{tag}” cannot be read.", f"Write {key}.{tag} = {example}.")
    return values
