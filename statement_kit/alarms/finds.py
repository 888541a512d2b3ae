"""Faults of spelling that one pattern finds: what each is, and where it stands."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping


def fault_pattern(faults: Iterable[tuple[str, str]]) -> tuple[re.Pattern[str], Mapping[str, str]]:
    """Patterns with what they find, as one pattern, and what each of its groups finds; the first that fits wins."""
    rows = list(faults)
    groups = "|".join(f"(?P<f{at}>{pattern})" for at, (pattern, _) in enumerate(rows))
    return re.compile(groups), {f"f{at}": what for at, (_, what) in enumerate(rows)}


def found_faults(pattern: re.Pattern[str], names: Mapping[str, str], text: str, most: int = 3) -> str:
    """What is found in a text and where, in words; empty if nothing is."""
    found: dict[str, None] = {}
    for match in pattern.finditer(text):
        around = text[max(0, match.start() - 4) : match.end() + 3].strip()
        found[f"{names[match.lastgroup or '']} in “{around}”"] = None
    pieces = list(found)
    rest = f", and {len(pieces) - most} more" if len(pieces) > most else ""
    return "; ".join(pieces[:most]) + rest
