"""Labels of lists and notes: the font that draws them, and the column they hang in."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from lxml import etree

from statement_kit.brand import Face
from statement_kit.brand.dress import LABEL_PAD_EM
from statement_kit.document.blocks import Role
from statement_kit.text.font_name import FontName
from statement_kit.writers.docx.dress import padding, shading
from statement_kit.writers.docx.label_widths import label_face
from statement_kit.writers.docx.looks import LATIN, Looks, all_slots
from statement_kit.writers.docx.markup import element, half_points, on_off, twips

GAP_EM = 0.5
"""Space between a label and its text."""


def hang_pt(role: Role, looks: Looks) -> float:
    """Width of the column in which the labels of a role hang, in pt; 0 for a role without labels.

    In a list that has none, it is what lines stand in that turn over.
    """
    style, size_pt = looks.brand.styles[role], looks.brand.size_pt(role, looks.language.script)
    if looks.has_bare(role):
        return style.turns_em * size_pt
    if not style.hangs_em:
        return 0.0
    return max(style.hangs_em * size_pt, looks.label_widths.get(role, 0.0) + gap_pt(role, looks))


def gap_pt(role: Role, looks: Looks) -> float:
    """Space between the labels of a role and its text, in pt."""
    return GAP_EM * looks.brand.size_pt(role, looks.language.script)


def edge_pt(role: Role, looks: Looks) -> float:
    """Where labels that share an edge end, in pt from the margin."""
    return looks.brand.insets_pt(role, looks.language)[0] + hang_pt(role, looks) - gap_pt(role, looks)


def label_tab(role: Role, looks: Looks) -> etree._Element:
    """`w:tab` at which typed labels of a role end."""
    return element("tab", val="right", pos=twips(edge_pt(role, looks)))


def typed_indent(role: Role, looks: Looks) -> Mapping[str, str]:
    """The attributes of `w:ind` of a role whose labels are typed, or whose lines stand in where they turn over."""
    left_pt = looks.brand.insets_pt(role, looks.language)[0] + hang_pt(role, looks)
    return {"left": twips(left_pt), **_right(role, looks), "hanging": twips(hang_pt(role, looks))}


def indent(role: Role, looks: Looks) -> Mapping[str, str]:
    """The attributes of `w:ind` of a role with labels, which end at one edge or begin at one."""
    left_pt = looks.brand.insets_pt(role, looks.language)[0] + hang_pt(role, looks)
    is_flush = looks.brand.styles[role].labels_end_flush
    hanging = {"hanging": twips((gap_pt if is_flush else hang_pt)(role, looks))}
    return {"left": twips(left_pt), **_right(role, looks), **hanging}


def _right(role: Role, looks: Looks) -> Mapping[str, str]:
    """What a ground takes at the right."""
    right_pt = looks.brand.insets_pt(role, looks.language)[1]
    return {"right": twips(right_pt)} if right_pt else {}


def number_looks(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """The children of `w:rPr` for the live numbers of a role."""
    style = looks.brand.styles[role]
    face = label_face(style)
    yield from _drawn(face, looks)
    yield looks.colour(style.label_colour or style.colour)
    yield from number_sizes(role, face, looks)
    yield from label_ground(role, looks)


def label_ground(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """The field behind the labels of a role, if they have one."""
    style = looks.brand.styles[role]
    if style.label_ground:
        size_pt = looks.brand.size_pt(role, looks.language.script) * style.label_size
        yield padding(LABEL_PAD_EM * size_pt, style.label_ground, looks)
        yield shading(style.label_ground, looks)


def bullet_looks(role: Role, looks: Looks) -> Iterator[etree._Element]:
    """The same for bullets, which come from the Latin typeface, on whatever axis a reader sets them."""
    style = looks.brand.styles[role]
    typeface = looks.slot(label_face(style), LATIN)
    name = looks.name(typeface, is_complex=False)
    yield all_slots(name.family, name.family)
    yield from _style(name)
    yield looks.colour(style.label_colour or style.colour)
    size = half_points(looks.size_pt(role, typeface) * style.label_size)
    yield element("sz", val=size)
    yield element("szCs", val=size)
    yield from label_ground(role, looks)


def number_font(face: Face, looks: Looks) -> etree._Element:
    """`w:rFonts` of live numbers in a face: of pages and notes, whose weight is that of the text around them."""
    family = looks.table.label_name(face, looks.typeface(face, looks.language.script)).family
    return all_slots(family, family)


def number_sizes(role: Role, face: Face, looks: Looks) -> tuple[etree._Element, etree._Element]:
    """`w:sz` and `w:szCs` of live numbers: a font of labels has the scale of its script in its drawings (T15)."""
    typeface = looks.typeface(face, looks.language.script)
    has_own = looks.table.has_label_font
    size_pt = looks.brand.size_pt(role, looks.language.script) * looks.brand.styles[role].label_size
    size = half_points(size_pt * (1.0 if has_own else typeface.scale))
    return element("sz", val=size), element("szCs", val=size)


def _drawn(face: Face, looks: Looks) -> Iterator[etree._Element]:
    """The font of live numbers, and its style, said outright."""
    yield number_font(face, looks)
    yield from _style(looks.table.label_name(face, looks.typeface(face, looks.language.script)))


def _style(name: FontName) -> Iterator[etree._Element]:
    """Weight and slope of a font that holds both axes."""
    for tag, is_on in (("b", name.is_bold), ("i", name.is_italic)):
        yield on_off(tag, is_on)
        yield on_off(f"{tag}Cs", is_on)
