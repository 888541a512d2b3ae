"""A picture thinned, as pixels, for formats that know no opacity of pictures that all their readers know."""

from __future__ import annotations

from dataclasses import replace
from io import BytesIO

from PIL import Image

from statement_kit.pictures.picture import Picture, RasterPicture, VectorPicture
from statement_kit.pictures.png import png_file
from statement_kit.pictures.rendering import PictureFile, rendered

_OPAQUE = 255

_FINE = 0.5
"""How fine a thinned drawing is, as a part of others: no edge of something so faint is seen."""


def thinned_file(picture: Picture, width_pt: float, part: float) -> PictureFile:
    """A picture as PNG through which all but this part of what is behind it is seen.

    Args:
        picture: The picture.
        width_pt: How wide it is printed.
        part: How much is left of its colours.
    """
    pixels = rendered(picture, width_pt * _FINE) if isinstance(picture, VectorPicture) else _decoded(picture)
    alpha = pixels.alpha or bytes([_OPAQUE]) * (pixels.width_px * pixels.height_px)
    thinner = bytes(round(part * opacity) for opacity in range(_OPAQUE + 1))
    return PictureFile(png_file(replace(pixels, alpha=alpha.translate(thinner))), "png", "image/png")


def _decoded(picture: RasterPicture) -> RasterPicture:
    """The pixels of a picture, also of one that is a JPEG file."""
    if not picture.is_jpeg:
        return picture
    with Image.open(BytesIO(picture.data)) as image:
        image.load()
        return replace(picture, data=image.tobytes(), is_jpeg=False)
