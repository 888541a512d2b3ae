"""How each role of block is set, in plain lengths, so that every contender sets it alike."""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from statement_kit.brand import Brand, Face
from statement_kit.document.blocks import Block, Document, Role
from statement_kit.languages.registry import Alignment, Language
from statement_kit.layout.paragraphs import LabelColumn, Typesetter
from statement_kit.resources import fonts_folder
from statement_kit.text.fonts import Font, font_library

BRAND = Brand(alignment={"en": Alignment.RAGGED}, indent_em={"th": 0.0}, annex_columns=2)
"""The kit's own look, but ragged everywhere, without indents, in two columns: as all peers can set it."""


@dataclass(frozen=True, slots=True)
class Look:
    """How one role is set; all lengths in pt, colours `#rrggbb`.

    Attributes:
        size_pt: Size, with the scale of the script it is mostly in.
        leading_pt: Distance of baselines, as the kit computes it.
        before_pt: Space above.
        after_pt: Space below.
        hangs_pt: Width of the column a label hangs in.
        colour: Of the text.
        label_colour: Of the label.
        fonts: Its fonts, the main script's first, then Latin.
        keeps_with_next: Whether a page must not end after it.
    """

    size_pt: float
    leading_pt: float
    before_pt: float
    after_pt: float
    hangs_pt: float
    colour: str
    label_colour: str
    fonts: tuple[Font, ...]
    keeps_with_next: bool


def looks(document: Document) -> dict[Role, Look]:
    """The look of every role a document of this language may have."""
    typesetter = Typesetter(document.language, BRAND, font_library(fonts_folder()))
    roles = [role for role in Role if role is not Role.LETTERHEAD]
    columns = typesetter.label_columns(document.blocks)
    return {role: _look(role, document.language, typesetter, columns.get(role, LabelColumn())) for role in roles}


def _look(role: Role, language: Language, typesetter: Typesetter, column: LabelColumn) -> Look:
    style, size_pt = BRAND.styles[role], BRAND.size_pt(role, language.script)
    script = "Latn" if role is Role.ENDORSER else language.script  # names are Latin in every language
    shown = typesetter.set_block(Block(role, role, language.endonym, "1."), 400)
    return Look(
        size_pt=size_pt * BRAND.typefaces[style.face][script].scale,
        leading_pt=shown.leading_pt,
        before_pt=shown.before_pt,
        after_pt=shown.after_pt,
        hangs_pt=style.hangs_em * size_pt,
        colour=BRAND.colours[style.colour],
        label_colour=BRAND.colours[style.label_colour or style.colour],
        fonts=face_fonts(style.face, language),
        keeps_with_next=style.keeps_with_next,
    )


def face_fonts(face: Face, language: Language) -> tuple[Font, ...]:
    """The fonts of a face: the language's own script first, then Latin."""
    typefaces = [BRAND.typefaces[face][script] for script in dict.fromkeys((language.script, "Latn"))]
    return tuple(
        font_library(fonts_folder()).font(typeface.family, typeface.weight, is_italic=typeface.is_italic)
        for typeface in typefaces
    )


def all_fonts(found: dict[Role, Look]) -> list[Path]:
    """Every font file the looks name, once."""
    return list(dict.fromkeys(font.path for look in found.values() for font in look.fonts))
