"""The graphics state of PDF (ISO 32000-1, 8.4), as far as paths depend on it."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from statement_kit.pictures.drawing import Clip, Colour, Fill, Matrix, Stroke
from statement_kit.pictures.pdf.colours import DEVICE_GREY, ColourSpace

BLACK: Colour = (0.0, 0.0, 0.0)


@dataclass(frozen=True, slots=True)
class Ink:
    """A colour space, the colour chosen in it, and its opacity; no colour where it is one we do not draw."""

    space: ColourSpace | None = DEVICE_GREY
    colour: Colour = BLACK
    alpha: float = 1.0


@dataclass(frozen=True, slots=True)
class GraphicsState:
    """What `q` saves and `Q` brings back; `matrix` leads to the picture's space."""

    matrix: Matrix
    clips: tuple[Clip, ...] = ()
    filling: Ink = field(default_factory=Ink)
    stroking: Ink = field(default_factory=Ink)
    width: float = 1.0
    cap: int = 0
    join: int = 0
    miter_limit: float = 10.0
    dashes: tuple[float, ...] = ()
    dash_phase: float = 0.0

    def with_ink(self, which: str, ink: Ink) -> GraphicsState:
        """The state with another ink for `filling` or `stroking`."""
        return replace(self, filling=ink) if which == "filling" else replace(self, stroking=ink)

    def fill(self, is_even_odd: bool) -> Fill:
        """What filling paints now."""
        return Fill(self.filling.colour, self.filling.alpha, is_even_odd)

    def stroke(self) -> Stroke:
        """What stroking paints now."""
        return Stroke(
            self.stroking.colour,
            self.stroking.alpha,
            self.width,
            self.cap,
            self.join,
            self.miter_limit,
            self.dashes,
            self.dash_phase,
        )
