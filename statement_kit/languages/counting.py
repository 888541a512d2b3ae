"""Numbers in running text, as a language writes them: in digits, in words, and with the words that go with them.

Digits, and the plural forms of CLDR, which Babel brings, are always at hand. The words are ICU's (RBNF).
"""

from __future__ import annotations

from functools import lru_cache

from babel.core import Locale, UnknownLocaleError

from statement_kit.languages.registry import ASCII_DIGITS, Language

try:
    from icu4py import messageformat as _icu
except ImportError:  # no wheel for this machine: numbers in words are refused there (L12)
    _icu = None  # type: ignore[assignment]

_CATEGORIES = ("zero", "one", "two", "few", "many", "other")
"""The plural forms that there are, in CLDR's order (UTS #35, Language Plural Rules)."""


class NumberWordsError(RuntimeError):
    """A number cannot be written in words: ICU is not here."""


def in_text(number: int, language: Language) -> str:
    """The number as running text has it, in digits: `3,000`, `៣.០០០` (N01)."""
    grouped = f"{number:,}".replace(",", language.group_mark)
    return grouped.translate(str.maketrans(ASCII_DIGITS, language.text_digits))


def in_words(number: int, language: Language) -> str:
    """The number in words: `one hundred and two`, មួយរយពីរ, หนึ่งร้อยสอง.

    ICU puts a U+200B between Khmer and Thai words, where a line may end (L08).

    Raises:
        NumberWordsError: ICU is not installed; nothing else knows the words.
    """
    if _icu is None:
        raise NumberWordsError("numbers in words need icu4py, which is not installed here")
    return _icu.MessageFormat(f"{{number, spellout,{language.spellout}}}", language.tag).format({"number": number})


def plural_category(number: int, tag: str) -> str:
    """The plural form that a number takes in a language: `one` for 1 in English, `other` for any in Khmer and Thai.

    Args:
        number: The number.
        tag: BCP 47 tag of the language; one that CLDR does not know has the one form `other`.
    """
    locale = _locale(tag)
    return str(locale.plural_form(number)) if locale else _CATEGORIES[-1]


def plural_categories(tag: str) -> tuple[str, ...]:
    """The plural forms of a language, in CLDR's order and the last of them `other`.

    Args:
        tag: BCP 47 tag of the language; for one that CLDR does not know, all that there are.
    """
    locale = _locale(tag)
    if locale is None:
        return _CATEGORIES
    return tuple(one for one in _CATEGORIES if one == _CATEGORIES[-1] or one in locale.plural_form.tags)


@lru_cache(maxsize=32)
def _locale(tag: str) -> Locale | None:
    """What CLDR knows of a language, or of the language without its region; None for nothing."""
    for name in (tag, tag.replace("_", "-").partition("-")[0]):
        try:
            return Locale.parse(name.replace("-", "_"))
        except (UnknownLocaleError, ValueError):
            continue
    return None
