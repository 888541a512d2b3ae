"""The statement as a value: its clauses, its translation, what it refuses to hold."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit.diagnostics import SourceError
from statement_kit.endorsers import Endorser
from statement_kit.markup.references import note_references, part_references
from statement_kit.model import Demand, Note, Section, Statement, check_annex, part_ids
from statement_kit.passages import ItemList, Passage, Quotation
from statement_kit.press import Contact
from statement_kit.values import is_blank

ISSUED = date(2025, 7, 28)


def statement(
    title: str = "Title",
    preamble: tuple[Passage, ...] = ("First", "Second"),
    parts: tuple[Demand | Section, ...] = (Demand("Peace", ("Now", "Here")), Section("About", ("Us",))),
    contacts: tuple[Contact, ...] = (),
    endorsers: tuple[Endorser, ...] = (),
    notes: tuple[Note, ...] = (),
) -> Statement:
    return Statement(title, preamble, parts, ISSUED, contacts=contacts, endorsers=endorsers, notes=notes)


def refused(**arguments: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(SourceError) as caught:
        statement(**arguments)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.clause) for found in caught.value.diagnostics]


NO_MARKUP = st.characters(blacklist_categories=["C", "Z"], blacklist_characters="\\`*_[<&~{")
texts = st.text(NO_MARKUP, min_size=1, max_size=20)
paragraphs = st.lists(texts, min_size=1, max_size=3).map(tuple)
passages = st.lists(  # never none: a title alone is refused
    texts | st.builds(ItemList, paragraphs, st.booleans()) | st.builds(Quotation, paragraphs), min_size=1, max_size=3
).map(tuple)
statements = st.builds(
    Statement,
    texts,
    passages,
    st.lists(st.builds(Demand, texts, passages) | st.builds(Section, texts, passages), max_size=4).map(tuple),
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


def test_items_and_quoted_paragraphs_are_clauses_below_their_passage_and_notes_come_last() -> None:
    made = statement(
        preamble=("First[^b]", ItemList(("One", "Two"), is_lettered=True)),
        parts=(Demand("Peace", (Quotation(("Said",)), "Now[^a]")),),
        notes=(Note("b", "See b"), Note("a", "See a")),
    )
    assert [(clause.id, clause.text) for clause in made.clauses()] == [
        ("title", "Title"),
        ("preamble.1", "First[^b]"),
        ("preamble.2.1", "One"),
        ("preamble.2.2", "Two"),
        ("demand.1", "Peace"),
        ("demand.1.1.1", "Said"),
        ("demand.1.2", "Now[^a]"),
        ("note.b", "See b"),
        ("note.a", "See a"),
    ]


def test_a_translated_list_keeps_its_letters_and_a_translated_note_its_name() -> None:
    made = statement("Title", (ItemList(("One[^a]",), is_lettered=True),), (), notes=(Note("a", "See"),))
    texts = {"title": "T", "preamble.1.1": "១[^a]", "note.a": "មើល"}  # "one", "see"
    translated = made.translated(texts, "km")
    assert translated.preamble == (ItemList(("១[^a]",), is_lettered=True),)
    assert translated.notes == (Note("a", "មើល"),)


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
        ("\ufffc", "U+FFFC"),
    ],
)
@pytest.mark.parametrize(
    ("clause", "arguments"),
    [
        ("title", lambda text: {"title": text}),
        ("demand.1.1", lambda text: {"parts": (Demand("Peace", (text,)),)}),
        ("contact.1", lambda text: {"contacts": (Contact("a@example.org", name=text),)}),
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


@pytest.mark.parametrize("char", ["\uf8ff", "\ue000", "\ufdd0", "\uffff", "\U000f0001", "\U0001fffe"])
@pytest.mark.parametrize("where", ["title", "contact", "name", "acronym"])
def test_a_sign_that_means_something_else_in_every_font_is_refused(char: str, where: str) -> None:
    arguments: dict[str, Any] = {
        "title": {"title": f"Peace {char}"},
        "contact": {"contacts": (Contact("a@example.org", name=char),)},
        "name": {"endorsers": (Endorser(7, f"Name {char}"),)},
        "acronym": {"endorsers": (Endorser(7, "Name", char),)},
    }[where]
    with pytest.raises(SourceError) as caught:
        statement(**arguments)
    (found,) = caught.value.diagnostics
    assert (found.rule, f"U+{ord(char):04X}" in found.message) == ("statement/private-character", True)


@pytest.mark.parametrize("text", ["x" * 16_001, f"[peace](https://example.org/{'x' * 2_000})"])
def test_what_no_archive_can_keep_in_one_piece_is_refused(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        statement(parts=(Demand("Peace", (text,)),))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [("statement/too-long", "demand.1.1")]
    statement(parts=(Demand("Peace", (text.replace("x", "", 30),)),))


@pytest.mark.parametrize("char", ["\u200b", "\u200c", "\u200d", "\u2060", "\u00ad", "\u00a0", "\u17d2"])
def test_invisible_characters_that_steer_line_breaks_are_welcome_inside_a_text(char: str) -> None:
    assert statement(title=f"a{char}b").title == f"a{char}b"


@pytest.mark.parametrize("text", ["a\\\nb", "a\\\\\\\nb", "*a*", "[a](https://x.org)", "<a@x.org>", r"\*a", "R&D, 2*3"])
def test_a_clause_may_be_any_markdown_that_can_be_set(text: str) -> None:
    assert statement(title=text).title == text


@pytest.mark.parametrize(
    "text",
    [
        *["a\nb", "a\\\\\nb", "a  \nb", "a&#10;b", "a&#9;b"],
        *["a&#8232;b", "&#8232;a", "a&#x2028;b\\\nc", "a&#8233;b", "a&#65532;b"],
    ],
)
def test_a_line_break_without_its_backslash_and_a_control_by_entity_are_refused(text: str) -> None:
    assert refused(title=text) == [("statement/control-character", "title")]


@pytest.mark.parametrize("text", ["a[^n]&#xfffc;", "&#xfffc;[^n]", "a[^n]\ufffc", "[^n]\\\na&#65532;"])
def test_a_sign_that_only_looks_like_a_notes_to_the_kit_is_refused(text: str) -> None:
    assert refused(preamble=(text,), notes=(Note("n", "b"),)) == [("statement/control-character", "preamble.1")]


@pytest.mark.parametrize("blank", ["&nbsp;", "&#x200b;", "&#32;"])
def test_a_text_of_nothing_but_invisible_entities_is_refused(blank: str) -> None:
    assert refused(title=blank) == [("statement/empty-text", "title")]


@pytest.mark.parametrize("text", ["`a`", "<b>", "![a](b.png)", "[a](b.html)", "[a](javascript:b)", "*a"])
def test_markup_that_cannot_be_set_is_refused_at_its_clause(text: str) -> None:
    assert refused(preamble=("First", ItemList(("One", text)))) == [("statement/markup", "preamble.2.2")]


def test_an_empty_list_or_quotation_is_refused() -> None:
    assert refused(preamble=(ItemList(()),), parts=(Demand("Peace", ("Now", Quotation(()))),)) == [
        ("statement/no-text", "preamble.1"),
        ("statement/no-text", "demand.1.2"),
    ]


@pytest.mark.parametrize(
    ("arguments", "rule", "clause"),
    [
        ({"preamble": ("a[^n]",)}, "no-such-note", "preamble.1"),
        ({"preamble": ("a",), "notes": (Note("n", "b"),)}, "unused-note", "note.n"),
        ({"title": "a[^n]", "notes": (Note("n", "b"),)}, "misplaced-note", "title"),
        ({"parts": (Section("a[^n]", ("x",)),), "notes": (Note("n", "b"),)}, "misplaced-note", "section.1"),
        ({"preamble": ("a[^n]",), "notes": (Note("n", "b[^n]"),)}, "misplaced-note", "note.n"),
        ({"preamble": ("a[^n]",), "notes": (Note("n", "b"), Note("n", "c"))}, "repeated-note", "note.n"),
        ({"preamble": ("a",), "notes": (Note("n m", "b"),)}, "note-name", "note.n m"),
        ({"preamble": ("a",), "notes": (Note("", "b"),)}, "note-name", "note."),
        ({"preamble": ("a[^n]",), "notes": (Note("n", ""),)}, "empty-text", "note.n"),
    ],
)
def test_notes_and_what_refers_to_them_must_answer_each_other(
    arguments: dict[str, Any], rule: str, clause: str
) -> None:
    assert refused(**arguments) == [(f"statement/{rule}", clause)]


def test_a_note_may_be_referred_to_more_than_once() -> None:
    made = statement(preamble=("a[^n] b[^n]", "c[^n]"), notes=(Note("n", "b"),))
    assert [note_references(str(passage)) for passage in made.preamble] == [["note.n", "note.n"], ["note.n"]]


@pytest.mark.parametrize("target", ["demand.1", "section.1", "annex"])
def test_a_link_may_lead_to_a_demand_a_section_or_the_annex(target: str) -> None:
    made = statement(preamble=(f"See [there](#{target})",), endorsers=(Endorser(1, "Name"),))
    assert [part_references(str(passage)) for passage in made.preamble] == [[target]]


@pytest.mark.parametrize("target", ["demand.2", "demand.0", "demand.1.1", "section.2", "title", "note.n", "Annex", ""])
def test_a_link_to_a_part_that_is_not_there_is_refused_with_those_that_are(target: str) -> None:
    with pytest.raises(SourceError) as caught:
        statement(preamble=(ItemList(("One", f"See [there](#{target})[^n]")),), notes=(Note("n", "x"),))
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/no-such-part", "preamble.1.2")
    assert f"“#{target}”" in found.message
    assert found.hint == "Links can lead to #demand.1, #section.1, #annex."


def test_a_link_in_any_text_is_checked() -> None:
    link = "[a](#demand.9)"
    made = {"title": link, "parts": (Demand(link, (Quotation((link,)),)),), "preamble": ("b[^n]",)}
    assert refused(**made, notes=(Note("n", link),)) == [
        ("statement/no-such-part", "title"),
        ("statement/no-such-part", "demand.1"),
        ("statement/no-such-part", "demand.1.1.1"),
        ("statement/no-such-part", "note.n"),
    ]


def test_an_annex_that_nobody_has_signed_is_no_place_to_lead_to() -> None:
    link = "[a](#annex)"
    for made in (statement(title=link), statement(title=link, parts=())):
        with pytest.raises(SourceError) as caught:
            check_annex(made)
        (found,) = caught.value.diagnostics
        assert (found.rule, found.clause) == ("statement/no-such-part", "title")
        assert found.hint
        assert "annex" not in found.hint
    check_annex(statement(title=link, endorsers=(Endorser(1, "Name"),)))


def test_endorser_numbers_used_twice_are_refused_each_once() -> None:
    with pytest.raises(SourceError) as caught:
        statement(endorsers=tuple(Endorser(n, "Name") for n in (1, 2, 2, 3, 3, 3)))
    assert [(found.rule, found.clause) for found in caught.value.diagnostics] == [
        ("endorsers/duplicate-number", "endorser.2"),
        ("endorsers/duplicate-number", "endorser.3"),
    ]


@pytest.mark.parametrize("number", [0, -1, 1_000_000, 1.0, True, "1", None])
def test_an_endorser_number_is_a_whole_number_from_1_to_999999(number: object) -> None:
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
        ("preamble.1", {"preamble": (ItemList("text"),)}),  # type: ignore[arg-type]
        ("demand.1.1", {"parts": (Demand("Peace", (Quotation("text"),)),)}),  # type: ignore[arg-type]
        ("notes", {"notes": Note("a", "text")}),
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
        ("preamble.2", {"preamble": ("First", ItemList((2,)))}),  # type: ignore[arg-type]
        ("notes", {"notes": ("text",)}),
        ("notes", {"notes": (Note("a", 2),)}),  # type: ignore[arg-type]
        ("endorser.1", {"endorsers": (Endorser(1, None),)}),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_another_type_is_refused_at_its_clause(clause: str, arguments: dict[str, Any]) -> None:
    with pytest.raises(SourceError) as caught:
        statement(**arguments)
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/wrong-type", clause)
    assert found.hint


@pytest.mark.parametrize(
    ("field", "value"),
    [
        ("issued", "2025-07-28"),
        ("issued", None),
        ("issued", datetime(2025, 7, 28, 9)),  # noqa: DTZ001 - of no zone, and wrong in any
        ("kind", "foo"),
        ("kind", None),
        ("kind", ["joint-statement"]),
        ("language", ["en"]),
        ("language", None),
    ],
)
def test_a_date_kind_or_language_of_another_type_is_refused(field: str, value: Any) -> None:
    with pytest.raises(SourceError) as caught:
        replace(statement(), **{field: value})
    (found,) = caught.value.diagnostics
    assert (found.rule, found.clause) == ("statement/wrong-type", field)
    assert found.hint


@pytest.mark.parametrize("text", ["a\nb", "a\\\\\nb", "a&#10;b"])
def test_a_line_break_that_nothing_forces_is_answered_with_how_to_force_one(text: str) -> None:
    with pytest.raises(SourceError) as caught:
        statement(title=text)
    (found,) = caught.value.diagnostics
    assert found.message == "title contains a line break that no backslash forces."
    assert "on one line" in str(found.hint)


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
