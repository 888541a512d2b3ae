"""Translations much longer or shorter than their source: a sentence lost, or put in twice (A21)."""

from __future__ import annotations

from collections.abc import Iterator

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading

_SHORTEST, _LONGEST = 0.62, 1.6
"""What a translation may be of the length that its languages let expect; real ones are between 0.73 and 1.43 of it."""

_UNKNOWN_SHORTEST, _UNKNOWN_LONGEST = 0.2, 3.5
"""The same for a language of which nothing is known; Chinese takes a third of the letters of English."""

_SLACK = 22
"""Letters by which any text may differ: three words are soon put in six."""


def length_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """A translation too long or too short to say the same."""
    ours, theirs = _letters(source.prose), _letters(text.prose)
    shortest, longest = _SHORTEST, _LONGEST
    if source.wording and text.wording:
        expected = ours * text.wording.length / source.wording.length
    else:
        expected, shortest, longest = float(ours), _UNKNOWN_SHORTEST, _UNKNOWN_LONGEST
    if theirs < expected * shortest - _SLACK:
        how, hint = "short", "Is a sentence missing?"
    elif theirs > expected * longest + _SLACK:
        how, hint = "long", "Does something stand in it twice, or that the source does not say?"
    else:
        return
    message = f"The translation is very {how}: {theirs} letters, where about {round(expected)} were to be expected."
    yield Alarm("alarm/length", clause, message, f"{hint} Compare it with the source, sentence by sentence.")


def _letters(prose: str) -> int:
    return len(prose) - prose.count(" ")
