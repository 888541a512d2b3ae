"""The fonts and typefaces of a `brand.toml`: `[[font]]` and `[typefaces.FACE.SCRIPT]`."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

from statement_kit.brand import Face, Typeface
from statement_kit.brand.checks import Range
from statement_kit.diagnostics import Location
from statement_kit.languages.registry import LANGUAGES
from statement_kit.source.entries import Key, entry_values, file_key, is_name, number_key, wrong
from statement_kit.source.toml_table import TomlTable
from statement_kit.text.font_file import FontFile
from statement_kit.text.scripts import is_script

Typefaces = Mapping[Face, Mapping[str, Typeface]]
Places = dict[str, Location]

_AXIS = Range(-32768, 32767)
_FAMILY = Key('a name in quotes, "like this"', lambda value: isinstance(value, str) and is_name(value))
_FLAG = Key("true or false", lambda value: isinstance(value, bool))
_WEIGHT = number_key(1, 1000, is_whole=True)

_FONT_KEYS: Mapping[str, Key] = {
    "file": file_key("fonts/Our.ttf"),
    "family": _FAMILY,
    "weight": _WEIGHT,
    "italic": _FLAG,
    "number": number_key(1, 65535, is_whole=True),
    "axes": Key("axes with numbers, { wdth = 90 }", lambda value: _is_axes(value)),
}
_TYPEFACE_KEYS: Mapping[str, Key] = {
    "family": _FAMILY,
    "weight": _WEIGHT,
    "scale": number_key(0.2, 5),
    "italic": _FLAG,
}


def _is_axes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_AXIS.holds, value.values()))


def fonts(table: TomlTable, text: str, path: str) -> tuple[tuple[FontFile, ...], Places]:
    """The fonts a brand brings, and where each is named (`font:PATH`)."""
    entries = table.take("font", list, []) or []
    lines = _lines(text, r"\[\[\s*font\s*\]\]")
    found: dict[tuple[str, int, bool], FontFile] = {}
    places: Places = {}
    for at, entry in enumerate(entries):
        where = Location(path, lines[at]) if at < len(lines) else table.where("font")
        values = entry_values(table, entry, _FONT_KEYS, where, "font")
        if not {"file", "family"} <= values.keys():
            _report_missing(table, entry, where)
            continue
        font = _font(Path(path).parent, values)
        name = (font.family, font.weight, font.is_italic)
        if name in found:
            message = f"Two fonts go by the name “{font.family}”, weight {font.weight}."
            table.diagnostics.append(wrong("font-twice", message, where, "Give one another weight, or make it italic."))
        found[name] = font
        places[f"font:{font.path}"] = where
    return tuple(found.values()), places


def _font(folder: Path, values: Mapping[str, Any]) -> FontFile:
    return FontFile(
        folder / values["file"],
        values["family"],
        values.get("weight", 400),
        values.get("italic", False),
        values.get("number"),
        values.get("axes", {}),
    )


def _report_missing(table: TomlTable, entry: Any, where: Location) -> None:
    for key in ("file", "family"):
        if isinstance(entry, dict) and key not in entry:
            hint = f"Add it: {key} = {_FONT_KEYS[key].words}."
            table.diagnostics.append(wrong("missing-key", f"A font lacks its “{key}”.", where, hint))


def typefaces(table: TomlTable, text: str, path: str, current: Typefaces) -> tuple[Typefaces, Places]:
    """The typefaces with what a brand changes of them, and where each family it names stands (`typeface:FAMILY`)."""
    faces = table.take("typefaces", dict, {}) or {}
    changed = {face: dict(by_script) for face, by_script in current.items()}
    places: Places = {}
    for face, by_script in faces.items():
        if face not in set(Face) or not isinstance(by_script, dict):
            table.report("unknown-face", "typefaces", f"There is no face “{face}”.", f"Known: {', '.join(Face)}.")
            continue
        for script, entry in by_script.items():
            lines = _lines(
                text, rf"\[\s*typefaces\s*\.\s*[\"']?{re.escape(face)}[\"']?\s*\.\s*[\"']?{re.escape(script)}\b"
            )
            where = Location(path, lines[0]) if lines else table.where("typefaces")
            if (typeface := _typeface(table, script, entry, where, changed[Face(face)].get(script))) is not None:
                changed[Face(face)][script] = typeface
                places.setdefault(f"typeface:{typeface.family}", where)
    return changed, places


def _typeface(table: TomlTable, script: str, entry: Any, where: Location, current: Typeface | None) -> Typeface | None:
    """A typeface with what is said of it; None where nothing could be made of it."""
    values = entry_values(table, entry, _TYPEFACE_KEYS, where, "typeface")
    if not is_script(script):
        known = ", ".join(dict.fromkeys(language.script for language in LANGUAGES.values()))
        hint = f"Write its ISO 15924 code: {known}, Laoo, Mymr …"
        table.diagnostics.append(wrong("unknown-script", f"There is no script “{script}”.", where, hint))
        return None
    if current is None and "family" not in values:
        message = f"The kit has no typeface for “{script}” of its own."
        table.diagnostics.append(wrong("missing-key", message, where, f"Add it: family = {_FAMILY.words}."))
        return None
    if "italic" in values:
        values["is_italic"] = values.pop("italic")
    return replace(current or Typeface(values["family"]), **values)


def _lines(text: str, header: str) -> list[int]:
    """The lines, counted from 1, on which a table of this name begins."""
    pattern = re.compile(rf"\s*{header}")
    return [number for number, line in enumerate(text.split("\n"), 1) if pattern.match(line)]
