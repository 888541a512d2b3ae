"""What languages are called in one another: CLDR's names, through Babel."""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError


@lru_cache(maxsize=64)
def language_name(tag: str, in_language: str) -> str:
    """The name of a language as it is written in another: `km` in `en` is “Khmer”.

    Raises:
        KeyError: CLDR does not know the language.
    """
    try:
        return str(Locale.parse(in_language, sep="-").languages[tag.partition("-")[0]])
    except (UnknownLocaleError, ValueError) as error:
        raise KeyError(tag) from error
