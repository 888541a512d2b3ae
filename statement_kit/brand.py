"""Whose release it is and how it looks: page, colours, typefaces and a style for every role of block.

A `Brand` enters only where looks matter, at layout and in the DOCX writer. Lengths of the page are
in points (pt); lengths of text styles are multiples of the brand's base size (em), so that one number
scales a whole document.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.registry import Alignment, Language

MM = 72 / 25.4
"""Points in a millimetre."""

BAR_PT, BAR_WIDTH_PT = 2.4, 34.0
"""Height and width of the accent bar above the kind line and the annex's heading."""

BAR_GAP_PT = 11.0
"""From the accent bar to the line below it."""

LETTERHEAD_RISE_PT = 24.0
"""How far above the top margin the letterhead begins."""

LETTERHEAD_GAP_PT = 14.0
"""Space below a letterhead so tall that it pushes the text down."""

HEAD_GAP_PT, FOOT_GAP_PT = 22.0, 24.0
"""From the running head to the text, and from the text to the page label."""

NOTES_GAP_PT = 17.0
"""Between the text of a page and the notes under it."""

NOTES_RULE_PT, NOTES_RULE_WIDTH_PT = 0.4, 60.0
"""Height and width of the rule above the notes, halfway in that gap."""

EDGE_PT = 14.0
"""Least distance of anything from the edge of the sheet: what office printers cannot reach."""

LEAST_AREA_PT = 200.0
"""Least width and height of the text on a page: less holds no column of names and no keep rule."""

_COLOURS = ("ink", "accent", "quiet")
_HEX = re.compile(r"#[0-9a-fA-F]{6}")


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
        is_italic: Whether it is the family's drawn italic; no typeface is ever slanted by the kit (T13).
    """

    family: str
    weight: int = 400
    scale: float = 1.0
    is_italic: bool = False


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
        hangs_em: Least width of the column in which labels hang, in em of the style; 0 for no labels. The
            widest label of the role makes it wider.
        label_face: The voice of its label, where it is another.
        label_colour: The colour of its label, where it is another.
        labels_end_flush: Whether labels end at one edge, so that their digits stand in columns.
        keeps_with_previous: A page never begins with it; it takes the end of what stands before along (P07).
        balanced: Lines as equal as can be, for titles.
        is_running_text: Whether its lines are set in the alignment of the language (P01); else they are ragged.
        is_indented: Whether its first line is indented where the language asks for that (P04).
        inset_em: How far it stands in from both sides, in em of the style.
        between_em: Space between two blocks of this very role, where it is not the one above and below.
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
    labels_end_flush: bool = False
    keeps_with_previous: bool = False
    balanced: bool = False
    is_running_text: bool = False
    is_indented: bool = False
    inset_em: float = 0.0
    between_em: float | None = None

    @property
    def gap_em(self) -> float:
        """Space between two blocks of this style, in multiples of the base size."""
        return max(self.before_em, self.after_em) if self.between_em is None else self.between_em


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


DEFAULT_STYLES: Mapping[Role, Style] = {
    Role.KIND: Style(Face.LABEL_STRONG, 0.86, 1.3, after_em=0.9, colour="accent", keeps_with_next=True),
    Role.TITLE: Style(Face.TITLE, 1.95, 1.2, after_em=1.5, keeps_with_next=True, balanced=True),
    Role.LEAD: Style(Face.TEXT, 1.0, 1.42, after_em=0.72, is_running_text=True, is_indented=True),
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
    Role.PARAGRAPH: Style(Face.TEXT, 1.0, 1.42, after_em=0.6, is_running_text=True, is_indented=True),
    Role.QUOTATION: Style(
        Face.TEXT, 0.96, 1.42, before_em=0.8, after_em=0.8, is_running_text=True, inset_em=3.0, between_em=0.4
    ),
    Role.LIST_ITEM: Style(
        Face.TEXT,
        1.0,
        1.42,
        after_em=0.6,
        is_running_text=True,
        hangs_em=2.0,
        label_face=Face.TEXT_STRONG,
        label_colour="accent",
        labels_end_flush=True,
        between_em=0.3,
    ),
    Role.NOTE: Style(Face.TEXT, 0.82, 1.38, is_running_text=True, hangs_em=1.3, label_colour="quiet", between_em=0.15),
    Role.CONTACT: Style(
        Face.TEXT, 1.0, 1.42, before_em=1.2, after_em=0.25, keeps_with_next=True, keeps_with_previous=True
    ),
    Role.ISSUED: Style(Face.TEXT, 1.0, 1.42, keeps_with_previous=True),
    Role.ANNEX_HEADING: Style(Face.TITLE, 1.35, 1.25, before_em=2.0, after_em=0.9, keeps_with_next=True),
    Role.ENDORSER: Style(Face.TEXT, 0.86, 1.44, hangs_em=2.4, label_colour="quiet", labels_end_flush=True),
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
        alignment: How running text is set, per language tag; as the language has it where it is not named (P01).
        indent_em: First-line indent of running text in em, per language tag, likewise (P04).
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
    script_base: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.045, "Thai": 1.0})
    leading_ratio: Mapping[str, float] = field(default_factory=lambda: {"Latn": 1.0, "Khmr": 1.22, "Thai": 1.14})
    annex_room: float = 0.3
    annex_columns: int = 2
    annex_gap_pt: float = 8 * MM
    alignment: Mapping[str, Alignment] = field(default_factory=dict)
    indent_em: Mapping[str, float] = field(default_factory=dict)

    def __post_init__(self) -> None:
        if problems := list(_brand_problems(self)):
            raise SourceError(problems)

    def size_pt(self, role: Role, script: str) -> float:
        """The size of a role in a document of this main script, in pt, before a typeface's own scale."""
        return self.base_pt * self.script_base.get(script, 1.0) * self.styles[role].size_em

    def alignment_of(self, role: Role, language: Language) -> Alignment:
        """How the lines of a role end in a language (P01)."""
        if not self.styles[role].is_running_text:
            return Alignment.RAGGED
        return self.alignment.get(language.tag, language.alignment)

    def indent_pt(self, role: Role, language: Language) -> float:
        """How far the first line of a role is indented in a language, in pt (P04)."""
        if not self.styles[role].is_indented:
            return 0.0
        return self.indent_em.get(language.tag, language.indent_em) * self.size_pt(role, language.script)

    def letterhead_blocks(self, tag: str) -> tuple[Block, ...]:
        """The letterhead in a language: the name, and under it the further lines; nothing without a name."""
        if tag not in self.names:
            return ()
        lines = (Block("letterhead", Role.FURNITURE, line) for line in self.letterhead.get(tag, ()))
        return (Block("letterhead", Role.LETTERHEAD, self.names[tag]), *lines)


def _brand_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What no page could be made of."""

    def wrong(rule: str, message: str, hint: str) -> Diagnostic:
        return Diagnostic(f"brand/{rule}", message, hint=hint, clause="brand")

    if not brand.base_pt > 0:
        yield wrong("size", f"A base size of {brand.base_pt} pt cannot be set.", "Choose a size above 0, like 10.8.")
    if brand.annex_columns < 1:
        yield wrong("columns", f"An annex cannot have {brand.annex_columns} columns.", "Choose 1, 2 or 3.")
    for name in _COLOURS:
        value = brand.colours.get(name, "missing")
        if not _HEX.fullmatch(value):
            yield wrong("colour", f"The colour “{name}” is {value}.", 'Write it as "#9b2226".')
    top, right, bottom, left = brand.margins_pt
    width, height = brand.paper.size_pt
    line_pt = max(brand.base_pt, 0) * 1.3
    least_top, least_bottom = EDGE_PT + line_pt + HEAD_GAP_PT, EDGE_PT + line_pt + FOOT_GAP_PT
    if top < least_top or bottom < least_bottom or min(left, right) < EDGE_PT:
        yield wrong(
            "margins",
            "The margins are too small for the running head, the page number and the printer.",
            f"Leave {least_top:.0f} pt above, {least_bottom:.0f} pt below and {EDGE_PT:.0f} pt at the sides, or more.",
        )
    gaps = brand.annex_gap_pt * (brand.annex_columns - 1)
    if min(width - left - right - gaps, height - top - bottom - brand.letterhead_pt) < LEAST_AREA_PT:
        hint = f"Leave at least {LEAST_AREA_PT:.0f} pt each way between the margins."
        yield wrong("area", "The margins leave too little of the page for text.", hint)


def letterhead_problems(brand: Brand, tags: Collection[str], known: Collection[str]) -> Iterator[Diagnostic]:
    """What a letterhead lacks, or has too much, for documents in these languages.

    No letterhead is ever printed in another language than its document's, and no part of one is left
    out in silence.

    Args:
        brand: Whose letterhead.
        tags: The languages of the documents.
        known: All languages the kit knows.
    """
    tables = (("name", brand.names, "“…”"), ("letterhead", brand.letterhead, "[“…”], or [] for none"))
    for key, table, example in tables:
        for tag in table:
            if tag not in known:
                hint = f"Known: {', '.join(sorted(known))}."
                message = f"[{key}] has an entry for “{tag}”, a language the kit does not know."
                yield Diagnostic("brand/unknown-language", message, hint=hint, clause=f"brand.{key}")
        for tag in tags:
            if table and tag not in table:
                hint = f"Add {tag} = {example} under [{key}]."
                message = f"The brand has no {key} in “{tag}”."
                yield Diagnostic(f"brand/no-{key}", message, hint=hint, clause=f"brand.{key}")
    if brand.letterhead and not brand.names:
        message, hint = "The brand has a letterhead, but no name to stand above it.", "Add [name]."
        yield Diagnostic("brand/letterhead-without-name", message, hint=hint, clause="brand.letterhead")
