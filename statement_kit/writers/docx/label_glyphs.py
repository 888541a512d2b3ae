"""The glyphs that live numbers are drawn with.

They are the brand's own, where parts of each font they come from may go along (D04); else the kit's.
"""

from __future__ import annotations

from collections.abc import Mapping
from string import ascii_lowercase

from statement_kit.brand import Brand, Face
from statement_kit.diagnostics import FontError
from statement_kit.document.blocks import Document
from statement_kit.faces import Faces
from statement_kit.languages.registry import ASCII_DIGITS, Language
from statement_kit.text.embedding import may_be_cut
from statement_kit.text.fonts import Font, FontLibrary, FontSet, SizedFont
from statement_kit.text.itemize import missing_glyphs, script_of
from statement_kit.writers.docx.label_widths import label_face
from statement_kit.writers.docx.number_formats import has_native_letters

Glyphs = Mapping[str, tuple[SizedFont, str]]
"""Per character that a program types, the one that is drawn, and the font it is taken from."""


def label_glyphs(face: Face, document: Document, brand: Brand, library: FontLibrary, faces: Faces) -> Glyphs:
    """What draws the live numbers of a face, whether or not the document counts so far that they come up.

    Args:
        face: The face of the labels.
        document: Where they stand.
        brand: How.
        library: The fonts at hand.
        faces: The brand's, by face and script.

    Raises:
        FontError: With every character of the document's labels that no font can draw.
    """
    labels = (block.label for block in document.blocks if label_face(brand.styles[block.role]) is face)
    wanted = set(document.language.label_digits).union(*labels)
    around = {char for style in brand.styles.values() for char in style.label_form.around("")}
    wanted |= around
    glyphs = _glyphs(faces.fonts(face), document.language, wanted, around)
    if all(_may_lend(sized.font, brand) for sized, _ in glyphs.values()):
        return glyphs
    return _glyphs(Faces(document.language, Brand(), library).fonts(face), document.language, wanted, around)


def _glyphs(fonts: FontSet, language: Language, wanted: set[str], around: set[str]) -> Glyphs:
    """The same from the fonts of a face. What no list of the document needs is left out where no font has it."""
    drawn = {**_drawn(language), **{char: char for char in sorted(around)}}
    chosen = {char: fonts.choose(char, script_of(char) or fonts.main_script) for char in drawn.values()}
    if missing := [char for char, sized in chosen.items() if sized is None and char in wanted]:
        raise FontError([missing_glyphs(missing)])
    return {typed: (sized, char) for typed, char in drawn.items() if (sized := chosen[char])}


def _drawn(language: Language) -> Mapping[str, str]:
    """What is drawn for each character of a live number."""
    own = language.label_digits + language.letters + language.label_pattern.format("")
    drawn = {char: char for char in own} | dict(zip(ASCII_DIGITS, language.label_digits, strict=True))
    if has_native_letters(language):
        return drawn
    return drawn | dict(zip(ascii_lowercase, language.letters, strict=False))


def _may_lend(font: Font, brand: Brand) -> bool:
    """Whether parts of a font may go along in another."""
    return font.family not in brand.docx_without and may_be_cut(font)
