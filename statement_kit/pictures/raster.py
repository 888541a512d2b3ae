"""PNG and JPEG: pixels as the file has them, its colour profile, and nothing about who made it."""

from __future__ import annotations

import struct
from io import BytesIO

from PIL import Image, ImageOps
from PIL.JpegImagePlugin import JpegImageFile
from PIL.PngImagePlugin import PngImageFile

from statement_kit.pictures.colour_profile import can_travel, describes, to_srgb
from statement_kit.pictures.jpeg_segments import bare_jpeg
from statement_kit.pictures.picture import RasterPicture
from statement_kit.pictures.refusal import refusal

MOST_PIXELS = 40_000_000
"""About A3 at 400 pixels per inch; decoded, some 160 MB."""

_ORIENTATION = 0x0112
_PNG_BIT_DEPTH = 24
"""Where a PNG's header says how many bits a channel has."""

_CICP, _CICP_SRGB = b"\x00\x00\x00\x04cICP", bytes((1, 13))
"""The chunk that says by number which colours are meant, and the numbers of sRGB (ITU-T H.273)."""

_GAMMA, _NEARLY = 1 / 2.2, 0.005
_CORNERS = (0.3127, 0.329, 0.64, 0.33, 0.3, 0.6, 0.15, 0.06)
"""Gamma, white and primaries of sRGB as a PNG says them."""

_DAMAGE = (OSError, SyntaxError, ValueError, EOFError, IndexError, KeyError, struct.error, Image.DecompressionBombError)
"""What Pillow's readers raise for a file that breaks its format."""


def parse_raster(data: bytes, path: str) -> RasterPicture:
    """Read a PNG or JPEG file.

    Its orientation is applied. An ICC profile travels if a PDF/A-2 may carry it; by any other, and from CMYK, colours
    are brought to sRGB. Of a JPEG whose pixels need no change, the compressed picture is taken over as it is.

    Raises:
        SourceError: It is animated, damaged, too large, or in colours nobody can tell.
    """
    image = _open(data, path)
    if not _is_srgb(image, data):
        message = f"{path} says by gamma or by number which colours it means, without a profile."
        raise refusal("profile", message, "Convert it to sRGB, or save it with its colour profile.", path)
    try:
        image.load()
        profile = image.info.get("icc_profile") or None
        compressed = _compressed(data, image, profile)
        pixels = None if compressed else ImageOps.exif_transpose(_eight_bit(image))
    except _DAMAGE as error:
        raise _damaged(path) from error
    return compressed or _picture(pixels or image, profile, path)


def _is_srgb(image: Image.Image, data: bytes) -> bool:
    """Whether a PNG without a profile means sRGB, or does not say (PNG 3rd edition, 11.3.2)."""
    told = image.info
    at = data.find(_CICP) if image.format == "PNG" else -1
    if at >= 0 and data[at + len(_CICP) :][:2] != _CICP_SRGB:
        return False
    if image.format != "PNG" or "icc_profile" in told or "srgb" in told or at >= 0:
        return True
    gamma, corners = told.get("gamma", _GAMMA), told.get("chromaticity", _CORNERS)
    pairs = zip((gamma, *corners), (_GAMMA, *_CORNERS), strict=True)
    return all(abs(found - wanted) < _NEARLY for found, wanted in pairs)


def _compressed(data: bytes, image: Image.Image, profile: bytes | None) -> RasterPicture | None:
    """The JPEG as it is, without what is not the picture; None where pixels or colours have to change."""
    channels = len(image.getbands())
    is_upright = image.getexif().get(_ORIENTATION, 1) == 1
    if not isinstance(image, JpegImageFile) or image.mode not in ("L", "RGB") or not is_upright:
        return None
    bare = bare_jpeg(data)
    if bare is None or (profile is not None and not can_travel(profile, channels)):
        return None
    return RasterPicture(*image.size, channels, bare, is_jpeg=True, profile=profile)


def _open(data: bytes, path: str) -> Image.Image:
    """The file's header, read; Pillow's classes are asked by name, so that no other of its readers can be reached."""
    reader = PngImageFile if data.startswith(b"\x89PNG") else JpegImageFile
    try:
        image = reader(BytesIO(data))
    except _DAMAGE as error:
        raise _damaged(path) from error
    width, height = image.size
    if width * height > MOST_PIXELS:
        message = f"{path} has {width} × {height} pixels; at most {MOST_PIXELS // 1_000_000} million are read."
        raise refusal("too-large", message, "Export it at 300 pixels per inch of the size it is printed.", path)
    if isinstance(image, PngImageFile) and data[_PNG_BIT_DEPTH] == 16 and "transparency" in image.info:
        # Pillow reduces the pixels to 8 bits, but not the one colour that is to be transparent.
        message = f"{path} makes one colour of 16 bits transparent."
        raise refusal("transparency", message, "Export it with 8 bits per channel, or with an alpha channel.", path)
    if getattr(image, "n_frames", 1) > 1:
        raise refusal("animated", f"{path} is animated.", "Export one of its frames as a picture.", path)
    return image


def _damaged(path: str) -> Exception:
    return refusal("damaged", f"{path} is damaged or cut short.", "Export it again, or ask for the file again.", path)


def _eight_bit(image: Image.Image) -> Image.Image:
    """Grey, RGB or CMYK, with alpha where a pixel may be less than opaque; Pillow has reduced 16-bit colour already."""
    if image.mode.startswith("I"):  # grey in 16 bits
        return image.convert("I").point(lambda sample: sample * (1 / 257) + 0.5).convert("L")
    if image.mode in ("L", "LA", "RGB", "RGBA", "CMYK") and "transparency" not in image.info:
        return image
    if image.mode in ("1", "L"):
        return image.convert("LA" if "transparency" in image.info else "L")
    return image.convert("RGBA" if "transparency" in image.info else "RGB")


def _picture(image: Image.Image, profile: bytes | None, path: str) -> RasterPicture:
    """The pixels, in colours that can travel; opacity apart."""
    alpha = image.getchannel("A") if "A" in image.getbands() else None
    if alpha is not None and alpha.getextrema()[0] == 255:
        alpha = None
    colour = image if image.mode == "CMYK" else image.convert("L" if image.mode in ("L", "LA") else "RGB")
    if image.mode == "CMYK" or (profile is not None and not can_travel(profile, len(colour.getbands()))):
        colour, profile = _in_srgb(colour, profile, path), None
    return RasterPicture(
        *image.size,
        channels=len(colour.getbands()),
        data=colour.tobytes(),
        profile=profile,
        alpha=alpha.tobytes() if alpha else None,
    )


def _in_srgb(image: Image.Image, profile: bytes | None, path: str) -> Image.Image:
    hint = "Convert the picture to RGB with the profile “sRGB”, and export it again."
    if profile is None:
        message = f"{path} is in CMYK, and no colour profile says what its colours look like."
        raise refusal("cmyk", message, hint, path)
    if not describes(profile, len(image.getbands())):
        raise refusal("profile", f"{path} has a colour profile that is damaged or not for its colours.", hint, path)
    return to_srgb(image, profile)
