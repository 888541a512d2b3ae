"""The notations of SVG attributes: numbers, lengths, colours, transforms, references."""

from __future__ import annotations

import re
from math import cos, hypot, isfinite, radians, sin, sqrt, tan

from tinycss2.color3 import parse_color

from statement_kit.pictures.drawing import IDENTITY, LARGEST, Colour, Matrix, concatenate

NUMBER = r"[+-]?(?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?"
"""How SVG writes a number (SVG 2, 4.2)."""

_NUMBERS = re.compile(rf"\s*(?:,\s*)?({NUMBER})")
_LENGTH = re.compile(rf"({NUMBER})([a-z]*|%)")
_UNITS = {"": 1.0, "px": 1.0, "pt": 4 / 3, "pc": 16.0, "in": 96.0, "cm": 96 / 2.54, "mm": 96 / 25.4, "q": 96 / 101.6}
_FUNCTION = re.compile(r"[\s,]*([a-zA-Z]+)\s*\(([^()]*)\)\s*")
_LONGEST_COLOUR = 100
_LOCAL = re.compile(r"url\(\s*(?P<quote>[\"']?)#(?P<id>[^\"'()]+)(?P=quote)\s*\)")


class UnreadableValueError(ValueError):
    """A value that is not in the notation its attribute has."""


def number(text: str) -> float:
    """One number.

    Raises:
        UnreadableValueError: It is none, or larger than any coordinate.
    """
    values = numbers(text)
    if len(values) != 1:
        raise UnreadableValueError(text)
    return values[0]


def numbers(text: str) -> tuple[float, ...]:
    """Numbers between white space, commas or nothing.

    Raises:
        UnreadableValueError: Something else is among them, or one is larger than any coordinate.
    """
    found, at, text = [], 0, text.rstrip()
    while at < len(text):
        match = _NUMBERS.match(text, at)
        if match is None:
            raise UnreadableValueError(text)
        found.append(checked(float(match[1])))
        at = match.end()
    return tuple(found)


def checked(value: float) -> float:
    """The value, if it can be a coordinate.

    Raises:
        UnreadableValueError: It is infinite, or larger than any coordinate.
    """
    if not isfinite(value) or abs(value) > LARGEST:
        raise UnreadableValueError(f"{value:g}")
    return value


def length(text: str, whole: float | None = None) -> float:
    """A length in user units; a percentage is of `whole`.

    Raises:
        UnreadableValueError: It is none, is relative to a font, or a percentage where nothing is whole.
    """
    match = _LENGTH.fullmatch(text.strip().lower())
    if match is None or (match[2] == "%" and whole is None):
        raise UnreadableValueError(text)
    if match[2] == "%":
        return checked(float(match[1]) / 100 * (whole or 0))
    if match[2] not in _UNITS:
        raise UnreadableValueError(text)
    return checked(float(match[1]) * _UNITS[match[2]])


def diagonal(width: float, height: float) -> float:
    """What a percentage is of, where it belongs to neither axis (SVG 2, 8.9)."""
    return hypot(width, height) / sqrt(2)


def opacity(text: str) -> float:
    """A number or percentage, brought between 0 and 1."""
    value = number(text[:-1]) / 100 if text.endswith("%") else number(text)
    return min(1.0, max(0.0, value))


def colour(text: str) -> tuple[Colour, float]:
    """A CSS colour and its opacity.

    Raises:
        UnreadableValueError: It is none.
    """
    found = parse_color(text) if len(text) <= _LONGEST_COLOUR else None
    if found is None or isinstance(found, str):
        raise UnreadableValueError(text)
    red, green, blue, alpha = (min(1.0, max(0.0, float(part))) for part in found)
    return (red, green, blue), alpha


def local_id(text: str) -> str | None:
    """The id that `url(#…)` names in the same file; None for a reference to anything else."""
    match = _LOCAL.fullmatch(text.strip())
    return match["id"].strip() if match else None


def transform(text: str) -> Matrix:
    """A list of transform functions; the last one is applied first.

    Raises:
        UnreadableValueError: One is unknown or has other arguments than it takes.
    """
    matrix, at = IDENTITY, 0
    text = "" if text.strip() == "none" else text.strip()
    while at < len(text):
        match = _FUNCTION.match(text, at)
        if match is None:
            raise UnreadableValueError(text)
        matrix = concatenate(_function(match[1], numbers(match[2])), matrix)
        at = match.end()
    for value in matrix:
        checked(value)
    return matrix


def _function(name: str, values: tuple[float, ...]) -> Matrix:
    match name, values:
        case "matrix", (a, b, c, d, e, f):
            return (a, b, c, d, e, f)
        case "translate", (x, *rest) if len(rest) < 2:
            return (1, 0, 0, 1, x, rest[0] if rest else 0)
        case "scale", (x, *rest) if len(rest) < 2:
            return (x, 0, 0, rest[0] if rest else x, 0, 0)
        case "rotate", (angle,):
            return _rotation(angle)
        case "rotate", (angle, x, y):
            about = concatenate((1, 0, 0, 1, -x, -y), _rotation(angle))
            return concatenate(about, (1, 0, 0, 1, x, y))
        case "skewX", (angle,):
            return (1, 0, checked(tan(radians(angle))), 1, 0, 0)
        case "skewY", (angle,):
            return (1, checked(tan(radians(angle))), 0, 1, 0, 0)
    raise UnreadableValueError(name)


def _rotation(angle: float) -> Matrix:
    cosine, sine = cos(radians(angle)), sin(radians(angle))
    return (cosine, sine, -sine, cosine, 0, 0)
