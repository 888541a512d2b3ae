"""The command line: arguments in, files, diagnostics and an exit code out. The only reader of the clock."""

from __future__ import annotations

import gc
import json
import sys
import unicodedata
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from datetime import UTC, datetime
from enum import IntEnum
from functools import partial
from pathlib import Path
from typing import Any

import click

from statement_kit import (
    CatalogError,
    Diagnostic,
    FontError,
    Format,
    LayoutError,
    OutputError,
    SourceError,
    StatementKitError,
    __version__,
    build,
    extract,
    update,
)
from statement_kit.release import DEFAULT_FORMATS


class ExitCode(IntEnum):
    """What the command ends with: one code per family of failure (2 is Click's, for wrong usage)."""

    SUCCESS = 0
    SOURCE = 3
    CATALOG = 4
    FONT = 5
    LAYOUT = 6
    OUTPUT = 7


_CODES = {
    SourceError: ExitCode.SOURCE,
    CatalogError: ExitCode.CATALOG,
    FontError: ExitCode.FONT,
    LayoutError: ExitCode.LAYOUT,
    OutputError: ExitCode.OUTPUT,
}

_FOLDER = click.argument("folder", type=click.Path(path_type=Path, file_okay=False), default=".")
_JSON = click.option("--json", "as_json", is_flag=True, help="Print the result and all findings as JSON.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="statement-kit")
def main() -> None:
    """Joint statements in Khmer, Thai and English: from one folder to typeset PDF and DOCX."""


@main.command("build")
@_FOLDER
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
@_JSON
def build_command(folder: Path, out: Path, languages: Sequence[str], formats: Sequence[str], as_json: bool) -> None:
    """Make the files of a release, one set per language, or none and say what stands against it."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        with _progress(quiet=as_json) as step:
            made = build(folder, out, languages, [Format(value) for value in formats], step)
        return {"files": [str(path) for path in made.files]}, made.warnings

    _run(make, as_json=as_json, say=lambda result: "\n".join(result["files"]))


@main.command("extract")
@_FOLDER
@_JSON
def extract_command(folder: Path, as_json: bool) -> None:
    """Write translations/statement.pot, the template that translations start from."""
    _run(
        lambda: ({"template": str(extract(folder, _now()))}, ()), as_json=as_json, say=lambda result: result["template"]
    )


@main.command("update")
@_FOLDER
@_JSON
def update_command(folder: Path, as_json: bool) -> None:
    """Bring every language's catalog up to date with the statement; what changed is marked fuzzy."""

    def make() -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
        states = update(folder, _now()).items()
        return {
            "languages": {
                tag: {"translated": state.translated, "fuzzy": state.fuzzy, "missing": state.missing}
                for tag, state in states
            }
        }, ()

    def say(result: dict[str, Any]) -> str:
        return "\n".join(
            f"{tag}: {state['translated']} translated, {state['fuzzy']} fuzzy, {state['missing']} missing"
            for tag, state in result["languages"].items()
        )

    _run(make, as_json=as_json, say=say)


def _now() -> datetime:
    return datetime.now(UTC)  # noqa: TID251 - the command line is where the clock is read


def _run(
    make: Callable[[], tuple[dict[str, Any], tuple[Diagnostic, ...]]],
    *,
    as_json: bool,
    say: Callable[[dict[str, Any]], str],
) -> None:
    """Do the work, report its findings, and end with the exit code of its family."""
    code = ExitCode.SUCCESS
    result: dict[str, Any] = {}
    findings: tuple[Diagnostic, ...]
    try:
        result, findings = make()
    except StatementKitError as error:
        findings, code = error.diagnostics, _CODES[type(error)]
    if as_json:
        report = {**result, "diagnostics": [_as_json(found) for found in findings]}
        click.echo(json.dumps(report, ensure_ascii=False).encode())  # UTF-8 whatever the terminal speaks (RFC 8259)
    else:
        for found in findings:
            click.echo(_shown(str(found)), err=True)
        if code:
            count = len(findings)
            click.echo(f"Nothing was written: {count} problem{'s' if count > 1 else ''}.", err=True)
        elif sys.stdout.isatty():
            click.echo(say(result))
    sys.exit(code)


_WELCOME = "\n\u00ad\u200b\u200c\u200d\u2060"
"""What may stand in a message as it is: its line ends, and what steers line breaks and shaping in Khmer and Thai."""


def _shown(message: str) -> str:
    """A message without what would steer the terminal: such a character is shown as its code point."""
    return "".join(
        f"<U+{ord(char):04X}>" if unicodedata.category(char) in ("Cc", "Cf") and char not in _WELCOME else char
        for char in message
    )


def _as_json(found: Diagnostic) -> dict[str, Any]:
    return {
        "rule": found.rule,
        "severity": str(found.severity),
        "message": found.message,
        "path": found.where.path if found.where else None,
        "line": found.where.line if found.where else None,
        "clause": found.clause,
        "hint": found.hint,
    }


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


def run() -> None:
    """The command as a process of its own.

    It lives for a moment and keeps nearly all it makes, so collecting garbage, at work and once more at
    the end, would cost it a tenth of its time for nothing.
    """
    gc.disable()
    try:
        main()
    finally:
        gc.freeze()


if __name__ == "__main__":
    run()
