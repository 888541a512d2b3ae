"""A pack that came back, put into a PO file: nothing is lost, nothing comes in that could not be published."""

from __future__ import annotations

from dataclasses import replace

import pytest
from made_packs import NOW, PROJECT, messages, packed, po

from statement_kit.diagnostics import CatalogError, Diagnostic, Location, Severity
from statement_kit.model import Clause
from statement_kit.packs.pack import Pack
from statement_kit.packs.returned import Returned, ReturnedRow, Verdict
from statement_kit.packs.unpack import Applied, apply
from statement_kit.translation.catalog import merge
from statement_kit.translation.po_file import Message, read_po_file

FUZZY = frozenset({"fuzzy"})
STOP, STOP_KM = "Stop now", "ឈប់ឥឡូវ"  # stop now
TALK, TALK_KM = "Talk", "និយាយ"  # talk
OTHER_KM = "ជជែក"  # discuss
CLAUSES = [Clause("title", STOP), Clause("demand.1", TALK)]
HALF = po(Message("title", STOP, STOP_KM), Message("demand.1", TALK))
FULL = po(Message("title", STOP, STOP_KM), Message("demand.1", TALK, TALK_KM))


def back(made: Pack, **texts: str) -> Returned:
    """A pack whose translator typed texts, by clause (`demand_1`), and left all else."""
    typed = {name.replace("_", "."): text for name, text in texts.items()}
    rows = (
        ReturnedRow(
            one.clause,
            one.source,
            typed.get(one.clause, one.text),
            one.note,
            Verdict.NONE,
            one.digest,
            Location("back", line),
        )
        for line, one in enumerate(made.rows, 3)
    )
    return Returned(made.project, made.source_language, made.language, tuple(rows), "back")


def changed(whole: Returned, clause: str, **values: object) -> Returned:
    rows = (replace(one, **values) if one.clause == clause else one for one in whole.rows)  # type: ignore[arg-type]
    return replace(whole, rows=tuple(rows))


def applied(whole: Returned, data: bytes | None, clauses: list[Clause] = CLAUSES) -> Applied:
    return apply(whole, data, "km.po", clauses, PROJECT, NOW)


def refused(whole: Returned, data: bytes, clauses: list[Clause] = CLAUSES) -> list[Diagnostic]:
    with pytest.raises(CatalogError) as caught:
        applied(whole, data, clauses)
    assert all(one.where and one.where.path == "back" and one.hint for one in caught.value.diagnostics)
    return list(caught.value.diagnostics)


def rules(found: tuple[Diagnostic, ...]) -> list[str]:
    assert all(one.severity is Severity.WARNING for one in found)
    return [one.rule.removeprefix("pack/") for one in found]


def test_a_pack_that_nobody_touched_gives_the_very_same_bytes() -> None:
    for data in (HALF, FULL, po(Message("title", STOP, STOP_KM, FUZZY, "Stop")), po()):
        assert applied(back(packed(CLAUSES, data)), data) == Applied(data)


def test_a_new_translation_is_taken() -> None:
    found = applied(back(packed(CLAUSES, HALF), demand_1=TALK_KM), HALF)
    assert messages(found.data) == messages(FULL)
    assert (rules(found.taken), found.warnings) == (["taken"], ())


def test_a_pack_for_a_new_language_makes_its_file() -> None:
    found = applied(back(packed(CLAUSES, None), title=STOP_KM, demand_1=TALK_KM), None)
    assert {one.text for one in messages(found.data).values()} == {STOP_KM, TALK_KM}
    assert read_po_file(found.data, "").language == "km"


def test_it_can_be_applied_twice() -> None:
    whole = back(packed(CLAUSES, HALF), demand_1=TALK_KM)
    once = applied(whole, HALF).data
    assert applied(whole, once) == Applied(once)


def test_a_stale_clause_that_was_translated_anew_is_current() -> None:
    edited = [Clause("title", "Stop today"), CLAUSES[1]]
    made = packed(edited, FULL)
    assert made.rows[0].previous == STOP
    found = applied(back(made, title=OTHER_KM), FULL, edited)
    assert messages(found.data)["title"] == Message("title", "Stop today", OTHER_KM)


def test_a_translation_that_its_translator_doubts_is_fuzzy() -> None:
    whole = changed(back(packed(CLAUSES, HALF), demand_1=TALK_KM), "demand.1", verdict=Verdict.DOUBTFUL)
    assert messages(applied(whole, HALF).data)["demand.1"] == Message("demand.1", TALK, TALK_KM, FUZZY)


def test_a_standing_translation_that_is_doubted_becomes_fuzzy() -> None:
    whole = changed(back(packed(CLAUSES, FULL)), "title", verdict=Verdict.DOUBTFUL)
    found = applied(whole, FULL)
    assert messages(found.data)["title"] == Message("title", STOP, STOP_KM, FUZZY)
    assert rules(found.taken) == ["marked"]


def test_a_fuzzy_translation_that_is_said_to_be_done_is_sure() -> None:
    data = po(Message("title", STOP, STOP_KM, FUZZY, "Stop"), Message("demand.1", TALK, TALK_KM))
    whole = changed(back(packed(CLAUSES, data)), "title", verdict=Verdict.DONE)
    assert messages(applied(whole, data).data) == messages(FULL)


def test_done_counts_only_for_the_source_that_was_shown() -> None:
    whole = changed(back(packed(CLAUSES, FULL)), "title", verdict=Verdict.DONE)
    edited = [Clause("title", "Do not stop now"), CLAUSES[1]]
    data = merge(edited, FULL, "km.po", "km", PROJECT, NOW)
    assert applied(whole, data, edited).data == data
    assert messages(data)["title"].is_fuzzy


def test_a_clause_that_was_edited_meanwhile_takes_its_translation_as_one_of_the_old_source() -> None:
    whole = changed(back(packed(CLAUSES, FULL), demand_1=OTHER_KM), "demand.1", verdict=Verdict.DONE)
    edited = [CLAUSES[0], Clause("demand.1", "Do not talk")]
    for data in (FULL, merge(edited, FULL, "km.po", "km", PROJECT, NOW)):
        found = applied(whole, data, edited)
        assert messages(found.data)["demand.1"] == Message("demand.1", "Do not talk", OTHER_KM, FUZZY, TALK)
        assert rules(found.taken) == ["taken-for-old-source"]


def test_a_clause_that_was_edited_meanwhile_and_has_no_translation_takes_one_of_the_old_source() -> None:
    edited = [CLAUSES[0], Clause("demand.1", "Do not talk")]
    found = applied(back(packed(CLAUSES, HALF), demand_1=TALK_KM), HALF, edited)
    assert messages(found.data)["demand.1"] == Message("demand.1", "Do not talk", TALK_KM, FUZZY, TALK)


def test_a_translation_that_changed_meanwhile_stands_and_both_are_told() -> None:
    whole = back(packed(CLAUSES, HALF), demand_1=TALK_KM)
    data = po(Message("title", STOP, STOP_KM), Message("demand.1", TALK, OTHER_KM))
    found = applied(whole, data)
    assert found.data == data
    assert rules(found.conflicts) == ["conflict"]
    assert TALK_KM in found.conflicts[0].message
    assert OTHER_KM in found.conflicts[0].message


def test_a_clause_and_a_translation_that_both_changed_meanwhile_are_a_conflict() -> None:
    whole = back(packed(CLAUSES, FULL), demand_1=OTHER_KM)
    edited = [CLAUSES[0], Clause("demand.1", "Do not talk")]
    data = po(Message("title", STOP, STOP_KM), Message("demand.1", "Do not talk", "កុំនិយាយ"))  # do not talk
    found = applied(whole, data, edited)
    assert (found.data, rules(found.conflicts)) == (data, ["conflict"])


def test_the_same_translation_by_two_people_is_no_conflict() -> None:
    assert applied(back(packed(CLAUSES, HALF), demand_1=TALK_KM), FULL) == Applied(FULL)


def test_a_row_that_nobody_touched_does_not_take_back_what_others_did() -> None:
    assert applied(back(packed(CLAUSES, HALF)), FULL) == Applied(FULL)
    other = po(Message("title", STOP, OTHER_KM), Message("demand.1", TALK))
    assert applied(back(packed(CLAUSES, HALF)), other) == Applied(other)


@pytest.mark.parametrize("text", ["", "  \n", "\u200b"])
def test_a_row_that_was_emptied_is_told_and_its_translation_stays(text: str) -> None:
    found = applied(back(packed(CLAUSES, FULL), title=text), FULL)
    assert (found.data, rules(found.kept)) == (FULL, ["emptied"])
    assert STOP_KM in found.kept[0].message


def test_a_clause_that_is_gone_is_told_with_its_text_and_note() -> None:
    whole = changed(back(packed(CLAUSES, HALF), demand_1=TALK_KM), "demand.1", note="careful")
    data = merge(CLAUSES[:1], HALF, "km.po", "km", PROJECT, NOW)
    found = applied(whole, data, CLAUSES[:1])
    assert (found.data, rules(found.conflicts)) == (data, ["clause-gone"])
    assert TALK_KM in found.conflicts[0].message
    assert "careful" in found.conflicts[0].message


def test_a_clause_that_moved_is_followed() -> None:
    whole = back(packed(CLAUSES, FULL), demand_1=OTHER_KM)
    moved = [CLAUSES[0], Clause("demand.1", "New"), Clause("demand.2", TALK)]
    found = applied(whole, FULL, moved)
    assert messages(found.data)["demand.2"] == Message("demand.2", TALK, OTHER_KM)
    assert messages(found.data)["demand.1"].text == ""
    assert rules(found.left_out) == ["left-out"]


def test_a_row_that_was_deleted_is_told_and_its_translation_stays() -> None:
    whole = back(packed(CLAUSES, FULL))
    found = applied(replace(whole, rows=whole.rows[:1]), FULL)
    assert (found.data, rules(found.left_out)) == (FULL, ["left-out"])
    assert "demand.1" in found.left_out[0].message


def test_a_row_without_its_digest_is_taken_only_where_nothing_stands() -> None:
    whole = changed(back(packed(CLAUSES, HALF), demand_1=TALK_KM, title=OTHER_KM), "demand.1", digest="")
    found = applied(changed(whole, "title", digest=""), HALF)
    assert messages(found.data) == messages(FULL)
    assert rules(found.conflicts) == ["conflict"]


def test_a_row_without_its_digest_says_nothing_of_a_fuzzy_translation() -> None:
    data = po(Message("title", STOP, STOP_KM, FUZZY), Message("demand.1", TALK, TALK_KM))
    assert applied(changed(back(packed(CLAUSES, data)), "title", digest=""), data).data == data


def test_a_source_that_the_translator_changed_is_not_believed() -> None:
    whole = changed(back(packed(CLAUSES, FULL), title=OTHER_KM), "title", source="Stop, now!")
    assert messages(applied(whole, FULL).data)["title"] == Message("title", STOP, OTHER_KM)


def test_notes_are_added_and_none_is_taken_away() -> None:
    data = po(Message("title", STOP, STOP_KM, comments=("first", "second")), Message("demand.1", TALK, TALK_KM))
    whole = changed(back(packed(CLAUSES, data)), "title", note="second\n third \x01\n\nthird")
    found = applied(whole, data)
    assert messages(found.data)["title"].comments == ("first", "second", "third")
    assert rules(found.taken) == ["note"]
    assert applied(whole, found.data).data == found.data


def test_white_space_around_a_typed_text_is_not_meant() -> None:
    found = applied(back(packed(CLAUSES, HALF), demand_1=f" {TALK_KM}\r\n\n"), HALF)
    assert messages(found.data) == messages(FULL)


def test_a_forced_line_break_is_a_backslash_and_a_line_end_of_any_kind() -> None:
    found = applied(back(packed(CLAUSES, HALF), demand_1=f"{TALK_KM}\\\r\n{OTHER_KM}"), HALF)
    assert messages(found.data)["demand.1"].text == f"{TALK_KM}\\\n{OTHER_KM}"


@pytest.mark.parametrize(
    ("source", "text", "rule"),
    [
        ("Wait {days} days", "រង់ចាំ", "pack/placeholder"),  # wait
        ("Wait {days} days", "រង់ចាំ {days", "pack/placeholder"),  # wait
        ("See [us](https://x.org)", "មើល [យើង](https://y.org)", "pack/markup"),  # see us
        ("Noted[^a]", "កត់ត្រា", "pack/markup"),  # noted
        ("Talk", "1. និយាយ", "pack/typed-label"),  # talk
        ("Talk", "និ\nយាយ", "statement/control-character"),  # talk
        ("Talk", "និយាយ\x01", "statement/control-character"),  # talk
        ("Talk", "<b>និយាយ</b>", "pack/markup"),  # talk
        ("Talk", "&#8203;", "pack/no-words"),
    ],
)
@pytest.mark.parametrize("verdict", Verdict)
def test_what_could_not_be_published_is_refused_with_its_row(
    source: str, text: str, rule: str, verdict: Verdict
) -> None:
    clauses = [Clause("title", STOP), Clause("demand.1", source)]
    data = po(Message("title", STOP), Message("demand.1", source))
    whole = changed(back(packed(clauses, data), title=STOP_KM, demand_1=text), "demand.1", verdict=verdict)
    (found,) = refused(whole, data, clauses)
    assert (found.rule, found.clause, found.where) == (rule, "demand.1", Location("back", 4))


def test_every_fault_is_told_at_once() -> None:
    assert len(refused(back(packed(CLAUSES, HALF), title="{x}", demand_1="{y}"), HALF)) == 2


def test_a_fuzzy_text_that_is_said_to_be_done_is_checked_too() -> None:
    data = po(Message("title", STOP, "{x}", FUZZY), Message("demand.1", TALK))
    whole = changed(back(packed(CLAUSES, data)), "title", verdict=Verdict.DONE)
    assert [one.rule for one in refused(whole, data)] == ["pack/placeholder"]


def test_a_pack_of_another_statement_is_refused() -> None:
    whole = replace(back(packed(CLAUSES, HALF)), project="river")
    assert [one.rule for one in refused(whole, HALF)] == ["pack/other-statement"]


def test_a_pack_of_another_language_is_refused() -> None:
    whole = replace(back(packed(CLAUSES, HALF)), language="th")
    assert [one.rule for one in refused(whole, HALF)] == ["pack/other-language"]


def test_a_damaged_po_file_is_refused() -> None:
    with pytest.raises(CatalogError, match="catalog/damaged"):
        applied(back(packed(CLAUSES, HALF)), b"msgid without quotes")


def test_headers_and_obsolete_messages_stay() -> None:
    old = Message("demand.9", "Old", "ចាស់", FUZZY, "Older", ("why",), is_obsolete=True)  # old
    data = po(Message("title", STOP, STOP_KM), Message("demand.1", TALK), old)
    file = read_po_file(applied(back(packed(CLAUSES, data), demand_1=TALK_KM), data).data, "")
    assert old in file.messages
    assert "# By Dara." in file.header
