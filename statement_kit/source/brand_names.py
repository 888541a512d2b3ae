"""Brands by name: the looks of the kit, what is installed, and what every brand's own file is called."""

from __future__ import annotations

import os
from difflib import get_close_matches
from typing import TYPE_CHECKING

from statement_kit.brand.profiles import PROFILES
from statement_kit.diagnostics import Diagnostic, Location, SourceError

if TYPE_CHECKING:
    from statement_kit.source.installed_brands import InstalledBrand

BRAND = "brand.toml"
"""What a brand's file is called in its folder or package."""


def is_path(name: str) -> bool:
    """Whether what names a brand is the path of a file or a folder: it ends in .toml, or has a slash in it."""
    separators = {os.sep, os.altsep, "/"} - {None}
    return name.endswith(".toml") or name in (".", "..") or any(str(mark) in name for mark in separators)


def installed_brand(name: str, where: Location | None = None) -> InstalledBrand:
    """The installed brand of a name.

    Args:
        name: What it is called.
        where: Where it is asked for, for errors.

    Raises:
        SourceError: There is none; or more than one distribution brings one.
    """
    from statement_kit.source.installed_brands import installed_brands  # brings the reading of mail, for their records

    known = installed_brands()
    found = known.get(name, ())
    if len(found) > 1:
        makers = ", ".join(f"“{one.distribution}”" for one in found)
        message, hint = f"More than one distribution brings a brand “{name}”: {makers}.", "Uninstall all but one."
        raise SourceError([Diagnostic("source/brand-twice", message, where, hint)])
    if not found:
        raise unknown_brand(name, [*PROFILES, *known], where)
    return found[0]


def unknown_brand(name: str, known: list[str], where: Location | None = None) -> SourceError:
    """The error about a name that no brand has."""
    close = get_close_matches(name, known, 3)
    meant = f"Did you mean {' or '.join(f'“{each}”' for each in close)}? " if close else ""
    hint = f"{meant}Known: {', '.join(known)}. A file or a folder is written as a path: ./{name}"
    return SourceError([Diagnostic("source/unknown-brand", f"There is no brand “{name}”.", where, hint)])
