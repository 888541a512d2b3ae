"""The visible signature: a few quiet lines at the foot of the first page, in the language of the document."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date

from statement_kit.brand import Brand
from statement_kit.brand.page import EDGE_PT
from statement_kit.diagnostics import Diagnostic, SigningError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.dates import format_date
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.layout.flow import height_pt, place, rows
from statement_kit.layout.frames import Line
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.resources import fonts_folder, translations_folder
from statement_kit.signing.opening import refuse
from statement_kit.signing.sheet import Box, Sheet
from statement_kit.text.fonts import font_library
from statement_kit.translation.words import load_words
from statement_kit.writers.pdf.stamp import write_stamp

STAMPS = 2
"""How many stamps of the widest kind stand side by side before the page label."""

CLEARANCE_PT = 3.0
"""Least distance from anything else on the page."""

GAP_PT = 14.0
"""Between one stamp and the next, and before the page label."""

_NO_BREAK_SPACE = "\u00a0"


@dataclass(frozen=True, slots=True)
class Stamp:
    """A stamp on its way to a page.

    Attributes:
        box: Where it goes.
        drawing: A PDF of one page, as large as the box.
    """

    box: Box
    drawing: bytes


def known_language(tag: str) -> Language:
    """The language of a document that is to be signed.

    Raises:
        SigningError: The kit does not know it.
    """
    if tag not in LANGUAGES:
        hint = f"It knows {', '.join(sorted(LANGUAGES))}."
        refuse("language/unknown", f"The kit does not know the file's language, “{tag}”.", hint)
    return LANGUAGES[tag]


def stamp_text(name: str, day: date, language: Language) -> str:
    """Who signed and when, in the language of the document."""
    words = load_words(language.tag, translations_folder())
    try:
        shown = format_date(day, language)
    except ValueError as error:
        raise SigningError([Diagnostic("date/era", f"{error}.")]) from error
    return words["signed"].format(name=name, date=shown.replace(" ", _NO_BREAK_SPACE))


def make_stamp(text: str, sheet: Sheet, language: Language) -> Stamp:
    """Set a stamp and find its place: on the line of the page label, in its colour, from the left edge of the text.

    Raises:
        SigningError: There is no room for it.
        FontError: A character has no glyph in the kit's fonts.
        LayoutError: A piece of it is wider than a stamp may be.
    """
    if not sheet.texts:
        refuse("stamp/no-page-label", "There is no text on the first page that a stamp could stand beside.")
    label = min(sheet.texts, key=lambda text: text.baseline_pt)
    left_pt = min(text.start_pt for text in sheet.texts)
    right_pt = min(text.start_pt for text in sheet.texts if text.baseline_pt == label.baseline_pt) - GAP_PT
    block = _set(text, language, label.colour, (right_pt - left_pt + GAP_PT) / STAMPS - GAP_PT)
    lines, size = _drawing(block)
    top_pt = max(label.baseline_pt + block.rise_pt, EDGE_PT + size[1])
    row = Box(left_pt, top_pt - size[1], right_pt, top_pt)
    return Stamp(_free(sheet, row, size[0]), write_stamp(lines, *size))


def _set(text: str, language: Language, colour: str, measure_pt: float) -> SetBlock:
    """The text in the kit's own typefaces: those of the file hold no letters but the ones it uses."""
    brand = Brand()
    brand = replace(brand, colours={**brand.colours, "quiet": colour})
    typesetter = Typesetter(language, brand, font_library(fonts_folder()))
    return typesetter.set_block(Block("signature", Role.FURNITURE, text), measure_pt)


def _drawing(block: SetBlock) -> tuple[list[Line], tuple[float, float]]:
    """The lines of a stamp from its own corner, and its width and height."""
    stack = rows([block])
    lines, _ = place(stack, 0.0, 0.0)
    return lines, (max(line.segments[-1].end_pt for line in lines), height_pt(stack))


def _free(sheet: Sheet, row: Box, width_pt: float) -> Box:
    """The first place in a row, from the left, where a box hides nothing."""
    behind = sorted(box.right + GAP_PT for box in sheet.boxes if box.meets(row))
    tried = (row._replace(left=left, right=left + width_pt) for left in (row.left, *behind))
    free = (box for box in tried if not any(box.grown(CLEARANCE_PT).meets(other) for other in sheet.boxes))
    found = next((box for box in free if box.right <= row.right), None)
    if found is None:
        hint = "Sign without --visible: a signature counts as much unseen."
        refuse("stamp/no-room", "There is no room at the foot of the first page for a visible signature.", hint)
    return found
