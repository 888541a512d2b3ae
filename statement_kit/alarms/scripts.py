"""The script of a translation: another language's text in its place, which no other check need see."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.registry import LANGUAGES

_SCRIPTS: Mapping[str, tuple[str, str]] = {
    "Khmr": ("Khmer", "\u1780-\u17d3\u17d7\u17dc"),
    "Thai": ("Thai", "\u0e01-\u0e3a\u0e40-\u0e4e"),
    "Laoo": ("Lao", "\u0e81-\u0ecd"),
    "Mymr": ("Burmese", "\u1000-\u103f"),
}
"""Per script of the region (ISO 15924), what it is called, and its letters."""

_WORDS = {script: re.compile(f"[{letters}]+") for script, (_, letters) in _SCRIPTS.items()}
_ANY = re.compile(f"[{''.join(letters for _, letters in _SCRIPTS.values())}]")
_LETTER = re.compile(r"[^\W\d_]")

_ENOUGH = 15
"""From how many letters on a text is no name or acronym, which may stay in the script of its source."""


def script_alarms(clause: str, source: Reading, text: Reading, language: str) -> Iterator[Alarm]:
    """Words in a script that neither the language nor the source has, and texts without a letter of the language's."""
    known = LANGUAGES.get(language.partition("-")[0])
    if known is None:
        return
    own = known.script
    hint = "Is it the right text, in the right file? Translate it, or take the words out."
    if _ANY.search(text.plain):
        for script, words in _WORDS.items():
            found = words.findall(text.plain) if script != own and not words.search(source.plain) else []
            if found:
                message = f"The translation has words in {_SCRIPTS[script][0]} letters: {listed(found)}."
                yield Alarm("alarm/script", clause, message, hint)
                return
    is_elsewhere = own in _WORDS and not _WORDS[own].search(text.plain) and text.plain.strip() != source.plain.strip()
    if is_elsewhere and len(_LETTER.findall(text.prose)) >= _ENOUGH:
        yield Alarm("alarm/script", clause, f"The translation has not one {_SCRIPTS[own][0]} letter.", hint)
