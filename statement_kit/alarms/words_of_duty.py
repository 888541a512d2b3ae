"""Words that came or went: “not”, “must”, “should”, “may” (A17).

Each side says a thing at least so often and at most so often: “never” says one “not”, “refuse” perhaps one.
Where the two ranges do not meet, a word was lost or added.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from operator import attrgetter

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.patterns import Choices, choices
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.wording import WORDINGS, Cue, Wording


@dataclass(frozen=True, slots=True)
class _Kind:
    """A kind of words: its rule, what it is called, what is at stake, and where its cues stand."""

    rule: str
    name: str
    stake: str
    cues: Callable[[Wording], tuple[Cue, ...]]


_KINDS = (
    _Kind("alarm/negation", "“not”", "With or without it, a sentence says the contrary.", attrgetter("negations")),
    _Kind("alarm/duty", "“must”", "It makes a duty; without it there is none.", attrgetter("obligations")),
    _Kind("alarm/advice", "“should”", "It is advice, neither a duty nor a plain fact.", attrgetter("advice")),
    _Kind("alarm/possibility", "“may” or “can”", "It says less than a plain fact.", attrgetter("abilities")),
)


@dataclass(frozen=True, slots=True)
class _Count:
    """How often a text says something, at least and at most, and the words that do for certain."""

    least: int
    most: int
    words: tuple[str, ...]


_NOTHING = _Count(0, 0, ())


def duty_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """Each kind of word that one text has and the other has not."""
    if source.wording is None or text.wording is None:
        return
    for kind in _KINDS:
        wanted, found = _count(source, source.wording, kind), _count(text, text.wording, kind)
        if wanted.least > found.most:
            what = f"The source says {kind.name} {_surely(wanted)}, the translation {_at_most(found)}."
            yield Alarm(kind.rule, clause, what, f"{kind.stake} Put it into the translation.")
        elif found.least > wanted.most:
            what = f"The translation says {kind.name} {_surely(found)}, the source {_at_most(wanted)}."
            yield Alarm(kind.rule, clause, what, f"{kind.stake} Take it out of the translation.")


def _surely(count: _Count) -> str:
    return f"{_times(count.least)} ({listed(count.words)})"


def _at_most(count: _Count) -> str:
    times = _times(count.most)
    if count.most > count.least:
        times = f"{times} at most"
    return f"{times} ({listed(count.words)})" if count.words else times


def _times(number: int) -> str:
    return {0: "not at all", 1: "once", 2: "twice"}.get(number, f"{number} times")


def _count(reading: Reading, wording: Wording, kind: _Kind) -> _Count:
    cues = _choices(wording.tag, kind)
    least = most = 0
    words = []
    for match in cues.pattern.finditer(reading.folded):
        fewest, greatest = cues.meaning(match)
        least += fewest
        most += greatest
        if fewest:
            words.append(match[0])
    return _Count(least, most, tuple(words)) if most else _NOTHING


@lru_cache(maxsize=64)
def _choices(tag: str, kind: _Kind) -> Choices[tuple[int, int]]:
    wording = WORDINGS[tag]
    rows = ((pattern, cue.times) for cue in kind.cues(wording) for pattern in cue.patterns)
    return choices(rows, wording.word_begins, wording.word_ends)
