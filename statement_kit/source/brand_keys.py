"""Every key of `brand.toml`, once: reading, errors, `BRANDS.md` and new brand files all come from this table."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache
from typing import Any, cast

from statement_kit.brand import DocxFonts, Paper, Placement
from statement_kit.brand.kinds import INDENT_EM, LOGO_HEIGHT_MM
from statement_kit.languages.registry import Alignment
from statement_kit.source.brand_key import SAMPLE_NAMES, BrandKey
from statement_kit.source.brand_kinds import (
    AXES,
    COLOUR,
    FAMILIES,
    FLAG,
    FONT,
    HEX,
    LINES,
    NAME,
    PICTURE,
    PICTURE_OR_NONE,
    TEXT,
    Kind,
    choice,
    either,
    four_numbers,
    number,
)
from statement_kit.source.brand_style_keys import STYLE_KEYS

_PAGE = (
    BrandKey(
        "extends",
        NAME,
        "What the brand begins from: a look of the kit (`kit`, `th-official`), an installed brand by its name, or "
        "another brand file in the same folder (`base.toml`).",
        (),
        '"th-official"',
        '"kit"',
    ),
    BrandKey("paper", choice(Paper), "The size of the paper.", ("paper",), '"letter"', '"a4"'),
    BrandKey(
        "margins",
        four_numbers(0, 200, "mm"),
        "White at the top, right, bottom and left of every page.",
        ("margins_pt",),
        "[30, 25, 28, 25]",
        "[26, 27, 25, 27]",
    ),
    BrandKey(
        "size",
        number(4, 72, "pt"),
        "The size of running text in English. Every other size is a multiple of it.",
        ("base_pt",),
        "11.5",
        "10.8",
    ),
    BrandKey(
        "name.LANGUAGE", TEXT, "Who speaks: the name in the letterhead.", ("names", "LANGUAGE"), '"Coalition for Peace"'
    ),
    BrandKey(
        "letterhead.LANGUAGE",
        LINES,
        "The lines below the name: address, web, telephone.",
        ("letterhead", "LANGUAGE"),
        '["12 River Road, Phnom Penh", "peace@example.org"]',
    ),
    BrandKey(
        "footer.LANGUAGE",
        LINES,
        "Lines at the foot of every page.",
        ("footer", "LANGUAGE"),
        '["peace.example.org"]',
    ),
    BrandKey(
        "masthead.align",
        choice(Placement),
        "Where logo and letterhead stand: from the left, in the middle, at the right.",
        ("masthead", "placement"),
        '"centre"',
        '"start"',
    ),
    BrandKey(
        "masthead.ground",
        either("none", "", COLOUR),
        "The colour of a band behind them, which reaches the edges of the sheet.",
        ("masthead", "ground"),
        '"sun"',
        '"none"',
    ),
    BrandKey(
        "masthead.ink",
        either("same", "", COLOUR),
        "The colour of their words; `same` leaves each line in its own.",
        ("masthead", "ink"),
        '"ink"',
        '"same"',
    ),
    BrandKey(
        "masthead.rule",
        number(0, 20, "pt"),
        "How thick a rule stands below them, as wide as the text; 0 for none.",
        ("masthead", "rule_pt"),
        "0.8",
        "0",
    ),
    BrandKey(
        "masthead.rule_colour",
        COLOUR,
        "The colour of that rule.",
        ("masthead", "rule_colour"),
        '"ink"',
        '"accent"',
    ),
    BrandKey(
        "masthead.room",
        number(0, 140, "mm"),
        "Height kept free for them below the top margin, even where nothing stands there: for printed letter paper.",
        ("masthead", "room_pt"),
        "20",
        "10",
    ),
)

_KINDS = "SVG, PDF, PNG, JPEG"
_LOGO_HEIGHT = number(LOGO_HEIGHT_MM.least, LOGO_HEIGHT_MM.most, "mm")


def _logo_keys(table: str, attribute: str, what: str, kind: Kind) -> tuple[BrandKey, ...]:
    """The keys of a logo, the brand's own or a partner's."""
    return (
        BrandKey(f"{table}.file", kind, f"The picture of {what}.", (attribute, "picture"), '"logo.svg"'),
        BrandKey(
            f"{table}.dark",
            PICTURE,
            "The same logo for dark grounds.",
            (attribute, "dark"),
            '"logo.svg"',
        ),
        BrandKey(f"{table}.height", _LOGO_HEIGHT, "How high it is printed.", (attribute, "height_pt"), "16", "14"),
        BrandKey(
            f"{table}.clear_space",
            number(0, 40, "mm"),
            "Space around it that nothing enters.",
            (attribute, "clear_pt"),
            "4",
            "0",
        ),
        BrandKey(
            f"{table}.alt.LANGUAGE",
            TEXT,
            "What is said to those who cannot see it.",
            (attribute, "alt", "LANGUAGE"),
            '"Logo of the Coalition for Peace: a bridge over a river"',
        ),
    )


_COLOURS = (
    BrandKey("colours.ink", HEX, "The colour of text.", ("colours", "ink"), '"#22223b"', '"#1b1b1b"'),
    BrandKey(
        "colours.accent",
        HEX,
        "The colour of the brand: links, numbers, the kind of text, the bar.",
        ("colours", "accent"),
        '"#1f5f8b"',
        '"#9b2226"',
    ),
    BrandKey(
        "colours.quiet",
        HEX,
        "The colour of what stands back: page numbers, addresses, notes about the list.",
        ("colours", "quiet"),
        '"#555555"',
        '"#5f5f5f"',
    ),
    BrandKey(
        "colours.COLOUR",
        HEX,
        "Any other colour, by a name of your own in small letters. `white` and `black` are there already.",
        ("colours", "COLOUR"),
        '"#fff4d6"',
    ),
)

_SCRIPTS = (
    BrandKey(
        "scripts.SCRIPT.size",
        number(0.2, 5),
        "How large documents in a script are beside those in English, as a factor.",
        ("script_base", "SCRIPT"),
        "1.1",
        "1.045",
    ),
    BrandKey(
        "scripts.SCRIPT.leading",
        number(0.2, 5),
        "How far apart their lines are, as a factor; never so near that letters touch.",
        ("leading_ratio", "SCRIPT"),
        "1.3",
        "1.22",
    ),
)

_WEIGHT = number(1, 1000, is_whole=True)

_FONTS = (
    BrandKey(
        "font.file", FONT, "A font of your own: TTF, OTF, TTC, WOFF, WOFF2.", ("fonts", "path"), '"fonts/Our.ttf"'
    ),
    BrandKey("font.family", NAME, "What typefaces call it by.", ("fonts", "family"), '"Our Serif"'),
    BrandKey("font.weight", _WEIGHT, "Its weight; a variable font is set to it.", ("fonts", "weight"), "600", "400"),
    BrandKey("font.italic", FLAG, "Whether it is an italic.", ("fonts", "is_italic"), "true", "false"),
    BrandKey(
        "font.number", number(1, 65535, is_whole=True), "Which font of a collection (TTC).", ("fonts", "number"), "2"
    ),
    BrandKey("font.axes", AXES, "Where a variable font stands on its other axes.", ("fonts", "axes"), "{ wdth = 90 }"),
    BrandKey(
        "typefaces.FACE.SCRIPT.family",
        NAME,
        "What a voice is set in, in a script: a family of the kit or of a `[[font]]`.",
        ("typefaces", "FACE", "SCRIPT", "family"),
        '"Noto Sans Khmer"',
        '"Noto Serif Khmer"',
    ),
    BrandKey(
        "typefaces.FACE.SCRIPT.weight",
        _WEIGHT,
        "Its weight; the kit's own have 400 and 600.",
        ("typefaces", "FACE", "SCRIPT", "weight"),
        "600",
        "400",
    ),
    BrandKey(
        "typefaces.FACE.SCRIPT.scale",
        number(0.2, 5),
        "A factor on its size, so that scripts look equally large beside each other.",
        ("typefaces", "FACE", "SCRIPT", "scale"),
        "0.95",
        "0.92",
    ),
    BrandKey(
        "typefaces.FACE.SCRIPT.italic",
        FLAG,
        "Whether it is the family's italic.",
        ("typefaces", "FACE", "SCRIPT", "is_italic"),
        "true",
        "false",
        {"SCRIPT": "Latn"},
    ),
)

_REST = (
    BrandKey(
        "alignment.LANGUAGE",
        choice(Alignment),
        "How the lines of running text end. English is justified, Khmer and Thai are ragged.",
        ("alignment", "LANGUAGE"),
        '"ragged"',
    ),
    BrandKey(
        "indent.LANGUAGE",
        number(INDENT_EM.least, INDENT_EM.most, "em"),
        "How far the first line of a paragraph stands in: 3 in Thai, 0 in Khmer and English.",
        ("indent_em", "LANGUAGE"),
        "2.5",
    ),
    BrandKey(
        "bar.width",
        either("full", None, number(0.5, 700, "mm")),
        "How wide the bar above text and annex is; `full` is as wide as the text.",
        ("bar", "width_pt"),
        '"full"',
        "12",
    ),
    BrandKey("bar.height", number(0, 20, "pt"), "How high it is; 0 for no bar.", ("bar", "height_pt"), "1.2", "2.4"),
    BrandKey("bar.colour", COLOUR, "Its colour.", ("bar", "colour"), '"ink"', '"accent"'),
    BrandKey(
        "watermark.file",
        PICTURE_OR_NONE,
        "A picture in the middle of every page instead; `none` takes away the watermark of the brand it extends, "
        "be it a picture or words.",
        ("backdrop", "emblem"),
        '"logo.svg"',
    ),
    BrandKey(
        "watermark.width",
        number(0.1, 1),
        "How wide the picture is, as a part of the width of the sheet.",
        ("backdrop", "width"),
        "0.5",
        "0.6",
    ),
    BrandKey("watermark.colour", COLOUR, "The colour of the words.", ("backdrop", "colour"), '"accent"', '"ink"'),
    BrandKey(
        "watermark.tint",
        number(0.02, 0.3),
        "How much of its colours is left.",
        ("backdrop", "tint"),
        "0.1",
        "0.13",
    ),
    BrandKey(
        "watermark.words.LANGUAGE",
        TEXT,
        "Words across every page.",
        ("backdrop", "words", "LANGUAGE"),
        '"Peace"',
    ),
    BrandKey(
        "annex.columns",
        either("auto", None, number(1, 20, is_whole=True)),
        "Columns of the list of who signed; `auto` goes by the length of the names.",
        ("annex_columns",),
        "2",
        '"auto"',
    ),
    BrandKey("annex.gap", number(0, 140, "mm"), "Space between them.", ("annex_gap_pt",), "6", "8"),
    BrandKey(
        "annex.room",
        number(0, 1),
        "Part of a page that must be free for the list to begin on it; 1 always begins a new page.",
        ("annex_room",),
        "0.5",
        "0.3",
    ),
    BrandKey(
        "docx.fonts",
        choice(DocxFonts),
        "How much of the fonts goes into DOCX files.",
        ("docx_fonts",),
        '"whole"',
        '"subset"',
    ),
    BrandKey(
        "docx.without",
        FAMILIES,
        "Families that stay out of DOCX files, whatever else goes in.",
        ("docx_without",),
        '["Moul"]',
        "[]",
    ),
)

KEYS: Sequence[BrandKey] = (
    *_PAGE,
    *_logo_keys("logo", "logo", f"the logo: {_KINDS}; `none` takes away that of the brand it extends", PICTURE_OR_NONE),
    *_logo_keys("partner", "partners", f"the logo of somebody else, in one row with it: {_KINDS}", PICTURE),
    *_COLOURS,
    *_SCRIPTS,
    *_FONTS,
    *STYLE_KEYS,
    *_REST,
)
"""In the order in which a brand file is best written."""

MOVED: Mapping[str, str] = {
    "accent": 'The colour stands under [colours] now: accent = "#9b2226".',
    "profile": 'What a brand begins from is now written extends = "th-official".',
}
"""Keys of former days, and where what they said is said now."""

Branch = Mapping[str, "Branch | BrandKey"]


@lru_cache(maxsize=1)
def key_tree() -> Branch:
    """The keys as the tables of a file hold them."""
    tree: dict[str, Any] = {}
    for key in KEYS:
        branch = tree
        for step in key.steps[:-1]:
            branch = branch.setdefault(step, {})
        branch[key.name] = key
    return tree


def array_keys(name: str) -> Branch:
    """The keys of each table of an array."""
    return cast(Branch, key_tree()[name])


def wildcard(branch: Branch) -> str | None:
    """The name in capitals that a table's keys may have, if they may have any."""
    return next((name for name in branch if name in SAMPLE_NAMES), None)
