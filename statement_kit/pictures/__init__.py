"""A picture's file, as bytes, becomes a `Picture`: a drawing from SVG or PDF, pixels from PNG or JPEG.

The stage knows no document, no page and no writer. It carries the picture whole or refuses it: whatever it cannot
draw exactly is a finding that names it and says how to export the picture instead. A file from anywhere costs
bounded time and memory.
"""

from __future__ import annotations

from statement_kit.pictures.picture import Picture, RasterPicture, VectorPicture
from statement_kit.pictures.refusal import refusal
from statement_kit.pictures.resolution import resolution, resolution_problems

__all__ = ["Picture", "RasterPicture", "VectorPicture", "parse_picture", "resolution", "resolution_problems"]

MOST_BYTES = 16_000_000
"""A larger file is a poster's master, not a letterhead's picture."""

_PDF_HEADER_WITHIN = 1024
"""Readers find `%PDF-` behind this much of anything else, and so do we."""


def parse_picture(data: bytes, path: str) -> Picture:
    """Read a picture; its kind is told by its first bytes, never by its name.

    The libraries that read a kind are imported when a file of that kind comes.

    Args:
        data: The whole file.
        path: Its name, for findings.

    Raises:
        SourceError: The file is of no kind we read, damaged, too large, or draws what we cannot draw exactly.
    """
    if len(data) > MOST_BYTES:
        message = f"{path} has more than {MOST_BYTES // 1_000_000} MB."
        raise refusal("too-large", message, "Export the picture smaller, at the size it is printed.", path)
    if data.startswith((b"\x89PNG\r\n\x1a\n", b"\xff\xd8\xff")):
        from statement_kit.pictures.raster import parse_raster

        return parse_raster(data, path)
    if b"%PDF-" in data[:_PDF_HEADER_WITHIN]:
        from statement_kit.pictures.pdf import parse_pdf

        return parse_pdf(data, path)
    if data.removeprefix(b"\xef\xbb\xbf").lstrip().startswith(b"<"):
        from statement_kit.pictures.svg import parse_svg

        return parse_svg(data, path)
    message = f"{path} is not a picture we can read."
    raise refusal("unknown-kind", message, "Save it as SVG (uncompressed), PDF, PNG or JPEG.", path)
