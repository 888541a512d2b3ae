"""The logo of a `brand.toml`: `[logo]`, with the picture it names."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from statement_kit.brand import Logo
from statement_kit.brand.checks import LOGO_HEIGHT_MM
from statement_kit.brand.page import MM
from statement_kit.diagnostics import Location, SourceError
from statement_kit.pictures import parse_picture
from statement_kit.source.entries import Key, entry_values, file_key, number_key, wrong
from statement_kit.source.toml_table import TomlTable

ReadFile = Callable[[str, Location], bytes]
"""Gives a file that another names by its path in the statement folder, and the place where it names it."""

_KEYS: Mapping[str, Key] = {
    "file": file_key("logo.svg"),
    "height": number_key(LOGO_HEIGHT_MM.least, LOGO_HEIGHT_MM.most),
    "alt": Key('a text for each language, { en = "Logo of …" }', lambda value: _is_alt(value)),
}


def _is_alt(value: Any) -> bool:
    return isinstance(value, dict) and all(isinstance(text, str) and text.strip() for text in value.values())


def logo(table: TomlTable, path: str, read: ReadFile) -> Logo | None:
    """The logo a brand brings; None where it brings none, or what stands against it was reported.

    Args:
        table: The brand's file.
        path: Its path, beside which the picture lies.
        read: Gives the picture's file.
    """
    entry, where = table.take("logo", dict), table.where("logo")
    if entry is None:
        return None
    values = entry_values(table, entry, _KEYS, where, "logo")
    if "file" not in values:
        if "file" not in entry:
            message, hint = "The logo lacks its “file”.", f"Add it: file = {_KEYS['file'].words}."
            table.diagnostics.append(wrong("missing-key", message, where, hint))
        return None
    try:
        picture = parse_picture(read(values["file"], where), str(Path(path).parent / values["file"]))
    except SourceError as error:
        table.diagnostics += error.diagnostics
        return None
    height = {"height_pt": values["height"] * MM} if "height" in values else {}
    return Logo(picture, values.get("alt", {}), file=values["file"], **height)
