"""The review of a register: what looks wrong in it, and what somebody decides about it, done and recorded.

A folder's own files are read and written here, each decision whole or not at all; what looks wrong is the business of
`linting`. Names are never corrected unasked (N17).
"""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum
from os import PathLike
from pathlib import Path

from statement_kit.diagnostics import Diagnostic, SourceError
from statement_kit.endorsers import Order
from statement_kit.linting import CellChange, Decisions, Finding, Proposal, RowMerge, lint_register, proposed
from statement_kit.linting.decisions import Decision, Verdict, parse_decisions, write_decisions
from statement_kit.linting.entries import FAMILY
from statement_kit.locking import locked
from statement_kit.output import write_files
from statement_kit.register.columns import NUMBER
from statement_kit.register.fingerprints import Fingerprints
from statement_kit.register.log_file import Entry, Log, without_words
from statement_kit.register.origins import repointed
from statement_kit.register.register_file import parse_register, write_register
from statement_kit.register.row import Register, Row
from statement_kit.register_files import DECISIONS, RegisterFiles, load_register_files
from statement_kit.source.folder import STATEMENT, read_text


class Action(StrEnum):
    """What somebody wants done about a finding.

    Attributes:
        KEEP: Nothing: it is right as it is.
        ACCEPT: What is proposed.
        EDIT: That the text says something else.
    """

    KEEP = "keep"
    ACCEPT = "accept"
    EDIT = "edit"


@dataclass(frozen=True, slots=True)
class Reply:
    """Somebody's decision about a finding.

    Attributes:
        action: What is to be done.
        by: Who decides.
        text: What the text should say, where it is edited.
        because: Why; empty for no reason given.
    """

    action: Action
    by: str
    text: str = ""
    because: str = ""


@dataclass(frozen=True, slots=True)
class Review:
    """A register, and what was decided about it.

    Attributes:
        files: The files of the register.
        decisions: The record.
    """

    files: RegisterFiles
    decisions: Decisions

    @property
    def register(self) -> Register:
        """The register."""
        return self.files.register

    def findings(self) -> list[Finding]:
        """What looks wrong and is not decided, in the order of the list."""
        is_as_given = self.files.annex.order is Order.GIVEN
        return lint_register(self.register, self.decisions, self.files.language, checks_order=is_as_given)

    def row(self, number: int) -> Row:
        """The row of a number that a finding names."""
        return {row.number: row for row in self.register.rows}[number]


@dataclass(frozen=True, slots=True)
class Decided:
    """What became of a decision.

    Attributes:
        review: The register and the record as they are now.
        before: As they were when it was made.
        is_done: Whether it was done. It is not where the words it is about stand no more.
        was_changed: Whether somebody else had changed the register or the record meanwhile.
        silent: Rows of which the log says nothing.
    """

    review: Review
    before: Review
    is_done: bool
    was_changed: bool
    silent: frozenset[int] = frozenset()


def load_review(folder: str | PathLike[str]) -> Review:
    """Read the register of a statement folder, and what was decided about it.

    Raises:
        SourceError: One of the files cannot be read.
    """
    files = load_register_files(folder)
    if files.is_named:
        read_text(files.path, f"{STATEMENT} names {files.path.name} as its endorser list.")
    path = files.beside(DECISIONS)
    made = parse_decisions(read_text(path), str(path)) if path.exists() else ()
    return Review(files, Decisions(made, Fingerprints(files.key) if files.key else None))


def decide(review: Review, finding: Finding, reply: Reply, now: datetime) -> Decided:
    """Do what somebody has decided about a finding, and record it.

    Args:
        review: The register as it was shown.
        finding: What was found in it.
        reply: What is to be done.
        now: When.

    Raises:
        StatementKitError: It cannot be done, since something cannot stand in a register or in the record, or a file
            cannot be read or written. Then nothing is.
    """
    with locked(review.files.folder):
        current = load_review(review.files.folder)
        was_changed = not _is_same(current, review)
        standing = _standing(current, finding) if was_changed else finding
        if standing is None:
            return Decided(current, current, is_done=False, was_changed=True)
        after = _decided(current, standing, reply, now)
        write_files(_changed_files(current, after))
    return Decided(after, current, is_done=True, was_changed=was_changed, silent=_silent(standing))


def take_back(decided: Decided, by: str, now: datetime) -> Decided:
    """Undo a decision, if nobody has changed anything since.

    Args:
        decided: What became of it.
        by: Who takes it back.
        now: When.

    Raises:
        StatementKitError: A file cannot be read or written.
    """
    with locked(decided.review.files.folder):
        current = load_review(decided.review.files.folder)
        if not _is_same(current, decided.review):
            return Decided(current, current, is_done=False, was_changed=True)
        former = decided.before.files
        entries = _entries(current.register, former.register, Entry(now, 0, "undone", by=by))
        log = _log(current, entries, decided.silent)
        files = replace(current.files, register=former.register, origins=former.origins, log=log)
        after = replace(current, files=files, decisions=replace(current.decisions, made=decided.before.decisions.made))
        write_files(_changed_files(current, after))
    return Decided(after, current, is_done=True, was_changed=False)


def decide_all(
    folder: str | PathLike[str], chosen: Sequence[tuple[str, int, Reply]], now: datetime
) -> tuple[Review, Sequence[Decision]]:
    """Do what somebody has decided about several findings, all or none.

    Args:
        folder: The statement folder.
        chosen: The rule of each, with or without its family, the number of the row it is told of, and what is to be
            done. What is found twice in a row is decided twice.
        now: When.

    Returns:
        The register as it is now, and what was decided.

    Raises:
        StatementKitError: With each that is not found or cannot be done; or a file cannot be read or written. Then
            nothing is.
    """
    with locked(folder):
        first = review = load_review(folder)
        problems: list[Diagnostic] = []
        for rule, number, reply in chosen:
            try:
                review = _decided_as_often(review, rule.removeprefix(FAMILY), number, reply, now)
            except SourceError as error:
                problems += error.diagnostics
        if problems:
            raise SourceError(problems)
        write_files(_changed_files(first, review))
    return review, review.decisions.made[len(first.decisions.made) :]


def _decided_as_often(review: Review, rule: str, number: int, reply: Reply, now: datetime) -> Review:
    """A review with every finding of a rule about a row decided, as many as there were."""
    if not (some := _found(review, rule, number)):
        hint = "Run “statement-kit endorsers lint” to see what is found. A number is that of the row."
        raise SourceError([_problem("not-found", f"No. {number} raises no finding “{rule}”.", hint)])
    for one in some:
        # The words of what is left may have changed with the first.
        left = [one] if reply.action is Action.KEEP else _found(review, rule, number)[:1]
        for finding in left:
            review = _decided(review, finding, reply, now)
    return review


def _found(review: Review, rule: str, number: int) -> list[Finding]:
    return [one for one in review.findings() if (one.rule, one.number) == (rule, number)]


def _is_same(one: Review, other: Review) -> bool:
    """Whether register and record are the same; what was imported without effect makes no difference."""
    return one.register == other.register and one.decisions.made == other.decisions.made


def _standing(review: Review, finding: Finding) -> Finding | None:
    """A finding as it is told now; None if it is told no more."""
    same = (one for one in review.findings() if (one.rows, one.words) == (finding.rows, finding.words))
    return next(same, None)


def _decided(review: Review, finding: Finding, reply: Reply, now: datetime) -> Review:
    """A review with one decision more."""
    review = _with_key(review) if finding.is_withheld else review
    if reply.action is Action.KEEP:
        return replace(review, decisions=_with_one(review, finding, Verdict.KEPT, reply, now))
    proposal = _proposal(review, finding, reply)
    verdict = Verdict.MERGED if isinstance(proposal, RowMerge) else Verdict.CORRECTED
    decisions = _with_one(review, finding, verdict, reply, now)
    register = _checked(proposed(review.register, proposal), review.files.path)
    origins, into = review.files.origins, ""
    if isinstance(proposal, RowMerge):
        origins, into = repointed(origins, proposal.drop, proposal.keep), f"no. {proposal.keep}"
    entries = _entries(review.register, register, Entry(now, 0, verdict, new=into, by=reply.by))
    files = replace(review.files, register=register, origins=origins, log=_log(review, entries, _silent(finding)))
    return replace(review, files=files, decisions=decisions)


def _silent(finding: Finding) -> frozenset[int]:
    """Rows of which the log says nothing: who is withheld, and who may be the same."""
    return frozenset(finding.rows) if finding.is_withheld else frozenset()


def _with_one(review: Review, finding: Finding, verdict: Verdict, reply: Reply, now: datetime) -> Decisions:
    return review.decisions.with_one(finding, verdict, reply.by, now.date(), reply.because)


def _with_key(review: Review) -> Review:
    """A review with a key for digests of what is withheld, a new one where the folder has none yet."""
    prints = review.files.fingerprints()
    return replace(
        review, files=replace(review.files, key=prints.key), decisions=replace(review.decisions, prints=prints)
    )


def _proposal(review: Review, finding: Finding, reply: Reply) -> Proposal:
    """What is to be done.

    Raises:
        SourceError: Nothing is proposed, or the text cannot be edited here or is what stands there.
    """
    if reply.action is Action.EDIT:
        if not can_be_edited(finding):
            raise SourceError([_problem("not-a-text", "There is no text to be edited here.", "Open the register.")])
        if reply.text.strip() == review.row(finding.number)[finding.column]:
            raise SourceError([_problem("unchanged", "That is what stands there.", "If it is right, keep it.")])
        return CellChange(finding.number, {finding.column: reply.text.strip()})
    if finding.proposal is None:
        message = f"No. {finding.number}: {finding.rule} is a question, and proposes nothing that could be accepted."
        raise SourceError([_problem("no-proposal", message, "Keep it as it is, or edit the register.")])
    return finding.proposal


def can_be_edited(finding: Finding) -> bool:
    """Whether there is a text that somebody may see, and write anew."""
    return not finding.is_withheld and finding.column != NUMBER


def _problem(rule: str, message: str, hint: str) -> Diagnostic:
    return Diagnostic(f"review/{rule}", message, hint=hint)


def _checked(register: Register, path: Path) -> Register:
    """A register as it will be read again, with the lines it will have then.

    Raises:
        SourceError: With everything that cannot stand in it.
    """
    return parse_register(write_register(register).decode(), str(path))


def _entries(old: Register, new: Register, entry: Entry) -> Iterator[Entry]:
    """What changed between two registers, cell by cell.

    Args:
        old: The register before.
        new: The register after.
        entry: What happened, when, and by whom; of a row that came or went, also what else is said of it.
    """
    before, after = ({row.number: row for row in register.rows} for register in (old, new))
    for number in dict.fromkeys((*before, *after)):
        one, other = before.get(number, Row(number, {})), after.get(number, Row(number, {}))
        if number not in before or number not in after:
            yield replace(entry, number=number)
        for column in dict.fromkeys((*one.cells, *other.cells)) if one != other else ():
            if one[column] != other[column]:
                yield replace(entry, number=number, column=column, old=one[column], new=other[column])


def _log(review: Review, entries: Iterable[Entry], silent: Collection[int]) -> Log:
    """The log with some entries more, and without anything that was ever said of some rows.

    What is said of a row that is withheld now goes out of it when it is written.
    """
    return without_words((*review.files.log, *entries), silent)


def _changed_files(before: Review, after: Review) -> dict[Path, bytes]:
    """The files that a decision changes: always the record; the register, where the log and the rest, if it changed."""
    files = {after.files.beside(DECISIONS): write_decisions(after.decisions.made)}
    key = Fingerprints(after.files.key) if after.files.key and not before.files.key else None
    if after.register == before.register and key is None:
        return files
    return {**after.files.written(after.register, after.files.origins, (), key), **files}
