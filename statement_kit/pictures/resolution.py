"""Whether a picture has pixels enough for the width it is printed at."""

from __future__ import annotations

from math import ceil

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.pictures.picture import Picture, RasterPicture

PRINT_PIXELS_PER_INCH = 300
"""What printers ask for; fewer show on good paper."""

LEAST_PIXELS_PER_INCH = 150
"""Below this, steps show to the naked eye at reading distance."""

_POINTS_PER_INCH = 72
_MM_PER_POINT = 25.4 / 72


def resolution(picture: Picture, width_pt: float) -> float | None:
    """Pixels per inch when the picture is `width_pt` wide on the page; None for a drawing, which has no pixels."""
    if isinstance(picture, RasterPicture):
        return picture.width_px * _POINTS_PER_INCH / width_pt
    return None


def resolution_problems(picture: Picture, width_pt: float, where: Location) -> list[Diagnostic]:
    """A warning for fewer pixels than print asks for, an error for so few that they show; nothing for a drawing."""
    if not isinstance(picture, RasterPicture) or picture.width_px >= _pixels(width_pt, PRINT_PIXELS_PER_INCH):
        return []
    least = _pixels(width_pt, LEAST_PIXELS_PER_INCH)
    message = (
        f"{where.path} is {picture.width_px} pixels wide; printed {width_pt * _MM_PER_POINT:.0f} mm wide, "
        f"it needs {_pixels(width_pt, PRINT_PIXELS_PER_INCH)}, and at the very least {least}."
    )
    hint = "Ask for the logo as SVG or PDF, export it with more pixels, or print it smaller."
    severity = Severity.ERROR if picture.width_px < least else Severity.WARNING
    return [Diagnostic("picture/coarse", message, where, hint, severity=severity)]


def _pixels(width_pt: float, pixels_per_inch: int) -> int:
    """Pixels a width needs; a millionth less is no less, since widths are sums of floats."""
    return ceil(width_pt / _POINTS_PER_INCH * pixels_per_inch - 1e-6)
