"""Counts written into a text: numbers and words that are right, and never markup."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st
from icu4py.messageformat import MessageFormat

from statement_kit.diagnostics import SourceError
from statement_kit.document.counts import filled, with_counts
from statement_kit.endorsers import Annex, Endorser, EndorserKind
from statement_kit.languages import counting
from statement_kit.languages.registry import LANGUAGES, Language
from statement_kit.markup import MarkKind, parse_inline
from statement_kit.markup.counts import COUNTS, count_faults
from statement_kit.model import Demand, Note, Statement
from statement_kit.passages import ItemList

EVERY = pytest.mark.parametrize("language", LANGUAGES.values(), ids=lambda language: language.tag)
PLURAL = "{endorsers, plural, =0 {nobody} one {# organisation} other {{endorsers, spellout} organisations}}"


def counts(**numbers: int) -> dict[str, int]:
    return dict.fromkeys(COUNTS, 0) | numbers


def reads(text: str, language: Language = LANGUAGES["en"], **numbers: int) -> str:
    """What a reader reads of a clause."""
    inline = parse_inline(filled(text, counts(**numbers), language))
    assert not inline.faults
    return inline.text


@pytest.mark.parametrize(
    ("tag", "text", "read"),
    [
        ("en", "We, the undersigned {endorsers} organisations", "We, the undersigned 3,102 organisations"),
        ("en", "{endorsers, spellout, capital} of us", "Three thousand one hundred and two of us"),
        ("en", "All {endorsers, spellout}", "All three thousand one hundred and two"),
        ("km", "អង្គការចំនួន {endorsers}", "អង្គការចំនួន ៣.១០២"),  # "organisations numbering"
        ("km", "{endorsers, spellout, capital}", "បី\u200bពាន់\u200bមួយ\u200bរយ\u200bពីរ"),  # 3,102
        ("th", "{endorsers} องค์กร", "3,102 องค์กร"),  # "organisations"
        ("th", "{endorsers, spellout}", "สาม\u200bพัน\u200bหนึ่ง\u200bร้อย\u200bสอง"),  # 3,102
    ],
)
def test_a_count_is_in_the_words_and_digits_of_the_language(tag: str, text: str, read: str) -> None:
    assert reads(text, LANGUAGES[tag], endorsers=3102) == read


@pytest.mark.parametrize(
    ("tag", "number", "read"),
    [
        ("en", 0, "nobody"),
        ("en", 1, "1 organisation"),
        ("en", 21, "twenty-one organisations"),
        ("km", 0, "nobody"),
        ("km", 1, "មួយ organisations"),  # 1; Khmer has no singular of its own
    ],
)
def test_words_go_with_the_number_by_the_rules_of_the_language(tag: str, number: int, read: str) -> None:
    assert reads(PLURAL, LANGUAGES[tag], endorsers=number) == read


def test_each_name_is_its_own_number_within_the_words_of_another_too() -> None:
    text = "{endorsers, plural, other {# of us, {withheld, plural, one {# of them} other {#}} unnamed}} in {countries}"
    assert reads(text, endorsers=9, withheld=1, countries=3) == "9 of us, 1 of them unnamed in 3"


def test_what_stands_around_counts_stays_as_it_was() -> None:
    text = r"*We* \{endorsers} {a b} \\{endorsers} [{late}](https://a.org/{late})[^1] &amp; <https://a.org/{late}>"
    assert filled(text, counts(endorsers=2, late=1), LANGUAGES["en"]) == (
        r"*We* \{endorsers} {a b} \\2 [1](https://a.org/{late})[^1] &amp; <https://a.org/{late}>"
    )


def test_a_count_can_be_emphasised_and_linked() -> None:
    inline = parse_inline(filled("**{endorsers}** [{late}](#annex)", counts(endorsers=102, late=3), LANGUAGES["en"]))
    assert [(inline.text[mark.start : mark.end], mark.kind) for mark in inline.marks] == [
        ("102", MarkKind.STRONG),
        ("3", MarkKind.LINK),
    ]


@pytest.mark.parametrize(
    ("text", "read"),
    [
        ("<{endorsers, spellout}>", "<three>"),
        ("<a {endorsers, spellout}>", "<a three>"),
        ("</{endorsers, spellout}>", "</three>"),
        ("&#{endorsers};", "&#3;"),
        ("&{endorsers, spellout};", "&three;"),
        ("&#x4{endorsers};", "&#x43;"),
        ("{endorsers, plural, other {R&D, A & B}}", "R&D, A & B"),
        ("{endorsers, plural, other {&#}}65;", "&365;"),
        ("{endorsers, plural, other {2 - # - 4 ! (x)}}", "2 - 3 - 4 ! (x)"),
        ("1*{endorsers}\\*4", "1*3*4"),
    ],
)
def test_nothing_of_a_count_becomes_markup(text: str, read: str) -> None:
    inline = parse_inline(filled(text, counts(endorsers=3), LANGUAGES["en"]))
    assert (inline.text, inline.marks) == (read, ())


WORDS = st.text(alphabet="ab Kក้ท้’“”'-,.&;!()/\u200b", max_size=8)


def patterns(depth: int = 2) -> st.SearchStrategy[str]:
    """Counts that may be read, and some that may not, such as words with ' before a brace."""
    plain = st.sampled_from(["{endorsers}", "{late}", "{ late , spellout }", "{endorsers,spellout}"])
    if not depth:
        return plain
    content = st.lists(WORDS | st.just("#") | patterns(depth - 1), max_size=4).map("".join)
    forms = st.dictionaries(st.sampled_from(["=0", "=1", "=02", "one", "few", "many"]), content, max_size=3)
    branches = st.builds(
        lambda some, other: " ".join(f"{form} {{{words}}}" for form, words in {**some, "other": other}.items()),
        forms,
        content,
    )
    return plain | st.builds("{{{}, plural, {}}}".format, st.sampled_from(["endorsers", "late"]), branches)


@EVERY
@given(pattern=patterns(), endorsers=st.integers(0, 3) | st.integers(0, 9999), late=st.integers(0, 3))
def test_a_count_that_is_taken_reads_as_icu_reads_it(
    language: Language, pattern: str, endorsers: int, late: int
) -> None:
    if any(count_faults(pattern)):
        return
    for_icu = pattern
    for typed in ("{endorsers,spellout}", "{ late , spellout }"):
        for_icu = for_icu.replace(typed, f"{{{typed.strip('{}').split(',')[0].strip()}, spellout,{language.spellout}}}")
    locale = {"km": "km-u-nu-khmr"}.get(language.tag, language.tag)
    expected = MessageFormat(for_icu, locale).format({"endorsers": endorsers, "late": late})
    assert parse_inline(filled(pattern, counts(endorsers=endorsers, late=late), language)).text == expected


@pytest.mark.parametrize("text", ["{endorsrs}", "{endorsers", "{endorsers, plural, one {x}}", "{late x} {{late}}"])
def test_a_count_that_cannot_be_read_is_refused_with_its_clause(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        filled(text, counts(), LANGUAGES["en"], "preamble.1")
    assert {(found.rule, found.clause) for found in caught.value.diagnostics} == {("count/wrong", "preamble.1")}
    assert all(found.hint for found in caught.value.diagnostics)
    assert len(caught.value.diagnostics) == len(list(count_faults(text)))


STATEMENT = Statement(
    "{endorsers, spellout, capital} organisations",
    ("We, the {endorsers}, among them {networks} networks", ItemList(("{named} named",))),
    (Demand("Peace", ("Now[^1]",)),),
    date(2025, 7, 28),
    endorsers=(Endorser(1, "A"), Endorser(2, "B", kind=EndorserKind.NETWORK), Endorser(3, is_withheld=True)),
    notes=(Note("1", "{withheld} withheld"),),
    annex=Annex(),
)


def test_every_clause_of_a_statement_gets_its_counts() -> None:
    written = with_counts(STATEMENT)
    assert [clause.text for clause in written.clauses()] == [
        "Three organisations",
        "We, the 3, among them 1 networks",
        "2 named",
        "Peace",
        "Now[^1]",
        "1 withheld",
    ]
    assert (written.language, written.original_language) == (STATEMENT.language, STATEMENT.original_language)


def test_a_statement_whose_counts_are_written_has_none_left() -> None:
    written = with_counts(STATEMENT)
    assert with_counts(written) is written


def test_in_another_language_they_are_in_its_digits_and_the_language_stays_known() -> None:
    texts = {clause.id: clause.text for clause in STATEMENT.clauses()} | {
        "title": "អង្គការ {endorsers}"
    }  # organisations
    khmer = with_counts(STATEMENT.translated(texts, "km"))
    assert (khmer.title, khmer.language, khmer.original_language) == ("អង្គការ ៣", "km", "en")


def test_without_icu_digits_and_plurals_are_written_and_words_refused_all_at_once(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(counting, "_icu", None)
    assert reads("{endorsers} {endorsers, plural, one {x} other {y}}", LANGUAGES["km"], endorsers=1) == "១ y"
    with pytest.raises(SourceError) as caught:
        with_counts(replace(STATEMENT, preamble=("{late, plural, other {{late, spellout}}}",)))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("count/no-words", "title"),
        ("count/no-words", "preamble.1"),
    ]
    assert all("icu4py" in found.message and "{endorsers}" in str(found.hint) for found in caught.value.diagnostics)


def test_plural_forms_that_a_language_lacks_are_refused_in_what_was_written_in_it_and_shown_in_drafts() -> None:
    plural = "{endorsers, plural, one {# group} other {# groups}}"
    made = Statement("Peace", (plural,), (), date(2025, 7, 28), endorsers=(Endorser(1, "A"),))
    assert with_counts(made).preamble == ("1 group",)
    khmer = replace(made, language="km")
    with pytest.raises(SourceError, match="“one”"):
        with_counts(khmer)
    assert with_counts(replace(khmer, original_language="en")).preamble == ("១ groups",)


def test_a_count_of_a_list_that_is_not_there_is_refused() -> None:
    made = Statement("{endorsers} for peace", ("Now.",), (), date(2025, 7, 28))
    with pytest.raises(SourceError, match="no list") as caught:
        with_counts(made)
    assert [found.clause for found in caught.value.diagnostics] == ["title"]
