"""The fonts of brand files: the tables `[[font]]` of each, those of the later files before those of the earlier."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any

from statement_kit.diagnostics import Diagnostic
from statement_kit.source.brand_settings import Entry
from statement_kit.source.toml_table import wrong
from statement_kit.text.font_file import FontFile

_Name = tuple[str, int, bool]


def font_files(
    known: Sequence[FontFile], files: Iterable[Sequence[Entry]], problems: list[Diagnostic]
) -> tuple[FontFile, ...]:
    """The fonts that files bring; of two by the same name, that of the later file.

    Args:
        known: Fonts that are there already.
        files: The tables of each file.
        problems: Where two of one file by the same name are reported.
    """
    found: dict[_Name, FontFile] = {_name(font): font for font in known}
    for entries in files:
        own: set[_Name] = set()
        for entry in entries:
            font = _font(entry)
            if _name(font) in own:
                message = f"Two fonts go by the name “{font.family}”, weight {font.weight}."
                problems.append(
                    wrong("font-twice", message, entry.where, "Give one another weight, or make it italic.")
                )
            own.add(_name(font))
            found[_name(font)] = font
    return tuple(found.values())


def _font(entry: Entry) -> FontFile:
    given: dict[str, Any] = {setting.key.at[-1]: setting.meant for setting in entry.settings}
    return FontFile(**{**given, "path": Path(entry.where.path).parent / given["path"]})


def _name(font: FontFile) -> _Name:
    return font.family, font.weight, font.is_italic
