"""What a style asks for that its role cannot show: a placement, a rule, a ground, the looks of labels it has not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from statement_kit.brand.dress import UNDRESSED, box_of, padding_pt
from statement_kit.brand.kinds import wrong
from statement_kit.brand.placement import LabelForm, Placement
from statement_kit.brand.styles import Style
from statement_kit.diagnostics import Diagnostic
from statement_kit.document.blocks import IN_COLUMNS, Role
from statement_kit.languages.registry import LANGUAGES

if TYPE_CHECKING:
    from statement_kit.brand.brand import Brand

MOST_PADDING_PT = 31
"""How far a border may stand from text in Word (ISO/IEC 29500-1, 17.3.4)."""


def style_problems(brand: Brand) -> Iterator[Diagnostic]:
    """Every style that asks for what its role cannot show."""
    for role, style in brand.styles.items():
        yield from _placement_problems(role, style)
        yield from _dress_problems(brand, role, style)
        yield from _label_problems(role, style)
        if box_of(role) is not role and style.inset_em:
            hint = f"Let “{box_of(role)}” stand in; it goes along."
            message = f"“{role}” has no inset of its own: it stands in the box of its {box_of(role)}."
            yield wrong("inset", message, hint, _key(role, "inset"))


def _key(role: Role, name: str) -> str:
    """What findings about a key of a style name as their clause."""
    return f"brand.styles.{role}.{name}"


def _placement_problems(role: Role, style: Style) -> Iterator[Diagnostic]:
    if style.placement is Placement.START:
        return
    why, hint = "", "Leave its align (placement) out."
    if role is Role.LETTERHEAD:
        why, hint = "the masthead says where it stands", "Give the masthead that placement."
    elif role in IN_COLUMNS:
        why = "it stands in the columns of the annex"
    elif style.is_running_text:
        why = "it is running text, which is set as [alignment] says"
    elif style.hangs_em:
        why = "its lines hang from their labels"
    if why:
        yield wrong("placement", f"“{role}” has no place at the {style.placement}: {why}.", hint, _key(role, "align"))


def _dress_problems(brand: Brand, role: Role, style: Style) -> Iterator[Diagnostic]:
    if style.rule is None and not style.ground:
        return
    if role in UNDRESSED:
        what = "rule" if style.rule else "ground"
        hint = "Give it to a heading, a quotation or running text; the masthead has a ground and a rule of its own."
        yield wrong("dress", f"“{role}” cannot have a {what}.", hint, _key(role, what))
    elif max(padding_pt(style, brand.size_pt(role, each.script)) for each in LANGUAGES.values()) > MOST_PADDING_PT:
        message = f"The padding of “{role}” is more than {MOST_PADDING_PT} pt, which no Word file can hold."
        yield wrong("padding", message, "Lessen its padding (pad_em).", f"brand.styles.{role}")


def _label_problems(role: Role, style: Style) -> Iterator[Diagnostic]:
    has_form = style.label_form is not LabelForm.LANGUAGE
    if not style.hangs_em and (has_form or style.label_size != 1 or style.label_ground):
        message = f"“{role}” has no labels whose form, size or ground could be another."
        name = "label_form" if has_form else "label_ground" if style.label_ground else "label_size"
        hint = "Give that to demands, to the items of lists or to endorsers."
        yield wrong("label", message, hint, _key(role, name))
    elif role is Role.NOTE and has_form:
        message = "The numbers of notes stand as they are; their form cannot be another."
        yield wrong("label", message, "Leave label_form of “note” out.", _key(role, "label_form"))
