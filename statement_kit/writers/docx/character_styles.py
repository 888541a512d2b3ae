"""Character styles: what marks, links and references to notes look like.

A style for emphasis is italic on the Latin axis and nothing on the other, so that no Khmer or Thai is
ever slanted, whoever applies it (T13); what is emphasised in those scripts is in the style for what is strong.

Weight and slope are toggles: on in a paragraph style and in a character style, they are off in the text
(ISO/IEC 29500-1, 17.7.3). So a run is in a style of these only for what its paragraph's style has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import element, on_off

HYPERLINK = "Hyperlink"
FOOTNOTE_REFERENCE = "FootnoteReference"

MARK_STYLES: Mapping[frozenset[str], str] = {
    frozenset(): "",
    frozenset("i"): "Emphasis",
    frozenset("b"): "Strong",
    frozenset("bi"): "EmphasisStrong",
}
"""The style that switches these toggles on; `w:b` stands for `w:bCs` too."""

_PRIORITY = "20"
"""Where readers list these styles: behind those of paragraphs."""


def character_styles(looks: Looks) -> Iterator[etree._Element]:
    """The styles, all of them in every file: an editor may want one that the statement did not use.

    Links are underlined, too: the accent colour alone is too close to the ink for readers who see colours
    poorly, and gone from a black print (WCAG 2.1, 1.4.1).
    """
    yield _style("Emphasis", "Emphasis", *_italic())
    yield _style("Strong", "Strong", *_bold())
    yield _style("EmphasisStrong", "Emphasis Strong", *_bold(), *_italic(), is_builtin=False)
    yield _style(HYPERLINK, "Hyperlink", looks.colour("accent"), element("u", val="single"))
    yield _style(FOOTNOTE_REFERENCE, "footnote reference", element("vertAlign", val="superscript"))


def _bold() -> tuple[etree._Element, etree._Element]:
    return element("b"), element("bCs")


def _italic() -> tuple[etree._Element, etree._Element]:
    return element("i"), on_off("iCs", False)


def _style(style_id: str, name: str, *properties: etree._Element, is_builtin: bool = True) -> etree._Element:
    custom = {} if is_builtin else {"customStyle": "1"}
    return element(
        "style",
        element("name", val=name),
        element("basedOn", val="DefaultParagraphFont"),
        element("uiPriority", val=_PRIORITY),
        element("qFormat"),
        element("rPr", *properties),
        type="character",
        **custom,
        styleId=style_id,
    )
