"""Where the kit's own fonts and words lie: inside the installed package, or at the top of a checkout."""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).parent


def _folder(name: str) -> Path:
    installed = _PACKAGE / name
    return installed if installed.is_dir() else _PACKAGE.parent / name


def fonts_folder() -> Path:
    """The folder of bundled typefaces."""
    return _folder("fonts")


def translations_folder() -> Path:
    """The folder of the kit's own words in each language."""
    return _folder("translations")
