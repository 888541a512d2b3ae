"""What a `brand.toml` says of DOCX files: `[docx]`, how much of the fonts goes into them."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from statement_kit.brand import DocxFonts
from statement_kit.source.entries import Key, entry_values, is_name
from statement_kit.source.toml_table import TomlTable

_KEYS: Mapping[str, Key] = {
    "fonts": Key(" or ".join(f'"{each}"' for each in DocxFonts), lambda value: value in list(DocxFonts)),
    "without": Key('families in square brackets, ["Our Serif"]', lambda value: _is_names(value)),
}


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) and is_name(name) for name in value)


def docx_fonts(table: TomlTable) -> dict[str, Any]:
    """What a brand chooses for its DOCX files, as arguments of `Brand`; what cannot be read is reported."""
    entry = table.take("docx", dict)
    if entry is None:
        return {}
    values = entry_values(table, entry, _KEYS, table.where("docx"), "docx")
    chosen: dict[str, Any] = {}
    if "fonts" in values:
        chosen["docx_fonts"] = DocxFonts(values["fonts"])
    if "without" in values:
        chosen["docx_without"] = tuple(values["without"])
    return chosen
