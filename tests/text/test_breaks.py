"""Line breaks: what is proposed, corrected by words and names, filtered by the line-edge rules (L01–L13)."""

from __future__ import annotations

import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import replace
from itertools import pairwise
from textwrap import dedent
from typing import Any

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from statement_kit.document.blocks import Document
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.markup import LINE_END
from statement_kit.text import plain_letters, segmentation
from statement_kit.text.breaks import (
    NEVER_FIRST,
    NEVER_LAST,
    SOFT_HYPHEN,
    WORD_JOINER,
    ZERO_WIDTH_SPACE,
    Break,
    BreakClass,
    is_mark,
    line_breaks,
    miscuts,
)
from statement_kit.text.segmentation import cluster_ends, has_dictionary, is_inside_cluster

MARKS = dict(zip(BreakClass, "⏎||·-~", strict=True))


@pytest.fixture(params=["with ICU", "without ICU"])
def segmenter(request: pytest.FixtureRequest, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    """Every rule holds with ICU's dictionaries and with the kit's own rules in their place (L12)."""
    if request.param == "without ICU":
        monkeypatch.setattr(segmentation, "_icu", None)
        assert not has_dictionary(LANGUAGES["km"])
    return request.param


def marked(text: str, language: Language | str, *, worst: BreakClass = BreakClass.COMPOUND, **how: Any) -> str:
    """The text with a mark wherever a line may end: ⏎ forced, | phrase or word, · compound, - hyphen, ~ last resort."""
    known = LANGUAGES[language] if isinstance(language, str) else language
    found = [each for each in line_breaks(text, known, **how) if each.kind <= worst]
    ends = [Break(0, BreakClass.FORCED), *found]
    pieces = [text[start.at : end.at] + MARKS[end.kind] for start, end in pairwise(ends)]
    return "".join(pieces) + text[ends[-1].at :]


@pytest.mark.parametrize(
    ("rule", "language", "text", "expected"),
    [
        ("L03", "km", "សន្តិភាព។ យើង", "សន្តិភាព។ |យើង"),  # "peace. We"
        ("L03", "km", "សន្តិភាព៖ យើង៕", "សន្តិភាព៖ |យើង៕"),  # "peace: we."
        ("L03", "km", "«សន្តិភាព» និង “សន្តិភាព”", "«សន្តិភាព» |និង |“សន្តិភាព”"),  # "peace and peace"
        ("L03", "en", "peace! (Now) or 50%?", "peace! |(Now) |or |50%?"),
        ("L03", "en", "so « paix » ends ; now ’", "so |« paix » |ends ; |now ’"),  # French "peace"
        ("L03", "en", 'say "now" and 5 " more', 'say |"now" |and |5 " |more'),
        ("L03", "en", "the ’90s – and — now - too", "the |’90s – |and — |now - |too"),
        ("L04", "km", "ថ្មី ៗ និង", "ថ្មី ៗ |និង"),  # "new new and", over the space
        ("L04", "km", "ថ្មី\u00a0ៗ និង", "ថ្មី\u00a0ៗ |និង"),
        ("L04", "km", "ខ្លាំងៗ ណាស់", "ខ្លាំងៗ |ណាស់"),  # "strongly very", without one
        ("L04", "th", "ต่าง ๆ ของ", "ต่าง ๆ |ของ"),  # "various of"
        ("L04", "th", "ทุกวัน\u2003ๆ มา", "ทุกวัน\u2003ๆ |มา"),  # "every day come", over an em space
        ("L05", "km", "៣.០០០ ៛ និង ៥០ %", "៣.០០០ ៛ |និង |៥០ %"),  # "3,000 riel and 50 %"
        ("L05", "km", "៥០\u00a0៛ និង", "៥០\u00a0៛ |និង"),
        ("L05", "km", "៥០ ភាគរយ", "៥០ ភាគរយ"),  # "50 per cent"
        ("L05", "en", "by 12 per cent of it per century", "by |12 per cent |of |it |per |century"),
        ("L05", "en", "in 5 million, 3 millionaires", "in |5 million, |3 |millionaires"),
        ("L05", "en", "cost $ 5 or € 4", "cost |$ 5 |or |€ 4"),
        ("L05", "th", "ราคา ฿ 500 หรือ 500 ฿", "ราคา |฿ 500 |หรือ |500 ฿"),  # "price ฿ 500 or 500 ฿"
        ("L05", "th", "๓,๐๐๐ บาท", "๓,๐๐๐ บาท"),  # "3,000 baht"
        ("L06", "km", "ប៊ិច ។ល។ ទៀត", "ប៊ិច ។ល។ |ទៀត"),  # "pens, etc. more"
        ("L06", "km", "ប៊ិច ។បេ។ ទៀត", "ប៊ិច ។បេ។ |ទៀត"),
        ("L06", "km", "ប៊ិច –ល– ទៀត", "ប៊ិច –ល– |ទៀត"),
        ("L06", "th", "เสื้อ ฯลฯ และ", "เสื้อ |ฯลฯ |และ"),  # "shirts etc. and"
        ("L06", "th", "กรุงเทพ ฯ มา", "กรุงเทพ ฯ |มา"),  # "Bangkok come"
        ("L07", "en", "say “now” (or then and later)", "say |“now” |(or |then |and |later)"),
        ("L07", "en", "( or then and later ) [ and so", "( or |then |and |later ) |[ and |so"),
        ("L08", "km", "ក\u200bខ", "ក\u200b|ខ"),  # two letters, parted by the author
        ("L08", "km", "ក\u200b ខ", "ក\u200b |ខ"),
        ("L08", "km", "ក \u200bខ", "ក \u200b|ខ"),
        ("L08", "th", "ประเทศ\u2060ไทย", "ประเทศ\u2060ไทย"),  # "Thailand", joined by the author
        ("L08", "en", "Siem \u200bReap and 5\u200b% or\u2060 so", "Siem \u200b|Reap |and |5\u200b|% |or\u2060 |so"),
        ("L11", "th", "ปี พ.ศ. 2534", "ปี |พ.ศ. |2534"),  # "year B.E. 2534"
        ("L11", "th", "เมื่อ 12 มิ.ย. ที่ สนง.ตปท. นี้", "เมื่อ |12 |มิ.ย. |ที่ |สนง.ตปท. |นี้"),  # "on 12 June at this office"
        ("L11", "km", "ឯ.ឧ. មក", "ឯ.ឧ. |មក"),  # "His Excellency comes"
        ("L11", "en", "the U.S. and e.g. it", "the |U.S. |and |e.g. |it"),
        ("L13", "en", "to info@cid.asia now", "to |info@cid.asia |now"),
        ("L13", "en", "call +855 12 345 678 now", "call |+855 12 345 678 |now"),
        ("L13", "en", "+855 (0)12 345-678. 2025 was", "+855 (0)12 345-678. |2025 |was"),
        ("L13", "km", "លេខ +៨៥៥ ១២ ៣៤៥ ៦៧៨", "លេខ |+៨៥៥ ១២ ៣៤៥ ៦៧៨"),  # "number"
        ("L10", "en", "Cambodia (TI Cambodia)", "Cambodia |(TI Cambodia)"),
        ("P09", "th", "มา  ไป\u2003มา", "มา  |ไป\u2003|มา"),  # "come  go come", sentence spaces
        ("P09", "en", "now. \u2003So", "now. \u2003|So"),
        ("", "en", "now and/or well—being", "now |and/|or |well—|being"),
    ],
)
@pytest.mark.usefixtures("segmenter")
def test_a_rule_decides_whatever_is_proposed(rule: str, language: str, text: str, expected: str) -> None:
    indifferent = replace(LANGUAGES[language], leaning=())
    assert marked(text, indifferent, worst=BreakClass.WORD) == expected, rule


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("ปี 2568 คนไทย", "ปี |2568 |คนไทย"),  # "year 2568, Thai people"
        ("ปี 2568 คนไข้", "ปี |2568 |คนไข้"),  # "year 2568, the patients"
        ("มี 12 คนที่", "มี |12 คน|ที่"),  # "there are 12 persons who"
        ("ราว 20 ไร่นา", "ราว |20 |ไร่นา"),  # "about 20, fields"
        ("ราว 20 ไร่ ต่อ", "ราว |20 ไร่ |ต่อ"),  # "about 20 rai per"
    ],
)
def test_a_unit_is_a_whole_word_not_the_beginning_of_one(text: str, expected: str) -> None:
    assert marked(text, "th") == expected


@pytest.mark.usefixtures("segmenter")
def test_no_thai_person_is_parted_after_a_number() -> None:
    assert "คนไทย" in marked("ปี 2568 คนไทย", "th")  # "year 2568, Thai people"


def test_where_no_dictionary_knows_words_a_number_keeps_what_looks_like_its_unit(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(segmentation, "_icu", None)
    assert "500 บาท" in marked("ราคา 500 บาทต่อคน", "th")  # "price 500 baht per person"


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "Cambodia–Thailand", "Cambodia–·Thailand"),
        ("en", "good-neighborly", "good-·neighborly"),
        ("en", "Khmer‐Thai", "Khmer‐·Thai"),
        ("en", "ten--two", "ten--·two"),
        ("en", "from 2020–2025 on", "from ·2020–2025 |on"),
        ("en", "COVID–19 was", "COVID–19 |was"),
        ("en", "by 20%–30% now", "by ·20%–30% |now"),
        ("en", "the 5-year plan", "the ·5-·year |plan"),
        ("en", "it -b or (–c now", "it |-b |or ·(–c |now"),
        ("en", "Timor-Leste and Siem Reap–Koh Kong", "Timor-Leste |and ·Siem Reap–·Koh Kong"),
        ("en", f"a{SOFT_HYPHEN}-b", f"a{SOFT_HYPHEN}-·b"),
        ("en", "now – and ‐ so", "now – |and ‐ |so"),
        ("km", "ប្រទេសកម្ពុជា-ប្រទេសថៃ", "ប្រទេសកម្ពុជា-·ប្រទេសថៃ"),  # "Cambodia-Thailand"
        ("km", "៥–១០ នាក់", "៥–១០ នាក់"),  # "5–10 persons"
        ("th", "กัมพูชา–ไทย", "กัมพูชา–·ไทย"),  # "Cambodia–Thailand", a listed name before the dash
        ("th", "ปี 2020–2025 มา", "ปี |2020–2025 |มา"),  # "the years 2020–2025"
    ],
)
@pytest.mark.usefixtures("segmenter")
def test_a_dash_stays_with_its_word_and_opens_a_compound_behind_it(language: str, text: str, expected: str) -> None:
    assert marked(text, language) == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "The end of a war and “the peace", "The ·end |of ·a ·war |and ·“the ·peace"),
        ("en", "sand, of, a band", "sand, |of, |a ·band"),
        ("en", f"war and{ZERO_WIDTH_SPACE} peace", f"war |and{ZERO_WIDTH_SPACE} ·peace"),
        ("en", f"war and{LINE_END}peace", f"war |and{LINE_END}⏎peace"),
        ("km", "សន្តិភាពនិងសេរីភាព", "សន្តិភាព|និង·សេរីភាព"),  # "peace and freedom"
        ("km", "សន្តិភាព និង ASEAN", "សន្តិភាព |និង ·ASEAN"),  # "peace and ASEAN"
        ("km", "សន្តិភាពនៃកម្ពុជា", "សន្តិភាព|នៃ·កម្ពុជា"),  # "peace of Cambodia"
        ("th", "ของประชาชนและของไทย", "ของ·ประชาชน|และ·ของ·ไทย"),  # "of the people and of Thailand"
        ("th", "สิ่งของ มา", "สิ่งของ |มา"),  # "things come", not "of"
    ],
)
def test_a_line_ends_less_gladly_behind_a_word_that_leans_on_the_next(language: str, text: str, expected: str) -> None:
    assert marked(text, language) == expected


@pytest.mark.usefixtures("segmenter")
def test_a_name_is_no_easier_to_part_behind_a_word_that_leans() -> None:
    english = replace(LANGUAGES["en"], lexicon=("Court of Justice",))
    assert marked("Court of Justice", english, worst=BreakClass.LAST_RESORT) == "Court ~of ~Justice"


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())
def test_words_that_lean_are_short_and_written_as_they_are_met(language: Language) -> None:
    assert language.leaning
    assert all(word == word.strip().lower() and len(word) <= 6 for word in language.leaning)
    assert len(set(language.leaning)) == len(language.leaning)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("see https://example.org/a/b-c?x=1&y=2#top. Or", "see |https://example.org/·a/·b-c·?x·=1·&y·=2·#top. |Or"),
        ("(www.cid.asia/?)", "(www.cid.asia/?)"),
        ("www.cid.asia/khmer/news/", "www.cid.asia/·khmer/·news/"),
        ("www.international-cooperation.org", "www.international-cooperation.org"),
        ("info@international-cooperation.org", "info@international-cooperation.org"),
    ],
)
@pytest.mark.usefixtures("segmenter")
def test_an_address_is_parted_at_safe_points_only_and_without_a_hyphen(text: str, expected: str) -> None:
    assert marked(text, "en", hyphenate=True) == expected


@pytest.mark.usefixtures("segmenter")
def test_an_address_ends_where_another_script_begins() -> None:
    assert marked("www.cid.asia/thมา", "th", worst=BreakClass.LAST_RESORT) == "www~.cid~.asia/·thมา"  # "come"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("https://border-families.example/reports", "https://~border-families~.example/·reports"),
        ("info@border-families.example.", "info~@border-families~.example."),
    ],
)
@pytest.mark.usefixtures("segmenter")
def test_an_address_that_no_line_holds_is_parted_before_the_dots_of_its_name(text: str, expected: str) -> None:
    assert marked(text, "en", worst=BreakClass.LAST_RESORT) == expected


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("កម្មករ", "កម្មករ"),  # "worker"
        ("អន្តរជាតិ", "អន្តរជាតិ"),  # "international"
        ("សកលវិទ្យាល័យ", "សកល·វិទ្យាល័យ"),  # "university", a compound
        ("ឯករាជ្យភាព", "ឯករាជ្យភាព"),  # "independence"
        ("ឯករាជ្យភាពរបស់", "ឯករាជ្យភាព|របស់"),  # "independence of"
        ("សន្តិភាពភាពក្រីក្រ", "សន្តិភាព|ភាពក្រីក្រ"),  # "peace, poverty": a noun begins
        ("យុត្តិធម៌ភាពក្រីក្រ", "យុត្តិធម៌|ភាពក្រីក្រ"),  # "justice, poverty"
        ("ការឈប់", "ការឈប់"),  # "a stopping"
    ],
)
def test_affixes_stay_with_their_word_and_compounds_open(text: str, expected: str) -> None:
    assert marked(text, "km") == expected


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("km", "ប្រតិបត្តិការយោធា", "ប្រតិបត្តិការ|យោធា"),  # "military operation"; ICU: ប្រតិបត្តិ|ការយោធា
        ("km", "ជម្លោះប្រដាប់អាវុធ", "ជម្លោះ|ប្រដាប់អាវុធ"),  # "armed conflict"
        ("km", "សេចក្ដីថ្លែងការណ៍រួម", "សេចក្ដីថ្លែងការណ៍·រួម"),  # "joint statement"
        ("km", "សេចក្តីថ្លែងការណ៍រួម", "សេចក្តីថ្លែងការណ៍·រួម"),  # the same, with coeng TA for coeng DA
        ("th", "แถลงการณ์ร่วม", "แถลงการณ์·ร่วม"),  # "joint statement"; ICU leaves it whole
        ("th", "ได้รับผลกระทบ และ", "ได้|รับ|ผลกระทบ |และ"),  # "affected and"; ICU: ผลก|ระ|ทบ
        ("th", "ดำเนินการอย่าง", "ดำเนินการ|อย่าง"),  # "carry out in a … way": not a prefix here
        ("th", "ความขัดแย้ง", "ความขัดแย้ง"),  # "conflict": still a prefix here
        ("th", "ความปลอดภัย", "ความปลอดภัย"),  # "safety"
    ],
)
def test_the_words_of_a_language_open_and_close_what_icu_cuts_wrongly(language: str, text: str, expected: str) -> None:
    assert marked(text, language) == expected


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=LANGUAGES.keys())
@pytest.mark.usefixtures("segmenter")
def test_every_entry_of_the_lists_is_parted_as_it_says(language: Language) -> None:
    wrong = [
        entry
        for entry in language.words + language.lexicon
        if re.sub("[|·]", "|", marked(entry.replace("|", ""), language)) != entry
    ]
    assert wrong == []


def test_a_name_is_parted_inside_only_as_a_last_resort() -> None:
    thai = replace(LANGUAGES["th"], lexicon=("นายสมชาย ใจดี", "สมาคมของ|ประชาชน"))  # a man; "people's association"
    khmer = replace(LANGUAGES["km"], lexicon=("សម្ព័ន្ធសង្គមស៊ីវិល",))  # "civil society alliance"
    worst = BreakClass.LAST_RESORT
    assert marked("และ นายสมชาย ใจดี มา", thai, worst=worst) == "และ ·นาย~สมชาย ~ใจดี |มา"  # "and … come"
    assert marked("สมาคมของประชาชน", thai, worst=worst) == "สมาคม~ของ·ประชาชน"
    assert marked("និងសម្ព័ន្ធសង្គមស៊ីវិល", khmer, worst=worst) == "និង·សម្ព័ន្ធ~សង្គម~ស៊ីវិល"  # "and"


@pytest.mark.usefixtures("segmenter")
def test_a_bar_behind_a_space_is_a_phrase_and_a_longer_name_is_met_first() -> None:
    english = replace(LANGUAGES["en"], lexicon=("Village Support", "Village Support |Group of Friends"))
    kinds = {each.at: each.kind.name for each in line_breaks("Village Support Group of Friends", english)}
    assert kinds == {8: "LAST_RESORT", 16: "PHRASE", 22: "LAST_RESORT", 25: "LAST_RESORT"}


@pytest.mark.usefixtures("segmenter")
def test_a_latin_name_is_met_as_whole_words_only_in_any_language() -> None:
    khmer = replace(LANGUAGES["km"], lexicon=("Koh Kong",))
    assert marked("Koh Kong និង Koh Kongs", khmer) == "Koh Kong |និង ·Koh |Kongs"  # "and"
    assert marked("Koh Kongនិង", khmer) == "Koh Kong|និង"


@pytest.mark.usefixtures("segmenter")
def test_an_entry_is_not_met_where_a_sign_or_a_vowel_of_its_letter_goes_on() -> None:
    thai = replace(LANGUAGES["th"], words=(), lexicon=("มาก",), prefixes=())  # "much"
    assert line_breaks("มากา", thai) == line_breaks("มากา", replace(thai, lexicon=()))
    assert line_breaks("เมาก", replace(thai, lexicon=("มาก",))) == line_breaks("เมาก", replace(thai, lexicon=()))


@pytest.mark.usefixtures("segmenter")
def test_what_stands_in_brackets_after_a_name_is_parted_as_a_last_resort() -> None:
    worst = BreakClass.LAST_RESORT
    assert marked("it (TI Cambodia) is", "en", worst=worst) == "it |(TI ~Cambodia) |is"
    assert marked("it (Star Kampuchea Alliance) is", "en", worst=worst) == "it |(Star ~Kampuchea ~Alliance) |is"
    assert marked("it (that all of us know) is", "en") == "it |(that ·all |of ·us |know) |is"


@pytest.mark.usefixtures("segmenter")
def test_a_line_separator_ends_the_line_whatever_stands_around_it() -> None:
    text = f"(now{LINE_END}{WORD_JOINER})  {LINE_END}{LINE_END}. So"
    assert [each.at for each in line_breaks(text, LANGUAGES["en"]) if each.kind is BreakClass.FORCED] == [5, 10, 11]
    assert marked(f"Siem{LINE_END}Reap", "en") == f"Siem{LINE_END}⏎Reap"


@pytest.mark.parametrize("hyphenate", [True, False])
@pytest.mark.usefixtures("segmenter")
def test_a_soft_hyphen_is_a_hyphen_in_every_mode(hyphenate: bool) -> None:
    text = f"a NGO{SOFT_HYPHEN}net{WORD_JOINER}{SOFT_HYPHEN}work{SOFT_HYPHEN} is"
    assert marked(text, "en", worst=BreakClass.HYPHEN, hyphenate=hyphenate) == (
        f"a ·NGO{SOFT_HYPHEN}-net{WORD_JOINER}{SOFT_HYPHEN}-work{SOFT_HYPHEN} |is"
    )
    assert marked(f"(net{SOFT_HYPHEN}work)", "en", worst=BreakClass.HYPHEN) == f"(net{SOFT_HYPHEN}-work)"
    assert marked(f"net{SOFT_HYPHEN}{WORD_JOINER}work", "en", worst=BreakClass.HYPHEN) == (
        f"net{SOFT_HYPHEN}{WORD_JOINER}work"
    )


def numbered(text: str) -> tuple[str, list[tuple[int, int]]]:
    """A text in which each note's number stands between <>, and without these where the numbers stand."""
    pieces = re.split("[<>]", text)
    ends = [sum(map(len, pieces[:count])) for count in range(len(pieces) + 1)]
    return "".join(pieces), [(ends[at], ends[at + 1]) for at in range(1, len(pieces), 2)]


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("en", "the United Nations<1> and", "the ·United Nations1 |and"),
        ("en", "the aid<1> million", "the ·aid1 |mil-lion"),
        ("en", "all commu<12>, and<3><4> so", "all |commu12, |and34 ·so"),
        ("en", "agreement<1> now", "agree-ment1 |now"),
        ("en", f"now{LINE_END}<1>so<2>{LINE_END}on", f"now{LINE_END}⏎1so2{LINE_END}⏎on"),
        ("en", f"now{LINE_END}<1>", f"now{LINE_END}⏎1"),
        ("en", "<1>", "1"),
        ("en", "see https://cid.asia/<1> now", "see |https://cid.asia/1 |now"),
        ("km", "សន្តិភាព<១>និង", "សន្តិភាព១|និង"),  # "peace and"
        ("km", "ថ្មី<១>ៗ និង", "ថ្មី១ៗ |និង"),  # "new new and"
        ("th", "ผู้คน<๑> คนไทย", "ผู้คน๑ |คนไทย"),  # "people, Thai people"
        ("th", "กัมพูชา<๑>และ", "กัมพูชา๑|และ"),  # "Cambodia and"
        ("th", f"ก<๑>{ZERO_WIDTH_SPACE}ข", f"ก๑{ZERO_WIDTH_SPACE}|ข"),  # two letters, parted by the author
    ],
)
def test_the_number_of_a_note_changes_nothing_but_stays_with_its_word(language: str, text: str, expected: str) -> None:
    text, numbers = numbered(text)
    assert marked(text, language, worst=BreakClass.HYPHEN, hyphenate=True, numbers=numbers) == expected


@pytest.mark.parametrize("language", ["en", "km", "th"])
@pytest.mark.usefixtures("segmenter")
def test_no_line_begins_with_the_number_of_a_note_or_inside_one(language: str) -> None:
    @given(TEXTS[language], st.text("0123456789", min_size=1, max_size=2), st.data())
    def holds(text: str, number: str, data: st.DataObject) -> None:
        at = data.draw(st.integers(0, len(text)))
        spliced = text[:at] + number + text[at:]
        found = line_breaks(spliced, LANGUAGES[language], numbers=[(at, at + len(number))])
        assert not [each for each in found if at <= each.at < at + len(number) and each.kind is not BreakClass.FORCED]
        without = {each for each in line_breaks(text, LANGUAGES[language]) if each.kind is not BreakClass.FORCED}
        moved = {Break(each.at + len(number) * (each.at >= at), each.kind) for each in without}
        assert {each for each in found if each.kind is not BreakClass.FORCED} == moved

    holds()


@pytest.mark.usefixtures("segmenter")
def test_words_are_hyphenated_where_asked_and_never_inside_a_name() -> None:
    text = "The communities of Banteay Meanchey cooperate"
    worst = BreakClass.HYPHEN
    assert "-" not in marked(text, "en", worst=worst)
    assert marked(text, "en", worst=worst, hyphenate=True) == "The ·com-mu-ni-ties |of ·Banteay Meanchey |coop-er-ate"
    english = replace(LANGUAGES["en"], lexicon=("the communities",))
    assert "-" not in marked("the communities", english, worst=worst, hyphenate=True)


def test_no_line_begins_with_a_space(documents: dict[str, Document]) -> None:
    for document in documents.values():
        for block in document.blocks:
            breaks = line_breaks(block.text, document.language)
            assert not any(block.text[each.at].isspace() for each in breaks), block.id


def test_icu_words_are_breaks_where_no_rule_forbids() -> None:
    assert marked("អង្គការសង្គមស៊ីវិល", "km") == "អង្គការ|សង្គម|ស៊ីវិល"  # "civil society organisations"
    assert marked("ของประชาชน", "th") == "ของ·ประชาชน"  # "of the people"


@pytest.mark.usefixtures("segmenter")
def test_an_emoji_does_not_shift_the_breaks_behind_it() -> None:
    assert marked("🕊 peace now", "en") == "🕊 |peace |now"


@pytest.mark.parametrize("text", ["", " ", "\u200b", LINE_END, "\u200bnow", "now\u200b", f"now{LINE_END}"])
@pytest.mark.usefixtures("segmenter")
def test_a_text_is_never_parted_at_its_beginning_or_end(text: str) -> None:
    assert line_breaks(text, LANGUAGES["en"], hyphenate=True) == []


KHMER = st.characters(min_codepoint=0x1780, max_codepoint=0x17E9)
THAI = st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B)
OTHER = st.sampled_from(
    "aZ59 ()“”‘’«»\"'-–—/.,:;!?%$…។ៗ៛ๆฯ฿🕊\u0301\u00a0\u2003" + ZERO_WIDTH_SPACE + WORD_JOINER + SOFT_HYPHEN + LINE_END
)
TEXTS = {
    "en": st.text(OTHER | st.sampled_from("abcdefgh"), max_size=40),
    "km": st.text(KHMER | KHMER | OTHER, max_size=40),
    "th": st.text(THAI | THAI | OTHER, max_size=40),
}


AUTHORED = re.compile(r"([^\s\u200b\u2060\u00ad\u2028])[^\S\u2028]*\u200b[^\S\u2028\u200b]*(?=([^\s\u200b]))")
"""A letter, U+200B, spaces about it at will, and a letter."""


def is_authored(text: str, at: int) -> bool:
    return text[:at].rstrip(" \u2003\u00a0\u2028").endswith(ZERO_WIDTH_SPACE)


def assert_edges_are_allowed(text: str, at: int) -> None:
    before, after = text[at - 1], text[at]
    solid = text[:at].rstrip(f" \u2003\u00a0{LINE_END}{ZERO_WIDTH_SPACE}{WORD_JOINER}{SOFT_HYPHEN}")[-1:]
    assert WORD_JOINER not in (before, after)
    assert not after.isspace()
    assert before not in "\u17d2\u00a0"
    assert solid not in NEVER_LAST
    assert after not in NEVER_FIRST or re.match(r"ฯลฯ|[฿៛]\s?\d|’\w", text[at:])
    assert not (solid.isdigit() and after in "%៛฿")


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.usefixtures("segmenter")
def test_no_break_of_any_text_has_a_forbidden_edge(language: str) -> None:
    @given(TEXTS[language], st.booleans())
    def holds(text: str, hyphenate: bool) -> None:
        breaks = line_breaks(text, LANGUAGES[language], hyphenate=hyphenate)
        assert all(start.at < end.at for start, end in pairwise(breaks))
        for at, kind in breaks:
            assert 0 < at < len(text)
            if kind is BreakClass.FORCED:
                continue
            assert at in cluster_ends(text, LANGUAGES[language])
            assert not is_mark(text[at])
            if not is_authored(text, at):
                assert_edges_are_allowed(text, at)

    holds()


@pytest.mark.parametrize("language", TEXTS)
@pytest.mark.usefixtures("segmenter")
def test_the_author_is_obeyed_in_any_text(language: str) -> None:
    @given(TEXTS[language])
    def holds(text: str) -> None:
        found = dict(line_breaks(text, LANGUAGES[language]))
        forced = {at for at, char in enumerate(text, start=1) if char == LINE_END and at < len(text)}
        assert {at for at, kind in found.items() if kind is BreakClass.FORCED} == forced
        for match in AUTHORED.finditer(text):
            if not is_inside_cluster(match[1], match[2]):
                assert match.end() in found

    holds()


def test_every_paragraph_of_the_statement_can_be_broken_often_enough(documents: dict[str, Document]) -> None:
    for document in documents.values():
        for block in document.blocks:
            breaks = [each.at for each in line_breaks(block.text, document.language) if each.kind < BreakClass.HYPHEN]
            ends = [0, *breaks, len(block.text)]
            assert max(end - start for start, end in pairwise(ends)) <= 28, block.id


def test_a_khmer_statement_is_laid_out_where_icu_is_not_installed() -> None:
    program = """
        import sys
        sys.modules["icu4py"] = None
        from datetime import date
        from statement_kit import Contact, Statement, render
        # "We appeal to all parties to cease hostilities at once."
        text = "យើងខ្ញុំសូមអំពាវនាវឱ្យភាគីទាំងអស់បញ្ឈប់ភ្លាមៗនូវអរិភាព។ " * 4
        statement = Statement("សន្តិភាព", (text,), (), date(2025, 7, 28), "km", contacts=(Contact("a@b.org"),))
        sys.stdout.buffer.write(render(statement, "pdf")[:5])
    """
    made = subprocess.run([sys.executable, "-c", dedent(program)], capture_output=True, check=False)
    assert (made.stdout, made.stderr) == (b"%PDF-", b"")


@given(st.text(st.sampled_from(list("Ab9 -–.,%$(\"'\u00a0\u200b\u2060…កអា្ៗ។៛៨กเาัๆฯ฿๕")), max_size=24))
@example("A 9 %")
@example('A "b 9')
@example(" ក ក")
def test_the_short_way_between_plain_words_leads_where_the_long_one_does(text: str) -> None:
    for language in LANGUAGES.values():
        found = line_breaks(text, language)
        with pytest.MonkeyPatch.context() as patched:
            patched.setattr(plain_letters, "_ENDS", frozenset())
            assert line_breaks(text, language) == found


@pytest.mark.parametrize(
    ("language", "text", "pieces"),
    [
        ("th", "รับผลกระทบจากการ", ["รับผลก", "ระ", "ทบจากการ"]),  # "are affected by"
        ("th", "สิทธิมนุษยชนระหว่างประเทศ", None),  # "international human rights": cut between words
        ("km", "ប្រតិបត្តិការយោធា", ["ប្រតិបត្តិ", "ការយោធា"]),  # "military operations"
        ("km", "ប្រទេសកម្ពុជា", ["ប្រទេស", "កម្ពុជា"]),  # "Cambodia", a name
        ("en", "the United Nations", None),
    ],
)
def test_what_other_programs_cut_as_no_reader_would_is_known(
    language: str, text: str, pieces: list[str] | None
) -> None:
    found = sorted(miscuts(text, LANGUAGES[language]))
    assert [text[start:end] for start, end in pairwise([0, *found, len(text)])] == (pieces or [text])


@pytest.mark.parametrize("language", LANGUAGES.values(), ids=list(LANGUAGES))
def test_a_word_is_known_to_be_cut_only_if_it_is_and_never_where_the_kit_would_end_a_line(language: Language) -> None:
    for word in language.miscut:
        text = word.replace("|", "")
        ends = {found.at for found in line_breaks(text, language) if found.kind is not BreakClass.LAST_RESORT}
        assert not miscuts(text, language) & ends
    if language.tag == "th":
        assert all(miscuts(f"การ{word.replace('|', '')}", language) for word in language.miscut)  # "the …", a noun


@pytest.mark.parametrize("tag", ["en", "km", "th"])
def test_the_dot_between_parts_of_a_line_ends_it_and_never_begins_the_next(tag: str) -> None:
    text = "ab · cd"
    assert [one.at for one in line_breaks(text, LANGUAGES[tag])] == [text.index("cd")]
