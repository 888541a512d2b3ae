"""Whether the pictures of a brand are fit to be printed: their pixels, their grounds, and that no two are alike."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from statement_kit.brand import Brand
from statement_kit.brand.contrast import contrast
from statement_kit.brand.logo import logo_clause
from statement_kit.brand.uses import TEXT_RATIO
from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.pictures import resolution_problems


def logo_findings(brand: Brand) -> Iterator[Diagnostic]:
    """What speaks against a brand's pictures that no build would refuse."""
    if brand.backdrop and brand.backdrop.emblem:
        width_pt = brand.backdrop.width * brand.paper.size_pt[0]
        for found in resolution_problems(brand.backdrop.emblem, width_pt, Location(brand.backdrop.file)):
            yield replace(found, where=None, clause="brand.watermark")
    yield from _alike(brand)
    yield from _on_dark(brand)


def _alike(brand: Brand) -> Iterator[Diagnostic]:
    """Logos of others that are the same picture as one before them."""
    row = list(brand.logos.values())
    for number, logo in enumerate(row):
        twin = next((other for other in row[:number] if other.picture == logo.picture), None)
        if twin:
            message = f"{logo.file} is the same picture as {twin.file}, and both stand in one row."
            hint = "Is the right file named? If so, name it once."
            yield Diagnostic(
                "brand/same-logo", message, hint=hint, clause=logo_clause(logo, brand), severity=Severity.WARNING
            )


def _on_dark(brand: Brand) -> Iterator[Diagnostic]:
    """Logos for light paper on a dark band."""
    ground = brand.masthead.ground
    if not ground or contrast(brand.colours[ground]) < TEXT_RATIO:
        return
    for logo in brand.logos.values():
        if logo.dark is None:
            message = f"{logo.file} stands on the dark ground “{ground}”, and has no version for dark grounds."
            hint = 'Add one: dark = "logo-on-dark.svg"; or look whether it is seen well as it is.'
            clause = logo_clause(logo, brand)
            yield Diagnostic("brand/no-dark-logo", message, hint=hint, clause=clause, severity=Severity.WARNING)
