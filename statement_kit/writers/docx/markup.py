"""WordprocessingML as elements: the names of its namespaces, its two small units, and one way to make an element."""

from __future__ import annotations

from lxml import etree

W = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
XML_SPACE = "{http://www.w3.org/XML/1998/namespace}space"

_PREFIXES = {"w": W}
_WITH_RELATIONSHIPS = {"w": W, "r": R}


class _Names(dict[str, str]):
    """Names in the `w` namespace as lxml writes them, each put together once."""

    def __missing__(self, name: str) -> str:
        self[name] = made = f"{{{W}}}{name}"
        return made


_NAMES = _Names()


def element(tag: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element of the `w` namespace, its attributes in the same namespace, in the order given."""
    made = etree.Element(_NAMES[tag], {_NAMES[name]: value for name, value in attributes.items()}, _PREFIXES)
    if children:
        made.extend(children)
    return made


def root(tag: str, *children: etree._Element) -> etree._Element:
    """The root of a part, which also knows the prefix of relationships."""
    made = etree.Element(f"{{{W}}}{tag}", nsmap=_WITH_RELATIONSHIPS)
    made.extend(children)
    return made


def on_off(tag: str, is_on: bool) -> etree._Element:
    """A toggle such as `w:b`, said outright, so that nothing of it is inherited."""
    return element(tag) if is_on else element(tag, val="0")


def relationship(tag: str, relationship_id: str, *children: etree._Element, **attributes: str) -> etree._Element:
    """An element that stands for what a relationship of its part leads to."""
    made = element(tag, *children, **attributes)
    made.set(f"{{{R}}}id", relationship_id)
    return made


def half_points(length_pt: float) -> str:
    """A font size in half-points, the unit of `w:sz`."""
    return str(max(1, round(length_pt * 2)))


def eighths(length_pt: float) -> str:
    """A thickness in eighths of a point, the unit of borders; the thinnest is a quarter of a point."""
    return str(max(2, round(length_pt * 8)))


def twips(length_pt: float) -> str:
    """A length in twentieths of a point, the unit of pages, indents and spacing."""
    return str(round(length_pt * 20))
