"""The styles of the file: one named paragraph style for each role, and the looks of each from the brand.

What a reader of the file may want to change is here. On paragraphs and runs stands only what no style can know: the
list, the neighbours, the typeface of another script, the indent that makes the lines of a heading equal. Three choices:

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

from collections.abc import Iterator
from copy import deepcopy
from math import ceil

from lxml import etree

from statement_kit.arranging.wall import ROW_GAP_PT
from statement_kit.brand import Placement, Style
from statement_kit.document.blocks import HEADING_LEVELS, Role
from statement_kit.languages.registry import Alignment
from statement_kit.writers.docx.character_styles import character_styles
from statement_kit.writers.docx.dress import JC, dress, no_dress
from statement_kit.writers.docx.labels import indent, label_tab, typed_indent
from statement_kit.writers.docx.looks import LATIN, Looks
from statement_kit.writers.docx.markup import element, half_points, on_off, root, twips
from statement_kit.writers.docx.numbering import NO_LIST, STYLED, Lists
from statement_kit.writers.docx.style_names import (
    COLUMN_HEAD,
    FOOTER,
    HEADING_2,
    HEADING_3,
    LETTERHEAD_LINE,
    LOGO_WALL,
    ROLE_STYLES,
    STRUT,
    WHERE_USED,
    NamedStyle,
)
from statement_kit.writers.docx.wall import logo_tabs

_WHOLE = frozenset({*HEADING_LEVELS, Role.KIND, Role.ENDORSER})

_JUSTIFIED = {"Thai": "thaiDistribute"}
"""How filled lines are called in scripts that fill them otherwise than `both`."""

_LATENT = {"defLockedState": "0", "defUIPriority": "99", "defSemiHidden": "1", "defUnhideWhenUsed": "1"}
"""Word's own styles that the file does not have: known, but not offered before an editor asks for them."""


def styles_part(looks: Looks, lists: Lists) -> etree._Element:
    """`word/styles.xml`."""
    text = (*_role_styles(looks, lists), *_extra_styles(looks), *character_styles(looks))
    latent = element("latentStyles", **_LATENT, defQFormat="0")
    return root("styles", _defaults(looks), latent, *_base_styles(), *text)


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


def _role_styles(looks: Looks, lists: Lists) -> Iterator[etree._Element]:
    unused = WHERE_USED - {block.role for block in looks.document.blocks}
    for priority, (role, named) in enumerate(ROLE_STYLES.items(), 2):
        if role in unused:
            continue
        style = looks.brand.styles[role]
        paragraph = element("pPr", *_paragraph_properties(looks, lists, role, style))
        ink = looks.brand.masthead.ink if role is Role.LETTERHEAD else ""
        yield _style(named, priority, paragraph, element("rPr", *_run_properties(looks, role, style, ink)))


def _style(named: NamedStyle, priority: int, *properties: etree._Element) -> etree._Element:
    children = [element("name", val=named.name), element("basedOn", val=named.base)]
    if named.next:
        children.append(element("next", val=named.next))
    children += [element("uiPriority", val=str(priority)), element("qFormat"), *properties]
    custom = {} if named.is_builtin else {"customStyle": "1"}
    return element("style", *children, type="paragraph", **custom, styleId=named.id)


def _paragraph_properties(looks: Looks, lists: Lists, role: Role, style: Style) -> Iterator[etree._Element]:
    """The children of a style's `w:pPr`, in the order of the schema."""
    if style.keeps_with_next:
        yield element("keepNext")
    if role in _WHOLE:
        yield element("keepLines")
    if role in STYLED and role not in lists.plain:
        yield _list(STYLED[role])
    elif _is_based_on_a_list(role):
        yield _list(NO_LIST)
    yield from dress(role, looks) if looks.brand.dress(role, looks.language) else _plain(role, looks)
    if role in lists.plain and not looks.has_bare(role):
        yield element("tabs", label_tab(role, looks))
    if looks.is_hyphenated(role):
        yield on_off("suppressAutoHyphens", False)
    yield _spacing(looks, role, style)
    yield from _indents(looks, lists, role, style)
    if style.is_running_text:
        yield element("jc", val=_alignment(looks, role))
    elif style.placement is not Placement.START and not style.hangs_em:
        yield element("jc", val=JC[style.placement])
    if role in HEADING_LEVELS and role is not Role.TITLE:
        yield element("outlineLvl", val=str(HEADING_LEVELS[role] - HEADING_LEVELS[Role.DEMAND_HEADING]))


def _plain(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """That a style has neither rule nor ground, where the heading that it is based on has."""
    if ROLE_STYLES[role].base != "Normal" and looks.brand.dress(Role.DEMAND_HEADING, looks.language):
        yield from no_dress()


def _list(number: int) -> etree._Element:
    """`w:numPr`: the live list that paragraphs of a style are entries of."""
    return element("numPr", element("numId", val=str(int(number))))


def _is_based_on_a_list(role: Role) -> bool:
    """Whether a role's style would else inherit a number, or says outright that it has none as its base does."""
    return ROLE_STYLES[role].base in {HEADING_2.id, *(ROLE_STYLES[styled].id for styled in STYLED)}


def _is_based_on_italics(role: Role, looks: Looks) -> bool:
    base = ROLE_STYLES[role].base
    base = HEADING_2.base if base == HEADING_2.id else base
    styled = (looks.brand.styles[other] for other, named in ROLE_STYLES.items() if named.id == base)
    return any(looks.is_italic(style.face) for style in styled)


def _indents(looks: Looks, lists: Lists, role: Role, style: Style) -> Iterator[etree._Element]:
    """From the margins, and of the first line (P04, P05); said outright where a base style may have others."""
    if style.hangs_em:
        yield element("ind", **(typed_indent if role in lists.plain else indent)(role, looks))
        return
    (left_pt, right_pt), first = (
        looks.brand.insets_pt(role, looks.language),
        looks.brand.indent_pt(role, looks.language),
    )
    if not (left_pt or right_pt or first) and ROLE_STYLES[role].base == "Normal":
        return
    right = {"right": twips(right_pt)} if right_pt else {}
    yield element("ind", left=twips(left_pt), **right, firstLine=twips(first))


def _alignment(looks: Looks, role: Role) -> str:
    """`w:jc` (P01): `both` stretches spaces only, which Thai has few of, so it spreads clusters too (D10)."""
    if looks.brand.alignment_of(role, looks.language) is Alignment.RAGGED:
        return "left"
    return _JUSTIFIED.get(looks.language.script, "both")


def _spacing(looks: Looks, role: Role, style: Style) -> etree._Element:
    """Space above, below and between lines.

    The accent bar has its room above the heading of the annex and above the opening line, below the space kept
    for a letterhead, which keeps it itself where there is one. The running head pushes the text down to where it
    begins on later pages (see `body`).
    """
    before_pt = style.before_em * looks.base_pt
    if role is Role.FURNITURE:
        before_pt += looks.head_lead_pt
    if role is looks.document.opening:
        before_pt = 0.0 if looks.has_letterhead else looks.brand.masthead.room_pt + looks.brand.bar.room_pt
    if role is Role.ANNEX_HEADING:
        before_pt = looks.brand.bar.room_pt + (0.0 if looks.annex_begins_page else before_pt)
    if role is Role.GROUP_HEADING:
        before_pt = _to_the_grid_pt(looks, before_pt)
    after_pt = looks.head_gap_pt if role is Role.FURNITURE else style.after_em * looks.base_pt
    return element(
        "spacing",
        before=twips(before_pt),
        after=twips(after_pt),
        line=twips(looks.leading_pt(role)),
        lineRule="atLeast",
    )


def _to_the_grid_pt(looks: Looks, before_pt: float) -> float:
    """Space above the heading of a group: with it a line of the heading is as high as whole lines of entries."""
    grid_pt, own_pt = looks.leading_pt(Role.ENDORSER), looks.leading_pt(Role.GROUP_HEADING)
    if around := looks.brand.dress(Role.GROUP_HEADING, looks.language):
        own_pt += around.above_pt + around.below_pt
        return ceil((before_pt + own_pt) / grid_pt) * grid_pt - own_pt
    return max(1, round((before_pt + own_pt) / grid_pt)) * grid_pt - own_pt


def _run_properties(looks: Looks, role: Role, style: Style, ink: str = "") -> Iterator[etree._Element]:
    """The children of a style's `w:rPr`, in a colour of the masthead's if it has one."""
    is_bold = looks.is_bold(style.face)
    yield looks.fonts(style.face)
    yield on_off("b", is_bold)
    yield on_off("bCs", is_bold)
    if (is_italic := looks.is_italic(style.face)) or _is_based_on_italics(role, looks):
        yield on_off("i", is_italic)
        yield on_off("iCs", False)
    yield looks.colour(ink or style.colour)
    yield from looks.sizes(role, style.face)


def _extra_styles(looks: Looks) -> Iterator[etree._Element]:
    """Styles no role needs but the file, or its editor, does."""
    for level, (named, size_em, colour) in enumerate(((HEADING_2, 1.0, "ink"), (HEADING_3, 0.94, "quiet")), 1):
        yield _style(named, 20 + level, *_lower_heading(looks, level, size_em, colour))
    furniture = looks.brand.styles[Role.FURNITURE]
    lines = element("spacing", before="0", after="0", line=twips(looks.leading_pt(Role.FURNITURE)), lineRule="atLeast")
    run = element("rPr", *_run_properties(looks, Role.FURNITURE, furniture, looks.brand.masthead.ink))
    yield _style(LETTERHEAD_LINE, 99, element("pPr", lines), run)
    above = {"before": "0"} if looks.head_lead_pt else {}
    placed = JC[Placement.END if furniture.placement is Placement.START else furniture.placement]
    yield _style(FOOTER, 99, element("pPr", element("spacing", **above, after="0"), element("jc", val=placed)))
    spacing = element("spacing", before="0", after="0", line="20", lineRule="exact")
    size = element("rPr", element("sz", val="2"), element("szCs", val="2"))
    yield _style(STRUT, 99, element("pPr", spacing), size)
    if looks.has_text_columns:
        yield _style(COLUMN_HEAD, 99, element("pPr", element("keepNext"), element("spacing", before="0", after="0")))
    if looks.document.wall:
        line = element("spacing", before=twips(ROW_GAP_PT), after="0", line="20", lineRule="atLeast")
        yield _style(LOGO_WALL, 99, element("pPr", logo_tabs(looks), line), deepcopy(size))


def _lower_heading(looks: Looks, level: int, size_em: float, colour: str) -> tuple[etree._Element, etree._Element]:
    """The looks of a heading within a demand: that of the demand, smaller and without its number."""
    paragraph = element(
        "pPr",
        _list(NO_LIST),
        *(no_dress() if looks.brand.dress(Role.DEMAND_HEADING, looks.language) else ()),
        element("spacing", before=twips(0.8 * looks.base_pt), after=twips(0.3 * looks.base_pt)),
        element("ind", left="0", firstLine="0"),
        element("outlineLvl", val=str(level)),
    )
    face = looks.brand.styles[Role.DEMAND_HEADING].face
    latin, cs = (looks.slot(face, script).scale for script in (LATIN, looks.language.script))
    sizes = (half_points(looks.base_pt * size_em * scale) for scale in (latin, cs))
    tagged = (element(tag, val=size) for tag, size in zip(("sz", "szCs"), sizes, strict=True))
    return paragraph, element("rPr", looks.colour(colour), *tagged)
