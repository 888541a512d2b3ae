"""Values of a brand that are of the right kind and yet no page could be made of: missing, unknown, or without ink."""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from reprlib import repr as brief
from typing import TYPE_CHECKING

from statement_kit.brand.faces import Face
from statement_kit.brand.kinds import wrong
from statement_kit.brand.uses import KIT_COLOURS
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup.problems import character_problems
from statement_kit.values import is_blank

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

LEAST_COLOURS = tuple(KIT_COLOURS)
"""The colours that every brand has; it may have others beside them."""

_COLOUR_NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}")
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
"""How a colour is written."""

_KEYS: Mapping[str, Collection[str]] = {"styles": tuple(Role), "typefaces": tuple(Face), "colours": LEAST_COLOURS}
"""Per table that must be whole, its keys."""


def value_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Every value that is missing, unknown, written otherwise than it must be, or a line without ink."""
    if len(brand.margins_pt) != 4:
        message = f"{len(brand.margins_pt)} margins are given."
        yield wrong("margins", message, "Give four: top, right, bottom, left.")
    for name, keys in _KEYS.items():
        yield from _key_problems(name, getattr(brand, name), keys)
    for face, by_script in brand.typefaces.items():
        if not by_script:
            yield wrong("missing", f"typefaces[{face}] of the brand names no typeface.", "Name one for each script.")
    yield from _colour_problems(brand)
    for tag in dict.fromkeys([*brand.alignment, *brand.indent_em]):
        if tag not in LANGUAGES:
            message = f"Running text is set in “{tag}”, a language the kit does not know."
            yield wrong("unknown-language", message, f"Known: {', '.join(sorted(LANGUAGES))}.")
    yield from _left_out_problems(brand)
    yield from _letterhead_table_problems(brand)
    for tag, name in brand.names.items():
        yield from _letterhead_line_problems("name", tag, [name])
    for key, table in (("letterhead", brand.letterhead), ("footer", brand.footer)):
        for tag, lines in table.items():
            yield from _letterhead_line_problems(key, tag, lines)


def _left_out_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Families to be left out of DOCX files that the brand does not set anything in."""
    families = {typeface.family for by_script in brand.typefaces.values() for typeface in by_script.values()}
    for family in brand.docx_without:
        if family not in families:
            message = f"“{family}” is to be left out of DOCX files, but nothing is set in it."
            hint = f"Families in use: {', '.join(sorted(families))}."
            yield Diagnostic("brand/unknown-family", message, hint=hint, clause="brand.docx")


def _letterhead_table_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Parts of a letterhead that no document would print."""
    for key, table in (("name", brand.names), ("letterhead", brand.letterhead), ("footer", brand.footer)):
        for tag in table:
            if tag not in LANGUAGES:
                message = f"[{key}] has an entry for “{tag}”, a language the kit does not know."
                hint = f"Known: {', '.join(sorted(LANGUAGES))}."
                yield Diagnostic("brand/unknown-language", message, hint=hint, clause=f"brand.{key}")
    if brand.letterhead and not brand.names:
        message, hint = "The brand has a letterhead, but no name to stand above it.", "Add [name]."
        yield Diagnostic("brand/letterhead-without-name", message, hint=hint, clause="brand.letterhead")


def _key_problems(name: str, table: Mapping[str, object], keys: Collection[str]) -> Iterator[Diagnostic]:
    for key in keys:
        if key not in table:
            hint = f"Begin from the kit's own: {{**Brand().{name}, …}}."
            yield wrong("missing", f"The brand's {name} lack “{key}”.", hint)
    for key in table:
        if key not in keys and name != "colours":
            yield wrong("unknown", f"The brand's {name} hold “{key}”.", f"Known: {', '.join(keys)}.")


def _colour_problems(brand: Brand) -> Iterator[Diagnostic]:
    for name, value in brand.colours.items():
        if not _COLOUR_NAME.fullmatch(name):
            hint = "Name it in small letters of English: “sun”, “deep-green”."
            yield wrong("colour", f"“{brief(name)}” is not the name of a colour.", hint)
        if not HEX_COLOUR.fullmatch(value):
            yield wrong("colour", f"The colour “{name}” is “{value}”.", 'Write it as "#9b2226".')
    known = {*brand.colours, *LEAST_COLOURS}  # one of these that is missing was told by itself
    for what, colour in _colours_asked_for(brand):
        if colour and colour not in known:
            message = f"{what} of the brand asks for the colour “{colour}”."
            yield wrong("colour", message, f"Known: {', '.join(brand.colours)}.")


def _colours_asked_for(brand: Brand) -> Iterator[tuple[str, str]]:
    """What is drawn in a colour, and the name of that; empty where it has none of its own."""
    for role, style in brand.styles.items():
        own = (style.colour, style.label_colour, style.link_colour, style.underline_colour)
        for colour in (*own, style.rule_colour, style.ground, style.label_ground):
            yield f"styles[{role}]", colour
    masthead = brand.masthead
    yield from (("masthead", colour) for colour in (masthead.ground, masthead.ink, masthead.rule_colour))
    yield "bar", brand.bar.colour
    if brand.backdrop:
        yield "backdrop", brand.backdrop.colour


def _letterhead_line_problems(key: str, tag: str, lines: Iterable[str]) -> Iterator[Diagnostic]:
    """Lines of a letterhead in which nothing can be seen, and characters in them that cannot be set."""
    for line in lines:
        if is_blank(line):
            message, hint = f"{key}.{tag} of the brand has a line without text.", "Write the text, or remove the line."
            yield Diagnostic("brand/empty-text", message, hint=hint, clause=f"brand.{key}")
        for found in character_problems(f"{key}.{tag} of the brand", line):
            yield replace(found, clause=f"brand.{key}")
