"""A brand's logo: its picture, its words for those who cannot see it, its size, and what stands against them."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass, replace
from math import floor
from typing import TYPE_CHECKING

from statement_kit.brand.page import LOGO_BESIDE, MM
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


@dataclass(frozen=True, slots=True)
class Logo:
    """The picture at the head of the first page.

    Attributes:
        picture: As `parse_picture` reads it.
        alt: Per language, what is said to those who cannot see it (ISO 14289-1, 7.3).
        height_pt: How high it is printed, in pt; the picture's own shape says how wide.
        file: What findings call it.
        dark: The same logo for dark grounds, as high; None where the one does for both.
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

    def has_room_beside(self, measure_pt: float) -> bool:
        """Whether the letterhead stands beside it; below a wordmark, which leaves it too little of the measure."""
        return self.width_pt <= LOGO_BESIDE * measure_pt


def logo_problems(brand: Brand) -> Iterator[Diagnostic]:
    """What stands against a brand's logo, whatever language it is printed in: its words, its width, its pixels."""
    if brand.logo is None:
        return
    for tag, alt in brand.logo.alt.items():
        if tag not in LANGUAGES:
            message = f"The logo has alternative text for “{tag}”, a language the kit does not know."
            hint = f"Known: {', '.join(sorted(LANGUAGES))}."
            yield Diagnostic("brand/unknown-language", message, hint=hint, clause=_CLAUSE)
        yield from _alt_problems(tag, alt)
    if brand.logo.width_pt > brand.measure_pt + _SLACK_PT:
        message = f"{brand.logo.file} is {_mm(brand.logo.width_pt)} wide, the text only {_mm(brand.measure_pt)}."
        hint = f"Print it at most {floor(brand.measure_pt / brand.logo.picture.aspect / MM)} mm high."
        yield Diagnostic("brand/logo-width", message, hint=hint, clause=_CLAUSE)
    yield from (found for found in _resolution(brand.logo) if found.severity is Severity.ERROR)


def logo_warnings(brand: Brand) -> list[Diagnostic]:
    """What those who print a brand's logo should know."""
    return [found for found in _resolution(brand.logo) if found.severity is Severity.WARNING] if brand.logo else []


def missing_alt_problems(brand: Brand, tags: Collection[str]) -> Iterator[Diagnostic]:
    """Each language of the documents in which nothing is said for the logo.

    Args:
        brand: Whose logo.
        tags: The languages of the documents.
    """
    for tag in tags:
        if brand.logo and tag not in brand.logo.alt:
            message = (
                f"The logo has no alternative text in “{tag}”: those who cannot see it would not know it is there."
            )
            hint = f"Add {tag} = “Logo of …” under [logo.alt]."
            yield Diagnostic("brand/no-alt", message, hint=hint, clause=_CLAUSE)


def _alt_problems(tag: str, alt: str) -> Iterator[Diagnostic]:
    what = f"The logo's alternative text in “{tag}”"
    if is_blank(alt):
        hint = "Say what it shows: “Logo of …”."
        yield Diagnostic("brand/empty-text", f"{what} says nothing.", hint=hint, clause=_CLAUSE)
    if len(alt) > MOST_ALT:
        message, hint = f"{what} has {len(alt)} characters; at most {MOST_ALT} are heard out.", "Say it in a sentence."
        yield Diagnostic("brand/long-alt", message, hint=hint, clause=_CLAUSE)
    for found in character_problems(what, alt):
        yield replace(found, clause=_CLAUSE)


def _resolution(logo: Logo) -> list[Diagnostic]:
    """What is to be said of its pixels, wherever the brand names it."""
    found = resolution_problems(logo.picture, logo.width_pt, Location(logo.file))
    return [replace(each, where=None, clause=_CLAUSE) for each in found]


def _mm(length_pt: float) -> str:
    return f"{length_pt / MM:.0f} mm"
