"""The statement as a value: its clauses, its translation, what it refuses to hold."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import SourceError
from statement_kit.model import Contact, Demand, Endorser, Section, Statement, is_blank, part_ids

ISSUED = date(2025, 7, 28)


def statement(
    title: str = "Title",
    preamble: tuple[str, ...] = ("First", "Second"),
    parts: tuple[Demand | Section, ...] = (Demand("Peace", ("Now", "Here")), Section("About", ("Us",))),
    contacts: tuple[Contact, ...] = (),
    endorsers: tuple[Endorser, ...] = (),
) -> Statement:
    return Statement(title, preamble, parts, ISSUED, contacts=contacts, endorsers=endorsers)


texts = st.text(st.characters(blacklist_categories=["C", "Z"]), min_size=1, max_size=20)
paragraphs = st.lists(texts, min_size=1, max_size=3).map(tuple)
statements = st.builds(
    Statement,
    texts,
    paragraphs,  # never none: a title alone is refused
    st.lists(st.builds(Demand, texts, paragraphs) | st.builds(Section, texts, paragraphs), max_size=4).map(tuple),
    st.just(ISSUED),
)


def test_every_text_is_a_clause_in_reading_order() -> None:
    assert [(clause.id, clause.text) for clause in statement().clauses()] == [
        ("title", "Title"),
        ("preamble.1", "First"),
        ("preamble.2", "Second"),
        ("demand.1", "Peace"),
        ("demand.1.1", "Now"),
        ("demand.1.2", "Here"),
        ("section.1", "About"),
        ("section.1.1", "Us"),
    ]


def test_demands_and_sections_are_counted_apart() -> None:
    parts = (Demand("a", ("x",)), Section("b", ("x",)), Demand("c", ("x",)), Section("d", ("x",)))
    assert [(part_id, number) for part_id, number, _ in part_ids(parts)] == [
        ("demand.1", 1),
        ("section.1", 1),
        ("demand.2", 2),
        ("section.2", 2),
    ]


@given(statements)
def test_no_two_clauses_share_an_id(made: Statement) -> None:
    ids = [clause.id for clause in made.clauses()]
    assert len(set(ids)) == len(ids)


@given(statements)
def test_translating_every_clause_into_itself_changes_nothing(made: Statement) -> None:
    assert made.translated({clause.id: clause.text for clause in made.clauses()}, made.language) == made


@given(statements)
def test_translating_replaces_every_clause_by_the_text_of_its_id(made: Statement) -> None:
    wanted = {clause.id: f"{clause.id} in Khmer" for clause in made.clauses()}
    translated = made.translated(wanted, "km")
    assert translated.language == "km"
    assert {clause.id: clause.text for clause in translated.clauses()} == wanted


@pytest.mark.parametrize("lost", [clause.id for clause in statement().clauses()])
def test_translating_without_the_text_of_a_clause_is_refused(lost: str) -> None:
    known = {clause.id: "text" for clause in statement().clauses() if clause.id != lost}
    with pytest.raises(KeyError, match=lost.replace(".", r"\.")):
        statement().translated(known, "km")


def test_translating_leaves_names_contacts_and_the_date_alone() -> None:
    made = statement(contacts=(Contact("a@example.org"),), endorsers=(Endorser(1, "Name", "N"),))
    translated = made.translated(dict.fromkeys([clause.id for clause in made.clauses()], "x"), "th")
    assert (translated.contacts, translated.endorsers, translated.issued) == (made.contacts, made.endorsers, ISSUED)


@pytest.mark.parametrize("blank", ["", " ", "\u00a0", "\u200b", "\ufeff", " \u200b\u2060 "])
@pytest.mark.parametrize(
    ("clause", "arguments"),
    [
        ("title", lambda text: {"title": text}),
        ("preamble.2", lambda text: {"preamble": ("First", text)}),
        ("demand.1", lambda text: {"parts": (Demand(text, ("x",)),)}),
        ("demand.1.1", lambda text: {"parts": (Demand("Peace", (text,)),)}),
        ("section.1", lambda text: {"parts": (Section(text, ("x",)),)}),
        ("endorser.7", lambda text: {"endorsers": (Endorser(7, text),)}),
    ],
)
def test_a_text_of_which_nothing_can_be_seen_is_refused(
    clause: str, arguments: Callable[[str], dict[str, Any]], blank: str
) -> None:
    with pytest.raises(SourceError) as caught:
        statement(**arguments(blank))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("statement/empty-text", clause)]


@pytest.mark.parametrize(
    ("char", "named"),
    [
        ("\0", "U+0000"),
        ("\x07", "U+0007"),
        ("\x1b", "U+001B"),
        ("\x85", "U+0085"),
        ("\n", "a line break"),
        ("\t", "a tab"),
        ("\u2028", "U+2028"),
        ("\u2029", "U+2029"),
        ("\ud800", "U+D800"),
    ],
)
@pytest.mark.parametrize(
    ("clause", "arguments"),
    [
        ("title", lambda text: {"title": text}),
        ("demand.1.1", lambda text: {"parts": (Demand("Peace", (text,)),)}),
        ("contact", lambda text: {"contacts": (Contact("a@example.org", name=text),)}),
        ("endorser.7", lambda text: {"endorsers": (Endorser(7, text),)}),
        ("endorser.7", lambda text: {"endorsers": (Endorser(7, "Name", text),)}),
    ],
)
def test_a_character_that_cannot_be_set_is_refused_by_name(
    clause: str, arguments: Callable[[str], dict[str, Any]], char: str, named: str
) -> None:
    with pytest.raises(SourceError) as caught:
        statement(**arguments(f"a{char}b"))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/control-character", clause)
    assert named in found.message


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u00a0", "\u17d2"])
def test_invisible_characters_that_steer_line_breaks_are_welcome_inside_a_text(char: str) -> None:
    assert statement(title=f"a{char}b").title == f"a{char}b"


def test_endorser_numbers_used_twice_are_refused_each_once() -> None:
    with pytest.raises(SourceError) as caught:
        statement(endorsers=tuple(Endorser(n, "Name") for n in (1, 2, 2, 3, 3, 3)))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("endorsers/duplicate-number", "endorser.2"),
        ("endorsers/duplicate-number", "endorser.3"),
    ]


@pytest.mark.parametrize("number", [0, -1, 1.0, True, "1", None])
def test_an_endorser_number_is_a_whole_number_from_1(number: object) -> None:
    with pytest.raises(SourceError) as caught:
        statement(endorsers=(Endorser(number, "Name"),))  # type: ignore[arg-type]
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("endorsers/number", f"endorser.{number}")
    assert repr(number) in found.message


@pytest.mark.parametrize(
    ("clause", "arguments"),
    [
        ("preamble", {"preamble": "text"}),
        ("demand.1", {"parts": (Demand("Peace", "text"),)}),  # type: ignore[arg-type]
        ("section.1", {"parts": (Demand("Peace", ("x",)), Section("About", "text"))}),  # type: ignore[arg-type]
        ("parts", {"parts": Demand("Peace", ("text",))}),
        ("contact", {"contacts": Contact("a@example.org")}),
        ("endorsers", {"endorsers": Endorser(1, "Name")}),
    ],
)
def test_a_forgotten_comma_is_refused_with_what_to_do(clause: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(SourceError) as caught:
        statement(**arguments)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/wrong-type", clause)
    assert "comma" in str(found.hint)


@pytest.mark.parametrize(
    ("clause", "arguments"),
    [
        ("title", {"title": None}),
        ("preamble", {"preamble": ("First", 2)}),
        ("demand.1", {"parts": (Demand(3, ("x",)),)}),  # type: ignore[arg-type]
        ("parts", {"parts": ("Peace",)}),
        ("contact", {"contacts": ("a@example.org",)}),
        ("contact", {"contacts": (Contact("a@example.org", phone=855),)}),  # type: ignore[arg-type]
        ("endorsers", {"endorsers": ("Name",)}),
        ("endorser.1", {"endorsers": (Endorser(1, None),)}),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_another_type_is_refused_at_its_clause(clause: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(SourceError) as caught:
        statement(**arguments)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/wrong-type", clause)
    assert found.hint


def test_a_heading_without_text_is_refused_and_so_is_a_title_alone() -> None:
    with pytest.raises(SourceError) as caught:
        statement(parts=(Demand("Peace", ()), Section("About", ("Us",)), Section("More", ())))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("statement/no-text", "demand.1"),
        ("statement/no-text", "section.2"),
    ]
    with pytest.raises(SourceError) as caught:
        statement(preamble=(), parts=())
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("statement/no-text", "title")]


def test_all_problems_of_a_statement_come_at_once() -> None:
    with pytest.raises(SourceError) as caught:
        statement(title="", preamble=("a\0b",), endorsers=(Endorser(1, "A"), Endorser(1, "B")))
    assert [found.clause for found in caught.value.diagnostics] == ["title", "preamble.1", "endorser.1"]


@pytest.mark.parametrize(
    ("contact", "written"),
    [
        (Contact("a@example.org"), "a@example.org"),
        (Contact("a@example.org", "Sok Dara"), "Sok Dara, a@example.org"),
        (Contact("a@example.org", "Sok Dara", "+855 12 345 678"), "Sok Dara, a@example.org, +855 12 345 678"),
    ],
)
def test_a_contact_is_written_with_what_is_known_of_it(contact: Contact, written: str) -> None:
    assert str(contact) == written


def test_an_acronym_stands_in_brackets_behind_the_name() -> None:
    assert [str(Endorser(1, "Name")), str(Endorser(1, "Name", "N"))] == ["Name", "Name (N)"]


@given(st.text())
def test_a_text_with_a_letter_is_never_blank(around: str) -> None:
    assert not is_blank(f"{around}ក{around}")
