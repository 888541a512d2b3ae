"""Contrast: whether people with moderately low vision can read a brand's colours (F05; WCAG 2.1, 1.4.3).

Each is measured against what it stands on: white paper, the ground of its role, of its label or of the masthead, or the
watermark behind it (see `uses`). Bars and rules are decoration and need none.
"""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil, floor
from typing import TYPE_CHECKING

from statement_kit.brand.uses import BACKDROP, KIT_COLOURS, WELL_KNOWN, WHITE, ground_colour, uses
from statement_kit.diagnostics import Diagnostic

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

LINE_RATIO = 3.0
"""Least contrast of a line that tells something (WCAG 2.1, 1.4.11)."""

_BLACK = "#000000"
_STEPS = 100
"""How many tints of a colour are tried."""

_CHANNEL_WEIGHTS = (0.2126, 0.7152, 0.0722)
_LINEAR_BELOW = 0.03928


def contrast(colour: str, ground: str = WHITE) -> float:
    """The contrast ratio of a colour, `#rrggbb`, and its ground: from 1 to 21 (WCAG 2.1, “contrast ratio”)."""
    one, other = _luminance(_light(colour)), _luminance(_light(ground))
    return (max(one, other) + 0.05) / (min(one, other) + 0.05)


def is_dark(ground: str) -> bool:
    """Whether white is read better than black on a ground."""
    return contrast(WHITE, ground) > contrast(_BLACK, ground)


def darkened(colour: str, ratio: float, ground: str = WHITE) -> str:
    """The lightest colour of the same hue and saturation with this contrast to a ground, for one that has less.

    Its light is that of the colour dimmed: red, green and blue by the same factor, like the same paint in less light.
    Rounding is downwards, to the darker side.
    """
    light = _light(colour)
    dimmed = ((_luminance(_light(ground)) + 0.05) / ratio - 0.05) / _luminance(light)
    return "#" + "".join(f"{floor(_encoded(channel * dimmed) * 255):02x}" for channel in light)


def readable(colour: str, ratio: float, ground: str = WHITE) -> str:
    """The nearest colour of this contrast to a ground: the same in less light, or with more white on a dark one."""
    if contrast(_BLACK, ground) >= ratio and not (is_dark(ground) and contrast(WHITE, ground) >= ratio):
        return darkened(colour, ratio, ground)
    tints = (_thinned(colour, step / _STEPS) for step in range(_STEPS + 1))
    return next(tint for tint in tints if contrast(tint, ground) >= ratio)


def contrast_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Each colour in which some text cannot be read on what it stands on."""
    wanted: dict[tuple[str, str], dict[str, float]] = {}
    for use in uses(brand):
        wanted.setdefault((use.ground, use.colour), {})[use.what] = use.ratio
    names = list(brand.colours)
    for ground, name in sorted(wanted, key=lambda pair: (pair[0], names.index(pair[1]))):
        ratio = contrast(brand.colours[name], ground_colour(brand, ground))
        weak = {what: least for what, least in wanted[ground, name].items() if ratio < least}
        if weak:
            yield _unreadable(brand, name, ground, ratio, max(weak.values()), list(weak))


def _light(colour: str) -> list[float]:
    """Red, green and blue as parts of full light: sRGB decoded (WCAG 2.1, “relative luminance”)."""
    channels = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    return [part / 12.92 if part <= _LINEAR_BELOW else ((part + 0.055) / 1.055) ** 2.4 for part in channels]


def _encoded(light: float) -> float:
    """A part of full light as sRGB encodes it."""
    return light * 12.92 if light <= _LINEAR_BELOW / 12.92 else 1.055 * light ** (1 / 2.4) - 0.055


def _luminance(light: list[float]) -> float:
    return sum(weight * channel for weight, channel in zip(_CHANNEL_WEIGHTS, light, strict=True))


def _thinned(colour: str, white: float) -> str:
    """A colour with so much white in it."""
    channels = (int(colour[at : at + 2], 16) for at in (1, 3, 5))
    return "#" + "".join(f"{ceil(channel + white * (255 - channel)):02x}" for channel in channels)


def _unreadable(brand: Brand, name: str, ground: str, ratio: float, wanted: float, uses: list[str]) -> Diagnostic:
    """The finding; the ratio is rounded down, so that what is not enough never looks as if it were."""
    colour, behind = brand.colours[name], ground_colour(brand, ground)
    how, other_way = "is too pale to be read on white", ""
    if ground == BACKDROP:
        how, other_way = f"cannot be read over the watermark, {behind}", "give the watermark less tint."
    elif ground:
        best = "white" if is_dark(behind) else "black"
        how = f"cannot be read on the ground “{ground}”, {behind}"
        other_way = f'set them in another colour, as "{best}" (an ink, a colour, a label_colour), or on another ground.'
    message = (
        f"The colour “{name}”, {colour}, {how}: "
        f"its contrast is {floor(ratio * 10) / 10:.1f}:1, and must be {wanted:g}:1 or more for {', '.join(uses)}."
    )
    ways = [f'The nearest of the same hue that can be read: {name} = "{readable(colour, wanted, behind)}"']
    if other_way:
        ways = [other_way[0].upper() + other_way[1:]] if name in WELL_KNOWN else [*ways, other_way]
    is_kits = colour == {**KIT_COLOURS, **WELL_KNOWN}.get(name)
    clause = f"brand.{ground}" if is_kits and ground in brand.colours else f"brand.{name}"
    return Diagnostic("brand/contrast", message, hint="; or ".join(ways), clause=clause)
