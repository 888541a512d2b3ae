"""A brand's logo: its picture, its words for those who cannot see it, its size, and what stands against them."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from itertools import pairwise
from math import floor
from typing import TYPE_CHECKING

from statement_kit.brand.page import LOGO_BESIDE, LOGO_GAP_PT, MM
from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.languages.registry import LANGUAGES
from statement_kit.markup.problems import character_problems
from statement_kit.pictures import Picture, resolution_problems
from statement_kit.values import is_blank

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

MOST_ALT = 500
"""Most characters of alternative text: it is heard in one go, and nobody can stop or skim it."""

_SLACK_PT = 0.01
_CLAUSE = "brand.logo"


LOGO = "logo"
"""The id of the logo, as clauses have ids."""

PARTNER = "partner.{}"
"""Those of the logos beside it, which are counted from 1."""


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture at the head of the first page.

    Attributes:
        picture: As `parse_picture` reads it.
        alt: Per language, what is said to those who cannot see it (ISO 14289-1, 7.3).
        height_pt: How high it is printed, in pt; the picture's own shape says how wide.
        file: What findings call it.
        dark: The same logo for dark grounds, as high; None where the one does for both. It is shown on a masthead's
            ground on which white is read better than black.
        clear_pt: Space around it that nothing else enters, in pt; at least the kit's own distances.
    """

    picture: Picture
    alt: Mapping[str, str]
    height_pt: float = 14 * MM
    file: str = "The logo"
    dark: Picture | None = None
    clear_pt: float = 0.0

    @property
    def width_pt(self) -> float:
        """How wide it is printed."""
        return self.height_pt * self.picture.aspect

    @property
    def on_dark(self) -> Logo:
        """The logo as it stands on a dark ground."""
        return replace(self, picture=self.dark, dark=None) if self.dark else self

    @property
    def both(self) -> tuple[Logo, ...]:
        """The logo, and as it stands on a dark ground, if that is another."""
        return (self, self.on_dark) if self.dark else (self,)

    @property
    def gap_pt(self) -> float:
        """Between it and what stands beside or below it in the letterhead."""
        return max(LOGO_GAP_PT, self.clear_pt)

    def has_room_beside(self, measure_pt: float) -> bool:
        """Whether the letterhead stands beside it; below a wordmark, which leaves it too little of the measure."""
        return self.width_pt <= LOGO_BESIDE * measure_pt


def row_width_pt(logos: Iterable[Logo]) -> float:
    """How wide logos in a row are together, in pt, with the space that each wants of its neighbours."""
    row = list(logos)
    gaps = sum(max(one.gap_pt, other.gap_pt) for one, other in pairwise(row))
    return sum(logo.width_pt for logo in row) + gaps


def logo_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What stands against a brand's logos, whatever language they are printed in: their words, width, pixels, space."""
    for logo in brand.logos.values():
        clause = logo_clause(logo, brand)
        for tag, alt in logo.alt.items():
            if tag not in LANGUAGES:
                message = f"{_called(logo, brand)} has alternative text for “{tag}”, a language the kit does not know."
                hint = f"Known: {', '.join(sorted(LANGUAGES))}."
                yield Diagnostic("brand/unknown-language", message, hint=hint, clause=clause)
            yield from _alt_problems(_called(logo, brand), tag, alt, clause)
        for shown in logo.both:
            yield from _width_problems(brand, shown, clause)
            yield from (found for found in _resolution(shown, clause) if found.severity is Severity.ERROR)
        _, right, _, left = brand.margins_pt
        if logo.clear_pt > min(left, right) + _SLACK_PT:
            message = f"{logo.file} is to have {_mm(logo.clear_pt)} free around it, and the margins leave it less."
            hint = "Widen the margins at the sides, or ask for less free space."
            yield Diagnostic("brand/logo-clear", message, hint=hint, clause=clause)
    if len(brand.logos) > 1 and row_width_pt(brand.logos.values()) > brand.measure_pt + _SLACK_PT:
        wide = _mm(row_width_pt(brand.logos.values()))
        message = (
            f"The logos in a row are {wide} wide with what is free between them, the text {_mm(brand.measure_pt)}."
        )
        yield Diagnostic("brand/logo-width", message, hint="Print them less high, or fewer of them.", clause=_CLAUSE)


def logo_clause(logo: Logo, brand: Brand) -> str:
    """Under what key of a brand a logo stands."""
    numbers = (number for number, partner in enumerate(brand.partners) if partner is logo)
    return _CLAUSE if logo is brand.logo else f"brand.partner.{next(numbers)}"


def _width_problems(brand: Brand, logo: Logo, clause: str) -> Iterator[Diagnostic]:
    if logo.width_pt > brand.measure_pt + _SLACK_PT:
        message = f"{logo.file} is {_mm(logo.width_pt)} wide, the text only {_mm(brand.measure_pt)}."
        hint = f"Print it at most {floor(brand.measure_pt / logo.picture.aspect / MM)} mm high."
        yield Diagnostic("brand/logo-width", message, hint=hint, clause=clause)


def _called(logo: Logo, brand: Brand) -> str:
    """What findings about the words of a logo call it."""
    return "The logo" if logo is brand.logo else logo.file


def logo_warnings(brand: Brand) -> list[Diagnostic]:
    """What those who print a brand's logos should know."""
    logos = ((each, logo_clause(logo, brand)) for logo in brand.logos.values() for each in logo.both)
    return [found for logo in logos for found in _resolution(*logo) if found.severity is Severity.WARNING]


def missing_alt_problems(brand: Brand, tags: Collection[str]) -> Iterator[Diagnostic]:
    """Each language of the documents in which nothing is said for a logo.

    Args:
        brand: Whose logos.
        tags: The languages of the documents.
    """
    for tag in tags:
        for logo in brand.logos.values():
            if tag not in logo.alt:
                message = (
                    f"{_called(logo, brand)} has no alternative text in “{tag}”: "
                    "those who cannot see it would not know it is there."
                )
                table = "logo.alt" if logo is brand.logo else "partner.alt"
                hint = f'Add {tag} = "Logo of …" under [{table}].'
                yield Diagnostic("brand/no-alt", message, hint=hint, clause=logo_clause(logo, brand))


def _alt_problems(called: str, tag: str, alt: str, clause: str) -> Iterator[Diagnostic]:
    what = f"{called}'s alternative text in “{tag}”"
    if is_blank(alt):
        hint = "Say what it shows: “Logo of …”."
        yield Diagnostic("brand/empty-text", f"{what} says nothing.", hint=hint, clause=clause)
    if len(alt) > MOST_ALT:
        message, hint = f"{what} has {len(alt)} characters; at most {MOST_ALT} are heard out.", "Say it in a sentence."
        yield Diagnostic("brand/long-alt", message, hint=hint, clause=clause)
    for found in character_problems(what, alt):
        yield replace(found, clause=clause)


def _resolution(logo: Logo, clause: str) -> list[Diagnostic]:
    """What is to be said of its pixels, wherever the brand names it."""
    found = resolution_problems(logo.picture, logo.width_pt, Location(logo.file))
    return [replace(each, where=None, clause=clause) for each in found]


def _mm(length_pt: float) -> str:
    return f"{length_pt / MM:.0f} mm"
