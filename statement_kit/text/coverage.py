"""What a font is able to write: the letters it lacks, the scripts it has rules for."""

from __future__ import annotations

from collections.abc import Collection

from statement_kit.text.fonts import Font

SUBSTITUTION = "GSUB"
"""The table in which a font says how letters stack and join (OpenType 1.9, `GSUB`)."""


def missing_letters(font: Font, letters: str) -> str:
    """Those of some letters that a font cannot draw, in their order."""
    return "".join(char for char in letters if not font.covers(char))


def has_rules_for(font: Font, tags: Collection[str]) -> bool:
    """Whether a font has rules for a script, whichever of its tags in OpenType they stand under."""
    return not set(tags).isdisjoint(font.face.get_table_script_tags(SUBSTITUTION))
