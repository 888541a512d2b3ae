"""A brand file as settings: each key it has, with its value and its line, or everything that is wrong with it.

One file is judged by itself here, by the table of keys; what several of them come to, `brand_merging` says.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any, NamedTuple

from statement_kit.brand import Face
from statement_kit.diagnostics import Diagnostic, Location
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.source.brand_key import ARRAYS, BrandKey, header
from statement_kit.source.brand_keys import MOVED, Branch, array_keys, key_tree, wildcard
from statement_kit.source.toml_lines import KeyPath, key_lines, nearest_line
from statement_kit.source.toml_table import known_keys, parse_toml, shown, wrong
from statement_kit.text.scripts import is_script

EXTENDS = "extends"

_REQUIRED: Mapping[str, Mapping[str, str]] = {
    "font": {"file": '"fonts/Our.ttf"', "family": '"Our Serif"'},
    "partner": {"file": '"logo.svg"'},
}
"""What each table of an array cannot do without, and how it is written."""


class Setting(NamedTuple):
    """A key of a brand file, what it is set to, and where.

    Attributes:
        key: Which key.
        path: Its names in the file.
        value: What it is set to, as TOML has it.
        where: File and line.
    """

    key: BrandKey
    path: tuple[str, ...]
    value: Any
    where: Location

    @property
    def meant(self) -> Any:
        """The value of `Brand` that it is set to."""
        return self.key.kind.value(self.value)


class Entry(NamedTuple):
    """One of several tables of a name: what it sets, by the names within it."""

    settings: tuple[Setting, ...]
    where: Location

    def get(self, name: str) -> Any:
        """What it sets a key to; None where it does not."""
        return next((setting.value for setting in self.settings if setting.path[1:] == (name,)), None)


@dataclass(frozen=True, slots=True)
class BrandSettings:
    """What one brand file says.

    Attributes:
        file: Its path.
        settings: Every key it sets, by path.
        entries: The tables of each array.
        places: The line of each key and table, by its dotted path.
        named: The path of each key that it has, also of one whose value is wrong.
        problems: Every key that is unknown, misplaced or wrong.
    """

    file: str
    settings: Mapping[tuple[str, ...], Setting] = field(default_factory=dict)
    entries: Mapping[str, tuple[Entry, ...]] = field(default_factory=dict)
    places: Mapping[str, Location] = field(default_factory=dict)
    named: frozenset[tuple[str, ...]] = frozenset()
    problems: tuple[Diagnostic, ...] = ()

    @property
    def extends(self) -> Setting | None:
        """What it begins from; None where it does not say."""
        return self.settings.get((EXTENDS,))


def parse_settings(text: str, path: str) -> BrandSettings:
    """The settings of a brand file, and what is wrong with others of its keys.

    Raises:
        SourceError: It is not TOML.
    """
    reader = _Reader(text, path)
    settings = {setting.path: setting for setting in reader.settings()}
    entries = {name: tuple(reader.entries(name)) for name in ARRAYS if name in reader.values}
    places = {".".join(map(str, at)): Location(path, line) for at, line in reader.lines.items()}
    return BrandSettings(path, settings, entries, places, frozenset(reader.named), tuple(reader.problems))


class _Names(NamedTuple):
    """What may stand in place of a name in capitals."""

    holds: Callable[[str], bool]
    what: str
    known: str


_SCRIPT_CODES = ", ".join(dict.fromkeys(language.script for language in LANGUAGES.values()))
_NAMES: Mapping[str, _Names] = {
    "LANGUAGE": _Names(LANGUAGES.__contains__, "language", f"Known: {', '.join(sorted(LANGUAGES))}."),
    "SCRIPT": _Names(is_script, "script", f"Write its ISO 15924 code: {_SCRIPT_CODES}, Laoo, Mymr …"),
    "FACE": _Names(set(Face).__contains__, "face", f"Known: {', '.join(Face)}."),
    "ROLE": _Names(set(Role).__contains__, "role", f"Known: {', '.join(Role)}."),
    "COLOUR": _Names(
        lambda name: bool(re.fullmatch(r"[a-z][a-z0-9_-]{0,30}", name)) and name not in ("none", "same"),
        "colour",
        "Name it in small letters of English: sun, deep-green; but not “none” or “same”.",
    ),
}


class _Reader:
    """One brand file on its way to settings; what is wrong with it is collected."""

    def __init__(self, text: str, path: str) -> None:
        self.values = parse_toml(text, path)
        self.lines = key_lines(text)
        self.problems: list[Diagnostic] = []
        self.named: set[tuple[str, ...]] = set()
        self._path = path

    def where(self, at: KeyPath) -> Location:
        """The line of a key; that of the table it stands in, where they share it."""
        return Location(self._path, nearest_line(self.lines, at))

    def settings(self) -> Iterator[Setting]:
        """Every key outside arrays that is right."""
        tables = {name: value for name, value in self.values.items() if name not in ARRAYS}
        yield from self._within(tables, key_tree(), (), ())

    def entries(self, name: str) -> Iterator[Entry]:
        """The tables of an array that are right."""
        value = self.values[name]
        if not isinstance(value, list) or not all(isinstance(entry, dict) for entry in value):
            hint = f"Write it as a table, or several, each below a line [[{name}]]."
            self._report("wrong-type", f"“{name}” cannot be read.", (name,), hint)
            return
        branch = array_keys(name)
        for number, entry in enumerate(value):
            where, known = self.where((name, number)), len(self.problems)
            found = Entry(tuple(self._within(entry, branch, (name,), (name, number))), where)
            for missing, example in _REQUIRED[name].items():
                if missing not in entry:
                    message, hint = f"A {name} lacks its “{missing}”.", f"Add it: {missing} = {example}."
                    self.problems.append(wrong("missing-key", message, where, hint))
            if len(self.problems) == known:
                yield found

    def _within(
        self, table: Mapping[str, Any], branch: Branch, path: tuple[str, ...], at: KeyPath
    ) -> Iterator[Setting]:
        """The keys of a table: `path` as they are named, `at` as they are counted."""
        for name, value in table.items():
            inner, place = (*path, name), (*at, name)
            self.named.add(inner)
            slot = self._slot(name, value, branch, path, place)
            if isinstance(slot, BrandKey):
                if slot.kind.holds(value):
                    yield Setting(slot, inner, value, self.where(place))
                else:
                    message = f"“{_short(inner)}” cannot be {shown(value)}."
                    self._report("wrong-value", message, place, f"Write {slot.kind.words}: {name} = {slot.example}")
            elif slot is not None and isinstance(value, dict):
                yield from self._within(value, slot, inner, place)
            elif slot is not None:
                hint = f"Write it as a table below a line {header(inner)}, with {', '.join(map(_shown, slot))}."
                self._report("wrong-type", f"“{_short(inner)}” cannot be {shown(value)}.", place, hint)

    def _slot(
        self, name: str, value: Any, branch: Branch, path: tuple[str, ...], place: KeyPath
    ) -> Branch | BrandKey | None:
        """What the table of keys has for a name in a table; None where it has nothing, which is reported."""
        capital = wildcard(branch)
        if name in branch and name != capital:
            return branch[name]
        is_meant = capital is not None and _NAMES[capital].holds(name)
        if path and name in key_tree() and not (is_meant and _holds(branch, capital, value)):
            hint = "Move it above the first line in [brackets]."
            self._report("misplaced-key", f"“{name}” stands in [{_short(path)}].", place, hint)
        elif is_meant and capital is not None:
            return branch[capital]
        elif name in MOVED and not (path and capital):
            self._report("moved-key", f"There is no key “{name}” any more.", place, MOVED[name])
        elif capital is not None:
            what, known = _NAMES[capital].what, _NAMES[capital].known
            self._report(
                f"unknown-{what}", f"There is no {what} “{_short((name,))}”, as [{_short(path)}] has it.", place, known
            )
        else:
            inside = f"in [{_short(path)}]" if path else "here"
            message = f"There is no key “{_short((name,))}” {inside}."
            self._report("unknown-key", message, place, known_keys(name, branch))
        return None

    def _report(self, rule: str, message: str, place: KeyPath, hint: str) -> None:
        self.problems.append(wrong(rule, message, self.where(place), hint))


def _holds(branch: Branch, capital: str | None, value: Any) -> bool:
    """Whether a value may stand under a name of one's own; a table may, whatever is in it."""
    slot = branch[capital or ""]
    return slot.kind.holds(value) if isinstance(slot, BrandKey) else isinstance(value, dict)


_SHORT = 60
"""How much of a name in a file a finding repeats."""


def _short(path: tuple[str, ...]) -> str:
    """The names of a key as a finding shows them."""
    text = ".".join(path)
    return text if len(text) <= _SHORT else f"{text[:_SHORT]}…"


def _shown(name: str) -> str:
    return f"a key for each {name.lower()}" if name.isupper() else f"“{name}”"
