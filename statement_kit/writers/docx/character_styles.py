"""Character styles: what marks, links and references to notes look like.

A style for emphasis is italic on the Latin axis and nothing on the other, so that no Khmer or Thai is
ever slanted, whoever applies it (T13); what is emphasised in those scripts is in the style for what is strong.

Weight and slope are toggles: on in a paragraph style and in a character style, they are off in the text
(ISO/IEC 29500-1, 17.7.3). So a run is in a style of these only for what its paragraph's style has not.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from statement_kit.brand import Face, Style, voice
from statement_kit.brand.styles import LINK_COLOUR
from statement_kit.document.blocks import Role
from statement_kit.writers.docx.label_widths import label_face
from statement_kit.writers.docx.labels import label_ground, number_font, number_sizes
from statement_kit.writers.docx.looks import LATIN, Looks
from statement_kit.writers.docx.markup import element, on_off
from statement_kit.writers.docx.style_names import ROLE_STYLES, label_style_id, link_style

HYPERLINK = "Hyperlink"
FOOTNOTE_REFERENCE = "FootnoteReference"
PAGE_NUMBER = "PageNumber"

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
    for role, style in looks.brand.styles.items():
        if has_own_links(style):
            yield _style(*link_style(role), *_link(style, looks), is_builtin=False)
    note = number_font(looks.brand.styles[Role.PARAGRAPH].face, looks)
    yield _style(FOOTNOTE_REFERENCE, "footnote reference", note, element("vertAlign", val="superscript"))
    face = looks.brand.styles[Role.FURNITURE].face
    yield _style(PAGE_NUMBER, "page number", number_font(face, looks), *number_sizes(Role.FURNITURE, face, looks))
    for role in (Role.NOTE, Role.LIST_ITEM, Role.ENDORSER):
        name = f"{ROLE_STYLES[role].name.title()} Label"
        yield _style(label_style_id(role), name, *_label(role, looks), is_builtin=False)
    _ask_for_marked_text(looks)


def has_own_links(style: Style) -> bool:
    """Whether links in a paragraph style look otherwise than elsewhere."""
    return style.link_colour != LINK_COLOUR or bool(style.underline_colour)


def _link(style: Style, looks: Looks) -> tuple[etree._Element, etree._Element]:
    """The colour of a link's words, and the line under them, faint where it has a colour of its own."""
    own = style.underline_colour
    line = {"color": looks.brand.faint(own).lstrip("#").upper()} if own else {}
    return looks.colour(style.link_colour), element("u", val="single", **line)


def _label(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """The labels of a role: the live numbers of notes, and what stands typed before an item."""
    style = looks.brand.styles[role]
    face = label_face(style)
    is_live = role is Role.NOTE
    yield number_font(face, looks) if is_live else looks.fonts(face)
    yield looks.colour(style.label_colour or style.colour)
    yield from number_sizes(role, face, looks) if is_live else looks.sizes(role, face, style.label_size)
    yield from label_ground(role, looks)


def _ask_for_marked_text(looks: Looks) -> None:
    """Have the fonts that these styles switch to go along, whether the statement marks anything or not."""
    for is_emphasised, is_strong in ((True, False), (False, True), (True, True)):
        face = voice(Face.TEXT, is_emphasised=is_emphasised, is_strong=is_strong)
        for script in {LATIN, looks.language.script}:
            looks.slot_name(face, script)


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
