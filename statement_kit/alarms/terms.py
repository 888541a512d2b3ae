"""Terms of the glossary that the translation puts otherwise (A21)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.same_looking import one_spelling
from statement_kit.translation.glossary import Term

_PLAIN = str.maketrans({"’": "'", "\u00a0": " ", "\u2010": "-", "\u2011": "-"})
_NOT_PLAIN = re.compile("[\u00a0\u2010\u2011\u2019]")
_LETTER = r"[^\W_]"
_WORD = re.compile("[a-z\u00df-\u024f]+")

_KEY = 3
"""Letters at the beginning of its first word by which a term is looked up."""


@dataclass(frozen=True, slots=True)
class _Wanted:
    """A term, how it is found, and its renderings as they are compared.

    Attributes:
        term: The term as it was typed.
        start: The first letters of its first word, by which it is looked up; empty where words have no space.
        words: What a text must hold to have the term in it, for a quick look.
        pattern: The term itself.
        shown: Its renderings as they were typed.
        renderings: The same as they are compared; with a pattern where they are words between spaces.
    """

    term: str
    start: str
    words: tuple[str, ...]
    pattern: re.Pattern[str]
    shown: tuple[str, ...]
    renderings: tuple[tuple[str, re.Pattern[str] | None], ...]


def term_check(glossary: Sequence[Term], language: str) -> Callable[[str, Reading, Reading], Iterator[Alarm]]:
    """A check for the terms that have renderings in a language; the longest terms first, so that one holds another."""
    known = [_wanted(term, renderings) for term in glossary if (renderings := term.renderings_in(language))]
    by_start: dict[str, list[_Wanted]] = {}
    for term in known:
        by_start.setdefault(term.start if len(term.start) == _KEY else "", []).append(term)
    always = by_start.pop("", [])

    def check(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
        if not known:
            return
        folded = comparable(source.plain)
        starts = {word[:_KEY] for word in _WORD.findall(folded)} & by_start.keys() if by_start else ()
        wanted = [*always, *(term for start in starts for term in by_start[start])]
        wanted = [term for term in wanted if all(word in folded for word in term.words)]
        missing = list(_missing(sorted(wanted, key=_length), folded, text)) if wanted else []
        if missing:
            pieces = (f"“{term.term}” should be {listed(term.shown)}" for term in missing)
            message = f"The translation does not use the words of the glossary: {'; '.join(pieces)}."
            hint = "Use them; or if this other word is right as well, add it to glossary.csv behind a semicolon."
            yield Alarm("alarm/glossary", clause, message, hint)

    return check


def comparable(text: str) -> str:
    """A text as terms are compared: small letters, ' for ’, and what looks the same in one spelling (A26).

    ឱ្យ, ឲ្យ and អោយ, “let”, are spellings of one word that do not look the same.
    """
    plain = text.translate(_PLAIN) if _NOT_PLAIN.search(text) else text
    return one_spelling(plain).lower().replace("អោយ", "ឱ្យ")


def _missing(wanted: Sequence[_Wanted], source: str, text: Reading) -> Iterator[_Wanted]:
    translation = ""
    for term in wanted:
        rest = term.pattern.sub("\0", source)
        if rest == source:
            continue
        source = rest
        translation = translation or comparable(text.plain)
        if not any(
            pattern.search(translation) if pattern else word in translation for word, pattern in term.renderings
        ):
            yield term


def _length(term: _Wanted) -> int:
    return -len(term.term)


def _wanted(term: Term, renderings: tuple[str, ...]) -> _Wanted:
    folded = comparable(term.term)
    compared = tuple((comparable(word), _whole_word(comparable(word))) for word in renderings)
    pattern = _whole_word(folded) or re.compile(
        re.escape(folded) + "(?![\u17b6-\u17d3\u0e31\u0e34-\u0e3a\u0e47-\u0e4e])"
    )
    first = _WORD.match(folded) if _whole_word(folded) else None
    return _Wanted(
        term=term.term,
        start=first[0][:_KEY] if first else "",
        words=tuple(map(_stem, folded.split())),
        pattern=pattern,
        shown=renderings,
        renderings=compared,
    )


@lru_cache(maxsize=4096)
def _whole_word(folded: str) -> re.Pattern[str] | None:
    """The pattern of a term between whole words, its last word in the plural too; None where words have no space."""
    if not folded.isascii() and not any("a" <= char <= "\u024f" for char in folded):
        return None
    *first, last = folded.split()
    stem = _stem(last)
    ending = "(?:y|ies)" if stem != last else "(?:e?s)?"
    words = r"[\s-]+".join([*map(re.escape, first), re.escape(stem) + ending])
    return re.compile(rf"(?<!{_LETTER}){words}(?:'s|')?(?!{_LETTER})")


def _stem(word: str) -> str:
    """A word without the -y that its plural changes."""
    return word[:-1] if len(word) > 3 and word.endswith("y") and word[-2] not in "aeiou" else word
