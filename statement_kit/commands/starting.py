"""The command that begins a statement: new."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from pathlib import Path
from shlex import quote
from typing import Any

import click

from statement_kit import Diagnostic
from statement_kit.commands.asking import by_language
from statement_kit.commands.running import JSON, clock, run_command
from statement_kit.model import Kind

_TAGGED = re.compile(r"\s*[A-Za-z]{2,3}(-\w+)*\s*=")
"""A title that says its language first."""


@click.command("new")
@click.argument("folder", type=click.Path(path_type=Path, file_okay=False))
@click.option(
    "--lang",
    "languages",
    multiple=True,
    metavar="TAG",
    default=("en", "km", "th"),
    show_default=True,
    help="In this language; may be repeated. The statement is written in the first, and translated into the others.",
)
@click.option(
    "--title",
    "titles",
    multiple=True,
    metavar="TAG=TITLE",
    help="Its title in a language, once for each; translations of each other, as `check` compares them.",
)
@click.option(
    "--kind", type=click.Choice([str(kind) for kind in Kind]), default=str(Kind.JOINT_STATEMENT), show_default=True
)
@JSON
def new_statement_command(
    folder: Path, languages: Sequence[str], titles: Sequence[str], kind: str, as_json: bool
) -> None:
    """Write a statement folder that builds as it stands, and teaches how it is written. What stands there stays."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        from statement_kit.starting import new_statement  # brings samples and catalogs that only this needs

        given = [title if _TAGGED.match(title) else f"{languages[0]}={title}" for title in titles]
        files = new_statement(folder, clock(), languages, by_language("--title", given), kind)
        return {"files": [str(path) for path in files]}, ()

    def say(result: Mapping[str, Any]) -> str:
        path = quote(str(folder))
        next_ones = (
            f"Make it:         statement-kit build {path}",
            f"Give it a look:  statement-kit brand new {path}",
            f"Edit the text:   {quote(str(folder / 'statement.md'))}, then statement-kit update {path}",
        )
        return "\n".join([*result["files"], "", *next_ones])

    run_command(make, as_json=as_json, say=say)
