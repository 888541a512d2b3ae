"""Whose release it is and how it looks: page, colours, typefaces and a style for every role of block.

A `Brand` enters only where looks matter, at layout and in the DOCX writer. Lengths of the page are
in points (pt); lengths of text styles are multiples of the brand's base size (em), so that one number
scales a whole document.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statement_kit.document.blocks import Role

MM = 72 / 25.4
"""Points in a millimetre."""


class Face(StrEnum):
    """A voice in the typography; each maps a script to a typeface."""

    TEXT = "text"
    TEXT_STRONG = "text-strong"
    HEADING = "heading"
    TITLE = "title"
    LABEL = "label"
    LABEL_STRONG = "label-strong"


class Paper(StrEnum):
    """Page sizes a newsroom's printer holds."""

    A4 = "a4"
    LETTER = "letter"

    @property
    def size_pt(self) -> tuple[float, float]:
        """Width and height in pt (ISO 216; ANSI/ASME Y14.1)."""
        return (210 * MM, 297 * MM) if self is Paper.A4 else (612.0, 792.0)


@dataclass(frozen=True, slots=True)
class Typeface:
    """A typeface for one script within a face.

    Attributes:
        family: Its name in the font library and in DOCX.
        weight: 400 or 600.
        scale: Size ratio, so that scripts set together look equally large (T15).
    """

    family: str
    weight: int = 400
    scale: float = 1.0


@dataclass(frozen=True, slots=True)
class Style:
    """How one role is set.

    Attributes:
        face: Which voice.
        size_em: Size as a multiple of the base size.
        leading_em: Distance of baselines as a multiple of the style's own size, for Latin; scripts that
            stack higher get more (see `Brand.leading_ratio` and P03).
        before_em: Space above, in multiples of the base size; dropped at the top of a page.
        after_em: Space below, likewise.
        colour: `ink`, `accent` or `quiet`.
        keeps_with_next: A page never ends right after it (P07).
        hangs_em: Width of the column in which a label hangs, in em of the style; 0 for none.
        label_face: The voice of its label, where it is another.
        label_colour: The colour of its label, where it is another.
        balanced: Lines as equal as can be, for titles.
    """

    face: Face
    size_em: float
    leading_em: float
    before_em: float = 0.0
    after_em: float = 0.0
    colour: str = "ink"
    keeps_with_next: bool = False
    hangs_em: float = 0.0
    label_face: Face | None = None
    label_colour: str = ""
    balanced: bool = False


_LATIN_SERIF, _LATIN_SANS = "Source Serif 4", "Source Sans 3"
_KHMER_SERIF, _KHMER_SANS, _KHMER_MUOL = "Noto Serif Khmer", "Noto Sans Khmer", "Moul"
_THAI_SERIF, _THAI_SANS = "Taviraj", "Sarabun"

DEFAULT_TYPEFACES: Mapping[Face, Mapping[str, Typeface]] = {
    Face.TEXT: {
        "Latn": Typeface(_LATIN_SERIF),
        "Khmr": Typeface(_KHMER_SERIF, scale=0.96),
        "Thai": Typeface(_THAI_SERIF),
    },
    Face.TEXT_STRONG: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_SERIF, 600, 0.96),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.HEADING: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.86),
        "Thai": Typeface(_THAI_SERIF, 600),
    },
    Face.TITLE: {
        "Latn": Typeface(_LATIN_SERIF, 600),
        "Khmr": Typeface(_KHMER_MUOL, scale=0.8),
        "Thai": Typeface(_THAI_SERIF, 600, 0.96),
    },
    Face.LABEL: {
        "Latn": Typeface(_LATIN_SANS),
        "Khmr": Typeface(_KHMER_SANS, scale=0.96),
        "Thai": Typeface(_THAI_SANS),
    },
    Face.LABEL_STRONG: {
        "Latn": Typeface(_LATIN_SANS, 600),
        "Khmr": Typeface(_KHMER_SANS, 600, 0.96),
        "Thai": Typeface(_THAI_SANS, 600),
    },
}

DEFAULT_STYLES: Mapping[Role, Style] = {
    Role.KIND: Style(Face.LABEL_STRONG, 0.86, 1.3, after_em=0.9, colour="accent", keeps_with_next=True),
    Role.TITLE: Style(Face.TITLE, 1.95, 1.2, after_em=1.5, keeps_with_next=True, balanced=True),
    Role.LEAD: Style(Face.TEXT, 1.0, 1.42, after_em=0.72),
    Role.SECTION_HEADING: Style(Face.HEADING, 1.1, 1.3, before_em=1.0, after_em=0.35, keeps_with_next=True),
    Role.DEMAND_HEADING: Style(
        Face.HEADING,
        1.1,
        1.3,
        before_em=1.0,
        after_em=0.35,
        keeps_with_next=True,
        hangs_em=1.8,
        label_colour="accent",
        balanced=True,
    ),
    Role.PARAGRAPH: Style(Face.TEXT, 1.0, 1.42, after_em=0.6),
    Role.CONTACT: Style(Face.TEXT, 1.0, 1.42, before_em=1.2, after_em=0.25, keeps_with_next=True),
    Role.ISSUED: Style(Face.TEXT, 1.0, 1.42, after_em=0.0),
    Role.ANNEX_HEADING: Style(Face.TITLE, 1.35, 1.25, before_em=2.0, after_em=0.9, keeps_with_next=True),
    Role.ENDORSER: Style(Face.TEXT, 0.86, 1.44, hangs_em=2.5, label_colour="quiet"),
    Role.LETTERHEAD: Style(Face.LABEL_STRONG, 1.05, 1.3),
    Role.FURNITURE: Style(Face.LABEL, 0.78, 1.3, colour="quiet"),
}


@dataclass(frozen=True, slots=True)
class Brand:
    """Everything about looks. The default is the kit's own and needs no file.

    Attributes:
        names: The organisation's name per language, for the letterhead; empty for none.
        letterhead: Further letterhead lines per language (address, web, telephone).
        paper: Page size.
        margins_pt: Top, right, bottom and left margin, in pt.
        letterhead_pt: Space kept for the letterhead at the top of the first page, below the margin, in pt.
        base_pt: The base size, in pt.
        colours: `ink`, `accent` and `quiet` as `#rrggbb`.
        typefaces: Per face, per ISO 15924 script.
        styles: Per role of block.
        script_base: Base size ratio per main script of the document.
        leading_ratio: Factor on a style's leading per main script, before P03 is applied.
        annex_room: Part of a page's height that must be left for the annex to begin on it.
        annex_columns: Columns of the annex.
        annex_gap_pt: Space between them, in pt.
    """

    names: Mapping[str, str] = field(default_factory=dict)
    letterhead: Mapping[str, tuple[str, ...]] = field(default_factory=dict)
    paper: Paper = Paper.A4
    margins_pt: tuple[float, float, float, float] = (26 * MM, 27 * MM, 25 * MM, 27 * MM)
    letterhead_pt: float = 10 * MM
    base_pt: float = 10.8
    colours: Mapping[str, str] = field(
        default_factory=lambda: {"ink": "#1b1b1b", "accent": "#9b2226", "quiet": "#5f5f5f"}
    )
    typefaces: Mapping[Face, Mapping[str, Typeface]] = field(default_factory=lambda: DEFAULT_TYPEFACES)
    styles: Mapping[Role, Style] = field(default_factory=lambda: DEFAULT_STYLES)
    script_base: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.0, "Thai": 1.0})
    leading_ratio: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.22, "Thai": 1.14})
    annex_room: float = 0.3
    annex_columns: int = 2
    annex_gap_pt: float = 8 * MM

    def size_pt(self, role: Role, script: str) -> float:
        """The size of a role in a document of this main script, in pt, before a typeface's own scale."""
        return self.base_pt * self.script_base.get(script, 1.0) * self.styles[role].size_em
