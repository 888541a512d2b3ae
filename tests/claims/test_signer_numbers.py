"""Numbers of those who sign, and other numbers of organisations, people and countries."""

from __future__ import annotations

import pytest

from statement_kit.claims.signer_numbers import signer_numbers
from statement_kit.languages.endorsing import ENDORSING, Counted

LEAD, DEMAND, TITLE = "preamble.1", "demand.1.1", "title"


def found(text: str, tag: str = "en", clause: str = LEAD) -> list[tuple[int, Counted]]:
    return [(number.number.value, number.counted) for number in signer_numbers(text, clause, tag)]


def shown(text: str, tag: str = "en", clause: str = LEAD) -> list[str]:
    return [text[number.start : number.end].strip() for number in signer_numbers(text, clause, tag)]


ENGLISH = [
    "We, the undersigned {} organizations, are concerned.",
    "We, the undersigned {} civil society organisations from Cambodia and Thailand, urge all parties",
    "We, {} organisations working for peace,",
    "We are {} civil society, human rights and media organisations.",
    "We, the undersigned, {} national and international organisations,",
    "Signed by {} organisations",
    "This joint statement has been endorsed by {} organisations.",
    "The {} undersigned organisations have one wish.",
    "The {} signatory organisations have one wish.",
    "The {} organisations who have signed this statement have one wish.",
    "We write on behalf of {} organisations.",
]
ENGLISH_LEADS = [
    "{} organisations jointly call on both governments to talk",
    "{} civil society organisations from Cambodia and Thailand urge restraint",
    "As {} organisations of the border, we call for peace",
]
KHMER = [
    # we, being civil society organisations numbering …, whose names are listed below, are concerned
    "យើងខ្ញុំ ជាអង្គការសង្គមស៊ីវិលចំនួន {} ដែលមានរាយនាមខាងក្រោម មានការព្រួយបារម្ភ",
    # we, being civil society organisations whose names are listed below, numbering …, condemn
    "យើងខ្ញុំជាអង្គការសង្គមស៊ីវិលដែលមានរាយនាមខាងក្រោម ចំនួន{} សូមថ្កោលទោស",
    "យើងខ្ញុំ អង្គការទាំង{}",  # we, all … organisations
    "យើងខ្ញុំ {} អង្គការ សូមអំពាវនាវ",  # we, … organisations, call
    "ចុះហត្ថលេខាដោយអង្គការចំនួន {}",  # signed by organisations numbering …
    "អង្គការចំនួន {} ដែលបានចុះហត្ថលេខាខាងក្រោម",  # organisations numbering … who have signed below
]
KHMER_LEADS = ["អង្គការចំនួន {} សូមអំពាវនាវ"]  # organisations numbering … call
KHMER_TITLES = [
    "អង្គការចំនួន {} អំពាវនាវឱ្យមានបទឈប់បាញ់",  # organisations numbering … call for a ceasefire
    "សេចក្តីថ្លែងការណ៍រួមរបស់អង្គការចំនួន {}",  # joint statement of organisations numbering …
    "{} អង្គការ អំពាវនាវ",  # … organisations call
]
THAI = [
    "เรา {} องค์กร ต้องการให้หยุดยิง",  # we, … organisations, want a ceasefire
    "เรา องค์กรภาคประชาสังคม {} องค์กร ผู้ลงนามข้างท้ายนี้",  # we, civil society organisations, …, who signed below
    "พวกเรา องค์กรสิทธิมนุษยชนจำนวน {} แห่ง",  # we, human rights organisations numbering …
    "ข้าพเจ้า ในนามองค์กร {} องค์กร",  # we, in the name of … organisations
    "ลงนามโดย {} องค์กร",  # signed by … organisations
    "องค์กรที่ร่วมลงนามท้ายแถลงการณ์นี้ จำนวน {} องค์กร",  # organisations that signed at the end of this, numbering …
    "{}องค์กรที่มีรายชื่อท้ายนี้",  # … organisations whose names are listed below
]
THAI_LEADS = ["องค์กรภาคประชาชน {} องค์กร ขอประณาม"]  # people's organisations, …, condemn
THAI_TITLES = [
    "{} องค์กรเรียกร้องให้หยุดยิง",  # … organisations demand a ceasefire
    "แถลงการณ์ร่วม {} องค์กร",  # joint statement, … organisations
    "แถลงการณ์ขององค์กรภาคประชาสังคม {} องค์กร",  # statement of civil society organisations, …
]
ENGLISH_TITLES = [
    "{} civil society organisations call for an immediate ceasefire",
    "{} organisations for peace",
    "Joint statement of {} organisations",
    "Joint Statement by {} organisations: peace now",
    "Thailand: {} organisations urge release",
]
NUMBERS = {
    "en": ["101", "1,234", "one hundred and one", "a hundred and one"],
    "km": ["101", "1.234", "មួយរយមួយ"],  # 101
    "th": ["101", "1,234", "หนึ่งร้อยเอ็ด", "ร้อยเอ็ด"],  # 101, twice
}
CASES = [
    *((text, "en", clause) for text in ENGLISH for clause in (LEAD, DEMAND, TITLE)),
    *((text, "en", LEAD) for text in ENGLISH_LEADS),
    *((text, "en", TITLE) for text in ENGLISH_TITLES),
    *((text, "km", clause) for text in KHMER for clause in (LEAD, DEMAND, TITLE)),
    *((text, "km", LEAD) for text in KHMER_LEADS),
    *((text, "km", TITLE) for text in KHMER_TITLES),
    *((text, "th", clause) for text in THAI for clause in (LEAD, DEMAND, TITLE)),
    *((text, "th", LEAD) for text in THAI_LEADS),
    *((text, "th", TITLE) for text in THAI_TITLES),
]


@pytest.mark.parametrize(("text", "tag", "clause"), CASES)
def test_a_number_of_those_who_sign_is_found_in_digits_and_in_words(text: str, tag: str, clause: str) -> None:
    for number in NUMBERS[tag]:
        ((value, counted),) = found(text.format(number), tag, clause)
        assert value in (101, 1234)
        assert counted is Counted.ORGANISATIONS


OTHERS = [
    ("en", "Three organisations were attacked."),
    ("en", "14 organisations were closed"),
    ("en", "In 2021, 20 organisations warned of the conflict."),
    ("en", "In 2021, twenty organisations wrote a letter that three countries signed."),
    ("en", "We condemn the attack on 20 organisations."),
    ("en", "We, the undersigned, condemn the closure of 14 organisations."),
    ("en", "We call on the 10 member states and 3 organisations"),
    ("en", "We represent 5,000 people."),
    ("en", "On 28 July 2025 civil society organisations call for peace"),
    ("en", "Since July 2025 organisations call"),
    ("en", "46 people were killed when two organisations were shelled"),
    ("en", "The Agreements were signed by 19 countries in 1991."),
    ("en", "all 19 signatories of the 1991 Paris Peace Agreements"),
    ("en", "UN Security Council resolution 1325 and 12 treaties"),
    ("en", "The petition was signed by 300 people."),
    ("en", "The school is supported by 20 organisations."),
    ("en", "Release the leaders of 14 organisations"),
    ("en", "hundreds of organisations call"),
    ("en", "We, one organisation among many organisations,"),
    ("en", "We, some 90 organisations,"),
    ("km", "អង្គការចំនួន ៣ ត្រូវបានវាយប្រហារ"),  # three organisations were attacked
    # we condemn the attack on three organisations at the border
    ("km", "យើងខ្ញុំសូមថ្កោលទោសការវាយប្រហារលើអង្គការចំនួន ៣ នៅព្រំដែន"),
    ("km", "គោរពវិធានដែលភាគីទាំងពីរបានចុះហត្ថលេខា"),  # keep the rules that both parties have signed
    # we, the organisations listed below, are concerned about the arrest of nine people
    ("km", "យើងខ្ញុំ ជាអង្គការដែលមានរាយនាមខាងក្រោម ព្រួយបារម្ភចំពោះការចាប់ខ្លួនមនុស្សចំនួន ៩ នាក់"),
    ("km", "យើងខ្ញុំធ្វើការជាមួយអង្គការ"),  # we work together with organisations
    ("km", "ថ្ងៃទី២៨ ខែកក្កដា ឆ្នាំ២០២៥ អង្គការសង្គមស៊ីវិល"),  # 28 July 2025, civil society organisations
    ("th", "องค์กร 3 แห่งถูกโจมตี"),  # three organisations were attacked
    ("th", "เราขอประณามการโจมตีองค์กร 3 แห่ง"),  # we condemn the attack on three organisations
    ("th", "ผู้ลี้ภัยจำนวน 3 รายถูกส่งกลับ"),  # three refugees were sent back
    ("th", "เราเป็นองค์กรที่สามารถทำงานกับองค์กรอื่น"),  # we are organisations that can work with others
    ("th", "เมื่อวันที่ 28 กรกฎาคม 2568 องค์กรภาคประชาสังคมขอเรียกร้อง"),  # on 28 July 2025 civil society demands
    ("th", "ปล่อยตัวแกนนำ 14 องค์กร"),  # release the leaders of 14 organisations
]


@pytest.mark.parametrize(("tag", "text"), OTHERS)
def test_other_numbers_are_not(tag: str, text: str) -> None:
    digits = str.maketrans("០១២៣៤៥៦៧៨៩", "0123456789")
    assert [found(text.translate(digits), tag, clause) for clause in (LEAD, DEMAND, TITLE)] == [[], [], []]


def test_what_others_may_do_as_well_tells_signers_in_a_title_and_preamble_only() -> None:
    text = "20 organisations call for peace"
    assert [len(found(text, "en", clause)) for clause in (TITLE, LEAD, "preamble.2.1", DEMAND, "note.1")] == [
        1,
        1,
        1,
        0,
        0,
    ]


def test_of_numbers_in_a_row_one_sign_is_enough() -> None:
    expected = [(47, Counted.ORGANISATIONS), (312, Counted.INDIVIDUALS), (12, Counted.COUNTRIES)]
    assert found("signed by 47 organizations and 312 individuals from 12 countries.") == expected
    assert found("47 organisations, 312 individuals from 12 countries have signed this.")[:2] == expected[:2]
    assert found("យើងខ្ញុំ អង្គការចំនួន 47 និងបុគ្គលចំនួន 312 នាក់", "km") == expected[:2]  # we, organisations, people
    assert found("เรา 47 องค์กร และ 312 คน", "th") == expected[:2]  # we, organisations and people
    assert found("signed by 47 organisations. 312 people died.") == expected[:1]


def test_several_nouns_for_one_number_count_anybody() -> None:
    assert found("We, 102 organisations and networks, call") == [(102, Counted.ANYBODY)]
    assert found("We, 102 groups, call") == [(102, Counted.ANYBODY)]
    assert found("យើងខ្ញុំ អង្គការ និងបណ្តាញចំនួន 102", "km") == [(102, Counted.ANYBODY)]  # we, organisations and networks


@pytest.mark.parametrize(
    ("text", "tag", "agrees"),
    [
        ("We, 100 organisations,", "en", [False, True, False]),
        ("We, more than 100 organisations,", "en", [False, True, True]),
        ("We, at least 100 organisations,", "en", [False, True, True]),
        ("We, nearly 100 organisations,", "en", [True, True, False]),
        ("យើងខ្ញុំ អង្គការជាង 100", "km", [False, True, True]),  # we, over 100 organisations
        ("เรา กว่า 100 องค์กร", "th", [False, True, True]),  # we, over 100 organisations
        ("เรา 100 กว่าองค์กร", "th", [False, True, True]),  # we, 100 organisations and more
        ("เรา เกือบ 100 องค์กร", "th", [True, True, False]),  # we, nearly 100 organisations
    ],
)
def test_a_number_that_is_a_bound_agrees_with_all_within_it(text: str, tag: str, agrees: list[bool]) -> None:
    (number,) = signer_numbers(text, LEAD, tag)
    assert [number.holds(count, number.number.value) for count in (99, 100, 101)] == agrees


def test_a_number_is_shown_with_its_noun() -> None:
    assert shown("We, the undersigned over 100 civil society organisations, call") == [
        "over 100 civil society organisations"
    ]
    assert shown("យើងខ្ញុំ ជាអង្គការសង្គមស៊ីវិលចំនួន 102 សូម", "km") == ["អង្គការសង្គមស៊ីវិលចំនួន 102"]  # organisations


@pytest.mark.parametrize("tag", ENDORSING)
@pytest.mark.parametrize(
    "part",
    [
        "We, the undersigned 5 organisations ",
        "we, the the the ",
        "signed by 5 ",
        "one hundred ",
        "យើងខ្ញុំអង្គការ5",
        "ที่ลงนามที่",
        "5รายชื่อ",
    ],
)
def test_a_long_text_is_read_to_its_end(tag: str, part: str) -> None:
    for number in signer_numbers((part * 16_000)[:16_000], TITLE, tag):
        assert 0 <= number.start < number.end <= 16_000
