"""The commands that make files from a folder: build, extract, update."""

from __future__ import annotations

import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from math import ceil
from pathlib import Path
from typing import Any

import click

from statement_kit import Arrangement, Diagnostic, Format, ParallelEdition, build, extract, update
from statement_kit.commands.running import FOLDER, JSON, clock, run_command
from statement_kit.diagnostics import gather
from statement_kit.release import DEFAULT_FORMATS


@click.command("build")
@FOLDER
@click.option("--out", type=click.Path(path_type=Path), default=Path("build"), show_default=True, help="Where to.")
@click.option("--lang", "languages", multiple=True, metavar="TAG", help="Only this language; may be repeated.")
@click.option(
    "--format",
    "formats",
    multiple=True,
    type=click.Choice([str(value) for value in Format]),
    default=[str(value) for value in DEFAULT_FORMATS],
    show_default=True,
    help="Only this format; may be repeated.",
)
@click.option(
    "--proof/--no-proof",
    default=True,
    show_default=True,
    help="Read each PDF again, and compare it with the document clause by clause.",
)
@click.option(
    "--brand",
    "brands",
    multiple=True,
    metavar="BRAND",
    help="In this brand: a file, a folder that holds one, or a name; may be repeated.",
)
@click.option("--draft", is_flag=True, help="Take clauses that are not ready too, marked; every page says “draft”.")
@click.option("--embargoed", is_flag=True, help="Make copies for journalists: every page says until when to wait.")
@click.option("--before-embargo", is_flag=True, help="Make the final files though the embargo has not ended.")
@click.option(
    "--parallel", "parallel", multiple=True, metavar="TAG,TAG", help="These languages in one file; may be repeated."
)
@click.option("--side-by-side", is_flag=True, help="With --parallel: in columns, clause by clause, not in turn.")
@JSON
def build_command(
    folder: Path,
    out: Path,
    languages: Sequence[str],
    formats: Sequence[str],
    proof: bool,
    brands: Sequence[str],
    draft: bool,
    embargoed: bool,
    before_embargo: bool,
    parallel: Sequence[str],
    side_by_side: bool,
    as_json: bool,
) -> None:
    """Make the files of a release, one set per language, or none and say what stands against it."""
    if side_by_side and not parallel:
        raise click.UsageError("--side-by-side needs --parallel, which names the languages.")
    arrangement = Arrangement.SIDE_BY_SIDE if side_by_side else Arrangement.IN_TURN

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        editions = gather(partial(_edition, text, arrangement) for text in parallel)
        with _progress(quiet=as_json) as step:
            made = build(
                folder,
                out,
                languages,
                [Format(value) for value in formats],
                step,
                proof=proof,
                draft=draft,
                brands=brands,
                parallel=editions,
                embargoed=embargoed,
                before_embargo=before_embargo,
                now=clock(),
            )
        sizes = {str(path): size for path, size in made.sizes.items()}
        return {"files": list(sizes), "sizes": sizes}, made.warnings

    def say(result: dict[str, Any]) -> str:
        return "\n".join(f"{path}  {ceil(size / 1000):,} kB" for path, size in result["sizes"].items())

    run_command(make, as_json=as_json, say=say)


def _edition(text: str, arrangement: Arrangement) -> ParallelEdition:
    """The edition of some languages, as they were typed: `km,en`."""
    return ParallelEdition(tuple(tag.strip() for tag in text.split(",")), arrangement)


@click.command("extract")
@FOLDER
@JSON
def extract_command(folder: Path, as_json: bool) -> None:
    """Write translations/statement.pot, the template that translations start from."""
    run_command(
        lambda: ({"template": str(extract(folder, clock()))}, ()),
        as_json=as_json,
        say=lambda result: result["template"],
    )


@click.command("update")
@FOLDER
@JSON
def update_command(folder: Path, as_json: bool) -> None:
    """Bring every language's catalog up to date with the statement; what changed is marked fuzzy."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        states = update(folder, clock()).items()
        return {
            "languages": {
                tag: {
                    "translated": state.translated,
                    "stale": state.stale,
                    "fuzzy": state.fuzzy,
                    "missing": state.missing,
                }
                for tag, state in states
            }
        }, ()

    def say(result: dict[str, Any]) -> str:
        return "\n".join(
            f"{tag}: {', '.join(f'{number} {name}' for name, number in state.items())}"
            for tag, state in result["languages"].items()
        )

    run_command(make, as_json=as_json, say=say)


@contextmanager
def _progress(*, quiet: bool) -> Iterator[Callable[[str], None]]:
    """A line on the terminal that names the file being made; nothing in a pipe."""
    if quiet or not sys.stderr.isatty():
        yield lambda name: None
        return
    # Rich costs more to import than a small statement costs to set; nobody pays who does not watch.
    from rich.console import Console

    with Console(stderr=True).status("reading") as status:
        yield partial(_show, status.update)


def _show(update_status: Callable[[str], None], name: str) -> None:
    update_status(f"setting {name}")
