"""Whether the typefaces of a brand can write what its languages need, and may stand in the files."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product

from statement_kit.brand import Brand, DocxFonts, Face, Typeface, voice
from statement_kit.diagnostics import Diagnostic, FontError
from statement_kit.languages.everyday_letters import LETTERS, STACKING
from statement_kit.languages.registry import LANGUAGES
from statement_kit.text.coverage import has_rules_for, missing_letters
from statement_kit.text.embedding import check_editable_embedding, check_embedding
from statement_kit.text.fonts import Font, FontLibrary

_MOST_SHOWN = 12
"""How many letters a finding lists."""

_TRIES: tuple[Callable[[Brand, Font], None], ...] = (
    lambda brand, font: check_embedding(font),
    lambda brand, font: _check_docx(brand, font),
)


def font_findings(brand: Brand, languages: Iterable[str], library: FontLibrary) -> Iterator[Diagnostic]:
    """Faces without a typeface for a script, typefaces that lack letters of it, fonts that may not be embedded."""
    scripts = dict.fromkeys(LANGUAGES[tag].script for tag in languages)
    asked: dict[tuple[Typeface, str], list[Face]] = {}
    for face, script in product(faces_used(brand), scripts):
        typeface = brand.typefaces[face].get(script)
        if typeface is None:
            message = f"The face “{face}” has no typeface for {script}."
            hint = f"Add [typefaces.{face}.{script}] with its family."
            yield Diagnostic("brand/no-typeface", message, hint=hint, clause=f"brand.typefaces.{face}")
        else:
            asked.setdefault((typeface, script), []).append(face)
    for (typeface, script), faces in asked.items():
        try:
            font = library.font(typeface.family, typeface.weight, is_italic=typeface.is_italic)
        except FontError as error:
            yield from error.diagnostics
            continue
        yield from _letters(font, script, faces)
        for check in _TRIES:
            try:
                check(brand, font)
            except FontError as error:
                yield from error.diagnostics


def faces_used(brand: Brand) -> list[Face]:
    """The voices that text can be set in: those of the styles and their labels, and of what is marked in them."""
    plain = [face for style in brand.styles.values() for face in (style.face, style.label_face) if face]
    marks = list(product((False, True), repeat=2))
    return list(dict.fromkeys(voice(face, is_emphasised=one, is_strong=two) for face in plain for one, two in marks))


def _letters(font: Font, script: str, faces: Iterable[Face]) -> Iterator[Diagnostic]:
    """What a font lacks of a script."""
    where = ", ".join(faces)
    clause = f"brand.typefaces.{next(iter(faces))}.{script}"
    if missing := missing_letters(font, LETTERS.get(script, "")):
        shown = " ".join(missing[:_MOST_SHOWN]) + (" …" if len(missing) > _MOST_SHOWN else "")
        message = f"{font.family} {font.weight}, for {script} in {where}, cannot write {shown}"
        hint = f"Choose a typeface that was made for {script}, or a whole copy of this one."
        yield Diagnostic("brand/missing-letters", message, hint=hint, clause=clause)
    elif script in STACKING and not has_rules_for(font, STACKING[script]):
        message = f"{font.family} {font.weight}, for {script} in {where}, has no rules for stacking its letters."
        hint = f"Choose an OpenType font that was made for {script}."
        yield Diagnostic("brand/no-stacking", message, hint=hint, clause=clause)


def _check_docx(brand: Brand, font: Font) -> None:
    """Make sure that a font may stand in a DOCX, if it is to."""
    if brand.docx_fonts is not DocxFonts.NONE and font.family not in brand.docx_without:
        check_editable_embedding(font)
