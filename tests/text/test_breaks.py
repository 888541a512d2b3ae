"""Line breaks: what ICU proposes, filtered by the line-edge rules (L01–L08)."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.document.blocks import Document
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.text.breaks import NEVER_FIRST, NEVER_LAST, is_mark, line_breaks


def offsets(text: str, language: Language) -> list[int]:
    return [found.at for found in line_breaks(text, language)]


def cut(text: str, language: str) -> str:
    """The text with a bar wherever a line may end."""
    ends = [0, *offsets(text, LANGUAGES[language]), len(text)]
    return "|".join(text[start:end] for start, end in pairwise(ends))


@pytest.mark.parametrize(
    ("rule", "language", "text", "expected"),
    [
        ("L03", "km", "សន្តិភាព។ យើង", "សន្តិភាព។ |យើង"),  # "peace. We"
        ("L03", "en", "peace! (Now) or 50%?", "peace! |(Now) |or |50%?"),
        ("L04", "km", "ថ្មី ៗ និង", "ថ្មី ៗ |និង"),  # "new new and", over the space
        ("L04", "km", "ខ្លាំងៗ ណាស់", "ខ្លាំងៗ |ណាស់"),  # "strongly very", without one
        ("L04", "th", "ต่าง ๆ ของ", "ต่าง ๆ |ของ"),  # "various of"
        ("L05", "km", "៣.០០០ ៛ និង ៥០ %", "៣.០០០ ៛ |និង |៥០ %"),  # "3,000 riel and 50 %"
        ("L05", "km", "៥០ ភាគរយ", "៥០ ភាគរយ"),  # "50 per cent"
        ("L05", "en", "by 12 per cent of it per century", "by |12 per cent |of |it |per |century"),
        ("L05", "th", "ราคา ฿ 500", "ราคา |฿ 500"),  # "price ฿ 500"
        ("L05", "th", "๓,๐๐๐ บาท", "๓,๐๐๐ บาท"),  # "3,000 baht"
        ("L06", "km", "ប៊ិច ។ល។ ទៀត", "ប៊ិច ។ល។ |ទៀត"),  # "pens, etc. more"
        ("L06", "th", "เสื้อ ฯลฯ และ", "เสื้อ |ฯลฯ |และ"),  # "shirts etc. and"
        ("L06", "th", "กรุงเทพฯ มา", "กรุงเทพฯ |มา"),  # "Bangkok come"
        ("L07", "en", "say “now” (or then and later)", "say |“now” |(or |then |and |later)"),
        ("L08", "km", "ក\u200bខ", "ក\u200b|ខ"),  # two letters, parted by the author
        ("L08", "th", "ประเทศ\u2060ไทย", "ประเทศ\u2060ไทย"),  # "Thailand", joined by the author
        ("L11", "th", "ปี พ.ศ. 2534", "ปี |พ.ศ. |2534"),  # "year B.E. 2534"
        ("L13", "en", "to info@cid.asia now", "to |info@cid.asia |now"),
        ("L13", "en", "call +855 12 345 678 now", "call |+855 12 345 678 |now"),
        ("L13", "en", "+855 (0)12 345-678. 2025 was", "+855 (0)12 345-678. |2025 |was"),
        ("L13", "km", "ទូរស័ព្ទ +៨៥៥ ១២ ៣៤៥ ៦៧៨", "ទូរស័ព្ទ |+៨៥៥ ១២ ៣៤៥ ៦៧៨"),  # "telephone"
        ("L02", "km", "ឯករាជ្យភាព", "ឯករាជ្យភាព"),  # "independence": a suffix is not parted
        ("L02", "th", "ความปลอดภัย", "ความปลอดภัย"),  # "safety": a prefix is not parted
        ("L10", "en", "Cambodia (TI Cambodia)", "Cambodia |(TI Cambodia)"),
    ],
)
def test_a_rule_decides_where_icu_would_err(rule: str, language: str, text: str, expected: str) -> None:
    assert cut(text, language) == expected, rule


@pytest.mark.parametrize(
    ("language", "text", "expected"),
    [
        ("km", "ប្រតិបត្តិការយោធា", "ប្រតិបត្តិការ|យោធា"),  # "military operation"; ICU: ប្រតិបត្តិ|ការយោធា
        ("km", "ជម្លោះប្រដាប់អាវុធ", "ជម្លោះ|ប្រដាប់អាវុធ"),  # "armed conflict"
        ("km", "សេចក្ដីថ្លែងការណ៍រួម", "សេចក្ដីថ្លែងការណ៍|រួម"),  # "joint statement"
        ("th", "แถลงการณ์ร่วม", "แถลงการณ์|ร่วม"),  # "joint statement"; ICU leaves it whole
        ("th", "ได้รับผลกระทบ และ", "ได้|รับ|ผลกระทบ |และ"),  # "affected and"; ICU: ผลก|ระ|ทบ
        ("th", "ดำเนินการอย่าง", "ดำเนินการ|อย่าง"),  # "carry out in a … way": not a prefix here
        ("th", "ความขัดแย้ง", "ความขัดแย้ง"),  # "conflict": still a prefix here
    ],
)
def test_the_lexicon_opens_and_closes_what_icu_cuts_wrongly(language: str, text: str, expected: str) -> None:
    assert cut(text, language) == expected


@pytest.mark.parametrize("language", ["km", "th"])
def test_every_word_of_the_lexicon_is_cut_as_it_says(language: str) -> None:
    assert [word for word in LANGUAGES[language].lexicon if cut(word.replace("|", ""), language) != word] == []


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_no_line_begins_with_a_space(documents: dict[str, Document], language: str) -> None:
    for block in documents[language].blocks:
        assert all(block.text[at] != " " for at in offsets(block.text, documents[language].language)), block.id


def test_icu_words_are_breaks_where_no_rule_forbids() -> None:
    assert cut("អង្គការសង្គមស៊ីវិល", "km") == "អង្គការ|សង្គម|ស៊ីវិល"  # "civil society organisations"
    assert cut("ของประชาชน", "th") == "ของ|ประชาชน"  # "of the people"


def test_an_emoji_does_not_shift_the_breaks_behind_it() -> None:
    assert cut("🕊 peace now", "en") == "🕊 |peace |now"


KHMER = st.text(st.characters(min_codepoint=0x1780, max_codepoint=0x17E9) | st.sampled_from(" ។ៗ(“\u200b"), max_size=40)
THAI = st.text(st.characters(min_codepoint=0x0E01, max_codepoint=0x0E5B) | st.sampled_from(" (ๆฯ\u2060"), max_size=40)


@pytest.mark.parametrize(("language", "texts"), [("km", KHMER), ("th", THAI)])
def test_no_break_of_any_text_has_a_forbidden_edge(language: str, texts: st.SearchStrategy[str]) -> None:
    @given(texts)
    def holds(text: str) -> None:
        for at in offsets(text, LANGUAGES[language]):
            assert 0 < at < len(text)
            if text[at - 1] == "\u200b":
                continue
            assert not is_mark(text[at])
            assert text[at - 1] != "\u17d2"
            assert text[at] not in NEVER_FIRST or text[at:].startswith(("ฯลฯ", "฿", "៛"))
            assert text[at - 1] not in NEVER_LAST

    holds()


@pytest.mark.parametrize("language", ["en", "km", "th"])
def test_every_paragraph_of_the_statement_can_be_broken_often_enough(
    documents: dict[str, Document], language: str
) -> None:
    for block in documents[language].blocks:
        ends = [0, *offsets(block.text, documents[language].language), len(block.text)]
        assert max(end - start for start, end in pairwise(ends)) <= 28, block.id
