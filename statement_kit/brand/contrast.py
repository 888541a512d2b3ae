"""Contrast: whether people with moderately low vision can read a brand's colours on white paper (F05; WCAG 2.1, 1.4.3).

Bars and rules are decoration and need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from math import floor
from typing import TYPE_CHECKING

from statement_kit.brand.faces import Face, voice
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

TEXT_RATIO, LARGE_TEXT_RATIO = 4.5, 3.0
"""Least contrast of text, and of large text."""

LINE_RATIO = 3.0
"""Least contrast of a line that tells something (WCAG 2.1, 1.4.11)."""

_LARGE_PT, _LARGE_BOLD_PT, _BOLD_WEIGHT = 18.0, 14.0, 600
"""From what size text is large: in any weight, and in a bold one; and from what weight a typeface is bold."""

_CHANNEL_WEIGHTS = (0.2126, 0.7152, 0.0722)
_LINEAR_BELOW = 0.03928


def contrast(colour: str) -> float:
    """The contrast ratio of a colour, `#rrggbb`, and white: from 1 to 21 (WCAG 2.1, “contrast ratio”)."""
    return 1.05 / (_luminance(_light(colour)) + 0.05)


def darkened(colour: str, ratio: float) -> str:
    """The lightest colour of the same hue and saturation with this contrast to white, for a colour that has less.

    Its light is that of the colour dimmed: red, green and blue by the same factor, like the same paint in less light.
    Rounding is downwards, to the darker side.
    """
    light = _light(colour)
    dimmed = (1.05 / ratio - 0.05) / _luminance(light)
    return "#" + "".join(f"{floor(_encoded(channel * dimmed) * 255):02x}" for channel in light)


def contrast_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Each colour in which some text is too pale to be read."""
    for name, colour in brand.colours.items():
        ratio = contrast(colour)
        if ratio >= TEXT_RATIO:
            continue
        pale = {use: wanted for use, wanted in _uses(brand, name) if ratio < wanted}
        if pale:
            yield _too_pale(name, colour, ratio, max(pale.values()), list(pale))


def _light(colour: str) -> list[float]:
    """Red, green and blue as parts of full light: sRGB decoded (WCAG 2.1, “relative luminance”)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels]


def _encoded(light: float) -> float:
    """A part of full light as sRGB encodes it."""
    return light * 12.92 if light <= _LINEAR_BELOW / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055


def _luminance(light: list[float]) -> float:
    return sum(weight * channel for weight, channel in zip(_CHANNEL_WEIGHTS, light, strict=True))


def _uses(brand: Brand, name: str) -> Iterator[tuple[str, float]]:
    """What is set in a colour, and the contrast that it needs."""
    if any(style.link_colour == name for style in brand.styles.values()):
        yield "links", TEXT_RATIO
    for role, style in brand.styles.items():
        if style.colour == name:
            yield role, _wanted(brand, role, style.face)
        if (style.label_face or style.label_colour) and (style.label_colour or style.colour) == name:
            yield f"labels of {role}", _wanted(brand, role, style.label_face or style.face)


def _wanted(brand: Brand, role: Role, face: Face) -> float:
    """The contrast that a role needs in a face: of large text only if it is large in every language and script."""
    size_pt = min(brand.size_pt(role, language.script) for language in LANGUAGES.values())
    faces = {voice(face, is_emphasised=first, is_strong=second) for first, second in product((False, True), repeat=2)}
    typefaces = [typeface for each in faces for typeface in brand.typefaces[each].values()]
    is_large = all(
        size_pt * typeface.scale >= (_LARGE_BOLD_PT if typeface.weight >= _BOLD_WEIGHT else _LARGE_PT)
        for typeface in typefaces
    )
    return LARGE_TEXT_RATIO if is_large else TEXT_RATIO


def _too_pale(name: str, colour: str, ratio: float, wanted: float, uses: list[str]) -> Diagnostic:
    """The finding; the ratio is rounded down, so that what is not enough never looks as if it were."""
    found = floor(ratio * 10) / 10
    message = (
        f"The colour “{name}”, {colour}, is too pale to be read on white: "
        f"its contrast is {found:.1f}:1, and must be {wanted:g}:1 or more for {', '.join(uses)}."
    )
    hint = f'The nearest of the same hue that can be read: {name} = "{darkened(colour, wanted)}"'
    return Diagnostic("brand/contrast", message, hint=hint, clause=f"brand.{name}")
