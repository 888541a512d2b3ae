"""The elements of an SVG, in the order they are drawn, as paintings; what we cannot draw exactly is noted.

Two budgets bound the work whatever the file holds: so many elements drawn, with what their instances draw again, and
so many characters of their paths and styles read.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace

from lxml import etree

from statement_kit.pictures.drawing import (
    MOST_COMPARED,
    Clip,
    Matrix,
    Painting,
    are_apart,
    concatenate,
    faded,
    outline_box,
    rectangle,
    transformed,
)
from statement_kit.pictures.refusal import Findings, refusal
from statement_kit.pictures.svg.document import HREFS, SvgDocument
from statement_kit.pictures.svg.elements import attribute, line_of, svg_name
from statement_kit.pictures.svg.paint import Paints
from statement_kit.pictures.svg.shapes import SHAPES, shape_outline
from statement_kit.pictures.svg.stylesheet import HARMLESS, INHERITED
from statement_kit.pictures.svg.values import UnreadableValueError, length, local_id, opacity, transform
from statement_kit.pictures.svg.viewport import PictureSize, fitting, view_box

MOST_ELEMENTS = 20_000
MOST_CHARACTERS = 1_500_000
MOST_LEVELS = 80
_STYLE_WEIGHT = 3
"""So many times longer than of a path, reading a character of a style takes."""

_GROUPS = {"g", "a"}
_NEVER_DRAWN = frozenset(
    [
        "title",
        "desc",
        "metadata",
        "style",
        "script",
        "defs",
        "symbol",
        "clipPath",
        "linearGradient",
        "radialGradient",
        "meshgradient",
        "pattern",
        "mask",
        "filter",
        "marker",
        "solidcolor",
        "hatch",
        "view",
        "cursor",
        "font",
        "font-face",
        "color-profile",
        "animate",
        "animateColor",
        "animateMotion",
        "animateTransform",
        "set",
        "mpath",
        "discard",
    ]
)
"""Drawn by reference or not at all; what moves or runs was noted when the file was read."""

_CONDITIONS = ("requiredExtensions", "requiredFeatures", "systemLanguage")
_AS_PNG = "Export the picture as PNG."
_HINTS = {
    "text": "Convert the text to outlines (paths) in the drawing program, and export again.",
    "image": "Remove the picture inside the picture, or export the whole as PNG.",
}
_FLATTEN = "Flatten the transparency in the drawing program, or export as PNG."


@dataclass(frozen=True, slots=True)
class _Place:
    """Where an element is drawn, and what it inherits.

    Attributes:
        matrix: From its coordinates to the picture's.
        viewport: What percentages are of.
        inherited: The properties it takes over.
        clips: What bounds it, in the picture's space.
        instances: The ids whose instance this is, outermost first.
        level: How deep it stands, instances included.
    """

    matrix: Matrix
    viewport: tuple[float, float]
    inherited: Mapping[str, str] = field(default_factory=dict)
    clips: tuple[Clip, ...] = ()
    instances: tuple[str, ...] = ()
    level: int = 0


class Painter:
    """Draws one document."""

    def __init__(self, document: SvgDocument, findings: Findings) -> None:
        self._document = document
        self._findings = findings
        self._elements_left = MOST_ELEMENTS
        self._characters_left = MOST_CHARACTERS

    def paint_picture(self, size: PictureSize) -> list[Painting]:
        """All that the outermost `svg` draws, in points, y upwards.

        Raises:
            SourceError: Drawing it would take too long.
        """
        root, place = self._document.root, _Place(size.to_pdf, (size.width, size.height))
        self._spend(root, place)
        try:
            place = _into(place, fitting(root, 0, 0, size.width, size.height), root)
            properties, style = self._styled(root, place)
            if "transform" in properties:
                self._note("svg-property", "The whole picture is transformed.", root)
            return [] if properties.get("display") == "none" else self._effects(root, properties, style, place)
        except UnreadableValueError as error:
            self._note_value(error, root)
            return []

    # -- walking

    def _paint(self, element: etree._Element, place: _Place) -> list[Painting]:
        name = svg_name(element)
        if name is None or name in _NEVER_DRAWN:
            return []
        self._spend(element, place)
        try:
            if name in SHAPES or name in _GROUPS or name in ("svg", "use"):
                return self._drawn(name, element, place)
        except UnreadableValueError as error:
            self._note_value(error, element)
            return []
        self._note("svg-element", f"The picture uses <{name}>, which we do not draw.", element, _HINTS.get(name))
        return []

    def _drawn(self, name: str, element: etree._Element, place: _Place) -> list[Painting]:
        properties, style = self._styled(element, place)
        if properties.get("display") == "none":
            return []
        place = replace(place, matrix=concatenate(transform(properties.get("transform", "")), place.matrix))
        if name == "svg":
            place = self._viewport(element, properties, place)
        return self._effects(element, properties, style, place)

    def _effects(
        self, element: etree._Element, properties: Mapping[str, str], style: Mapping[str, str], place: _Place
    ) -> list[Painting]:
        """What the element draws, clipped and faded as a whole."""
        clip = properties.get("clip-path", "none")
        if clip != "none":
            bound = self._clip(clip, element, place)
            if bound is None:
                return []
            place = replace(place, clips=(*place.clips, bound))
        paintings = self._content(element, properties, style, replace(place, inherited=style, level=place.level + 1))
        result = faded(paintings, opacity(properties.get("opacity", "1")))
        if result is None:
            message = "Shapes that cover one another are made transparent together."
            self._note("svg-opacity", message, element, _FLATTEN)
        return result or []

    def _content(
        self, element: etree._Element, properties: Mapping[str, str], style: Mapping[str, str], place: _Place
    ) -> list[Painting]:
        name = svg_name(element) or ""
        if name == "use":
            return self._use(element, properties, place)
        if name not in SHAPES:
            return [painting for child in element for painting in self._paint(child, place)]
        for child in element:
            self._paint(child, place)  # which draws nothing unless it is wrong here, and is then noted
        outline = shape_outline(name, element, properties, place.viewport)
        if not outline or style.get("visibility", "visible") != "visible":
            return []
        paints = Paints(style, place.viewport, lambda message: self._note("svg-paint", message, element))
        if "pathLength" in element.attrib and style.get("stroke-dasharray", "none") != "none":
            self._note("svg-paint", "Dashes are measured by “pathLength”, which we do not know.", element)
        return [Painting(outline, place.matrix, paint, place.clips) for paint in paints.of_shape(name)]

    # -- instances and viewports

    def _use(self, element: etree._Element, properties: Mapping[str, str], place: _Place) -> list[Painting]:
        target, place = self._instance(element, properties, place)
        if target is None:
            return []
        if svg_name(target) not in ("symbol", "svg"):
            return self._paint(target, place)
        self._spend(target, place)
        own, style = self._styled(target, place)
        sizes = {side: properties[side] for side in ("width", "height") if side in properties}
        if own.get("display") == "none":
            return []
        place = replace(place, matrix=concatenate(transform(own.get("transform", "")), place.matrix))
        return self._effects(target, own, style, self._viewport(target, {**own, **sizes}, place))

    def _instance(
        self, element: etree._Element, properties: Mapping[str, str], place: _Place
    ) -> tuple[etree._Element | None, _Place]:
        """What a `use` shows, and where; None, and noted, if it is not in this file or shows itself."""
        reference = next((attribute(element, key) for key in HREFS if key in element.attrib), "")
        target = self._document.ids.get(reference[1:]) if reference.startswith("#") else None
        if target is None:
            message = f"<use> refers to “{reference[:80]}”, which is not in this file."
            self._note("svg-reference", message, element)
        elif reference in place.instances:
            self._note("svg-reference", f"“{reference[:80]}” contains itself.", element)
            target = None
        x, y = (length(properties.get(key, "0"), of) for key, of in zip("xy", place.viewport, strict=True))
        matrix = concatenate((1, 0, 0, 1, x, y), place.matrix)
        return target, replace(place, matrix=matrix, instances=(*place.instances, reference), level=place.level + 1)

    def _viewport(self, element: etree._Element, properties: Mapping[str, str], place: _Place) -> _Place:
        """Inside a nested `svg` or `symbol`: its own coordinates, bounded by its rectangle."""
        across, down = place.viewport
        x, y = length(properties.get("x", "0"), across), length(properties.get("y", "0"), down)
        width = length(_unless_auto(properties.get("width")), across)
        height = length(_unless_auto(properties.get("height")), down)
        if properties.get("overflow", "hidden") not in ("visible", "auto"):
            room = Clip(transformed(rectangle(x, y, width, height), place.matrix))
            place = replace(place, clips=(*place.clips, room))
        return _into(replace(place, viewport=(width, height)), fitting(element, x, y, width, height), element)

    # -- clipping

    def _clip(self, reference: str, element: etree._Element, place: _Place) -> Clip | None:
        """The outline that a `clipPath` leaves, None if it leaves nothing; noted if it is more than we can do."""
        target = self._document.ids.get(local_id(reference) or "")
        if target is None or svg_name(target) != "clipPath":
            self._note("svg-reference", f"“{reference[:80]}” is no clipping path of this file.", element)
            return None
        self._spend(target, place)
        properties, style = self._styled(target, place)
        is_relative = attribute(target, "clipPathUnits", "userSpaceOnUse") != "userSpaceOnUse"
        if is_relative or properties.get("clip-path", "none") != "none":
            self._note("svg-clip", "A clipping path is measured by boxes or clipped itself.", target)
            return None
        matrix = concatenate(transform(properties.get("transform", "")), place.matrix)
        parts = self._clip_parts(target, replace(place, matrix=matrix, inherited=style))
        if len({part.is_even_odd for part in parts}) > 1 or (
            not are_apart([outline_box(part.outline) for part in parts[: MOST_COMPARED + 1]])
        ):
            self._note("svg-clip", "A clipping path is made of shapes that cover one another.", target, _UNITE)
            return None
        outline = tuple(segment for part in parts for segment in part.outline)
        return Clip(outline, parts[0].is_even_odd) if outline else None

    def _clip_parts(self, parent: etree._Element, place: _Place) -> list[Clip]:
        parts: list[Clip] = []
        for child in parent:
            name = svg_name(child)
            if name in SHAPES or name == "use":
                parts += self._clip_part(name or "", child, place)
            elif name is not None and name not in _NEVER_DRAWN:
                self._note("svg-clip", f"A clipping path contains <{name}>.", child)
        return parts

    def _clip_part(self, name: str, element: etree._Element, place: _Place) -> list[Clip]:
        self._spend(element, place)
        properties, style = self._styled(element, place)
        if properties.get("display") == "none" or style.get("visibility", "visible") != "visible":
            return []
        if properties.get("clip-path", "none") != "none":
            self._note("svg-clip", "A part of a clipping path is clipped itself.", element)
        matrix = concatenate(transform(properties.get("transform", "")), place.matrix)
        place = replace(place, matrix=matrix, inherited=style, level=place.level + 1)
        if name == "use":
            target, place = self._instance(element, properties, place)
            if target is not None and svg_name(target) in SHAPES:
                return self._clip_part(svg_name(target) or "", target, place)
            self._note("svg-clip", "A clipping path uses something that is no shape.", element)
            return []
        outline = transformed(shape_outline(name, element, properties, place.viewport), matrix)
        return [Clip(outline, style.get("clip-rule") == "evenodd")] if outline else []

    # -- what an element declares, what it costs, what stands against it

    def _styled(self, element: etree._Element, place: _Place) -> tuple[dict[str, str], dict[str, str]]:
        """What the element declares, and with it all that its content inherits."""
        declared = self._document.stylesheet.declared(element)
        for name, value in declared.items():
            if name in HARMLESS and value not in HARMLESS[name]:
                self._note("svg-property", f"The picture uses “{name}: {value[:40]}”, which we do not draw.", element)
        if any(key in element.attrib for key in _CONDITIONS):
            self._note("svg-condition", "A part is drawn on some computers only.", element)
        inherited = {
            name: value for name, value in declared.items() if name in INHERITED and value not in ("inherit", "unset")
        }
        return declared, {**place.inherited, **inherited}

    def _spend(self, element: etree._Element, place: _Place) -> None:
        self._elements_left -= 1
        self._characters_left -= sum(map(len, element.attrib.values()))
        self._characters_left -= _STYLE_WEIGHT * len(attribute(element, "style"))
        self._characters_left -= len(self._document.stylesheet.rules)
        if self._elements_left < 0 or self._characters_left < 0 or place.level > MOST_LEVELS:
            message = f"{self._document.path} draws too much, or too deep: at most {MOST_ELEMENTS} shapes are drawn."
            raise refusal(
                "too-complex", message, "Simplify or ungroup the drawing, or export it as PNG.", self._document.path
            )

    def _note_value(self, error: UnreadableValueError, element: etree._Element) -> None:
        message = f"<{svg_name(element)}> has a value that cannot be read: “{str(error)[:40]}”."
        self._note("svg-value", message, element, "Export the picture again from the drawing program, or as PNG.")

    def _note(self, rule: str, message: str, element: etree._Element, hint: str | None = None) -> None:
        self._findings.add(rule, message, hint or _AS_PNG, line_of(element))


_UNITE = "Unite them into one path in the drawing program, or export as PNG."


def _into(place: _Place, matrix: Matrix, element: etree._Element) -> _Place:
    """The place inside a viewport, whose own extent is that of its `viewBox` if it has one."""
    box = view_box(element)
    return replace(place, matrix=concatenate(matrix, place.matrix), viewport=box[2:] if box else place.viewport)


def _unless_auto(text: str | None) -> str:
    return "100%" if text is None or text == "auto" else text
