"""Thai that looks right and is typed wrong: vowels put together from others, marks twice or in a wrong order.

The order is that of the Unicode Standard (16.0, 16.1) and of WTT 2.0 (TIS 620-2533): consonant, vowel above or
below, tone mark. Text typed otherwise looks the same in one font and broken in the next, and no search finds it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from statement_kit.alarms.finds import fault_pattern, found_faults
from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import Reading

_UPPER = "\u0e31\u0e34-\u0e3a\u0e47"
"""Vowels that stand above or below their consonant, and the sign that shortens one."""

_TONE = "\u0e48-\u0e4b"
_SUSPECT = (
    re.compile(
        f"[{_UPPER}{_TONE}\u0e32\u0e33\u0e4c\u0e4d\u0e4e\u0e30][\u0e30-\u0e3a\u0e47-\u0e4e](?<![{_UPPER}][{_TONE}\u0e4c])(?<![{_TONE}][\u0e30\u0e32\u0e33])(?<!\u0e31[\u0e30])"
    ),
    re.compile("[^\u0e01-\u0e4e\u25cc][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"),
    re.compile("[\u0e40-\u0e44](?![\u0e01-\u0e2e])"),
    re.compile("\u0e4d"),
    re.compile("[\u0e24\u0e25\u0e26\u0e45\u0e46\u0e4f][\u0e31\u0e34-\u0e3a\u0e47-\u0e4e](?<=[\u0e45\u0e46\u0e4f].)"),
    re.compile("^[\u0e31\u0e34-\u0e3a\u0e47-\u0e4e]"),
)
"""What every fault has in it, and few texts without one: looked for first, since it is found at once."""
_TWICE = "|".join(
    2 * chr(mark) for mark in (0x0E30, 0x0E31, 0x0E32, 0x0E33, *range(0x0E34, 0x0E3B), *range(0x0E47, 0x0E4F))
)

_FAULTS, _NAMES = fault_pattern(
    (
        ("\u0e40\u0e40", "เ twice, which is the one vowel แ,"),
        (f"\u0e4d[{_TONE}]?\u0e32|[{_TONE}]\u0e4d\u0e32", "ํ and า, which is the one vowel ำ,"),
        (_TWICE, "a vowel or mark twice"),
        (f"[{_TONE}][{_UPPER}]", "the tone mark before the vowel"),
        (f"[\u0e32\u0e33][{_TONE}]", "the vowel า or ำ before the tone mark"),
        (f"[{_TONE}][{_TONE}]", "two tone marks"),
        (f"[{_UPPER}\u0e4d][{_UPPER}]", "two vowels on one consonant"),
        (f"\u0e4c[{_UPPER}{_TONE}]", "the ์ before a vowel or tone mark"),
        (
            f"(?<![\u0e01-\u0e2e{_UPPER}\u0e48-\u0e4e\u25cc])[{_UPPER}\u0e48-\u0e4e]",
            "a vowel or mark with no consonant before it",
        ),
        ("[\u0e40-\u0e44](?![\u0e01-\u0e2e])", "a vowel with no consonant behind it"),
    )
)


_THAI = re.compile("[\u0e00-\u0e7f]")


def thai_alarms(clause: str, _source: Reading, text: Reading) -> Iterator[Alarm]:
    """Vowels and marks that are put together or ordered in a way that only looks right."""
    is_suspect = _THAI.search(text.plain) and any(pattern.search(text.plain) for pattern in _SUSPECT)
    if is_suspect and (found := found_faults(_FAULTS, _NAMES, text.plain)):
        hint = "Type the syllable again: consonant, vowel above or below, tone mark."
        yield Alarm("alarm/thai-spelling", clause, f"Thai typed in a way that only looks right: {found}.", hint)
