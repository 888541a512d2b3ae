"""What brand files come to: settings, of one file or of several that extend each other, on a look of the kit."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from statement_kit.brand import Backdrop, Brand, Face, Logo, Typeface
from statement_kit.brand.profiles import PROFILES
from statement_kit.brand.uses import WELL_KNOWN
from statement_kit.brand.variants import Cut, Typefaces, with_variants
from statement_kit.diagnostics import Diagnostic, Location, SourceError, locate
from statement_kit.pictures import parse_picture
from statement_kit.source.brand_fonts import font_files
from statement_kit.source.brand_merging import merged, picture_problems
from statement_kit.source.brand_settings import BrandSettings, Entry, Setting, parse_settings
from statement_kit.source.toml_table import wrong
from statement_kit.text.font_file import FontFile

ReadFile = Callable[[str, Location], bytes]
"""Gives a file that another names by its path beside it, and the place where it names it."""

Find = Callable[[str, Location], BrandSettings]
"""Gives the settings of the brand that another names, and the place where it names it."""

MOST_FILES = 8
"""How many brand files may extend each other."""

MOST_OF: Mapping[str, int] = {"colours": 64, "font": 64, "partner": 12}
"""How many entries a table or an array may have: more is no palette, no typography, no row any more."""

_MADE_OF: Mapping[str, Callable[..., Any]] = {
    "backdrop": Backdrop,
    "logo": lambda **given: Logo(**{"alt": {}, **given}),
    "typefaces": Typeface,
}
"""What is made where a brand has none to change, per attribute."""

_ABOUT: Mapping[str, str] = {"brand/margins": "margins", "brand/area": "margins"}
"""Rules of the page, and the key that most likely broke them."""


def _no_files(name: str, where: Location) -> bytes:
    hint = "Check its name, and put it beside the brand file."
    raise SourceError([Diagnostic("source/unreadable", f"There is no picture {name}.", where, hint)])


def _no_brands(name: str, where: Location) -> BrandSettings:
    hint = f"Known here: {', '.join(PROFILES)}."
    raise SourceError([wrong("unknown-brand", f"There is no brand “{name}”.", where, hint)])


def parse_brand(
    text: str, path: str, read: ReadFile = _no_files, find: Find = _no_brands
) -> tuple[Brand, dict[str, Location]]:
    """The look that a brand file begins from with what it changes; and where parts of it stand, for later findings.

    Args:
        text: The file's text.
        path: Its path, for findings; fonts and pictures lie beside it.
        read: Gives the files that it names and that become part of the brand.
        find: Gives the brand it extends, where that is no look of the kit.

    Raises:
        SourceError: With every key that is unknown or wrong in any of the files, or with what all of them come to.
    """
    look, chain = _chain(parse_settings(text, path), find)
    return _brand(look, chain, read)


def _chain(first: BrandSettings, find: Find) -> tuple[Brand, list[BrandSettings]]:
    """The look of the kit at the bottom, and the files on it, the last that was read first."""
    chain = [first]
    while (wanted := chain[0].extends) is not None and wanted.value not in PROFILES:
        found = find(wanted.value, wanted.where)
        files = [settings.file for settings in reversed(chain)]
        way = " → ".join([*files, found.file])
        if found.file in files:
            message = f"This brand extends itself: {way}."
            raise SourceError([wrong("extends-itself", message, wanted.where, "Remove one of these lines “extends”.")])
        if len(chain) == MOST_FILES:
            message = f"More than {MOST_FILES} brand files extend each other: {way}."
            hint = "Put what the first of them say into one file."
            raise SourceError([wrong("extends-too-far", message, wanted.where, hint)])
        chain.insert(0, found)
    return PROFILES[wanted.value if wanted else "kit"], chain


def _brand(look: Brand, chain: Sequence[BrandSettings], read: ReadFile) -> tuple[Brand, dict[str, Location]]:
    """The brand that files come to, the later ones before the earlier, key by key."""
    settings = merged(chain)
    colours = _palette(look, settings.values())
    problems = [found for one in chain for found in (*one.problems, *_too_many(one))]
    if any(found.rule == "source/too-many" for found in problems):
        raise SourceError(problems)  # nothing is read of so many
    problems += (*_colour_problems(settings.values(), colours), *picture_problems(chain, look))
    made = _Maker(read, problems)
    changes = made.changes(settings.values())
    partners = next((one.entries["partner"] for one in reversed(chain) if "partner" in one.entries), None)
    if partners is not None:
        changes["partners"] = tuple(made.partners(partners))
    fonts = font_files(look.fonts, [one.entries.get("font", ()) for one in chain], problems)
    problems += _typeface_problems(look, changes, settings)
    if problems:
        raise SourceError(problems)
    places = _places(chain, settings)
    try:
        changed = {**_changed(look, changes), "colours": colours, "fonts": fonts}
        changed["typefaces"] = _voices(changed.get("typefaces", look.typefaces), fonts, settings)
        brand = replace(look, **changed)
    except SourceError as error:
        found = [replace(one, clause=_ABOUT.get(one.rule, one.clause)) for one in error.diagnostics]
        located = locate(found, places)
        raise SourceError(replace(one, where=one.where or places["brand"]) for one in located) from error
    for path, setting in settings.items():
        if path[0] == "typefaces":
            family = brand.typefaces[Face(path[1])][path[2]].family
            places.setdefault(f"typeface:{family}", places.get(f"brand.{'.'.join(path[:3])}", setting.where))
    return brand, places


def _voices(typefaces: Typefaces, fonts: Iterable[FontFile], settings: Iterable[tuple[str, ...]]) -> Typefaces:
    """The typefaces with the other voices of each family that the files of a brand name."""
    named = {(Face(path[1]), path[2]) for path in settings if path[0] == "typefaces" and path[3] == "family"}
    return with_variants(typefaces, named, [Cut(font.family, font.weight, font.is_italic) for font in fonts])


def _too_many(one: BrandSettings) -> Iterator[Diagnostic]:
    """Tables and arrays of one file with more entries than anybody needs."""
    counts = {"colours": sum(path[0] == "colours" for path in one.settings)}
    counts |= {array: len(entries) for array, entries in one.entries.items()}
    for name, count in counts.items():
        if count > MOST_OF[name]:
            message = f"“{name}” has {count} entries; at most {MOST_OF[name]} are read."
            where = one.places.get(name, Location(one.file))
            yield wrong("too-many", message, where, "Remove those that are not needed.")


def _palette(look: Brand, settings: Iterable[Setting]) -> dict[str, str]:
    """The colours of the brand, and of those that every brand knows the ones that it uses."""
    settings = list(settings)
    named = {setting.path[1]: setting.meant for setting in settings if setting.path[0] == "colours"}
    asked = {setting.value for setting in settings if setting.key.kind.is_colour}
    return {**{name: value for name, value in WELL_KNOWN.items() if name in asked}, **look.colours, **named}


def _colour_problems(settings: Iterable[Setting], colours: Mapping[str, str]) -> Iterator[Diagnostic]:
    """Each key that asks for a colour the brand has not."""
    for setting in settings:
        if setting.key.kind.is_colour and setting.meant and setting.meant not in colours:
            message = f"“{'.'.join(setting.path)}” asks for the colour “{setting.value}”, which the brand has not."
            hint = f"Add it under [colours], or choose from {', '.join({**colours, **WELL_KNOWN})}."
            yield wrong("unknown-colour", message, setting.where, hint)


def _typeface_problems(
    look: Brand, changes: Mapping[str, Any], settings: Mapping[tuple[str, ...], Setting]
) -> Iterator[Diagnostic]:
    """Scripts that the kit has no typeface for, where the brand names no family either."""
    for face, by_script in changes.get("typefaces", {}).items():
        for script, entry in by_script.items():
            if script not in look.typefaces[face] and "family" not in entry:
                where = next(one.where for path, one in settings.items() if path[:3] == ("typefaces", face, script))
                message = f"The kit has no typeface for “{script}” of its own."
                yield wrong("missing-key", message, where, 'Add it: family = "Our Serif".')


class _Maker:
    """Makes values of settings, and reads the pictures they name; what stands against these is collected."""

    def __init__(self, read: ReadFile, problems: list[Diagnostic]) -> None:
        self._read = read
        self._problems = problems

    def changes(self, settings: Iterable[Setting]) -> dict[str, Any]:
        """What of a brand becomes another, as nested tables of attributes."""
        changes: dict[str, Any] = {}
        for setting in settings:
            for at, value in self._values(setting):
                inner = changes
                for step in at[:-1]:
                    inner = inner.setdefault(step, {})
                inner[at[-1]] = value
        return changes

    def partners(self, entries: Iterable[Entry]) -> Iterator[Logo]:
        """The logos of others, those whose pictures can be drawn."""
        for entry in entries:
            given = self.changes(entry.settings).get("partners", {})
            if "picture" in given:
                yield Logo(**{"alt": {}, **given})

    def _values(self, setting: Setting) -> Iterator[tuple[tuple[Any, ...], Any]]:
        """The attributes that a setting changes, and to what."""
        at = setting.key.attribute(setting.path)
        if not setting.key.kind.is_picture:
            yield at, setting.meant
            return
        try:
            path = str(Path(setting.where.path).parent / setting.value)
            yield at, parse_picture(self._read(setting.value, setting.where), path)
        except SourceError as error:
            self._problems += error.diagnostics
        if setting.key.name == "file":
            yield (*at[:-1], "file"), setting.value


def _changed(value: Any, changes: Mapping[Any, Any], part: str = "") -> dict[Any, Any]:
    """The attributes of a value, or the entries of a table, that become others."""
    changed = {}
    for name, change in changes.items():
        current = value.get(name) if isinstance(value, Mapping) else getattr(value, name)
        part_of = part or name
        if not isinstance(change, dict):
            changed[name] = change
        elif isinstance(current, Mapping):
            changed[name] = {**current, **_changed(current, change, part_of)}
        elif current is None:
            changed[name] = _MADE_OF[part_of](**change)
        else:
            changed[name] = replace(current, **_changed(current, change, part_of))
    return changed


def _places(chain: Sequence[BrandSettings], settings: Mapping[tuple[str, ...], Setting]) -> dict[str, Location]:
    """Where parts of the brand stand, by the ids that findings call them."""
    file = Location(chain[-1].file)
    places = {f"brand.{key}": file for key in ("name", "letterhead", "footer", "logo", "docx", "watermark")}
    for one in chain:
        places |= {f"brand.{key}": where for key, where in one.places.items()}
        places |= {
            f"font:{Path(one.file).parent / entry.get('file')}": entry.where for entry in one.entries.get("font", ())
        }
    for path, setting in settings.items():
        if path[0] == "colours":
            places.setdefault(f"brand.{path[1]}", setting.where)
    most = max((len(one.value) for path, one in settings.items() if path[0] in ("letterhead", "footer")), default=0)
    numbers = range(1, most + 1)
    places |= {f"{key}.{number}": places[f"brand.{key}"] for key in ("letterhead", "footer") for number in numbers}
    lines = places["brand.letterhead"]
    places |= {"letterhead": lines if lines.line else places["brand.name"], "brand": file}
    places |= {key: places.get(f"brand.{key}", file) for key in set(_ABOUT.values())}
    return places
