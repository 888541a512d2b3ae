"""Who signs, and that nobody who only filled in the form is printed."""

from __future__ import annotations

import pytest

from statement_kit.sign_ons.who import person_of, who_signs

FORM = {
    "person": "Sok Dara",
    "title": "Director",
    "organisation": "River Keepers",
    "acronym": "RK",
    "name:km": "អ្នកថែរក្សាទន្លេ",
}


def filled(texts: dict[str, str], kind: str) -> dict[str, str] | None:
    found = who_signs(texts, kind)
    return None if found is None else {field: text for field, text in found.items() if text}


@pytest.mark.parametrize("kind", ["organisation", "network"])
def test_of_an_organisation_nothing_is_told_of_whoever_filled_in_the_form(kind: str) -> None:
    assert filled(FORM, kind) == {"name": "River Keepers", "acronym": "RK", "name:km": "អ្នកថែរក្សាទន្លេ", "kind": kind}


def test_of_an_individual_the_organisation_is_told_behind_the_title() -> None:
    assert filled(FORM, "individual") == {"name": "Sok Dara", "title": "Director, River Keepers", "kind": "individual"}


def test_an_organisation_that_the_title_names_already_is_not_told_twice() -> None:
    texts = {"name": "Sok Dara", "title": "Director of River Keepers", "organisation": "river keepers"}
    assert filled(texts, "individual") == {
        "name": "Sok Dara",
        "title": "Director of River Keepers",
        "kind": "individual",
    }


def test_the_column_of_names_goes_before_that_of_organisations() -> None:
    assert filled({"name": "River Keepers", "organisation": "Forest Network"}, "organisation") == {
        "name": "River Keepers",
        "kind": "organisation",
    }


def test_a_name_may_come_in_two_columns() -> None:
    assert person_of({"first_name": "Dara", "last_name": "Sok"}) == "Dara Sok"
    assert person_of({"last_name": "Sok"}) == "Sok"
    assert filled({"first_name": "Dara", "last_name": "Sok"}, "") == {"name": "Dara Sok", "kind": "individual"}


@pytest.mark.parametrize(
    "texts",
    [
        {"person": "Sok Dara", "organisation": "River Keepers"},
        {"first_name": "Dara", "name": "River Keepers"},
        {"name": "Sok Dara", "title": "Director"},
        {"name": "Sok Dara", "organisation": "River Keepers"},
    ],
)
def test_whether_a_person_signs_or_their_organisation_is_asked(texts: dict[str, str]) -> None:
    assert who_signs(texts, "") is None


@pytest.mark.parametrize("texts", [{"name": "River Keepers"}, {"organisation": "River Keepers"}])
def test_a_name_alone_is_nobodys_kind(texts: dict[str, str]) -> None:
    assert filled(texts, "") == {"name": "River Keepers"}


def test_an_individual_has_names_in_languages_where_no_organisation_has_them() -> None:
    texts = {"name": "Sok Dara", "name:km": "សុខ ដារ៉ា", "title:km": "សាស្ត្រាចារ្យ"}  # Sok Dara, professor
    assert filled(texts, "individual") == {**texts, "kind": "individual"}
