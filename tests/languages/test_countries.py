"""Countries: known by every name that people type, and named in every language of the kit."""

from __future__ import annotations

import pytest

from statement_kit.languages.countries import country_code, country_codes, country_name
from statement_kit.languages.registry import LANGUAGES

TYPED = (
    ("Cambodia", "KH"),
    (" cambodia. ", "KH"),
    ("Kampuchea", "KH"),
    ("Kingdom of Cambodia", "KH"),
    ("កម្ពុជា", "KH"),  # Cambodia
    ("ប្រទេស\u200bកម្ពុជា", "KH"),  # the country Cambodia, with a space without width
    ("ព្រះរាជាណាចក្រកម្ពុជា", "KH"),  # Kingdom of Cambodia
    ("กัมพูชา", "KH"),  # Cambodia
    ("ประเทศไทย", "TH"),  # the country Thailand
    ("ថៃ", "TH"),  # Thailand
    ("Laos", "LA"),
    ("Lao PDR", "LA"),
    ("lao_pdr", "LA"),
    ("สปป.ลาว", "LA"),  # Lao PDR
    ("Burma", "MM"),
    ("Myanmar", "MM"),
    ("พม่า", "MM"),  # Burma
    ("Viet Nam", "VN"),
    ("VIETNAM", "VN"),
    ("Timor-Leste", "TL"),
    ("East Timor", "TL"),
    ("U.S.A.", "US"),
    ("UK", "GB"),
    ("the Netherlands", "NL"),
    ("Cote d’Ivoire", "CI"),
    ("Türkiye", "TR"),
    ("Turkey", "TR"),
    ("KH", "KH"),
    ("kh", "KH"),
    ("KHM", "KH"),
    ("NO", "NO"),
)


@pytest.mark.parametrize(("text", "code"), TYPED)
def test_a_country_is_known_by_what_people_call_it(text: str, code: str) -> None:
    assert country_code(text) == code


@pytest.mark.parametrize("text", ["", "no", "No", "N/A", "Asia", "EU", "XX", "Phnom Penh", "Korea", "Congo", "Us"])
def test_what_is_no_country_or_may_be_two_is_none(text: str) -> None:
    assert country_code(text) is None


@pytest.mark.parametrize("tag", LANGUAGES)
def test_every_country_has_a_name_in_every_language_that_leads_back_to_it(tag: str) -> None:
    assert {code: country_code(country_name(code, tag)) for code in country_codes()} == {
        code: code for code in country_codes()
    }


def test_names_are_short_where_the_register_of_names_is_careful() -> None:
    assert [country_name("MM", tag) for tag in ("en", "km", "th")] == ["Myanmar", "មីយ៉ាន់ម៉ា", "เมียนมา"]
    assert country_name("MM", "en-GB") == "Myanmar"


def test_codes_are_those_of_iso_3166_and_kosovo() -> None:
    assert len(country_codes()) == 250
    assert country_codes().isdisjoint({"EU", "UN", "ZZ", "AC"})


def test_a_code_that_is_no_country_has_no_name() -> None:
    with pytest.raises(KeyError, match="XX"):
        country_name("XX", "en")
