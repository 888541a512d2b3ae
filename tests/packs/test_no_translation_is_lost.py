"""Any order of edits, updates, translations, reviews and packs: every translation stands, or is told.

None passes as current that nobody vouched for, and none as reviewed but in the words that were.

Several packs may be out at once, while the statement and the PO file go on changing; each may come back twice.
"""

from __future__ import annotations

from dataclasses import replace

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import Bundle, RuleBasedStateMachine, consumes, invariant, rule
from made_packs import NOW, PROJECT, WRITERS, messages, packed, returned

from statement_kit.model import Clause
from statement_kit.packs.matching import match_rows
from statement_kit.packs.returned import Returned, ReturnedRow, Verdict
from statement_kit.packs.unpack import Applied, apply
from statement_kit.readiness import STANDARD, State
from statement_kit.translation.catalog import merge, parse_catalog
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.po_file import Message, read_po_file, write_po_file
from statement_kit.translation.reviews import Reviews, with_review
from statement_kit.translation.state import ClauseState, clause_states

SOURCES = st.sampled_from(["Stop", "Do not stop", "Talk", "*Talk* now", "Go home", "a\\\nb"])
WORDS = st.sampled_from(["ឈប់", "កុំឈប់", "និយាយ", "*និយាយ*", "ទៅផ្ទះ", "គ\\\nឃ", "=1+1"])  # stop, do not, talk, go home
PLACES = st.integers(0, 7)


def is_typed(row: ReturnedRow) -> bool:
    """Whether the translator changed a row, and did not just empty it."""
    return bool(row.text) and pair_digest(row.source, row.text) != row.digest


def is_vouched_for(row: ReturnedRow) -> bool:
    """Whether the translator says that the row's text is right for the source it shows."""
    return row.verdict is Verdict.DONE or (row.verdict is Verdict.NONE and is_typed(row))


class Desk(RuleBasedStateMachine):
    """A statement, its PO file, and the packs that are out."""

    packs = Bundle("packs")

    def __init__(self) -> None:
        super().__init__()
        self.texts = ["Stop", "Talk", "Go home"]
        self.data = merge(self.clauses, None, "km.po", "km", PROJECT, NOW)
        self.vouched: set[tuple[str, str]] = set()
        self.reviews: Reviews = ()
        self.reviewed: set[tuple[str, str]] = set()

    @property
    def clauses(self) -> list[Clause]:
        return [Clause(f"preamble.{n}", text) for n, text in enumerate(self.texts, 1)]

    @rule(place=PLACES, text=SOURCES)
    def edit(self, place: int, text: str) -> None:
        self.texts[place % len(self.texts)] = text

    @rule(place=PLACES, text=SOURCES)
    def insert(self, place: int, text: str) -> None:
        self.texts.insert(place % (len(self.texts) + 1), text)

    @rule(place=PLACES)
    def remove(self, place: int) -> None:
        if len(self.texts) > 1:
            del self.texts[place % len(self.texts)]

    @rule()
    def update(self) -> None:
        self.data = merge(self.clauses, self.data, "km.po", "km", PROJECT, NOW)

    @rule(place=PLACES, text=WORDS)
    def translate(self, place: int, text: str) -> None:
        """Somebody with a PO editor translates a clause as it is now."""
        self.update()
        file = read_po_file(self.data, "")
        wanted = self.clauses[place % len(self.texts)]
        self.vouched.add((wanted.text, text))
        changed = [
            Message(one.clause, one.source, text) if one.clause == wanted.id and not one.is_obsolete else one
            for one in file.messages
        ]
        self.data = write_po_file(file.header, changed)

    @rule(place=PLACES)
    def review(self, place: int) -> None:
        """Somebody reads a clause that is translated from the source as it stands, and finds it right."""
        found = self.states()[place % len(self.texts)]
        if found.state >= State.TRANSLATED:
            clause = found.clause
            self.reviews = with_review(self.reviews, clause.id, clause.text, found.text, "Dara", NOW.date())
            self.reviewed.add((clause.text, found.text))

    def states(self) -> list[ClauseState]:
        return list(clause_states(self.clauses, parse_catalog(self.data, "km.po"), self.reviews, STANDARD))

    @rule(target=packs)
    def send_out(self) -> Returned:
        return returned(WRITERS["xlsx"](packed(self.clauses, self.data)))

    @rule(target=packs, one=consumes(packs), place=PLACES, text=WORDS | st.just(""), verdict=st.sampled_from(Verdict))
    def fill_in(self, one: Returned, place: int, text: str, verdict: Verdict) -> Returned:
        if not one.rows:
            return one
        rows = list(one.rows)
        wanted = rows[place % len(rows)]
        rows[place % len(rows)] = replace(wanted, text=text, verdict=verdict)
        return replace(one, rows=tuple(rows))

    @rule(target=packs, one=consumes(packs), place=PLACES)
    def mix(self, one: Returned, place: int) -> Returned:
        """A translator deletes a row and turns the others around."""
        return replace(one, rows=tuple(row for n, row in enumerate(reversed(one.rows)) if n != place))

    @rule(one=packs)
    def bring_back(self, one: Returned) -> None:
        """A pack comes back, perhaps for the second time."""
        before = self._merged(self.data)
        found = apply(one, self.data, "km.po", self.clauses, PROJECT, NOW)
        self.vouched |= {(row.source, row.text) for row in one.rows if is_vouched_for(row)}
        self._typed_texts_stand_or_are_told(one, found)
        self._standing_texts_stand_or_were_the_packs_own(one, before, found)
        assert apply(one, found.data, "km.po", self.clauses, PROJECT, NOW).data == found.data
        self.data = found.data

    def _merged(self, data: bytes) -> tuple[Message, ...]:
        return read_po_file(merge(self.clauses, data, "km.po", "km", PROJECT, NOW), "").messages

    def _typed_texts_stand_or_are_told(self, one: Returned, found: Applied) -> None:
        standing = {message.clause: message.text for message in self._merged(found.data) if not message.is_obsolete}
        told = " ".join(warning.message for warning in found.conflicts)
        matched = match_rows(one.rows, self.clauses)
        for row in filter(is_typed, one.rows):
            clause = matched.get(row.clause)
            assert (clause and standing[clause.id] == row.text) or row.text in told

    def _standing_texts_stand_or_were_the_packs_own(
        self, one: Returned, before: tuple[Message, ...], found: Applied
    ) -> None:
        after = {(message.clause, message.text) for message in self._merged(found.data)}
        matched = match_rows(one.rows, self.clauses)
        rows = {matched[row.clause].id: row for row in one.rows if row.clause in matched}
        for message in before:
            row = rows.get(message.clause)
            was_the_packs = row is not None and pair_digest(row.source, message.text) == row.digest
            assert not message.text or (message.clause, message.text) in after or was_the_packs

    @invariant()
    def nothing_passes_as_current_that_nobody_vouched_for(self) -> None:
        for message in messages(self.data).values():
            assert not message.text or message.is_fuzzy or (message.source, message.text) in self.vouched

    @invariant()
    def exactly_the_words_that_somebody_has_read_count_as_reviewed(self) -> None:
        for found in self.states():
            if found.state >= State.TRANSLATED:
                assert (found.state is State.REVIEWED) == ((found.clause.text, found.text) in self.reviewed)


Desk.TestCase.settings = settings(max_examples=30, stateful_step_count=25, deadline=None)
TestDesk = Desk.TestCase
