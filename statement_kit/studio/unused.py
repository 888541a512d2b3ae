"""What a brand brings and nobody sees: a colour, a font, a band under nothing. Most often a name was mistyped."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from typing import Any

from statement_kit.brand import Brand
from statement_kit.brand.uses import WELL_KNOWN
from statement_kit.brand.value_checks import LEAST_COLOURS
from statement_kit.diagnostics import Diagnostic, Severity
from statement_kit.source.brand_keys import KEYS


def unused_findings(brand: Brand) -> Iterator[Diagnostic]:
    """Colours that nothing is drawn in, fonts that no typeface names, a masthead on which nothing stands."""
    yield from _bare_masthead(brand)
    used = {*_colours_used(brand), *LEAST_COLOURS, *WELL_KNOWN}
    for name in brand.colours:
        if name not in used:
            message = f"Nothing is drawn in the colour “{name}”."
            hint = "Use it, remove it, or look for a name that was mistyped."
            clause = f"brand.colours.{name}"
            yield Diagnostic("brand/unused-colour", message, hint=hint, clause=clause, severity=Severity.WARNING)
    typefaces = [each for by_script in brand.typefaces.values() for each in by_script.values()]
    named = {(each.family, each.weight, each.is_italic) for each in typefaces}
    for font in brand.fonts:
        if (font.family, font.weight, font.is_italic) not in named:
            slope = " italic" if font.is_italic else ""
            message = f"No typeface names the font “{font.family}” {font.weight}{slope}."
            hint = "Name it under [typefaces.FACE.SCRIPT], with this family and weight, or remove it."
            clause = f"font:{font.path}"
            yield Diagnostic("brand/unused-font", message, hint=hint, clause=clause, severity=Severity.WARNING)


def _bare_masthead(brand: Brand) -> Iterator[Diagnostic]:
    """A ground or a rule that no page shows, since nothing stands on it."""
    if (brand.masthead.ground or brand.masthead.rule_pt) and not (brand.names or brand.logos):
        message = "The masthead has a ground or a rule, and neither a name nor a logo to stand there: none is drawn."
        hint = "Add [name] or [logo], or leave the ground and the rule out."
        clause = "brand.masthead"
        yield Diagnostic("brand/bare-masthead", message, hint=hint, clause=clause, severity=Severity.WARNING)


def _colours_used(brand: Brand) -> Iterator[str]:
    """The names of colours that the values of a brand ask for, as the table of keys knows them."""
    for key in KEYS:
        if key.kind.is_colour:
            yield from _values(brand, key.at)


def _values(value: Any, at: tuple[str, ...]) -> Iterator[Any]:
    """Every value at the end of a way; a name in capitals on it stands for all there are."""
    if not at:
        yield value
    elif isinstance(value, Mapping):
        for inner in value.values():
            yield from _values(inner, at[1:])
    elif value is not None:
        yield from _values(getattr(value, at[0]), at[1:])
