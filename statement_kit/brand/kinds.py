"""What each value of a brand must be: tables of kinds, ranges of numbers, and what is told of a value that is neither.

A brand is made in Python as well as read from a file, so nothing is certain about its values.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from enum import Enum
from pathlib import Path
from reprlib import repr as brief
from typing import Any, NamedTuple

from statement_kit.brand.docx_fonts import DocxFonts
from statement_kit.brand.faces import Face, Typeface
from statement_kit.brand.logo import Logo
from statement_kit.brand.masthead import AccentBar, Backdrop, Masthead
from statement_kit.brand.page import MM, Paper
from statement_kit.brand.placement import LabelForm, Placement, RuleSide
from statement_kit.brand.styles import Style
from statement_kit.diagnostics import Diagnostic
from statement_kit.languages.registry import Alignment
from statement_kit.pictures import Picture
from statement_kit.text.font_file import FontFile


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
_THICKNESS_PT = Range(0.25, 12)
"""Of rules: what borders of Word may be (ISO/IEC 29500-1, 17.3.4)."""

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

BRAND_KINDS: Mapping[str, tuple[Any, ...]] = {
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


def wrong(rule: str, message: str, hint: str, clause: str = "brand") -> Diagnostic:
    """A finding about a brand.

    Args:
        rule: What it is called, behind `brand/`.
        message: What is wrong.
        hint: What to do next.
        clause: What of the brand it is about: `brand.` and the key of a brand file.
    """
    return Diagnostic(f"brand/{rule}", message, hint=hint, clause=clause)


def kind_problems(
    value: object, table: Mapping[str, tuple[Any, ...]] = BRAND_KINDS, owner: str = ""
) -> Iterator[Diagnostic]:
    """Every attribute that is not what its table says.

    Args:
        value: Whose attributes.
        table: Per attribute, what it is.
        owner: What findings call the value, before the attribute's name.
    """
    for name, kinds in table.items():
        attribute = getattr(value, name)
        if not (attribute is None and name in _OPTIONAL):
            yield from _kind_problem(f"{owner}{name}", attribute, kinds)


def _kind_problem(what: str, value: Any, kinds: tuple[Any, ...]) -> Iterator[Diagnostic]:
    kind, *within = kinds
    if isinstance(kind, Range):
        if not kind.holds(value):
            yield wrong("number", f"{what} of the brand is {brief(value)}.", f"Choose {kind}.")
    elif not isinstance(value, kind):
        yield wrong("wrong-type", f"{what} of the brand is {brief(value)}.", f"Write {_how(kind)}.")
    elif within and isinstance(within[0], Mapping):
        yield from kind_problems(value, within[0], f"{what}.")
    elif within:
        for key, entry in value.items() if isinstance(value, Mapping) else enumerate(value, 1):
            yield from _kind_problem(f"{what}[{key}]", entry, tuple(within))


def _how(kind: Any) -> str:
    if kind in _HOW:
        return _HOW[kind]
    if issubclass(kind, Enum):
        return " or ".join(f"{kind.__name__}.{member.name}" for member in kind)
    return f"{kind.__name__}(…)"
