"""What columns may mean."""

from __future__ import annotations

from collections.abc import Sequence

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from made_exports import EXPORTS, export, table

from statement_kit.sign_ons.fields import FIELDS, is_field
from statement_kit.sign_ons.guessing import guess, proposed_map


def guessed(header: Sequence[str], *rows: Sequence[str], source: str = "table") -> dict[str, str | None]:
    return {one.column: one.field for one in guess(table(header, *rows, source=source))}


def sure(header: Sequence[str], *rows: Sequence[str]) -> list[str]:
    return [one.column for one in guess(table(header, *rows)) if one.is_sure]


EXPECTED = {
    "google-forms.csv": {
        "Timestamp": "signed",
        "Email Address": "email",
        "What kind of signatory are you?": "kind",
        "Name of your organisation (as it should appear in the statement)": "organisation",
        "Acronym, if any": "acronym",
        "Name of your organisation in Khmer / ឈ្មោះអង្គការជាភាសាខ្មែរ": "name:km",  # the same in Khmer
        "Your full name": "person",
        "Your position": "title",
        "In which country are you based?": "country",
        "Website": "website",
        "Do you agree that your name, or that of your organisation, is published under the statement?": "consent",
        "May we show your organisation's logo on our website?": "logo_consent",
    },
    "google-forms-khmer.csv": {
        "ប្រព័ន្ធពេលវេលា": "signed",  # timestamp
        "អាសយដ្ឋានអ៊ីមែល": "email",  # e-mail address
        "ឈ្មោះអង្គការ": "name:km",  # name of the organisation
        "ឈ្មោះអង្គការជាភាសាអង់គ្លេស": "name",  # the same in English
        "អក្សរកាត់": "acronym",  # abbreviation
        "ប្រភេទអង្គការ": "kind",  # kind of organisation
        "ប្រទេស": "country",  # country
        "តើអ្នកយល់ព្រមឲ្យផ្សព្វផ្សាយឈ្មោះអង្គការរបស់អ្នកទេ?": "consent",  # do you agree that its name is published?
    },
    "google-forms-thai.csv": {
        "ประทับเวลา": "signed",  # timestamp
        "ที่อยู่อีเมล": "email",  # e-mail address
        "ลงนามในนาม": "kind",  # sign in the name of
        "ชื่อ-นามสกุล": "person",  # name and surname
        "ชื่อองค์กร/หน่วยงาน": "organisation",  # name of the organisation or agency
        "ตำแหน่ง": "title",  # position
        "ประเทศ": "country",  # country
        "ท่านยินยอมให้เผยแพร่ชื่อหรือไม่": "consent",  # do you consent to the name being published?
    },
    "kobotoolbox.csv": {
        "signer/kind": "kind",
        "org/name": "organisation",
        "org/name_km": "name:km",
        "org/acronym": "acronym",
        "org/website": "website",
        "person/full_name": "person",
        "person/job_title": "title",
        "country": "country",
        "publish_name": "consent",
        "_uuid": "registration",
        "_submission_time": "signed",
        "_validation_status": "status",
    },
    "kobotoolbox-labels.csv": {
        "Type of signatory/Organisation": "kind=organisation",
        "Type of signatory/Network": "kind=network",
        "Type of signatory/Individual": "kind=individual",
        "Organisation/Name of organisation::English (en)": "name",
        "Organisation/Name of organisation::Khmer (km)": "name:km",
        "Organisation/Acronym": "acronym",
        "Country": "country",
        "May we publish the name?": "consent",
        "_uuid": "registration",
        "_submission_time": "signed",
    },
    "action-network.csv": {
        "email": "email",
        "First Name": "first_name",
        "Last Name": "last_name",
        "Country": "country",
        "Organization": "organisation",
        "Job Title": "title",
        "Show my name publicly?": "consent",
        "UUID": "registration",
        "Created At": "signed",
    },
    "osdi.csv": {
        "identifiers/0": "registration",
        "action_date": "signed",
        "person.given_name": "first_name",
        "person.family_name": "last_name",
        "person.email_addresses/0/address": "email",
        "person.postal_addresses/0/country": "country",
        "person.custom_fields.organization": "organisation",
        "person.custom_fields.title": "title",
    },
    "civicrm.csv": {
        "Contact ID": "registration",
        "Contact Type": "kind",
        "Display Name": "name",
        "Job Title": "title",
        "Employer": "organisation",
        "Email": "email",
        "Country": "country",
        "Website": "website",
        "Activity Date": "signed",
        "Activity Status": "status",
    },
    "khmer-list.md": {"number": "number", "name": "name", "acronym": "acronym"},
    "thai-list.txt": {"number": "number", "name": "name", "acronym": "acronym"},
}


@pytest.mark.parametrize("name", EXPECTED)
def test_every_column_of_an_export_is_understood_and_the_rest_ignored(name: str) -> None:
    assert {one.column: one.field for one in guess(export(name)) if one.field} == EXPECTED[name]


def test_an_export_of_the_list_itself_maps_onto_itself() -> None:
    made = export("register.csv")
    guesses = guess(made)
    kept = set(made.header) - {"logo"}
    assert {one.column: one.field for one in guesses} == {one: one if one in kept else None for one in made.header}
    assert all(one.is_sure for one in guesses)


@pytest.mark.parametrize("path", sorted(EXPORTS.iterdir()), ids=lambda path: path.name)
def test_no_field_is_guessed_twice_and_none_that_there_is_not(path: object) -> None:
    found = [one.field for one in guess(export(getattr(path, "name", ""))) if one.field]
    assert len(found) == len(set(found))
    assert all(map(is_field, found))


def test_a_name_beside_an_organisation_is_a_persons() -> None:
    assert guessed(["Name", "Organisation"], ["Sok Dara", "River Keepers"]) == {
        "Name": "person",
        "Organisation": "organisation",
    }
    assert guessed(["Organisation name", "Country"], ["River", "KH"]) == {
        "Organisation name": "name",
        "Country": "country",
    }
    assert guessed(["Name", "Country"], ["River", "KH"]) == {"Name": "name", "Country": "country"}


def test_the_better_of_two_columns_wins() -> None:
    header = [
        "Please write the full name of the organisation that signs",
        "Organisation name",
        "Name of the organisation in full",
    ]
    fields = guessed(header, ["River", "River", "River"])
    assert fields["Organisation name"] == "name"
    assert sorted(filter(None, fields.values())) == ["name", "organisation"]


def test_a_contact_person_is_ignored() -> None:
    assert guessed(["Organisation", "Contact person"], ["River", "Sok Dara"])["Contact person"] is None


def test_headers_are_judged_by_what_stands_below_them() -> None:
    header = ["Name to be published", "When did your organisation begin its work?", "Type"]
    rows = [["River", "in the nineties", "a"], ["Forest", "2005, after the flood", "b"], ["Lake", "long ago", "c"]]
    fields = guessed(header, *rows)
    assert fields["Name to be published"] == "name"
    assert fields["When did your organisation begin its work?"] != "signed"


def test_a_question_whose_answers_nobody_has_explained_stays_what_it_asks() -> None:
    made = table(
        ["Organisation", "Do you agree that its name is published?"],
        *[["River", "Sure, go on"], ["Forest", "Rather not"], ["Lake", "Sure, go on"]],
    )
    found = guess(made)[1]
    assert (found.field, found.is_sure) == ("consent", False)


def test_consent_to_nobody_knows_what_is_to_be_looked_at() -> None:
    assert sure(["Name", "Consent"], ["River", "yes"]) == ["Name"]
    assert sure(["Name", "Consent to publish the name"], ["River", "yes"]) == ["Name", "Consent to publish the name"]


def test_what_only_the_cells_tell_is_a_guess_to_be_looked_at() -> None:
    made = table(["A", "B", "C", "D", "E"], ["sok@example.org", "https://example.org", "2025-07-28", "Cambodia", "yes"])
    assert [(one.field, one.is_sure) for one in guess(made)] == [
        ("email", False),
        ("website", False),
        ("signed", False),
        ("country", False),
        (None, False),
    ]


def test_an_empty_column_without_a_meaning_needs_no_look() -> None:
    assert [(one.field, one.is_sure) for one in guess(table(["Name", "Q17"], ["River", ""]))] == [
        ("name", True),
        (None, True),
    ]


def test_boxes_to_an_unknown_question_are_ignored() -> None:
    header = ["Name", "How did you hear of us/Network", "How did you hear of us/Friend"]
    assert [one.field for one in guess(table(header, ["River", "1", "0"]))] == ["name", None, None]


def test_long_headers_and_cells_take_no_time() -> None:
    made = table(["Name", "::" * 50_000, "/" * 50_000], ["River", "(" * 50_000, " at" * 30_000])
    assert [one.field for one in guess(made)] == ["name", None, None]


def test_no_reason_repeats_a_cell() -> None:
    made = table(["A", "B"], ["sok@example.org", "012 345 678"])
    assert all("sok@" not in one.why and "345" not in one.why for one in guess(made))


def test_guesses_make_a_mapping() -> None:
    assert proposed_map(table(["Name", "Phone"], ["River", "012 345 678"])).columns == {
        "Name": "name",
        "Phone": "ignored",
    }


@settings(deadline=None)
@given(
    st.lists(
        st.sampled_from([*FIELDS, "Name", "ឈ្មោះ", "Organisation", "E-mail", "x/y", "x/z"]), min_size=1, unique=True
    )
)
def test_any_header_is_guessed_column_by_column_without_repeating_a_field(header: list[str]) -> None:
    found = guess(table(header, ["1"] * len(header)))
    assert [one.column for one in found] == header
    fields = [one.field for one in found if one.field]
    assert len(fields) == len(set(fields))
