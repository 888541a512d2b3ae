"""What languages are called in English, for those who work with a file and not for its readers."""

from __future__ import annotations

from babel.core import Locale

from statement_kit.languages.registry import Language


def english_name(language: Language) -> str:
    """The English name of a language, `Thai` (CLDR)."""
    return Locale.parse(language.tag, sep="-").get_display_name("en") or language.tag
