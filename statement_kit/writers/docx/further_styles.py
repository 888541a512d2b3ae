"""The styles of a further document of a file: “Endorser (Thai)” beside “Endorser”.

Those that look the same in both are shared. What the first document has from the defaults of the file, language among
it, the others have from a style of their own that all theirs are based on, “Normal (Thai)”. Headings are based on the
first document's, which are Word's own: by those, readers and converters know a heading.
"""

from __future__ import annotations

from collections.abc import Mapping
from copy import deepcopy
from dataclasses import dataclass

from lxml import etree

from statement_kit.languages.names import english_name
from statement_kit.languages.registry import Language
from statement_kit.writers.docx.markup import W, element, on_off

NORMAL = "Normal"
_DEFAULTS = frozenset((NORMAL, "DefaultParagraphFont"))
_WORDS_HEADINGS = frozenset(("Title", "Heading1", "Heading2", "Heading3"))
_VAL, _ID, _STYLE = (f"{{{W}}}{name}" for name in ("val", "styleId", "style"))


@dataclass(frozen=True, slots=True)
class FurtherStyles:
    """The styles that a further document adds.

    Attributes:
        elements: They.
        renamed: What each style is called that would be called otherwise in a file of its own, by its name there.
    """

    elements: tuple[etree._Element, ...]
    renamed: Mapping[str, str]


def further_styles(first: etree._Element, own: etree._Element, language: Language) -> FurtherStyles:
    """What the styles of a document are beside those of the first.

    Args:
        first: `word/styles.xml` of the first document.
        own: The same of a file with this document alone.
        language: Its language.
    """
    there = {one.get(_ID, ""): one for one in first.iterchildren(_STYLE)}
    styles = [one for one in own.iterchildren(_STYLE) if one.get(_ID, "") not in _DEFAULTS]
    added = [one for one in styles if not _is_shared(one, there.get(one.get(_ID, "")))]
    renamed = {one: f"{one}-{language.tag}" for one in (NORMAL, *(style.get(_ID, "") for style in added))}
    tongue = _one(own, "w:docDefaults/w:rPrDefault/w:rPr/w:lang")
    for one in added:
        if one.get(_ID, "") in _WORDS_HEADINGS:
            _say_outright(one, there[one.get(_ID, "")], tongue)
    made = [_normal(own), *added]
    for one in made:
        _rename(one, renamed, english_name(language))
    return FurtherStyles(tuple(made), renamed)


def _one(tree: etree._Element, path: str) -> etree._Element:
    """What is at a path, where something always is."""
    return next(tree.iterfind(path, {"w": W}))


def _is_shared(own: etree._Element, other: etree._Element | None) -> bool:
    """Whether a character style is the same in both documents; those of paragraphs have their language at least."""
    is_character = own.get(f"{{{W}}}type") == "character"
    return is_character and other is not None and etree.tostring(own) == etree.tostring(other)


def _normal(own: etree._Element) -> etree._Element:
    """The style that holds what are the defaults of a document in a file of its own."""
    paragraph = deepcopy(_one(own, "w:docDefaults/w:pPrDefault/w:pPr"))
    run = deepcopy(_one(own, "w:docDefaults/w:rPrDefault/w:rPr"))
    name, base = element("name", val=NORMAL), element("basedOn", val=NORMAL)
    return element("style", name, base, element("qFormat"), paragraph, run, type="paragraph", styleId=NORMAL)


def _say_outright(heading: etree._Element, first: etree._Element, tongue: etree._Element) -> None:
    """Have a heading say what it would else inherit from the first document's: its language, and no italics."""
    run = _one(heading, "w:rPr")
    if first.find("w:rPr/w:i", {"w": W}) is not None and run.find("w:i", {"w": W}) is None:
        bold = _one(run, "w:bCs")
        bold.addnext(on_off("iCs", False))
        bold.addnext(on_off("i", False))
    run.append(deepcopy(tongue))


def _rename(style: etree._Element, renamed: Mapping[str, str], language: str) -> None:
    """Call a style, and those it refers to, as they are called in the file; what is Word's own is based on its like."""
    own, name = style.get(_ID, ""), _one(style, "w:name")
    name.set(_VAL, f"{name.get(_VAL, '')} ({language})")
    for reference in style.iterchildren(*(f"{{{W}}}{tag}" for tag in ("basedOn", "next", "link"))):
        reference.set(_VAL, renamed.get(reference.get(_VAL, ""), reference.get(_VAL, "")))
    if own in _WORDS_HEADINGS | {NORMAL}:
        _one(style, "w:basedOn").set(_VAL, own)
    del style.attrib[_ID]  # readers want it behind the other attributes
    style.set(f"{{{W}}}customStyle", "1")
    style.set(_ID, renamed[own])
