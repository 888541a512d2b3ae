"""What stands around the numbers of labels, as the brand wants it: `1.`, `1`, `1)` or `(1)`, alike in every format."""

from __future__ import annotations

from dataclasses import replace

from statement_kit.brand import Brand, LabelForm
from statement_kit.document.blocks import Block, Document
from statement_kit.languages.registry import Language


def with_label_forms(document: Document, brand: Brand) -> Document:
    """The document with its numbers and letters in the brand's forms; bullets and the numbers of notes stay.

    To do so twice is to do it once.

    Args:
        document: As it was composed.
        brand: Whose forms.
    """
    forms = {role: style.label_form for role, style in brand.styles.items()}
    if set(forms.values()) == {LabelForm.LANGUAGE}:
        return document
    language = document.language
    return replace(document, blocks=tuple(_with_form(block, forms[block.role], language) for block in document.blocks))


def label_pattern(form: LabelForm, language: Language) -> str:
    """What stands around a number, as a pattern with `{}`: the language's own, where the brand has none."""
    return language.label_pattern if form is LabelForm.LANGUAGE else form.around("{}")


def _with_form(block: Block, form: LabelForm, language: Language) -> Block:
    if not block.number or not block.label or form is LabelForm.LANGUAGE:
        return block
    bare = "".join(char for char in block.label if char.isalnum())
    return replace(block, label=label_pattern(form, language).format(bare))
