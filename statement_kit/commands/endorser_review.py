"""The walk through what looks wrong in a register: each finding shown, somebody asked, the answer done at once."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import click

from statement_kit.commands.running import clock
from statement_kit.diagnostics import SourceError
from statement_kit.linting import CellChange, Finding, RowMerge
from statement_kit.linting.decisions import Decision
from statement_kit.linting.proposals import merged
from statement_kit.register.columns import Standing
from statement_kit.register.row import Row
from statement_kit.register_review import (
    Action,
    Decided,
    Reply,
    Review,
    can_be_edited,
    decide,
    load_review,
    take_back,
)

_CHANGED = "The register was changed meanwhile; going on with what stands now."

_KEYS = {
    "a": "[a]ccept",
    "m": "[m]erge",
    "k": "[k]eep as it is",
    "e": "[e]dit by hand",
    "s": "[s]kip",
    "u": "[u]ndo the last decision",
    "q": "[q]uit",
}
"""What may be answered, in the order in which it is offered."""


class Walk:
    """A walk through the open findings of a folder, in the order of the list.

    Attributes:
        review: The register and the record as they are now.
        findings: What is open, what was skipped among it.
        made: What was decided and not taken back.
    """

    def __init__(self, folder: Path, by: str, because: str) -> None:
        self._by, self._because = by, because
        self._skipped: set[tuple[str, ...]] = set()
        self._undoable: list[Decided] = []
        self._made: list[Decision] = []
        self._take(load_review(folder))

    @property
    def made(self) -> tuple[Decision, ...]:
        """What was decided and not taken back."""
        return tuple(self._made)

    def go(self) -> None:
        """Show one finding after the other, and do what is answered, until nothing is left or somebody has enough.

        Raises:
            StatementKitError: A file cannot be read or written.
        """
        while (finding := self._next()) is not None:
            behind = len(self._made) + len(self.findings) - len(self._left())
            place = f"{behind + 1} of {len(self._made) + len(self.findings)}"
            click.echo(f"\n{place}  {shown(finding, self.review)}\n")
            if not self._answer(finding):
                break

    def _take(self, review: Review) -> None:
        self.review, self.findings = review, review.findings()

    def _left(self) -> list[Finding]:
        return [one for one in self.findings if one.words not in self._skipped]

    def _next(self) -> Finding | None:
        return next(iter(self._left()), None)

    def _answer(self, finding: Finding) -> bool:
        """Ask about a finding and do what is answered; False where somebody has enough."""
        keys = _keys(finding, can_undo=bool(self._undoable))
        click.echo(", ".join(_KEYS[key] for key in keys))
        key = click.prompt("What now", type=click.Choice(keys), default="s", show_choices=False)
        if key == "q":
            return False
        if key == "s":
            self._skipped.add(finding.words)
        elif key == "u":
            self._undo()
        else:
            self._decide(finding, key)
        return True

    def _decide(self, finding: Finding, key: str) -> None:
        """Do what is answered, or say why it cannot be done; then the same is asked again."""
        try:
            decided = decide(self.review, finding, self._reply(finding, key), clock())
        except SourceError as error:
            for problem in error.diagnostics:
                click.echo(visible(str(problem)), err=True)
            return
        if decided.was_changed:
            click.echo(_CHANGED)
            self._undoable.clear()
        if decided.is_done:
            self._undoable.append(decided)
            self._made.append(decided.review.decisions.made[-1])
        self._take(decided.review)

    def _reply(self, finding: Finding, key: str) -> Reply:
        if key == "k":
            because = self._because or click.prompt("Why (may be empty)", default="", show_default=False)
            return Reply(Action.KEEP, self._by, because=because)
        if key == "e":
            text = self.review.row(finding.number)[finding.column]
            return Reply(Action.EDIT, self._by, _edited(finding.column, text))
        return Reply(Action.ACCEPT, self._by)

    def _undo(self) -> None:
        undone = take_back(self._undoable.pop(), self._by, clock())
        if undone.is_done:
            last = self._made.pop()
            click.echo(f"Undone: {last.rule}, no. {last.rows[-1]}.")
        else:
            click.echo(f"{_CHANGED} What was decided before stays.")
            self._undoable.clear()
        self._take(undone.review)


def _keys(finding: Finding, *, can_undo: bool) -> list[str]:
    """What may be answered about a finding."""
    wanted = {
        "a": isinstance(finding.proposal, CellChange),
        "m": isinstance(finding.proposal, RowMerge),
        "e": can_be_edited(finding),
        "u": can_undo,
    }
    return [key for key in _KEYS if wanted.get(key, True)]


def _edited(column: str, text: str) -> str:
    """A text written anew, with the one that stands there to begin from, where the terminal can do that."""
    click.echo(f"{column}:")
    with _prefilled(text) as is_there:
        return str(click.prompt("", default="" if is_there else text, show_default=False, prompt_suffix=">"))


@contextmanager
def _prefilled(text: str) -> Iterator[bool]:
    """Let the next line that is asked for begin with a text; False where the terminal cannot."""
    try:
        import readline
    except ImportError:  # Windows has none
        yield False
        return
    readline.set_startup_hook(lambda: readline.insert_text(text))
    try:
        yield True
    finally:
        readline.set_startup_hook(None)


def shown(finding: Finding, review: Review) -> str:
    """A finding as it is asked about: the rows, what looks wrong, and what would be changed.

    Of a row that is withheld nothing is shown, nor of one that may be the same.
    """
    found = finding.diagnostic
    parts = [finding.rule, *_rows(finding, review), f"  {found.message}\n  {found.hint}", *_change(finding, review)]
    return visible("\n\n".join(parts))


def visible(text: str) -> str:
    """A text in which what nobody sees, or what would steer the terminal, is shown as its code point."""
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in ("Cc", "Cf", "Zl", "Zp") and char != "\n" else char
        for char in text
    )


_MOST_SHOWN = 2
"""How many rows are shown whole; of more, only that of which is told."""


def _rows(finding: Finding, review: Review) -> Iterator[str]:
    if finding.is_withheld:
        return
    for number in finding.rows if len(finding.rows) <= _MOST_SHOWN else (finding.number,):
        row = review.row(number)
        where = review.register.places.get(row.clause)
        line = f", line {where.line}" if where and where.line else ""
        if row.standing is Standing.WITHHELD:
            yield f"    no. {number}, whose name is withheld{line}"
        else:
            yield f"    no. {number}{line}\n{_cells(row.cells)}"


def _cells(cells: Mapping[str, str]) -> str:
    width = max(map(len, cells), default=0)
    return "\n".join(f"      {column:{width}}  {text}" for column, text in cells.items())


def _change(finding: Finding, review: Review) -> Iterator[str]:
    """What is proposed, before and after."""
    proposal = finding.proposal
    if isinstance(proposal, CellChange):
        row, width = review.row(proposal.number), max(map(len, proposal.cells))
        yield "\n".join(
            f"    {column:{width}}  {row[column] or '(empty)'}\n    {'→':>{width}}  {text}"
            for column, text in proposal.cells.items()
        )
    elif isinstance(proposal, RowMerge) and finding.is_withheld:
        yield f"    no. {proposal.drop} would go into no. {proposal.keep}, whose name would be withheld"
    elif isinstance(proposal, RowMerge):
        yield _merge(review.row(proposal.keep), review.row(proposal.drop))


def _merge(keep: Row, drop: Row) -> str:
    """What would become of two rows, and what would be lost."""
    one = merged(keep, drop)
    taken = {column: text for column, text in one.cells.items() if text != keep[column]}
    lost = {column: text for column, text in drop.cells.items() if text not in one.cells.values()}
    lines = [f"    no. {drop.number} would go into no. {keep.number}"]
    lines += [f", which would take from it\n{_cells(taken)}" if taken else ", which would stay as it is"]
    lines += [f"\n    and this would be left out\n{_cells(lost)}"] if lost else []
    return "".join(lines)
