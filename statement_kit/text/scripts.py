"""The scripts of the world, by ISO 15924 code."""

from __future__ import annotations

_SHARED = ("Zinh", "Zyyy", "Zzzz")
"""What Unicode gives characters of all scripts, or of none it knows (UAX #24)."""


def is_script(code: str) -> bool:
    """Whether letters can be of this script, as Unicode has it."""
    from fontTools.unicodedata.Scripts import NAMES  # asked for only where a brand names scripts

    return code in NAMES and code not in _SHARED
