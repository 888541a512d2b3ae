"""How a drawing's own coordinates are fitted into the room it has: sizes, `viewBox`, `preserveAspectRatio`."""

from __future__ import annotations

import re
from dataclasses import dataclass

from lxml import etree

from statement_kit.pictures.drawing import Box, Matrix
from statement_kit.pictures.refusal import Findings
from statement_kit.pictures.svg.elements import attribute, line_of
from statement_kit.pictures.svg.values import UnreadableValueError, length, numbers

_POINTS_PER_UNIT = 0.75
_ASPECT = re.compile(r"(?:defer\s+)?(?:none|x(Min|Mid|Max)Y(Min|Mid|Max))(?:\s+(meet|slice))?")
_SHARES = {"Min": 0.0, "Mid": 0.5, "Max": 1.0}


@dataclass(frozen=True, slots=True)
class PictureSize:
    """The whole picture's size, in user units (CSS pixels) and in points."""

    width: float
    height: float

    @property
    def width_pt(self) -> float:
        """Width in points."""
        return self.width * _POINTS_PER_UNIT

    @property
    def height_pt(self) -> float:
        """Height in points."""
        return self.height * _POINTS_PER_UNIT

    @property
    def to_pdf(self) -> Matrix:
        """From user units, y downwards, to points, y upwards."""
        return (_POINTS_PER_UNIT, 0, 0, -_POINTS_PER_UNIT, 0, self.height_pt)


def picture_size(root: etree._Element, findings: Findings) -> PictureSize:
    """The size the outermost `svg` says, or else that of its `viewBox`; noted if it says neither."""
    try:
        box = view_box(root)
        width, height = (_absolute(attribute(root, side, "auto")) for side in ("width", "height"))
    except UnreadableValueError as error:
        findings.add("svg-value", f"“{error}” is no size for a picture.", _SET_SIZE, line_of(root))
        return PictureSize(1, 1)
    if box is not None:
        _, _, box_width, box_height = box
        if width is None:
            width = height * box_width / box_height if height is not None else box_width
        height = width * box_height / box_width if height is None else height
    if not width or not height or width < 0 or height < 0:
        findings.add("svg-size", "The picture has no size.", _SET_SIZE, line_of(root))
    return PictureSize(width or 1, height or 1)


_SET_SIZE = "Give <svg> a width and a height, or a viewBox, larger than 0."


def _absolute(text: str) -> float | None:
    """A length that needs nothing around the picture; None where it is left to the surroundings."""
    return None if text == "auto" or text.endswith("%") else length(text)


def view_box(element: etree._Element) -> Box | None:
    """The element's `viewBox` as x, y, width and height.

    Raises:
        UnreadableValueError: It is not four numbers, or has no extent.
    """
    text = attribute(element, "viewBox")
    if not text:
        return None
    match numbers(text):
        case (x, y, width, height) if width > 0 and height > 0:
            return x, y, width, height
    raise UnreadableValueError(text)


def fitting(element: etree._Element, x: float, y: float, width: float, height: float) -> Matrix:
    """The matrix that fits the element's `viewBox` into this rectangle.

    Raises:
        UnreadableValueError: `viewBox` or `preserveAspectRatio` cannot be read.
    """
    box = view_box(element)
    if box is None:
        return (1, 0, 0, 1, x, y)
    left, top, box_width, box_height = box
    across, down = width / box_width, height / box_height
    text = attribute(element, "preserveAspectRatio", "xMidYMid")
    match = _ASPECT.fullmatch(text)
    if match is None:
        raise UnreadableValueError(text)
    if match[1]:
        across = down = max(across, down) if match[3] == "slice" else min(across, down)
        x += (width - box_width * across) * _SHARES[match[1]]
        y += (height - box_height * down) * _SHARES[match[2]]
    return (across, 0, 0, down, x - left * across, y - top * down)
