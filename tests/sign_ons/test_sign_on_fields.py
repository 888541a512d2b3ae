"""The closed list of fields."""

from __future__ import annotations

import pytest

from statement_kit.sign_ons.fields import ANSWERS, BY_LANGUAGE, FIELDS, TAUGHT, field_words, is_field, is_printed

REGISTER = (
    *("name", "acronym", "kind", "title", "capacity", "country", "website", "signed", "standing", "logo_consent"),
    *("name:km", "acronym:th", "title:my", "transliteration:km", "name:zh-Hant"),
)


@pytest.mark.parametrize("field", [*REGISTER, *FIELDS, "kind=network", "consent=yes", "capacity=personal"])
def test_a_field_is_known_and_explained(field: str) -> None:
    assert is_field(field)
    assert field_words(field)


@pytest.mark.parametrize(
    "field",
    ["", "ignored", "phone", "Name", "name:", "name:K", "country:km", "kind=foo", "name=yes", "kind=", "name :km"],
)
def test_anything_else_is_no_field(field: str) -> None:
    assert not is_field(field)


def test_fields_that_are_typed_by_hand_and_printed_are_known() -> None:
    assert {field for field in (*FIELDS, *REGISTER) if is_printed(field)} == {
        *("name", "acronym", "title", "organisation", "person", "first_name", "last_name"),
        *("name:km", "acronym:th", "title:my", "transliteration:km", "name:zh-Hant"),
    }


def test_answers_belong_to_fields() -> None:
    assert set(ANSWERS) < set(FIELDS)
    assert set(FIELDS) >= TAUGHT
    assert set(BY_LANGUAGE) - set(FIELDS) == {"transliteration"}
