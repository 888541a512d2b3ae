"""What the words of a header ask for."""

from __future__ import annotations

import pytest

from statement_kit.sign_ons.header_topics import ORGANISATION_NAME, PERSON_NAME, language_of, topics_of
from statement_kit.sign_ons.headers import header_words, technical_name


@pytest.mark.parametrize(
    ("header", "name"),
    [
        ("First Name", "first_name"),
        ("person.given_name", "given_name"),
        ("_embedded/osdi:person/given_name", "given_name"),
        ("email_addresses.0.address", "email_addresses/0/address"),
        ("Created At", "created_at"),
        ("_uuid", "_uuid"),
        ("What is your name?", "what_is_your_name?"),
    ],
)
def test_a_name_is_the_same_however_an_export_dresses_it(header: str, name: str) -> None:
    assert technical_name(header) == name


def test_a_header_is_words_with_one_space_between_them() -> None:
    assert header_words("nameOf_Org’s\u200b Office?  (EN)") == "name of orgs office en"
    assert header_words("តួនាទី៖") == "តួនាទី"  # role
    assert header_words("ตำแหน่ง/อาชีพ") == "ตำแหน่ง อาชีพ"  # position, occupation


HEADERS = (
    ("Email Address", "email"),
    ("E-mail of your organisation", "email"),
    ("អាសយដ្ឋានអ៊ីមែល", "email"),  # e-mail address
    ("ที่อยู่อีเมล", "email"),  # e-mail address
    ("Website of your organisation", "website"),
    ("Name of your organisation", ORGANISATION_NAME),
    ("Organisation", ORGANISATION_NAME),
    ("ឈ្មោះអង្គការ", ORGANISATION_NAME),  # name of the organisation
    ("ชื่อองค์กร", ORGANISATION_NAME),  # name of the organisation
    ("Your full name", PERSON_NAME),
    ("ชื่อ-นามสกุล", PERSON_NAME),  # name and surname
    ("Name", "name"),
    ("ឈ្មោះ", "name"),  # name
    ("First name", "first_name"),
    ("Surname", "last_name"),
    ("นามสกุล", "last_name"),  # family name
    ("Acronym of your organisation", "acronym"),
    ("អក្សរកាត់", "acronym"),  # abbreviation
    ("ชื่อย่อ", "acronym"),  # short name
    ("What type of organisation are you?", "kind"),
    ("ប្រភេទអង្គការ", "kind"),  # kind of organisation
    ("ประเภทองค์กร", "kind"),  # kind of organisation
    ("I am signing as …", "kind"),
    ("In which country is your organisation based?", "country"),
    ("ប្រទេស", "country"),  # country
    ("Your position in the organisation", "title"),
    ("តួនាទី", "title"),  # role
    ("ตำแหน่ง", "title"),  # position
    ("Affiliation", "organisation"),
    ("Do you agree that your organisation's name is published?", "consent"),
    ("Are you happy for your organisation to be listed publicly?", "consent"),
    ("តើអ្នកយល់ព្រមឲ្យផ្សព្វផ្សាយឈ្មោះទេ?", "consent"),  # do you agree that the name is published?
    ("ท่านยินยอมให้เผยแพร่ชื่อหรือไม่", "consent"),  # do you consent to the name being published?
    ("publish_name", "consent"),
    ("Would you like to remain anonymous?", "anonymous"),
    ("Please withhold our name", "anonymous"),
    ("ไม่ประสงค์ออกนาม", "anonymous"),  # wish not to be named
    ("May we show your organisation's logo?", "logo_consent"),
    ("Do you sign in your personal capacity?", "capacity"),
    ("Date of signature", "signed"),
    ("កាលបរិច្ឆេទ", "signed"),  # date
    ("วันที่", "signed"),  # date
    ("Phone number", "ignored"),
    ("Contact phone of the organisation", "ignored"),
    ("លេខទូរស័ព្ទ", "ignored"),  # telephone number
    ("เบอร์โทรศัพท์", "ignored"),  # telephone number
    ("IP Address", "ignored"),
    ("Name of contact person", "ignored"),
    ("Upload your logo", "ignored"),
    ("Date of birth", "ignored"),
    ("Any comments on the text?", "ignored"),
    ("May we send you our newsletter by email?", "ignored"),
)


@pytest.mark.parametrize(("header", "topic"), HEADERS)
def test_a_question_is_understood(header: str, topic: str) -> None:
    assert next(topics_of(header_words(header)), None) == topic


@pytest.mark.parametrize(
    "header", ["Do you endorse this statement?", "Q17", "ខ្ញុំជឿ", "ความเชื่อ", ""]
)  # I believe, belief
def test_a_question_about_something_else_is_not(header: str) -> None:
    assert list(topics_of(header_words(header))) == []


@pytest.mark.parametrize(
    ("header", "tag"),
    [
        ("Name in Khmer", "km"),
        ("ឈ្មោះជាភាសាអង់គ្លេស", "en"),  # name in English
        ("ชื่อภาษาไทย", "th"),  # name in Thai
        ("Name in Khmer or Thai", None),
        ("Name", None),
    ],
)
def test_the_language_that_is_asked_for_is_known(header: str, tag: str | None) -> None:
    assert language_of(header_words(header)) == tag
