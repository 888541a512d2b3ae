"""What no page could be made of: values of a brand that are missing, unknown, of another kind or out of range.

A brand is made in Python as well as read from a file, so nothing is certain about its values: what each must be
stands in tables here, and what is left for the text, once all of them are sound, is measured.
"""

from __future__ import annotations

import re
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from enum import Enum
from itertools import chain
from pathlib import Path
from reprlib import repr as brief
from typing import TYPE_CHECKING, Any, NamedTuple

from statement_kit.brand.contrast import contrast_problems
from statement_kit.brand.docx_fonts import DocxFonts
from statement_kit.brand.faces import Face, Typeface
from statement_kit.brand.logo import Logo, logo_problems, missing_alt_problems
from statement_kit.brand.masthead import AccentBar, Backdrop, Masthead
from statement_kit.brand.page import EDGE_PT, FOOT_GAP_PT, HEAD_GAP_PT, LEAST_AREA_PT, MM, Paper
from statement_kit.brand.placement import LabelForm, Placement, RuleSide
from statement_kit.brand.styles import Style
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES, Alignment, Language
from statement_kit.markup.problems import character_problems
from statement_kit.pictures import Picture
from statement_kit.text.font_file import FontFile
from statement_kit.values import is_blank

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand


class Range(NamedTuple):
    """The numbers a value may be, both ends among them."""

    least: float
    most: float
    is_whole: bool = False

    def holds(self, value: object) -> bool:
        """Whether it is such a number; True is a number only to Python, and NaN lies in no range."""
        number = int if self.is_whole else int | float
        return isinstance(value, number) and not isinstance(value, bool) and self.least <= value <= self.most

    def __str__(self) -> str:
        return f"{'a whole number' if self.is_whole else 'a number'} from {self.least:g} to {self.most:g}"


INDENT_EM = Range(0, 10)
"""First-line indents (P04); more is none any more."""

LOGO_HEIGHT_MM = Range(5, 80)
"""How high a logo may be printed: lower, it is a blot; higher, a poster."""

_RATIO = Range(0.2, 5)
_MARGIN_PT = Range(0, 2000)
_DISTANCE_PT = Range(0, 400)
_SPACE_EM = Range(0, 20)
_THICKNESS_PT = Range(0.2, 20)

_LEAST_LINE_EM = 2
"""Least length of a line, in em of its role: less holds no letter with its signs."""

_IN_COLUMNS = (Role.ENDORSER, Role.GROUP_HEADING)
"""Roles whose lines are as long as a column of the annex is wide."""

_TYPEFACE: Mapping[str, tuple[Any, ...]] = {"family": (str,), "weight": (Range(1, 1000, True),), "scale": (_RATIO,)}

_STYLE: Mapping[str, tuple[Any, ...]] = {
    "face": (Face,),
    "size_em": (Range(0.2, 10),),
    "leading_em": (Range(0.5, 5),),
    "colour": (str,),
    "label_face": (Face,),
    **dict.fromkeys(("label_colour", "link_colour", "underline_colour"), (str,)),
    **dict.fromkeys(("before_em", "after_em", "between_em", "hangs_em", "turns_em", "inset_em"), (_SPACE_EM,)),
    "placement": (Placement,),
    "rule": (RuleSide,),
    "rule_pt": (_THICKNESS_PT,),
    "pad_em": (Range(0, 4),),
    **dict.fromkeys(("rule_colour", "ground", "label_ground"), (str,)),
    "label_form": (LabelForm,),
    "label_size": (Range(0.5, 3),),
}

_FONT: Mapping[str, tuple[Any, ...]] = {
    "path": (Path,),
    "family": (str,),
    "weight": (Range(1, 1000, True),),
    "is_italic": (bool,),
    "number": (Range(1, 65535, True),),
    "axes": (Mapping, Range(-32768, 32767)),
}

_LOGO: Mapping[str, tuple[Any, ...]] = {
    "picture": (Picture,),
    "alt": (Mapping, str),
    "height_pt": (Range(LOGO_HEIGHT_MM.least * MM, LOGO_HEIGHT_MM.most * MM),),
    "file": (str,),
    "dark": (Picture,),
    "clear_pt": (Range(0, 40 * MM),),
}

_MASTHEAD: Mapping[str, tuple[Any, ...]] = {
    "placement": (Placement,),
    **dict.fromkeys(("ground", "ink", "rule_colour"), (str,)),
    "rule_pt": (Range(0, 20),),
    "room_pt": (_DISTANCE_PT,),
}

_BAR: Mapping[str, tuple[Any, ...]] = {
    "width_pt": (Range(1, 2000),),
    "height_pt": (Range(0, 20),),
    "colour": (str,),
}

_BACKDROP: Mapping[str, tuple[Any, ...]] = {
    "words": (Mapping, str),
    "emblem": (Picture,),
    "colour": (str,),
    "tint": (Range(0.02, 0.3),),
    "width": (Range(0.1, 1),),
    "file": (str,),
}

_OPTIONAL = (
    "label_face",
    "between_em",
    "number",
    "logo",
    "annex_columns",
    "rule",
    "dark",
    "width_pt",
    "backdrop",
    "emblem",
)
"""What a style, a font or a brand need not have: None stands for none of its own."""

_BRAND: Mapping[str, tuple[Any, ...]] = {
    "names": (Mapping, str),
    "letterhead": (Mapping, tuple, str),
    "footer": (Mapping, tuple, str),
    "paper": (Paper,),
    "margins_pt": (tuple, _MARGIN_PT),
    "masthead": (Masthead, _MASTHEAD),
    "bar": (AccentBar, _BAR),
    "backdrop": (Backdrop, _BACKDROP),
    "base_pt": (Range(4, 72),),
    "colours": (Mapping, str),
    "typefaces": (Mapping, Mapping, Typeface, _TYPEFACE),
    "styles": (Mapping, Style, _STYLE),
    "script_base": (Mapping, _RATIO),
    "leading_ratio": (Mapping, _RATIO),
    "annex_room": (Range(0, 1),),
    "annex_columns": (Range(1, 20, True),),
    "annex_gap_pt": (_DISTANCE_PT,),
    "alignment": (Mapping, Alignment),
    "indent_em": (Mapping, INDENT_EM),
    "logo": (Logo, _LOGO),
    "partners": (tuple, Logo, _LOGO),
    "fonts": (tuple, FontFile, _FONT),
    "docx_fonts": (DocxFonts,),
    "docx_without": (tuple, str),
}
"""Per attribute, what it is, then what that holds, and so on inwards."""

_HOW: Mapping[Any, str] = {
    str: 'a text in quotes, "like this"',
    tuple: 'a tuple, ("like this",), with a comma behind one alone',
    Mapping: "a table, {like: this}",
    Picture: "parse_picture(…)",
}
"""How a value of a kind is written; what is not named here is a class of the kit."""

_LEAST_COLOURS = ("ink", "accent", "quiet")
"""The colours that every brand has; it may have others beside them."""

_COLOUR_NAME = re.compile(r"[a-z][a-z0-9_-]{0,30}")
HEX_COLOUR = re.compile(r"#[0-9a-fA-F]{6}")
"""How a colour is written."""

_KEYS: Mapping[str, Collection[str]] = {"styles": tuple(Role), "typefaces": tuple(Face), "colours": _LEAST_COLOURS}
"""Per table that must be whole, its keys."""


def brand_problems(brand: Brand) -> list[Diagnostic]:
    """What the first of the checks finds that finds anything: each relies on those before it."""
    checks = (
        _kind_problems(brand, _BRAND),
        _value_problems(brand),
        _page_problems(brand),
        _line_problems(brand),
        chain(contrast_problems(brand), logo_problems(brand)),
    )
    return next(filter(None, map(list, checks)), [])


def _wrong(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"brand/{rule}", message, hint=hint, clause="brand")


def _kind_problems(value: object, table: Mapping[str, tuple[Any, ...]], owner: str = "") -> Iterator[Diagnostic]:
    """Every attribute that is not what its table says."""
    for name, kinds in table.items():
        attribute = getattr(value, name)
        if not (attribute is None and name in _OPTIONAL):
            yield from _kind_problem(f"{owner}{name}", attribute, kinds)


def _kind_problem(what: str, value: Any, kinds: tuple[Any, ...]) -> Iterator[Diagnostic]:
    kind, *within = kinds
    if isinstance(kind, Range):
        if not kind.holds(value):
            yield _wrong("number", f"{what} of the brand is {brief(value)}.", f"Choose {kind}.")
    elif not isinstance(value, kind):
        yield _wrong("wrong-type", f"{what} of the brand is {brief(value)}.", f"Write {_how(kind)}.")
    elif within and isinstance(within[0], Mapping):
        yield from _kind_problems(value, within[0], f"{what}.")
    elif within:
        for key, entry in value.items() if isinstance(value, Mapping) else enumerate(value, 1):
            yield from _kind_problem(f"{what}[{key}]", entry, tuple(within))


def _how(kind: Any) -> str:
    if kind in _HOW:
        return _HOW[kind]
    if issubclass(kind, Enum):
        return " or ".join(f"{kind.__name__}.{member.name}" for member in kind)
    return f"{kind.__name__}(…)"


def _value_problems(brand: Brand) -> Iterator[Diagnostic]:
    if len(brand.margins_pt) != 4:
        message = f"{len(brand.margins_pt)} margins are given."
        yield _wrong("margins", message, "Give four: top, right, bottom, left.")
    for name, keys in _KEYS.items():
        yield from _key_problems(name, getattr(brand, name), keys)
    for face, by_script in brand.typefaces.items():
        if not by_script:
            yield _wrong("missing", f"typefaces[{face}] of the brand names no typeface.", "Name one for each script.")
    yield from _colour_problems(brand)
    for tag in dict.fromkeys([*brand.alignment, *brand.indent_em]):
        if tag not in LANGUAGES:
            message = f"Running text is set in “{tag}”, a language the kit does not know."
            yield _wrong("unknown-language", message, f"Known: {', '.join(sorted(LANGUAGES))}.")
    yield from _left_out_problems(brand)
    yield from _letterhead_table_problems(brand)
    for tag, name in brand.names.items():
        yield from _letterhead_line_problems("name", tag, [name])
    for key, table in (("letterhead", brand.letterhead), ("footer", brand.footer)):
        for tag, lines in table.items():
            yield from _letterhead_line_problems(key, tag, lines)


def _left_out_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Families to be left out of DOCX files that the brand does not set anything in."""
    families = {typeface.family for by_script in brand.typefaces.values() for typeface in by_script.values()}
    for family in brand.docx_without:
        if family not in families:
            message = f"“{family}” is to be left out of DOCX files, but nothing is set in it."
            hint = f"Families in use: {', '.join(sorted(families))}."
            yield Diagnostic("brand/unknown-family", message, hint=hint, clause="brand.docx")


def _letterhead_table_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Parts of a letterhead that no document would print."""
    for key, table in (("name", brand.names), ("letterhead", brand.letterhead), ("footer", brand.footer)):
        for tag in table:
            if tag not in LANGUAGES:
                message = f"[{key}] has an entry for “{tag}”, a language the kit does not know."
                hint = f"Known: {', '.join(sorted(LANGUAGES))}."
                yield Diagnostic("brand/unknown-language", message, hint=hint, clause=f"brand.{key}")
    if brand.letterhead and not brand.names:
        message, hint = "The brand has a letterhead, but no name to stand above it.", "Add [name]."
        yield Diagnostic("brand/letterhead-without-name", message, hint=hint, clause="brand.letterhead")


def _key_problems(name: str, table: Mapping[str, object], keys: Collection[str]) -> Iterator[Diagnostic]:
    for key in keys:
        if key not in table:
            hint = f"Begin from the kit's own: {{**Brand().{name}, …}}."
            yield _wrong("missing", f"The brand's {name} lack “{key}”.", hint)
    for key in table:
        if key not in keys and name != "colours":
            yield _wrong("unknown", f"The brand's {name} hold “{key}”.", f"Known: {', '.join(keys)}.")


def _colour_problems(brand: Brand) -> Iterator[Diagnostic]:
    for name, value in brand.colours.items():
        if not _COLOUR_NAME.fullmatch(name):
            hint = "Name it in small letters of English: “sun”, “deep-green”."
            yield _wrong("colour", f"“{brief(name)}” is not the name of a colour.", hint)
        if not HEX_COLOUR.fullmatch(value):
            yield _wrong("colour", f"The colour “{name}” is “{value}”.", 'Write it as "#9b2226".')
    known = {*brand.colours, *_LEAST_COLOURS}  # one of these that is missing was told by itself
    for what, colour in _colours_asked_for(brand):
        if colour and colour not in known:
            message = f"{what} of the brand asks for the colour “{colour}”."
            yield _wrong("colour", message, f"Known: {', '.join(brand.colours)}.")


def _colours_asked_for(brand: Brand) -> Iterator[tuple[str, str]]:
    """What is drawn in a colour, and the name of that; empty where it has none of its own."""
    for role, style in brand.styles.items():
        own = (style.colour, style.label_colour, style.link_colour, style.underline_colour)
        for colour in (*own, style.rule_colour, style.ground, style.label_ground):
            yield f"styles[{role}]", colour
    masthead = brand.masthead
    yield from (("masthead", colour) for colour in (masthead.ground, masthead.ink, masthead.rule_colour))
    yield "bar", brand.bar.colour
    if brand.backdrop:
        yield "backdrop", brand.backdrop.colour


def _letterhead_line_problems(key: str, tag: str, lines: Iterable[str]) -> Iterator[Diagnostic]:
    """Lines of a letterhead in which nothing can be seen, and characters in them that cannot be set."""
    for line in lines:
        if is_blank(line):
            message, hint = f"{key}.{tag} of the brand has a line without text.", "Write the text, or remove the line."
            yield Diagnostic("brand/empty-text", message, hint=hint, clause=f"brand.{key}")
        for found in character_problems(f"{key}.{tag} of the brand", line):
            yield replace(found, clause=f"brand.{key}")


def _page_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What leaves no room on the page."""
    top, right, bottom, left = brand.margins_pt
    height = brand.paper.size_pt[1]
    line_pt = brand.base_pt * 1.3
    least_top, least_bottom = EDGE_PT + line_pt + HEAD_GAP_PT, EDGE_PT + line_pt + FOOT_GAP_PT
    if top < least_top or bottom < least_bottom or min(left, right) < EDGE_PT:
        yield _wrong(
            "margins",
            "The margins are too small for the running head, the page number and the printer.",
            f"Leave {least_top:.0f} pt above, {least_bottom:.0f} pt below and {EDGE_PT:.0f} pt at the sides, or more.",
        )
    if min(_names_pt(brand), height - top - bottom - brand.masthead.room_pt) < LEAST_AREA_PT:
        hint = f"Leave at least {LEAST_AREA_PT:.0f} pt each way between the margins."
        yield _wrong("area", "The margins leave too little of the page for text.", hint)


def _names_pt(brand: Brand) -> float:
    """What of the width between the margins the columns of the annex have together."""
    return brand.measure_pt - brand.annex_gap_pt * (_columns(brand) - 1)


def _columns(brand: Brand) -> int:
    """How many columns the annex has whatever the names: one, where they decide."""
    return brand.annex_columns or 1


def _line_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Roles that stand in so far that nothing is left of a line."""
    for role in Role:
        measure_pt = _names_pt(brand) / _columns(brand) if role in _IN_COLUMNS else brand.measure_pt
        if any(_line_em(brand, role, language, measure_pt) < _LEAST_LINE_EM for language in LANGUAGES.values()):
            hint = "Lessen its hangs_em, inset_em or indent, the margins, or the columns of the annex."
            yield _wrong("line", f"The lines of “{role}” have no room on the page.", hint)


def _line_em(brand: Brand, role: Role, language: Language, measure_pt: float) -> float:
    """What is left for the shortest line of a role, in em of it; labels may make it shorter yet."""
    inset_pt, indent_pt = brand.inset_pt(role, language), brand.indent_pt(role, language)
    return (measure_pt - 2 * inset_pt - indent_pt) / brand.size_pt(role, language.script) - brand.styles[role].hangs_em


def letterhead_problems(brand: Brand, tags: Collection[str]) -> Iterator[Diagnostic]:
    """What a letterhead lacks for documents in these languages; its logo too.

    No letterhead is ever printed in another language than its document's, and no part of one is left
    out in silence.

    Args:
        brand: Whose letterhead.
        tags: The languages of the documents.
    """
    lines = "[“…”], or [] for none"
    tables = (("name", brand.names, "“…”"), ("letterhead", brand.letterhead, lines), ("footer", brand.footer, lines))
    for key, table, example in tables:
        for tag in tags:
            if table and tag not in table:
                hint = f"Add {tag} = {example} under [{key}]."
                message = f"The brand has no {key} in “{tag}”."
                yield Diagnostic(f"brand/no-{key}", message, hint=hint, clause=f"brand.{key}")
    yield from missing_alt_problems(brand, tags)
