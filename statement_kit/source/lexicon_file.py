"""`lexicon.txt`: the names and terms of a statement that stay whole on a line (requirement L10)."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator

from statement_kit.diagnostics import Diagnostic, Location, SourceError

_COENG = "\u17d2"
_SARA_AM = "\u0e33\u0eb3"
_JOINER, _NON_JOINER = "\u200d", "\u200c"
_INVISIBLE = re.compile("[\u200b\u2060\ufeff\u00ad]")
_WRONG_BAR = re.compile(r"^\||\|$|\|\s|\|\|")


def parse_lexicon(text: str, path: str) -> tuple[str, ...]:
    """The units of a lexicon, in its order: one per line, `|` where a line may end, a gloss behind `#`.

    Raises:
        SourceError: With every line that cannot be used.
    """
    units: dict[str, int] = {}
    entries: list[str] = []
    problems: list[Diagnostic] = []
    for number, line in enumerate(text.split("\n"), start=1):
        entry = line.split("#", 1)[0].strip(" \t\r")
        if not entry:
            continue
        where = Location(path, number)
        found = [*_problems(entry, where), *_duplicate(entry, where, units)]
        units.setdefault(entry.replace("|", ""), number)
        entries.append(entry)
        problems += found
    if problems:
        raise SourceError(problems)
    return tuple(entries)


def _problems(entry: str, where: Location) -> Iterator[Diagnostic]:
    """What is wrong with one entry, taken by itself."""
    if not entry.replace("|", "").strip():
        message, hint = "This line has bars and no words.", "Write the name, or remove the line."
        yield Diagnostic("lexicon/no-words", message, where, hint)
    elif _WRONG_BAR.search(entry):
        message = "A bar stands at the beginning or end of a name, before a space, or beside another bar."
        hint = "Put single bars inside the name, each before the letter the next line may begin with."
        yield Diagnostic("lexicon/bar", message, where, hint)
    if _INVISIBLE.search(entry):
        message = "This name holds an invisible character that marks line ends."
        hint = "Remove it, and use | where a line may end: the lexicon keeps the name whole elsewhere."
        yield Diagnostic("lexicon/invisible", message, where, hint)
    elif any(unicodedata.category(char) in {"Cc", "Zl", "Zp"} for char in entry):
        message = "This name holds a control character."
        yield Diagnostic("lexicon/control-character", message, where, "Type the name again.")
    if any(_parts_cluster(entry, bar.start()) for bar in re.finditer(r"\|", entry)):
        message = "A bar stands between a letter and a sign that belongs to it."
        yield Diagnostic("lexicon/bar-in-cluster", message, where, "Put the bar between two words.")


def _duplicate(entry: str, where: Location, units: dict[str, int]) -> Iterator[Diagnostic]:
    """The finding that a unit, bars aside, was given on an earlier line."""
    unit = entry.replace("|", "")
    if unit in units:
        message = f"“{unit}” stands on line {units[unit]} already."
        yield Diagnostic("lexicon/duplicate", message, where, "Keep one of the two lines.")


def _parts_cluster(entry: str, bar: int) -> bool:
    """Whether the bar at this offset stands inside a letter with its signs, or a stack (L01)."""
    before, after = entry[bar - 1 : bar], entry[bar + 1 : bar + 2]
    if before in (_COENG, _JOINER):
        return True
    return after != "" and (unicodedata.category(after)[0] == "M" or after in _SARA_AM + _JOINER + _NON_JOINER)
