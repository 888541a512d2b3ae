"""The XML of an SVG file, read so that no file can make us fetch, expand or hold more than it weighs itself."""

from __future__ import annotations

from dataclasses import dataclass

from lxml import etree

from statement_kit.pictures.refusal import Findings, refusal
from statement_kit.pictures.svg.elements import SVG_NAMESPACE, attribute, line_of, svg_name
from statement_kit.pictures.svg.stylesheet import Stylesheet, parse_stylesheet

HREFS = ("href", "{http://www.w3.org/1999/xlink}href")

MOST_BYTES = 4_000_000
MOST_TAGS = 100_000
"""Elements and their ends; each costs some hundred bytes of memory."""

_XHTML = "http://www.w3.org/1999/xhtml"

_MOVING = {"animate", "animateColor", "animateMotion", "animateTransform", "set", "mpath", "discard"}
_SAVE_AGAIN = "Open it in a drawing program and save it as plain SVG."


@dataclass(frozen=True, slots=True)
class SvgDocument:
    """An SVG's elements and what finds and styles them.

    Attributes:
        path: The file, for findings.
        root: Its outermost `svg`.
        ids: Every element that has an id; of two with the same, the first.
        stylesheet: The rules of all its `style` elements.
    """

    path: str
    root: etree._Element
    ids: dict[str, etree._Element]
    stylesheet: Stylesheet


def read_document(data: bytes, path: str, findings: Findings) -> SvgDocument:
    """Parse the file, and note what makes it move, run or look elsewhere.

    Raises:
        SourceError: It is no SVG, declares entities, or is too large or too deep.
    """
    root = _parse(data, path)
    if root.tag != f"{{{SVG_NAMESPACE}}}svg":
        hint = f'The outermost element must be <svg xmlns="{SVG_NAMESPACE}">. {_SAVE_AGAIN}'
        raise refusal("not-svg", f"{path} is XML, but not an SVG picture.", hint, path, line_of(root))
    ids: dict[str, etree._Element] = {}
    for element in root.iter("*"):
        if element.get("id"):
            ids.setdefault(attribute(element, "id"), element)
        _check(element, findings)
    texts = [(element.text or "", line_of(element) or 1) for element in root.iter(f"{{{SVG_NAMESPACE}}}style")]
    _check_styles(data, root, findings)
    return SvgDocument(path, root, ids, parse_stylesheet(texts, findings))


def _check_styles(data: bytes, root: etree._Element, findings: Findings) -> None:
    """Styles that stand elsewhere, or count only where the picture is not on a screen."""
    message = "The picture takes its style from elsewhere."
    if b"<?xml-stylesheet" in data:
        findings.add("svg-style", message, _SAVE_AGAIN, 1)
    for element in root.iter(f"{{{_XHTML}}}link", f"{{{_XHTML}}}style"):
        findings.add("svg-style", message, _SAVE_AGAIN, line_of(element))
    for element in root.iter(f"{{{SVG_NAMESPACE}}}style"):
        if attribute(element, "media").strip() not in ("", "all", "screen"):
            findings.add("svg-style", "A style sheet counts for some media only.", _SAVE_AGAIN, line_of(element))


def _parse(data: bytes, path: str) -> etree._Element:
    # The parser reads UTF-8 whatever the file declares, so that these bytes cannot hide in another encoding.
    if b"<!ENTITY" in data:
        line = data.count(b"\n", 0, data.index(b"<!ENTITY")) + 1
        raise refusal("svg-entity", f"{path} declares an XML entity.", _SAVE_AGAIN, path, line)
    if len(data) > MOST_BYTES or data.count(b"<") > MOST_TAGS:
        message = f"{path} is too large: at most {MOST_BYTES // 1_000_000} MB and {MOST_TAGS} tags are read."
        raise refusal("too-complex", message, "Simplify the drawing, or export it as PNG.", path)
    parser = etree.XMLParser(
        encoding="utf-8", resolve_entities=False, no_network=True, remove_comments=True, remove_pis=True
    )
    try:
        return etree.fromstring(data, parser)
    except etree.XMLSyntaxError as error:
        if "depth" in (error.msg or ""):
            hint = "Ungroup the drawing, or export it as PNG."
            raise refusal("too-complex", f"{path} has too many groups within groups.", hint, path) from error
        message = f"{path} is not well-formed XML in UTF-8: {error.msg}."
        raise refusal("damaged", message, _SAVE_AGAIN, path, error.lineno) from error


def _check(element: etree._Element, findings: Findings) -> None:
    """What counts wherever it stands, drawn or not."""
    name, line = svg_name(element), line_of(element)
    if name in _MOVING:
        findings.add("svg-animation", f"<{name}> makes the picture move.", "Remove the animation.", line)
    if name == "script" or any(str(key).startswith("on") for key in element.attrib):
        findings.add("svg-script", "The picture contains a script.", _SAVE_AGAIN, line)
