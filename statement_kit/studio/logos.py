"""Whether the pictures of a brand are fit to be printed: their pixels, their grounds, and that no two are alike."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

from statement_kit.brand import Brand, Logo, letterhead_problems
from statement_kit.brand.contrast import TEXT_RATIO, contrast
from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.pictures import Picture, resolution_problems

_NO_ALT = "brand/no-alt"
_PARTNER, _WATERMARK, _LOGO = "brand.partner", "brand.watermark", "brand.logo"


def logo_findings(brand: Brand, languages: Iterable[str]) -> Iterator[Diagnostic]:
    """What speaks against a brand's logo, those of its partners and its watermark."""
    # What no file can be made without is told by the letterhead's own check.
    alone = replace(brand, logo=None)
    tags = [tag for tag in languages if not any(one.rule == _NO_ALT for one in letterhead_problems(alone, [tag]))]
    for partner in brand.partners:
        yield from _coarse(partner.picture, partner.width_pt, partner.file, _PARTNER)
        for tag in tags:
            if tag not in partner.alt:
                message = f"{partner.file}, the logo of a partner, has no alternative text in “{tag}”."
                hint = f"Add {tag} = “Logo of …” under its [partner.alt]."
                yield Diagnostic(_NO_ALT, message, hint=hint, clause=_PARTNER)
    if brand.backdrop and brand.backdrop.emblem:
        width_pt = brand.backdrop.width * brand.paper.size_pt[0]
        yield from _coarse(brand.backdrop.emblem, width_pt, brand.backdrop.file, _WATERMARK)
    yield from _alike(brand)
    yield from _on_dark(brand)


def _coarse(picture: Picture, width_pt: float, file: str, clause: str) -> Iterator[Diagnostic]:
    for found in resolution_problems(picture, width_pt, Location(file)):
        yield replace(found, where=None, clause=clause)


def _alike(brand: Brand) -> Iterator[Diagnostic]:
    """Logos of others that are the same picture as one before them."""
    row = [logo for logo in (brand.logo, *brand.partners) if logo]
    for number, logo in enumerate(row):
        twin = next((other for other in row[:number] if other.picture == logo.picture), None)
        if twin:
            message = f"{logo.file} is the same picture as {twin.file}, and both stand in one row."
            hint = "Is the right file named? If so, name it once."
            yield Diagnostic("brand/same-logo", message, hint=hint, clause=_PARTNER, severity=Severity.WARNING)


def _on_dark(brand: Brand) -> Iterator[Diagnostic]:
    """Logos for light paper on a dark band."""
    ground = brand.masthead.ground
    if not ground or contrast(brand.colours[ground]) < TEXT_RATIO:
        return
    for logo, clause in ((brand.logo, _LOGO), *((partner, _PARTNER) for partner in brand.partners)):
        if isinstance(logo, Logo) and logo.dark is None:
            message = f"{logo.file} stands on the dark ground “{ground}”, and has no version for dark grounds."
            hint = "Add one: dark = “logo-on-dark.svg”; or look whether it is seen well as it is."
            yield Diagnostic("brand/no-dark-logo", message, hint=hint, clause=clause, severity=Severity.WARNING)
