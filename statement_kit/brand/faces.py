"""Faces: the voices of the typography, and the typeface of each for every script."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum


class Face(StrEnum):
    """A voice in the typography; each maps a script to a typeface."""

    TEXT = "text"
    TEXT_EMPHASIS = "text-emphasis"
    TEXT_STRONG = "text-strong"
    TEXT_STRONG_EMPHASIS = "text-strong-emphasis"
    HEADING = "heading"
    HEADING_EMPHASIS = "heading-emphasis"
    TITLE = "title"
    TITLE_EMPHASIS = "title-emphasis"
    LABEL = "label"
    LABEL_STRONG = "label-strong"


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface for one script within a face.

    Attributes:
        family: Its name in the font library and in DOCX.
        weight: From 1 to 1000; the bundled fonts have 400 and 600.
        scale: Size ratio, so that scripts set together look equally large (T15).
        is_italic: Whether it is the family's drawn italic; no typeface is ever slanted by the kit (T13).
    """

    family: str
    weight: int = 400
    scale: float = 1.0
    is_italic: bool = False


_LATIN_SERIF, _LATIN_SANS = "Source Serif 4", "Source Sans 3"
_KHMER_SERIF, _KHMER_SANS, _KHMER_MUOL = "Noto Serif Khmer", "Noto Sans Khmer", "Moul"
_THAI_SERIF, _THAI_SANS = "Taviraj", "Sarabun"

DEFAULT_TYPEFACES: Mapping[Face, Mapping[str, Typeface]] = {
    Face.TEXT: {
        "Latn": Typeface(_LATIN_SERIF),
        "Khmr": Typeface(_KHMER_SERIF, scale=0.92),
        "Thai": Typeface(_THAI_SERIF),
    },
    Face.TEXT_EMPHASIS: {
        "Latn": Typeface(_LATIN_SERIF, is_italic=True),
        "Khmr": Typeface(_KHMER_SERIF, 600, 0.92),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.TEXT_STRONG: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_SERIF, 600, 0.92),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.TEXT_STRONG_EMPHASIS: {
        "Latn": Typeface(_LATIN_SERIF, 600, is_italic=True),
        "Khmr": Typeface(_KHMER_SERIF, 600, 0.92),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.HEADING: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.82),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.HEADING_EMPHASIS: {
        "Latn": Typeface(_LATIN_SERIF, 600, is_italic=True),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.82),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.TITLE: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.77),
        "Thai": Typeface(_THAI_SERIF, 600, 0.96),
    },
    Face.TITLE_EMPHASIS: {
        "Latn": Typeface(_LATIN_SERIF, 600, is_italic=True),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.77),
        "Thai": Typeface(_THAI_SERIF, 600, 0.96),
    },
    Face.LABEL: {
        "Latn": Typeface(_LATIN_SANS),
        "Khmr": Typeface(_KHMER_SANS, scale=0.92),
        "Thai": Typeface(_THAI_SANS),
    },
    Face.LABEL_STRONG: {
        "Latn": Typeface(_LATIN_SANS, 600),
        "Khmr": Typeface(_KHMER_SANS, 600, 0.92),
        "Thai": Typeface(_THAI_SANS, 600),
    },
}

_TEXT = (Face.TEXT, Face.TEXT_EMPHASIS, Face.TEXT_STRONG, Face.TEXT_STRONG_EMPHASIS)
_HEADING = (Face.HEADING, Face.HEADING_EMPHASIS, Face.HEADING, Face.HEADING_EMPHASIS)
_TITLE = (Face.TITLE, Face.TITLE_EMPHASIS, Face.TITLE, Face.TITLE_EMPHASIS)

_VARIANTS: Mapping[Face, tuple[Face, Face, Face, Face]] = {
    Face.TEXT: _TEXT,
    Face.HEADING: _HEADING,
    Face.TITLE: _TITLE,
}
"""Per face, what it is plain, emphasised, strong, and both (T13): headings are strong as they are."""


def voice(face: Face, *, is_emphasised: bool, is_strong: bool) -> Face:
    """The face for a marked stretch of text within another."""
    return _VARIANTS.get(face, (face,) * 4)[is_emphasised + 2 * is_strong]
