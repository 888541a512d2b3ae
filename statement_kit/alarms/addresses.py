"""Addresses that stand in plain text and do not come out the same: e-mail, pages, telephone numbers (N02).

Links are held to their source where a statement is translated; what is only typed is held here.
"""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator

from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.reading import ADDRESS, TELEPHONE, Reading, listed

_TOPS = "org|com|net|info|asia|kh|th|int|edu|gov|example"
_TOP_LEVEL = re.compile(rf"\.(?:{_TOPS})\b")
_DOMAIN = re.compile(rf"(?<![\w@./-])(?:[a-z0-9-]+\.)+(?:{_TOPS})\b(?:/[^\s\u1780-\u17ff\u0e00-\u0e7f]*)?")
_DIGIT = re.compile(r"\d")
_END = ".,;:!?)'\"”។៕ๆ"


def address_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """Addresses that stand in one text only."""
    wanted, found = _addresses(source), _addresses(text)
    if wanted == found:
        return
    lost, added = sorted((wanted - found).elements()), sorted((found - wanted).elements())
    parts = [f"{listed(lost)} of the source is not in the translation"] if lost else []
    parts += [f"{listed(added)} of the translation is not in the source"] if added else []
    hint = "Copy addresses and telephone numbers from the source, letter by letter, with its digits."
    yield Alarm("alarm/address", clause, f"The addresses differ: {'; '.join(parts)}.", hint)


def _addresses(reading: Reading) -> Counter[str]:
    plain = reading.plain
    found: Counter[str] = Counter()
    if "@" in plain or "://" in plain or "www." in plain:
        found.update(match.rstrip(_END) for match in ADDRESS.findall(plain))
        plain = ADDRESS.sub(" ", plain)
    if _TOP_LEVEL.search(plain):
        found.update(match.rstrip(_END) for match in _DOMAIN.findall(plain))
    if _DIGIT.search(plain):
        found.update(re.sub(r"[^\d+]", "", match) for match in TELEPHONE.findall(plain))
    for line in reading.linked.split("\n") if found else ():
        # The words of a link are the translator's, and its address is compared elsewhere.
        for address in (*ADDRESS.findall(line), *_DOMAIN.findall(line)):
            found.pop(address.rstrip(_END), None)
    return found
