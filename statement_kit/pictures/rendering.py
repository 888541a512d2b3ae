"""Drawings as pixels, and pictures as files, for formats that carry no drawing of PDF."""

from __future__ import annotations

from contextlib import closing
from io import BytesIO
from typing import NamedTuple

import pikepdf
import pypdfium2
from PIL import Image

from statement_kit.pdfium import LOCK
from statement_kit.pictures.jpeg_segments import with_profile
from statement_kit.pictures.picture import Picture, RasterPicture, VectorPicture
from statement_kit.pictures.png import png_file

PIXELS_PER_INCH = 600
"""Of a drawing: what office printers put on paper at their best."""

_POINTS_PER_INCH = 72
_OPAQUE = 255

_SHY = 1 - 1e-6
"""So that a size that is a whole number of pixels, but for its last bits, does not become one more."""


class PictureFile(NamedTuple):
    """A picture as a file: its bytes, and its kind as the end of its name and as a media type say it."""

    data: bytes
    extension: str
    media_type: str


def picture_file(picture: Picture, width_pt: float) -> PictureFile:
    """A picture as PNG or JPEG: pixels as they came, a drawing as fine as it can be printed at this width."""
    pixels = rendered(picture, width_pt) if isinstance(picture, VectorPicture) else picture
    if pixels.is_jpeg:
        return PictureFile(with_profile(pixels.data, pixels.profile), "jpeg", "image/jpeg")
    return PictureFile(png_file(pixels), "png", "image/png")


def rendered(picture: VectorPicture, width_pt: float) -> RasterPicture:
    """A drawing in pixels, `PIXELS_PER_INCH` of them where it is this wide, on nothing."""
    scale = width_pt / picture.width_pt * PIXELS_PER_INCH / _POINTS_PER_INCH * _SHY
    image = _image(_page(picture), scale)
    alpha = image.convert("RGBA").getchannel("A")
    return RasterPicture(
        width_px=image.width,
        height_px=image.height,
        channels=3,
        data=image.convert("RGB").tobytes(),
        alpha=alpha.tobytes() if alpha.getextrema()[0] != _OPAQUE else None,
    )


def _image(file: bytes, scale: float) -> Image.Image:
    """The page of a PDF in pixels; all that PDFium holds of it is given back before another thread may call it."""
    with LOCK, pypdfium2.PdfDocument(file) as document, closing(document[0]) as page:
        shown = page.render(scale=scale, fill_color=(255, 255, 255, 0), rev_byteorder=True)
        with closing(shown):
            pixels: Image.Image = shown.to_pil().copy()
    return pixels


def _page(picture: VectorPicture) -> bytes:
    """A PDF of one page with the drawing on it."""
    pdf, stream = pikepdf.new(), BytesIO()
    pdf.add_blank_page()
    pdf.pages[0].obj.MediaBox = [0, 0, picture.width_pt, picture.height_pt]
    states = {f"/{name}": pikepdf.Dictionary(ca=alpha, CA=alpha) for name, alpha in picture.opacities.items()}
    pdf.pages[0].obj.Contents = pdf.make_stream(picture.drawing)
    pdf.pages[0].obj.Resources = pikepdf.Dictionary(ExtGState=pikepdf.Dictionary(states))
    pdf.save(stream, static_id=True)
    return stream.getvalue()


def page_png(file: bytes, pixels_per_inch: int) -> bytes:
    """The first page of a PDF of the kit's own as PNG, on white."""
    image, out = _image(file, pixels_per_inch / _POINTS_PER_INCH), BytesIO()
    white = Image.new("RGBA", image.size, "white")
    white.alpha_composite(image.convert("RGBA"))
    white.convert("RGB").save(out, "PNG", optimize=True)
    return out.getvalue()
