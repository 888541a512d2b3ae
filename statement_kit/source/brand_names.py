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


def installed_brand(name: str, where: Location | None = None, otherwise: str | None = None) -> InstalledBrand:
    """The installed brand of a name.

    Args:
        name: What it is called.
        where: Where it is asked for, for errors.
        otherwise: How a brand that is not installed is written there.

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
        raise _unknown_brand(name, [*PROFILES, *known], where, otherwise)
    return found[0]


def _unknown_brand(name: str, known: list[str], where: Location | None, otherwise: str | None) -> SourceError:
    """The error about a name that no brand has."""
    close = get_close_matches(name, known, 3)
    meant = f"Did you mean {' or '.join(f'“{each}”' for each in close)}? " if close else ""
    otherwise = otherwise or f"A file or a folder is written as a path: ./{name}"
    hint = f"{meant}Known: {', '.join(known)}. {otherwise}"
    return SourceError([Diagnostic("source/unknown-brand", f"There is no brand “{name}”.", where, hint)])
