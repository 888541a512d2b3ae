"""How high a logo is best printed: as the kit's own custom is, or lower where its shape or its pixels ask for that."""

from __future__ import annotations

from statement_kit.brand import Logo
from statement_kit.brand.kinds import LOGO_HEIGHT_MM
from statement_kit.brand.page import MM
from statement_kit.diagnostics import Diagnostic, Location, Severity, SourceError
from statement_kit.pictures import parse_picture, resolution_problems

USUAL_MM = 14
"""How high a logo is printed where nothing stands against it."""


def logo_height_mm(data: bytes, path: str, measure_pt: float) -> float:
    """The height to print a picture at, in mm.

    Args:
        data: The picture's file.
        path: Its name, for findings.
        measure_pt: How wide the text is.

    Raises:
        SourceError: It cannot be drawn, is too wide for the text at every height, or has too few pixels for any.
    """
    picture = parse_picture(data, path)
    heights = range(USUAL_MM, int(LOGO_HEIGHT_MM.least) - 1, -1)
    fitting = [height for height in heights if height * MM * picture.aspect <= measure_pt]
    if not fitting:
        message = f"{path} is so wide that it does not fit the text at any height."
        hint = "Choose a form of the logo that is higher, or cut off what is empty at its sides."
        raise SourceError([Diagnostic("brand/logo-width", message, Location(path), hint)])
    found = {height: _findings(Logo(picture, {}, height * MM, path)) for height in fitting}
    best = next((height for height in fitting if not found[height]), None)
    good = (height for height in fitting if not any(one.severity is Severity.ERROR for one in found[height]))
    height = best or next(good, None)
    if height is None:
        raise SourceError(found[fitting[-1]])
    return height


def _findings(logo: Logo) -> list[Diagnostic]:
    return resolution_problems(logo.picture, logo.width_pt, Location(logo.file))
