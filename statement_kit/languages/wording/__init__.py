"""What words say that a translation must not change: how many, when, not, must; per language, as data.

A statement about a border may be turned into its contrary by one word (requirements A17, A21). These tables
hold the words that do it, for whoever compares a text with its translation. Patterns are regular expressions
over text in small letters, with ASCII digits and without invisible characters.
"""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType

from statement_kit.languages.wording import english, khmer, thai
from statement_kit.languages.wording.table import Cue, NumberWords, Wording

__all__ = ["WORDINGS", "Cue", "NumberWords", "Wording", "wording_of"]

WORDINGS: Mapping[str, Wording] = MappingProxyType(
    {wording.tag: wording for wording in (english.WORDING, khmer.WORDING, thai.WORDING)}
)
"""Each language's wording by its tag."""


def wording_of(tag: str) -> Wording | None:
    """What the kit knows of a language's words, whatever its region; None if nothing."""
    return WORDINGS.get(tag.replace("_", "-").partition("-")[0].lower())
