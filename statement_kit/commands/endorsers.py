"""The commands about who signed: endorsers lint."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.running import FOLDER, JSON, ExitCode, run_command


@click.group("endorsers")
def endorsers_group() -> None:
    """Look after the list of those who signed."""


@endorsers_group.command("lint")
@FOLDER
@JSON
def lint_command(folder: Path, as_json: bool) -> None:
    """Say what in the list of endorsers looks wrong: repeats, misspellings, stray marks, order. Nothing is changed.

    Everything found is a warning, since only an organisation knows its own name; the exit code is 0.
    """

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        from statement_kit.linting import lint_endorsers  # brings tables of words that only this command needs
        from statement_kit.source.folder import load_folder

        source = load_folder(folder)
        found = tuple(lint_endorsers(source.statement.endorsers, source.places))
        return {"endorsers": len(source.statement.endorsers), "warnings": len(found)}, found

    run_command(make, as_json=as_json, say=_say, judge=lambda result: ExitCode.SUCCESS)


def _say(result: Mapping[str, Any]) -> str:
    if not result["endorsers"]:
        return "Nobody has signed yet."
    names = f"{result['endorsers']:,} endorser{'s' if result['endorsers'] > 1 else ''}"
    if not result["warnings"]:
        return f"{names}: nothing looks wrong."
    return f"{names}: {result['warnings']:,} finding{'s' if result['warnings'] > 1 else ''}. Nothing was changed."
