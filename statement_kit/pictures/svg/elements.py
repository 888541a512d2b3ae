"""What one asks of an SVG element: its name, an attribute, its line."""

from __future__ import annotations

from typing import cast

from lxml import etree

SVG_NAMESPACE = "http://www.w3.org/2000/svg"


def svg_name(element: etree._Element) -> str | None:
    """The element's name, if it is one of SVG's; editors' own elements draw nothing."""
    namespace, _, name = str(element.tag)[1:].partition("}")
    return name if namespace == SVG_NAMESPACE else None


def attribute(element: etree._Element, name: str, default: str = "") -> str:
    """The attribute's value, without the white space around it."""
    return str(element.get(name, default)).strip()


def line_of(element: etree._Element) -> int | None:
    """The line of the file where the element begins."""
    return cast("int | None", element.sourceline)
