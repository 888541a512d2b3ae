"""Pictures and shapes in a paragraph (DrawingML, ISO/IEC 29500-1, 20.4)."""

from __future__ import annotations

from lxml import etree

from statement_kit.writers.docx.markup import R, element

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_WPS = "http://schemas.microsoft.com/office/word/2010/wordprocessingShape"
_MC = "http://schemas.openxmlformats.org/markup-compatibility/2006"
_DECORATIVE = "http://schemas.microsoft.com/office/drawing/2017/decorative"
_PREFIXES = {"wp": _WP, "a": _A, "pic": _PIC, "r": R, "wps": _WPS, "mc": _MC, "adec": _DECORATIVE}

_EMU_PER_POINT = 12700

Size = tuple[float, float]
"""Width and height in pt."""


def inline_picture(number: int, relationship_id: str, name: str, alt: str, size_pt: Size) -> etree._Element:
    """A run with a picture that stands in the line like a letter.

    Args:
        number: What no other drawing of the file is numbered.
        relationship_id: Leads to the picture's file.
        name: What lists of pictures call it.
        alt: What is said to those who cannot see it.
        size_pt: How large it is.
    """
    holder = _made(_WP, "inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    holder.extend([_extent(_WP, "extent", size_pt), *_picture(number, relationship_id, name, alt, size_pt)])
    return element("r", element("drawing", holder))


def bar(number: int, size_pt: Size, rise_pt: float, colour: str) -> etree._Element:
    """A run with a filled bar at the left of its line and above it, for the eye alone: no reader is told of it.

    It hangs on its paragraph and moves with it. Programs from before 2010, which know no such shapes, show none.

    Args:
        number: What no other drawing of the file is numbered.
        size_pt: How large it is.
        rise_pt: How far its top is above that of the line.
        colour: Six hexadecimal digits.
    """
    attributes = dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "relativeHeight"), "0")
    attributes |= {"behindDoc": "0", "locked": "0", "layoutInCell": "1", "allowOverlap": "1"}
    fill = _made(_A, "solidFill", None, _made(_A, "srgbClr", {"val": colour}))
    no_line = _made(_A, "ln", None, _made(_A, "noFill"))
    shape = _made(_WPS, "spPr", None, *_rectangle(size_pt), fill, no_line)
    data = _made(_WPS, "wsp", None, _made(_WPS, "cNvSpPr"), shape, _made(_WPS, "bodyPr"))
    anchor = _made(
        _WP,
        "anchor",
        attributes,
        _made(_WP, "simplePos", {"x": "0", "y": "0"}),
        _position("positionH", "column", 0.0),
        _position("positionV", "line", -rise_pt),
        _extent(_WP, "extent", size_pt),
        _made(_WP, "wrapNone"),
        _decorative(number),
        _made(_WP, "cNvGraphicFramePr"),
        _made(_A, "graphic", None, _made(_A, "graphicData", {"uri": _WPS}, data)),
    )
    choice = _made(_MC, "Choice", {"Requires": "wps"}, element("drawing", anchor))
    return element("r", _made(_MC, "AlternateContent", None, choice))


def _decorative(number: int) -> etree._Element:
    """The properties of a drawing that says nothing."""
    mark = _made(_DECORATIVE, "decorative", {"val": "1"})
    extension = _made(_A, "ext", {"uri": "{C183D7F6-B498-43B3-948B-1728B52AA6E4}"}, mark)
    return _made(_WP, "docPr", {"id": str(number), "name": "Bar"}, _made(_A, "extLst", None, extension))


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


def _picture(number: int, relationship_id: str, name: str, alt: str, size_pt: Size) -> list[etree._Element]:
    """What is shown: its words, and its file stretched to the size, its shape locked."""
    named = {"id": str(number), "name": name, "descr": alt}
    locks = _made(_A, "graphicFrameLocks", {"noChangeAspect": "1"})
    fill = _made(_PIC, "blipFill", None, _made(_A, "blip", {f"{{{R}}}embed": relationship_id}), _stretched())
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
    place = _made(_A, "xfrm", None, _made(_A, "off", {"x": "0", "y": "0"}), _extent(_A, "ext", size_pt))
    return place, _made(_A, "prstGeom", {"prst": "rect"}, _made(_A, "avLst"))


def _stretched() -> etree._Element:
    return _made(_A, "stretch", None, _made(_A, "fillRect"))
