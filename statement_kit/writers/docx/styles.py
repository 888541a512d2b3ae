"""The styles of the file: one named paragraph style for each role, and the looks of each from the brand.

Everything a reader of the file may want to change is here and nowhere on paragraphs. Three choices:

- The headings of demands are Word's own “Heading 1”. Those of sections and of the annex look different, so
  they are styles of their own at the same outline level, based on it: readers and converters that follow
  either the level or the base find one flat list of headings under the Title.
- Lines are spaced “at least” (`atLeast`): the brand's leading, or the font's own where that is more, so
  that stacks never collide (P03). A multiple (`auto`) would multiply the fonts' own line heights,
  which run from 1.3 to 1.8 em, and `exact` cuts stacks off.
- Gaps between paragraphs are the larger of what both want, as in the PDF. That is what readers do with
  `w:before` and `w:after` (ISO/IEC 29500-1, 17.3.1.33) unless the settings ask for the sums of old.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from lxml import etree

from statement_kit.brand import Style
from statement_kit.brand.page import BAR_GAP_PT, BAR_PT
from statement_kit.document.blocks import HEADING_LEVELS, Role
from statement_kit.languages.registry import Alignment
from statement_kit.writers.docx.character_styles import character_styles
from statement_kit.writers.docx.labels import edge_pt, hang_pt
from statement_kit.writers.docx.looks import Looks
from statement_kit.writers.docx.markup import eighths, element, on_off, root, twips


@dataclass(frozen=True, slots=True)
class NamedStyle:
    """A paragraph style as a reader's list of styles shows it.

    Attributes:
        id: Its identifier in the file.
        name: Its name; Word's own styles are written as Word spells them.
        base: The style it is based on.
        next: The style of the paragraph typed after it, or empty for the same.
        is_builtin: Whether Word knows it without being told.
    """

    id: str
    name: str
    base: str = "Normal"
    next: str = ""
    is_builtin: bool = False


ROLE_STYLES: Mapping[Role, NamedStyle] = {
    Role.KIND: NamedStyle("Kind", "Kind", next="Title"),
    Role.TITLE: NamedStyle("Title", "Title", next="Lead", is_builtin=True),
    Role.LEAD: NamedStyle("Lead", "Lead"),
    Role.DEMAND_HEADING: NamedStyle("Heading1", "heading 1", next="BodyText", is_builtin=True),
    Role.SECTION_HEADING: NamedStyle("Heading1Section", "Heading 1 Section", "Heading1", next="BodyText"),
    Role.PARAGRAPH: NamedStyle("BodyText", "Body Text", is_builtin=True),
    Role.QUOTATION: NamedStyle("Quote", "Quote", is_builtin=True),
    Role.LIST_ITEM: NamedStyle("ListParagraph", "List Paragraph", is_builtin=True),
    Role.NOTE: NamedStyle("FootnoteText", "footnote text", is_builtin=True),
    Role.CONTACT: NamedStyle("Contact", "Contact", next="Issued"),
    Role.ISSUED: NamedStyle("Issued", "Issued"),
    Role.ANNEX_HEADING: NamedStyle("Heading1Annex", "Heading 1 Annex", "Heading1", next="Endorser"),
    Role.ENDORSER: NamedStyle("Endorser", "Endorser"),
    Role.LETTERHEAD: NamedStyle("Letterhead", "Letterhead", next="Header"),
    Role.FURNITURE: NamedStyle("Header", "header", is_builtin=True),
}
"""The one table from roles to styles; `w:basedOn` names only styles that stand before it here."""

FOOTER = "Footer"
ANNEX_END = "AnnexEnd"

_RULED = frozenset({Role.KIND, Role.ANNEX_HEADING})
_WHOLE = frozenset({*HEADING_LEVELS, Role.KIND, Role.ENDORSER})

_JUSTIFIED = {"Thai": "thaiDistribute"}
"""How filled lines are called in scripts that fill them otherwise than `both`."""

_LEAST_GAP_EM = {Role.ENDORSER: 0.2}
"""Space below list entries that have none: the digits' font may be taller than that of the names, and then
the lines within an entry would stand further apart than the entries."""


def label_style_id(role: Role) -> str:
    """The id of the character style of a role's labels."""
    return f"{ROLE_STYLES[role].id}Label"


def has_label_style(style: Style) -> bool:
    """Whether labels of a style look different from its text."""
    return bool(style.label_colour or style.label_face)


def styles_part(looks: Looks) -> etree._Element:
    """`word/styles.xml`."""
    text = (*_role_styles(looks), *_extra_styles(looks), *character_styles(looks))
    return root("styles", _defaults(looks), *_base_styles(), *text)


def _defaults(looks: Looks) -> etree._Element:
    """What holds everywhere: face, size, colour, language, and the rules of pages (P01, P07)."""
    style = looks.brand.styles[Role.PARAGRAPH]
    run = element(
        "rPr",
        looks.fonts(style.face),
        looks.colour("ink"),
        *looks.sizes(Role.PARAGRAPH, style.face),
        _language(looks),
    )
    paragraph = element("pPr", element("widowControl"), element("suppressAutoHyphens"), element("jc", val="left"))
    return element("docDefaults", element("rPrDefault", run), element("pPrDefault", paragraph))


def _language(looks: Looks) -> etree._Element:
    tag = looks.language.region_tag
    bidi = {"bidi": tag} if looks.is_complex else {}
    return element("lang", val=tag, eastAsia="en-US", **bidi)


def _base_styles() -> Iterator[etree._Element]:
    yield element(
        "style", element("name", val="Normal"), element("qFormat"), type="paragraph", default="1", styleId="Normal"
    )
    yield element(
        "style",
        element("name", val="Default Paragraph Font"),
        element("uiPriority", val="1"),
        type="character",
        default="1",
        styleId="DefaultParagraphFont",
    )


def _role_styles(looks: Looks) -> Iterator[etree._Element]:
    for priority, (role, named) in enumerate(ROLE_STYLES.items(), 2):
        style = looks.brand.styles[role]
        paragraph = element("pPr", *_paragraph_properties(looks, role, style))
        yield _style(named, priority, paragraph, element("rPr", *_run_properties(looks, role, style)))
        if has_label_style(style):
            yield _label_style(looks, role, style)


def _style(named: NamedStyle, priority: int, *properties: etree._Element) -> etree._Element:
    children = [element("name", val=named.name), element("basedOn", val=named.base)]
    if named.next:
        children.append(element("next", val=named.next))
    children += [element("uiPriority", val=str(priority)), element("qFormat"), *properties]
    custom = {} if named.is_builtin else {"customStyle": "1"}
    return element("style", *children, type="paragraph", **custom, styleId=named.id)


def _paragraph_properties(looks: Looks, role: Role, style: Style) -> Iterator[etree._Element]:
    """The children of a style's `w:pPr`, in the order of the schema."""
    if style.keeps_with_next:
        yield element("keepNext")
    if role in _WHOLE:
        yield element("keepLines")
    if role in _RULED:
        yield element("pBdr", _bar(looks))
    if style.hangs_em:
        yield element("tabs", *_tabs(looks, role, style))
    if looks.is_hyphenated(role):
        yield on_off("suppressAutoHyphens", False)
    yield _spacing(looks, role, style)
    yield from _indents(looks, role, style)
    if style.is_running_text:
        yield element("jc", val=_alignment(looks, role))
    if role in HEADING_LEVELS and role is not Role.TITLE:
        yield element("outlineLvl", val="0")


def _bar(looks: Looks) -> etree._Element:
    """The accent bar, as a border of the paragraph below it: nothing a reader could select or lose."""
    colour = looks.hex_colour("accent")
    return element("top", val="single", sz=eighths(BAR_PT), space=str(round(BAR_GAP_PT)), color=colour)


def _tabs(looks: Looks, role: Role, style: Style) -> Iterator[etree._Element]:
    """Where labels end, if at one edge, and where the text begins."""
    inset_pt = looks.brand.inset_pt(role, looks.language)
    if style.labels_end_flush:
        yield element("tab", val="right", pos=twips(inset_pt + edge_pt(role, looks)))
    yield element("tab", val="left", pos=twips(inset_pt + hang_pt(role, looks)))


def _indents(looks: Looks, role: Role, style: Style) -> Iterator[etree._Element]:
    """From the margins, and of the first line (P04, P05); said outright where a base style may have others."""
    inset_pt, hang = looks.brand.inset_pt(role, looks.language), hang_pt(role, looks)
    first = looks.brand.indent_pt(role, looks.language)
    if not (inset_pt or hang or first) and ROLE_STYLES[role].base == "Normal":
        return
    right = {"right": twips(inset_pt)} if inset_pt else {}
    line = {"hanging": twips(hang)} if hang else {"firstLine": twips(first)}
    yield element("ind", left=twips(inset_pt + hang), **right, **line)


def _alignment(looks: Looks, role: Role) -> str:
    """`w:jc` (P01): `both` stretches spaces only, which Thai has few of, so it spreads clusters too (D10)."""
    if looks.brand.alignment_of(role, looks.language) is Alignment.RAGGED:
        return "left"
    return _JUSTIFIED.get(looks.language.script, "both")


def _spacing(looks: Looks, role: Role, style: Style) -> etree._Element:
    """Space above, below and between lines.

    The line of the kind begins below the space kept for a letterhead; the annex's heading stands at the
    top of a page and has none above.
    """
    above_pt = {Role.ANNEX_HEADING: 0.0, Role.KIND: looks.brand.letterhead_pt}
    before_pt = above_pt.get(role, style.before_em * looks.base_pt)
    return element(
        "spacing",
        before=twips(before_pt),
        after=twips(max(style.after_em, _LEAST_GAP_EM.get(role, 0.0)) * looks.base_pt),
        line=twips(looks.leading_pt(role)),
        lineRule="atLeast",
    )


def _run_properties(looks: Looks, role: Role, style: Style) -> Iterator[etree._Element]:
    is_bold = looks.is_bold(style.face)
    yield looks.fonts(style.face)
    yield on_off("b", is_bold)
    yield on_off("bCs", is_bold)
    if looks.is_italic(style.face):
        yield element("i")
        yield on_off("iCs", False)
    yield looks.colour(style.colour)
    yield from looks.sizes(role, style.face)


def _label_style(looks: Looks, role: Role, style: Style) -> etree._Element:
    """The character style of a role's labels. It says nothing of weight: a toggle there would flip the paragraph's."""
    properties = []
    if style.label_face:
        properties.append(looks.fonts(style.label_face))
    properties.append(looks.colour(style.label_colour or style.colour))
    if style.label_face:
        properties += looks.sizes(role, style.label_face)
    return element(
        "style",
        element("name", val=f"{ROLE_STYLES[role].name.title()} Label"),
        element("basedOn", val="DefaultParagraphFont"),
        element("rPr", *properties),
        type="character",
        customStyle="1",
        styleId=label_style_id(role),
    )


def _extra_styles(looks: Looks) -> Iterator[etree._Element]:
    """Styles no role needs but the file does: the footer and the annex's end."""
    footer = NamedStyle(FOOTER, "footer", ROLE_STYLES[Role.FURNITURE].id, is_builtin=True)
    yield _style(footer, 99, element("pPr", element("jc", val="right")))
    end = NamedStyle(ANNEX_END, "Annex End")
    spacing = element("spacing", before="0", after="0", line="20", lineRule="exact")
    size = element("rPr", element("sz", val="2"), element("szCs", val="2"))
    yield _style(end, 99, element("pPr", spacing), size)
