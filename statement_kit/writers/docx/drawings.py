"""Pictures and shapes in a paragraph (DrawingML, ISO/IEC 29500-1, 20.4)."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import TYPE_CHECKING

from lxml import etree

from statement_kit.writers.docx.markup import R, element

if TYPE_CHECKING:
    from statement_kit.pictures.rendering import PictureFile
    from statement_kit.text.outline import Stroke

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_PREFIXES = {"wp": _WP, "a": _A, "pic": _PIC, "r": R, "wps": _WPS, "mc": _MC, "adec": _DECORATIVE}

_EMU_PER_POINT = 12700
_PARTS_OF_A_DEGREE = 60000
_WHOLE = 100_000
"""A whole, in the unit of parts of a picture."""

_STROKES = {"m": "moveTo", "l": "lnTo", "c": "cubicBezTo", "h": "close"}
"""The elements of a path (20.1.9), by their operators in PDF."""

_BASELINE = 2 / 3
"""How far down a line of shapes its baseline lies, as a part of its height."""

AddPicture = Callable[[str, "PictureFile"], str]
"""Gives a part's relationship to a picture of this name, by its id."""

_EMBLEM = "Emblem"
"""What lists of drawings call a picture behind the pages."""

Size = tuple[float, float]
"""Width and height in pt."""


def inline_picture(
    number: int, relationship_id: str, name: str, alt: str, size_pt: Size, height_pt: float | None = None
) -> etree._Element:
    """A run with a picture that stands in the line like a letter.

    Args:
        number: What no other drawing of the file is numbered.
        relationship_id: Leads to the picture's file.
        name: What lists of pictures call it.
        alt: What is said to those who cannot see it.
        size_pt: How large it is.
        height_pt: How high a field it stands in the middle of; none by default. No program raises what stands in a line
            as others do, but all of them know a picture that is cut outside its edges.
    """
    field_pt = size_pt[0], size_pt[1] if height_pt is None else height_pt
    cut = (size_pt[1] - field_pt[1]) / 2 / size_pt[1]
    holder = _made(_WP, "inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    holder.extend([_extent(_WP, "extent", field_pt), *_picture(number, relationship_id, name, alt, field_pt, cut)])
    return element("r", element("drawing", holder))


def bar(number: int, size_pt: Size, rise_pt: float, colour: str, x_pt: float = 0.0) -> etree._Element:
    """A run with a filled bar at the left of its line and above it, for the eye alone: no reader is told of it.

    It hangs on its paragraph and moves with it. Programs from before 2010, which know no such shapes, show none.

    Args:
        number: What no other drawing of the file is numbered.
        size_pt: How large it is.
        rise_pt: How far its top is above that of the line.
        colour: Six hexadecimal digits.
        x_pt: How far it stands in from the left.
    """
    fill = _made(_A, "solidFill", None, _made(_A, "srgbClr", {"val": colour}))
    shape = _made(_WPS, "spPr", None, *_rectangle(size_pt), fill, _no_line())
    data = _made(_WPS, "wsp", None, _made(_WPS, "cNvSpPr"), shape, _made(_WPS, "bodyPr"))
    place = _position("positionH", "column", x_pt), _position("positionV", "line", -rise_pt)
    return _anchored(data, size_pt, place, _decorative(number, "Bar"))


def field_behind(number: int, name: str, place_pt: tuple[float, float], size_pt: Size, colour: str) -> etree._Element:
    """A run with a filled field on the sheet behind the text, for the eye alone.

    Args:
        number: What no other drawing of the file is numbered.
        name: What lists of drawings call it.
        place_pt: Its left edge and its top, from those of the sheet.
        size_pt: How large it is.
        colour: Six hexadecimal digits.
    """
    fill = _made(_A, "solidFill", None, _made(_A, "srgbClr", {"val": colour}))
    shape = _made(_WPS, "spPr", None, *_rectangle(size_pt), fill, _no_line())
    data = _made(_WPS, "wsp", None, _made(_WPS, "cNvSpPr"), shape, _made(_WPS, "bodyPr"))
    place = _position("positionH", "page", place_pt[0]), _position("positionV", "page", place_pt[1])
    return _anchored(data, size_pt, place, _decorative(number, name), is_behind=True)


def picture_behind(number: int, relationship_id: str, size_pt: Size) -> etree._Element:
    """A run with a picture in the middle of the sheet behind the text, for the eye alone.

    Args:
        number: What no other drawing of the file is numbered.
        relationship_id: Leads to the picture's file.
        size_pt: How large it is.
    """
    blip = _made(_PIC, "blipFill", None, _made(_A, "blip", {f"{{{R}}}embed": relationship_id}), _stretched())
    named = {"id": str(number), "name": _EMBLEM}
    about = _made(_PIC, "nvPicPr", None, _made(_PIC, "cNvPr", named), _made(_PIC, "cNvPicPr"))
    picture = _made(_PIC, "pic", None, about, blip, _made(_PIC, "spPr", None, *_rectangle(size_pt)))
    place = _centred("positionH"), _centred("positionV")
    anchor = _anchor(picture, _PIC, size_pt, place, _decorative(number, _EMBLEM), is_behind=True)
    return element("r", element("drawing", anchor))


def words_across(
    number: int, size_pt: Size, degrees: float, colour: str, glyphs: Iterable[tuple[Stroke, ...]]
) -> etree._Element:
    """A run with words that rise across the middle of the page behind the text, for the eye alone.

    They are shapes and no text: no font is needed to see them, and nobody finds them who searches.

    Args:
        number: What no other drawing of the file is numbered.
        size_pt: How long and how high their line is; their baseline lies a third of its height above the foot.
        degrees: By what angle it rises.
        colour: Six hexadecimal digits.
        glyphs: Their outlines.
    """
    length_pt, height_pt = size_pt
    extent = {"w": _fine(length_pt), "h": _fine(height_pt)}
    base_pt = height_pt * _BASELINE
    paths = [_made(_A, "path", extent, *(_stroke(stroke, base_pt) for stroke in glyph)) for glyph in glyphs if glyph]
    lists = [_made(_A, tag) for tag in ("avLst", "gdLst", "ahLst", "cxnLst")]
    whole = _made(_A, "rect", {"l": "0", "t": "0", "r": "r", "b": "b"})
    geometry = _made(_A, "custGeom", None, *lists, whole, _made(_A, "pathLst", None, *paths))
    fill = _made(_A, "solidFill", None, _made(_A, "srgbClr", {"val": colour}))
    turned = {"rot": str(round((360 - degrees) * _PARTS_OF_A_DEGREE))}
    shape = _made(_WPS, "spPr", None, _frame(size_pt, turned), geometry, fill, _no_line())
    data = _made(_WPS, "wsp", None, _made(_WPS, "cNvSpPr"), shape, _made(_WPS, "bodyPr"))
    place = _centred("positionH"), _centred("positionV")
    return _anchored(data, size_pt, place, _decorative(number, "Draft"), is_behind=True)


def _stroke(stroke: Stroke, base_pt: float) -> etree._Element:
    """A piece of an outline, in a space whose y goes downwards."""
    points = (_made(_A, "pt", {"x": _fine(x), "y": _fine(base_pt - y)}) for x, y in stroke.points)
    return _made(_A, _STROKES[stroke.operator], None, *points)


def _fine(length_pt: float) -> str:
    """A length in hundredths of a point, the unit of outlines here."""
    return str(round(100 * length_pt))


def _anchored(
    data: etree._Element,
    size_pt: Size,
    place: Sequence[etree._Element],
    about: etree._Element,
    *,
    is_behind: bool = False,
) -> etree._Element:
    """A run with a shape that text does not give way to."""
    anchor = _anchor(data, _WPS, size_pt, place, about, is_behind=is_behind)
    choice = _made(_MC, "Choice", {"Requires": "wps"}, element("drawing", anchor))
    return element("r", _made(_MC, "AlternateContent", None, choice))


def _anchor(
    data: etree._Element,
    uri: str,
    size_pt: Size,
    place: Sequence[etree._Element],
    about: etree._Element,
    *,
    is_behind: bool,
) -> etree._Element:
    """What text does not give way to, and where it hangs."""
    attributes = dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "relativeHeight"), "0")
    attributes |= {"behindDoc": str(int(is_behind)), "locked": "0", "layoutInCell": "1", "allowOverlap": "1"}
    return _made(
        _WP,
        "anchor",
        attributes,
        _made(_WP, "simplePos", {"x": "0", "y": "0"}),
        *place,
        _extent(_WP, "extent", size_pt),
        _made(_WP, "wrapNone"),
        about,
        _made(_WP, "cNvGraphicFramePr"),
        _made(_A, "graphic", None, _made(_A, "graphicData", {"uri": uri}, data)),
    )


def _no_line() -> etree._Element:
    return _made(_A, "ln", None, _made(_A, "noFill"))


def _decorative(number: int, name: str) -> etree._Element:
    """The properties of a drawing that says nothing."""
    mark = _made(_DECORATIVE, "decorative", {"val": "1"})
    extension = _made(_A, "ext", {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}, mark)
    return _made(_WP, "docPr", {"id": str(number), "name": name}, _made(_A, "extLst", None, extension))


def _made(namespace: str, tag: str, attributes: dict[str, str] | None = None, *kids: etree._Element) -> etree._Element:
    made = etree.Element(f"{{{namespace}}}{tag}", attributes or {}, nsmap=_PREFIXES)
    made.extend(kids)
    return made


def _emu(length_pt: float) -> str:
    """A length in the unit of drawings, of which an inch has 914,400."""
    return str(round(length_pt * _EMU_PER_POINT))


def _extent(namespace: str, tag: str, size_pt: Size) -> etree._Element:
    return _made(namespace, tag, {"cx": _emu(size_pt[0]), "cy": _emu(size_pt[1])})


def _position(tag: str, origin: str, offset_pt: float) -> etree._Element:
    offset = _made(_WP, "posOffset")
    offset.text = _emu(offset_pt)
    return _made(_WP, tag, {"relativeFrom": origin}, offset)


def _centred(tag: str) -> etree._Element:
    """In the middle of the sheet."""
    align = _made(_WP, "align")
    align.text = "center"
    return _made(_WP, tag, {"relativeFrom": "page"}, align)


def _picture(number: int, relationship_id: str, name: str, alt: str, size_pt: Size, cut: float) -> list[etree._Element]:
    """What is shown: its words, and its file stretched to the size, its shape locked.

    Args:
        number: What no other drawing of the file is numbered.
        relationship_id: Leads to the picture's file.
        name: What lists of pictures call it.
        alt: What is said to those who cannot see it.
        size_pt: How large it is, with what is free around it.
        cut: What part of its height is cut off above and below; less than nothing for what is free there.
    """
    named = {"id": str(number), "name": name, "descr": alt}
    locks = _made(_A, "graphicFrameLocks", {"noChangeAspect": "1"})
    source = [_made(_A, "srcRect", dict.fromkeys("tb", str(round(cut * _WHOLE))))] if cut else []
    fill = _made(_PIC, "blipFill", None, _made(_A, "blip", {f"{{{R}}}embed": relationship_id}), *source, _stretched())
    shape = _made(_PIC, "spPr", None, *_rectangle(size_pt))
    about = _made(_PIC, "nvPicPr", None, _made(_PIC, "cNvPr", named), _made(_PIC, "cNvPicPr"))
    data = _made(_A, "graphicData", {"uri": _PIC}, _made(_PIC, "pic", None, about, fill, shape))
    return [
        _made(_WP, "docPr", named),
        _made(_WP, "cNvGraphicFramePr", None, locks),
        _made(_A, "graphic", None, data),
    ]


def _rectangle(size_pt: Size) -> tuple[etree._Element, etree._Element]:
    """The place and the shape of what is drawn."""
    return _frame(size_pt), _made(_A, "prstGeom", {"prst": "rect"}, _made(_A, "avLst"))


def _frame(size_pt: Size, turned: dict[str, str] | None = None) -> etree._Element:
    """The place of what is drawn, turned about its middle."""
    return _made(_A, "xfrm", turned, _made(_A, "off", {"x": "0", "y": "0"}), _extent(_A, "ext", size_pt))


def _stretched() -> etree._Element:
    return _made(_A, "stretch", None, _made(_A, "fillRect"))
