"""Colour spaces of PDF (ISO 32000-1, 8.6), and their colours in sRGB."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import pikepdf

from statement_kit.pictures.colour_profile import colour_to_srgb, describes
from statement_kit.pictures.drawing import Colour
from statement_kit.pictures.pdf.streams import StreamBudget

MOST_PROFILE_BYTES = 8_000_000
"""Of all profiles together; that of a press has up to three million."""


class UnsupportedColourError(ValueError):
    """Colours that we cannot bring to sRGB; its text says which."""


@dataclass(frozen=True, slots=True)
class ColourSpace:
    """Grey, RGB or CMYK; without a profile, what a screen makes of it."""

    channels: int
    profile: bytes | None = None

    @property
    def first(self) -> tuple[float, ...]:
        """The colour that is current when the space is chosen: black."""
        return (0.0, 0.0, 0.0, 1.0) if self.channels == 4 else (0.0,) * self.channels

    def to_srgb(self, components: tuple[float, ...]) -> Colour:
        """The colour in sRGB.

        Raises:
            ValueError: It has not as many components as its space.
        """
        if len(components) != self.channels:
            raise ValueError("a colour has other components than its space")
        if self.profile is not None:
            return _converted(components, self.profile)
        red, green, blue = components * 3 if self.channels == 1 else components
        return tuple(min(1.0, max(0.0, part)) for part in (red, green, blue))  # type: ignore[return-value]


_converted = lru_cache(maxsize=256)(colour_to_srgb)

DEVICE_GREY = ColourSpace(1)
DEVICE_RGB = ColourSpace(3)


class ColourSpaces:
    """The colour spaces of one file."""

    def __init__(self, pdf: pikepdf.Pdf, path: str) -> None:
        self._budget = StreamBudget(path, MOST_PROFILE_BYTES)
        self._profiles: dict[tuple[int, int], bytes] = {}
        self._cmyk = self._output_profile(pdf)

    def find(self, wanted: Any, resources: Any) -> ColourSpace:
        """The space of this name or array; a name may stand in the resources.

        Raises:
            UnsupportedColourError: It is one whose colours we cannot bring to sRGB.
        """
        if isinstance(wanted, pikepdf.Name):
            named = resources.get("/ColorSpace", {}).get(str(wanted))
            return self._device(str(wanted), resources) if named is None else self._defined(named, resources)
        return self._defined(wanted, resources)

    def _device(self, name: str, resources: Any) -> ColourSpace:
        default = resources.get("/ColorSpace", {}).get(name.replace("Device", "Default"))
        if default is not None and name.startswith("/Device"):
            return self._defined(default, resources)
        if name in ("/DeviceGray", "/G"):
            return DEVICE_GREY
        if name in ("/DeviceRGB", "/RGB"):
            return DEVICE_RGB
        if name == "/DeviceCMYK":
            if self._cmyk is None:
                raise UnsupportedColourError("CMYK without a colour profile")
            return ColourSpace(4, self._cmyk)
        raise UnsupportedColourError(_WORDS.get(name, name.removeprefix("/")))

    def _defined(self, space: Any, resources: Any) -> ColourSpace:
        if isinstance(space, pikepdf.Name):
            return self._device(str(space), pikepdf.Dictionary())
        kind = str(space[0])
        if kind != "/ICCBased":
            raise UnsupportedColourError(_WORDS.get(kind, kind.removeprefix("/")))
        channels, profile = int(space[1].get("/N", 0)), self._profile(space[1])
        if not describes(profile, channels):
            raise UnsupportedColourError("a damaged colour profile")
        return ColourSpace(channels, profile)

    def _output_profile(self, pdf: pikepdf.Pdf) -> bytes | None:
        """The CMYK profile of the press the file is meant for, if it says (ISO 32000-1, 14.11.5)."""
        for intent in pdf.Root.get("/OutputIntents", []):
            stream = intent.get("/DestOutputProfile")
            profile = self._profile(stream) if stream is not None else b""
            if describes(profile, 4):
                return profile
        return None

    def _profile(self, stream: Any) -> bytes:
        """The stream's bytes, read once however often the file chooses them."""
        if stream.objgen not in self._profiles:
            self._profiles[stream.objgen] = self._budget.read(stream)
        return self._profiles[stream.objgen]


_WORDS = {
    "/Pattern": "a pattern or gradient",
    "/Separation": "a spot colour",
    "/DeviceN": "spot colours",
    "/Indexed": "a colour table",
    "/Lab": "Lab colours",
    "/CalRGB": "calibrated RGB without a profile",
    "/CalGray": "calibrated grey without a profile",
}
