"""The commands of those who answer for translations: status, check, review, waive."""

from __future__ import annotations

import shutil
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from io import StringIO
from pathlib import Path
from typing import Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.running import FOLDER, IN_FOLDER, JSON, ExitCode, clock, run_command
from statement_kit.desk import can_be_reviewed, check, review, status, waive
from statement_kit.diagnostics import Severity
from statement_kit.readiness import State
from statement_kit.translation.difference import around_difference
from statement_kit.translation.reviews import has_reviewed
from statement_kit.translation.state import ClauseState

_LANGUAGES = click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; may repeat.")


@click.command("status")
@FOLDER
@_LANGUAGES
@JSON
def status_command(folder: Path, languages: Sequence[str], as_json: bool) -> None:
    """Say how far each clause has come in each language: missing, stale, fuzzy, translated, reviewed, approved."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        found = status(folder, languages)
        return {"languages": {tag: [_as_data(state) for state in states] for tag, states in found.items()}}, ()

    run_command(make, as_json=as_json, say=_table, judge=lambda result: ExitCode.SUCCESS)


def _as_data(state: ClauseState) -> dict[str, Any]:
    return {
        "clause": state.clause.id,
        "state": str(state.state),
        "source": state.clause.text,
        "made_from": state.made_from,
        "translation": state.text,
        "reviewers": list(state.reviewers),
    }


def _table(result: Mapping[str, Any]) -> str:
    """Per language how many clauses have come how far, and a row for each clause."""
    from rich import box
    from rich.console import Console
    from rich.table import Table
    from rich.text import Text

    out = StringIO()
    console = Console(file=out, width=shutil.get_terminal_size((100, 24)).columns, color_system=None)
    for tag, clauses in result["languages"].items():
        counts = Counter(clause["state"] for clause in clauses)
        summary = ", ".join(f"{counts[str(state)]} {state}" for state in State if counts[str(state)])
        table = Table("Clause", "State", "Source", "Translation", box=box.SIMPLE_HEAD, title_justify="left")
        for clause in clauses:
            words = (clause["clause"], _state_words(clause), _source_words(clause), _short(clause["translation"]))
            table.add_row(*map(Text, words))
        console.print(Text(f"{tag}: {summary or 'no clauses'}"), table)
    return "\n".join(line.rstrip() for line in out.getvalue().splitlines())


def _state_words(clause: Mapping[str, Any]) -> str:
    return "\n".join([clause["state"], *clause["reviewers"]])


def _source_words(clause: Mapping[str, Any]) -> str:
    """The source, or what became of it where the translation is of an older one."""
    if not clause["made_from"]:
        return _short(clause["source"])
    old, new = around_difference(clause["made_from"], clause["source"])
    return f"was: {old}\nnow: {new}"


_SHORT = 48
"""How many characters of a text a table shows."""


def _short(text: str) -> str:
    return text if len(text) <= _SHORT else text[: _SHORT - 1] + "…"


@click.command("check")
@FOLDER
@_LANGUAGES
@JSON
def check_command(folder: Path, languages: Sequence[str], as_json: bool) -> None:
    """Say everything that stands against the translations: clauses that are not ready, and alarms about their meaning.

    The exit code is 4 where anything stands against a release.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        found = tuple(check(folder, languages))
        errors = sum(one.severity is Severity.ERROR for one in found)
        return {"errors": errors, "warnings": len(found) - errors}, found

    def say(result: Mapping[str, Any]) -> str:
        if not result["errors"]:
            return "The translations may be published."
        return f"The translations are not ready: {result['errors']} finding{'s' if result['errors'] > 1 else ''}."

    run_command(
        make,
        as_json=as_json,
        say=say,
        judge=lambda result: ExitCode.CATALOG if result["errors"] else ExitCode.SUCCESS,
    )


@click.command("review")
@click.argument("language", metavar="LANG")
@click.argument("clauses", metavar="[CLAUSE]...", nargs=-1)
@click.option("--by", "reviewer", required=True, help="Who has read them.")
@click.option("--all", "take_all", is_flag=True, help="All clauses that are translated from the source as it stands.")
@IN_FOLDER
@JSON
def review_command(
    language: str, clauses: Sequence[str], reviewer: str, take_all: bool, folder: Path, as_json: bool
) -> None:
    """Record that somebody has read clauses beside their source and found them right.

    Without clauses and without --all you are shown one after the other, and asked.
    """
    if clauses and take_all:
        raise click.UsageError("Name clauses, or say --all, not both.")
    is_asked = not (clauses or take_all)
    if is_asked and not sys.stdin.isatty():
        raise click.UsageError("Name the clauses that were read, or say --all.")

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        states = [] if clauses else status(folder, language)[language]
        chosen = _asked(states, reviewer) if is_asked else list(clauses)
        done = review(folder, language, chosen, reviewer, clock().date()) if chosen or take_all else []
        skipped = [state for state in states if not can_be_reviewed(state)]
        return {"clauses": [_as_data(one) for one in done], "skipped": [_as_data(one) for one in skipped]}, ()

    def say(result: Mapping[str, Any]) -> str:
        lines = [f"{one['clause']}: {one['state']}" for one in result["clauses"]] or ["Nothing was recorded."]
        return "\n".join([*lines, *(f"{one['clause']}: skipped, it is {one['state']}" for one in result["skipped"])])

    run_command(make, as_json=as_json, say=say)


def _asked(states: Sequence[ClauseState], reviewer: str) -> list[str]:
    """The clauses that a reviewer at the terminal finds right; those that they have reviewed before are not shown."""
    found: list[str] = []
    for state in states:
        if not can_be_reviewed(state) or has_reviewed(reviewer, state.reviewers):
            continue
        click.echo(f"\n{state.clause.id}\n\n{state.clause.text}\n\n{state.text}\n")
        answer = click.prompt("Does it say the same?", type=click.Choice(["y", "n", "q"]), default="n")
        if answer == "q":
            break
        found += [state.clause.id] if answer == "y" else []
    return found


@click.command("waive")
@click.argument("language", metavar="LANG")
@click.argument("clause")
@click.argument("alarm")
@click.option("--because", "reason", required=True, help="Why the alarm is false.")
@IN_FOLDER
@JSON
def waive_command(language: str, clause: str, alarm: str, reason: str, folder: Path, as_json: bool) -> None:
    """Record that an alarm about a clause is false, and why; a change of either text raises it again."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        raised = waive(folder, language, clause, alarm, reason, clock().date())
        return {"waived": [found.rule for found in raised], "clause": clause}, ()

    def say(result: Mapping[str, Any]) -> str:
        return f"{clause}: {', '.join(result['waived'])} waived" if result["waived"] else f"{clause}: waived before"

    run_command(make, as_json=as_json, say=say)
