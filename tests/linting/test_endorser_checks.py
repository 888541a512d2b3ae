"""Each check of a list of endorsers: what it finds, and what looks nearly like it and is right."""

from __future__ import annotations

import pytest
from linting import found

from statement_kit.endorsers import Endorser
from statement_kit.linting import lint_endorsers
from statement_kit.linting.acronyms import fits
from statement_kit.linting.folding import folded, folded_words
from statement_kit.linting.nearness import Neighbourhood, is_slip
from statement_kit.linting.order import order_key

SAME = (
    ("Klahaan Group", "KLAHAAN group"),
    ("Non-Timber Forest Products", "Non Timber Forest Products"),
    ("Battambang Human Rights", "Human Rights of Battambang"),
    ("Kdei Karuna", "Kdeikaruna"),
    ("Village Support Group", "Village Support Groups"),
    ("Association Équité", "Association Equite"),
    ("បណ្តាញស្ត្រីកម្ពុជា", "បណ្តាញ\u200bស្ត្រីកម្ពុជា"),  # Network of Women of Cambodia, with a space without width
    ("ស្ត្រីខ្មែរជួយឲ្យ", "ស្ត្រីខ្មែរជួយឱ្យ"),  # Khmer women help to give, in the two spellings of “give”
    ("ក្រុមស្ដ្រីខ្មែរ", "ក្រុមស្រ្តីខ្មែរ"),  # Group of Khmer Women: coeng DA for TA, and RO first
    ("มูลนิธิเพื่อน้ำใส", "มูลนิธิเพื่อนํ้าใส"),  # Foundation for Clear Water, SARA AM in two code points
)


@pytest.mark.parametrize(("first", "second"), SAME)
def test_the_same_organisation_is_found_under_another_spelling(first: str, second: str) -> None:
    assert "2 twice" in found(first, second)


ALIKE = (
    ("Klahaan", "Klahaan Organization"),
    ("Mlup Promviheathor Group", "Mlup Promvihearthor Group"),
    ("អង្គការស្ត្រីខ្មែរ", "ស្ត្រីខ្មែរ"),  # Organisation of Khmer Women, and Khmer Women
    ("មូលនិធិកុមារកម្ពុជា", "មូលនិធិកុមាកម្ពុជា"),  # Foundation for Children of Cambodia, a letter short
    ("เครือข่ายผู้หญิงชายแดน", "เครือข่ายผูหญิงชายแดน"),  # Network of Women at the Border, a tone short
)


@pytest.mark.parametrize(("first", "second"), ALIKE)
def test_what_may_be_the_same_organisation_is_found(first: str, second: str) -> None:
    assert "2 alike" in found(first, second)


def test_a_name_that_is_the_acronym_of_another_row_may_be_the_same_organisation() -> None:
    assert found(("Kdei Karuna", "KdK"), "KDK") == ["2 alike"]


OTHERS = (
    ("Village Group 1", "Village Group 2"),
    ("Women Peace Makers", "Women Peace Network"),
    ("Cambodian Farm Workers", "Cambodian Form Workers"),  # short words are often one letter apart
    ("Youth Network", "Youth Federation"),
    ("បណ្តាញស្ត្រីកម្ពុជា", "បណ្តាញកុមារកម្ពុជា"),  # Network of Women, Network of Children
    ("มูลนิธิผู้หญิง", "มูลนิธิเด็ก"),  # Foundation for Women, for Children
)


@pytest.mark.parametrize(("first", "second"), OTHERS)
def test_two_organisations_are_not_taken_for_one(first: str, second: str) -> None:
    assert found(first, second) == []


def test_an_acronym_of_two_names_is_told_and_a_repeat_is_told_once() -> None:
    assert found(("Peace Union", "PU"), ("People United", "PU")) == ["2 acronym-shared"]
    assert found(("Peace Union", "PU"), ("Peace Unions", "PU")) == ["2 twice"]
    khmer = ("សហជីពសន្តិភាព", "PU")  # Union of Peace
    assert found(("Peace Union", "PU"), khmer) == ["2 acronym-shared"]


@pytest.mark.parametrize(
    "name",
    [
        "Good Nieghbors",
        "Internation Friends",
        "Peace Organizaton",
        "Peace organizationn",
        "Youth Developement",
        "សហជីបកម្មករ",  # Union of Workers, misspelt
        "มูลนิธีเด็ก",  # Foundation for Children, misspelt
    ],
)
def test_a_common_word_misspelt_is_found(name: str) -> None:
    assert found(name) == ["1 misspelt"]


@pytest.mark.parametrize(
    "name",
    [
        "ORGANIZATON",  # capitals: an acronym or a name
        "Kumnit Kumar",
        "MoPoTsyo Patients",
        "Labour Programme Centre",
        "Workers Organisations",
        "សហជីពកម្មករ",  # Union of Workers
        "បណ្ដាញកុមារ",  # Network of Children, with the other of its two letters
        "มูลนิธิเด็ก",  # Foundation for Children
    ],
)
def test_a_word_that_is_right_or_a_name_is_no_mistake(name: str) -> None:
    assert found(name) == []


def test_a_word_that_the_list_itself_has_often_is_a_proposal() -> None:
    names = [f"{word} Battambang" for word in ("Dawn", "Peace", "Rice", "Youth")]
    assert found(*names, "River Battambamg") == ["5 misspelt"]


def test_two_forms_of_a_word_are_told_once_with_both_counts() -> None:
    names = ["Alpha Center", "Beta Center", "Gamma Centre"]
    findings = lint_endorsers([Endorser(at, name) for at, name in enumerate(names, 1)], {})
    assert [one.message for one in findings] == ["The list writes “Center” 2 times and “Centre” once."]
    assert found("Alpha Centre", "Beta Centre") == []
    assert found("បណ្តាញកុមារ", "បណ្ដាញកសិករ") == ["2 two-forms"]  # Network of Children, Network of Farmers


@pytest.mark.parametrize(
    ("name", "rule"),
    [
        ("12. Vivid Grove", "number-in-name"),
        ("១២. ក្រុមកុមារ", "number-in-name"),  # 12. Group of Children
        ("• Vivid Grove", "number-in-name"),
        ("Vivid Grove.", "last-mark"),
        ("ក្រុមកុមារ។", "last-mark"),  # Group of Children, with a full stop
        ("Vivid Grove,", "last-mark"),
        (", Vivid Grove", "first-mark"),
        ("Vivid,, Grove", "double-mark"),
        ("Vivid  Grove", "double-space"),
        ("กลุ่ม  เด็ก", "double-space"),  # Group of Children
        ("Vivid , Grove", "space-at-mark"),
        ("Vivid Grove (North", "bracket"),
        ("Vivid Grove ()", "bracket"),
        ("“Vivid Grove”", "quotation-mark"),
        ('Vivid "Grove', "quotation-mark"),
        ("Vivid Grove (VG)", "acronym-in-name"),
        ("Vivid Grove VG", "acronym-in-name"),
        ("Vivid \u202eGrove", "direction-mark"),
        ("Vi\u200bvid Grove", "unseen-character"),
        ("ស្\u200bត្រីខ្មែរ", "unseen-character"),  # Khmer Women, torn within a syllable
        ("เ\u200bด็กไทย", "unseen-character"),  # Thai Children, torn within a syllable
        ("Vivid \u0410SEAN", "look-alike"),
        ("Vivid \u0421\u041e", "look-alike"),
        ("ក្រុមเด็ก", "look-alike"),  # Group, in Khmer, and Children, in Thai
        ("Vivid Ｇrove", "look-alike"),
    ],
)
def test_what_strayed_into_a_name_is_found(name: str, rule: str) -> None:
    assert found(name) == [f"1 {rule}"]


@pytest.mark.parametrize(
    "name",
    [
        "3S Rivers",
        "7 Days Group",
        "Vivid Grove Inc.",
        "Grove e.V.",
        "Vivid Grove (North)",
        "Women's Voices",
        "Action “Vivid” Grove",
        "AMARA NGO",
        "Operations, Aid and Care",
        "ក្រុម\u200bកុមារ",  # Group of Children, with a space without width between its words
        "กลุ่ม\u200bเด็ก",  # Group of Children, likewise
        "กลุ่มSOS",  # Group SOS: Thai is written close to Latin
    ],
)
def test_marks_that_belong_to_a_name_are_left(name: str) -> None:
    assert found(name) == []


def test_an_acronym_with_its_column_is_told_when_it_stands_in_the_name_too() -> None:
    assert found(("Vivid Grove (VG)", "VG")) == ["1 acronym-in-name"]
    assert found(("SOS Villages", "SOS")) == []


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("CamboJA", "Cambodian Journalists Alliance Association"),
        ("FTUWKC", "Federation of Free Trade Union of Workers of the Kingdom of Cambodia"),
        ("0.0.0", "Our Objective Organization"),
        ("PDP-Center", "People Center for Development and Peace"),
        ("FAEC Cambodia", "Facilitation Association for Economy of Cooperatives"),
        ("3SPN", "3S Rivers Protection Network"),
        ("มพส.", "มูลนิธิเพื่อสตรี"),  # Foundation for Women
        ("PU", "សហជីពសន្តិភាព"),  # Union of Peace
    ],
)
def test_an_acronym_may_take_its_letters_where_it_likes_in_their_order(acronym: str, name: str) -> None:
    assert fits(acronym, name)


@pytest.mark.parametrize(
    ("acronym", "name"),
    [
        ("XQZ", "Cambodian Health Committee"),
        ("HCC", "Cambodian Women Union"),
        ("มกค.", "มูลนิธิเพื่อสตรี"),  # Foundation for Women
        ("ខកគ", "សហជីពសន្តិភាព"),  # Union of Peace
    ],
)
def test_an_acronym_of_other_letters_does_not_fit(acronym: str, name: str) -> None:
    assert found((name, acronym)) == ["1 acronym-unlike"]


SORTED = ["Alpha", "beta", "Gamma", "The Hill", "Iota", "Kappa", "Lambda", "Mu", "Nu-Land", "Omega"]


def test_the_fewest_entries_out_of_order_are_told() -> None:
    assert found(*SORTED) == []
    assert found("Zeta", *SORTED) == ["1 order"]
    assert found(*SORTED[:4], "Zeta", *SORTED[4:], "Chi") == ["5 order", "12 order"]


def test_a_list_that_is_not_sorted_has_no_order_to_break() -> None:
    assert found(*SORTED[::-1]) == []
    assert found("Omega", "Alpha") == []


def test_a_list_may_sort_the_under_t() -> None:
    assert found(*SORTED[:3], *SORTED[4:], "The Hill", "Upsilon") == []


def test_khmer_and_thai_are_sorted_by_their_letters() -> None:
    assert order_key("ក្រុម\u200bកុមារ") == order_key("ក្រុមកុមារ")  # Group of Children
    assert order_key("เกษตร") < order_key("ขวัญ")  # farming, spirit: by the consonant, not the vowel before it
    assert order_key("The SOS") < order_key("Sunrise")


def test_numbers_missing_repeated_or_out_of_turn_are_told() -> None:
    def rules(*numbers: int) -> list[str]:
        names = ("Dawn", "Hill", "Rice", "Tree")
        rows = [Endorser(number, name) for number, name in zip(numbers, names, strict=False)]
        return [f"{one.clause} {one.rule}" for one in lint_endorsers(rows, {})]

    assert rules(1, 2, 3, 4) == []
    assert rules(1, 2, 4) == ["endorser.4 endorsers/number-gap"]
    assert rules(1, 2, 2, 3) == ["endorser.2 endorsers/duplicate-number"]
    assert rules(1, 3, 2) == ["endorser.2 endorsers/number-order"]


def test_words_are_compared_in_one_form() -> None:
    assert folded_words("The Women's Organisations’ Centre") == ["the", "women", "organization", "center"]
    assert folded("កោ") == folded("ក\u17c1\u17b6")  # the vowel O, typed as its two halves


def test_a_slip_is_one_letter_or_two_that_changed_places() -> None:
    assert is_slip("nieghbors", "neighbors")
    assert not is_slip("village1", "village2")
    assert not is_slip("same", "same")
    assert list(Neighbourhood(["river", "rover", "cloud"]).near("rivr")) == ["river"]
