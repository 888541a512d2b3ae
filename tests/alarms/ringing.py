"""What the tests of alarms share: a pair of texts and what rings; the pairs of the statement folders."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from statement_kit.alarms import Alarm, Pair, raise_alarms
from statement_kit.translation.glossary import Term
from statement_kit.translation.po_file import read_po_file

ROOT = Path(__file__).parent.parent.parent
FOLDERS = {
    "border-ceasefire": ROOT / "examples" / "border-ceasefire",
    "everything": ROOT / "tests" / "statements" / "everything",
    "branded": ROOT / "tests" / "statements" / "branded",
}


def alarms(
    source: str,
    text: str,
    language: str = "km",
    *,
    source_language: str = "en",
    clause: str = "demand.1.1",
    glossary: Sequence[Term] = (),
) -> list[Alarm]:
    found = raise_alarms([Pair(clause, source, text)], source_language, language, glossary)
    assert all(alarm.clause == clause and alarm.message and alarm.hint for alarm in found)
    assert len({alarm.rule for alarm in found}) == len(found), "more than one alarm of a kind for a clause"
    return found


def rules(source: str, text: str, language: str = "km", **how: str) -> set[str]:
    """The kinds of alarms that ring, without `alarm/`."""
    return {alarm.rule.removeprefix("alarm/") for alarm in alarms(source, text, language, **how)}  # type: ignore[arg-type]


def rings(rule: str, source: str, text: str, language: str = "km", **how: str) -> bool:
    return rule in rules(source, text, language, **how)


def pairs(folder: str, language: str) -> list[Pair]:
    """The translated clauses of a statement folder, in reading order."""
    path = FOLDERS[folder] / "translations" / f"{language}.po"
    messages = read_po_file(path.read_bytes(), str(path)).messages
    return [Pair(m.clause, m.source, m.text) for m in messages if m.clause and m.text and not m.is_obsolete]
