"""The furniture of a release as values: its clauses, its translation, and what cannot be."""

from __future__ import annotations

from dataclasses import replace
from datetime import UTC, date, datetime
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from statement_kit import (
    BackMatter,
    Contact,
    Demand,
    ItemList,
    Kind,
    Press,
    Quotation,
    Revision,
    SourceError,
    Speaker,
    Statement,
    Status,
)

DARA = Speaker("dara", "Sok Dara", "Spokesperson", {"km": "សុខ ដារ៉ា"}, date(2025, 7, 27))  # the name in Khmer
FULL = Press(
    embargo=datetime(2025, 7, 28, 9, tzinfo=UTC),
    reference="CSO 12/2025",
    place="Phnom Penh",
    to=("The governments", "ASEAN"),
    languages=("en", "km"),
    prevails="en",
    end_mark=True,
    revision=Revision(2, date(2025, 7, 29), "Both provinces."),
    speakers=(DARA,),
    editors=BackMatter((ItemList(("one", "two")),), "Notes"),
    about=BackMatter(("We are.", Quotation(("Words.",), "dara"))),
)
CONTACTS = (Contact("a@b.org", "Dara", role="Spokesperson", hours="8–17 h", languages=("km", "en")), Contact("c@d.org"))


def made(press: object = FULL, **changes: Any) -> Statement:
    fields: dict[str, Any] = {"preamble": ("We.",), "parts": (), "contacts": CONTACTS, "press": press, **changes}
    return Statement(title="Title", issued=date(2025, 7, 28), **fields)


def refused(press: object, **changes: Any) -> list[tuple[str, str | None]]:
    with pytest.raises(SourceError) as caught:
        made(press, **changes)
    assert all(found.hint for found in caught.value.diagnostics)
    return [(found.rule, found.clause) for found in caught.value.diagnostics]


def test_every_sentence_of_it_is_a_clause_and_nothing_else() -> None:
    assert [(clause.id, clause.text) for clause in made().clauses()] == [
        ("title", "Title"),
        ("revision", "Both provinces."),
        ("to.1", "The governments"),
        ("to.2", "ASEAN"),
        ("place", "Phnom Penh"),
        ("preamble.1", "We."),
        ("speaker.dara", "Spokesperson"),
        ("contact.1.role", "Spokesperson"),
        ("contact.1.hours", "8–17 h"),
        ("editors", "Notes"),
        ("editors.1.1", "one"),
        ("editors.1.2", "two"),
        ("about.1", "We are."),
        ("about.2.1", "Words."),
    ]


def test_a_translation_changes_every_clause_and_leaves_all_data() -> None:
    statement = made()
    words = {clause.id: f"km {clause.id}" for clause in statement.clauses()}
    translated = statement.translated(words, "km")
    assert {clause.id: clause.text for clause in translated.clauses()} == words
    press = translated.press
    assert (press.embargo, press.reference, press.languages, press.prevails) == (
        FULL.embargo,
        FULL.reference,
        FULL.languages,
        FULL.prevails,
    )
    assert replace(press.speakers[0], role=DARA.role) == DARA
    assert press.about is not None
    assert press.about.passages[1] == Quotation(("km about.2.1",), "dara")
    assert [
        replace(one, role=two.role, hours=two.hours) for one, two in zip(translated.contacts, CONTACTS, strict=True)
    ] == [*CONTACTS]


def test_what_is_said_of_a_contact_is_translated_for_its_own_editions_only() -> None:
    thai = Contact("c@d.org", role="Press officer", hours="9–18 h", languages=("th", "en"))
    statement = made(contacts=(CONTACTS[1], thai))
    own = {clause.id for clause in statement.clauses()} - {clause.id for clause in statement.clauses("km")}
    assert own == {"contact.2.role", "contact.2.hours"}
    assert statement.clauses("th") == statement.clauses("en") == statement.clauses()
    translated = statement.translated({clause.id: "x" for clause in statement.clauses("km")}, "km")
    assert (translated.contacts[-1].role, translated.contacts[-1].hours) == ("", "")


def test_a_contact_that_leads_to_nobody_is_refused() -> None:
    assert refused(FULL, contacts=(*CONTACTS, Contact(name="Dara", phone="\u200b"))) == [
        ("press/unreachable", f"contact.{len(CONTACTS) + 1}")
    ]


@pytest.mark.parametrize("lost", ["place", "to.2", "revision", "speaker.dara", "contact.1.hours", "editors", "about.1"])
def test_no_clause_of_it_is_ever_left_in_the_source_language_in_silence(lost: str) -> None:
    statement = made()
    words = {clause.id: "x" for clause in statement.clauses() if clause.id != lost}
    with pytest.raises(KeyError, match=lost):
        statement.translated(words, "km")


_TEXTS = st.text("abc ", min_size=1, max_size=8).filter(str.strip)
_BACKS = st.none() | st.builds(
    BackMatter,
    st.lists(_TEXTS | st.builds(ItemList, st.lists(_TEXTS, min_size=1, max_size=3).map(tuple)), min_size=1).map(tuple),
    st.just("") | _TEXTS,
)


@given(
    st.builds(
        Press,
        place=st.just("") | _TEXTS,
        to=st.lists(_TEXTS, max_size=3).map(tuple),
        revision=st.none() | st.builds(Revision, st.integers(2, 999), st.dates(), _TEXTS),
        editors=_BACKS,
        about=_BACKS,
    )
)
def test_put_into_its_own_language_it_stays_what_it_is(press: Press) -> None:
    statement = made(press)
    clauses = statement.clauses()
    assert len({clause.id for clause in clauses}) == len(clauses)
    assert statement.translated({clause.id: clause.text for clause in clauses}, "en") == statement


@pytest.mark.parametrize(
    ("changes", "clause"),
    [
        ({"status": "now"}, "press"),
        ({"embargo": date(2025, 7, 28)}, "press"),
        ({"reference": 12}, "press"),
        ({"place": None}, "press"),
        ({"to": "ASEAN"}, "press"),
        ({"to": (1,)}, "press"),
        ({"languages": ["en"]}, "press"),
        ({"prevails": None}, "press"),
        ({"end_mark": 1}, "press"),
        ({"revision": 2}, "revision"),
        ({"revision": Revision(True, date(2025, 7, 29), "x")}, "revision"),
        ({"revision": Revision(2, datetime(2025, 7, 29, tzinfo=UTC), "x")}, "revision"),
        ({"revision": Revision(2, date(2025, 7, 29), None)}, "revision"),  # type: ignore[arg-type]
        ({"speakers": {"dara": DARA}}, "press"),
        ({"speakers": (replace(DARA, names=()),)}, "speaker"),
        ({"speakers": (replace(DARA, name=1),)}, "speaker"),
        ({"speakers": (replace(DARA, consent="yes"),)}, "speaker"),
        ({"editors": ("x",)}, "editors"),
        ({"about": BackMatter("x")}, "about"),  # type: ignore[arg-type]
        ({"about": BackMatter(("x",), 1)}, "about"),  # type: ignore[arg-type]
    ],
)
def test_a_value_of_another_type_is_refused_at_its_place(changes: dict[str, Any], clause: str) -> None:
    assert ("statement/wrong-type", clause) in refused(replace(FULL, **changes))


def test_what_is_no_press_or_no_contact_is_refused() -> None:
    assert refused({}) == [("statement/wrong-type", "press")]
    assert refused(FULL, contacts=(replace(CONTACTS[0], languages="km"),)) == [("statement/wrong-type", "contact")]
    assert refused(FULL, contacts=(replace(CONTACTS[0], names="Dara"),)) == [("statement/wrong-type", "contact")]


@pytest.mark.parametrize(
    ("changes", "rule", "clause"),
    [
        ({"embargo": datetime(2025, 7, 28, 9)}, "press/embargo-offset", "embargo"),  # noqa: DTZ001 - as one forgets it
        ({"status": Status.IMMEDIATE}, "press/status-and-embargo", "status"),
        ({"revision": Revision(1, date(2025, 7, 29), "x")}, "press/revision-number", "revision"),
        ({"revision": Revision(2, date(2025, 7, 29), " ")}, "statement/empty-text", "revision"),
        ({"reference": " "}, "statement/empty-text", "reference"),
        ({"reference": "a\tb"}, "statement/control-character", "reference"),
        ({"to": ("",)}, "statement/empty-text", "to.1"),
        ({"place": "*\u200b*"}, "statement/empty-text", "place"),
        ({"languages": ("km",)}, "press/languages", "languages"),
        ({"languages": ("en", "km", "km")}, "press/languages", "languages"),
        ({"prevails": "th"}, "press/prevails", "prevails"),
        ({"speakers": ()}, "press/unknown-speaker", "about.2.speaker"),
        ({"speakers": (DARA, DARA)}, "press/repeated-speaker", "speaker.dara"),
        ({"speakers": (DARA, replace(DARA, key="vanna"))}, "press/unused-speaker", "speaker.vanna"),
        ({"speakers": (DARA, replace(DARA, key="a b"))}, "press/speaker-key", "speaker.a b"),
        ({"speakers": (replace(DARA, name=" "),)}, "statement/empty-text", "speaker.dara"),
        ({"speakers": (replace(DARA, names={"km": ""}),)}, "statement/empty-text", "speaker.dara"),
        ({"speakers": (replace(DARA, names={"km": "a\n"}),)}, "statement/control-character", "speaker.dara"),
        ({"editors": BackMatter(())}, "press/no-text", "editors"),
        ({"editors": BackMatter((ItemList(()),))}, "statement/no-text", "editors.1"),
        ({"editors": BackMatter(("x[^n]",), "Notes[^n]")}, "statement/misplaced-note", "editors"),
        ({"place": "x[^n]"}, "statement/misplaced-note", "place"),
    ],
)
def test_what_cannot_be_is_refused_at_its_place(changes: dict[str, Any], rule: str, clause: str) -> None:
    assert (rule, clause) in refused(replace(FULL, **changes))


def test_a_dateline_needs_a_paragraph() -> None:
    assert refused(FULL, preamble=(), parts=(Demand("Peace", ("Now.",)),)) == [("statement/no-text", "place")]


def test_kinds_are_told_by_their_names() -> None:
    assert made(kind=Kind.OPEN_LETTER).kind == "open-letter"
    assert ("statement/wrong-type", "kind") in refused(FULL, kind="letter")
