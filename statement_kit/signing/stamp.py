"""The visible signature: a few quiet lines at the foot of the first page, in the language of the document."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date
from itertools import product
from typing import NamedTuple

from statement_kit.brand import Brand
from statement_kit.brand.page import EDGE_PT
from statement_kit.diagnostics import Diagnostic, LayoutError, SigningError
from statement_kit.document.blocks import Block, Role
from statement_kit.languages.dates import format_date
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.layout.flow import height_pt, place, rows
from statement_kit.layout.frames import Line
from statement_kit.layout.measured import SLACK_PT
from statement_kit.layout.paragraphs import SetBlock, Typesetter
from statement_kit.resources import fonts_folder, translations_folder
from statement_kit.signing.opening import refuse
from statement_kit.signing.sheet import Box, Sheet
from statement_kit.text.fonts import font_library
from statement_kit.translation.words import load_words
from statement_kit.writers.pdf.stamp import write_stamp

STAMPS = 2
"""How many stamps stand side by side before the page label; one whose name needs it takes the room of both."""

CLEARANCE_PT = 3.0
"""Least distance from anything else on the page."""

GAP_PT = 14.0
"""Between one stamp and the next."""

LABEL_GAP_PT = 24.0
"""Before the page label, which stands on the same line."""

_NO_BREAK_SPACE = "\u00a0"

_LINE_END = "\u2028"
"""Behind it, typesetting ends the line."""

_UNSEEN = "Sign without --visible: a signature counts as much unseen."


class Wording(NamedTuple):
    """What a stamp says.

    Attributes:
        before: What stands before the name of the signer.
        name: The name.
        behind: What stands behind it: the date, mostly.
    """

    before: str
    name: str
    behind: str

    @property
    def text(self) -> str:
        """All of it."""
        return "".join(self)

    @property
    def forms(self) -> tuple[str, ...]:
        """The text in one line, with a line end before the name, and with another behind it."""
        with_name = f"{self.before.rstrip()}{_LINE_END}{self.name}"
        return self.text, f"{with_name}{self.behind}", f"{with_name}{self.behind.replace(' ', _LINE_END, 1)}"


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


def stamp_wording(name: str, day: date, language: Language) -> Wording:
    """Who signed and when, in the language of the document.

    Raises:
        SigningError: The day has no name in the language's calendar.
    """
    words = load_words(language.tag, translations_folder())
    try:
        shown = format_date(day, language).replace(" ", _NO_BREAK_SPACE)
    except ValueError as error:
        raise SigningError([Diagnostic("date/era", f"{error}.")]) from error
    before, _, behind = words["signed"].partition("{name}")
    return Wording(before.format(date=shown), name, behind.format(date=shown))


def make_stamp(wording: Wording, sheet: Sheet, language: Language) -> Stamp:
    """Set a stamp and find its place: on the line of the page label, in its colour, from the left edge of the text.

    Its first baseline is that of the page label, so that stamps side by side share theirs; the others are below.

    Raises:
        SigningError: There is no room for it, or its text is too long for any stamp.
        FontError: A character has no glyph in the kit's fonts.
    """
    if not sheet.texts:
        refuse("stamp/no-page-label", "There is no text on the first page that a stamp could stand beside.")
    label = min(sheet.texts, key=lambda text: text.baseline_pt)
    left_pt = min(text.start_pt for text in sheet.texts)
    right_pt = min(text.start_pt for text in sheet.texts if text.baseline_pt == label.baseline_pt) - LABEL_GAP_PT
    drawings = list(_drawings(wording, _typesetter(language, label.colour), right_pt - left_pt, label.baseline_pt))
    if not drawings:
        message = "The signer's name is too long for a visible signature at the foot of the first page."
        refuse("stamp/too-long", message, _UNSEEN)
    found = next(_placed(drawings, sheet, left_pt, right_pt, label.baseline_pt), None)
    if found is None:
        message = "There is no room at the foot of the first page for this visible signature."
        refuse("stamp/no-room", message, _UNSEEN)
    return found


class _Drawing(NamedTuple):
    """The lines of a stamp from its own top left corner, with its measures in pt."""

    lines: Sequence[Line]
    width_pt: float
    height_pt: float
    rise_pt: float


def _typesetter(language: Language, colour: str) -> Typesetter:
    """The kit's own typefaces: those of the file hold no letters but the ones it uses."""
    brand = Brand()
    brand = replace(brand, colours={**brand.colours, "quiet": colour})
    return Typesetter(language, brand, font_library(fonts_folder()))


def _drawings(wording: Wording, typesetter: Typesetter, room_pt: float, baseline_pt: float) -> Iterator[_Drawing]:
    """The ways of setting a stamp that stay on the printable sheet, the best first.

    A name is kept whole: in a share of the row, or else in the whole row. Only then is it parted.
    """
    measures = ((room_pt + GAP_PT) / STAMPS - GAP_PT, room_pt)
    whole = [(measure, form, form.count(_LINE_END) + 1) for measure, form in product(measures, wording.forms)]
    for measure, form, most in (*whole, *((measure, wording.text, None) for measure in measures)):
        try:
            block = typesetter.set_block(Block("signature", Role.FURNITURE, form), measure)
        except LayoutError:  # a piece of it is wider: another way may hold it
            continue
        drawing = _drawing(block, measure)
        is_on_sheet = baseline_pt + drawing.rise_pt - drawing.height_pt >= EDGE_PT
        if is_on_sheet and (most is None or len(drawing.lines) == most):
            yield drawing


def _drawing(block: SetBlock, measure_pt: float) -> _Drawing:
    """A set text as a drawing; the space behind a forced line end may hang out of it."""
    stack = rows([block])
    lines, _ = place(stack, 0.0, 0.0)
    width_pt = min(measure_pt, max(line.segments[-1].end_pt for line in lines))
    return _Drawing(lines, width_pt, height_pt(stack), block.rise_pt)


def _placed(
    drawings: Iterable[_Drawing], sheet: Sheet, left_pt: float, right_pt: float, baseline_pt: float
) -> Iterator[Stamp]:
    """The stamps that have a place in a row of the sheet where they hide nothing."""
    for drawing in drawings:
        top_pt = baseline_pt + drawing.rise_pt
        row = Box(left_pt, top_pt - drawing.height_pt, right_pt, top_pt)
        if box := _free(sheet, row, drawing.width_pt):
            yield Stamp(box, write_stamp(drawing.lines, drawing.width_pt, drawing.height_pt))


def _free(sheet: Sheet, row: Box, width_pt: float) -> Box | None:
    """The first place in a row, from the left, where a box hides nothing."""
    behind = sorted(box.right + GAP_PT for box in sheet.boxes if box.meets(row))
    tried = (row._replace(left=left, right=left + width_pt) for left in (row.left, *behind))
    free = (box for box in tried if not any(box.grown(CLEARANCE_PT).meets(other) for other in sheet.boxes))
    return next((box for box in free if box.right <= row.right + SLACK_PT), None)
