"""A pack that came back, put into the PO file of its language, without ever losing a text that stands (A15, A16).

All or nothing where the pack is at fault: a text that could not be published is an error, and nothing is taken. What
the pack and the PO file merely disagree about is reported, with both texts, and what stands in the PO file stays.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from statement_kit.diagnostics import Diagnostic, Location, Severity
from statement_kit.model import Clause
from statement_kit.packs.incoming import faults, typed_text
from statement_kit.packs.matching import match_rows
from statement_kit.packs.returned import Returned, ReturnedRow, Verdict, finding, refusal, refuse
from statement_kit.packs.stamp import one_line
from statement_kit.translation.catalog import merge
from statement_kit.translation.difference import beginning
from statement_kit.translation.digest import pair_digest
from statement_kit.translation.po_file import MACHINE, Message, read_po_file, write_po_file
from statement_kit.values import is_blank

_FUZZY = frozenset({"fuzzy"})


@dataclass(frozen=True, slots=True)
class Applied:
    """What a pack did to a PO file.

    Attributes:
        data: The PO file with the pack in it; the very bytes that were given, if there was nothing to take.
        taken: Each translation, mark or note that was taken.
        kept: Each text that stays although the pack has none for it, or less.
        conflicts: Each text of the pack that was not taken, since another stands in its place or its clause is gone.
        left_out: Clauses of the statement that the pack has no row for.
    """

    data: bytes
    taken: tuple[Diagnostic, ...] = ()
    kept: tuple[Diagnostic, ...] = ()
    conflicts: tuple[Diagnostic, ...] = ()
    left_out: tuple[Diagnostic, ...] = ()

    @property
    def warnings(self) -> tuple[Diagnostic, ...]:
        """Everything that somebody should look at."""
        return (*self.conflicts, *self.kept, *self.left_out)


@dataclass(slots=True)
class _Reports:
    """What is said of the rows so far."""

    taken: list[Diagnostic]
    kept: list[Diagnostic]
    conflicts: list[Diagnostic]


def apply(
    returned: Returned, data: bytes | None, path: str, clauses: Sequence[Clause], project: str, now: datetime
) -> Applied:
    """Put a pack that came back into a PO file.

    The PO file is brought up to date with the statement first, by `merge`. A row is taken where its clause and its
    translation are still what they were when it left. Where the clause was edited meanwhile, its translation is taken
    for the old source, and marked fuzzy. Where somebody else translated it meanwhile, what stands stays, and both
    texts are reported. A row whose text is as it left changes nothing, but for what its translator says of it.

    Args:
        returned: The pack.
        data: The PO file as it stands, or None for a new language.
        path: Its path, for messages.
        clauses: The clauses of the statement in its source language.
        project: The folder's name, which the pack must have too.
        now: The time for a new header; the clock is the caller's.

    Raises:
        CatalogError: The pack is another statement's; the PO file is damaged or in another language; or with every
            text that could not be published. Nothing is taken then.
    """
    _check_origin(returned, project)
    merged = read_po_file(merge(clauses, data, path, returned.language, project, now), path)
    _check_language(returned, merged.language, path)
    current = {message.clause: message for message in merged.messages if not message.is_obsolete}
    matched = match_rows(returned.rows, clauses)
    reports, problems, changed = _Reports([], [], []), list[Diagnostic](), dict[str, Message]()
    for row in returned.rows:
        clause = matched.get(row.clause)
        if clause is None:
            reports.conflicts += _gone(row)
            continue
        standing = current[clause.id]
        message = _noted(row, _applied(row, clause, standing, reports, problems), reports)
        if message != standing:
            changed[clause.id] = message
    refuse(problems)
    left_out = tuple(_left_out(returned, clauses, {clause.id for clause in matched.values()}))
    reported = tuple(reports.taken), tuple(reports.kept), tuple(reports.conflicts)
    if not changed and data is not None:
        return Applied(data, *reported, left_out)
    messages = [m if m.is_obsolete else changed.get(m.clause, m) for m in merged.messages]
    return Applied(write_po_file(merged.header, messages), *reported, left_out)


def _check_origin(returned: Returned, project: str) -> None:
    if returned.project != one_line(project):
        message = f"This pack belongs to the statement “{returned.project}”, not to “{project}”."
        hint = "Name the folder of its statement. If that folder was renamed meanwhile, give it its name back first."
        raise refusal("other-statement", message, Location(returned.path), hint)


def _check_language(returned: Returned, language: str, path: str) -> None:
    if language.replace("_", "-").casefold() != returned.language.casefold():
        message = f"This pack is in the language “{returned.language}”, and {path} in “{language}”."
        hint = "Give the pack of that language, or correct the line “Language:” in the PO file."
        raise refusal("other-language", message, Location(returned.path), hint)


def _applied(
    row: ReturnedRow, clause: Clause, standing: Message, reports: _Reports, problems: list[Diagnostic]
) -> Message:
    """The clause's message with the row's translation, or as it stands."""
    is_as_left = bool(row.digest) and pair_digest(row.source, row.text) == row.digest
    text = row.text if is_as_left else typed_text(row.text)
    if is_blank(text):
        reports.kept += _emptied(row, clause, standing) if not is_as_left else []
        return standing
    if text == standing.text:
        return _marked(row, clause, standing, reports, problems)
    is_only_copy = is_as_left and is_blank(standing.text)
    if is_as_left and not is_only_copy:
        return standing
    stands_as_left = bool(row.digest) and row.digest in _digests(row, clause, standing)
    if not is_blank(standing.text) and not stands_as_left:
        reports.conflicts.append(_conflict(row, clause, text, standing))
        return standing
    is_current = row.source == clause.text or _is_source_retyped(row, clause, standing)
    source = clause.text if is_current else row.source
    if found := list(faults(row, Clause(clause.id, source), text)):
        problems += found
        return standing
    is_sure = is_current and row.verdict is not Verdict.DOUBTFUL and not is_only_copy
    reports.taken.append(_taken(row, clause, standing, is_current=is_current, is_only_copy=is_only_copy))
    flags = standing.flags - _FUZZY if is_sure else standing.flags | _FUZZY
    taken = standing if is_only_copy else _read_by_people(standing)
    return replace(taken, text=text, flags=flags, previous="" if is_current else row.source)


def _read_by_people(message: Message) -> Message:
    """A message without the notes that a machine made its text, which somebody has typed anew or found done."""
    comments, notes = (
        tuple(line for line in lines if not MACHINE.match(line)) for lines in (message.comments, message.notes)
    )
    return replace(message, comments=comments, notes=notes)


def _digests(row: ReturnedRow, clause: Clause, standing: Message) -> set[str]:
    """The digests of what stands now, with the source that the row shows and with the clause as it is."""
    return {pair_digest(row.source, standing.text), pair_digest(clause.text, standing.text)}


def _is_source_retyped(row: ReturnedRow, clause: Clause, standing: Message) -> bool:
    """Whether the row went out with the clause as it is now, and its translator changed the source in the file."""
    return bool(row.digest) and row.digest == pair_digest(clause.text, standing.text)


def _marked(
    row: ReturnedRow, clause: Clause, standing: Message, reports: _Reports, problems: list[Diagnostic]
) -> Message:
    """A message whose text is the row's: sure or fuzzy, as its translator says.

    “Done” counts only for the source that the translator was shown; a text that was typed anew says it by itself.
    """
    if row.source != clause.text:
        return standing
    if row.verdict is Verdict.DOUBTFUL and not standing.is_fuzzy:
        reports.taken.append(_report("marked", row, clause, "is marked as needing another look"))
        return replace(standing, flags=standing.flags | _FUZZY)
    is_retyped = bool(row.digest) and pair_digest(row.source, row.text) != row.digest
    is_unread = standing.is_fuzzy or standing.is_machine_made
    if is_unread and (row.verdict is Verdict.DONE or (is_retyped and row.verdict is Verdict.NONE)):
        if found := list(faults(row, clause, standing.text)):
            problems += found
            return standing
        reports.taken.append(_report("marked", row, clause, "is marked as done"))
        return replace(_read_by_people(standing), flags=standing.flags - _FUZZY, previous="")
    return standing


def _noted(row: ReturnedRow, message: Message, reports: _Reports) -> Message:
    """The message with the lines of the row's note that it does not have yet; none is ever taken away."""
    known = {line.strip() for line in message.comments}
    lines = dict.fromkeys(_without_controls(line).strip() for line in row.note.splitlines())
    new = [line for line in lines if line not in known and not is_blank(line) and not MACHINE.match(line)]
    if not new:
        return message
    what = f"has a new note: “{' / '.join(new)[:200]}”"
    reports.taken.append(_report("note", row, Clause(message.clause, message.source), what))
    return replace(message, comments=(*message.comments, *new))


def _without_controls(line: str) -> str:
    """A line with a space for each control character in it, which a comment of a PO file has no use for."""
    return "".join(" " if unicodedata.category(char) == "Cc" else char for char in line)


def _report(rule: str, row: ReturnedRow, clause: Clause, message: str, hint: str = "") -> Diagnostic:
    """A finding that stops nothing."""
    said = f"{clause.id} (“{beginning(clause.text)}”) {message}."
    return replace(finding(rule, said, row.place, hint, clause.id), severity=Severity.WARNING, hint=hint or None)


def _taken(row: ReturnedRow, clause: Clause, standing: Message, *, is_current: bool, is_only_copy: bool) -> Diagnostic:
    if is_only_copy:
        hint = "It is marked fuzzy: it went out with the pack, and was gone from the PO file since."
        return _report("taken-back", row, clause, "has its translation back", hint)
    if not is_current:
        hint = "It is marked fuzzy: compare it with the source as it is now, correct it, and remove the mark."
        return _report("taken-for-old-source", row, clause, "was edited since; it has a new translation", hint)
    if row.verdict is Verdict.DOUBTFUL:
        hint = "It is marked fuzzy: its translator says that it needs another look."
        return _report("taken", row, clause, "has a new translation", hint)
    return _report("taken", row, clause, "has a new translation" if standing.text else "is translated")


def _conflict(row: ReturnedRow, clause: Clause, text: str, standing: Message) -> Diagnostic:
    """Both texts whole: the one in the pack stands nowhere else."""
    why = "was translated by somebody else while the pack was out" if row.digest else "has another translation by now"
    message = f"{why}. What stands, and stays: “{standing.text}” What the pack has: “{text}”"
    hint = "Compare the two, and put the better one into the PO file, or into a new pack."
    return _report("conflict", row, clause, message, hint)


def _emptied(row: ReturnedRow, clause: Clause, standing: Message) -> list[Diagnostic]:
    if is_blank(standing.text):
        return []
    hint = "If the translation is to go, empty it in the PO file."
    return [_report("emptied", row, clause, f"was emptied in the pack; its translation stays: “{standing.text}”", hint)]


def _gone(row: ReturnedRow) -> list[Diagnostic]:
    """What is said of a row whose clause the statement no longer has: its text and its note, which stand nowhere."""
    shown = [f"Its {what}: “{text}”" for what, text in (("text", row.text), ("note", row.note)) if not is_blank(text)]
    if not shown:
        return []
    hint = "If the text is still wanted, put it into the clause that took its place."
    message = f"is no longer in the statement. {' '.join(shown)}"
    return [_report("clause-gone", row, Clause(row.clause, row.source), message, hint)]


def _left_out(returned: Returned, clauses: Sequence[Clause], matched: set[str]) -> Iterator[Diagnostic]:
    """One finding about all clauses without a row: the row was deleted, or the clause is new."""
    missing = [clause.id for clause in clauses if clause.id not in matched]
    if missing:
        names = ", ".join(missing[:20]) + (f" and {len(missing) - 20} more" if len(missing) > 20 else "")
        message = f"The pack has no row for {names}. What stands there stays."
        hint = "Were rows deleted? Otherwise these clauses are newer than the pack; send out a new one."
        found = finding("left-out", message, Location(returned.path), hint)
        yield replace(found, severity=Severity.WARNING)
