"""A list of names as people type or copy it: with numbers, bullets, or bare; acronyms in brackets behind."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Sequence
from pathlib import PurePath

from statement_kit.diagnostics import Diagnostic, Location, SourceError
from statement_kit.sign_ons.acronyms import split_acronym
from statement_kit.sign_ons.findings import counted, note, problem, refusal

HEADER = ("number", "name", "acronym")
"""The columns of a list. The numbers say in which order it stood, and nothing else."""

_MOST_LINES = 100_000
_LIST_ENDINGS, _TABLE_ENDINGS = {".txt", ".md"}, {".csv", ".tsv"}
_REGISTER_COLUMN = re.compile(r"(?i)\s*\"?(number|name|acronym|kind|country|standing)\"?\s*(?:[,;]|$)")

_BULLET = r"[-*+•·‣◦▪●○–—]"
_MARK = re.compile(
    rf"(?:{_BULLET}\s+)?(?:"
    r"(?P<number>\d{1,6})(?:[.)/-](?:\s+|(?=[^\W\da-z_]))|\t|\s*[៖:]\s+)"  # a small letter behind it: 350.org
    r")",
)
_BULLETED = re.compile(rf"{_BULLET}\s+")
_HYPHEN_NAME = re.compile(r"[0-9]{1,6}[/-][A-Za-z]")
"""A name that only looks numbered: “3-D Printing for Peace”. Khmer writes ១- and ១/ before names."""

_BEGINS = re.compile(
    r"\b(?:endorsed by|endorsers?|signed by|signatories|signatures|supported by)\b"
    r"|\blist of (?:organi[sz]ations|names)\b"
    r"|ចុះហត្ថលេខា|គាំទ្រដោយ|រាយនាម|បញ្ជីឈ្មោះ"  # signed, endorsed by, list of names (twice)
    r"|ลงนาม|ลงชื่อ|รายชื่อ|รายนาม|สนับสนุนโดย",  # sign, sign, list of names (twice), supported by
    re.IGNORECASE,
)
_LONGEST_HEADING, _LONGEST_BEGINNING = 120, 60
"""Most characters of a heading, and of the one that a list begins with: a sentence of the statement is longer."""


def is_list(text: str, path: str, delimiter: str | None) -> bool:
    """Whether a text is a list of names, not a table: by the ending of its file, and by how its lines begin."""
    lines = [line for line in text.split("\n", 40)[:40] if line.strip()]
    if len(lines) > 1 and all(_place_of(line)[0] for line in lines[:2]):
        return True
    ending = PurePath(path).suffix.lower()
    if ending in _LIST_ENDINGS:
        has_header = bool(lines) and bool(_REGISTER_COLUMN.match(lines[0])) and delimiter is not None
        return delimiter != "\t" and not has_header
    return delimiter is None and ending not in _TABLE_ENDINGS and not (lines and _REGISTER_COLUMN.match(lines[0]))


def list_rows(text: str, path: str) -> tuple[list[tuple[int, tuple[str, str, str]]], tuple[Diagnostic, ...]]:
    """Each name with its line, its number and its acronym, and notes on what was left out.

    A list begins behind the first heading that says so (“Endorsed by:”), or else with the file. Headings (with a colon
    behind them, or Markdown's # before them) are left out. Names are data and come through unchanged (N17).

    Raises:
        SourceError: There is no name in it, there are more lines than any list has, or with each line that has neither
            number nor bullet where the others do.
    """
    lines = [(number, line.rstrip()) for number, line in enumerate(text.split("\n"), 1) if line.strip()]
    if len(lines) > _MOST_LINES:
        message = f"This list has more than {_MOST_LINES:,} lines."
        raise refusal("too-large", message, Location(path), "Give only the list of names.")
    lines, notes = _from_heading(lines, path)
    is_marked = _is_marked([line for _, line in lines])
    headings = [number for number, line in lines if _is_heading(line, is_marked)]
    entries = [(number, line) for number, line in lines if not _is_heading(line, is_marked)]
    if headings:
        message = (
            f"{counted(len(headings), 'line')} of this list {'is a heading' if len(headings) == 1 else 'are headings'}"
        )
        notes.append(note("heading", f"{message}, left out.", Location(path, headings[0])))
    rows = list(_entries(entries, is_marked, path))
    if not rows:
        raise refusal("empty", "There is no name in this list.", Location(path), "Write one name on each line.")
    return rows, tuple(notes)


def _from_heading(lines: Sequence[tuple[int, str]], path: str) -> tuple[list[tuple[int, str]], list[Diagnostic]]:
    """The lines behind the heading that the list begins with, and a note if others stand before it."""
    for place, (number, line) in enumerate(lines):
        if len(line) <= _LONGEST_BEGINNING and _is_heading(line, is_marked=False) and _BEGINS.search(line):
            before = [note(*_skipped(place, number), Location(path, lines[0][0]))] if place else []
            return list(lines[place:]), before
    return list(lines), []


def _skipped(count: int, line: int) -> tuple[str, str]:
    return "before-list", f"{counted(count, 'line')} before the list, which begins on line {line}, left out."


def _is_marked(lines: Sequence[str]) -> bool:
    """Whether most lines of a list have numbers or bullets."""
    return sum(bool(_place_of(line)[0]) for line in lines) * 2 > len(lines)


def _is_heading(line: str, is_marked: bool) -> bool:
    """Whether a line stands over names: with a colon or #; or saying “Endorsed by”, alone or where names are marked."""
    plain = line.strip().strip("*_ ")
    if len(plain) > _LONGEST_HEADING or _place_of(line)[0]:
        return False
    if plain.startswith("#") or plain.endswith((":", "៖", "：")):
        return True
    return bool(_BEGINS.search(plain) if is_marked else _BEGINS.fullmatch(plain.rstrip(".")))


def _place_of(line: str) -> tuple[str, str]:
    """What marks a line as an entry (its number, or “-” for a bullet; empty for nothing), and the entry without it."""
    line = line.strip()
    if not _HYPHEN_NAME.match(line) and (match := _MARK.match(line)):
        number = "".join(str(unicodedata.decimal(digit)) for digit in match["number"])
        return number, line[match.end() :].strip()
    if match := _BULLETED.match(line):
        return "-", line[match.end() :].strip()
    return "", line


def _entries(
    lines: Sequence[tuple[int, str]], is_marked: bool, path: str
) -> Iterator[tuple[int, tuple[str, str, str]]]:
    """The entries: every line of a bare list; of a marked one each marked line, with what is indented below it."""
    parts = [(number, line, *_place_of(line)) for number, line in lines]
    found: list[tuple[int, str, list[str]]] = []
    problems: list[Diagnostic] = []
    for number, line, place, rest in parts:
        if place or not is_marked:
            found.append((number, place, [rest]))
        elif found and line.startswith(("  ", "\t")):
            found[-1][2].append(rest)
        else:
            problems.append(_unmarked(Location(path, number)))
    if problems:
        raise SourceError(problems)
    return ((line, (place.strip("-"), *split_acronym(" ".join(names)))) for line, place, names in found if any(names))


def _unmarked(where: Location) -> Diagnostic:
    message = "This line has neither a number nor a bullet, as the others of the list have."
    hint = "Put one before it if it is a name; put a colon behind it if it is a heading; delete it if it is neither."
    return problem("list-line", message, where, hint)
