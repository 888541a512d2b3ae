"""ICC profiles: which may travel with a picture, and colours brought from one to sRGB."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO

from PIL import Image, ImageCms

_SPACES = {1: b"GRAY", 3: b"RGB ", 4: b"CMYK"}
"""Name of a colour space in a profile's header, by its channels."""

_MODES = {1: "L", 3: "RGB", 4: "CMYK"}
_HEADER_BYTES = 128


def can_travel(profile: bytes, channels: int) -> bool:
    """Whether a PDF/A-2 may carry the profile for pixels with these channels.

    That is: ICC version 2, or 4 up to 4.2, of an input or display device (ISO 19005-2, 6.2.4.2; ISO 15076-1, 7.2),
    in the pixels' own colour space, and sound.
    """
    version = profile[8:10]
    return (
        describes(profile, channels)
        and (version[:1] == b"\x02" or b"\x04\x00" <= version <= b"\x04\x20")
        and profile[12:16] in (b"scnr", b"mntr")
    )


def describes(profile: bytes, channels: int) -> bool:
    """Whether the bytes are a sound profile for colours with this many channels."""
    well_formed = (
        len(profile) > _HEADER_BYTES
        and int.from_bytes(profile[:4]) == len(profile)
        and profile[16:20] == _SPACES.get(channels)
        and profile[20:24] in (b"XYZ ", b"Lab ")
        and profile[36:40] == b"acsp"
    )
    return well_formed and _transform(profile, channels) is not None


def to_srgb(image: Image.Image, profile: bytes) -> Image.Image:
    """The picture in sRGB; its mode is L, RGB or CMYK, and the profile must describe it.

    Raises:
        ValueError: The profile does not describe it.
    """
    channels = len(image.getbands())
    transform = _transform(profile, channels) if describes(profile, channels) else None
    converted = ImageCms.applyTransform(image, transform) if transform else None
    if converted is None:
        raise ValueError("the profile does not describe the picture")
    return converted


def colour_to_srgb(components: tuple[float, ...], profile: bytes) -> tuple[float, float, float]:
    """One colour, components from 0 to 1, in sRGB, to the precision of 8 bits.

    Raises:
        ValueError: The profile does not describe it.
    """
    bytes_ = bytes(round(255 * min(1.0, max(0.0, component))) for component in components)
    pixel = Image.frombytes(_MODES[len(components)], (1, 1), bytes_)
    red, green, blue = to_srgb(pixel, profile).tobytes()
    return red / 255, green / 255, blue / 255


@lru_cache(maxsize=8)
def _transform(profile: bytes, channels: int) -> ImageCms.ImageCmsTransform | None:
    try:
        return ImageCms.buildTransform(
            ImageCms.ImageCmsProfile(BytesIO(profile)),
            ImageCms.createProfile("sRGB"),
            _MODES[channels],
            "RGB",
            ImageCms.Intent.RELATIVE_COLORIMETRIC,
            ImageCms.Flags.BLACKPOINTCOMPENSATION,
        )
    except (ImageCms.PyCMSError, OSError, ValueError, TypeError):
        return None
