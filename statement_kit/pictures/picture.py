"""What a picture is once its file is read: a drawing in the plane, or a grid of pixels.

Neither knows the library that writes a document, so a writer of any format can carry them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True)
class VectorPicture:
    """A drawing that is sharp at every size.

    Attributes:
        width_pt: Natural width.
        height_pt: Natural height.
        drawing: Content operators of PDF, in ASCII, for the box 0 0 `width_pt` `height_pt` with its origin at the
            bottom left. Colours are sRGB, as operands of `rg` and `RG`. `q` nests two deep (ISO 19005-2, 6.1.13).
        opacities: The graphics states that `gs` names in the drawing: each sets this opacity, from 0 to 1, for
            filling (`ca`) and stroking (`CA`) alike.
    """

    width_pt: float
    height_pt: float
    drawing: bytes
    opacities: Mapping[str, float] = field(default_factory=dict)

    @property
    def aspect(self) -> float:
        """How many times as wide as high it is."""
        return self.width_pt / self.height_pt


@dataclass(frozen=True, slots=True)
class RasterPicture:
    """A grid of pixels, 8 bits a channel, first row on top.

    Attributes:
        width_px: Pixels in a row.
        height_px: Rows.
        channels: 1 for grey, 3 for red, green and blue.
        data: The samples, row by row without padding; or a whole JPEG file, freed of everything but the picture.
        is_jpeg: Whether `data` is a JPEG file.
        profile: The ICC profile its colours are meant in; None means sRGB, or grey of the same tone curve.
        alpha: An opacity for each pixel, 255 for opaque; None where all are opaque.
    """

    width_px: int
    height_px: int
    channels: int
    data: bytes
    is_jpeg: bool = False
    profile: bytes | None = None
    alpha: bytes | None = None

    @property
    def aspect(self) -> float:
        """How many times as wide as high it is."""
        return self.width_px / self.height_px


Picture = VectorPicture | RasterPicture
