"""The annex: one number for each endorser in every language, whatever order, groups and headings do."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.document.annex import printed_numbers
from statement_kit.document.blocks import Block, Role
from statement_kit.document.compose import compose
from statement_kit.endorsers import Annex, Endorser, EndorserKind, Fact, Group, Naming, Numbers, Order
from statement_kit.markup import Mark, MarkKind
from statement_kit.model import Statement
from statement_kit.pictures.picture import VectorPicture
from statement_kit.resources import translations_folder
from statement_kit.translation.words import load_words

ZONE = timezone(timedelta(hours=7))

ENDORSERS = (
    Endorser(1, "Zebra Watch", "ZW", country="TH"),
    Endorser(2, "The Abbey", country="KH", in_languages={"km": Naming("វត្ត")}),  # "the monastery"
    Endorser(3, "Mekong Network", kind=EndorserKind.NETWORK, country="TH", website="https://mekong.example.org/"),
    Endorser(4, is_withheld=True),
    Endorser(5, "Sok Dara", kind=EndorserKind.INDIVIDUAL, title="Lecturer", is_personal=True),
    Endorser(6, "Late Lotus", country="KH", signed=date(2025, 7, 30)),
)


def statement(annex: Annex, tag: str = "en", endorsers: tuple[Endorser, ...] = ENDORSERS) -> Statement:
    made = Statement("Peace", ("Now.",), (), date(2025, 7, 28), endorsers=endorsers, annex=annex)
    return made if tag == "en" else made.translated({clause.id: clause.text for clause in made.clauses()}, tag)


def annex_blocks(annex: Annex, tag: str = "en", endorsers: tuple[Endorser, ...] = ENDORSERS) -> list[Block]:
    blocks = compose(statement(annex, tag, endorsers), load_words(tag, translations_folder())).blocks
    return list(blocks[[block.id for block in blocks].index("annex") :])


def lines(annex: Annex, tag: str = "en", endorsers: tuple[Endorser, ...] = ENDORSERS) -> list[str]:
    return [block.whole_text for block in annex_blocks(annex, tag, endorsers)]


def test_an_annex_as_given_has_the_numbers_of_the_register_and_says_who_is_not_named() -> None:
    assert lines(Annex()) == [
        "Endorsed by",
        "1. Zebra Watch (ZW)",
        "2. The Abbey",
        "3. Mekong Network",
        "5. Sok Dara, Lecturer (in a personal capacity)",
        "6. Late Lotus",
        "and 1 more who asked not to be named",
    ]


def test_late_ones_stand_in_an_addendum_with_its_day() -> None:
    found = annex_blocks(Annex(closed=date(2025, 7, 28)))
    assert [(block.id, block.role) for block in found[-3:]] == [
        ("addendum", Role.ANNEX_HEADING),
        ("endorser.6", Role.ENDORSER),
        ("annex.withheld", Role.ANNEX_NOTE),
    ]
    assert found[-3].text == "Signed after 28 July 2025"


def test_the_alphabet_of_the_statements_own_language_numbers_the_list_in_all() -> None:
    by_name = Annex(order=Order.NAME)
    assert lines(by_name)[1:6] == [
        "1. The Abbey",  # an article does not count (N15)
        "2. Late Lotus",
        "3. Mekong Network",
        "4. Sok Dara, Lecturer (in a personal capacity)",
        "5. Zebra Watch (ZW)",
    ]
    assert lines(by_name, "km")[1:3] == ["១. វត្ត", "២. Late Lotus"]


def test_each_languages_own_alphabet_keeps_the_numbers() -> None:
    own = Annex(order=Order.LANGUAGE)
    assert lines(own)[1] == "1. The Abbey"
    assert lines(own, "km")[1] == "១. វត្ត"
    khmer_zebra = replace(ENDORSERS[0], in_languages={"km": Naming("ក")})  # the first letter
    assert lines(own, "km", (khmer_zebra, *ENDORSERS[1:]))[1:3] == [
        "៥. ក (ZW)",
        "១. វត្ត",
    ]  # numbers of the English list


def test_kinds_stand_under_their_headings_in_a_fixed_order() -> None:
    found = annex_blocks(Annex(group=Group.KIND))
    assert [(block.role, block.whole_text) for block in found[1:-1]] == [
        (Role.GROUP_HEADING, "Organisations"),
        (Role.ENDORSER, "1. Zebra Watch (ZW)"),
        (Role.ENDORSER, "2. The Abbey"),
        (Role.ENDORSER, "3. Late Lotus"),
        (Role.GROUP_HEADING, "Networks"),
        (Role.ENDORSER, "4. Mekong Network"),
        (Role.GROUP_HEADING, "Individuals"),
        (Role.ENDORSER, "5. Sok Dara, Lecturer (in a personal capacity)"),
    ]


def test_countries_stand_by_their_names_and_who_gave_none_comes_last() -> None:
    found = lines(Annex(group=Group.COUNTRY), "th")
    assert [line for line in found if "." not in line] == [
        "ร่วมรับรองโดย",
        "กัมพูชา",
        "ไทย",
        "ไม่ระบุประเทศ",
        "และอีก 1 รายที่ขอสงวนนาม",
    ]
    ids = [block.id for block in annex_blocks(Annex(group=Group.COUNTRY), "th") if block.role is Role.GROUP_HEADING]
    assert ids == ["annex.KH", "annex.TH", "annex.other"]


def test_what_is_asked_for_stands_beside_the_name() -> None:
    shown = Annex(shows=(Fact.COUNTRY, Fact.DATE, Fact.WEBSITE, Fact.KINDS))
    found = {block.id: block for block in annex_blocks(shown)}
    assert found["endorser.6"].text == "Late Lotus, Cambodia, 30 July 2025"
    assert found["endorser.3"].marks == (Mark(0, 14, MarkKind.LINK, "https://mekong.example.org/"),)
    assert found["annex.kinds"].text == "4 organisations · 1 network · 1 individual"
    assert not any(block.marks for block in annex_blocks(Annex()))


@pytest.mark.parametrize(
    ("tag", "words"),
    [
        ("en", "As of 29 July 2025, 09:05 (UTC+7)"),
        ("km", "គិតត្រឹមថ្ងៃទី២៩ ខែកក្កដា ឆ្នាំ២០២៥ ម៉ោង ០៩:០៥ (UTC+7)"),  # "as of day 29 month July …"
        ("th", "ข้อมูล ณ วันที่ 29 กรกฎาคม 2568 เวลา 09.05 น. (UTC+7)"),  # "data as of 29 July 2568, 09.05 h"
    ],
)
def test_when_the_list_was_so_is_told_with_its_time_zone(tag: str, words: str) -> None:
    as_of = datetime(2025, 7, 29, 9, 5, tzinfo=ZONE)
    assert lines(Annex(as_of=as_of), tag)[1] == words
    assert lines(Annex(as_of=as_of.astimezone(), time_zone="Asia/Bangkok"), tag)[1] == words


@pytest.mark.parametrize(
    ("name", "zone"), [("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC−2:30")]
)
def test_a_clock_is_named_by_how_far_it_is_from_the_worlds(name: str, zone: str) -> None:
    as_of = datetime(2025, 7, 29, 12)  # noqa: DTZ001 - the annex names the zone
    assert lines(Annex(as_of=as_of, time_zone=name))[1].endswith(f"({zone})")


def test_where_nobody_is_named_their_number_is_told() -> None:
    assert lines(Annex(), endorsers=(Endorser(1, is_withheld=True),)) == [
        "Endorsed by",
        "1 endorser who asked not to be named",
    ]


def test_an_annex_may_have_no_numbers() -> None:
    found = annex_blocks(Annex(numbers=Numbers.NOTHING))
    assert {(block.label, block.number) for block in found if block.role is Role.ENDORSER} == {("", 0)}


def test_a_name_is_no_markup() -> None:
    (block,) = annex_blocks(Annex(), endorsers=(Endorser(1, "*Peace* {endorsers} [x](https://example.org)"),))[1:]
    assert (block.text, block.marks) == ("*Peace* {endorsers} [x](https://example.org)", ())


def test_the_wall_has_the_logos_of_those_who_are_named_in_their_order() -> None:
    picture = VectorPicture(10, 10, b"0 0 m")
    endorsers = (Endorser(1, "Zebra", logo=picture), Endorser(2, "Abbey", logo=picture), Endorser(3, "None"))
    document = compose(statement(Annex(order=Order.NAME), "en", endorsers), load_words("en", translations_folder()))
    assert [(one.id, one.alt) for one in document.wall] == [("logo.2", "Logo of Abbey"), ("logo.1", "Logo of Zebra")]


names = st.text(st.sampled_from("abcABC กขเแកខ្េ '’-"), min_size=1, max_size=8).filter(str.strip)


@given(
    st.lists(
        st.tuples(names, names, st.sampled_from(["", "KH", "TH"]), st.sampled_from(EndorserKind)),
        min_size=1,
        max_size=12,
    ),
    st.sampled_from(Order),
    st.sampled_from(Group),
    st.sampled_from([None, *Numbers]),
)
def test_an_endorser_has_one_number_and_one_id_in_every_language(
    rows: list[tuple[str, str, str, EndorserKind]], order: Order, group: Group, numbers: Numbers | None
) -> None:
    endorsers = tuple(
        Endorser(number, name, country=country, kind=kind, in_languages={"km": Naming(local)})
        for number, (name, local, country, kind) in enumerate(rows, 1)
    )
    made = statement(Annex(order, group, numbers), endorsers=endorsers)
    texts = {clause.id: clause.text for clause in made.clauses()}
    versions = [made, *(made.translated(texts, tag) for tag in ("km", "th"))]
    first, *others = (printed_numbers(version) for version in versions)
    assert all(other == first for other in others)
    for version in versions:
        document = compose(version, load_words(version.language, translations_folder()))
        printed = {block.id: block.number for block in document.blocks if block.role is Role.ENDORSER}
        assert printed == {one.clause: first.get(one.number, 0) for one in endorsers}
        assert replace(version, language="en").endorsers == made.endorsers
