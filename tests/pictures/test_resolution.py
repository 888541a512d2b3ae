"""Whether pixels suffice for print."""

from __future__ import annotations

import pytest

from statement_kit.diagnostics import Location, Severity
from statement_kit.pictures import RasterPicture, VectorPicture, resolution, resolution_problems

LOGO = Location("logo.png")


def raster(width_px: int) -> RasterPicture:
    return RasterPicture(width_px, 1, 1, bytes(width_px))


def test_resolution_is_pixels_per_inch_of_the_printed_width() -> None:
    assert resolution(raster(300), 72) == 300
    assert resolution(raster(300), 144) == 150


def test_a_drawing_has_no_resolution_and_is_never_coarse() -> None:
    drawing = VectorPicture(10, 10, b"")
    assert resolution(drawing, 1000) is None
    assert resolution_problems(drawing, 1000, LOGO) == []


@pytest.mark.parametrize(
    ("width_px", "severities"),
    [
        (301, []),
        (300, []),
        (299, [Severity.WARNING]),
        (150, [Severity.WARNING]),
        (149, [Severity.ERROR]),
        (1, [Severity.ERROR]),
    ],
)
def test_below_300_is_a_warning_and_below_150_an_error(width_px: int, severities: list[Severity]) -> None:
    assert [found.severity for found in resolution_problems(raster(width_px), 72, LOGO)] == severities


def test_a_width_summed_from_floats_needs_no_pixel_more() -> None:
    assert resolution_problems(raster(300), 72 + 1e-9, LOGO) == []


def test_the_finding_says_how_many_pixels_there_are_and_are_needed() -> None:
    (found,) = resolution_problems(raster(200), 40 / 25.4 * 72, LOGO)
    assert str(found) == (
        "logo.png: error: logo.png is 200 pixels wide; printed 40 mm wide, it needs 473, and at the very least 237. "
        "[picture/coarse]\n    Ask for the logo as SVG or PDF, export it with more pixels, or print it smaller."
    )
