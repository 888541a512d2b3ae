"""Khmer that looks right and is typed wrong: order of the parts of a cluster, and characters not to be used (T08, T09).

The order is that of the Unicode Standard (16.0, 16.4) and of the Khmer Encoding Structure (Unicode Technical
Note 61): base, robat, consonants below, shifter, vowel, signs. A shifter may stand before or behind the
consonants below, since the two differ there. Text in another order looks the same in one font and broken in
the next, and is not found by a search.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statement_kit.alarms.finds import fault_pattern, found_faults
from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading

_VOWEL = "\u17b6-\u17c5"
_SIGN = "\u17c6-\u17c8\u17cb\u17cd-\u17d1"
"""Signs that stand last: nikahit, reahmuk, yuukaleapintu, bantoc, toandakhiat and others; no robat, no shifter."""

_TWICE = "|".join(2 * chr(sign) for sign in range(0x17C6, 0x17D2))

_SUSPECT = (
    re.compile(f"[{_VOWEL}{_SIGN}\u17d2][\u17b6-\u17d3](?<![{_VOWEL}][\u17c6-\u17c8])"),
    re.compile("[^\u1780-\u17d3\u17dd\u25cc][\u17b6-\u17d3\u17dd]"),
    re.compile("\u17d2(?:[^\u1780-\u17b3]|$|\u179a\u17d2)"),
    re.compile("^[\u17b6-\u17d3\u17dd]"),
    re.compile("[\u17c9\u17ca\u17cc]{2}"),
)
"""What every fault of order has in it, and few texts without one: looked for first, since it is found at once."""

_ORDER, _ORDER_NAMES = fault_pattern(
    (
        # េា and េី are told of as characters.
        (f"(?!\u17c1[\u17b6\u17b8])[{_VOWEL}][{_VOWEL}]", "two vowels on one consonant"),
        (f"[{_VOWEL}{_SIGN}]\u17d2", "a vowel or sign before a consonant that stands below"),
        (f"[{_SIGN}][{_VOWEL}]", "a sign before the vowel"),
        (f"[{_VOWEL}{_SIGN}][\u17c9\u17ca]", "the vowel before the register shifter (៉ or ៊)"),
        (f"[{_VOWEL}{_SIGN}]\u17cc", "a vowel or sign before the robat (៌)"),
        ("\u17d2\u179a\u17d2[\u1780-\u17a2]", "the low រ (្រ) before another consonant that stands below"),
        ("\u17d2(?![\u1780-\u17b3])", "a coeng (្) with no consonant behind it"),
        (_TWICE, "a sign twice"),
        ("(?<![\u1780-\u17d3\u17dd\u25cc])[\u17b6-\u17d3\u17dd]", "a vowel or sign with no consonant before it"),
    )
)

_WRONG = re.compile("[\u17a3\u17a4\u17a8\u17b4\u17b5\u17b6\u17b8\u17d3\u17d8](?:(?<![\u17b6\u17b8])|(?<=\u17c1.))")

_CHARACTERS, _CHARACTER_NAMES = fault_pattern(
    (
        ("\u17c1\u17b6", "េ and ា, which is the one vowel ោ,"),
        ("\u17c1\u17b8", "េ and ី, which is the one vowel ើ,"),
        ("[\u17a3\u17a4]", "U+17A3 or U+17A4, for which អ or អា is to be typed,"),
        ("[\u17b4\u17b5]", "U+17B4 or U+17B5, an invisible vowel that nobody should type,"),
        ("\u17d8", "U+17D8, for which ។ល។ is to be typed,"),
        ("\u17d3", "U+17D3, for which the nikahit (ំ) is to be typed,"),
        ("\u17a8", "U+17A8, for which ឧក is to be typed,"),
    )
)


_KHMER = re.compile("[\u1780-\u17ff]")


def khmer_alarms(clause: str, _source: Reading, text: Reading) -> Iterator[Alarm]:
    """Clusters in a wrong order, and characters that Khmer does without."""
    if not _KHMER.search(text.plain):
        return
    is_suspect = any(pattern.search(text.plain) for pattern in _SUSPECT)
    if is_suspect and (found := found_faults(_ORDER, _ORDER_NAMES, text.plain)):
        hint = "Type the syllable again: consonant, what stands below it, shifter, vowel, signs."
        yield Alarm("alarm/khmer-order", clause, f"Khmer typed in a wrong order: {found}.", hint)
    if _WRONG.search(text.plain) and (found := found_faults(_CHARACTERS, _CHARACTER_NAMES, text.plain)):
        hint = "Type what is to stand there instead. It looks alike, and only then is it found by a search."
        yield Alarm("alarm/khmer-character", clause, f"Khmer typed with wrong characters: {found}.", hint)
