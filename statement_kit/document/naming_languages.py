"""Languages named in a language: “English, Khmer and Thai”."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.document.spoken import Spoken, filled_pattern
from statement_kit.languages.language_names import language_name
from statement_kit.languages.registry import Language


def named_language(tag: str, words: Mapping[str, str], language: Language) -> Spoken:
    """What a language is called.

    Raises:
        SourceError: Nobody knows it.
    """
    try:
        return filled_pattern(words["language"], language, language=language_name(tag, language.tag))
    except KeyError as error:
        message, hint = f"Nobody knows what the language “{tag}” is called.", "Tags look like km, th or en."
        raise SourceError([Diagnostic("press/language", message, hint=hint, clause="languages")]) from error


def language_list(tags: Sequence[str], words: Mapping[str, str], language: Language) -> Spoken:
    """Some languages, at least one, in a row, as one writes them in a language (N11).

    Raises:
        SourceError: Nobody knows one of them.
    """
    first, *others = [named_language(tag, words, language) for tag in tags]
    for n, name in enumerate(others, 1):
        is_last = n == len(others)
        key = "list.more" if not is_last else "list.two" if n == 1 else "list.last"
        first = filled_pattern(words[key], language, first=first, last=name)
    return first
