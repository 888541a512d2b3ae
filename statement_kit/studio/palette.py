"""The palette of a brand as pages: its colours with their contrast, its typefaces by voice and script.

They are set by the kit's own layout: roles stand for voices here, and bars are swatches.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor

from statement_kit.brand import AccentBar, Brand, Face, Masthead, Style, Typeface
from statement_kit.brand.contrast import contrast
from statement_kit.document.blocks import Block, Document, PageLabels, Role
from statement_kit.languages.registry import ASCII_DIGITS, LANGUAGES
from statement_kit.layout.frames import Bar, Page, Pages
from statement_kit.layout.pages import lay_out
from statement_kit.markup import Mark, MarkKind
from statement_kit.text.fonts import FontLibrary

_TITLE = "Colours and typefaces"

_SAMPLES: Mapping[str, str] = {
    "Latn": "Water & peace 2025",
    "Khmr": "ទឹក និងសន្តិភាព ២០២៥",  # "water and peace 2025"
    "Thai": "น้ำและสันติภาพ ๒๕๖๘",  # "water and peace 2568", the same year
}
"""What shows a typeface, by script."""

_SPACE = " · "
"""Between the samples of one voice."""

_HEADLINE, _CAPTION, _COLOUR = Role.ISSUED, Role.CONTACT, Role.QUOTATION

_VOICES: Mapping[Face, tuple[Role, tuple[MarkKind, ...]]] = {
    Face.TEXT: (Role.PARAGRAPH, ()),
    Face.TEXT_EMPHASIS: (Role.PARAGRAPH, (MarkKind.EMPHASIS,)),
    Face.TEXT_STRONG: (Role.PARAGRAPH, (MarkKind.STRONG,)),
    Face.TEXT_STRONG_EMPHASIS: (Role.PARAGRAPH, (MarkKind.EMPHASIS, MarkKind.STRONG)),
    Face.HEADING: (Role.SECTION_HEADING, ()),
    Face.HEADING_EMPHASIS: (Role.SECTION_HEADING, (MarkKind.EMPHASIS,)),
    Face.TITLE: (Role.TITLE, ()),
    Face.TITLE_EMPHASIS: (Role.TITLE, (MarkKind.EMPHASIS,)),
    Face.LABEL: (Role.LEAD, ()),
    Face.LABEL_STRONG: (Role.KIND, ()),
}
"""The role, and the marks in its text, by which each voice is set here."""

_STYLES: Mapping[Role, Style] = {
    _HEADLINE: Style(Face.LABEL_STRONG, 1.2, 1.3, before_em=1.4, after_em=0.6, colour="accent"),
    _CAPTION: Style(Face.LABEL, 0.75, 1.3, after_em=0.75, colour="quiet", between_em=0.1),
    _COLOUR: Style(Face.LABEL, 1.0, 1.6, inset_em=5.0, between_em=0.5),
    Role.PARAGRAPH: Style(Face.TEXT, 1.0, 1.4),
    Role.SECTION_HEADING: Style(Face.HEADING, 1.0, 1.4),
    Role.TITLE: Style(Face.TITLE, 1.0, 1.4),
    Role.LEAD: Style(Face.LABEL, 1.0, 1.4),
    Role.KIND: Style(Face.LABEL_STRONG, 1.0, 1.4),
}

_SWATCH_EM, _SWATCH_HEIGHT_EM, _SWATCH_RISE_EM = 4.0, 1.5, 1.05
"""Width of a swatch, its height, and how much of that stands above the baseline, in em."""


@dataclass(frozen=True, slots=True)
class Palette:
    """The palette of a brand: the document, and the pages it was laid out on."""

    document: Document
    pages: Pages


def palette(brand: Brand, library: FontLibrary) -> Palette:
    """The colours and typefaces of a brand, on pages of its size.

    Raises:
        FontError: A typeface cannot be used, or cannot draw the samples.
        LayoutError: Something does not fit.
    """
    bare = replace(
        brand,
        names={},
        letterhead={},
        footer={},
        masthead=Masthead(),
        bar=AccentBar(height_pt=0),
        backdrop=None,
        logo=None,
        partners=(),
        styles={**brand.styles, **_STYLES},
    )
    document = Document(
        language=LANGUAGES["en"],
        title=_TITLE,
        issued="2025-07-28",
        blocks=tuple(_blocks(brand)),
        running_head=_TITLE,
        page_labels=PageLabels(_TITLE, ASCII_DIGITS),
    )
    pages = lay_out(document, bare, library)
    return Palette(document, replace(pages, pages=tuple(_with_swatches(page, bare) for page in pages.pages)))


def _blocks(brand: Brand) -> Iterator[Block]:
    yield Block("colours", _HEADLINE, "Colours")
    for name, colour in brand.colours.items():
        yield Block(f"colour.{name}", _COLOUR, f"{name}  {colour}  {_ratio(colour)} : 1 to white")
    yield Block("typefaces", _HEADLINE, "Typefaces")
    for face, (role, kinds) in _VOICES.items():
        shown = {script: each for script, each in brand.typefaces[face].items() if script in _SAMPLES}
        text = _SPACE.join(_SAMPLES[script] for script in shown)
        yield Block(f"{face}", role, text, marks=tuple(Mark(0, len(text), kind) for kind in kinds))
        families = dict.fromkeys(map(_words, shown.values()))
        yield Block(f"{face}.families", _CAPTION, f"{face}: {', '.join(families)}")


def _ratio(colour: str) -> str:
    """The contrast to white, rounded down: what is not enough never looks as if it were."""
    return f"{floor(contrast(colour) * 10) / 10:.1f}"


def _words(typeface: Typeface) -> str:
    return f"{typeface.family} {typeface.weight}{' italic' if typeface.is_italic else ''}"


def _with_swatches(page: Page, brand: Brand) -> Page:
    """A page with a field of each colour that it names, beside its name."""
    em = brand.base_pt
    swatches = [
        Bar(
            brand.margins_pt[3],
            line.baseline_pt - _SWATCH_RISE_EM * em,
            _SWATCH_EM * em,
            _SWATCH_HEIGHT_EM * em,
            brand.colours[line.block.removeprefix("colour.")],
        )
        for line in page.body
        if line.role is _COLOUR
    ]
    return replace(page, bars=(*page.bars, *swatches))
