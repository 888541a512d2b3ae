"""What is set in which colour, on which ground, and the contrast that it needs (F05; WCAG 2.1, 1.4.3)."""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from itertools import product
from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple

from statement_kit.brand.dress import box_of
from statement_kit.brand.faces import Face, voice
from statement_kit.brand.styles import Style
from statement_kit.document.blocks import Role
from statement_kit.languages.registry import LANGUAGES

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

TEXT_RATIO, LARGE_TEXT_RATIO = 4.5, 3.0
"""Least contrast of text, and of large text."""

WHITE = "#ffffff"
"""The paper."""

KIT_COLOURS: Mapping[str, str] = MappingProxyType({"ink": "#1b1b1b", "accent": "#9b2226", "quiet": "#5f5f5f"})
"""The colours of a brand that says nothing of them."""

WELL_KNOWN: Mapping[str, str] = MappingProxyType({"white": WHITE, "black": "#000000"})
"""Colours that a brand need not name."""

BACKDROP = "(the watermark)"
"""What stands for the watermark among the names of grounds, which hold no brackets."""

_LARGE_PT, _LARGE_BOLD_PT, _BOLD_WEIGHT = 18.0, 14.0, 600
"""From what size text is large: in any weight, and in a bold one; and from what weight a typeface is bold."""

_WITHOUT_LINKS = frozenset(
    (
        Role.STATUS,
        Role.REFERENCE,
        Role.KIND,
        Role.ISSUED,
        Role.END_MARK,
        Role.CONTACT_HEADING,
        Role.AVAILABILITY,
        Role.ANNEX_HEADING,
        Role.ANNEX_NOTE,
        Role.GROUP_HEADING,
        Role.LETTERHEAD,
        Role.FURNITURE,
    )
)
"""Roles of words of the kit and of names, in which no link is ever marked."""


class Use(NamedTuple):
    """Something that is set in a colour.

    Attributes:
        colour: The name of that.
        ground: The name of the colour it stands on; empty for white paper, or the watermark.
        what: What it is, in words.
        ratio: The contrast that it needs.
    """

    colour: str
    ground: str
    what: str
    ratio: float


def ground_colour(brand: Brand, ground: str) -> str:
    """The colour, `#rrggbb`, of a ground by its name; that of the watermark at its darkest."""
    if ground == BACKDROP and brand.backdrop:
        darkest = brand.colours[brand.backdrop.colour] if brand.backdrop.emblem is None else "#000000"
        return thinned(darkest, brand.backdrop.tint)
    return brand.colours[ground] if ground else WHITE


def thinned(colour: str, part: float) -> str:
    """A colour, `#rrggbb`, thinned with white until this part of it is left."""
    channels = (255 - round(part * (255 - int(colour[at : at + 2], 16))) for at in (1, 3, 5))
    return "#" + "".join(f"{channel:02x}" for channel in channels)


def uses(brand: Brand) -> Iterator[Use]:
    """Everything that is set in a colour of the brand; what stands on white may stand over a watermark, too."""
    for use in _uses(brand):
        yield use
        if brand.backdrop and not use.ground:
            yield use._replace(ground=BACKDROP)


def _uses(brand: Brand) -> Iterator[Use]:
    grounds = {role: brand.styles[box_of(role)].ground for role in brand.styles}
    for role, style in brand.styles.items():
        if not grounds[role]:
            yield Use(style.link_colour, "", "links", TEXT_RATIO)
    for role, style in brand.styles.items():
        if role is not Role.LETTERHEAD:
            yield Use(style.colour, grounds[role], role, _wanted(brand, role, style.face))
        if grounds[role] and role not in _WITHOUT_LINKS:
            yield Use(style.link_colour, grounds[role], f"links in {role}", TEXT_RATIO)
        if _has_own_label(style):
            ratio = _wanted(brand, role, style.label_face or style.face, style.label_size)
            colour, ground = style.label_colour or style.colour, style.label_ground or style.ground
            yield Use(colour, ground, f"labels of {role}", ratio)
    yield from _in_the_masthead(brand)


def _has_own_label(style: Style) -> bool:
    """Whether the labels of a style look otherwise than its text."""
    return bool(style.label_face or style.label_colour or style.label_ground or style.label_size != 1)


def _in_the_masthead(brand: Brand) -> Iterator[Use]:
    """The name and the lines below it; in a colour of the masthead, if that has one."""
    masthead = brand.masthead
    for role, what in ((Role.LETTERHEAD, str(Role.LETTERHEAD)), (Role.FURNITURE, "lines of the letterhead")):
        style = brand.styles[role]
        if role is Role.LETTERHEAD or masthead.ground or masthead.ink:
            yield Use(masthead.ink or style.colour, masthead.ground, what, _wanted(brand, role, style.face))


def _wanted(brand: Brand, role: Role, face: Face, part: float = 1.0) -> float:
    """The contrast that a role needs in a face: of large text only if it is large in every language and script.

    Args:
        brand: Whose role.
        role: The role.
        face: The face.
        part: How large it is set, as a part of the role's size: a label.
    """
    size_pt = part * min(brand.size_pt(role, language.script) for language in LANGUAGES.values())
    faces = {voice(face, is_emphasised=first, is_strong=second) for first, second in product((False, True), repeat=2)}
    typefaces = [typeface for each in faces for typeface in brand.typefaces[each].values()]
    is_large = all(
        size_pt * typeface.scale >= (_LARGE_BOLD_PT if typeface.weight >= _BOLD_WEIGHT else _LARGE_PT)
        for typeface in typefaces
    )
    return LARGE_TEXT_RATIO if is_large else TEXT_RATIO
