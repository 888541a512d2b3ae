"""What a key of a `brand.toml` may hold: in words, as a question, as a value of `Brand`, and written again as TOML."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from enum import StrEnum
from typing import Any

from statement_kit.brand.kinds import Range
from statement_kit.brand.page import MM
from statement_kit.brand.value_checks import HEX_COLOUR
from statement_kit.source.file_names import is_inside, is_name

MOST_LINES = 20
"""Most lines of a letterhead or a footer: more are no letterhead any more."""

_FACTORS: Mapping[str, float] = {"mm": MM}
"""How many of the kit's units one of a designer's is, where they differ."""


def _same(value: Any) -> Any:
    return value


@dataclass(frozen=True, slots=True)
class Kind:
    """A kind of value.

    Attributes:
        words: What may stand there, for errors and for the table of keys.
        holds: Whether a value of TOML is such a one.
        value: The value of `Brand` that it stands for.
        written: That value as TOML again.
        wrong: A value, as TOML, that is none of this kind.
        is_colour: Whether it names a colour of the brand.
        is_picture: Whether it names a file that becomes a picture.
    """

    words: str
    holds: Callable[[Any], bool]
    value: Callable[[Any], Any] = _same
    written: Callable[[Any], str] = repr
    wrong: str = "{}"
    is_colour: bool = False
    is_picture: bool = False


def quoted(text: str) -> str:
    """A text as TOML writes it, whatever characters it holds."""
    escaped = "".join(
        f"\\u{ord(char):04X}" if ord(char) < 0x20 or ord(char) == 0x7F else f"\\{char}" if char in '"\\' else char
        for char in text
    )
    return f'"{escaped}"'


def number(least: float, most: float, unit: str = "", *, is_whole: bool = False) -> Kind:
    """A number in a range, both ends among it; in mm, it is points in `Brand`."""
    numbers, factor = Range(least, most, is_whole), _FACTORS.get(unit, 1)
    words = f"{numbers} ({unit})" if unit else str(numbers)
    return Kind(
        words,
        numbers.holds,
        lambda value: value if is_whole else float(value) * factor,
        lambda value: f"{round(value / factor, 2):g}",
        f"{most + 1:g}",
    )


def four_numbers(least: float, most: float, unit: str) -> Kind:
    """Four numbers, of the top, the right, the bottom and the left."""
    one = number(least, most, unit)
    return Kind(
        f"four numbers from {least:g} to {most:g} ({unit}): [top, right, bottom, left]",
        lambda value: isinstance(value, list) and len(value) == 4 and all(map(one.holds, value)),
        lambda value: tuple(map(one.value, value)),
        lambda value: f"[{', '.join(map(one.written, value))}]",
        "[26, 27]",
    )


def choice(options: type[StrEnum]) -> Kind:
    """One of a few words."""
    *first, last = (f'"{each}"' for each in options)
    words = f"{', '.join(first)} or {last}"
    return Kind(
        words,
        lambda value: isinstance(value, str) and value in set(options),
        options,
        lambda value: quoted(str(value)),
        '"something"',
    )


def either(word: str, meant: Any, kind: Kind) -> Kind:
    """A kind, or one word that stands for a value of its own."""
    return replace(
        kind,
        words=f'{kind.words}, or "{word}"',
        holds=lambda value: value == word or kind.holds(value),
        value=lambda value: meant if value == word else kind.value(value),
        written=lambda value: quoted(word) if value == meant else kind.written(value),
    )


def _is_text(value: Any) -> bool:
    return isinstance(value, str) and bool(value.strip())


def _is_texts(value: Any) -> bool:
    return isinstance(value, list) and len(value) <= MOST_LINES and all(map(_is_text, value))


def _is_names(value: Any) -> bool:
    return isinstance(value, list) and all(isinstance(name, str) and is_name(name) for name in value)


_AXIS = Range(-32768, 32767)


def _is_axes(value: Any) -> bool:
    return isinstance(value, dict) and all(map(_AXIS.holds, value.values()))


def _texts(value: Any) -> str:
    return f"[{', '.join(map(quoted, value))}]"


def _flag(value: Any) -> str:
    return "true" if value else "false"


def _axes(value: Any) -> str:
    return f"{{ {', '.join(f'{tag} = {place:g}' for tag, place in value.items())} }}"


FLAG = Kind("true or false", lambda value: isinstance(value, bool), written=_flag, wrong="1")
TEXT = Kind('a text in quotes, "like this"', _is_text, written=quoted, wrong="3")
LINES = Kind('lines in square brackets, ["Street 1", "City"], or [] for none', _is_texts, tuple, _texts, "['']")
NAME = Kind('a name in quotes, "like this"', lambda value: isinstance(value, str) and is_name(value), written=quoted)
FAMILIES = Kind('families in square brackets, ["Our Serif"]', _is_names, tuple, _texts, "['']")
AXES = Kind("axes with numbers, { wdth = 90 }", _is_axes, written=_axes, wrong="{ wdth = 'wide' }")
FONT = Kind('the path of a file beside the brand file, "fonts/Our.ttf"', is_inside, written=quoted, wrong='"../a.ttf"')
PICTURE = Kind(
    'the path of a picture beside the brand file, "logo.svg"',
    is_inside,
    written=quoted,
    wrong='"../logo.svg"',
    is_picture=True,
)
NO_PICTURE = "none"
"""What takes a picture away again that the brand would have from the one it extends."""

PICTURE_OR_NONE = either(NO_PICTURE, None, PICTURE)
HEX = Kind(
    'a colour, "#9b2226"',
    lambda value: isinstance(value, str) and bool(HEX_COLOUR.fullmatch(value)),
    str.lower,
    quoted,
    '"red"',
)
COLOUR = Kind(
    'the name of a colour, "accent"',
    lambda value: isinstance(value, str) and is_name(value),
    written=quoted,
    wrong="3",
    is_colour=True,
)
