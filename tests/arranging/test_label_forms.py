"""What stands around the numbers of labels: in every language's digits and letters, in the PDF and in live lists."""

from __future__ import annotations

import docx_reading
import pytest
from made_brands import styles
from made_docx import docx_of
from proving import check_proof

from statement_kit.arranging.labels import with_label_forms
from statement_kit.brand import Brand, LabelForm
from statement_kit.document.blocks import Document, Role
from statement_kit.layout.pages import lay_out
from statement_kit.text.fonts import FontLibrary
from statement_kit.writers.pdf import write_pdf

LANGUAGES = ["en", "km", "th"]
FIRST = {"en": ("1", "a"), "km": ("១", "ក"), "th": ("๑", "ก")}  # Khmer and Thai: "1" and the first letter


def brand(form: LabelForm) -> Brand:
    look = {"label_form": form}
    return Brand(styles=styles(demand_heading=look, list_item=look, endorser=look))


@pytest.mark.parametrize("form", LabelForm)
@pytest.mark.parametrize("language", LANGUAGES)
def test_numbers_and_letters_stand_in_their_form_and_bullets_and_notes_as_they_are(
    language: str, form: LabelForm, everything: dict[str, Document]
) -> None:
    content = everything[language]
    made = with_label_forms(content, brand(form))
    number, letter = FIRST[language]
    wanted = {"language": "{}.", "1": "{}", "1.": "{}.", "1)": "{})", "(1)": "({})"}[form]
    labels = {role: [block.label for block in made.blocks if block.role is role] for role in Role}
    assert labels[Role.DEMAND_HEADING][0] == labels[Role.ENDORSER][0] == wanted.format(number)
    assert wanted.format(letter) in labels[Role.LIST_ITEM]
    assert "•" in labels[Role.LIST_ITEM]
    assert labels[Role.NOTE] == [block.label for block in content.blocks if block.role is Role.NOTE]
    assert with_label_forms(made, brand(form)) == made


@pytest.mark.parametrize("form", LabelForm)
@pytest.mark.parametrize("language", LANGUAGES)
def test_the_pdf_says_them_and_the_lists_of_a_docx_count_to_them(
    language: str, form: LabelForm, everything: dict[str, Document], library: FontLibrary
) -> None:
    looks = brand(form)
    made = with_label_forms(everything[language], looks)
    check_proof(write_pdf(made, lay_out(made, looks, library)), made.blocks)
    counted = [one.drawn for one in docx_reading.paragraphs(docx_of(made, looks)) if one.drawn]
    assert counted == [block.label for block in made.blocks if block.label and block.role is not Role.NOTE]


def test_a_brand_without_forms_changes_nothing(everything: dict[str, Document]) -> None:
    assert with_label_forms(everything["km"], Brand()) is everything["km"]
