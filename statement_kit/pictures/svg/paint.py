"""How a shape is painted: what its fill and stroke properties come to."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import TypeVar

from statement_kit.pictures.drawing import Colour, Fill, Stroke
from statement_kit.pictures.svg.values import UnreadableValueError, colour, diagonal, length, number, opacity

T = TypeVar("T", int, bool)

_CAPS = {"butt": 0, "round": 1, "square": 2}
_JOINS = {"miter": 0, "round": 1, "bevel": 2}
_RULES = {"nonzero": False, "evenodd": True}
MOST_DASHES = 100


class Paints:
    """The paints of one shape; a paint that we do not draw is told to `refuse`, in a sentence."""

    def __init__(self, style: Mapping[str, str], viewport: tuple[float, float], refuse: Callable[[str], None]) -> None:
        self._style = style
        self._whole = diagonal(*viewport)
        self._refuse = refuse

    def of_shape(self, name: str) -> Iterator[Fill | Stroke]:
        """Fill, then stroke, where there is any; a line has no inside.

        Raises:
            UnreadableValueError: A property's value cannot be read.
        """
        fill = self._colour("fill", "black")
        if fill is not None and name != "line":
            yield Fill(*fill, is_even_odd=_choice(_RULES, self._style.get("fill-rule", "nonzero")))
        stroke = self._colour("stroke", "none")
        width = length(self._style.get("stroke-width", "1"), self._whole)
        if stroke is not None and width > 0:
            yield self._stroke(*stroke, width)

    def _colour(self, name: str, default: str) -> tuple[Colour, float] | None:
        """The paint's colour with its opacity; None where nothing is painted."""
        text = self._style.get(name, default)
        if text == "none":
            return None
        if "(" in text and text.lower().lstrip().startswith("url("):
            self._refuse(f"“{name}” is a gradient or pattern, which we do not draw.")
            return None
        if text.lower() == "currentcolor":
            text = self._style.get("color", "black")
        rgb, alpha = colour(text)
        return rgb, alpha * opacity(self._style.get(f"{name}-opacity", "1"))

    def _stroke(self, rgb: Colour, alpha: float, width: float) -> Stroke:
        miter_limit = number(self._style.get("stroke-miterlimit", "4"))
        dashes = self._dashes()
        offset = length(self._style.get("stroke-dashoffset", "0"), self._whole)
        return Stroke(
            rgb,
            alpha,
            width,
            cap=_choice(_CAPS, self._style.get("stroke-linecap", "butt")),
            join=_choice(_JOINS, self._style.get("stroke-linejoin", "miter")),
            miter_limit=max(1.0, miter_limit),
            dashes=dashes,
            dash_phase=offset % (2 * sum(dashes)) if dashes else 0.0,
        )

    def _dashes(self) -> tuple[float, ...]:
        """Dashes and gaps by turns; none where all are nought, which SVG draws as a whole line."""
        text = self._style.get("stroke-dasharray", "none")
        dashes = () if text == "none" else tuple(length(part, self._whole) for part in text.replace(",", " ").split())
        if len(dashes) > MOST_DASHES or any(dash < 0 for dash in dashes):
            raise UnreadableValueError(text)
        return dashes if any(dashes) else ()


def _choice(choices: Mapping[str, T], text: str) -> T:
    if text not in choices:
        raise UnreadableValueError(text)
    return choices[text]
