"""Numbers, months and percentages that differ between a source and its translation (A17, A23)."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping, Sequence
from functools import lru_cache

from statement_kit.alarms.amounts import Amount, amounts
from statement_kit.alarms.pair import Alarm
from statement_kit.alarms.patterns import Choices, choices
from statement_kit.alarms.reading import Reading, listed
from statement_kit.languages.wording import WORDINGS, Wording


def number_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    """Numbers that stand in one text only, months that do, and a lost or added “per cent”."""
    yield from _amount_alarms(clause, source, text)
    if source.wording and text.wording:
        yield from _month_alarms(clause, source, text, source.wording, text.wording)
        yield from _per_cent_alarms(clause, source, text, source.wording, text.wording)


def _amount_alarms(clause: str, source: Reading, text: Reading) -> Iterator[Alarm]:
    wanted, found = amounts(source), amounts(text)
    if source.wording is None or text.wording is None:
        # In a language whose number words nobody knows here, a number in digits may stand as a word.
        wanted, found = [[a for a in side if a.in_digits or not a.is_sure] for side in (wanted, found)]
    if not wanted and not found:
        return
    lost, added = _unmatched(wanted, found), _unmatched(found, wanted)
    parts = [f"{listed(lost)} of the source is not in the translation"] if lost else []
    parts += [f"{listed(added)} of the translation is not in the source"] if added else []
    if parts:
        hint = "Make the numbers agree. Years may be counted in the Buddhist Era, and numbers written as words."
        yield Alarm("alarm/number", clause, f"The numbers differ: {'; '.join(parts)}.", hint)


def _unmatched(wanted: Sequence[Amount], found: Sequence[Amount]) -> list[str]:
    """The numbers of one text, meant as such, that the other has not, or in digits fewer times."""
    places: dict[float, list[int]] = {}
    for at in range(len(found) - 1, -1, -1):
        for value in found[at].values:
            places.setdefault(value, []).append(at)  # the first stands last, to be taken first
    taken: set[int] = set()
    missing = []
    for amount in wanted:
        if not amount.is_sure:
            continue
        if not amount.in_digits:
            if not any(value in places for value in amount.values):
                missing.append(amount.shown)
            continue
        first = _first_left(amount, places, taken)
        if first is None:
            missing.append(amount.shown)
        elif found[first].in_digits:
            taken.add(first)
    return missing


def _first_left(amount: Amount, places: Mapping[float, list[int]], taken: Collection[int]) -> int | None:
    """The first number with one of these values that is not yet taken for another."""
    left = []
    for value in amount.values:
        stack = places.get(value, [])
        while stack and stack[-1] in taken:
            stack.pop()
        left += stack[-1:]
    return min(left, default=None)


def _month_alarms(clause: str, source: Reading, text: Reading, ours: Wording, theirs: Wording) -> Iterator[Alarm]:
    wanted, maybe_wanted = _months(source.prose, ours)
    found, maybe_found = _months(text.prose, theirs)
    lost, added = wanted.keys() - found.keys() - maybe_found, found.keys() - wanted.keys() - maybe_wanted
    # A date in digits alone names its month by number, and was compared as one.
    lost = {month for month in lost if not re.search(rf"\d[/.-]0?{month}[/.-]\d", text.prose)}
    added = {month for month in added if not re.search(rf"\d[/.-]0?{month}[/.-]\d", source.prose)}
    parts = (
        [f"{listed([wanted[month] for month in sorted(lost)])} of the source is not in the translation"] if lost else []
    )
    parts += (
        [f"{listed([found[month] for month in sorted(added)])} of the translation is not in the source"]
        if added
        else []
    )
    if parts:
        yield Alarm("alarm/month", clause, f"The months differ: {'; '.join(parts)}.", "Correct the date.")


def _months(prose: str, wording: Wording) -> tuple[dict[int, str], set[int]]:
    """The months named for certain, by number, and those that words may name."""
    sure, vague = _month_patterns(wording.tag)
    certain = {sure.meaning(match): match[0] for match in sure.pattern.finditer(prose)}
    return certain, {vague.meaning(match) for match in vague.pattern.finditer(prose)} if vague else set()


@lru_cache(maxsize=16)
def _month_patterns(tag: str) -> tuple[Choices[int], Choices[int] | None]:
    wording = WORDINGS[tag]
    sure = choices((name, month) for month, name in enumerate(wording.months, 1))
    vague = choices((name, month) for month, name in wording.vague_months.items()) if wording.vague_months else None
    return sure, vague


def _per_cent_alarms(clause: str, source: Reading, text: Reading, ours: Wording, theirs: Wording) -> Iterator[Alarm]:
    wanted = re.search(ours.per_cent, source.folded) is not None
    if wanted == (re.search(theirs.per_cent, text.folded) is not None):
        return
    side = "source" if wanted else "translation"
    message = f"Only the {side} says “per cent”."
    yield Alarm("alarm/per-cent", clause, message, "Say it in both, or in neither: 50 is not 50%.")
