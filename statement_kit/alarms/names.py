"""Names that a translation lost: acronyms, countries and places, terms of the glossary (A21)."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.patterns import Choices, choices
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.wording.names import ACRONYMS, COUNTRIES, NO_COUNTRIES, ORDER
from statement_kit.translation.glossary import Term

_ACRONYM = re.compile(r"[A-Z][A-Z0-9]+(?<![a-z0-9.-][A-Z]{2})(?:[-&/][A-Z0-9]+)*(?=s?(?![\w]))")
_STRESSED = {"ALL", "AND", "MUST", "NEVER", "NO", "NOT", "NOW", "OK", "OR", "STOP", "WE", "YES"}
_NO_NAMES = frozenset(_STRESSED | {"AM", "PM"} | {"II", "III", "IV", "VI", "VII", "VIII", "IX", "XI", "XII"})
"""Words set in capitals for stress, hours and Roman numbers."""

_SMALL = re.compile(r"[a-z\u0e00-\u17ff]")


def name_check(glossary: Sequence[Term], language: str) -> Callable[[str, Reading, Reading], Iterator[Alarm]]:
    """A check for acronyms, countries and places of the source that the translation does not name.

    Args:
        glossary: Terms whose renderings may stand for the acronym in them.
        language: BCP 47 tag of the translation.
    """
    named = [(term.term, renderings) for term in glossary if (renderings := term.renderings_in(language))]

    def check(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
        lost = [*_lost_acronyms(source, text, named), *dict.fromkeys(_lost_places(source, text))]
        if lost:
            message = f"The translation does not name {listed(lost)}, which the source does."
            hint = (
                "Name it. An acronym may stay as it is or be given in full; what else is right, put into glossary.csv."
            )
            yield Alarm("alarm/name", clause, message, hint)

    return check


def _lost_acronyms(source: Reading, text: Reading, named: Sequence[tuple[str, tuple[str, ...]]]) -> list[str]:
    # A heading set in capitals holds words, not acronyms.
    if not _SMALL.search(source.plain):
        return []
    wanted = dict.fromkeys(name for name in _ACRONYM.findall(source.prose) if name not in _NO_NAMES)
    lost = [name for name in wanted if not _stands(name, text.plain)]
    folded = text.plain.lower() if lost else ""
    return [name for name in lost if not any(form.lower() in folded for form in _equivalents(name, named))]


def _equivalents(name: str, named: Sequence[tuple[str, tuple[str, ...]]]) -> Iterator[str]:
    """What may stand for an acronym: what the kit knows, and what the glossary has for it or for a name with it in."""
    yield from ACRONYMS.get(name, ())
    for term, renderings in named:
        if _stands(name, term):
            yield from renderings


def _stands(name: str, plain: str) -> bool:
    return name in plain and re.search(rf"(?<![A-Za-z]){re.escape(name)}(?![A-Z])", plain) is not None


def _lost_places(source: Reading, text: Reading) -> Iterator[str]:
    if source.wording is None or text.wording is None:
        return
    ours, theirs = ORDER.index(source.wording.tag), ORDER.index(text.wording.tag)
    places = _places(ours)
    for match in places.pattern.finditer(source.prose):
        names = places.meaning(match)
        if names and not any(form in text.plain for form in names[theirs]):
            yield match[0]


@lru_cache(maxsize=8)
def _places(language: int) -> Choices[tuple[tuple[str, ...], ...]]:
    named = (("|".join(names[language]), names) for names in COUNTRIES)
    return choices([*((word, ()) for word in NO_COUNTRIES), *named])
