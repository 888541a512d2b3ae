"""What stands against what a brand wants behind every page."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from typing import TYPE_CHECKING

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup.problems import character_problems
from statement_kit.pictures import resolution_problems
from statement_kit.values import is_blank

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

MOST_WORDS = 60
"""Most characters across a page: more would be too small to be seen."""

_CLAUSE = "brand.watermark"


def backdrop_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Words that no page can show, both words and a picture or neither, and pixels that would show."""
    backdrop = brand.backdrop
    if backdrop is None:
        return
    if bool(backdrop.words) == bool(backdrop.emblem):
        message = "What lies behind every page is both words and a picture, or neither."
        yield Diagnostic("brand/watermark", message, hint="Give it words, or a picture.", clause=_CLAUSE)
    for tag, words in backdrop.words.items():
        if tag not in LANGUAGES:
            message = f"The watermark has words for “{tag}”, a language the kit does not know."
            hint = f"Known: {', '.join(sorted(LANGUAGES))}."
            yield Diagnostic("brand/unknown-language", message, hint=hint, clause=_CLAUSE)
        if is_blank(words) or len(words) > MOST_WORDS:
            message = f"The words of the watermark in “{tag}” say nothing, or have more than {MOST_WORDS} characters."
            yield Diagnostic("brand/watermark", message, hint="Write a few words, or remove them.", clause=_CLAUSE)
        for found in character_problems(f"The watermark in “{tag}”", words):
            yield replace(found, clause=_CLAUSE)
    if backdrop.emblem:
        wide_pt = backdrop.width * brand.paper.size_pt[0]
        for found in resolution_problems(backdrop.emblem, wide_pt, Location(backdrop.file)):
            if found.severity is Severity.ERROR:
                yield replace(found, where=None, clause=_CLAUSE)
