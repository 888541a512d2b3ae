"""The commands of those who look after the list: endorsers lint, review."""

from __future__ import annotations

import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import TYPE_CHECKING, Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.running import FOLDER, JSON, ExitCode, clock, run_command

if TYPE_CHECKING:
    from statement_kit.linting import Finding
    from statement_kit.linting.decisions import Decision
    from statement_kit.register_review import Reply


@click.group("endorsers")
def endorsers_group() -> None:
    """Look after the list of those who signed."""


@endorsers_group.command("lint")
@FOLDER
@JSON
def lint_command(folder: Path, as_json: bool) -> None:
    """Say what in the list of endorsers looks wrong: repeats, misspellings, stray marks, order. Nothing is changed.

    What was found right in a review is not told again. Everything found is a warning, since only an organisation knows
    its own name; the exit code is 0.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        from statement_kit.register.row import endorsers_of
        from statement_kit.register_review import load_review  # brings tables of words that only this needs

        review = load_review(folder)
        found = review.findings()
        result = {
            "endorsers": len(endorsers_of(review.register)),
            "warnings": len(found),
            "proposals": [_proposal_as_data(one) for one in found],
        }
        return result, tuple(one.diagnostic for one in found)

    run_command(make, as_json=as_json, say=_say, judge=lambda result: ExitCode.SUCCESS)


def _proposal_as_data(finding: Finding) -> dict[str, Any] | None:
    """What is proposed, as `--json` prints it; None where it is only a question."""
    from statement_kit.linting import CellChange, RowMerge

    match finding.proposal:
        case CellChange(number, cells):
            return {"rule": finding.rule, "number": number, "cells": dict(cells)}
        case RowMerge(keep, drop):
            return {"rule": finding.rule, "number": finding.number, "keep": keep, "drop": drop}
    return None


def _say(result: Mapping[str, Any]) -> str:
    if not result["endorsers"]:
        return "Nobody has signed yet."
    names = f"{result['endorsers']:,} endorser{'s' if result['endorsers'] > 1 else ''}"
    if not result["warnings"]:
        return f"{names}: nothing looks wrong."
    return f"{names}: {_counted(result['warnings'])}. Nothing was changed."


def _counted(count: int) -> str:
    return f"{count:,} finding{'' if count == 1 else 's'}"


_CHOICE = "RULE:NUMBER"


@endorsers_group.command("review")
@FOLDER
@click.option("--by", required=True, help="Who decides.")
@click.option("--because", default="", help="Why something is kept as it is; asked for where it is not given.")
@click.option("--keep", "kept", multiple=True, metavar=_CHOICE, help="Keep this as it is, unasked; may repeat.")
@click.option("--accept", "accepted", multiple=True, metavar=_CHOICE, help="Do what is proposed, unasked; may repeat.")
@JSON
def review_command(
    folder: Path, by: str, because: str, kept: Sequence[str], accepted: Sequence[str], as_json: bool
) -> None:
    """Go through what looks wrong in the list of endorsers, and decide about it.

    You are shown one finding after the other, and asked: accept what is proposed, keep the name as it is, write it
    anew, or skip it. Each decision is done and recorded at once, and asked only once, until the words change.
    """
    is_asked = not (kept or accepted)
    if is_asked and as_json:
        raise click.UsageError("--json goes with --keep and --accept: here you are asked.")
    if is_asked and not sys.stdin.isatty():
        raise click.UsageError(
            "Run this on a terminal, or say what to decide: --keep RULE:NUMBER, --accept RULE:NUMBER."
        )

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        made, left = (
            _asked(folder, by, because) if is_asked else _unasked(folder, _replies(kept, accepted, by, because))
        )
        counts = Counter(str(one.verdict) for one in made)
        rows = [{"rule": one.rule, "rows": list(one.rows), "decision": str(one.verdict)} for one in made]
        return {"decided": rows, **{name: counts[name] for name in _VERDICTS}, "open": left}, ()

    run_command(make, as_json=as_json, say=_say_decided, judge=lambda result: ExitCode.SUCCESS)


_VERDICTS = ("kept", "corrected", "merged")


def _asked(folder: Path, by: str, because: str) -> tuple[Sequence[Decision], int]:
    """What somebody at the terminal decided, and how many findings are left."""
    from statement_kit.commands.endorser_review import Walk

    walk = Walk(folder, by, because)
    walk.go()
    return walk.made, len(walk.findings)


def _unasked(folder: Path, replies: Sequence[tuple[str, int, Reply]]) -> tuple[Sequence[Decision], int]:
    """What was decided as the arguments say, and how many findings are left."""
    from statement_kit.register_review import decide_all

    review, made = decide_all(folder, replies, clock())
    return made, len(review.findings())


def _replies(kept: Sequence[str], accepted: Sequence[str], by: str, because: str) -> list[tuple[str, int, Reply]]:
    from statement_kit.register_review import Action, Reply

    replies = [(*_choice(one), Reply(Action.KEEP, by, because=because)) for one in kept]
    return replies + [(*_choice(one), Reply(Action.ACCEPT, by)) for one in accepted]


def _choice(text: str) -> tuple[str, int]:
    rule, _, number = text.rpartition(":")
    if not rule or not number.isdecimal():
        raise click.UsageError(
            f"“{text}” does not name a finding. Write its rule and the number of its row: misspelt:13."
        )
    return rule, int(number)


def _say_decided(result: Mapping[str, Any]) -> str:
    if not (result["decided"] or result["open"]):
        return "Nothing looks wrong."
    done = ", ".join(f"{result[one]} {one}" for one in _VERDICTS if result[one])
    left = f"{_counted(result['open'])} left" if result["open"] else "nothing else looks wrong"
    return f"{done or 'Nothing was decided'}; {left}."
