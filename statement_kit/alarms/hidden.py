"""What nobody sees: letters of another alphabet that look alike, and spaces without width where they harm (A26)."""

from __future__ import annotations

import re
from collections.abc import Iterator

from statement_kit.alarms.finds import fault_pattern, found_faults
from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.letters import GREEK_OR_CYRILLIC
from statement_kit.languages.unseen import WITHIN_SYLLABLE, mixed_words

_GREEK_OR_CYRILLIC = re.compile(f"[{GREEK_OR_CYRILLIC}]")
_UNSEEN = re.compile("[\u200b\u2060\ufeff]")
_ASCII = "[A-Za-z0-9@/:._-]"

_FAULTS, _NAMES = fault_pattern(
    (
        ("\ufeff", "U+FEFF, a byte order mark that came along from another file,"),
        (WITHIN_SYLLABLE, "one within a syllable"),
        (f"(?<={_ASCII})\u200b(?={_ASCII})|(?<=\\d)\u200b(?=\\d)", "one within a Latin word, a number or an address"),
        ("\u200b[\u200b\u2060]|\u2060\u200b", "two side by side"),
        ("^\u200b|\u200b$", "one at the edge of the text"),
        ("(?<=\\s)\u200b|\u200b(?=\\s)", "one beside a space"),
    )
)


def look_alike_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """Words with a letter of another alphabet in them, such as a Cyrillic А in ASEAN."""
    words = mixed_words(text.plain)
    if not words and text.wording and _GREEK_OR_CYRILLIC.search(text.plain):
        known = set(source.plain)
        words = [word for word in re.findall(r"\w+", text.plain) if set(_GREEK_OR_CYRILLIC.findall(word)) - known]
    if words:
        message = f"A letter in {listed(words)} comes from another alphabet than it seems to."
        yield Alarm("alarm/look-alike", clause, message, "Type the word again; no search finds it as it is.")


def unseen_space_alarms(clause: str, _source: Reading, text: Reading) -> Iterator[Alarm]:
    """Spaces without width (U+200B) and their like where they part what belongs together, or do nothing."""
    if not _UNSEEN.search(text.typed):
        return
    if clause == "title":
        found = "a title is shown in many places, and some draw a box for it"
    else:
        found = found_faults(_FAULTS, _NAMES, text.typed)
    if found:
        message = f"Invisible characters (U+200B, U+2060 or U+FEFF) where they do harm: {found}."
        yield Alarm("alarm/unseen-space", clause, message, "Delete them there. Between two words they may stay.")
