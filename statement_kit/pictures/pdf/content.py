"""A page's content, instruction by instruction, as paintings; what we cannot draw exactly is noted.

Budgets bound the instructions that are followed and their bytes, with those of form XObjects each time they are drawn.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, NamedTuple

import pikepdf

from statement_kit.pictures.drawing import Clip, Matrix, Painting, Segment, concatenate, faded, rectangle, transformed
from statement_kit.pictures.pdf.colours import ColourSpaces, UnsupportedColourError
from statement_kit.pictures.pdf.state import GraphicsState, Ink
from statement_kit.pictures.pdf.streams import StreamBudget
from statement_kit.pictures.refusal import Findings

MOST_CONTENT_BYTES = 2_000_000
"""Of all that is drawn; parsed, each byte may take some hundreds of memory."""

MOST_INSTRUCTIONS = 200_000
MOST_LEVELS = 20

_AS_PNG = "Export the picture as PNG, or as plain SVG."
_FLATTEN = "Flatten the transparency in the drawing program, or export as PNG."
_OUTLINES = "Convert the text to outlines (paths) in the drawing program, and export again."

_PAINTS_NOTHING = frozenset(["BT", "ET", "Tf", "Td", "TD", "Tm", "T*", "Tc", "Tw", "Tz", "TL", "Tr", "Ts"]) | frozenset(
    ["BMC", "EMC", "MP", "DP", "BX", "EX", "ri", "i"]
)
_SHOWS_TEXT = frozenset(["Tj", "TJ", "'", '"'])
_PAINTING = {
    # operator: closes the path, fills, by the even-odd rule, strokes
    "n": (False, False, False, False),
    "S": (False, False, False, True),
    "s": (True, False, False, True),
    "f": (False, True, False, False),
    "F": (False, True, False, False),
    "f*": (False, True, True, False),
    "B": (False, True, False, True),
    "B*": (False, True, True, True),
    "b": (True, True, False, True),
    "b*": (True, True, True, True),
}
_DEVICES = {"g": "/DeviceGray", "rg": "/DeviceRGB", "k": "/DeviceCMYK"}
_STATE_CHANGES_NOTHING = frozenset(
    ["/Type", "/RI", "/OP", "/op", "/OPM", "/Font", "/FL", "/SM", "/SA", "/TK", "/AIS", "/BG", "/UCR", "/BG2", "/UCR2"]
)
_HARMLESS_STATE = {
    "/BM": {"/Normal", "/Compatible"},
    "/SMask": {"/None"},
    "/TR": {"/Identity"},
    "/TR2": {"/Identity", "/Default"},
    "/HT": {"/Default"},
}


class _Contents(NamedTuple):
    """A content stream's instructions, and the bytes they were written in."""

    instructions: list[Any]
    bytes_: int


class Interpreter:
    """Follows the contents of one file."""

    def __init__(self, pdf: pikepdf.Pdf, path: str, findings: Findings) -> None:
        self._pdf = pdf
        self._findings = findings
        self._budget = StreamBudget(path, MOST_CONTENT_BYTES)
        self._instructions_left = MOST_INSTRUCTIONS
        self._forms: dict[tuple[int, int], _Contents] = {}
        self.colour_spaces = ColourSpaces(pdf, path)

    def paint_page(self, page: pikepdf.Page, matrix: Matrix) -> list[Painting]:
        """All that the page draws, in the space the matrix leads to.

        Raises:
            SourceError: Drawing it would take too long.
        """
        contents: Any = page.get("/Contents", [])
        streams = [contents] if isinstance(contents, pikepdf.Stream) else contents
        data = b"\n".join(self._budget.read(stream) for stream in streams)
        return self._paint(self._parsed(data), page.resources, GraphicsState(matrix), 0)

    def paint_form(self, form: Any, resources: Any, state: GraphicsState, level: int) -> list[Painting]:
        """All that a form XObject draws, beginning in this state; it is read once, however often it is drawn."""
        if level > MOST_LEVELS:
            raise self._budget.too_complex()
        if form.objgen in self._forms:
            self._budget.spend(self._forms[form.objgen].bytes_)
        else:
            self._forms[form.objgen] = self._parsed(self._budget.read(form))
        return self._paint(self._forms[form.objgen], resources, state, level)

    def _parsed(self, data: bytes) -> _Contents:
        return _Contents(list(pikepdf.parse_content_stream(pikepdf.Stream(self._pdf, data))), len(data))

    def _paint(self, contents: _Contents, resources: Any, state: GraphicsState, level: int) -> list[Painting]:
        self._instructions_left -= len(contents.instructions)
        if self._instructions_left < 0:
            raise self._budget.too_complex()
        content = _Content(self, resources, state, level)
        for instruction in contents.instructions:
            content.follow(str(instruction.operator), list(instruction.operands))
        return content.paintings

    def note(self, rule: str, message: str, hint: str = _AS_PNG) -> None:
        """Note what stands against the picture."""
        self._findings.add(rule, message, hint)


class _Content:
    """One content stream while it is followed: the state, those saved, and the path under construction."""

    def __init__(self, interpreter: Interpreter, resources: Any, state: GraphicsState, level: int) -> None:
        self.paintings: list[Painting] = []
        self._interpreter = interpreter
        self._resources = resources
        self._state = state
        self._level = level
        self._saved: list[GraphicsState] = []
        self._path: list[Segment] = []
        self._clip_rule: bool | None = None

    def follow(self, operator: str, operands: list[Any]) -> None:
        """Do what the instruction says.

        Raises:
            ValueError: Its operands are not what it takes; `TypeError`, `IndexError` and pikepdf's errors likewise.
        """
        if operator in ("m", "l", "c", "v", "y", "h", "re"):
            self._draw(operator, tuple(map(float, operands)))
        elif operator in _PAINTING:
            self._paint(*_PAINTING[operator])
        elif operator in ("q", "Q", "cm", "W", "W*", "w", "J", "j", "M", "d", "gs"):
            self._set(operator, operands)
        elif operator.lower() in ("g", "rg", "k", "cs", "sc", "scn"):
            self._choose(operator, operands)
        elif operator == "Do":
            self._draw_object(self._resources["/XObject"][str(operands[0])])
        elif operator not in _PAINTS_NOTHING:
            self._refuse(operator, operands)

    def _refuse(self, operator: str, operands: list[Any]) -> None:
        if operator in _SHOWS_TEXT:
            self._interpreter.note("pdf-text", "The picture contains text.", _OUTLINES)
        elif operator == "INLINE IMAGE":
            self._refuse_image()
        elif operator == "sh":
            self._interpreter.note("pdf-paint", "The picture contains a gradient, which we do not draw.")
        elif operator != "BDC":
            self._interpreter.note("pdf-operator", f"The picture uses “{operator[:20]}”, which we do not draw.")
        elif str(operands[0]) == "/OC":
            self._refuse_layer()

    def _refuse_image(self) -> None:
        hint = "Remove the picture inside the picture, or export the whole as PNG."
        self._interpreter.note("pdf-image", "The picture contains a picture made of pixels.", hint)

    def _refuse_layer(self) -> None:
        message = "The picture has layers, which may be shown or hidden."
        self._interpreter.note("pdf-layer", message, "Flatten the layers, and export again.")

    # -- paths

    def _draw(self, operator: str, points: tuple[float, ...]) -> None:
        if operator == "re":
            x, y, width, height = points
            self._path += rectangle(x, y, width, height)
            return
        if operator == "v":
            points, operator = (*self._path[-1][1][-2:], *points), "c"
        elif operator == "y":
            points, operator = (*points, *points[-2:]), "c"
        if len(points) != {"m": 2, "l": 2, "c": 6, "h": 0}[operator] or (operator != "m" and not self._path):
            raise ValueError("a path that cannot be drawn")
        self._path.append((operator, points))

    def _paint(self, closes: bool, fills: bool, is_even_odd: bool, strokes: bool) -> None:
        state = self._state
        outline = (*self._path, ("h", ())) if closes and self._path else tuple(self._path)
        if fills and strokes and state.filling.alpha * state.stroking.alpha < 1:
            message = "A shape is filled and stroked at once, and transparent."
            self._interpreter.note("pdf-opacity", message, _FLATTEN)
        paints = ([state.fill(is_even_odd)] if fills else []) + ([state.stroke()] if strokes else [])
        if outline:
            self.paintings += [Painting(outline, state.matrix, paint, state.clips) for paint in paints]
        if self._clip_rule is not None:
            bound = transformed(outline or rectangle(0, 0, 0, 0), state.matrix)
            self._state = replace(state, clips=(*state.clips, Clip(bound, self._clip_rule)))
        self._path, self._clip_rule = [], None

    # -- the graphics state

    def _set(self, operator: str, operands: list[Any]) -> None:
        state = self._state
        match operator, operands:
            case "q", []:
                self._saved.append(state)
            case "Q", []:
                self._state = self._saved.pop()
            case "cm", [_, _, _, _, _, _]:
                self._state = replace(state, matrix=concatenate(_matrix(operands), state.matrix))
            case (("W" | "W*"), []):
                self._clip_rule = operator == "W*"
            case "d", [dashes, phase]:
                self._state = replace(state, dashes=_dashes(dashes), dash_phase=float(phase))
            case "gs", [name]:
                self._set_all(self._resources["/ExtGState"][str(name)])
            case _, [value]:
                self._state = replace(state, **_pen(operator, value))
            case _:
                raise ValueError(operator)

    def _set_all(self, dictionary: Any) -> None:
        for name, value in dictionary.items():
            if name in ("/ca", "/CA"):
                which = "filling" if name == "/ca" else "stroking"
                ink = replace(getattr(self._state, which), alpha=min(1.0, max(0.0, float(value))))
                self._state = self._state.with_ink(which, ink)
            elif name == "/D":
                self._set("d", list(value))
            elif name in _PEN_KEYS:
                self._set(_PEN_KEYS[name], [value])
            elif name not in _STATE_CHANGES_NOTHING and str(value) not in _HARMLESS_STATE.get(name, set()):
                message = f"The picture blends or masks its colours ({name.removeprefix('/')}), which we do not draw."
                self._interpreter.note("pdf-opacity", message, _FLATTEN)

    def _choose(self, operator: str, operands: list[Any]) -> None:
        """A colour space, a colour in it, or both at once; capital letters are for stroking."""
        which = "stroking" if operator.isupper() else "filling"
        ink: Ink = getattr(self._state, which)
        try:
            ink = self._chosen(operator.lower(), operands, ink)
        except UnsupportedColourError as error:
            message = f"The picture uses {error}, which we cannot turn into sRGB."
            self._interpreter.note("pdf-colour", message, "Export it in RGB (sRGB), without spot colours or gradients.")
            ink = replace(ink, space=None)
        self._state = self._state.with_ink(which, ink)

    def _chosen(self, operator: str, operands: list[Any], ink: Ink) -> Ink:
        spaces = self._interpreter.colour_spaces
        if operator == "cs":
            space = spaces.find(operands[0], self._resources)
            return replace(ink, space=space, colour=space.to_srgb(space.first))
        if operator in _DEVICES:
            ink = replace(ink, space=spaces.find(pikepdf.Name(_DEVICES[operator]), self._resources))
        if ink.space is None:  # noted when it was chosen
            return ink
        return replace(ink, colour=ink.space.to_srgb(tuple(map(float, operands))))

    # -- form XObjects

    def _draw_object(self, xobject: Any) -> None:
        if "/OC" in xobject:
            self._refuse_layer()
        if str(xobject.get("/Subtype")) != "/Form":
            self._refuse_image()
            return
        outer, group = self._state, xobject.get("/Group")
        matrix = concatenate(_matrix(xobject.get("/Matrix", [1, 0, 0, 1, 0, 0])), outer.matrix)
        x0, y0, x1, y1 = map(float, xobject["/BBox"])
        clip = Clip(transformed(rectangle(x0, y0, x1 - x0, y1 - y0), matrix))
        inner = replace(outer, matrix=matrix, clips=(*outer.clips, clip))
        if group is not None:
            inner = replace(
                inner, filling=replace(outer.filling, alpha=1.0), stroking=replace(outer.stroking, alpha=1.0)
            )
        resources = xobject.get("/Resources", self._resources)
        paintings = self._interpreter.paint_form(xobject, resources, inner, self._level + 1)
        result = faded(paintings, outer.filling.alpha) if group is not None else paintings
        if result is None or (group is not None and bool(group.get("/K", False))):
            message = "Shapes that cover one another are made transparent together."
            self._interpreter.note("pdf-opacity", message, _FLATTEN)
        self.paintings += result or []


_PEN_KEYS = {"/LW": "w", "/LC": "J", "/LJ": "j", "/ML": "M"}


def _pen(operator: str, value: Any) -> dict[str, Any]:
    """The line's width, cap, join or miter limit, as the graphics state names it."""
    if operator in ("J", "j"):
        if int(value) not in (0, 1, 2):
            raise ValueError(operator)
        return {"cap" if operator == "J" else "join": int(value)}
    return {"width" if operator == "w" else "miter_limit": max(0.0 if operator == "w" else 1.0, float(value))}


def _dashes(values: Any) -> tuple[float, ...]:
    dashes = tuple(float(value) for value in values)
    if min(dashes, default=0.0) < 0:
        raise ValueError("a dash of less than no length")
    return dashes if any(dashes) else ()


def _matrix(values: Any) -> Matrix:
    a, b, c, d, e, f = map(float, values)
    return (a, b, c, d, e, f)
