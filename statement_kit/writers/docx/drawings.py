"""A picture in a paragraph (DrawingML, ISO/IEC 29500-1, 20.4): in its line, or at a place of the page."""

from __future__ import annotations

from lxml import etree

from statement_kit.writers.docx.markup import R, element

_WP = "http://schemas.openxmlformats.org/drawingml/2006/wordprocessingDrawing"
_A = "http://schemas.openxmlformats.org/drawingml/2006/main"
_PIC = "http://schemas.openxmlformats.org/drawingml/2006/picture"
_PREFIXES = {"wp": _WP, "a": _A, "pic": _PIC, "r": R}

_EMU_PER_POINT = 12700

Size = tuple[float, float]
"""Width and height in pt."""


def inline_picture(relationship_id: str, name: str, alt: str, size_pt: Size) -> etree._Element:
    """A run with a picture that stands in the line like a letter.

    Args:
        relationship_id: Leads to the picture's file.
        name: What lists of pictures call it.
        alt: What is said to those who cannot see it.
        size_pt: How large it is.
    """
    holder = _made(_WP, "inline", dict.fromkeys(("distT", "distB", "distL", "distR"), "0"))
    holder.extend([_extent(_WP, "extent", size_pt), *_picture(relationship_id, name, alt, size_pt)])
    return element("r", element("drawing", holder))


def placed_picture(relationship_id: str, name: str, alt: str, size_pt: Size, top_pt: float) -> etree._Element:
    """A run with a picture at the left margin, so far down from the top of the page; text knows nothing of it."""
    attributes = dict.fromkeys(("distT", "distB", "distL", "distR", "simplePos", "relativeHeight"), "0")
    attributes |= {"behindDoc": "0", "locked": "0", "layoutInCell": "1", "allowOverlap": "1"}
    holder = _made(_WP, "anchor", attributes)
    holder.extend(
        [
            _made(_WP, "simplePos", {"x": "0", "y": "0"}),
            _position("positionH", "margin", 0.0),
            _position("positionV", "page", top_pt),
            _extent(_WP, "extent", size_pt),
            _made(_WP, "wrapNone"),
            *_picture(relationship_id, name, alt, size_pt),
        ]
    )
    return element("r", element("drawing", holder))


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


def _picture(relationship_id: str, name: str, alt: str, size_pt: Size) -> list[etree._Element]:
    """What is shown: its words, and its file stretched to the size, its shape locked."""
    named = {"id": "1", "name": name, "descr": alt}
    locks = _made(_A, "graphicFrameLocks", {"noChangeAspect": "1"})
    fill = _made(_PIC, "blipFill", None, _made(_A, "blip", {f"{{{R}}}embed": relationship_id}), _stretched())
    shape = _made(
        _PIC,
        "spPr",
        None,
        _made(_A, "xfrm", None, _made(_A, "off", {"x": "0", "y": "0"}), _extent(_A, "ext", size_pt)),
        _made(_A, "prstGeom", {"prst": "rect"}, _made(_A, "avLst")),
    )
    about = _made(_PIC, "nvPicPr", None, _made(_PIC, "cNvPr", named), _made(_PIC, "cNvPicPr"))
    data = _made(_A, "graphicData", {"uri": _PIC}, _made(_PIC, "pic", None, about, fill, shape))
    return [
        _made(_WP, "docPr", named),
        _made(_WP, "cNvGraphicFramePr", None, locks),
        _made(_A, "graphic", None, data),
    ]


def _stretched() -> etree._Element:
    return _made(_A, "stretch", None, _made(_A, "fillRect"))
