"""What a TOML file may call things, and other files, by."""

from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath
from typing import Any


def is_name(value: str) -> bool:
    """Whether it can be seen, on one line."""
    return bool(value.strip()) and value.isprintable()


def is_inside(value: Any) -> bool:
    """Whether it is a path that leads nowhere but into the folder, on any system."""
    if not isinstance(value, str) or not is_name(value) or "\\" in value:
        return False
    return not PureWindowsPath(value).anchor and ".." not in PurePosixPath(value).parts and value != "."
