"""Brands as they are asked for: a file, a folder that holds one, a look of the kit, or what is installed, by name."""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from os import PathLike
from pathlib import Path

from statement_kit.brand import Brand
from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.source.brand_names import BRAND, installed_brand, is_path
from statement_kit.source.folder import load_brand_file

_MOST_CHARACTERS = 60
"""Longest name of a brand within the name of a file."""


@dataclass(frozen=True, slots=True)
class NamedBrand:
    """A brand, and how it was asked for.

    Attributes:
        name: What it is called in the names of files: that of its file, of its folder, or its own.
        brand: The brand.
        places: Where parts of it stand.
        file: Its file; None for a look of the kit.
    """

    name: str
    brand: Brand
    places: Mapping[str, Location] = field(default_factory=dict)
    file: Path | None = None


def load_brand(which: str | PathLike[str]) -> Brand:
    """A brand: the path of a brand file, of a folder that holds a `brand.toml`, or a name.

    What ends in `.toml`, has a slash in it or is no text is a path. Else it is a name: a look of the kit, what is
    installed, or, where nothing is, a folder here.

    Raises:
        SourceError: There is no such brand, or with what is wrong with it.
    """
    return find_brand(which).brand


def find_brand(which: str | PathLike[str]) -> NamedBrand:
    """The same, with its name and its places."""
    if isinstance(which, str) and which in PROFILES:
        return NamedBrand(which, PROFILES[which])
    if isinstance(which, str) and not is_path(which):
        file = _installed_or_here(which)
        return NamedBrand(_for_files(which, file), *load_brand_file(file), file)
    path = Path(which)
    file = path / BRAND if path.is_dir() else path
    return NamedBrand(file_name(file), *load_brand_file(file), file)


def _installed_or_here(name: str) -> Path:
    """The file of an installed brand; of a folder here, where nothing of this name is installed."""
    try:
        return installed_brand(name).file()
    except SourceError as error:
        is_here = bool(name) and (Path(name) / BRAND).is_file()
        if not is_here or [found.rule for found in error.diagnostics] != ["source/unknown-brand"]:
            raise
        return Path(name) / BRAND


def file_name(file: Path) -> str:
    """What a brand file is called in the names of other files: its own name, or its folder's where that says nothing.

    Raises:
        SourceError: Nothing is left of it that the name of a file may have.
    """
    return _for_files(file.resolve().parent.name if file.name == BRAND else file.stem, file)


def _for_files(name: str, file: Path) -> str:
    """A name without what names of files had better not have: letters, their marks, digits, - and _ stay."""
    kept = "".join(char if unicodedata.category(char)[0] in "LMN" or char in "-_" else "-" for char in name)
    safe = "-".join(filter(None, kept.split("-")))[:_MOST_CHARACTERS]
    if not safe:
        message = f"“{name}” gives no name for the files of this brand."
        hint = "Name its file, or its folder, with letters."
        raise SourceError([Diagnostic("source/brand-name", message, Location(str(file)), hint)])
    return safe
