"""Common words that look misspelt, and words that the list writes in two ways."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterator, Mapping, Sequence
from itertools import islice

from statement_kit.linting.entries import Entry, warning
from statement_kit.linting.findings import Finding, found, told
from statement_kit.linting.folding import american, singular, typed_words, without_unseen
from statement_kit.linting.nearness import Neighbourhood, is_slip
from statement_kit.linting.words import AMERICAN, BEGINNINGS, FORMS, KNOWN

_SHORTEST = 6
"""Among shorter words too many are one letter from another that is right, too."""

_SHORTEST_BEGINNING = 8
"""How long a word must be to be taken for one that was not typed to its end."""

_OFTEN = 4
"""How often a list must have a word that the kit does not know, for another to be a mistake beside it."""

_OFTEN_PART = 200
"""And that once in so many names: in a long list, names of people and places come close to one another by chance."""

_MOST_WORDS = 24
"""How many words of a name are judged; no name has more."""

_KHMER_OR_THAI = re.compile("[\u0e00-\u0e7f\u1780-\u17ff]")
_PART = re.compile("[\u0e00-\u0e7f\u1780-\u17ff]+")


def misspelling_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Words one slip of the hand from a word that is more common, with that word as a proposal."""
    judged = [(entry, _judged_words(entry.name)) for entry in entries]
    counts = Counter(word.lower() for _, words in judged for word in words)
    enough = max(_OFTEN, len(entries) // _OFTEN_PART)
    often = {word for word, count in counts.items() if count >= enough}
    known = KNOWN | AMERICAN.keys() | often
    neighbourhood = Neighbourhood(sorted(word for word in known if len(word) >= _SHORTEST - 1))
    for entry, words in judged:
        for word in islice(dict.fromkeys(words), _MOST_WORDS):
            if better := _better(word.lower(), known, neighbourhood, counts):
                yield _misspelt(entry, word, _in_case_of(word, better))
        for word, better in _misspelt_beginnings(entry.name):
            yield _misspelt(entry, word, better)


def _misspelt(entry: Entry, word: str, better: str) -> Finding:
    message = f"“{word}” in “{entry.name}” looks misspelt."
    hint = f"Is “{better}” meant? Ask the organisation, if it may write itself so; a name is never corrected unasked."
    edge = r"\b" if word.isascii() else ""
    name = re.sub(f"{edge}{re.escape(word)}{edge}", better, entry.name, count=1)
    return found("misspelt", entry, message, hint, better={entry.name_column: name}, details=(word,))


def _judged_words(name: str) -> list[str]:
    """The words of a name that may be common ones: no capitals in them, as acronyms and some names have."""
    return [
        word
        for word in typed_words(name)
        if len(word) >= _SHORTEST and word.isascii() and word.isalpha() and word[1:].islower()
    ]


def _better(word: str, known: frozenset[str] | set[str], near: Neighbourhood, counts: Counter[str]) -> str:
    if word in known or singular(word) in known or american(word) in known or american(singular(word)) in known:
        return ""
    proposals = [found for found in near.near(word) if not _is_inflected(word, found)]
    proposals += _completed(word) if len(word) >= _SHORTEST_BEGINNING else []
    if not proposals:
        return ""
    return max(proposals, key=lambda found: (counts[found], found in KNOWN, found))


def _is_inflected(word: str, other: str) -> bool:
    """Whether the two differ as the forms of one word do: worker and workers, India and Indian, trade and traded."""
    short, long = sorted((word, other), key=len)
    if not long.startswith(short):
        return False
    ending = long[len(short) :]
    return ending in ("s", "y", "e", "i", "a") or (ending in ("d", "r") and short[-1] == "e") or long.endswith("an")


def _begun() -> Mapping[str, list[str]]:
    found: defaultdict[str, list[str]] = defaultdict(list)
    for word in sorted(KNOWN):
        found[word[:-2]].append(word)
    return dict(found)


_BEGUN = _begun()
"""Known words by all of their letters but the last two."""


def _completed(word: str) -> list[str]:
    """Known words of which only the last two letters are not there."""
    return _BEGUN.get(word, [])


def _in_case_of(word: str, better: str) -> str:
    return better.capitalize() if word[0].isupper() else better


def _misspelt_beginnings(name: str) -> Iterator[tuple[str, str]]:
    """What a Khmer or Thai name begins with, where it is one slip from a word that such names begin with."""
    if not _KHMER_OR_THAI.search(name):
        return
    for part in _PART.findall(without_unseen(name)):
        if not part.startswith(_WELL_BEGUN):
            starts = ((part[: len(word) + more], word) for word in BEGINNINGS for more in (0, 1, -1))
            yield from islice((pair for pair in starts if is_slip(*pair)), 1)


_WELL_BEGUN = tuple({*BEGINNINGS, *(form for forms in FORMS for form in forms if set(forms) & set(BEGINNINGS))})
"""What names begin with, in each of the ways it is written."""


def two_form_findings(entries: Sequence[Entry]) -> Iterator[Finding]:
    """Words that the list writes in two ways, such as Centre and Center: once each, at the first of the rarer form."""
    uses: defaultdict[str, defaultdict[str, list[Entry]]] = defaultdict(lambda: defaultdict(list))
    for entry in entries:
        for key, form in _forms_in(entry.name):
            uses[key][form].append(entry)
    for forms in uses.values():
        if len(forms) < 2:
            continue
        (rare, rare_entries), *others = sorted(forms.items(), key=lambda item: (len(item[1]), item[0]))
        counted = " and ".join(
            f"“{form}” {_times(len(found))}" for form, found in [*others[::-1], (rare, rare_entries)]
        )
        message = f"The list writes {counted}."
        numbers = ", ".join(str(entry.number) for entry in rare_entries[:5])
        more = " and others" if len(rare_entries) > 5 else ""
        hint = f"“{rare}” stands in no. {numbers}{more}. If that is how they write their own names, leave it."
        yield told(warning("two-forms", rare_entries[0], message, hint), rare_entries, (rare,))


def _forms_in(name: str) -> Iterator[tuple[str, str]]:
    """Each word of a name that has two forms: what the two have in common, and which it is."""
    for word in dict.fromkeys(singular(word.lower()) for word in typed_words(name) if word.isascii()):
        common = american(word)
        if common != word or common in _TWO_FORMED or "ization" in word:
            yield common, word.capitalize()
    if _KHMER_OR_THAI.search(name):
        plain = without_unseen(name)
        for forms in FORMS:
            yield from ((forms[0], form) for form in forms if form in plain)


_TWO_FORMED = frozenset(AMERICAN.values())


def _times(count: int) -> str:
    return "once" if count == 1 else f"{count} times"
