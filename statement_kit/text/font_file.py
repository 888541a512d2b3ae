"""A font file as a brand or an index names it, and the errors about one that cannot be used."""

from __future__ import annotations

import struct
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, FontError, Location

GET_AGAIN = "Get the file again from where it came from, or choose another font."


@dataclass(frozen=True, slots=True)
class FontFile:
    """A font and the name it goes by.

    Attributes:
        path: A TrueType, OpenType, WOFF or WOFF2 file, or a collection.
        family: The name typefaces call it by; with weight and slope it is what a font is found by.
        weight: From 1 to 1000, 400 being regular; a variable font is set to it on its `wght` axis.
        is_italic: Whether it is an italic.
        number: Which font of a collection, counted from 1; None for a file that holds one font.
        axes: Where a variable font stands on its other axes, by tag; at the font's default where none is named.
    """

    path: Path
    family: str
    weight: int = 400
    is_italic: bool = False
    number: int | None = None
    axes: Mapping[str, float] = field(default_factory=dict, hash=False)


class UnusableFontError(Exception):
    """Why a font's bytes cannot be used, told by code that does not know which file they came from."""

    def __init__(self, rule: str, message: str, hint: str = GET_AGAIN) -> None:
        super().__init__(message)
        self.rule = rule
        self.message = message
        self.hint = hint


def damaged(what: str) -> UnusableFontError:
    """The error about a font whose bytes contradict the format, or themselves."""
    return UnusableFontError("damaged", f"The font is damaged: {what}.")


@contextmanager
def reading(path: Path) -> Iterator[None]:
    """Where a font's bytes are read: whatever breaks there is an error about its file.

    Raises:
        FontError: The bytes are not those of a usable font.
    """
    try:
        yield
    except UnusableFontError as error:
        raise _refused(path, error) from error
    except (struct.error, ArithmeticError, LookupError, ValueError) as error:
        raise _refused(path, damaged("its numbers point outside of it, or are too large")) from error


def _refused(path: Path, error: UnusableFontError) -> FontError:
    return FontError([Diagnostic(f"font/{error.rule}", error.message, Location(str(path)), error.hint)])
