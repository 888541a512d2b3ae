"""The parts of a Word document around its text: styles, settings and properties of a pack."""

from __future__ import annotations

from lxml import etree

from statement_kit.packs.wording import FONT
from statement_kit.writers.docx.markup import element, root

_CP = "http://schemas.openxmlformats.org/package/2006/metadata/core-properties"
_DC = "http://purl.org/dc/elements/1.1/"
_WORD_URI = "http://schemas.microsoft.com/office/word"
_WORD_2013 = "15"
_BODY, _TITLE, _HEADING = "20", "32", "26"
"""Sizes in half-points."""


def styles_part(language: str) -> etree._Element:
    """`word/styles.xml`: three sizes of one typeface, named for every script, since Word takes one for each."""
    fonts = element("rFonts", ascii=FONT, hAnsi=FONT, eastAsia=FONT, cs=FONT)
    tongue = element("lang", val=language, eastAsia="en-US", bidi=language)
    run = element("rPr", fonts, element("sz", val=_BODY), element("szCs", val=_BODY), tongue)
    spacing = element("pPr", element("spacing", before="40", after="40"))
    defaults = element("docDefaults", element("rPrDefault", run), element("pPrDefault", spacing))
    normal = element("style", element("name", val="Normal"), element("qFormat"), type="paragraph", styleId="Normal")
    normal.set(normal.tag.replace("style", "default"), "1")
    title = _heading("Title", "Title", _TITLE, "")
    return root("styles", defaults, normal, title, _heading("Heading1", "heading 1", _HEADING, "0"))


def _heading(style_id: str, name: str, size: str, level: str) -> etree._Element:
    outline = [element("outlineLvl", val=level)] if level else []
    look = element("pPr", element("keepNext"), element("spacing", before="240", after="120"), *outline)
    run = element("rPr", element("b"), element("bCs"), element("sz", val=size), element("szCs", val=size))
    base, following = element("basedOn", val="Normal"), element("next", val="Normal")
    parts = (element("name", val=name), base, following, element("qFormat"), look, run)
    return element("style", *parts, type="paragraph", styleId=style_id)


def settings_part(language: str) -> etree._Element:
    """`word/settings.xml`: read-only without a password, but for the ranges that everyone may edit."""
    mode = element("compatSetting", name="compatibilityMode", uri=_WORD_URI, val=_WORD_2013)
    return root(
        "settings",
        element("zoom", percent="100"),
        element("documentProtection", edit="readOnly", enforcement="1"),
        element("defaultTabStop", val="720"),
        element("compat", mode),
        element("themeFontLang", val=language, bidi=language),
        element("decimalSymbol", val="."),
        element("listSeparator", val=","),
    )


def core_part(title: str, language: str) -> etree._Element:
    """`docProps/core.xml`: what it is and in which language; neither who made it nor when."""
    core = etree.Element(f"{{{_CP}}}coreProperties", nsmap={"cp": _CP, "dc": _DC})
    etree.SubElement(core, f"{{{_DC}}}title").text = title
    etree.SubElement(core, f"{{{_DC}}}language").text = language
    return core
