"""The commands that change the register: endorsers import, withhold, withdraw, name; and endorsers count."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.running import FOLDER, IN_FOLDER, JSON, ExitCode, clock, run_command
from statement_kit.diagnostics import SourceError

if TYPE_CHECKING:
    from statement_kit.enrolment import Enrolment, Proposal
    from statement_kit.register.merge import Change


@click.command("import")
@click.argument("file", type=click.Path(path_type=Path, exists=True, dir_okay=False))
@click.option(
    "--source", default="", metavar="NAME", help="What the form is called; by default, what kind of form it is."
)
@click.option("--map", "told", multiple=True, metavar="COLUMN=FIELD", help="What a column holds; may repeat.")
@click.option("--sheet", metavar="NAME", help="Which sheet of a workbook.")
@click.option("--yes", is_flag=True, help="Take what is guessed of the columns as right, without being asked.")
@click.option("--dry-run", is_flag=True, help="Say what would change, and change nothing.")
@IN_FOLDER
@JSON
def import_command(
    file: Path,
    source: str,
    told: Sequence[str],
    sheet: str | None,
    yes: bool,
    dry_run: bool,
    folder: Path,
    as_json: bool,
) -> None:
    """Take sign-ons into the register: what a form exports as CSV or XLSX, or a list of names.

    You are shown what its columns seem to hold, and asked, once; the answer is kept in register/. A later
    import adds who is new and updates who is known by registration or address, and reports every change.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        from statement_kit.enrolment import enrol, propose

        proposal = propose(folder, file, source, told, sheet)
        _confirm(proposal, yes=yes or dry_run, as_json=as_json)
        enrolment = enrol(proposal, clock(), keeps=not dry_run)
        return _as_data(proposal, enrolment, dry_run=dry_run), enrolment.warnings

    run_command(make, as_json=as_json, say=_say, judge=lambda result: ExitCode.SUCCESS)


def _confirm(proposal: Proposal, *, yes: bool, as_json: bool) -> None:
    """Show what the columns seem to hold, and have it confirmed.

    Raises:
        SourceError: Nobody is there to confirm it, or somebody does not.
    """
    if not proposal.guesses or yes:
        return
    hint = 'Say it with --map "COLUMN=FIELD", or with --yes that the guesses are right.'
    if as_json or not sys.stdin.isatty():
        shown = "; ".join(f"“{one.column}” → {one.field or 'ignored'}" for one in proposal.guesses)
        message = f"Nobody has said yet what these columns hold: {shown}."
        raise SourceError([Diagnostic("import/columns", message, hint=hint)])
    click.echo(_columns_table(proposal))
    if not click.confirm("Is that right?", default=True):
        raise SourceError([Diagnostic("import/columns", "The columns were not confirmed.", hint=hint)])


def _columns_table(proposal: Proposal) -> str:
    """What each column seems to hold, and why; never what stands in it."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = StringIO()
    table = Table("Column", "Holds", "Because", box=box.SIMPLE_HEAD)
    for one in proposal.guesses:
        table.add_row(
            Text(one.column), Text(one.field or "ignored"), Text(one.why if one.is_sure else f"{one.why} (?)")
        )
    Console(file=out, width=shutil.get_terminal_size((100, 24)).columns, color_system=None).print(table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _as_data(proposal: Proposal, enrolment: Enrolment, *, dry_run: bool) -> dict[str, Any]:
    merge = enrolment.merge
    return {
        "source": proposal.source,
        "columns": {name: held for name, held in proposal.columns.columns.items() if name in proposal.table.header},
        "sign_ons": merge.sign_ons,
        "endorsers": merge.met,
        "standings": _standings(merge.register.rows),
        "changes": [_change_as_data(change) for change in merge.changes],
        "written": not dry_run,
    }


def _standings(rows: Sequence[Any]) -> dict[str, int]:
    from statement_kit.register.columns import Standing

    found = Counter(row.standing for row in rows)
    return {str(standing): found[standing] for standing in Standing}


def _change_as_data(change: Change) -> dict[str, Any]:
    return {
        "what": str(change.what),
        "number": change.number,
        "column": change.column,
        "old": change.old,
        "new": change.new,
        "words": change_words(change),
    }


def change_words(change: Change) -> str:
    """What an import did with one endorser, in words; a name that is withheld is not said."""
    from statement_kit.register.merge import What

    who = str(change.row) if change.row else f"no. {change.number}"
    cell = f"{change.column} “{change.old}” → “{change.new}”" if change.old or change.new else change.column
    return {
        What.ADDED: f"added: {who}",
        What.UPDATED: f"updated: {who}: {cell}",
        What.KEPT: f"kept as it is: {who} was edited by hand; the form says now: {cell}",
        What.MERGED: f"signed several times: {who} (lines {change.new})",
        What.LEFT_OUT: f"left out: {who} was removed from the register by hand",
        What.ABSENT: f"not in this file any more: {who}; it stays (else: endorsers withdraw {change.number})",
        What.HIDDEN: f"withheld: {who}; it is called as one that is (if it is another: endorsers name {change.number})",
        What.SHARED: f"one address has signed for several: no. {change.new}; all are kept",
    }[change.what]


def _say(result: Mapping[str, Any]) -> str:
    standings = result["standings"]
    merged = result["sign_ons"] - result["endorsers"]
    lines = [change["words"] for change in result["changes"]] or ["Nothing is new."]
    counted = ", ".join(f"{count} {standing}" for standing, count in standings.items() if count)
    several = f", {merged} of them signed before in the same file" if merged else ""
    lines.append(f"{result['sign_ons']} sign-ons{several}. The register: {counted}.")
    return "\n".join(lines if result["written"] else [*lines, "Nothing was written: this was a dry run."])


def _standing_command(name: str, standing: str, about: str) -> click.Command:
    """A command that changes whether endorsers are named."""

    @click.command(name, help=about)
    @click.argument("numbers", metavar="NUMBER...", nargs=-1, required=True, type=int)
    @click.option("--by", default="", help="Who says so, for the log.")
    @click.option("--because", "reason", default="", help="Why, for the log.")
    @IN_FOLDER
    @JSON
    def command(numbers: Sequence[int], by: str, reason: str, folder: Path, as_json: bool) -> None:
        def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
            from statement_kit.enrolment import stand
            from statement_kit.register.columns import Standing

            register = stand(folder, numbers, Standing(standing), reason, by, clock())
            return {"numbers": list(numbers), "standing": standing, "standings": _standings(register.rows)}, ()

        run_command(make, as_json=as_json, say=lambda result: f"{standing}: no. {', '.join(map(str, numbers))}")

    return command


withhold_command = _standing_command(
    "withhold", "withheld", "Count endorsers, but name them no more; the log forgets what it said of them."
)
withdraw_command = _standing_command(
    "withdraw", "withdrawn", "Neither name nor count endorsers any more; the register keeps them, and their numbers."
)
name_command = _standing_command("name", "named", "Name endorsers who were withheld, or had withdrawn.")


@click.command("count")
@FOLDER
@JSON
def count_command(folder: Path, as_json: bool) -> None:
    """Say how many signed: of each kind, named, withheld, late; what {endorsers} and its like say in a text."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        from statement_kit.source.folder import load_folder

        source = load_folder(folder)
        withdrawn = _standings(source.register.rows)["withdrawn"]
        return {**source.statement.counts(), "withdrawn": withdrawn}, ()

    def say(result: Mapping[str, Any]) -> str:
        return "\n".join(f"{count:>7,}  {name}" for name, count in result.items())

    run_command(make, as_json=as_json, say=say, judge=lambda result: ExitCode.SUCCESS)
