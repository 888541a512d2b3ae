"""PNG, as far as its writers need it (ISO/IEC 15948): rows filtered and compressed, and whole files around them."""

from __future__ import annotations

import struct
import zlib

from PIL import Image, ImageChops

from statement_kit.pictures.picture import RasterPicture

_MODES = {1: "L", 2: "LA", 3: "RGB", 4: "RGBA"}
_COLOUR_TYPES = {1: 0, 2: 4, 3: 2, 4: 6}
"""What a header calls pixels with this many channels (11.2.2)."""

_NONE, _SUB, _UP = 0, 1, 2
"""Filters: a sample itself, less the one at its left, less the one above it (9.2)."""


def compressed_rows(samples: bytes, width_px: int, channels: int) -> bytes:
    """Rows of 8-bit samples as PNG holds them in its `IDAT`, and PDF behind a predictor (ISO 32000-1, 7.4.4.4).

    One filter serves the whole picture, that which makes it smallest; Pillow is used for its speed alone, so that
    the bytes hang on nothing but Python's own compressor.
    """
    size = width_px, len(samples) // (width_px * channels)
    image = Image.frombytes(_MODES[channels], size, samples)
    filtered = ((_NONE, image), (_SUB, _less(image, 1, 0)), (_UP, _less(image, 0, 1)))
    return min((zlib.compress(_rows(kind, each), 9) for kind, each in filtered), key=len)


def png_file(picture: RasterPicture) -> bytes:
    """A picture that is no JPEG as a PNG file, its profile and its opacity with it."""
    samples, channels = picture.data, picture.channels
    if picture.alpha is not None:
        size = picture.width_px, picture.height_px
        bands = Image.frombytes(_MODES[channels], size, samples).split()
        image = Image.merge(_MODES[channels + 1], (*bands, Image.frombytes("L", size, picture.alpha)))
        samples, channels = image.tobytes(), channels + 1
    header = struct.pack(">IIBBBBB", picture.width_px, picture.height_px, 8, _COLOUR_TYPES[channels], 0, 0, 0)
    profile = [_chunk(b"iCCP", b"ICC\0\0" + zlib.compress(picture.profile, 9))] if picture.profile else []
    rows = _chunk(b"IDAT", compressed_rows(samples, picture.width_px, channels))
    return b"".join([b"\x89PNG\r\n\x1a\n", _chunk(b"IHDR", header), *profile, rows, _chunk(b"IEND", b"")])


def _less(image: Image.Image, x: int, y: int) -> Image.Image:
    """Each sample less the one so far to its left and above, modulo 256; outside the picture all are 0."""
    moved = Image.new(image.mode, image.size)
    moved.paste(image, (x, y))
    if image.mode in ("L", "RGB"):
        return ImageChops.subtract_modulo(image, moved)
    bands = zip(image.split(), moved.split(), strict=True)
    return Image.merge(image.mode, [ImageChops.subtract_modulo(*pair) for pair in bands])


def _rows(kind: int, image: Image.Image) -> bytes:
    samples, step = image.tobytes(), image.width * len(image.getbands())
    return b"".join(bytes([kind]) + samples[at : at + step] for at in range(0, len(samples), step))


def _chunk(kind: bytes, data: bytes) -> bytes:
    return struct.pack(">I", len(data)) + kind + data + struct.pack(">I", zlib.crc32(kind + data))
